"""Reads cells of tables in which no line was found: lone figures are easily overlooked on a whole page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.believing import is_believed
from tenderlight.reading.recognition.readings import read_boxes
from tenderlight.reading.recognition.slanted_boxes import cut_out

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.model.box import Box
    from tenderlight.reading.layout.page_layout import LaidOutText
    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.readings import BoxText
    from tenderlight.reading.recognition.slanted_boxes import Corners, Plane

    Points = NDArray[np.float64]

_INSET = 1.5
"""Points of a cell's sides that may be its rules."""
_MOST_CELLS = 400
_LOWEST, _HIGHEST = 0.4, 1.5
"""In heights of a word: specks are lower, and parts of seals and drawings higher."""
_LEAST_CONTRAST = 60
_MARGIN = 0.25
"""In heights of the ink."""


def read_missed_cells(
    plane: Plane, laid_out: LaidOutText, in_pixels: Callable[[Points], Points], models: Models
) -> list[BoxText]:
    """Return what stands in cells without text; most often nothing does.

    Args:
        plane: Dark print on light ground, upright.
        laid_out: The page as read so far; places are points of the level page.
        in_pixels: Makes pixels of the plane of points of the level page.
        models: See `load_models`.
    """
    if not laid_out.tables:
        return []
    height = float(np.median([word.box.bottom - word.box.top for word in laid_out.words]))
    empty = [cell.box for table in laid_out.tables for cell in table.cells if cell.start == cell.end and cell.box]
    boxes = list(_inked(plane, empty[:_MOST_CELLS], height, in_pixels))
    if not boxes:
        return []
    found = read_boxes(plane, np.stack(boxes), models)
    return [each for each in found if each.line.text.strip() and is_believed(each.line)]


def _inked(
    plane: Plane, cells: Iterable[Box], height: float, in_pixels: Callable[[Points], Points]
) -> Iterator[Corners]:
    """Yield the boxes around ink that may be one line of text, as corners in pixels."""
    for cell in cells:
        left, top = cell.left + _INSET, cell.top + _INSET
        width, depth = cell.right - _INSET - left, cell.bottom - _INSET - top
        if width < _LOWEST * height or depth < _LOWEST * height:
            continue
        corners = _corners(left, top, left + width, top + depth)
        pixels = in_pixels(corners)
        a_point = float(np.linalg.norm(pixels[1] - pixels[0])) / width
        size = max(1, round(width * a_point)), max(1, round(depth * a_point))
        picture = cut_out(plane, np.asarray(pixels, np.float32), width=size[0], height=size[1])
        ink = _ink_box(picture, height * a_point)
        if ink is not None:
            x0, y0, x1, y1 = (side / a_point for side in ink)
            margin = _MARGIN * (y1 - y0)
            box = _corners(left + x0 - margin, top + y0 - margin, left + x1 + margin, top + y1 + margin)
            yield np.asarray(in_pixels(box), np.float32)


def _corners(left: float, top: float, right: float, bottom: float) -> Points:
    return np.array([[left, top], [right, top], [right, bottom], [left, bottom]])


def _ink_box(picture: Plane, height: float) -> tuple[float, float, float, float] | None:
    """Return the box around ink as high as one line of text, or None; sizes in pixels."""
    import cv2

    dark, light = int(picture.min()), float(np.median(picture))
    if light - dark < _LEAST_CONTRAST:
        return None
    ink = (picture < (dark + light) / 2).astype(np.uint8)
    count, _, found, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count < 2:
        return None
    sides = np.asarray(found, np.float64)[1:]
    left, top, right, bottom = sides[:, 0], sides[:, 1], sides[:, 0] + sides[:, 2], sides[:, 1] + sides[:, 3]
    inside = (left > 0) & (top > 0) & (right < picture.shape[1]) & (bottom < picture.shape[0])
    large = inside & (sides[:, 3] >= _LOWEST * height)
    if not large.any():
        return None
    box = float(left[large].min()), float(top[large].min()), float(right[large].max()), float(bottom[large].max())
    return box if box[3] - box[1] <= _HIGHEST * height else None
