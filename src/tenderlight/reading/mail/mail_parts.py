"""The parts of a mail or of a saved web page, found by their boundaries (RFC 2045, 2046); bytes stay as they came."""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.mail.mail_headers import parameters

SMALL_PICTURE_BYTES = 20 * 1024
"""Pictures within a text that are smaller are logos and smileys."""
_HEADER = re.compile(rb"([!-9;-~]{1,200})[ \t]*:(.*(?:\r?\n[ \t].*)*)(?:\r?\n|$)")
_BLANK = re.compile(rb"[ \t]*\r?\n")
_MOST_HEADERS = 2000
_LONGEST_HEADER = 64 * 1024
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/=\s]")
_BASE64_NOISE = re.compile(rb"[^A-Za-z0-9+/]")
_MEDIA_TYPE = re.compile(rb"\s*([\w.+-]{1,80}/[\w.+-]{1,120})")


@dataclass(slots=True, kw_only=True)
class Found:
    """What is met while a mail is taken apart; shared by all its parts."""

    count: int = 0
    has_too_many: bool = False
    is_damaged: bool = False
    """Whether a boundary is missing, or what is encoded is not as it says."""


@dataclass(kw_only=True)
class MailPart:
    """A part: headers, and either parts in it or content.

    Attributes:
        headers: Names in lower case, with their values as they stand.
        body: What follows the headers, still encoded.
        found: What was met in the whole mail.
        parts: Parts in it, in order.
        kind: What it says it is, lower case ("text/plain"); what is in it may be something else.
    """

    headers: list[tuple[str, bytes]]
    body: bytes
    found: Found
    parts: list[MailPart] = field(default_factory=list)
    kind: str = "text/plain"

    def header(self, name: str) -> bytes:
        """The first header of a name; empty if there is none."""
        return next((value for key, value in self.headers if key == name), b"")

    @cached_property
    def type_parameters(self) -> dict[str, bytes]:
        """Parameters of the content type, such as "charset", "boundary" and "name"."""
        return parameters(self.header("content-type"))

    @cached_property
    def disposition_parameters(self) -> dict[str, bytes]:
        """Parameters of the disposition, such as "filename"."""
        return parameters(self.header("content-disposition"))

    @property
    def is_attachment(self) -> bool:
        """Whether the part says that it is a file, and no text of the mail."""
        names = {key.partition("*")[0] for key in (*self.type_parameters, *self.disposition_parameters)}
        return self.header("content-disposition").strip().lower().startswith(b"attachment") or bool(
            names & {"filename", "name"}
        )

    @property
    def charset(self) -> str | None:
        """The label of its character set; None if it has none."""
        label = self.type_parameters.get("charset")
        return None if label is None else label.decode("ascii", "replace")

    @cached_property
    def content(self) -> bytes:
        """The decoded content. Damage is noted in `found`, and as much as possible decoded."""
        how = self.header("content-transfer-encoding").strip().lower()
        if how.startswith(b"base64"):
            return self._from_base64()
        if how.startswith(b"quoted-printable"):
            return binascii.a2b_qp(self.body)
        if how.startswith((b"x-uu", b"uuencode", b"x-uuencode")):
            return self._from_uu()
        return self.body

    def walk(self) -> Iterator[MailPart]:
        """Yield the part and all in it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()

    def _from_base64(self) -> bytes:
        letters = _BASE64_NOISE.sub(b"", self.body)
        is_odd = len(letters) % 4 == 1
        if is_odd or _NOT_BASE64.search(self.body):
            self.found.is_damaged = True
        letters = letters[:-1] if is_odd else letters
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))

    def _from_uu(self) -> bytes:
        decoded = []
        for line in self.body.partition(b"begin ")[2].splitlines()[1:]:
            if line.strip() in {b"end", b"", b"`"}:
                break
            try:
                decoded.append(binascii.a2b_uu(line))
            except binascii.Error:
                self.found.is_damaged = True
        return b"".join(decoded)


def take_apart(content: bytes, limits: ReadingLimits) -> MailPart:
    """Find the parts of a mail, at most `limits.parts` of them and `limits.part_depth` deep."""
    return _part(content, limits, Found(), 0)


def _part(content: bytes, limits: ReadingLimits, found: Found, depth: int, otherwise: str = "text/plain") -> MailPart:
    found.count += 1
    headers, at = _headers(content, found)
    part = MailPart(headers=headers, body=content[at:], found=found, kind=otherwise)
    kind = _MEDIA_TYPE.match(part.header("content-type"))
    if kind:
        part.kind = kind[1].decode("ascii", "replace").lower()
    if not part.kind.startswith("multipart/"):
        return part
    if depth >= limits.part_depth:
        found.has_too_many = True
        return part
    boundary = part.type_parameters.get("boundary", b"").rstrip()
    inner = "message/rfc822" if part.kind == "multipart/digest" else "text/plain"
    for piece in _pieces(part.body, boundary, found) if boundary else ():
        if found.count >= limits.parts:
            found.has_too_many = True
            break
        part.parts.append(_part(piece, limits, found, depth + 1, inner))
    if not part.parts:
        found.is_damaged = True
        part.kind = "text/plain"
    return part


def _headers(content: bytes, found: Found) -> tuple[list[tuple[str, bytes]], int]:
    """Headers, and where what follows them begins."""
    headers: list[tuple[str, bytes]] = []
    at = 0
    while given := _HEADER.match(content, at):
        if len(headers) >= _MOST_HEADERS or len(given[2]) > _LONGEST_HEADER:
            found.has_too_many = True
        if len(headers) < _MOST_HEADERS:
            headers.append((given[1].decode("ascii").lower(), given[2][:_LONGEST_HEADER]))
        at = given.end()
        if at >= len(content):
            break
    blank = _BLANK.match(content, at)
    return headers, blank.end() if blank else at


def _pieces(body: bytes, boundary: bytes, found: Found) -> Iterator[bytes]:
    """What stands between the boundaries. Where the last is missing, the last piece goes on to the end."""
    line = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|$)")
    start: int | None = None
    for mark in line.finditer(body):
        if start is not None:
            yield body[start : mark.start()]
        line_end = _BLANK.match(body, mark.end())
        start = line_end.end() if line_end else mark.end()
        if mark[1]:
            return
    if start is not None:
        found.is_damaged = True
        yield body[start:]
