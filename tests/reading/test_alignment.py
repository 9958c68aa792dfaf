"""A text and the pages it was laid out on: what is matched is the same; what pages add, drop or move shifts nothing."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.reading.layout.alignment import Alignment, align
from tenderlight.reading.layout.copied_words import folded

WORDS = [
    "采购",
    "人脸识别",
    "the",
    "camera",
    "2024",
    "，",
    "organisation",
    "ﬁle",
    "Ａ",
    "-",
    "7",
    "公司\u00ad",
    "e\u0301",
]


def matched(text: str, pages: list[str]) -> list[tuple[str, str, int]]:
    """Return each piece as it stands in both copies, and the index of its page."""
    return [
        (
            text[piece.start : piece.end],
            pages[piece.laid_out_page][piece.laid_out_start : piece.laid_out_end],
            piece.laid_out_page,
        )
        for piece in align([text], pages).pieces
    ]


def unmatched(text: str, alignment: Alignment) -> str:
    """Return what of the text has no match, without white space."""
    found = [" " if any(one.start <= at < one.end for one in alignment.pieces) else text[at] for at in range(len(text))]
    return "".join("".join(found).split())


def test_the_same_text_is_matched_whole() -> None:
    text = "第一条 甲方采购人脸识别系统。\nThe supplier shall deliver 20 cameras.\n序号\t名称\n1\t摄像机\n"
    alignment = align([text], [text])
    assert unmatched(text, alignment) == ""
    assert alignment.share == 1.0
    assert all(one.start == one.laid_out_start for one in alignment.pieces)


def test_a_header_on_every_page_shifts_nothing() -> None:
    text = "采购合同\n甲方应当在十日内付款，逾期的每日支付违约金。乙方应当按期交货并且安装调试完毕。\n"
    pages = [
        "采购合同\n甲方应当在十日内付款，逾期的每\n第 1 页\n",
        "采购合同\n日支付违约金。乙方应当按期交货并且安装调试完毕。\n第 2 页\n",
    ]
    alignment = align([text], pages)
    assert unmatched(text, alignment) == ""
    assert [(text[a.start : a.end], a.laid_out_page) for a in alignment.pieces][-1] == (
        "日支付违约金。乙方应当按期交货并且安装调试完毕。",
        1,
    )


def test_numbers_that_a_layout_puts_before_items_are_no_part_of_them() -> None:
    text = "支持人脸识别\n支持车牌识别\n支持布控报警\n"
    pages = ["1. 支持人脸识别\n2. 支持车牌识别\n3. 支持布控报警\n"]
    assert [ours for ours, theirs, _ in matched(text, pages) if ours == theirs] == [
        "支持人脸识别",
        "支持车牌识别",
        "支持布控报警",
    ]


def test_a_word_that_was_divided_at_the_end_of_a_line_is_found_in_both_parts() -> None:
    text = "The organisation shall deliver everything."
    pieces = matched(text, ["The organi-\nsation shall deliver everything."])
    assert ("organi", "organi", 0) in pieces
    assert ("sation", "sation", 0) in pieces


def test_what_follows_a_word_that_was_divided_is_found_too() -> None:
    text = "two hundred thousand euros."
    assert unmatched(text, align([text], ["two hundred thousandeuros."])) == ""


def test_blanks_inside_words_are_passed_over() -> None:
    text = "Invoice number INV20240017 of the supplier"
    alignment = align([text], ["Invoice number I N V 2024 0017 of the supplier"])
    assert unmatched(text, alignment) == ""


def test_cells_that_are_read_in_another_order_are_found_where_they_are() -> None:
    rows = [
        ("网络摄像机四百万像素", "海康威视数字技术"),
        ("人脸识别服务器八路", "依图网络科技公司"),
        ("核心交换机万兆", "华为技术有限公司"),
    ]
    text = "".join(f"{name}\t{maker}\n" for name, maker in rows)
    by_column = "\n".join([name for name, _ in rows] + [maker for _, maker in rows])
    alignment = align([text], [by_column])
    assert unmatched(text, alignment) == ""
    for one in alignment.pieces:
        assert by_column[one.laid_out_start : one.laid_out_end] == text[one.start : one.end]


def test_the_last_character_of_a_cell_is_found_on_the_next_page() -> None:
    text = "低压配电柜\t连接方式：直螺纹\t12\t2145.00\n电缆敷设\t铜芯\t9\t88.00\n"
    pages = ["低压配电柜 连接方式：直螺 12 2145.00\n第 1 页", "采购合同\n纹\n电缆敷设 铜芯 9 88.00\n第 2 页"]
    assert ("纹", "纹", 1) in matched(text, pages)
    twice = ["低压配电柜 连接方式：直螺 12 2145.00\n花纹", "采购合同\n纹\n电缆敷设 铜芯 9 88.00"]
    assert "纹" not in [ours for ours, _, _ in matched(text, twice)]


def test_notes_that_stand_at_the_foot_of_a_page_are_found_there() -> None:
    text = "正文第一段说明采购需求和预算。\n正文第二段说明评分办法。\n注释：预算包括增值税和运费在内。\n"
    pages = ["正文第一段说明采购需求和预算。\n注释：预算包括增值税和运费在内。\n", "正文第二段说明评分办法。\n"]
    assert ("注释：预算包括增值税和运费在内。", "注释：预算包括增值税和运费在内。", 0) in matched(text, pages)
    assert unmatched(text, align([text], pages)) == ""


def test_words_that_are_only_on_the_page_match_nothing() -> None:
    text = "The price is 200 euros and final."
    pages = ["The price is 100 200 euros and final. Page 200 of 300"]
    (piece,) = [one for one in align([text], pages).pieces if text[one.start : one.end] == "200"]
    assert piece.laid_out_start == pages[0].index("200")


def test_a_few_characters_that_stand_alone_are_not_believed() -> None:
    text = "甲\n这一段在页面上完全没有出现过\n乙\n"
    assert align([text], ["另外的内容甲而且再加上别的乙完了"]).pieces == ()


def test_a_short_cell_is_believed_where_nothing_else_can_be_meant() -> None:
    text = "投标报价汇总表第一页\n是\n供应商承诺函第二页\n"
    pages = ["投标报价汇总表第一页\n(1)\n是\n(2)\n供应商承诺函第二页\n"]
    assert ("是", "是", 0) in matched(text, pages)


def test_a_document_without_words_is_matched_whole() -> None:
    assert align([" \n"], ["anything"]).share == 1.0
    assert align(["anything at all"], []).share == 0.0


def test_pages_of_both_copies_are_told_apart() -> None:
    slides = ["人脸识别方案介绍", "项目报价与服务承诺"]
    pieces = align(slides, ["封面\n", "人脸识别方案介绍\n", "项目报价与服务承诺\n"]).pieces
    assert [(one.page, one.laid_out_page) for one in pieces] == [(0, 1), (1, 2)]


def test_the_time_grows_with_the_text_and_not_with_its_square() -> None:
    text = "\n".join(
        f"第{number}条 供应商应当提供编号为{number * 7919 % 10007}的设备，并负责安装。" for number in range(6_000)
    )
    pages = [f"页眉\n{text[at : at + 1_500]}\n第页\n" for at in range(0, len(text), 1_500)]
    before = time.process_time()
    alignment = align([text], pages)
    assert time.process_time() - before < 15  # 150,000 characters; a comparison of each with each would take hours
    assert alignment.share > 0.99


copies = st.lists(st.sampled_from(WORDS), max_size=60)
cuts = st.lists(st.integers(0, 60), max_size=6)


@given(words=copies, added=st.lists(st.tuples(st.integers(0, 60), st.sampled_from(WORDS)), max_size=8), at=cuts)
def test_whatever_is_matched_is_the_same_and_matched_once(
    words: list[str], added: list[tuple[int, str]], at: list[int]
) -> None:
    theirs = list(words)
    for place, word in added:
        theirs.insert(place, word)
    for place in at:
        theirs = theirs[place:] + theirs[:place]
    text, pages = " ".join(words), ["\n".join(theirs[:20]), "".join(theirs[20:])]
    pieces = align([text], pages).pieces
    for one in pieces:
        there = pages[one.laid_out_page][one.laid_out_start : one.laid_out_end]
        assert folded(text[one.start : one.end]) == folded(there) != ""
    assert all(before.end <= after.start for before, after in itertools.pairwise(pieces))
    places = sorted((one.laid_out_page, one.laid_out_start, one.laid_out_end) for one in pieces)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in itertools.pairwise(places))


@pytest.mark.parametrize(("ours", "theirs"), [("ﬁne print", "fine print"), ("ＡＢＣ公司", "ABC公司"), ("a–b", "a-b")])
def test_width_ligatures_and_dashes_make_no_difference(ours: str, theirs: str) -> None:
    assert folded(ours) == folded(theirs)
    assert align([ours], [theirs]).share == 1.0
