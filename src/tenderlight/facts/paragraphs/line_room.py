"""The lines of a page, and how much room each leaves up to the margin that the lines of its page share.

Lengths are in half widths: a Latin letter takes one, a Chinese sign two. Where the page has boxes, the margin is where
the lines that begin at the same place end, and half widths are those of the line; else the longest line is the margin.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.layout import extents
from tenderlight.languages.scripts import has_han
from tenderlight.model.box import Box
from tenderlight.model.document import Page, PageMethod

LEAST_MARGIN, MOST_MARGIN = 50, 130
"""Half widths of a margin at which text without boxes may have been broken."""
_MOST_MARGIN_OF_BOXES = 240
_FEWEST_LIKE_CHINESE = 26
_WIDE = re.compile(
    "[\u1100-\u115f\u2014\u2018-\u201d\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]"
)
_FIRST_WORD = re.compile(r"[^\s\u2e80-\ua4cf\uff00-\uff60]+")
_BEGINS_NO_LINE = re.compile("[、，。；：？！）》」』”’…]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff]")
_INDENT = 24.0
"""Points by which lines of one column may be indented: two Chinese signs."""
_SAME_ROW, _NEXT_LINE = 0.5, 1.6
"""Heights: what stands less below is in the same row, what begins farther below is no next line."""
_LINES_OF_TEXT = "line "


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    """A line of a page without the blanks at its ends. Half-open offsets, code points of the page's text."""

    start: int
    end: int
    text: str
    flat: str
    left_over: float
    """Half widths between its end and the margin."""
    first_word: int
    """Half widths of its first word with a blank before it; of its first sign, with a mark behind it, in Chinese."""
    box: Box | None

    def room_before(self, following: TextLine) -> float:
        """Return the half widths that were left had the first word of the next line stood on this one."""
        return self.left_over - following.first_word

    def gap_to(self, following: TextLine) -> float:
        """Return the height of the gap between two lines, as a share of the lower one's; 0 without boxes."""
        if self.box is None or following.box is None or not following.box.height:
            return 0.0
        return (following.box.top - self.box.bottom) / following.box.height

    def is_above(self, following: TextLine) -> bool:
        """Say whether the other line is the one right below this one; without boxes it is."""
        if self.box is None or following.box is None:
            return True
        height = min(self.box.height, following.box.height)
        gap = following.box.top - self.box.bottom
        return following.box.top - self.box.top > _SAME_ROW * height and gap < _NEXT_LINE * height


def runs_of_lines(page: Page, flat: str) -> list[list[TextLine]]:
    """Return the lines of a page that may have been broken at its margin, in runs that no table and no gap parts.

    Paragraphs of formats that keep them whole are none.

    Args:
        page: The page.
        flat: Its flat text.
    """
    if _keeps_paragraphs(page):
        return []
    spans = _spans(page)
    written = [page.text[start:end] for start, end in spans if end > start]
    boxes = _boxes(page, spans)
    if not boxes:
        longest = max(map(len, written), default=0)
        if 2 * longest < LEAST_MARGIN or longest > MOST_MARGIN:
            return []
    margins = _margins_of_boxes(page, spans, boxes) if boxes else _margin_of_text(page, spans)
    runs: list[list[TextLine]] = [[]]
    for (start, end), left_over in zip(spans, margins, strict=True):
        text = page.text[start:end]
        inked = text.strip()
        if left_over is None or not inked:
            runs.append([])
            continue
        first = start + len(text) - len(text.lstrip())
        runs[-1].append(
            TextLine(
                start=first,
                end=first + len(inked),
                text=inked,
                flat=flat[first : first + len(inked)],
                left_over=left_over,
                first_word=_first_word(inked),
                box=boxes.get(start),
            )
        )
    return [run for run in runs if len(run) > 1]


