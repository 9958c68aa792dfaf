"""Bytes to text: which character set a file is in, and its text without loss.

Order, by measurement: byte order mark, UTF-16/32 seen by its zero bytes, strict UTF-8, the label the file declares
(widened: pages that say "gb2312" are written in GB18030), UTF-16 seen by its characters, then a statistical guess over
the first 64 KB, checked against the everyday characters of the East Asian standards.
"""

from __future__ import annotations

import codecs
import contextlib
import encodings
import pkgutil
import re
from dataclasses import dataclass

from tenderlight.reading.east_asian import likeliest

SAMPLE_BYTES = 64 * 1024

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_WIDER = {
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "cp936": "gb18030",
    "cp950": "big5hkscs",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "shift_jis": "cp932",
    "tis-620": "cp874",
}
"""What files really hold that carry such a label; see https://encoding.spec.whatwg.org/#names-and-labels."""
_LABELS = {
    "csgb2312": "gb18030",
    "gb_2312-80": "gb18030",
    "iso-8859-8-i": "iso8859-8",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "unicode-1-1-utf-8": "utf-8",
    "windows-31j": "cp932",
    "windows-874": "cp874",
    "windows-936": "gb18030",
    "windows-949": "cp949",
    "windows-950": "big5hkscs",
    "x-euc": "euc_jp",
    "x-euc-jp": "euc_jp",
    "x-gbk": "gb18030",
    "x-sjis": "cp932",
    "x-x-big5": "big5hkscs",
}
_NOT_A_CHARSET = frozenset(
    {"base64", "bz2", "hex", "idna", "punycode", "quopri", "rot13", "unicodeescape", "undefined", "uu", "zlib"}
)
_BY_ESCAPES = {"iso2022_jp": b"\x1b", "iso2022_jp_2": b"\x1b", "iso2022_kr": b"\x1b", "hz": b"~{"}
"""Character sets whose text looks like plain ASCII: believed when declared and their escapes occur."""
_NEXT_OF_KIN = {"big5hkscs": ("cp950",), "cp1252": ("latin-1",)}
_UTF8_CHARACTERS = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
_TWO_BYTES = frozenset({"gb18030", "big5hkscs", "cp932", "cp949", "euc_jp"})
_ONE_BYTE_FITS_ALL = frozenset({"cp1252", "latin-1", "iso8859-1"})
_MOST_ERRORS = 0.01
_LEAST_SHARE = 0.7
_TELLING_BYTES = 400
"""Bytes beyond ASCII from which words of odd length would show if the text were of one byte a letter."""
_SAMPLES = (
    ("采购人：县公安局；供应商：某某信息技术有限公司。", "gb18030"),
    ("發注機關：警察局；得標廠商。", "big5"),
    ("発注者は東京都である。", "euc_jp"),
    ("Заказчик: Министерство внутренних дел", "koi8-r"),
    ("Entité adjudicatrice, marché à bons de commande", "cp1252"),
    ("plain words", "ascii"),
)
_VARIED = bytes(range(0x20, 0x7F)) * 8
"""Makes the guess use all of its models."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Bytes that text of one byte a letter does not have, and every second of UTF-16 in a small alphabet is."""
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_USUAL = re.compile(
    "[\t\n\r\x20-\x7e\u00a0-\u024f\u0391-\u03c9\u0401-\u0459\u05d0-\u05ea\u0620-\u064a\u0e01-\u0e5b\u2010-\u203b"
    "\u2160-\u217b\u2460-\u24ff\u2500-\u25ff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff5e\uffe5]"
)

_CHINESE_MARKS = re.compile("[\u3001\u3002\uff08\uff09\uff0c\uff1a\uff1b]")
"""Punctuation that Chinese or Japanese text cannot do without, and that other bytes hardly make."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """Text as it came out of bytes."""

    text: str
    charset: str
    """Python's name of the character set used."""
    is_certain: bool = True
    """False: some bytes did not fit, and stand as U+FFFD or as a guess."""


def codec_name(label: str | None) -> str | None:
    """Python's name of the widest character set that files with this label are written in; None = no such label."""
    if not label:
        return None
    wanted = label.strip(" \t\r\n\"'").lower()
    try:
        name = codecs.lookup(_LABELS.get(wanted, wanted)).name
    except (LookupError, ValueError):
        return None
    if name.replace("-", "").replace("_", "") in _NOT_A_CHARSET or name.startswith(("utf-7", "raw_", "unicode")):
        return None
    return _WIDER.get(name, name)


