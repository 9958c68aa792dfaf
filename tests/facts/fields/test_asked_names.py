"""Names below the word for a party, behind what asks for them."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

_END = "Предмет: камеры\nЦена контракта: 120 000,00 руб.\nДата заключения контракта: 04.03.2022\n"


@pytest.mark.parametrize(
    ("text", "supplier"),
    [
        (
            (
                "Информация о контракте\nЗаказчик\nНаименование организации: МКУ «Свет»\nПоставщик\n"
                f"Полное наименование: ООО «Луч»\n{_END}"
            ),
            "ООО «Луч», sole",
        ),
        (
            (
                "Информация о контракте\nЗаказчик\nПолное наименование заказчика\nМКУ «Свет»\n"
                "Информация о поставщиках\nНаименование юридического лица (ф.и.о. физического лица)\nООО «Луч»\n"
                f"Адрес места нахождения\nг. Тула\n{_END}"
            ),
            "ООО «Луч», sole",
        ),
        (
            (
                "Информация о контракте\nЗаказчик: МКУ «Свет»\nИнформация о поставщиках\n"
                f"Организация | Страна, код | ИНН | Адрес\nООО «Луч» | Россия, 643 | 7100000000 | г. Тула\n{_END}"
            ),
            "ООО «Луч», sole",
        ),
    ],
)
def test_the_parties_of_a_card_are_read(text: str, supplier: str) -> None:
    found = summarise(read(text))
    assert found["buyer"] == ("МКУ «Свет»",)
    assert found["suppliers"] == (supplier,)
