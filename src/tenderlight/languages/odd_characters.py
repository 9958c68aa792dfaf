"""Characters that make a text look other than it is: turned writing, what nobody sees, letters that look alike.

Unicode Technical Report 36 and Technical Standard 39 describe the tricks. Here only those are looked for that ordinary
documents do not need: marks of direction in texts that have no letters written from right to left, invisible characters
inside words and numbers, words that mix look-alike letters of two alphabets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

_TURNING = re.compile("[\u202d\u202e\u202b\u2067]")
"""Overrides, and embeddings and isolates from right to left."""
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_UNSEEN = "\u180e\u200b\u2060-\u2064\ufeff\u115f\u1160\u3164\uffa0"
_INVISIBLE = re.compile(
    f"(?<=[A-Za-z0-9\u0400-\u04ff])[{_UNSEEN}]+(?=[A-Za-z0-9\u0400-\u04ff])|[\U000e0000-\U000e007f]+"
)
"""Inside words and numbers of alphabets; and tags, which spell whole messages nobody sees."""
_WORD = re.compile("[A-Za-z\u0370-\u03ff\u0400-\u04ff]{3,}")
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC, _GREEK = re.compile("[\u0400-\u04ff]"), re.compile("[\u0370-\u03ff]")
_TWINS = re.compile("[АВЕЅІЈКМНОРСТУХаеорсухіјѕΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιρκ]")
_TWINS_LATIN = re.compile("[ABEKMHOPCTYXSIJZNaeopcyxijsvk]")


class Oddity(StrEnum):
    """A way of looking other than one is."""

    TURNED = "turned"
    INVISIBLE = "invisible"
    LOOK_ALIKE = "look-alike"


@dataclass(frozen=True, slots=True, kw_only=True)
class OddPlace:
    """Where a text looks other than it is."""

    oddity: Oddity
    start: int
    """Offset in code points."""
    end: int


def odd_places(text: str) -> Iterator[OddPlace]:
    """Yield the places where a text looks other than it is: first the turned, then the unseen, then look-alikes.

    Args:
        text: Any text.
    """
    if text.isascii():
        return
    if _TURNING.search(text) and not _RIGHT_TO_LEFT.search(text):
        for found in _TURNING.finditer(text):
            yield OddPlace(oddity=Oddity.TURNED, start=found.start(), end=found.end())
    for found in _INVISIBLE.finditer(text):
        yield OddPlace(oddity=Oddity.INVISIBLE, start=found.start(), end=found.end())
    if _CYRILLIC.search(text) or _GREEK.search(text):
        for found in _WORD.finditer(text):
            if _is_look_alike(found[0]):
                yield OddPlace(oddity=Oddity.LOOK_ALIKE, start=found.start(), end=found.end())


def _is_look_alike(word: str) -> bool:
    """Say whether a word mixes alphabets so that one of them only looks like the other."""
    latin, others = _LATIN.findall(word), [*_CYRILLIC.findall(word), *_GREEK.findall(word)]
    if not latin or not others:
        return False
    fewer_are_latin = len(latin) < len(others) and all(map(_TWINS_LATIN.match, latin))
    return fewer_are_latin or all(map(_TWINS.match, others))
