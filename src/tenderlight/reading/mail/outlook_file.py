"""Outlook messages (MSG) taken apart into the same parts as mails.

Format: MS-OXMSG, MS-OXRTFCP, https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxmsg
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading import charset
from tenderlight.reading.mail.mail_parts import Found, MailPart, take_apart
from tenderlight.reading.office.compound_file import CompoundFile

_SUBJECT, _HEADERS, _BODY, _HTML, _RTF = 0x0037, 0x007D, 0x1000, 0x1013, 0x1009
_SENDER = ((0x0042, 0x5D02, 0x0065), (0x0C1A, 0x5D01, 0x0C1F))
"""Name, internet address, address: of whom it is sent for, then of who sent it."""
_RECIPIENT = (0x3001, 0x39FE, 0x3003)
_TO, _CC = 0x0E04, 0x0E03
_SENT, _RECEIVED = 0x0039, 0x0E06
_RECIPIENT_KIND, _CODE_PAGE, _INTERNET_CODE_PAGE = 0x0C15, 0x3FFD, 0x3FDE
_FILE_NAMES = (0x3707, 0x3704, 0x3001)
_FILE, _MESSAGE_FOLDER = "__substg1.0_37010102", "__substg1.0_3701000D"
_KINDS = {1: "to", 2: "cc", 3: "bcc"}
_CODECS = {20127: "cp1252", 20932: "euc_jp", 28591: "cp1252", 50220: "iso2022_jp", 51949: "cp949", 54936: "gb18030",
           65001: "utf-8", 20936: "gb18030", 10008: "gb18030", 52936: "hz"}  # fmt: skip
_FIRST_WORDS = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS "
    b"Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b"
    b"\\i\\u\\tab\\tx"
)
"""What every compressed text may refer back to (MS-OXRTFCP 2.1.3.1.5)."""
_WINDOW = 4096


class OutlookFile:
    """A message, and those attached to it.

    Attributes:
        found: What is met on the way, over all messages.
    """

    def __init__(self, compound: CompoundFile, limits: ReadingLimits) -> None:
        self.found = Found()
        self._compound = compound
        self._limits = limits

    def messages(self) -> Iterator[tuple[str, MailPart]]:
        """Yield the message, then those in it, each with the folder that its files belong into."""
        yield from self._message((), "", 0)

    def _message(self, path: tuple[str, ...], folder: str, depth: int) -> Iterator[tuple[str, MailPart]]:
        self.found.count += 1
        properties = _Properties(self._compound, path, 24 if path else 32)
        parts = [part for part in (self._text(properties),) if part is not None]
        inner: list[tuple[str, ...]] = []
        for attachment in self._folders(path, "__attach_version1.0_"):
            content = self._compound.stream(*attachment, _FILE)
            if content is not None and self.found.count < self._limits.parts:
                self.found.count += 1
                parts.append(self._file(_Properties(self._compound, attachment, 8, properties.codec), content))
            elif content is None:
                inner.append((*attachment, _MESSAGE_FOLDER))
            else:
                self.found.has_too_many = True
        yield (
            folder,
            MailPart(
                headers=[*self._headers(properties, path)],
                body=b"",
                found=self.found,
                parts=parts,
                kind="multipart/mixed",
            ),
        )
        for number, place in enumerate(inner, 1):
            if not any(entry[: len(place)] == place for entry in self._compound.paths):
                self.found.is_damaged = True
            elif depth >= self._limits.part_depth or self.found.count >= self._limits.parts:
                self.found.has_too_many = True
            else:
                yield from self._message(place, f"{folder}message {number}/", depth + 1)

    def _folders(self, path: tuple[str, ...], start: str) -> list[tuple[str, ...]]:
        size = len(path)
        names = {entry[: size + 1] for entry in self._compound.paths if len(entry) > size + 1 and entry[:size] == path}
        return sorted(name for name in names if name[size].lower().startswith(start))

    def _headers(self, properties: _Properties, path: tuple[str, ...]) -> Iterator[tuple[str, bytes]]:
        sent = take_apart(properties.text(_HEADERS).encode("utf-8"), self._limits)
        given = {name for name, _ in sent.headers}
        yield from sent.headers
        made = {
            "from": next(filter(None, (_person(properties, keys) for keys in _SENDER)), ""),
            **self._recipients(properties, path),
            "date": properties.time(_SENT) or properties.time(_RECEIVED),
            "subject": properties.text(_SUBJECT),
        }
        for name, value in made.items():
            if value and name not in given:
                yield name, value.encode("utf-8")

    def _recipients(self, properties: _Properties, path: tuple[str, ...]) -> dict[str, str]:
        people: dict[str, list[str]] = {"to": [], "cc": [], "bcc": []}
        for folder in self._folders(path, "__recip_version1.0_")[: self._limits.parts]:
            recipient = _Properties(self._compound, folder, 8, properties.codec)
            kind = _KINDS.get(recipient.number(_RECIPIENT_KIND), "to")
            people[kind].append(_person(recipient, _RECIPIENT))
        shown = {kind: ", ".join(filter(None, names)) for kind, names in people.items()}
        shown["to"] = shown["to"] or properties.text(_TO)
        shown["cc"] = shown["cc"] or properties.text(_CC)
        return shown

    def _text(self, properties: _Properties) -> MailPart | None:
        versions = []
        body = properties.text(_BODY)
        if body.strip():
            versions.append(self._part("text/plain", body.encode("utf-8"), "utf-8"))
        html, wide = properties.content(_HTML), properties.text(_HTML)
        if html.strip():
            versions.append(self._part("text/html", html, properties.html_codec))
        elif wide.strip():
            versions.append(self._part("text/html", wide.encode("utf-8"), "utf-8"))
        packed = properties.content(_RTF)
        if packed and not versions:
            text = unpacked_rtf(packed, self._limits.document_characters)
            if text is None:
                self.found.is_damaged = True
            else:
                versions.append(self._part("application/rtf", text, None))
        if not versions:
            return None
        return MailPart(headers=[], body=b"", found=self.found, parts=versions, kind="multipart/alternative")

    def _part(self, kind: str, content: bytes, codec: str | None) -> MailPart:
        label = f"{kind}; charset={codec}" if codec else kind
        return MailPart(headers=[("content-type", label.encode("ascii"))], body=content, found=self.found, kind=kind)

    def _file(self, properties: _Properties, content: bytes) -> MailPart:
        name = next(filter(None, map(properties.text, _FILE_NAMES)), "")
        named = f"; filename*=utf-8''{quote(name, safe='')}" if name else ""
        headers = [("content-disposition", f"attachment{named}".encode("ascii"))]
        return MailPart(headers=headers, body=content, found=self.found, kind="application/octet-stream")


class _Properties:
    """The properties of a message, recipient or attachment."""

    def __init__(self, compound: CompoundFile, path: tuple[str, ...], head: int, codec: str | None = None) -> None:
        self._compound = compound
        self._path = path
        self._fixed: dict[int, bytes] = {}
        listed = compound.stream(*path, "__properties_version1.0") or b""
        for at in range(head, len(listed) - 15, 16):
            self._fixed[int.from_bytes(listed[at + 2 : at + 4], "little")] = listed[at + 8 : at + 16]
        named = _codec(self.number(_INTERNET_CODE_PAGE)) or _codec(self.number(_CODE_PAGE))
        self.html_codec = named
        self.codec = _codec(self.number(_CODE_PAGE)) or codec or named or "cp1252"

    def number(self, key: int) -> int:
        """A number of four bytes; 0 if there is none."""
        return int.from_bytes(self._fixed.get(key, b"")[:4], "little")

    def time(self, key: int) -> str:
        """A time as "2024-05-01 09:30:00 UTC"; empty if there is none, or none that can be."""
        ticks = int.from_bytes(self._fixed.get(key, b""), "little")
        try:
            when = datetime(1601, 1, 1, tzinfo=UTC) + timedelta(microseconds=ticks // 10)
        except OverflowError:
            return ""
        return f"{when:%Y-%m-%d %H:%M:%S} UTC" if ticks else ""

    def text(self, key: int) -> str:
        """A text; empty if there is none."""
        wide = self._compound.stream(*self._path, f"__substg1.0_{key:04X}001F")
        if wide is not None:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        narrow = self._compound.stream(*self._path, f"__substg1.0_{key:04X}001E")
        return "" if narrow is None else charset.decode(narrow.rstrip(b"\0"), self.codec).text

    def content(self, key: int) -> bytes:
        """Bytes; empty if there are none."""
        return self._compound.stream(*self._path, f"__substg1.0_{key:04X}0102") or b""


def _person(properties: _Properties, keys: tuple[int, int, int]) -> str:
    name, internet, address = map(properties.text, keys)
    address = internet or (address if "@" in address else "")
    if not address or address == name:
        return name or address
    return f"{name} <{address}>" if name else address


def _codec(number: int) -> str | None:
    return _CODECS.get(number) or (charset.codec_name(f"cp{number}") if number else None)


def unpacked_rtf(packed: bytes, most_bytes: int) -> bytes | None:
    """Unpack a text that Outlook keeps compressed (MS-OXRTFCP); None if it is no such text."""
    if packed[8:12] == b"MELA":
        return packed[16:]
    if packed[8:12] != b"LZFu":
        return None
    window = bytearray(_FIRST_WORDS.ljust(_WINDOW, b"\0"))
    write = len(_FIRST_WORDS)
    text = bytearray()
    at = 16
    while at < len(packed) and len(text) < most_bytes:
        flags = packed[at]
        at += 1
        for bit in range(8):
            if not flags >> bit & 1:
                copied = packed[at : at + 1]
                at += 1
            else:
                pair = int.from_bytes(packed[at : at + 2], "big")
                at += 2
                offset = pair >> 4
                if offset == write or at > len(packed):
                    return bytes(text)
                copied = _copied(window, offset, (pair & 15) + 2, write)
            for byte in copied:
                window[write] = byte
                write = (write + 1) % _WINDOW
            text += copied
    return bytes(text)


def _copied(window: bytearray, offset: int, length: int, write: int) -> bytes:
    """Bytes from the window; they may overlap what they themselves write."""
    distance = (write - offset) % _WINDOW
    first = bytes(window[(offset + at) % _WINDOW] for at in range(min(length, distance)))
    return (first * length)[:length] if len(first) < length else first
