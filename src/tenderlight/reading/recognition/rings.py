"""Rings of round seals in a small grey picture of a page."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Plane = NDArray[np.uint8]
    Likely = NDArray[np.float32]
    Turned = NDArray[np.complex128]

_RADII = (15, 31)
"""Millimetres; round seals of firms and authorities measure 36 to 58 across."""
_LEAST_RADIUS = 5
"""Pixels of the picture in which rings are guessed."""
_MOST_RINGS = 12
_MOST_GUESSES = 24
_MOST_KEPT_BYTES = 32 * 1024 * 1024
"""Of rings made ready for pages of one size; a page of A4 needs half of it."""
_MOST_PIXELS = 1_200_000
"""Of the picture in which rings are guessed; a sheet of A0 has a million."""
_STROKE = 7
"""Pixels: dark strokes narrower than this are seen, dark fields are not."""
_FULLY_DARK = 40
"""Darker than what lies around, from which on a stroke is no more than a stroke."""
_APART = 4
"""Pixels: no two rings have middles nearer than that."""
_LEAST_LIKELY = 1.0
"""Of two shares together: how much of a ring is drawn, and how much more than of the rings just inside and outside of
it. Lines of text reach 0.9, seals 1.2."""
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
    found: list[tuple[int, int, int]] = []
    least = _RADII[0] * millimetre
    for x, y, radius in _guesses(small, millimetre):
        place = _best_near(small, x, y, radius)
        if place is None or any(_are_near(place, other, least / 2) for other in found):
            continue
        found.append(place)
        if len(found) == _MOST_RINGS:
            break
    return found


def _are_near(one: tuple[int, int, int], other: tuple[int, int, int], reach: float) -> bool:
    return (one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2 < reach**2


def _guesses(small: Plane, millimetre: float) -> list[tuple[float, float, float]]:
    """Return where rings may lie: middle (x, y) and radius in pixels, the likeliest first.

    Around every place and for every radius it is summed up how much of a ring is drawn.
    """
    import cv2

    radii = range(round(_RADII[0] * millimetre / 2), round(_RADII[1] * millimetre / 2) + 1)
    width, height = small.shape[1] // 2, small.shape[0] // 2
    if radii[0] < _LEAST_RADIUS or min(width, height) < 2 * radii[0] or width * height > _MOST_PIXELS:
        return []
    half = cv2.resize(small, (width, height), interpolation=cv2.INTER_AREA)
    strokes = cv2.morphologyEx(half, cv2.MORPH_BLACKHAT, np.ones((_STROKE, _STROKE), np.uint8))
    drawn: Likely = np.minimum(strokes, _FULLY_DARK).astype(np.float32) / np.float32(_FULLY_DARK)
    best, own = np.zeros(half.shape, np.float32), np.zeros(half.shape, np.float32)
    near: deque[Likely] = deque(maxlen=5)
    for radius, share in enumerate(_shares_drawn(drawn, range(radii[0] - 2, radii[-1] + 3)), radii[0] - 4):
        near.append(share)
        if len(near) == near.maxlen:
            likely = 2 * near[2] - np.maximum(near[0], near[4])
            better = likely > best
            best[better], own[better] = likely[better], radius
    middles = np.asarray(cv2.dilate(best, np.ones((2 * _APART + 1, 2 * _APART + 1), np.uint8)))
    down, across = np.nonzero((best == middles) & (best >= _LEAST_LIKELY))
    order = np.argsort(-best[down, across], kind="stable")[:_MOST_GUESSES]
    return [(2.0 * across[at] + 0.5, 2.0 * down[at] + 0.5, 2.0 * float(own[down[at], across[at]])) for at in order]


def _shares_drawn(drawn: Likely, radii: range) -> Iterator[Likely]:
    """Yield, radius by radius, which share of the ring around each pixel is drawn."""
    import cv2

    height, width = (cv2.getOptimalDFTSize(side + radii[-1] + 1) for side in drawn.shape)
    turned = np.fft.rfft2(drawn, (height, width))
    is_kept = 16 * height * (width // 2 + 1) * len(radii) <= _MOST_KEPT_BYTES
    for ring in (_kept_rings if is_kept else _turned_rings)(height, width, radii):
        summed = np.fft.irfft2(turned * ring, (height, width))
        yield summed[: drawn.shape[0], : drawn.shape[1]].astype(np.float32)


@lru_cache(maxsize=1)
def _kept_rings(height: int, width: int, radii: range) -> tuple[Turned, ...]:
    """Return the same as `_turned_rings`, for the pages of a document that are alike in size."""
    return tuple(_turned_rings(height, width, radii))


def _turned_rings(height: int, width: int, radii: range) -> Iterator[Turned]:
    """Yield rings of each radius around the corner of a picture, as waves (their Fourier transforms)."""
    down = np.minimum(np.arange(height), height - np.arange(height))[:, None]
    across = np.minimum(np.arange(width), width - np.arange(width))[None]
    away = np.hypot(down, across)
    for radius in radii:
        ring = np.clip(1.0 - np.abs(away - radius), 0.0, None)
        yield np.fft.rfft2(ring / ring.sum())


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
