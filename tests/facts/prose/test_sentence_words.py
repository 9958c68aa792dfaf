"""Offers that sentences say were accepted, in the words between the offer, the company and the act."""

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "supplier", "amount"),
    [
        (
            (
                "Dear Sir\nThe Board resolved that the tender of Fenland Radios Ltd be "
                "accepted in the sum of KES 4,500,000.\nCounty Government of Wale\n"
            ),
            "Fenland Radios Ltd",
            "award 4500000 KES",
        ),
        (
            "Award letter\nThe tender of Alder Optics Ltd was accepted at a price of £310,000.\n",
            "Alder Optics Ltd",
            "award 310000 GBP",
        ),
        (
            "The offer submitted by Birch Phones Ltd has been accepted by the Ministry for Rs 3,400.\n",
            "Birch Phones Ltd",
            "award 3400 INR",
        ),
        (
            "The Drakenvlei Municipality awarded the tender to Karoo Vision (Pty) Ltd for R8.4 million.\n",
            "Karoo Vision (Pty) Ltd",
            "award 8400000 ZAR",
        ),
        (
            "El comité resolvió: la oferta de Redes Wayra S.A.C. fue aceptada por S/ 40,000.00\n",
            "Redes Wayra S.A.C.",
            "award 40000 PEN",
        ),
        (
            "Resultado da licitação: a proposta da empresa Clara Redes Ltda foi homologada no valor de R$ 80.000,00.\n",
            "Clara Redes Ltda",
            "award 80000 BRL",
        ),
        (
            "La commission décide : l'offre de la société Lumen Ouest SAS est retenue pour 55 000 euros.\n",
            "Lumen Ouest SAS",
            "award 55000 EUR",
        ),
        ("The tender of Alder Optics Ltd was not accepted.\n", None, None),
        ("The tender of the lowest bidder may be accepted by Alder Council.\n", None, None),
    ],
)
def test_whose_offer_was_accepted_has_won(text: str, supplier: str | None, amount: str | None) -> None:
    found = summarise(read(text))
    assert found["suppliers"] == ((f"{supplier}, sole",) if supplier else ())
    assert found["amounts"] == ((amount,) if amount else ())


def test_an_offer_accepted_at_a_price_names_no_supplier_by_it() -> None:
    text = (
        "NOTIFICATION OF AWARD\nM/S SAVANNA LINK NETWORKS LTD\nYour tender for the above, at a total price of "
        "Kshs. 14,368,720.00, has been accepted.\n"
    )
    assert summarise(read(text))["suppliers"] == ("SAVANNA LINK NETWORKS LTD, sole",)
