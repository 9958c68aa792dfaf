r"""The pages of a document as one text to search, with the way back to each page.

Pages are joined so that a clause broken by the end of a page is whole again; page numbers and running heads between its
halves are left out. White space inside Chinese words is left out too, so that 步\n态 and a word cut by a cell border
are found; `breaks` remembers where it stood. A hyphen between letters is searched as a blank.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import IntEnum

from tenderlight.capabilities.column_heads import ColumnHeads, column_heads
from tenderlight.languages.arabic_words import fold_arabic
from tenderlight.languages.normalise import fold, without_hyphens
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.document import Cell, Page, PageMethod
from tenderlight.model.statement import Anchor

_PAGE_NUMBER = re.compile(
    r"[\s\-–—_/·•|]*(?:第|page|p\.)?\s*\d{1,4}\s*(?:页|頁)?(?:[\s,，/]*(?:共|of)?\s*\d{1,4}\s*(?:页|頁)?)?[\s\-–—_·•|]*",
    re.I,
)
_HARD_IN_HAN = re.compile(rf"\t(?<=[{HAN_CLASS}]\t)(?=[{HAN_CLASS}])|\n\n(?<=[{HAN_CLASS}]\n\n)(?=[{HAN_CLASS}])")
"""What stands before is looked at last: a search for so few signs is much the quicker."""
_BLANKS = re.compile(r"\s*[\t\n]\s*|[ \u3000]{2,}")
LONGEST_HEAD = 60
"""Code points of a line that may still be a running head."""


class Break(IntEnum):
    """White space that may part one clause from the next."""

    GAP = 1
    """Two blanks or more, inside a line."""
    LINE = 2
    ROW = 3
    """The end of a table row."""
    PARAGRAPH = 4
    CELL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The part of a page that takes part in the search."""

    page_number: int | None
    pointer: str | None
    start: int
    """Where it begins in the page's text."""
    joined_start: int
    """Where it begins in the joined text."""
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchText:
    """A text to search.

    `text` is what is searched; character `i` of it stands for `joined[starts[i]:ends[i]]`.
    """

    text: str
    joined: str
    starts: Sequence[int]
    ends: Sequence[int]
    pieces: tuple[Piece, ...]
    cells: tuple[tuple[int, int], ...] = ()
    """Where table cells of several lines stand in `text`, in order."""
    columns: ColumnHeads = field(default_factory=ColumnHeads)
    recognised: tuple[tuple[int, int], ...] = ()
    """Parts of `text` that were recognised from pictures of pages, in order."""

    def head_of(self, position: int) -> tuple[int, int] | None:
        """Return where the head of the column stands that `text[position]` is under; None if there is no such head."""
        head = self.columns.head_of(self.starts[position])
        return None if head is None else (bisect_left(self.starts, head[0]), bisect_left(self.starts, head[1]))

    def anchors(self, start: int, end: int) -> tuple[Anchor, ...]:
        """Return where `text[start:end]` stands: one anchor for each page it touches, without blanks at the ends.

        Raises:
            ValueError: If the span is empty.
        """
        first, last = self.starts[start], self.ends[end - 1]
        found = []
        for piece in self.pieces:
            low = max(first, piece.joined_start)
            high = min(last, piece.joined_start + piece.length)
            words = self.joined[low:high] if low < high else ""
            if not words.strip():
                continue
            low += len(words) - len(words.lstrip())
            words = words.strip()
            offset = piece.start + low - piece.joined_start
            found.append(
                Anchor(
                    start=offset,
                    end=offset + len(words),
                    text=words,
                    page_number=piece.page_number,
                    pointer=piece.pointer,
                )
            )
        return tuple(found)

    def breaks(self) -> list[tuple[int, Break, int]]:
        """Return where white space of note stands in `text`: the place after it, its kind, the empty cells it holds."""
        found: list[tuple[int, Break, int]] = []
        for blank in _BLANKS.finditer(self.joined):
            place = bisect_left(self.starts, blank.end())
            if 0 < place < len(self.text):
                found.append((place, *_kind(blank[0])))
        return found


def _kind(blank: str) -> tuple[Break, int]:
    """Return what white space parts, and how many empty cells it holds before what follows."""
    lines = blank.count("\n")
    if "\t" in blank:
        return (Break.ROW, blank.rpartition("\n")[2].count("\t")) if lines else (Break.CELL, blank.count("\t") - 1)
    if lines:
        return (Break.PARAGRAPH if lines > 1 else Break.LINE), 0
    return Break.GAP, 0


