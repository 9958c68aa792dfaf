"""A buyer's name is compared as letters; a kind of office is no name."""

from __future__ import annotations

import pytest

from tenderlight.linking.buyers import comparable_buyer


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("南溪县公安局", " 南溪县 公安局\n"),
        ("南溪县公安局", "南溪縣公安局"),
        ("南溪县公安局", "南溪县公安局（本级）"),
        ("Lagos State Police Command", "LAGOS STATE POLICE COMMAND."),
        ("ГУ МВД по Приозёрной области", "Гу МВД по Приозёрной области"),
        ("Ａ市公安局", "A市公安局"),
    ],
)
def test_one_name_as_typeset_in_two_ways_is_one_name(one: str, other: str) -> None:
    assert comparable_buyer(one) == comparable_buyer(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("南溪县公安局", "北溪县公安局"),
        ("南溪县公安局", "南溪县公安局交通警察大队"),
        ("南溪县公安局(东街分局)", "南溪县公安局(西街分局)"),
        ("Ministry of Interior of Kenya", "Ministry of Interior of Uganda"),
    ],
)
def test_two_names_stay_two(one: str, other: str) -> None:
    assert comparable_buyer(one) != comparable_buyer(other)
    assert None not in (comparable_buyer(one), comparable_buyer(other))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "公安局",
            "县公安局",
            "本单位",
            "市教育局",
            "采购人",
            "采购单位",
            "人民政府",
            "县人民政府",
            "某市公安局",
            "交警支队",
            "甲方",
            "业主",
        ),
        *("Ministry of the Interior", "Police Department", "The Buyer", "National Police", "Procuring Entity"),
        *(
            "Ministerio del Interior",
            "Ministère de l'Intérieur",
            "Министерство внутренних дел",
            "Заказчик",
            "",
            "-",
            "A",
        ),
    ],
)
def test_a_kind_of_office_is_no_name(name: str) -> None:
    assert comparable_buyer(name) is None


@pytest.mark.parametrize(
    "name", ["武汉理工大学", "公安部第三研究所", "Home Office", "Metropolitan Police Service", "甲县公安局"]
)
def test_a_name_without_a_place_is_still_a_name(name: str) -> None:
    assert comparable_buyer(name) is not None
