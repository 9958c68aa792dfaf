"""Puts the text of formats without fixed pages together: lines and tables with places, page by page.

Such a file is one page (a spreadsheet: one a sheet). Text beyond what one page may hold goes on to a further page, so
nothing is cut off silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, compress, repeat
from operator import add
from typing import NamedTuple

from tenderlight.model.columns import CellColumns, LineColumns
from tenderlight.model.document import Cell, Page, PageMethod, Table
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.tables.header_rows import find_header_rows

MOST_PLACES = 150_000
"""Lines and cells together on one page; more go on to the next."""
_MOST_FROZEN_ROWS = 6
_HEAD_CELLS = 2_000
"""Cells at the beginning of a table that are enough to tell its head."""


class FlowRow(NamedTuple):
    """A row of a table as columns: what stands at one index of each makes a cell."""

    number: int
    """From 0."""
    texts: Sequence[str]
    columns: Sequence[int]
    """Where each cell begins, from 0, rising."""
    spans: Sequence[tuple[int, int]] | None = None
    """Rows and columns of each cell; None = one and one."""


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
        self._in_table = False
        self._header_rows = self._frozen_rows = 0
        self._continues = False
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._place_count = 0
        """Lines and cells on this page."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._places: list[str] = []
        self._tables: list[Table] = []
        self._rows: list[tuple[FlowRow, Sequence[str]]] = []
        """Rows of the open table on this page, with the places of their cells."""
        self._table_start = 0

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
            self._starts.append(self._length)
            self._ends.append(self._length + len(piece))
            self._places.append(place)
            self._place_count += 1
            self._add(piece + "\n")

    def blank_line(self) -> None:
        """Add an empty line, but never two in a row or one at the beginning."""
        if self._parts and self._parts[-1] != "\n" and not self.is_full:
            self._add("\n")

    def open_table(self, *, header_rows: int = 0, frozen_rows: int = 0) -> None:
        """Begin a table; `row` fills it, `close_table` ends it.

        Args:
            header_rows: Rows from the first of the file on that it says are a head; 0 = it does not say, and the head
                is looked for.
            frozen_rows: Rows from the first of the file on that stay in sight; taken for the head where none is found.
        """
        self._in_table = True
        self._rows = []
        self._header_rows, self._frozen_rows = header_rows, frozen_rows
        self._continues = False

    def row(self, row: FlowRow, places: Sequence[str]) -> None:
        """Add one row. A row without text only counts as a place.

        Args:
            row: The cells.
            places: Their names for people, which count from 1: "table 2 row 3 cell 1".
        """
        if not self._in_table:
            raise ValueError("a row needs an open table")
        count = len(row.texts)
        written = "\t".join(row.texts)
        if written.count("\t") >= count > 0:
            row = row._replace(texts=[text.replace("\t", " ") for text in row.texts])
            written = "\t".join(row.texts)
        length = len(written) + 1
        if length <= count or not count or self.is_full:
            return
        if length > self._limits.page_characters or count > MOST_PLACES // 2:
            self._row_as_lines(row, places)
            return
        self._make_room(length)
        if not self._rows:
            self._table_start = self._length
        self._rows.append((row, places))
        self._place_count += 2 * count - row.texts.count("")
        self._add(written + "\n")

    def close_table(self) -> None:
        """End the open table."""
        self._close_part_of_table()
        self._in_table = False

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

    def _row_as_lines(self, row: FlowRow, places: Sequence[str]) -> None:
        self._close_part_of_table()
        for text, place in zip(row.texts, places, strict=True):
            if text:
                self.line(text, place)

    def _make_room(self, length: int) -> None:
        is_crowded = self._place_count >= MOST_PLACES
        if self._length and (is_crowded or self._length + length > self._limits.page_characters):
            goes_on = self._in_table and (bool(self._rows) or self._continues)
            self._close_page()
            self._continues = goes_on

    def _close_part_of_table(self) -> None:
        if not self._rows:
            return
        texts = list(chain.from_iterable([row.texts for row, _ in self._rows]))
        places = chain.from_iterable([places for _, places in self._rows])
        sizes = list(map(len, texts))
        starts = list(accumulate([size + 1 for size in sizes], initial=self._table_start))
        starts.pop()
        ends = list(map(add, starts, sizes))
        self._starts += compress(starts, sizes)
        self._ends += compress(ends, sizes)
        self._places += compress(places, sizes)
        cells = _cells([row for row, _ in self._rows], starts, ends)
        row_count, column_count = max(cells.rows) + 1, max(cells.columns) + 1
        self._tables.append(
            Table(
                row_count=row_count,
                column_count=column_count,
                cells=cells,
                header_rows=self._head(cells, texts, row_count, column_count),
                continues=self._continues and not self._tables,
            )
        )
        self._rows = []
        self._header_rows = self._frozen_rows = 0
        self._continues = False

    def _head(self, cells: Sequence[Cell], texts: Sequence[str], row_count: int, column_count: int) -> int:
        """Return how many rows are a head; on a further page of a table none are."""
        if self._continues:
            return 0
        first_row = self._rows[0][0].number
        declared = self._header_rows - first_row
        if 0 < declared < row_count:
            return declared
        frozen = self._frozen_rows - first_row
        looked_at = _first_cells(self._rows)
        found = find_header_rows(
            zip(cells, texts[:looked_at], strict=False), row_count=row_count, column_count=column_count
        )
        return found or (frozen if 0 < frozen < min(row_count, _MOST_FROZEN_ROWS) else 0)

    def _close_page(self) -> None:
        self._close_part_of_table()
        page = Page(
            number=self._number,
            text="".join(self._parts),
            lines=LineColumns(starts=tuple(self._starts), ends=tuple(self._ends), places=tuple(self._places)),
            tables=tuple(self._tables),
            title=self._title,
            method=PageMethod.FLOW,
        )
        self._finished.append(page)
        self._number += 1
        self._begin()


def _cells(rows: Sequence[FlowRow], starts: Sequence[int], ends: Sequence[int]) -> CellColumns:
    """Return the cells of rows whose texts stand side by side; spans end where the table ends."""
    first = rows[0].number
    numbers = tuple(chain.from_iterable([repeat(row.number - first, len(row.texts)) for row in rows]))
    columns = tuple(chain.from_iterable([row.columns for row in rows]))
    row_spans = column_spans = None
    if any(row.spans for row in rows):
        spans = list(chain.from_iterable([row.spans or repeat((1, 1), len(row.texts)) for row in rows]))
        lowest, widest = max(numbers) + 1, max(columns) + 1
        row_spans = tuple(min(span[0], lowest - number) for span, number in zip(spans, numbers, strict=True))
        column_spans = tuple(min(span[1], widest - column) for span, column in zip(spans, columns, strict=True))
    return CellColumns(
        rows=numbers,
        columns=columns,
        starts=tuple(starts),
        ends=tuple(ends),
        row_spans=row_spans,
        column_spans=column_spans,
    )


def _first_cells(rows: Sequence[tuple[FlowRow, Sequence[str]]]) -> int:
    """Count the cells of the rows that are enough to tell a head."""
    count = 0
    for row, _ in rows:
        if count >= _HEAD_CELLS:
            break
        count += len(row.texts)
    return count
