"""The lines of a page that may name goods: what the reader of goods looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.goods.like_numbers import EVIDENCE
from tenderlight.facts.goods.pieces import COLUMN, PIECES
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.readers.words import BREAK, Line, Word, lines_in, words_of

_ABOVE, _BELOW = 1, 1
"""So many lines around one that may count pieces are looked at too: heads of columns, names above their numbers."""
_WIDE, _WITHIN = 150, 50
"""Of a line of so many signs, only words so many signs off what may count pieces are looked at."""
_SHORT_PAGE = 3_000
"""So many signs of a page that is not Chinese are looked at altogether: sentences count in words, too."""
_LONGEST_LINE = 4_000
_MOST_WORDS = 6_000


def lines_of(notice: Notice, sheet: Sheet) -> list[Line]:
    """Return all lines of a page; those that may count pieces, and their neighbours, with their words."""
    lines = lines_in(sheet)
    is_chinese = notice.language == "zh"
    is_whole = not is_chinese and len(sheet.flat) <= _SHORT_PAGE
    pattern = PIECES if is_chinese else EVIDENCE
    wanted = range(len(lines)) if is_whole else _wanted(lines, is_chinese=is_chinese)
    left = _MOST_WORDS
    for index in sorted(wanted):
        line = lines[index]
        if len(line.flat) > _LONGEST_LINE:
            continue
        words = tuple(words_of(line, notice.decimal_mark))
        if len(line.flat) > _WIDE and not is_whole:
            words = tuple(_near(words, line, pattern))
        left -= len(words)
        if left < 0:
            break
        lines[index] = Line(sheet=sheet, start=line.start, flat=line.flat, words=words)
    return lines


def _wanted(lines: Sequence[Line], *, is_chinese: bool) -> set[int]:
    """Return the indexes of lines that may count pieces, and of those around them."""
    wanted: set[int] = set()
    in_column = False
    for index, line in enumerate(lines):
        if len(line.flat) > _LONGEST_LINE:
            continue
        in_column = in_column or (is_chinese and COLUMN.search(line.flat) is not None)
        pattern = PIECES if is_chinese and not in_column else EVIDENCE
        if pattern.search(line.flat) is not None:
            wanted.update(range(max(0, index - _ABOVE), min(len(lines), index + _BELOW + 1)))
    return wanted


def _near(words: Sequence[Word], line: Line, pattern: re.Pattern[str]) -> Iterator[Word]:
    """Yield the words of a line that stand near what may count pieces, and its break."""
    spans = [
        (line.start + match.start() - _WITHIN, line.start + match.end() + _WITHIN)
        for match in pattern.finditer(line.flat)
    ]
    at = 0
    for word in words:
        while at < len(spans) and spans[at][1] < word.start:
            at += 1
        if word.flat == BREAK or (at < len(spans) and spans[at][0] <= word.start):
            yield word
