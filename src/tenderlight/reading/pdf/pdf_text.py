"""Words and lines of a PDF page, with boxes, at the price of the engine's bare text call.

One call fetches the text of the page. Where words and lines end is found on the array of characters, and boxes are
asked for only the first and the last character of each: `read_lines` does that for lines, `read_words` adds what lies
between. No Python object is made per character. The method and its figures: `benchmarks/reading_pdf.py`.
"""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.pdf.pdfium import character_boxes, function, text_units

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.pdf.page_frame import PageFrame

    Numbers = NDArray[np.int64]
    Boxes = NDArray[np.float64]

_BLANK, _INK, _BREAK, _ODD_BLANK, _HYPHEN, _UNKNOWN, _SURROGATE = 0, 1, 2, 8, 9, 11, 13
"""Kinds of characters. Odd numbers are ink; from 8 on a page needs a second look."""
_LINE_END_HYPHEN = 0xFFFE
"""pdfium writes this for a hyphen at the end of a line, and then no line end."""


@functools.cache
def _kinds() -> NDArray[np.uint8]:
    """What each UTF-16 unit is to us; white space as Python has it."""
    kinds = np.full(0x10000, _INK, np.uint8)
    kinds[:0x20] = _UNKNOWN
    kinds[0x7F:0xA0] = _UNKNOWN
    kinds[[code for code in range(0x3001) if chr(code).isspace()]] = _BLANK
    kinds[[code for code in (*range(0x20), 0x85, 0x2028, 0x2029) if chr(code).isspace()]] = _ODD_BLANK
    kinds[[0x0A, 0x0D]] = _BREAK
    kinds[0xD800:0xE000] = _SURROGATE
    kinds[_LINE_END_HYPHEN] = _HYPHEN
    kinds[0xFFFF] = _UNKNOWN
    return kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLines:
    """The text of a page as the engine emits it, in the order of the file, with words and lines marked out."""

    text: str
    """As emitted. Offsets below are code points in it. White space is one of " ", U+00A0, U+3000 and kin, or CR LF."""
    characters: Numbers | None
    """pdfium's character index of each code point; None = the same number (the usual case)."""
    word_starts: Numbers
    word_ends: Numbers
    word_boxes: Boxes | None
    """One row a word, as displayed, spanning its first and last character; None = not asked for."""
    first_words: Numbers
    """For each line the index of its first word; lines are runs of words, so a line has no white space at its ends."""
    last_words: Numbers
    """For each line the index of its last word."""
    boxes: Boxes
    """One row a line: left, top, right, bottom as displayed, spanning its first and last character; or its first and
    last word, where words were asked for."""
    is_cut: bool
    """True if the page has more characters than were asked for."""

    def character(self, offsets: Numbers) -> Numbers:
        """Return pdfium's character indices of code points of `text`."""
        return offsets if self.characters is None else self.characters[offsets]


def read_lines(text_page: int, frame: PageFrame, *, most_characters: int = 4_000_000) -> TextLines:
    """Read the text of a page and the boxes of its lines.

    Args:
        text_page: A pdfium text page.
        frame: Of the same page.
        most_characters: The rest of a longer page is left out.
    """
    return _read(text_page, frame, most_characters, with_words=False)


def read_words(text_page: int, frame: PageFrame, *, most_characters: int = 4_000_000) -> TextLines:
    """Do the same as `read_lines`, and read the boxes of all words in the same go."""
    return _read(text_page, frame, most_characters, with_words=True)


def _read(text_page: int, frame: PageFrame, most_characters: int, *, with_words: bool) -> TextLines:
    available = function("FPDFText_CountChars")(text_page)
    codes, kinds, characters = _characters(text_page, max(0, min(available, most_characters)))
    text = codes.tobytes().decode("utf-16-le" if characters is None else "utf-32-le", "replace")
    starts, ends, firsts, lasts = _words_and_lines(kinds)
    edges = np.concatenate([starts, ends - 1] if with_words else [starts[firsts], ends[lasts] - 1])
    boxes = _spanning_boxes(text_page, edges if characters is None else characters[edges], frame)
    return TextLines(
        text=text,
        characters=characters,
        word_starts=starts,
        word_ends=ends,
        word_boxes=boxes if with_words else None,
        first_words=firsts,
        last_words=lasts,
        boxes=_united(boxes[firsts], boxes[lasts]) if with_words else boxes,
        is_cut=available > most_characters,
    )


def read_characters(text_page: int, lines: TextLines, start: int, end: int, frame: PageFrame) -> Boxes:
    """Return the box of each code point from `start` to `end` of the text, one row each."""
    return frame.displayed(character_boxes(text_page, lines.character(np.arange(start, end))))


def _spanning_boxes(text_page: int, edges: Numbers, frame: PageFrame) -> Boxes:
    """Return displayed boxes around pairs of characters.

    Args:
        text_page: A pdfium text page.
        edges: pdfium indices of all first characters, then of all last ones.
        frame: Of the same page.
    """
    stored = character_boxes(text_page, edges)
    half = len(edges) // 2
    if not stored.all():
        # A character without a box takes that of the other end.
        missing = ~stored.any(axis=1)
        others = np.concatenate([stored[half:], stored[:half]])
        stored[missing] = others[missing]
    boxes = frame.displayed(stored)
    return _united(boxes[:half], boxes[half:])


def _united(boxes: Boxes, others: Boxes) -> Boxes:
    """Return the boxes around pairs of boxes, written over the first of each."""
    np.minimum(boxes[:, :2], others[:, :2], out=boxes[:, :2])
    np.maximum(boxes[:, 2:], others[:, 2:], out=boxes[:, 2:])
    return boxes


