"""Rules on a PDF page: drawn lines, sides of rectangles, thin bars and thin pictures."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.pdf.page_objects import joined, matrix_of, moved
from tenderlight.reading.pdf.pdfium import SEGMENT_BEZIER, SEGMENT_MOVE, function

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.pdf.page_frame import PageFrame
    from tenderlight.reading.pdf.page_objects import DrawnPage, Matrix, PageObjects

    Boxes = NDArray[np.float64]

_MOST_SEGMENTS = 40_000
_THIN_POINTS = 3.5
"""What is drawn thinner than this is a rule, not a surface."""
_SHORTEST_RULE_POINTS = 3.0
_RECTANGLE_SEGMENTS = 6
_TICK_BOX_POINTS = 14.0
_TICK_BOX_RATIO = 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRules:
    """Boxes as displayed, one row each: left, top, right, bottom."""

    rules: Boxes
    """Drawn lines, with no thickness in one direction."""
    surface_sides: Boxes
    """Sides of filled rectangles without an outline: borders only where they make up a grid."""
    shape_count: int
    """Filled shapes with many points: outlined letters, logos, maps."""


def read_rules(drawn: DrawnPage, frame: PageFrame) -> PageRules:
    """Find the rules among what is drawn on a page.

    Bounds are fetched first, and the points of a path only where its bounds may hold a rectangle.
    """
    paths = drawn.paths
    is_filled, is_stroked = _draw_modes(paths)
    bounds = paths.stored_bounds()
    images = drawn.images.stored_bounds()
    thin = _is_thin(bounds)
    rules = [_centre_lines(bounds[thin & (is_filled | is_stroked)]), _centre_lines(images[_is_thin(images)])]
    sides = [np.zeros((0, 4), np.float32)]
    surfaces = ~thin & (is_filled | is_stroked) & ((bounds[:, 2] - bounds[:, 0]) > _THIN_POINTS)
    shapes = budget = 0
    for index in np.flatnonzero(surfaces).tolist():
        count = function("FPDFPath_CountSegments")(paths.handles[index])
        if count > _RECTANGLE_SEGMENTS and not is_stroked[index]:
            shapes += 1
            continue
        if count <= _RECTANGLE_SEGMENTS and _is_tick_box(*bounds[index].tolist()):
            continue
        budget += count
        if budget > _MOST_SEGMENTS:
            break
        matrix = joined(matrix_of(paths.handles[index]), paths.matrices[index])
        straight = _straight_segments(paths.handles[index], count, matrix)
        if is_stroked[index]:
            rules.append(straight)
        elif len(straight) == 4:
            sides.append(straight)
    return PageRules(
        rules=frame.displayed(np.concatenate(rules)),
        surface_sides=frame.displayed(np.concatenate(sides)),
        shape_count=shapes,
    )


def _draw_modes(paths: PageObjects) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Say of each path whether it is filled, and whether it is stroked."""
    modes = np.zeros((len(paths), 2), np.int32)
    first = modes.ctypes.data
    places = (range(first + 4 * part, first + 4 * part + 8 * len(paths), 8) for part in range(2))
    for _ in map(function("FPDFPath_GetDrawMode"), paths.handles, *places):
        pass
    return modes[:, 0] != 0, modes[:, 1] != 0


def _is_tick_box(left: float, bottom: float, right: float, top: float) -> bool:
    """Say whether a rectangle is a small square to be ticked; its sides are no borders of a table."""
    width, height = right - left, top - bottom
    return max(width, height) <= min(_TICK_BOX_POINTS, _TICK_BOX_RATIO * min(width, height))


def _is_thin(bounds: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Say which bounds are those of a line across or down."""
    width, height = bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]
    thin: NDArray[np.bool_] = (np.minimum(width, height) <= _THIN_POINTS) & (
        np.maximum(width, height) >= _SHORTEST_RULE_POINTS
    )
    return thin


def _centre_lines(bounds: NDArray[np.float32]) -> NDArray[np.float32]:
    """Give thin bounds no thickness."""
    lines = bounds.copy()
    across = (bounds[:, 2] - bounds[:, 0]) >= (bounds[:, 3] - bounds[:, 1])
    middle_down = (bounds[:, 1] + bounds[:, 3]) / 2
    middle_across = (bounds[:, 0] + bounds[:, 2]) / 2
    lines[across, 1] = lines[across, 3] = middle_down[across]
    lines[~across, 0] = lines[~across, 2] = middle_across[~across]
    return lines


def _straight_segments(handle: int, count: int, matrix: Matrix) -> NDArray[np.float32]:
    """Return the horizontal and vertical segments of one path as boxes without thickness, stored points."""
    segments = list(map(function("FPDFPath_GetPathSegment"), repeat(handle, count), range(count)))
    if not segments or not all(segments):
        return np.zeros((0, 4), np.float32)
    kinds = np.fromiter(map(function("FPDFPathSegment_GetType"), segments), np.int64, count)
    closes = np.fromiter(map(function("FPDFPathSegment_GetClose"), segments), np.int64, count) != 0
    points = np.zeros((count, 2), np.float32)
    first = points.ctypes.data
    rows = range(first, first + 8 * count, 8)
    for _ in map(function("FPDFPathSegment_GetPoint"), segments, rows, range(first + 4, first + 4 + 8 * count, 8)):
        pass
    ends_at = moved(points.astype(np.float64), matrix)
    is_move = kinds == SEGMENT_MOVE
    straight = np.flatnonzero(~is_move[1:] & (kinds[1:] != SEGMENT_BEZIER))
    opening = np.maximum.accumulate(np.where(is_move, np.arange(count), 0))
    closed = np.flatnonzero(closes)
    lines = np.concatenate(
        [
            np.hstack([ends_at[straight], ends_at[straight + 1]]),
            np.hstack([ends_at[closed], ends_at[opening[closed]]]),
        ]
    )
    across, up = np.abs(lines[:, 2] - lines[:, 0]), np.abs(lines[:, 3] - lines[:, 1])
    # A side may lean by a hair (a degree or so) when the page was drawn by conversion from another format.
    kept = (np.minimum(across, up) <= 0.02 * np.maximum(across, up)) & (np.maximum(across, up) >= _SHORTEST_RULE_POINTS)
    rules: NDArray[np.float32] = lines[kept].astype(np.float32)
    return rules
