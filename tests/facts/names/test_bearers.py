"""Persons and bodies that decide for an office: the buyer is the office."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "buyer"),
    [
        (
            (
                "DETERMINA DI AGGIUDICAZIONE n. 88 del 4 maggio 2023\nIl Responsabile del Servizio del "
                "Comune di Pratolungo determina di aggiudicare la fornitura alla ditta Arredi Toscani "
                "S.r.l., per € 33.450,00 oltre IVA.\n"
            ),
            "Comune di Pratolungo",
        ),
        (
            (
                "DETERMINAZIONE N. 215 DEL 18/05/2022\nIL DIRIGENTE della Provincia di Valdarda\nDETERMINA "
                "di aggiudicare la fornitura alla ditta Fotonica Lombarda S.r.l., per l'importo di € "
                "54.300,00 oltre IVA.\n"
            ),
            "Provincia di Valdarda",
        ),
        (
            (
                "TERMO DE ADJUDICAÇÃO\nO Pregoeiro da Universidade Estadual do Agreste adjudica o objeto "
                "do Pregão 09/2023 à empresa Lab Sul Ltda, pelo valor de R$ 54.000,00.\n"
            ),
            "Universidade Estadual do Agreste",
        ),
    ],
)
def test_the_office_behind_whoever_acts_for_it_buys(text: str, buyer: str) -> None:
    assert predict(text).buyer == buyer
