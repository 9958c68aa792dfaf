"""What a PDF said before it was changed.

A PDF that is changed "incrementally" (ISO 32000-1, 7.5.6) keeps its earlier states: each ends with its own end-of-file
mark, and the bytes up to there are the file as it was. Here each earlier state is opened and its pages are compared
with those of the next. What was only added (a signature, a note, a stamp) is no change of what stood there.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.reading.pdf.pdf_raw_text import lines_of, raw_text
from tenderlight.reading.pdf.pdfium import OpenPdf, function

_END = re.compile(rb"%%EOF[ \t]*(?:\r\n|\r|\n)?")
_LINEARIZED = re.compile(rb"/Linearized\b")
_HEAD_BYTES = 1024
_MOST_STATES = 6
_MOST_PAGES = 400
"""Pages looked at over all states."""
_LEAST_STATE_BYTES = 64
_OBJECT = re.compile(rb"\d \d+ obj\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedPage:
    """A page that read otherwise in an earlier state of the file."""

    before: tuple[str, ...]
    """Lines that are no longer in the document, as the engine reads them."""
    now: tuple[str, ...]
    """Lines of the page that were not there."""


def changed_pages(content: bytes) -> dict[int, ChangedPage]:
    """Return what earlier states of a file said otherwise, by page number from 1.

    Args:
        content: All bytes of the file.
    """
    states = list(_states(content))
    if len(states) < 2:
        return {}
    changed: dict[int, ChangedPage] = {}
    budget = _MOST_PAGES
    for before, after in itertools.pairwise(states):
        pages = min(budget, before.count(b"/"))  # a state cannot have more pages than names
        found, looked_at = _compared(before, after, pages)
        budget -= looked_at
        changed.update(found)
    return changed


def _states(content: bytes) -> Iterator[bytes]:
    """Yield the file as it was after each saving, the last as it is; the middle ones are left out if there are many."""
    ends = [found.end() for found in _END.finditer(content)]
    if len(ends) > 1 and _LINEARIZED.search(content, 0, _HEAD_BYTES):
        del ends[0]  # a file made for the web has its first mark after its first page
    ends = [end for end in ends if end >= _LEAST_STATE_BYTES]
    # some programs write a second table of objects and nothing else
    ends.append(len(content))
    ends = [end for end, after in itertools.pairwise(ends) if _OBJECT.search(content, end, after)] + ends[-1:]
    kept = ends if len(ends) <= _MOST_STATES else [*ends[: _MOST_STATES - 2], *ends[-2:]]
    for end in kept:
        yield content[:end]


def _compared(before: bytes, after: bytes, budget: int) -> tuple[dict[int, ChangedPage], int]:
    """Return the pages that differ, and how many were looked at."""
    with OpenPdf(before) as earlier, OpenPdf(after) as later:
        if not earlier.handle or not later.handle:
            return {}, 0
        earlier_count = max(0, function("FPDF_GetPageCount")(earlier.handle))
        later_count = max(0, function("FPDF_GetPageCount")(later.handle))
        if earlier_count + later_count > budget:
            return {}, 0
        then = [lines_of(raw_text(earlier, number)) for number in range(1, earlier_count + 1)]
        now = [lines_of(raw_text(later, number)) for number in range(1, later_count + 1)]
    everywhere = {line for lines in now for line in lines}
    found = {}
    for number, lines in enumerate(then, 1):
        gone = tuple(text for line, text in lines.items() if line not in everywhere and _says_something(line))
        if gone:
            page = min(number, max(later_count, 1))
            here = now[page - 1] if now else {}
            new = tuple(text for line, text in here.items() if line not in lines)
            found[page] = ChangedPage(before=gone, now=new)
    return found, earlier_count + later_count


def _says_something(line: str) -> bool:
    return sum(letter.isalnum() for letter in line) >= 2
