"""What readers made of originals: `readings/ab/<document>.<reader>-<version>.<digest>.jsonl.gz`.

One compressed file a reading: pages, records and problems as lines of JSON, in the order they were read, and a last
line that says what it is a reading of. Lines are written as they come, so a document of ten thousand pages takes no
more memory than one of ten. A file is named by its own content and never changed; the database says which is current.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import re
import zlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self, cast

from tenderlight.archive.shelf import NewFile, Shelf
from tenderlight.cases.encoding import (
    ItemNote,
    PageNote,
    RecordNote,
    Undecodable,
    check_item,
    decode_reading,
    encode_item,
    encode_reading_end,
)
from tenderlight.cases.settling import Settled
from tenderlight.errors import CaseDamaged
from tenderlight.model.document import Reading, ReadState
from tenderlight.model.layout import Layout
from tenderlight.model.problem import Problem
from tenderlight.model.reader import Item, MemberPart, PageCount

FOLDER = "readings"
LAYOUTS = "layouts"
"""Where the PDF files are that originals without pages were laid out as."""
RECOGNISER = "<recogniser>"
"""Stands among the names of readers for text recognition."""
CONVERTER = "<converter>"
"""Stands among the names of readers where there is a converter that lays documents out."""
CYRILLIC = "tesseract-cyrillic"
"""Stands among the names of readers where text recognition has that engine, and in the name of who recognised pages."""
LONGER = "<recognised longer>"
"""Stands among the names of readers where text recognition was told how long it may be at a document."""
COMPRESSION = 3
"""Fast, and within a tenth of the smallest size for pages of words."""
NO_READER = "none"
DIGEST_DIGITS = 16
LONGEST_MEDIA_TYPE = 200
LONGEST_WALLS = 4_000
_READER = re.compile(r"[a-z0-9_-]{0,40}")
_RECOGNISER = re.compile(r"([a-z0-9_-]{1,40}(/[0-9]{1,9})?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingEnd:
    """How a reading ended: what its last line says.

    Raises:
        ValueError: If the reader's name cannot be part of a file name, or a text is longer than a reading may hold.
    """

    media_type: str
    reader: str
    """Empty if no reader takes the format."""
    reader_version: int
    state: ReadState
    walls: str = ""
    recogniser: str = ""
    """See `Reading.recogniser`."""

    def __post_init__(self) -> None:
        if not _READER.fullmatch(self.reader):
            raise ValueError(f"a reader cannot be called {self.reader[:80]!r}")
        if not _RECOGNISER.fullmatch(self.recogniser):
            raise ValueError(f"a recogniser cannot be called {self.recogniser[:80]!r}")
        if not 0 < len(self.media_type) <= LONGEST_MEDIA_TYPE or len(self.walls) > LONGEST_WALLS:
            raise ValueError(f"a reading cannot end with {self.media_type[:80]!r}, {self.walls[:80]!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReading:
    """A reading that has been written whole, and what the ledger keeps of it."""

    document: str
    end: ReadingEnd
    page_count: int | None
    """Pages (sheets, records, files) the original says it has; None = unknown."""
    pages: tuple[PageNote, ...]
    record_count: int
    member_count: int
    """Files found in an archive."""
    problems: tuple[Problem, ...]
    file: str
    """Its place, from the case folder."""
    file_sha256: str
    layout: str | None = None
    """SHA-256 of the PDF that the original was laid out as; None = it was not."""


class ReadingWriter:
    """Takes a reading line by line: `add` or `add_line` each, then `finish`; what is not finished is dropped.

    Use as a context manager, so that an error half-way leaves nothing.
    """

    def __init__(self, shelf: Shelf, document: str) -> None:
        self.document = document
        self.page_count: int | None = None
        self.settled: Settled[PageNote] = Settled()
        """Pages and problems so far."""
        self.record_count = 0
        self.member_count = 0
        self.layout: str | None = None
        self._shelf = shelf
        self._file = shelf.new_file()
        self._hashing = _Hashing(self._file)
        self._packed = gzip.GzipFile(
            filename="", mode="wb", fileobj=cast(io.BufferedIOBase, self._hashing), mtime=0, compresslevel=COMPRESSION
        )
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()

    def beside(self) -> NewFile:
        """Return a file for what waits to be added; whoever asks for it drops it."""
        return self._shelf.new_file()

    def add_line(self, untrusted_line: bytes) -> ItemNote:
        """Check an item that a reader's child sent, write it if readings hold such items, and say what it was.

        Raises:
            Undecodable: If it is not exactly one well-formed item; nothing was written of it.
            StorageFull: If the disk would not take it.
        """
        note = check_item(untrusted_line)
        match note:
            case PageNote() | Problem():
                self.settled.add(note)
            case RecordNote():
                self.record_count += 1
            case PageCount():
                self.page_count = note.count
                return note
            case MemberPart():
                self.member_count += note.is_last
                return note
            case Layout():
                self.layout = note.pdf
        self._packed.write(untrusted_line + b"\n")
        return note

    def add(self, item: Item) -> None:
        """Write an item of our own.

        Raises:
            StorageFull: If the disk would not take it.
        """
        self.add_line(encode_item(item))

    def finish(self, end: ReadingEnd) -> StoredReading:
        """Write the last line and keep the reading; durable after `Shelf.sync`.

        Raises:
            StorageFull: If the disk would not take it.
        """
        assert self._is_open
        last = Reading(
            document=self.document,
            media_type=end.media_type,
            reader=end.reader,
            reader_version=end.reader_version,
            page_count=self.page_count,
            state=end.state,
            walls=end.walls,
            recogniser=end.recogniser,
        )
        self._packed.write(encode_reading_end(last) + b"\n")
        self._packed.close()
        sha256 = self._hashing.hexdigest()
        name = f"{self.document}.{end.reader or NO_READER}-{end.reader_version}.{sha256[:DIGEST_DIGITS]}.jsonl.gz"
        place = Path(FOLDER) / self.document[:2] / name
        self._shelf.put(self._file, self._shelf.folder / place)
        self._is_open = False
        return StoredReading(
            document=self.document,
            end=end,
            page_count=self.page_count,
            pages=self.settled.pages,
            record_count=self.record_count,
            member_count=self.member_count,
            problems=self.settled.problems,
            file=place.as_posix(),
            file_sha256=sha256,
            layout=self.layout,
        )

    def abandon(self) -> None:
        """Drop the reading. Harmless after `finish`."""
        if self._is_open:
            self._is_open = False
            self._file.abandon()


class _Hashing:
    """Passes bytes on to a file, and hashes them."""

    def __init__(self, file: NewFile) -> None:
        self._file = file
        self._hash = hashlib.sha256()

    def write(self, content: bytes) -> int:
        """Pass on."""
        self._hash.update(content)
        return self._file.write(content)

    def flush(self) -> None:
        """Nothing waits here."""

    def hexdigest(self) -> str:
        """Return the SHA-256 of what was passed on."""
        return self._hash.hexdigest()


def version_of(recogniser: str) -> int:
    """Return the version in what a reading says of its recogniser ("pp-ocrv6-small/1"); -1 if there was none."""
    version = recogniser.partition("/")[2]
    return int(version) if version.isascii() and version.isdecimal() else -1


def open_reading(path: Path) -> io.BufferedReader:
    """Open the file of a stored reading.

    Raises:
        CaseDamaged: If it is missing.
    """
    try:
        return os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb")
    except FileNotFoundError:
        raise CaseDamaged(f"The stored reading {path} is missing.", path=str(path)) from None


def load_reading(path: Path, *, sha256: str) -> Reading:
    """Read a stored reading back.

    Args:
        path: Its file.
        sha256: What its bytes must hash to.

    Raises:
        CaseDamaged: If it is missing, or not what was written.
    """
    with open_reading(path) as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
        if found != sha256:
            raise CaseDamaged(f"The stored reading {path} no longer matches its SHA-256.", path=str(path))
        file.seek(0)
        try:
            return decode_reading(gzip.GzipFile(fileobj=file, mode="rb"))
        except (Undecodable, OSError, EOFError, zlib.error) as trouble:
            raise CaseDamaged(f"The stored reading {path} cannot be read: {trouble}.", path=str(path)) from trouble
