"""The catalogue of the interface: each language has every text, with the same placeholders; none is asked in vain."""

from __future__ import annotations

import re
import string
import tomllib

import pytest

from tenderlight.model.problem import PROBLEMS
from tenderlight.publish.catalogue import HTML_CODES, LANGUAGES, NAMES, say, texts
from tenderlight.publish.told_words import next_step_in, pattern_in, rows_of
from tests.house.tree import PACKAGE, ROOT

CALLED = re.compile(r"""\b(?:say\([\w.]+, |t\()["']([a-z_]+\.[a-z_0-9]+)["'][,)]""")


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_language_has_the_same_texts_with_the_same_placeholders(language: str) -> None:
    english, other = texts("en"), texts(language)
    assert set(english) == set(other)
    assert {key for key in english if placeholders(english[key]) != placeholders(other[key])} == set()
    assert set(NAMES) == set(HTML_CODES) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_is_empty_markup_or_another_language(language: str) -> None:
    for key, text in texts(language).items():
        assert text.strip() == text, key
        assert text, key
        assert not re.search(r"<[a-z/]", text), key
        if language == "en":
            assert not re.search(r"[\u4e00-\u9fff]", text), key


def test_every_text_that_a_page_asks_for_is_there() -> None:
    asked = {
        key
        for path in (*(PACKAGE / "publish").rglob("*"), *(PACKAGE / "web").rglob("*"))
        if path.suffix in {".py", ".html"}
        for key in CALLED.findall(path.read_text("utf-8"))
    }
    assert asked
    assert {key for key in asked if key not in texts("en")} == set()


def test_a_count_of_one_has_its_own_words_and_unknown_languages_get_the_first() -> None:
    assert say("xx", "status.confirmed") == say("en", "status.confirmed") == "confirmed"
    assert say("zh", "status.confirmed") == "已确认"
    with pytest.raises(KeyError):
        say("en", "status.no_such")


def names_of_patterns() -> set[str]:
    """Return how the vocabulary calls the patterns of its rules."""
    sheets = [tomllib.loads(path.read_text("utf-8")) for path in (ROOT / "vocabulary" / "capabilities").rglob("*.toml")]
    entries = [entry for sheet in sheets for entry in sheet.get("capability", ())]
    return {pattern["name"] for entry in entries for pattern in entry.get("pattern", ())}


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_next_step_and_pattern_is_told_in_every_language(language: str) -> None:
    steps, patterns = {kind.next_step for kind in PROBLEMS.values()}, names_of_patterns()
    assert len(patterns) > len(PROBLEMS)
    assert {step for step in steps if next_step_in(language, step) == step} == set()
    assert {name for name in patterns if pattern_in(language, name) == name} == set()
    assert set(rows_of(language, "next_steps")) == steps, "strike out what nothing says any more"
    assert set(rows_of(language, "patterns")) == patterns, "strike out what nothing says any more"
