"""Where something stands on a page."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page as displayed (crop box and rotation applied).

    Unit: points (1/72 inch). Origin: top-left corner of the page, y grows downwards.

    Raises:
        ValueError: If a side is not finite, or right < left, or bottom < top.
    """

    left: float
    top: float
    right: float
    bottom: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.left, self.top, self.right, self.bottom))):
            raise ValueError(f"a box side is not finite: {self!r}")
        if self.right < self.left or self.bottom < self.top:
            raise ValueError(f"a box is turned inside out: {self!r}")

    @property
    def width(self) -> float:
        """Width in points."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    def contains_point(self, x: float, y: float) -> bool:
        """Say whether the point lies in this box, borders included."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def union(boxes: Iterable[Box]) -> Box | None:
    """Return the smallest box around `boxes`, or None if there are none."""
    known = list(boxes)
    if not known:
        return None
    return Box(
        left=min(box.left for box in known),
        top=min(box.top for box in known),
        right=max(box.right for box in known),
        bottom=max(box.bottom for box in known),
    )
