"""Model types to bytes and back: stored readings, frames from a reader's child, exported claims.

The one form is JSON, one object a line, UTF-8, keys in a fixed order, so that equal values have equal bytes.
Coordinates are points rounded to two decimals (1/7200 inch). Decoding checks everything a document's author could have
bent: shapes, bounds, offsets that fit the text. It runs nothing and never returns a partly checked value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from tenderlight.cases.layout_shapes import LayoutShape
from tenderlight.cases.metadata_shapes import MetadataShape
from tenderlight.cases.settling import Settled
from tenderlight.cases.shapes import (
    ClaimShape,
    EditShape,
    LineShape,
    PageShape,
    ProblemShape,
    ReadingShape,
    RecordShape,
    StatementShape,
    TableShape,
)
from tenderlight.cases.shaping import (
    ItemShape,
    check_page,
    claim_from_shape,
    claim_to_shape,
    edit_from_shape,
    edit_to_shape,
    item_from_shape,
    item_to_shape,
    statement_from_shape,
    statement_to_shape,
)
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.edit import Edit
from tenderlight.model.layout import Layout
from tenderlight.model.metadata import FileMetadata, Property
from tenderlight.model.problem import Problem
from tenderlight.model.reader import Item, MemberPart, PageCount
from tenderlight.model.record import Record
from tenderlight.model.statement import Statement, StatementKind

ITEM_BYTES_LIMIT = 16 * 1024 * 1024
"""Largest encoded page, record or part of a file. What it is in memory is about ten times that."""

_LineOfReading = PageShape | RecordShape | ProblemShape | LayoutShape | MetadataShape | ReadingShape
_Decoded = TypeVar("_Decoded")

_encoder = msgspec.json.Encoder(decimal_format="number")
_item_decoder = msgspec.json.Decoder(ItemShape)
_reading_line_decoder = msgspec.json.Decoder(_LineOfReading)
_statements_decoder = msgspec.json.Decoder(list[StatementShape])
_claim_decoder = msgspec.json.Decoder(ClaimShape)
_edit_decoder = msgspec.json.Decoder(EditShape)


class Undecodable(ValueError):
    """The bytes are not what they are said to be: malformed, out of bounds, or contradicting themselves."""


class TooLarge(ValueError):
    """An item would be larger than a reader's child may send. The child reports it as a problem instead."""


def encode_item(item: Item) -> bytes:
    """Return one item of a reader as one line of JSON, without the line's end.

    Raises:
        TooLarge: If it takes more than `ITEM_BYTES_LIMIT` bytes.
        ValueError: If a text holds half a surrogate pair, or a figure is not a finite number.
    """
    encoded = _encoder.encode(item_to_shape(item))
    if len(encoded) > ITEM_BYTES_LIMIT:
        raise TooLarge(f"an item of {len(encoded)} bytes")
    return encoded


def decode_item(untrusted_line: bytes) -> Item:
    """Read one item that a reader's child sent.

    Raises:
        Undecodable: If the bytes are not exactly one well-formed item within its bounds.
    """
    return _checked(untrusted_line, lambda line: item_from_shape(_item_decoder.decode(line)))


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNote:
    """What the ledger keeps of a page."""

    number: int
    method: PageMethod
    state: ReadState
    confidence: float | None = None
    """Of text recognition, 0-1, the mean over the characters of the page; None = born digital, or no words."""


def mean_confidence(words: Iterable[tuple[int, float | None]]) -> float | None:
    """Return the mean confidence of words that have one, each counted as often as it has characters, to 4 decimals.

    Args:
        words: Length and confidence of each word.
    """
    characters, total = 0, 0.0
    for length, confidence in words:
        if confidence is not None:
            characters += length
            total += length * confidence
    return round(total / characters, 4) if characters else None


