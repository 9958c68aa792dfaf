"""What coordinator, courier and workers of a cluster say to each other.

The coordinator is the process that receives and stores. The courier is a process of its own beside it, the only one
that speaks to Ray. Workers are Ray's. Chunks go one way, entries the other; the courier passes both on as they are.
"""

from __future__ import annotations

import functools
import struct
import unicodedata
from typing import Final

import msgspec

import tenderlight
from tenderlight.cage import Outcome, WorkshopNotOpened
from tenderlight.cases.corrected_texts import Segment
from tenderlight.cases.search_entries import Piece
from tenderlight.cases.search_taking import form
from tenderlight.pipeline.recogniser_workshop import PICTURES, recogniser
from tenderlight.pipeline.versions import claim_version, reader_versions
from tenderlight.reading.recognition.seen_lines import SaidLine

HEADER = struct.Struct(">cQQ")
"""In front of each message between coordinator and courier: kind, number of the chunk, bytes that follow."""
CHUNK: Final = b"C"
"""To the courier: have a worker do this chunk."""
READY: Final = b"R"
"""From it: connected, or the cluster grew or shrank; the number is that of processors, not of a chunk."""
ENTRIES: Final = b"E"
"""From it: what came of a chunk so far, see `Entry`."""
DONE: Final = b"D"
"""From it: the chunk has come to its end."""
LOST: Final = b"L"
"""From it: the worker ended before the chunk did, and in what words."""
MOST_PROCESSORS = 100_000


class Look(msgspec.Struct, frozen=True, array_like=True):
    """What is done with pages that a worker has drawn: it looks at them itself, and their pixels stay with it."""

    workshop: bytes
    """Where they are looked at; in that of the chunk they are drawn."""
    page_numbers: tuple[int, ...]
    lines: dict[int, tuple[SaidLine, ...]] | None
    """The lines of each that are held against its picture; None = it is read."""


class ChunkJob(msgspec.Struct, frozen=True, array_like=True):
    """One job as a worker gets it."""

    task: bytes
    limits: bytes
    original: bytes | None
    """The file's bytes, if they travel with the chunk."""
    path: str = ""
    """Where the file lies otherwise; "" = there is none."""
    sha256: str = ""
    """What must be there."""
    look: Look | None = None
    """What is done with the pages that the task has drawn; None = it has none drawn."""


class Chunk(msgspec.Struct, frozen=True, array_like=True, tag="jobs"):
    """Jobs that one worker does one after the other."""

    workshop: bytes
    versions: str
    """See `versions`."""
    is_careful: bool
    """Whether to tell of each job before it begins: one of them may be why a worker ended."""
    jobs: list[ChunkJob]


class EntryOfPart(msgspec.Struct, frozen=True, array_like=True):
    """An entry of the index of the search, see `tenderlight.cases.search_entries`."""

    number: int
    text: str
    pieces: tuple[Piece, ...]
    segments: tuple[Segment, ...]


class PartChunk(msgspec.Struct, frozen=True, array_like=True, tag="part"):
    """A part of the index of a case for one worker to make."""

    versions: str
    """See `versions_of_parts`."""
    phrases: list[str] | None
    """Those that are common; None = they are not told."""
    documents: list[tuple[int, list[EntryOfPart]]]
    """Number in the index, and its entries."""


class PartMade(msgspec.Struct, frozen=True, array_like=True):
    """What a worker says at the end of a part, in the content of `END`; before it came the pieces of its files."""

    entries: dict[int, int]
    """How many entries of which documents are in it."""
    sizes: dict[str, int]
    """Of each file, in bytes."""


BEGUN, FRAME, END, ABSENT, NOT_OPENED, OTHER_VERSIONS, PIECE = range(7)
"""Kinds of entries: a job begins; a frame of its answer; its outcome; the file is not where it should lie; a workshop
could not be opened; the worker has other versions; the outcome of a piece of its work, with more to come.
"""

Entry = tuple[int, int, bytes]
"""Index of the job in its chunk, kind, content."""

_pack = msgspec.msgpack.Encoder()
_chunk: msgspec.msgpack.Decoder[Chunk | PartChunk] = msgspec.msgpack.Decoder(Chunk | PartChunk)
_entries = msgspec.msgpack.Decoder(list[Entry])
_outcome = msgspec.msgpack.Decoder(Outcome)
_not_opened = msgspec.msgpack.Decoder(tuple[str, str])
_piece = msgspec.msgpack.Decoder(tuple[str, bytes])
_part_made = msgspec.msgpack.Decoder(PartMade)


def write_chunk(chunk: Chunk | PartChunk) -> bytes:
    """Return a chunk as bytes for a worker."""
    return _pack.encode(chunk)


def read_chunk(written: bytes) -> Chunk | PartChunk:
    """Read a chunk back."""
    return _chunk.decode(written)


def write_entries(entries: list[Entry]) -> bytes:
    """Return entries as bytes for the coordinator."""
    return _pack.encode(entries)


def read_entries(written: bytes) -> list[Entry]:
    """Read entries back."""
    return _entries.decode(written)


def write_outcome(outcome: Outcome) -> bytes:
    """Return an outcome as the content of an entry."""
    return _pack.encode(outcome)


def read_outcome(written: bytes) -> Outcome:
    """Read an outcome back."""
    return _outcome.decode(written)


def write_not_opened(trouble: WorkshopNotOpened) -> bytes:
    """Return which workshop could not be opened, and why, as the content of an entry."""
    return _pack.encode((str(trouble.details.get("opener", "")), trouble.message))


def read_not_opened(written: bytes) -> WorkshopNotOpened:
    """Read it back."""
    opener, message = _not_opened.decode(written)
    return WorkshopNotOpened(message, opener=opener)


def write_piece(name: str, content: bytes) -> bytes:
    """Return a piece of a file of a part as the content of an entry."""
    return _pack.encode((name, content))


def read_piece(written: bytes) -> tuple[str, bytes]:
    """Read a piece back.

    Raises:
        ValueError: It is none.
    """
    return _piece.decode(written)


def write_part_made(made: PartMade) -> bytes:
    """Return what a worker says at the end of a part as the content of an entry."""
    return _pack.encode(made)


def read_part_made(written: bytes) -> PartMade:
    """Read it back.

    Raises:
        ValueError: It is nothing of the kind.
    """
    return _part_made.decode(written)


def versions_of_parts() -> str:
    """Return what parts of an index depend on besides the pages."""
    return f"tenderlight {tenderlight.__version__}; Unicode {unicodedata.unidata_version}; {form()}"


@functools.cache
def versions() -> str:
    """Return what results depend on besides the documents: workers must have the same, or they would give others."""
    readers = " ".join(f"{name}/{version}" for name, version in sorted(reader_versions().items()))
    return f"tenderlight {tenderlight.__version__}; {readers}; {recogniser()} {PICTURES}; {claim_version()}"
