"""From words and grids to the page of the model: text in reading order, lines, words and tables with their offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.box import Box
from tenderlight.model.document import Cell, Line, Table, Word
from tenderlight.reading.layout.reading_order import Piece, columns_of_type, rows_in_order, rows_of
from tenderlight.reading.layout.words_on_page import PageWords, turned_back
from tenderlight.reading.tables.header_rows import find_header_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.tables.grids import Grid

    Boxes = NDArray[np.float64]
    Numbers = NDArray[np.int64]

_WIDE_GAP_HEIGHTS = 1.0
"""A gap this wide, in heights of the line, may part columns."""
_NEW_LINE_HEIGHTS = 1.2
"""A gap this wide ends a line of the model: labels beside values, columns of a table without rules."""
_SPACE_HEIGHTS = 0.15
_LEAST_FILLED_CELLS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOutText:
    """Text in reading order and what is in it; offsets are code points in `text`."""

    text: str
    lines: tuple[Line, ...]
    words: tuple[Word, ...]
    tables: tuple[Table, ...]


@dataclass(frozen=True, slots=True)
class _Segments:
    """Runs of words of one line with no wide gap, no border and no turn in them."""

    words: PageWords
    firsts: Numbers
    lasts: Numbers
    """Index of the last word."""
    boxes: Sequence[Sequence[float]]
    """As displayed, to the hundredth of a point."""
    pieces: tuple[Piece, ...]
    """The same in the direction of their own text; `number` is the index of the segment."""


@dataclass(slots=True)
class _Writer:
    """Puts the text of a page together and keeps account of offsets."""

    segments: _Segments
    parts: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[Line] = field(default_factory=list)
    order: list[int] = field(default_factory=list)
    """Segments as written."""
    places: list[int] = field(default_factory=list)
    """Where each of them starts in the text."""

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def write_row(self, row: Sequence[Piece]) -> None:
        """Write pieces of one height beside each other; a wide gap begins a new `Line`, but no new line of text."""
        words = self.segments.words
        start, joined = self.length, [row[0].number]
        before: Piece | None = None
        for piece in row:
            first, last = int(self.segments.firsts[piece.number]), int(self.segments.lasts[piece.number])
            if before is not None:
                between = self._between(before, piece)
                if _is_new_line(before, piece):
                    self._close_line(start, self.length, joined)
                    start, joined = self.length + max(2, len(between)), []
                    between = between.ljust(2)
                self.write(between)
                joined.append(piece.number)
            self.order.append(piece.number)
            self.places.append(self.length)
            self.write(words.text[int(words.starts[first]) : int(words.ends[last])])
            before = piece
        self._close_line(start, self.length, joined)

    def _close_line(self, start: int, end: int, joined: Sequence[int]) -> None:
        boxes = [self.segments.boxes[number] for number in joined]
        box = Box(
            left=min(box[0] for box in boxes),
            top=min(box[1] for box in boxes),
            right=max(box[2] for box in boxes),
            bottom=max(box[3] for box in boxes),
        )
        self.lines.append(Line(start=start, end=end, box=box))

    def _between(self, before: Piece, piece: Piece) -> str:
        """Return the white space between two pieces of a row: as the file has it, else by their distance."""
        words, segments = self.segments.words, self.segments
        last, first = int(segments.lasts[before.number]), int(segments.firsts[piece.number])
        if piece.line == before.line and first == last + 1:
            between = words.text[int(words.ends[last]) : int(words.starts[first])]
            if not between or between.isspace():
                return between
        gap = piece.left - before.right
        return "" if abs(gap) < _SPACE_HEIGHTS * piece.height else " "


def lay_out(words: PageWords, grids: Sequence[Grid]) -> LaidOutText:
    """Put the words of a page in reading order.

    Tables stand where they are on the page, row by row; whatever is turned against most of the page comes after the
    rest. Nothing but white space is added or lost.

    Args:
        words: With the cells they stand in.
        grids: Tables, turned into the main direction of the text. One with text in fewer than two cells is left out.
    """
    if not len(words.starts):
        return LaidOutText(text="", lines=(), words=(), tables=())
    words, kept = _without_empty_grids(words, grids)
    segments = _segments(words)
    writer = _Writer(segments)
    direction = words.main_direction
    turn = direction % 4
    by_cell: dict[int, list[Piece]] = {}
    for piece in segments.pieces:
        by_cell.setdefault(int(words.cells[segments.firsts[piece.number]]), []).append(piece)
    turns = {piece.number: int(words.turns[segments.firsts[piece.number]]) for piece in segments.pieces}
    outside = by_cell.get(-1, [])
    tables = []
    pieces = [piece for piece in outside if turns[piece.number] == turn] + _table_pieces(kept, by_cell)
    for row in rows_in_order(pieces):
        if row[0].is_table:
            tables.append(_write_table(writer, kept[row[0].number], by_cell, turns, direction))
        else:
            writer.write_row(row)
            writer.write("\n")
    for other in sorted({turns[piece.number] for piece in outside} - {turn}):
        for row in rows_in_order([piece for piece in outside if turns[piece.number] == other]):
            writer.write_row(row)
            writer.write("\n")
    return LaidOutText(
        text="".join(writer.parts), lines=tuple(writer.lines), words=_words(writer), tables=tuple(tables)
    )


def _is_new_line(before: Piece, piece: Piece) -> bool:
    """Say whether a gap is wide enough to part two lines; letters of a spaced-out heading stay together."""
    if before.columns_of_type == piece.columns_of_type == 2 and before.is_one_letter and piece.is_one_letter:
        return False
    return piece.left - before.right > _NEW_LINE_HEIGHTS * min(piece.height, before.height)


def _without_empty_grids(words: PageWords, grids: Sequence[Grid]) -> tuple[PageWords, list[tuple[int, Grid]]]:
    """Drop grids with too little text; return the rest, each with the number of its first cell."""
    cells = words.cells.copy()
    kept, first = [], 0
    for grid in grids:
        inside = (cells >= first) & (cells < first + len(grid.places))
        if len(np.unique(cells[inside])) >= _LEAST_FILLED_CELLS:
            kept.append((first, grid))
        else:
            cells[inside] = -1
        first += len(grid.places)
    return words.in_cells(cells), kept


def _segments(words: PageWords) -> _Segments:
    """Cut the engine's lines where something else may stand between two words."""
    upright = words.boxes_in_direction(words.main_direction)
    left, top, right, bottom = upright.T
    height = np.maximum(bottom - top, 1.0)
    gap = left[1:] - right[:-1]
    size = np.minimum(height[1:], height[:-1])
    # Within a line of Arabic or Hebrew, words go left and numbers go right: only distance counts.
    backwards = np.isin(words.lines, words.lines[words.is_right_to_left])[1:]
    gap = np.where(backwards, np.maximum(gap, left[:-1] - right[1:]), gap)
    back = (gap < -0.5 * size) & ~backwards
    new = np.ones(len(left), np.bool_)
    new[1:] = (
        (np.diff(words.lines) != 0)
        | (np.diff(words.cells) != 0)
        | (np.diff(words.turns) != 0)
        | (gap > _WIDE_GAP_HEIGHTS * size)
        | back
    )
    firsts = np.flatnonzero(new)
    lasts = np.append(firsts[1:], len(left)) - 1
    sides = _unions(upright, firsts)
    pieces = tuple(
        Piece(
            number=number,
            left=box[0],
            top=box[1],
            right=box[2],
            bottom=box[3],
            emitted=first,
            line=line,
            columns_of_type=columns_of_type(words.text[start:end]),
            is_one_letter=end - start == 1,
        )
        for number, (box, first, line, start, end) in enumerate(
            zip(
                sides.tolist(),
                firsts.tolist(),
                words.lines[firsts].tolist(),
                words.starts[firsts].tolist(),
                words.ends[lasts].tolist(),
                strict=True,
            )
        )
    )
    return _Segments(words, firsts, lasts, np.round(_unions(words.boxes, firsts), 2).tolist(), pieces)


