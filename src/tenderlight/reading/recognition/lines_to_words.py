"""From lines as they were read to words with boxes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.words_on_page import PageWords

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.line_reader import LineText

_WORD = re.compile(r"\S+")


def words_of(lines: Sequence[LineText], boxes: NDArray[np.float64]) -> PageWords:
    """Return the words of a page, outside any table.

    Args:
        lines: What the lines say.
        boxes: (n, 4, 2) their corners on the level page, in points.
    """
    texts: list[str] = []
    starts, ends, numbers, sure = [], [], [], []
    sides: list[tuple[float, float, float, float]] = []
    offset = 0
    for number, (line, corners) in enumerate(zip(lines, boxes, strict=True)):
        left, top = corners[[0, 3], 0].mean(), corners[[0, 1], 1].mean()
        width, height = corners[[1, 2], 0].mean() - left, corners[[2, 3], 1].mean() - top
        for found in _WORD.finditer(line.text):
            first, past = found.span()
            starts.append(offset + first)
            ends.append(offset + past)
            numbers.append(number)
            sure.append(float(line.confidences[first:past].mean()))
            sides.append(
                (
                    left + width * line.edges[first, 0],
                    top + height * line.top,
                    left + width * line.edges[past - 1, 1],
                    top + height * line.bottom,
                )
            )
        texts.append(line.text)
        offset += len(line.text) + 1
    return PageWords(
        text="\n".join(texts),
        starts=np.array(starts, np.int64),
        ends=np.array(ends, np.int64),
        boxes=np.array(sides, np.float64).reshape(-1, 4),
        lines=np.array(numbers, np.int64),
        turns=np.zeros(len(starts), np.int64),
        cells=np.full(len(starts), -1, np.int64),
        confidences=np.clip(np.array(sure, np.float64), 0.0, 1.0),
    )
