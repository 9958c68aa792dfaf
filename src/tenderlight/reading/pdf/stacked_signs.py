"""Single signs one below the other: figures and ticks of a column, which the engine emits as one word.

pdfium takes characters that stand each on a line of its own, one under the other, for vertical writing, and ends no
line between them: where a file writes its tables column by column, the quantities 4, 2 and 1 come out as "421". Figures
and ticks are not set that way, so each is a word and a line of its own. Letters may be (a heading down the side of a
table), and are parted only where each of them stands level with some other word, or in a cell of its own
(`words_on_page.put_into_cells`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.layout.words_on_page import PageWords, are_stacked, together

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Boxes = NDArray[np.float64]

_SIGNS = re.compile("[0-9–—√✓✔✗✘×○●◯△▲☐☑☒★☆/+-]+")

_LEVEL = 0.15
"""In heights of a letter: how far the middle of a word may be from its own for both to stand on one line."""


def unstacked(words: PageWords, read_letters: Callable[[int, int], Boxes]) -> PageWords:
    """Part words whose signs stand one below the other.

    Args:
        words: Words of a page, in no cell yet.
        read_letters: Returns the displayed box of each code point between two offsets.
    """
    tall = are_stacked(words.boxes, words)
    if not tall.any():
        return words
    levels = np.sort((words.boxes[~tall, 1] + words.boxes[~tall, 3]) / 2)
    stacks: dict[int, Boxes] = {}
    for at in np.flatnonzero(tall).tolist():
        start, end = int(words.starts[at]), int(words.ends[at])
        boxes = read_letters(start, end)
        if _SIGNS.fullmatch(words.text, start, end) or _are_level(boxes, levels):
            stacks[at] = boxes
    if not stacks:
        return words
    kept = np.ones(len(words.starts), np.bool_)
    kept[list(stacks)] = False
    parts, lines = [words.some(kept)], int(words.lines.max()) + 1
    for at, boxes in stacks.items():
        starts = np.arange(words.starts[at], words.ends[at])
        alike = words.some(np.full(len(starts), at))
        parts.append(replace(alike, starts=starts, ends=starts + 1, boxes=boxes, lines=lines + np.arange(len(starts))))
        lines += len(starts)
    return together(parts)


def _are_level(boxes: Boxes, levels: NDArray[np.float64]) -> bool:
    """Say whether at the level of each letter some other word stands."""
    if not len(levels):
        return False
    middles = (boxes[:, 1] + boxes[:, 3]) / 2
    at = np.searchsorted(levels, middles)
    above, below = levels[np.maximum(at - 1, 0)], levels[np.minimum(at, len(levels) - 1)]
    apart = np.minimum(np.abs(middles - above), np.abs(below - middles))
    return bool((apart <= _LEVEL * (boxes[:, 3] - boxes[:, 1])).all())
