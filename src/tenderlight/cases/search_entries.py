"""What the index of the search holds: an entry for each page, and for each notice of a structured source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from tenderlight.cases.corrected_texts import Segment, with_passages
from tenderlight.cases.reading_texts import PageText
from tenderlight.model.record import Record

GAP = "\n\n"
"""What stands between the values of a notice."""
_OF_DOCUMENT = 32
_IS_NOTICE = 1 << 31


class Piece(msgspec.Struct, array_like=True, frozen=True):
    """A value of a notice inside the text of its entry."""

    start: int
    """Where it begins in the text of the entry."""
    pointer: str
    offset: int
    """Where it begins in the value at the pointer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page or notice, as it was taken in."""

    number: int
    """Says which it is: see `number_of`."""
    text: str
    pieces: Sequence[Piece] = ()
    """Of a notice, its values in order."""
    segments: Sequence[Segment] = ()
    """Of a page with words that people corrected, what of the text is those."""


def number_of(document_number: int, page_number: int | None, place: int = 0) -> int:
    """Return the number of an entry; those of a document follow one another, pages before notices.

    Args:
        document_number: Number of the document in the index.
        page_number: From 1; None = it is a notice.
        place: Of a notice, how many stand before it in its document.
    """
    return document_number << _OF_DOCUMENT | (_IS_NOTICE | place if page_number is None else page_number)


def place_of(number: int) -> tuple[int, int | None]:
    """Return the number of the document in the index, and the page number; None if the entry is a notice."""
    within = number & ((1 << _OF_DOCUMENT) - 1)
    return number >> _OF_DOCUMENT, None if within & _IS_NOTICE else within


def entries_of(texts: Iterable[PageText | Record], document_number: int) -> Iterator[Entry]:
    """Yield the entries of what was read of a document; none for a page or notice without text."""
    notices = 0
    for one in texts:
        if isinstance(one, PageText):
            if one.text:
                text, segments = with_passages(one.text, one.corrections)
                yield Entry(number=number_of(document_number, one.page_number), text=text, segments=segments)
            continue
        entry = _notice(one, number_of(document_number, None, notices))
        if entry is not None:
            yield entry
            notices += 1


def _notice(record: Record, number: int) -> Entry | None:
    values = {(field.pointer, 0, field.text): None for field in record.fields if field.text}
    for statement in record.statements:
        values.update({(one.pointer or "", one.start, one.text): None for one in statement.anchors})
    pieces: list[Piece] = []
    at = 0
    for pointer, offset, text in values:
        pieces.append(Piece(at, pointer, offset))
        at += len(text) + len(GAP)
    return Entry(number=number, text=GAP.join(text for _, _, text in values), pieces=pieces) if pieces else None
