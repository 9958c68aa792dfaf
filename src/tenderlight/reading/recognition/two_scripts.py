"""One line of text, read by two engines that each know letters the other does not: word by word, the surer one counts.

The first engine knows Chinese and Latin letters and no Cyrillic ones: it writes nothing for them, or Latin letters that
look alike, and is then seldom sure of each of them. The engine for Cyrillic letters writes those for Latin words, and
is then seldom sure either. So a word is taken from the engine whose least sure character is surer, and from the first
where the letters of the other are not all in the alphabet of any one language (Ѕїапдага for Standard). Words all of
whose letters look the same in both scripts (HP, НР) follow their neighbours.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.languages.scripts import Script, is_of_one_alphabet, script_of
from tenderlight.reading.recognition.character_edges import widest_gap
from tenderlight.reading.recognition.cyrillic_engine import joined, moved
from tenderlight.reading.recognition.line_reader import LineText, ink_of_line, placed, read_lines

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.cyrillic_engine import SeenWord
    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.slanted_boxes import Plane

    Flags = NDArray[np.bool_]

SURE = 0.99
"""Least confidence of a word's characters from which the engine for Cyrillic letters is believed unasked: of such words
97 in 100 are above it, of Latin ones 8 in 100, nearly all of them of letters that look alike."""
_TWINS = dict(zip("АВСЕНІЈКМОРЅТХУасеіјорѕху", "ABCEHIJKMOPSTXYaceijopsxy", strict=True))
"""Cyrillic letters, and the Latin ones that look the same."""
_LIKE_CYRILLIC, _LIKE_LATIN = frozenset(_TWINS.values()), frozenset(_TWINS)
_RARE = frozenset("ІіЈјЅѕ")
CHINESE = frozenset({Script.HAN, Script.KANA})
_SIDE, _CROP = 16.0, 5
"""Pixels: how far beside a word its characters may be seen; margin of a word that is cut out."""
_TOUCHING, _BARE = 3, 6
"""Pixels without ink: with fewer, two words are one; with so many, characters are two words."""
_FARTHEST = 24.0
"""Pixels from where the engine saw an edge of a word to where its ink ends; at most."""
_WIDE = 24
"""The same between Chinese characters."""
_WHOLE = 0.7
"""Share of the characters of one reading that another must have."""
_NO_WORD = 0.4
"""Confidence of a word as a whole under which its letters make no sense, however clear each of them is."""
_MOST_UNREAD = 0.2
"""Share of a word's ink that no character accounts for."""


