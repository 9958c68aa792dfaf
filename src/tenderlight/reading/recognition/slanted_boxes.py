"""Boxes of text lines that may stand at any angle, and the pictures cut out of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Corners = NDArray[np.float32]
    Plane = NDArray[np.uint8]

_TALL = 1.5
"""A box this much higher than wide holds more than one character set from top to bottom, or a line that lies on its
side."""


def ordered(corners: Corners) -> Corners:
    """Order the corners of a rectangle: top left, top right, bottom right, bottom left, the top side near level.

    Args:
        corners: (4, 2), x and y in pixels, going around in any sense.
    """
    edge = corners[1] - corners[0]
    across = edge if abs(edge[0]) >= abs(edge[1]) else corners[2] - corners[1]
    across = across if across[0] >= 0 else -across
    along = np.array([-across[1], across[0]], np.float32)
    middle = corners.mean(axis=0)
    offsets = corners - middle
    right, down = offsets @ across > 0, offsets @ along > 0
    wanted = ((False, False), (True, False), (True, True), (False, True))
    places = [np.flatnonzero((right == is_right) & (down == is_down)) for is_right, is_down in wanted]
    if any(len(place) != 1 for place in places):
        return corners
    return corners[[int(place[0]) for place in places]]


def sizes(boxes: Corners) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the widths and heights of (n, 4, 2) ordered boxes."""
    widths = np.linalg.norm(boxes[:, 1] - boxes[:, 0], axis=1)
    heights = np.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=1)
    return widths, heights


def is_tall(boxes: Corners) -> NDArray[np.bool_]:
    """Say of each box whether it is so much higher than wide that its text runs down or up."""
    widths, heights = sizes(boxes)
    return np.asarray(heights >= _TALL * widths)


def slants(boxes: Corners) -> NDArray[np.float64]:
    """Return the angle of each box's top side, in degrees, clockwise from level."""
    edges = boxes[:, 1] - boxes[:, 0]
    return np.asarray(np.degrees(np.arctan2(edges[:, 1], edges[:, 0])), np.float64)


def on_its_side(corners: Corners, *, clockwise: bool) -> Corners:
    """Return the corners of a box as they come when its text runs down (clockwise) or up."""
    return np.roll(corners, -1 if clockwise else 1, axis=0)


def cut_out(plane: Plane, corners: Corners, *, width: int, height: int) -> Plane:
    """Return what stands in a slanted box, set level, `height` by `width` pixels."""
    import cv2

    target = np.array([[0, 0], [width, 0], [width, height]], np.float32)
    matrix = cv2.getAffineTransform(np.ascontiguousarray(corners[:3], np.float32), target)
    box_height = float(np.linalg.norm(corners[3] - corners[0]))
    how = cv2.INTER_LINEAR if box_height > 1.5 * height else cv2.INTER_CUBIC
    cut = cv2.warpAffine(plane, matrix, (width, height), flags=how, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cut, np.uint8)
