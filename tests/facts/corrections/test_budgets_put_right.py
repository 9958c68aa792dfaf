"""Budgets that Chinese corrections raise or lower: the new one counts, and the old one is told as taken back."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

_HEAD = "更正公告\n原公告的采购项目编号：YQ-2022-56\n首次公告日期：2022年6月1日\n更正内容：\n"
_FOOT = "\n更正日期：2022年6月10日\n采购人：云桥市公安局"


@pytest.mark.parametrize(
    "said",
    [
        "2、原预算金额“1,980,000.00元”，现更正为“2,360,000.00元”；",
        "原预算金额“198万元”现调整为“236万元”。",
        "原采购预算198万元，现调整为236万元。",
        "预算金额由198万元调整为236万元。",
    ],
)
def test_a_budget_put_right_is_the_new_one(said: str) -> None:
    found = predict(_HEAD + said + _FOOT)
    assert found.amount_kind == "budget"
    assert set(found.flags) == {"budget:2360000", "superseded_amount:1980000"}


def test_two_discounts_under_one_label_are_not_one_rate() -> None:
    text = "成交公告\n项目编号：A-2022-6\n成交单位：河滨顺驰汽车修理厂\n成交价：工时费优惠15%、配件优惠10%\n"
    assert predict(text).percent is None
