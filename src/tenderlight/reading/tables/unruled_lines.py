"""Words of a page as lines of text parted by wide gaps: what tables without rules are looked for in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.layout.words_on_page import PageWords, turned

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Boxes = NDArray[np.float64]

_WIDE_GAP = 0.6
"""In heights of a line: a gap this wide may part two columns. A blank is a quarter of it."""
_SAME_LINE = 0.3
_FEWEST_PARTED_LINES = 2
_LONG_PIECE, _MOSTLY = 20, 0.7
"""Pages whose pieces between gaps mostly have this many letters are prose in columns."""
_MOST_WORDS, _MOST_LINES = 20_000, 2_000
_LEADERS = re.compile(r"[.…·•_\-–—=\s‥．。]{4,}|.*[.…·‥．_]{4,}\s*[\divxlc]*\s*", re.IGNORECASE)


@dataclass(slots=True)
class Chunk:
    """Words of one line with no wide gap between them. Points, in the main direction of the page's text."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    words: list[tuple[float, float, str]]
    """Left, right and text of each word."""
    first: int = 0
    last: int = 0
    """First and last column it stands over; known once columns are."""


@dataclass(slots=True)
class TextLine:
    """A line of text over the whole width of the page."""

    chunks: list[Chunk]
    top: float = field(init=False)
    bottom: float = field(init=False)

    def __post_init__(self) -> None:
        self.top = min(chunk.top for chunk in self.chunks)
        self.bottom = max(chunk.bottom for chunk in self.chunks)

    @property
    def height(self) -> float:
        """Height of its tallest word, in points."""
        return max(chunk.bottom - chunk.top for chunk in self.chunks)


def parted_lines(words: PageWords) -> tuple[list[TextLine], float]:
    """Return the lines of a page outside its ruled tables, from top to bottom, and the usual height of a line.

    Returns:
        Nothing and 0 if too few lines have a wide gap for any table without rules; most pages of prose have none.
    """
    direction = words.main_direction
    chosen = np.flatnonzero((words.cells < 0) & (words.turns == direction % 4))
    if direction >= 4 or not 6 <= len(chosen) <= _MOST_WORDS:
        return [], 0.0
    boxes = turned(words.boxes[chosen], direction)
    height = float(np.median(boxes[:, 3] - boxes[:, 1]))
    if height <= 0:
        return [], 0.0
    order, number = _line_numbers(boxes, height)
    boxes, chosen = boxes[order], chosen[order]
    new_line = np.diff(number, prepend=-1) > 0
    gap = np.zeros(len(boxes))
    gap[1:] = boxes[1:, 0] - np.maximum.accumulate(boxes[:, 2] + number * 1e6)[:-1] + number[1:] * 1e6
    tall = boxes[:, 3] - boxes[:, 1]
    tall[1:] = np.maximum(tall[1:], tall[:-1])
    wide = ~new_line & (gap > _WIDE_GAP * tall)
    parted = np.isin(number, number[wide])
    if len(np.unique(number[wide])) < _FEWEST_PARTED_LINES or number[-1] > _MOST_LINES:
        return [], 0.0
    new_chunk = new_line | wide
    lengths = np.add.reduceat(words.ends[chosen] - words.starts[chosen], np.flatnonzero(new_chunk))
    if np.mean(lengths[parted[new_chunk]] >= _LONG_PIECE) >= _MOSTLY:
        return [], 0.0
    return _lines(words, boxes, chosen, new_line, new_chunk), height


def _line_numbers(boxes: Boxes, height: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the order of words, line by line and left to right, and the number of the line of each in that order."""
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    by_height = np.argsort(middle, kind="stable")
    steps = np.diff(middle[by_height], prepend=middle[by_height[0]]) > _SAME_LINE * height
    number = np.empty(len(boxes), np.int64)
    number[by_height] = np.cumsum(steps)
    order = np.lexsort((boxes[:, 0], number))
    return order, number[order]


def _lines(
    words: PageWords,
    boxes: Boxes,
    chosen: NDArray[np.int64],
    new_line: NDArray[np.bool_],
    new_chunk: NDArray[np.bool_],
) -> list[TextLine]:
    firsts = np.flatnonzero(new_chunk)
    sides = np.concatenate(
        [np.minimum.reduceat(boxes[:, :2], firsts, axis=0), np.maximum.reduceat(boxes[:, 2:], firsts, axis=0)], axis=1
    ).tolist()
    starts, ends = words.starts[chosen].tolist(), words.ends[chosen].tolist()
    edges = boxes[:, [0, 2]].tolist()
    bounds = [*firsts.tolist(), len(boxes)]
    begins_line = new_line[firsts].tolist()
    lines: list[list[Chunk]] = []
    for number, (left, top, right, bottom) in enumerate(sides):
        inside = [
            (edges[at][0], edges[at][1], words.text[starts[at] : ends[at]])
            for at in range(bounds[number], bounds[number + 1])
        ]
        if begins_line[number]:
            lines.append([])
        lines[-1].append(Chunk(left, top, right, bottom, " ".join(word[2] for word in inside), inside))
    return [TextLine(chunks) for chunks in lines]


def has_leaders(line: TextLine) -> bool:
    """Say whether dots or blanks to be filled in lead from one end of the line to the other."""
    return any(_LEADERS.fullmatch(chunk.text) for chunk in line.chunks)


def split_chunk(chunk: Chunk, at: int) -> tuple[Chunk, Chunk]:
    """Cut a chunk before the word with a number."""
    left, right = chunk.words[:at], chunk.words[at:]
    return tuple(  # type: ignore[return-value]
        Chunk(words[0][0], chunk.top, words[-1][1], chunk.bottom, " ".join(word[2] for word in words), words)
        for words in (left, right)
    )
