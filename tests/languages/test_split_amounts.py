"""Amounts told in two numbers, and numbers that stand side by side and are two amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.languages.money import find_amounts


@pytest.mark.parametrize(
    ("text", "amount", "currency", "written"),
    [
        ("на сумму 5 млн 640 тыс. рублей.", "5640000", "RUB", "5 млн 640 тыс. рублей"),
        ("1 млрд 250 млн тенге", "1250000000", "KZT", "1 млрд 250 млн тенге"),
        ("2 миллиона 300 тысяч рублей", "2300000", "RUB", "2 миллиона 300 тысяч рублей"),
        ("1 мільйон 200 тисяч гривень", "1200000", "UAH", "1 мільйон 200 тисяч гривень"),
        ("for 1 crore 20 lakh rupees", "12000000", "INR", "1 crore 20 lakh rupees"),
        ("US$ 4 millones 500 mil", "4500000", "USD", "US$ 4 millones 500 mil"),
        ("4 millones y 500 mil dólares", "4500000", "USD", "4 millones y 500 mil dólares"),
        ("por R$ 9 milhões e 250 mil", "9250000", "BRL", "R$ 9 milhões e 250 mil"),
        ("9 milhões 250 mil reais", "9250000", "BRL", "9 milhões 250 mil reais"),
        ("R$ 2 mil e 300 milhões", "2300000000", "BRL", "R$ 2 mil e 300 milhões"),
    ],
)
def test_two_numbers_are_one_amount(text: str, amount: str, currency: str, written: str) -> None:
    """The whole is given with all that was written."""
    found = find_amounts(text, decimal_mark=",")
    assert [(one.amount, one.currency, text[one.start : one.end]) for one in found] == [
        (Decimal(amount), currency, written)
    ]


def test_half_of_an_amount_has_no_currency() -> None:
    """Where the word for the size of the second number is not known, the first is not given as the whole."""
    assert [one.currency for one in find_amounts("6 Millionen 200 Tausend Euro", decimal_mark=",")] == [None]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("17,3 млн рублей 18 млн рублей", ["17300000", "18000000"]),
        ("10 млн 5 млн рублей", ["10000000", "5000000"]),
        ("3 million euros 2 million euros", ["3000000", "2000000"]),
        ("2,5 million 300 thousand euros", ["2500000", "300000"]),
        ("USD 3 million EUR 200 thousand", ["3000000", "200000"]),
        ("5 млн рублей, 640 тыс. рублей", ["5000000", "640000"]),
    ],
)
def test_two_amounts_side_by_side_stay_two(text: str, amounts: list[str]) -> None:
    """Sizes that do not fall, another currency, a comma or a fraction say that the second number is its own."""
    assert [str(one.amount) for one in find_amounts(text, decimal_mark=",")] == amounts


@pytest.mark.parametrize("text", ["3 million 5 cameras", "6 million 4 items", "2 mil 300 metros"])
def test_what_is_counted_behind_is_no_money(text: str) -> None:
    """A plain number behind millions counts something else."""
    assert all(one.amount in {Decimal(3_000_000), Decimal(6_000_000)} for one in find_amounts(text, decimal_mark=","))


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("$ 90.000.000 pesos colombianos", "COP"),
        ("$ 90.000.000 de pesos chilenos", "CLP"),
        ("$2,100,000.00 pesos M.N.", "MXN"),
        ("$ 5.000.000 de pesos", None),
    ],
)
def test_pesos_are_of_the_country_behind_them(text: str, currency: str | None) -> None:
    """The sign of the peso is many countries'; only a word behind the amount says which."""
    assert [one.currency for one in find_amounts(text, decimal_mark="." if "," in text else ",")] == [currency]
