"""Cells merged over many rows: they stand in each of them, and cost no more than the table is long."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlight.facts.pages.layout import Grid, Piece, blocks
from tenderlight.facts.tables.grids import read_rows
from tenderlight.model.document import Cell, Page, PageMethod, Table
from tenderlight.reading.blocks import MOST_COLUMNS, SourceCell, arrange
from tenderlight.reading.blocks import Grid as SourceGrid


def _page(rows: Sequence[Sequence[tuple[int, str, int, int]]]) -> Page:
    """A page of one table. Each cell: column, text, rows and columns it spans."""
    text, cells = "", []
    for number, row in enumerate(rows):
        for column, written, down, across in row:
            start = len(text)
            text += written
            cells.append(
                Cell(
                    row=number,
                    column=column,
                    start=start,
                    end=len(text),
                    row_span=min(down, len(rows) - number),
                    column_span=across,
                )
            )
            text += "\t"
        text = text[:-1] + "\n"
    width = max(cell.column + cell.column_span for cell in cells)
    table = Table(row_count=len(rows), column_count=width, cells=tuple(cells))
    return Page(number=1, text=text, tables=(table,), method=PageMethod.FLOW)


def _only_grid(page: Page) -> Grid:
    (grid,) = blocks(page)
    assert isinstance(grid, Grid)
    return grid


def test_a_cell_merged_downwards_stands_in_each_of_its_rows() -> None:
    lots = 400
    rows = [
        [*([(0, f"第{number // 5}包", 5, 1)] if number % 5 == 0 else []), (1, f"摄像机{number}", 1, 1)]
        for number in range(5 * lots)
    ]
    grid = _only_grid(_page(rows))
    assert [row[0].text for row in grid.rows if row[0] is not None] == [
        f"第{number // 5}包" for number in range(5 * lots)
    ]


def test_one_cell_beside_a_very_long_table_stands_in_all_of_it() -> None:
    rows = [[*([(0, "一包", 20_000, 1)] if not number else []), (1, str(number), 1, 1)] for number in range(20_000)]
    assert all(row[0] is not None and row[0].text == "一包" for row in _only_grid(_page(rows)).rows)


def test_cells_that_all_reach_to_the_end_are_repeated_in_proportion_to_the_rows() -> None:
    count = 900
    grid = _only_grid(_page([[(number, f"摄像机{number}", count, 1)] for number in range(count)]))
    assert [row[number].text for number, row in enumerate(grid.rows)] == [f"摄像机{number}" for number in range(count)]  # type: ignore[union-attr]
    assert sum(piece is not None for row in grid.rows for piece in row) < 25 * count


def test_a_table_of_next_to_nothing_is_read_as_lines() -> None:
    count = 1_100
    page = _page([[(number, f"摄像机{number}", 1, 1)] for number in range(count)])
    found = list(blocks(page))
    assert all(isinstance(one, Piece) for one in found)
    assert [one.text for one in found if isinstance(one, Piece)] == [f"摄像机{number}" for number in range(count)]


def test_running_text_beside_many_rows_is_told_once() -> None:
    rows = [
        [*([(0, "说明：以下产品均须提供检测报告。", 3, 1)] if not number else []), (1, "", 1, 1)] for number in range(3)
    ]
    told = [[piece.text for piece in one.running] for one in read_rows(_only_grid(_page(rows)).rows, None)]
    assert told == [["说明：以下产品均须提供检测报告。"], [], []]


def test_rows_are_not_pushed_aside_without_end_by_cells_above() -> None:
    (grid,) = arrange([[SourceCell(row_span=0, blocks=["a"])] for _ in range(MOST_COLUMNS + 50)])
    assert isinstance(grid, SourceGrid)
    columns = [row.columns[0] for row in grid.rows]
    assert columns[:MOST_COLUMNS] == list(range(MOST_COLUMNS))
    assert set(columns[MOST_COLUMNS:]) == {MOST_COLUMNS}
