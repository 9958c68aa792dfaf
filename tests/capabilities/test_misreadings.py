from __future__ import annotations

import time

import pytest

from tenderlight.capabilities import find_capabilities, find_in_text
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.misreadings import _FIGURE, _may_be_dropped
from tenderlight.capabilities.scoring import SLIP
from tenderlight.capabilities.searchtext import search_text_at, search_text_of_pages
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.statement import Stage, Statement


def said(text: str, method: PageMethod) -> list[Statement]:
    return list(find_capabilities([Page(number=1, text=text, method=method)], stage=Stage.TENDER))


def weak_words(text: str, *, recognised: bool) -> dict[str, frozenset[str]]:
    folded = search_text_at(text, "text").text
    spans = ((0, len(folded)),) if recognised else ()
    hits = shared_matcher().hits_that_may_matter(folded, spans)
    found: dict[str, frozenset[str]] = {}
    for hit in hits:
        if hit.weak:
            word = folded[hit.start : hit.end]
            found[word] = found.get(word, frozenset()) | hit.senses
    return found


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("前端相机应能标注目标的人种类别。", "前端相机应能标注目标的人神类别。"),
        (
            "It must provide emotion recognition of interviewees.",
            "It must provide emotion recogmition of interviewees.",
        ),
        (
            "It must provide emotion recognition of interviewees.",
            "It must provide emot ion recognition of interviewees.",
        ),
        (
            "It must provide emotion recognition of interviewees.",
            "It must provide emotion recognltion of interviewees.",
        ),
    ],
)
def test_a_misread_word_is_found_on_a_recognised_page_and_the_claim_says_so(printed: str, read: str) -> None:
    expected = said(printed, PageMethod.TEXT_LAYER)
    assert expected
    assert all(SLIP not in one.against for one in expected)
    found = said(read, PageMethod.RECOGNISED)
    assert {(one.rule, one.polarity) for one in found} == {(one.rule, one.polarity) for one in expected}
    for one in found:
        assert one.anchors[0].text in read
        assert (one.confidence or 0) < (expected[0].confidence or 0)
        assert SLIP in one.against
    assert said(read, PageMethod.TEXT_LAYER) == []


@pytest.mark.parametrize(
    ("read", "rule"),
    [
        ("The system must provide em0tion recognition of interviewees.", "emo.emotion_recognition"),
        ("Face recognition by ethn1city is required.", "eth.face_ethnicity"),
        ("採購步恣辨識系統。", "bio.gait"),
        ("采购手机取诬系统一套。", "dev.phone_forensics"),
    ],
)
def test_what_shows_itself_to_be_misread_is_found_in_any_text(read: str, rule: str) -> None:
    (found,) = find_in_text(read, doc_kind="tender_spec")
    assert found.rule == rule
    assert SLIP in found.against


def test_letters_of_two_scripts_in_a_word_are_read_as_one() -> None:
    words = weak_words("Распознавание лиц по нaциональности.", recognised=False)  # the second a is Latin
    assert "ethnicity" in words["нaциональности"]


@pytest.mark.parametrize(
    "broken", ["Face recog-\nnition by ethnicity is required.", "Face recognition by eth-\nnicity."]
)
def test_a_word_hyphenated_at_the_end_of_a_line_is_found_for_sure(broken: str) -> None:
    (found,) = find_in_text(broken, doc_kind="tender_spec")
    assert found.rule == "eth.face_ethnicity"
    assert SLIP not in found.against
    assert found.anchors[0].text in broken


@pytest.mark.parametrize(
    "text",
    [
        "以书面通知为准，不作识别。",
        "包括电脑、电视、洗衣设备。",
        "验收不合格，验收合格。",
        "the contrast of the contract",
        "model abc0123 and ds2cd0815",
    ],
)
def test_ordinary_words_are_not_taken_for_others(text: str) -> None:
    assert weak_words(text, recognised=True) == {}


def test_a_sign_of_a_sure_word_is_not_misread() -> None:
    assert "民旌" in weak_words("支持人脸识别，民旌识别", recognised=True)
    assert weak_words("支持人脸识别，人民旌旗", recognised=True) == {}


@pytest.mark.parametrize("text", ["重点人员动态管控:轨迹异常即推送责任民瞥", "采购手机取诬"])
def test_a_misread_word_ends_where_the_text_ends(text: str) -> None:
    hits = shared_matcher().hits_that_may_matter(text, [(0, len(text))])
    assert all(hit.end <= len(text) for hit in hits)


def test_misread_words_say_nothing_of_polarity() -> None:
    hits = weak_words("不浔采集人脸，支持民旌识别", recognised=True)
    assert hits
    assert not any(sense.startswith("cue.") for senses in hits.values() for sense in senses)


@pytest.mark.parametrize(
    ("literal", "place", "may"),
    [
        ("维吾尔族人", 2, True),
        ("维吾尔族人", 0, False),
        ("验收不合格", 2, False),
        ("车牌识别", 1, False),
        ("ethnicity", 4, True),
    ],
)
def test_what_recognition_may_drop(literal: str, place: int, may: bool) -> None:
    assert _may_be_dropped(literal, place) is may


def test_only_the_recognised_pages_of_a_document_are_read_loosely() -> None:
    pages = [
        Page(number=1, text="第一页内容。", method=PageMethod.TEXT_LAYER),
        Page(number=2, text="支持人脍识别。", method=PageMethod.RECOGNISED),
    ]
    text = search_text_of_pages(pages)
    assert [text.text[start:end] for start, end in text.recognised] == ["支持人脍识别。"]


def test_a_hostile_page_costs_little() -> None:
    text = "民旌" * 10_000 + " c0ntrol" * 2_000 + " recog- nition" * 2_000
    started = time.process_time()
    assert shared_matcher().hits_that_may_matter(text, ((0, len(text)),))
    assert time.process_time() - started < 20


@pytest.mark.parametrize("sign", "018|!")
def test_a_long_run_of_figures_is_looked_at_once(sign: str) -> None:
    started = time.process_time()
    assert list(_FIGURE.finditer("no " + sign * 50_000 + ".")) == []
    assert time.process_time() - started < 1
    assert [found.span() for found in _FIGURE.finditer("c0ntrol 18 l1 0n x")] == [(1, 2), (12, 13), (14, 15)]
