"""Tables as a reader of the document sees them: over all their pages, under one head.

A page keeps the part of a table that stands on it. Here the parts are put together again: a bill of quantities of ten
pages is one table, repeated heads are no rows of it, and each cell knows what its column is called.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tenderlight.model.document import Cell, Page, Table
from tenderlight.model.statement import Anchor
from tenderlight.reading.tables.header_rows import is_title


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """The part of a table that stands on one page."""

    page: Page
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedCell:
    """A cell of a whole table. Rows are counted over all pages from 0, without repeated heads."""

    page: Page
    cell: Cell
    row: int
    is_header: bool = False
    heads: tuple[PlacedCell, ...] = ()
    """Cells of the head over its columns, from top to bottom; titles over the whole table are none."""

    @property
    def text(self) -> str:
        """The text as written."""
        return self.page.text[self.cell.start : self.cell.end]

    @property
    def header_texts(self) -> tuple[str, ...]:
        """What the head says over the cell, from top to bottom, white space folded; empty if there is no head."""
        return tuple(" ".join(head.text.split()) for head in self.heads)

    def anchor(self) -> Anchor:
        """Return where the text stands, for a quote."""
        return Anchor(start=self.cell.start, end=self.cell.end, text=self.text, page_number=self.page.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeTable:
    """A table over all the pages it stands on, at least one part."""

    parts: tuple[TablePart, ...]

    @property
    def column_count(self) -> int:
        """Columns of its widest part."""
        return max(part.table.column_count for part in self.parts)

    @property
    def header_rows(self) -> int:
        """Rows of its head; 0 = no head is known. A head that is repeated is known by that."""
        first = self.parts[0].table
        repeated = next((part.table.header_rows for part in self.parts[1:] if part.table.header_rows), 0)
        return first.header_rows or min(repeated, first.row_count)

    @property
    def row_count(self) -> int:
        """Rows over all pages, the head once."""
        repeated = sum(part.table.header_rows for part in self.parts[1:])
        return sum(part.table.row_count for part in self.parts) - repeated

    def cells(self) -> Iterator[PlacedCell]:
        """Yield the cells in order, repeated heads left out."""
        header_rows = self.header_rows
        head: list[PlacedCell] = []
        over: dict[int, tuple[PlacedCell, ...]] | None = None
        offset = 0
        for number, part in enumerate(self.parts):
            skipped = part.table.header_rows if number else 0
            for cell in part.table.cells:
                row = offset + cell.row - skipped
                if number == 0 and cell.row < header_rows:
                    head.append(PlacedCell(page=part.page, cell=cell, row=row, is_header=True))
                    yield head[-1]
                elif cell.row >= skipped:
                    over = _heads_by_column(head, self.column_count) if over is None else over
                    yield PlacedCell(page=part.page, cell=cell, row=row, heads=_heads_of(cell, over))
            offset += part.table.row_count - skipped

    def rows(self) -> Iterator[list[PlacedCell]]:
        """Yield the cells row by row; a row in which none begins is left out."""
        row: list[PlacedCell] = []
        for cell in self.cells():
            if row and cell.row != row[0].row:
                yield row
                row = []
            row.append(cell)
        if row:
            yield row


def whole_tables(pages: Iterable[Page]) -> list[WholeTable]:
    """Return the tables of a document in reading order, each over all its pages.

    Args:
        pages: Pages of one document, in order.
    """
    tables: list[list[TablePart]] = []
    for page in pages:
        for number, table in enumerate(page.tables):
            part = TablePart(page=page, table=table)
            if number == 0 and table.continues and tables and tables[-1][0].page.number < page.number:
                tables[-1].append(part)
            else:
                tables.append([part])
    return [WholeTable(parts=tuple(parts)) for parts in tables]


def _heads_by_column(head: Sequence[PlacedCell], column_count: int) -> dict[int, tuple[PlacedCell, ...]]:
    over: dict[int, tuple[PlacedCell, ...]] = {}
    rows: dict[int, list[tuple[Cell, str]]] = {}
    for placed in head:
        rows.setdefault(placed.row, []).append((placed.cell, placed.text))
    titles = {row for row, cells in rows.items() if is_title(cells, column_count)}
    for placed in head:
        if placed.row in titles or placed.cell.column_span >= column_count or placed.cell.start == placed.cell.end:
            continue
        first = placed.cell.column
        for column in range(first, min(first + placed.cell.column_span, column_count)):
            over[column] = (*over.get(column, ()), placed)
    return over


def _heads_of(cell: Cell, over: dict[int, tuple[PlacedCell, ...]]) -> tuple[PlacedCell, ...]:
    if cell.column_span == 1:
        return over.get(cell.column, ())
    found: list[PlacedCell] = []
    for column in range(cell.column, min(cell.column + cell.column_span, max(over, default=-1) + 1)):
        found += [head for head in over.get(column, ()) if head not in found]
    return tuple(found)
