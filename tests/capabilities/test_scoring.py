"""What makes a claim surer, and what is too unsure to be claimed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.capabilities.scoring import (
    FEW_CHARACTERS,
    FEW_WORDS,
    LEAST,
    LEAST_IN_FEW_WORDS,
    LEAST_NAMED,
    LEAST_OF_LITTLE_LEARNED,
    MOST,
    MOST_OF_MISREAD,
    SHORT_LINE,
    confidence_of,
    is_strong_alone,
    is_too_unsure,
    signs_of,
)
from tenderlight.capabilities.second_reader import UNHEARD, Opinion, SenseOpinion
from tenderlight.capabilities.support import Near, Support
from tenderlight.model.statement import Polarity
from tests.capabilities.made_support import PLAIN_SUPPORT

SUPPORT = replace(PLAIN_SUPPORT, ways=2, length=12, line_length=SHORT_LINE)
AGREES, DOUBTS = (Opinion(bought=one, lead=one, purchase=one) for one in (99.0, -99.0))


def signs(support: Support) -> float:
    return signs_of(support, Polarity.REQUIRED, (), delivers=False)


def confidence(opinion: Opinion | None, *, is_strong: bool = False, is_misread: bool = False) -> float:
    return confidence_of(signs(SUPPORT), opinion, is_named=False, is_strong=is_strong, is_misread=is_misread)


@pytest.mark.parametrize("part", ["bought", "lead", "purchase"])
def test_the_more_the_second_reader_agrees_the_surer_a_purchase_is(part: str) -> None:
    asked = {"bought": -1.0, "lead": -1.0, "purchase": -1.0}
    rising = [confidence(Opinion(**asked | {part: value}, senses=UNHEARD, clause=None)) for value in (-3.0, -1.0, 0.0)]
    assert rising == sorted(rising)
    assert rising[0] < rising[-1]


def test_nobody_is_surer_than_was_measured_however_much_agrees() -> None:
    assert confidence(AGREES) == MOST
    assert confidence(AGREES, is_misread=True) == MOST_OF_MISREAD
    assert 0 <= confidence(DOUBTS) < LEAST_NAMED == confidence(DOUBTS, is_strong=True)


@pytest.mark.parametrize(
    ("support", "is_named", "is_strong"),
    [
        (SUPPORT, False, True),
        (replace(SUPPORT, line_length=SHORT_LINE + 1), False, False),
        (replace(SUPPORT, refusal=Near.SENTENCE), False, False),
        (replace(SUPPORT, refusal=Near.SENTENCE), True, True),
        (replace(SUPPORT, refusal=Near.SENTENCE, is_near_things=True, is_near_trade=True), True, False),
    ],
)
def test_a_rule_is_strong_by_itself_in_a_short_line_that_says_little_against_it(
    support: Support, is_named: bool, is_strong: bool
) -> None:
    assert is_strong_alone(support, signs(support), is_named=is_named) is is_strong


def test_without_a_name_in_full_the_clause_must_speak_for_a_strong_rule() -> None:
    against = Opinion(bought=-3.0, lead=-5.0, purchase=4.0)
    for_it = replace(against, clause=Opinion(bought=0.5, lead=1.0, purchase=0.0))
    by_senses = replace(against, clause=replace(against, senses=SenseOpinion(bought=2.0, lead=1.0)))
    assert not is_strong_alone(SUPPORT, signs(SUPPORT), against, is_named=False)
    assert is_strong_alone(SUPPORT, signs(SUPPORT), for_it, is_named=False)
    assert is_strong_alone(SUPPORT, signs(SUPPORT), by_senses, is_named=False)
    assert is_strong_alone(SUPPORT, signs(SUPPORT), against, is_named=True)
    equal = replace(SUPPORT, has_rival=True, has_equal_rival=True)
    assert not is_strong_alone(equal, signs(equal), against, is_named=True)
    assert not is_strong_alone(replace(SUPPORT, ways=1), signs(SUPPORT), against, is_named=True)


def test_in_a_title_a_strong_rule_holds_unless_all_speaks_for_something_else() -> None:
    title = replace(SUPPORT, line_length=FEW_CHARACTERS)
    doubts = Opinion(bought=-3.0, lead=-5.0, purchase=0.0)
    other = replace(doubts, senses=SenseOpinion(lead=-4.0))
    assert is_strong_alone(title, signs(title), doubts, is_named=False)
    assert not is_strong_alone(title, signs(title), other, is_named=False)


@pytest.mark.parametrize(
    ("words", "support", "is_strong", "least"),
    [
        ("人脸民族识别", SUPPORT, False, LEAST),
        ("人脸民族识别", SUPPORT, True, LEAST_NAMED),
        ("人脸民族识别", replace(SUPPORT, line_length=FEW_CHARACTERS), False, LEAST_IN_FEW_WORDS),
        ("распознавание лиц", replace(SUPPORT, line_length=FEW_CHARACTERS + 1), False, LEAST),
        ("распознавание лиц", replace(SUPPORT, line_length=FEW_WORDS, is_latin=True), False, LEAST_IN_FEW_WORDS),
        ("розпізнавання облич", SUPPORT, False, LEAST_OF_LITTLE_LEARNED),
        ("التعرف على الوجوه", SUPPORT, False, LEAST_OF_LITTLE_LEARNED),
        ("تشخیص چهره", SUPPORT, True, LEAST_NAMED),
    ],
)
def test_how_sure_a_purchase_must_be(words: str, support: Support, is_strong: bool, least: float) -> None:
    assert is_too_unsure(support, least - 0.01, words, is_strong=is_strong)
    assert not is_too_unsure(support, least, words, is_strong=is_strong)
