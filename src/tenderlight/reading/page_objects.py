"""What is drawn on a PDF page besides its text: rules, pictures, shapes. And which text is drawn invisibly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.pdfium import (
    OBJECT_FORM,
    OBJECT_IMAGE,
    OBJECT_PATH,
    OBJECT_TEXT,
    SEGMENT_BEZIER,
    SEGMENT_MOVE,
    function,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.page_frame import PageFrame

    Boxes = NDArray[np.float64]

_MOST_OBJECTS = 200_000
_MOST_SEGMENTS = 40_000
_DEEPEST_FORM = 6
_THIN_POINTS = 3.5
"""What is drawn thinner than this is a rule, not a surface."""
_SHORTEST_RULE_POINTS = 3.0
_INVISIBLE_MODES = frozenset({3, 7})
"""Text rendering modes that paint nothing (ISO 32000-1, table 106)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageObjects:
    """Boxes as displayed: one row each, left, top, right, bottom."""

    rules: Boxes
    """Drawn lines, with no thickness in one direction: strokes, sides of rectangles, thin bars."""
    surface_sides: Boxes
    """Sides of filled rectangles without an outline: borders only where they make up a grid."""
    images: Boxes
    invisible_texts: frozenset[int]
    """Handles of text objects drawn in a mode that paints nothing."""
    shape_count: int
    """Filled shapes with many points: outlined letters, logos, maps."""
    is_complete: bool
    """False if the page has more objects than are looked at."""


@dataclass(slots=True)
class _Found:
    """Handles by kind, each with the matrix of the form it stands in (None = the page itself)."""

    paths: list[tuple[int, NDArray[np.float64] | None]]
    images: list[tuple[int, NDArray[np.float64] | None]]
    texts: list[tuple[int, NDArray[np.float64] | None]]
    count: int = 0


def read_objects(page: int, frame: PageFrame) -> PageObjects:
    """Read the rules, pictures and invisible texts of an open pdfium page."""
    found = _Found(paths=[], images=[], texts=[])
    count = min(function("FPDFPage_CountObjects")(page), _MOST_OBJECTS)
    handles = list(map(function("FPDFPage_GetObject"), repeat(page, count), range(count)))
    _sort_objects(handles, None, 0, found)
    modes = map(function("FPDFTextObj_GetTextRenderMode"), [handle for handle, _ in found.texts])
    invisible = {text for (text, _), mode in zip(found.texts, modes, strict=True) if mode in _INVISIBLE_MODES}
    rules, sides, shapes = _read_paths(found.paths)
    images = _bounds(found.images)
    thin = _is_thin(images)
    return PageObjects(
        rules=frame.displayed(np.concatenate([rules, _centre_lines(images[thin])])),
        surface_sides=frame.displayed(sides),
        images=frame.displayed(images[~thin]),
        invisible_texts=frozenset(invisible),
        shape_count=shapes,
        is_complete=found.count < _MOST_OBJECTS,
    )


def _sort_objects(handles: Sequence[int], matrix: NDArray[np.float64] | None, depth: int, found: _Found) -> None:
    """Put objects where they belong, going into forms."""
    for handle, kind in zip(handles, map(function("FPDFPageObj_GetType"), handles), strict=True):
        if kind == OBJECT_PATH:
            found.paths.append((handle, matrix))
        elif kind == OBJECT_TEXT:
            found.texts.append((handle, matrix))
        elif kind == OBJECT_IMAGE:
            found.images.append((handle, matrix))
        elif kind == OBJECT_FORM and depth < _DEEPEST_FORM and found.count < _MOST_OBJECTS:
            count = min(function("FPDFFormObj_CountObjects")(handle), _MOST_OBJECTS - found.count)
            inner = list(map(function("FPDFFormObj_GetObject"), repeat(handle, max(0, count)), range(max(0, count))))
            _sort_objects([each for each in inner if each], _joined(_matrix(handle), matrix), depth + 1, found)
    found.count += len(handles)


def _matrix(handle: int) -> NDArray[np.float64]:
    """Return an object's matrix as 3 rows of x, y: across, up, origin."""
    numbers = np.array([1, 0, 0, 1, 0, 0], np.float32)
    function("FPDFPageObj_GetMatrix")(handle, numbers.ctypes.data)
    return numbers.astype(np.float64).reshape(3, 2)


def _joined(inner: NDArray[np.float64], outer: NDArray[np.float64] | None) -> NDArray[np.float64]:
    if outer is None:
        return inner
    result = inner @ outer[:2]
    result[2] += outer[2]
    return result


