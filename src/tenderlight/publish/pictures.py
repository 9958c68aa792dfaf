"""The part of a page's picture that shows a quote."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.box import union
from tenderlight.model.document import Page
from tenderlight.model.quote import Quote

DOTS_PER_INCH = 110
MARGIN_POINTS = 110.0
"""How much of the page is shown above and below the quote."""
EDGE_POINTS = 1.0
"""How far a drawn box stands off the words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rectangle:
    """A box to draw, in points, relative to the part shown."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A part of a page with boxes on it. All figures are points."""

    href: str
    """Where the picture of the whole page is, relative to the contract's page."""
    top: float
    """Where the part shown begins on the page."""
    width: float
    height: float
    page_height: float
    boxes: tuple[Rectangle, ...]


def picture_name(document: str, page_number: int) -> str:
    """Return the file name of a page's picture."""
    return f"{document[:16]}-{page_number}.png"


def picture_of(quote: Quote, page: Page) -> Picture | None:
    """Return the part of the page that shows the quote, or None where the page has no picture or the quote no box."""
    around = union(quote.boxes)
    if around is None or page.width is None or page.height is None:
        return None
    top = max(0.0, around.top - MARGIN_POINTS)
    bottom = min(page.height, around.bottom + MARGIN_POINTS)
    if bottom <= top:
        return None
    return Picture(
        href=f"../pages/{picture_name(quote.document, page.number)}",
        top=round(top, 2),
        width=round(page.width, 2),
        height=round(bottom - top, 2),
        page_height=round(page.height, 2),
        boxes=tuple(
            Rectangle(
                x=round(box.left - EDGE_POINTS, 2),
                y=round(box.top - top - EDGE_POINTS, 2),
                width=round(box.width + 2 * EDGE_POINTS, 2),
                height=round(box.height + 2 * EDGE_POINTS, 2),
            )
            for box in quote.boxes
        ),
    )
