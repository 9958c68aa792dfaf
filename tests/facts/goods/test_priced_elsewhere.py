"""Prices of one that stand apart from the goods, where arithmetic proves whose they are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import LineItemValue


def priced(text: str) -> list[tuple[str, Decimal | None, str]]:
    """The goods told of a text, the price of one, and the last words that they rest on."""
    return [
        (one.value.name, one.value.unit_price, text[one.anchors[-1].start : one.anchors[-1].end])
        for one in read_facts([Page(number=1, text=text)])
        if isinstance(one.value, LineItemValue)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "AWARD NOTICE\nBuyer: Dray Police\nSubject: supply of 250 fingerprint scanners\n"
                "Supplier: Kilnmoor Optics Ltd\nContract value: GBP 47,200.00\nRates: 188.80 and 210.40\n"
            ),
            [("fingerprint scanners", Decimal("188.80"), "188.80")],
        ),
        (
            (
                "CONTRACT AWARD\nBuyer: Dray Police\nSupplier: Kilnmoor Optics Ltd\n"
                "Goods: 650 body cameras and 65 docks\nContract value: GBP 381,550\n"
                "Price: cameras £519 each; docks £680 each; spare clips £4 each\n"
            ),
            [("body cameras", Decimal(519), "519"), ("docks", Decimal(680), "680")],
        ),
        (
            (
                "物资采购合同\n甲方：清河县应急管理局\n乙方：安川纺织有限公司\n"
                "乙方向甲方供应以下物资：棉帐篷（12㎡，NY-ZP12）60顶，每顶2,980元；棉大衣400件，每件165元。\n合同价款总计244,800元\n"
            ),
            [("棉帐篷", Decimal(2980), "2,980"), ("棉大衣", Decimal(165), "165")],
        ),
    ],
    ids=["the price of the award", "prices of all goods make it up", "zh"],
)
def test_a_price_that_arithmetic_proves_is_told_with_its_words(
    text: str, expected: list[tuple[str, Decimal, str]]
) -> None:
    assert priced(text) == expected


HEAD = "AWARD NOTICE\nBuyer: Dray Police\nSupplier: Kilnmoor Optics Ltd\n"


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Subject: supply of 250 fingerprint scanners\nContract value: GBP 47,200.00\nRates: 190.80 and 210.40\n",
        f"{HEAD}Subject: supply of 20 radios\nContract value: GBP 40\nLot 2 of 3\n",
        (
            "AWARD NOTICE\nBuyer: Dray Police\nSupplier: Kilnmoor Optics Ltd\nSubject: supply of 10 radios\n"
            "Losing bid: Brackmoor Ltd, 410.00 each, 4,100.00\nContract value: GBP 4,000.00\n"
        ),
        "INVITATION TO TENDER\nBuyer: Dray Police\nSupply of 10 radios\nLast year: 400.00 each, 4,000.00 in all\n",
    ],
    ids=["no product", "too small to prove anything", "a loser's", "last year's"],
)
def test_what_arithmetic_does_not_prove_is_no_price(text: str) -> None:
    found = priced(text)
    assert found
    assert [price for _name, price, _words in found] == [None] * len(found)
