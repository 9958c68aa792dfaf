"""JSON as publishers send it: any Unicode encoding, packed, cut off, with trailing commas, one object a line.

A package of notices may be large. Its outline (where each notice starts and ends) is made first; then notices are
decoded one by one, so that only one of them is in memory beside the text.
"""

from __future__ import annotations

import codecs
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import ReadingLimits
from tenderlight.sources.json_places import Members, Number, members_of

GZIP_MAGIC = b"\x1f\x8b"
NOTICE_LISTS = ("releases", "records")
_WHOLE_MARKS = frozenset({"ocid", "compiledRelease", "versionedRelease"})
_BLANK = re.compile(r"[ \t\r\n\ufeff\x1e\x00]*")
_CHUNK_BYTES = 1024**2
_LONGEST_ESCAPE = len("\\u0000")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_ODD_BLANK = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\ufeff\x1e\x00]', re.DOTALL)
"""A string, to be left as it is, or what stands between values of files that were padded or put together."""
_PART = re.compile(r'"(?:[^"\\]++|\\.)*+"|//[^\n]*+|/\*|[,}\]]|[^"/,}\]]++|.', re.DOTALL)

_OUTLINER = json.JSONDecoder(strict=False, parse_int=Number, parse_float=Number, parse_constant=Number)


def unpacked(content: bytes, limits: ReadingLimits) -> tuple[bytes, str | None]:
    """Return the bytes, out of their gzip if they are in one, and the code of a problem or None.

    Never unpacks more than the limits allow; what was unpacked before the trouble is returned.
    """
    if not content.startswith(GZIP_MAGIC):
        return content, None
    parts: list[bytes] = []
    size = 0
    rest = content
    while rest.startswith(GZIP_MAGIC):
        unpacker = zlib.decompressobj(wbits=31)
        while rest and not unpacker.eof:
            try:
                part = unpacker.decompress(rest, _CHUNK_BYTES)
            except zlib.error:
                return b"".join(parts), "gzip-damaged"
            rest = unpacker.unconsumed_tail
            size += len(part)
            parts.append(part)
            grown = size > max(limits.expansion_grace_bytes, limits.expansion_ratio * len(content))
            if grown or size > limits.unpacked_bytes:
                return b"".join(parts), "gzip-too-large"
        if not unpacker.eof:
            return b"".join(parts), "gzip-damaged"
        rest = unpacker.unused_data
    return b"".join(parts), None


def decoded(content: bytes) -> tuple[str, str | None]:
    """Return the text of a JSON file, and the code of a problem or None.

    JSON is UTF-8 (RFC 8259). A byte order mark, or the zeros of UTF-16, say otherwise; where neither does and the bytes
    are not UTF-8, a text that is mostly UTF-8 keeps a mark (U+FFFD) for each wrong byte; others are GB 18030 (Chinese)
    or Windows-1252.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), None
    if content[1:2] == b"\x00" or content[:1] == b"\x00":
        encoding = "utf-16-le" if content[1:2] == b"\x00" else "utf-16-be"
        return content.decode(encoding, errors="replace"), None
    try:
        return content.decode("utf-8"), None
    except UnicodeDecodeError:
        text = content.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(1 for letter in text if letter > "\x7f") - wrong
    if right > wrong:
        return text, "text-damaged"
    encoding = "gb18030" if _high_bytes_come_in_pairs(content) else "cp1252"
    return content.decode(encoding, errors="replace"), "encoding-guessed"


def _high_bytes_come_in_pairs(content: bytes) -> bool:
    """Say whether bytes above 127 stand together, as in Chinese encodings; letters with accents stand alone."""
    runs = [len(run) for run in _HIGH_BYTES.findall(content[: 4 * _CHUNK_BYTES])]
    return sum(length for length in runs if length % 2 == 0) > 0.8 * sum(runs)


def without_extras(text: str) -> str:
    """Return the text without comments and trailing commas, which are not JSON and yet are sent."""
    kept: list[str] = []
    comma: int | None = None
    may_close = True
    position = 0
    while position < len(text):
        found = _PART.match(text, position)
        part = found[0] if found else text[position]
        position += len(part)
        if part == "/*" and may_close:
            end = text.find("*/", position)
            may_close = end >= 0
            position = end + 2 if may_close else position
            continue
        if part.startswith("//"):
            continue
        if part in ("}", "]") and comma is not None:
            kept[comma] = ""
        if part == ",":
            comma = len(kept)
        elif not part.isspace():
            comma = None
        kept.append(part)
    return "".join(kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where a notice (or anything else) stands in the text."""

    pointer: str
    start: int
    end: int


