"""Bids that stand in lines and clauses without labels."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import AmountValue, BidderValue, BidOutcome, SupplierValue

OPENING = """监狱门禁系统询价采购成交结果
项目编号 JL-XJ-2021-27
各供应商报价如下（单位：万元）：
1　北斗智联科技有限公司　36.90
2　江城电子有限公司　　35.75（未提供授权，无效）
3　正阳安防工程有限公司　37.50
经询价小组推荐，成交供应商为北斗智联科技有限公司。
采购人：松桦监狱
2021年5月13日
"""


def values(text: str) -> list[object]:
    return [one.value for one in read_facts([Page(number=1, text=text)])]


def test_losers_keep_their_prices_and_the_winner_has_the_price() -> None:
    found = values(OPENING)
    bids = {one.name: (one.outcome, one.amount) for one in found if isinstance(one, BidderValue)}
    assert bids == {
        "江城电子有限公司": (BidOutcome.LOST, Decimal(357500)),
        "正阳安防工程有限公司": (BidOutcome.LOST, Decimal(375000)),
    }
    assert [one.amount for one in found if isinstance(one, AmountValue)] == [Decimal(369000)]
    assert [one.name for one in found if isinstance(one, SupplierValue)] == ["北斗智联科技有限公司"]


def test_a_printed_price_comes_before_that_of_a_bid() -> None:
    found = values(OPENING.replace("采购人：", "成交金额：36万元\n采购人："))
    assert [one.amount for one in found if isinstance(one, AmountValue)] == [Decimal(360000)]


def test_bids_without_a_winner_give_no_price() -> None:
    found = values(OPENING.replace("成交供应商为北斗智联科技有限公司", "结果另行公告"))
    assert [one for one in found if isinstance(one, AmountValue | SupplierValue)] == []


@pytest.mark.parametrize(
    ("text", "supplier", "amount", "others"),
    [
        (
            (
                "门禁询价结果\n经询价，三家供应商报价分别为：杭州明眸科技有限公司38.6万元，浙江慧安电子有限公司39.2万元，"
                "宁波远视智能有限公司41万元。确定杭州明眸科技有限公司为成交供应商。"
            ),
            "杭州明眸科技有限公司",
            386_000,
            {"浙江慧安电子有限公司": 392_000, "宁波远视智能有限公司": 410_000},
        ),
        (
            (
                "采购结果\n2021年4月，成都智联科技公司、四川蓝盾信息公司和绵阳天网公司分别报价26.8万元、27.5万元、28万元，"
                "最终成都智联科技公司中选。"
            ),
            "成都智联科技公司",
            268_000,
            {"四川蓝盾信息公司": 275_000, "绵阳天网公司": 280_000},
        ),
        (
            (
                "询价记录\n响应供应商依次报价为甲骨信息技术有限公司96000元、乙木科技有限公司98400元，"
                "成交单位：甲骨信息技术有限公司。"
            ),
            "甲骨信息技术有限公司",
            96_000,
            {"乙木科技有限公司": 98_400},
        ),
    ],
)
def test_bids_in_one_sentence(text: str, supplier: str, amount: int, others: dict[str, int]) -> None:
    """Each name has its own price, in whichever order they stand; the winner's is the price."""
    statements = read_facts([Page(number=1, text=text)])
    suppliers = [one.value.name for one in statements if isinstance(one.value, SupplierValue)]
    amounts = [one.value.amount for one in statements if isinstance(one.value, AmountValue)]
    bids = {one.value.name: one.value.amount for one in statements if isinstance(one.value, BidderValue)}
    assert suppliers == [supplier]
    assert amounts == [Decimal(amount)]
    assert bids == {name: Decimal(price) for name, price in others.items()}


@pytest.mark.parametrize(
    "text",
    [
        "询价结果\n甲山科技有限公司、乙水电子有限公司分别报价26.8万元。确定乙水电子有限公司为成交供应商。",
        "询价结果\n甲山科技有限公司和乙水电子有限公司分别报价26.8万元、27万元、28万元。确定乙水电子有限公司为成交供应商。",
        "询价结果\n三家公司报价分别为26.8万元、27万元、28万元。确定乙水电子有限公司为成交供应商。",
    ],
)
def test_prices_without_a_name_each_are_nobodys(text: str) -> None:
    """More prices than names, or fewer: none is given to anybody."""
    statements = read_facts([Page(number=1, text=text)])
    assert not [one for one in statements if isinstance(one.value, (AmountValue, BidderValue))]
