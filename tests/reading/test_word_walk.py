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
from tests.reading.made_files import WORD

RUNS = (
    "<w:r><w:t>甲</w:t></w:r>",
    "<w:r><w:rPr><w:b/></w:rPr><w:t> 乙 </w:t><w:tab/><w:t>丙</w:t><w:br/></w:r>",
    "<w:pPr><w:tabs><w:tab w:val='left'/><w:tab w:val='right'/></w:tabs></w:pPr>",
    "<w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink>",
    "<w:ins><w:r><w:t>in</w:t></w:r></w:ins>",
    "<w:del><w:r><w:delText>out</w:delText></w:r></w:del>",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>",
    "<w:r><w:drawing><a><w:t>inside</w:t></a></w:drawing></w:r>",
    "<w:r><w:txbxContent><w:p><w:r><w:t>box</w:t></w:r></w:p></w:txbxContent></w:r>",
    "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>field</w:t></w:r></w:sdtContent></w:sdt>",
    "<w:r><w:t> </w:t></w:r>",
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

paragraphs = st.lists(st.sampled_from(RUNS), max_size=3).map(lambda runs: f"<w:p>{''.join(runs)}</w:p>")


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


def _part(inside: str) -> etree._Element:
    return etree.fromstring(f'<w:document xmlns:w="{WORD}"><w:body>{inside}<w:sectPr/></w:body></w:document>')


def _pages(part: WordPart) -> list[Page]:
    writer = FlowWriter(ReadingLimits())
    return [*BlockWriter(writer).write(part.blocks), *writer.last_pages()]


@given(st.lists(blocks, max_size=5).map("".join))
@settings(max_examples=300, deadline=None)
def test_both_ways_come_to_the_same(inside: str) -> None:
    quick, careful = WordPart(_part(inside)), WordPart(_part(inside), may_hurry=False)
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
    assert WordPart(_part(inside)).blocks == expected
