"""Paragraphs and tables on their way from HTML, Word and OpenDocument files into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem
from tenderlight.reading.flow import FlowRow, FlowWriter

MOST_COLUMNS = 1000
MOST_ROWS_SPANNED = 65_534
"""What the HTML standard lets a cell span: https://html.spec.whatwg.org/#algorithm-for-processing-rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of data: none of its cells holds a further table."""

    rows: tuple[FlowRow, ...]
    """Those in which a cell begins."""
    header_rows: int = 0
    """Rows at the top that the file itself calls the head of the table; 0 = it does not say."""


Block = str | Grid
"""A paragraph, or a table."""


@dataclass(slots=True, kw_only=True)
class SourceCell:
    """A cell as it stands in the file, filled while the file is walked through."""

    row_span: int = 1
    """0 = down to the end of the table."""
    column_span: int = 1
    is_header: bool = False
    """Whether the file calls it part of the head of its column."""
    blocks: list[Block] = field(default_factory=list)


def arrange(rows: Sequence[Sequence[SourceCell]]) -> list[Block]:
    """Turn the rows of a table into blocks.

    Rows that only lay out further tables become what is in them; so does a table of one column. Everything else
    stays a table.
    """
    blocks: list[Block] = []
    run: list[Sequence[SourceCell]] = []
    for row in rows:
        if any(isinstance(block, Grid) for cell in row for block in cell.blocks):
            blocks += _table_or_lines(run)
            run = []
            blocks += [block for cell in row for block in cell.blocks]
        else:
            run.append(row)
    return blocks + _table_or_lines(run)


def _table_or_lines(rows: Sequence[Sequence[SourceCell]]) -> list[Block]:
    placed = _placed(rows)
    if not any(row.columns[-1] for row in placed):
        return [block for row in rows for cell in row for block in cell.blocks]
    if not any(any(row.texts) for row in placed):
        return []
    return [Grid(rows=tuple(placed), header_rows=_header_rows(rows))]


def _header_rows(rows: Sequence[Sequence[SourceCell]]) -> int:
    """Count the rows at the top that are nothing but heads; where all rows are, there is nothing for them to head."""
    count = next((at for at, row in enumerate(rows) if not row or not all(cell.is_header for cell in row)), len(rows))
    return count if count < len(rows) else 0


def _placed(rows: Sequence[Sequence[SourceCell]]) -> list[FlowRow]:
    """Give every cell its row and column, past those that cells from above reach into."""
    placed = []
    reached: dict[int, int] = {}
    for row, cells in enumerate(rows):
        if not cells:
            continue
        column = 0
        columns: list[int] = []
        spans: list[tuple[int, int]] = []
        for cell in cells:
            while reached and column < MOST_COLUMNS and reached.get(column, 0) > row:
                column += 1
            rows_spanned = min(cell.row_span or len(rows), MOST_ROWS_SPANNED)
            columns_spanned = max(1, min(cell.column_span, MOST_COLUMNS - column))
            if rows_spanned > 1:
                reached.update(dict.fromkeys(range(column, column + columns_spanned), row + rows_spanned))
            columns.append(column)
            spans.append((rows_spanned, columns_spanned))
            column += columns_spanned
        has_spans = spans.count((1, 1)) < len(spans)
        texts = [_text(cell.blocks) for cell in cells]
        placed.append(FlowRow(row, texts, columns, spans if has_spans else None))
    return placed


def _text(blocks: Sequence[Block]) -> str:
    if len(blocks) == 1 and isinstance(blocks[0], str):
        return blocks[0]
    return "\n".join([block for block in blocks if isinstance(block, str)])


class BlockWriter:
    """Writes blocks as pages and counts places: paragraphs and tables of the file, from 1."""

    def __init__(self, writer: FlowWriter) -> None:
        self.writer = writer
        self._tables = 0

    def write(self, blocks: Sequence[Block], *, part: str = "") -> Iterator[Page]:
        """Write the blocks of one part of the file and hand out the pages that are full.

        Args:
            blocks: In reading order.
            part: Name of the part, put before the places of its paragraphs: "header 1 " or "".
        """
        paragraphs = 0
        for block in blocks:
            if isinstance(block, str):
                paragraphs += 1
                self.writer.line(block, f"{part}paragraph {paragraphs}")
            else:
                self._tables += 1
                self._write_table(block)
            yield from self.writer.pages()

    def _write_table(self, table: Grid) -> None:
        self.writer.open_table(header_rows=table.header_rows)
        for row in table.rows:
            place = f"table {self._tables} row {row.number + 1} cell "
            self.writer.row(row, [place + str(column + 1) for column in row.columns])
        self.writer.close_table()


def shortfalls(writer: FlowWriter, step: str) -> Iterator[Problem]:
    """Say what the pages written do not show: more text than there may be, or none at all.

    Problems: limit-characters, no-text.
    """
    if writer.is_full:
        yield problem("limit-characters", step=step)
    if not writer.has_text:
        yield problem("no-text", step=step)
