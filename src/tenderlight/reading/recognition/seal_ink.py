"""What of the ink inside a dark seal's ring is the seal, and what is print.

Ink of a stamp pad is seldom as black as print. So each patch of ink inside the ring is compared with the print around
the seal: one that holds nothing as dark as that is the seal's own, a letter of its rim or its star, and is wiped off
whole. Where print and seal touch, only what is lighter than print is faded, pixel by pixel.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Plane = NDArray[np.uint8]
    Flags = NDArray[np.bool_]

_INK = 0.6
"""Of the way from the darkest ink to the paper: what is darker is ink."""
_CORE = 10
"""Of a hundred pixels of a patch of print: as many are darker than its core."""
_LIGHTER = 0.12
"""Of the way from print to paper: what is no lighter than this is as dark as print."""
_MOST_DARK, _MOST_DARK_SHARE = 0.2, 0.03
"""Square millimetres, and share of a patch of the seal, that are as dark as print by chance."""
_LEAST_SIDE = 1.8
"""Millimetres: smaller patches are points and commas, whose ink is light in print too."""
_LEAST_PRINT = 12
"""Patches of print beside a seal that are needed to know how dark print is."""
_MOST_PATCHES = 3_000
_LEAST_CONTRAST = 60


def without_seal(part: Plane, inside: Flags, millimetre: float) -> Plane:
    """Return a part of a page with the patches of ink wiped off that are a seal's alone.

    Args:
        part: The seal and about as much around it, dark print on light ground.
        inside: Where the seal lies.
        millimetre: Pixels in a millimetre.
    """
    import cv2

    dark, light = np.percentile(part, (1, 85))
    if light - dark < _LEAST_CONTRAST:
        return part
    ink = np.asarray(part < dark + _INK * (light - dark), np.uint8)
    count, owners, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    if count > _MOST_PATCHES:
        return part
    patches = list(_patches(part, np.asarray(owners), np.asarray(boxes), _LEAST_SIDE * millimetre))
    print_cores = [np.percentile(levels, _CORE) for number, levels in patches if not _lies(inside, boxes[number])]
    if len(print_cores) < _LEAST_PRINT:
        return part
    printed = float(np.median(print_cores))
    most = printed + _LIGHTER * (light - printed)
    wiped = [
        number
        for number, levels in patches
        if _lies(inside, boxes[number])
        and (levels <= most).sum() <= max(_MOST_DARK * millimetre**2, _MOST_DARK_SHARE * len(levels))
    ]
    table = np.zeros(count, np.uint8)
    table[wiped] = 1
    # The soft edge of a patch is lighter than ink, and goes with it.
    gone = cv2.dilate(table[owners], np.ones((5, 5), np.uint8)).astype(np.bool_) & (ink == 0) | (table[owners] == 1)
    result = part.copy()
    result[gone] = np.maximum(result[gone], np.uint8(light))
    return result


def _patches(
    part: Plane, owners: NDArray[np.int32], boxes: NDArray[np.int32], least: float
) -> Iterator[tuple[int, Plane]]:
    """Yield the number of each patch that is no speck, and how bright its pixels are."""
    for number, (left, top, width, height, _) in enumerate(boxes.tolist()):
        if number and max(width, height) >= least:
            place = np.s_[top : top + height, left : left + width]
            yield number, part[place][owners[place] == number]


def _lies(inside: Flags, box: NDArray[np.int32]) -> bool:
    """Say whether the middle of a box lies in the seal."""
    left, top, width, height, _ = box.tolist()
    return bool(inside[top + height // 2, left + width // 2])
