"""Limits that sentences of Russian and Ukrainian papers state."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        (
            "Отмена закупки\nЗаказчик: МКУ «Свет»\nАукцион отменён. НМЦК составляла 990 000 руб.\n",
            "ceiling 990000 RUB",
        ),
        (
            (
                "Протокол заседания комиссии\nЗаказчик: МКУ «Свет»\nПредложение отклонить как "
                "превышающее ориентировочную стоимость 7 900,00 BYN, процедуру признать несостоявшейся.\n"
            ),
            "estimate 7900 BYN",
        ),
        (
            "Звіт про результати\nЗамовник: КП «Світло»\nПереможець: ТОВ «Газ»\nОчікувана вартість була 760 000 грн\n",
            "estimate 760000 UAH",
        ),
    ],
)
def test_a_limit_in_a_sentence_is_read(text: str, limit: str) -> None:
    assert limit in str(summarise(read(text))["amounts"])
