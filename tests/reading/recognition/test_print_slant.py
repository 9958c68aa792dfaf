from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tenderlight.reading.recognition.print_slant import slant_of_print
from tests.reading.made_pictures import DPI, blank, rule_table, write

POINTS_A_PIXEL = 72 / DPI


def sheet() -> Image.Image:
    """Few short lines and an empty ruled form: little for a finder of lines to go by."""
    page = rule_table(blank(), (40, 150, 360), (90, 120, 150, 180))
    return write(page, [(40, 40, "Form of tender"), (46, 98, "Name"), (46, 128, "Address")])


@pytest.mark.parametrize("degrees", [-4.3, -1.0, 0.0, 0.6, 2.5, 5.0])
def test_slant_of_few_lines_and_rules(degrees: float) -> None:
    askew = sheet().rotate(-degrees, resample=Image.Resampling.BICUBIC, fillcolor="white").convert("L")
    assert slant_of_print(np.asarray(askew), points_a_pixel=POINTS_A_PIXEL) == pytest.approx(degrees, abs=0.1)


def test_lines_that_say_another_thing_are_believed() -> None:
    stripes = np.full((600, 800), 255, np.uint8)
    stripes[40:560:8] = 0
    turned = Image.fromarray(stripes).rotate(-9, resample=Image.Resampling.BICUBIC, fillcolor=255)
    found = slant_of_print(np.asarray(turned), points_a_pixel=POINTS_A_PIXEL, by_lines=8.8)
    assert found == pytest.approx(9, abs=0.3)


@pytest.mark.parametrize("size", [(1, 1), (3, 400), (300, 400)])
def test_bare_paper_has_no_slant_of_its_own(size: tuple[int, int]) -> None:
    assert slant_of_print(np.full(size, 255, np.uint8), points_a_pixel=POINTS_A_PIXEL, by_lines=0.4) == 0.4
