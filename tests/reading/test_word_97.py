"""Word 97 documents: what is in force is read, what was deleted or hidden is not."""

from __future__ import annotations

import json

import pytest

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.word_97 import Word97Reader
from tests.reading.made_compound import compound
from tests.reading.made_files import codes, line_texts, only_page, pages, read_all, table_texts
from tests.reading.made_word_97 import (
    DELETED,
    HEADER_ROW,
    HIDDEN,
    IN_TABLE,
    INNER_CELL,
    INNER_ROW,
    INSERTED,
    Run,
    depth,
    doc,
    row_end,
)
from tests.shared_data import shared_file

READER = Word97Reader()


@pytest.mark.parametrize("name", ["contract1.doc", "contract2.doc", "contract1.wps"])
def test_a_contract_is_read_whole(name: str) -> None:
    truth = json.loads(shared_file("data/reading/office/truth.json").read_text("utf-8"))[name.partition(".")[0]]
    items = read_all(READER, shared_file(f"data/reading/office/{name}").read_bytes(), name)
    page = only_page(items)
    lines = line_texts(page)
    assert [text for text in truth["paras"] if text not in lines] == []
    assert table_texts(page)[:-1] == truth["rows"]
    assert table_texts(page)[-1] == truth["total"]
    assert page.tables[0].cells[-2].column_span == 5
    assert lines[0] == truth["header"]
    assert truth["ins"] in page.text
    assert truth["deleted"] not in page.text
    assert "tracked-changes" in codes(items)


def test_real_traditional_chinese_with_cells_merged_downwards() -> None:
    page = only_page(read_all(READER, shared_file("data/documents/office-cjk/TestChineseProperties.doc").read_bytes()))
    assert table_texts(page)[0][0] == "世界雅虎"
    assert [cell.row_span for cell in page.tables[0].cells if cell.row == 0] == [3, 1, 3]


def test_changes_and_hidden_text() -> None:
    runs = [
        Run(text="付款"),
        Run(text="三十日", look=DELETED),
        Run(text="六十日", look=INSERTED),
        Run(text="秘密", look=HIDDEN),
        Run(text="内\r"),
    ]
    items = read_all(READER, doc(runs))
    assert only_page(items).text == "付款六十日内\n"
    assert codes(items) == ["tracked-changes", "hidden-text"]


def test_a_deleted_end_of_a_paragraph_joins_it_to_the_next() -> None:
    runs = [Run(text="甲"), Run(text="乙\r丙", look=DELETED), Run(text="丁\r戊\r")]
    assert line_texts(only_page(read_all(READER, doc(runs)))) == ["甲丁", "戊"]


def test_fields_show_their_result_over_several_paragraphs() -> None:
    runs = [Run(text="第\x13 PAGE \x14 7 \x15页\r\x13 TOC \x14一\r二\x15\r\x13 HYPERLINK \x13 IF \x15 \x14三\x15\r")]
    assert line_texts(only_page(read_all(READER, doc(runs)))) == ["第 7 页", "一", "二", "三"]


def test_signs_and_breaks() -> None:
    runs = [Run(text="a\x0bb\x1e3\x01c\x05\t𠮷\r")]
    items = read_all(READER, doc(runs))
    assert only_page(items).text == "a\nb\u20113c\t𠮷\n"
    assert codes(items) == ["pictures-not-read"]


def test_text_of_one_byte_a_character() -> None:
    page = only_page(read_all(READER, doc([Run(text="Marché – 5 €\r")], is_narrow=True)))
    assert page.text == "Marché – 5 €\n"


def test_a_header_stands_first() -> None:
    page = only_page(read_all(READER, doc([Run(text="正文\r")], header="采购合同")))
    assert [(page.text[line.start : line.end], line.place) for line in page.lines] == [
        ("采购合同", "header 1 paragraph 1"),
        ("正文", "paragraph 1"),
    ]


