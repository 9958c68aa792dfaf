"""What people type, bounded before it goes into log and database."""

from __future__ import annotations

import unicodedata

from tenderlight.errors import UsageError

PERSON_CHARACTERS = 200
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cn"})
_JOINERS = frozenset("\u200c\u200d")
"""Invisible, and needed to write Persian and the scripts of India."""
BECAUSE_CHARACTERS = 2_000


def bounded(text: str, most: int, what: str) -> str:
    """Return a text on one line, with single spaces.

    Args:
        text: As typed.
        most: Characters it may have.
        what: What it is, for whoever left it out: "--by: who decides".

    Raises:
        UsageError: If it is empty, too long, or holds half a character.
    """
    even = bounded_or_empty(text, most, what)
    if not even:
        raise UsageError(f"Say {what}, in 1 to {most} characters.")
    return even


def named(text: str, most: int, what: str) -> str:
    """Return the name of a person or a thing: as `bounded`, and nothing in it that cannot be seen.

    Raises:
        UsageError: As for `bounded`; and if a sign in it is invisible or turns the direction of others.
    """
    name = bounded(text, most, what)
    if any(unicodedata.category(sign) in _UNSEEN and sign not in _JOINERS for sign in name):
        raise UsageError(f"Say {what}, in signs that can be seen.")
    return name


def bounded_or_empty(text: str, most: int, what: str) -> str:
    """Return a text on one line, with single spaces; it may be empty.

    Raises:
        UsageError: If it is too long, or holds half a character.
    """
    even = " ".join(text.split())
    if len(even) > most:
        raise UsageError(f"Say {what}, in 1 to {most} characters.")
    return _whole(even, what)


def bounded_lines(text: str, most: int, what: str) -> str:
    """Return a text as typed, with one kind of line ends; it may be empty.

    Raises:
        UsageError: If it is too long, or holds half a character.
    """
    even = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(even) > most:
        raise UsageError(f"Say {what}, in at most {most} characters.")
    return _whole(even, what)


def _whole(text: str, what: str) -> str:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as trouble:
        raise UsageError(f"Say {what}, in whole characters.") from trouble
    return text
