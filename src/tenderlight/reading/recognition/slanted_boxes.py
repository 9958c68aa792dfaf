"""Boxes of text lines that may stand at any angle, and the pictures cut out of them.

A box is four corners, (4, 2) in pixels: top left, top right, bottom right, bottom left as its text is read. The box of
a line that is read downwards has its "top left" corner at the top right.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Corners = NDArray[np.float32]
    Plane = NDArray[np.uint8]

LINE_HEIGHT = 48
"""Pixels of a line's picture."""
_TALL = 1.5
"""A box this much higher than wide may hold text that runs down or up."""
_NARROWEST, _WIDEST = 8, 3_200
"""Pixels of a line's picture."""
_SHRUNK = 1.5
"""From this much larger on, interpolating between neighbours loses nothing."""
_MOST_STANDING = 60
_PITCH = 1.06
"""From one character of a column to the next, in widths of its ink; at least."""


def ordered(corners: Corners) -> Corners:
    """Order the corners of a rectangle, going around in any sense, so that its text runs to the right."""
    edge = corners[1] - corners[0]
    across = edge if abs(edge[0]) >= abs(edge[1]) else corners[2] - corners[1]
    across = across if across[0] >= 0 else -across
    along = np.array([-across[1], across[0]], np.float32)
    offsets = corners - corners.mean(axis=0)
    right, down = offsets @ across > 0, offsets @ along > 0
    wanted = ((False, False), (True, False), (True, True), (False, True))
    places = [np.flatnonzero((right == is_right) & (down == is_down)) for is_right, is_down in wanted]
    if any(len(place) != 1 for place in places):
        return corners
    return corners[[int(place[0]) for place in places]]


def sizes(boxes: Corners) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the widths and heights of (n, 4, 2) boxes."""
    widths = np.linalg.norm(boxes[:, 1] - boxes[:, 0], axis=1)
    heights = np.linalg.norm(boxes[:, 3] - boxes[:, 0], axis=1)
    return widths, heights


def is_tall(boxes: Corners) -> NDArray[np.bool_]:
    """Say of each box whether it is so much higher than wide that its text may run down or up."""
    widths, heights = sizes(boxes)
    return np.asarray(heights >= _TALL * widths)


def slants(boxes: Corners) -> NDArray[np.float64]:
    """Return the angle of each box's top side, in degrees, clockwise from level."""
    edges = boxes[:, 1] - boxes[:, 0]
    return np.asarray(np.degrees(np.arctan2(edges[:, 1], edges[:, 0])), np.float64)


def read_downwards(corners: Corners) -> Corners:
    """Return the corners of the same box with its text running down the page."""
    return np.roll(corners, -1, axis=0)


def read_upwards(corners: Corners) -> Corners:
    """Return the corners of the same box with its text running up the page."""
    return np.roll(corners, 1, axis=0)


def line_picture(plane: Plane, corners: Corners, *, squeeze: float = 1.0) -> Plane:
    """Return what stands in a box, set level, as high as the reader wants it, and narrowed."""
    (width,), (height,) = sizes(corners[None])
    wanted = round(float(width) / max(1.0, float(height)) * LINE_HEIGHT * squeeze)
    return cut_out(plane, corners, width=min(max(_NARROWEST, wanted), _WIDEST), height=LINE_HEIGHT)


def cut_out(plane: Plane, corners: Corners, *, width: int, height: int) -> Plane:
    """Return what stands in a box, set level, `height` by `width` pixels."""
    import cv2

    target = np.array([[0, 0], [width, 0], [width, height]], np.float32)
    matrix = cv2.getAffineTransform(np.ascontiguousarray(corners[:3], np.float32), target)
    box_height = float(np.linalg.norm(corners[3] - corners[0]))
    how = cv2.INTER_LINEAR if box_height > _SHRUNK * height else cv2.INTER_CUBIC
    cut = cv2.warpAffine(plane, matrix, (width, height), flags=how, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(cut, np.uint8)


def standing_picture(plane: Plane, corners: Corners) -> Plane | None:
    """Return the characters of a column, which stand upright one below the other, beside each other.

    Args:
        plane: Dark text on light ground.
        corners: Of the column, as if its text ran to the right.

    Returns:
        One square a character, or None if there is room for fewer than two.
    """
    import cv2

    (width,), (height,) = sizes(corners[None])
    wide = max(8, round(LINE_HEIGHT * 1.3))
    column = cut_out(plane, corners, width=wide, height=max(8, round(float(height) / max(1.0, float(width)) * wide)))
    dark, light = np.percentile(column, (2, 90))
    ink = column < (dark + light) / 2
    across, down = np.flatnonzero(ink.any(axis=0)), np.flatnonzero(ink.any(axis=1))
    if not len(across):
        return None
    thick, long = across[-1] + 1 - across[0], down[-1] + 1 - down[0]
    count = round(long / (_PITCH * thick))
    if not 2 <= count <= _MOST_STANDING:
        return None
    borders = np.linspace(down[0], down[-1] + 1, count + 1)
    squares = []
    for first, last in pairwise(borders.tolist()):
        square = column[max(0, round(first) - 1) : round(last) + 1, max(0, across[0] - 3) : across[-1] + 4]
        squares.append(np.asarray(cv2.resize(square, (LINE_HEIGHT - 6, LINE_HEIGHT - 8)), np.uint8))
    strip = np.hstack(squares)
    return np.asarray(cv2.copyMakeBorder(strip, 4, 4, 4, 4, cv2.BORDER_REPLICATE), np.uint8)
