"""A page of an original as the desk shows it: its picture, with a box for each claim on it, a link with a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tenderlight.cases.stored_pages import StoredPage
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.publish.pictures import EDGE_POINTS, DrawnPage, Rectangle, pages_with
from tenderlight.reading.layout.lines import boxes_of
from tenderlight.reading.pdf.page_pictures import can_be_drawn
from tenderlight.web.asked import Asked
from tenderlight.web.saying import sentence_of
from tenderlight.web.showing import shortened

MOST_PAGES = 3
"""Pages that one quote is shown on."""
PDF = "application/pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class LitBox:
    """A box on the picture of a page: a link to the claim that quotes what is in it."""

    claim: str
    href: str
    name: str
    is_lit: bool
    """Whether it is of the claim looked at."""
    at: Rectangle


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureView:
    """The picture of a page. All figures are points of the page as displayed."""

    href: str
    page_number: int
    width: float
    height: float
    is_laid_out: bool
    boxes: tuple[LitBox, ...]


def pictures_of(asked: Asked, claim: Claim) -> tuple[PictureView, ...]:
    """Return the pages on which the quotes of a claim stand, the words lit; none where there are no pictures."""
    views: dict[tuple[str, int], PictureView] = {}
    quotes = claim.quotes
    if claim.edit is not None and claim.edit.boxes is not None:
        quotes = tuple(_moved(quote, boxes) for quote, boxes in zip(quotes, claim.edit.boxes, strict=True))
    for quote in quotes:
        for drawn in pages_with(quote)[:MOST_PAGES]:
            key = drawn.source, drawn.number
            view = views.get(key) or _view(asked, quote, drawn, others=_others(asked, claim, quote))
            if view is not None and len(views) <= MOST_PAGES:
                views[key] = _with(view, _lit(asked, claim, drawn.boxes, is_lit=True))
    return tuple(views.values())


def page_picture(
    asked: Asked, document: str, page_number: int, places: Iterable[tuple[int, int]] = ()
) -> PictureView | None:
    """Return the picture of a page with the boxes of all claims on it, and words lit; None where there is none.

    Args:
        asked: The request.
        document: SHA-256 of the original.
        page_number: From 1.
        places: Where words stand in the page's text that are lit.
    """
    stored = asked.desk.page(document, page_number)
    drawn = DrawnPage(source=document, number=page_number, boxes=())
    size = None if stored is None else _size(stored, None, page_number)
    if size is None or not _can_be_drawn(asked, document):
        return None
    view = _new(asked, drawn, size, is_laid_out=False)
    view = _with(view, [box for claim in _on(asked, document, page_number) for box in _of(asked, claim, drawn)])
    assert stored is not None
    words = [(box, stored.page.text[start:end]) for start, end in places for box in boxes_of(stored.page, start, end)]
    return _with(view, [_box(box, "", asked.here(), name, is_lit=True) for box, name in words])


def _moved(quote: Quote, boxes: tuple[Box, ...]) -> Quote:
    return replace(quote, boxes=boxes)


def _others(asked: Asked, claim: Claim, quote: Quote) -> list[Claim]:
    if quote.page_number is None:
        return []
    return [one for one in _on(asked, quote.document, quote.page_number) if one.claim != claim.claim]


def _on(asked: Asked, document: str, page_number: int) -> list[Claim]:
    return asked.desk.claims_on(document, page_number)


def _view(asked: Asked, quote: Quote, drawn: DrawnPage, *, others: Iterable[Claim]) -> PictureView | None:
    stored = None if quote.page_number is None else asked.desk.page(quote.document, quote.page_number)
    size = None if stored is None else _size(stored, quote.layout, drawn.number)
    if size is None or (quote.layout is None and not _can_be_drawn(asked, quote.document)):
        return None
    view = _new(asked, drawn, size, is_laid_out=quote.layout is not None)
    return _with(view, [box for claim in others for box in _of(asked, claim, drawn)])


def _of(asked: Asked, claim: Claim, drawn: DrawnPage) -> list[LitBox]:
    """Return the boxes of a claim on a drawn page, unlit."""
    found = [one for quote in claim.quotes for one in pages_with(quote)]
    same = [one for one in found if (one.source, one.number) == (drawn.source, drawn.number)]
    return [box for one in same for box in _lit(asked, claim, one.boxes, is_lit=False)]


def _can_be_drawn(asked: Asked, document: str) -> bool:
    line = asked.desk.case.document(document)
    return line is not None and line.media_type is not None and can_be_drawn(line.media_type)


def _size(stored: StoredPage, pdf: str | None, number: int) -> tuple[float, float] | None:
    if pdf is None:
        page = stored.page
        return None if page.width is None or page.height is None else (page.width, page.height)
    layout = stored.layout
    if layout is None or layout.pdf != pdf or number > len(layout.page_sizes):
        return None
    return layout.page_sizes[number - 1].width, layout.page_sizes[number - 1].height


def _new(asked: Asked, drawn: DrawnPage, size: tuple[float, float], *, is_laid_out: bool) -> PictureView:
    del asked
    width, height = (round(min(max(side, 1.0), 100_000.0), 2) for side in size)
    return PictureView(
        href=f"/pictures/{drawn.source}/{drawn.number}.png",
        page_number=drawn.number,
        width=width,
        height=height,
        is_laid_out=is_laid_out,
        boxes=(),
    )


def _with(view: PictureView, boxes: Iterable[LitBox]) -> PictureView:
    return replace(view, boxes=(*view.boxes, *boxes))


def _lit(asked: Asked, claim: Claim, boxes: Iterable[Box], *, is_lit: bool) -> list[LitBox]:
    href, name = asked.link(f"/claims/{claim.claim}"), shortened(sentence_of(asked.language, claim), 200)
    return [_box(box, claim.claim, href, name, is_lit=is_lit) for box in boxes]


def _box(box: Box, claim: str, href: str, name: str, *, is_lit: bool) -> LitBox:
    return LitBox(
        claim=claim,
        href=href,
        name=shortened(name, 200),
        is_lit=is_lit,
        at=Rectangle(
            x=round(box.left - EDGE_POINTS, 2),
            y=round(box.top - EDGE_POINTS, 2),
            width=round(box.width + 2 * EDGE_POINTS, 2),
            height=round(box.height + 2 * EDGE_POINTS, 2),
        ),
    )
