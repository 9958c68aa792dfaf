"""A polarity, how it was come by, and which of several cues is the strongest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.cues import CueHit
from tenderlight.model.statement import Polarity

_RANK = {
    Polarity.FORBIDDEN: 0,
    Polarity.NEGATED: 1,
    Polarity.DISCUSSED: 2,
    Polarity.OPTIONAL: 3,
    Polarity.STANDARD: 4,
    Polarity.OFFERED: 5,
    Polarity.REQUIRED: 6,
}
WEAK = frozenset({"cue.standard_weak", "cue.background_weak", "cue.standard_preset"})
"""Cues that count only where no firm one stands."""
_WEAK_RANK = {Polarity.DISCUSSED: 0, Polarity.STANDARD: 1}


@dataclass(frozen=True, slots=True)
class Verdict:
    """A polarity, and how it was come by."""

    polarity: Polarity
    level: str
    """What said it: item, clause, sentence, lead, row, column, place, document."""
    cue: Span | None = None
    against: tuple[str, ...] = ()
    superseded: bool = False
    """True for words that the same document replaces by others."""


def _rank(pair: CueHit) -> int:
    """Order cues by what they say; weak ones ("built in", "currently") come after every other."""
    hit, cue = pair
    return len(_RANK) + _WEAK_RANK[cue.polarity] if not hit.senses.isdisjoint(WEAK) else _RANK[cue.polarity]


def without_price(cues: Sequence[CueHit]) -> Sequence[CueHit]:
    """Drop "not in the price" where "option" stands beside it: what can be had apart is not left out."""
    if all(cue.polarity is not Polarity.OPTIONAL for _, cue in cues):
        return cues
    return [(hit, cue) for hit, cue in cues if cue.polarity is not Polarity.NEGATED or "not_in_price" not in hit.senses]


def strongest(cues: Sequence[CueHit], level: str) -> Verdict:
    """Return what the cue says that outranks the others: a refusal first, a bare demand last."""
    hit, cue = min(without_price(cues), key=_rank)
    return Verdict(cue.polarity, level, (hit.start, hit.end))
