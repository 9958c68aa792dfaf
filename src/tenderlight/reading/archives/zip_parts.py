"""One part of a ZIP file in memory, unpacked at once: an Office file has dozens of small ones."""

from __future__ import annotations

import zipfile
import zlib

_HEADER_BYTES = 30
_NOT_PLAIN = 0x1 | 0x20 | 0x40
"""Flags of parts that are encrypted or patched."""
_NAME_IS_UTF8 = 0x800


def unpacked_part(archive: zipfile.ZipFile, content: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Unpack a part, to no more bytes than its entry says.

    Args:
        archive: The opened file; reads what is packed in rarer ways.
        content: All bytes of the file.
        entry: The part, of a size that was checked.

    Raises:
        zipfile.BadZipFile: If it is not what its checksum says. Others of `ZIP_FAULTS` come from the archive.
    """
    at = entry.header_offset
    head = content[at : at + _HEADER_BYTES]
    name_bytes, extra_bytes = int.from_bytes(head[26:28], "little"), int.from_bytes(head[28:30], "little")
    start = at + _HEADER_BYTES + name_bytes + extra_bytes
    is_plain = entry.compress_type in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED} and not entry.flag_bits & _NOT_PLAIN
    if not is_plain or not head.startswith(b"PK\x03\x04") or content[at + 30 : start - extra_bytes] != _raw_name(entry):
        with archive.open(entry) as stream:
            return stream.read(entry.file_size + 1)
    part = content[start : start + entry.compress_size]
    if entry.compress_type == zipfile.ZIP_DEFLATED:
        part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(part, entry.file_size + 1)
    if len(part) > entry.file_size or zlib.crc32(part) != entry.CRC:
        raise zipfile.BadZipFile(f"{entry.filename!r} is not what its checksum says")
    return part


def _raw_name(entry: zipfile.ZipInfo) -> bytes:
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & _NAME_IS_UTF8 else "cp437", "replace")