def _moved(points: NDArray[np.float64], matrix: NDArray[np.float64]) -> NDArray[np.float64]:
    moved: NDArray[np.float64] = points @ matrix[:2] + matrix[2]
    return moved


def _bounds(objects: Sequence[tuple[int, NDArray[np.float64] | None]]) -> NDArray[np.float32]:
    """Return the stored bounds of objects: left, bottom, right, top; zeros where there are none."""
    sides = np.zeros((len(objects), 4), np.float32)
    first = sides.ctypes.data
    rows = range(first, first + 16 * len(objects), 16)
    addresses = ([row + 4 * side for row in rows] for side in range(4))
    list(map(function("FPDFPageObj_GetBounds"), [handle for handle, _ in objects], *addresses))
    for row, (_, matrix) in enumerate(objects):
        if matrix is not None:
            left, bottom, right, top = sides[row].tolist()
            corners = _moved(np.array([[left, bottom], [left, top], [right, bottom], [right, top]]), matrix)
            sides[row] = [*corners.min(axis=0), *corners.max(axis=0)]
    return sides


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


def _read_paths(
    paths: Sequence[tuple[int, NDArray[np.float64] | None]],
) -> tuple[NDArray[np.float32], NDArray[np.float32], int]:
    """Return rules, sides of filled rectangles, and the number of other shapes.

    Bounds are fetched first, and the points of a path only where its bounds may hold a rectangle.
    """
    modes = np.zeros((len(paths), 2), np.int32)
    first = modes.ctypes.data
    handles = [handle for handle, _ in paths]
    list(
        map(
            function("FPDFPath_GetDrawMode"),
            handles,
            range(first, first + 8 * len(paths), 8),
            range(first + 4, first + 4 + 8 * len(paths), 8),
        )
    )
    is_filled, is_stroked = modes[:, 0] != 0, modes[:, 1] != 0
    bounds = _bounds(paths)
    thin = _is_thin(bounds)
    painted = is_filled | is_stroked
    rules = [_centre_lines(bounds[thin & painted])]
    sides: list[NDArray[np.float32]] = []
    surfaces = ~thin & painted & ((bounds[:, 2] - bounds[:, 0]) > _THIN_POINTS)
    shapes = budget = 0
    for index in np.flatnonzero(surfaces).tolist():
        handle, outer = paths[index]
        count = function("FPDFPath_CountSegments")(handle)
        if not is_stroked[index] and count > 6:
            shapes += 1
            continue
        budget += count
        if budget > _MOST_SEGMENTS:
            break
        drawn = _straight_segments(handle, count, _joined(_matrix(handle), outer))
        if is_stroked[index]:
            rules.append(drawn)
        elif len(drawn) == 4:
            sides.append(drawn)
    empty = np.zeros((0, 4), np.float32)
    return np.concatenate([empty, *rules]), np.concatenate([empty, *sides]), shapes


def _straight_segments(handle: int, count: int, matrix: NDArray[np.float64]) -> NDArray[np.float32]:
    """Return the horizontal and vertical segments of one path as boxes without thickness, stored points."""
    segments = list(map(function("FPDFPath_GetPathSegment"), repeat(handle, count), range(count)))
    if not segments or not all(segments):
        return np.zeros((0, 4), np.float32)
    kinds = np.fromiter(map(function("FPDFPathSegment_GetType"), segments), np.int64, count)
    closes = np.fromiter(map(function("FPDFPathSegment_GetClose"), segments), np.int64, count) != 0
    points = np.zeros((count, 2), np.float32)
    first = points.ctypes.data
    rows = range(first, first + 8 * count, 8)
    list(map(function("FPDFPathSegment_GetPoint"), segments, rows, range(first + 4, first + 4 + 8 * count, 8)))
    moved = _moved(points.astype(np.float64), matrix)
    is_move = kinds == SEGMENT_MOVE
    straight = np.flatnonzero(~is_move[1:] & (kinds[1:] != SEGMENT_BEZIER))
    opening = np.maximum.accumulate(np.where(is_move, np.arange(count), 0))
    ends = np.flatnonzero(closes)
    lines = np.concatenate(
        [np.hstack([moved[straight], moved[straight + 1]]), np.hstack([moved[ends], moved[opening[ends]]])]
    )
    across, up = np.abs(lines[:, 2] - lines[:, 0]), np.abs(lines[:, 3] - lines[:, 1])
    # A side may lean by a hair (a degree or so) when the page was drawn by conversion from another format.
    kept = (np.minimum(across, up) <= 0.02 * np.maximum(across, up)) & (np.maximum(across, up) >= _SHORTEST_RULE_POINTS)
    rules: NDArray[np.float32] = lines[kept].astype(np.float32)
    return rules
