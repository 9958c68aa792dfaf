"""Names in other scripts → Latin letters, and Latin letters → sounds, so that spellings of one name meet.

Chinese is read without tones (pypinyin); other scripts are transliterated (anyascii). `sounds` undoes the differences
between the ways of writing Cyrillic and Arabic names in Latin letters: shch, ts, kh, y, j, w …
"""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add
from typing import cast

from tenderlight.matching.tables import readings

_SOUNDS = (
    ("techn", "tehn"),
    ("shch", "sc"),
    ("sch", "s"),
    ("tch", "c"),
    ("cz", "c"),
    ("ch", "c"),
    ("sh", "s"),
    ("zh", "z"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ts", "c"),
    ("tz", "c"),
    ("dzh", "j"),
    ("dj", "j"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("yu", "u"),
    ("iu", "u"),
    ("ju", "u"),
    ("ya", "a"),
    ("ia", "a"),
    ("ja", "a"),
    ("ye", "e"),
    ("ie", "e"),
    ("je", "e"),
    ("yo", "o"),
    ("io", "o"),
    ("y", "i"),
    ("j", "i"),
)
_TWICE = re.compile(r"(.)\1+")
_SYLLABLE_LENGTH = 6
_MOST_WAYS = 6


def pinyin(text: str) -> list[str]:
    """Return the readings of a Chinese text, one for each character; "" for what has none (Latin letters, kana)."""
    table = readings()
    read = list(map(table.characters.get, text))
    found = [one or "" for one in read] if None in read else cast("list[str]", read)
    begins = table.begins
    after = 0
    for at in [at for at, pair in enumerate(map(add, text, text[1:])) if pair in begins]:
        word = _word_at(text, at) if at >= after else None
        if word:
            after = at + len(word)
            found[at:after] = word
    return found


@lru_cache(maxsize=65_536)
def read_together(text: str) -> str:
    """Return the readings of a Chinese text without blanks between."""
    return "".join(pinyin(text))


def _word_at(text: str, at: int) -> tuple[str, ...] | None:
    words = readings().words
    for length in (4, 3, 2):
        word = words.get(text[at : at + length])
        if word:
            return word
    return None


@lru_cache(maxsize=65_536)
def latin_letters(word: str) -> str:
    """Return a word of another script in Latin letters, lower case."""
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9 ]", "", anyascii(word).lower())


@lru_cache(maxsize=65_536)
def sounds(word: str) -> str:
    """Return a Latin word as it sounds, roughly: two spellings of one Cyrillic or Arabic name become the same."""
    for written, sound in _SOUNDS:
        if written in word:
            word = word.replace(written, sound)
    return _TWICE.sub(r"\1", word)


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    table = readings()
    return frozenset(one for one in table.characters.values() if one.isascii() and one.isalpha())


@lru_cache(maxsize=65_536)
def syllables(word: str) -> tuple[tuple[str, ...], bool]:
    """Return a Latin word cut into syllables of pinyin, the fewest, and whether that is the whole word.

    Where it is not, two syllables or more that the word begins with: andawell → an, da.
    """
    known = _syllables()
    best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
    for end in range(1, len(word) + 1):
        for start in range(max(0, end - _SYLLABLE_LENGTH), end):
            before = best[start]
            if before is not None and word[start:end] in known:
                now = best[end]
                if now is None or len(before) + 1 < len(now):
                    best[end] = (*before, word[start:end])
    whole = best[-1]
    if whole:
        return whole, True
    begun = next((cut for cut in reversed(best) if cut), None)
    return (begun, False) if begun and len(begun) > 1 else ((), False)
