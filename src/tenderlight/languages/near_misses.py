"""Finds words that stand in a text with one character wrong: read for another, left out, or one too many.

Of a word with one wrong character one half is whole. So the halves of all words are looked for in one pass, and beside
each half that is found the other half is compared. Short words are not looked for: with one character wrong they are
other words (Chinese words of two or three characters, others of less than eight): `is_long_enough` says which are not.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tenderlight.languages.automaton import build_automaton
from tenderlight.languages.scripts import has_han

SHORTEST_HAN, SHORTEST_OTHER = 4, 8
"""Characters from which a word is looked for with one of them wrong."""


class NearMiss(NamedTuple):
    """A word with one wrong character: `text[start:end]` stands for the literal with that number."""

    start: int
    end: int
    number: int
    wrong: int
    """Which character of the literal is wrong or missing; the one too many stands before it."""


class _Half(NamedTuple):
    number: int
    is_first: bool
    other: str
    offset: int
    """Where the other half begins in the literal."""


def is_long_enough(literal: str) -> bool:
    """Say whether a word is looked for with a wrong character."""
    return len(literal) >= (SHORTEST_HAN if has_han(literal) else SHORTEST_OTHER)


class NearMisses:
    """Words ready to be looked for with one character wrong.

    Args:
        literals: Folded words, of four characters at least.

    Raises:
        ValueError: If one is shorter.
    """

    def __init__(self, literals: Sequence[str]) -> None:
        halves: dict[str, list[_Half]] = {}
        for number, literal in enumerate(literals):
            if len(literal) < SHORTEST_HAN:
                raise ValueError(f"too short to be known with a wrong character: {literal}")
            middle = len(literal) // 2
            first, second = literal[:middle], literal[middle:]
            halves.setdefault(first, []).append(_Half(number, True, second, middle))
            halves.setdefault(second, []).append(_Half(number, False, first, 0))
        self._halves = list(halves.values())
        self._automaton = build_automaton(list(halves)) if halves else None

    def find(self, text: str) -> list[NearMiss]:
        """Return the words with one wrong character, in order; words that stand there as they are not among them."""
        if self._automaton is None:
            return []
        found: dict[NearMiss, None] = {}
        halves = self._halves
        for start, end, number in self._automaton.find(text):
            for half in halves[number]:
                miss = _behind(text, start, end, half) if half.is_first else _before(text, start, end, half)
                if miss is not None:
                    found[miss] = None
        return sorted(found)


def _behind(text: str, start: int, end: int, half: _Half) -> NearMiss | None:
    """Compare what stands behind a first half with the second."""
    other = half.other
    length = len(other)
    place = 0
    while place < length and text[end + place : end + place + 1] == other[place]:
        place += 1
    if place == length:
        return None
    at = end + place
    rest = other[place + 1 :]
    wrong = half.offset + place
    if at < len(text) and text.startswith(rest, at + 1) and (rest or _may_be_read(text[at])):
        return NearMiss(start, end + length, half.number, wrong)
    if text.startswith(rest, at) and (rest or place):
        return NearMiss(start, end + length - 1, half.number, wrong)
    if text.startswith(other[place:], at + 1):
        return NearMiss(start, end + length + 1, half.number, wrong)
    return None


def _before(text: str, start: int, end: int, half: _Half) -> NearMiss | None:
    """Compare what stands before a second half with the first."""
    other = half.other
    place = len(other)
    at = start
    while place and at and text[at - 1] == other[place - 1]:
        place -= 1
        at -= 1
    if not place:
        return None
    rest = other[: place - 1]
    wrong = place - 1
    if at and text.endswith(rest, 0, at - 1) and (rest or _may_be_read(text[at - 1])):
        return NearMiss(start - len(other), end, half.number, wrong)
    if text.endswith(rest, 0, at):
        return NearMiss(start - len(other) + 1, end, half.number, wrong)
    if at and text.endswith(other[:place], 0, at - 1):
        return NearMiss(start - len(other) - 1, end, half.number, place)
    return None


def _may_be_read(character: str) -> bool:
    """Say whether a sign at the edge of a word can be a character of it, and is no mark between words."""
    return character.isalnum() or character in "|\\/"
