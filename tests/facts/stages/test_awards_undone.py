"""Awards that a sentence takes back: who had won has won nothing."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

UNDONE = {
    "French": (
        "COMMUNIQUÉ — L'Office des postes de péage informe le public que, par décision du 26 février "
        "2025, l'attribution de l'appel d'offres 01/2025 à la société BARRIÈRES DU NIGER SA (487 000 000 "
        "F CFA) a été annulée et la procédure déclarée sans suite."
    ),
    "Spanish": (
        "La Municipalidad de Río Seco comunica que la adjudicación de la licitación 12/2023 a la empresa "
        "Vial Sur S.A. fue dejada sin efecto por resolución del 4 de julio de 2023."
    ),
    "Portuguese": (
        "A Câmara Municipal de Alvor torna público que a adjudicação do concurso 3/2022 à empresa Lumisol, Lda. foi "
        "revogada por despacho de 9 de maio de 2022."
    ),
    "Italian": (
        "Il Comune di Borgo rende noto che l'aggiudicazione della gara 7/2022 alla ditta Videotech "
        "S.r.l. è stata revocata con determina del 3 marzo 2022."
    ),
}


SELECTIONS = (
    "The winner determination of 2 March 2024 naming Teal Ltd was annulled and the procedure closed.",
    "The selection of Teal Ltd as the winner has been set aside by the tribunal.",
    "The determination naming Teal Ltd as the winner is void.",
)


@pytest.mark.parametrize("sentence", SELECTIONS)
def test_a_selection_that_is_void_is_no_award(sentence: str) -> None:
    found = predict(f"Announcement of winner selection\nBuyer: Marsh Borough Council\n{sentence}")
    assert (found.stage, found.suppliers) == ("cancellation", ())


def test_a_selection_that_stands_stays_an_award() -> None:
    text = (
        "Announcement of winner selection\nBuyer: Marsh Borough Council\nThe selection of Teal Ltd as the winner was "
        "confirmed. If the winner selection is revoked, bidders are told.\n"
    )
    assert predict(text).stage == "award"


@pytest.mark.parametrize("case", UNDONE)
def test_an_award_that_is_taken_back_is_a_cancellation(case: str) -> None:
    found = predict(UNDONE[case])
    assert (found.stage, found.suppliers) == ("cancellation", ())


def test_an_award_that_takes_the_place_of_another_stays_one() -> None:
    text = (
        "La Municipalidad de Río Seco RESUELVE: Art. 1: Dejar sin efecto la adjudicación a la empresa Vial Sur S.A. "
        "Art. 2: Adjudicar la licitación 12/2023 a la empresa Puentes Norte S.R.L. por $ 5.000.000.\n"
    )
    assert predict(text).stage == "award"
