"""Recognised words as if they were set by a font: boxes as high as its letters, not as the ink of one line.

Text recognition knows ink. A line without tall letters is lower than one with them, a comma pulls it down, a rule or a
speck below it too, and the space between two lines is another one for each pair. Tables without rules are told by such
spaces.
"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.layout.lines import advance_widths
from tenderlight.reading.layout.words_on_page import turned, turned_back

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.layout.words_on_page import PageWords

    Boxes = NDArray[np.float64]
    Numbers = NDArray[np.int64]

_TOP, _BOTTOM = 0.9, -0.21
"""Of a letter's box over the base line, in em."""
_MIDDLE = 0.36
"""Of the ink of most lines over the base line, in em."""
_LOW_TOP, _HIGH_TOP, _WIDE_TOP = 0.5, 0.72, 0.8
_DESCENT, _WIDE_DESCENT = -0.21, -0.09
"""Where ink begins and ends over the base line, in em."""
_DESCENDERS = frozenset("gjpqyQ,;()[]{}|/_（），；")
_TALL = frozenset("bdfhijkltß()[]{}|/\\'\"’“”%&$€£¥#@!?")
_FLAT = frozenset("-–—−_.,·…。、:;•=~<>+*'\"’“”^一二三")
_USUAL = 0.25
"""How far the size of a line may be from the usual one of the page before it is taken for its own."""
_BEARING, _WIDE_BEARING = 0.06, 0.03
"""Bare paper to both sides of a letter's ink, in em."""
_HALF = 0.5
"""Of the box of a Chinese bracket or comma, that is bare."""
_OPENING, _CLOSING = frozenset("([{（［｛【《〈「『“‘"), frozenset(")]}）］｝】》〉」』”’，。、：；！？,.:;!?")
_TYPEWRITER_PITCH, _TYPEWRITER_SPREAD, _FEWEST_WORDS = 0.58, 0.055, 12
"""Letters of a typewriter are all as wide, and wider for their height than those of other fonts."""
_TYPEWRITER_BEARING = 0.1
_SAME_LINE, _MOST_UNEVEN = 0.2, 0.55
"""In em: words whose base lines are this near each other stand on one, and as far apart as they then may be."""


@dataclass(slots=True)
class _Line:
    """Words that were read together."""

    indexes: list[int]
    texts: list[str]
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def em_by_width(self) -> float:
        widths = sum(sum(advance_widths(text)) for text in self.texts) / 1000 + 0.25 * (len(self.texts) - 1)
        return (self.right - self.left) / max(widths, 0.25)


def evened(words: PageWords) -> PageWords:
    """Return recognised words with the boxes that a font would give them; those of other turns are left as they are.

    Args:
        words: Words of a page that lies level.
    """
    direction = words.main_direction
    boxes = turned(words.boxes, direction)
    chosen = np.flatnonzero(words.turns == direction % 4)
    lines = list(_lines(words, boxes, chosen))
    extents = [_extents("".join(line.texts)) for line in lines]
    known = [
        line.height / (extent[0] - extent[1]) for line, extent in zip(lines, extents, strict=True) if extent is not None
    ]
    if not known:
        return words
    usual = float(np.median(known))
    pitch = _pitch(words, boxes, chosen, usual)
    bases, sizes = np.zeros(len(words.starts)), np.full(len(words.starts), usual)
    for line, extent in zip(lines, extents, strict=True):
        bases[line.indexes], sizes[line.indexes] = _base_and_size(line, extent, usual)
        _widen(boxes, line, float(sizes[line.indexes[0]]))
    if pitch:
        _space_out(boxes, words, chosen, pitch, usual)
    bases[chosen] = _levelled(bases[chosen], usual)
    boxes[chosen, 1], boxes[chosen, 3] = (bases - _TOP * sizes)[chosen], (bases - _BOTTOM * sizes)[chosen]
    return replace(words, boxes=turned_back(boxes, direction))


def _lines(words: PageWords, boxes: Boxes, chosen: Numbers) -> Iterator[_Line]:
    by_number: dict[int, list[int]] = {}
    for index in chosen.tolist():
        by_number.setdefault(int(words.lines[index]), []).append(index)
    for indexes in by_number.values():
        own = boxes[indexes]
        yield _Line(
            indexes,
            [words.text[words.starts[index] : words.ends[index]] for index in indexes],
            float(own[:, 0].min()),
            float(np.median(own[:, 1])),
            float(own[:, 2].max()),
            float(np.median(own[:, 3])),
        )


