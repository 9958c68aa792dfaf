"""What a web server sent, taken apart: status, headers, and the content without its transfer wrappings (RFC 9112)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.reading.mail.mail_headers import parameters

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})[^\r\n]{0,1000}\r?\n")
_HEADER = re.compile(rb"([^\s:]{1,200})[ \t]*:[ \t]*([^\r\n]{0,65536})\r?\n")
_CHUNK_SIZE = re.compile(rb"([0-9a-fA-F]{1,16})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_MOST_HEADERS = 1000
_STEP_BYTES = 1024 * 1024


class PackedUnknown(Exception):
    """The content is packed in a way that is not known here; the text says how."""


class ContentTooLarge(Exception):
    """The content unpacks to more than it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer of a web server.

    Attributes:
        status: 200, 404 …
        headers: By name, lower case; the first of each.
        body: What follows them, as it stands.
    """

    status: int
    headers: dict[str, bytes]
    body: bytes

    @property
    def media_type(self) -> str:
        """What the server says it is, lower case, without parameters; empty if it says nothing."""
        return self.headers.get("content-type", b"").partition(b";")[0].strip().decode("ascii", "replace").lower()

    @property
    def charset(self) -> str | None:
        """The character set that the server names; None if it names none."""
        label = parameters(self.headers.get("content-type", b"")).get("charset")
        return None if label is None else label.decode("ascii", "replace")


def answer(block: bytes) -> Answer | None:
    """Take an answer apart; None if it is none."""
    status = _STATUS.match(block)
    if status is None:
        return None
    headers: dict[str, bytes] = {}
    at = status.end()
    while given := _HEADER.match(block, at):
        if len(headers) < _MOST_HEADERS:
            headers.setdefault(given[1].decode("latin-1").lower(), given[2])
        at = given.end()
    blank = re.compile(rb"\r?\n").match(block, at)
    return Answer(status=int(status[1]), headers=headers, body=block[blank.end() if blank else at :])


def without_chunks(found: Answer) -> tuple[bytes, bool]:
    """The body without the marks of its chunks, and whether they made sense.

    A body that does not begin with one is left as it is: crawlers often keep the header and drop the marks.
    """
    body = found.body
    if b"chunked" not in found.headers.get("transfer-encoding", b"").lower() or not _CHUNK_SIZE.match(body):
        return body, True
    pieces: list[bytes] = []
    at = 0
    while size := _CHUNK_SIZE.match(body, at):
        length = int(size[1], 16)
        if not length:
            return b"".join(pieces), True
        pieces.append(body[size.end() : size.end() + length])
        at = size.end() + length
        if at > len(body):
            break
        at += 2 if body[at : at + 2] == b"\r\n" else body[at : at + 1] == b"\n"
    pieces.append(body[at:])
    return b"".join(pieces), False


def unpacked(found: Answer, body: bytes, most_bytes: int) -> tuple[bytes, bool]:
    """The content itself, and whether all of it could be unpacked. What is not packed as it says is left as it is.

    Raises:
        PackedUnknown: If there is no way to unpack it here.
        ContentTooLarge: If it is larger than `most_bytes`.
    """
    is_whole = True
    for how in reversed(found.headers.get("content-encoding", b"").lower().replace(b" ", b"").split(b",")[:4]):
        if how in {b"gzip", b"x-gzip"} and body.startswith(b"\x1f\x8b"):
            body, is_whole = _inflated(body, 31, most_bytes)
        elif how == b"deflate" and body:
            body, is_whole = _inflated(body, 15 if body[0] & 15 == 8 else -15, most_bytes)
        elif how in {b"br", b"zstd", b"compress"} and body:
            raise PackedUnknown(how.decode("ascii"))
    if len(body) > most_bytes:
        raise ContentTooLarge
    return body, is_whole


def _inflated(body: bytes, window: int, most_bytes: int) -> tuple[bytes, bool]:
    pieces: list[bytes] = []
    length = 0
    try:
        for piece in _pieces(body, window):
            length += len(piece)
            if length > most_bytes:
                raise ContentTooLarge
            pieces.append(piece)
    except (zlib.error, EOFError):
        return (b"".join(pieces), False) if pieces else (body, False)
    return b"".join(pieces), True


def _pieces(body: bytes, window: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(window)
    rest = body
    while not inflater.eof:
        piece = inflater.decompress(rest, _STEP_BYTES)
        rest = inflater.unconsumed_tail
        if not piece and not rest and not inflater.eof:
            raise EOFError
        yield piece
