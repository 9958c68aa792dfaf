"""Chapters, lists, tables, legends and page ends."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.capabilities import find_capabilities, find_in_text
from tenderlight.model.document import Cell, Page, Table
from tenderlight.model.statement import Polarity, Stage, Statement


def found(*texts: str, stage: Stage | None = Stage.TENDER) -> list[tuple[str, str]]:
    pages = [Page(number=number, text=text) for number, text in enumerate(texts, start=1)]
    return [(one.rule, str(one.polarity)) for one in find_capabilities(pages, stage=stage)]


FACE = "eth.face_ethnicity"


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("第五章 采购需求\n1.支持民族识别", "required"),
        ("第二章 项目背景\n系统具有民族识别功能", "discussed"),
        ("选配清单\n1.民族识别软件", "optional"),
        ("以下功能为选配：\n（1）烟火识别\n（2）民族识别\n", "optional"),
        ("以下功能不在本次采购范围：\n（1）烟火识别；\n（2）民族识别；", "negated"),
        ("禁止事项\n1、进行民族识别", "forbidden"),
        ("序号\t招标要求\t投标响应\n1\t支持民族识别\t满足", "offered"),
        ("序号\t招标要求\t投标响应\n1\t支持民族识别\t不支持", "negated"),
        ("功能\t标配\t选配\n民族识别\t√\t", "standard"),
        ("功能\t标配\t选配\n民族识别\t\t√", "optional"),
        ("功能\t技术要求\n人员属性\t支持民族识别", "required"),
        ("更正前\t更正后\n支持民族识别\t支持年龄识别", "negated"),
        ("注：带△号的为选配项。\n△ 支持民族识别", "optional"),
        ("注：带★号的条款为实质性要求。\n★ 支持民族识别", "required"),
    ],
)
def test_what_stands_around_decides_where_the_words_say_nothing(text: str, polarity: str) -> None:
    assert found(text) == [(FACE, polarity)], text


def test_headings_carry_over_pages() -> None:
    assert found("第二章 项目背景", "各地系统具有民族识别功能") == [(FACE, "discussed")]


def test_a_clause_broken_by_the_end_of_a_page_has_an_anchor_on_both() -> None:
    pages = [
        Page(number=1, text="一、技术要求\n系统应支持对视频画面中出现的人员进行民"),
        Page(number=2, text="族识别并输出结果。"),
    ]
    (one,) = find_capabilities(pages, stage=Stage.TENDER)
    assert [anchor.page_number for anchor in one.anchors] == [1, 2]
    for anchor, page in zip(one.anchors, pages, strict=True):
        assert page.text[anchor.start : anchor.end] == anchor.text


@pytest.mark.parametrize("heading", ["第二章 投标人须知", "三、申请人的资格要求", "Instructions to tenderers"])
def test_general_terms_buy_nothing(heading: str) -> None:
    assert found(f"{heading}\n1.支持民族识别") == []


def test_what_speaks_against_is_kept_with_the_claim() -> None:
    (one,) = find_in_text("评分标准：演示民族识别得3分", doc_kind="tender_spec")
    assert one.against == ("It stands in a scoring table: it earns points and may be no condition.",)
    (slip,) = find_in_text("支持民旅识别", doc_kind="tender_spec")
    assert "slip of text recognition" in slip.against[0]
    assert confidence(slip) < confidence(one)


def confidence(statement: Statement) -> float:
    assert statement.confidence is not None
    return statement.confidence


def test_the_stage_decides_where_nothing_else_does_and_is_named_when_unknown() -> None:
    assert found("民族识别软件1套", stage=Stage.AWARD) == [(FACE, "offered")]
    assert found("民族识别软件1套", stage=Stage.CANCELLATION) == [(FACE, "negated")]
    (one,) = find_capabilities([Page(number=1, text="民族识别软件1套")], stage=None)
    assert one.polarity is Polarity.DISCUSSED
    assert one.against == ("It is not known what kind of document this is.",)


def page_of_rows(rows: list[list[str]], before: str = "") -> Page:
    """Return a page with one table, its cells where their text stands."""
    text = before
    cells = []
    for row, contents in enumerate(rows):
        for column, content in enumerate(contents):
            cells.append(Cell(row=row, column=column, start=len(text), end=len(text) + len(content)))
            text += content + ("\n" if column == len(contents) - 1 else "\t")
    return Page(
        number=1, text=text, tables=(Table(row_count=len(rows), column_count=len(rows[0]), cells=tuple(cells)),)
    )


def in_rows(rows: list[list[str]], before: str = "") -> list[tuple[str, str]]:
    page = page_of_rows(rows, before)
    return [(one.rule, str(one.polarity)) for one in find_capabilities([page], stage=Stage.TENDER)]


def test_a_requirement_over_several_lines_of_a_cell_keeps_its_first_line() -> None:
    rows = [
        ["No.", "Requirement"],
        ["4", "The Solution must not estimate, show, store or filter by the ethnic\norigin or race of any face."],
        ["5", "The Solution shall show the time."],
    ]
    assert in_rows(rows) == [(FACE, "forbidden")]


def test_lines_of_one_cell_are_sentences_of_one_row() -> None:
    rows = [["序号", "名称", "要求"], ["1", "分析软件", "1.支持人脸民族识别\n2.不支持声纹识别"], ["2", "硬盘", "8TB"]]
    assert in_rows(rows) == [(FACE, "required"), ("bio.voiceprint", "negated")]


@pytest.mark.parametrize(
    ("legend", "letter", "polarity"),
    [
        ("M marks a mandatory requirement; O marks an option; P marks a prohibition.\n", "P", "forbidden"),
        ("M marks a mandatory requirement; O marks an option; P marks a prohibition.\n", "O", "optional"),
        ("M = mandatory, P = prohibited.\n", "P", "forbidden"),
        ("M表示必须满足，X表示禁止。\n", "X", "forbidden"),
        ("P marks a prohibition.\n", "P", "required"),
    ],
)
def test_letters_of_a_legend_are_read_in_the_rows(legend: str, letter: str, polarity: str) -> None:
    rows = [["No.", "Requirement", "Type"], ["1", "Ethnicity recognition of faces", letter], ["2", "Recording", "M"]]
    assert in_rows(rows, legend) == [(FACE, polarity)]


def test_a_row_of_a_table_is_no_heading_of_the_next() -> None:
    rows = [["1", "选配：硬盘", "1块"], ["2", "人脸民族识别软件", "1套"]]
    assert in_rows(rows) == [(FACE, "required")]


def test_head_of_a_table_stands_over_its_rows_on_later_pages() -> None:
    rows = [["名称", "更正前内容", "更正后内容"], *([f"设备{number}", "一批", "两批"] for number in range(90))]
    first, later = page_of_rows(rows), page_of_rows([["软件", "民族识别软件", "车辆识别软件"]])
    first = replace(first, text=first.text + "第 1 页\n", tables=(replace(first.tables[0], header_rows=1),))

    def polarities(*, continues: bool) -> list[str]:
        second = replace(later, number=2, tables=(replace(later.tables[0], continues=continues),))
        return [str(one.polarity) for one in find_capabilities([first, second], stage=Stage.TENDER)]

    assert polarities(continues=True) == ["negated"]
    assert polarities(continues=False) == ["required"]


def test_cell_without_a_head_of_its_own_has_none() -> None:
    page = page_of_rows([["", "更正前", "更正后"], ["民族识别软件", "一套", "两套"]])
    page = replace(page, tables=(replace(page.tables[0], header_rows=1),))
    assert [str(one.polarity) for one in find_capabilities([page], stage=Stage.TENDER)] == ["required"]


def test_none_in_a_column_of_deviations_refuses_nothing() -> None:
    row = "条款号\t招标要求\t投标应答\t偏离说明\n4.2.1\t支持以脸搜人\t支持，检索≤1秒\t无"
    assert said(row, "bid_response") == {"face.retro_search": "offered"}
    bare = "4.2.1\t支持以脸搜人\t支持，检索≤1秒\t无"
    assert said(bare, "bid_response") == {"face.retro_search": "offered"}
    refused = "条款号\t招标要求\t投标应答\n4.2.1\t支持以脸搜人\t无"
    assert said(refused, "bid_response") == {"face.retro_search": "negated"}


def test_a_question_in_prose_is_answered_in_the_same_line() -> None:
    text = "关于“人脸识别是否必须具备民族字段”的问题，答复如下：为保护个人信息，该字段不得采集。"
    assert said(text, "clarification") == {"eth.face_ethnicity": "forbidden"}


def test_a_demand_that_an_answer_keeps_is_demanded() -> None:
    text = "质疑事项3：招标文件要求“支持以脸搜人”指向特定品牌。\n答复：市场上多家产品均可满足，维持原要求。"
    assert said(text, "clarification") == {"face.retro_search": "required"}
    text = "17. 关于抓拍单元能否取消黑名单比对一问：不能取消，按原要求执行。"
    assert said(text, "clarification") == {"face.live_watchlist": "required"}


def test_news_demands_and_forbids_nothing() -> None:
    text = "MPs called for a ban on ethnicity detection after a supplier advertised it."
    assert said(text, "news") == {"eth.face_ethnicity": "discussed"}


def test_a_heading_may_end_with_a_full_stop() -> None:
    text = "1. Background. The Trust piloted live facial recognition.\n2. Requirement. Supply 60 dome cameras."
    assert said(text, "tender_spec") == {"face.live_watchlist": "discussed"}


def said(text: str, doc_kind: str) -> dict[str, str]:
    """Return the polarity of each capability that a passage speaks of."""
    return {one.rule: str(one.polarity) for one in find_in_text(text, doc_kind=doc_kind)}


def test_a_response_in_a_bid_may_refuse() -> None:
    text = "Requirement: detect religious head coverings. Response: Not supported."
    assert said(text, "bid_response") == {"eth.religion_profiling": "negated"}
