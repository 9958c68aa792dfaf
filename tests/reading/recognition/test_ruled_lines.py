from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tenderlight.reading.recognition.ink import rules_of
from tenderlight.reading.recognition.ruled_lines import find_rules, grids_of
from tests.reading.made_pictures import BLACK, DPI, RED, blank, rule_table, seal

ACROSS, DOWN = (40.0, 100.0, 220.0, 340.0), (60.0, 90.0, 120.0, 150.0, 180.0)


def table() -> Image.Image:
    return rule_table(blank(), ACROSS, DOWN)


def grids(page: Image.Image, degrees: float = 0.0) -> list[tuple[list[float], list[float]]]:
    plane = rules_of(np.asarray(page), points_a_pixel=72 / DPI)
    rules = find_rules(plane, degrees=degrees, points_a_pixel=72 / DPI)
    return [(grid.across.tolist(), grid.down.tolist()) for grid in grids_of(rules)]


def assert_whole(found: list[tuple[list[float], list[float]]]) -> None:
    ((across, down),) = found
    assert across == pytest.approx(ACROSS, abs=1.5)
    assert down == pytest.approx(DOWN, abs=1.5)


def test_rules_make_the_grid() -> None:
    assert_whole(grids(table()))


@pytest.mark.parametrize("degrees", [-3.0, 1.7])
def test_rules_that_lie_askew_are_levelled(degrees: float) -> None:
    askew = table().rotate(-degrees, resample=Image.Resampling.BICUBIC, fillcolor="white")
    ((across, down),) = grids(askew, degrees)
    assert (len(across), len(down)) == (4, 5)


@pytest.mark.parametrize("colour", [RED, (60, 60, 65), (150, 150, 150)])
def test_a_seal_of_any_ink_adds_no_cells_and_takes_none(colour: tuple[int, int, int]) -> None:
    assert_whole(grids(seal(table(), 120, 62, colour=colour)))


def test_a_seal_on_bare_paper_is_no_table() -> None:
    assert grids(seal(seal(blank(), 40, 40, colour=BLACK), 200, 90, colour=BLACK)) == []


def test_sides_of_shaded_rows_are_no_rules() -> None:
    page = blank()
    pen, scale = ImageDraw.Draw(page), DPI / 72
    for top in (60, 100, 140, 180):
        pen.rectangle((40 * scale, top * scale, 340 * scale, (top + 20) * scale), fill=(215, 215, 215))
    rules = find_rules(rules_of(np.asarray(page), points_a_pixel=72 / DPI), degrees=0, points_a_pixel=72 / DPI)
    assert not len(rules)


def test_rules_on_shaded_rows_are_rules() -> None:
    page = blank()
    scale = DPI / 72
    ImageDraw.Draw(page).rectangle((40 * scale, 60 * scale, 340 * scale, 90 * scale), fill=(215, 215, 215))
    assert_whole(grids(rule_table(page, ACROSS, DOWN)))


def test_rules_under_a_red_seal_keep_the_corner_of_their_table() -> None:
    thin = blank()
    pen, scale = ImageDraw.Draw(thin), DPI / 72
    for y in DOWN:
        pen.line((ACROSS[0] * scale, y * scale, ACROSS[-1] * scale, y * scale), fill=(120, 120, 120), width=1)
    for x in ACROSS:
        pen.line((x * scale, DOWN[0] * scale, x * scale, DOWN[-1] * scale), fill=(120, 120, 120), width=1)
    assert_whole(grids(seal(thin, 10, 20)))


@pytest.mark.parametrize("shift", [step / 4 for step in range(16)])
def test_pieces_of_one_standing_rule_that_lie_a_little_apart_are_all_kept(shift: float) -> None:
    down, scale = (60.0, 90.0, 120.0, 150.0), DPI / 72
    page = rule_table(blank(), (40, 340), down)
    pen = ImageDraw.Draw(page)
    for left, top, bottom in ((150.6, 60, 90), (150.0, 90, 120), (150.0, 120, 150)):
        pen.line([side * scale for side in (left + shift, top, left + shift, bottom)], fill=BLACK, width=2)
    ((across, found_down),) = grids(page)
    assert across == pytest.approx([40, 150.2 + shift, 340], abs=1.5)
    assert found_down == pytest.approx(down, abs=1.5)
