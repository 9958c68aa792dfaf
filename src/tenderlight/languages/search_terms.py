"""Text as the terms that a search looks for: words, and every two neighbours of scripts that set no blanks.

A run of Chinese (or Japanese, Thai, Lao, Khmer) characters is every pair of neighbours in it and its last character by
itself: 人脸识别 is 人脸, 脸识, 识别, 别. So words of two characters and more are found wherever they stand in a run, as
the terms of a phrase, one behind the other. Everything else is words. Text is folded first (`normalise.fold`), Latin
letters lose their accents: traditional finds simplified, capitals small letters, "adjudicacion" "adjudicación".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tenderlight.languages.normalise import Folded, fold, without_accents
from tenderlight.languages.scripts import HAN_CLASS

LONGEST_TERM = 64
"""Characters of a word that are looked at."""
_JOINED = rf"{HAN_CLASS}\u3041-\u30ff\u0e00-\u0eff\u1780-\u17ff"
_RUN = re.compile(rf"([{_JOINED}]+)|[^\W_{_JOINED}]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of a text, in order; offsets are those of the folded text."""

    folded: Folded
    texts: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Terms that are to stand one behind the other.

    Raises:
        ValueError: If it has none.
    """

    terms: tuple[str, ...]
    is_open: bool = False
    """Whether the last term may go on: a word of which the beginning is given, or one Chinese character."""

    def __post_init__(self) -> None:
        if not self.terms:
            raise ValueError("a phrase needs a term")


def text_of_terms(text: str) -> str:
    """Return the terms of a text with blanks between them, for an index that cuts at blanks."""
    kept: list[str] = []
    folded = without_accents(fold(text).text)
    for found in _RUN.finditer(folded):
        run = found[0]
        if found[1] is None:
            kept.append(run[:LONGEST_TERM])
        else:
            kept += map("".join, pairwise(run))
            kept.append(run[-1])
    return " ".join(kept)


def terms_of(text: str) -> Terms:
    """Return the terms of a text with their places."""
    folded = fold(text)
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for found in _RUN.finditer(without_accents(folded.text)):
        run, start, end = found[0], found.start(), found.end()
        if found[1] is None:
            texts.append(run[:LONGEST_TERM])
            starts.append(start)
            ends.append(end)
            continue
        texts += (run[index : index + 2] for index in range(len(run)))
        starts += range(start, end)
        ends += (min(place + 2, end) for place in range(start, end))
    return Terms(folded=folded, texts=texts, starts=starts, ends=ends)


def phrase_of(text: str) -> Phrase | None:
    """Return what is looked for with a text; None if it holds no letter and no digit.

    An asterisk at its end stands for the rest of a word: распознаван* finds распознавания and распознавание.
    """
    runs = list(_RUN.finditer(without_accents(fold(text).text)))
    if not runs:
        return None
    terms: list[str] = []
    for found in runs:
        run = found[0]
        if found[1] is None:
            terms.append(run[:LONGEST_TERM])
            continue
        terms += (run[index : index + 2] for index in range(len(run) - 1))
        if found is not runs[-1] or len(run) == 1:
            terms.append(run[-1])
    last = runs[-1]
    is_open = len(last[0]) == 1 if last[1] is not None else text.rstrip().endswith("*")
    return Phrase(terms=tuple(terms), is_open=is_open)


def places_of(phrase: Phrase, terms: Terms) -> list[tuple[int, int]]:
    """Return the half-open spans of the original text that a phrase stands for, in order, none over another."""
    *before, last = phrase.terms
    texts = terms.texts
    found: list[tuple[int, int]] = []
    past = 0
    at = -1
    while True:
        try:
            at = texts.index(before[0], at + 1) if before else at + 1
        except ValueError:
            return found
        end = at + len(before)
        if end >= len(texts):
            return found
        if list(texts[at:end]) != before or not (texts[end].startswith(last) if phrase.is_open else texts[end] == last):
            continue
        span = terms.starts[at], _end_of(phrase, terms, end)
        if span[0] >= past:
            found.append(terms.folded.original_span(*span))
            past = span[1]


def _end_of(phrase: Phrase, terms: Terms, index: int) -> int:
    """Where a match ends whose last term is that of `index`: one Chinese character of a pair is only that one."""
    last = phrase.terms[-1]
    is_character = phrase.is_open and _is_joined(last)
    return terms.starts[index] + len(last) if is_character else terms.ends[index]


def _is_joined(term: str) -> bool:
    found = _RUN.fullmatch(term)
    return found is not None and found[1] is not None
