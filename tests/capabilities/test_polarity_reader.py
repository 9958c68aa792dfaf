"""The second opinion on polarity: what it was trained on, what it adds up, and when it overrules the rules."""

from __future__ import annotations

import hashlib
import json
import math
from pathlib import Path

import pytest

from tenderlight.capabilities.kinds import setting_of_kind
from tenderlight.capabilities.polarity_reader import (
    BY_ITS_OWN_WORDS,
    REREAD,
    PolarityModel,
    load_polarity_model,
    polarity_model_from,
    signs_of_polarity,
)
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.weighing import Weighed, weigh
from tenderlight.model.statement import Polarity

PASSAGES = Path(__file__).resolve().parents[2] / "evaluation" / "passages"
OPTION = "摄像机可对人脸作民族识别（选配）。"
LED = "选配清单\n1.民族识别软件"
SPEC = "tender_spec"


def model(decided: dict[str, float], **signs: list[float]) -> PolarityModel:
    """Return a model that decides so of whatever has the sign 民."""
    table = {
        "made_of": "0",
        "capabilities": list(decided),
        "biases": list(decided.values()),
        "weights": [["民", 1.0, []]],
        "signs": list(signs.items()),
    }
    return polarity_model_from(json.dumps(table).encode())


def found(polarities: PolarityModel, said: str = OPTION) -> list[Weighed]:
    text = search_text_at(said, "text")
    weighed = weigh(text, setting_of_kind(SPEC), in_weaker_forms=False, polarities=polarities)
    assert weighed is not None
    return list(weighed.whole)


def test_it_was_trained_on_the_development_part_that_ships() -> None:
    parts = sorted(PASSAGES.glob("development*.jsonl"))
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()
    assert load_polarity_model().letters.name == f"second-reader/{digest[:12]}"
    assert set(load_polarity_model().letters.capabilities) == {str(one) for one in Polarity}


def test_likelihoods_are_of_all_polarities_together_and_signs_add_to_them() -> None:
    made = model({"required": 0.0, "negated": 0.0}, x=[0.0, math.log(3.0)])
    assert made.likely("民族", []) == pytest.approx({Polarity.REQUIRED: 0.5, Polarity.NEGATED: 0.5})
    assert made.likely("民族", ["x", "y"]) == pytest.approx({Polarity.REQUIRED: 0.4, Polarity.NEGATED: 0.6})


def test_of_a_clause_without_a_known_character_it_says_nothing() -> None:
    assert model({"required": 0.0, "negated": 5.0}).likely("abc", []) == {}


def test_where_it_is_sure_it_overrules_the_rules_and_the_claim_says_so() -> None:
    overruled = found(model({"optional": -5.0, "negated": 5.0}))
    assert {one.found.verdict.polarity for one in overruled} == {Polarity.NEGATED}
    assert all(REREAD in one.found.against for one in overruled)


@pytest.mark.parametrize("negated", [-5.0, -0.5])
def test_where_it_agrees_or_is_unsure_the_rules_stand(negated: float) -> None:
    unsure = found(model({"optional": -0.5, "negated": negated, "required": -0.6, "standard": -0.6}))
    assert {one.found.verdict.polarity for one in unsure} == {Polarity.OPTIONAL}
    assert all(REREAD not in one.found.against for one in unsure)


def test_of_what_stands_outside_the_clause_it_knows_nothing_and_the_rules_stand() -> None:
    led = found(model({"optional": -5.0, "negated": 5.0}), LED)
    assert {one.found.verdict.polarity for one in led} == {Polarity.OPTIONAL}
    assert BY_ITS_OWN_WORDS not in {one.found.verdict.level for one in led}


def test_rules_say_what_they_read_how_and_at_what_stage() -> None:
    text = search_text_at(OPTION, "text")
    weighed = weigh(text, setting_of_kind(SPEC), in_weaker_forms=False)
    assert weighed is not None
    for kind, stage in ((SPEC, "tender"), ("bid_response", "bid"), ("award_notice", "award")):
        signs = signs_of_polarity(weighed.whole[0].found, weighed.layout, setting_of_kind(kind))
        assert stage in signs
        assert any(sign.endswith(f"at {stage}") and sign.startswith("optional by item") for sign in signs)


def test_wordings_of_what_comes_with_a_thing_are_told_from_what_is_delivered() -> None:
    likely = load_polarity_model().likely("出厂即内置于固件,无须另购", ["contract", "offered at contract"])
    assert likely[Polarity.STANDARD] > likely[Polarity.NEGATED]
    assert sum(likely.values()) == pytest.approx(1.0)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"signs": 1}'])
def test_a_table_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        polarity_model_from(content)
