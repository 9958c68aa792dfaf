"""Word documents: everything that is in force, nothing that was deleted."""

from __future__ import annotations

import json

import pytest

from tenderlight.model.document import Page
from tenderlight.model.reader import Reader, ReadingLimits
from tenderlight.reading.office.office_package import LockedOfficeReader
from tenderlight.reading.office.open_document import OpenDocumentReader
from tenderlight.reading.office.word import WordReader
from tests.reading.made_files import codes, docx, line_texts, odt, only_page, paragraph, read_all, table_texts, zip_of
from tests.shared_data import shared_file

READERS: dict[str, Reader] = {"docx": WordReader(), "odt": OpenDocumentReader()}


def page_of(body: str, **parts: str) -> Page:
    return only_page(read_all(WordReader(), docx(body, **parts)))


@pytest.mark.parametrize("suffix", ["docx", "odt"])
@pytest.mark.parametrize("name", ["contract1", "contract2"])
def test_a_contract_is_read_whole(name: str, suffix: str) -> None:
    truth = json.loads(shared_file("data/reading/office/truth.json").read_text("utf-8"))[name]
    items = read_all(READERS[suffix], shared_file(f"data/reading/office/{name}.{suffix}").read_bytes())
    page = only_page(items)
    lines = line_texts(page)
    assert [text for text in truth["paras"] if text not in lines] == []
    assert table_texts(page)[:-1] == truth["rows"]
    assert table_texts(page)[-1] == truth["total"]
    assert lines[0] == truth["header"]
    assert truth["ins"] in page.text
    assert truth["deleted"] not in page.text
    assert "tracked-changes" in codes(items)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r>", "a\nb"),
        ("<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>", "link"),
        ("<w:ins><w:r><w:t>in</w:t></w:r></w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>", "in"),
        ("<w:moveFrom><w:r><w:t>old</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>new</w:t></w:r></w:moveTo>", "new"),
        ("<w:sdt><w:sdtPr><w:t>n</w:t></w:sdtPr><w:sdtContent><w:r><w:t>y</w:t></w:r></w:sdtContent></w:sdt>", "y"),
        ("<w:r><w:instrText>DDE x</w:instrText></w:r><w:r><w:t>result</w:t></w:r>", "result"),
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F052"/><w:t>否</w:t></w:r>', "☑否"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:t>x</w:t></w:r>', "x"),
        ("<w:r><w:t>28</w:t><w:noBreakHyphen/><w:t>3</w:t></w:r>", "28\u20113"),
        ("<w:ruby><w:rt><w:r><w:t>a</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>b</w:t></w:r></w:rubyBase></w:ruby>", "b"),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>no</w:t></w:r><w:r><w:t>yes</w:t></w:r>", "yes"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>yes</w:t></w:r>', "yes"),
    ],
)  # fmt: skip
def test_what_a_paragraph_says(inside: str, expected: str) -> None:
    assert page_of(f"<w:p>{inside}</w:p>").text == expected + "\n"


LISTED = "<w:listEntry w:val='甲'/><w:listEntry w:val='乙'/>"


def _field(data: str, result: str = "") -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="n"/>{data}</w:ffData></w:fldChar></w:r>'
        "<w:r><w:instrText> FORM </w:instrText></w:r>"
        f'{result}<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>国产</w:t></w:r>'
    )


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (_field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"), "☒国产"),
        (_field("<w:checkBox><w:default w:val='1'/></w:checkBox>"), "☒国产"),
        (_field("<w:checkBox><w:default/><w:checked w:val='0'/></w:checkBox>"), "☐国产"),
        (_field("<w:checkBox/>"), "☐国产"),
        (_field(f"<w:ddList><w:result w:val='1'/>{LISTED}</w:ddList>"), "乙国产"),
        (_field(f"<w:ddList><w:default w:val='1'/>{LISTED}</w:ddList>"), "乙国产"),
        (_field("<w:ddList><w:listEntry w:val='甲'/></w:ddList>"), "甲国产"),
        (_field("<w:ddList><w:result w:val='-7'/><w:listEntry w:val='甲'/></w:ddList>"), "甲国产"),
        (_field("<w:ddList><w:result w:val='7'/><w:listEntry w:val='甲'/></w:ddList>"), "国产"),
        (_field("<w:ddList><w:listEntry w:val='甲'/></w:ddList>", "<w:r><w:t>甲</w:t></w:r>"), "甲国产"),
        (_field("<w:checkBox/>", "<w:r><w:t>☑</w:t></w:r>"), "☑国产"),
        (_field("<w:textInput><w:default w:val='x'/></w:textInput>", "<w:r><w:t>5</w:t></w:r>"), "5国产"),
    ],
)  # fmt: skip
def test_what_was_chosen_in_a_form_is_read(field: str, expected: str) -> None:
    assert page_of(f"<w:p>{field}</w:p>").text == expected + "\n"


