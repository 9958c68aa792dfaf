"""Files that say one thing and show another, or said another before. Each is small, and made here."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from dataclasses import dataclass

from tests.reading.made_files import docx, paragraph, xlsx, zip_of
from tests.reading.made_fonts import pdf_in_own_font
from tests.reading.made_pdfs import MadePage, made_pdf, show, stream, updated

VALUE = "Contract value: EUR 5"
LIE = "Contract value: EUR 999"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lie:
    """A file, and the problem that must be told of it."""

    name: str
    """File name."""
    content: bytes
    code: str
    page_number: int | None = None
    """Page the problem must name; None = the whole file."""
    code_by_picture: str = ""
    """The problem that takes the place of the first once the page is compared with its picture; empty = none does."""


def pdf_with(content: str, **options: object) -> bytes:
    """A PDF whose second page has the honest value and something else."""
    pages = (MadePage(content=show(50, 250, "First page")), MadePage(content=show(50, 250, VALUE) + content))
    return made_pdf(*pages, **options)  # type: ignore[arg-type]


def with_layer(pdf: bytes) -> bytes:
    """The same PDF with a layer named "Draft" that is switched off."""
    off = b"<< /Type /Catalog /Pages 2 0 R /OCProperties << /OCGs [99 0 R] /D << /OFF [99 0 R] >> >> >>"
    pages = {
        int(number): body.replace(b"/Resources <<", b"/Resources << /Properties << /L 99 0 R >>")
        for number, body in re.findall(rb"(\d+) 0 obj\n(<< /Type /Page .*?)\nendobj", pdf)
    }
    return updated(pdf, {1: off, 99: b"<< /Type /OCG /Name (Draft) >>", **pages})


def changed_pdf() -> bytes:
    """A PDF whose value was changed after it was first saved."""
    pdf = pdf_with("")
    number = int(re.findall(rb"/Contents (\d+) 0 R", pdf)[1])
    return updated(pdf, {number: stream(show(50, 250, LIE))})


def run(text: str, properties: str) -> str:
    """A run of Word text with properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def rows(*attributes: str, before: str = "") -> str:
    """Rows of a sheet with the value in each, and these attributes."""
    return f"{before}<sheetData>" + "".join(
        f'<row r="{number}" {given}><c r="A{number}" t="inlineStr"><is><t>{VALUE}</t></is></c>'
        f'<c r="B{number}"><v>{number}</v></c></row>'
        for number, given in enumerate(attributes, 1)
    ) + "</sheetData>"  # fmt: skip


def doubled_part() -> bytes:
    """A Word file with two texts under one name: programs differ in which they show."""
    held = io.BytesIO(docx(paragraph(VALUE)))
    with (
        zipfile.ZipFile(io.BytesIO(docx(paragraph(LIE)))) as other,
        zipfile.ZipFile(held, "a") as archive,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", other.read("word/document.xml"))
    return held.getvalue()


def ods_with(table: str) -> bytes:
    """An OpenDocument workbook of one sheet."""
    names = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    sheet = f'<table:table table:name="S">{table}</table:table>'
    body = f"<office:body><office:spreadsheet>{sheet}</office:spreadsheet></office:body>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    return zip_of(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": manifest,
            "content.xml": f"<office:document-content{names}>{body}</office:document-content>",
        },
        method=0,
    )


def ods_row(text: str, given: str = "") -> str:
    cell = f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
    return f"<table:table-row {given}>{cell}</table:table-row>"


RELEASE = (
    '{"ocid": "ocds-1-1", "id": "1", "date": "2024-01-01T00:00:00Z", "tag": ["award"], "buyer": {"name": "B"},'
    '"awards": [{"id": "1", "value": {"amount": 5, "amount": 999, "currency": "EUR"}}]}'
)
DELETED = (
    f"<w:p><w:r><w:t>{VALUE}</w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>00</w:delText></w:r></w:del></w:p>"
)
INSERTED = f"<w:p><w:r><w:t>{VALUE}</w:t></w:r><w:ins w:id='1' w:author='a'><w:r><w:t>00</w:t></w:r></w:ins></w:p>"
HONEST_MAP = {letter: letter for letter in "Contravlue: EUR5"}

