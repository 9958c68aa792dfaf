"""Words of documents on a terminal: a file may hold signs that a terminal obeys."""

from __future__ import annotations

import shlex

_OBEYED = (*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
"""Control characters, and those that turn the direction of writing."""
_SHOWN = {code: f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" for code in _OBEYED if chr(code) not in "\n\t"}


def plain(untrusted_text: str) -> str:
    """Return a text as it can be printed: what a terminal would obey comes out as its number."""
    return untrusted_text.translate(_SHOWN).encode("utf-8", "backslashreplace").decode("utf-8")


def plain_line(untrusted_text: str) -> str:
    """Return a text, a path say, as it can be printed in one line."""
    return plain(untrusted_text).replace("\n", "\\n").replace("\t", "\\t")


def as_typed(path: object) -> str:
    """Return a path as it can be typed into a shell, for commands that are suggested."""
    return plain(shlex.quote(str(path)))
