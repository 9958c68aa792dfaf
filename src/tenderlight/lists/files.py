"""The bytes of list files: unpacked, decoded and bounded; damage ends the reading of the whole file.

A list that is cut short looks like a list from which somebody was removed. So a file is read whole or not at all.
"""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterator
from typing import TypeVar

import msgspec

MOST_BYTES = 1 << 30
"""Of a list file, unpacked."""
MOST_TIMES = 200
"""How many times larger than its packed form a file may be."""
MOST_ENTRIES = 5_000_000
FIELD_CHARACTERS = 4_000_000
"""Of one cell; a consolidated entry may carry thousands of names."""

_GZIP = b"\x1f\x8b"
_PIECE_BYTES = 1 << 20
_Shape = TypeVar("_Shape")


class ListRefused(Exception):
    """A list file is not read, with the code of the problem that says why."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail


def unpacked(content: bytes) -> bytes:
    """Return the bytes of a file, out of their gzip if they are in one.

    Raises:
        ListRefused: `list-damaged`, `list-too-large`.
    """
    if len(content) > MOST_BYTES:
        raise ListRefused("list-too-large", f"({len(content)} bytes)")
    if not content.startswith(_GZIP):
        return content
    parts: list[bytes] = []
    size = 0
    unpacker = zlib.decompressobj(wbits=31)
    rest = content
    while rest and not unpacker.eof:
        try:
            part = unpacker.decompress(rest, _PIECE_BYTES)
        except zlib.error as trouble:
            raise ListRefused("list-damaged", f"(gzip: {trouble})") from trouble
        rest = unpacker.unconsumed_tail
        size += len(part)
        if size > min(MOST_BYTES, MOST_TIMES * len(content)):
            raise ListRefused("list-too-large", "(as it is unpacked)")
        parts.append(part)
    if not unpacker.eof:
        raise ListRefused("list-cut-short", "(the packed file ends too early)")
    return b"".join(parts)


def text_of(content: bytes) -> str:
    """Return the text of a file in UTF-8; or in Windows-1252, as older official files are.

    Raises:
        ListRefused: `list-damaged` if it is neither, or holds zero bytes.
    """
    if b"\x00" in content:
        raise ListRefused("list-damaged", "(zero bytes in a text)")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        if sum(byte > 127 for byte in content) > len(content) // 20:
            raise ListRefused("list-damaged", f"(not UTF-8 at byte {trouble.start})") from trouble
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError as trouble:
        raise ListRefused("list-damaged", f"(neither UTF-8 nor Windows-1252 at byte {trouble.start})") from trouble


def rows_of(text: str, *, delimiter: str = ",") -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a CSV file that hold anything, with the number of the row, from 1.

    Raises:
        ListRefused: `list-cut-short` if the file ends in a quoted cell; `list-damaged` if a cell is larger than any is.
    """
    csv.field_size_limit(FIELD_CHARACTERS)
    reader = csv.reader(io.StringIO(text.rstrip("\x1a"), newline=""), delimiter=delimiter, strict=True)
    number = 0
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as trouble:
            code = "list-cut-short" if "end of data" in str(trouble) else "list-damaged"
            raise ListRefused(code, f"(row {number + 1}: {trouble})") from trouble
        number += 1
        if number > MOST_ENTRIES:
            raise ListRefused("list-too-large", f"(more than {MOST_ENTRIES} rows)")
        if any(cell.strip() for cell in row):
            yield number, row


def records_of(text: str, *, delimiter: str = ",") -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows below the head of a CSV file by the names of their columns, in small letters.

    Raises:
        ListRefused: `list-cut-short` if the last row lacks cells; `list-damaged` if another has too few or too many.
    """
    rows = rows_of(text, delimiter=delimiter)
    head = [name.strip().lower() for name in next(rows, (1, [""]))[1]]
    short: int | None = None
    for number, row in rows:
        if short is not None:
            raise ListRefused("list-damaged", f"(row {short} lacks cells)")
        if len(row) < len(head):
            short = number
            continue
        if len(row) > len(head):
            raise ListRefused("list-damaged", f"(row {number} has {len(row)} cells, its head {len(head)})")
        yield number, dict(zip(head, row, strict=True))
    if short is not None:
        raise ListRefused("list-cut-short", f"(row {short}, the last, lacks cells)")


def decode_json(content: bytes, shape: type[_Shape]) -> _Shape:
    """Return JSON of a known shape.

    Raises:
        ListRefused: `list-cut-short` if it ends too early; `list-damaged` if it is not JSON, or not of that shape.
    """
    try:
        return msgspec.json.decode(content, type=shape)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as trouble:
        is_short = "truncated" in str(trouble)
        raise ListRefused("list-cut-short" if is_short else "list-damaged", f"({trouble})") from trouble


def lines_of(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the lines of a file that hold anything, with their number, from 1."""
    for number, line in enumerate(content.split(b"\n"), 1):
        if line.strip():
            yield number, line
