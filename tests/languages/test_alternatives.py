"""One pattern for many words finds what trying them one by one finds, the longest first."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages.alternatives import any_of

WORDS = st.lists(st.text(alphabet="ab.(采购", min_size=1, max_size=7), min_size=1, max_size=12)


@given(WORDS, st.text(alphabet="ab.(采购 ", max_size=30))
def test_it_matches_as_the_words_one_by_one_do(words: list[str], text: str) -> None:
    one_by_one = re.compile("|".join(map(re.escape, sorted(set(words), key=len, reverse=True))))
    together = re.compile(any_of(words))
    assert [match.span() for match in together.finditer(text)] == [match.span() for match in one_by_one.finditer(text)]


@given(WORDS)
def test_what_follows_may_ask_for_a_shorter_word(words: list[str]) -> None:
    one_by_one = re.compile(f"(?:{'|'.join(map(re.escape, sorted(set(words), key=len, reverse=True)))})a$")
    together = re.compile(f"{any_of(words)}a$")
    for word in words:
        assert bool(together.match(f"{word}a")) == bool(one_by_one.match(f"{word}a"))
