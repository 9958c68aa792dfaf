"""One part of a ZIP file in memory, unpacked at once: an Office file has dozens of small ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from typing import NamedTuple

_NOT_PLAIN = 0x1 | 0x20 | 0x40
"""Flags of parts that are encrypted or patched."""
_PLAIN_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_NAME_IS_UTF8 = 0x800
_LOCAL_SIZES = struct.Struct("<4s22x2H")
"""What the head of a part begins with, and how long the name and what else follows it are."""
_LOCAL = struct.Struct("<4s5H3I2H")
_ENTRY = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_VERSION_OF_ZIP64 = 45
_LOCATOR_BYTES = 20
"""What stands before the end of a ZIP file of the larger kind."""
_FIRST_DAY = 0x21
"""1 January 1980."""


class PartEntry(NamedTuple):
    """What the directory of a ZIP file says of a part."""

    name: str
    raw_name: bytes
    method: int
    flags: int
    checksum: int
    """CRC-32 of what is packed."""
    packed_size: int
    size: int
    """Bytes, unpacked."""
    at: int
    """Where it begins in the file."""
    number: int
    """Its place in the directory, from 0."""


class PackedPart(NamedTuple):
    """A part as it stands in a ZIP file."""

    name: str
    method: int
    checksum: int
    size: int
    packed: bytes


def entries_of(content: bytes) -> list[PartEntry]:
    """Return the directory of a ZIP file.

    Raises:
        zipfile.BadZipFile: If it has none that can be read, or another of `ZIP_FAULTS`.
    """
    entries = _plain_entries(content)
    if entries is not None:
        return entries
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [
            PartEntry(
                found.filename, _raw_name(found), found.compress_type, found.flag_bits, found.CRC, found.compress_size,
                found.file_size, found.header_offset, number,
            )
            for number, found in enumerate(archive.infolist())
        ]  # fmt: skip


def _plain_entries(content: bytes) -> list[PartEntry] | None:
    """Read a directory that is written as nearly all are, in a third of the time; None if it is not."""
    end = len(content) - _END.size
    if end < 0 or content[end - _LOCATOR_BYTES : end].startswith(b"PK\x06\x07"):
        return None
    mark, disk, first_disk, _, _, size, at, remark_bytes = _END.unpack_from(content, end)
    if mark != b"PK\x05\x06" or disk or first_disk or remark_bytes or size + at != end:
        return None
    entries: list[PartEntry] = []
    while at < end:
        if at + _ENTRY.size > end:
            return None
        mark, _, needs, flags, method, _, _, checksum, packed, size, name_bytes, more, remark, _, _, _, start = (
            _ENTRY.unpack_from(content, at)
        )
        raw = content[at + _ENTRY.size : at + _ENTRY.size + name_bytes]
        if mark != b"PK\x01\x02" or needs > _VERSION_OF_ZIP64 or more or not raw.isascii() or raw.find(b"\0") >= 0:
            return None
        entries.append(PartEntry(raw.decode("ascii"), raw, method, flags, checksum, packed, size, start, len(entries)))
        at += _ENTRY.size + name_bytes + remark
    return entries if at == end else None


def packed_part(content: bytes, entry: PartEntry) -> PackedPart | None:
    """Return a part as it is packed; None if it is packed in one of the rarer ways.

    Args:
        content: All bytes of the file.
        entry: The part.
    """
    name, raw_name, method, flags, checksum, packed_size, size, at, _ = entry
    past = at + _LOCAL_SIZES.size
    if past > len(content) or flags & _NOT_PLAIN or method not in _PLAIN_METHODS:
        return None
    mark, name_bytes, extra_bytes = _LOCAL_SIZES.unpack_from(content, at)
    start = past + name_bytes + extra_bytes
    if mark != b"PK\x03\x04" or content[past : past + name_bytes] != raw_name:
        return None
    return PackedPart(name, method, checksum, size, content[start : start + packed_size])


def unpacked_part(content: bytes, entry: PartEntry) -> bytes:
    """Unpack a part, to no more bytes than its entry says.

    Args:
        content: All bytes of the file.
        entry: The part, of a size that was checked.

    Raises:
        zipfile.BadZipFile: If it is not what its checksum says. Others of `ZIP_FAULTS` come from rarer ways to pack.
    """
    found = packed_part(content, entry)
    if found is None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(archive.infolist()[entry.number]) as stream:
            return stream.read(entry.size + 1)
    part = found.packed
    if found.method == zipfile.ZIP_DEFLATED:
        part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(part, entry.size + 1)
    if len(part) > entry.size or zlib.crc32(part) != entry.checksum:
        raise zipfile.BadZipFile(f"{entry.name!r} is not what its checksum says")
    return part


def zip_of_parts(parts: Sequence[PackedPart]) -> bytes:
    """Return a ZIP file of parts.

    Raises:
        ValueError: If they are more than a ZIP file without extensions can hold.
    """
    pieces: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for part in parts:
        name = part.name.encode("utf-8", "replace")
        facts = (_VERSION, _NAME_IS_UTF8, part.method, 0, _FIRST_DAY, part.checksum, len(part.packed), part.size)
        try:
            head = _LOCAL.pack(b"PK\x03\x04", *facts, len(name), 0)
            entries += (_ENTRY.pack(b"PK\x01\x02", _VERSION, *facts, len(name), 0, 0, 0, 0, 0, at), name)
        except struct.error as refused:
            raise ValueError("too much for a ZIP file") from refused
        pieces += (head, name, part.packed)
        at += len(head) + len(name) + len(part.packed)
    size = sum(map(len, entries))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), size, at, 0)
    return b"".join([*pieces, *entries, end])


def _raw_name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & _NAME_IS_UTF8 else "cp437", "replace")
