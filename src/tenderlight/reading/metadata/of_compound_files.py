"""Metadata of Office files until 2003: two streams of properties in an OLE compound file.

Format: MS-OLEPS, https://learn.microsoft.com/openspecs/windows_protocols/ms-oleps
"""

from __future__ import annotations

import codecs
import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from tenderlight.model.metadata import PropertyKind
from tenderlight.reading.metadata.collecting import LONGEST_LOOKED_AT, Properties
from tenderlight.reading.office.compound_chains import has_endless_chain
from tenderlight.reading.office.compound_file import CompoundFile

_SUMMARY, _DOCUMENT = "SummaryInformation", "DocumentSummaryInformation"
_STREAMS = {
    _SUMMARY: {
        2: PropertyKind.TITLE,
        4: PropertyKind.AUTHOR,
        7: PropertyKind.TEMPLATE,
        8: PropertyKind.LAST_MODIFIED_BY,
        9: PropertyKind.REVISION,
        10: PropertyKind.EDITING_TIME,
        12: PropertyKind.CREATED,
        13: PropertyKind.MODIFIED,
        18: PropertyKind.PROGRAM,
    },
    _DOCUMENT: {15: PropertyKind.COMPANY},
}
_CODEPAGE = 1
_MOST_PROPERTIES = 200
_MOST_BYTES = 256 * 1024
_FIRST_SET_AT = 44
_SHORT, _NARROW, _WIDE, _TIME = 2, 30, 31, 64
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
_TICKS_A_MINUTE = 600_000_000
_CODECS = {65001: "utf-8", 936: "gbk", 950: "cp950", 932: "cp932", 949: "cp949", 10000: "mac_roman", 54936: "gb18030"}


def collect(content: bytes, properties: Properties) -> None:
    """Take the properties of a compound file; what is damaged is passed over."""
    if has_endless_chain(content):
        return
    with CompoundFile(content) as compound:
        for name, kinds in _STREAMS.items():
            stream = compound.stream(f"\x05{name}") or b""
            for number, value in _values(stream[:_MOST_BYTES], kinds):
                properties.add(kinds[number], f"{name}/{number}", value)


def _values(stream: bytes, kinds: dict[int, PropertyKind]) -> Iterator[tuple[int, str]]:
    """Yield number and value of the wanted properties of a stream's first set."""
    try:
        start = struct.unpack_from("<I", stream, _FIRST_SET_AT)[0]
        count = min(struct.unpack_from("<I", stream, start + 4)[0], _MOST_PROPERTIES)
        places = dict(struct.unpack_from("<II", stream, start + 8 + 8 * at) for at in range(count))
    except struct.error:
        return
    codec = _codec(stream, start + places.get(_CODEPAGE, len(stream)))
    for number in sorted(places.keys() & kinds.keys()):
        try:
            value = _value(
                stream, start + places[number], codec, is_duration=kinds[number] is PropertyKind.EDITING_TIME
            )
        except (struct.error, ValueError, OverflowError, LookupError):
            continue
        if value:
            yield number, value


def _codec(stream: bytes, at: int) -> str:
    try:
        kind, page = struct.unpack_from("<IH", stream, at)
    except struct.error:
        return "cp1252"
    name = _CODECS.get(page, f"cp{page}") if kind == _SHORT else "cp1252"
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _value(stream: bytes, at: int, codec: str, *, is_duration: bool) -> str:
    kind, length = struct.unpack_from("<II", stream, at)
    if kind == _NARROW and length <= 2 * LONGEST_LOOKED_AT:
        return stream[at + 8 : at + 8 + length].split(b"\0\0", 1)[0].decode(codec).split("\0", 1)[0]
    if kind == _WIDE and length <= LONGEST_LOOKED_AT:
        return stream[at + 8 : at + 8 + 2 * length].decode("utf-16-le").split("\0", 1)[0]
    if kind == _TIME:
        ticks = struct.unpack_from("<Q", stream, at + 4)[0]
        if is_duration:
            return str(ticks // _TICKS_A_MINUTE)
        return f"{_EPOCH + timedelta(microseconds=ticks // 10):%Y-%m-%dT%H:%M:%SZ}" if ticks else ""
    return ""
