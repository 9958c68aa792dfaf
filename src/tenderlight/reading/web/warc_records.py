"""The records of a web archive (WARC), one after the other, past whatever is damaged.

Format: ISO 28500:2017, https://iipc.github.io/warc-specifications/
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

_CHUNK_BYTES = 1024 * 1024
_GZIP = b"\x1f\x8b\x08"
_MARK = b"WARC/"
_HEADERS_END = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(rb"([!-9;-~]{1,200})[ \t]*:[ \t]*(.*(?:\r?\n[ \t].*)*)")
_NEXT_RECORD = re.compile(rb"\r?\nWARC/\d\.\d\r?\n")
_BLANK = re.compile(rb"[\r\n]+")
_LONGEST_HEADERS = 256 * 1024
_MOST_TRIES = 10_000
_HASHES = {"sha1": "sha1", "sha-1": "sha1", "sha256": "sha256", "sha-256": "sha256", "md5": "md5", "sha512": "sha512"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WarcRecord:
    """A record.

    Attributes:
        headers: By name, lower case; the first of each.
        block: What it holds; None if that is more than may be read.
        is_sound: Whether it ended where it says.
    """

    headers: dict[str, str]
    block: bytes | None
    is_sound: bool

    @property
    def kind(self) -> str:
        """What it is: "response", "resource", "request", "warcinfo" and so on."""
        return self.headers.get("warc-type", "").strip().lower()

    @property
    def address(self) -> str:
        """What was captured: a URL; empty if the record does not say."""
        return self.headers.get("warc-target-uri", "").strip().removeprefix("<").removesuffix(">")


class Damage:
    """Something between records that made no sense, and was passed over."""


class UnpackedTooLarge(Exception):
    """The archive unpacks to more than it may."""


def records(content: bytes, *, most_bytes: int, record_bytes: int) -> Iterator[WarcRecord | Damage]:
    """Yield the records of an archive, packed or not.

    Args:
        content: All bytes of the archive.
        most_bytes: Unpacked bytes of the whole.
        record_bytes: Bytes of one record.

    Raises:
        UnpackedTooLarge: When the archive unpacks to more than `most_bytes`.
    """
    if not content.startswith(_GZIP):
        pieces = (content[at : at + _CHUNK_BYTES] for at in range(0, len(content), _CHUNK_BYTES))
        yield from _Stream(pieces).records(record_bytes)
        return
    members = _Members(content, most_bytes)
    while members.has_more:
        yield from _Stream(members.pieces()).records(record_bytes)
        if members.is_damaged:
            yield Damage()


class _Members:
    """The members of a gzip file, unpacked one after the other, up to the next that is damaged."""

    def __init__(self, content: bytes, most_bytes: int) -> None:
        self._content = content
        self._left = most_bytes
        self._at = 0
        self._tries = 0
        self.has_more = True
        self.is_damaged = False

    def pieces(self) -> Iterator[bytes]:
        """Yield what is unpacked, until damage or the end; then `is_damaged` says which."""
        self.is_damaged = False
        while self._content.startswith(_GZIP, self._at):
            start = self._at
            try:
                yield from self._member()
            except (zlib.error, EOFError):
                self.is_damaged = True
                self._at = self._content.find(_GZIP, start + 1)
                break
        else:
            self._at = -1
        self._tries += 1
        self.has_more = self._at >= 0 and self._tries < _MOST_TRIES

    def _member(self) -> Iterator[bytes]:
        inflater = zlib.decompressobj(31)
        at = self._at
        while not inflater.eof:
            given = inflater.unconsumed_tail
            if not given:
                given = self._content[at : at + _CHUNK_BYTES]
                at += len(given)
                if not given:
                    raise EOFError
            piece = inflater.decompress(given, _CHUNK_BYTES)
            self._left -= len(piece)
            if self._left < 0:
                raise UnpackedTooLarge
            if piece:
                yield piece
        self._at = at - len(inflater.unused_data)


class _Stream:
    """Bytes that come piece by piece, cut into records."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._held = b""
        self._at = 0
        """What is held before here is done with."""

    def records(self, record_bytes: int) -> Iterator[WarcRecord | Damage]:
        """Yield records until the bytes end."""
        while self._skip_blank():
            headers = self._headers() if self._held.startswith(_MARK, self._at) else None
            length = _length(headers)
            if headers is None or length is None:
                yield Damage()
                self._go_to_next()
            else:
                yield self._record(headers, length, record_bytes)

    def _record(self, headers: dict[str, str], length: int, record_bytes: int) -> WarcRecord:
        block = self._take(min(length, record_bytes))
        is_sound = len(block) == length and self._is_at_end_of_record()
        following = None if is_sound else _NEXT_RECORD.search(block)
        if following:  # a false length took a part of the next record
            self._give_back(block[following.start() :])
            block = block[: following.start()]
        elif length > record_bytes and len(block) == record_bytes:
            is_sound = self._skip(length - record_bytes)
            block = b""
        is_too_large = not following and length > record_bytes and not block
        if not is_sound and self._skip_blank() and not self._held.startswith(_MARK, self._at):
            self._go_to_next()
        return WarcRecord(headers=headers, block=None if is_too_large else block, is_sound=is_sound)

    def _fill(self, size: int) -> bool:
        """Hold at least so many bytes; false if there are fewer."""
        length = len(self._held) - self._at
        if length >= size:
            return True
        held = [self._held[self._at :]]
        for piece in self._pieces:
            held.append(piece)
            length += len(piece)
            if length >= size:
                break
        self._held, self._at = b"".join(held), 0
        return length >= size

    def _skip_blank(self) -> bool:
        """Go past empty lines; false at the end."""
        while self._fill(1):
            blank = _BLANK.match(self._held, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._held):
                self._fill(len(_MARK))
                return True
        return False

    def _headers(self) -> dict[str, str] | None:
        end = None
        size = 4096
        while end is None and size <= _LONGEST_HEADERS:
            is_more = self._fill(size)
            end = _HEADERS_END.search(self._held, self._at, self._at + size)
            if not is_more:
                break
            size *= 4
        if end is None:
            return None
        headers: dict[str, str] = {}
        for given in _HEADER.finditer(self._held, self._at, end.start()):
            headers.setdefault(given[1].decode("ascii").lower(), given[2].decode("utf-8", "replace"))
        self._at = end.end()
        return headers

    def _take(self, length: int) -> bytes:
        self._fill(length)
        taken = self._held[self._at : self._at + length]
        self._at += len(taken)
        return taken

    def _give_back(self, content: bytes) -> None:
        self._held, self._at = content + self._held[self._at :], 0

    def _skip(self, length: int) -> bool:
        """Go past so many bytes; false if there are fewer."""
        while length:
            if not self._fill(1):
                return False
            step = min(length, len(self._held) - self._at)
            self._at += step
            length -= step
        return True

    def _is_at_end_of_record(self) -> bool:
        if not self._fill(5):
            return not self._held[self._at :].strip(b"\r\n")
        return self._held.startswith((b"\r\n\r\n", b"\n\n"), self._at)

    def _go_to_next(self) -> None:
        """Drop bytes up to the next record."""
        while True:
            following = _NEXT_RECORD.search(self._held, self._at)
            if following:
                self._at = following.start()
                return
            self._at = max(self._at, len(self._held) - 16)
            if not self._fill(len(self._held) - self._at + 1):
                self._at = len(self._held)
                return


def _length(headers: dict[str, str] | None) -> int | None:
    text = "" if headers is None else headers.get("content-length", "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def digest_differs(written: str | None, *contents: bytes) -> bool:
    """Whether a digest ("sha1:3EF4GH…", base 32 or hexadecimal) is of none of these; false if there is none."""
    name, _, value = (written or "").strip().partition(":")
    algorithm = _HASHES.get(name.lower())
    if algorithm is None or not value:
        return False
    expected = _digest_bytes(value.strip(), hashlib.new(algorithm, usedforsecurity=False).digest_size)
    return expected is not None and all(
        hashlib.new(algorithm, content, usedforsecurity=False).digest() != expected for content in contents
    )


def _digest_bytes(value: str, size: int) -> bytes | None:
    try:
        if len(value) == 2 * size:
            return bytes.fromhex(value)
        return base64.b32decode(value.upper() + "=" * (-len(value) % 8))
    except (ValueError, binascii.Error):
        return None
