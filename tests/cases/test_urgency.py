"""The order of the queue: what is least sure and would cost most comes first, and each place has its reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.cases.urgency import Surroundings, gravest_bought, gravities, order_version, urgency
from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.statement import Polarity, Stage
from tenderlight.model.values import CapabilityValue, SupplierValue, TextValue
from tests.made_claims import made_claim

GRAVE, MILD = "eth.face_ethnicity", next(code for code, gravity in gravities().items() if gravity == "medium")
ALONE = Surroundings()


def capability(code: str = GRAVE, polarity: Polarity = Polarity.REQUIRED, stage: Stage | None = Stage.AWARD) -> Claim:
    return replace(made_claim(CapabilityValue(capability=code)), polarity=polarity, stage=stage)


def points(claim: Claim, around: Surroundings = ALONE) -> int:
    return urgency(claim, around).points


def keys(claim: Claim, around: Surroundings = ALONE) -> list[str]:
    return [reason.key for reason in urgency(claim, around).reasons]


BOUGHT = capability()
DOUBTED = replace(BOUGHT, against=("It is an option.",))
SUPPLIER = made_claim(SupplierValue(name="Acorn Optics"))
TITLE = made_claim(TextValue(text="A title"))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        (DOUBTED, BOUGHT),
        (replace(BOUGHT, against=("One.", "Two.")), DOUBTED),
        (replace(BOUGHT, picture=PictureSays.OTHER), replace(BOUGHT, picture=PictureSays.UNCLEAR)),
        (replace(BOUGHT, picture=PictureSays.UNCLEAR), replace(BOUGHT, picture=PictureSays.SAME)),
        (replace(BOUGHT, confidence=0.4), replace(BOUGHT, confidence=0.9)),
        (BOUGHT, capability(MILD)),
        (BOUGHT, capability(stage=Stage.TENDER)),
        (capability(stage=Stage.CANDIDATE), capability(stage=Stage.TENDER)),
        (BOUGHT, capability(polarity=Polarity.NEGATED)),
        (capability(), SUPPLIER),
        (capability(polarity=Polarity.DISCUSSED), TITLE),
        (SUPPLIER, TITLE),
        (DOUBTED, replace(TITLE, against=("One.", "Two.", "Three."))),
    ],
)
def test_what_is_less_sure_or_would_cost_more_comes_first(first: Claim, then: Claim) -> None:
    assert points(first) > points(then)


def test_what_surrounds_a_claim_counts() -> None:
    grave = Surroundings(beside="critical")
    assert points(SUPPLIER, grave) > points(SUPPLIER)
    assert points(TITLE, grave) == points(TITLE)
    assert points(BOUGHT, Surroundings(recognised=0.5)) > points(BOUGHT, Surroundings(recognised=0.9)) > points(BOUGHT)
    assert points(BOUGHT, Surroundings(is_disputed=True)) > points(BOUGHT, Surroundings(is_outdated=True))
    assert points(BOUGHT, Surroundings(is_outdated=True)) > points(BOUGHT)


def test_each_place_has_its_reasons() -> None:
    assert keys(BOUGHT) == ["order.bought", "order.sure"]
    assert keys(capability(stage=Stage.TENDER)) == ["order.asked_for", "order.sure"]
    assert keys(capability(polarity=Polarity.FORBIDDEN)) == ["order.not_bought", "order.sure"]
    assert keys(SUPPLIER, Surroundings(beside="high")) == ["order.named_beside", "order.sure"]
    around = Surroundings(recognised=0.876, is_disputed=True, is_outdated=True)
    claim = replace(DOUBTED, picture=PictureSays.OTHER, confidence=0.75)
    doubts = ["disputed", "outdated", "picture_other", "against", "rule", "recognised"]
    assert keys(claim, around) == ["order.bought", *(f"order.{doubt}" for doubt in doubts)]
    assert urgency(claim, around).reasons[-1].values == {"percent": 88}


def test_the_gravest_capability_that_is_bought_counts_beside() -> None:
    assert gravest_bought([capability(MILD), capability(), SUPPLIER]) == "critical"
    assert gravest_bought([capability(polarity=Polarity.NEGATED), SUPPLIER]) is None
    assert gravest_bought([capability("no.such")]) == "unknown"
    assert order_version().startswith("1/")
