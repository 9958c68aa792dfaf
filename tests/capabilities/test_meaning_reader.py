"""The eye for meaning: what its table says, and that suggestions go by it where it is there."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import numpy as np
import pytest

from tenderlight.capabilities import meaning_reader
from tenderlight.capabilities.meaning_reader import load_meaning_model, meaning_model_from
from tenderlight.capabilities.second_reader import (
    LEAST_SCORE,
    WITH_MEANING,
    load_model,
    propose_in_text,
    scores_of_letters,
    scores_of_letters_and_meaning,
)

PASSAGES = Path(__file__).resolve().parents[2] / "evaluation" / "passages"
TABLE = b"""{"made_of":"0","capabilities":["a","b"],"scale":0.5,"curve":[2.0,1.0,-1.0],
"inner":[[2,0],[0,-2]],"inner_biases":[0,1],"outer":[[2,0],[2,4]],"outer_biases":[1,-1]}"""
PHONES = "the unit reads chats and contacts out of confiscated handsets"


def test_it_was_trained_on_the_development_part_that_ships() -> None:
    parts = sorted(PASSAGES.glob("development*.jsonl"))
    assert load_meaning_model().made_of == hashlib.sha256(b"".join(one.read_bytes() for one in parts)).hexdigest()


def test_it_knows_what_letters_know() -> None:
    assert load_meaning_model().capabilities == load_model().capabilities


def test_a_network_adds_up_what_its_table_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning_reader, "vector_of", lambda _text: np.array([0.6, 0.8], dtype=np.float32))
    # hidden: max(0, 0.6 * 1 + 0) = 0.6 and max(0, -0.8 * 1 + 0.5) = 0
    assert meaning_model_from(TABLE).decisions("words") == {"a": 1.1, "b": -0.5}


def test_letters_and_meaning_tell_together_how_likely_a_capability_is() -> None:
    model = meaning_model_from(TABLE)
    assert model.likely(0.5, 0.0) == 0.5
    assert model.likely(0.5, 1.0) == pytest.approx(1.0 / (1.0 + math.exp(-1.0)))
    assert model.likely(-1e9, 0.0) < 1e-20


@pytest.mark.parametrize("text", ["", " \n", "\u3000"])
def test_of_a_text_without_a_word_nothing_is_decided(text: str) -> None:
    assert load_meaning_model().decisions(text) == {}
    assert scores_of_letters_and_meaning(text) == {}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"scale": 1}'])
def test_a_table_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        meaning_model_from(content)


def test_suggestions_go_by_letters_and_meaning_and_say_so() -> None:
    proposed = propose_in_text(PHONES)
    assert {one.capability: one.score for one in proposed} == scores_of_letters_and_meaning(PHONES)
    assert all(one.source == f"{load_model().name}{WITH_MEANING}" for one in proposed)
    assert max(proposed, key=lambda one: one.score).capability == "dev.phone_forensics"


def test_without_the_extra_they_go_by_letters_alone_and_the_encoder_is_not_loaded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tenderlight.languages.sentence_vectors.is_installed", lambda: False)
    monkeypatch.setattr(meaning_reader, "vector_of", lambda _text: pytest.fail("asked"))
    proposed = propose_in_text(PHONES)
    assert {one.capability: one.score for one in proposed} == scores_of_letters(PHONES)
    assert all(one.source == load_model().name for one in proposed)
    assert all(one.score >= LEAST_SCORE for one in proposed)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        (PHONES, "The unit prints invoices and letters for the accounts department."),
        ("взлом и извлечение данных из изъятых телефонов", "ремонт и покраска стен в школьных классах"),
        ("摄像机识别过往行人的民族", "摄像机用于超市收银台的盘点"),
    ],
)
def test_what_is_bought_is_likelier_than_what_is_innocent(text: str, other: str) -> None:
    assert max(scores_of_letters_and_meaning(text).values()) > max(
        scores_of_letters_and_meaning(other).values(), default=0
    )
