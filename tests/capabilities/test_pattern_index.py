"""Which patterns a text can meet: none is ruled out whose needs all have a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tenderlight.capabilities.pattern_index import PatternIndex
from tenderlight.capabilities.vocabulary import load_vocabulary

CAPABILITIES = load_vocabulary().capabilities
PATTERNS = [(capability, pattern) for capability in CAPABILITIES for pattern in capability.patterns]
NEEDS = [need for _, pattern in PATTERNS for need in (*pattern.core, *pattern.context)]
SENSES = sorted({sense for need in NEEDS for sense in need.senses})
INDEX = PatternIndex(CAPABILITIES)


@given(st.lists(st.frozensets(st.sampled_from([*SENSES, "cue.no_need"]), max_size=6), max_size=12))
def test_it_says_what_a_plain_look_says(words: list[frozenset[str]]) -> None:
    present = frozenset().union(*words)
    assert INDEX.possible(words) == [
        (capability, pattern)
        for capability, pattern in PATTERNS
        if all(need.senses & present for need in (*pattern.core, *pattern.context))
    ]
    bits = INDEX.bits(present)
    assert INDEX.is_any_met(bits) == any(all(need.senses & present for need in pattern.core) for _, pattern in PATTERNS)


def test_a_text_with_every_sense_can_meet_every_pattern() -> None:
    assert INDEX.possible([frozenset(SENSES)]) == PATTERNS


def test_a_text_without_words_can_meet_none() -> None:
    assert INDEX.possible([]) == []
    assert not INDEX.is_any_met(0)
