"""Pages whose lines were broken for want of room, as copies whose paragraphs are one line each, with the way back."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlight.facts.paragraphs.broken_lines import broken_lines
from tenderlight.facts.paragraphs.line_room import TextLine, is_wide
from tenderlight.languages.normalise import Folded, flatten
from tenderlight.languages.scripts import has_han
from tenderlight.model.columns import CellColumns
from tenderlight.model.document import Page, Table
from tenderlight.model.statement import Anchor, Statement

_ENDS_CODE = re.compile(r"(?<![A-Za-z\d-])(?=[A-Za-z\d/-]{0,40}[\d/-])[A-Z\d/-]{2,40}$")
_REST_OF_CODE = re.compile(r"[A-Z\d/-]{1,40}(?![A-Za-z])")
"""The two halves of a number with letters that was broken among Chinese signs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unbroken:
    """The pages of a document as they are read, and the way back to the pages as written."""

    pages: tuple[Page, ...]
    _written: dict[int, tuple[Page, Folded]]
    """By page number: the page as written, and its copy; only of pages that had broken lines."""

    def as_written(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """Return statements of the copies with their words cut from the pages as written."""
        if not self._written:
            return tuple(statements)
        return tuple(replace(one, anchors=tuple(map(self._anchor, one.anchors))) for one in statements)

    def _anchor(self, anchor: Anchor) -> Anchor:
        if anchor.page_number not in self._written:
            return anchor
        page, copy = self._written[anchor.page_number]
        start, end = copy.original_span(anchor.start, anchor.end)
        return replace(anchor, start=start, end=end, text=page.text[start:end])


def unbroken(pages: Sequence[Page]) -> Unbroken:
    """Return the pages of a document with broken lines joined. A page without any stays itself."""
    written: dict[int, tuple[Page, Folded]] = {}
    read = []
    for page in pages:
        pairs = broken_lines(page, flatten(page.text)) if "\n" in page.text else []
        if not pairs:
            read.append(page)
            continue
        copy = _joined(page.text, pairs)
        written[page.number] = page, copy
        read.append(_copy_of(page, copy))
    return Unbroken(pages=tuple(read), _written=written)


def _joined(text: str, pairs: Sequence[tuple[TextLine, TextLine]]) -> Folded:
    """Return a text in which each line that goes on is one with the next."""
    kept: list[str] = []
    offsets, ends = array("I"), array("I")
    position = 0
    for line, following in pairs:
        has_hyphen = _is_hyphenated(line, following)
        end = line.end - has_hyphen
        kept.append(text[position:end])
        offsets.extend(range(position, end))
        ends.extend(range(position + 1, end + 1))
        if not has_hyphen and _need_blank(line, following):
            kept.append(" ")
            offsets.append(end)
            ends.append(following.start)
        position = following.start
    kept.append(text[position:])
    offsets.extend(range(position, len(text)))
    ends.extend(range(position + 1, len(text) + 1))
    return Folded(text="".join(kept), offsets=offsets, ends=ends)


def _is_hyphenated(line: TextLine, following: TextLine) -> bool:
    """Say whether a word was broken by a hyphen that is none of its own."""
    return line.text[-1] in "-\u00ad" and line.text[-2:-1].islower() and following.text[0].islower()


def _need_blank(line: TextLine, following: TextLine) -> bool:
    """Say whether a blank stood where a line was broken: none does beside Chinese, or inside figures among Chinese."""
    before, behind = line.text[-1], following.text[0]
    if is_wide(before) or is_wide(behind) or before in "-\u00ad":
        return False
    if not has_han(line.text):
        return True
    return not (
        before.isdigit() or behind.isdigit() or (_ENDS_CODE.search(line.text) and _REST_OF_CODE.match(following.text))
    )


def _copy_of(page: Page, copy: Folded) -> Page:
    """Return a page with another text, its tables where they are in that. Lines and words are left out."""

    def place(offset: int) -> int:
        return bisect_left(copy.offsets, offset)

    def moved(table: Table) -> Table:
        cells = table.cells
        if isinstance(cells, CellColumns):
            return replace(
                table, cells=replace(cells, starts=tuple(map(place, cells.starts)), ends=tuple(map(place, cells.ends)))
            )
        return replace(
            table, cells=tuple(replace(cell, start=place(cell.start), end=place(cell.end)) for cell in cells)
        )

    return replace(page, text=copy.text, lines=(), words=(), tables=tuple(map(moved, page.tables)))
