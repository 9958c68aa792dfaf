"""Numbers that blanks have torn apart."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.languages.money import find_amounts
from tenderlight.languages.torn_numbers import mended, torn_numbers


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("人民币1,0 56,000.00 元", "1056000"),
        ("¥1,23 4,567.00", "1234567"),
        ("￥1, 056,000.00", "1056000"),
        ("1,056, 120.00元", "1056120"),
        ("1,0 0 0,5 00元", "1000500"),
        ("中标价：人民币 2 ,480,000元", "2480000"),
        ("RMB 3, 600,000.5 0", "3600000.5"),
        ("HK$12, 450,0 00", "12450000"),
    ],
)
def test_a_torn_number_is_read_as_one(text: str, amount: str) -> None:
    found = find_amounts(text)
    assert [one.amount for one in found] == [Decimal(amount)]
    assert text[found[0].start : found[0].end].count(" ") >= 1


@pytest.mark.parametrize("text", ["数量 3, 250 台", "第 1, 2, 300 条", "12, 345元", "2,000,000元", "见 4, 500 号"])
def test_numbers_of_a_list_are_left_alone(text: str) -> None:
    assert torn_numbers(text) == []
    assert mended(text, []) == text


def test_a_mended_text_is_as_long_as_before() -> None:
    text = "共1,0 56,000.00元,另¥2, 500,000"
    torn = torn_numbers(text)
    assert len(torn) == 2
    assert len(mended(text, torn)) == len(text)


@pytest.mark.parametrize(
    "unit", ["1", "1,", "1 ,", ", 1", "1 2", "1,0 0", " ", ",", "元", "¥1, ", "1,000 ", "1.", ". "]
)
def test_equal_signs_cost_little(unit: str) -> None:
    assert len(torn_numbers(unit * 1_000)) <= 1_000
