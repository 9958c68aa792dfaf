"""Where lines of text stand in the picture of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.slanted_boxes import is_tall, ordered, sizes, slants

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.models import Model
    from tenderlight.reading.recognition.slanted_boxes import Corners, Plane

    Outline = NDArray[np.int32]
    Likely = NDArray[np.float32]

LONG_SIDE = 1280
"""Pixels the picture is brought down to. At 960 four times as many characters are wrong."""
_STEP = 32
_TEXT, _SURE = 0.3, 0.5
"""How likely a pixel must be text, and a line on average."""
_GROWN = 1.6
"""The network marks the middle of a line; its box is grown by this share of area over outline."""
_LEAST_SIDE = 3
_MOST_LINES = 3_000
_LONG = 3.0
_CROOKED, _MOST_CROOKED = 0.7, 6.0
"""Degrees between a long line and the page, from which on something else sticks to the line; up to where it is one."""
_BODY = 0.4
"""Share of its longest row of pixels that a row must have to be part of a line."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A spot that the network marked."""

    outline: Outline
    box: Corners
    """Not grown."""
    mean: float


def find_lines(plane: Plane, finder: Model) -> Corners:
    """Return the boxes of lines, (n, 4, 2) in pixels, from top to bottom.

    Args:
        plane: Dark text on light ground, rows of brightness.
        finder: See `Models`.
    """
    import cv2

    height, width = plane.shape
    scale = min(1.0, LONG_SIDE / max(height, width))
    small_height, small_width = (max(_STEP, round(side * scale / _STEP) * _STEP) for side in (height, width))
    small = cv2.resize(plane, (small_width, small_height), interpolation=cv2.INTER_AREA)
    level = small.astype(np.float32) / 127.5 - 1.0
    likely = finder.run(np.broadcast_to(level, (1, 3, small_height, small_width)).copy())[0, 0]
    mask = cv2.dilate((likely > _TEXT).astype(np.uint8), np.ones((2, 2), np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    spots = [
        spot for outline in outlines[:_MOST_LINES] if (spot := _spot(np.asarray(outline, np.int32), likely)) is not None
    ]
    boxes = _boxes(spots, likely)
    if not boxes:
        return np.zeros((0, 4, 2), np.float32)
    found = np.stack(boxes) * np.array([width / small_width, height / small_height], np.float32)
    found = np.clip(found, 0, np.array([width, height], np.float32))
    return found[np.argsort(found[:, :, 1].min(axis=1), kind="stable")]


def _spot(outline: Outline, likely: Likely) -> _Spot | None:
    """Return a marked spot, or None if it is too small."""
    import cv2

    middle, (width, height), angle = cv2.minAreaRect(outline)
    if min(width, height) < _LEAST_SIDE:
        return None
    corners = np.asarray(cv2.boxPoints((middle, (width, height), angle)), np.float32)
    return _Spot(outline, ordered(corners), _mean_inside(likely, corners))


def _boxes(spots: Sequence[_Spot], likely: Likely) -> list[Corners]:
    """Return the boxes of spots that are likely text, grown to the size of the text."""
    sure = [spot for spot in spots if spot.mean >= _SURE]
    if not sure:
        return []
    slant = _slant(np.stack([spot.box for spot in sure]))
    found = []
    for spot in spots:
        (width,), (height,) = sizes(spot.box[None])
        (own,) = slants(spot.box[None])
        is_straight = spot.mean >= _SURE and abs(own - slant) <= _CROOKED
        is_line = width >= _LONG * height and abs(own - slant) <= _MOST_CROOKED and not is_straight
        straight = _straightened(spot, likely, slant) if is_line else None
        if straight is not None:
            found.append(_grown(straight))
        elif spot.mean >= _SURE:
            found.append(_grown(spot.box))
    return found


def _slant(boxes: Corners) -> float:
    """Return the angle of the longer half of the lines, in degrees."""
    level = boxes[~is_tall(boxes)]
    if not len(level):
        return 0.0
    lengths, _ = sizes(level)
    return float(np.median(slants(level[lengths >= np.median(lengths)])))


def _straightened(spot: _Spot, likely: Likely, slant: float) -> Corners | None:
    """Return the box of a line without what sticks to it above or below (a letter of a seal), or None if there is none.

    Its sides run as the lines of the page do.
    """
    import cv2

    left, top, width, height = cv2.boundingRect(spot.outline)
    filled = cv2.fillPoly(np.zeros((height, width), np.uint8), [spot.outline - (left, top)], 1)
    down, across = np.nonzero(filled)
    marked = likely[np.minimum(down + top, likely.shape[0] - 1), np.minimum(across + left, likely.shape[1] - 1)]
    angle = np.radians(slant)
    along = across * np.cos(angle) + down * np.sin(angle)
    below = down * np.cos(angle) - across * np.sin(angle)
    first = np.floor(below.min())
    rows = np.floor(below - first).astype(np.int64)
    counts = np.bincount(rows)
    body = np.flatnonzero(counts >= _BODY * counts.max())
    inside = (rows >= body[0]) & (rows <= body[-1])
    if body[-1] - body[0] + 1 < _LEAST_SIDE or marked[inside].mean() < _SURE:
        return None
    ends = along[inside].min(), along[inside].max() + 1
    sides = first + body[0], first + body[-1] + 1
    corners = np.array([(ends[0], sides[0]), (ends[1], sides[0]), (ends[1], sides[1]), (ends[0], sides[1])])
    turning = np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    return np.asarray(corners @ turning + (left, top), np.float32)


def _grown(box: Corners) -> Corners:
    """Return a box with a margin on every side."""
    (width,), (height,) = sizes(box[None])
    margin = _GROWN * width * height / (2 * (width + height))
    across, down = (box[1] - box[0]) / max(width, 1e-3) * margin, (box[3] - box[0]) / max(height, 1e-3) * margin
    return np.asarray(box + np.stack([-across - down, across - down, across + down, -across + down]), np.float32)


def _mean_inside(likely: Likely, corners: Corners) -> float:
    import cv2

    limits = np.array(likely.shape[::-1]) - 1
    low = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, limits)
    high = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, limits)
    mask = np.zeros((high[1] - low[1] + 1, high[0] - low[0] + 1), np.uint8)
    cv2.fillPoly(mask, [(corners - low).astype(np.int32)], 1)
    return float(cv2.mean(likely[low[1] : high[1] + 1, low[0] : high[0] + 1], mask)[0])
