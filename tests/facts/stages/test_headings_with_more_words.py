"""Headings with a number between their words, and lines below a heading that only look like one."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Извещение № 14 об отмене закупки\nЗаказчик: МКУ «Свет»\n", "cancellation"),
        ("Извещение № 14\nо закупке\nЗаказчик: МКУ «Свет»\n", "tender"),
        (
            (
                "MARCHÉ N° 12/2022\nPassé par appel d'offres ouvert\nMaître d'ouvrage : Ville de Valmont\n"
                "Titulaire : Optivue SAS\nMontant : 9 000,00 €\n"
            ),
            "contract",
        ),
    ],
)
def test_the_kind_of_paper_is_told(text: str, stage: str) -> None:
    assert predict(text).stage == stage
