"""Headers of mails as text: encoded words (RFC 2047), parameters (RFC 2231), and bytes that should not be there.

Chinese mail programs write names and subjects in bare GBK; which character set that is, is judged for all of them
together.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote_to_bytes

from tenderlight.reading import charset
from tenderlight.reading.archives.member_names import names_charset

_FOLD = re.compile(rb"\r?\n[ \t]*|\r[ \t]*")
_WORD = re.compile(r"=\?([^?\s]{1,80})\?([bBqQ])\?([^?]*)\?=")
_PARAMETER = re.compile(rb';\s*([^\s=;"]{1,80})\s*=\s*("(?:\\.|[^"\\])*"|[^;]*)', re.DOTALL)
_SECTION = re.compile(r"([^*]+)(?:\*(\d{1,3}))?(\*)?")
_ESCAPED = re.compile(rb'\\(["\\])')
"""Other backslashes are paths of Windows programs, which do not know the rule."""
_LONGEST_PARAMETERS = 8192
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def bare_charset(values: Sequence[bytes], declared: str | None) -> str:
    """The character set of headers that are not encoded as they should be.

    Args:
        values: All headers as they stand in the mail.
        declared: What the mail's text says of itself; None if nothing.
    """
    telling = [value for value in values if not value.isascii()]
    for codec in ("utf-8", charset.codec_name(declared)):
        if codec is not None and all(_decodes(value, codec) for value in telling):
            return codec
    return names_charset(telling)


def header_text(value: bytes, codec: str) -> str:
    """A header as text on one line.

    Args:
        value: As it stands in the mail.
        codec: Character set of bytes that are not encoded, from `bare_charset`.
    """
    text = _FOLD.sub(b" ", value.strip()).decode(codec, "replace")
    return _CONTROLS.sub(" ", _with_words_decoded(text)).strip()


def parameters(value: bytes) -> dict[str, bytes]:
    """The parameters of a header by name, lower case; those in sections (RFC 2231) as they stand, each by itself."""
    found: dict[str, bytes] = {}
    for given in _PARAMETER.finditer(value[:_LONGEST_PARAMETERS]):
        name = given[1].decode("ascii", "replace").lower()
        text = given[2].strip()
        if text[:1] == b'"':
            text = _ESCAPED.sub(rb"\1", text[1:-1]) if text[-1:] == b'"' else text[1:]
        found.setdefault(name, text)
    return found


def parameter_text(given: Mapping[str, bytes], name: str, codec: str) -> str | None:
    """A parameter as text, put together from its sections; None if there is none."""
    whole = given.get(name)
    sections: dict[int, tuple[bytes, bool]] = {}
    for key, value in given.items():
        section = _SECTION.fullmatch(key)
        if section and section[1] == name and key != name:
            sections[int(section[2] or 0)] = (value, section[3] is not None)
    if sections:
        return _from_sections([sections[number] for number in sorted(sections)], codec)
    if whole is None:
        return None
    return header_text(whole, codec) or None


def _from_sections(sections: Sequence[tuple[bytes, bool]], codec: str) -> str:
    named = None
    first, is_encoded = sections[0]
    if is_encoded and first.count(b"'") >= 2:
        label, _, rest = first.split(b"'", 2)
        named = label.decode("ascii", "replace")
        sections = [(rest, True), *sections[1:]]
    content = b"".join(unquote_to_bytes(value) if encoded else value for value, encoded in sections)
    text = charset.decode(content, named).text if named else content.decode(codec, "replace")
    return _CONTROLS.sub(" ", text).strip()


def _with_words_decoded(text: str) -> str:
    """Decode encoded words; those that follow each other in one character set are decoded together."""
    parts: list[str] = []
    held, label = b"", ""
    at = 0
    for word in _WORD.finditer(text):
        between = text[at : word.start()]
        named = word[1].partition("*")[0].lower()
        if (between.strip() or named != label) and held:
            parts.append(charset.decode(held, label).text)
            held = b""
        if between.strip() or not at:
            parts.append(between)
        held += _word_bytes(word[3], is_base64=word[2] in "bB")
        label = named
        at = word.end()
    if held:
        parts.append(charset.decode(held, label).text)
    return "".join(parts) + text[at:]


def _word_bytes(text: str, *, is_base64: bool) -> bytes:
    content = text.encode("utf-8", "replace")
    if not is_base64:
        return binascii.a2b_qp(content, header=True)
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", content)
    letters = letters[: len(letters) - 1] if len(letters) % 4 == 1 else letters
    return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))


def _decodes(value: bytes, codec: str) -> bool:
    try:
        value.decode(codec)
    except (UnicodeError, ValueError):
        return False
    return True
