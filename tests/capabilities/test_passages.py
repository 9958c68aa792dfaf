"""The development passages: what the rules are tuned on must stay found, and nobody wrongly accused."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.evaluate.capabilities import evaluate_capabilities, read_passages

PASSAGES = Path(__file__).parent / "passages"
GROUPS = sorted((PASSAGES / "groups").glob("*.jsonl"))
DEVELOPMENT = [PASSAGES / "development.jsonl", *GROUPS]


def test_the_development_passages_accuse_nobody_wrongly_and_miss_little() -> None:
    score = evaluate_capabilities(PASSAGES / "development.jsonl", None)
    assert score.overall.wrong_accusations == 0
    assert score.overall.false_alarms <= 0.003 * score.overall.passages
    assert score.overall.recall is not None
    assert score.overall.recall >= 0.98
    assert score.overall.polarity_accuracy is not None
    assert score.overall.polarity_accuracy >= 0.98


@pytest.mark.parametrize("path", GROUPS, ids=lambda path: path.stem)
def test_the_passages_of_a_group_accuse_nobody_wrongly_and_miss_little(path: Path) -> None:
    score = evaluate_capabilities(path, None)
    assert score.overall.wrong_accusations == 0
    assert score.overall.false_alarms <= 0.01 * score.overall.passages
    assert score.overall.recall is not None
    assert score.overall.recall >= 0.95
    assert score.overall.polarity_accuracy is not None
    assert score.overall.polarity_accuracy >= 0.95


def test_the_two_sets_share_no_passage() -> None:
    development = [passage for path in DEVELOPMENT for passage in read_passages(path)]
    held_out = read_passages(PASSAGES / "held_out.jsonl")
    assert not {passage.text for passage in development} & {passage.text for passage in held_out}
    assert not {passage.id for passage in development} & {passage.id for passage in held_out}
    assert len({passage.text for passage in development}) == len(development)


def test_every_expected_quote_is_verbatim_and_negatives_are_many() -> None:
    for path in (*DEVELOPMENT, PASSAGES / "held_out.jsonl"):
        passages = read_passages(path)
        assert all(item.quote in passage.text for passage in passages for item in passage.expected)
        assert sum(1 for passage in passages if not passage.expected) >= len(passages) / 3
