"""Which lots a winner won, among those that a page names."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.readers.parties.links import linked, signs_of_links
from tenderlight.facts.readers.parties.lot_places import LotPlace, lot_places
from tests.facts.readers.made_parts import sheet_of


def on_page(text: str, names: Sequence[str]) -> tuple[list[Piece], list[LotPlace]]:
    sheet = sheet_of(text)
    pieces = [Piece(sheet=sheet, start=text.index(name), end=text.index(name) + len(name)) for name in names]
    return pieces, lot_places(sheet)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Lot 1 was won by Alfa Ltd for GBP 118,400.\nLot 2 was won by Beta Ltd for GBP 40,900.\n", ("Alfa", "Beta")),
        ("Лот 1 — ООО «Щит», 118 400 руб.\nЛот 2 — ООО «Луч», 40 900 руб.\n", ("ООО «Щит»", "ООО «Луч»")),
        ("Lote 1: Alfa S.A., 118.400 euros\nLote 2: Beta S.A., 40.900 euros\n", ("Alfa S.A.", "Beta S.A.")),
        (
            "第一包 中标供应商：安川公司，中标金额：118400元\n第二包 中标供应商：海沧公司，中标金额：40900元\n",
            ("安川公司", "海沧公司"),
        ),
    ],
    ids=["en", "ru", "es", "zh"],
)
def test_a_winner_is_likelier_tied_to_the_lot_of_its_own_line(text: str, names: Sequence[str]) -> None:
    pieces, lots = on_page(text, names)
    for index in range(2):
        chances = linked(pieces, lots, index)
        assert len(chances) == 2
        assert chances[index] > chances[1 - index]
        assert all(0 <= chance <= 1 for chance in chances)


def test_what_is_seen_of_a_name_and_a_place_is_the_same_each_time_and_once() -> None:
    pieces, lots = on_page("Lot 1: Alfa Ltd; Lot 2: Beta Ltd, Alfa again\n", ("Alfa", "Beta"))
    first = signs_of_links(pieces, lots, 1)
    assert signs_of_links(pieces, lots, 1) == first
    assert [len(signs) for signs in first] == [len(set(signs)) for signs in first]
    assert first[0] != first[1]


def test_a_page_without_places_ties_nothing() -> None:
    pieces, lots = on_page("Alfa Ltd won.\n", ("Alfa",))
    assert linked(pieces, lots, 0) == []
