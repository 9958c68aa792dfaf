"""From rules to cells, on rules written down by hand."""

from __future__ import annotations

import numpy as np
import pytest

from tenderlight.reading.tables.grids import Grid, find_grids

NOTHING = np.zeros((0, 4))


def lying(y: float, *spans: tuple[float, float]) -> list[tuple[float, float, float, float]]:
    return [(start, y, end, y) for start, end in spans]


def standing(x: float, *spans: tuple[float, float]) -> list[tuple[float, float, float, float]]:
    return [(x, start, x, end) for start, end in spans]


def grids(*rules: list[tuple[float, float, float, float]]) -> list[Grid]:
    return find_grids(np.array([rule for each in rules for rule in each], np.float64).reshape(-1, 4), NOTHING)


def places(grid: Grid) -> list[tuple[int, ...]]:
    return [tuple(place) for place in grid.places.tolist()]


def full(rows: int, columns: int) -> list[tuple[int, ...]]:
    return [(row, column, 1, 1) for row in range(rows) for column in range(columns)]


def test_plain_grid() -> None:
    across = [lying(y, (0, 200)) for y in (0, 20, 40)]
    down = [standing(x, (0, 40)) for x in (0, 50, 200)]
    (grid,) = grids(*across, *down)
    assert places(grid) == full(2, 2)
    assert grid.cell_boxes.tolist() == [[0, 0, 50, 20], [50, 0, 200, 20], [0, 20, 50, 40], [50, 20, 200, 40]]
    assert grid.cells_at(np.array([10.0, 60.0, 10.0, 300.0]), np.array([10.0, 30.0, 39.0, 10.0])).tolist() == [
        0,
        3,
        2,
        -1,
    ]


def test_missing_rules_merge_cells() -> None:
    (grid,) = grids(
        lying(0, (0, 90)),
        lying(20, (30, 90)),
        lying(40, (0, 90)),
        standing(0, (0, 40)),
        standing(30, (0, 40)),
        standing(60, (20, 40)),
        standing(90, (0, 40)),
    )
    assert places(grid) == [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]


@pytest.mark.parametrize("off", [0.0, 0.8, 1.4])
def test_rules_drawn_in_pieces_and_a_little_off_are_joined(off: float) -> None:
    (grid,) = grids(
        lying(0, (0, 48), (50, 100)),
        lying(20 + off, (0, 49)),
        lying(20, (51, 100)),
        lying(40, (1, 99)),
        *(standing(x, (0.5, 19), (21, 39.5)) for x in (0, 50 - off, 100)),
    )
    assert places(grid) == full(2, 2)


def test_double_border_is_one_border() -> None:
    (grid,) = grids(
        *(lying(y, (0, 100)) for y in (0, 2, 30, 58, 60)), *(standing(x, (0, 60)) for x in (0, 2, 50, 98, 100))
    )
    assert places(grid) == full(2, 2)


def test_open_sides_are_closed() -> None:
    (grid,) = grids(*(lying(y, (0, 300)) for y in (0, 20, 40, 60)), *(standing(x, (0, 60)) for x in (100, 200)))
    assert places(grid) == full(3, 3)
    assert grid.box == (0, 0, 300, 60)


def test_one_longer_rule_opens_no_side() -> None:
    (grid,) = grids(
        lying(0, (0, 300)),
        *(lying(y, (100, 200)) for y in (20, 40, 60)),
        *(standing(x, (0, 60)) for x in (100, 150, 200)),
    )
    assert grid.box[0] == 100


def test_field_open_to_the_outside_is_no_cell() -> None:
    # An L: the top right field has no upper and no right border.
    (grid,) = grids(
        lying(0, (0, 50)),
        lying(20, (0, 100)),
        lying(40, (0, 100)),
        standing(0, (0, 40)),
        standing(50, (0, 40)),
        standing(100, (20, 40)),
    )
    assert places(grid) == [(0, 0, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_region_that_is_no_rectangle_becomes_rectangles() -> None:
    (grid,) = grids(
        *(lying(y, (0, 100)) for y in (0, 40)),
        lying(20, (50, 100)),
        standing(0, (0, 40)),
        standing(50, (20, 40)),
        standing(100, (0, 40)),
    )
    assert places(grid) == [(0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 1, 1)]


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [lying(0, (0, 100)), lying(20, (0, 100)), standing(0, (0, 20)), standing(100, (0, 20))],
        [lying(y, (0, 100)) for y in range(0, 100, 20)],
        [lying(0, (0, 100)), standing(50, (0, 100))],
        [lying(y, (0, 400)) for y in (0, 1, 2)] + [standing(x, (0, 2)) for x in (0, 100, 400)],
    ],
    ids=["nothing", "one frame", "lines only", "a cross", "a thick bar"],
)
def test_what_is_no_table(rules: list[list[tuple[float, float, float, float]]]) -> None:
    assert grids(*rules) == []


def test_flow_chart_is_no_table() -> None:
    boxes = [(0, 0), (200, 200), (400, 400)]
    drawn = [lying(y + d, (x, x + 60)) for x, y in boxes for d in (0, 30)]
    drawn += [standing(x + d, (y, y + 30)) for x, y in boxes for d in (0, 60)]
    drawn += [standing(30, (30, 215)), lying(215, (30, 200)), standing(230, (230, 415)), lying(415, (230, 400))]
    assert grids(*drawn) == []


def test_tables_apart_are_two_and_come_from_top_to_bottom() -> None:
    def table(top: float) -> list[tuple[float, float, float, float]]:
        rules = [rule for y in (0, 20, 40) for rule in lying(top + y, (0, 100))]
        return rules + [rule for x in (0, 50, 100) for rule in standing(x, (top, top + 40))]

    assert [grid.down[0] for grid in grids(table(300), table(0))] == [0, 300]


def test_frame_around_a_table_is_no_table() -> None:
    frame = [
        lying(0, (0, 500)),
        lying(30, (0, 500)),
        lying(700, (0, 500)),
        standing(0, (0, 700)),
        standing(500, (0, 700)),
    ]
    inner = [lying(y, (50, 450)) for y in (100, 120, 140)] + [standing(x, (100, 140)) for x in (50, 200, 450)]
    (grid,) = grids(*frame, *inner)
    assert grid.box == (50, 100, 450, 140)


def test_shaded_fields_are_a_table_only_as_a_whole_grid() -> None:
    def shaded(rows: int, columns: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
        sides = []
        for row in range(rows):
            for column in range(columns):
                left, top, right, bottom = 100 * column, 20 * row, 100 * column + 99, 20 * row + 19
                sides += [(left, top, right, top), (left, bottom, right, bottom)]
                sides += [(left, top, left, bottom), (right, top, right, bottom)]
        return np.array(sides, np.float64)

    assert [places(grid) for grid in find_grids(NOTHING, shaded(2, 3))] == [full(2, 3)]
    assert find_grids(NOTHING, shaded(5, 1)) == []


def test_endless_rules_do_not_make_endless_tables() -> None:
    many = np.arange(0, 40_000, 4, dtype=np.float64)
    across = np.stack([0 * many, many, 0 * many + 40_000, many], axis=1)
    found = find_grids(np.concatenate([across, across[:, [1, 0, 3, 2]]]), NOTHING)
    assert sum(len(grid.places) for grid in found) <= 100_000
