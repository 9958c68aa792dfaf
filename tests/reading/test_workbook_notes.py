"""Text boxes and notes on sheets, what is hidden there, and sheets in other encodings."""

from __future__ import annotations

import io
import zipfile

import pytest

from tenderlight.reading.office.sheets import SheetReader
from tests.reading.made_files import OFFICE, SHEETS, codes, line_texts, only_page, pages, read_all, xlsx, zip_of

CELLS = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>摄像机</t></is></c></row></sheetData>'
_DRAWN = (
    'xmlns:d="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def _with(content: bytes, **parts: str | bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return zip_of({name: archive.read(name) for name in archive.namelist()} | parts)


def _beside(**parts: str) -> bytes:
    """A workbook of one sheet with parts beside its cells: drawing=..., comments=..., threadedComment=..."""
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{OFFICE}/{kind}" Target="../beside/{kind}.xml"/>' for kind in parts
    )
    return _with(
        xlsx(CELLS),
        **{"xl/worksheets/_rels/sheet1.xml.rels": f"<Relationships>{relations}</Relationships>"},
        **{f"xl/beside/{kind}.xml": part for kind, part in parts.items()},
    )


def _places(content: bytes) -> list[tuple[str, str | None]]:
    page = only_page(read_all(SheetReader(), content))
    return [(page.text[line.start : line.end], line.place) for line in page.lines]


def _shape(*paragraphs: str) -> str:
    written = "".join(f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>" for text in paragraphs)
    return f"<d:sp><d:txBody><a:bodyPr/>{written}</d:txBody></d:sp>"


def _anchored(inside: str, column: int = 1, row: int = 6) -> str:
    return f"<d:twoCellAnchor><d:from><d:col>{column}</d:col><d:row>{row}</d:row></d:from>{inside}</d:twoCellAnchor>"


def test_text_boxes_come_behind_the_cells_each_once() -> None:
    doubled = f"<mc:AlternateContent><mc:Choice>{_shape('乙')}</mc:Choice><mc:Fallback>{_shape('乙')}</mc:Fallback>"
    drawing = (
        f"<d:wsDr {_DRAWN}>{_anchored(_shape('甲', ' ', '二'))}{_anchored(doubled + '</mc:AlternateContent>', 27)}"
        f"{_anchored('<d:grpSp><d:grpSp>' + _shape('丙') + '</d:grpSp></d:grpSp>', 0, 0)}"
        f"<d:absoluteAnchor>{_shape('丁')}</d:absoluteAnchor>{_anchored('<d:graphicFrame/>')}</d:wsDr>"
    )
    content = _beside(drawing=drawing)
    assert _places(content) == [
        ("摄像机", "Sheet1!A1"),
        ("甲", "Sheet1!B7 text box paragraph 1"),
        ("二", "Sheet1!B7 text box paragraph 2"),
        ("乙", "Sheet1!AB7 text box"),
        ("丙", "Sheet1!A1 text box"),
        ("丁", "Sheet1!A1 text box"),
    ]
    assert "office-part-not-read" in codes(read_all(SheetReader(), content))


def test_notes_are_read_and_answered_comments_once() -> None:
    comments = (
        f'<comments xmlns="{SHEETS}"><authors><author>王</author></authors><commentList>'
        '<comment ref="B4" authorId="0"><text><r><t>仅限</t></r><r><t>国产</t></r><rPh><t>guo</t></rPh></text>'
        "</comment>"
        '<comment ref="C5" authorId="0"><text><t>[Threaded comment] 原产地</t></text></comment>'
        '<comment ref="D6" authorId="0"><text/></comment></commentList></comments>'
    )
    threaded = (
        '<ThreadedComments xmlns="x"><threadedComment ref="C5"><text>原产地</text></threadedComment>'
        '<threadedComment ref="C5"><text>美国</text></threadedComment></ThreadedComments>'
    )
    assert _places(_beside(comments=comments, threadedComment=threaded))[1:] == [
        ("仅限国产", "Sheet1!B4 note"),
        ("原产地", "Sheet1!C5 note"),
        ("美国", "Sheet1!C5 note"),
    ]


@pytest.mark.parametrize("damage", ["<d:wsDr", "<!DOCTYPE a><a/>"])
def test_a_drawing_that_cannot_be_read_is_told_and_the_cells_are_read(damage: str) -> None:
    items = read_all(SheetReader(), _beside(drawing=damage))
    assert line_texts(only_page(items)) == ["摄像机"]
    assert {"office-damaged", "xml-dtd"} & set(codes(items))


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ('<row r="1" hidden="1">', 1),
        ("<row hidden='true' r='1'>", 1),
        ('<row r="1" hidden = "true">', 1),
        ('<x:row r="1"\nhidden="1">', 1),
        ('<row r="1" ht="0" customHeight="1">', 1),
        ("<row r='1' ht='0.0'>", 1),
        ('<row r="1" hidden="0" ht="15">', 0),
        ('<row r="1" ht="0.5" spans="1:3">', 0),
    ],
)
def test_rows_are_hidden_in_many_ways(row: str, count: int) -> None:
    cells = CELLS.replace('<row r="1">', row).replace("</row>", "</x:row>" if "x:row" in row else "</row>")
    told = [item for item in read_all(SheetReader(), xlsx(cells)) if getattr(item, "code", "") == "hidden-rows"]
    assert len(told) == count


