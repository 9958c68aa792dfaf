"""Regions in Cyrillic letters, and the place and number behind the name of an organisation."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.names.eastern_places import TOWN, end_before_place, find_region, region_name


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("Департамент связи Камчатского края", "Камчатский край"),
        ("КАЗЕННОЕ УЧРЕЖДЕНИЕ ЯМАЛО-НЕНЕЦКОГО АВТОНОМНОГО ОКРУГА", "Ямало-Ненецкий автономный округ"),
        ("350000, край Краснодарский, ул. Мира", "Краснодарский край"),
        ("Министерство Республики Карелия", "Республика Карелия"),
        ("интернат Чувашской Республики", "Чувашская Республика"),
        ("суд Івано-Франківської області", "Івано-Франківська область"),
        ("центр (Донецька область)", "Донецька область"),
        ("Еврейской автономной области", "Еврейская автономная область"),
        ("м. Чортківець Тернопільська обл.", "Тернопільська обл."),
        ("акимат области Жетісу", "область Жетісу"),
    ],
)
def test_a_region_is_called_by_its_name_in_whatever_case(written: str, called: str) -> None:
    found = find_region(written)
    assert found is not None
    assert region_name(found[0]) == called


@pytest.mark.parametrize("text", ["Кыргызская Республика", "Республика Беларусь", "Управление по Лесному краю", "край"])
def test_countries_and_cases_that_do_not_tell_are_no_regions(text: str) -> None:
    assert find_region(text) is None


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Управление «Днепр», г. Лугавинск, Могилёвская область", "Управление «Днепр»"),
        (
            "Управління оборонної роботи обласної адміністрації, код 33990077",
            "Управління оборонної роботи обласної адміністрації",
        ),
        ("Администрация Полевского сельсовета (Курганская обл.)", "Администрация Полевского сельсовета"),
        ('КП "Ринок" Івано-Франківська область, м. Косівець', 'КП "Ринок"'),
        ("ГКУ «Центр» Омской области", "ГКУ «Центр» Омской области"),
        ("Управління освіти, молоді та спорту", "Управління освіти, молоді та спорту"),
        ("Администрация г. Омска", "Администрация г. Омска"),
        ("КУП «Свет», УНП 200000000", "КУП «Свет»"),
        ("Військова адміністрація порубіжжя, Сумська область.", "Військова адміністрація порубіжжя"),
    ],
)
def test_a_name_ends_before_its_place_and_number(printed: str, name: str) -> None:
    assert printed[: end_before_place(printed, 0, len(printed))] == name


def test_long_texts_are_read_at_once() -> None:
    began = time.process_time()
    for text in ("А" * 50_000, "Аб " * 17_000, ", г. А" * 9_000, "(Аая область, " * 4_000):
        find_region(text)
        end_before_place(text, 0, len(text))
        TOWN.search(text)
    assert time.process_time() - began < 2
