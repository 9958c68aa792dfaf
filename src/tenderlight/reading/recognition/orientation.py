"""Which way up a page lies, before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.line_reader import read_lines
from tenderlight.reading.recognition.slanted_boxes import (
    LINE_HEIGHT,
    cut_out,
    is_tall,
    line_picture,
    read_downwards,
    read_upwards,
    sizes,
    slants,
    standing_picture,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.slanted_boxes import Corners, Plane

_LONG = 2.5
"""A box this much longer than wide shows which way its text runs."""
_MOST_TALL = 0.6
_SAMPLE = 6
_TURNER_WIDTH = 192
_FLAT = 45.0
_STANDING_LEAD = 0.05
"""How much surer upright characters must be before lines on their side are taken for columns."""


def turn_of_page(plane: Plane, boxes: Corners, models: Models) -> int:
    """Return by how many clockwise quarters the text of most lines is turned, 0-3.

    Lines lie on their side if most long boxes are taller than wide, and are not columns of upright characters. Whether
    they are upside down is asked of the shipped classifier, and believed if the lines then read better.

    Args:
        plane: Dark text on light ground.
        boxes: (n, 4, 2) where lines were found.
        models: See `load_models`.
    """
    if not len(boxes):
        return 0
    widths, heights = sizes(boxes)
    tall = is_tall(boxes)
    longer, shorter = np.maximum(widths, heights), np.minimum(widths, heights)
    long = longer >= _LONG * shorter
    if longer[long & tall].sum() > _MOST_TALL * longer[long].sum():
        sample = _longest(boxes[long & tall], longer[long & tall])
        return _turn_of_tall_lines(plane, sample, models)
    level = long & ~tall
    if not level.any():
        return 0
    return 2 if _are_upside_down(plane, _longest(boxes[level], longer[level]), models) else 0


def _longest(boxes: Corners, lengths: Sequence[float] | np.ndarray) -> Corners:
    return boxes[np.argsort(-np.asarray(lengths), kind="stable")[:_SAMPLE]]


def _turn_of_tall_lines(plane: Plane, boxes: Corners, models: Models) -> int:
    down = _sureness(plane, boxes, models, read_downwards)
    up = _sureness(plane, boxes, models, read_upwards)
    columns = [strip for box in boxes if (strip := standing_picture(plane, box)) is not None]
    standing = float(np.mean([line.confidence for line in read_lines(columns, models)])) if columns else 0.0
    if standing > max(down, up) + _STANDING_LEAD:
        return 0
    return 1 if down >= up else 3


def _are_upside_down(plane: Plane, boxes: Corners, models: Models) -> bool:
    pictures = [cut_out(plane, box, width=_TURNER_WIDTH, height=LINE_HEIGHT) for box in boxes]
    tensor = np.stack(pictures)[:, None].astype(np.float32) / 127.5 - 1.0
    votes = models.turner.run(np.repeat(tensor, 3, axis=1))
    if 2 * int((votes[:, 1] > votes[:, 0]).sum()) <= len(boxes):
        return False
    return _sureness(plane, boxes, models, _turned_over) > _sureness(plane, boxes, models, _as_is)


def _sureness(plane: Plane, boxes: Corners, models: Models, corners_of: Callable[[Corners], Corners]) -> float:
    lines = read_lines([line_picture(plane, corners_of(box), squeeze=0.8) for box in boxes], models)
    return float(np.mean([line.confidence for line in lines]))


def _turned_over(corners: Corners) -> Corners:
    return np.roll(corners, 2, axis=0)


def _as_is(corners: Corners) -> Corners:
    return corners


def slant_of_page(boxes: Corners) -> float:
    """Return how far most lines fall to the right, in degrees; the longer half of them counts."""
    level = boxes[~is_tall(boxes)] if len(boxes) else boxes
    if not len(level):
        return 0.0
    lengths, _ = sizes(level)
    angles = slants(level[lengths >= np.median(lengths)])
    return float(np.median(angles)) if abs(float(np.median(angles))) < _FLAT else 0.0