def test_columns_without_width_are_hidden() -> None:
    assert "hidden-rows" in codes(
        read_all(SheetReader(), xlsx(f'<cols><col min="3" max="3" width="0"/></cols>{CELLS}'))
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "gbk", "GB18030"])
def test_sheets_and_strings_may_be_in_other_encodings(encoding: str) -> None:
    """The engine passes over all of a sheet in UTF-16, and says nothing."""
    declaration = f'<?xml version="1.0" encoding="{encoding}"?>\n'
    shared = CELLS.replace('t="inlineStr"><is><t>摄像机</t></is>', 't="s"><v>0</v>')
    sheet = f'{declaration}<worksheet xmlns="{SHEETS}">{CELLS}</worksheet>'.encode(encoding)
    other = f'{declaration}<worksheet xmlns="{SHEETS}">{shared}</worksheet>'.encode(encoding)
    strings = f"{declaration}<sst><si><t>存储</t></si></sst>".encode(encoding)
    parts = {"xl/worksheets/sheet1.xml": sheet, "xl/worksheets/sheet2.xml": other, "xl/sharedStrings.xml": strings}
    items = read_all(SheetReader(), _with(xlsx("", "", strings="<sst/>"), **parts))
    assert [line for page in pages(items) for line in line_texts(page)] == ["摄像机", "存储"]


def test_a_large_sheet_in_another_encoding_is_told_before_it_is_read() -> None:
    cells = CELLS.replace('<row r="1">', '<row r="1"><c r="XFD1048576"><v>1</v></c>')
    for declaration, encoding in (("", "utf-16"), ('<?xml version="1.0" encoding="gbk"?>', "gbk")):
        sheet = f'{declaration}<worksheet xmlns="{SHEETS}">{cells}</worksheet>'.encode(encoding)
        items = read_all(SheetReader(), _with(xlsx(""), **{"xl/worksheets/sheet1.xml": sheet}))
        assert "limit-cells" in codes(items)


def test_a_sheet_that_is_not_in_the_encoding_it_names_is_damaged() -> None:
    sheet = f'<worksheet xmlns="{SHEETS}">{CELLS}</worksheet>'.encode("utf-16")[:-1]
    items = read_all(SheetReader(), _with(xlsx(""), **{"xl/worksheets/sheet1.xml": sheet}))
    assert "office-damaged" in codes(items)
