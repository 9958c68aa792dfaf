"""From an anchor to a quote: the words checked against the page, their boxes, and the text around them."""

from __future__ import annotations

from tenderlight.model.box import Box
from tenderlight.model.columns import index_of_line
from tenderlight.model.document import Page, PageMethod, Reading
from tenderlight.model.layout import Layout
from tenderlight.model.quote import CONTEXT_LENGTH, Quote
from tenderlight.model.statement import Anchor
from tenderlight.reading.layout.laid_out import boxes_laid_out
from tenderlight.reading.layout.lines import boxes_of


class QuoteNotFoundError(ValueError):
    """The words of an anchor do not stand where it says. A fault of a rule, never of a document."""


def quote_of(reading: Reading, anchor: Anchor) -> Quote:
    """Return the quote at `anchor`, checked against what was read.

    The path is left empty: where a document was received is known to the case, not to its reading.

    Raises:
        QuoteNotFoundError: If the words do not stand there.
    """
    reader = f"{reading.reader}/{reading.reader_version}"
    if anchor.page_number is None:
        return Quote(
            document=reading.document,
            path="",
            start=anchor.start,
            end=anchor.end,
            text=anchor.text,
            pointer=anchor.pointer,
            reader=reader,
        )
    page = page_of(reading, anchor.page_number)
    if page is None or page.text[anchor.start : anchor.end] != anchor.text:
        raise QuoteNotFoundError(f"page {anchor.page_number}, {anchor.start}-{anchor.end}: {anchor.text[:60]!r}")
    layout = layout_of(reading, page.number)
    laid_out = () if layout is None else boxes_laid_out(page, layout, anchor.start, anchor.end)
    return Quote(
        document=reading.document,
        path="",
        start=anchor.start,
        end=anchor.end,
        text=anchor.text,
        page_number=page.number,
        boxes=tuple(one.box for one in laid_out) or boxes_of(page, anchor.start, anchor.end),
        layout=layout.pdf if layout is not None and laid_out else None,
        layout_pages=tuple(one.layout_page for one in laid_out),
        pointer=_place(page, anchor.start),
        before=page.text[max(0, anchor.start - CONTEXT_LENGTH) : anchor.start],
        after=page.text[anchor.end : anchor.end + CONTEXT_LENGTH],
        reader=reading.recogniser if page.method is PageMethod.RECOGNISED else reader,
    )


def page_of(reading: Reading, page_number: int) -> Page | None:
    """Return the page of that number (from 1), or None if it was not read."""
    if page_number <= len(reading.pages) and reading.pages[page_number - 1].number == page_number:
        return reading.pages[page_number - 1]
    return next((page for page in reading.pages if page.number == page_number), None)


def layout_of(reading: Reading, page_number: int) -> Layout | None:
    """Return how the text of a page (from 1) stands once laid out; None if it was not laid out."""
    return next((layout for layout in reading.layouts if layout.page_number == page_number), None)


def as_fractions(box: Box, *, width: float, height: float) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom as fractions 0-1 of a page of `width` by `height` points.

    The one place where points become fractions.
    """
    return (
        min(max(box.left / width, 0.0), 1.0),
        min(max(box.top / height, 0.0), 1.0),
        min(max(box.right / width, 0.0), 1.0),
        min(max(box.bottom / height, 0.0), 1.0),
    )


def _place(page: Page, start: int) -> str | None:
    """Return the place of the line that holds offset `start`; None where the page has boxes instead."""
    if page.width is not None:
        return None
    index = index_of_line(page.lines, start)
    return page.lines[index].place if index >= 0 else None
