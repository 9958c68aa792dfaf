"""Sums that Russian and Ukrainian papers change."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

_HEAD = "Дополнительное соглашение № 2 к контракту № 88/21 от 03.03.2021\nЗаказчик: МКУ «Свет»\nПоставщик: ООО «Луч»\n"


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        (
            f"{_HEAD}Сумма договора 4 480 000 тенге изменяется на 4 032 000 тенге.\n",
            ("contract 4032000 KZT", "superseded 4480000 KZT"),
        ),
        (
            f"{_HEAD}Цена контракта составляет 5 346 000,00 руб. (прежняя цена 4 860 000,00 руб.).\n",
            ("contract 5346000 RUB", "superseded 4860000 RUB"),
        ),
        (
            (
                "Информация об изменении контракта\nЗаказчик: МКУ «Свет»\nПоставщик: ООО «Луч»\n"
                "Цена контракта до изменения 8 400 000,00 руб., цена контракта после изменения 9 156 000,00 руб.\n"
            ),
            (" 9156000 RUB", "superseded 8400000 RUB"),
        ),
        (
            (
                "ПОВІДОМЛЕННЯ ПРО ВНЕСЕННЯ ЗМІН ДО ДОГОВОРУ\nЗамовник: КП «Світло»\nПостачальник: ТОВ «Газ»\n"
                "Опис змін: ціну договору зменшено з 2 450 000,00 грн до 2 210 000,00 грн\n"
            ),
            (" 2210000 UAH", "superseded 2450000 UAH"),
        ),
        (
            "ИЗМЕНЕНИЕ ИЗВЕЩЕНИЯ\nЗаказчик: МКУ «Свет»\nНМЦК было 5 980 000,00 руб., стало 6 440 000,00 руб.\n",
            ("ceiling 6440000 RUB",),
        ),
    ],
)
def test_the_new_sum_holds_and_the_old_one_stays_beside_it(text: str, amounts: tuple[str, ...]) -> None:
    found = str(summarise(read(text))["amounts"])
    assert all(one in found for one in amounts)
    assert found.count(",") == len(amounts) - (len(amounts) > 1)


def test_the_price_of_one_is_not_that_of_the_contract() -> None:
    text = f"{_HEAD}Увеличить цену за единицу товара с 7,90 руб. до 8,68 руб. за шт.\nЦена контракта: 395 000,00 руб.\n"
    assert summarise(read(text))["amounts"] == ("contract 395000 RUB",)
