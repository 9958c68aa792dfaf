from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tenderlight.reading.recognition.seal_ink import without_seal
from tests.reading.made_pictures import DPI, blank, write

pytest.importorskip("cv2")
MILLIMETRE = DPI / 25.4
PRINT = [(10.0, 10.0, "供应商名称鲁岳园林绿化工程"), (10.0, 120.0, "合同总价人民币三百万元整，含税")]


def page(level: int) -> tuple[np.ndarray, np.ndarray]:
    """Return print above and below a letter of a seal, and where the seal lies."""
    picture = write(write(blank(200, 150), PRINT), [(80, 65, "易")], points=16, colour=(level, level, level))
    write(picture, [(110, 66, "章")], points=12)
    inside = Image.new("L", picture.size, 0)
    ImageDraw.Draw(inside).rectangle([0, round(50 * DPI / 72), picture.width, round(100 * DPI / 72)], fill=1)
    return np.asarray(picture.convert("L")), np.asarray(inside).astype(np.bool_)


def at(plane: np.ndarray, left: float, right: float) -> np.ndarray:
    return plane[round(62 * DPI / 72) : round(90 * DPI / 72), round(left * DPI / 72) : round(right * DPI / 72)]


@pytest.mark.parametrize("level", [70, 110, 140])
def test_a_letter_lighter_than_print_is_the_seals(level: int) -> None:
    plane, inside = page(level)
    found = without_seal(plane, inside, MILLIMETRE)
    assert at(found, 78, 100).min() > 200
    assert (at(found, 108, 126) == at(plane, 108, 126)).all()
    assert (found[~inside] == plane[~inside]).all()


def test_a_letter_as_dark_as_print_stays() -> None:
    plane, inside = page(20)
    assert (without_seal(plane, inside, MILLIMETRE) == plane).all()


def test_nothing_is_wiped_where_there_is_no_print_to_compare_with() -> None:
    plane, inside = page(110)
    alone = np.where(inside, plane, 255).astype(np.uint8)
    assert (without_seal(alone, inside, MILLIMETRE) == alone).all()
