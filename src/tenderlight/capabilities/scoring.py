"""How sure a claim is, and what speaks against it, in sentences for its reader."""

from __future__ import annotations

import math
import re

from tenderlight.capabilities.context import Place
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.second_reader import UNHEARD, Opinion, SenseOpinion
from tenderlight.capabilities.support import Near, Support
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.model.statement import BUYING_POLARITIES, Polarity

SLIP = "A character is read otherwise than printed in the vocabulary: it may be a slip of text recognition."
LEAST = 0.6
"""A purchase less likely than this is not claimed: in text written to mislead, about two passages in a hundred are
wrongly accused by those over it. `tenderlight suggest` lists those under it."""
LEAST_OF_WEAKER = 0.8
"""The same where a rule is met in a weaker form only."""
LEAST_OF_LITTLE_LEARNED = 0.5
"""The same in scripts and languages that the second reader has met in few passages: it doubts too much there."""
LEAST_IN_FEW_WORDS = 0.35
"""The same in a title or a row of a few words: there is little to go by."""
LEAST_NAMED = LEAST_SAID = 0.35
"""The same, and what is said at least, where the rule is strong by itself in a short line: there the doubts of the
second reader count for no more."""
SHORT_LINE, FEW_WORDS, FEW_CHARACTERS = 110, 70, 18
"""Characters of a short line; of one of a few words; of one in Chinese."""
SHORTEST_OF_WEAKER, SHORTEST_OF_WEAKER_IN_CHINESE = 80, 24
"""Characters of a line in which a weaker form is claimed: in fewer there is too little to go by."""
_STRONG, _STRONG_NAMED, _STRONG_IN_FEW_WORDS = 1.4, -0.3, 1.0
"""The odds by which a rule is strong by itself; the same where words name the capability, and in a title or row."""
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
_SIGNS, _BOUGHT, _LEAD, _LIKELIEST, _PURCHASE, _NAMED = 0.68, 0.64, 0.21, -0.48, 0.54, -1.09
_SENSES, _SENSES_LEAD, _SENSES_PURCHASE = 0.1, 0.46, 0.24
"""What the second reader's opinion adds to the signs: fitted on 1,400 purchases that the rules found in passages of
three hands that neither the rules nor the reader had met."""
_WEAKER = (-1.2, 0.3, 0.42, 0.55, -0.31, 0.54, 0.25, 0.4, 0.3)
"""The same, in the same order and without names, for weaker forms of rules: 3,700 finds, one in fifteen right."""
_LEAST_TOGETHER, _SURELY_BOUGHT = -8.0, 2.0
"""The least that leads, by letters and by senses, and the purchase by senses come to, for a rule that is strong by
itself; or what letters and senses both say of a purchase where no other rule finds anything on the words."""
_LEAST_SENSES = -1.0
"""What they must say of a weaker form, before the reader is asked at all."""
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
        senses = opinion.senses
        odds = _SIGNS * signs + _NAMED * is_named
        odds += _BOUGHT * _bounded(opinion.bought) + _LEAD * _bounded_lead(opinion.lead)
        odds += _LIKELIEST * _bounded(opinion.likeliest) + _PURCHASE * _bounded(opinion.purchase)
        odds += _SENSES * _bounded(senses.bought) + _SENSES_LEAD * _bounded_lead(senses.lead)
        odds += _SENSES_PURCHASE * _bounded(senses.purchase)
    probability = min(MOST_OF_MISREAD if is_misread else MOST, _probability(odds))
    return round(max(LEAST_SAID, probability) if is_strong else probability, 2)


def confidence_of_weaker(signs: float, opinion: Opinion) -> float:
    """Return how likely a purchase is right that only a weaker form of a rule found, 0-1."""
    senses = opinion.senses
    parts = (
        1.0,
        signs,
        _bounded(opinion.bought),
        _bounded_lead(opinion.lead),
        _bounded(opinion.likeliest),
        _bounded(opinion.purchase),
        _bounded(senses.bought),
        _bounded_lead(senses.lead),
        _bounded(senses.purchase),
    )
    odds = sum(weight * part for weight, part in zip(_WEAKER, parts, strict=True))
    return round(min(MOST, _probability(odds)), 2)


def is_worth_asking(senses: SenseOpinion) -> bool:
    """Say whether the senses around speak enough for what a weaker form found, for the reader to be asked."""
    return senses.bought >= _LEAST_SENSES


def is_agreed(opinion: Opinion | None) -> bool:
    """Say whether the reader itself favours the capability that a weaker form found."""
    return opinion is not None and opinion.bought >= 0.0


def is_strong_alone(support: Support, signs: float, opinion: Opinion | None = None, *, is_named: bool) -> bool:
    """Say whether the signs are strong, in a line so short that the second reader has little to go by.

    What senses stand there must not speak against it too much: for another capability, and for no purchase.
    """
    if opinion is not None and opinion.senses is not UNHEARD and _is_contradicted(opinion, support):
        return False
    least = _STRONG_IN_FEW_WORDS if _has_few_words(support) else _STRONG
    return support.line_length <= SHORT_LINE and signs >= (_STRONG_NAMED if is_named else least)


def _is_contradicted(opinion: Opinion, support: Support) -> bool:
    senses = opinion.senses
    is_something_bought = min(opinion.purchase, senses.purchase) >= _SURELY_BOUGHT and not support.has_rival
    return opinion.lead + senses.lead + senses.purchase < _LEAST_TOGETHER and not is_something_bought


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-odds))


def _bounded(value: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST, value))


def _bounded_lead(lead: float) -> float:
    return max(-_FARTHEST, min(_FARTHEST_AHEAD, lead))


def is_too_unsure(support: Support, confidence: float, words: str, *, is_strong: bool) -> bool:
    """Say whether a purchase is so unsure that it is not claimed.

    Args:
        support: What stands around the words.
        confidence: How likely it is right.
        words: The words quoted.
        is_strong: See `is_strong_alone`.
    """
    least = LEAST_NAMED if is_strong else LEAST
    if _has_few_words(support):
        least = min(least, LEAST_IN_FEW_WORDS)
    if _LITTLE_LEARNED.search(words):
        least = min(least, LEAST_OF_LITTLE_LEARNED)
    return confidence < least


def is_too_unsure_of_weaker(support: Support, confidence: float) -> bool:
    """Say the same of what a weaker form of a rule found; a title or row of a few words gives too little to go by."""
    shortest = SHORTEST_OF_WEAKER if support.is_latin else SHORTEST_OF_WEAKER_IN_CHINESE
    return confidence < LEAST_OF_WEAKER or support.line_length < shortest


def _has_few_words(support: Support) -> bool:
    return support.line_length <= (FEW_WORDS if support.is_latin else FEW_CHARACTERS)