def half_widths(text: str) -> int:
    """Return how many Latin letters a text is as wide as."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_wide(sign: str) -> bool:
    """Say whether a sign is as wide as a Chinese one."""
    return _WIDE.match(sign) is not None


def _keeps_paragraphs(page: Page) -> bool:
    if page.method is not PageMethod.FLOW or not page.lines:
        return False
    place = page.lines[-1].place
    return place is not None and not place.startswith(_LINES_OF_TEXT)


def _spans(page: Page) -> list[tuple[int, int]]:
    """Return where each line of a page begins and ends; what stands in a table is left out as an empty one."""
    spans = []
    position = 0
    tables = sorted((start, end) for start, end, _table in extents(page))
    for line in page.text.split("\n"):
        end = position + len(line)
        while tables and tables[0][1] <= position:
            tables.pop(0)
        is_row = "\t" in line or (bool(tables) and tables[0][0] < end)
        spans.append((position, position if is_row else end))
        position = end + 1
    return spans


def _first_word(text: str) -> int:
    if is_wide(text):
        return half_widths(text[: 2 if _BEGINS_NO_LINE.match(text, 1) else 1])
    word = _FIRST_WORD.match(text)
    return half_widths(word[0]) + 1 if word else 1


def _margin_of_text(page: Page, spans: Sequence[tuple[int, int]]) -> list[float | None]:
    """Return what each line leaves up to the longest; None where no text is broken at such a margin.

    Chinese that was broken after so many signs, of whatever width, leaves nothing either.
    """
    lines = [page.text[start:end].rstrip() for start, end in spans]
    widths = list(map(half_widths, lines))
    margin = max(widths)
    if not LEAST_MARGIN <= margin <= MOST_MARGIN:
        return [None] * len(spans)
    most = max(map(len, lines))
    counted = most if most >= _FEWEST_LIKE_CHINESE and margin > most else None
    return [
        0.0 if len(line) == counted and has_han(line) else float(margin - width)
        for line, width in zip(lines, widths, strict=True)
    ]


def _boxes(page: Page, spans: Sequence[tuple[int, int]]) -> dict[int, Box]:
    """Return the box of each line by where it begins; none if the page has no boxes."""
    found: dict[int, Box] = {}
    at = 0
    lines = page.lines
    if not lines or lines[0].box is None:
        return found
    for start, end in spans:
        while at < len(lines) and lines[at].start < start:
            at += 1
        inside = []
        while at < len(lines) and lines[at].start < end:
            box = lines[at].box
            if box is not None:
                inside.append(box)
            at += 1
        if inside:
            found[start] = Box(
                left=min(box.left for box in inside),
                top=min(box.top for box in inside),
                right=max(box.right for box in inside),
                bottom=max(box.bottom for box in inside),
            )
    return found


def _margins_of_boxes(page: Page, spans: Sequence[tuple[int, int]], boxes: dict[int, Box]) -> list[float | None]:
    """Return what each line leaves up to where the lines end that begin where it does."""
    sides: list[tuple[float, float, float] | None] = []
    for start, end in spans:
        box = boxes.get(start)
        text = page.text[start:end].strip()
        unit = (box.right - box.left) / max(half_widths(text), 1) if box is not None and text else 0.0
        if box is None or unit <= 0:
            sides.append(None)
        elif _RIGHT_TO_LEFT.search(text):
            sides.append((-box.right, -box.left, unit))
        else:
            sides.append((box.left, box.right, unit))
    ends: dict[int, float] = {}
    for left, right, _unit in filter(None, sides):
        for column in range(-1, 2):
            key = int(left // _INDENT) + column
            ends[key] = max(right, ends.get(key, right))
    found: list[float | None] = []
    for side in sides:
        if side is None:
            found.append(None)
            continue
        left, right, unit = side
        margin = ends[int(left // _INDENT)]
        is_margin = LEAST_MARGIN * unit <= margin - left + _INDENT and margin - left <= _MOST_MARGIN_OF_BOXES * unit
        found.append((margin - right) / unit if is_margin else None)
    return found
