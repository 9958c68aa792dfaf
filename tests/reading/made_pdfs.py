"""Small PDFs written by hand, for what the shared files do not show."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """A page to be written: its content stream and its entries."""

    content: str = ""
    media_box: tuple[float, float, float, float] = (0, 0, 400, 300)
    crop_box: tuple[float, float, float, float] | None = None
    rotate: int = 0
    notes: tuple[str, ...] = ()
    """Annotation dictionaries, without the outer marks."""
    entries: str = ""


def show(x: float, y: float, text: str, *, size: float = 12, font: str = "F1", mode: int = 0, turn: int = 0) -> str:
    """Return the operators that show a text from x, y on (stored points, on the baseline), turned anticlockwise."""
    across, up = {0: ("1 0", "0 1"), 90: ("0 1", "-1 0"), 180: ("-1 0", "0 -1"), 270: ("0 -1", "1 0")}[turn]
    shown = f"<{text.encode('utf-16-be').hex()}>" if font == "F2" else "(" + _escaped(text) + ")"
    return f"BT {mode} Tr /{font} {size} Tf {across} {up} {x} {y} Tm {shown} Tj ET\n"


def rule(x0: float, y0: float, x1: float, y1: float) -> str:
    """Return the operators that draw a line."""
    return f"0.5 w {x0} {y0} m {x1} {y1} l S\n"


def made_pdf(*pages: MadePage, to_unicode: dict[str, str] | None = None, pack: bool = False) -> bytes:
    """Write a PDF with fonts F1 (Helvetica), F2 (Chinese, not embedded, UCS-2 codes) and F4 (glyph numbers only).

    Args:
        pages: In order.
        to_unicode: What the letters of a third font F3 stand for.
        pack: Compress content streams.
    """
    objects: list[bytes] = [b"", b""]

    def add(body: str | bytes) -> int:
        objects.append(body if isinstance(body, bytes) else body.encode("latin-1"))
        return len(objects)

    def add_stream(data: bytes, entries: str = "") -> int:
        packed = zlib.compress(data) if pack else data
        entries += " /Filter /FlateDecode" if pack else ""
        return add(f"<< /Length {len(packed)} {entries} >>\nstream\n".encode("latin-1") + packed + b"\nendstream")

    fonts = f"/F1 {add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')} 0 R "
    descriptor = add(
        "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 "
        "/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>"
    )
    descendant = add(
        "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /CIDSystemInfo << /Registry (Adobe) "
        f"/Ordering (GB1) /Supplement 2 >> /FontDescriptor {descriptor} 0 R >>"
    )
    chinese = (
        "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
        f"/DescendantFonts [{descendant} 0 R] >>"
    )
    fonts += f"/F2 {add(chinese)} 0 R "
    nameless = "<< /Type /Font /Subtype /Type0 /BaseFont /Odd /Encoding /Identity-H /DescendantFonts [<< /Type /Font "
    nameless += (
        "/Subtype /CIDFontType2 /BaseFont /Odd /DW 600 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) "
    )
    fonts += f"/F4 {add(nameless + '/Supplement 0 >> >>] >>')} 0 R "
    if to_unicode is not None:
        table = add_stream(_character_map(to_unicode))
        third = f"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode {table} 0 R >>"
        fonts += f"/F3 {add(third)} 0 R "
    kids = [add(_page_body(page, fonts, add_stream(page.content.encode("latin-1")))) for page in pages]
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R >>"
    references = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{references}] >>".encode("latin-1")
    return written(objects)


def written(objects: Sequence[bytes]) -> bytes:
    """Write numbered objects as a PDF; the first is its catalogue."""
    result = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(result))
        result += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    result += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    end = result.rindex(b"xref")
    return result + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, end)


def updated(pdf: bytes, objects: dict[int, bytes]) -> bytes:
    """Change objects of a PDF as programs do that save changes only: by writing them once more after its end."""
    result = pdf
    places = {}
    for number, body in objects.items():
        places[number] = len(result)
        result += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    before = pdf.rindex(b"xref\n", 0, pdf.rindex(b"startxref"))
    sections = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places.items())
    size = max([*objects, pdf.count(b" obj\n")]) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, before, len(result))
    return result + b"xref\n" + sections + trailer


def stream(content: str) -> bytes:
    """Return the body of a stream object."""
    return b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content.encode("latin-1"))


def _escaped(text: str) -> str:
    return "".join("\\" + letter if letter in "()\\" else letter for letter in text)


def _page_body(page: MadePage, fonts: str, content: int) -> str:
    def box(sides: Sequence[float]) -> str:
        return "[" + " ".join(str(side) for side in sides) + "]"

    crop = f"/CropBox {box(page.crop_box)}" if page.crop_box else ""
    notes = " ".join(f"<< /Type /Annot {note} >>" for note in page.notes)
    return (
        f"<< /Type /Page /Parent 2 0 R /MediaBox {box(page.media_box)} {crop} /Rotate {page.rotate} "
        f"/Resources << /Font << {fonts} >> >> /Contents {content} 0 R /Annots [{notes}] {page.entries} >>"
    )


def _character_map(letters: dict[str, str]) -> bytes:
    pairs = "".join(f"<{ord(key):02x}> <{value.encode('utf-16-be').hex()}>\n" for key, value in letters.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Made def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(letters)} beginbfchar\n{pairs}endbfchar\n"
        "endcmap end end"
    ).encode("latin-1")
