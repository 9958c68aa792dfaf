"""Pictures of pages with the boxes that were read."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from tenderlight.reading.marked_pages import draw_marked
from tests.reading.made_pdfs import MadePage, made_pdf

PAGE = made_pdf(MadePage(media_box=(0, 0, 72, 36)))


def marked(**boxes: list[tuple[float, float, float, float]]) -> np.ndarray[tuple[int, ...], np.dtype[np.uint8]]:
    drawn = draw_marked(PAGE, "application/pdf", 1, **{"words": [], "cells": [], **boxes})
    assert drawn is not None
    return np.asarray(Image.open(io.BytesIO(drawn)))


def coloured(picture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]]) -> set[tuple[int, int]]:
    rows, columns = np.nonzero((picture != 255).any(axis=2))
    return set(zip(columns.tolist(), rows.tolist(), strict=True))


def test_boxes_are_drawn_where_they_are_at_two_hundred_dots_per_inch() -> None:
    picture = marked(words=[(18, 9, 54, 27)])
    assert picture.shape == (100, 200, 3)
    places = coloured(picture)
    assert {(50, 25), (150, 25), (50, 75), (150, 75), (100, 25)} <= places
    assert (100, 50) not in places
    assert picture[25, 100, 2] > picture[25, 100, 0]


def test_cells_are_bold_and_red() -> None:
    thin, bold = marked(words=[(18, 9, 54, 27)]), marked(cells=[(18, 9, 54, 27)])
    assert len(coloured(bold)) > 2 * len(coloured(thin))
    assert bold[25, 100, 0] > bold[25, 100, 2]


def test_what_lies_off_the_page_is_cut_at_its_edge() -> None:
    picture = marked(words=[(-1e9, -1e9, 1e9, 1e9), (500, 500, 600, 600)], cells=[(36, 18, 36, 18)])
    assert (0, 0) in coloured(picture)
    assert (199, 99) in coloured(picture)


@pytest.mark.parametrize(("content", "media_type"), [(PAGE, "text/html"), (b"%PDF-1.4 nothing", "application/pdf")])
def test_what_cannot_be_drawn_is_none(content: bytes, media_type: str) -> None:
    assert draw_marked(content, media_type, 1, words=[], cells=[]) is None
    assert draw_marked(PAGE, "application/pdf", 2, words=[], cells=[]) is None
