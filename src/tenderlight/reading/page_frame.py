"""From the page as stored to the page as displayed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tenderlight.reading.pdfium import function

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
            stored: One row a box: two opposite corners x, y, x, y in stored points.

        Returns:
            One row a box: left, top, right, bottom; origin top-left, y downwards, right >= left, bottom >= top.
        """
        import numpy as np

        limit = 10 * LARGEST_SIDE_POINTS
        boxes = np.nan_to_num(stored.astype(np.float64), nan=0.0, posinf=limit, neginf=-limit).clip(-limit, limit)
        x, y = boxes[:, 0::2], boxes[:, 1::2]
        if self.quarter_turns == 0:
            across, down = x - self.left, self.top - y
        elif self.quarter_turns == 1:
            across, down = y - self.bottom, x - self.left
        elif self.quarter_turns == 2:
            across, down = self.right - x, y - self.bottom
        else:
            across, down = self.top - y, self.right - x
        return np.stack([across.min(axis=1), down.min(axis=1), across.max(axis=1), down.max(axis=1)], axis=1)


def frame_of(page: int) -> PageFrame | None:
    """Return the frame of an open pdfium page, or None if its size makes no sense."""
    import numpy as np

    sides = np.zeros(4, np.float32)
    if not function("FPDF_GetPageBoundingBox")(page, sides.ctypes.data):
        return None
    left, top, right, bottom = (float(side) for side in sides)
    if not (0 < right - left <= LARGEST_SIDE_POINTS and 0 < top - bottom <= LARGEST_SIDE_POINTS):
        return None
    turns = function("FPDFPage_GetRotation")(page) % 4
    return PageFrame(left=left, bottom=bottom, right=right, top=top, quarter_turns=turns)
