"""Claims held against the pictures of the pages that their words are quoted from.

A PDF has its words twice: as text, which programs read, and as a picture, which people see. The two need not agree.
`quoted_lines` says which lines of the text a document's claims rest on; what the pictures show there is found out by
text recognition; `with_picture` says what comes of it for a claim.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tenderlight.evidence.anchoring import page_of
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.document import Page, PageMethod, Reading
from tenderlight.model.quote import Quote
from tenderlight.model.statement import StatementKind
from tenderlight.reading.recognition.seen_lines import Seen, SeenLine

MOST_LINES, MOST_PAGES = 400, 60
"""Of one document that are compared."""
MOST_ITEM_LINES = 30
"""Of those that only price lists rest on: the longest lists would cost more than reading all else."""
LONGEST_LINE = 400
NOT_DRAWN_AS_SAID = frozenset({"page-font-missing", "page-read-by-font-tables"})
"""Pages whose characters the machine cannot draw all: their pictures prove nothing."""
_FIRST = (StatementKind.CAPABILITY, StatementKind.AMOUNT, StatementKind.SUPPLIER, StatementKind.BUYER)
_LAST = StatementKind.LINE_ITEM
_MOST_SHOWN = 60
_MOST_SENTENCES = 3
_WORST_FIRST = (PictureSays.OTHER, PictureSays.NOT_COMPARED, PictureSays.UNCLEAR, PictureSays.SAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedLine:
    """A line of a page's text that claims rest on."""

    page_number: int
    start: int
    """In the text of the page, code points, half-open."""
    end: int
    text: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The lines of a document that are to be compared."""

    lines: tuple[QuotedLine, ...]
    """By page, then as they stand in its text."""
    is_whole: bool
    """Whether there were no more than are compared."""


def has_picture(reading: Reading, page_number: int | None) -> bool:
    """Say whether a page has its words both as text and as a picture."""
    page = None if page_number is None else page_of(reading, page_number)
    return page is not None and page.method is PageMethod.TEXT_LAYER and page.width is not None


def quoted_lines(reading: Reading, claims: Sequence[Claim]) -> Lines:
    """Return the lines that the words of claims stand in, on pages of a PDF that have a text.

    Where there are more than `MOST_LINES` or `MOST_PAGES`, capabilities, amounts, suppliers and buyers come first, and
    the lines of price lists last; of these there are at most `MOST_ITEM_LINES`.
    """
    if reading.media_type != "application/pdf":
        return Lines(lines=(), is_whole=True)
    unfit = {one.page_number for one in reading.problems if one.code in NOT_DRAWN_AS_SAID}
    kept: dict[tuple[int, int], QuotedLine] = {}
    pages: set[int] = set()
    is_whole = True
    ordered = sorted(claims, key=_rank)
    items = [claim for claim in ordered if claim.kind is _LAST]
    for group, share in ((ordered[: len(ordered) - len(items)], MOST_LINES), (items, MOST_ITEM_LINES)):
        most = min(MOST_LINES, len(kept) + share)
        for line in (line for claim in group for line in _lines_of(reading, claim, unfit)):
            place = (line.page_number, line.start)
            is_room = len(kept) < most and (line.page_number in pages or len(pages) < MOST_PAGES)
            if place in kept:
                continue
            is_whole &= is_room
            if is_room:
                kept[place] = line
                pages.add(line.page_number)
    return Lines(lines=tuple(kept[place] for place in sorted(kept)), is_whole=is_whole)


def _rank(claim: Claim) -> int:
    if claim.kind in _FIRST:
        return _FIRST.index(claim.kind)
    return len(_FIRST) + (claim.kind is _LAST)


def _lines_of(reading: Reading, claim: Claim, unfit: Collection[int | None]) -> Iterator[QuotedLine]:
    for quote in claim.quotes:
        if quote.page_number in unfit or quote.page_number is None or not has_picture(reading, quote.page_number):
            continue
        page = page_of(reading, quote.page_number)
        assert page is not None
        yield from _touched(page, quote)


def _touched(page: Page, quote: Quote) -> Iterator[QuotedLine]:
    for line in page.lines:
        is_touched = line.start < quote.end and quote.start < line.end
        if is_touched and line.box is not None and line.end - line.start <= LONGEST_LINE:
            text = page.text[line.start : line.end]
            yield QuotedLine(page_number=page.number, start=line.start, end=line.end, text=text, box=line.box)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedLine:
    """A line, and what the picture shows in its place."""

    line: QuotedLine
    seen: SeenLine


def with_picture(claim: Claim, compared: Mapping[int, Sequence[ComparedLine]], *, seen_by: str) -> Claim:
    """Return a claim that knows what the pictures of its pages show where its words stand.

    Args:
        claim: `picture` is `NOT_COMPARED` if there is anything to compare.
        compared: Lines that were compared, by page.
        seen_by: Who read the pictures, with version.
    """
    if claim.picture is not PictureSays.NOT_COMPARED:
        return claim
    found: list[PictureSays] = []
    sentences: list[str] = []
    for quote in claim.quotes:
        if quote.page_number is None or not quote.boxes or quote.layout is not None or _is_by(quote.reader, seen_by):
            continue
        lines = [
            one
            for one in compared.get(quote.page_number, ())
            if one.line.start < quote.end and quote.start < one.line.end
        ]
        says = [_says(one, quote) for one in lines]
        if not _is_covered(quote, lines):
            says.append(PictureSays.NOT_COMPARED)
        found += says
        sentences += [
            _sentence(one, seen_by) for one, said in zip(lines, says, strict=False) if said is PictureSays.OTHER
        ]
    worst = next((says for says in _WORST_FIRST if says in found), PictureSays.NOT_COMPARED)
    against = tuple(dict.fromkeys((*claim.against, *dict.fromkeys(sentences[:_MOST_SENTENCES]))))
    return replace(claim, picture=worst, against=against)


def other_lines(claims: Iterable[Claim], compared: Iterable[ComparedLine]) -> Iterator[ComparedLine]:
    """Yield the lines whose picture shows something else than words that claims quote from them."""
    quotes = [quote for claim in claims if claim.picture is PictureSays.OTHER for quote in claim.quotes]
    for one in compared:
        on_page = (quote for quote in quotes if quote.page_number == one.line.page_number)
        if any(_touch(one.line, quote) and _says(one, quote) is PictureSays.OTHER for quote in on_page):
            yield one


def _is_by(reader: str, seen_by: str) -> bool:
    """Say whether words were read from a picture: by what compares, whatever its version, alone or with others."""
    return reader.startswith(seen_by.partition("/")[0])


def _touch(line: QuotedLine, quote: Quote) -> bool:
    return line.start < quote.end and quote.start < line.end


def _says(one: ComparedLine, quote: Quote) -> PictureSays:
    """Return what the picture of a line says of those of its words that are quoted."""
    if one.seen.seen is Seen.BLANK:
        return PictureSays.OTHER
    if one.seen.seen is Seen.UNCLEAR:
        return PictureSays.UNCLEAR
    start, end = quote.start - one.line.start, quote.end - one.line.start
    inside = [each for each in one.seen.differences if each.start < end and start < each.end]
    if any(each.is_sure for each in inside):
        return PictureSays.OTHER
    return PictureSays.UNCLEAR if inside else PictureSays.SAME


def _is_covered(quote: Quote, lines: Iterable[ComparedLine]) -> bool:
    """Say whether all words of a quote stand in lines that were compared."""
    places = {place for one in lines for place in range(one.line.start, one.line.end)}
    return all(letter.isspace() or place in places for place, letter in enumerate(quote.text, quote.start))


def _sentence(one: ComparedLine, seen_by: str) -> str:
    where = f"The picture of page {one.line.page_number}"
    said = _shortened(one.line.text, one)
    if one.seen.seen is Seen.BLANK:
        return f"{where} shows nothing where the text of the file says “{said}”."
    shown = _shortened(one.seen.text, one)
    return f"{where} shows “{shown}” where the text of the file says “{said}”, as {seen_by} reads it."


def _shortened(text: str, one: ComparedLine) -> str:
    """Return a line, or that much of it that shows its first sure difference."""
    text = " ".join(text.split())
    if len(text) <= _MOST_SHOWN:
        return text
    first = next((each.start for each in one.seen.differences if each.is_sure), 0)
    start = max(0, min(first - _MOST_SHOWN // 2, len(text) - _MOST_SHOWN))
    before, after = "… " if start else "", " …" if start + _MOST_SHOWN < len(text) else ""
    return f"{before}{text[start : start + _MOST_SHOWN]}{after}"
