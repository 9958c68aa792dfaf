"""Weaker forms of rules: what they are, and that they make a claim only where the second reader agrees."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.capabilities import find_in_text, load_vocabulary
from tenderlight.capabilities.opinions import Opinion, SecondOpinion
from tenderlight.capabilities.scoring import is_agreed
from tenderlight.capabilities.vocabulary import Form, Neighbour
from tenderlight.capabilities.weaker_forms import (
    ANY_TWO,
    FAR,
    MARKS,
    SOME_ONLY,
    WEAKER,
    WEAKEST,
    weaker_forms,
    weakest_forms,
)

CLAIMED = (
    "Every newly registered motorcycle must be fitted with a government tracker, and the supplier runs the server.",
    (
        "Citizens start with 1,000 points; misconduct deducts, volunteering adds, and low scorers lose access to "
        "municipal services. The supplier builds and operates the software."
    ),
)


def weaker_of(text: str) -> set[str]:
    found = find_in_text(text, doc_kind="tender_spec")
    return {one.rule for one in found if not set(one.against).isdisjoint({WEAKER, WEAKEST})}


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
            assert form.form in {Form.FARTHER, Form.FEWER}


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
        form, loosest = weaker.patterns
        first, other = form.core
        own = vocabulary.neighbours.get(whole.code)
        assert form.name == ANY_TWO
        assert form.against == (WEAKEST,)
        assert form.form is Form.ANY_TWO
        assert not first.senses & other.senses
        assert other.senses <= asked
        assert first.senses == own.own if own is not None and own.own else first.senses <= asked
        assert loosest.form is Form.SOME
        assert loosest.against == (SOME_ONLY,)
        assert [need.senses for need in loosest.core] == [first.senses | other.senses]


def test_of_two_senses_without_a_reader_that_favours_them_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SecondOpinion, "of", lambda *_: None)
    for text in CLAIMED:
        assert not weaker_of(text)


@pytest.mark.parametrize("text", CLAIMED)
def test_a_weaker_form_is_claimed_only_where_the_reader_agrees(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert weaker_of(text)
    monkeypatch.setattr(SecondOpinion, "of", lambda *_: None)
    assert not weaker_of(text)


@pytest.mark.parametrize(
    ("opinion", "agrees"),
    [
        (None, False),
        (Opinion(bought=-2.01, lead=2.0, purchase=9.0), False),
        (Opinion(bought=-2.0, lead=0, purchase=0), True),
    ],
)
def test_the_reader_is_heard_where_it_does_not_speak_against_the_capability(
    opinion: Opinion | None, agrees: bool
) -> None:
    assert is_agreed(opinion) is agrees


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


@pytest.mark.parametrize(
    "text",
    [
        "前端相机应能标注目标的类别。",
        "前端相机应能标注目标的车型类别。",
        "相机应能识别目标的年龄和性别类别。",
        "Cameras classify passers-by by age group and gender.",
        "The camera shall label each person as adult or child.",
        "Las cámaras clasifican a los transeúntes por edad y sexo.",
        "Камеры определяют пол и возраст прохожих.",
        "人脸属性包括是否戴眼镜、是否有胡须、是否戴帽子。",
        "平台登记流动人口的住址和联系方式，到期提醒核查。",
        "Register of temporary residents with address and phone number; expiry is reported.",
        "语音识别系统可识别说话人。",
        "电话录音自动转写并识别说话人性别。",
        "Cameras note whether visitors wear helmets and vests.",
        "Attributes of persons to be returned: hat or cap, spectacles, mask, head scarf, colour of coat.",
        "Атрибуты человека: очки, борода, платок, головной убор, сумка.",
        "Atributos de la persona: gafas, barba, velo, gorra, mochila.",
        "Attributs des personnes : lunettes, barbe, foulard, chapeau, sac.",
        "行人属性：眼镜、口罩、帽子、头巾、背包、上衣颜色。",
        "人員特徵：是否戴眼鏡、口罩、頭巾、帽子",
    ],
)
def test_nobody_is_said_to_sort_people_by_who_they_are_where_no_word_says_so(text: str) -> None:
    assert not [one.rule for one in find_in_text(text, doc_kind="tender_spec") if (one.rule or "").startswith("eth.")]


def test_forms_that_drop_a_sense_keep_the_one_that_marks_the_capability() -> None:
    vocabulary = load_vocabulary()
    for capability in weaker_forms(vocabulary.capabilities, vocabulary.neighbours):
        for pattern in capability.patterns:
            if pattern.form is Form.FEWER and capability.code in MARKS:
                assert any(need.senses <= MARKS[capability.code] for need in pattern.core), pattern.name
    known = {sense for one in vocabulary.capabilities for p in one.patterns for need in p.core for sense in need.senses}
    assert all(senses <= known for senses in MARKS.values())
