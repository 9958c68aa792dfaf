"""Which source a structured file is of."""

from __future__ import annotations

from typing import Protocol

from tenderlight.model.reader import Reader
from tenderlight.sources.declared_files import DeclaredJsonReader, DeclaredTableReader
from tenderlight.sources.eforms import EformsReader
from tenderlight.sources.fpds import FpdsReader
from tenderlight.sources.ocds import OcdsReader
from tenderlight.sources.prozorro import ProzorroReader
from tenderlight.sources.ru_zakupki import ZakupkiReader
from tenderlight.sources.ted_standard_forms import TedReader


class SourceReader(Reader, Protocol):
    """A reader that knows its own files."""

    def recognises(self, content: bytes) -> bool:
        """Say whether a file is of this source."""


_SOURCES: tuple[SourceReader, ...] = (
    OcdsReader(),
    TedReader(),
    EformsReader(),
    ZakupkiReader(),
    FpdsReader(),
    ProzorroReader(),
    DeclaredJsonReader(),
    DeclaredTableReader(),
)


def all_readers() -> tuple[Reader, ...]:
    """Return one reader of each source, in the order in which they are asked."""
    return _SOURCES


def reader_for(media_type: str, content: bytes) -> Reader | None:
    """Return the reader of a JSON, JSON Lines, XML, CSV or gzip file, or None if it is of no source known here.

    Args:
        media_type: As detected from the bytes.
        content: The whole file.
    """
    for reader in _SOURCES:
        if media_type in reader.media_types and reader.recognises(content):
            return reader
    return None
