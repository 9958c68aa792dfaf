"""Names of files in archives: which character set their bytes are in.

ZIP and TAR names carry no character set, or a wrong one. All names of an archive were written by one program, so they
are judged together: by how many of their two-byte characters are everyday ones of each national standard.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Sequence

from tenderlight.reading import charset
from tenderlight.reading.east_asian import STANDARDS, Standard, is_korean

_UNICODE_PATH = 0x7075
_ENOUGH = 0.6


_OLD_STANDARDS = (
    *STANDARDS,
    Standard(
        codec="cp866",
        characters=re.compile(rb"[\x80-\xff]"),
        usual=re.compile(rb"[\x80-\xaf\xe0-\xf1\xfc](?=[\x80-\xaf\xe0-\xf1\xfc\s\d._-]|$)"),
    ),
    Standard(
        codec="cp437",
        characters=re.compile(rb"[\x80-\xff]"),
        usual=re.compile(rb"(?<=[A-Za-z])[\x80-\xa5\xe1](?=[A-Za-z._\s-]|$)|^[\x80-\xa5](?=[A-Za-z])"),
    ),
)
"""Those of today's files, and those of DOS, which the ZIP format grew up with."""


def names_charset(raw_names: Sequence[bytes]) -> str:
    """The character set that all these names are in, as Python calls it; "utf-8" if they are plain ASCII.

    Args:
        raw_names: Names as they stand in the archive, only those that carry no sign of being UTF-8.
    """
    telling = b"\n".join(name for name in raw_names if not name.isascii())[: charset.SAMPLE_BYTES]
    if not telling or _decodes(telling, "utf-8"):
        return "utf-8"
    if is_korean(telling) and _decodes(telling, "cp949"):
        return "cp949"
    best, best_score = "", 0.0
    for standard in _OLD_STANDARDS:
        score = standard.share(telling)
        if score > best_score and _decodes(telling, standard.codec):
            best, best_score = standard.codec, score
    return best if best_score >= _ENOUGH else charset.decode(telling).charset


def unicode_path(extra: bytes, raw_name: bytes) -> str | None:
    """The name in UTF-8 that Info-ZIP keeps beside a ZIP name; None if there is none, or it is of another name.

    Source: APPNOTE.TXT 4.6.9, field 0x7075.
    """
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<HH", extra, at)
        field = extra[at + 4 : at + 4 + size]
        is_path = kind == _UNICODE_PATH and len(field) > 5 and field[0] == 1
        if is_path and struct.unpack_from("<L", field, 1)[0] == zlib.crc32(raw_name):
            return _text(field[5:])
        at += 4 + size
    return None


def _text(name: bytes) -> str | None:
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _decodes(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True
