"""The part of a page that shows a quote: of the original, or of the pages it was laid out on."""

from __future__ import annotations

from tenderlight.model.box import Box
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.layout import Layout, PageSize
from tenderlight.model.quote import Quote
from tenderlight.publish.pictures import pages_with, pictures_of

BOX = Box(left=100, top=400, right=200, bottom=412)
LOW = Box(left=100, top=780, right=200, bottom=792)
PDF = Page(number=3, text="采购公告", width=595, height=842)
FLOW = Page(number=1, text="采购公告", method=PageMethod.FLOW)
LAYOUT = Layout(
    page_number=1,
    pdf="cd" * 32,
    converter="LibreOffice",
    fonts=(),
    page_sizes=(PageSize(width=595, height=842), PageSize(width=842, height=595)),
    lines=(),
)


def quote(*boxes: Box, page_number: int | None = 1, layout: str | None = None, pages: tuple[int, ...] = ()) -> Quote:
    return Quote(
        document="ab" * 32,
        path="",
        start=0,
        end=4,
        text="采购公告",
        page_number=page_number,
        boxes=boxes,
        layout=layout,
        layout_pages=pages,
    )


def test_a_quote_of_a_pdf_is_shown_on_its_page() -> None:
    (picture,) = pictures_of(quote(BOX, page_number=3), PDF, None)
    assert picture.href == "../pages/abababababababab-3.png"
    assert (picture.page_number, picture.top, picture.page_height) == (3, 290, 842)
    (rectangle,) = picture.boxes
    assert (rectangle.x, rectangle.y, rectangle.width) == (99, 109, 102)


def test_a_quote_that_goes_on_over_laid_out_pages_is_shown_on_each() -> None:
    one = quote(LOW, BOX, layout=LAYOUT.pdf, pages=(1, 2))
    first, second = pictures_of(one, FLOW, LAYOUT)
    assert [picture.href for picture in (first, second)] == [
        "../pages/cdcdcdcdcdcdcdcd-1.png",
        "../pages/cdcdcdcdcdcdcdcd-2.png",
    ]
    assert (first.width, second.width) == (595, 842)
    assert [(drawn.source, drawn.number) for drawn in pages_with(one)] == [(LAYOUT.pdf, 1), (LAYOUT.pdf, 2)]


def test_without_a_box_or_the_layout_of_the_box_there_is_no_picture() -> None:
    assert pictures_of(quote(), FLOW, LAYOUT) == ()
    assert pictures_of(quote(BOX, layout=LAYOUT.pdf, pages=(1,)), FLOW, None) == ()
    assert pictures_of(quote(BOX, layout=LAYOUT.pdf, pages=(9,)), FLOW, LAYOUT) == ()
    assert pictures_of(quote(BOX, layout="ef" * 32, pages=(1,)), FLOW, LAYOUT) == ()
