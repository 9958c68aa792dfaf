from __future__ import annotations

import pytest

from tenderlight.capabilities.clauses import Layout, starts_item
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.searchtext import search_text_at


def layout_of(text: str) -> Layout:
    search_text = search_text_at(text, "text")
    return Layout(search_text, shared_matcher().hits(search_text.text))


def part(layout: Layout, kind: str, word: str) -> str:
    start, end = getattr(layout, kind)(layout.text.index(word))
    return layout.text[start:end]


def test_sentences_and_clauses_end_where_chinese_ends_them() -> None:
    layout = layout_of("支持人脸识别，含性别、年龄；不支持声纹。二期建设。")
    assert part(layout, "sentence", "性别") == "支持人脸识别,含性别、年龄;"
    assert part(layout, "clause", "性别") == "含性别、年龄;"
    assert part(layout, "clause", "声纹") == "不支持声纹。"
    assert part(layout, "item", "年龄") == "年龄"


def test_a_comma_in_english_lists_and_but_begins_a_clause() -> None:
    layout = layout_of("The system shall read faces, plates and age, but must not infer race. It is e.g. a box.")
    assert part(layout, "clause", "plates") == "the system shall read faces, plates and age, "
    assert part(layout, "clause", "race") == "but must not infer race."
    assert part(layout, "sentence", "box") == " it is e.g. a box."


def test_an_enumeration_holds_its_items_and_what_leads_it_in() -> None:
    layout = layout_of("人脸属性：性别、年龄、民族（汉族、其他）、表情。另行采购服务器。")
    assert part(layout, "enumeration", "民族") == "人脸属性:性别、年龄、民族(汉族、其他)、表情"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (
            "支持对抓拍到的人脸图片进行民族属性分析并\n按照族别进行统计",
            ["支持对抓拍到的人脸图片进行民族属性分析并按照族别进行统计"],
        ),
        ("姓名\n性别\n民族\n出生", ["姓名", "性别", "民族", "出生"]),
        ("★1. 支持人脸识别\n★2. 支持车牌识别", ["★1. 支持人脸识别", "★2. 支持车牌识别"]),
        ("名称：摄像机\n数量：20", ["名称:摄像机", "数量:20"]),
        ("The system shall recognise\nfaces in crowds", ["the system shall recognise faces in crowds"]),
        ("甲\t乙\n丙\t丁", ["甲乙", "丙丁"]),
    ],
)
def test_typeset_lines_run_on_and_lists_do_not(text: str, lines: list[str]) -> None:
    layout = layout_of(text)
    found = []
    position = 0
    while position < len(layout.text):
        start, end = layout.line(position)
        found.append(layout.text[start:end].strip())
        position = end
    assert found == lines


def test_cells_of_a_row_keep_their_column_when_some_are_empty() -> None:
    layout = layout_of("功能\t标配\t选配\n人脸识别\t\t√")
    row = layout.line(layout.text.index("人脸"))
    assert [layout.text[start:end].strip() for start, end in layout.cells(row)] == ["人脸识别", "", "√"]


@pytest.mark.parametrize(
    "head", ["★支持", "1.支持", "(1)支持", "一、背景", "第三章 要求", "①支持", "a) item", "答:不需要"]
)
def test_items_are_known_by_their_mark_or_number(head: str) -> None:
    assert starts_item(head, 0)


@pytest.mark.parametrize("head", ["支持人脸", "1.5米高", "100路视频", "(选配功能说明)其他"])
def test_other_lines_are_no_items(head: str) -> None:
    assert not starts_item(head, 0)
