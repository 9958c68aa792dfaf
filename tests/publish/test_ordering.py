"""What people are shown first."""

from __future__ import annotations

import itertools

import pytest

from tenderlight.capabilities import SEVERITIES, capability_entries
from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import CapabilityValue
from tenderlight.publish.ordering import gravity, least_telling

QUOTE = Quote(document="a" * 64, path="a.pdf", start=0, end=1, text="x", page_number=1)


def claim(code: str, polarity: Polarity, stage: Stage) -> Claim:
    return Claim(
        claim=f"{code} {polarity} {stage}",
        contract="c",
        kind=StatementKind.CAPABILITY,
        value=CapabilityValue(capability=code),
        polarity=polarity,
        stage=stage,
        rule=code,
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(QUOTE,),
    )


IN_ORDER = [
    claim("eth.face_ethnicity", Polarity.STANDARD, Stage.CONTRACT),
    claim("face.access_attendance", Polarity.OFFERED, Stage.AWARD),
    claim("eth.face_ethnicity", Polarity.REQUIRED, Stage.TENDER),
    claim("face.access_attendance", Polarity.REQUIRED, Stage.TENDER),
    claim("eth.face_ethnicity", Polarity.FORBIDDEN, Stage.CONTRACT),
    claim("face.access_attendance", Polarity.DISCUSSED, Stage.TENDER),
]


@pytest.mark.parametrize("shuffled", list(itertools.permutations(IN_ORDER))[::37])
def test_grave_purchases_come_first(shuffled: tuple[Claim, ...]) -> None:
    assert sorted(shuffled, key=least_telling) == IN_ORDER


def test_every_capability_has_its_place() -> None:
    assert {entry.severity for entry in capability_entries().values()} <= set(SEVERITIES)
    assert gravity("eth.face_ethnicity") < gravity("face.access_attendance") < gravity("no.such_capability")
