"""What people type, bounded before it goes into log and database."""

from __future__ import annotations

from tenderlight.errors import UsageError

PERSON_CHARACTERS = 200
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
