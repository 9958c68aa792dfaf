"""How sure a claim is, and what speaks against it, in sentences for its reader."""

from __future__ import annotations

import math
import re

from tenderlight.capabilities.context import Place
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.second_reader import Opinion
from tenderlight.capabilities.support import Near, Support
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.model.statement import BUYING_POLARITIES, Polarity

SLIP = "A character is read otherwise than printed in the vocabulary: it may be a slip of text recognition."
LEAST = 0.68
"""A purchase less likely than this is not claimed: in text written to mislead, about two passages in a hundred are
wrongly accused by those over it. `tenderlight suggest` lists those under it."""
LEAST_OF_LITTLE_LEARNED = 0.5
"""The same in scripts and languages that the second reader has met in few passages: it doubts too much there."""
LEAST_IN_FEW_WORDS = 0.42
"""The same in a title or a row of a few words: there is little to go by."""
LEAST_NAMED = LEAST_SAID = 0.35
"""The same, and what is said at least, where the rule is strong by itself in a short line: there the doubts of the
second reader count for no more."""
SHORT_LINE, FEW_WORDS, FEW_CHARACTERS = 110, 70, 18
"""Characters of a short line; of one of a few words; of one in Chinese."""
_STRONG, _STRONG_NAMED = 1.4, -0.3
"""The odds by which a rule is strong by itself; the same where words name the capability."""
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
_ASKED, _SIGNS, _BOUGHT, _LEAD, _LIKELIEST, _PURCHASE, _NAMED = 0.87, 0.61, 0.47, 0.38, -0.26, 0.51, -0.67
"""What the second reader's opinion adds to the signs: fitted on 1,300 purchases that the rules found in passages of
three hands that neither the rules nor the reader had met."""
_FARTHEST, _FARTHEST_AHEAD = 4.0, 2.0
"""Opinions are bounded: no wording is surer than these."""
_LITTLE_LEARNED = re.compile("[\u0600-\u06ff\u0456\u0457\u0454\u0491]")
"""Letters of Arabic and Persian, and those that Ukrainian has and Russian has not."""
_SOFT = frozenset({Polarity.OPTIONAL, Polarity.STANDARD})


def counter_evidence(candidate: Candidate, verdict: Verdict, place: Place | None) -> tuple[str, ...]:
    """Return what speaks against reading the words as the capability with this polarity, one sentence each."""
    against = [*candidate.pattern.against, *verdict.against]
    if candidate.weak:
        against.append(SLIP)
    if place is not None and place.says and verdict.polarity in BUYING_POLARITIES:
        against.append(place.says)
    return tuple(dict.fromkeys(against))


def signs_of(support: Support, polarity: Polarity, against: tuple[str, ...], *, delivers: bool) -> float:
    """Return what the signs around the words say, for themselves: the logarithm of the odds that a claim is right.

    The weights were fitted (logistic regression, then rounded) on 1,224 purchases that earlier versions of the rules
    reported in passages which those versions had never met; see `docs/reference/evaluation.md`. What the pattern is
    worth by itself says nothing there.

    Args:
        support: What stands around the words.
        polarity: What is claimed.
        against: The counter-evidence that the claim states.
        delivers: Whether the document tells what is or was delivered: a bid, an award, a contract, an acceptance.
    """
    odds = _ALONE + _WAYS[support.ways] + _TEN_CHARACTERS * support.length / 10
    odds += _DELIVERED * delivers + _NAMED_OPTION * (polarity in _SOFT) - _LATIN * support.is_latin
    odds -= _RIVAL * support.has_rival + _EQUAL_RIVAL * support.has_equal_rival
    odds -= _STRONGER_RIVAL * support.has_stronger_rival + _QUOTED * support.is_quoted
    odds -= _THINGS * support.is_near_things + _TRADE * support.is_near_trade
    odds -= _EXCLUSION * support.is_near_exclusion
    if polarity in BUYING_POLARITIES:
        odds -= _REFUSAL[support.refusal] + _BACKGROUND[support.background]
    return odds - _SLIP * (SLIP in against) - _AGAINST * any(one != SLIP for one in against)


def confidence_of(signs: float, opinion: Opinion | None, *, is_named: bool, is_strong: bool, is_misread: bool) -> float:
    """Return how likely a purchase is right, 0-1, as measured on text that was written to mislead.

    Args:
        signs: See `signs_of`.
        opinion: What the second reader makes of the words and the lines around; None = nothing, or no purchase.
        is_named: Whether a name that stands for the capability by itself is met.
        is_strong: See `is_strong_alone`.
        is_misread: Whether a character is read otherwise than printed in the vocabulary.
    """
    odds = signs
    if opinion is not None:
        odds = _ASKED + _SIGNS * signs + _NAMED * is_named
        odds += _BOUGHT * _bounded(opinion.bought) + _LEAD * _bounded_lead(opinion)
        odds += _LIKELIEST * _bounded(opinion.likeliest) + _PURCHASE * _bounded(opinion.purchase)
    probability = min(MOST_OF_MISREAD if is_misread else MOST, 1.0 / (1.0 + math.exp(-odds)))
    return round(max(LEAST_SAID, probability) if is_strong else probability, 2)


def is_strong_alone(support: Support, signs: float, *, is_named: bool) -> bool:
    """Say whether the signs are strong, in a line so short that the second reader has little to go by."""
    return support.line_length <= SHORT_LINE and signs >= (_STRONG_NAMED if is_named else _STRONG)


def _bounded(value: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, value))


def _bounded_lead(opinion: Opinion) -> float:
    return max(-_FARTHEST, min(_FARTHEST_AHEAD, opinion.lead))


def is_too_unsure(support: Support, confidence: float, words: str, *, is_strong: bool) -> bool:
    """Say whether a purchase is so unsure that it is not claimed.

    Args:
        support: What stands around the words.
        confidence: How likely it is right.
        words: The words quoted.
        is_strong: See `is_strong_alone`.
    """
    least = LEAST_NAMED if is_strong else LEAST
    if support.line_length <= (FEW_WORDS if support.is_latin else FEW_CHARACTERS):
        least = min(least, LEAST_IN_FEW_WORDS)
    if _LITTLE_LEARNED.search(words):
        least = min(least, LEAST_OF_LITTLE_LEARNED)
    return confidence < least
