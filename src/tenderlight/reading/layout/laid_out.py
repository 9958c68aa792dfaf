"""From the pages of a laid-out PDF to the place of each word of the document it was made from."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenderlight.model.columns import index_of_line
from tenderlight.model.document import Line, Page, Word
from tenderlight.model.layout import LaidOutBox, LaidOutLine, Layout, PageSize
from tenderlight.reading.layout.alignment import Piece, align
from tenderlight.reading.layout.lines import boxes_of

_FONT = re.compile(rb"/BaseFont\s*/(?:[A-Z]{6}\+)?([^\s/<>\[\]()%]{1,100})")
MOST_FONTS = 100
_BREAKS = frozenset("\n\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """What came of a layout."""

    layouts: tuple[Layout, ...]
    """One for each page of the document's text."""
    share: float
    """Share of the document's words that were found again on the laid-out pages, 0-1."""


def lay_out(texts: Sequence[str], pdf_pages: Sequence[Page], *, numbers: Sequence[int], made: Layout) -> LaidOut:
    """Find the words of a document on the pages it was laid out on.

    Args:
        texts: Text of the document, page by page.
        pdf_pages: Pages of the laid-out PDF, as its reader reads any PDF.
        numbers: Number of each of `texts`.
        made: Which PDF, by which converter, with which fonts; its page number and lines are not looked at.
    """
    alignment = align(texts, [page.text for page in pdf_pages])
    lines: list[list[LaidOutLine]] = [[] for _ in texts]
    for index, line in _lines(alignment.pieces, texts, pdf_pages):
        lines[index].append(line)
    sizes = _sizes(pdf_pages)
    return LaidOut(
        layouts=tuple(
            Layout(
                page_number=number,
                pdf=made.pdf,
                converter=made.converter,
                fonts=made.fonts,
                page_sizes=sizes,
                lines=tuple(found),
            )
            for number, found in zip(numbers, lines, strict=True)
        ),
        share=alignment.share,
    )


def boxes_laid_out(page: Page, layout: Layout, start: int, end: int) -> tuple[LaidOutBox, ...]:
    """Return where a part of the text of a page stands once laid out.

    Args:
        page: The page that was read.
        layout: Its layout.
        start: First code point of the part in `page.text`.
        end: One past its last.

    Returns:
        One box for each line the part touches, in the order of the text. Empty unless every character of the part that
        can be seen was found: half a quote lit would look like all of it.
    """
    first = bisect_right(layout.lines, start, key=lambda line: line.end)
    past = bisect_left(layout.lines, end, key=lambda line: line.start)
    touched = layout.lines[first:past]
    if not touched or not _is_covered(page.text, start, end, touched):
        return ()
    boxes: list[LaidOutBox] = []
    for line in touched:
        alone = Page(
            number=page.number, text=page.text, lines=(Line(start=line.start, end=line.end),), words=line.words
        )
        boxes += (LaidOutBox(layout_page=line.layout_page, box=box) for box in boxes_of(alone, start, end))
    return tuple(boxes)


def fonts_of(pdf: bytes) -> tuple[str, ...]:
    """Return the names of the fonts that a PDF of LibreOffice names in the open, sorted; at most `MOST_FONTS`."""
    names = {found.decode("ascii", "replace") for found in _FONT.findall(pdf)}
    return tuple(sorted(names)[:MOST_FONTS])


def _is_covered(text: str, start: int, end: int, lines: Sequence[LaidOutLine]) -> bool:
    at = start
    for line in lines:
        for word in line.words:
            if not _is_blank(text[at : max(at, min(word.start, end))]):
                return False
            at = max(at, word.end)
    return _is_blank(text[at:end])


def _is_blank(text: str) -> bool:
    return all(letter.isspace() or unicodedata.category(letter) == "Cf" for letter in text)


def _sizes(pages: Sequence[Page]) -> tuple[PageSize, ...]:
    by_number = {page.number: PageSize(width=page.width or 0.0, height=page.height or 0.0) for page in pages}
    empty = PageSize(width=0.0, height=0.0)
    return tuple(by_number.get(number, empty) for number in range(1, max(by_number, default=0) + 1))


def _lines(
    pieces: Sequence[Piece], texts: Sequence[str], pdf_pages: Sequence[Page]
) -> Iterator[tuple[int, LaidOutLine]]:
    """Yield the lines of each page of text, with the page's index."""
    words: list[Word] = []
    last: tuple[int, int, int] | None = None
    for piece in pieces:
        page = pdf_pages[piece.laid_out_page]
        for line, word in _words(piece, page):
            here = (piece.page, page.number, line)
            is_new = here != last or _has_break(texts[piece.page], words[-1].end, word.start)
            if is_new and words and last is not None:
                yield last[0], LaidOutLine(layout_page=last[1], words=tuple(words))
                words = []
            words.append(word)
            last = here
    if words and last is not None:
        yield last[0], LaidOutLine(layout_page=last[1], words=tuple(words))


def _has_break(text: str, start: int, end: int) -> bool:
    return not _BREAKS.isdisjoint(text[start:end])


def _words(piece: Piece, page: Page) -> Iterator[tuple[int, Word]]:
    """Yield the parts of a piece by the words of the laid-out page, each with the index of its line there."""
    first = bisect_right(page.words, piece.laid_out_start, key=lambda word: word.end)
    past = bisect_left(page.words, piece.laid_out_end, key=lambda word: word.start)
    is_even = piece.end - piece.start == piece.laid_out_end - piece.laid_out_start
    if not is_even and past - first != 1:
        return  # nobody knows which letter is which
    for word in page.words[first:past]:
        start, end = max(word.start, piece.laid_out_start), min(word.end, piece.laid_out_end)
        boxes = boxes_of(page, start, end)
        if not boxes:
            continue
        shift = piece.start - piece.laid_out_start
        span = (start + shift, end + shift) if is_even else (piece.start, piece.end)
        yield index_of_line(page.lines, word.start), Word(start=span[0], end=span[1], box=boxes[0])
