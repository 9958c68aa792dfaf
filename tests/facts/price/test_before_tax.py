"""The price that is named first, without tax."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("net", "gross"),
    [
        ("Montant hors taxe : 142 075,00 €", "Montant TTC : 170 490,00 €"),
        ("Montant HT : 142 075,00 €", "Montant du marché TTC : 170 490,00 €"),
    ],
)
def test_the_price_without_tax_counts_where_it_is_named_first(net: str, gross: str) -> None:
    text = "ACTE D'ENGAGEMENT\nAcheteur : Commune de Valbrun\nTitulaire : Optivia SAS\n"
    text += f"{net}\nTVA (20 %) : 28 415,00 €\n{gross}\n"
    amounts = summarise(read(text))["amounts"]
    assert any("142075 EUR" in one for one in amounts)  # type: ignore[attr-defined]
    assert not any("170490" in one for one in amounts)  # type: ignore[attr-defined]


def test_a_price_far_from_the_other_is_not_its_net_price() -> None:
    text = (
        "ACTE D'ENGAGEMENT\nAcheteur : Commune de Valbrun\nTitulaire : Optivia SAS\n"
        "Montant hors taxe : 42 075,00 €\nMontant du marché TTC : 170 490,00 €\n"
    )
    assert not any("42075" in one for one in summarise(read(text))["amounts"])  # type: ignore[attr-defined]


def test_the_price_of_a_piece_is_none_of_the_contract() -> None:
    text = (
        "AGREEMENT made the 7th day of May, 2018 between Lolgorian County Government (the Purchaser) and Savanna "
        "Agrovet Suppliers Limited (the Supplier) for sixty sprayers in the sum of KES 1,920,000.\n"
        "The unit price is KES 32,000.\n"
    )
    assert "contract 32000 KES" not in summarise(read(text))["amounts"]  # type: ignore[operator]
