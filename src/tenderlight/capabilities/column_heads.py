"""Which head a table cell stands under, in offsets of the joined text of a document."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from tenderlight.model.document import Cell, Page
from tenderlight.reading.tables.whole_tables import whole_tables

Span = tuple[int, int]


class ColumnHeads:
    """The heads of the cells of all tables. A head on page 1 stands over the rows of page 3, if the table goes on."""

    def __init__(self) -> None:
        self._starts, self._ends = array("q"), array("q")
        self._head_starts, self._head_ends = array("q"), array("q")

    def add(self, span: Span, head: Span) -> None:
        """Add a cell and its head. A cell out of the order of the text is left out."""
        if self._ends and span[0] < self._ends[-1]:
            return
        for numbers, number in zip(
            (self._starts, self._ends, self._head_starts, self._head_ends), (*span, *head), strict=True
        ):
            numbers.append(number)

    def head_of(self, position: int) -> Span | None:
        """Return the span of the head over the cell that holds a place, or None."""
        number = bisect_right(self._starts, position) - 1
        if number < 0 or position >= self._ends[number]:
            return None
        return self._head_starts[number], self._head_ends[number]


def column_heads(pages: Sequence[Page], joined: Mapping[int, tuple[int, int, int]]) -> ColumnHeads:
    """Find the lowest head over each cell.

    Args:
        pages: Pages of one document, in order.
        joined: For each page number: the part of the page's text that is joined (start, end), and where it begins in
            the joined text.
    """
    heads = ColumnHeads()

    def place(page: Page, cell: Cell) -> Span | None:
        start, end, position = joined[page.number]
        if not start <= cell.start < cell.end <= end:
            return None
        return position + cell.start - start, position + cell.end - start

    for table in whole_tables(pages):
        if not table.header_rows:
            continue
        for placed in table.cells():
            if placed.heads:
                span, head = place(placed.page, placed.cell), place(placed.heads[-1].page, placed.heads[-1].cell)
                if span is not None and head is not None:
                    heads.add(span, head)
    return heads
