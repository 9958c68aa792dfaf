"""Winners beside labels that no vocabulary knows, told by the roots of their words."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

HEAD = "CONTRACT AWARD NOTICE\nBuyer: Tolworth Police\n"
ONE = [
    (
        "AVIS D'ATTRIBUTION\nAcheteur : Ville de Brizeux\nMarché n° attribué à : Armor Réseaux, 12 rue du Port",
        "Armor Réseaux",
    ),
    (HEAD + "[Chosen and successful vendor]  Larkfield Marine Works Inc.", "Larkfield Marine Works Inc."),
    (HEAD + "Seller Details\n Seller ID: XX19\n Company Name: LARKFIELD INFOTECH\n", "LARKFIELD INFOTECH"),
    (
        HEAD + "Name and address of the economic operator to which it was let:\n   Larkfield Systems SAS, Lyon",
        "Larkfield Systems SAS",
    ),
    (
        (
            "AVISO DE ADJUDICAÇÃO\nEntidade: Município de Vale\n"
            "Operador económico selecionado: Torre – Sistemas, Lda. (NIPC 500000000)"
        ),
        "Torre – Sistemas, Lda.",
    ),
]


@pytest.mark.parametrize(("text", "name"), ONE, ids=range(len(ONE)))
def test_the_name_beside_a_root_of_winning_has_won(text: str, name: str) -> None:
    assert summarise(read(text))["suppliers"] == (f"{name}, sole",)


def test_each_lot_above_such_a_label_has_its_own_winner() -> None:
    text = HEAD + (
        "LOT No : A    TITLE : Vests\nEconomic operator to which it was let: Rhone Ballistics SAS, Lyon\n"
        "LOT No : B    TITLE : Helmets\nEconomic operator to which it was let: Meuse Helmets SPRL, Namur"
    )
    assert summarise(read(text))["suppliers"] == (
        "Meuse Helmets SPRL, lot winner, B",
        "Rhone Ballistics SAS, lot winner, A",
    )


NOBODY = [
    "Date of award to the successful bidder: Larkfield Day 2022",
    "Unsuccessful vendor list: Orwell Radio Works",
    "Supplier registration number: Orwell Radio Works",
    "Number of winning bidders: Two Hundred",
]


@pytest.mark.parametrize("text", NOBODY, ids=range(len(NOBODY)))
def test_labels_of_days_numbers_and_losers_name_nobody(text: str) -> None:
    assert summarise(read(HEAD + text))["suppliers"] == ()


def test_runs_of_blanks_are_passed_over_at_once() -> None:
    blanks = " " * 20_000
    for line in (f"Contract{blanks}", f"Winner{' ' * 450}x", f"{' ' * 470}winner", "-" * 490):
        assert summarise(read(f"Contract award\n{line}\n"))["suppliers"] == ()
