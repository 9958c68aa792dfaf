"""The words of one page as arrays, before they are put in reading order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.tables.grids import Grid

    Boxes = NDArray[np.float64]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_RIGHT_TO_LEFT = re.compile("[\u0590-\u07bf\u0860-\u08ff\ufb1d-\ufdff\ufe70-\ufefe]")
_STACKED = 1.1
"""Height of a word over the width of all its letters, had each its width: a stack is taller, "11" and "Il" are not."""
_SPLIT_MARGIN = 0.15
"""Share of its height by which a letter must reach over a border on both sides to count as drawn across it."""


def turned(boxes: Boxes, direction: int) -> Boxes:
    """Turn boxes so that text of a direction comes to read left to right, top to bottom.

    Args:
        boxes: One row a box: left, top, right, bottom.
        direction: Clockwise quarter turns of the text, 0-3; 4 more for text that reads right to left.
    """
    left, top, right, bottom = boxes.T
    if direction % 4 == 1:
        left, top, right, bottom = top, -right, bottom, -left
    elif direction % 4 == 2:
        left, top, right, bottom = -right, -bottom, -left, -top
    elif direction % 4 == 3:
        left, top, right, bottom = -bottom, left, -top, right
    if direction >= 4:
        left, right = -right, -left
    return np.stack([left, top, right, bottom], axis=1)


def turned_back(boxes: Boxes, direction: int) -> Boxes:
    """Undo `turned`."""
    if direction >= 4:
        boxes = boxes * np.array([-1.0, 1.0, -1.0, 1.0])
        boxes = boxes[:, [2, 1, 0, 3]]
    return turned(boxes, (4 - direction) % 4)


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
    confidences: NDArray[np.float64] | None = None
    """How sure text recognition is, 0-1; None = born digital."""

    def some(self, chosen: Flags | Numbers) -> PageWords:
        """Return the chosen words only."""
        return PageWords(
            text=self.text,
            starts=self.starts[chosen],
            ends=self.ends[chosen],
            boxes=self.boxes[chosen],
            lines=self.lines[chosen],
            turns=self.turns[chosen],
            cells=self.cells[chosen],
            confidences=None if self.confidences is None else self.confidences[chosen],
        )

    def in_cells(self, cells: Numbers) -> PageWords:
        """Return the same words, standing in these cells."""
        return replace(self, cells=cells)

    @property
    def main_turn(self) -> int:
        """The clockwise quarter turns most characters of the page are set in."""
        return int(np.bincount(self.turns, self.ends - self.starts, minlength=4).argmax())

    @property
    def is_right_to_left(self) -> Flags:
        """Say of each word whether it is written from right to left."""
        if not _RIGHT_TO_LEFT.search(self.text):
            return np.zeros(len(self.starts), np.bool_)
        places = zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        return np.array([bool(_RIGHT_TO_LEFT.search(self.text, start, end)) for start, end in places], np.bool_)

    @property
    def main_direction(self) -> int:
        """The main turn, and 4 more if most of the page is written from right to left (see `turned`)."""
        backwards = self.is_right_to_left
        sizes = self.ends - self.starts
        return self.main_turn + 4 * int(backwards.any() and 2 * sizes[backwards].sum() > sizes.sum())

    def boxes_in_direction(self, direction: int) -> Boxes:
        """Return the boxes with the page turned so that each word reads upright; words of the main turn as directed."""
        boxes = turned(self.boxes, direction)
        for turn in range(4):
            chosen = self.turns == turn
            if turn != direction % 4 and chosen.any():
                boxes[chosen] = turned(self.boxes[chosen], turn)
        return boxes


def are_stacked(boxes: Boxes, words: PageWords) -> Flags:
    """Say of each word whether its letters seem to stand one below the other though none of them is turned.

    Args:
        boxes: Of the words, turned into the main direction of the text.
        words: Their letters; columns of vertical Chinese count as turned.
    """
    width, height = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    letters = words.ends - words.starts
    is_upright = words.turns == words.main_turn
    stacked: Flags = is_upright & (letters > 1) & (height > _STACKED * letters * width)
    return stacked


def put_into_cells(words: PageWords, grids: Sequence[Grid], read_letters: Callable[[int, int], Boxes]) -> PageWords:
    """Say of each word which cell it stands in; cut words that run over a border without touching it.

    Args:
        words: All words of a page.
        grids: Its tables, turned into the main direction of its text.
        read_letters: Returns the displayed box of each code point between two offsets.
    """
    if not grids or not len(words.starts):
        return words
    direction = words.main_direction
    boxes = turned(words.boxes, direction)
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    inset = np.minimum(2.0, (boxes[:, 2] - boxes[:, 0]) / 4)
    cells = _cells_at(grids, (boxes[:, 0] + boxes[:, 2]) / 2, middle)
    left = _cells_at(grids, boxes[:, 0] + inset, middle)
    right = _cells_at(grids, boxes[:, 2] - inset, middle)
    stacked = are_stacked(boxes, words)
    if stacked.any():
        middles, low = (boxes[:, 0] + boxes[:, 2]) / 2, boxes[:, 3] - inset
        stacked &= _cells_at(grids, middles, boxes[:, 1] + inset) != _cells_at(grids, middles, low)
    torn = (left != right) & (words.turns == direction % 4) & (words.ends - words.starts > 1)
    torn = np.flatnonzero(torn | stacked)
    pieces = [_cut(words, grids, index, read_letters, direction) for index in torn.tolist()]
    kept = np.ones(len(words.starts), np.bool_)
    kept[[index for index, piece in zip(torn.tolist(), pieces, strict=True) if piece is not None]] = False
    whole = words.in_cells(cells).some(kept)
    return together([whole, *(piece for piece in pieces if piece is not None)])


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
    words: PageWords, grids: Sequence[Grid], index: int, read_letters: Callable[[int, int], Boxes], direction: int
) -> PageWords | None:
    """Cut one word at the borders of cells, or return None if it is drawn across them (text too long for its cell)."""
    start, end = int(words.starts[index]), int(words.ends[index])
    letters = read_letters(start, end)
    boxes = turned(letters, direction)
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
        confidences=None if words.confidences is None else np.full(count, words.confidences[index]),
    )


def together(parts: Sequence[PageWords]) -> PageWords:
    """Join words of one page in the order of the file."""
    order = np.argsort(np.concatenate([part.starts for part in parts]), kind="stable")
    confidences = [part.confidences for part in parts if part.confidences is not None]
    return PageWords(
        text=parts[0].text,
        starts=np.concatenate([part.starts for part in parts])[order],
        ends=np.concatenate([part.ends for part in parts])[order],
        boxes=np.concatenate([part.boxes for part in parts])[order],
        lines=np.concatenate([part.lines for part in parts])[order],
        turns=np.concatenate([part.turns for part in parts])[order],
        cells=np.concatenate([part.cells for part in parts])[order],
        confidences=np.concatenate(confidences)[order] if confidences else None,
    )
