"""PDFs with a font of their own in the file, whose table to Unicode says what it is told to."""

from __future__ import annotations

from PIL import ImageFont

from tests.reading.made_pdfs import stream, written

FIRST, LAST = 32, 126


def pdf_in_own_font(
    lines: list[str], *, says: dict[str, str] | None = None, encoding: str = "/WinAnsiEncoding"
) -> bytes:
    """A page of lines, drawn as they are; `says` is what the font's table says of each letter, if not itself."""
    font = ImageFont.load_default(1000)
    assert isinstance(font, ImageFont.FreeTypeFont)
    file = font.font_bytes
    widths = " ".join(str(round(font.getlength(chr(code)))) for code in range(FIRST, LAST + 1))
    letters = sorted({letter for line in lines for letter in line})
    pairs = "".join(f"<{ord(one):02x}> <{ord((says or {}).get(one, one)):04x}>\n" for one in letters)
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(letters)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap end end"
    )
    shown = "".join(f"BT /F 20 Tf 1 0 0 1 60 {760 - 40 * row} Tm ({line}) Tj ET\n" for row, line in enumerate(lines))
    descriptor = (
        "<< /Type /FontDescriptor /FontName /ABCDEF+Own /Flags 32 /FontBBox [0 -200 1000 900] /ItalicAngle 0 "
        "/Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 /FontFile2 8 0 R >>"
    )
    dictionary = (
        f"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Own /FirstChar {FIRST} /LastChar {LAST} "
        f"/Widths [{widths}] /Encoding {encoding} /ToUnicode 6 0 R /FontDescriptor 7 0 R >>"
    )
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>"
    )
    return written(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            page.encode(),
            stream(shown),
            dictionary.encode(),
            stream(table),
            descriptor.encode(),
            b"<< /Length %d /Length1 %d >>\nstream\n%b\nendstream" % (len(file), len(file), file),
        ]
    )
