"""Lines in Cyrillic letters on a page that was read by an engine that knows none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tenderlight.languages.scripts import script_of
from tenderlight.reading.recognition.cyrillic_engine import sureness
from tenderlight.reading.recognition.number_marks import with_marks_seen
from tenderlight.reading.recognition.slanted_boxes import line_picture
from tenderlight.reading.recognition.two_scripts import CHINESE, Alphabet, as_line, read_in_both, with_alphabets

if TYPE_CHECKING:
    from tenderlight.reading.recognition.cyrillic_engine import CyrillicEngine, SeenWord
    from tenderlight.reading.recognition.line_reader import LineText
    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.readings import BoxText
    from tenderlight.reading.recognition.slanted_boxes import Plane

_UNREAD = 0.15
"""Share of a line's ink that no character accounts for, from which on it may hold letters unknown to the reader."""
_LITTLE_INK = 30
"""Columns of pixels of a line 48 high: a letter or two."""
_DOUBTED = 0.9
"""Confidence of a word's least sure letter under which it may be in letters that only look like Latin ones."""
_LATIN_WORD = re.compile(r"[^\W\d_]{3,}")
_UNLIKE_LATIN = frozenset("ДЖЗЙЛФЦЧШЩЪЫЭЮЯвжзйлнфцчшщъыэюя")
"""Letters that are not written for a Latin one by mistake."""
_CLEAR, _SENSIBLE = 0.95, 0.85
"""Confidence of the letters of a word, and of it as a whole, from which on it counts as evidence."""
_LEAST_EVIDENCE, _LEAST_SHARE = 3, 0.1
"""So many letters that stand for no Latin one, and such a share of all letters of such words, are Cyrillic: in Russian
every fourth is one; English or German read by mistake has one in a hundred, Korean, Arabic or Chinese no such word."""
_SHORT_WORD = 3
_SAMPLE = 3
_ON_ITS_HEAD, _LEAD = 0.5, 0.2
"""Confidence under which lines may be on their head; by how much surer they must then be when turned over."""
_MOST_LINES = 800


@dataclass(frozen=True, slots=True, kw_only=True)
class BothScripts:
    """The lines of a page."""

    found: tuple[BoxText, ...]
    cyrillic: int
    """How many have words in Cyrillic letters."""


def with_cyrillic(plane: Plane, found: Sequence[BoxText], models: Models, *, is_known: bool = False) -> BothScripts:
    """Read lines again that may be in Cyrillic letters; of a page that has such, all lines that are not Chinese.

    Args:
        plane: Dark text on light ground.
        found: What the first engine read.
        models: See `load_models`; where it has no engine for Cyrillic letters, nothing is read again.
        is_known: Whether they are of a page that is known to be mostly in such letters.
    """
    doubted = [index for index, each in enumerate(found) if _may_be_cyrillic(each.line)]
    if models.cyrillic is None or not (doubted or is_known):
        return BothScripts(found=tuple(found), cyrillic=0)
    lines = _Lines(plane, found, models.cyrillic)
    lines.read(doubted)
    if not (is_known or _is_evidence(lines.words.values())):
        return BothScripts(found=tuple(found), cyrillic=0)
    lines.read(index for index, each in enumerate(found) if not _is_chinese(each.line.text))
    return _settled(found, lines, models, is_known=is_known)


class _Lines:
    """What the engine for Cyrillic letters reads in the lines of a page."""

    def __init__(self, plane: Plane, found: Sequence[BoxText], engine: CyrillicEngine) -> None:
        self.pictures: dict[int, Plane] = {}
        self.words: dict[int, list[SeenWord]] = {}
        self.plane, self._found, self._engine = plane, found, engine

    def read(self, indexes: Iterable[int]) -> None:
        """Read lines that were not read yet."""
        for index in indexes:
            if index not in self.words and len(self.words) < _MOST_LINES:
                self.pictures[index] = line_picture(self.plane, self._found[index].corners)
                self.words[index] = self._engine.read(self.pictures[index])


def _is_evidence(lines: Iterable[Sequence[SeenWord]]) -> bool:
    """Say whether what was read as Cyrillic is Cyrillic."""
    words = [word for line in lines for word in line if _makes_sense(word)]
    letters = sum(glyph.letter.isalpha() for word in words for glyph in word.glyphs)
    clear = sum(glyph.letter in _UNLIKE_LATIN for word in words for glyph in word.glyphs)
    return clear >= max(_LEAST_EVIDENCE, _LEAST_SHARE * letters)


def _makes_sense(word: SeenWord) -> bool:
    is_long = len(word.glyphs) > _SHORT_WORD
    return is_long and word.confidence >= _SENSIBLE and all(glyph.confidence >= _CLEAR for glyph in word.glyphs)


def lies_on_its_head(plane: Plane, found: Sequence[BoxText], models: Models) -> bool:
    """Say whether a page of mostly Cyrillic letters is upside down: the first engine cannot tell.

    Args:
        plane: Dark text on light ground.
        found: What the first engine read.
        models: See `load_models`.
    """
    doubted = [each for each in found if _may_be_cyrillic(each.line)]
    if models.cyrillic is None or 2 * sum(each.line.ink for each in doubted) <= sum(each.line.ink for each in found):
        return False
    longest = sorted(doubted, key=lambda each: -each.line.ink)[:_SAMPLE]
    pictures = [line_picture(plane, each.corners) for each in longest]
    as_is = sum(sureness(models.cyrillic.read(picture)) for picture in pictures) / len(pictures)
    if as_is >= _ON_ITS_HEAD:
        return False
    over = sum(sureness(models.cyrillic.read(picture[::-1, ::-1])) for picture in pictures) / len(pictures)
    return over >= max(_ON_ITS_HEAD, as_is + _LEAD)


def _settled(found: Sequence[BoxText], lines: _Lines, models: Models, *, is_known: bool) -> BothScripts:
    """Put lines together from the words of both engines; those without a word in Cyrillic letters stay as they were."""
    merged = {
        index: read_in_both(lines.pictures[index], found[index].line, words, models)
        for index, words in lines.words.items()
    }
    every = [word for words in merged.values() for word in words]
    cyrillic = [word for word in every if word.alphabet is Alphabet.CYRILLIC]
    counts = Counter(letter for word in cyrillic if word.least >= _CLEAR for letter in {*word.letters})
    in_use = {letter for letter, count in counts.items() if count > 1}
    other = sum(word.alphabet is Alphabet.OTHER for word in every)
    is_cyrillic_page = is_known or len(cyrillic) > other
    changed: dict[int, BoxText] = {}
    for index, words in merged.items():
        settled = with_alphabets(words, is_cyrillic_page=is_cyrillic_page, in_use=in_use)
        if any(word.is_cyrillic for word in settled):
            changed[index] = replace(found[index], line=as_line(lines.pictures[index], settled))
    changed = dict(zip(changed, with_marks_seen(lines.plane, list(changed.values())), strict=True))
    result = tuple(changed.get(index, each) for index, each in enumerate(found))
    return BothScripts(found=result, cyrillic=len(changed))


def _may_be_cyrillic(line: LineText) -> bool:
    """Say whether much of a line was not read, or a word of Latin letters was read without being sure of each."""
    if line.ink >= _LITTLE_INK and line.unread > _UNREAD:
        return True
    words = _LATIN_WORD.finditer(line.text)
    return any(
        line.confidences[word.start() : word.end()].min() < _DOUBTED and not _is_chinese(word.group()) for word in words
    )


def _is_chinese(text: str) -> bool:
    return any(script_of(letter) in CHINESE for letter in text)
