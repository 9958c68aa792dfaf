"""Bids that stand in lines and clauses without labels."""

from __future__ import annotations

from decimal import Decimal

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