def note_of(page: Page) -> PageNote:
    """Return what the ledger keeps of a page."""
    confidence = mean_confidence((word.end - word.start, word.confidence) for word in page.words)
    return PageNote(number=page.number, method=page.method, state=page.state, confidence=confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordNote:
    """What the ledger keeps of a record."""

    key: str


ItemNote = PageNote | RecordNote | MemberPart | PageCount | Problem | Layout | FileMetadata


def check_item(untrusted_line: bytes) -> ItemNote:
    """Check one item that a reader's child sent as `decode_item` does, ten times faster.

    A page or record is only noted, for it goes to the stored reading as the bytes it came in.

    Raises:
        Undecodable: If the bytes are not exactly one well-formed item on one line.
    """
    if b"\n" in untrusted_line:
        raise Undecodable("an item on more than one line")
    return _checked(untrusted_line, _note)


def _note(line: bytes) -> ItemNote:
    shape = _item_decoder.decode(line)
    if isinstance(shape, PageShape):
        check_page(shape)
        confidence = mean_confidence((word.end - word.start, word.confidence) for word in shape.words)
        return PageNote(number=shape.number, method=shape.method, state=shape.state, confidence=confidence)
    item = item_from_shape(shape)
    if isinstance(item, Record):
        return RecordNote(key=item.key)
    assert not isinstance(item, Page)
    return item


class _WithoutWords(msgspec.Struct):
    """What is looked at of a page to see whether its tables go on: a twentieth of the time of all of it."""

    number: int
    text: str
    width: float | None
    height: float | None
    lines: list[LineShape]
    tables: list[TableShape]
    method: PageMethod
    state: ReadState


_without_words = msgspec.json.Decoder(_WithoutWords)
_A_PAGE = b'{"item":"page",'


def page_without_words(untrusted_line: bytes) -> Page | None:
    """Read a page without its words and title; None if the line is no page as `encode_item` writes it.

    Raises:
        Undecodable: If it is a page that is not well formed.
    """
    if not untrusted_line.startswith(_A_PAGE):
        return None
    seen = _checked(untrusted_line, _without_words.decode)
    shape = PageShape(**msgspec.structs.asdict(seen), words=[], title=None)
    with _refusing():
        page = item_from_shape(shape)
    assert isinstance(page, Page)
    return page


def encode_reading(reading: Reading) -> bytes:
    """Return a reading as lines of JSON: metadata, pages, records, problems, and last what it is a reading of.

    Raises:
        ValueError: As for `encode_item`.
    """
    return b"\n".join(reading_lines(reading)) + b"\n"


def reading_lines(reading: Reading) -> Iterator[bytes]:
    """Yield the lines of `encode_reading` one by one, without their ends."""
    metadata = (FileMetadata(properties=reading.metadata),) if reading.metadata else ()
    items: tuple[Item, ...] = (*metadata, *reading.pages, *reading.records, *reading.problems, *reading.layouts)
    for item in items:
        yield _encoder.encode(item_to_shape(item))
    yield encode_reading_end(reading)


def encode_reading_end(reading: Reading) -> bytes:
    """Return the last line of a stored reading; the pages, records and problems of `reading` are not looked at."""
    return _encoder.encode(
        ReadingShape(
            document=reading.document,
            media_type=reading.media_type,
            reader=reading.reader,
            reader_version=reading.reader_version,
            page_count=reading.page_count,
            state=reading.state,
            walls=reading.walls,
            recogniser=reading.recogniser,
        )
    )


def decode_reading(lines: bytes | Iterable[bytes]) -> Reading:
    """Read a whole reading back. Of several pages of one number the last counts (see `tenderlight.cases.settling`).

    Args:
        lines: What `encode_reading` returned, or its lines.

    Raises:
        Undecodable: If a line is not well formed, or the last line is missing (a torn file).
    """
    settled: Settled[Page] = Settled()
    records: list[Record] = []
    layouts: list[Layout] = []
    metadata: tuple[Property, ...] = ()
    end: ReadingShape | None = None
    for line in lines.splitlines() if isinstance(lines, bytes) else lines:
        if end is not None:
            raise Undecodable("something follows the end of the reading")
        item = _checked(line.rstrip(b"\n"), _reading_line)
        if isinstance(item, ReadingShape):
            end = item
        elif isinstance(item, Record):
            records.append(item)
        elif isinstance(item, Layout):
            layouts.append(item)
        elif isinstance(item, FileMetadata):
            metadata = metadata or item.properties
        else:
            settled.add(item)
    if end is None:
        raise Undecodable("the reading has no end")
    return Reading(
        document=end.document,
        media_type=end.media_type,
        reader=end.reader,
        reader_version=end.reader_version,
        pages=settled.pages,
        records=tuple(records),
        problems=settled.problems,
        page_count=end.page_count,
        state=end.state,
        walls=end.walls,
        recogniser=end.recogniser,
        layouts=tuple(layouts),
        metadata=metadata,
    )


def encode_statements(statements: Sequence[Statement]) -> bytes:
    """Return statements as one JSON array.

    Raises:
        ValueError: If a text holds half a surrogate pair, or a figure is not a finite number.
    """
    return _encoder.encode([statement_to_shape(statement) for statement in statements])


def decode_statements(untrusted_array: bytes) -> tuple[Statement, ...]:
    """Read statements back.

    Raises:
        Undecodable: If the bytes are not exactly one array of well-formed statements.
    """
    return _checked(
        untrusted_array,
        lambda array: tuple(statement_from_shape(shape) for shape in _statements_decoder.decode(array)),
    )


def encode_claim(claim: Claim) -> bytes:
    """Return a claim as `find --json` and `export --format jsonl` print it, without the line's end.

    Every key is always there; `value` has every field of its type. Dates are ISO 8601 ("2022-12-05", "2022-12",
    "2022"), figures are JSON numbers with the digits they had, boxes are ``[left, top, right, bottom]`` in points of
    the page as displayed.

    Raises:
        ValueError: If a text holds half a surrogate pair, or a figure is not a finite number.
    """
    return _encoder.encode(claim_to_shape(claim))


def decode_claim(untrusted_line: bytes) -> Claim:
    """Read a claim back.

    Raises:
        Undecodable: If the bytes are not exactly one well-formed claim.
    """
    return _checked(untrusted_line, lambda line: claim_from_shape(_claim_decoder.decode(line)))


def encode_edit(kind: StatementKind, edit: Edit) -> str:
    """Return what a reviewer put in the place of something in a claim of this kind, as a claim's `edit` in JSON.

    Raises:
        ValueError: If a text holds half a surrogate pair, or a figure is not a finite number.
    """
    return _encoder.encode(edit_to_shape(kind, edit)).decode("utf-8")


def decode_edit(untrusted_text: str) -> Edit:
    """Read back what a reviewer put in the place of something.

    Raises:
        Undecodable: If the text is not exactly one well-formed edit.
    """
    return _checked(untrusted_text.encode("utf-8"), lambda line: edit_from_shape(_edit_decoder.decode(line)))


def edit_of_value(kind: StatementKind, untrusted_value: str) -> Edit:
    """Return the edit that puts a value, in the JSON of exports, in the place of a claim's.

    Raises:
        Undecodable: If it is no value of that kind.
    """
    encoded = untrusted_value.encode("utf-8", errors="replace")
    return _checked(encoded, lambda value: edit_from_shape(EditShape(kind=kind, value=msgspec.Raw(value), boxes=None)))


def _checked(untrusted: bytes, decode: Callable[[bytes], _Decoded]) -> _Decoded:
    if len(untrusted) > ITEM_BYTES_LIMIT:
        raise Undecodable(f"{len(untrusted)} bytes, more than one item may have")
    with _refusing():
        return decode(untrusted)


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except (ValueError, OverflowError, RecursionError) as refused:  # msgspec's errors are ValueErrors
        raise Undecodable(str(refused)[:300]) from None


def _reading_line(line: bytes) -> Page | Record | Problem | Layout | FileMetadata | ReadingShape:
    shape = _reading_line_decoder.decode(line)
    if isinstance(shape, ReadingShape):
        return shape
    item = item_from_shape(shape)
    assert not isinstance(item, MemberPart | PageCount)
    return item