class Alphabet(StrEnum):
    """What the letters of a word are."""

    CYRILLIC = "cyrillic"
    OTHER = "other"
    EITHER = "either"
    """All of them look the same in both scripts."""
    NONE = "none"
    """There are none: figures, signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word of a line, as one engine read it."""

    letters: tuple[str, ...] = ()
    confidences: tuple[float, ...] = ()
    middles: tuple[float, ...] = ()
    """In pixels of the line's picture."""
    span: tuple[int, int] = (-1, -1)
    """Where it stands in what the first engine read of the line; negative if it is not from there."""
    whole: float = 1.0
    """How sure the engine is that the characters make a word."""
    number: int = -1
    """Which of the words of the second engine it is; negative if that engine saw none."""
    other: Word | None = None
    """The same word as the other engine read it, where its letters may be of either script."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(self.letters)

    @property
    def least(self) -> float:
        """Confidence of its least sure character; 0 if it has none."""
        seen = zip(self.letters, self.confidences, strict=True)
        return min((confidence for letter, confidence in seen if not letter.isspace()), default=0.0)

    @property
    def is_cyrillic(self) -> bool:
        """Whether it has letters in that script."""
        return any(script_of(letter) is Script.CYRILLIC for letter in self.letters)

    @property
    def is_rare(self) -> bool:
        """Whether it has Cyrillic letters that most languages of the script lack, and that look like I, J, S."""
        return not _RARE.isdisjoint(self.letters)

    @property
    def is_greek(self) -> bool:
        """Whether it has Greek letters, which the first engine may see in Cyrillic ones."""
        return any("\u0370" <= letter <= "\u03ff" for letter in self.letters)

    @property
    def alphabet(self) -> Alphabet:
        """What its letters are."""
        letters = [letter for letter in self.letters if letter.isalpha()]
        if not letters:
            return Alphabet.NONE
        if all(letter in _LIKE_CYRILLIC or letter in _LIKE_LATIN for letter in letters):
            return Alphabet.EITHER
        return Alphabet.CYRILLIC if self.is_cyrillic else Alphabet.OTHER


def read_in_both(picture: Plane, first: LineText, words: Sequence[SeenWord], models: Models) -> list[Word]:
    """Return the words of a line from left to right, each as the engine reads it that knows its letters.

    Args:
        picture: Of the line, 48 pixels high, at its full width.
        first: What the first engine read.
        words: What the engine for Cyrillic letters read.
        models: See `load_models`.
    """
    width = picture.shape[1]
    middles = (first.edges.mean(axis=1) * width).tolist() if len(first.edges) else []
    columns = np.asarray(ink_of_line(picture).any(axis=0), np.bool_)
    words = _in_ink(_joined(words, columns), columns)
    owners = [_owner(middle, words) for middle in middles]
    chosen = []
    for number, seen in enumerate(words):
        inside = [index for index, owner in enumerate(owners) if owner == number]
        word = _surer(picture, seen, _part(first, middles, inside), models)
        chosen.append(replace(word, number=number, other=word.other and replace(word.other, number=number)))
    rest = [index for index, owner in enumerate(owners) if owner is None and not first.text[index].isspace()]
    chosen += [_part(first, middles, run) for run in _runs(rest)]
    return sorted((word for word in chosen if word.letters), key=lambda word: word.middles[0])


def _joined(words: Sequence[SeenWord], columns: Flags) -> list[SeenWord]:
    """Return the words, those between which there is hardly any bare paper in one: a Latin word taken for two."""
    result: list[SeenWord] = []
    for word in words:
        before = result[-1] if result else None
        gap = before and widest_gap(columns, round(before.glyphs[-1].middle), round(word.glyphs[0].middle))
        if before is None or (gap and gap[1] - gap[0] >= _TOUCHING):
            result.append(word)
        else:
            result[-1] = joined(before, word)
    return result


def _in_ink(words: Sequence[SeenWord], columns: Flags) -> list[SeenWord]:
    """Return the words where their ink is: the engine knows where a character stands to half its width at best."""
    inked = np.flatnonzero(columns)
    if not words or not len(inked):
        return list(words)
    gaps = [
        widest_gap(columns, round(one.glyphs[-1].middle), round(other.glyphs[0].middle))
        for one, other in pairwise(words)
    ]
    lefts = [float(inked[0]), *(gap[1] if gap else math.nan for gap in gaps)]
    rights = [*(gap[0] if gap else math.nan for gap in gaps), float(inked[-1] + 1)]
    return [
        moved(
            word,
            left if abs(left - word.left) <= _FARTHEST else word.left,
            right if abs(right - word.right) <= _FARTHEST else word.right,
        )
        for word, left, right in zip(words, lefts, rights, strict=True)
    ]


def _owner(middle: float, words: Sequence[SeenWord]) -> int | None:
    """Return the index of the word a character stands in, or at whose edge; None if it is far from all."""
    apart = [max(word.left - middle, middle - word.right) for word in words]
    nearest = min(range(len(words)), key=apart.__getitem__, default=None)
    return nearest if nearest is not None and apart[nearest] <= _SIDE else None


def _surer(picture: Plane, seen: SeenWord, first: Word, models: Models) -> Word:
    """Return a word as the engine reads it that is surer of it."""
    word = _seen(seen)
    if word.text == first.text:
        return first if first.least >= word.least else word
    if any(script_of(letter) in CHINESE for letter in first.letters) and first.least > word.least:
        return first
    makes_sense = is_of_one_alphabet(word.text)
    if (
        word.least >= SURE
        and word.is_cyrillic
        and makes_sense
        and not (word.alphabet is Alphabet.EITHER and word.is_rare)
    ):
        return _either(word, first) if _is_whole(first, word) else word
    alone = _read_alone(picture, seen, models)
    whole = [other for other in (first, alone) if _is_whole(other, word) and not (word.is_cyrillic and other.is_greek)]
    best = max(whole, key=lambda other: other.least, default=word)
    doubt = 0.0 if not makes_sense else word.whole if word.whole < _NO_WORD else word.least
    is_part = best.alphabet is Alphabet.EITHER and word.alphabet is Alphabet.CYRILLIC
    return word if best.least <= doubt or is_part else _either(best, word)


def _is_whole(word: Word, seen: Word) -> bool:
    """Say whether the first engine read about as many characters as the other."""
    return len(word.letters) >= _WHOLE * len(seen.letters)


def _either(word: Word, other: Word) -> Word:
    """Return a word, with its reading in the other script if its letters may be of either."""
    is_either = word.alphabet is Alphabet.EITHER and other.alphabet is Alphabet.EITHER
    return replace(word, other=other) if is_either else word


def _read_alone(picture: Plane, seen: SeenWord, models: Models) -> Word:
    """Return a word as the first engine reads it without the rest of its line: it errs beside letters unknown to it."""
    left = max(0, round(seen.left) - _CROP)
    right = min(picture.shape[1], round(seen.right) + _CROP)
    (line,) = read_lines([np.ascontiguousarray(picture[:, left:right])], models)
    if not line.text or line.unread > _MOST_UNREAD:
        return Word()
    middles = (line.edges.mean(axis=1) * (right - left) + left).tolist()
    return replace(_part(line, middles, range(len(line.text))), span=(-1, -1))


def _seen(seen: SeenWord) -> Word:
    return Word(
        letters=tuple(glyph.letter for glyph in seen.glyphs),
        confidences=tuple(glyph.confidence for glyph in seen.glyphs),
        middles=tuple(glyph.middle for glyph in seen.glyphs),
        whole=seen.confidence,
    )


def _part(line: LineText, middles: Sequence[float], indexes: Sequence[int]) -> Word:
    """Return a part of what the first engine read, without white space around it."""
    inked = [index for index in indexes if not line.text[index].isspace()]
    if not inked:
        return Word()
    start, end = inked[0], inked[-1] + 1
    return Word(
        letters=tuple(line.text[start:end]),
        confidences=tuple(line.confidences[start:end].tolist()),
        middles=tuple(middles[start:end]),
        span=(start, end),
    )


def _runs(indexes: Sequence[int]) -> Iterator[list[int]]:
    """Yield runs of indexes that follow one another."""
    run: list[int] = []
    for index in indexes:
        if run and index != run[-1] + 1:
            yield run
            run = []
        run.append(index)
    if run:
        yield run


def with_alphabets(words: Sequence[Word], *, is_cyrillic_page: bool, in_use: Collection[str]) -> list[Word]:
    """Return the words of a line, those whose letters may be either in the script of their neighbours.

    On a line, or a page, in Cyrillic letters such a word is Cyrillic, save where it stands beside a Latin word and was
    read surer as one, or has letters that its language lacks.

    Args:
        words: Of one line.
        is_cyrillic_page: Whether most words of the page that are of one script only are Cyrillic.
        in_use: Letters of those words.
    """
    alphabets = [word.alphabet for word in words]
    is_cyrillic = Alphabet.CYRILLIC in alphabets or (is_cyrillic_page and Alphabet.OTHER not in alphabets)
    result = []
    for index, word in enumerate(words):
        beside = alphabets[max(0, index - 1) : index] + alphabets[index + 1 : index + 2]
        seen = word if word.is_cyrillic else word.other or word
        is_foreign = any(letter in _RARE and letter not in in_use for letter in seen.letters)
        wants_cyrillic = is_cyrillic and not is_foreign and (word.is_cyrillic or Alphabet.OTHER not in beside)
        chosen = word.other if word.other is not None and wants_cyrillic != word.is_cyrillic else word
        result.append(_with_latin_part(chosen, in_use))
    return result


def _with_latin_part(word: Word, in_use: Collection[str]) -> Word:
    """Return a word such as "IP-камера" with its first part in Latin letters, if the language lacks one of it."""
    first, hyphen, _ = word.text.partition("-")
    is_foreign = any(letter in _RARE and letter not in in_use for letter in first)
    if not hyphen or not is_foreign or not _LIKE_LATIN.issuperset(first):
        return word
    return replace(word, letters=(*(_TWINS[letter] for letter in first), *word.letters[len(first) :]))


def as_line(picture: Plane, words: Sequence[Word]) -> LineText:
    """Return a line put together from words."""
    width = picture.shape[1]
    letters: list[str] = []
    confidences: list[float] = []
    middles: list[float] = []
    columns = np.asarray(ink_of_line(picture).any(axis=0), np.bool_)
    for before, word in zip((None, *words), words, strict=False):
        if before is not None and _are_apart(columns, before, word):
            letters.append(" ")
            confidences.append(min(confidences[-1], word.confidences[0], word.whole))
            middles.append((before.middles[-1] + word.middles[0]) / 2)
        letters += word.letters
        confidences += (min(each, word.whole) for each in word.confidences)
        middles += word.middles
    ordered = np.maximum.accumulate(np.array(middles, np.float64)) if middles else np.zeros(0)
    return placed(picture, letters, np.array(confidences, np.float64), np.clip(ordered / width, 0.0, 1.0))


def _are_apart(columns: Flags, before: Word, word: Word) -> bool:
    """Say whether white space stands between two words of a line."""
    is_chinese = all(script_of(letter) in CHINESE for letter in (before.letters[-1], word.letters[0]))
    if not is_chinese and -1 < before.number != word.number > -1:
        return True
    gap = widest_gap(columns, round(before.middles[-1]), round(word.middles[0]))
    return gap is not None and gap[1] - gap[0] >= (_WIDE if is_chinese else _BARE)
