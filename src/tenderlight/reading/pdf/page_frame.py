"""From the page as stored to the page as displayed."""

from __future__ import annotations

import ctypes
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlight.reading.pdf.pdfium import function

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LARGEST_SIDE_POINTS = 1_000_000.0
"""Pages beyond 350 metres are a lie of the file; PDF itself allows 14,400 points without a user unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFrame:
    """The visible part of a page: its crop box in stored points (y upwards) and its quarter turns clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    quarter_turns: int = 0

    @property
    def width(self) -> float:
        """Width of the page as displayed, in points."""
        return self.top - self.bottom if self.quarter_turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height of the page as displayed, in points."""
        return self.right - self.left if self.quarter_turns % 2 else self.top - self.bottom

    def displayed(self, stored: NDArray[np.float32]) -> NDArray[np.float64]:
        """Turn stored boxes into displayed ones.

        Args:
            stored: One row a box: left, top, right, bottom in stored points, y upwards.

        Returns:
            One row a box: left, top, right, bottom; origin top-left, y downwards, right >= left, bottom >= top.
        """
        import numpy as np

        order, signs, shifts = _turning(self)
        boxes: NDArray[np.float64] = (stored[:, order] if self.quarter_turns else stored) * signs
        boxes += shifts
        if not np.isfinite(boxes).all() or not (boxes[:, :2] <= boxes[:, 2:]).all():
            limit = 10 * LARGEST_SIDE_POINTS
            boxes = np.nan_to_num(boxes, nan=0.0, posinf=limit, neginf=-limit).clip(-limit, limit)
            low, high = np.minimum(boxes[:, :2], boxes[:, 2:]), np.maximum(boxes[:, :2], boxes[:, 2:])
            boxes = np.concatenate([low, high], axis=1)
        return boxes


@functools.lru_cache(maxsize=64)
def _turning(frame: PageFrame) -> tuple[list[int], NDArray[np.float64], NDArray[np.float64]]:
    """Which stored side becomes left, top, right, bottom; with which sign, and moved by how much."""
    import numpy as np

    left, bottom, right, top = frame.left, frame.bottom, frame.right, frame.top
    order, signs, shifts = (
        ([0, 1, 2, 3], [1.0, -1.0, 1.0, -1.0], [-left, top, -left, top]),
        ([3, 0, 1, 2], [1.0, 1.0, 1.0, 1.0], [-bottom, -left, -bottom, -left]),
        ([2, 3, 0, 1], [-1.0, 1.0, -1.0, 1.0], [right, -bottom, right, -bottom]),
        ([1, 2, 3, 0], [-1.0, -1.0, -1.0, -1.0], [top, right, top, right]),
    )[frame.quarter_turns]
    return order, np.array(signs), np.array(shifts)


def frame_of(page: int) -> PageFrame | None:
    """Return the frame of an open pdfium page, or None if its size makes no sense."""
    sides = (ctypes.c_float * 4)()
    if not function("FPDF_GetPageBoundingBox")(page, ctypes.addressof(sides)):
        return None
    left, top, right, bottom = sides
    if not (0 < right - left <= LARGEST_SIDE_POINTS and 0 < top - bottom <= LARGEST_SIDE_POINTS):
        return None
    turns = function("FPDFPage_GetRotation")(page) % 4
    return PageFrame(left=left, bottom=bottom, right=right, top=top, quarter_turns=turns)
