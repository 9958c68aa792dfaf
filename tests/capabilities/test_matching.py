from __future__ import annotations

import tracemalloc

import pytest

from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.words import Hit, words


def senses_of(text: str) -> dict[str, frozenset[str]]:
    """Return the words found in a text, folded, with their senses."""
    folded = search_text_at(text, "text").text
    return {folded[hit.start : hit.end]: hit.senses for hit in shared_matcher().hits(folded)}


def has_sense(text: str, sense: str) -> bool:
    return any(sense in senses for senses in senses_of(text).values())


@pytest.mark.parametrize(
    ("text", "sense", "there"),
    [
        ("识别维族人员", "people", True),
        ("运维族谱", "people", False),
        ("三维族谱识别", "people", False),
        ("本人民族识别", "ethnicity", True),
        ("人民族群", "people", False),
        ("恩施土家族苗族自治州", "people", False),
        ("民族中学", "ethnicity", False),
        ("中华民族", "ethnicity", False),
        ("少数民族语言识别", "ethnicity", False),
        ("少数民族语言识别", "minority_language", True),
        ("少数民\n族识别", "ethnicity", True),
        ("少 数 民 族", "ethnicity", True),
        ("維吾爾族", "people", True),
        ("race estimation", "ethnicity", True),
        ("race condition", "ethnicity", False),
        ("the embraced model", "ethnicity", False),
        ("支持ethnicity识别", "ethnicity", True),
        ("watch-list", "watchlist", True),
        ("watchlists", "watchlist", True),
        ("watch list", "watchlist", True),
        ("face-to-face", "face", False),
        ("surface", "face", False),
        ("распознавание лиц", "face", True),
        ("юридических лиц", "face", False),
    ],
)
def test_words_are_words_not_letters_that_meet(text: str, sense: str, there: bool) -> None:
    assert has_sense(text, sense) is there


def test_a_slip_of_recognition_is_marked_as_weak() -> None:
    hits = shared_matcher().hits("支持民旅识别")
    assert [hit.weak for hit in hits if "ethnicity" in hit.senses] == [True]


def test_a_refusal_inside_a_minimum_is_no_refusal() -> None:
    assert not has_sense("不得低于100路", "cue.forbid")
    assert has_sense("不得启用", "cue.forbid")
    assert not has_sense("响应时间", "cue.offered_cell")


def places(hits: list[Hit], text: str) -> list[tuple[int, int]]:
    return [(hit.start, hit.end) for hit in words(hits, text)]


def test_of_words_that_cross_the_choice_that_covers_most_is_kept() -> None:
    sense = frozenset({"x"})
    crossing = [Hit(0, 2, sense, False), Hit(1, 3, sense, False), Hit(2, 4, sense, False)]
    assert places(crossing, "甲乙丙丁") == [(0, 2), (2, 4)]
    nested = [Hit(0, 4, sense, False), Hit(1, 2, frozenset({"y"}), False), Hit(2, 3, sense, False)]
    assert places(nested, "甲乙丙丁") == [(0, 4), (1, 2)]
    whole = [Hit(0, 4, sense, False, True), Hit(1, 2, frozenset({"y"}), False)]
    assert places(whole, "甲乙丙丁") == [(0, 4)]


def test_phrases_of_words_that_spaces_set_apart_may_cross() -> None:
    it_must, must, must_not = (
        Hit(0, 7, frozenset({"x"}), False),
        Hit(3, 7, frozenset({"y"}), False),
        Hit(3, 11, frozenset({"z"}), False),
    )
    assert places([it_must, must, must_not], "it must not") == [(0, 7), (3, 11), (3, 7)]
    assert has_sense("it must not record faces", "cue.forbid")
    assert has_sense("the officers shall not be asked", "cue.forbid")


def test_pages_that_can_meet_no_pattern_are_passed_over() -> None:
    matcher = shared_matcher()
    assert matcher.hits("办公桌椅采购，不得分包")
    assert matcher.hits_that_may_matter("办公桌椅采购，不得分包") == []
    assert matcher.hits_that_may_matter("支持民族识别") == matcher.hits("支持民族识别")


@pytest.mark.parametrize("before", ["", "و", "ال", "وال", "بال", "لل", "ول"])
def test_arabic_words_are_found_behind_what_is_written_with_them(before: str) -> None:
    text = f"يدعم {before}حجب المواقع"
    assert any("block" in hit.senses for hit in shared_matcher().hits(text))


@pytest.mark.parametrize(
    ("text", "is_found"), [("هواتفهم", True), ("هواتفها", True), ("هواتف", True), ("هواتفين", False)]
)
def test_arabic_words_are_found_before_whose_they_are(text: str, is_found: bool) -> None:
    assert any("phone" in hit.senses for hit in shared_matcher().hits(text)) is is_found


def test_an_arabic_word_inside_another_is_not_found() -> None:
    assert not any("block" in hit.senses for hit in shared_matcher().hits("مححجب المواقع"))


def test_a_page_of_one_letter_takes_little_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    piece = 1 << 17
    monkeypatch.setattr("tenderlight.languages.automaton.PIECE", piece)
    monkeypatch.setattr("tenderlight.capabilities.matching.PIECE", piece)
    text = "a" * (3 * piece)
    assert shared_matcher().hits_that_may_matter("a") == []  # what is made at the first use is no part of it
    tracemalloc.start()
    try:
        assert shared_matcher().hits_that_may_matter(text) == []
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 240 * piece  # a list of all occurrences of "aaa" would take three times as much
