"""Rules drawn in the picture of a page: the borders of its tables."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.tables.grids import Grid, find_grids

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.slanted_boxes import Plane

    Boxes = NDArray[np.float64]

_SHORTEST_LYING, _SHORTEST_STANDING = 18.0, 11.0
"""Points; strokes of characters of the text are shorter."""
_THICKEST = 4.5
_WINDOW = 12.0
"""Points around a pixel that its darkness is compared with."""
_DARKER = 7
_SLACK = 3.5
"""Points by which rules may miss each other."""
_MOST_COMPONENTS = 20_000
_SMALLEST_GRID = 40.0
"""Points of its longer side: large characters look like small grids."""
_LEVEL_ENOUGH = 0.03
"""Degrees."""
_BESIDE = 1.6
"""Points from the side of a rule to where the paper beside it is looked at."""
_SAMPLES, _LEAST_DARKER = 24, 0.6
"""Places along a rule, and at what share of them it must be darker than the paper on either side."""
_THIN = 1.2
"""Points: a thinner stroke of this length is straight."""
_LEAST_BULGE, _SMALLEST_RADIUS = 0.4, 150.0
"""Points: a stroke whose middle lies further off the line between its ends, as in a circle smaller than that, is part
of a seal's ring. Paper that does not lie flat bends rules much less."""


def grids_of(rules: Boxes) -> list[Grid]:
    """Return the ruled tables that rules make, from top to bottom.

    Args:
        rules: One row a rule: left, top, right, bottom in points.
    """
    grids = find_grids(rules, np.zeros((0, 4)))
    return [grid for grid in grids if max(np.ptp(grid.across), np.ptp(grid.down)) >= _SMALLEST_GRID]


def find_rules(plane: Plane, *, degrees: float, points_a_pixel: float) -> Boxes:
    """Find the rules in a picture: boxes in points of the level page, one row each.

    Args:
        plane: Dark print on light ground, upright.
        degrees: How far its lines fall to the right.
        points_a_pixel: Size of a pixel.
    """
    import cv2

    level = _levelled(plane, degrees)
    window = 2 * round(_WINDOW / points_a_pixel / 2) + 1
    ink = np.asarray(
        cv2.adaptiveThreshold(level, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, max(3, window), _DARKER),
        np.uint8,
    )
    lying = _drawn(_rules(ink, _SHORTEST_LYING, 1 / points_a_pixel), level, 1 / points_a_pixel)
    standing = _drawn(_rules(ink.T, _SHORTEST_STANDING, 1 / points_a_pixel), level.T, 1 / points_a_pixel)
    rules: Boxes = np.concatenate([lying, _between_rules(standing[:, [1, 0, 3, 2]], lying, _SLACK / points_a_pixel)])
    return rules * points_a_pixel


def _between_rules(standing: Boxes, lying: Boxes, slack: float) -> Boxes:
    """Cut standing rules down to what runs from one lying rule to another: an arc of a seal's ring has free ends."""
    kept = []
    for left, top, right, bottom in _joined(standing, slack).tolist():
        crossing = lying[(lying[:, 0] <= right + slack) & (lying[:, 2] >= left - slack)]
        middles = (crossing[:, 1] + crossing[:, 3]) / 2
        middles = middles[(middles >= top - slack) & (middles <= bottom + slack)]
        if len(middles) > 1 and np.ptp(middles) > slack:
            kept.append((left, max(top, middles.min()), right, min(bottom, middles.max())))
    return np.array(kept, np.float64).reshape(-1, 4)


def _joined(standing: Boxes, slack: float) -> Boxes:
    """Join pieces of one standing rule that breaks off in places."""
    order = np.lexsort((standing[:, 1], np.rint((standing[:, 0] + standing[:, 2]) / 2 / slack)))
    result: list[list[float]] = []
    for piece in standing[order].tolist():
        last = result[-1] if result else None
        if last and _meet(last, piece, slack):
            last[:2] = min(last[0], piece[0]), min(last[1], piece[1])
            last[2:] = max(last[2], piece[2]), max(last[3], piece[3])
        else:
            result.append(piece)
    return np.array(result, np.float64).reshape(-1, 4)


