"""Sums with and without tax behind a label that says what both are."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

HEAD = "Anuncio de formalización\nEntidad adjudicadora: Ayuntamiento de Cuevarrubia\nContratista: Lectura Vial, S.L.\n"

CASES = {
    "letters before the labels, the budget alike": (
        "2. Presupuesto base de licitación: Importe neto: 240.000,00 euros. Importe total: 290.400,00 euros.\n"
        "d) Importe de adjudicación: Importe neto: 221.350,00 euros. Importe total: 267.833,50 euros.\n"
    ),
    "the sum with tax behind a full stop": (
        "Presupuesto base de licitación. Importe neto: 240.000,00 euros. Importe total: 290.400,00 euros.\n"
        "Importe de adjudicación. Importe neto: 221.350,00 euros. Importe total: 267.833,50 euros.\n"
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_the_label_of_the_line_says_what_its_sums_are(case: str) -> None:
    assert predict(HEAD + CASES[case]).amount == Decimal("221350.00")


def test_a_label_with_a_sum_of_its_own_leads_to_no_other() -> None:
    text = HEAD + "Presupuesto: 96.000 euros. Importe total: 58.000 euros\n"
    assert predict(text).amount == Decimal(58000)
