"""The eye for meaning: what its table says, and that suggestions go by it where it is there."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import numpy as np
import pytest

from tenderlight.capabilities import meaning_reader
from tenderlight.capabilities.meaning_reader import load_meaning_model, meaning_model_from
from tenderlight.capabilities.second_reader import load_model
from tenderlight.capabilities.sense_reader import SILENT

PASSAGES = Path(__file__).resolve().parents[2] / "evaluation" / "passages"
TABLE = b"""{"made_of":"0","capabilities":["a","b"],"scale":0.5,"curve":[2.0,0.5,1.0,-1.0],
"inner":[[2,0],[0,-2]],"inner_biases":[0,1],"outer":[[2,0],[2,4]],"outer_biases":[1,-1]}"""


def test_it_was_trained_on_the_development_part_that_ships() -> None:
    parts = sorted(PASSAGES.glob("development*.jsonl"))
    assert load_meaning_model().made_of == hashlib.sha256(b"".join(one.read_bytes() for one in parts)).hexdigest()


def test_it_knows_what_letters_know() -> None:
    assert load_meaning_model().capabilities == load_model().capabilities


def test_a_network_adds_up_what_its_table_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(meaning_reader, "vector_of", lambda _text: np.array([0.6, 0.8], dtype=np.float32))
    # hidden: max(0, 0.6 * 1 + 0) = 0.6 and max(0, -0.8 * 1 + 0.5) = 0
    assert meaning_model_from(TABLE).decisions("words") == {"a": 1.1, "b": -0.5}


def test_letters_senses_and_meaning_tell_together_how_likely_a_capability_is() -> None:
    model = meaning_model_from(TABLE)
    assert model.likely(0.5, 0.0, 0.0) == 0.5
    assert model.likely(0.5, 2.0, 1.0) == pytest.approx(1.0 / (1.0 + math.exp(-2.0)))
    assert model.likely(0.5, None, 1.0) == model.likely(0.5, SILENT, 1.0) < 0.5
    assert model.likely(-1e9, 0.0, 0.0) < 1e-20


@pytest.mark.parametrize("text", ["", " \n", "\u3000"])
def test_of_a_text_without_a_word_nothing_is_decided(text: str) -> None:
    assert load_meaning_model().decisions(text) == {}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"scale": 1}'])
def test_a_table_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        meaning_model_from(content)
