"""From text in boxes to words with boxes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.box import Box
from tenderlight.reading.layout.words_on_page import PageWords
from tenderlight.reading.recognition.character_edges import runs_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.readings import BoxText

    Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadWords:
    """The words of a page, and where each of their characters stands."""

    words: PageWords
    letters: Points
    """One row a code point of the text: left, top, right, bottom."""

    def read_letters(self, start: int, end: int) -> Points:
        """Return the box of each code point between two offsets."""
        return self.letters[start:end]


def words_of(found: Sequence[BoxText], levelled: Callable[[Points], Points]) -> ReadWords:
    """Return the words of a page, outside any table.

    Args:
        found: What stands in the boxes of the page.
        levelled: Makes points of the level page of pixels of the upright picture.
    """
    text = "\n".join(each.line.text for each in found)
    letters = np.zeros((len(text), 4))
    starts, ends, numbers, turns, sure, boxes = [], [], [], [], [], []
    offset = 0
    for number, each in enumerate(found):
        line = each.line
        corners = levelled(each.corners.astype(np.float64))
        letters[offset : offset + len(line.text)] = _parts(corners, line.edges, line.top, line.bottom)
        for first, past in runs_of(line.text):
            starts.append(offset + first)
            ends.append(offset + past)
            numbers.append(number)
            turns.append(each.turn)
            sure.append(float(line.confidences[first:past].mean()))
            inside = letters[offset + first : offset + past]
            boxes.append([*inside[:, :2].min(axis=0), *inside[:, 2:].max(axis=0)])
        offset += len(line.text) + 1
    words = PageWords(
        text=text,
        starts=np.array(starts, np.int64),
        ends=np.array(ends, np.int64),
        boxes=np.array(boxes, np.float64).reshape(-1, 4),
        lines=np.array(numbers, np.int64),
        turns=np.array(turns, np.int64),
        cells=np.full(len(starts), -1, np.int64),
        confidences=np.array(sure, np.float64),
    )
    return ReadWords(words=words, letters=letters)


def box_of(found: BoxText, span: tuple[int, int], levelled: Callable[[Points], Points]) -> Box:
    """Return the box around some characters of a line, on the level page; at least one.

    Args:
        found: The line.
        span: First character and the one past the last.
        levelled: As for `words_of`.
    """
    line = found.line
    corners = levelled(found.corners.astype(np.float64))
    parts = _parts(corners, line.edges[span[0] : span[1]], line.top, line.bottom)
    left, top = parts[:, :2].min(axis=0).tolist()
    right, bottom = parts[:, 2:].max(axis=0).tolist()
    return Box(left=left, top=top, right=right, bottom=bottom)


def _parts(corners: Points, edges: Points, top: float, bottom: float) -> Points:
    """Return the upright boxes around parts of a slanted box, given as shares of its width and height."""
    along, down = corners[1] - corners[0], corners[3] - corners[0]
    ends = edges[:, :, None] * along
    sides = np.stack([ends + top * down, ends + bottom * down], axis=1).reshape(len(edges), 4, 2) + corners[0]
    return np.concatenate([sides.min(axis=1), sides.max(axis=1)], axis=1)
