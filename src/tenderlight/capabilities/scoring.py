"""How sure a claim is, and what speaks against it, in sentences for its reader."""

from __future__ import annotations

import math

from tenderlight.capabilities.context import Place
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.support import Near, Support
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.model.statement import BUYING_POLARITIES, Polarity

SLIP = "A character is read otherwise than printed in the vocabulary: it may be a slip of text recognition."
LEAST = 0.45
"""A purchase less likely than this is not claimed: in text written to mislead, those under it are likelier wrong than
right."""
LEAST_NAMED = 0.25
"""The same where the words name the capability: of 35 under it that were met in unseen passages 32 were wrong."""
MOST, MOST_OF_MISREAD = 0.98, 0.97
"""No rule is surer of a claim than this: of those at 0.95 and more, six in a thousand passages were wrong."""
_ALONE = 1.1
_WAYS = (0.0, 0.0, 0.3, 0.55, 1.0)
"""By the number of patterns that are met."""
_TEN_CHARACTERS = 0.9
_DELIVERED, _NAMED_OPTION = 0.7, 0.7
_RIVAL, _EQUAL_RIVAL, _STRONGER_RIVAL = 0.65, 0.8, 0.7
_REFUSAL = {Near.SENTENCE: 1.3, Near.LINE: 0.95, Near.NOWHERE: 0.0}
_BACKGROUND = {Near.SENTENCE: 0.8, Near.LINE: 0.3, Near.NOWHERE: 0.0}
_THINGS, _TRADE, _EXCLUSION = 1.35, 0.95, 1.15
_QUOTED, _LATIN = 0.95, 0.3
_AGAINST, _SLIP = 0.25, 1.2
_SECOND, _BOTH, _MOST_DOUBT, _MOST_TRUST = 1.2, 1.6, -2.0, 4.0
"""What the second reader's opinion adds, bounded; fitted on 1,037 such purchases that neither had met."""
_UNDECIDED = -_BOTH / _SECOND
_SOFT = frozenset({Polarity.OPTIONAL, Polarity.STANDARD})


def counter_evidence(candidate: Candidate, verdict: Verdict, place: Place | None) -> tuple[str, ...]:
    """Return what speaks against reading the words as the capability with this polarity, one sentence each."""
    against = [*candidate.pattern.against, *verdict.against]
    if candidate.weak:
        against.append(SLIP)
    if place is not None and place.says and verdict.polarity in BUYING_POLARITIES:
        against.append(place.says)
    return tuple(dict.fromkeys(against))


def confidence_of(
    support: Support,
    polarity: Polarity,
    against: tuple[str, ...],
    *,
    delivers: bool,
    opinion: float | None,
    is_named: bool,
) -> float:
    """Return how likely a claim is right, 0-1, as measured on text that was written to mislead.

    The sum of what speaks for it and against it is the logarithm of its odds. The weights were fitted (logistic
    regression, then rounded) on 1,224 purchases that earlier versions of the rules reported in passages which those
    versions had never met; see `docs/reference/evaluation.md`. What the pattern is worth by itself says nothing there.

    Args:
        support: What stands around the words.
        polarity: What is claimed.
        against: The counter-evidence that the claim states.
        delivers: Whether the document tells what is or was delivered: a bid, an award, a contract, an acceptance.
        opinion: What the second reader makes of the lines around (see `SecondOpinion.of`); None = nothing.
        is_named: Whether a name that stands for the capability by itself is met: no opinion speaks against that.
    """
    odds = _ALONE + _WAYS[support.ways] + _TEN_CHARACTERS * support.length / 10
    odds += _DELIVERED * delivers + _NAMED_OPTION * (polarity in _SOFT) - _LATIN * support.is_latin
    odds -= _RIVAL * support.has_rival + _EQUAL_RIVAL * support.has_equal_rival
    odds -= _STRONGER_RIVAL * support.has_stronger_rival + _QUOTED * support.is_quoted
    odds -= _THINGS * support.is_near_things + _TRADE * support.is_near_trade
    odds -= _EXCLUSION * support.is_near_exclusion
    if polarity in BUYING_POLARITIES:
        odds -= _REFUSAL[support.refusal] + _BACKGROUND[support.background]
    odds -= _SLIP * (SLIP in against) + _AGAINST * any(one != SLIP for one in against)
    if opinion is not None and not (is_named and opinion < _UNDECIDED):
        odds += _SECOND * max(_MOST_DOUBT, min(_MOST_TRUST, opinion)) + _BOTH
    most = MOST_OF_MISREAD if SLIP in against else MOST
    return round(min(most, 1.0 / (1.0 + math.exp(-odds))), 2)


def is_too_unsure(polarity: Polarity, confidence: float, *, is_named: bool) -> bool:
    """Say whether a purchase is so unsure that it is not claimed; a refusal accuses nobody, and is always told."""
    return polarity in BUYING_POLARITIES and confidence < (LEAST_NAMED if is_named else LEAST)
