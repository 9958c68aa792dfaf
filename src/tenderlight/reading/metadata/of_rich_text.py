"""Metadata of Rich Text files: the group `info`. Format: Rich Text Format Specification 1.9.1, Microsoft 2008."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from tenderlight.model.metadata import PropertyKind
from tenderlight.reading.metadata.collecting import LONGEST_LOOKED_AT, Properties

_HEAD_BYTES = 1024 * 1024
"""Bytes of a file in which the group is looked for: it stands before the text."""
_INFO_BYTES = 64 * 1024
_DEPTH = 2
"""Braces around a word: those of the group, and its own."""
_TEXTS = {
    "title": PropertyKind.TITLE,
    "author": PropertyKind.AUTHOR,
    "operator": PropertyKind.LAST_MODIFIED_BY,
    "company": PropertyKind.COMPANY,
}
_TIMES = {"creatim": PropertyKind.CREATED, "revtim": PropertyKind.MODIFIED}
_NUMBERS = {"version": PropertyKind.REVISION, "edmins": PropertyKind.EDITING_TIME}
_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\r\n]+", re.DOTALL
)
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{2,5})")
_GENERATOR = re.compile(rb"\{\\\*\\generator ([^\\{}]{1,200}?);?\}")


def collect(content: bytes, properties: Properties) -> None:
    """Take the properties of a Rich Text file; what is damaged is passed over."""
    head = content[:_HEAD_BYTES]
    codec = _codec(head)
    found = _GENERATOR.search(head)
    if found is not None:
        properties.add(PropertyKind.PROGRAM, "generator", found[1].decode(codec, "replace"))
    start = head.find(b"{\\info")
    if start < 0:
        return
    for name, numbers, text in _groups(head[start + 6 : start + 6 + _INFO_BYTES], codec):
        if name in _TEXTS:
            properties.add(_TEXTS[name], f"info/{name}", text)
        elif name in _TIMES:
            properties.add(_TIMES[name], f"info/{name}", _time(numbers))
        elif name in _NUMBERS and numbers:
            properties.add(_NUMBERS[name], f"info/{name}", str(numbers.get(name, "")))


def _codec(head: bytes) -> str:
    found = _CODE_PAGE.search(head[:4096])
    name = "cp1252" if found is None else {b"936": "gbk", b"65001": "utf-8"}.get(found[1], f"cp{found[1].decode()}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def _groups(info: bytes, codec: str) -> Iterator[tuple[str, dict[str, int], str]]:
    r"""Yield the words of the group, each with its numbers and its text: `{\author Li}`, `{\creatim\yr2024\mo5}`."""
    depth, group = 1, _Group(codec)
    for token in _TOKEN.finditer(info):
        brace = token[5]
        if brace == b"{":
            depth += 1
            group = _Group(codec) if depth == _DEPTH else group
        elif brace == b"}":
            depth -= 1
            if depth == _DEPTH - 1:
                yield group.name, group.numbers, group.text.read()
            if not depth:
                return
        elif depth == _DEPTH:
            group.take(token)
        elif token[1] is not None and token[2] is not None:
            yield token[1].decode("ascii"), {token[1].decode("ascii"): int(token[2])}, ""


class _Group:
    """One word of the group, with its numbers and its text."""

    def __init__(self, codec: str) -> None:
        self.name = ""
        self.numbers: dict[str, int] = {}
        self.text = _Text(codec)

    def take(self, token: re.Match[bytes]) -> None:
        """Take a token that is no brace."""
        word, number, octet, sign, _, plain = token.groups()
        if word is None:
            self.text.add(bytes([int(octet, 16)]) if octet else (sign or b"").replace(b"*", b"") + (plain or b""))
            return
        known = word.decode("ascii")
        if known in {"u", "uc"}:
            self.text.unicode(known, int(number or 0))
            return
        self.name = self.name or known
        if number is not None:
            self.numbers.setdefault(known, int(number))


class _Text:
    """Text of one word, while it is read."""

    def __init__(self, codec: str) -> None:
        self._codec = codec
        self._bytes = b""
        self._parts: list[str] = []
        self._after, self._skip = 1, 0

    def add(self, written: bytes) -> None:
        """Take bytes in the code page of the file, but for those that stand in for a character given before."""
        skipped = min(self._skip, len(written))
        self._skip -= skipped
        if len(self._bytes) < 2 * LONGEST_LOOKED_AT + 2:
            self._bytes += written[skipped:]

    def unicode(self, word: str, number: int) -> None:
        """Take a character by its number, or how many bytes stand in for each."""
        if word == "uc":
            self._after = max(0, min(number, 16))
            return
        self._flush()
        self._parts.append(chr(number % 65_536))
        self._skip = self._after

    def _flush(self) -> None:
        self._parts.append(self._bytes.decode(self._codec, "replace"))
        self._bytes = b""

    def read(self) -> str:
        """Return the text; pairs of halves are joined."""
        self._flush()
        whole = "".join(self._parts[: LONGEST_LOOKED_AT + 1])
        return whole.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _time(numbers: dict[str, int]) -> str | None:
    """Return a time as others write it, without a zone; None if a part of it is missing."""
    if not {"yr", "mo", "dy"} <= numbers.keys():
        return None
    day = f"{numbers['yr']:04d}-{numbers['mo']:02d}-{numbers['dy']:02d}"
    seconds = f":{numbers['sec']:02d}" if "sec" in numbers else ""
    return f"{day}T{numbers.get('hr', 0):02d}:{numbers.get('min', 0):02d}{seconds}"
