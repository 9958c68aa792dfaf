"""Where a page names lots: in words, in columns, several in one phrase."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tenderlight.facts.readers.parties.lot_places import _MOST_HEADS, lot_places
from tests.facts.readers.made_parts import sheet_of


def keys_of(text: str) -> list[list[str]]:
    """The keys of the lots of each place."""
    return [sorted(one.keys) for one in lot_places(sheet_of(text))]


@pytest.mark.parametrize(
    ("text", "place", "lots"),
    [
        ("Lots 1, 2 and 3 go to Brackmoor", "Lots 1, 2 and 3", ("Lot 1", "Lot 2", "Lot 3")),
        ("los lotes 2 y 4 quedan", "lotes 2 y 4", ("lote 2", "lote 4")),
        ("Lots 1 et 2 : Optivue", "Lots 1 et 2", ("Lot 1", "Lot 2")),
        ("Лоты 1 и 2: ООО «Щит»", "Лоты 1 и 2", ("Лоты 1", "Лоты 2")),
        ("Części 1 i 2", "Części 1 i 2", ("Części 1", "Części 2")),
        ("给了第一包的", "第一包", ("第一包",)),
    ],
)
def test_several_lots_in_one_phrase_are_one_place(text: str, place: str, lots: tuple[str, ...]) -> None:
    (found,) = lot_places(sheet_of(text))
    assert (found.piece.text, found.lots, found.is_cell) == (place, lots, False)
    assert len(found.keys) == len(lots)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("第一包由安川公司中标，第2标段由海沧公司中标", [["1"], ["2"]]),
        ("包1、包2", [["1"], ["2"]]),
        ("Lote 1: Alfa. Lote 2: Beta.", [["1"], ["2"]]),
        ("Lot A to Alfa, Lot B to Beta", [["a"], ["b"]]),
        ("лот 3 и лот 4", [["3"], ["4"]]),
        ("No lots here but 5 chairs", []),
        ("包装费、面包、包括3台", []),
    ],
)
def test_lots_are_found_in_the_order_of_the_page(text: str, keys: list[list[str]]) -> None:
    assert keys_of(text) == keys


@pytest.mark.parametrize(
    "head",
    [
        "Lot | Supplier",
        "Lot no. | Supplier",
        "№ лота | Победитель",
        "Lote\tAdjudicatario",
        "包号  供应商",
        "品目号 | 供应商",
        "Część | Wykonawca",
        "|Lot|Supplier|",
    ],
)
def test_cells_under_a_word_for_lots_are_places(head: str) -> None:
    gap = "\t" if "\t" in head else "  " if "  " in head else "|"
    edge = "|" if head.startswith("|") else ""
    text = f"{head}\n" + "".join(f"{edge}{lot}{gap}Alfa{edge}\n" for lot in ("1", "7", "B"))
    cells = [one for one in lot_places(sheet_of(text)) if one.is_cell]
    assert [one.lots for one in cells] == [("1",), ("7",), ("B",)]
    assert [text[one.piece.start : one.piece.end] for one in cells] == ["1", "7", "B"]


def test_the_column_of_lots_may_be_the_last_and_ends_with_the_table() -> None:
    text = "№ | Supplier | Lot\n1 | Alfa | 3\n2 | Beta | 4\n\nThe end.\n5 | Gamma | 6\n"
    assert keys_of(text) == [["3"], ["4"]]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Lot | Supplier\n--- | ---\n1 | Alfa\n", [["1"]]),
        ("Lot | Supplier\n- | Alfa\n2 | Beta\n", [["2"]]),
        ("Lot | Supplier\nnone of all these | Alfa\n2 | Beta\n", [["2"]]),
        ("Lot | Lot\n1 | 2\n", []),
        ("Lot\n1\n2\n", []),
    ],
)
def test_what_names_no_lot_in_a_column_is_no_place(text: str, keys: list[list[str]]) -> None:
    assert keys_of(text) == keys


def test_places_do_not_overlap() -> None:
    text = "Lot | Supplier\nLot 1 | Alfa\nLots 2 and 3 | Beta\n"
    places = lot_places(sheet_of(text))
    assert [one.piece.text for one in places] == ["Lot 1", "Lots 2 and 3"]
    assert all(one.piece.end <= other.piece.start for one, other in pairwise(places))


def test_of_very_many_places_the_first_are_kept() -> None:
    found = lot_places(sheet_of("lot 1 " * 3_000))
    assert len(found) == _MOST_HEADS
    assert found[0].piece.start == 0
