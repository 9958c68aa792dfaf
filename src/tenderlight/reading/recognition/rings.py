"""Rings of round seals in a small grey picture of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Plane = NDArray[np.uint8]

_RADII = (15, 31)
"""Millimetres; round seals of firms and authorities measure 36 to 58 across."""
_MOST_RINGS = 12
_MOST_CIRCLES = 40
_VOTES = 12
_SPOTS = 96
"""Places around a ring at which it is looked for."""
_ANGLES = np.linspace(0, 2 * np.pi, _SPOTS, endpoint=False)
_COSINES, _SINES = np.cos(_ANGLES), np.sin(_ANGLES)
_DARKER = 18
"""Than what lies inside and outside of it."""
_LEAST_SEEN = 0.66
"""Share of those places at which it is seen; worn seals have gaps, and lines of text make no ring."""
_BESIDE = 3
_MOST_DRIFT = 4


def find_rings(small: Plane, millimetre: float) -> list[tuple[int, int, int]]:
    """Return rings as middle (x, y) and radius, in pixels.

    Args:
        small: Dark print on light ground.
        millimetre: Pixels in a millimetre; two are enough.
    """
    import cv2

    least, most = (round(radius * millimetre) for radius in _RADII)
    if min(small.shape) < 2 * least:
        return []
    circles = cv2.HoughCircles(
        cv2.resize(small, (small.shape[1] // 2, small.shape[0] // 2), interpolation=cv2.INTER_AREA),
        cv2.HOUGH_GRADIENT,
        dp=1.0,
        minDist=least / 2,
        param1=80,
        param2=_VOTES,
        minRadius=least // 2,
        maxRadius=most // 2,
    )
    if circles is None:
        return []
    found: list[tuple[int, int, int]] = []
    for x, y, radius in (2 * np.asarray(circles, np.float64).reshape(-1, 3))[:_MOST_CIRCLES].tolist():
        if any((x - other[0]) ** 2 + (y - other[1]) ** 2 < least**2 / 4 for other in found):
            continue
        place = _best_near(small, x, y, radius)
        if place is not None:
            found.append(place)
        if len(found) == _MOST_RINGS:
            break
    return found


def _best_near(small: Plane, x: float, y: float, radius: float) -> tuple[int, int, int] | None:
    """Return the ring next to a guess, or None if there is none."""
    # Circles are found along the inner or the outer side of the stroke, and the guess may be two pixels off.
    seen, place = max((_share_seen(small, x, y, radius + more), (x, y, radius + more)) for more in range(-5, 6))
    if seen < _LEAST_SEEN / 3:
        return None
    for reach in (2.0, 1.0, 0.5):
        steps = [(dx, dy, dr) for dx in (-reach, 0, reach) for dy in (-reach, 0, reach) for dr in (-reach, 0, reach)]
        around = [(place[0] + dx, place[1] + dy, place[2] + dr) for dx, dy, dr in steps]
        seen, place = max((_share_seen(small, *each), each) for each in around)
    drifted = max(abs(place[0] - x), abs(place[1] - y), abs(place[2] - radius) - 3) > _MOST_DRIFT
    return None if drifted or seen < _LEAST_SEEN else (round(place[0]), round(place[1]), round(place[2]))


def _share_seen(small: Plane, x: float, y: float, radius: float) -> float:
    """Return at what share of places around a circle a dark stroke lies on it.

    A place counts half if only one side of it is lighter: text crosses seals, but text alone makes few strokes.
    """
    reach = radius + np.array([[-_BESIDE], [-1], [0], [1], [_BESIDE]])
    across = np.clip(np.rint(x + reach * _COSINES).astype(np.int64), 0, small.shape[1] - 1)
    down = np.clip(np.rint(y + reach * _SINES).astype(np.int64), 0, small.shape[0] - 1)
    levels = small[down, across].astype(np.int64)
    ring = levels[1:4].min(axis=0) + _DARKER
    return float(((ring <= levels[0]).mean() + (ring <= levels[4]).mean()) / 2)