def _unions(boxes: Boxes, firsts: Numbers) -> Boxes:
    """Return the box around each run of boxes."""
    return np.concatenate(
        [np.minimum.reduceat(boxes[:, :2], firsts, axis=0), np.maximum.reduceat(boxes[:, 2:], firsts, axis=0)], axis=1
    )


def _table_pieces(grids: Sequence[tuple[int, Grid]], by_cell: dict[int, list[Piece]]) -> list[Piece]:
    pieces = []
    for number, (first, grid) in enumerate(grids):
        left, top, right, bottom = grid.box
        emitted = min(
            piece.emitted for cell in range(first, first + len(grid.places)) for piece in by_cell.get(cell, ())
        )
        pieces.append(
            Piece(
                number=number,
                left=left,
                top=top,
                right=right,
                bottom=bottom,
                emitted=emitted,
                line=-1,
                is_table=True,
            )
        )
    return pieces


def _write_table(
    writer: _Writer,
    numbered: tuple[int, Grid],
    by_cell: dict[int, list[Piece]],
    turns: dict[int, int],
    direction: int,
) -> Table:
    """Write a table row by row and return it with the places of its cells."""
    first, grid = numbered
    boxes = _rounded(turned_back(grid.cell_boxes, direction))
    cells: list[Cell] = []
    row_before: int | None = None
    for number, (row, column, row_span, column_span) in enumerate(grid.places.tolist()):
        if row_before is not None:
            writer.write("\t" if row == row_before else "\n")
        row_before = row
        start = writer.length
        for index, pieces in enumerate(_rows_in_cell(by_cell.get(first + number, ()), turns, direction % 4)):
            if index:
                writer.write("\n")
            writer.write_row(pieces)
        cells.append(
            Cell(
                row=row,
                column=column,
                row_span=row_span,
                column_span=column_span,
                start=start,
                end=writer.length,
                box=boxes[number],
            )
        )
    writer.write("\n")
    (outline,) = _rounded(turned_back(np.array([grid.box]), direction))
    rows, columns = len(grid.down) - 1, len(grid.across) - 1
    texts = _texts(writer, cells)
    return Table(
        row_count=rows,
        column_count=columns,
        cells=tuple(cells),
        box=outline,
        header_rows=find_header_rows(zip(cells, texts, strict=True), row_count=rows, column_count=columns),
    )


