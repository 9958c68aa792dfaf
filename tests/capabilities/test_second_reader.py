"""The second reader: what it was trained on, how it cuts texts, and that its scores mean something."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.capabilities.opinions import MOST_AROUND, SHORTEST_ASKED, SecondOpinion, around
from tenderlight.capabilities.second_reader import (
    grams,
    load_model,
    load_model_of_purchases,
    model_from,
)
from tenderlight.capabilities.sense_reader import SILENT, load_sense_model, sense_model_from

PASSAGES = Path(__file__).resolve().parents[2] / "evaluation" / "passages"


def test_the_model_was_trained_on_the_development_part_that_ships() -> None:
    parts = sorted(PASSAGES.glob("development*.jsonl"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()
    assert load_model().name == load_model_of_purchases().name == f"second-reader/{digest[:12]}"
    assert load_sense_model().made_of == digest


def test_what_senses_say_goes_through_the_hidden_units_of_the_table() -> None:
    model = sense_model_from(
        b'{"made_of":"0","capabilities":["a","some"],"curve":[2,0.5,-1],"scale":0.5,"inner_biases":[0,-4],"outer":[[2,4],[0,6]],'
        b'"outer_biases":[1,0],"senses":[["x",3.0,[2,4]],["y",4.0,[0,4]]]}'
    )
    # x and y weigh 0.6 and 0.8; hidden: 0.6 * 1 = 0.6, and 0.6 * 2 + 0.8 * 2 - 2 = 0.8
    assert model.decisions([frozenset("xz"), frozenset("y")]) == pytest.approx({"a": 0.5 + 0.6, "some": 1.2 + 2.4})
    assert model.decisions([frozenset("y")]) == pytest.approx({"a": 0.5, "some": 0.0}), (
        "below 0 a hidden unit is silent"
    )
    assert model.decisions([frozenset("z")]) == model.decisions([]) == {}
    assert model.likely(1.0, 2.0) == pytest.approx(1 / (1 + math.exp(-2)))
    assert model.likely(1.0, None) == model.likely(1.0, SILENT) < 0.01


def test_scores_are_probabilities_that_grow_with_the_decision() -> None:
    model = load_sense_model()
    values = [model.likely(step / 4, step / 4) for step in range(-400, 400)]
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
        b'{"made_of":"0","capabilities":["a","b"],"biases":[0.5,0],'
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
