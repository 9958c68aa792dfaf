"""The characters of lines, their places and how sure they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.slanted_boxes import cut_out, sizes

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.slanted_boxes import Corners, Plane

HEIGHT = 48
"""Pixels of a line's picture."""
_SQUEEZE = 0.8
"""Lines are read at four fifths of their width: a fifth of the time, and as few errors."""
_UNSQUEEZED = 2.0
"""Lines with fewer heights of width than this keep it: few characters need every pixel."""
_MOST_WIDTH = 3_200
_BATCH = 8
_STEP = 8
"""Pixels of width a step of the reader's output stands for."""
_INK_MARGIN = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class LineText:
    """What a line says. One entry a character in each array."""

    text: str
    middles: NDArray[np.float64]
    """Where characters stand, as a share of the box's width."""
    edges: NDArray[np.float64]
    """(n, 2): where each character begins and ends, likewise; ink where white space stands beside it."""
    confidences: NDArray[np.float64]
    top: float = 0.0
    """Where the ink begins and ends, as a share of the box's height."""
    bottom: float = 1.0
    left: float = 0.0
    """The same of its width."""
    right: float = 1.0

    @property
    def confidence(self) -> float:
        """Mean over the characters, 0 to 1; 0 if there are none."""
        return float(self.confidences.mean()) if len(self.confidences) else 0.0


def read_lines(plane: Plane, boxes: Corners, models: Models) -> list[LineText]:
    """Return what the lines say, in the order of their boxes.

    Args:
        plane: Dark text on light ground.
        boxes: (n, 4, 2) corners, in the order of the text's direction.
        models: See `load_models`.
    """
    if not len(boxes):
        return []
    widths = _widths(boxes)
    result: dict[int, LineText] = {}
    for batch in _batches(widths):
        pictures = [cut_out(plane, boxes[index], width=int(widths[index]), height=HEIGHT) for index in batch]
        room = max(picture.shape[1] for picture in pictures)
        tensor = np.zeros((len(batch), 3, HEIGHT, -(-room // _STEP) * _STEP), np.float32)
        for row, picture in enumerate(pictures):
            tensor[row, :, :, : picture.shape[1]] = picture.astype(np.float32) / 127.5 - 1.0
        likely = models.reader.run(tensor)
        step = tensor.shape[3] / likely.shape[1]
        for row, index in enumerate(batch):
            result[index] = _decode(likely[row], step, pictures[row], models.alphabet)
    return [result[index] for index in range(len(boxes))]


def _widths(boxes: Corners) -> NDArray[np.int64]:
    """Return the widths in pixels at which lines are read."""
    widths, heights = sizes(boxes)
    ratios = widths / np.maximum(heights, 1.0)
    squeeze = np.where(ratios < _UNSQUEEZED, 1.0, _SQUEEZE)
    return np.clip(np.rint(ratios * HEIGHT * squeeze), _STEP, _MOST_WIDTH).astype(np.int64)


def _batches(widths: NDArray[np.int64]) -> Iterator[Sequence[int]]:
    """Yield lines of like width together, so that little is padding."""
    order = np.argsort(widths, kind="stable").tolist()
    for start in range(0, len(order), _BATCH):
        yield order[start : start + _BATCH]


def _decode(likely: NDArray[np.float32], step: float, picture: Plane, alphabet: Sequence[str]) -> LineText:
    """Read the steps of one line: runs of one character are one, the empty one parts equal neighbours."""
    best = likely.argmax(axis=1)
    sure = likely[np.arange(len(best)), best]
    starts = np.flatnonzero(np.diff(best, prepend=-1))
    ends = np.append(starts[1:], len(best))
    chosen = [(first, past) for first, past in zip(starts.tolist(), ends.tolist(), strict=True) if best[first] != 0]
    text = [alphabet[int(best[first])] if int(best[first]) < len(alphabet) else "" for first, _ in chosen]
    width = picture.shape[1]
    middles = np.array([(first + past) / 2 * step / width for first, past in chosen], np.float64)
    confidences = np.array([float(sure[first:past].max()) for first, past in chosen], np.float64)
    kept = np.array([letter != "" for letter in text], np.bool_)
    top, bottom, left, right = _ink(picture)
    middles = np.clip(middles[kept], 0.0, 1.0)
    between = (middles[1:] + middles[:-1]) / 2
    bounds = np.concatenate([[min([left, *middles[:1]])], between, [max([right, *middles[-1:]])]])
    return LineText(
        text="".join(text),
        middles=middles,
        edges=np.stack([bounds[:-1], bounds[1:]], axis=1)[: len(middles)],
        confidences=confidences[kept],
        top=top,
        bottom=bottom,
        left=left,
        right=right,
    )


def _ink(picture: Plane) -> tuple[float, float, float, float]:
    """Return where the ink of a line's picture lies, as shares: top, bottom, left, right. Boxes come out too large."""
    levels = picture.astype(np.float32)
    dark, light = np.percentile(levels, (2, 90))
    if light - dark < 24:
        return 0.0, 1.0, 0.0, 1.0
    ink = levels < (dark + light) / 2
    rows, columns = ink.sum(axis=1), ink.sum(axis=0)
    used = np.flatnonzero(rows > max(1.0, 0.04 * rows.max()))
    across = np.flatnonzero(columns > 0)
    if not len(used) or not len(across):
        return 0.0, 1.0, 0.0, 1.0
    height, width = picture.shape
    return (
        max(0.0, (used[0] - _INK_MARGIN) / height),
        min(1.0, (used[-1] + 1 + _INK_MARGIN) / height),
        max(0.0, (across[0] - _INK_MARGIN) / width),
        min(1.0, (across[-1] + 1 + _INK_MARGIN) / width),
    )
