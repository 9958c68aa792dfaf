"""Reads archives that the standard library cannot: 7z, RAR, Cabinet, LHA, CPIO, and files packed by odd programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.member_names import names_charset
from tenderlight.reading.unpacking import Unpacking, unpacked_name

if TYPE_CHECKING:
    from tenderlight.reading.libarchive_session import Session

_HOW: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    formats.ZIP: (("zip",), ()),
    formats.SEVEN_ZIP: (("7zip",), ()),
    formats.RAR: (("rar", "rar5"), ()),
    formats.CAB: (("cab",), ()),
    formats.LHA: (("lha",), ()),
    formats.CPIO: (("cpio",), ()),
    formats.COMPRESS: (("tar", "raw"), ("compress",)),
    formats.ZSTD: (("tar", "raw"), ("zstd",)),
    formats.LZ4: (("tar", "raw"), ("lz4",)),
    formats.LZIP: (("tar", "raw"), ("lzip",)),
}
"""Formats and filters of libarchive that are switched on for a media type: never more than the bytes have shown."""
_ENDINGS = (".z", ".zst", ".lz4", ".lz")
_MOST_LISTED = 100_000


class OtherArchiveReader:
    """Reads archives through libarchive, from memory to memory.

    Problems: those of `ZipReader`.
    """

    name = "archive"
    version = 1
    media_types = frozenset(_HOW) - {formats.ZIP}

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the files in the order of the archive, then what was not taken out."""
        unpacking = Unpacking(len(original.content), limits, f"read:{self.name}/{self.version}")
        alone = unpacked_name(original.untrusted_name, _ENDINGS)
        yield from libarchive_items(original.content, original.media_type, unpacking, alone=alone)


def libarchive_items(content: bytes, media_type: str, unpacking: Unpacking, *, alone: str = "") -> Iterator[Item]:
    """Unpack an archive with libarchive.

    Args:
        content: The archive.
        media_type: What it is; only the formats that belong to it are switched on.
        unpacking: The budget.
        alone: Name for the content of a packed file that is no archive and has no name in it.

    Problems: those of `ZipReader`.
    """
    try:
        from tenderlight.reading import libarchive_session
    except (ImportError, OSError, TypeError, AttributeError):
        yield unpacking.problem("archive-reader-missing")
        return
    kinds, filters = _HOW[media_type]
    codec = "utf-8"
    if not filters:
        raw_names, count = _listed(libarchive_session.Session(content, kinds, filters))
        codec = names_charset(raw_names)
        if count is not None:
            yield PageCount(count=count)
    with libarchive_session.Session(content, kinds, filters) as session:
        yield from _entries(session, unpacking, codec, alone)
    yield from unpacking.end()


def _listed(session: Session) -> tuple[list[bytes], int | None]:
    """Names that are no Unicode, and the number of files; None if the archive cannot be read to its end."""
    from tenderlight.reading.libarchive_session import ArchiveFault

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


def _entries(session: Session, unpacking: Unpacking, codec: str, alone: str) -> Iterator[Item]:
    from tenderlight.reading.libarchive_session import ArchiveFault

    while not unpacking.is_over:
        try:
            if not session.next_entry():
                return
        except ArchiveFault as fault:
            yield from _stopped(fault, unpacking)
            if fault.is_final:
                return
            continue
        name = session.name
        path = name.decode(codec, "replace") if isinstance(name, bytes) else name
        yield from _file(session, alone if session.format_name == "raw" and alone else path, unpacking)


def _stopped(fault: Exception, unpacking: Unpacking) -> Iterator[Item]:
    """Say why the archive cannot be read on."""
    is_lock = getattr(fault, "is_lock", False)
    if is_lock:
        unpacking.note_encrypted("")
    else:
        yield unpacking.damaged(fault)


def _file(session: Session, path: str, unpacking: Unpacking) -> Iterator[Item]:
    from tenderlight.reading.libarchive_session import ArchiveFault

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
            if fault.is_lock:
                unpacking.note_encrypted(path)
            else:
                yield from unpacking.unreadable(path, fault)