def search_text_of_pages(pages: Sequence[Page]) -> SearchText:
    """Join the pages of one document, in the order given."""
    heads = _running_heads(pages)
    parts = []
    pieces = []
    cells: list[tuple[int, int]] = []
    joined: dict[int, tuple[int, int, int]] = {}
    recognised: list[tuple[int, int]] = []
    position = 0
    for page in pages:
        start, end = _without_margins(page.text, heads)
        part = page.text[start:end]
        pieces.append(
            Piece(page_number=page.number, pointer=None, start=start, joined_start=position, length=len(part))
        )
        cells.extend(
            (position + cell.start - start, position + cell.end - start)
            for cell in _cells_of_several_lines(page)
            if start <= cell.start and cell.end <= end
        )
        parts.append(part)
        joined[page.number] = start, end, position
        if page.method is PageMethod.RECOGNISED:
            recognised.append((position, position + len(part)))
        position += len(part) + 1
    prepared = _prepare("\n".join(parts), tuple(pieces))

    def in_text(span: tuple[int, int]) -> tuple[int, int]:
        return bisect_left(prepared.starts, span[0]), bisect_left(prepared.starts, span[1])

    return replace(
        prepared,
        cells=tuple(map(in_text, sorted(cells))),
        columns=column_heads(pages, joined),
        recognised=tuple(map(in_text, recognised)),
    )


def _cells_of_several_lines(page: Page) -> Iterator[Cell]:
    for table in page.tables:
        for cell in table.cells:
            if "\n" in page.text[cell.start : cell.end]:
                yield cell


def search_text_at(text: str, pointer: str) -> SearchText:
    """Prepare a text that stands at a pointer of a structured source."""
    piece = Piece(page_number=None, pointer=pointer, start=0, joined_start=0, length=len(text))
    return _prepare(text, (piece,))


def _prepare(joined: str, pieces: tuple[Piece, ...]) -> SearchText:
    folded = fold_arabic(fold(joined), joined)
    text = folded.text
    starts, ends = folded.offsets, folded.ends
    kept: list[str] = []
    kept_starts, kept_ends = array("I"), array("I")
    position = 0
    for blank in _HARD_IN_HAN.finditer(text):
        kept.append(text[position : blank.start()])
        kept_starts.extend(starts[position : blank.start()])
        kept_ends.extend(ends[position : blank.start()])
        position = blank.end()
    if kept:
        kept.append(text[position:])
        kept_starts.extend(starts[position:])
        kept_ends.extend(ends[position:])
        text, starts, ends = "".join(kept), kept_starts, kept_ends
    return SearchText(text=without_hyphens(text), joined=joined, starts=starts, ends=ends, pieces=pieces)


def _running_heads(pages: Sequence[Page]) -> frozenset[str]:
    """Return lines that stand at the top or bottom of most pages."""
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        stripped = page.text.strip()
        seen.update({stripped[: LONGEST_HEAD + 1].split("\n", 1)[0], stripped[-LONGEST_HEAD - 1 :].rsplit("\n", 1)[-1]})
    return frozenset(
        line for line, count in seen.items() if count >= 3 and count * 2 > len(pages) and 0 < len(line) <= LONGEST_HEAD
    )


def _without_margins(text: str, heads: frozenset[str]) -> tuple[int, int]:
    """Return the span of a page's text without running heads and page numbers at its top and bottom."""
    start, end = 0, len(text)
    for _ in range(3):
        line_end = text.find("\n", start, end)
        if line_end < 0 or not _is_margin(text[start:line_end], heads):
            break
        start = line_end + 1
    for _ in range(3):
        line_start = text.rfind("\n", start, end)
        if line_start < 0 or not _is_margin(text[line_start + 1 : end], heads):
            break
        end = line_start
    return start, end


def _is_margin(line: str, heads: frozenset[str]) -> bool:
    if len(line) > LONGEST_HEAD:
        return False
    return not line.strip() or line.strip() in heads or _PAGE_NUMBER.fullmatch(line) is not None


def place_of(breaks: Sequence[int], position: int) -> int:
    """Return the number of the stretch between `breaks` that holds `position`."""
    return bisect_right(breaks, position)
