from __future__ import annotations

import numpy as np
import pytest

from tenderlight.reading.recognition import rings
from tenderlight.reading.recognition.rings import find_rings
from tests.reading.made_pictures import blank, seal, write

cv2 = pytest.importorskip("cv2")
MILLIMETRE = 2.0
TEXT = [(20.0, 20.0 + 17 * row, "供应商名称鲁岳园林绿化工程有限责任公司，合同总价三百万元整") for row in range(13)]


def small(*, seals: tuple[tuple[float, float], ...], grey: int = 90) -> np.ndarray:
    page = write(blank(), TEXT)
    for left, top in seals:
        page = seal(page, left, top, colour=(grey, grey, grey))
    scale = MILLIMETRE * 25.4 / 72
    return np.asarray(cv2.resize(np.asarray(page.convert("L")), (round(400 * scale), round(260 * scale)), 0, 0, 0, 3))


@pytest.mark.parametrize("grey", [50, 90, 150])
def test_seals_over_lines_of_text_are_found_all(grey: int) -> None:
    found = find_rings(small(seals=((60, 30), (230, 110)), grey=grey), MILLIMETRE)
    points = sorted((x * 72 / 25.4 / 2, y * 72 / 25.4 / 2, radius * 72 / 25.4 / 2) for x, y, radius in found)
    assert len(points) == 2
    assert points[0] == pytest.approx((117, 87, 57), abs=4)
    assert points[1] == pytest.approx((287, 167, 57), abs=4)


def test_lines_of_text_are_no_seals() -> None:
    assert find_rings(small(seals=()), MILLIMETRE) == []


@pytest.mark.parametrize(("height", "width", "millimetre"), [(1, 1, 2.0), (400, 3, 2.0), (300, 300, 0.1)])
def test_pictures_too_small_for_a_seal_hold_none(height: int, width: int, millimetre: float) -> None:
    assert find_rings(np.full((height, width), 255, np.uint8), millimetre) == []


def test_a_picture_of_more_than_a_sheet_of_a0_is_not_searched() -> None:
    page = np.full((3000, 3000), 255, np.uint8)
    cv2.circle(page, (500, 500), 40, 60, 2)
    assert find_rings(page[:1000, :1000], MILLIMETRE) != []
    assert find_rings(page, MILLIMETRE) == []


def test_rings_kept_for_the_next_page_and_rings_made_anew_come_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [small(seals=((60, 30), (230, 110))), small(seals=((100, 60),)), small(seals=((60, 30),))[:, :500]]
    kept = [find_rings(page, MILLIMETRE) for page in pages]
    monkeypatch.setattr(rings, "_MOST_KEPT_BYTES", 0)
    assert [find_rings(page, MILLIMETRE) for page in pages] == kept
    assert [len(found) for found in kept] == [2, 1, 1]
