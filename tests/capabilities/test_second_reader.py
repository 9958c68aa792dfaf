"""The second reader: what it was trained on, how it cuts texts, and that its scores mean something."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.capabilities.second_reader import (
    LONGEST_STRETCH,
    MOST_AROUND,
    SHORTEST_ASKED,
    SecondOpinion,
    around,
    grams,
    load_model,
    load_model_of_purchases,
    model_from,
    propose_in_text,
    stretches,
)
from tenderlight.capabilities.sense_reader import load_sense_model, sense_model_from

PASSAGES = Path(__file__).resolve().parents[2] / "evaluation" / "passages"


def test_the_model_was_trained_on_the_development_part_that_ships() -> None:
    parts = sorted(PASSAGES.glob("development*.jsonl"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()
    assert load_model().name == load_model_of_purchases().name == f"second-reader/{digest[:12]}"
    assert load_sense_model().made_of == digest


def test_what_senses_say_is_the_sum_of_what_the_table_says_of_each() -> None:
    model = sense_model_from(
        b'{"made_of":"0","capabilities":["a","some"],"biases":[0.5,0],"senses":[["x",3.0,[1,2]],["y",4.0,[0,-1]]]}'
    )
    assert model.decisions({"x", "y", "z"}) == pytest.approx({"a": 0.5 + 0.6, "some": 1.2 - 0.8})
    assert model.decisions({"z"}) == model.decisions(()) == {}


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


def test_scores_are_probabilities_that_grow_with_the_decision() -> None:
    model = load_model()
    values = [model.probability(step / 4) for step in range(-400, 400)]
    assert values == sorted(values)
    assert values[0] >= 0.0
    assert values[-1] <= 1.0


@pytest.mark.parametrize("content", [b"", b"[]", b'{"weights": 1}'])
def test_a_table_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        model_from(content)


BUYS = "平台可对手机进行解锁并提取已删除的聊天记录、通话记录和照片,生成取证报告。"
INNOCENT = "食堂采购大米、面粉和食用油,按月结算,手机、对讲机由供应商自备,送货到食堂后门。"


def test_an_opinion_tells_words_of_a_purchase_from_innocent_ones() -> None:
    says, innocent = SecondOpinion(BUYS), SecondOpinion(INNOCENT)
    at = INNOCENT.index("手机")
    bought = says.of("dev.phone_forensics", 3, 5)
    not_bought = innocent.of("dev.phone_forensics", at, at + 2)
    assert bought is not None
    assert not_bought is not None
    assert bought.bought > not_bought.bought + 1
    assert bought.purchase > not_bought.purchase + 1
    assert bought.lead > 0 > not_bought.lead
    assert bought.likeliest == bought.bought
    assert not_bought.likeliest == pytest.approx(not_bought.bought - not_bought.lead)


def test_that_lines_speak_for_what_is_found_beside_says_nothing_against_a_capability() -> None:
    opinion = SecondOpinion(BUYS)
    alone = opinion.of("dev.phone_inspection", 3, 5)
    beside = opinion.of("dev.phone_inspection", 3, 5, frozenset({"dev.phone_forensics"}))
    assert alone is not None
    assert beside is not None
    assert alone.lead < beside.lead
    assert alone.bought == beside.bought


def test_an_opinion_is_of_the_lines_around_the_words() -> None:
    both = SecondOpinion(f"{INNOCENT}\n{BUYS}{BUYS}")
    here, there = (both.of("dev.phone_forensics", at, at + 2) for at in (both_at(BUYS), INNOCENT.index("手机")))
    assert here is not None
    assert there is not None
    assert here.bought > there.bought


def both_at(part: str) -> int:
    return f"{INNOCENT}\n{part}{part}".index(part) + 3


@pytest.mark.parametrize("text", ["이 시스템은 얼굴을 인식해야 한다", "יש לזהות פנים בזמן אמת", "안면 인식 장치 구매"])
def test_nothing_is_thought_of_a_script_that_was_not_learned(text: str) -> None:
    assert SecondOpinion(text).of("face.live_watchlist", 2, 6) is None


def test_decisions_are_the_sum_of_what_the_ngrams_of_the_table_say() -> None:
    model = model_from(
        b'{"made_of":"0","capabilities":["a","b"],"biases":[0.5,0],"slope":1,"intercept":0,'
        b'"weights":[["x",2.0,[0,3.0]],["xy",1.0,[0,1.0,1,-1.0]]]}'
    )
    decisions, known = model.decisions("  xyz ")
    assert decisions == pytest.approx({"a": (2 * 3 + 1) / 5**0.5 + 0.5, "b": -1 / 5**0.5})
    assert known == pytest.approx(2 / grams("xyz").total())
    assert model.decisions("") == model.decisions("q") == ({}, 0.0)


@pytest.mark.parametrize(
    ("refused", "asked_for"),
    [
        ("系统不得对人脸进行民族识别，也不得留存照片。", "系统须对人脸进行民族识别，并留存照片。"),
        ("The contractor shall not infer mood from faces.", "The contractor shall infer mood from faces."),
        ("Распознавание лиц посетителей исключено из закупки.", "Требуется распознавание лиц посетителей."),
        (
            "Zoo: cameras with a motion sensor show the keepers whether the lynx has left its den.",
            "Cameras with analytics show the officers whether a person loiters at the gate.",
        ),
    ],
)
def test_what_is_refused_or_innocent_speaks_less_for_a_purchase(refused: str, asked_for: str) -> None:
    first, second = (SecondOpinion(text).of("eth.face_ethnicity", 0, len(text)) for text in (refused, asked_for))
    assert first is not None
    assert second is not None
    assert first.purchase < second.purchase - 1


def test_nothing_is_thought_of_a_capability_that_was_not_learned() -> None:
    assert SecondOpinion(BUYS).of("no.such_thing", 3, 5) is None


@given(st.text(alphabet="ab 人脸。\n", min_size=1, max_size=900), st.integers(0, 899), st.integers(1, 30))
def test_what_is_asked_about_holds_the_words_and_is_bounded(text: str, start: int, length: int) -> None:
    start = min(start, len(text) - 1)
    end = min(len(text), start + length)
    first, last = around(text, start, end)
    assert 0 <= first <= start < end <= last <= len(text)
    assert last - first <= end - start + 2 * MOST_AROUND
    assert last - first >= min(SHORTEST_ASKED, len(text))