def _words_and_lines(kinds: NDArray[np.uint8]) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return starts and ends of words, and the first and last word of each line."""
    ink = np.empty(len(kinds) + 2, np.uint8)
    ink[0] = ink[-1] = 0
    np.bitwise_and(kinds, 1, out=ink[1:-1])
    changes = (ink[1:] != ink[:-1]).nonzero()[0]
    starts, ends = changes[::2], changes[1::2]
    breaks = (kinds == _BREAK).nonzero()[0]
    hyphens = (kinds == _HYPHEN).nonzero()[0]
    if len(hyphens):
        # A hyphen at the end of a line ends a word, too, and the next line follows without a mark.
        glued = hyphens[ink[np.minimum(hyphens + 2, len(ink) - 1)] == 1] + 1
        starts, ends = np.sort(np.concatenate([starts, glued])), np.sort(np.concatenate([ends, glued]))
        breaks = np.sort(np.concatenate([breaks, hyphens]))
    if not len(starts):
        return starts, ends, starts, starts
    line_of_word = breaks.searchsorted(starts)
    borders = (line_of_word[1:] != line_of_word[:-1]).nonzero()[0]
    firsts, lasts = np.empty(len(borders) + 1, np.int64), np.empty(len(borders) + 1, np.int64)
    firsts[0], lasts[-1] = 0, len(starts) - 1
    firsts[1:] = borders + 1
    lasts[:-1] = borders
    return starts, ends, firsts, lasts


def quarter_turns_of_lines(text_page: int, lines: TextLines, frame: PageFrame) -> Numbers:
    """Return for each line how its text is turned on the displayed page: clockwise quarter turns, 0-3.

    Columns of vertical Chinese or Japanese count as 1: read downwards, next column to the left.
    """
    firsts = lines.character(lines.word_starts[lines.first_words])
    angles = np.fromiter(map(function("FPDFText_GetCharAngle"), repeat(text_page), firsts.tolist()), np.float64)
    angles = np.nan_to_num(angles, nan=0.0, posinf=0.0, neginf=0.0)
    turns = (np.rint(angles / (np.pi / 2)).astype(np.int64) + frame.quarter_turns) % 4
    letters = lines.word_ends[lines.last_words] - lines.word_starts[lines.first_words]
    width = lines.boxes[:, 2] - lines.boxes[:, 0]
    height = lines.boxes[:, 3] - lines.boxes[:, 1]
    tall = height > 1.6 * width
    # "Il" and "(1)" are taller than wide as well; a column of n characters is about n times as tall as wide.
    columns = (turns == 0) & (letters >= 2) & tall & (height > 0.7 * letters * width) & ~_is_narrow(lines)
    turns[columns] = 1
    return turns


def _is_narrow(lines: TextLines) -> NDArray[np.bool_]:
    """Say for each line whether it opens with a letter of a script that is never set in columns."""
    return np.fromiter(
        (unicodedata.east_asian_width(lines.text[start]) not in "WF" for start in lines.word_starts[lines.first_words]),
        np.bool_,
        len(lines.first_words),
    )


def _characters(
    text_page: int, count: int
) -> tuple[NDArray[np.uint16] | NDArray[np.uint32], NDArray[np.uint8], Numbers | None]:
    """Return the code points of a page, their kinds, and pdfium's index of each (None = the same number)."""
    units = text_units(text_page, count)
    kinds = _kinds()[units]
    oddest = kinds.max(initial=0)
    if len(units) == count and oddest < _SURROGATE:
        return (units if oddest < _ODD_BLANK else _cleaned(units, kinds)), kinds, None
    codes, places = _characters_one_by_one(text_page, count)
    kinds = _kinds()[np.minimum(codes, 0xFFFF)]
    kinds[codes > 0xFFFF] = _INK
    return _cleaned(codes, kinds), kinds, places


def _characters_one_by_one(text_page: int, count: int) -> tuple[NDArray[np.uint32], Numbers]:
    """Do the same where characters and text do not run in step: dropped characters, surrogate pairs."""
    codes = np.fromiter(map(function("FPDFText_GetUnicode"), repeat(text_page), range(count)), np.uint32, count)
    places = function("FPDFText_GetTextIndexFromCharIndex")
    emitted = np.fromiter(map(places, repeat(text_page), range(count)), np.int64, count) >= 0
    emitted |= codes == 2  # a hyphen at the end of a line has a place of its own kind
    emitted &= (codes != 0) & (codes <= 0x10FFFF)
    high = (codes & 0xFFFFFC00) == 0xD800
    low = (codes & 0xFFFFFC00) == 0xDC00
    pairs = np.flatnonzero(high[:-1] & low[1:])
    codes[pairs] = 0x10000 + ((codes[pairs] - 0xD800) << 10) + (codes[pairs + 1] - 0xDC00)
    emitted[pairs + 1] = False
    lone = (codes & 0xFFFFF800) == 0xD800
    codes[lone] = 0xFFFD
    codes[codes == 2] = _LINE_END_HYPHEN
    kept = np.flatnonzero(emitted)
    return codes[kept], kept


def _cleaned(
    codes: NDArray[np.uint16] | NDArray[np.uint32], kinds: NDArray[np.uint8]
) -> NDArray[np.uint16] | NDArray[np.uint32]:
    """Write the hyphen for its mark, a space for odd white space, and U+FFFD for what is no character."""
    codes[kinds == _HYPHEN] = ord("-")
    codes[kinds == _ODD_BLANK] = ord(" ")
    codes[kinds == _UNKNOWN] = 0xFFFD
    return codes
