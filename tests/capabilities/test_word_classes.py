from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.capabilities.compile import compile_vocabulary
from tenderlight.capabilities.matching import Matcher, shared_matcher
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.vocabulary import vocabulary_from
from tenderlight.capabilities.word_classes import VocabularyMistake, spelt_out, with_words, word_classes

CLASSES = """
[class]
the = ["", "the ", "each "]
person = ["person+", "man", "passer-by"]
walks = ["walk+", "walking"]
[sense.gait]
en = "walk"
zh = "步态"
[sense.gait.terms]
en = ["way <the><person> <walks>", "<person> afoot", "recogni* <the><person>"]
"""


def found(folder: Path, text: str) -> list[str]:
    (folder / "words.toml").write_text(CLASSES, "utf-8")
    folded = search_text_at(text, "text").text
    return [folded[hit.start : hit.end] for hit in Matcher(vocabulary_from(compile_vocabulary(folder))).hits(folded)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("by the way the man walks", ["way the man walks"]),
        ("the way each person walks in", ["way each person walks"]),
        ("way persons walk", ["way persons walk"]),
        ("way the passer-by walking", ["way the passer by walking"]),
        ("two men, one person afoot", ["person afoot"]),
        ("recognises each man", ["recognises each man"]),
        ("way the manual walks", []),
        ("way the man walkout", []),
        ("gateway the man walks", []),
        ("way a man walks", []),
    ],
)
def test_a_term_has_a_choice_where_it_names_a_class(tmp_path: Path, text: str, words: list[str]) -> None:
    assert found(tmp_path, text) == words


def test_the_longest_word_of_a_class_comes_first_and_a_plus_is_a_plural() -> None:
    classes = word_classes([("a.toml", {"person": ["man", "passer-by", "person+"], "the": ["", "the "]})])
    assert classes == {"person": "passer by|persons|person|man", "the": "the |"}
    assert with_words("*<the>*<person> goes", classes) == "*<the |>*<passer by|persons|person|man> goes"


def test_a_class_that_begins_a_term_is_spelt_out() -> None:
    classes = word_classes([("a.toml", {"person": ["man", "woman"], "the": ["", "the "]})])
    assert list(spelt_out("<person> in <the><person>", classes)) == [
        "woman in *<the>*<person>",
        "man in *<the>*<person>",
    ]
    assert list(spelt_out("no class", classes)) == ["no class"]


@pytest.mark.parametrize(
    "sheets",
    [
        [("a.toml", {"person": []})],
        [("a.toml", {"person": ["a|b"]})],
        [("a.toml", {"person": ["walk*"]})],
        [("a.toml", {"person": ["man"]}), ("b.toml", {"person": ["woman"]})],
    ],
)
def test_a_class_that_cannot_be_taken_is_named(sheets: list[tuple[str, dict[str, list[str]]]]) -> None:
    with pytest.raises(VocabularyMistake, match="person"):
        word_classes(sheets)


def test_a_term_that_names_no_class_is_refused() -> None:
    with pytest.raises(VocabularyMistake, match="walks"):
        list(spelt_out("way <walks>", {}))


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("who travels with whom", "say_dossier"),
        ("where each of them usually spends the night", "relations_wide"),
        ("a dossier on every registered resident", "say_dossier"),
        ("trustworthiness rating of inhabitants", "say_score"),
        ("a set that passes for a mobile network mast", "fake_mast"),
        ("banned supporters folder", "sought_sure"),
        ("installs without the user noticing anything", "covertly"),
        ("the way each walker moves", "gait_any"),
        ("scanning travellers' phones", "say_check_phones"),
        ("suggests who it might be", "who_it_is"),
    ],
)
def test_phrases_of_the_vocabulary_are_met_in_wordings_that_nobody_listed(text: str, sense: str) -> None:
    folded = search_text_at(text, "text").text
    assert any(sense in hit.senses for hit in shared_matcher().hits(folded))
