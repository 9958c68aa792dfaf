"""Other forms in which a word of a text may be looked for: amounts without separators, words whole that a line broke.

They stand beside the terms of a text, without a place among them: they are found as words alone, in no phrase.

- ``3,500,000.00``, ``3.500.000`` and ``3'500'000`` are looked for as 3500000 as well. A single point before three
  digits may be a decimal point, and is left alone, unless a decimal comma follows.
- ``recog-`` at the end of a line and ``nition`` on the next are looked for as recognition as well.
- Arabic words with an article (ال), alone or behind و ف ب ك, or with لل, are looked for without as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SEPARATOR = re.compile(r"[,.'](?<=[0-9].)(?=[0-9]{3}(?![0-9]))")
_GROUPED = re.compile(
    r"[0-9]{1,3}(?:(?:,[0-9]{3}){1,6}|(?:'[0-9]{3}){1,6}|(?:\.[0-9]{3}){2,6}|\.[0-9]{3}(?=,[0-9]))(?![0-9])"
)
_FIRST_DIGITS = re.compile(r"[0-9]{1,3}\Z")
_GOES_BEFORE = re.compile(r".?[0-9]|[0-9][,.']", re.DOTALL)
_GROUP_DIGITS = 3
_HYPHEN = re.compile(r"- (?<=[^\W\d_]- )(?=[^\W\d_])")
_LONGEST_HALF = 30
_HALF_BEFORE = re.compile(rf"(?<!\w)[^\W\d_]{{2,{_LONGEST_HALF}}}\Z")
_HALF_AFTER = re.compile(rf"[^\W\d_]{{2,{_LONGEST_HALF}}}+(?!\w)")
_ALEF_LAM, _LAM_LAM = "\u0627\u0644", "\u0644\u0644"
_ARTICLE = re.compile(rf"(?:[\u0648\u0641\u0628\u06a9]?{_ALEF_LAM}|{_LAM_LAM})(?=[\u0620-\u06ff]{{3}})")
_ARABIC_WORD = re.compile(r"[\u0620-\u06ff]{5,40}+")


class Form(NamedTuple):
    """A word that stands in a text in another form."""

    start: int
    """Where it begins in the folded text."""
    end: int
    word: str


def forms_in(folded: str) -> Iterator[Form]:
    """Yield what is looked for in other forms in a folded text, kind after kind."""
    yield from _numbers(folded)
    for found in _HYPHEN.finditer(folded):
        before = _HALF_BEFORE.search(folded, max(0, found.start() - _LONGEST_HALF - 1), found.start())
        after = _HALF_AFTER.match(folded, found.end())
        if before and after:
            yield Form(before.start(), after.end(), before[0] + after[0])
    if _ALEF_LAM in folded or _LAM_LAM in folded:
        for found in _ARABIC_WORD.finditer(folded):
            word = without_article(found[0])
            if word != found[0]:
                yield Form(*found.span(), word)


def without_article(word: str) -> str:
    """Return an Arabic word without its article, and what is written together with that; others as they are."""
    article = _ARTICLE.match(word)
    return word if article is None else word[article.end() :]


def _numbers(folded: str) -> Iterator[Form]:
    end = 0
    for separator in _SEPARATOR.finditer(folded):
        at = separator.start()
        first = _FIRST_DIGITS.search(folded, max(0, at - _GROUP_DIGITS), at)
        if at < end or first is None:
            continue
        start = first.start()
        found = _GROUPED.match(folded, start)
        if found is None or _GOES_BEFORE.fullmatch(folded[max(0, start - 2) : start]):
            continue
        end = found.end()
        yield Form(start, end, re.sub("[,.']", "", found[0]))
