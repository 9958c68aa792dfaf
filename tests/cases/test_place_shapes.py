"""Lines and cells in JSON: columns and objects have the same bytes, and what has no boxes comes back as columns."""

from __future__ import annotations

from tenderlight.cases.encoding import decode_item, encode_item
from tenderlight.model.box import Box
from tenderlight.model.columns import CellColumns, LineColumns
from tenderlight.model.document import Cell, Line, Page, PageMethod, Table

LINES = LineColumns(starts=(0, 2), ends=(1, 3), places=("S!A1", "S!B1"))
CELLS = CellColumns(rows=(0, 0), columns=(0, 1), starts=(0, 2), ends=(1, 3), row_spans=(1, 1), column_spans=(1, 2))


def _page(lines: LineColumns | tuple[Line, ...], cells: CellColumns | tuple[Cell, ...]) -> Page:
    table = Table(row_count=1, column_count=3, cells=cells)
    return Page(number=1, text="a\tb\n", lines=lines, tables=(table,), method=PageMethod.FLOW)


def test_columns_are_written_as_objects_are() -> None:
    assert encode_item(_page(LINES, CELLS)) == encode_item(_page(tuple(LINES), tuple(CELLS)))


def test_what_has_no_boxes_is_read_back_as_columns() -> None:
    page = _page(tuple(LINES), tuple(CELLS))
    found = decode_item(encode_item(page))
    assert isinstance(found, Page)
    assert found == page
    assert isinstance(found.lines, LineColumns)
    assert isinstance(found.tables[0].cells, CellColumns)


def test_what_has_boxes_is_read_back_with_them() -> None:
    box = Box(left=1.0, top=2.0, right=3.0, bottom=4.0)
    lines = (Line(start=0, end=1, place="S!A1"), Line(start=2, end=3, box=box))
    cells = (Cell(row=0, column=0, start=0, end=1, box=box), Cell(row=0, column=1, start=2, end=3))
    page = _page(lines, cells)
    assert decode_item(encode_item(page)) == page
