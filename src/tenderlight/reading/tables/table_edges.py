"""Tables of Word 97 and RTF: their cells have edges and no columns. This finds the columns and what each cell spans."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from tenderlight.reading.blocks import Block, SourceCell, arrange

_NEAR = 40
"""Edges so many twentieths of a point apart are one: programs draw rows a little differently."""


@dataclass(slots=True, kw_only=True)
class EdgedCell:
    """A cell as it stands in the file.

    Attributes:
        blocks: What is in it, filled while the file is walked through.
        right: Its right edge in twentieths of a point; None = unknown.
        continues_left: Whether it is a part of the cell before it.
        continues_above: Whether it is a part of the cell above it.
        starts_down: Whether the cell below may be a part of it.
    """

    blocks: list[Block] = field(default_factory=list)
    right: int | None = None
    continues_left: bool = False
    continues_above: bool = False
    starts_down: bool = False


@dataclass(slots=True, kw_only=True)
class EdgedRow:
    """A row of a table; `left` is its left edge, None = unknown; `is_header` whether the file calls it a head."""

    cells: list[EdgedCell]
    left: int | None = None
    is_header: bool = False


def arrange_rows(rows: Sequence[EdgedRow]) -> list[Block]:
    """Turn the rows of a table into blocks, as `blocks.arrange` does."""
    columns = _columns(rows)
    above: dict[int, SourceCell] = {}
    arranged = []
    for row in rows:
        at = _column(columns, row.left)
        cells = [SourceCell(column_span=at)] if at else []
        for cell in row.cells:
            end = max(_column(columns, cell.right), at + 1) if columns else at + 1
            _add(cell, (at, end), cells, above)
            at = end
        for made in cells if row.is_header else ():
            made.is_header = True
        arranged.append(cells)
    return arrange(arranged)


def _add(cell: EdgedCell, place: tuple[int, int], cells: list[SourceCell], above: dict[int, SourceCell]) -> None:
    """Put a cell into its row, or what it holds into the cell that it is a part of."""
    at, end = place
    if cell.continues_left and cells:
        cells[-1].blocks += cell.blocks
        cells[-1].column_span += end - at
    elif cell.continues_above and at in above:
        above[at].blocks += cell.blocks
        above[at].row_span += 1
    else:
        made = SourceCell(column_span=end - at, blocks=cell.blocks)
        cells.append(made)
        above.pop(at, None)
        if cell.starts_down:
            above[at] = made


def _columns(rows: Sequence[EdgedRow]) -> list[int]:
    """Edges of the columns from left to right; none if any row does not say where its cells end."""
    edges: set[int] = set()
    for row in rows:
        if row.left is None or any(cell.right is None for cell in row.cells):
            return []
        rights = [cell.right for cell in row.cells if cell.right is not None]
        if [row.left, *rights] != sorted({row.left, *rights}):
            return []
        edges.update((row.left, *rights))
    columns: list[int] = []
    for edge in sorted(edges):
        if not columns or edge - columns[-1] > _NEAR:
            columns.append(edge)
    return columns


def _column(columns: Sequence[int], edge: int | None) -> int:
    if not columns or edge is None:
        return 0
    return bisect_left(columns, edge - _NEAR)


class OpenTables:
    """Tables in tables while a file is walked through from one paragraph to the next.

    Args:
        blocks: Where paragraphs and finished tables go.
    """

    def __init__(self, blocks: list[Block]) -> None:
        self._blocks = blocks
        self._open: list[_OpenTable] = []

    def at_depth(self, depth: int) -> None:
        """Close tables, or open them, until so many are open."""
        while len(self._open) > depth:
            table = self._open.pop()
            if table.cells or table.blocks:
                table.end_cell()
                table.end_row(None, (), is_header=False)
            self._target().extend(arrange_rows(table.rows))
        while len(self._open) < depth:
            self._open.append(_OpenTable())

    def paragraph(self, text: str) -> None:
        """Add a paragraph to the open cell, or to the text."""
        if text.strip():
            self._target().append(text.strip("\n"))

    def end_cell(self) -> None:
        """End a cell of the innermost table."""
        if self._open:
            self._open[-1].end_cell()

    def end_row(self, left: int | None, shapes: Sequence[EdgedCell], *, is_header: bool = False) -> None:
        """End a row of the innermost table.

        Args:
            left: Its left edge; None = unknown.
            shapes: Edges and merges of its cells; used only if there are as many as cells.
            is_header: Whether the file calls it a head of the table.
        """
        if self._open:
            self._open[-1].end_row(left, shapes, is_header=is_header)

    def _target(self) -> list[Block]:
        return self._open[-1].blocks if self._open else self._blocks


class _OpenTable:
    def __init__(self) -> None:
        self.rows: list[EdgedRow] = []
        self.cells: list[EdgedCell] = []
        self.blocks: list[Block] = []

    def end_cell(self) -> None:
        self.cells.append(EdgedCell(blocks=self.blocks))
        self.blocks = []

    def end_row(self, left: int | None, shapes: Sequence[EdgedCell], *, is_header: bool) -> None:
        if self.blocks:
            self.end_cell()
        if len(shapes) == len(self.cells):
            for cell, shape in zip(self.cells, shapes, strict=True):
                cell.right, cell.continues_left = shape.right, shape.continues_left
                cell.continues_above, cell.starts_down = shape.continues_above, shape.starts_down
            self.rows.append(EdgedRow(cells=self.cells, left=left, is_header=is_header))
        elif self.cells:
            self.rows.append(EdgedRow(cells=self.cells, is_header=is_header))
        self.cells = []
