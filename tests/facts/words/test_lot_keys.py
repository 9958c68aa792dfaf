"""Names of lots: what is one, and which of them are the same lot."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.words.lot_keys import HEADS_HAN, HEADS_WESTERN, LOT, key_of, several, western_names
from tenderlight.languages.normalise import flatten


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("第一包", "包1", True),
        ("01包", "包1", True),
        ("合同包2", "第二包", True),
        ("標段三", "标段3", True),
        ("Lot № 01", "лот 1", True),
        ("Lote 2", "LOTE Nº 2", True),
        ("Línea 3", "línea 03", True),
        ("المجموعة الثانية", "المجموعة 2", True),
        ("Lot A", "lot a", True),
        ("Lot 1", "Lot 11", False),
        ("包1", "品目1", False),
        ("Item 1", "Lot 1", False),
        ("Lot A", "Lot B", False),
        (None, "Lot 1", False),
    ],
)
def test_names_of_one_lot_have_one_key(one: str | None, other: str, is_same: bool) -> None:
    assert (key_of(one) == key_of(other)) is is_same


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lot 1 – masts", ["Lot 1"]),
        ("Lots 1, 2 and 4:", ["Lot 1", "Lot 2", "Lot 4"]),
        ("Lotes 3 y 5:", ["Lote 3", "Lote 5"]),
        ("Package No. 7: boats", ["Package No. 7"]),
        ("по лоту № 2: ", ["лот № 2"]),
        ("Część 1 – ", ["Część 1"]),
        ("القسم الأول: ", ["القسم الأول"]),
        ("1.5 lots of goods", []),
    ],
)
def test_a_head_names_its_lots(text: str, names: list[str]) -> None:
    found = [name for match in HEADS_WESTERN.finditer(flatten(text)) for name in western_names(text, match)]
    assert found == names


@pytest.mark.parametrize(
    ("text", "names"),
    [("一、二标段", ["第一标段", "第二标段"]), ("包1、2", ["包1", "包2"]), ("第一和第三包", ["第一包", "第三包"])],
)
def test_lots_counted_up_are_lots_of_their_own(text: str, names: list[str]) -> None:
    assert several(text) == names


@pytest.mark.parametrize("sign", "1一、,包标第(: \nalنо")
def test_heads_are_looked_for_in_linear_time(sign: str) -> None:
    def taken(length: int) -> float:
        started = time.process_time()
        for pattern in (HEADS_HAN, HEADS_WESTERN):
            list(pattern.finditer(sign * length))
        return time.process_time() - started

    assert taken(8_000) < 60 * max(taken(800), 0.002)


@pytest.mark.parametrize(
    ("text", "lots"), [("编号：JN-2024-011\n标段一 试剂", ["标段一"]), ("1 标段 试剂\n第 2 包", ["1 标段", "第 2 包"])]
)
def test_a_number_at_the_end_of_a_line_is_not_of_the_next(text: str, lots: list[str]) -> None:
    assert [one[0] for one in LOT.finditer(flatten(text))] == lots
