"""PDF: from bytes to pages of words with boxes, lines and tables.

The text is the file's own text layer, as pdfium reads it. A page that is a picture is not guessed at: it is *not read*,
and says so.
"""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, PageRange, ReadingLimits

if TYPE_CHECKING:
    from tenderlight.reading.pdf.pages_in_order import PagesInOrder
    from tenderlight.reading.pdf.pdfium import OpenPdf

_VERSION = 8
_STEP = f"read:pdf/{_VERSION}"
_SMALLEST = (
    b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    b"2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj\n"
    b"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 70 30] /Contents 4 0 R /Resources <</Font <</F <</Type /Font"
    b" /Subtype /Type1 /BaseFont /Helvetica>> >> >> >> endobj\n4 0 obj <</Length 101>> stream\n"
    b"1 0 0 rg 5 5 20 20 re 25 5 20 20 re S BT /F 9 Tf 10 10 Td (a) Tj 20 0 Td (b) Tj 0 1 -1 0 60 5 Tm (c) Tj ET"
    b"\nendstream endobj\ntrailer <</Root 1 0 R>>\n"
)


class PdfReader:
    """Reads the text layer of PDF files.

    Problems: `hidden-text`, `limit-characters`, `limit-pages`, `page-font-missing`, `page-fonts-unproved`,
    `page-needs-recognition`, `page-read-by-font-tables`, `page-text-doubtful`, `page-text-garbled`,
    `page-text-guessed`, `page-text-invisible`, `page-unreadable`, `pdf-cut-off`, `pdf-damaged`, `pdf-encrypted`,
    `pdf-no-pages`, `pdf-repaired`, `pdf-revisions`, `text-remapped`, `text-replaced`.
    """

    name = "pdf"
    version = _VERSION
    media_types = frozenset({"application/pdf"})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the number of pages, then page by page what was read. One page is open at a time.

        Of a part, what `PagesInOrder` says of the whole file is left out; the number of pages is told by the first.
        """
        from tenderlight.reading.pdf.pages_in_order import PagesInOrder
        from tenderlight.reading.pdf.pdf_repair import open_pdf
        from tenderlight.reading.pdf.pdfium import function

        opened = open_pdf(original.content)
        trouble = [problem(opened.problem_code, step=_STEP)] if opened.problem_code else []
        if opened.pdf is None:
            yield from trouble
            return
        with opened.pdf as pdf:
            count = function("FPDF_GetPageCount")(pdf.handle)
            last = min(count, limits.pages)
            part = original.part or PageRange(first=1, last=last)
            if part.first == 1:
                yield PageCount(count=count)
                yield from trouble
            if count <= 0:
                yield problem("pdf-no-pages", step=_STEP)
                return
            items = _read_pages(pdf, range(part.first, min(part.last, last) + 1), limits)
            if opened.problem_code == "pdf-cut-off":
                items = map(_partly, items)
            if part.first == 1 and part.last >= last:
                items = _in_order(items, PagesInOrder(count, limits, step=_STEP))
            yield from items


def warm_up() -> None:
    """Load the engine and all else that reading and drawing PDF files need, so that a forked child opens no file.

    A file of one small table is read and drawn: what loads itself when first used is then loaded.
    """
    # The linear algebra under numpy starts a thread per core when it is loaded; a process with threads must not fork.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    import pikepdf  # noqa: F401

    from tenderlight.reading.legibility import is_garbled
    from tenderlight.reading.marked_pages import draw_marked
    from tenderlight.reading.pdf.missing_fonts import has_chinese_font
    from tenderlight.reading.pdf.page_frame import PageFrame
    from tenderlight.reading.pdf.page_pictures import draw_page
    from tenderlight.reading.pdf.pdf_second_engine import read_by_second_engine
    from tenderlight.reading.pdf.pdfium import keep_freed_memory

    for used in ("utf-32-le", "utf-16-be"):
        codecs.lookup(used)
    is_garbled("中" * 99)
    has_chinese_font()
    read_by_second_engine(_SMALLEST, 1, PageFrame(left=0, bottom=0, right=70, top=30))
    for content in (_SMALLEST, _SMALLEST[: _SMALLEST.index(b"trailer")]):
        for _ in PdfReader().read(OpenOriginal(content=content), ReadingLimits()):
            pass
    draw_page(_SMALLEST, 1)
    draw_marked(_SMALLEST, "application/pdf", 1, words=[(1, 1, 9, 9)], cells=[(2, 2, 8, 8)])
    keep_freed_memory()


def _read_pages(pdf: OpenPdf, numbers: range, limits: ReadingLimits) -> Iterator[Item]:
    from tenderlight.reading.pdf.pages_in_order import unreadable
    from tenderlight.reading.pdf.pdf_doubts import PdfDoubts
    from tenderlight.reading.pdf.pdf_layers import layers_switched_off
    from tenderlight.reading.pdf.pdf_page import read_page

    layers_off = layers_switched_off(pdf.content)
    with PdfDoubts(pdf, _STEP) as doubts:
        for page_number in numbers:
            items = read_page(pdf, page_number, layers_off=layers_off, step=_STEP, limits=limits)
            if items is None:
                yield _unread(page_number)
                yield unreadable(page_number, _STEP)
                continue
            yield from items
            yield from (doubt for item in items if isinstance(item, Page) for doubt in doubts.about(item))


def _in_order(items: Iterator[Item], in_order: PagesInOrder) -> Iterator[Item]:
    for item in items:
        if isinstance(item, Page):
            yield in_order.page(item)
        else:
            yield in_order.trouble(item) if isinstance(item, Problem) else item
        if in_order.is_over:
            break
    yield from in_order.end()


def _partly(item: Item) -> Item:
    """Mark a page of a file that ends too early: its fonts or pictures may be in the missing part."""
    if isinstance(item, Page) and item.state is ReadState.READ:
        return replace(item, state=ReadState.PARTLY)
    return item


def _unread(page_number: int) -> Page:
    return Page(number=page_number, text="", method=PageMethod.NONE, state=ReadState.NOT_READ)
