"""Purchases said in ordinary Chinese, by who is acted on, what is done and to what end; and innocent texts beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.evaluate.capabilities import Passage, read_passages

BOUGHT = {"required", "offered", "standard", "optional"}
PASSAGES = list(read_passages(Path(__file__).parent / "passages" / "ordinary_chinese.jsonl"))
PURCHASES = [passage for passage in PASSAGES if passage.expected]
INNOCENT = [passage for passage in PASSAGES if not passage.expected]


def bought(passage: Passage) -> set[str]:
    """Return the capabilities that a passage is said to buy."""
    found = find_in_text(passage.text, doc_kind=passage.doc_kind)
    return {one.rule for one in found if str(one.polarity) in BOUGHT}


@pytest.mark.parametrize("passage", PURCHASES, ids=lambda passage: passage.id)
def test_a_purchase_in_ordinary_words_is_found(passage: Passage) -> None:
    assert {expected.capability for expected in passage.expected} <= bought(passage)


@pytest.mark.parametrize("passage", INNOCENT, ids=lambda passage: passage.id)
def test_innocent_words_near_them_buy_nothing(passage: Passage) -> None:
    assert not bought(passage)
