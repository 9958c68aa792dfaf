"""Small files made in memory, and the one way in which the tests of this folder read anything."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from tenderlight.model.document import Page
from tenderlight.model.problem import Problem
from tenderlight.model.reader import Item, MemberPart, OpenOriginal, Reader, ReadingLimits
from tenderlight.reading import detect

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read_all(
    reader: Reader, content: bytes, name: str = "", limits: ReadingLimits | None = None, media_type: str | None = None
) -> list[Item]:
    """Everything the reader yields, with places and tables checked on the way."""
    found = media_type or detect.media_type(content, name)
    original = OpenOriginal(content=content, untrusted_name=name, media_type=found)
    items = list(reader.read(original, limits or ReadingLimits()))
    for item in items:
        if isinstance(item, Page):
            assert_sound(item)
    return items


def pages(items: list[Item]) -> list[Page]:
    return [item for item in items if isinstance(item, Page)]


def only_page(items: list[Item]) -> Page:
    (page,) = pages(items)
    return page


def codes(items: list[Item]) -> list[str]:
    return [item.code for item in items if isinstance(item, Problem)]


def members(items: list[Item]) -> dict[str, bytes]:
    """Whole files that came out of an archive, by their path."""
    found: dict[str, bytes] = {}
    held = b""
    for item in items:
        if isinstance(item, MemberPart):
            assert len(item.content) <= 4 * 1024 * 1024
            held += item.content
            if item.is_last:
                found[item.untrusted_path] = held
                held = b""
        else:
            held = b""
    return found


def line_texts(page: Page) -> list[str]:
    return [page.text[line.start : line.end] for line in page.lines]


def table_texts(page: Page, index: int = 0) -> list[list[str]]:
    """The texts of a table, row by row, merged cells once."""
    table = page.tables[index]
    rows: list[list[str]] = [[] for _ in range(table.row_count)]
    for cell in table.cells:
        rows[cell.row].append(page.text[cell.start : cell.end])
    return rows


def assert_sound(page: Page) -> None:
    """What every page promises: offsets in range and in order, cells inside their table, text that can be stored."""
    page.text.encode("utf-8")
    starts = [line.start for line in page.lines]
    assert starts == sorted(starts)
    for line in page.lines:
        assert 0 <= line.start < line.end <= len(page.text)
        assert line.box or line.place
        assert line.box or page.text[line.end : line.end + 1] in {"\n", "\t"}
    for table in page.tables:
        places = [(cell.row, cell.column) for cell in table.cells]
        assert places == sorted(set(places))
        for cell in table.cells:
            assert 0 <= cell.start <= cell.end < len(page.text)
            assert "\t" not in page.text[cell.start : cell.end]
            assert page.text[cell.end] in {"\n", "\t"}
            assert cell.row + cell.row_span <= table.row_count
            assert cell.column + cell.column_span <= table.column_count


def zip_of(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return held.getvalue()


def docx(body: str, **parts: str) -> bytes:
    """A Word document. `parts` are further parts by the kind of their relation: header=..., footnotes=..."""
    kinds = {"header": "hdr", "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes"}
    relations = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{kind}1.xml"/>'
        for number, kind in enumerate(parts)
    )
    files = {
        "[Content_Types].xml": '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml" PartName="/word/document.xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
    }
    for kind, content in parts.items():
        files[f"word/{kind}1.xml"] = f'<w:{kinds[kind]} xmlns:w="{WORD}">{content}</w:{kinds[kind]}>'
    return zip_of(files)


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def xlsx(*sheets: str, names: tuple[str, ...] = (), states: tuple[str, ...] = (), strings: str = "") -> bytes:
    """A workbook. Each of `sheets` is the inside of a `worksheet` element."""
    names = names or tuple(f"Sheet{number}" for number in range(1, len(sheets) + 1))
    states = states or ("visible",) * len(sheets)
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="s{number}"/>'
        for number, (name, state) in enumerate(zip(names, states, strict=True), 1)
    )
    relations = "".join(
        f'<Relationship Id="s{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    if strings:
        relations += f'<Relationship Id="t" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override ContentType="{main}.sheet.main+xml" PartName="/xl/workbook.xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{SHEETS}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
    }
    if strings:
        files["xl/sharedStrings.xml"] = strings
    for number, sheet in enumerate(sheets, 1):
        files[f"xl/worksheets/sheet{number}.xml"] = f'<worksheet xmlns="{SHEETS}">{sheet}</worksheet>'
    return zip_of(files)


def odt(body: str, styles: str = "") -> bytes:
    """An OpenDocument text. `body` is the inside of `office:text`, `styles` that of `office:master-styles`."""
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
        for prefix in ("office", "text", "table", "style")
    )
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "META-INF/manifest.xml": "<manifest:manifest "
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>',
        "content.xml": f"<office:document-content {spaces}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>",
    }
    if styles:
        files["styles.xml"] = (
            f"<office:document-styles {spaces}><office:master-styles>{styles}</office:master-styles>"
            "</office:document-styles>"
        )
    return zip_of(files, zipfile.ZIP_STORED)
