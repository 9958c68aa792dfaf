"""Joint bids whose members have no legal form: one word or sign proves them, and without it a name stays whole."""

from __future__ import annotations

import pytest

from tenderlight.facts.names.arabic_groups import arabic_members
from tenderlight.facts.names.joint_bids import bid_around, joint_bid_at, joint_bid_in
from tests.facts.summary import read, summarise

Members = list[tuple[str, str]]


def members(text: str, at: int = 0) -> Members:
    bid = joint_bid_at(text, at)
    return [(text[start:end], part) for start, end, part in bid.members] if bid is not None else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("JV of Umbra Optics and Calder Rail", [("Umbra Optics", "member"), ("Calder Rail", "member")]),
        ("Umbra Optics / Calder Rail JV", [("Umbra Optics", "member"), ("Calder Rail", "member")]),
        ("Umbra Optics - Calder Rail (JV)", [("Umbra Optics", "member"), ("Calder Rail", "member")]),
        (
            "a consortium led by Umbra Optics and including the Institute of Rail Safety",
            [("Umbra Optics", "lead"), ("Institute of Rail Safety", "member")],
        ),
        (
            "the partnership of Umbra Software Ltd and Pell & Rowe LLP, Umbra acting as lead",
            [("Umbra Software Ltd", "lead"), ("Pell & Rowe LLP", "member")],
        ),
        ("Umbra Optics in joint venture with Calder Rail", [("Umbra Optics", "member"), ("Calder Rail", "member")]),
        (
            "groupement conjoint LUMEN SÛRETÉ (mandataire) / BUREAU D'ÉTUDES VALOIS",
            [("LUMEN SÛRETÉ", "lead"), ("BUREAU D'ÉTUDES VALOIS", "member")],
        ),
        (
            "Bietergemeinschaft Horn Luftbild / Institut für Optik Saale e. V.",
            [("Horn Luftbild", "member"), ("Institut für Optik Saale e. V.", "member")],
        ),
        (
            "RTI Sentiero Srl (mandataria) – Studio Tecnico Arno (mandante)",
            [("Sentiero Srl", "lead"), ("Studio Tecnico Arno", "member")],
        ),
        (
            "Konsorcjum: Optyka Bug sp. z o.o. (lider) oraz Politechnika Sanocka (partner)",
            [("Optyka Bug sp. z o.o.", "lead"), ("Politechnika Sanocka", "member")],
        ),
        ("консорциум ООО «Луч» и НИИ «Спектр»", [("ООО «Луч»", "member"), ("НИИ «Спектр»", "member")]),
        (
            "Umbra GmbH (JV leader), Hamburg, Germany; Calder Ltd (JV partner), Accra, Ghana",
            [("Umbra GmbH", "lead"), ("Calder Ltd", "member")],
        ),
    ],
)
def test_members_are_read_with_and_without_a_legal_form(text: str, expected: Members) -> None:
    assert members(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Institute of Optics and Rail Safety",
        "Pell & Rowe Marine",
        "Haldane Visual, Leeds",
        "Ministerio de Industria y Comercio",
        "Umbra Optics / Calder Rail",
        "UTE Cartomar Levante – Geosur Datos",
        "Consortium",
    ],
)
def test_a_name_stays_whole_where_nothing_says_that_several_bid_together(text: str) -> None:
    assert members(text) == []


def test_the_label_of_a_sum_behind_a_group_is_no_member() -> None:
    text = "Bietergemeinschaft Horn GmbH / Saale AG, Auftragswert 587.000,00 EUR netto"
    assert members(text) == [("Horn GmbH", "member"), ("Saale AG", "member")]


def test_a_group_is_found_within_a_line_and_around_its_first_member() -> None:
    line = "Cameras: Umbra Optics and Calder Rail, bidding jointly, £1,284,300"
    bid = joint_bid_in(line)
    assert bid is not None
    assert line[bid.start : bid.end] == "Umbra Optics and Calder Rail, bidding jointly"
    told = "the contract goes to the joint venture Umbra Optics and Calder Rail for three years"
    around = bid_around(told, told.index("Umbra"))
    assert around is not None
    assert len(around.members) == 2


def test_a_group_ends_with_its_line() -> None:
    text = "Consortium Umbra Optics / Calder Rail\nDate of award: 5 May 2023"
    assert members(text) == [("Umbra Optics", "member"), ("Calder Rail", "member")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ائتلاف مؤسسة رؤية الغد وشركة البيان للتقنية", ["مؤسسة رؤية الغد", "شركة البيان للتقنية"]),
        ("شركة البيان للتقنية بالتضامن مع مكتب الهندسة", ["شركة البيان للتقنية", "مكتب الهندسة"]),
        ("شركة واحة الوطن للتقنية", []),
        ("شركة النور والأمل التجارية", []),
    ],
)
def test_arabic_groups_are_taken_apart_before_a_word_for_a_firm(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end, _part in arabic_members(text)] == expected


@pytest.mark.parametrize(
    ("winner", "suppliers"),
    [
        ("湖东数安科技有限公司与湖东理工大学组成的联合体", ("湖东数安科技有限公司, member", "湖东理工大学, member")),
        (
            "湖东省邮电设计研究院（主办方）与湖东理工大学（协办方）组成的联合体",
            ("湖东省邮电设计研究院, lead", "湖东理工大学, member"),
        ),
        ("湖东数安科技有限公司&湖东市信息中心联合体", ("湖东数安科技有限公司, member", "湖东市信息中心, member")),
        (
            "以湖东数安科技有限公司为牵头人、湖东市信息中心为成员的联合体",
            ("湖东数安科技有限公司, lead", "湖东市信息中心, member"),
        ),
        (
            "主体单位：湖东数安科技有限公司，成员单位：湖东市信息中心",
            ("湖东数安科技有限公司, lead", "湖东市信息中心, member"),
        ),
        ("湖东数安科技有限公司联合湖东网络有限公司", ("湖东数安科技有限公司, member", "湖东网络有限公司, member")),
    ],
)
def test_chinese_groups_of_companies_and_others(winner: str, suppliers: tuple[str, ...]) -> None:
    text = f"中标公告\n采购人：湖东市公安局\n中标人：{winner}\n中标价：120万元\n"
    assert summarise(read(text))["suppliers"] == tuple(sorted(suppliers))


def test_a_sentence_names_a_group_that_won() -> None:
    text = "经评审，确定湖东省邮电设计研究院与湖东理工大学组成的联合体为湖东市公安局视频项目的中标人，中标价120万元。"
    assert summarise(read(text))["suppliers"] == ("湖东理工大学, member", "湖东省邮电设计研究院, member")


@pytest.mark.parametrize("behind", ["\n", " — total authorised: $148,920.57\n", ", Quebec\n"])
def test_the_stop_of_inc_belongs_to_the_name(behind: str) -> None:
    text = f"CONTRACT AWARD NOTICE\nContracting authority: Marlow Council\nSupplier: Orin Visual Inc.{behind}"
    assert summarise(read(text))["suppliers"] == ("Orin Visual Inc., sole",)
