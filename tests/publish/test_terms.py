"""Every capability has its definition in Chinese, made from the English as it is now."""

from __future__ import annotations

import re

import pytest

from tenderlight.capabilities import capability_entries
from tenderlight.publish.catalogue import LANGUAGES
from tenderlight.publish.terms import mark_of, rows, term_in

ENGLISH = re.compile(r"(?:[a-z]+ ){2,}[a-z]+")


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_every_capability_is_defined_in_every_language_as_its_english_is_now(language: str) -> None:
    entries = capability_entries()
    assert set(rows(language)) == set(entries)
    assert {code for code, entry in entries.items() if rows(language)[code]["of"] != mark_of(entry)} == set()
    for code, entry in entries.items():
        term = term_in(language, entry)
        assert len(term.not_when) == len(entry.not_when), code
        for words in (term.label, term.definition, *term.not_when):
            assert re.search(r"[\u4e00-\u9fff]", words), code
            assert not ENGLISH.search(words), code


def test_english_says_it_where_a_language_does_not() -> None:
    entry = capability_entries()["face.live_watchlist"]
    english = term_in("en", entry)
    assert (english.definition, english.language) == (entry.definition, "en")
    assert term_in("zh", entry).language == "zh-Hans"
