"""A sentence names what its quotes hold; what was read beside them is told apart, in both languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tenderlight.model.edit import Edit
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    BidderValue,
    BidOutcome,
    ComponentValue,
    LineItemValue,
    MarkValue,
    MarkWeight,
    RegionValue,
    ScoreValue,
    StageValue,
    Value,
)
from tenderlight.publish.dossier_sentences import sentence_of
from tenderlight.publish.dossier_subjects import Subject, subject_of
from tests.made_claims import made_claim

ITEM = LineItemValue(name="人像应用软件", brand="云岫", model="YX-Face V2.0", quantity=Decimal(12), unit="套")
PART = ComponentValue(name="GPU加速卡", maker="曜核", model="YH-T40", quantity_per_unit=Decimal(2), part_of="服务器")


@pytest.mark.parametrize(
    ("value", "quotes", "words", "beside"),
    [
        (
            ITEM,
            ["人像应用软件", "云岫"],
            "人像应用软件 (brand as printed: 云岫)",
            ("model: YX-Face V2.0", "quantity: 12 套"),
        ),
        (
            ITEM,
            ["人像应用软件 云岫 yx-face v2.0 12 套"],
            "人像应用软件 (brand as printed: 云岫; model: YX-Face V2.0; quantity: 12 套)",
            (),
        ),
        (
            ITEM,
            ["人像应用软件 112 套 12.5"],
            "人像应用软件",
            ("brand as printed: 云岫", "model: YX-Face V2.0", "quantity: 12 套"),
        ),
        (
            PART,
            ["曜核 YH-T40"],
            "maker as printed: 曜核 (model: YH-T40)",
            ("GPU加速卡", "in each: 2", "part of: 服务器"),
        ),
        (
            PART,
            ["卡"],
            "GPU加速卡",
            ("GPU加速卡", "maker as printed: 曜核", "model: YH-T40", "in each: 2", "part of: 服务器"),
        ),
        (
            ScoreValue(score=Decimal("88.42"), score_kind="综合得分", party="甲公司"),
            ["88.42", "甲公司"],
            "甲公司: 88.42",
            ("points of: 综合得分",),
        ),
        (
            BidderValue(name="甲公司", outcome=BidOutcome.CANDIDATE, rank=2, percent=Decimal(3), percent_kind="下浮率"),
            ["甲公司 3%"],
            "甲公司 (下浮率 3 %)",
            ("place in the order of candidates: 2",),
        ),
        (
            AmountValue(
                amount_kind=AmountKind.CONTRACT,
                amount=Decimal(70_000),
                currency="CNY",
                period="每年",
                tax_included=True,
            ),
            ["7万元"],
            "70,000 CNY",
            ("for: 每年", "tax included"),
        ),
        (MarkValue(mark="★", weight=MarkWeight.IMPORTANT), ["★"], "“★”, not meeting such a demand costs points", ()),
        (StageValue(stage="award"), ["中标公告"], "award", ()),
    ],
)
def test_what_the_quotes_do_not_hold_is_told_apart(
    value: Value, quotes: list[str], words: str, beside: tuple[str, ...]
) -> None:
    assert subject_of(value, "en", quotes) == Subject(words=words, beside=beside)
    chinese = subject_of(value, "zh", quotes)
    assert len(chinese.beside) == len(beside)
    assert subject_of(value, "en").beside == ()


def test_a_place_is_named_as_printed_and_what_it_lies_in_is_the_programs_word() -> None:
    value = RegionValue(country="CN", admin1="浙江省", place="澜水县")
    assert subject_of(value, "en", ["澜水县"]) == Subject(words="澜水县", places="浙江省, CN")
    assert subject_of(value, "zh", ["浙江省澜水县"]) == Subject(words="澜水县、浙江省", places="CN")
    says = sentence_of(made_claim(value, text="澜水县"), "en").says
    assert says.endswith("names this place: 澜水县. By this program's list of places it lies in 浙江省, CN.")


def test_a_sentence_says_what_was_read_beside_and_not_where_a_person_put_the_value_right() -> None:
    claim = made_claim(ITEM, text="人像应用软件")
    assert "Read beside these words, and not quoted here: brand as printed: 云岫;" in sentence_of(claim, "en").says
    assert "此处未引用：所印品牌：云岫；" in sentence_of(claim, "zh").says
    corrected = replace(claim, edit=Edit(value=replace(ITEM, quantity=Decimal(21))))
    assert "quantity: 21 套" in sentence_of(corrected, "en").says
    assert "not quoted" not in sentence_of(corrected, "en").says
