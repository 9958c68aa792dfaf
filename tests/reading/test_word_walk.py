"""The quick way through Word documents comes to what the careful way comes to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tenderlight.model.document import Page
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.blocks import BlockWriter
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.office.word_blocks import WordPart
from tenderlight.reading.office.word_walk import quick_part
from tests.reading.made_files import WORD

RUNS = (
    "<w:r><w:t>甲</w:t></w:r>",
    "<w:r><w:rPr><w:b/></w:rPr><w:t> 乙 </w:t><w:tab/><w:t>丙</w:t><w:br/></w:r>",
    "<w:pPr><w:tabs><w:tab w:val='left'/><w:tab w:val='right'/></w:tabs></w:pPr>",
    "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>",
    "<w:ins><w:r><w:t>in</w:t></w:r></w:ins>",
    '<w:ins w:id="1" w:author="&lt;x>"><w:r><w:rPr/><w:t xml:space="preserve">in &amp; &#x4e2d; </w:t></w:r></w:ins>',
    "<w:del w:id='2'><w:r><w:tab/><w:delText> &gt; out</w:delText></w:r></w:del>",
    "<w:del><w:r><w:t>out</w:t></w:r></w:del>",
    "<w:pPr><w:rPr><w:ins w:id='3'/><w:del w:id='4'/></w:rPr></w:pPr>",
    "<w:r><w:t>3 > 2</w:t><w:t/><w:t >&#10;1</w:t ></w:r>",
    "<w:r><w:t>a<w:b/>b</w:t></w:r>",
    "<w:r><w:instrText> PAGE </w:instrText><m:t>x</m:t></w:r>",
    "<w:sdt><w:sdtPr><w:text/><w:tag w:val='>'/></w:sdtPr><w:r><w:t>field</w:t></w:r></w:sdt>",
    "<w:sdt><w:sdtPr><w:p><w:r><w:t>no</w:t></w:r></w:p></w:sdtPr><w:r><w:t>y</w:t></w:r></w:sdt>",
    "<w:del><w:r><w:delText>out</w:delText></w:r></w:del>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
    "<w:r><w:drawing><a><w:t>inside</w:t></a></w:drawing></w:r>",
    "<w:r><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:r>",
    "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>field</w:t></w:r></w:sdtContent></w:sdt>",
    "<w:r><w:t> </w:t></w:r>",
    "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r>",
    "<w:r><w:fldChar w:fldCharType='end'/></w:r>",
)
SETTINGS = (
    "",
    "<w:tcW w:w='5'/>",
    "<w:gridSpan w:val='2'/>",
    "<w:vMerge w:val='restart'/>",
    "<w:vMerge/>",
    "<w:gridSpan w:val='3'/><w:vMerge/>",
)
ROW_SETTINGS = ("", "<w:tblHeader/>", "<w:gridBefore w:val='2'/>", "<w:del/>", "<w:tblHeader w:val='0'/>")

paragraphs = st.lists(st.sampled_from(RUNS), max_size=3).flatmap(
    lambda runs: st.sampled_from(
        ("<w:p>", '<w:p w:rsidR="00A1" w:x="1">', "<w:p w:x='a>b'>", "<w:p w:x='/'><w:p/>")
    ).map(lambda start: f"{start}{''.join(runs)}</w:p>")
)


def _cell(settings: str, inside: list[str]) -> str:
    return f"<w:tc><w:tcPr>{settings}</w:tcPr>{''.join(inside)}</w:tc>"


def _row(settings: str, cells: list[str]) -> str:
    return f"<w:tr><w:trPr>{settings}</w:trPr>{''.join(cells)}</w:tr>"


def _table(rows: list[str]) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def _tables(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    cells = st.builds(_cell, st.sampled_from(SETTINGS), st.lists(inside, max_size=2))
    rows = st.builds(_row, st.sampled_from(ROW_SETTINGS), st.lists(cells, max_size=4))
    return st.lists(rows, max_size=4).map(_table)


wrapped = paragraphs.map(lambda block: f"<w:sdt><w:sdtContent>{block}</w:sdtContent></w:sdt><w:bookmarkStart/>")
inserted = paragraphs.map(lambda block: f"<w:ins>{block}</w:ins>")
blocks = st.one_of(paragraphs, _tables(paragraphs), _tables(paragraphs | _tables(paragraphs)), wrapped, inserted)


def _part(inside: str, *, may_hurry: bool = True) -> WordPart:
    xml = f'<w:document xmlns:w="{WORD}" xmlns:m="urn:m"><w:body>{inside}<w:sectPr/></w:body></w:document>'
    return WordPart(xml.encode(), etree.fromstring, may_hurry=may_hurry)


def _pages(part: WordPart) -> list[Page]:
    writer = FlowWriter(ReadingLimits())
    return [*BlockWriter(writer).write(part.blocks), *writer.last_pages()]


@given(st.lists(blocks, max_size=5).map("".join))
@settings(max_examples=300, deadline=None)
def test_both_ways_come_to_the_same(inside: str) -> None:
    quick, careful = _part(inside), _part(inside, may_hurry=False)
    assert _pages(quick) == _pages(careful)
    assert (quick.changes, quick.hidden_characters) == (careful.changes, careful.hidden_characters)


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>b</w:t></w:r></w:p>", ["a", "b"]),
        ("<w:p><w:r><w:t>a</w:t></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>",
         ["ab", "c"]),
        ("<w:p><w:ins><w:r><w:t>last</w:t></w:r></w:ins></w:p>", ["last"]),
    ],
)  # fmt: skip
def test_paragraphs_follow_each_other_whatever_is_in_them(inside: str, expected: list[str]) -> None:
    assert _part(inside).blocks == expected


def test_no_tree_is_made_of_plain_paragraphs_tables_and_tracked_runs() -> None:
    xml = (
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>a</w:t></w:r><w:ins w:id="1"><w:r><w:t>b</w:t></w:r>'
        "</w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>d</w:t></w:r>"
        "</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>"
    )

    def refuse(content: bytes) -> etree._Element:
        raise AssertionError(content)

    part = WordPart(xml.encode(), refuse)
    assert (part.root, part.changes) == ("document", 2)
    assert part.blocks[0] == "ab"
    assert not isinstance(part.blocks[1], str)
    assert [list(row.texts) for row in part.blocks[1].rows] == [["d", ""]]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([["a", "b"], ["c", "d"]], [["a", "b"], ["c", "d"]]),
        ([["a", " "], ["\u3000", "d"]], [["a", ""], ["", "d"]]),
        ([[" a", "b "], ["c", ""]], [[" a", "b "], ["c", ""]]),
        ([["a", "b"], ["</w:t><w:br/><w:t>c", "d"]], [["a", "b"], ["c", "d"]]),
        ([["a", "b"], ["c</w:t></w:r></w:p><w:p><w:r><w:t>d", "e"]], [["a", "b"], ["c\nd", "e"]]),
    ],
)  # fmt: skip
def test_cells_of_one_line_and_others_are_told_apart(cells: list[list[str]], expected: list[list[str]]) -> None:
    rows = [_row("", [_cell("", [f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"]) for text in row]) for row in cells]
    spanning = _row("", [_cell("<w:gridSpan w:val='2'/>", ["<w:p><w:r><w:t>sum</w:t></w:r></w:p>"])])
    for inside, found in ((rows, expected), ([*rows, spanning], [*expected, ["sum"]])):
        for may_hurry in (True, False):
            (table,) = _part(_table(inside), may_hurry=may_hurry).blocks
            assert not isinstance(table, str)
            assert [list(row.texts) for row in table.rows] == found


def test_a_table_in_a_text_box_is_read() -> None:
    box = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>in</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    inside = f"<w:p><w:r><w:t>a</w:t><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r></w:p>"
    assert _part(inside).blocks == ["a", "in"]


def test_a_name_space_of_a_paragraph_is_known_where_it_is_handed_back() -> None:
    inside = '<w:sdt xmlns:x="urn:x"><w:p><w:r><w:t>a</w:t><w:pict><x:shape/></w:pict></w:r></w:p></w:sdt>'
    assert _part(inside).blocks == ["a"]


@pytest.mark.parametrize("depth", [2, 3000])
def test_tables_in_tables_do_not_take_long(depth: int) -> None:
    inside = "<w:tbl>" * depth + "</w:tbl>" * depth
    xml = f"<w:document>{inside}</w:document>".encode()
    found = quick_part(xml, lambda _, pieces: [[piece.decode()] for piece in pieces])
    assert found == ("document", [inside], 0)


def test_a_change_in_a_cell_that_goes_on_from_the_one_above_is_counted_both_ways() -> None:
    runs = ["<w:p><w:ins><w:r><w:t>in</w:t></w:r></w:ins></w:p>"]
    rows = [_row("", [_cell("<w:vMerge w:val='restart'/>", [])]), _row("", [_cell("<w:vMerge/>", runs)])]
    assert [_part(_table(rows), may_hurry=may_hurry).changes for may_hurry in (True, False)] == [1, 1]
