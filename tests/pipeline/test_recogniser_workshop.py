"""The recogniser in its cage, with all walls and the real engines."""

from __future__ import annotations

import pytest

from tenderlight.cage import Lane, Outcome
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem
from tenderlight.pipeline import recogniser_workshop
from tenderlight.pipeline.recognised_page import PageUnderWay
from tenderlight.reading.recognition import cyrillic_engine, models
from tenderlight.reading.recognition.page_pixels import RECOGNISER
from tests.reading.made_pictures import as_page, blank, write

TEXTS = ["Победитель: ООО «Северный ветер»", "Contracting authority: Greyfen County"]


def test_both_engines_read_a_page_behind_all_walls() -> None:
    if not (models.is_installed() and cyrillic_engine.is_installed()):
        pytest.skip("the extra `ocr` or the engine for Cyrillic letters is not installed")
    picture = write(blank(), [(40, 40 + 40 * number, text) for number, text in enumerate(TEXTS)], cyrillic=True)
    page = PageUnderWay("x", as_page(picture))
    lane = Lane(recogniser_workshop.workshop())
    try:
        job = page.job()
        for event in lane.run(job.task, job.original, job.limits):
            if not isinstance(event, Outcome):
                page.take(event)
                continue
            found = page.finish(event)
    finally:
        lane.close()
        page.close()
    (read,) = (item for item in found if isinstance(item, Page))
    assert read.text.splitlines() == TEXTS
    assert [item.code for item in found if isinstance(item, Problem)] == ["recognition-cyrillic"]
    assert recogniser_workshop.recogniser().startswith(f"{RECOGNISER}-and-{cyrillic_engine.NAME}/")
