"""Several suppliers of one framework agreement, panel or standing offer."""

from __future__ import annotations

from time import perf_counter

import pytest

from tenderlight.facts.lots.frameworks import _KIND
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import SupplierValue


def roles(text: str) -> set[tuple[str, str | None]]:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    return {(one.role.value, one.lot) for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Standing Offer Award\nDepartment: Park Wardens\nStanding offer holders: Trail Ltd., Optics Inc.\n",
        "FRAMEWORK AWARD\nClient: Mid Health Board\nMembers: Glen Security Limited; Oran Alarms Limited\n",
        "Contract details\nPublic body: Road Board\nType of contract: Panel\nSuppliers: Murray Pty Ltd; Gum Pty Ltd\n",
        (
            "Contract award notice\nBuyer: Moor Council\nTitle: Standing offer for guards\n"
            "Suppliers: A1 Guards Ltd; Fen Ltd\n"
        ),
    ],
)
def test_each_of_several_is_in_the_framework(text: str) -> None:
    assert roles(text) == {("framework", None)}


def test_a_group_stays_one() -> None:
    text = (
        "Contract award notice\nBuyer: Moor Council\nContractor: joint venture of Fen Ltd (lead) and Tor Ltd (member)\n"
    )
    assert roles(text) == {("lead", None), ("member", None)}


@pytest.mark.parametrize(
    "text",
    [
        (
            "CONTRACT AWARD NOTICE\nAuthority: Vale Housing\nTitle: Framework for repairs\nThe "
            "framework has been concluded "
            "with the following operators:\n1. Ash Building Ltd, Perth\n2. Elm Roofing Ltd, Airdrie\n"
        ),
        (
            "Award of tenders\nCouncil: Shire of Hay\nBid 12/2021: Panel of electricians, 36 months\n"
            "Appointed providers: Ntuli Electrical CC; Vuka Power (Pty) Ltd\nDate of appointment: 2 August 2021\n"
        ),
        (
            "Contract Award Notice\nOrganisation: Harbour Board\nSuppliers appointed to the panel:\n"
            "Marine Engineering Ltd; Slipway Services Limited.\nDate awarded: 11 Nov 2022\n"
        ),
        (
            "Standing Offer Award Notice\nClient: Town of Port Elm\nStanding offers have been issued to: 1) Lanark "
            "Excavating Ltd. 2) Perth Rental Centre Inc.\nIssued: 2021-10-28\n"
        ),
    ],
)
def test_lists_below_the_word_for_the_arrangement_name_all_of_it(text: str) -> None:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    assert {one.role.value for one in found} == {"framework"}
    assert len(found) == 2


@pytest.mark.parametrize("word", ["Lot 1", "Category A"])
def test_the_firms_of_each_lot_are_told_apart(word: str) -> None:
    other = word.replace("1", "2").replace("A", "B")
    text = (
        "Framework award\nEntity: Transport for Vale\nAppointed:\n"
        f"{word} (planning): Ash Vale Ltd, Mott Ridge Ltd, Steer Ltd\n{other} (costs): Gleeds LLP; Ash Vale Ltd\n"
        "Award date: 3 April 2023\n"
    )
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    assert [(one.name, one.lot) for one in found] == [
        ("Ash Vale Ltd", word),
        ("Mott Ridge Ltd", word),
        ("Steer Ltd", word),
        ("Gleeds LLP", other),
        ("Ash Vale Ltd", other),
    ]
    assert {one.role.value for one in found} == {"framework"}


@pytest.mark.parametrize("sign", [" ", "\n", "| ", "type ", "contract : "])
def test_long_repetitions_are_searched_quickly(sign: str) -> None:
    begins = perf_counter()
    _KIND.search(sign * (50_000 // len(sign)))
    assert perf_counter() - begins < 1