def test_a_text_box_written_twice_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    page = page_of(
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent><w:t>outside</w:t></w:r></w:p>"
    )
    assert line_texts(page) == ["outside", "in the box"]


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_merged_cells_appear_once_with_their_spans() -> None:
    start, go_on, wide = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'
    page = page_of(
        "<w:tbl>"
        f"<w:tr>{_cell('序号', start)}{_cell('规格', wide)}</w:tr>"
        f"<w:tr>{_cell('', go_on)}{_cell('长')}{_cell('宽')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{_cell('deleted')}</w:tr>"
        f"<w:ins><w:tr>{_cell('1', start)}{_cell('2')}{_cell('3')}</w:tr></w:ins>"
        "</w:tbl>"
    )
    assert [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in page.tables[0].cells] == [
        (0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1), (2, 0, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1),
    ]  # fmt: skip
    assert page.text == "序号\t规格\n长\t宽\n1\t2\t3\n"


def test_margins_and_notes_are_read_around_the_body() -> None:
    note = f"<w:footnote>{paragraph('note')}</w:footnote>"
    page = page_of(paragraph("body"), footer=paragraph("foot"), header=paragraph("head"), footnotes=note)
    assert [(line.place, page.text[line.start : line.end]) for line in page.lines] == [
        ("header 1 paragraph 1", "head"),
        ("paragraph 1", "body"),
        ("footer 1 paragraph 1", "foot"),
        ("footnotes 1 paragraph 1", "note"),
    ]


def test_the_main_part_may_have_another_name() -> None:
    content = zip_of(
        {
            "_rels/.rels": '<R><Relationship Type="x/officeDocument" Target="/word/document2.xml"/></R>',
            "word/document2.xml": f'<w:d xmlns:w="urn:strict">{paragraph("x")}</w:d>',
        }
    )
    assert only_page(read_all(WordReader(), content)).text == "x\n"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        ("<!DOCTYPE d [<!ENTITY e 'x'>]><d>&e;</d>", ["xml-dtd", "office-without-text"]),
        ("<d>", ["office-damaged", "office-without-text"]),
        ("<d>" * 300 + "</d>" * 300, ["office-damaged", "office-without-text"]),
        ("<d/>", ["no-text"]),
        ('<d xmlns:w="w"><w:altChunk/></d>', ["office-part-not-read", "no-text"]),
    ],
)
def test_a_document_that_cannot_be_read_says_why(document: str, expected: list[str]) -> None:
    assert codes(read_all(WordReader(), zip_of({"word/document.xml": document}))) == expected


def test_external_entities_are_not_fetched_in_utf16_either() -> None:
    attack = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d>&e;</d>'
    items = read_all(WordReader(), zip_of({"word/document.xml": attack.encode("utf-16")}))
    assert codes(items) == ["xml-dtd", "office-without-text"]


def test_no_part_is_unpacked_beyond_the_budget() -> None:
    limits = ReadingLimits(expansion_grace_bytes=100_000, expansion_ratio=10)
    items = read_all(WordReader(), docx(paragraph("x" * 1_000_000)), limits=limits)
    assert codes(items) == ["limit-expansion", "office-without-text"]


def test_one_damaged_part_does_not_cost_the_others() -> None:
    items = read_all(WordReader(), docx(paragraph("body"), header="<broken>"))
    assert only_page(items).text == "body\n"
    assert codes(items) == ["office-damaged"]


def test_a_locked_file_says_so() -> None:
    content = shared_file("data/documents/office/password_protected.xlsx").read_bytes()
    assert codes(read_all(LockedOfficeReader(), content)) == ["office-encrypted"]


def test_an_odt_paragraph_folds_its_white_space() -> None:
    body = (
        "<text:h>标题</text:h>"
        "<text:p> a\n  b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e<text:span>f</text:span></text:p>"
    )
    page = only_page(read_all(OpenDocumentReader(), odt(body)))
    assert line_texts(page) == ["标题", "a b  c\td\nef"]


def test_odt_notes_margins_and_deletions() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:p>body<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>note</text:p></text:note-body></text:note> end</text:p>"
    )
    styles = "<style:master-page><style:header><text:p>head</text:p></style:header></style:master-page>"
    items = read_all(OpenDocumentReader(), odt(body, styles))
    assert line_texts(only_page(items)) == ["head", "body end", "note"]
    assert codes(items) == ["tracked-changes"]


def test_an_odt_space_bomb_stays_small() -> None:
    items = read_all(OpenDocumentReader(), odt("<text:p>a<text:s text:c='2000000000'/>b</text:p>"))
    assert len(only_page(items).text) < 2000
    assert codes(items) == ["limit-expansion"]
