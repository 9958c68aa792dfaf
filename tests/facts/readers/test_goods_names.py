"""What of the words that a model takes for a name is the name, and which of them name nothing that is bought."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.goods.names import is_time, name_of
from tenderlight.facts.readers.goods.numbers import number_of, numbers_of_lines, price_of_one
from tenderlight.facts.readers.model import Tagged
from tenderlight.facts.readers.words import Word
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


def piece(before: str, words: str) -> Piece:
    text = before + words
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    return Piece(sheet=sheet, start=len(before), end=len(text))


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("b) rejestrator 32-kanałowy", "rejestrator 32-kanałowy"),
        ("and Pole brackets", "Pole brackets"),
        ("и кабель силовой", "кабель силовой"),
        ("поставка серверов", "серверов"),
        ("Supply of dome cameras", "dome cameras"),
        ("adquisición de cámaras domo", "cámaras domo"),
        ("采购电警抓拍单元", "电警抓拍单元"),
        ("采购", "采购"),
        ("PTZ camera)", "PTZ camera"),
        ("metal detector (DFMD)", "metal detector (DFMD)"),
        ("警务通终端 警务通终端", "警务通终端"),
        ("Orange fence", "Orange fence"),
        ("Anders & Co. kit", "Anders & Co. kit"),
    ],
)
def test_a_name_is_what_is_left_of_lead_and_brackets(words: str, name: str) -> None:
    found = name_of(piece("x ", words))
    assert found is not None
    assert found.text == name


@pytest.mark.parametrize("words", ["Los-Nr. 3", "CUIT 30-00000001-7", "часть 2", "Lot 4", "12 / 7", "n° 5", "—"])
def test_numbers_of_lots_and_firms_are_no_names(words: str) -> None:
    assert name_of(piece("x ", words)) is None


@pytest.mark.parametrize("words", ["schools", "sites", "месяцев", "officers"])
def test_places_people_and_time_are_no_names(words: str) -> None:
    assert name_of(piece("12 ", words)) is None
    assert name_of(piece("12 ", f"{words} radios")) is not None


@pytest.mark.parametrize(
    "before", ["配置：每台含算芯SX-A40", "每套均配备", "单台内置 ", "each server contains ", "Every unit has 2 x "]
)
def test_parts_of_other_goods_are_not_bought_beside_them(before: str) -> None:
    assert name_of(piece(before, "加速卡")) is None
    assert name_of(piece(f"{before}X。\n另购", "加速卡")) is not None


@pytest.mark.parametrize("unit", ["months", "MTH", "Mois", "месяц", "дней", "个月", "giorni", "Monate", "hrs"])
def test_time_is_told_from_pieces(unit: str) -> None:
    assert is_time(unit)
    assert not is_time(f"{unit} kit")
    assert not is_time("pcs")


@pytest.mark.parametrize(
    "before",
    ["现有设备包括", "原有系统含", "The existing 12 ", "cámaras existentes: ", "имеющиеся на объекте ", "vorhandene "],
)
def test_things_that_are_there_already_are_not_bought(before: str) -> None:
    assert name_of(piece(before, "测温仪 X")) is None
    assert name_of(piece(f"{before}终端。新购", "测温仪 X")) is not None


@pytest.mark.parametrize("words", ["existing bullet cameras", "旧枪机", "在用的高清摄像机", "имеющиеся камеры"])
def test_a_name_itself_may_say_that_a_thing_is_there_already(words: str) -> None:
    assert name_of(piece("x ", words)) is None


def test_words_behind_a_name_may_say_so_too() -> None:
    text = "12 dome cameras (retained), 4 recorders"
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    assert name_of(Piece(sheet=sheet, start=3, end=15)) is None
    assert name_of(Piece(sheet=sheet, start=30, end=39)) is not None


def words_of(*told: tuple[str, str]) -> list[Word]:
    """Words with what each number counts for."""
    return [
        Word(start=at, end=at + 1, text=text, flat=text, kind=kind, amount=Decimal(text) if text.isdecimal() else None)
        for at, (text, kind) in enumerate(told)
    ]


@pytest.mark.parametrize(
    ("told", "number"),
    [
        (["46"], Decimal(46)),
        (["十", "二"], Decimal(12)),
        (["两"], Decimal(2)),
        (["twenty", "four"], Decimal(24)),
        (["doce"], Decimal(12)),
        (["lamp"], None),
    ],
)
def test_a_number_is_told_in_figures_numerals_or_words(told: list[str], number: Decimal | None) -> None:
    tagged = Tagged(part="qty", first=0, last=len(told), certainty=1.0)
    assert number_of(words_of(*((one, "") for one in told)), tagged) == number


@pytest.mark.parametrize(
    ("line", "certainty", "price"),
    [
        ([("46", "count"), ("290", "each")], 0.9, Decimal(290)),
        ([("46", "count"), ("290", "each")], 0.3, None),
        ([("46", "count"), ("290", "bare"), ("13340", "bare")], 0.3, Decimal(290)),
        ([("46", "count"), ("290", "each"), ("13341", "all")], 0.9, None),
        ([("46", "count"), ("290", "each"), ("13340", "all")], 0.9, Decimal(290)),
        ([("46", "count"), ("290", "each"), ("\n", ""), ("13341", "all")], 0.9, Decimal(290)),
    ],
)
def test_a_price_of_one_is_proved_by_its_product_or_sure_and_not_against_the_total_of_its_line(
    line: list[tuple[str, str]], certainty: float, price: Decimal | None
) -> None:
    tagged = Tagged(part="price", first=1, last=2, certainty=certainty)
    words = words_of(*line)
    assert price_of_one(words, tagged, Decimal(46), numbers_of_lines(words)[1]) == price


@pytest.mark.parametrize("sign", ["现有", "existing ", "a ", "1.", "- ", "lot ", "12 ", "a |"])
def test_long_names_are_looked_at_in_time(sign: str) -> None:
    begun = time.process_time()
    name_of(piece(sign * 30_000, sign * 30_000))
    assert time.process_time() - begun < 2
