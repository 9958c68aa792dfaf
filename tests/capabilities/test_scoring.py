"""What makes a claim surer, and what is too unsure to be claimed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.capabilities.scoring import (
    FEW_CHARACTERS,
    FEW_WORDS,
    LEAST,
    LEAST_IN_FEW_WORDS,
    LEAST_IN_SHORT_LINES,
    LEAST_OF_NAMED,
    LEAST_OF_STRONG,
    LEAST_OF_STRONG_IN_SHORT_LINES,
    LEAST_OF_STRONGEST,
    LEAST_OF_WEAKER,
    LEAST_OF_WEAKEST,
    MOST,
    MOST_OF_MISREAD,
    SHORT_LINE,
    SHORT_OF_WEAKER_IN_CHINESE,
    SHORTEST_OF_WEAKER,
    SHORTEST_OF_WEAKER_IN_CHINESE,
    SLIP,
    confidence_of,
    is_strong_alone,
    is_too_unsure,
    is_too_unsure_of_weaker,
    likely_by_signs,
    likely_if_misread,
    signs_of,
    without_slip,
)
from tenderlight.capabilities.support import Near, Support
from tenderlight.capabilities.vocabulary import Form
from tenderlight.model.statement import Polarity
from tests.capabilities.made_support import PLAIN_SUPPORT

SHORT = replace(PLAIN_SUPPORT, ways=2, length=12, line_length=SHORT_LINE)


def signs(support: Support, against: tuple[str, ...] = ()) -> float:
    return signs_of(support, Polarity.REQUIRED, against, delivers=False)


@pytest.mark.parametrize(
    "worse",
    [
        replace(PLAIN_SUPPORT, has_rival=True),
        replace(PLAIN_SUPPORT, has_equal_rival=True),
        replace(PLAIN_SUPPORT, has_stronger_rival=True),
        replace(PLAIN_SUPPORT, refusal=Near.LINE),
        replace(PLAIN_SUPPORT, refusal=Near.SENTENCE),
        replace(PLAIN_SUPPORT, background=Near.SENTENCE),
        replace(PLAIN_SUPPORT, is_near_things=True),
        replace(PLAIN_SUPPORT, is_near_trade=True),
        replace(PLAIN_SUPPORT, is_near_exclusion=True),
        replace(PLAIN_SUPPORT, is_quoted=True),
        replace(PLAIN_SUPPORT, length=4),
    ],
)
def test_what_stands_around_makes_a_finding_less_likely(worse: Support) -> None:
    assert signs(worse) < signs(PLAIN_SUPPORT) < signs(replace(PLAIN_SUPPORT, ways=3))
    assert likely_by_signs(signs(worse)) < likely_by_signs(signs(PLAIN_SUPPORT))


def test_a_slip_speaks_against_a_finding_more_than_another_reason_does() -> None:
    assert signs(PLAIN_SUPPORT, (SLIP,)) < signs(PLAIN_SUPPORT, ("A reason.",)) < signs(PLAIN_SUPPORT)


def test_nobody_is_surer_than_was_measured_however_much_agrees() -> None:
    assert confidence_of(1.0, is_misread=False) == MOST
    assert confidence_of(1.0, is_misread=True) == MOST_OF_MISREAD
    assert confidence_of(0.123, is_misread=True) == 0.12


def test_less_than_the_whole_of_a_rule_must_be_surer() -> None:
    assert is_too_unsure(LEAST - 0.01, PLAIN_SUPPORT)
    assert not is_too_unsure(LEAST, PLAIN_SUPPORT)
    line = replace(PLAIN_SUPPORT, line_length=SHORT_OF_WEAKER_IN_CHINESE)
    shorter = replace(line, line_length=SHORT_OF_WEAKER_IN_CHINESE - 1)
    cases = [(line, Form.FEWER, LEAST_OF_WEAKER), (line, Form.SOME, LEAST_OF_WEAKEST)]
    for support, form, least in (*cases, (shorter, Form.FEWER, LEAST_IN_SHORT_LINES)):
        assert is_too_unsure_of_weaker(least - 0.01, support, form)
        assert not is_too_unsure_of_weaker(least, support, form)
    assert LEAST < LEAST_OF_WEAKER < LEAST_OF_WEAKEST <= LEAST_IN_SHORT_LINES


@pytest.mark.parametrize(
    "support",
    [
        replace(PLAIN_SUPPORT, line_length=FEW_CHARACTERS),
        replace(PLAIN_SUPPORT, line_length=FEW_WORDS, is_latin=True),
    ],
)
def test_in_a_title_a_whole_rule_need_not_be_as_sure(support: Support) -> None:
    assert not is_too_unsure(LEAST_IN_FEW_WORDS, support)
    assert is_too_unsure(LEAST_IN_FEW_WORDS - 0.01, support)
    assert is_too_unsure(LEAST_IN_FEW_WORDS, replace(support, line_length=support.line_length + 1))


def test_a_slip_makes_a_purchase_less_likely_and_never_impossible() -> None:
    for likely in (0.1, 0.5, 0.9, 0.99):
        assert 0 < likely_if_misread(likely) < likely
    assert likely_if_misread(1.0) == 1.0


@pytest.mark.parametrize(("is_latin", "shortest"), [(True, SHORTEST_OF_WEAKER), (False, SHORTEST_OF_WEAKER_IN_CHINESE)])
def test_in_a_few_words_nothing_weaker_is_claimed(is_latin: bool, shortest: int) -> None:
    line = replace(PLAIN_SUPPORT, is_latin=is_latin, line_length=shortest)
    assert not is_too_unsure_of_weaker(0.98, line, Form.FARTHER)
    assert is_too_unsure_of_weaker(0.98, replace(line, line_length=shortest - 1), Form.FARTHER)


@pytest.mark.parametrize(
    ("support", "is_named", "is_strong"),
    [
        (SHORT, False, True),
        (replace(SHORT, line_length=SHORT_LINE + 1), False, False),
        (replace(SHORT, refusal=Near.SENTENCE), False, False),
        (replace(SHORT, refusal=Near.SENTENCE), True, True),
        (replace(SHORT, refusal=Near.SENTENCE, is_near_things=True, is_near_trade=True), True, False),
    ],
)
def test_a_rule_is_strong_by_itself_in_a_short_line_that_says_little_against_it(
    support: Support, is_named: bool, is_strong: bool
) -> None:
    assert is_strong_alone(support, signs(support), None, is_named=is_named) is is_strong


@pytest.mark.parametrize(
    ("support", "least"),
    [
        (replace(SHORT, line_length=FEW_CHARACTERS), LEAST_OF_STRONGEST),
        (replace(SHORT, line_length=FEW_CHARACTERS, refusal=Near.SENTENCE), LEAST_OF_STRONG),
        (SHORT, LEAST_OF_STRONG_IN_SHORT_LINES),
    ],
)
def test_the_stronger_a_rule_is_and_the_fewer_the_words_the_less_need_the_reader_believe_it(
    support: Support, least: float
) -> None:
    assert is_strong_alone(support, signs(support), least, is_named=False)
    assert not is_strong_alone(support, signs(support), least - 0.01, is_named=False)


def test_what_words_name_in_full_in_two_ways_is_nearly_always_believed() -> None:
    assert is_strong_alone(SHORT, signs(SHORT), LEAST_OF_NAMED, is_named=True)
    assert not is_strong_alone(SHORT, signs(SHORT), LEAST_OF_NAMED - 0.01, is_named=True)
    assert not is_strong_alone(replace(SHORT, ways=1), signs(SHORT), LEAST_OF_NAMED, is_named=True)
    equal = replace(SHORT, has_rival=True, has_equal_rival=True)
    assert not is_strong_alone(equal, signs(equal), LEAST_OF_NAMED, is_named=True)


def test_words_beside_a_title_that_say_it_is_bought_are_believed() -> None:
    title = replace(SHORT, line_length=FEW_CHARACTERS)
    assert is_strong_alone(title, signs(title), 0.001, is_named=False, has_cue=True)
    assert not is_strong_alone(title, signs(title), 0.001, is_named=False)
    assert not is_strong_alone(SHORT, signs(SHORT), 0.001, is_named=False, has_cue=True)


def test_where_the_reader_knows_little_its_doubts_count_for_nothing_against_a_name() -> None:
    named = replace(SHORT, ways=1)
    assert not is_strong_alone(named, signs(named), 0.01, is_named=True)
    assert is_strong_alone(named, signs(named), 0.01, is_named=True, is_little_learned=True)
    assert not is_strong_alone(named, signs(named), 0.01, is_named=False, is_little_learned=True)


def test_a_slip_takes_from_the_signs_what_it_says() -> None:
    slip = signs_of(PLAIN_SUPPORT, Polarity.REQUIRED, (SLIP,), delivers=False)
    assert without_slip(slip) == pytest.approx(signs(PLAIN_SUPPORT))
