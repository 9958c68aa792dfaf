"""Lots named inside the value of one label, or in the brackets of one."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

HEAD = "CONTRACT AWARD NOTICE\nBuyer: Dungarvan Community College\nTitle: Refurbishment works, three lots\n"
TAIL = "\nDate of award: 5 May 2022\n"
DOORS, PIPES = "Deise Electrical Ltd", "Comeragh Plumbing & Heating Ltd"


@pytest.mark.parametrize(
    "told",
    [
        f"Contractors: Lot 1, {DOORS} (EUR 41,200); Lot 2, {PIPES} (EUR 63,750); Lot 3, no award.",
        (
            f"Contractor: Lot 1: {DOORS}; Lot 2: {PIPES}; Lot 3: not awarded\n"
            "Contract value: Lot 1: EUR 41,200; Lot 2: EUR 63,750"
        ),
        (
            f"Suppliers: {DOORS} (Lot 1), {PIPES} (Lot 2). Lot 3 was not awarded.\n"
            "Value: EUR 41,200 (Lot 1), EUR 63,750 (Lot 2)"
        ),
        (
            f"Successful tenderer: {DOORS} (Lot 1: EUR 41,200)\nSuccessful tenderer: {PIPES} (Lot 2: EUR 63,750)\n"
            "Lot 3: no tenders received"
        ),
        f"Awarded to:\n- {DOORS} – Lot 1 – EUR 41,200\n- {PIPES} – Lot 2 – EUR 63,750\nNo award for Lot 3.",
        (
            f"Successful bidder (Lot 1): {DOORS}\nPrice (Lot 1): EUR 41,200\nSuccessful bidder (Lot 2): {PIPES}\n"
            "Price (Lot 2): EUR 63,750\nLot 3: cancelled"
        ),
        (
            f"Lot 1 awarded to: {DOORS}. Lot 1 value: EUR 41,200. Lot 2 awarded to: {PIPES}. Lot 2 value: EUR 63,750. "
            "Lot 3: unsuccessful."
        ),
        (
            f"{DOORS} has been awarded Lot 1 at EUR 41,200 and {PIPES} has been awarded Lot 2 at EUR 63,750. "
            "Lot 3 will be re-tendered."
        ),
        (
            "Lot  Title    Contractor                         Price (EUR)\n"
            f"1    Doors    {DOORS}               41,200\n2    Pipes    {PIPES}    63,750\n"
            "3    Lifts    not awarded                        -\n                             Total  "
            "            104,950"
        ),
    ],
)
def test_each_part_of_a_value_is_of_its_own_lot(told: str) -> None:
    found = predict(HEAD + told + TAIL)
    assert sorted((str(one.lot)[-1], one.supplier, str(one.amount)) for one in found.lots) == [
        ("1", DOORS, "41200"),
        ("2", PIPES, "63750"),
        ("3", None, "None"),
    ]
    assert {(one.name, one.role) for one in found.suppliers} == {(DOORS, "lot winner"), (PIPES, "lot winner")}
    assert str(found.amount) == "104950"


def test_one_firm_may_have_several_lots_in_one_bracket() -> None:
    found = predict(
        "NOTICE OF AWARD\nBuyer: Port of Penggara\n"
        "Awarded company: Sinar Bomba Sdn. Bhd. (Lot 1: RM 3,450,000.00; Lot 3: RM 1,210,000.00)\n"
        "Awarded company: Iswara Fire Sdn. Bhd. (Lot 2: RM 2,118,000.00)\nAward date: 20 October 2020\n"
    )
    assert sorted((one.lot, str(one.amount)) for one in found.lots) == [
        ("Lot 1", "3450000"),
        ("Lot 2", "2118000"),
        ("Lot 3", "1210000"),
    ]
    assert str(found.amount) == "6778000"


def test_a_lot_of_land_behind_a_dash_is_none_of_the_procedure() -> None:
    found = predict(HEAD + f"Contractor: {DOORS} - Lot 5, Industrial Estate\nValue: EUR 41,200" + TAIL)
    assert [(one.name, one.role) for one in found.suppliers] == [(DOORS, "sole")]
