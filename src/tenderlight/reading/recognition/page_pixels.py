"""The picture of a page as text recognition takes it, and which recognition that is; loads nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RECOGNISER = "pp-ocrv6-small"
VERSION = 13
"""Raised whenever the same picture may come out differently."""
STEP = f"recognise:{RECOGNISER}/{VERSION}"
MOST_PIXELS = 40_000_000
"""Of one page: twice what a page of A3 has at 300 dpi."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """What is to be known of the picture of a page besides what it shows.

    Raises:
        ValueError: If a size is not positive, or the picture is larger than `MOST_PIXELS`.
    """

    page_number: int
    """From 1."""
    width_points: float
    """Of the page, in points (1/72 inch)."""
    height_points: float
    width: int
    """Of the picture, in pixels."""
    height: int

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or self.width_points <= 0 or self.height_points <= 0:
            raise ValueError("a page has no size")
        if self.width * self.height > MOST_PIXELS:
            raise ValueError(f"a picture has more than {MOST_PIXELS} pixels")


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePixels(DrawnPage):
    """The picture of a page as displayed.

    Raises:
        ValueError: As of `DrawnPage`, and if the samples do not fit the size.
    """

    samples: bytes
    """Rows of RGB from top to bottom, 8 bit each, no padding."""

    def __post_init__(self) -> None:
        DrawnPage.__post_init__(self)
        if len(self.samples) != 3 * self.width * self.height:
            raise ValueError("the samples do not fit the size of the picture")

    @property
    def array(self) -> NDArray[np.uint8]:
        """The samples as (height, width, 3), without copying them."""
        import numpy as np

        return np.frombuffer(self.samples, np.uint8).reshape(self.height, self.width, 3)
