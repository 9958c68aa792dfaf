"""Suggestions: how texts are cut, who is asked, and that scores mean something."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.capabilities import meaning_reader
from tenderlight.capabilities.proposals import (
    LEAST_SCORE,
    LONGEST_STRETCH,
    WITH_MEANING,
    propose_in_text,
    scores,
    stretches,
)
from tenderlight.capabilities.second_reader import load_model

PHONES = "the unit reads chats and contacts out of confiscated handsets"


@pytest.mark.parametrize(
    ("text", "capability"),
    [
        ("平台可对手机进行解锁并提取已删除的聊天记录、通话记录和照片，生成取证报告。", "dev.phone_forensics"),
        (
            "The camera analytics shall recognise the emotions of detainees (anger, fear, stress) from their faces.",
            "emo.emotion_recognition",
        ),
        ("Система распознавания государственных номеров автомобилей на дорогах региона.", "veh.lpr_network"),
    ],
)
def test_words_of_a_capability_speak_for_it(text: str, capability: str) -> None:
    scores = {one.capability: one.score for one in propose_in_text(text)}
    assert max(scores, key=lambda code: scores[code]) == capability


@pytest.mark.parametrize("text", ["食堂采购大米、面粉和食用油，按月结算。", "Supply of office chairs and desks.", ""])
def test_innocent_words_speak_for_nothing(text: str) -> None:
    assert all(one.score < 0.3 for one in propose_in_text(text))


def test_proposals_stand_where_they_say() -> None:
    text = "采购清单：\n1. 打印纸 20 箱。\n2. 手机取证设备一套，支持提取微信聊天记录、恢复已删除数据。\n3. 椅子 10 把。"
    for one in propose_in_text(text):
        for anchor in one.anchors:
            assert text[anchor.start : anchor.end] == anchor.text


@given(st.text(alphabet="ab 人脸。\n.;", max_size=900))
def test_stretches_follow_each_other_and_leave_only_blanks_out(text: str) -> None:
    spans = stretches(text)
    assert all(0 < end - start <= LONGEST_STRETCH for start, end in spans)
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    assert all(end <= start and not text[end:start].strip() for end, start in zip(ends, starts, strict=True))


def test_suggestions_go_by_letters_senses_and_meaning_and_say_so() -> None:
    proposed = propose_in_text(PHONES)
    assert all(one.source == f"{load_model().name}{WITH_MEANING}" for one in proposed)
    assert max(proposed, key=lambda one: one.score).capability == "dev.phone_forensics"


def test_without_the_extra_meaning_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.languages.sentence_vectors.is_installed", lambda: False)
    monkeypatch.setattr(meaning_reader, "vector_of", lambda _text: pytest.fail("asked"))
    proposed = propose_in_text(PHONES)
    assert max(proposed, key=lambda one: one.score).capability == "dev.phone_forensics"
    assert all(one.source == load_model().name for one in proposed)
    assert all(one.score >= LEAST_SCORE for one in proposed)


def test_senses_of_a_stretch_make_a_capability_likelier() -> None:
    words, senses = "the tool reads seized handsets", [frozenset({"phone"}), frozenset({"extract"})]
    said, unsaid = (scores(words, one, is_meaning_asked=False) for one in (senses, []))
    assert said["dev.phone_forensics"] > unsaid.get("dev.phone_forensics", 0.0)


@pytest.mark.parametrize("text", ["", " \n", "\u3000"])
def test_of_a_text_without_a_word_nothing_is_proposed(text: str) -> None:
    assert propose_in_text(text) == ()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (PHONES, "The unit prints invoices and letters for the accounts department."),
        ("взлом и извлечение данных из изъятых телефонов", "ремонт и покраска стен в школьных классах"),
        ("摄像机识别过往行人的民族", "摄像机用于超市收银台的盘点"),
    ],
)
def test_what_is_bought_is_likelier_than_what_is_innocent(text: str, other: str) -> None:
    likeliest, elsewhere = ([one.score for one in propose_in_text(each)] for each in (text, other))
    assert max(likeliest) > max(elsewhere, default=0)
