"""Bids in the order of their places, and a sentence that gives the award to the first."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

RANKED = {
    "Russian": (
        (
            "ПРОТОКОЛ подведения итогов\nЗаказчик: МКУ «Гавань»\n1 место: ООО «Прибой», предложение о "
            "цене 815 000,00 руб.\n"
            "2 место: АО «Отлив», предложение о цене 830 000,00 руб.\n"
            "Победителем признан участник, занявший первое место."
        ),
        "ООО «Прибой»",
        815000,
    ),
    "Portuguese": (
        (
            "ATA DE JULGAMENTO - CONVITE 4/2021\nCâmara Municipal de Lagoa\n1º lugar: Alarmes Serra "
            "Ltda - R$ 18.900,00\n"
            "2º lugar: Farol Digital ME - R$ 21.350,00\nA comissão declarou vencedora a empresa "
            "classificada em primeiro lugar."
        ),
        "Alarmes Serra Ltda",
        18900,
    ),
    "English, at the bid price": (
        (
            "Tender TB/9/2021\n1st  Brightport Ltd   evaluated price US$ 212,000   (bid price US$ 210,000)\n"
            "2nd  Helion Inc.   evaluated price US$ 298,400   (bid price US$ 298,400)\n"
            "Decision: award to the first-ranked tenderer at its bid price."
        ),
        "Brightport Ltd",
        210000,
    ),
}


@pytest.mark.parametrize(("text", "name", "amount"), RANKED.values(), ids=RANKED)
def test_the_first_place_has_won_where_the_text_says_so(text: str, name: str, amount: int) -> None:
    found = predict(text)
    assert [one.name for one in found.suppliers] == [name]
    assert found.amount == Decimal(amount)


def test_a_ranking_alone_names_no_winner() -> None:
    found = predict(
        "Award report\nTender TB/9/2021, Port Authority of Lorna\n1st  Brightport Ltd   US$ 210,000\n"
        "2nd  Helion Inc.   US$ 298,400\nThe board has not taken its decision."
    )
    assert not found.suppliers
    assert found.amount is None


def test_a_line_that_says_not_awarded_names_no_supplier() -> None:
    found = predict(
        "Results\nOrganisation: Prison Department, Moran\nL1: M/s Keel Instruments   Price: Rs "
        "3,37,500   Status: Awarded\n"
        "L2: M/s Metaform India Pvt Ltd   Price: Rs 3,52,000   Status: Not awarded"
    )
    assert [one.name for one in found.suppliers] == ["Keel Instruments"]
