"""The name of a buyer ends before its street, state and unit, and begins behind the body that decides for it."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

NOTICES = [
    ("CONTRACT AWARD\nBuyer: Dray Fire Service, Station Road, Wexmoor\nSupplier: A Ltd", "Dray Fire Service"),
    ("CONTRACT AWARD\nBuyer: Tor Waterworks, Lira\nSupplier: A Ltd", "Tor Waterworks"),
    (
        "CONTRACT AWARD\nBuyer: Pine Lakes School District 41, Minnesota\nSupplier: A Inc",
        "Pine Lakes School District 41",
    ),
    ("PURCHASE ORDER 77\nBuyer: Tarrow Valley Health Board, Stores Dept\nVendor: A Ltd", "Tarrow Valley Health Board"),
    (
        (
            "Protokoll der 14. Sitzung des Verwaltungsrates der Stadtwerke Heimbach AöR vom 07.11.2022\n"
            "Der Auftrag wird an die Elektro Sommer GmbH vergeben."
        ),
        "Stadtwerke Heimbach AöR",
    ),
    (
        "Der Haupt- und Finanzausschuss der Stadt Markheide hat den Auftrag an die Tacho Nord GmbH vergeben.",
        "Stadt Markheide",
    ),
    (
        "THE Coastal Towns Corporation yesterday signed with local firm Maravel Solutions Ltd for a radar.",
        "Coastal Towns Corporation",
    ),
]


@pytest.mark.parametrize(("text", "buyer"), NOTICES, ids=range(len(NOTICES)))
def test_the_buyer_has_its_name_alone(text: str, buyer: str) -> None:
    assert summarise(read(text))["buyer"] == (buyer,)


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            "Lochanshire Transport Executive has today signed a £3.4m deal with Glenfyne Fleet Ltd for cameras.\n",
            ("Lochanshire Transport Executive",),
        ),
        ("VERGABEBEKANNTMACHUNG\nZweckverband Abfallwirtschaft Oberes Tal\nZuschlag: Optivia GmbH\n", None),
        ("AWARD NOTICE\nProcurement of Command Center Consoles\nAwarded to Optivia Ltd for EUR 12,000.00\n", ()),
    ],
    ids=range(3),
)
def test_offices_of_more_kinds_are_read_and_what_is_bought_is_none(text: str, buyer: tuple[str, ...] | None) -> None:
    found = summarise(read(text))["buyer"]
    assert found == (("Zweckverband Abfallwirtschaft Oberes Tal",) if buyer is None else buyer)
