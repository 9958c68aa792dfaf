"""Where lines of text stand in the picture of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.recognition.slanted_boxes import ordered

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.models import Model
    from tenderlight.reading.recognition.slanted_boxes import Corners, Plane

LONG_SIDE = 1280
"""Pixels the picture is brought down to. At 960 four times as many characters are wrong."""
_STEP = 32
_TEXT, _SURE = 0.3, 0.5
"""How likely a pixel must be text, and a line on average."""
_GROWN = 1.6
"""The network marks the middle of a line; its box is grown by this share of area over outline."""
_LEAST_SIDE = 3
_MOST_LINES = 3_000


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
    boxes = [
        box for outline in outlines[:_MOST_LINES] if (box := _box(np.asarray(outline, np.int32), likely)) is not None
    ]
    if not boxes:
        return np.zeros((0, 4, 2), np.float32)
    found = np.stack(boxes) * np.array([width / small_width, height / small_height], np.float32)
    found = np.clip(found, 0, np.array([width, height], np.float32))
    return found[np.argsort(found[:, :, 1].min(axis=1), kind="stable")]


def _box(outline: NDArray[np.int32], likely: NDArray[np.float32]) -> Corners | None:
    """Return the grown box of one marked spot, or None if it is too small or too unlikely."""
    import cv2

    middle, (width, height), angle = cv2.minAreaRect(outline)
    if min(width, height) < _LEAST_SIDE:
        return None
    corners = np.asarray(cv2.boxPoints((middle, (width, height), angle)), np.float32)
    if _mean_inside(likely, corners) < _SURE:
        return None
    margin = 2 * _GROWN * width * height / (2 * (width + height))
    return ordered(cv2.boxPoints((middle, (width + margin, height + margin), angle)).astype(np.float32))


def _mean_inside(likely: NDArray[np.float32], corners: Corners) -> float:
    import cv2

    limits = np.array(likely.shape[::-1]) - 1
    low = np.clip(np.floor(corners.min(axis=0)).astype(int), 0, limits)
    high = np.clip(np.ceil(corners.max(axis=0)).astype(int), 0, limits)
    mask = np.zeros((high[1] - low[1] + 1, high[0] - low[0] + 1), np.uint8)
    cv2.fillPoly(mask, [(corners - low).astype(np.int32)], 1)
    return float(cv2.mean(likely[low[1] : high[1] + 1, low[0] : high[0] + 1], mask)[0])