@dataclass(slots=True, kw_only=True)
class Outline:
    """What a JSON text holds: its notices, and where it stopped to be JSON."""

    spans: list[Span] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    """Names of the members of the top object, if there is one."""
    damage: list[int] = field(default_factory=list)
    """Offsets of what is not JSON."""
    is_cut_off: bool = False
    """The text ends inside a value."""
    is_too_deep: bool = False


def outline(text: str) -> Outline:
    """Find the notices of a text: of a package or a list each one, else the whole; of many values a text, each."""
    found = Outline()
    start = _skip(text, 0)
    if start == len(text):
        return found
    try:
        end = _outline_value(text, start, found)
    except RecursionError:
        found.is_too_deep = True
    except json.JSONDecodeError as error:
        _note_damage(text, error, found)
        if _looks_like_lines(text, start):
            _outline_lines(text, start, found)
    else:
        if _skip(text, end) < len(text):
            _outline_lines(text, start, found)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonFile:
    """The text of a JSON file, what it holds, and the codes of what was wrong on the way to it."""

    text: str
    outline: Outline
    troubles: tuple[str, ...]


def open_json(content: bytes, limits: ReadingLimits) -> JsonFile:
    """Unpack, decode and outline a JSON file; comments and trailing commas are left out if that helps."""
    content, packing = unpacked(content, limits)
    text, encoding = decoded(content)
    troubles = [code for code in (packing, encoding) if code is not None]
    found = outline(text)
    if found.damage and not found.is_cut_off:
        repaired = without_extras(text)
        again = outline(repaired)
        if len(again.damage) < len(found.damage):
            text, found = repaired, again
            troubles.append("json-repaired")
    return JsonFile(text=text, outline=found, troubles=tuple(troubles))


def damage(file: JsonFile, *, step: str) -> Iterator[Problem]:
    """Yield what was wrong with the JSON itself: json-too-deep, json-truncated, json-damaged."""
    found = file.outline
    if found.is_too_deep:
        yield problem("json-too-deep", step=step)
    if found.damage:
        line = file.text.count("\n", 0, found.damage[0]) + 1
        code = "json-truncated" if found.is_cut_off and len(found.damage) == 1 else "json-damaged"
        more = f" and {len(found.damage) - 1} more" if len(found.damage) > 1 else ""
        yield problem(code, step=step, detail=f"Line {line}{more}.")


def has_doubled_names(content: bytes, limits: ReadingLimits) -> bool:
    """Say whether some name stands twice in one object of a JSON file, with different values.

    A file that is no JSON, or is nested too deep, is not said to have any.
    """
    opened = open_json(content, limits)
    try:
        return any(has_doubles for _, _, has_doubles in values(opened.text, opened.outline.spans))
    except (ValueError, RecursionError):
        return False


