"""Tables that go on from one page to the next, told while the pages are read one after the other.

The first table of a page goes on from the last one of the page before if one ends where the page ends and the other
begins where the page begins, if their columns stand under each other, and if the second has no head of its own.
Running heads, page numbers and words such as 续表 between the two do not part them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

from tenderlight.model.document import Cell, Line, Page, PageMethod, Table

_PAGE_NUMBER = re.compile(
    r"第\s*[\d一二三四五六七八九十百]{1,6}\s*[页頁]|共\s*[\d一二三四五六七八九十百]{1,6}\s*[页頁]|"
    r"\b(?:page|p\.|pg\.?|стр\.?|página|seite)\s*\d{1,5}(?:\s*(?:of|/|из|de|von)\s*\d{1,5})?|\d{1,5}\s*(?:/|of)\s*\d{1,5}",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[\s\-–—_·•|.]*[\divxlcIVXLC]{1,5}[\s\-–—_·•|.]*")
_GOES_ON = re.compile(
    r"续表|續表|续上表|接上页|接上表|转下页|[(（]\s*续\s*[)）]|continued|cont['’]?d|продолжение", re.IGNORECASE
)
_LONGEST_MARGIN_LINE = 120
_MARGIN_LINES = 4
"""Lines at the top and the bottom of a page that may come back on the next."""
_MARGIN_SHARE = 0.07
"""Share of the page's height at its top and bottom where no text of its own stands."""
_LOWEST_START, _HIGHEST_END = 0.4, 0.55
_SIDE_SHARE = 0.04
_LEAST_SHARED = 0.75
_MOST_REPEATED_ROWS = 5
_SHORTEST_SLIP, _LEAST_ALIKE = 4, 0.74
_DIGITS = re.compile(r"\d")


class TableLinks:
    """Says of each page, given in order, whether its first table goes on from the page before."""

    def __init__(self) -> None:
        self._before: Page | None = None
        self._margins: frozenset[str] = frozenset()
        """Lines at the top or bottom of the pages before that one, page numbers taken out."""
        self._head: tuple[tuple[str, ...], ...] = ()
        """First rows of the table that goes on, as texts by column."""
        self._header_rows = 0
        """How many of them are its head."""

    def linked(self, page: Page) -> Page:
        """Return the page, its first table marked if it goes on from the page before."""
        before, self._before = self._before, page
        if before is not None and before.number + 1 == page.number and before.tables and page.tables:
            repeated = self._goes_on(before, page)
            if repeated is not None:
                table = replace(page.tables[0], continues=True, header_rows=repeated)
                page = replace(page, tables=(table, *page.tables[1:]))
                self._header_rows = self._header_rows or repeated
        if page.tables and not (page.tables[-1].continues and len(page.tables) == 1):
            self._head = _first_rows(page, page.tables[-1])
            self._header_rows = page.tables[-1].header_rows
        if before is not None:
            self._margins |= _margin_lines(before)
        return page

    def _goes_on(self, before: Page, page: Page) -> int | None:
        """Return how many rows of the first table repeat the head, or None if the table is one of its own."""
        upper, lower = before.tables[-1], page.tables[0]
        end, start = _end(upper), _start(lower)
        below = [line for line in before.lines if line.start >= end]
        above = [line for line in page.lines if line.end <= start]
        if not all(_is_margin(before, line, self._margins | _margin_lines(page)) for line in below):
            return None
        if not all(_is_margin(page, line, self._margins | _margin_lines(before)) for line in above):
            return None
        if upper.column_count != lower.column_count or not _stands_at_edges(before, upper, page, lower):
            return None
        rows = _first_rows(page, lower)
        same = _same_rows(self._head, rows, may_slip=page.method is PageMethod.RECOGNISED)
        if self._header_rows and same >= self._header_rows:
            return self._header_rows
        if not _columns_agree(upper, lower, page):
            return None
        if not self._header_rows and same and len(set(rows[0]) - {""}) > 1:
            return same
        return None if lower.header_rows else 0


def _same_rows(above: Sequence[tuple[str, ...]], below: Sequence[tuple[str, ...]], *, may_slip: bool) -> int:
    """Return how many rows at the top are the same.

    Args:
        above: Texts by column of the first rows of one table.
        below: Those of the other.
        may_slip: Whether text recognition may have read a letter wrongly.
    """

    def same(pair: tuple[tuple[str, ...], tuple[str, ...]]) -> bool:
        one, other = pair
        return one == other or (may_slip and len(one) == len(other) and all(map(_is_slip, one, other)))

    return len(list(takewhile(same, zip(above, below, strict=False))))