def test_cells_span_the_columns_that_their_edges_reach_over() -> None:
    runs = [
        Run(text="序号\x07名称\x07金额\x07", paragraph=IN_TABLE),
        Run(text="\x07", paragraph=row_end([0, 1000, 2000, 3000])),
        Run(text="合计\x0799\x07", paragraph=IN_TABLE),
        Run(text="\x07", paragraph=row_end([0, 2010, 3000])),
        Run(text="完\r"),
    ]
    page = only_page(read_all(READER, doc(runs)))
    assert table_texts(page) == [["序号", "名称", "金额"], ["合计", "99"]]
    assert [(cell.column, cell.column_span) for cell in page.tables[0].cells if cell.row == 1] == [(0, 2), (2, 1)]
    assert line_texts(page)[-1] == "完"


def test_a_row_that_the_file_calls_a_head_is_one() -> None:
    runs = [
        Run(text="甲\x07乙\x07", paragraph=IN_TABLE),
        Run(text="\x07", paragraph=row_end([0, 1000, 2000]) + HEADER_ROW),
        Run(text="丙\x07丁\x07", paragraph=IN_TABLE),
        Run(text="\x07", paragraph=row_end([0, 1000, 2000])),
    ]
    assert only_page(read_all(READER, doc(runs))).tables[0].header_rows == 1


def test_cells_continue_those_above_them() -> None:
    runs = [
        Run(text="包一\x07a\x07", paragraph=IN_TABLE),
        Run(text="\x07", paragraph=row_end([0, 1000, 2000], [0x60])),
        Run(text="\x07b\x07", paragraph=IN_TABLE),
        Run(text="\x07", paragraph=row_end([0, 1000, 2000], [0x20])),
    ]
    page = only_page(read_all(READER, doc(runs)))
    assert table_texts(page) == [["包一", "a"], ["b"]]
    assert page.tables[0].cells[0].row_span == 2
    assert page.tables[0].cells[2].column == 1


def test_a_table_in_a_cell_is_read() -> None:
    runs = [
        Run(text="外\x07", paragraph=IN_TABLE),
        Run(text="内一\r", paragraph=depth(2) + INNER_CELL),
        Run(text="内二\r", paragraph=depth(2) + INNER_CELL),
        Run(text="\r", paragraph=depth(2) + INNER_ROW),
        Run(text="后\x07", paragraph=IN_TABLE),
        Run(text="\x07", paragraph=row_end()),
    ]
    page = only_page(read_all(READER, doc(runs)))
    assert line_texts(page) == ["外", "内一", "内二", "后"]
    assert table_texts(page) == [["内一", "内二"]]


def test_what_ends_as_a_problem() -> None:
    runs = [Run(text="x\r")]
    assert codes(read_all(READER, doc(runs, flags=0x0300))) == ["office-encrypted"]
    assert codes(read_all(READER, doc(runs, version=0x68))) == ["office-too-old"]
    locked = compound({"WordDocument": b"\xec\xa5", "\tDRMContent": b"x"})
    assert codes(read_all(READER, locked)) == ["office-encrypted"]
    assert codes(read_all(READER, compound({"WordDocument": b"x" * 5000}))) == ["office-damaged"]


def test_a_file_cut_off_is_read_up_to_the_cut_or_said_to_be_damaged() -> None:
    whole = doc([Run(text="合同金额\r")], header="页眉")
    for length in range(512, len(whole), 173):
        items = read_all(READER, whole[:length], media_type=formats.DOC)
        assert pages(items) or codes(items) == ["office-damaged"] or codes(items) == ["office-without-text"]


def test_pieces_cannot_make_more_text_than_is_read() -> None:
    limits = ReadingLimits(document_characters=10)
    items = read_all(READER, doc([Run(text="字" * 50 + "\r")]), limits=limits)
    assert only_page(items).text == "字" * 10 + "\n"
    assert codes(items) == ["limit-characters"]


def test_the_suffix_is_not_believed() -> None:
    content = doc([Run(text="x\r")])
    assert media_type(content, "a.wps") == media_type(content, "a.xls") == formats.DOC
    assert media_type(compound({"CONTENTS": b"x"}), "works.wps") == "application/x-ole-storage"
