from __future__ import annotations

from typing import Any

import pytest

from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.word_list import Term, WordList, word_list_from

TABLE = {
    "senses": ["face", "look", "video"],
    "sense_sets": [[0], [0, 2], [1]],
    "border_sets": [[], ["book"], ["type"]],
    "meanings": [[0], [1, 6], [2, 0, 1, 2]],
    "words": {"face": 0, "人脸": 2, "cara": [["cara", 1], ["cará", 0], ["cara*<kind>", 0]]},
    "classes": {"kind": "one|two"},
}


@pytest.fixture
def words() -> WordList:
    return word_list_from(TABLE)


def term(literal: str, *senses: str, rest: str = "", bordered: bool = True, **said: Any) -> Term:
    plain = {"weak": False, "whole": False, "not_before": (), "not_after": ()}
    return Term(literal=literal, rest=rest, senses=frozenset(senses), bordered=bordered, **{**plain, **said})


def test_a_word_written_in_one_way_means_what_its_number_says(words: WordList) -> None:
    assert words.terms("face") == (term("face", "face"),)
    assert words.terms("人脸") == (term("人脸", "look", bordered=False, not_before=("book",), not_after=("type",)),)


def test_each_spelling_of_a_word_is_a_term_with_the_words_of_its_classes(words: WordList) -> None:
    assert words.terms("cara") == (
        term("cara", "face", "video", bordered=False, weak=True, whole=True),
        term("cará", "face"),
        term("cara", "face", rest="*<one|two>"),
    )
    assert [one.literal for one in words] == ["face", "人脸", "cara", "cará", "cara"]


def test_what_is_no_word_is_told(words: WordList) -> None:
    with pytest.raises(KeyError):
        words.terms("cará")


def test_terms_of_a_text_are_made_when_it_has_them() -> None:
    """Ninety thousand of them are not made where a page has twenty."""
    matcher = shared_matcher()
    made = len(matcher._terms)
    assert [hit.senses for hit in matcher.hits("人脸识别")]
    assert len(matcher._terms) <= made + 10
