"""The words of one page as arrays, before they are put in reading order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.tables import Grid

    Boxes = NDArray[np.float64]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_SPLIT_MARGIN = 0.15
"""Share of its height by which a letter must reach over a border on both sides to count as drawn across it."""


def turned(boxes: Boxes, quarter_turns: int) -> Boxes:
    """Turn boxes so that text that stands `quarter_turns` clockwise comes to read left to right, top to bottom.

    `turned(turned(boxes, n), 4 - n)` are the boxes again.
    """
    left, top, right, bottom = boxes.T
    if quarter_turns % 4 == 1:
        return np.stack([top, -right, bottom, -left], axis=1)
    if quarter_turns % 4 == 2:
        return np.stack([-right, -bottom, -left, -top], axis=1)
    if quarter_turns % 4 == 3:
        return np.stack([-bottom, left, -top, right], axis=1)
    return boxes


@dataclass(frozen=True, slots=True, kw_only=True)
class PageWords:
    """Words in the order of the file. One entry a word in every array."""

    text: str
    """As emitted by the engine."""
    starts: Numbers
    ends: Numbers
    boxes: Boxes
    """As displayed: left, top, right, bottom."""
    lines: Numbers
    """Which of the engine's lines the word is in."""
    turns: Numbers
    """Clockwise quarter turns of the text."""
    cells: Numbers
    """Cell of the page the word stands in, counted through all grids; -1 = outside tables."""

    def some(self, chosen: Flags) -> PageWords:
        """Return the chosen words only."""
        return PageWords(
            text=self.text,
            starts=self.starts[chosen],
            ends=self.ends[chosen],
            boxes=self.boxes[chosen],
            lines=self.lines[chosen],
            turns=self.turns[chosen],
            cells=self.cells[chosen],
        )

    @property
    def main_turn(self) -> int:
        """The direction most characters of the page are set in."""
        return int(np.bincount(self.turns, self.ends - self.starts, minlength=4).argmax())

    @property
    def upright_boxes(self) -> Boxes:
        """Boxes as seen with the page turned so that each word reads left to right."""
        boxes = self.boxes.copy()
        for turn in (1, 2, 3):
            chosen = self.turns == turn
            if chosen.any():
                boxes[chosen] = turned(self.boxes[chosen], turn)
        return boxes


def put_into_cells(words: PageWords, grids: Sequence[Grid], read_letters: Callable[[int, int], Boxes]) -> PageWords:
    """Say of each word which cell it stands in; cut words that run over a border without touching it.

    Args:
        words: All words of a page.
        grids: Its tables, in the turn of most of its text.
        read_letters: Returns the displayed box of each code point between two offsets.
    """
    if not grids or not len(words.starts):
        return words
    turn = words.main_turn
    boxes = turned(words.boxes, turn)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    inset = np.minimum(2.0, (boxes[:, 2] - boxes[:, 0]) / 4)
    cells = _cells_at(grids, (boxes[:, 0] + boxes[:, 2]) / 2, middle)
    left = _cells_at(grids, boxes[:, 0] + inset, middle)
    right = _cells_at(grids, boxes[:, 2] - inset, middle)
    torn = np.flatnonzero((left != right) & (words.turns == turn) & (words.ends - words.starts > 1))
    pieces = [_cut(words, grids, index, read_letters, turn) for index in torn.tolist()]
    kept = np.ones(len(words.starts), np.bool_)
    kept[[index for index, piece in zip(torn.tolist(), pieces, strict=True) if piece is not None]] = False
    whole = PageWords(
        text=words.text,
        starts=words.starts,
        ends=words.ends,
        boxes=words.boxes,
        lines=words.lines,
        turns=words.turns,
        cells=cells,
    ).some(kept)
    return _together([whole, *(piece for piece in pieces if piece is not None)])


def _cells_at(grids: Sequence[Grid], x: NDArray[np.float64], y: NDArray[np.float64]) -> Numbers:
    """Return the cell at each point, counted through all grids, or -1."""
    result = np.full(len(x), -1, np.int64)
    offset = 0
    for grid in grids:
        cells = grid.cells_at(x, y)
        result = np.where((cells >= 0) & (result < 0), cells + offset, result)
        offset += len(grid.places)
    return result


def _cut(
    words: PageWords, grids: Sequence[Grid], index: int, read_letters: Callable[[int, int], Boxes], turn: int
) -> PageWords | None:
    """Cut one word at the borders of cells, or return None if it is drawn across them (text too long for its cell)."""
    start, end = int(words.starts[index]), int(words.ends[index])
    letters = read_letters(start, end)
    boxes = turned(letters, turn)
    margin = _SPLIT_MARGIN * (boxes[:, 3] - boxes[:, 1])
    narrow = np.minimum(margin, (boxes[:, 2] - boxes[:, 0]) / 3)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    cells = _cells_at(grids, (boxes[:, 0] + boxes[:, 2]) / 2, middle)
    crossing = _cells_at(grids, boxes[:, 0] + narrow, middle) != _cells_at(grids, boxes[:, 2] - narrow, middle)
    if crossing.any() or (cells == cells[0]).all():
        return None
    firsts = np.flatnonzero(np.diff(cells, prepend=cells[0] - 1))
    bounds = np.append(firsts, end - start)
    parts = [letters[first:last] for first, last in pairwise(bounds)]
    count = len(firsts)
    return PageWords(
        text=words.text,
        starts=start + bounds[:-1],
        ends=start + bounds[1:],
        boxes=np.array([[*part[:, :2].min(axis=0), *part[:, 2:].max(axis=0)] for part in parts]),
        lines=np.full(count, words.lines[index]),
        turns=np.full(count, words.turns[index]),
        cells=cells[firsts],
    )


def _together(parts: Sequence[PageWords]) -> PageWords:
    """Join words of one page in the order of the file."""
    order = np.argsort(np.concatenate([part.starts for part in parts]), kind="stable")
    return PageWords(
        text=parts[0].text,
        starts=np.concatenate([part.starts for part in parts])[order],
        ends=np.concatenate([part.ends for part in parts])[order],
        boxes=np.concatenate([part.boxes for part in parts])[order],
        lines=np.concatenate([part.lines for part in parts])[order],
        turns=np.concatenate([part.turns for part in parts])[order],
        cells=np.concatenate([part.cells for part in parts])[order],
    )
