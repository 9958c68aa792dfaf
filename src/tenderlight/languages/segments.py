"""Where a sentence begins and ends, for showing words in their surroundings."""

from __future__ import annotations

SENTENCE_ENDS = frozenset("。！？；!?;")
LONGEST_SIDE = 200
"""Code points shown at most on either side of the words."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the sentence (or table row) that holds `text[start:end]`.

    A line break ends a sentence only where a table row or a paragraph ends; lines of typeset prose run on.

    Args:
        text: Text of a page.
        start: Offset of the words, in code points.
        end: End of the words.

    Returns:
        Start and end of the sentence, without white space at its ends; at most `LONGEST_SIDE` beyond the words.
    """
    first = start
    while first > max(0, start - LONGEST_SIDE) and not _ends_before(text, first):
        first -= 1
    last = end
    while last < min(len(text), end + LONGEST_SIDE) and not _ends_before(text, last):
        last += 1
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _ends_before(text: str, place: int) -> bool:
    """Say whether a sentence ends right before `place`."""
    if place == 0:
        return True
    before = text[place - 1]
    if before in SENTENCE_ENDS:
        return True
    if before == ".":
        return place == len(text) or text[place].isspace()
    if before != "\n":
        return False
    return _is_row_border(text, place)


def _is_row_border(text: str, place: int) -> bool:
    """Say whether the line break before `place` ends a row or a paragraph rather than a typeset line."""
    line_before = text[max(0, text.rfind("\n", 0, place - 1)) : place - 1]
    line_end = text.find("\n", place)
    line_after = text[place : line_end if line_end >= 0 else len(text)]
    return "\t" in line_before or "\t" in line_after or not line_before.strip() or not line_after.strip()