def values(text: str, spans: Iterable[Span]) -> Iterator[tuple[Span, Any, bool]]:
    """Yield the notices one by one: where, the value with numbers as written, whether names stand in it twice."""
    for span in spans:
        has_doubles = False

        def pairs_hook(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
            nonlocal has_doubles
            members = members_of(pairs)
            has_doubles = has_doubles or isinstance(members, Members)
            return members

        decoder = json.JSONDecoder(
            strict=False, parse_int=Number, parse_float=Number, parse_constant=Number, object_pairs_hook=pairs_hook
        )
        try:
            value, _ = decoder.raw_decode(text, span.start)
        except json.JSONDecodeError:  # the outline passes over signs between members that are no blanks of JSON
            plain = _ODD_BLANK.sub(lambda part: part[0] if part[0][0] == '"' else " ", text[span.start : span.end])
            value, _ = decoder.raw_decode(plain)
        yield span, value, has_doubles


def _skip(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position


def _outline_value(text: str, start: int, found: Outline) -> int:
    if text[start] == "[":
        return _outline_list(text, start, found, "")
    if text[start] != "{":
        return _OUTLINER.raw_decode(text, start)[1]
    parts = Outline()
    try:
        end = _outline_object(text, start, found, parts)
    except (json.JSONDecodeError, RecursionError):
        found.spans.extend(() if _is_whole_notice(found.names) else parts.spans)
        raise
    whole = Span(pointer="", start=start, end=end)
    found.spans.extend([whole] if _is_whole_notice(found.names) else parts.spans)
    return end


def _is_whole_notice(names: list[str]) -> bool:
    """Say whether an object with these members is one notice (or no notice) rather than a package of notices."""
    return bool(_WHOLE_MARKS.intersection(names)) or not set(NOTICE_LISTS).intersection(names)


def _outline_object(text: str, start: int, found: Outline, parts: Outline) -> int:
    position = _skip(text, start + 1)
    while text[position : position + 1] != "}":
        if text[position : position + 1] != '"':
            raise json.JSONDecodeError("Expecting a name", text, position)
        name, position = _OUTLINER.raw_decode(text, position)
        found.names.append(name)
        position = _skip(text, position)
        if text[position : position + 1] != ":":
            raise json.JSONDecodeError("Expecting ':'", text, position)
        position = _skip(text, position + 1)
        if name in NOTICE_LISTS and text[position : position + 1] == "[":
            if name in found.names[:-1]:  # a doubled list: the last one counts
                parts.spans = [span for span in parts.spans if not span.pointer.startswith(f"/{name}/")]
            position = _outline_list(text, position, parts, f"/{name}")
        else:
            position = _OUTLINER.raw_decode(text, position)[1]
        position = _next_entry(text, position, "}")
    return position + 1


def _outline_list(text: str, start: int, found: Outline, pointer: str) -> int:
    position = _skip(text, start + 1)
    index = 0
    while text[position : position + 1] != "]":
        end = _OUTLINER.raw_decode(text, position)[1]
        found.spans.append(Span(pointer=f"{pointer}/{index}", start=position, end=end))
        position = _next_entry(text, end, "]")
        index += 1
    return position + 1


def _next_entry(text: str, position: int, closing: str) -> int:
    position = _skip(text, position)
    mark = text[position : position + 1]
    if mark == closing:
        return position
    if mark != ",":
        raise json.JSONDecodeError("Expecting ','", text, position)
    position = _skip(text, position + 1)
    if text[position : position + 1] == closing:
        raise json.JSONDecodeError("Trailing comma", text, position)
    return position


def _note_damage(text: str, error: json.JSONDecodeError, found: Outline) -> None:
    found.damage.append(error.pos)
    at_end = _skip(text, error.pos) >= len(text)
    in_escape = error.msg.startswith("Invalid \\u") and len(text) - error.pos <= _LONGEST_ESCAPE
    found.is_cut_off = at_end or in_escape or error.msg.startswith("Unterminated string")


def _looks_like_lines(text: str, start: int) -> bool:
    """Say whether the line after a damaged one is a whole value."""
    stop = text.find("\n", start)
    following = _skip(text, stop) if stop >= 0 else len(text)
    stop = text.find("\n", following)
    line = text[following : stop if stop >= 0 else len(text)]
    if not line.startswith("{"):
        return False
    try:
        return not line[_OUTLINER.raw_decode(line)[1] :].strip()
    except (json.JSONDecodeError, RecursionError):
        return False


def _outline_lines(text: str, start: int, found: Outline) -> None:
    """Many values, one after the other: the n-th has the pointer "/n" (from 0), damaged ones counted."""
    found.spans.clear()
    found.names.clear()
    found.damage.clear()
    found.is_cut_off = False
    position = start
    index = 0
    while position < len(text):
        try:
            end = _OUTLINER.raw_decode(text, position)[1]
        except (json.JSONDecodeError, RecursionError) as error:
            found.damage.append(position)
            following = text.find("\n", position)
            end = len(text) if following < 0 else following
            found.is_cut_off = end == len(text) and isinstance(error, json.JSONDecodeError)
        else:
            found.spans.append(Span(pointer=f"/{index}", start=position, end=end))
        index += 1
        position = _skip(text, end)
