"""The day of the contract to which certificates and lists of goods refer."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

_REST = "Заказчик: МКУ «Свет»\nИсполнитель: ООО «Луч»\nСтоимость услуг: 10 000 руб.\n"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("АКТ № 3 приёмки оказанных услуг по контракту № 402-ОК/19 от 01.02.2019\n", "contract 2019-02-01"),
        ("АКТ СДАЧИ-ПРИЕМКИ № 2\nпо договору подряда № 14/21 от 17.06.2021 г.\n", "contract 2021-06-17"),
        (
            "Акт приймання-передачі № 6 від 30.06.2022\nдо договору від 03 червня 2020 р. № 54/20\n",
            "contract 2020-06-03",
        ),
        ("Спецификация к контракту № 31 от 09.12.2024\n", "contract 2024-12-09"),
    ],
)
def test_the_day_of_the_contract_is_read(head: str, day: str) -> None:
    assert day in str(summarise(read(head + _REST))["dates"])
