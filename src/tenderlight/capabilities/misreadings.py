"""Finds words of the vocabulary that text recognition, or a line's end, has changed.

Sure, because nothing is taken for another sign: words hyphenated at the end of a line (recog-⏎nition).

Possible, and marked so (`Misread.is_slip`): one Chinese character read for another that looks like it, a figure or mark
for a letter (c0ntrol), Latin letters in Cyrillic words, a blank or mark inside a word, one character dropped. Only in
text that was recognised from a picture, or where the sign itself shows it: a character that no word of the vocabulary
is written with, a figure between letters. A claim that rests on such a word says so, and needs a sure word beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from tenderlight._generated import usual_pairs
from tenderlight.languages.automaton import Automaton
from tenderlight.languages.lookalikes import by_shape
from tenderlight.languages.near_misses import SHORTEST_OTHER, NearMiss, NearMisses, is_long_enough
from tenderlight.languages.scripts import HAN_CLASS, is_han

Span = tuple[int, int]

LONGEST_WORD = 8
"""Characters of the longest Chinese word that is looked for around a look-alike."""
SHORTEST_STEM = 6
"""Letters of the beginning of a word of which one may be wrong."""
SHORTEST_ANY = 5
"""Characters of a Chinese word of which one may have been read for any other."""
SHORTEST_DROPPED = 5
"""Characters of a Chinese word of which one may have been dropped."""
MOST_PLACES = 20_000
"""Places of one text that are looked at more closely: a hostile page must not cost hours."""
WINDOW = 48
"""Characters around a corrected word within which words of the vocabulary are looked for again."""
_NEGATIONS = frozenset("不未无非免禁否勿莫没")
"""A word with one of them is never taken for the word without, nor the other way round."""
_MARKS = frozenset("·.'`|_^~")
"""Specks that recognition reads into a word."""
_FIGURE = re.compile(r"(?<![0158|!])[0158|!]+(?=[a-z])|(?<=[a-z])[0158|!]")
"""A figure or mark beside a letter: what may be a word is looked at only where one stands."""
_MIXED = re.compile(r"[a-z0158|!]+")
_LONGEST_TOKEN = 40
_LEAST_LETTERS = 4
_FIGURES = (str.maketrans("0158|!", "olsbll"), str.maketrans("0158|!", "oisbii"))
"""What figures and marks inside a word stand for: 1 is l or i."""
_TWO_SCRIPTS = re.compile(r"(?<![^\W_])(?:[а-яіїєґ]+[a-z]|[a-z]+[а-яіїєґ])[a-zа-яіїєґ]*(?![^\W_])")
_LATIN, _CYRILLIC = "aceopxyikmhtb", "асеорхуікмнтв"
_TO_CYRILLIC, _TO_LATIN = str.maketrans(_LATIN, _CYRILLIC), str.maketrans(_CYRILLIC, _LATIN)
_CHINESE = re.compile(f"[{HAN_CLASS}]{{2,}}")
_BROKEN = re.compile(r"- (?<=[^\W\d_][^\W\d_]- )(?=[^\W\d_]{2})")
_PAIRS = "0o 0d 0q 1i 1l 1t il it lt ij fj ft rt ce co eo ae ao 5s 8b 6b 6g 9g 9q gq 2z hn nu hb uv vy vw mn rn"
_ALIKE = frozenset(pair for one in _PAIRS.split() for pair in (one, one[::-1]))
"""Letters and figures that are read for each other."""
_NARROW = frozenset("iltfrj1")
"""Letters that recognition drops."""


class Misread(NamedTuple):
    """A literal of the vocabulary that `text[start:end]` may stand for."""

    start: int
    end: int
    number: int
    wrong: Span
    """What of the text is read otherwise than the literal is written; empty where something is missing."""
    is_slip: bool


class Misreadings:
    """Words ready to be looked for as they may have been read.

    Args:
        literals: Folded words by number.
        wanted: Numbers of those that are looked for.
        stems: Numbers of those that are only the beginning of a word.
        automaton: Finds the literals as they are written.
    """

    def __init__(
        self, literals: Sequence[str], wanted: Iterable[int], stems: Iterable[int], automaton: Automaton
    ) -> None:
        self._literals = literals
        self._wanted = frozenset(wanted)
        self._stems = frozenset(stems)
        self._automaton = automaton

    @cached_property
    def _chinese(self) -> Mapping[str, int]:
        """Words of Chinese characters alone, with their numbers, whether they are looked for or not."""
        return {literal: number for number, literal in enumerate(self._literals) if _CHINESE.fullmatch(literal)}

    @cached_property
    def _han(self) -> Mapping[str, int]:
        wanted = self._wanted
        return {
            word: number for word, number in self._chinese.items() if number in wanted and len(word) <= LONGEST_WORD
        }

    @cached_property
    def _neighbours(self) -> frozenset[str]:
        """Pairs of characters that stand in such a word, one behind the other."""
        return _pairs_in(self._han)

    @cached_property
    def _usual_pairs(self) -> frozenset[str]:
        """Pairs of Chinese characters that ordinary text and the vocabulary have side by side."""
        firsts_and_seconds = zip(usual_pairs.FIRSTS, usual_pairs.SECONDS, strict=True)
        return _pairs_in(self._chinese).union(first + one for first, others in firsts_and_seconds for one in others)

    @cached_property
    def _usual(self) -> frozenset[str]:
        """Characters that the vocabulary and ordinary text are written with."""
        return frozenset("".join((*self._literals, usual_pairs.FIRSTS, *usual_pairs.SECONDS)))

    @cached_property
    def _near(self) -> tuple[NearMisses, Sequence[int]]:
        numbers = [number for number in sorted(self._wanted) if self._is_looked_for(number)]
        return NearMisses([self._literals[number] for number in numbers]), numbers

    def _is_looked_for(self, number: int) -> bool:
        """Say whether a word is long enough to be known with a wrong character in it, or may be."""
        literal = self._literals[number]
        return is_long_enough(literal) or (number in self._stems and len(literal) >= SHORTEST_STEM)

    def find(self, text: str, recognised: Sequence[Span] = ()) -> list[Misread]:
        """Return the words that may have been read otherwise, in order.

        Args:
            text: The text searched.
            recognised: Parts of it that were recognised from pictures, in order.
        """
        found = [*self._broken(text), *self._shown(text)]
        for start, end in recognised:
            found.extend(self._in_recognised(text, start, end))
        return sorted(set(found)) if len(found) > 1 else found

    def _broken(self, text: str) -> Iterator[Misread]:
        """Find words hyphenated at the end of a line, without taking any sign for another."""
        if "- " not in text:
            return
        for count, gap in enumerate(_BROKEN.finditer(text)):
            if count == MOST_PLACES:
                return
            first, last = max(0, gap.start() - WINDOW), min(len(text), gap.end() + WINDOW)
            window = text[first : gap.start()] + text[gap.end() : last]
            cut = gap.start() - first
            for start, end, number in self._automaton.find(window):
                if start < cut < end and number in self._wanted:
                    yield Misread(first + start, first + end + 2, number, gap.span(), False)

    def _shown(self, text: str) -> Iterator[Misread]:
        """Find what shows itself to be misread, in any text."""
        if not text.isascii():
            signs = set(text)
            for sign in sorted(signs - self._usual):
                if is_han(sign):
                    yield from self._around(text, _places(text, sign))
            if not signs.isdisjoint(_CYRILLIC) and not signs.isdisjoint(_LATIN):
                yield from self._two_scripts(text)
        done = 0
        for figure in _first(_FIGURE.finditer(text)):
            start, end = _token(text, figure.start())
            word = text[start:end]
            if start >= done and sum(map(str.isalpha, word)) >= max(_LEAST_LETTERS, (end - start + 1) // 2):
                done = end
                yield from self._corrected(text, (start, end), [word.translate(table) for table in _FIGURES])

    def _two_scripts(self, text: str) -> Iterator[Misread]:
        for token in _first(_TWO_SCRIPTS.finditer(text)):
            word = token[0]
            for other in (word.translate(_TO_CYRILLIC), word.translate(_TO_LATIN)):
                if _TWO_SCRIPTS.fullmatch(other) is None:
                    yield from self._corrected(text, token.span(), [other])

    def _corrected(self, text: str, span: Span, words: Iterable[str]) -> Iterator[Misread]:
        """Look again around a word for what it should be; `words` are as long as it is."""
        first, last = max(0, span[0] - WINDOW), min(len(text), span[1] + WINDOW)
        for word in words:
            changed = [at for at, sign in enumerate(word, start=span[0]) if sign != text[at]]
            window = text[first : span[0]] + word + text[span[1] : last]
            for start, end, number in self._automaton.find(window):
                covered = [at for at in changed if first + start <= at < first + end]
                if covered and number in self._wanted:
                    yield Misread(first + start, first + end, number, (covered[0], covered[-1] + 1), True)

    def _around(self, text: str, places: Iterable[int], longest: int = LONGEST_WORD) -> Iterator[Misread]:
        """Find Chinese words in which the character at a place was read for another that looks like it."""
        words, neighbours = self._han, self._neighbours
        read_as, alike = _read_as(), _read_as(closely=True)
        for at in places:
            if self._is_usual(text, at):
                continue
            before, read, after = text[max(0, at - 1) : at], text[at], text[at + 1 : at + 2]
            pairs = "" if read in self._usual else alike.get(read, "")
            for meant in read_as.get(read, ""):
                if meant + after not in neighbours and before + meant not in neighbours:
                    continue
                for start, end in _spans(at, 2 if meant in pairs else 3, longest):
                    number = words.get(text[start:at] + meant + text[at + 1 : end])
                    if number is not None and end <= len(text):
                        yield Misread(start, end, number, (at, at + 1), True)

    def _in_recognised(self, text: str, first: int, last: int) -> Iterator[Misread]:
        places = [at for at in range(first, min(last, first + MOST_PLACES)) if text[at] > "\u2e80"]
        yield from self._around(text, places, longest=3)
        near, numbers = self._near
        for miss in near.find(text[first:last]):
            literal = self._literals[numbers[miss.number]]
            moved = miss._replace(start=first + miss.start, end=first + miss.end)
            wrong = self._wrong(text, moved, literal)
            if wrong is not None and (is_long_enough(literal) or _is_long_word(text, moved.start, moved.end)):
                yield Misread(moved.start, moved.end, numbers[miss.number], wrong, True)

    def _wrong(self, text: str, miss: NearMiss, literal: str) -> Span | None:
        """Return which part of the text is wrong if recognition may have read the literal so; None if it may not."""
        length = miss.end - miss.start
        at = miss.start + miss.wrong
        if length == len(literal):
            return (
                (at, at + 1)
                if self._may_be_read_for(text, at, literal[miss.wrong], long=len(literal) >= SHORTEST_ANY)
                else None
            )
        if length > len(literal):
            return (at, at + 1) if text[at] in _MARKS or (text[at] == " " and 0 < miss.wrong < len(literal)) else None
        return (at, at) if _may_be_dropped(literal, miss.wrong) else None

    def _may_be_read_for(self, text: str, at: int, meant: str, *, long: bool) -> bool:
        read = text[at]
        if not is_han(meant):
            return read + meant in _ALIKE or (read in _MARKS and meant.isalpha())
        if read in _MARKS or meant in _read_as().get(read, ""):
            return True
        return long and is_han(read) and _NEGATIONS.isdisjoint(read + meant) and not self._is_usual(text, at)

    def _is_usual(self, text: str, at: int) -> bool:
        """Say whether a Chinese character makes a usual pair with a neighbour, as none does that was misread."""
        usual = self._usual_pairs
        return text[at : at + 2] in usual or text[max(0, at - 1) : at + 1] in usual


def _is_long_word(text: str, start: int, end: int) -> bool:
    """Say whether the word that begins with a stem is long enough to be known with a wrong letter in it."""
    while end < len(text) and end - start < SHORTEST_OTHER and text[end].isalnum():
        end += 1
    return end - start >= SHORTEST_OTHER


def _may_be_dropped(literal: str, place: int) -> bool:
    """Say whether recognition may drop a character: not the first or last, no negation; of letters a narrow one."""
    if not 0 < place < len(literal) - 1:
        return False
    sign = literal[place]
    if is_han(sign):
        return sign not in _NEGATIONS and len(literal) >= SHORTEST_DROPPED
    return sign in _NARROW or sign == literal[place - 1]


@lru_cache(maxsize=2)
def _read_as(*, closely: bool = False) -> Mapping[str, str]:
    """Return, for each Chinese character, those that it may have been read for; none is a negation.

    Args:
        closely: Only those that look much like it.
    """
    without = str.maketrans("", "", "".join(_NEGATIONS))
    shapes = by_shape(closely=closely)
    return {sign: others.translate(without) for sign, others in shapes.items() if sign not in _NEGATIONS}


def _token(text: str, at: int) -> Span:
    """Return the letters, figures and marks around a place; an empty span if other letters or figures join them."""
    start = max(0, at - _LONGEST_TOKEN)
    for token in _MIXED.finditer(text, start, min(len(text), at + _LONGEST_TOKEN)):
        if token.start() <= at < token.end():
            first, last = token.span()
            if text[max(0, first - 1) : first].isalnum() or text[last : last + 1].isalnum():
                return at, at
            return first, last
    return at, at


def _pairs_in(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[at : at + 2] for word in words for at in range(len(word) - 1))


def _spans(at: int, shortest: int, longest: int) -> Iterator[Span]:
    """Yield the spans that hold a place, by length."""
    for length in range(shortest, longest + 1):
        for start in range(max(0, at - length + 1), at + 1):
            yield start, start + length


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    count = 0
    while at >= 0 and count < MOST_PLACES:
        yield at
        at = text.find(sign, at + 1)
        count += 1


def _first(found: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield as many as are looked at in one text."""
    for _, one in zip(range(MOST_PLACES), found, strict=False):
        yield one
