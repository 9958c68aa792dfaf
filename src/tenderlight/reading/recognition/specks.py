"""Single dots that a fax machine or an old scanner scatters over a page: next to letters they are read as points.

They are taken away only where a page is full of them, far from any print; and only dots smaller than the point of the
smallest print: what is as large as a full stop stays, whatever it is, and so do the pieces of broken letters. Where
lines stand is told by the page as it is: its dots are around all of them alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Plane = NDArray[np.uint8]

_LARGEST = 0.26
"""Square points: two pixels at 200 dots an inch, where the point of print of six points has four."""
_WHITE = 200
"""Brightness from which a pixel is paper: a full stop that is blurred or faint is larger than its dark middle."""
_PAPER = 255
_FAR = 3.6
"""Points between a dot and the next print, from which it stands alone."""
_CLOSE = 0.72
"""Points between a dot and the next print up to which it may be a piece of a broken letter."""
_ROWS_WITH_SPECKS = 0.1
"""Share of the rows of pixels with dots that stand alone. Dots that lead to page numbers are in few of them."""


def without_specks(plane: Plane, points_a_pixel: float) -> Plane:
    """Return a page without its specks, or the page itself where it is not full of them.

    Args:
        plane: Dark print on light ground, rows of brightness.
        points_a_pixel: Size of a pixel on the page.
    """
    import cv2

    largest = int(_LARGEST / points_a_pixel**2)
    if largest < 1:
        return plane
    ink = (plane < _WHITE).view(np.uint8)
    if not _may_be_full(ink, largest):
        return plane
    _, labels, sizes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    is_small = np.asarray(sizes[:, cv2.CC_STAT_AREA] <= largest)
    is_small[0] = False
    specks = is_small[labels]
    drawn = ink & ~specks.view(np.uint8)
    if not _is_everywhere(specks & ~_near(drawn, _FAR / points_a_pixel)):
        return plane
    return np.where(specks & ~_near(drawn, _CLOSE / points_a_pixel), np.uint8(_PAPER), plane)


def _near(ink: Plane, reach: float) -> NDArray[np.bool_]:
    """Return which pixels stand so near to ink."""
    import cv2

    side = 2 * round(reach) + 1
    return np.asarray(cv2.dilate(ink, np.ones((side, side), np.uint8)) > 0)


def _may_be_full(ink: Plane, largest: int) -> bool:
    """Say whether there may be enough dots that stand alone: at a fraction of the cost of looking at each of them."""
    import cv2

    around = cv2.boxFilter(ink, -1, (2 * largest + 1, 2 * largest + 1), normalize=False)
    return _is_everywhere((around <= largest) & (ink > 0))


def _is_everywhere(dots: NDArray[np.bool_]) -> bool:
    return bool(np.count_nonzero(dots.any(axis=1)) >= _ROWS_WITH_SPECKS * len(dots))
