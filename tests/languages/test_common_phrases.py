"""Phrases that stand on many pages: which those are, and which of them are told of a text."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages import common_phrases
from tenderlight.languages.common_phrases import CommonPhrases, learned

TEXTS = st.lists(st.text(alphabet="人脸识别", max_size=30), min_size=1, max_size=8)


def told_plainly(text: str, phrases: list[str]) -> list[str]:
    """Return the phrases in a text that are within no other, in order."""
    found = [(at, at + len(phrase)) for phrase in phrases for at in range(len(text)) if text.startswith(phrase, at)]
    outer = [
        one for one in found if not any(other != one and other[0] <= one[0] and one[1] <= other[1] for other in found)
    ]
    return [text[start:end] for start, end in sorted(outer)]


@given(learn=TEXTS, texts=TEXTS)
def test_of_a_text_the_phrases_within_no_other_are_told(learn: list[str], texts: list[str]) -> None:
    with pytest.MonkeyPatch.context() as here:
        here.setattr(common_phrases, "FEWEST_TEXTS", 2)
        phrases = learned([text] for text in learn)
    common = CommonPhrases(phrases)
    assert common.within(texts) == [told_plainly(text, phrases) for text in texts]
    for text, told in zip(texts, common.within(texts), strict=True):
        for phrase in phrases:
            assert any(phrase in one for one in told or ()) == (phrase in text)
            assert {one for one in told or () if phrase in one} <= set(common.holding(phrase))


def test_what_many_texts_hold_is_common_and_so_is_all_within_it() -> None:
    texts = [["咨询有限公司", f"甲乙{'丙丁'[number % 2]}"] for number in range(100)]
    texts += [[f"一二三四五{chr(0x4E00 + number)}"] for number in range(9)]
    found = learned(texts)
    assert set(found) == {
        "咨询有", "询有限", "有限公", "限公司", "咨询有限", "询有限公", "有限公司", "咨询有限公", "询有限公司",
        "咨询有限公司", "甲乙丙", "甲乙丁",
    }  # fmt: skip
    assert found.index("有限公") < found.index("有限公司") < found.index("甲乙丙")
    assert learned([["咨询有限公司"]] * 9) == []


def test_phrases_of_runs_that_end_between_are_none() -> None:
    assert learned([["有限", "公司"]] * 50) == []
    common = CommonPhrases(["有限公", "限公司", "有限公司"])
    assert common.within(["有限、公司", "", "𠀀有限公司𠀀限公司", "有限", "公司"]) == [
        [], [], ["有限公司", "限公司"], [], [],
    ]  # fmt: skip


def test_a_text_too_long_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common_phrases, "LONGEST_TEXT", 4)
    common = CommonPhrases(["有限公"])
    assert common.within(["有限公司", "有限公司的", "有限公"]) == [["有限公"], None, ["有限公"]]
    assert CommonPhrases([]).within(["有限公司"]) == [[]]
    assert CommonPhrases(["有限公"]).within([]) == []


def test_equal_texts_of_one_sign_give_few_phrases(monkeypatch: pytest.MonkeyPatch) -> None:
    assert learned([["人" * 100_000]] * 10) == ["人" * length for length in range(3, common_phrases.LONGEST + 1)]
    chance = random.Random(3)
    text = "".join(chr(0x4E00 + chance.randrange(5_000)) for _ in range(5_000))
    monkeypatch.setattr(common_phrases, "MOST_PHRASES", 300)
    found = learned([[text]] * 10)
    assert len(found) == 300
    assert {len(one) for one in found} == {3}
