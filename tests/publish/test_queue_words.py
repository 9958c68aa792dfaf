"""Why a claim stands where it stands, in every language of the interface."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.cases.urgency import Surroundings, urgency
from tenderlight.model.claim import PictureSays
from tenderlight.model.statement import Polarity
from tenderlight.publish.catalogue import LANGUAGES
from tenderlight.publish.queue_words import why_here
from tests.cases.test_urgency import ALONE, BOUGHT, DOUBTED, SUPPLIER, TITLE, capability


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_reasons_can_be_said_in_every_language(language: str) -> None:
    around = [ALONE, Surroundings(beside="unknown"), Surroundings(recognised=0.5, is_disputed=True, is_outdated=True)]
    claims = [DOUBTED, replace(DOUBTED, against=("a", "b")), SUPPLIER, TITLE, capability(stage=None)]
    claims += [capability("no.such", polarity) for polarity in Polarity]
    claims += [replace(BOUGHT, picture=picture, confidence=0.5) for picture in PictureSays]
    said = {why_here(language, urgency(claim, each)) for claim in claims for each in around}
    assert len(said) > 20
    assert all("{" not in sentence and sentence.endswith((".", "。")) for sentence in said)


def test_the_reasons_in_plain_words() -> None:
    assert why_here("en", urgency(DOUBTED, ALONE)) == (
        "Why here: it says that a capability of critical gravity is bought (required, award); one sentence speaks "
        "against it."
    )
    assert why_here("zh", urgency(SUPPLIER, Surroundings(beside="high"))) == (
        "排在此处的原因：所涉合同采购了严重程度为“严重”的能力，而它写明了该合同的供应商；未发现与之相反的内容。"
    )
