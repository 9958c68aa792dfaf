"""Reads the text in boxes, whichever way it runs, and reads again what came out unsure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.line_reader import LineText, read_lines
from tenderlight.reading.recognition.number_marks import with_marks_seen
from tenderlight.reading.recognition.slanted_boxes import (
    is_tall,
    line_picture,
    read_downwards,
    read_upwards,
    sizes,
    standing_picture,
)

if TYPE_CHECKING:
    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.slanted_boxes import Corners, Plane

SQUEEZE = 0.8
"""Lines are read at four fifths of their width: a fifth of the time, and as few errors."""
_UNSQUEEZED = 2.0
"""Lines with fewer heights of width than this keep it: few characters need every pixel."""
_SURE = 0.9
_VERY_TALL = 2.5
"""A box that is less tall may hold one narrow character."""
_MOST_AGAIN = 200
_DARKEST = 0.45
"""Of the way from the darkest ink to the ground; what is lighter is taken for a stamp or a stain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxText:
    """What stands in a box."""

    corners: Corners
    """As the text is read."""
    turn: int
    """Clockwise quarter turns: 0 level, 1 downwards, 3 upwards. Columns of upright characters count as 1."""
    line: LineText


def read_boxes(plane: Plane, boxes: Corners, models: Models) -> list[BoxText]:
    """Return what stands in each box, in the same order.

    Args:
        plane: Dark text on light ground.
        boxes: (n, 4, 2) corners, as if all text ran to the right.
        models: See `load_models`.
    """
    if not len(boxes):
        return []
    widths, heights = sizes(boxes)
    tall = is_tall(boxes)
    tries: list[tuple[int, int, Corners, Plane]] = []
    for index, box in enumerate(boxes):
        if not tall[index]:
            squeeze = SQUEEZE if widths[index] >= _UNSQUEEZED * heights[index] else 1.0
            tries.append((index, 0, box, line_picture(plane, box, squeeze=squeeze)))
            continue
        is_narrow = bool(heights[index] < _VERY_TALL * widths[index])
        tries += [(index, turn, corners, picture) for turn, corners, picture in _ways(plane, box, is_narrow=is_narrow)]
    texts = read_lines([picture for *_, picture in tries], models)
    best: dict[int, BoxText] = {}
    for (index, turn, corners, _), line in zip(tries, texts, strict=True):
        if index not in best or _is_better(line, best[index].line):
            best[index] = BoxText(corners=corners, turn=turn, line=line)
    found = [best[index] for index in range(len(boxes))]
    return with_marks_seen(plane, _again(plane, found, models))


def _ways(plane: Plane, box: Corners, *, is_narrow: bool) -> Iterable[tuple[int, Corners, Plane]]:
    """Yield the ways in which the text of a tall box may run, with the picture each of them makes."""
    if is_narrow:
        yield 0, box, line_picture(plane, box)
    standing = standing_picture(plane, box)
    if standing is not None:
        yield 1, read_downwards(box), standing
    if not is_narrow:
        for turn, corners in ((1, read_downwards(box)), (3, read_upwards(box))):
            yield turn, corners, line_picture(plane, corners, squeeze=SQUEEZE)


def _is_better(line: LineText, other: LineText) -> bool:
    return line.confidence > other.confidence


def _again(plane: Plane, found: Sequence[BoxText], models: Models) -> list[BoxText]:
    """Read unsure level lines at full width, as they are and with the darkest ink alone; keep the surest reading."""
    result = list(found)
    unsure = [
        index for index, each in enumerate(found) if each.turn == 0 and each.line.text and each.line.confidence < _SURE
    ]
    unsure = unsure[:_MOST_AGAIN]
    ways: tuple[Callable[[Plane], Plane], ...] = (lambda picture: picture, darkest_ink)
    for way in ways:
        pictures = [way(line_picture(plane, found[index].corners)) for index in unsure]
        for index, line in zip(unsure, read_lines(pictures, models), strict=True):
            if _is_better(line, result[index].line):
                result[index] = BoxText(corners=found[index].corners, turn=0, line=line)
    return result


def darkest_ink(picture: Plane) -> Plane:
    """Return a line with everything but its darkest ink faded."""
    dark, light = np.percentile(picture, (1, 90))
    past = dark + _DARKEST * max(1.0, float(light - dark))
    levels = (picture.astype(np.float32) - dark) / max(1.0, float(past - dark))
    return np.asarray(np.clip(levels * light, 0, 255), np.uint8)
