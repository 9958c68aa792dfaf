"""How far the print of a page lies askew, told from its pixels alone: no line need be found or read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.slanted_boxes import Plane

    Places = NDArray[np.float64]

_SMALL_POINTS = 0.9
"""Points a pixel of the small picture."""
_WINDOW, _DARKER = 15, 12
"""Pixels of the small picture around each that its darkness is compared with, and by how much it must be darker."""
_MOST_PLACES = 16_000
_FEWEST_PLACES = 50
_WIDEST = 6.0
"""Degrees."""
_STEPS = ((0.5, 3.0, 4), (0.1, 1.0, 1), (0.02, 1.0, 1))
"""Degrees from one angle to the next, pixels of the small picture in a row, and one in how many places counts."""
_NEAR = 0.6
_MUCH_SHARPER = 1.2
"""What is far from what lines say must be so much sharper than what is near it."""


def slant_of_print(plane: Plane, *, points_a_pixel: float, by_lines: float = 0.0) -> float:
    """Return how far lines and rules fall to the right, in degrees; at most six to either side.

    Seen along its lines, print stands in sharp rows with bare paper between them: of all angles the one with the
    sharpest rows is taken.

    Args:
        plane: Dark print on light ground, upright.
        points_a_pixel: Size of a pixel.
        by_lines: How the lines lie that were found, in degrees; short lines tell it badly.
    """
    down, across = _ink(plane, points_a_pixel)
    if len(down) < _FEWEST_PLACES:
        return by_lines
    best = _sharpest(down, across, 0.0, _WIDEST)
    if abs(best - by_lines) <= _NEAR:
        return best
    near = _sharpest(down, across, by_lines, _NEAR)
    return best if _sharpness(down, across, best) > _MUCH_SHARPER * _sharpness(down, across, near) else near


def _sharpest(down: Places, across: Places, best: float, reach: float) -> float:
    for step, row, every in _STEPS:
        if step <= reach:
            count = round(reach / step)
            angles = best + step * np.arange(-count, count + 1)
            some_down, some_across = down[::every] / row, across[::every] / row
            best = float(angles[int(np.argmax([_sharpness(some_down, some_across, angle) for angle in angles]))])
            reach = step
    return best


def _ink(plane: Plane, points_a_pixel: float) -> tuple[Places, Places]:
    """Return where dark pixels lie, seen from the middle of the page, in pixels of the small picture."""
    import cv2

    scale = min(1.0, points_a_pixel / _SMALL_POINTS)
    size = max(1, round(plane.shape[1] * scale)), max(1, round(plane.shape[0] * scale))
    small = cv2.resize(plane, size, interpolation=cv2.INTER_AREA)
    ink = np.asarray(
        cv2.adaptiveThreshold(small, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, _WINDOW, _DARKER)
    )
    places = np.flatnonzero(ink)
    places = places[:: -(-len(places) // _MOST_PLACES) or 1]
    down, across = np.divmod(places, ink.shape[1])
    # Spread around their pixels: in rows of whole pixels a page that is not turned at all would look sharpest.
    spread = np.random.default_rng(0).random((2, len(places))).sum(axis=0)
    return down + spread - ink.shape[0] / 2, across - ink.shape[1] / 2


def _sharpness(down: Places, across: Places, degrees: float) -> float:
    angle = np.radians(degrees)
    rows = down * np.cos(angle) - across * np.sin(angle)
    counts = np.bincount((rows - rows.min()).astype(np.int64)).astype(np.float64)
    return float((np.diff(counts) ** 2).sum())
