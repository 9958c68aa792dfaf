"""Sellers whose form is written out in small letters in Russian contracts."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    "seller",
    [
        "индивидуальный предприниматель Ершов Пётр Ильич",
        "товарищество с ограниченной ответственностью «Аула»",
    ],
)
def test_the_seller_is_named_in_the_opening(seller: str) -> None:
    text = (
        f"КОНТРАКТ № 17-ЕП\nГБУЗ «Верхнедонская больница» (Заказчик) и {seller} (Поставщик) заключили контракт.\n"
        "Цена контракта составляет 285 000 рублей 00 копеек.\n"
    )
    assert summarise(read(text))["suppliers"] == (f"{seller}, sole",)


def test_who_bid_alone_and_is_taken_is_the_supplier() -> None:
    text = (
        "Протокол рассмотрения единственной заявки № 0853500000320004411\nЗаказчик: МБУ «Транспорт»\n"
        "Подана одна заявка: ООО «Рельс». Аукцион признан несостоявшимся. "
        "Контракт заключается с единственным участником по цене 1 440 000,00 руб.\n"
    )
    found = summarise(read(text))
    assert (found["stage"], found["suppliers"]) == ("award", ("ООО «Рельс», sole",))