def _meet(one: list[float], other: list[float], slack: float) -> bool:
    beside = abs(one[0] + one[2] - other[0] - other[2]) <= slack
    return beside and other[1] - one[3] <= slack and one[1] - other[3] <= slack


def _levelled(plane: Plane, degrees: float) -> Plane:
    import cv2

    if abs(degrees) < _LEVEL_ENOUGH:
        return plane
    height, width = plane.shape
    angle = math.radians(degrees)
    turning = np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])
    middle = np.array([width / 2, height / 2])
    matrix = np.column_stack([turning, middle - turning @ middle])
    level = cv2.warpAffine(plane, matrix, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(level, np.uint8)


def _rules(ink: NDArray[np.uint8], shortest_points: float, pixels_a_point: float) -> Boxes:
    """Return the boxes of thin straight strokes that run along the rows, in pixels: left, top, right, bottom."""
    import cv2

    shortest, thickest = max(3, round(shortest_points * pixels_a_point)), _THICKEST * pixels_a_point
    strokes = cv2.morphologyEx(np.ascontiguousarray(ink), cv2.MORPH_OPEN, np.ones((1, shortest), np.uint8))
    outlines, _ = cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    found = np.array([cv2.boundingRect(outline) for outline in outlines[:_MOST_COMPONENTS]], np.int64).reshape(-1, 4)
    found = found[found[:, 3] <= thickest]
    straight = np.ones(len(found), np.bool_)
    for number in np.flatnonzero(found[:, 3] > _THIN * pixels_a_point).tolist():
        left, top, width, height = found[number].tolist()
        straight[number] = not _is_bent(strokes[top : top + height, left : left + width] > 0, pixels_a_point)
    boxes: Boxes = found[straight].astype(np.float64)
    return np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], axis=1)


def _drawn(strokes: Boxes, level: Plane, pixels_a_point: float) -> Boxes:
    """Return the strokes along the rows that are darker than what lies on either side of them.

    The sides of shaded fields, of the star of a seal, of a picture are not: nobody drew them as rules.
    """
    across = strokes[:, :1] + np.linspace(0.03, 0.97, _SAMPLES) * (strokes[:, 2:3] - strokes[:, :1])
    columns = np.clip(across.astype(np.int64), 0, level.shape[1] - 1)

    def levels(down: NDArray[np.float64]) -> NDArray[np.float64]:
        rows = np.clip(down, 0, level.shape[0] - 1).astype(np.int64)
        return np.asarray(level[rows[:, None], columns], np.float64)

    beside = _BESIDE * pixels_a_point
    sides = np.minimum(levels(strokes[:, 1] - beside), levels(strokes[:, 3] + beside))
    # A rule that is not quite level lies along the upper side of its box here, along the lower one there.
    depth = strokes[:, 3] - strokes[:, 1] - 1
    rule = np.min([levels(strokes[:, 1] + share * depth) for share in (0.0, 0.25, 0.5, 0.75, 1.0)], axis=0)
    return np.asarray(strokes[(sides - rule >= _DARKER).mean(axis=1) >= _LEAST_DARKER])


def _is_bent(stroke: NDArray[np.bool_], pixels_a_point: float) -> bool:
    """Say whether a stroke along the rows is bent as the ring of a seal is."""
    height, width = stroke.shape
    middles = (np.arange(height) @ stroke) / np.maximum(stroke.sum(axis=0), 1)
    part = max(1, width // 6)
    centre = (width - part) // 2
    ends = (middles[:part].mean() + middles[-part:].mean()) / 2
    bulge = abs(float(middles[centre : centre + part].mean() - ends)) / pixels_a_point
    return bool(bulge > max(_LEAST_BULGE, (width / pixels_a_point) ** 2 / (8 * _SMALLEST_RADIUS)))
