"""Paragraphs and tables on their way from HTML, Word and OpenDocument files into pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem
from tenderlight.reading.flow import FlowCell, FlowWriter

MOST_COLUMNS = 1000
MOST_ROWS_SPANNED = 65_534
"""What the HTML standard lets a cell span: https://html.spec.whatwg.org/#algorithm-for-processing-rows."""


class GridCell(NamedTuple):
    """A cell of a table of data; row and column start at 0."""

    row: int
    column: int
    text: str
    row_span: int
    column_span: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table of data: none of its cells holds a further table."""

    cells: tuple[GridCell, ...]
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
    cells = _placed(rows)
    if not any(cell.column for cell in cells):
        return [block for row in rows for cell in row for block in cell.blocks]
    if not any(cell.text for cell in cells):
        return []
    return [Grid(cells=tuple(cells), header_rows=_header_rows(rows))]


def _header_rows(rows: Sequence[Sequence[SourceCell]]) -> int:
    """Count the rows at the top that are nothing but heads; where all rows are, there is nothing for them to head."""
    count = next((at for at, row in enumerate(rows) if not row or not all(cell.is_header for cell in row)), len(rows))
    return count if count < len(rows) else 0


def _placed(rows: Sequence[Sequence[SourceCell]]) -> list[GridCell]:
    """Give every cell its row and column, past those that cells from above reach into."""
    placed = []
    reached: dict[int, int] = {}
    for row, cells in enumerate(rows):
        column = 0
        for cell in cells:
            while reached.get(column, 0) > row:
                column += 1
            rows_spanned = min(cell.row_span or len(rows), MOST_ROWS_SPANNED)
            columns_spanned = max(1, min(cell.column_span, MOST_COLUMNS - column))
            if rows_spanned > 1:
                reached.update(dict.fromkeys(range(column, column + columns_spanned), row + rows_spanned))
            placed.append(
                GridCell(
                    row=row,
                    column=column,
                    text="\n".join(block for block in cell.blocks if isinstance(block, str)),
                    row_span=rows_spanned,
                    column_span=columns_spanned,
                )
            )
            column += columns_spanned
    return placed


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
                cells = [_flow_cell(cell, self._tables) for cell in block.cells]
                self.writer.table(cells, header_rows=block.header_rows)
            yield from self.writer.pages()


def _flow_cell(cell: GridCell, table: int) -> FlowCell:
    return FlowCell(
        row=cell.row,
        column=cell.column,
        text=cell.text,
        place=f"table {table} row {cell.row + 1} cell {cell.column + 1}",
        row_span=cell.row_span,
        column_span=cell.column_span,
    )


def shortfalls(writer: FlowWriter, step: str) -> Iterator[Problem]:
    """Say what the pages written do not show: more text than there may be, or none at all.

    Problems: limit-characters, no-text.
    """
    if writer.is_full:
        yield problem("limit-characters", step=step)
    if not writer.has_text:
        yield problem("no-text", step=step)
