"""Reads archives that the standard library cannot: 7z, RAR, Cabinet, LHA, CPIO."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.member_names import names_charset
from tenderlight.reading.archives.unpacking import Unpacking

if TYPE_CHECKING:
    from tenderlight.reading.archives.libarchive_session import Session

_HOW: dict[str, tuple[str, ...]] = {
    formats.ZIP: ("zip",),
    formats.SEVEN_ZIP: ("7zip",),
    formats.RAR: ("rar", "rar5"),
    formats.CAB: ("cab",),
    formats.LHA: ("lha",),
    formats.CPIO: ("cpio",),
}
"""Formats of libarchive that are switched on for a media type: never more than the bytes have shown."""
_MOST_LISTED = 100_000
_RAR4 = b"Rar!\x1a\x07\x00"
_RAR5 = b"Rar!\x1a\x07\x01\x00"


class OtherArchiveReader:
    """Reads archives through libarchive, from memory to memory.

    Problems: those of `ZipReader`, and archive-in-volumes.
    """

    name = "archive"
    version = 1
    media_types = frozenset(_HOW) - {formats.ZIP}

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the files in the order of the archive, then what was not taken out."""
        unpacking = Unpacking(len(original.content), limits, f"read:{self.name}/{self.version}")
        if is_rar_volume(original.content):
            yield unpacking.problem("archive-in-volumes")
        else:
            yield from libarchive_items(original.content, original.media_type, unpacking)


def is_rar_volume(content: bytes) -> bool:
    """Whether a RAR file is one of several that make one archive (flag 0x0001 of its main header)."""
    if content.startswith(_RAR4):
        return content[9:10] == b"\x73" and bool(content[10:11]) and bool(content[10] & 1)
    if not content.startswith(_RAR5):
        return False
    at = len(_RAR5) + 4
    numbers = []
    for _ in range(5):
        number, at = _variable_number(content, at)
        numbers.append(number)
    _size, kind, flags, *rest = numbers
    has_extra_area = flags & 1
    return kind == 1 and bool((rest[1] if has_extra_area else rest[0]) & 1)


def _variable_number(content: bytes, at: int) -> tuple[int, int]:
    """Read a number of RAR 5.0: seven bits a byte, the eighth says that more follow. Return it and where it ends."""
    number = shift = 0
    for byte in content[at : at + 10]:
        number |= (byte & 0x7F) << shift
        shift += 7
        at += 1
        if not byte & 0x80:
            break
    return number, at


def libarchive_items(content: bytes, media_type: str, unpacking: Unpacking) -> Iterator[Item]:
    """Unpack an archive with libarchive.

    Args:
        content: The archive.
        media_type: What it is; only the formats that belong to it are switched on.
        unpacking: The budget.

    Problems: those of `ZipReader`.
    """
    try:
        from tenderlight.reading.archives.libarchive_session import ArchiveFault, Session
    except (ImportError, OSError, TypeError, AttributeError):
        yield unpacking.problem("archive-reader-missing")
        return
    try:
        raw_names, count = _listed(Session(content, _HOW[media_type]))
        if count is not None:
            yield PageCount(count=count)
        with Session(content, _HOW[media_type]) as session:
            yield from _entries(session, unpacking, names_charset(raw_names))
    except ArchiveFault as fault:
        yield unpacking.damaged(fault)
    yield from unpacking.end()


def _listed(session: Session) -> tuple[list[bytes], int | None]:
    """Names that are no Unicode, and the number of files; None if the archive cannot be read to its end."""
    from tenderlight.reading.archives.libarchive_session import ArchiveFault

    raw_names: list[bytes] = []
    count = 0
    with session:
        try:
            while session.next_entry():
                name = session.name
                if isinstance(name, bytes):
                    raw_names.append(name)
                count += not session.is_folder
                if count > _MOST_LISTED:
                    return raw_names, None
        except ArchiveFault:
            return raw_names, None
    return raw_names, count


def _entries(session: Session, unpacking: Unpacking, codec: str) -> Iterator[Item]:
    from tenderlight.reading.archives.libarchive_session import ArchiveFault

    while not unpacking.is_over:
        try:
            if not session.next_entry():
                return
        except ArchiveFault as fault:
            if fault.is_lock:
                unpacking.note_encrypted("")
            else:
                yield unpacking.damaged(fault)
            if fault.is_final:
                return
            continue
        name = session.name
        path = name.decode(codec, "replace") if isinstance(name, bytes) else name
        yield from _file(session, path, unpacking)


def _file(session: Session, path: str, unpacking: Unpacking) -> Iterator[Item]:
    from tenderlight.reading.archives.libarchive_session import ArchiveFault

    if session.is_folder:
        return
    if not session.is_file:
        unpacking.note_not_a_file(path)
    elif session.is_encrypted:
        unpacking.note_encrypted(path)
    elif unpacking.wants(path):
        try:
            yield from unpacking.file(path, session.chunks())
        except ArchiveFault as fault:
            if fault.is_lock and not unpacking.is_mid_file:
                unpacking.note_encrypted(path)
            else:
                yield from unpacking.unreadable(path, fault)
