"""What every reader promises: bytes in, pages (or records, or files) out, one by one.

A reader is a generator: what it has yielded is kept even if it crashes on what follows. It runs in a caged child that
may be killed at any moment, so it holds no state between originals and never writes anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from tenderlight.model.document import Page
from tenderlight.model.layout import Layout
from tenderlight.model.metadata import FileMetadata
from tenderlight.model.problem import Problem
from tenderlight.model.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingLimits:
    """How much one original may ask of a reader. Budgets are shared down a container."""

    pages: int = 10_000
    """Pages or sheets read of one original."""
    page_characters: int = 4_000_000
    """Code points of text on one page or sheet."""
    document_characters: int = 40_000_000
    """Code points of text of one original without fixed pages."""
    raster_pixels: int = 10_000
    """Pixels a side of a page picture."""
    recognition_start_seconds: int = 300
    """Seconds of a processor for the pages of one original that are looked at as pictures, whatever their number."""
    recognition_page_seconds: int = 10
    """For each of them besides."""
    recognition_seconds: int = 18_000
    """For all of them together at most."""
    members: int = 10_000
    """Files taken out of one archive."""
    unpacked_bytes: int = 2 * 1024**3
    """Bytes taken out of one archive, all files together."""
    expansion_ratio: int = 100
    """Unpacked bytes per packed byte, once past `expansion_grace_bytes`."""
    expansion_grace_bytes: int = 10 * 1024**2
    depth: int = 5
    """Archives in archives."""
    parts: int = 1000
    """Parts of one mail or saved web page."""
    part_depth: int = 20
    """Parts in parts of one mail."""
    record_bytes: int = 256 * 1024**2
    """Bytes of one capture of a web archive, unpacked."""
    element_depth: int = 256
    """Nesting of XML, HTML and JSON."""
    records: int = 1_000_000
    """Notices of one structured file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRange:
    """Pages of an original, both ends included."""

    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOriginal:
    """An original in the hands of a reader."""

    content: bytes
    untrusted_name: str = ""
    """Name as received, a hint at most; may lie."""
    media_type: str = ""
    """As detected from the bytes ("application/pdf"), never as declared by the name."""
    part: PageRange | None = None
    """Which pages are asked for, of a format that is read in parts; None = all. If it has others besides, what joins
    pages is left to whoever puts the parts together.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPart:
    """A part of a file found inside an archive. Parts of one file follow each other; the last has `is_last`."""

    untrusted_path: str
    """Path inside the archive as decoded; may hold "..", may be absolute, may repeat."""
    content: bytes
    """At most 4 MiB."""
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCount:
    """How many pages (sheets, records, files) the original says it has; yielded before the first of them."""

    count: int


Item = Page | Record | MemberPart | PageCount | Problem | Layout | FileMetadata


class Reader(Protocol):
    """Reads originals of some media types."""

    name: str
    """Short: "pdf", "html", "ocds"."""
    version: int
    """Raised whenever the same bytes may come out differently."""
    media_types: frozenset[str]

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield what is in the original, in order. Trouble is yielded as a `Problem`; an exception ends the reading."""
        ...
