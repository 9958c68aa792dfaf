"""Columns of figures that stand for tuples of lines and cells."""

from __future__ import annotations

import pickle

import pytest

from tenderlight.model.columns import CellColumns, LineColumns, index_of_line
from tenderlight.model.document import Cell, Line

LINES = LineColumns(starts=(0, 4, 9), ends=(3, 8, 10), places=("Sheet1!A1", None, "Sheet1!B7"))
AS_LINES = (Line(start=0, end=3, place="Sheet1!A1"), Line(start=4, end=8), Line(start=9, end=10, place="Sheet1!B7"))
CELLS = CellColumns(rows=(0, 0, 1), columns=(0, 2, 0), starts=(0, 2, 4), ends=(1, 3, 4), column_spans=(2, 1, 1))
AS_CELLS = (
    Cell(row=0, column=0, start=0, end=1, column_span=2),
    Cell(row=0, column=2, start=2, end=3),
    Cell(row=1, column=0, start=4, end=4),
)


@pytest.mark.parametrize(("columns", "plain"), [(LINES, AS_LINES), (CELLS, AS_CELLS)])
def test_columns_are_what_a_tuple_of_the_same_would_be(
    columns: LineColumns | CellColumns, plain: tuple[Line, ...] | tuple[Cell, ...]
) -> None:
    assert tuple(columns) == plain
    assert (columns == plain, plain == columns, hash(columns) == hash(plain)) == (True, True, True)
    assert (columns[0], columns[-1], columns[1:], columns[::-1]) == (plain[0], plain[-1], plain[1:], plain[::-1])
    assert (len(columns), plain[1] in columns, columns.index(plain[2])) == (3, True, 2)
    assert columns != plain[:2]
    assert columns != (*plain[:2], plain[0])
    assert pickle.loads(pickle.dumps(columns)) == plain
    with pytest.raises(IndexError):
        columns[3]


@pytest.mark.parametrize(("position", "index"), [(-1, -1), (0, 0), (3, 0), (4, 1), (9, 2), (99, 2)])
def test_the_line_at_a_position_is_the_last_that_begins_there_or_before(position: int, index: int) -> None:
    assert index_of_line(LINES, position) == index
    assert index_of_line(AS_LINES, position) == index
