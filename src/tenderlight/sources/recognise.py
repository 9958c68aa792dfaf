"""Which source a structured file is of."""

from __future__ import annotations

from tenderlight.model.reader import Reader
from tenderlight.sources.eforms import EformsReader
from tenderlight.sources.ocds import OcdsReader
from tenderlight.sources.ted_standard_forms import TedReader


def reader_for(media_type: str, content: bytes) -> Reader | None:
    """Return the reader of a JSON, JSON Lines, XML or gzip file, or None if it is of no source known here.

    Args:
        media_type: As detected from the bytes.
        content: The whole file.
    """
    for reader in (OcdsReader(), TedReader(), EformsReader()):
        if media_type in reader.media_types and reader.recognises(content):
            return reader
    return None
