"""Weaker forms of rules: what they are, and that they make a claim only where the second reader agrees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.capabilities import find_in_text, load_vocabulary
from tenderlight.capabilities.scoring import (
    LEAST_OF_WEAKER,
    LEAST_OF_WEAKEST,
    SHORTEST_OF_WEAKER_IN_CHINESE,
    confidence_of_weaker,
    is_agreed,
    is_too_unsure_of_weaker,
    is_worth_asking,
)
from tenderlight.capabilities.second_reader import Opinion, SecondOpinion, SenseOpinion
from tenderlight.capabilities.support import Support
from tenderlight.capabilities.vocabulary import Neighbour
from tenderlight.capabilities.weaker_forms import ANY_TWO, FAR, WEAKER, WEAKEST, weaker_forms, weakest_forms
from tests.capabilities.made_support import PLAIN_SUPPORT

CLAIMED = (
    "Every newly registered motorcycle must be fitted with a government tracker, and the supplier runs the server.",
    (
        "Citizens start with 1,000 points; misconduct deducts, volunteering adds, and low scorers lose access to "
        "municipal services. The supplier builds and operates the software."
    ),
)
AGREES = Opinion(bought=3.0, lead=2.0, purchase=3.0, senses=SenseOpinion(bought=3.0, lead=2.0, purchase=3.0))


def in_line(length: int) -> Support:
    return replace(PLAIN_SUPPORT, line_length=length)


def weaker_of(text: str) -> set[str]:
    return {one.rule for one in find_in_text(text, doc_kind="tender_spec") if WEAKER in one.against}


def test_a_weaker_form_asks_for_less_and_never_for_more() -> None:
    vocabulary = load_vocabulary()
    for whole, weaker in zip(
        vocabulary.capabilities, weaker_forms(vocabulary.capabilities, vocabulary.neighbours), strict=True
    ):
        cores = [set(pattern.core) for pattern in whole.patterns]
        for form in weaker.patterns:
            assert any(set(form.core) <= core for core in cores)
            assert form.against[0] == WEAKER
            assert form.confidence < min(pattern.confidence for pattern in whole.patterns)
            assert form.near > 0
            assert not form.in_order


def test_what_a_capability_acts_on_is_never_what_is_missing() -> None:
    vocabulary = load_vocabulary()
    every = [(one, form) for one in vocabulary.capabilities for form in one.patterns]
    capability, whole = next(
        (replace(one, patterns=(form,)), form)
        for one, form in every
        if len(form.core) >= 3 and not any(need.senses & form.core[0].senses for need in form.core[1:])
    )
    own = Neighbour(own=whole.core[0].senses, gives_way_to=frozenset())
    forms = weaker_forms([capability], {capability.code: own})[0].patterns
    free = weaker_forms([capability], {})[0].patterns
    assert whole.core[1:] in [form.core for form in free]
    assert whole.core[1:] not in [form.core for form in forms]
    assert any(form.near >= FAR for form in forms)


def test_the_weakest_form_asks_for_what_a_capability_acts_on_and_one_more_of_its_senses() -> None:
    vocabulary = load_vocabulary()
    weakest = weakest_forms(vocabulary.capabilities, vocabulary.neighbours)
    assert [one.code for one in weakest] == [one.code for one in vocabulary.capabilities]
    for whole, weaker in zip(vocabulary.capabilities, weakest, strict=True):
        asked = {sense for pattern in whole.patterns for need in pattern.core for sense in need.senses}
        (form,) = weaker.patterns
        first, other = form.core
        own = vocabulary.neighbours.get(whole.code)
        assert form.name == ANY_TWO
        assert form.against == (WEAKEST,)
        assert not first.senses & other.senses
        assert other.senses <= asked
        assert first.senses == own.own if own is not None and own.own else first.senses <= asked


def test_of_two_senses_without_a_reader_that_favours_them_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SecondOpinion, "of", lambda *_: None)
    for text in CLAIMED:
        assert not [one for one in find_in_text(text, doc_kind="tender_spec") if WEAKEST in one.against]


@pytest.mark.parametrize("text", CLAIMED)
def test_a_weaker_form_is_claimed_only_where_the_reader_agrees(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert weaker_of(text)
    monkeypatch.setattr(SecondOpinion, "of", lambda *_: None)
    assert not weaker_of(text)


@pytest.mark.parametrize(
    ("opinion", "agrees"),
    [
        (None, False),
        (Opinion(bought=-0.01, lead=2.0, purchase=9.0), False),
        (Opinion(bought=0.0, lead=0, purchase=0), True),
    ],
)
def test_the_reader_agrees_where_it_favours_the_capability(opinion: Opinion | None, agrees: bool) -> None:
    assert is_agreed(opinion) is agrees


def test_senses_that_speak_against_a_capability_end_the_matter() -> None:
    assert is_worth_asking(SenseOpinion(bought=-0.9))
    assert not is_worth_asking(SenseOpinion(bought=-1.1))


@pytest.mark.parametrize("part", ["bought", "lead", "purchase"])
def test_the_more_letters_and_senses_agree_the_surer_it_is(part: str) -> None:
    less = {"bought": 0.0, "lead": -1.0, "purchase": 0.0}
    more = less | {part: 1.0}
    by_letters = [confidence_of_weaker(2.0, Opinion(**one, senses=AGREES.senses, clause=None)) for one in (less, more)]
    by_senses = [
        confidence_of_weaker(2.0, Opinion(**less, senses=SenseOpinion(**one), clause=None)) for one in (less, more)
    ]
    assert by_letters[0] < by_letters[1]
    assert by_senses[0] < by_senses[1]


def test_in_a_few_words_nothing_weaker_is_claimed() -> None:
    long = in_line(SHORTEST_OF_WEAKER_IN_CHINESE)
    assert not is_too_unsure_of_weaker(long, LEAST_OF_WEAKER)
    assert is_too_unsure_of_weaker(long, LEAST_OF_WEAKER - 0.01)
    assert is_too_unsure_of_weaker(in_line(SHORTEST_OF_WEAKER_IN_CHINESE - 1), 0.98)


def test_where_two_senses_are_all_that_is_met_the_reader_must_be_surer() -> None:
    long = in_line(SHORTEST_OF_WEAKER_IN_CHINESE)
    assert LEAST_OF_WEAKER < LEAST_OF_WEAKEST
    assert is_too_unsure_of_weaker(long, LEAST_OF_WEAKEST - 0.01, is_weakest=True)
    assert not is_too_unsure_of_weaker(long, LEAST_OF_WEAKEST, is_weakest=True)


@pytest.mark.parametrize(
    "text",
    [
        "路口摄像机统计机动车、非机动车和行人流量特征，按小时形成断面流量报表并报送设施管理科。",
        "The gallery extends over two floors, holds many portraits and receives 1 million visitors a year.",
        "Cable telefónico cruzado, conectores y rosetas para la red interna de la oficina de turismo municipal.",
    ],
)
def test_innocent_lines_with_some_of_the_words_are_left_alone(text: str) -> None:
    assert not weaker_of(text)
