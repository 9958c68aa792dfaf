"""The texts that the quotes of a dossier stand in, whole pages or values of a structured source, as they are published.

With redaction, what is about private persons is blacked out: each sign of it becomes `█`, so that offsets stay what
they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from tenderlight.cases import Case
from tenderlight.evidence.anchoring import layout_of, page_of
from tenderlight.facts.privacy.spans import PersonalSpan, find_personal, redacted
from tenderlight.languages.segments import sentence_around
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, Reading, ReadState
from tenderlight.model.layout import Layout
from tenderlight.model.quote import CONTEXT_LENGTH, Quote
from tenderlight.publish.personal_names import names_of, with_names
from tenderlight.publish.pictures import DrawnPage, pages_with
from tenderlight.publish.redaction import redacted_text
from tenderlight.reading.layout.laid_out import boxes_laid_out
from tenderlight.reading.layout.lines import boxes_of

FOLDER = "pages"
BLACK_MARGIN_POINTS = 1.5
"""How far a black box stands out over the words it covers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A text that quotes stand in."""

    file: str
    """Where it lies in the dossier: "pages/….json"."""
    document: str
    page_number: int | None
    pointer: str | None
    """None where there is a page."""
    reader: str
    media_type: str
    text: str
    """As published."""
    was: str
    """As read."""
    spans: tuple[PersonalSpan, ...]
    """What was blacked out; empty without redaction."""
    offset: int = 0
    """Where the text starts in what the offsets of quotes count, in code points."""
    page: Page | None = None
    layout: Layout | None = None

    def as_json(self) -> dict[str, object]:
        """Return it as its file says it."""
        return {
            "document": self.document,
            "page_number": self.page_number,
            "pointer": self.pointer,
            "reader": self.reader,
            "offset": self.offset,
            "text": self.text,
        }

    def sentence_around(self, quote: Quote) -> tuple[str, str]:
        """Return what stands before and after a quote in its sentence, as published."""
        start, end = quote.start - self.offset, quote.end - self.offset
        first, last = sentence_around(self.text, start, end)
        return self.text[first:start], self.text[end:last]


class Places:
    """Finds the text that a quote stands in, each once.

    Args:
        case: The case.
        redact: Whether private persons are blacked out.
    """

    def __init__(self, case: Case, *, redact: bool) -> None:
        self._redact = redact
        self.names: frozenset[str] = frozenset()
        """Names of persons, as the texts tell them; empty until `settle_names`."""
        self._load = lru_cache(maxsize=4)(case.load_reading)
        self._values = lru_cache(maxsize=4)(self._values_of)
        self._found: dict[str, Place] = {}

    def __iter__(self) -> Iterator[Place]:
        """Yield all that were asked for, by file."""
        return iter([self._found[file] for file in sorted(self._found)])

    def of(self, quote: Quote) -> Place:
        """Return the text that a quote stands in.

        Raises:
            LookupError: If the words do not stand there.
        """
        reading = self._load(quote.document)
        if reading is None:
            raise LookupError(quote.document)
        made = self._of_page(reading, quote) if quote.page_number is not None else self._of_value(reading, quote)
        known = self._found.setdefault(made.file, made)
        if known.was[quote.start - known.offset : quote.end - known.offset] != quote.text:
            raise LookupError(f"{quote.document}: {quote.text[:60]!r}")
        return known

    def settle_names(self) -> None:
        """Black out, in every text asked for so far, the names that any of them shows to be those of persons."""
        if self._redact:
            self.names = names_of((place.was, span) for place in self for span in place.spans)
            for file, place in self._found.items():
                spans = with_names(place.was, place.spans, self.names, page_number=place.page_number or 1)
                self._found[file] = replace(place, spans=spans, text=redacted(place.was, spans))

    def published(self, quote: Quote) -> Quote:
        """Return a quote as it is published."""
        place = self.of(quote)
        start, end = quote.start - place.offset, quote.end - place.offset
        before, after = quote.before, quote.after
        if place.page is not None:
            before, after = place.text[max(0, start - CONTEXT_LENGTH) : start], place.text[end : end + CONTEXT_LENGTH]
        path = redacted_text(quote.path) if self._redact else quote.path
        return replace(quote, path=path, text=place.text[start:end], before=before, after=after)

    def _of_page(self, reading: Reading, quote: Quote) -> Place:
        file = f"{FOLDER}/{quote.document}-{quote.page_number}.json"
        if file in self._found:
            return self._found[file]
        assert quote.page_number is not None
        page = page_of(reading, quote.page_number)
        if page is None:
            raise LookupError(file)
        made = self._place(file, reading, quote, page)
        return replace(made, page=page, layout=layout_of(reading, page.number))

    def _values_of(self, document: str) -> dict[str, list[str]]:
        """Return the texts of a structured source by pointer."""
        reading = self._load(document)
        found: dict[str, list[str]] = {}
        for field in (field for record in reading.records for field in record.fields) if reading else ():
            found.setdefault(field.pointer, []).append(field.text)
        return found

    def _of_value(self, reading: Reading, quote: Quote) -> Place:
        values = self._values(reading.document).get(quote.pointer or "", ())
        whole = next((text for text in values if text[quote.start : quote.end] == quote.text), None)
        offset = quote.start if whole is None else 0
        text = quote.text if whole is None else whole
        key = hashlib.sha256(f"{quote.pointer}\n{offset}\n{text}".encode()).hexdigest()
        file = f"{FOLDER}/{quote.document}-{key[:16]}.json"
        made = self._place(file, reading, quote, Page(number=1, text=text))
        return replace(made, pointer=quote.pointer, offset=offset)

    def _place(self, file: str, reading: Reading, quote: Quote, page: Page) -> Place:
        spans = find_personal([page]) if self._redact else ()
        return Place(
            file=file,
            document=quote.document,
            page_number=quote.page_number,
            pointer=None,
            reader=quote.reader,
            media_type=reading.media_type,
            text=redacted(page.text, spans),
            was=page.text,
            spans=spans,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Blackened:
    """What is to be black on the pictures of one text, or why they are left out."""

    boxes: dict[tuple[str, int], tuple[Box, ...]]
    """By file that is drawn and page number: points of that page."""
    withheld: str = ""
    """Why no picture may be shown; empty = they may."""


def blackened(place: Place, claims: Iterable[Claim]) -> Blackened:
    """Return what is to be black on the pictures of a text.

    A picture is left out where it may show a person that the text does not tell: where words have no place on it, where
    something was not read, where the picture says something else than the text.

    Args:
        place: The text, with what is blacked out in it.
        claims: The findings that quote it.
    """
    if place.page is None:
        return Blackened(boxes={})
    if place.page.state is not ReadState.READ:
        return Blackened(boxes={}, withheld="something on the page was not read")
    if any(claim.picture is not None and claim.picture.value in {"other", "unclear"} for claim in claims):
        return Blackened(boxes={}, withheld="the picture of the page may show other words than were read")
    boxes: dict[tuple[str, int], list[Box]] = {}
    for span in place.spans:
        found = _boxes(place, span)
        if not found:
            return Blackened(boxes={}, withheld="words to be blacked out have no place on the picture")
        for key, box in found:
            boxes.setdefault(key, []).append(_grown(box))
    return Blackened(boxes={key: tuple(found) for key, found in boxes.items()})


def drawn_pages(quotes: Iterable[Quote]) -> dict[tuple[str, int], DrawnPage]:
    """Return the pages on which quotes have boxes, by file that is drawn and page number."""
    return {(drawn.source, drawn.number): drawn for quote in quotes for drawn in pages_with(quote)}


def _boxes(place: Place, span: PersonalSpan) -> list[tuple[tuple[str, int], Box]]:
    assert place.page is not None
    if place.layout is not None:
        laid_out = boxes_laid_out(place.page, place.layout, span.start, span.end)
        return [((place.layout.pdf, one.layout_page), one.box) for one in laid_out]
    return [((place.document, place.page.number), box) for box in boxes_of(place.page, span.start, span.end)]


def _grown(box: Box) -> Box:
    return Box(
        left=box.left - BLACK_MARGIN_POINTS,
        top=box.top - BLACK_MARGIN_POINTS,
        right=box.right + BLACK_MARGIN_POINTS,
        bottom=box.bottom + BLACK_MARGIN_POINTS,
    )
