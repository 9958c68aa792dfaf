"""Names of offices in Russian and Ukrainian."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.names.eastern_offices import is_eastern_body_over
from tenderlight.facts.names.offices import is_office


@pytest.mark.parametrize(
    "name",
    [
        "Сумський національний політехнічний університет",
        "Ковельська районна військова адміністрація",
        "Рахівецька міська рада",
        "12 прикордонний загін",
        "Міська стоматологічна поліклініка № 2",
        "Калуський районний суд Івано-Франківської області",
        "Львівське комунальне підприємство «Світло міста»",
        "Республиканский центр хранения крови при Министерстве здравоохранения",
        "Самарский областной онкологический диспансер",
        "ФГУП «Покровский морской порт»",
        "Воинская часть 12345",
        "Гимназия им. Пушкина г. Орла",
    ],
)
def test_a_noun_for_an_office_tells_one_whatever_stands_around_it(name: str) -> None:
    assert is_office(name)


@pytest.mark.parametrize(
    "name",
    [
        "ООО «Центральная больница»",
        "Частное предприятие «Луч»",
        "Учебный центр Профи",
        "Торговый дом Заречье",
        "Отдел закупок",
        "Часть 1 Камеры",
        "Итоги торгов",
        "Громада купує зупинки",
    ],
)
def test_firms_parts_and_headings_are_none(name: str) -> None:
    assert not is_office(name)


def test_the_office_under_the_name_of_its_council_buys() -> None:
    assert is_eastern_body_over("львівська обласна рада", "комунальне підприємство «лікувальний центр»")
    assert not is_eastern_body_over("комунальне підприємство «лікувальний центр»", "львівська обласна рада")
    letterhead = (
        "Львівська обласна рада\nКомунальне підприємство «Лікувальний центр»\nПРОТОКОЛ № 33\n"
        "рішення уповноваженої особи від 02.04.2024\n"
        "1. Визначити переможцем ТОВ «Фарма-Галич» з ціною пропозиції 734 900,00 грн з ПДВ.\n"
    )
    assert predict(letterhead).buyer == "Комунальне підприємство «Лікувальний центр»"


@pytest.mark.parametrize("sign", ["государственный ", "12 ", "комунальне підприємство «", "ім. "])
def test_long_texts_take_no_time(sign: str) -> None:
    begun = time.process_time()
    is_office(sign * 20_000)
    assert time.process_time() - begun < 2