def _texts(writer: _Writer, cells: Sequence[Cell]) -> list[str]:
    """Return the texts of the cells that were written last."""
    length, parts = 0, 0
    while length < writer.length - cells[0].start:
        parts += 1
        length += len(writer.parts[-parts])
    written = "".join(writer.parts[len(writer.parts) - parts :])
    shift = writer.length - length
    return [written[cell.start - shift : cell.end - shift] for cell in cells]


def _rows_in_cell(pieces: Iterable[Piece], turns: dict[int, int], turn: int) -> list[list[Piece]]:
    by_turn: dict[int, list[Piece]] = {}
    for piece in pieces:
        by_turn.setdefault(turns[piece.number], []).append(piece)
    rows = rows_of(by_turn.pop(turn, []))
    for other in sorted(by_turn):
        rows += rows_of(by_turn[other])
    return rows


def _words(writer: _Writer) -> tuple[Word, ...]:
    """Return the words in the order of the finished text."""
    segments, words = writer.segments, writer.segments.words
    boxes = _rounded(words.boxes)
    starts, ends = words.starts.tolist(), words.ends.tolist()
    firsts, lasts = segments.firsts.tolist(), segments.lasts.tolist()
    sure = [None] * len(starts) if words.confidences is None else np.round(words.confidences, 4).tolist()
    result: list[Word] = []
    for segment, place in zip(writer.order, writer.places, strict=True):
        shift = place - starts[firsts[segment]]
        result += [
            Word(start=starts[index] + shift, end=ends[index] + shift, box=boxes[index], confidence=sure[index])
            for index in range(firsts[segment], lasts[segment] + 1)
        ]
    return tuple(result)


def _rounded(boxes: Boxes) -> list[Box]:
    """Return boxes of the model, to the hundredth of a point."""
    return [
        Box(left=left, top=top, right=right, bottom=bottom) for left, top, right, bottom in np.round(boxes, 2).tolist()
    ]
