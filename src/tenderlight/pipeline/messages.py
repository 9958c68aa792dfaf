"""What the app and its caged children say to each other: tasks one way, frames the other.

A frame is one byte that says what it is, then JSON. Everything a child says is hostile until `read_frame` has checked
it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated

import msgspec

from tenderlight.cases.encoding import (
    ITEM_BYTES_LIMIT,
    TooLarge,
    Undecodable,
    decode_claim,
    decode_item,
    encode_claim,
    encode_item,
)
from tenderlight.cases.shapes import LARGEST_COORDINATE
from tenderlight.evidence.pictures import LONGEST_LINE, MOST_LINES, QuotedLine
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim
from tenderlight.model.reader import Item
from tenderlight.pipeline.heads import ContractClaims, ReadingHead
from tenderlight.reading.pictures import MOST_RASTER_PIXELS
from tenderlight.reading.recognition.page_pixels import DrawnPage, PagePixels
from tenderlight.reading.recognition.seen_lines import SaidLine, SeenLine

Sides = tuple[float, float, float, float]
"""Left, top, right, bottom in points of the page as displayed."""


class ReadTask(msgspec.Struct, frozen=True, tag="read"):
    """Read the original that is handed over."""

    untrusted_name: str
    """Name as received, a hint for formats that do not say what they are."""
    first_page: int = 1
    last_page: int | None = None
    """Which pages are asked for, of a format that is read in parts; None = all from the first on."""


class ClaimTask(msgspec.Struct, frozen=True, tag="claim"):
    """Make claims of the stored reading that is handed over."""


class DrawTask(msgspec.Struct, frozen=True, tag="draw"):
    """Draw pages of the PDF that is handed over."""

    page_numbers: tuple[int, ...]
    dots_per_inch: int
    black: tuple[tuple[int, Sides], ...] = ()
    """Page numbers, each with a box that is to be black on the picture of that page."""


class ShowTask(msgspec.Struct, frozen=True, tag="show"):
    """Draw a page of the original that is handed over, with boxes in it."""

    media_type: str
    """What the original is: a PDF, or a picture."""
    page_number: int
    words: tuple[Sides, ...]
    cells: tuple[Sides, ...]


class RasterTask(msgspec.Struct, frozen=True, tag="raster"):
    """Draw pages of the original that is handed over as raw pixels, for text recognition."""

    media_type: str
    """What the original is: a PDF, or a picture."""
    page_numbers: tuple[int, ...]


class RecogniseTask(msgspec.Struct, frozen=True, tag="recognise"):
    """Read the words in the picture of a page, whose samples are handed over (see `PagePixels`)."""

    page_number: int
    width_points: float
    height_points: float
    width: int
    height: int


class PageToCompare(msgspec.Struct, frozen=True, array_like=True):
    """A drawn page, and lines of its text."""

    page_number: int
    width_points: float
    height_points: float
    width: int
    height: int
    lines: tuple[SaidLine, ...]


class CompareTask(msgspec.Struct, frozen=True, tag="compare"):
    """Say what the pictures of pages show in the place of lines of their text.

    The samples are handed over, those of one page after those of the other.
    """

    pages: tuple[PageToCompare, ...]


class FlowText(msgspec.Struct, frozen=True, array_like=True):
    """Text of one page of a document without fixed pages."""

    page_number: int
    text: str


class AlignTask(msgspec.Struct, frozen=True, tag="align"):
    """Find the words of a document in the laid-out PDF that is handed over."""

    pdf: str
    """SHA-256 of the PDF."""
    converter: str
    pages: tuple[FlowText, ...]


class QuotedWords(msgspec.Struct, frozen=True, array_like=True):
    """Words said to stand at a pointer of a structured original."""

    pointer: str
    start: int
    end: int
    text: str


class LookUpTask(msgspec.Struct, frozen=True, tag="look_up"):
    """Look words up in the original that is handed over."""

    quotes: tuple[QuotedWords, ...]


Task = ReadTask | ClaimTask | DrawTask | ShowTask | RasterTask | RecogniseTask | CompareTask | AlignTask | LookUpTask


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePicture:
    """A page, drawn."""

    page_number: int
    png: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LookedUp:
    """Which words of a `LookUpTask` stand where they are said to."""

    holds: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCompare:
    """Lines of the text of a document that its claims rest on, to be held against the pictures of its pages."""

    lines: tuple[QuotedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLines:
    """What the picture of a page shows in the place of its lines in a `CompareTask`, in their order."""

    page_number: int
    lines: tuple[SeenLine, ...]


Frame = ReadingHead | Item | ContractClaims | ToCompare | SeenLines | PagePicture | PagePixels | DrawnPage | LookedUp

FRAME_BYTES_LIMIT = ITEM_BYTES_LIMIT + 64
"""Largest frame: the largest item and what says that it is one. The cage lets no larger one through."""
_PIXELS_HEAD = struct.Struct(">IIIdd")
RASTER_FRAME_BYTES = 1 + _PIXELS_HEAD.size + 3 * MOST_RASTER_PIXELS
"""Largest frame of raw pixels."""
_NUMBER_BYTES = 4
_HEAD, _ITEM, _CLAIMS, _PICTURE, _PIXELS, _LOOKED_UP = b"H", b"I", b"C", b"P", b"R", b"L"
_TO_COMPARE, _SEEN, _DRAWN = b"Q", b"S", b"D"
_MOST_SEEN_CHARACTERS = 2_000


class _HeadShape(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    media_type: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
    reader: Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9_-]{0,40}\Z")]
    reader_version: Annotated[int, msgspec.Meta(ge=0, lt=2**32)]


class _KeyShape(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    key: Annotated[str, msgspec.Meta(min_length=1, max_length=4_000)]
    because: Annotated[str, msgspec.Meta(max_length=400)]


_json = msgspec.json.Encoder()
_task: msgspec.json.Decoder[Task] = msgspec.json.Decoder(Task)
_head = msgspec.json.Decoder(_HeadShape)
_to_compare = msgspec.json.Decoder(list[QuotedLine])
_seen = msgspec.json.Decoder(tuple[int, list[SeenLine]])
_claims = msgspec.json.Decoder(tuple[_KeyShape, list[msgspec.Raw]])


def write_task(task: Task) -> bytes:
    """Return a task as bytes for a child."""
    return _json.encode(task)


def read_task(message: bytes) -> Task:
    """Read a task back."""
    return _task.decode(message)


def write_frame(frame: Frame) -> bytes:
    """Return a frame as bytes for the app.

    Raises:
        TooLarge: If it is more than `FRAME_BYTES_LIMIT` bytes (raw pixels: `RASTER_FRAME_BYTES`), or an item more than
            `ITEM_BYTES_LIMIT`.
        ValueError: If a text holds half a surrogate pair.
    """
    written = _written(frame)
    if len(written) > (RASTER_FRAME_BYTES if isinstance(frame, PagePixels) else FRAME_BYTES_LIMIT):
        raise TooLarge(f"a frame of {len(written)} bytes")
    return written


def _written(frame: Frame) -> bytes:
    if isinstance(frame, ReadingHead):
        return _HEAD + _json.encode(_HeadShape(frame.media_type, frame.reader, frame.reader_version))
    if isinstance(frame, ContractClaims):
        claims = [msgspec.Raw(encode_claim(claim)) for claim in frame.claims]
        return _CLAIMS + _json.encode((_KeyShape(frame.key.key, frame.key.because), claims))
    if isinstance(frame, PagePicture):
        return _PICTURE + frame.page_number.to_bytes(_NUMBER_BYTES, "big") + frame.png
    if isinstance(frame, DrawnPage):
        size = (frame.width, frame.height, frame.width_points, frame.height_points)
        head = _PIXELS_HEAD.pack(frame.page_number, *size)
        return _PIXELS + head + frame.samples if isinstance(frame, PagePixels) else _DRAWN + head
    if isinstance(frame, LookedUp):
        return _LOOKED_UP + bytes(frame.holds)
    if isinstance(frame, ToCompare):
        return _TO_COMPARE + _json.encode(frame.lines)
    if isinstance(frame, SeenLines):
        return _SEEN + _json.encode((frame.page_number, frame.lines))
    return _ITEM + encode_item(frame)


def read_frame(untrusted: bytes) -> Frame:
    """Read and check a frame.

    Raises:
        Undecodable: If a child sent what it should not.
    """
    kind, rest = untrusted[:1], untrusted[1:]
    read = _READ.get(kind)
    if read is None:
        raise Undecodable(f"a frame of unknown kind {kind!r}")
    try:
        return read(rest)
    except (ValueError, RecursionError, struct.error) as trouble:  # msgspec's errors are ValueErrors
        raise Undecodable(str(trouble)[:200]) from trouble


def _read_head(rest: bytes) -> ReadingHead:
    head = _head.decode(rest)
    return ReadingHead(media_type=head.media_type, reader=head.reader, reader_version=head.reader_version)


def _read_picture(rest: bytes) -> PagePicture:
    if len(rest) <= _NUMBER_BYTES:
        raise Undecodable("a picture without bytes")
    return PagePicture(page_number=int.from_bytes(rest[:_NUMBER_BYTES], "big"), png=rest[_NUMBER_BYTES:])


def _read_looked_up(rest: bytes) -> LookedUp:
    if not set(rest) <= {0, 1}:
        raise Undecodable("an answer that is neither yes nor no")
    return LookedUp(holds=tuple(map(bool, rest)))


def _read_to_compare(rest: bytes) -> ToCompare:
    lines = tuple(_to_compare.decode(rest))
    if len(lines) > MOST_LINES:
        raise Undecodable(f"{len(lines)} lines to compare")
    for line in lines:
        sides = (line.box.left, line.box.top, line.box.right, line.box.bottom)
        if max(map(abs, sides)) > LARGEST_COORDINATE or not 1 <= line.page_number < 2**31:
            raise Undecodable("a line that is on no page")
        if not 0 < len(line.text) <= LONGEST_LINE or line.start < 0 or line.end - line.start != len(line.text):
            raise Undecodable("a line whose offsets do not fit its text")
    return ToCompare(lines=lines)


def _read_seen(rest: bytes) -> SeenLines:
    page_number, lines = _seen.decode(rest)
    if len(lines) > MOST_LINES or any(len(line.text) > _MOST_SEEN_CHARACTERS for line in lines):
        raise Undecodable("more than a page holds")
    return SeenLines(page_number=page_number, lines=tuple(lines))


def _read_drawn(rest: bytes) -> DrawnPage:
    """Check sizes."""
    number, width, height, width_points, height_points = _PIXELS_HEAD.unpack(rest)
    if not (0 < width_points <= LARGEST_COORDINATE and 0 < height_points <= LARGEST_COORDINATE):
        raise Undecodable("a page without a size")
    if width * height > MOST_RASTER_PIXELS:
        raise Undecodable(f"a picture of {width} by {height} pixels")
    return DrawnPage(
        page_number=number, width_points=width_points, height_points=height_points, width=width, height=height
    )


def _read_pixels(rest: bytes) -> PagePixels:
    """Check sizes; what the samples show is for text recognition to find out, in its own cage."""
    page = _read_drawn(rest[: _PIXELS_HEAD.size])
    return PagePixels(
        page_number=page.page_number,
        width_points=page.width_points,
        height_points=page.height_points,
        width=page.width,
        height=page.height,
        samples=rest[_PIXELS_HEAD.size :],
    )


def without_pixels(page: DrawnPage) -> DrawnPage:
    """Return what is to be known of a page besides what it shows."""
    return DrawnPage(
        page_number=page.page_number,
        width_points=page.width_points,
        height_points=page.height_points,
        width=page.width,
        height=page.height,
    )


def item_line(untrusted: bytes) -> bytes | None:
    """Return the encoded item inside a frame, or None if the frame is no item."""
    return untrusted[1:] if untrusted[:1] == _ITEM else None


def _read_claims(rest: bytes) -> ContractClaims:
    key, raw = _claims.decode(rest)
    claims: tuple[Claim, ...] = tuple(decode_claim(bytes(line)) for line in raw)
    return ContractClaims(key=ContractKey(key=key.key, because=key.because), claims=claims)


_READ: dict[bytes, Callable[[bytes], Frame]] = {
    _ITEM: decode_item,
    _CLAIMS: _read_claims,
    _HEAD: _read_head,
    _PICTURE: _read_picture,
    _PIXELS: _read_pixels,
    _DRAWN: _read_drawn,
    _LOOKED_UP: _read_looked_up,
    _TO_COMPARE: _read_to_compare,
    _SEEN: _read_seen,
}


__all__ = [
    "FRAME_BYTES_LIMIT",
    "RASTER_FRAME_BYTES",
    "AlignTask",
    "ClaimTask",
    "CompareTask",
    "DrawTask",
    "DrawnPage",
    "FlowText",
    "Frame",
    "LookUpTask",
    "LookedUp",
    "PagePicture",
    "PagePixels",
    "PageToCompare",
    "QuotedWords",
    "RasterTask",
    "ReadTask",
    "RecogniseTask",
    "SeenLines",
    "ShowTask",
    "Sides",
    "Task",
    "ToCompare",
    "item_line",
    "read_frame",
    "read_task",
    "without_pixels",
    "write_frame",
    "write_task",
]
