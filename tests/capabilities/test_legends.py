"""Marks mean what the legend of the document says, in whatever words; without a legend a claim says so."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_capabilities, find_in_text
from tenderlight.model.document import Page
from tenderlight.model.statement import Stage, Statement

FACE = "eth.face_ethnicity"


def found(text: str) -> list[Statement]:
    pages = [Page(number=1, text=text)]
    return [one for one in find_capabilities(pages, stage=Stage.TENDER) if one.rule == FACE]


@pytest.mark.parametrize(
    ("legend", "line", "polarity"),
    [
        ("注：带△号的为选配项。", "△ 支持民族识别", "optional"),
        ("说明：标注“▲”的参数为可选功能，由投标人自行决定是否响应。", "▲支持民族识别", "optional"),
        ("“★”表示选配。", "3.2 ★民族识别", "optional"),
        ("凡标有“※”符号的功能本期不采购。", "※民族识别", "negated"),
        ("★：可选项；▲：必须满足。", "★支持民族识别", "optional"),
        ("★：可选项；▲：必须满足。", "▲支持民族识别", "required"),
        ("打“●”的为标准配置。", "● 民族识别", "standard"),
        ("以“◆”标记的内容属于二期预留。", "◆民族识别", "optional"),
        ("* = optional, priced separately.", "* ethnicity recognition of faces", "optional"),
        ("Items marked with an asterisk (*) are options.", "* Ethnicity recognition of faces", "optional"),
        ("Features marked ▲ are prohibited.", "▲ Ethnicity recognition of faces", "forbidden"),
        ("★ denotes an optional item.", "★ Ethnicity recognition of faces", "optional"),
        ("Символом * отмечены опциональные функции.", "* распознавание этнической принадлежности лиц", "optional"),
        ("Las funciones marcadas con (*) son opcionales.", "* reconocimiento de la etnia de los rostros", "optional"),
        ("Le signe * désigne une option.", "* reconnaissance de l'origine ethnique des visages", "optional"),
    ],
)
def test_a_legend_decides(legend: str, line: str, polarity: str) -> None:
    assert [str(one.polarity) for one in found(f"{legend}\n{line}\n")] == [polarity]


@pytest.mark.parametrize(
    ("rows", "polarity"),
    [
        ("符号\t含义\n★\t实质性条款，必须满足\n▲\t选配\n序号\t功能\n1\t▲支持民族识别\n", "optional"),
        ("符号\t含义\n★\t实质性条款，必须满足\n▲\t选配\n序号\t功能\n1\t★支持民族识别\n", "required"),
        ("Mark\tMeaning\n▲\toptional\nNo.\tFunction\n1\t▲ ethnicity recognition of faces\n", "optional"),
        ("注：★为选配。\n序号\t标记\t功能\n1\t★\t民族识别\n", "optional"),
    ],
)
def test_a_legend_may_be_a_table_and_a_mark_may_have_its_cell(rows: str, polarity: str) -> None:
    assert [str(one.polarity) for one in found(rows)] == [polarity]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("★支持民族识别。", True),
        ("▲支持民族识别。", True),
        ("★条款为实质性要求。\n★支持民族识别。", False),
        ("带“★”的指标必须满足，否则投标无效。\n★支持民族识别。", False),
        ("支持民族识别。", False),
        ("★支持民族识别（选配）。", False),
    ],
)
def test_without_a_legend_the_claim_says_so(text: str, says: bool) -> None:
    (one,) = found(text)
    assert any("no legend" in against for against in one.against) is says


def test_a_legend_is_no_finding_and_a_marked_demand_is_no_legend() -> None:
    assert not found("★号条款为实质性要求，不满足按无效投标处理。")
    text = "★民族识别为必备功能。\n★支持选配硬盘。\n★支持民族识别。"
    assert {str(one.polarity) for one in found(text)} == {"required"}


def test_what_follows_from_not_meeting_a_mark_is_not_its_meaning() -> None:
    text = "带★号条款为实质性要求，任何一条不满足的投标无效。\n★民族识别"
    assert [str(one.polarity) for one in found(text)] == ["required"]
    (one,) = find_in_text("▲民族识别", doc_kind="tender_spec")
    assert str(one.polarity) == "required"
