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
_ENTRY = struct.Struct("<4s2x3H4x3I3H8xI")
"""An entry of the directory: mark, version needed, flags, method, checksum, sizes, lengths of what follows, place."""
_FACTS = struct.Struct("<5H3I2H")
"""What the head of a part and its entry have in common."""
_BEHIND_FACTS = struct.Struct("<10xI")
_END = struct.Struct("<4s4H2IH")
_LOCAL_MARK = b"PK\x03\x04"
_ENTRY_MARK = b"PK\x01\x02\x14\0"
"""With the version of who made it."""
_VERSION = 20
_VERSION_OF_ZIP64 = 45
_LOCATOR_BYTES = 20
"""What stands before the end of a ZIP file of the larger kind."""
_FIRST_DAY = 0x21
"""1 January 1980."""


_made = tuple.__new__
"""Makes a named tuple in half the time."""


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
    raw_names: list[bytes] = []
    while at < end:
        if at + _ENTRY.size > end:
            return None
        mark, needs, flags, method, checksum, packed, size, name_bytes, more, remark, start = _ENTRY.unpack_from(
            content, at
        )
        at += _ENTRY.size
        raw = content[at : at + name_bytes]
        if mark != b"PK\x01\x02" or needs > _VERSION_OF_ZIP64 or more or not raw.isascii():
            return None
        raw_names.append(raw)
        name = raw.decode("ascii")
        entries.append(_made(PartEntry, (name, raw, method, flags, checksum, packed, size, start, len(entries))))
        at += name_bytes + remark
    return entries if at == end and b"".join(raw_names).find(b"\0") < 0 else None


def packed_part(content: bytes, entry: PartEntry) -> PackedPart | None:
    """Return a part as it is packed; None if it is packed in one of the rarer ways.

    Args:
        content: All bytes of the file.
        entry: The part.
    """
    packed = _packed(content, entry)
    return None if packed is None else PackedPart(entry.name, entry.method, entry.checksum, entry.size, packed)


def _packed(content: bytes, entry: PartEntry) -> bytes | None:
    _, raw_name, method, flags, _, packed_size, _, at, _ = entry
    past = at + _LOCAL_SIZES.size
    if past > len(content) or flags & _NOT_PLAIN or method not in _PLAIN_METHODS:
        return None
    mark, name_bytes, extra_bytes = _LOCAL_SIZES.unpack_from(content, at)
    start = past + name_bytes + extra_bytes
    if mark != b"PK\x03\x04" or content[past : past + name_bytes] != raw_name:
        return None
    return content[start : start + packed_size]


def unpacked_part(content: bytes, entry: PartEntry) -> bytes:
    """Unpack a part, to no more bytes than its entry says.

    Args:
        content: All bytes of the file.
        entry: The part, of a size that was checked.

    Raises:
        zipfile.BadZipFile: If it is not what its checksum says. Others of `ZIP_FAULTS` come from rarer ways to pack.
    """
    part = _packed(content, entry)
    size = entry.size
    if part is None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(archive.infolist()[entry.number]) as stream:
            return stream.read(size + 1)
    if entry.method == zipfile.ZIP_DEFLATED:
        part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(part, size + 1)
    if len(part) > size or zlib.crc32(part) != entry.checksum:
        raise zipfile.BadZipFile(f"{entry.name!r} is not what its checksum says")
    return part


def stored_part(name: str, content: bytes) -> PackedPart:
    """Return a part that is not packed."""
    return PackedPart(name, zipfile.ZIP_STORED, zlib.crc32(content), len(content), content)


def zip_of_parts(parts: Sequence[PackedPart]) -> bytes:
    """Return a ZIP file of parts.

    Raises:
        ValueError: If they are more than a ZIP file without extensions can hold.
    """
    pieces: list[bytes] = []
    entries: list[bytes] = []
    at = 0
    for written, method, checksum, size, packed in parts:
        name = written.encode("utf-8", "replace")
        try:
            facts = _FACTS.pack(
                _VERSION, _NAME_IS_UTF8, method, 0, _FIRST_DAY, checksum, len(packed), size, len(name), 0
            )
            entries += (_ENTRY_MARK, facts, _BEHIND_FACTS.pack(at), name)
        except struct.error as refused:
            raise ValueError("too much for a ZIP file") from refused
        pieces += (_LOCAL_MARK, facts, name, packed)
        at += _LOCAL_SIZES.size + len(name) + len(packed)
    directory_bytes = sum(map(len, entries))
    end = _END.pack(b"PK\x05\x06", 0, 0, len(parts), len(parts), directory_bytes, at, 0)
    return b"".join([*pieces, *entries, end])


def _raw_name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & _NAME_IS_UTF8 else "cp437", "replace")
