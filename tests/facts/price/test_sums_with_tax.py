"""Sums beside words of tax, in words for a currency that are cut short, and of what was taken over."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.languages.money import find_amounts


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("pour un montant de FCFA TTC 107 325 000", ["107325000 XOF"]),
        ("soit FCFA HTVA 90 000 000", ["90000000 XOF"]),
        ("MAD TTC : 120 000,00", ["120000 MAD"]),
        ("EUR HT 45 000,00", ["45000 EUR"]),
        ("Всего: 6 990 000 тг с учётом НДС", ["6990000 KZT"]),
        ("итого 310 000 тнг", ["310000 KZT"]),
        ("сумма 343 400 леев", ["343400 MDL"]),
    ],
)
def test_the_currency_is_read(text: str, amounts: list[str]) -> None:
    found = find_amounts(text, decimal_mark=",")
    assert [f"{one.amount:.0f} {one.currency}" for one in found] == amounts
    assert not any(one.per_unit for one in found)


@pytest.mark.parametrize(
    ("text", "is_per_unit"),
    [
        ("343 400 лей / с НДС 412 080 лей", False),
        ("1 200 € / HT", False),
        ("1 200 € / mois", True),
        ("500 руб/сутки", True),
        ("30 €/h", True),
    ],
)
def test_a_stroke_before_words_of_tax_is_no_rate(text: str, is_per_unit: bool) -> None:
    assert find_amounts(text, decimal_mark=",")[0].per_unit is is_per_unit


def test_words_of_tax_do_not_join_the_currency_of_one_sum_with_the_next_number() -> None:
    found = find_amounts("1200 EUR HT 500 unités", decimal_mark=",")
    assert [(one.amount, one.currency) for one in found] == [(Decimal(1200), "EUR")]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        (
            (
                "PROTOKÓŁ ODBIORU KOŃCOWEGO\nZamawiający: Gmina Miejska\nWykonawca: Dialog Sp. z o.o.\n"
                "Wartość odebranych dostaw: 24 994,00 zł brutto\n"
            ),
            24994,
        ),
        (
            (
                "Документ о приемке № 18 от 22.12.2023\nЗаказчик: ФКУ «Центр»\nПоставщик: АО «Радио»\n"
                "Итого принято: 2 730 000,00 руб. Неустойка (удержана): 4 095,00 руб. К оплате: 2 725 905,00 руб.\n"
            ),
            2730000,
        ),
        (
            (
                "АКТ приёма-передачи товаров № 3 от 19.12.2023\nЗаказчик: КГУ «Служба»\nПоставщик: ТОО «Дрон»\n"
                "Всего: 6 990 000 тг с учётом НДС. Неустойка: 0.\n"
            ),
            6990000,
        ),
        (
            (
                "Решение о присуждении № 21\nЗакупающий орган: «Школа», Республика Молдова\n"
                "рабочая группа РЕШИЛА присудить договоры:\nSRL «Mobila» – лот 1, парты, сумма без НДС 138 000 лей / с "
                "НДС 165 600 лей\nSRL «Compu» – лот 2, компьютеры, сумма без НДС 187 000 лей / с НДС 224 400 лей\n"
                "ИТОГО без НДС 325 000 лей / с НДС 390 000 лей\n"
            ),
            325000,
        ),
    ],
)
def test_the_price_is_that_of_all_that_was_taken(text: str, amount: int) -> None:
    assert predict(text).amount == amount


def test_a_budget_beside_words_of_tax_is_no_price() -> None:
    text = "Avis d'attribution\nAcheteur : Commune de Valmont\nTitulaire : Optivue SA\nBudget : FCFA TTC 9 000 000\n"
    assert predict(text).amount is None


@pytest.mark.parametrize(
    "text",
    [
        (
            "РАСПОРЯЖЕНИЕ\nО присуждении договора\nЗаказчик: Управление дорог района Чадыр\n"
            "Присудить договор ООО «Бета Софт», цена с НДС 171 360 леев (без НДС 142 800 леев).\n"
        ),
        (
            "ПРОТОКОЛ\nЗаказчик: МКУ «Горсвет»\nПобедитель: ООО «Линза», предложение с НДС 120 000 руб. "
            "(без НДС 100 000 руб.)\n"
        ),
        (
            "АКТ\nЗамовник: Управління освіти Калинівської міської ради\n"
            "Переможець: ТОВ «Лінза», сума з ПДВ 120 000 грн (без ПДВ 100 000 грн)\n"
        ),
    ],
    ids=["MD", "RU", "UA"],
)
def test_of_a_sum_with_tax_the_one_without_it_is_not_told_alone(text: str) -> None:
    assert predict(text).amount not in {100_000, 142_800}