def decode(content: bytes, declared: str | None = None) -> Decoded:
    """Decode a file's bytes. Never fails; where bytes do not fit, the result says so.

    Args:
        content: All bytes of the file.
        declared: The label the file gives itself, if any; believed only if everything decodes by it.
    """
    for mark, charset in _MARKS:
        if content.startswith(mark):
            return _decoded(content[len(mark) :], charset)
    named = codec_name(declared)
    for charset in _candidates(content, named):
        text = _strictly(content, charset)
        if text is not None:
            return Decoded(text=text, charset=charset)
    if _is_mostly_utf8(content):
        return _line_by_line(content)
    return _with_errors(content, named, _guess(content))


def warm_up() -> None:
    """Load every character set and the models of the guess, which are files that a caged child should not open."""
    for module in pkgutil.iter_modules(encodings.__path__):
        with contextlib.suppress(LookupError, ImportError):
            codecs.lookup(module.name)
    for text, charset in _SAMPLES:
        _guess(text.encode(charset) * 20 + _VARIED)


def _with_errors(content: bytes, named: str | None, guessed: str | None) -> Decoded:
    """Decode bytes that fit nothing they ought to fit; a stray byte must not turn Chinese into Cyrillic."""
    if guessed in _TWO_BYTES or not content:
        return _decoded(content, guessed or "utf-8")
    sample = content[: 4 * SAMPLE_BYTES]
    is_telling = sum(map(len, _NOT_ASCII.findall(sample))) >= _TELLING_BYTES
    likely = likeliest(sample, least_share=_LEAST_SHARE) if is_telling else None
    for charset in (named, likely):
        if charset is not None and charset not in _ONE_BYTE_FITS_ALL:
            decoded = _decoded(content, charset)
            if _errors(decoded.text) <= _MOST_ERRORS:
                return decoded
    return _decoded(content, guessed or named or "utf-8")


def _errors(text: str) -> float:
    """Share of characters beyond ASCII that could not be decoded."""
    beyond = sum(character > "\x7f" for character in text)
    return text.count("\ufffd") / beyond if beyond else 0.0


def _candidates(content: bytes, named: str | None) -> list[str]:
    sample = content[:SAMPLE_BYTES]
    controls = len(_CONTROLS.findall(sample))
    wide = _wide_charsets(sample) if 0 in sample else []
    candidates = [*wide] if controls >= len(sample) // 5 else []
    if named in _BY_ESCAPES and _BY_ESCAPES[named] in content:
        candidates.append(named)
    candidates.append("utf-8")
    if named is not None and not named.startswith(("utf-16", "utf-32")):
        candidates += [named, *_NEXT_OF_KIN.get(named, ())]
    return candidates + [charset for charset in wide if controls > 2]


def _is_mostly_utf8(content: bytes) -> bool:
    """Whether most bytes that are not ASCII make whole UTF-8 characters: files put together from several."""
    sample = content[: 16 * SAMPLE_BYTES]
    whole = sum(map(len, _UTF8_CHARACTERS.findall(sample)))
    return 2 * whole > sum(map(len, _NOT_ASCII.findall(sample)))


def _line_by_line(content: bytes) -> Decoded:
    """Decode a file whose lines are in different character sets; the second set is a guess."""
    lines = content.split(b"\n")
    read = [_strictly(line, "utf-8") for line in lines]
    others = b"\n".join(line for line, text in zip(lines, read, strict=True) if text is None)
    charset = _guess(others) or "cp1252"
    shown = [line.decode(charset, "replace") if text is None else text for line, text in zip(lines, read, strict=True)]
    return Decoded(text="\n".join(shown), charset="utf-8", is_certain=False)


def _decoded(content: bytes, charset: str) -> Decoded:
    text = _strictly(content, charset)
    if text is not None:
        return Decoded(text=text, charset=charset)
    return Decoded(text=content.decode(charset, "replace"), charset=charset, is_certain=False)


def _strictly(content: bytes, charset: str) -> str | None:
    try:
        return content.decode(charset)
    except (UnicodeError, ValueError):
        return None


def _wide_charsets(sample: bytes) -> list[str]:
    """UTF-32 and UTF-16 without byte order mark, as far as characters of every day come out."""
    whole = sample[: len(sample) // 4 * 4]
    found = []
    for charset in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = whole.decode(charset, "replace")
        if text and len(_USUAL.findall(text)) >= 0.9 * len(text):
            found.append(charset)
    return found


def _guess(content: bytes) -> str | None:
    sample = content[:SAMPLE_BYTES]
    if b"\0" not in sample and len(content) % 2 == 0:
        for charset in _wide_charsets(sample):
            text = sample[: len(sample) // 2 * 2].decode(charset, "replace")
            if len(_CHINESE_MARKS.findall(text)) >= 0.02 * len(text):
                return charset
    import chardet

    guessed = chardet.detect(sample)["encoding"]
    named = codec_name(guessed)
    return None if named is None or named.startswith(("utf-16", "utf-32")) else named
