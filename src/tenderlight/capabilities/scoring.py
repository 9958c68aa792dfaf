"""How sure a claim is, and what speaks against it, in sentences for its reader."""

from __future__ import annotations

from tenderlight.capabilities.context import Place
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.model.statement import BUYING_POLARITIES

SLIP = "A character is read otherwise than printed in the vocabulary: it may be a slip of text recognition."
_BY_LEVEL = {"item": 1.0, "clause": 1.0, "sentence": 0.97, "row": 0.97, "lead": 0.95, "column": 0.95, "place": 0.93}
_BY_DOCUMENT = 0.9


def counter_evidence(candidate: Candidate, verdict: Verdict, place: Place | None) -> tuple[str, ...]:
    """Return what speaks against reading the words as the capability with this polarity, one sentence each."""
    against = [*candidate.pattern.against, *verdict.against]
    if candidate.weak:
        against.append(SLIP)
    if place is not None and place.says and verdict.polarity in BUYING_POLARITIES:
        against.append(place.says)
    return tuple(dict.fromkeys(against))


def confidence_of(candidate: Candidate, verdict: Verdict, against: tuple[str, ...]) -> float:
    """Return 0-1: the pattern's own, less for a polarity read from far away and for each thing that speaks against it.

    It orders claims for review; it is no probability.
    """
    confidence = candidate.pattern.confidence * _BY_LEVEL.get(verdict.level, _BY_DOCUMENT) * 0.88 ** len(against)
    return round(confidence, 2)
