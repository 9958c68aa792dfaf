"""Letters, tables, manuals and laws: whom they name buys nothing."""

from __future__ import annotations

import pytest

from tenderlight.model.statement import StatementKind
from tenderlight.model.values import PartyValue
from tests.facts.summary import read


def buyers(text: str) -> list[str]:
    return [
        one.value.name for one in read(text) if one.kind is StatementKind.BUYER and isinstance(one.value, PartyValue)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Hello Anna,\nthe photographs of the weekend are in the annex.\nGreetings\nYour Mail Service Team\n",
        "Quarterly Sheet\nMade with Harvest Tables 9 Service Release 2\n12\t14\t19\n",
        "The Ministry of Works reminds drivers that the bridge at Ornfield is closed on Sundays.\n",
        "Annual swimming gala\nThe cup was given to pupils of the Wexmoor County School by the mayor.\n",
        "El desfile de la Municipalidad de San Telmo comienza a las 10 horas en la plaza.\n",
        "Le musée de la Ville de Brénac rouvre ses portes au public samedi.\n",
        "蓝水县公安局提醒广大市民：夏季用电要注意安全，外出请锁好门窗。\n",
        "Профилактика гриппа\nГородская больница № 3 напоминает о прививках.\n",
    ],
)
def test_an_office_that_is_only_named_buys_nothing(text: str) -> None:
    assert buyers(text) == []


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            "Purchase order 4471\nEntity: City of Wexmoor\nVendor: Harbour Lamps Ltd\nTotal GBP 1,200\n",
            "City of Wexmoor",
        ),
        ("Buyer: Ministry of Health\nThe bridge at Ornfield is closed on Sundays.\n", "Ministry of Health"),
        (
            "La Municipalidad de San Telmo informó que adjudicó la compra de cámaras a Luz Sur SRL por $ 1.200.000.\n",
            "Municipalidad de San Telmo",
        ),
    ],
)
def test_where_a_purchase_is_spoken_of_it_still_does(text: str, buyer: str) -> None:
    assert buyers(text) == [buyer]


@pytest.mark.parametrize("name", ["Open Office", "Registered Office", "Harvest Service Release 2", "Head Office"])
def test_what_shares_a_word_with_offices_is_none(name: str) -> None:
    assert buyers(f"Award of contract\nSupplier: Harbour Lamps Ltd\nTotal EUR 1,200\n{name}\n") == []
