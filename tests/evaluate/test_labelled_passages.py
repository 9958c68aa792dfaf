"""The labelled passages that ship with the project: whole, parted by their rule, of the kinds the README tells."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from tenderlight.capabilities import capability_entries
from tenderlight.evaluate.capabilities import Passage, read_passages
from tenderlight.model.statement import BUYING_POLARITIES, Polarity

FOLDER = Path(__file__).resolve().parents[2] / "evaluation" / "passages"
PARTS = {"development": False, "held_out": True}


@pytest.fixture(scope="module")
def passages() -> dict[str, list[Passage]]:
    return {part: read_passages(FOLDER / f"{part}.jsonl") for part in PARTS}


def test_the_parts_follow_from_the_ids(passages: dict[str, list[Passage]]) -> None:
    for part, is_held_out in PARTS.items():
        for passage in passages[part]:
            number = int(hashlib.sha256(passage.id.encode()).hexdigest(), 16)
            assert (number % 3 == 0) is is_held_out, passage.id


def test_there_are_many_and_no_two_are_the_same(passages: dict[str, list[Passage]]) -> None:
    every = [passage for part in passages.values() for passage in part]
    assert len(every) >= 3000
    assert len({passage.id for passage in every}) == len({passage.text for passage in every}) == len(every)


def test_quotes_are_verbatim_and_capabilities_known(passages: dict[str, list[Passage]]) -> None:
    for part in passages.values():
        for passage in part:
            assert all(item.quote in passage.text for item in passage.expected), passage.id
            assert {item.capability for item in passage.expected} <= set(capability_entries()), passage.id


def test_every_capability_has_every_polarity_and_nearly_half_buys_nothing(passages: dict[str, list[Passage]]) -> None:
    every = [passage for part in passages.values() for passage in part]
    cells = Counter((item.capability, item.polarity) for passage in every for item in passage.expected)
    assert len(cells) == len(capability_entries()) * len(Polarity)
    negative = [one for one in every if not any(item.polarity in BUYING_POLARITIES for item in one.expected)]
    assert len(negative) >= 0.45 * len(every)


def test_second_labels_are_of_passages_that_there_are(passages: dict[str, list[Passage]]) -> None:
    texts = {passage.id: passage.text for part in passages.values() for passage in part}
    lines = (FOLDER / "second_labels.jsonl").read_text("utf-8").splitlines()
    second = [json.loads(line) for line in lines]
    assert len({row["id"] for row in second}) == len(second) > 0
    assert all(item["quote"] in texts[row["id"]] for row in second for item in row["expected"])
