"""Of a document whose stage no word tells nobody is told for being the only firm, and no sum for standing beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.readers.stages.signs import lines_of_document
from tenderlight.facts.readers.stages.told import ReadStage
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Stage

MINUTES = (
    "City of Alder Bay - Council action minutes, May 2, 2022\nCONSENT AGENDA\n"
    "c. Approve renewal of janitorial services with Brightmoor Cleaning LLC for $88,200.\nItem c was pulled.\n"
)


def test_a_model_and_a_guess_together_name_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(sheets: Sequence[Sheet], *_rest: object) -> ReadStage:
        return ReadStage(stage=Stage.AWARD, line=lines_of_document(sheets)[0])

    monkeypatch.setattr("tenderlight.facts.reading.read_stage", read)
    stated = read_facts([Page(number=1, text=MINUTES)])
    guessed = {remarks.ONLY_FIRM, remarks.ONLY_SUM, remarks.BESIDE_WINNER}
    assert any(remarks.READ_STAGE in one.against for one in stated)
    assert not any(guessed.intersection(one.against) for one in stated)
