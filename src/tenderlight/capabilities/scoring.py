"""What speaks against a claim, in sentences for its reader; what signs come to; and how sure is sure enough."""

from __future__ import annotations

import math

from tenderlight.capabilities.context import Place
from tenderlight.capabilities.opinions import Opinion
from tenderlight.capabilities.patterns import Candidate
from tenderlight.capabilities.support import Near, Support
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.capabilities.vocabulary import Form
from tenderlight.model.statement import BUYING_POLARITIES, Polarity

SLIP = "A character is read otherwise than printed in the vocabulary: it may be a slip of text recognition."
LEAST = 0.65
"""A purchase that a whole rule finds and that is less likely than this is not claimed, unless the rule is strong by
itself in a short line. `tenderlight suggest` lists what is not claimed."""
LEAST_IN_FEW_WORDS = 0.3
"""The same in a title or a row of a few words: there is little to go by, and most of what rules find there is right."""
LEAST_OF_WEAKER, LEAST_OF_WEAKEST, LEAST_IN_SHORT_LINES = 0.7, 0.85, 0.93
"""The same where a rule is met in a weaker form only; where that asks for two senses or some; and in a short line."""
LEAST_OF_NAMED, LEAST_OF_STRONG, LEAST_OF_STRONGEST = 0.01, 0.05, 0.04
"""The same in a short line where a capability is named in full in two ways; and in a title or row where the rule is
strong, or very strong, by itself."""
LEAST_OF_STRONG_IN_SHORT_LINES = 0.45
"""The same in a short line of more words."""
LEAST_SUGGESTED = 0.3
"""What a weaker form finds and is less likely than this is not suggested either."""
LEAST_SAID = 0.35
"""What is said at least of how likely a purchase is that is claimed because the rule is strong by itself."""
SHORT_LINE, FEW_WORDS, FEW_CHARACTERS = 110, 70, 18
"""Characters of a short line; of one of a few words; of one in Chinese."""
FEWEST_WAYS = 2
"""Patterns that lead to a capability where words name it in full: a name alone may be chance."""
SHORTEST_OF_WEAKER, SHORTEST_OF_WEAKER_IN_CHINESE = 20, 8
"""Characters of a line in which a weaker form is claimed: in fewer there is too little to go by."""
SHORT_OF_WEAKER, SHORT_OF_WEAKER_IN_CHINESE = 40, 24
"""Characters of a line from which on a weaker form need be no surer than in long ones."""
_STRONGEST, _STRONG, _STRONG_NAMED = 1.4, 0.9, -0.3
"""The odds, by the signs alone, by which a rule is very strong or strong by itself, or strong enough to name."""
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
_AGREED = -2.0
"""What letters must say of a weaker form, for it to be weighed."""
_FAVOURED, _FAVOURED_BY_SENSES = -1.0, -1.0
"""What letters, or senses, must say of a capability of which only some senses stand there, and for no other more."""
_WEAKEST = frozenset({Form.ANY_TWO, Form.SOME})
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


def without_slip(signs: float) -> float:
    """Return what the signs of a misread word come to if it is read as printed in the vocabulary."""
    return signs + _SLIP


def likely_by_signs(signs: float) -> float:
    """Return how likely a finding is right by the signs alone, 0-1."""
    return 1.0 / (1.0 + math.exp(-signs))


def likely_if_misread(likely: float) -> float:
    """Return how likely a finding is right one of whose characters is read otherwise than printed, 0-1."""
    odds = likely / (1.0 - likely) * math.exp(-_SLIP) if likely < 1.0 else math.inf
    return 1.0 if odds == math.inf else odds / (1.0 + odds)


def confidence_of(likely: float, *, is_misread: bool) -> float:
    """Return what is said of how likely a finding is right, 0-1.

    Args:
        likely: How likely it is.
        is_misread: Whether a character is read otherwise than printed in the vocabulary.
    """
    return round(min(MOST_OF_MISREAD if is_misread else MOST, likely), 2)


def is_agreed(opinion: Opinion | None) -> bool:
    """Say whether the letters, too, speak enough for the capability that a weaker form found, for it to be weighed."""
    return opinion is not None and opinion.bought >= _AGREED


def is_favoured(opinion: Opinion | None) -> bool:
    """Say whether letters or senses favour a capability of which only some senses stand there, for it to be weighed."""
    if opinion is None:
        return False
    senses = opinion.senses
    by_letters = opinion.bought >= _FAVOURED and opinion.lead > 0
    return by_letters or (senses.bought >= _FAVOURED_BY_SENSES and senses.lead > 0)


def is_strong_alone(
    support: Support,
    signs: float,
    likely: float | None,
    *,
    is_named: bool,
    has_cue: bool = False,
    is_little_learned: bool = False,
) -> bool:
    """Say whether a rule is so strong, in a line so short that a reader has little to go by, that it is believed.

    Args:
        support: What stands around the words.
        signs: What that comes to: the logarithm of the odds that a finding is right.
        likely: How likely the second reader and the trees hold it; None where they know nothing of it.
        is_named: Whether the words name the capability in full.
        has_cue: Whether words beside them say that it is bought.
        is_little_learned: Whether the second reader has met the language in few passages: doubts count for less there.
    """
    if support.line_length > SHORT_LINE:
        return False
    is_brief = _has_few_words(support)
    if likely is None:
        return signs >= (_STRONG_NAMED if is_named else _STRONG if is_brief else _STRONGEST)
    if is_named and signs >= _STRONG_NAMED:
        is_named_twice = support.ways >= FEWEST_WAYS and not support.has_equal_rival
        if is_little_learned or (is_named_twice and likely >= LEAST_OF_NAMED):
            return True
    if not is_brief:
        return signs >= _STRONGEST and likely >= LEAST_OF_STRONG_IN_SHORT_LINES
    return signs >= _STRONG and (has_cue or likely >= (LEAST_OF_STRONGEST if signs >= _STRONGEST else LEAST_OF_STRONG))


def is_too_unsure(likely: float, support: Support) -> bool:
    """Say whether a purchase that a whole rule finds is so unsure that it is not claimed."""
    return likely < (LEAST_IN_FEW_WORDS if _has_few_words(support) else LEAST)


def is_too_unsure_of_weaker(likely: float, support: Support, form: Form) -> bool:
    """Say the same of what only a weaker form finds; a line of a word or two gives too little to go by."""
    if is_too_short_for_weaker(support.line_length, is_latin=support.is_latin):
        return True
    if support.line_length < (SHORT_OF_WEAKER if support.is_latin else SHORT_OF_WEAKER_IN_CHINESE):
        return likely < LEAST_IN_SHORT_LINES
    return likely < (LEAST_OF_WEAKEST if form in _WEAKEST else LEAST_OF_WEAKER)


def is_too_short_for_weaker(line_length: int, *, is_latin: bool) -> bool:
    """Say whether a line of so many characters gives too little to go by for a weaker form of a rule."""
    return line_length < (SHORTEST_OF_WEAKER if is_latin else SHORTEST_OF_WEAKER_IN_CHINESE)


def _has_few_words(support: Support) -> bool:
    return support.line_length <= (FEW_WORDS if support.is_latin else FEW_CHARACTERS)