def _base_and_size(line: _Line, extent: tuple[float, float, float] | None, usual: float) -> tuple[float, float]:
    """Return where the base line of a line is, and its em.

    A line as high as its letters should be has its base line at their feet. One that is higher, but not wider, than
    usual lines holds ink that is not its own.
    """
    if extent is None:
        return (line.top + line.bottom) / 2 + _MIDDLE * usual, usual
    top, low, other_low = extent
    ways = [(line.height / (top - low), low), (line.height / (top - other_low), other_low)]
    em, bottom = min(ways, key=lambda way: abs(math.log(way[0] / usual)))
    if abs(em - usual) <= _USUAL * usual:
        return line.bottom + bottom * usual, usual
    if abs(line.em_by_width - usual) <= _USUAL * usual:
        return (line.top + line.bottom) / 2 + (top + low) / 2 * usual, usual
    return line.bottom + bottom * em, em


def _extents(text: str) -> tuple[float, float, float] | None:
    """Return where the ink of a line ends above its base line and below it, and where it may end instead, in em.

    None if its letters do not tell: dashes, full stops.
    """
    letters = [letter for letter in text if letter not in _FLAT]
    if not letters:
        return None
    if any(map(_is_wide, letters)):
        return _WIDE_TOP, _WIDE_DESCENT, _WIDE_DESCENT
    tall = any(letter.isupper() or letter.isdigit() or letter in _TALL for letter in letters)
    low = any(letter in _DESCENDERS for letter in text)
    return _HIGH_TOP if tall else _LOW_TOP, _DESCENT if low else 0.0, 0.0


def _pitch(words: PageWords, boxes: Boxes, chosen: Numbers, em: float) -> float:
    """Return from one letter to the next where words are set by a typewriter, else 0."""
    pitches = []
    for index in chosen.tolist():
        text = words.text[words.starts[index] : words.ends[index]]
        if len(text) > 3 and text.isascii() and 2 * sum(map(str.isalpha, text)) > len(text):
            pitches.append((boxes[index, 2] - boxes[index, 0]) / len(text))
    if len(pitches) < _FEWEST_WORDS:
        return 0.0
    usual = float(np.median(pitches))
    spread = float(np.median(np.abs(np.array(pitches) - usual)))
    return usual if usual >= _TYPEWRITER_PITCH * em and spread <= _TYPEWRITER_SPREAD * usual else 0.0


def _space_out(boxes: Boxes, words: PageWords, chosen: Numbers, pitch: float, em: float) -> None:
    """Give the words of a typewriter the width of its letters."""
    widths = (words.ends - words.starts)[chosen] * pitch
    more = np.maximum(0.0, widths - (boxes[chosen, 2] - boxes[chosen, 0])) / 2 + _TYPEWRITER_BEARING * em
    boxes[chosen, 0] -= more
    boxes[chosen, 2] += more


def _levelled(bases: Boxes, em: float) -> Boxes:
    """Return base lines with those next to each other brought to their common middle."""
    if not len(bases):
        return bases
    order = np.argsort(bases, kind="stable")
    group, number = np.zeros(len(bases), np.int64), 0
    first = before = float(bases[order[0]])
    for at, base in zip(order.tolist(), bases[order].tolist(), strict=True):
        if base - before > _SAME_LINE * em or base - first > _MOST_UNEVEN * em:
            first, number = base, number + 1
        group[at], before = number, base
    middles = np.array([float(np.median(bases[group == each])) for each in range(number + 1)])
    return np.asarray(middles[group])


def _widen(boxes: Boxes, line: _Line, em: float) -> None:
    """Give the words of one line the bare paper that belongs to their letters, up to the next word."""
    wide = [any(map(_is_wide, text)) for text in line.texts]
    for at, (index, text) in enumerate(zip(line.indexes, line.texts, strict=True)):
        bearing = (_WIDE_BEARING if wide[at] else _BEARING) * em
        is_chinese = any(wide[max(0, at - 1) : at + 2])
        boxes[index, 0] -= _HALF * em if is_chinese and at and text[0] in _OPENING else bearing
        is_closed = is_chinese and at + 1 < len(line.texts) and text[-1] in _CLOSING
        boxes[index, 2] += _HALF * em if is_closed else bearing
    for before, after in pairwise(line.indexes):
        if boxes[after, 0] < boxes[before, 2]:
            boxes[after, 0] = boxes[before, 2] = (boxes[after, 0] + boxes[before, 2]) / 2


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in "WF"
