"""The part of a page's picture that shows a quote."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.box import Box, union
from tenderlight.model.document import Page
from tenderlight.model.layout import Layout, PageSize
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
    page_number: int
    page_height: float
    boxes: tuple[Rectangle, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPage:
    """A page that can be drawn, and the boxes of one quote on it."""

    source: str
    """SHA-256 of the file it is a page of: the original, or the PDF that it was laid out as."""
    number: int
    boxes: tuple[Box, ...]


def pages_with(quote: Quote) -> tuple[DrawnPage, ...]:
    """Return the pages that show a quote, in order; none where it has no box."""
    numbers = quote.layout_pages if quote.layout is not None else (quote.page_number,) * len(quote.boxes)
    boxes: dict[int, list[Box]] = {}
    for number, box in zip(numbers, quote.boxes, strict=True):
        if number is not None:
            boxes.setdefault(number, []).append(box)
    source = quote.layout or quote.document
    return tuple(DrawnPage(source=source, number=number, boxes=tuple(found)) for number, found in boxes.items())


def picture_name(source: str, page_number: int) -> str:
    """Return the file name of a page's picture."""
    return f"{source[:16]}-{page_number}.png"


def pictures_of(quote: Quote, page: Page, layout: Layout | None) -> tuple[Picture, ...]:
    """Return the parts of pages that show the quote, one a page; none where there is no picture or the quote no box.

    Args:
        quote: What to show.
        page: The page it was read on.
        layout: How that page was laid out, if it was.
    """
    pictures = []
    for drawn in pages_with(quote):
        size = _size(page, layout, quote.layout, drawn.number)
        picture = None if size is None else _picture(drawn, size)
        if picture is not None:
            pictures.append(picture)
    return tuple(pictures)


def _size(page: Page, layout: Layout | None, pdf: str | None, number: int) -> PageSize | None:
    if pdf is None:
        return None if page.width is None or page.height is None else PageSize(width=page.width, height=page.height)
    if layout is None or layout.pdf != pdf or number > len(layout.page_sizes):
        return None
    return layout.page_sizes[number - 1]


def _picture(drawn: DrawnPage, size: PageSize) -> Picture | None:
    around = union(drawn.boxes)
    assert around is not None
    top = max(0.0, around.top - MARGIN_POINTS)
    bottom = min(size.height, around.bottom + MARGIN_POINTS)
    if bottom <= top:
        return None
    return Picture(
        href=f"../pages/{picture_name(drawn.source, drawn.number)}",
        top=round(top, 2),
        width=round(size.width, 2),
        height=round(bottom - top, 2),
        page_number=drawn.number,
        page_height=round(size.height, 2),
        boxes=tuple(
            Rectangle(
                x=round(box.left - EDGE_POINTS, 2),
                y=round(box.top - top - EDGE_POINTS, 2),
                width=round(box.width + 2 * EDGE_POINTS, 2),
                height=round(box.height + 2 * EDGE_POINTS, 2),
            )
            for box in drawn.boxes
        ),
    )
