"""The day of an award behind the name and number of the decision to award."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            (
                "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Valmorra\nAggiudicatario: Ottica Blu S.r.l.\n"
                "Data di aggiudicazione: determinazione dirigenziale n. 212 del 16/03/2022\n"
                "Data di pubblicazione: 21/03/2022\n"
            ),
            "2022-03-16",
        ),
        (
            (
                "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Valmorra\nAggiudicatario: Ottica Blu S.r.l.\n"
                "Data di aggiudicazione: pubblicazione sull'albo, atti del 16/03/2022\n"
                "Data di pubblicazione: 21/03/2022\n"
            ),
            "2022-03-21",
        ),
    ],
)
def test_the_day_behind_the_name_of_a_decision_is_read(text: str, day: str) -> None:
    assert predict(text).date == day
