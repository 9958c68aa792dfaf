"""The texts of a stored reading, for the search: page after page, without words, lines and boxes being made of them."""

from __future__ import annotations

import gzip
import hashlib
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from tenderlight.cases.encoding import ITEM_BYTES_LIMIT, Undecodable, decode_item
from tenderlight.cases.shapes import PageNumber
from tenderlight.cases.stored_readings import open_reading
from tenderlight.errors import CaseDamaged
from tenderlight.model.correction import Correction
from tenderlight.model.metadata import FileMetadata, Property
from tenderlight.model.record import Record

_OF_PAGE = b'{"item":"page",'
_OF_RECORD = b'{"item":"record",'
_OF_METADATA = b'{"item":"metadata",'


class PageText(NamedTuple):
    """The text of a page."""

    page_number: int
    text: str
    corrections: tuple[Correction, ...] = ()
    """Words of it that people corrected, none overlapping another."""


class _PageShape(msgspec.Struct, frozen=True, tag_field="item", tag="page"):
    number: PageNumber
    text: str


_page_decoder = msgspec.json.Decoder(_PageShape)


def _page_of(untrusted_line: bytes) -> _PageShape:
    """Read number and text of a page.

    Raises:
        Undecodable: If the bytes are no page within its bounds.
    """
    if len(untrusted_line) > ITEM_BYTES_LIMIT + 1:
        raise Undecodable(f"{len(untrusted_line)} bytes, more than a page may have")
    try:
        return _page_decoder.decode(untrusted_line)
    except ValueError as refused:  # msgspec's errors are ValueErrors
        raise Undecodable(str(refused)[:300]) from None


def texts_of(path: Path, *, sha256: str) -> Iterator[PageText | Record]:
    """Yield the records of a stored reading as they come, then the texts of its pages.

    Args:
        path: Its file.
        sha256: What its bytes must hash to.

    Raises:
        CaseDamaged: If the reading is missing, or not what was written.
    """
    pages: dict[int, str] = {}  # of several pages of one number the last counts, so none is told before the end
    with open_reading(path) as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
            raise CaseDamaged(f"The stored reading {path} no longer matches its SHA-256.", path=str(path))
        file.seek(0)
        try:
            for line in gzip.GzipFile(fileobj=file, mode="rb"):
                if line.startswith(_OF_RECORD):
                    record = decode_item(line.rstrip(b"\n"))
                    assert isinstance(record, Record)
                    yield record
                elif line.startswith(_OF_PAGE):
                    page = _page_of(line)
                    pages[page.number] = page.text
        except (Undecodable, OSError, EOFError, zlib.error) as trouble:
            raise CaseDamaged(f"The stored reading {path} cannot be read: {trouble}.", path=str(path)) from trouble
    for number in sorted(pages):
        yield PageText(number, pages[number])


def metadata_of(file: io.BufferedReader, document: str) -> tuple[Property, ...]:
    """Return what a file says of itself by its stored reading, where that stands before the pages.

    Args:
        file: The open file of the reading; its bytes are not held against their hash.
        document: What it is a reading of, for people.

    Raises:
        CaseDamaged: If it is not what a reading looks like.
    """
    try:
        for line in gzip.GzipFile(fileobj=file, mode="rb"):
            if line.startswith(_OF_METADATA):
                found = decode_item(line.rstrip(b"\n"))
                assert isinstance(found, FileMetadata)
                return found.properties
            if line.startswith((_OF_PAGE, _OF_RECORD)):
                break
    except (Undecodable, OSError, EOFError, zlib.error) as trouble:
        raise CaseDamaged(f"The stored reading of {document} cannot be read: {trouble}.", path=document) from trouble
    return ()
