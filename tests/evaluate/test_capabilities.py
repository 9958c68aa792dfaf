from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.errors import UsageError
from tenderlight.evaluate.capabilities import (
    Expected,
    Passage,
    Predicted,
    Prediction,
    Tolerated,
    evaluate_capabilities,
    read_passages,
    score,
    share_words,
)
from tenderlight.model.statement import Polarity
from tests.shared_data import shared_file

FACE, WATCH = "eth.face_ethnicity", "face.live_watchlist"


def passage(*expected: Expected, tolerated: tuple[Tolerated, ...] = ()) -> Passage:
    return Passage(id="1", lang="zh-Hans", text="支持民族识别，不支持人脸布控", expected=expected, tolerated=tolerated)


def scored(one: Passage, *predicted: tuple[str, Polarity, str]) -> tuple[int, int, int, int]:
    """Return expected items found, items seen, false alarms, wrong accusations."""
    found = tuple(Predicted(capability=code, polarity=polarity, quote=quote) for code, polarity, quote in predicted)
    tally = score([one], [Prediction(id="1", predicted=found)]).overall
    return tally.found, tally.seen, tally.false_alarms, tally.wrong_accusations


REQUIRED = Expected(capability=FACE, polarity=Polarity.REQUIRED, quote="支持民族识别")
NEGATED = Expected(capability=WATCH, polarity=Polarity.NEGATED, quote="不支持人脸布控")


def test_found_means_capability_polarity_and_words() -> None:
    assert scored(passage(REQUIRED), (FACE, Polarity.REQUIRED, "支持民族识别")) == (1, 1, 0, 0)
    assert scored(passage(REQUIRED), (FACE, Polarity.OFFERED, "支持民族识别")) == (0, 1, 1, 0)
    assert scored(passage(REQUIRED), (FACE, Polarity.REQUIRED, "人脸布控")) == (0, 0, 1, 0)
    assert scored(passage(REQUIRED)) == (0, 0, 0, 0)


def test_buying_what_was_refused_or_not_there_is_a_wrong_accusation() -> None:
    assert scored(passage(NEGATED), (WATCH, Polarity.REQUIRED, "不支持人脸布控")) == (0, 1, 1, 1)
    assert scored(passage(NEGATED), (WATCH, Polarity.DISCUSSED, "不支持人脸布控")) == (0, 1, 1, 0)
    assert scored(passage(), (FACE, Polarity.STANDARD, "支持民族识别")) == (0, 0, 1, 1)


def test_other_right_answers_and_tolerated_ones_are_no_alarms() -> None:
    also = Expected(
        capability=FACE,
        polarity=Polarity.OFFERED,
        quote="支持民族识别",
        polarity_also=(Polarity.REQUIRED,),
        capability_also=("track.attribute_search",),
    )
    assert scored(passage(also), (FACE, Polarity.REQUIRED, "民族识别")) == (1, 1, 0, 0)
    assert scored(passage(also), ("track.attribute_search", Polarity.OFFERED, "民族识别")) == (1, 1, 0, 0)
    tolerant = passage(tolerated=(Tolerated(capability=WATCH, polarity=Polarity.NEGATED),))
    assert scored(tolerant, (WATCH, Polarity.NEGATED, "人脸布控")) == (0, 0, 0, 0)
    assert scored(tolerant, (WATCH, Polarity.REQUIRED, "人脸布控")) == (0, 0, 1, 1)


@pytest.mark.parametrize(
    ("first", "second", "shared"),
    [
        ("民族识别", "支持民族识别功能", True),
        ("支持维吾尔族识别", "维吾尔族人员", True),
        ("支持民族", "民族识别", False),
        ("race of persons detected", "the race of persons", True),
        ("race of one", "race of two", False),
        ("", "民族", False),
    ],
)
def test_quotes_share_words_by_containment_or_overlap(first: str, second: str, shared: bool) -> None:
    assert share_words(first, second) is shared
    assert share_words(second, first) is shared


def test_what_no_rule_covers_is_said_and_counted_apart() -> None:
    other = Expected(capability="bio.nothing", polarity=Polarity.REQUIRED, quote="步态")
    result = score([passage(REQUIRED, other)], [])
    assert result.not_covered == ("bio.nothing",)
    assert (result.overall.expected, result.covered.expected) == (2, 1)


def test_predictions_are_written_in_the_shape_of_the_set(tmp_path: Path) -> None:
    line = {"id": "a", "lang": "zh-Hans", "doc_kind": "tender_spec", "text": "支持民族识别。", "expected": []}
    (tmp_path / "passages.jsonl").write_text(json.dumps(line) + "\n", "utf-8")
    out = tmp_path / "predictions.jsonl"
    result = evaluate_capabilities(tmp_path, out)
    assert result.overall.wrong_accusations == 1
    assert json.loads(out.read_text("utf-8")) == {
        "id": "a",
        "predicted": [{"capability": FACE, "polarity": "required", "quote": "支持民族识别"}],
    }


@pytest.mark.parametrize("line", ["{", '{"id": "x"}', '{"id":1,"lang":"en","text":"","expected":[]}'])
def test_a_line_that_is_no_passage_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "set.jsonl"
    path.write_text("\n" + line, "utf-8")
    with pytest.raises(UsageError, match=r"line 2 of set\.jsonl"):
        read_passages(path)
    with pytest.raises(UsageError, match="cannot be read"):
        read_passages(tmp_path / "absent.jsonl")


def test_the_shared_sample_accuses_nobody_wrongly() -> None:
    result = evaluate_capabilities(shared_file("domain/sample/passages.jsonl"), None)
    assert result.overall.wrong_accusations == 0
    assert result.not_covered == ()
    assert result.covered.recall is not None
    assert result.covered.recall > 0.9


def test_polarities_are_counted_by_what_is_expected_and_what_is_found() -> None:
    both = passage(REQUIRED, NEGATED)
    found = (
        Predicted(capability=FACE, polarity=Polarity.OFFERED, quote="支持民族识别"),
        Predicted(capability=FACE, polarity=Polarity.REQUIRED, quote="支持民族识别"),
    )
    right = score([both], [Prediction(id="1", predicted=found)])
    assert right.confusions == {"required": {"required": 1}, "negated": {"missed": 1}}
    wrong = score([both], [Prediction(id="1", predicted=found[:1])])
    assert wrong.confusions["required"] == {"offered": 1}
