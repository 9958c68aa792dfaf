"""Unpacks packed files in small pieces, so that a bomb is stopped long before it has gone off."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Iterator
from typing import Protocol

from tenderlight.reading import formats

_CHUNK_BYTES = 256 * 1024
_INPUT_BYTES = 64 * 1024
_XZ_MEMORY_BYTES = 256 * 1024 * 1024
_GZIP_WINDOW = 31


class LibraryMissing(Exception):
    """libarchive is not installed."""


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def pieces(self, packed: bytes) -> Iterator[bytes]: ...


class _Gzip:
    def __init__(self) -> None:
        self._inner = zlib.decompressobj(wbits=_GZIP_WINDOW)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        while packed:
            yield self._inner.decompress(packed, _CHUNK_BYTES)
            packed = self._inner.unconsumed_tail


class _Bzip2OrXz:
    def __init__(self, inner: bz2.BZ2Decompressor | lzma.LZMADecompressor) -> None:
        self._inner = inner

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def pieces(self, packed: bytes) -> Iterator[bytes]:
        yield self._inner.decompress(packed, _CHUNK_BYTES)
        while not self._inner.eof and not self._inner.needs_input:
            yield self._inner.decompress(b"", _CHUNK_BYTES)


_OTHERS = {formats.COMPRESS: "compress", formats.ZSTD: "zstd", formats.LZ4: "lz4", formats.LZIP: "lzip"}
"""Packings that libarchive unpacks, with its names of them."""
_STARTS = {formats.GZIP: b"\x1f\x8b", formats.BZIP2: b"BZh", formats.XZ: b"\xfd7zXZ\x00"}


def _decompressor(media_type: str) -> _Decompressor:
    if media_type == formats.GZIP:
        return _Gzip()
    if media_type == formats.BZIP2:
        return _Bzip2OrXz(bz2.BZ2Decompressor())
    return _Bzip2OrXz(lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY_BYTES))


class Unpacked:
    """What a packed file holds, piece by piece; several streams one after another are one file.

    Iterating raises `EOFError` if the file is cut off, `zlib.error`, `lzma.LZMAError`, `OSError` or `ValueError` if it
    is damaged, and `LibraryMissing` if libarchive is needed and not there.

    Attributes:
        has_rubbish: Whether something other than a further stream followed the last one; known at the end.
    """

    def __init__(self, content: bytes, media_type: str) -> None:
        self.has_rubbish = False
        self._content = content
        self._media_type = media_type

    def __iter__(self) -> Iterator[bytes]:
        if self._media_type in _OTHERS:
            yield from _with_libarchive(self._content, _OTHERS[self._media_type])
            return
        at = 0
        while at < len(self._content):
            stream = _decompressor(self._media_type)
            while not stream.eof:
                packed = self._content[at : at + _INPUT_BYTES]
                if not packed:
                    raise EOFError("The packed file ends in the middle.")
                at += len(packed)
                yield from (piece for piece in stream.pieces(packed) if piece)
            at -= len(stream.unused_data)
            at = self._next_stream(at)

    def _next_stream(self, at: int) -> int:
        """Return where the next stream starts; the length of the file if there is none."""
        while self._content[at : at + 4] == b"\0\0\0\0":
            at += 4
        if self._content.startswith(_STARTS[self._media_type], at):
            return at
        self.has_rubbish = bool(self._content[at : at + _INPUT_BYTES].strip(b"\0"))
        return len(self._content)


def _with_libarchive(content: bytes, packing: str) -> Iterator[bytes]:
    try:
        from tenderlight.reading.archives.libarchive_session import ArchiveFault, Session
    except (ImportError, OSError, TypeError, AttributeError) as missing:
        raise LibraryMissing from missing
    try:
        with Session(content, ("raw",), (packing,)) as session:
            if session.next_entry():
                yield from session.chunks()
    except ArchiveFault as fault:
        raise ValueError(str(fault)) from fault
