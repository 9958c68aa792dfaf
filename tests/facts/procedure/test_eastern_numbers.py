"""Numbers of procedures and contracts in notices in Cyrillic letters that no label gives."""

from __future__ import annotations

import pytest

from tenderlight.model.values import ProjectNumberValue
from tests.facts.summary import read


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("ДОГОВІР № 56 про закупівлю\nПокупець: КП «Світло»\nСума договору: 49 680,00 грн\n", "56"),
        ("Договор поставки №93 от 25.08.2022. Покупатель: МКУ «Свет». Цена договора 10 000 руб.", "93"),
        ("Додаткова угода № 1 до Договору № 77 від 12.03.2020. Замовник: КП «Світло».", "77"),
        ("РЕШЕНИЕ о выборе поставщика\n№ 5-зк от 18.04.2022\nПобедитель: ООО «Луч», 10 000 руб.\n", "5-зк"),
        ("Итоги закупки: № 32515002188, победитель ООО «Луч», 10 000 руб.\n", "32515002188"),
        ("Договор № 31/12-2020 от 31 декабря 2020 г. Заказчик: МКУ «Свет».", "31/12-2020"),
        (
            "Контракт от 03.12.2018 № 0329100013418000111-0008301-02\nЗаказчик: МКУ «Свет»\n",
            "0329100013418000111-0008301-02",
        ),
        ("Акт № 6\nДоговір: № 3/М-20 від 14.01.2020, ціна договору 540 000,00 грн\nЗамовник: КП «Світло»\n", "3/М-20"),
        ("Протокол № 2\nЗакупка № 0190200000321003417\nПобедитель: ООО «Луч», 10 000 руб.\n", "0190200000321003417"),
    ],
)
def test_the_first_number_is_that_of_the_procedure_or_contract(text: str, number: str) -> None:
    found = [one.value.number for one in read(text) if isinstance(one.value, ProjectNumberValue)]
    assert found[:1] == [number]
