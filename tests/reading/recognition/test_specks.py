"""Specks go where a page is full of them, and nothing else does."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from tenderlight.reading.recognition.specks import without_specks

POINTS = 72 / 200
"""A pixel at 200 dots an inch."""
Plane = NDArray[np.uint8]


def printed(*, scale: int = 1) -> Plane:
    """A page in black and white with lines of figures, whose points are those of small print."""
    page = Image.new("L", (600, 900), 255)
    draw = ImageDraw.Draw(page)
    for top in range(40, 800, 60):
        draw.text((60, top), "1,234.50   7.25   Lot 3. Cameras", fill=0, font_size=18)
    black = np.where(np.asarray(page) < 150, 0, 255).astype(np.uint8)
    return np.kron(black, np.ones((scale, scale), np.uint8))


def speckled(plane: Plane, share: float = 0.0008, size: int = 1) -> Plane:
    """The page with dots of one pixel, or so many squared, anywhere on it."""
    height, width = (side // size for side in plane.shape)
    dots = np.random.default_rng(3).random((height, width)) < share
    return np.where(np.kron(dots, np.ones((size, size), bool)), 0, plane).astype(np.uint8)


def dots_of(plane: Plane, largest: int) -> int:
    _, _, sizes, _ = cv2.connectedComponentsWithStats((plane < 200).astype(np.uint8), connectivity=8)
    return int((sizes[1:, cv2.CC_STAT_AREA] <= largest).sum())


@pytest.mark.parametrize(("scale", "largest"), [(1, 2), (2, 8)])
def test_specks_go_and_points_of_numbers_stay(scale: int, largest: int) -> None:
    clean = printed(scale=scale)
    spoiled = speckled(clean, size=scale)
    assert dots_of(spoiled, largest) > 200
    cleaned = without_specks(spoiled, POINTS / scale)
    assert dots_of(cleaned, largest) <= 0.05 * dots_of(spoiled, largest)  # beside letters they may be pieces of them
    assert not (clean < cleaned).any()  # every pixel of the print is there
    assert ((cleaned < 200) & (clean > 200)).sum() < 0.1 * ((spoiled < 200) & (clean > 200)).sum()


def test_a_page_that_is_not_full_of_them_stays_as_it_is() -> None:
    for plane in (printed(), speckled(printed(), share=0.00005), np.full((900, 600), 255, np.uint8)):
        assert without_specks(plane, POINTS) is plane


def test_dots_that_lead_to_page_numbers_are_no_specks() -> None:
    page = printed()
    for row in range(60, 860, 25):
        page[row, 320:580:4] = 0
    assert dots_of(page, 2) > 1_000
    assert without_specks(page, POINTS) is page


def test_dots_beside_print_do_not_make_a_page_full() -> None:
    page = np.full((900, 600), 255, np.uint8)
    page[:, 100:104] = 0
    page[::4, 108] = 0  # a broken rule
    assert without_specks(page, POINTS) is page


def test_faint_and_blurred_points_stay_on_a_page_full_of_specks() -> None:
    page = np.full((900, 600), 255, np.uint8)
    page[450:452, 300:302] = 0
    blurred = np.asarray(cv2.GaussianBlur(page, (0, 0), 0.8), np.uint8)
    assert 0 < (blurred < 128).sum() <= 4
    left = without_specks(speckled(blurred), POINTS)
    assert (left[449:453, 299:303] < 200).any()
    assert dots_of(left, 2) == 0


def test_where_points_are_as_small_as_specks_nothing_is_taken_away() -> None:
    plane = speckled(printed())
    assert without_specks(plane, 72 / 110) is plane
