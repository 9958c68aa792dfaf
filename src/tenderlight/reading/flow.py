"""Puts the text of formats without fixed pages together: lines and tables with places, page by page.

Such a file is one page (a spreadsheet: one a sheet). Text beyond what one page may hold goes on to a further page, so
nothing is cut off silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from tenderlight.model.document import Cell, Line, Page, PageMethod, Table
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.tables.header_rows import find_header_rows

MOST_PLACES = 150_000
"""Lines and cells together on one page; more go on to the next."""
_MOST_FROZEN_ROWS = 6
_HEAD_CELLS = 2_000
"""Cells at the beginning of a table that are enough to tell its head."""


class FlowCell(NamedTuple):
    """A cell on its way into a page. Rows and columns start at 0; `place` is for people and starts at 1."""

    row: int
    column: int
    text: str
    place: str
    row_span: int = 1
    column_span: int = 1


class FlowWriter:
    """Collects lines and table rows in reading order and hands out finished pages.

    Args:
        limits: `page_characters` ends a page, `document_characters` ends the document.
        number: Number of the first page made.
        title: Title of every page made.
    """

    def __init__(self, limits: ReadingLimits, *, number: int = 1, title: str | None = None) -> None:
        self._limits = limits
        self._number = number
        self._title = title
        self.written = 0
        """Characters written so far, all pages together."""
        self._finished: list[Page] = []
        self._cells: list[Cell] | None = None
        self._texts: list[str] = []
        """Texts of the cells, for as many as a head may be told by."""
        self._first_row = 0
        self._header_rows = self._frozen_rows = 0
        self._continues = self._has_spans = False
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._cell_count = 0
        self._lines: list[Line] = []
        self._tables: list[Table] = []

    @property
    def next_number(self) -> int:
        """Number of the page being written."""
        return self._number

    @property
    def is_full(self) -> bool:
        """Whether the document has had all the characters it may have; what is added now is dropped."""
        return self.written >= self._limits.document_characters

    @property
    def has_text(self) -> bool:
        """Whether anything was written."""
        return self.written > 0

    def line(self, text: str, place: str) -> None:
        """Add a line (paragraph) of text."""
        size = max(self._limits.page_characters - 1, 1)
        for at in range(0, max(len(text), 1), size):
            piece = text[at : at + size]
            if self.is_full:
                return
            self._make_room(len(piece) + 1)
            self._lines.append(Line(start=self._length, end=self._length + len(piece), place=place))
            self._add(piece + "\n")

    def blank_line(self) -> None:
        """Add an empty line, but never two in a row or one at the beginning."""
        if self._parts and self._parts[-1] != "\n" and not self.is_full:
            self._add("\n")

    def table(self, cells: Sequence[FlowCell], *, header_rows: int = 0) -> None:
        """Add a whole table; cells in row order. See `open_table`."""
        self.open_table(header_rows=header_rows)
        row: list[FlowCell] = []
        for cell in cells:
            if row and cell.row != row[0].row:
                self.row(row)
                row = []
            row.append(cell)
        self.row(row)
        self.close_table()

    def open_table(self, *, header_rows: int = 0, frozen_rows: int = 0) -> None:
        """Begin a table; `row` fills it, `close_table` ends it.

        Args:
            header_rows: Rows from the first of the file on that it says are a head; 0 = it does not say, and the head
                is looked for.
            frozen_rows: Rows from the first of the file on that stay in sight; taken for the head where none is found.
        """
        self._cells, self._texts = [], []
        self._header_rows, self._frozen_rows = header_rows, frozen_rows
        self._continues = False

    def row(self, cells: Sequence[FlowCell]) -> None:
        """Add one row, cells in column order. A row without text only counts as a place."""
        if self._cells is None:
            raise ValueError("a row needs an open table")
        texts = [cell.text.replace("\t", " ") for cell in cells]
        length = sum(map(len, texts)) + len(texts)
        if length == len(cells) or self.is_full:
            return
        if length > self._limits.page_characters or len(cells) > MOST_PLACES // 2:
            self._row_as_lines(cells)
            return
        self._make_room(length)
        if not self._cells:
            self._first_row = cells[0].row
        start, first_row = self._length, self._first_row
        for (row, column, _, place, rows, columns), text in zip(cells, texts, strict=True):
            end = start + len(text)
            if text:
                self._lines.append(Line(start=start, end=end, place=place))
            self._cells.append(
                Cell(row=row - first_row, column=column, start=start, end=end, row_span=rows, column_span=columns)
            )
            if rows != 1 or columns != 1:
                self._has_spans = True
            start = end + 1
        if len(self._texts) < _HEAD_CELLS:
            self._texts += texts
        self._parts.append("\t".join(texts))
        self._parts.append("\n")
        self._cell_count += len(cells)
        self._length += length
        self.written += length

    def close_table(self) -> None:
        """End the open table."""
        self._close_part_of_table()
        self._cells = None

    def pages(self) -> Iterator[Page]:
        """Hand out the pages finished so far, each once."""
        finished, self._finished = self._finished, []
        yield from finished

    def last_pages(self) -> Iterator[Page]:
        """End the page being written and hand out what is left: at least one page in all."""
        self._close_page()
        yield from self.pages()

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)
        self.written += len(text)

    def _row_as_lines(self, cells: Sequence[FlowCell]) -> None:
        self._close_part_of_table()
        for cell in cells:
            if cell.text:
                self.line(cell.text, cell.place)

    def _make_room(self, length: int) -> None:
        is_crowded = len(self._lines) + self._cell_count >= MOST_PLACES
        if self._length and (is_crowded or self._length + length > self._limits.page_characters):
            in_table = self._cells is not None
            goes_on = in_table and (bool(self._cells) or self._continues)
            self._close_page()
            self._cells, self._continues = ([], goes_on) if in_table else (None, False)

    def _close_part_of_table(self) -> None:
        if self._cells:
            row_count = max([cell.row for cell in self._cells]) + 1
            column_count = max([cell.column for cell in self._cells]) + 1
            if self._has_spans:
                self._cells = [_clipped(cell, row_count, column_count) for cell in self._cells]
            self._tables.append(
                Table(
                    row_count=row_count,
                    column_count=column_count,
                    cells=tuple(self._cells),
                    header_rows=self._head(row_count, column_count),
                    continues=self._continues and not self._tables,
                )
            )
            self._cells, self._texts = [], []
            self._header_rows = self._frozen_rows = 0
            self._continues = False

    def _head(self, row_count: int, column_count: int) -> int:
        """Return how many rows are a head; on a further page of a table none are."""
        if self._continues or not self._cells:
            return 0
        declared = self._header_rows - self._first_row
        if 0 < declared < row_count:
            return declared
        cells = zip(self._cells, self._texts, strict=False)
        frozen = self._frozen_rows - self._first_row
        found = find_header_rows(cells, row_count=row_count, column_count=column_count)
        return found or (frozen if 0 < frozen < min(row_count, _MOST_FROZEN_ROWS) else 0)

    def _close_page(self) -> None:
        self._close_part_of_table()
        page = Page(
            number=self._number,
            text="".join(self._parts),
            lines=tuple(self._lines),
            tables=tuple(self._tables),
            title=self._title,
            method=PageMethod.FLOW,
        )
        self._finished.append(page)
        self._number += 1
        self._begin()


def _clipped(cell: Cell, row_count: int, column_count: int) -> Cell:
    if cell.row_span == cell.column_span == 1:
        return cell
    return replace(
        cell,
        row_span=min(cell.row_span, row_count - cell.row),
        column_span=min(cell.column_span, column_count - cell.column),
    )
