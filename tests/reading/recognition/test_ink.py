from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tenderlight.reading.recognition.ink import ink_of
from tests.reading.made_pictures import DPI, RED, Colour, blank, seal, write

pytest.importorskip("cv2")
POINTS = 72 / DPI


def at(plane: np.ndarray, left: float, top: float, right: float, bottom: float) -> np.ndarray:
    return plane[round(top / POINTS) : round(bottom / POINTS), round(left / POINTS) : round(right / POINTS)]


@pytest.mark.parametrize("colour", [RED, (40, 50, 200), (150, 40, 160)])
def test_coloured_seals_fade(colour: Colour) -> None:
    page = seal(write(blank(), [(30, 90, "供应商名称鲁岳园林绿化工程")]), 100, 40, colour=colour)
    found = ink_of(np.asarray(page), points_a_pixel=POINTS)
    assert at(found.plane, 102, 42, 213, 84).min() > 190, "the upper half of the seal"
    assert at(found.plane, 102, 88, 213, 106).min() < 60, "the print below it"
    assert found.dark_seals == 0


def test_a_grey_seal_fades_and_is_counted() -> None:
    page = seal(write(blank(), [(30, 90, "供应商名称鲁岳园林绿化工程")]), 100, 40, colour=(125, 125, 125))
    found = ink_of(np.asarray(page), points_a_pixel=POINTS)
    assert at(found.plane, 150, 42, 165, 60).min() > 160
    assert at(found.plane, 102, 88, 213, 106).min() < 60
    assert found.dark_seals == 1


@pytest.mark.parametrize("text", ["云梯县政府采购中心文件", "文件\n公告"])
def test_red_print_stays_dark(text: str) -> None:
    lines = [(40.0, 30.0 + 60 * number, line) for number, line in enumerate(text.split("\n"))]
    found = ink_of(np.asarray(write(blank(), lines, points=28, colour=RED)), points_a_pixel=POINTS)
    assert (found.plane < 110).sum() > 1000


def test_white_letters_on_a_coloured_field_stay() -> None:
    field = blank()
    field.paste((30, 60, 160), (100, 100, 300, 220))
    page = write(field, [(60, 70, "名称")], points=24, colour=(255, 255, 255))
    part = at(ink_of(np.asarray(page), points_a_pixel=POINTS).plane, 62, 72, 105, 95)
    assert part.max() - part.min() > 120


def test_the_size_of_the_picture_is_kept() -> None:
    picture = np.asarray(Image.new("RGB", (37, 11), "white"))
    assert ink_of(picture, points_a_pixel=POINTS).plane.shape == (11, 37)