def _is_slip(one: str, other: str) -> bool:
    """Say whether two heads are the same, or the same but for a letter in four; figures must be, and short heads."""
    one, other = (unicodedata.normalize("NFKC", text).casefold() for text in (one, other))
    if one == other:
        return True
    if min(len(one), len(other)) < _SHORTEST_SLIP or _DIGITS.findall(one) != _DIGITS.findall(other):
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LEAST_ALIKE


def _start(table: Table) -> int:
    return min((cell.start for cell in table.cells), default=0)


def _end(table: Table) -> int:
    return max((cell.end for cell in table.cells), default=0)


def _margin_lines(page: Page) -> frozenset[str]:
    lines = [*page.lines[:_MARGIN_LINES], *page.lines[-_MARGIN_LINES:]]
    return frozenset(
        masked
        for line in lines
        if (masked := _masked(page.text[line.start : min(line.end, line.start + 2 * _LONGEST_MARGIN_LINE)]))
    )


def _masked(text: str) -> str:
    """Return a line without its page number; empty if nothing else is in it."""
    text = _PAGE_NUMBER.sub("", text)
    return "" if _BARE_NUMBER.fullmatch(text) else "".join(text.split())


def _is_margin(page: Page, line: Line, known: frozenset[str]) -> bool:
    text = page.text[line.start : line.end]
    if len(text) > _LONGEST_MARGIN_LINE:
        return False
    masked = _masked(text)
    if not masked or masked in known or (_GOES_ON.search(text) and len(masked) < _LONGEST_MARGIN_LINE // 2):
        return True
    if line.box is None or not page.height:
        return False
    return line.box.bottom <= _MARGIN_SHARE * page.height or line.box.top >= (1 - _MARGIN_SHARE) * page.height


def _stands_at_edges(before: Page, upper: Table, page: Page, lower: Table) -> bool:
    if upper.box is None or lower.box is None or not before.height or not page.height:
        return False
    return upper.box.bottom >= _HIGHEST_END * before.height and lower.box.top <= _LOWEST_START * page.height


def _columns_agree(upper: Table, lower: Table, page: Page) -> bool:
    """Say whether columns stand under each other: those of the same number share most of the table's width."""
    above, below = _edges(upper), _edges(lower)
    if above is None or below is None:
        return False
    width = page.width or 0.0
    # Pages bound on alternate sides stand a little to the left or right of each other.
    shift = below[0] - above[0]
    if max(abs(shift), abs(above[-1] + shift - below[-1])) > _SIDE_SHARE * width:
        return False
    shared = [
        min(right + shift, other_right) - max(left + shift, other_left)
        for (left, right), (other_left, other_right) in zip(pairwise(above), pairwise(below), strict=True)
    ]
    return min(shared) > 0 and sum(shared) >= _LEAST_SHARED * (above[-1] - above[0])


def _edges(table: Table) -> list[float] | None:
    """Return where columns begin, and where the last ends; None if some column has no cell that begins in it."""
    starts: dict[int, float] = {}
    for cell in table.cells:
        if cell.box is not None:
            starts.setdefault(cell.column, cell.box.left)
    if table.box is None or len(starts) < table.column_count:
        return None
    return [*(starts[column] for column in range(table.column_count)), table.box.right]


def _first_rows(page: Page, table: Table) -> tuple[tuple[str, ...], ...]:
    """Return the texts of the first rows by column, without white space."""
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        if cell.row >= _MOST_REPEATED_ROWS:
            break
        rows.setdefault(cell.row, [""] * table.column_count)[cell.column] = _squeezed(page, cell)
    return tuple(tuple(rows[row]) for row in sorted(rows))


def _squeezed(page: Page, cell: Cell) -> str:
    return "".join(page.text[cell.start : cell.end].split())


def link_tables(pages: Sequence[Page]) -> Sequence[Page]:
    """Mark the tables that go on from page to page where text recognition read pages one by one.

    A reader marks them while it reads; a recognised page is read by itself, and stands among pages only now.

    Args:
        pages: Pages of one document, in order.
    """
    if not any(page.method is PageMethod.RECOGNISED and page.tables for page in pages):
        return pages
    links = TableLinks()
    return [links.linked(page) for page in pages]
