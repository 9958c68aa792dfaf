"""Where any part of a page's text stands: one box a line, from the words of the page alone.

A page keeps a box a word, not a box a character: that would be ten times the size for the few characters that are ever
quoted. A quote that begins or ends inside a word is placed by the widths its characters usually have. How far off that
is, against the engine's own character boxes, is measured by `benchmarks/reading_pdf.py`.
"""

from __future__ import annotations

import functools
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from tenderlight.model.box import Box
from tenderlight.model.columns import index_of_line
from tenderlight.model.document import Line, Page, Word

# Advance widths in thousandths of an em: the mean of Helvetica and Times, code points 32 to 126.
_LATIN_WIDTHS = (
    264, 306, 382, 528, 528, 861, 728, 186, 333, 333, 444, 574, 264, 333, 264, 278,
    528, 528, 528, 528, 528, 528, 528, 528, 528, 528, 278, 278, 574, 574, 574, 500,
    968, 694, 667, 694, 722, 639, 584, 750, 722, 306, 445, 694, 584, 861, 722, 750,
    612, 750, 667, 612, 611, 722, 694, 944, 694, 694, 611, 306, 278, 306, 469, 528,
    333, 500, 528, 472, 528, 500, 306, 528, 528, 250, 250, 500, 250, 806, 528, 528,
    528, 528, 333, 444, 278, 528, 500, 722, 500, 500, 462, 407, 230, 407, 562,
)  # fmt: skip
_FIRST_CYRILLIC = 0x400
_CYRILLIC_WIDTHS = (
    639, 639, 808, 560, 689, 612, 305, 305, 445, 965, 941, 798, 625, 722, 672, 720,
    695, 615, 667, 560, 680, 639, 910, 552, 720, 720, 625, 667, 861, 722, 750, 720,
    612, 695, 611, 672, 775, 695, 731, 658, 963, 973, 749, 879, 615, 689, 1019, 695,
    500, 541, 502, 387, 546, 500, 680, 427, 547, 547, 462, 541, 660, 544, 528, 538,
    528, 472, 448, 500, 735, 500, 554, 512, 786, 796, 571, 695, 489, 470, 749, 501,
    500, 500, 520, 387, 470, 445, 250, 278, 250, 817, 768, 528, 462, 547, 500, 544,
)  # fmt: skip
_USUAL_WIDTH = 550
_STANDING_WIDTH = 1250
_LEADERS = "......"
_LEADER_WIDTH = 240
_AMBIGUOUS_NARROW = {"‘": 278, "’": 278, "“": 389, "”": 389, "—": 1000, "…": 1000, "·": 264, "×": 574, "°": 400}
_RIGHT_TO_LEFT = frozenset({"R", "AL"})


def boxes_of(page: Page, start: int, end: int) -> tuple[Box, ...]:
    """Return where a part of the text of a page stands.

    Exact where the part begins and ends with words; inside a word by typical widths of characters.

    Args:
        page: Any page; only its lines and words are used.
        start: First code point of the part in `page.text`.
        end: One past its last.

    Returns:
        One box for each line the part touches, in reading order. Empty if the part holds only white space, or if the
        page has no places (formats without fixed pages).
    """
    if start >= end:
        return ()
    first = bisect_right(page.words, start, key=lambda word: word.end)
    past = bisect_left(page.words, end, key=lambda word: word.start)
    boxes: list[Box] = []
    touched = page.words[first:past]
    while touched:
        line = _line_of(page, touched[0])
        count = bisect_left(touched, line.end, key=lambda word: word.start)
        inside, touched = touched[:count], touched[count:]
        boxes.append(_around([_part_of(page, line, word, start, end) for word in inside]))
    return tuple(boxes)


def _line_of(page: Page, word: Word) -> Line:
    """Return the line a word is in; a word outside every line is a line of its own."""
    index = index_of_line(page.lines, word.start)
    if index >= 0 and page.lines[index].end >= word.end:
        return page.lines[index]
    return Line(start=word.start, end=word.end, box=word.box)


def _around(boxes: Sequence[Box]) -> Box:
    return Box(
        left=min(box.left for box in boxes),
        top=min(box.top for box in boxes),
        right=max(box.right for box in boxes),
        bottom=max(box.bottom for box in boxes),
    )


def _part_of(page: Page, line: Line, word: Word, start: int, end: int) -> Box:
    """Return the box of that part of a word that lies between two offsets."""
    if start <= word.start and word.end <= end:
        return word.box
    text = page.text[word.start : word.end]
    widths = advance_widths(text)
    total = sum(widths)
    before = sum(widths[: max(0, start - word.start)]) / total
    until = sum(widths[: min(len(widths), end - word.start)]) / total
    box = word.box
    downwards = _runs_downwards(page, line, word, total)
    if downwards is None:
        if unicodedata.bidirectional(text[0]) in _RIGHT_TO_LEFT:
            before, until = 1 - until, 1 - before
        return Box(
            left=box.left + before * box.width, top=box.top, right=box.left + until * box.width, bottom=box.bottom
        )
    if not downwards:
        before, until = 1 - until, 1 - before
    return Box(left=box.left, top=box.top + before * box.height, right=box.right, bottom=box.top + until * box.height)


def _runs_downwards(page: Page, line: Line, word: Word, width: float) -> bool | None:
    """Say whether a word stands on end and is read downwards (True) or upwards (False); None = it lies flat.

    A word of n em is about n times as wide as high when it lies, and n times as high as wide when it stands; one of
    about an em may pass for either, and is taken to lie.
    """
    box = word.box
    if width < _STANDING_WIDTH or box.height < 1.3 * box.width:
        return None
    first = page.words[bisect_left(page.words, line.start, key=lambda each: each.start)]
    last = page.words[bisect_left(page.words, line.end, key=lambda each: each.start) - 1]
    # With one word in the line nothing tells; columns of Chinese and most turned tables are read downwards.
    return last.box.top >= first.box.top


def advance_widths(text: str) -> tuple[int, ...]:
    """Return the usual advance width of each character, in thousandths of an em; their sum is never 0."""
    if _LEADERS in text:
        # Dots that lead to a page number are narrow in every font, and there are many of them.
        widths = tuple(_LEADER_WIDTH if letter == "." else _width(letter, False) for letter in text)
    else:
        has_wide = any(map(_is_wide, text))
        widths = tuple(_width(letter, has_wide) for letter in text)
    return widths if any(widths) else (1,) * len(text)


@functools.lru_cache(maxsize=8192)
def _is_wide(letter: str) -> bool:
    return letter > "\u1100" and unicodedata.east_asian_width(letter) in "WF"


@functools.lru_cache(maxsize=8192)
def _width(letter: str, among_wide: bool) -> int:
    """Return the width of one character.

    Among Chinese characters dashes are wide, and quotation marks and Latin letters are as often those of a Chinese font
    (one em, half an em) as those of a Latin one: the mean is least wrong.
    """
    if " " <= letter <= "~":
        own = _LATIN_WIDTHS[ord(letter) - 32]
        return (own + 500) // 2 if among_wide else own
    if 0 <= ord(letter) - _FIRST_CYRILLIC < len(_CYRILLIC_WIDTHS):
        return _CYRILLIC_WIDTHS[ord(letter) - _FIRST_CYRILLIC]
    kind = unicodedata.east_asian_width(letter)
    if letter in "‘’“”" and among_wide:
        return 720
    if kind in "WF" or (kind == "A" and among_wide):
        return 1000
    if unicodedata.combining(letter):
        return 0
    return 500 if kind == "H" else _AMBIGUOUS_NARROW.get(letter, _USUAL_WIDTH)
