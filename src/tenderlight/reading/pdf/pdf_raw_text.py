"""The text of a PDF page as the engine gives it, for comparing two states of a file; never for quoting."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from tenderlight.model.box import Box
from tenderlight.reading.pdf.pdfium import OpenPdf, function, text_units

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tenderlight.model.document import Page

_MOST_CHARACTERS = 200_000
_LINE_END = re.compile(r"[\r\n\x02]+")
_NO_INK = re.compile(r"[\s\u00ad\u200b\ufeff\ufffe\x00-\x1f-]+")


def raw_text(pdf: OpenPdf, page_number: int) -> str:
    """Return the text of a page, or "" if it cannot be opened; at most its first 200,000 characters."""
    page = function("FPDF_LoadPage")(pdf.handle, page_number - 1) or 0
    text_page = (function("FPDFText_LoadPage")(page) or 0) if page else 0
    try:
        if not text_page:
            return ""
        count = min(max(0, function("FPDFText_CountChars")(text_page)), _MOST_CHARACTERS)
        return text_units(text_page, count).tobytes().decode("utf-16-le", "replace")
    finally:
        if text_page:
            function("FPDFText_ClosePage")(text_page)
        if page:
            function("FPDF_ClosePage")(page)


def folded(text: str) -> str:
    """Return a text without what two readings of one page may differ in: spaces, hyphens, width and case."""
    return _NO_INK.sub("", unicodedata.normalize("NFKC", text)).casefold()


def lines_of(text: str) -> dict[str, str]:
    """Return the lines of a raw text as they are, by their folded form."""
    return {folded(line): line.strip() for line in _LINE_END.split(text) if folded(line)}


def box_around(page: Page, texts: Iterable[str]) -> Box | None:
    """Return the box around those lines of a page that hold, or are part of, one of the texts; None if none does."""
    wanted = [folded(text) for text in texts]
    boxes = []
    for line in page.lines:
        here = folded(page.text[line.start : line.end])
        if line.box is not None and here and any(here in text or text in here for text in wanted if text):
            boxes.append(line.box)
    if not boxes:
        return None
    return Box(
        left=min(box.left for box in boxes),
        top=min(box.top for box in boxes),
        right=max(box.right for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )
