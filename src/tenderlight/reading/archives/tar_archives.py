"""Reads TAR archives, and packed files, in which a TAR archive may be."""

from __future__ import annotations

import io
import lzma
import tarfile
import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.member_names import names_charset
from tenderlight.reading.archives.packed_streams import LibraryMissing, Unpacked
from tenderlight.reading.archives.unpacking import Unpacking, unpacked_name
from tenderlight.reading.detect import is_tar

_CHUNK_BYTES = 256 * 1024
_TAIL_BYTES = 64 * 1024
_FIRST_BYTES = 512
_TAR_ENDINGS = {".tgz": ".tar", ".tbz": ".tar", ".tbz2": ".tar", ".txz": ".tar", ".taz": ".tar", ".tzst": ".tar"}
_ENDINGS = (".gz", ".bz2", ".xz", ".gzip", ".bz", ".z", ".zst", ".lz4", ".lz")
_KEEP = "surrogateescape"
"""Keeps the bytes of names that are not UTF-8."""
_DAMAGE = (tarfile.TarError, zlib.error, lzma.LZMAError, OSError, EOFError, ValueError, RecursionError, OverflowError)
"""What the standard library raises on archives that are false or cut off."""


class TarReader:
    """Reads TAR: old, ustar, GNU and pax.

    Problems: archive-cut-short, archive-damaged, archive-empty, limit-expansion, limit-members, limit-unpacked-bytes,
    member-not-a-file, member-unreadable, system-files-left-out.
    """

    name = "tar"
    version = 1
    media_types = frozenset({formats.TAR})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the files in the order of the archive, then what was not taken out."""
        unpacking = Unpacking(len(original.content), limits, f"read:{self.name}/{self.version}")
        raw_names = _raw_names(original.content, limits.members)
        if len(raw_names) <= limits.members:
            yield PageCount(count=len(raw_names))
        chunks = (original.content[at : at + _CHUNK_BYTES] for at in range(0, len(original.content), _CHUNK_BYTES))
        yield from _tar_items(_ChunkStream(chunks, most_bytes=len(original.content)), unpacking, raw_names)
        yield from unpacking.end()


class PackedFileReader:
    """Reads a packed file (gzip, bzip2, xz, compress, Zstandard, LZ4, lzip): hands on what is in it.

    That is one file, or the files of a TAR archive.
    Problems: those of `TarReader`, archive-reader-missing, rubbish-at-end.
    """

    name = "packed"
    version = 1
    media_types = frozenset(
        {formats.GZIP, formats.BZIP2, formats.XZ, formats.COMPRESS, formats.ZSTD, formats.LZ4, formats.LZIP}
    )

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the file or files, then what was not taken out."""
        unpacking = Unpacking(len(original.content), limits, f"read:{self.name}/{self.version}")
        unpacked = Unpacked(original.content, original.media_type)
        chunks = iter(unpacked)
        try:
            first = _first_bytes(chunks)
            if is_tar(first):
                stream = _ChunkStream(chain([first], chunks), most_bytes=unpacking.most_bytes + _TAIL_BYTES)
                yield from _tar_items(stream, unpacking, [])
            else:
                yield PageCount(count=1)
                yield from unpacking.file(_name(original.untrusted_name), chain([first], chunks))
        except LibraryMissing:
            yield unpacking.problem("archive-reader-missing")
            return
        except _DAMAGE as fault:
            yield unpacking.damaged(fault)
        if unpacked.has_rubbish and not unpacking.is_over:
            yield unpacking.problem("rubbish-at-end")
        yield from unpacking.end()


class _ChunkStream(io.RawIOBase):
    """Chunks of bytes as the file that `tarfile` reads from; remembers the last of them.

    Attributes:
        is_over: Whether it was cut off at `most_bytes`.
    """

    def __init__(self, chunks: Iterable[bytes], *, most_bytes: int) -> None:
        super().__init__()
        self.is_over = False
        self._chunks = iter(chunks)
        self._most_bytes = most_bytes
        self._rest = b""
        self._given = 0
        self._tail = b""

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes: fewer than asked for only at the end, where -1 asks for all."""
        size = self._most_bytes if size < 0 else size
        held = [self._rest]
        length = len(self._rest)
        while length < size and self._given + length <= self._most_bytes:
            chunk = next(self._chunks, b"")
            if not chunk:
                break
            held.append(chunk)
            length += len(chunk)
        self.is_over = self._given + length > self._most_bytes
        whole = b"".join(held)
        given, self._rest = whole[:size], whole[size:]
        self._given += len(given)
        self._tail = (self._tail + given)[-_TAIL_BYTES:]
        return given

    def given_at(self, offset: int, length: int) -> bytes:
        """Return bytes given lately, by their place in the whole; as far as they are still remembered."""
        first = self._given - len(self._tail)
        return self._tail[max(offset - first, 0) : max(offset + length - first, 0)]


def _name(untrusted_name: str) -> str:
    for ending, inner in _TAR_ENDINGS.items():
        if untrusted_name.lower().endswith(ending):
            return unpacked_name(untrusted_name[: -len(ending)] + inner, ())
    return unpacked_name(untrusted_name, _ENDINGS)


def _first_bytes(chunks: Iterator[bytes]) -> bytes:
    first = b""
    for chunk in chunks:
        first += chunk
        if len(first) >= _FIRST_BYTES:
            break
    return first


def _raw_names(content: bytes, most: int) -> list[bytes]:
    """Names of the files of an archive in memory, as bytes; those after damage are missing."""
    names: list[bytes] = []
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:", encoding="utf-8", errors=_KEEP) as archive:
            while (member := archive.next()) is not None and len(names) <= most:
                if not member.isdir():
                    names.append(_raw(member.name))
    except _DAMAGE:
        return names
    return names


def _raw(name: str) -> bytes:
    return name.encode("utf-8", _KEEP)


def _tar_items(stream: _ChunkStream, unpacking: Unpacking, raw_names: list[bytes]) -> Iterator[Item]:
    """Hand on the files of an archive read from its beginning to its end.

    Args:
        stream: The archive.
        unpacking: The budget.
        raw_names: All its names, where known beforehand: they are judged together.
    """
    known = bool(raw_names)
    try:
        with tarfile.open(fileobj=stream, mode="r|", encoding="utf-8", errors=_KEEP) as archive:
            while not unpacking.is_over and (member := archive.next()) is not None:
                if member.isdir():
                    continue
                raw_name = _raw(member.name)
                if not known:
                    raw_names.append(raw_name)
                path = raw_name.decode(names_charset(raw_names), "replace")
                yield from _member(archive, member, path, unpacking)
            if not unpacking.is_over and stream.given_at(archive.offset, tarfile.BLOCKSIZE).strip(b"\0"):
                yield unpacking.damaged("A header makes no sense.")
    except _DAMAGE as fault:
        if stream.is_over:
            yield from unpacking.stop_at_bytes()
        else:
            yield unpacking.damaged(fault)


def _member(archive: tarfile.TarFile, member: tarfile.TarInfo, path: str, unpacking: Unpacking) -> Iterator[Item]:
    if not member.isreg():
        unpacking.note_not_a_file(path)
        return
    if not unpacking.wants(path):
        return
    content = archive.extractfile(member)
    if content is not None:
        yield from unpacking.file(path, iter(lambda: content.read(_CHUNK_BYTES), b""))