LIES = (
    Lie(name="font-map.pdf", code="text-remapped", page_number=2,
        content=pdf_with(show(50, 200, VALUE, font="F3"), to_unicode={**HONEST_MAP, "5": "9"})),
    Lie(name="own-font.pdf", code="page-fonts-unproved", page_number=1, code_by_picture="page-text-disagrees",
        content=pdf_in_own_font([VALUE, "Date of award: 15 May 2025"], says={"5": "9"})),
    Lie(name="replacement.pdf", code="text-replaced", page_number=2,
        content=pdf_with(f"/Span << /ActualText ({LIE}) >> BDC {show(50, 200, VALUE)} EMC")),
    Lie(name="invisible.pdf", code="hidden-text", page_number=2, content=pdf_with(show(50, 200, LIE, mode=3))),
    Lie(name="white.pdf", code="hidden-text", page_number=2, content=pdf_with(f"1 g {show(50, 200, LIE)} 0 g")),
    Lie(name="covered.pdf", code="hidden-text", page_number=2,
        content=pdf_with(f"{show(50, 200, LIE)} 0.9 g 40 190 250 30 re f 0 g")),
    Lie(name="off-the-page.pdf", code="hidden-text", page_number=2, content=pdf_with(show(50, -100, LIE))),
    Lie(name="layer-off.pdf", code="hidden-text", page_number=2,
        content=with_layer(pdf_with(f"/OC /L BDC {show(50, 200, LIE)} EMC"))),
    Lie(name="tiny.pdf", code="hidden-text", page_number=2, content=pdf_with(show(50, 200, LIE, size=0.5))),
    Lie(name="revised.pdf", code="pdf-revisions", page_number=2, content=changed_pdf()),
    Lie(name="deleted.docx", code="tracked-changes", content=docx(DELETED)),
    Lie(name="inserted.docx", code="tracked-changes", content=docx(INSERTED)),
    Lie(name="hidden.docx", code="hidden-text",
        content=docx(paragraph(VALUE) + f"<w:p>{run(LIE, '<w:vanish/>')}</w:p>")),
    Lie(name="two-parts.docx", code="office-part-twice", content=doubled_part()),
    Lie(name="hidden-row.xlsx", code="hidden-rows", page_number=1, content=xlsx(rows("", 'hidden="1"'))),
    Lie(name="hidden-column.xlsx", code="hidden-rows", page_number=1,
        content=xlsx(rows("", before='<cols><col min="2" max="2" width="0" hidden="1"/></cols>'))),
    Lie(name="hidden-sheet.xlsx", code="hidden-sheet", page_number=2,
        content=xlsx(rows(""), rows(""), states=("visible", "hidden"))),
    Lie(name="very-hidden-sheet.xlsx", code="hidden-sheet", page_number=2,
        content=xlsx(rows(""), rows(""), states=("visible", "veryHidden"))),
    Lie(name="hidden-row.ods", code="hidden-rows", page_number=1,
        content=ods_with(ods_row(VALUE) + ods_row(LIE, 'table:visibility="collapse"'))),
    Lie(name="styled-away.html", code="hidden-text",
        content=f"<p>{VALUE}</p><p style='display:none'>{LIE}</p>".encode()),
    Lie(name="sheet-away.html", code="hidden-text",
        content=f"<style>.a {{ display: none }}</style><p>{VALUE}</p><p class='a'>{LIE}</p>".encode()),
    Lie(name="white.html", code="hidden-text",
        content=f"<p>{VALUE}</p><p><font color='#FFFFFF'>{LIE}</font></p>".encode()),
    Lie(name="doubled-names.json", code="duplicate-key", content=RELEASE.encode()),
    Lie(name="turned.txt", code="text-direction-turned", page_number=1,
        content=f"{VALUE}\nContract value: EUR \u202e999\u202c\n".encode()),
    Lie(name="look-alike.txt", code="look-alike-letters", page_number=1,
        content=f"{VALUE}\nSupplier: Hikvisiоn\n".encode()),
    Lie(name="unseen.txt", code="text-invisible-characters", page_number=1,
        content=f"{VALUE}\U000e0039\U000e0039\n".encode()),
    Lie(name="two-formats.pdf", code="two-formats", content=pdf_with("") + zip_of({"a.txt": LIE})),
    Lie(name="named-otherwise.pdf", code="named-otherwise", content=f"<html><p>{VALUE}</p></html>".encode()),
)  # fmt: skip
