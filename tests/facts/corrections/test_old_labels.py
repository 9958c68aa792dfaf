"""Corrections in one sentence that call a label the old one: what was stays beside what is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("sentence", "amount", "flag"),
    [
        ("原中标金额“286.5万元”更正为“268.5万元”，其他内容不变。", Decimal(2_685_000), "superseded_amount:2865000"),
        ("原成交金额为41.2万元，现更正为40.2万元。", Decimal(402_000), "superseded_amount:412000"),
        ("原来的合同金额:19.8万元,变更为:18.9万元。", Decimal(189_000), "superseded_amount:198000"),
    ],
)
def test_the_old_value_is_kept_and_the_new_one_holds(sentence: str, amount: Decimal, flag: str) -> None:
    """The new amount is the price; the old one is told as superseded."""
    notice = predict(f"更正公告\n项目编号：AB-2020-7\n更正内容：{sentence}\n采购人：青原县公安局")
    assert notice.amount == amount
    assert flag in notice.flags


@pytest.mark.parametrize(
    "sentence",
    [
        "原中标供应商“甲山公司”因故放弃，项目“二期工程”更正为重新采购。",
        "原中标金额不变，联系人“张三”更正为“李四”。",
    ],
)
def test_no_amount_is_read_from_what_is_none(sentence: str) -> None:
    """A label without an amount gives none, nor does the sentence of another field."""
    assert predict(f"更正公告\n项目编号：AB-2020-7\n更正内容：{sentence}\n采购人：青原县公安局").amount is None


def test_a_heading_over_the_first_notice_takes_nothing_back() -> None:
    text = (
        "更正公告\n一、原公告信息\n项目编号：HD2024-GK-0056\n采购人：湖东区委政法委员会\n二、更正信息\n"
        "中标金额由30000元变更为40000元\n更正日期：2024-01-16\n"
    )
    notice = predict(text)
    assert notice.buyer == "湖东区委政法委员会"
    assert notice.project_number == "HD2024-GK-0056"
    assert str(notice.date) == "2024-01-16"
