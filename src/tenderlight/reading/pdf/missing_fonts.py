"""Chinese text in fonts that neither the file nor this machine has: the engine loses some of it, and draws none.

A PDF may name a Chinese font without holding it. Where the machine has no font with the characters either, pdfium gives
a piece of one character no width and leaves it out of the text of the page. Such a page must not pass for read.
"""

from __future__ import annotations

import ctypes
import functools
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.pdf.pdfium import OpenPdf, function

if TYPE_CHECKING:
    from tenderlight.reading.pdf.page_objects import PageObjects

_LATIN_FONTS = ("helvetica", "arial", "times", "courier", "symbol", "zapfdingbats", "wingdings", "calibri", "cambria")
"""Families the engine has a substitute for wherever it runs."""
_NO_WIDTH = 1e-3
_LONGEST_NAME = 200
_ONE_CHARACTER = (
    b"%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
    b"2 0 obj <</Type /Pages /Count 1 /Kids [3 0 R]>> endobj\n"
    b"3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 70 30] /Contents 4 0 R /Resources <</Font <</F 5 0 R>> >> >>"
    b" endobj\n4 0 obj <</Length 40>> stream\nBT /F 12 Tf 1 0 0 1 10 10 Tm <4E2D> Tj ET\nendstream endobj\n"
    b"5 0 obj <</Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<<"
    b"/Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo <</Registry (Adobe) /Ordering"
    b" (GB1) /Supplement 2>> /FontDescriptor <</Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox"
    b" [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93>> >>]>> endobj\n"
    b"trailer <</Root 1 0 R>>\n"
)


@functools.cache
def has_chinese_font() -> bool:
    """Say whether this machine has a font that Chinese text can be measured and drawn with.

    Asked once a process, by reading a page of one character whose font is not in the file.
    """
    with OpenPdf(_ONE_CHARACTER) as pdf:
        page = function("FPDF_LoadPage")(pdf.handle, 0)
        text_page = function("FPDFText_LoadPage")(page)
        count = function("FPDFText_CountChars")(text_page)
        function("FPDFText_ClosePage")(text_page)
        function("FPDF_ClosePage")(page)
    return count == 1


def has_lost_text(texts: PageObjects, *, is_cut_off: bool = False) -> bool:
    """Say whether text of a page is lost because its font is neither in the file nor on this machine.

    Args:
        texts: The texts drawn on the page.
        is_cut_off: True if the file ends too early: fonts of any kind may be in the part that is missing.
    """
    if (has_chinese_font() and not is_cut_off) or not len(texts):
        return False
    bounds = texts.stored_bounds()
    narrow = np.flatnonzero(bounds[:, 2] - bounds[:, 0] < _NO_WIDTH).tolist()
    return any(_is_missing(function("FPDFTextObj_GetFont")(texts.handles[number])) for number in narrow)


def _is_missing(font: int) -> bool:
    if not font or function("FPDFFont_GetIsEmbedded")(font) != 0:
        return False
    name = ctypes.create_string_buffer(_LONGEST_NAME)
    function("FPDFFont_GetBaseFontName")(font, ctypes.addressof(name), _LONGEST_NAME)
    family = name.value.rpartition(b"+")[2].lower()
    return not family.startswith(tuple(latin.encode("ascii") for latin in _LATIN_FONTS))
