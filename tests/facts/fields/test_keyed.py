"""Fields that hold several values, each behind a key of its own."""

from __future__ import annotations

from decimal import Decimal

from tenderlight.evaluate.facts import predict


def test_winners_and_prices_behind_the_same_keys_are_those_of_lots() -> None:
    found = predict(
        "批出合約公告\n合約編號：WK/9\n承辦商：(甲部) 灣景科技有限公司；(乙部) Northkey Limited\n"
        "合約金額：(甲部) 港幣4,260,000元；(乙部) 港幣1,980,000元\n批出日期：2023年6月30日"
    )
    assert [(one.lot, one.supplier, one.amount) for one in found.lots] == [
        ("甲部", "灣景科技有限公司", Decimal(4260000)),
        ("乙部", "Northkey Limited", Decimal(1980000)),
    ]


def test_numbers_before_joint_winners_are_no_lots() -> None:
    found = predict(
        "Contract award\nBuyer: City of Lorna\nContractor: (1) Kite Ltd; (2) Reef Ltd\nContract price: GBP 90,000\n"
        "Award date: 3 May 2022"
    )
    assert not found.lots
