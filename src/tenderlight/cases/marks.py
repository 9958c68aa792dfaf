"""What the database keeps of the custody log itself: how far it knows it, which key signs it, what was erased.

All of it stands in `meta`, and is made again from the log.
"""

from __future__ import annotations

from tenderlight.archive.custody import Detail, Position
from tenderlight.cases.database import PUT_META, Database

PUT_POSITION = """
INSERT INTO meta (key, value) VALUES ('log_entries', ?), ('log_bytes', ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value
"""
"""Says up to which entry and which byte of the log the tables are."""
_POSITION = "SELECT key, value FROM meta WHERE key IN ('log_entries', 'log_bytes')"

SIGNING_KEY = "signing_key"
"""Key of `meta` under which the public half of the key that signs stands, in hexadecimal; empty if none does."""

ERASED = "erased "
"""Begins the keys of `meta` under which the reasons stand why originals were erased; their SHA-256 follows."""


def known_position(database: Database) -> Position:
    """Return up to where the tables know the log."""
    found: dict[str, str] = dict(database.query(_POSITION))
    return Position(entries=int(found.get("log_entries", 0)), size_bytes=int(found.get("log_bytes", 0)))


def signing_key(database: Database) -> str | None:
    """Return the public half of the key that signs checkpoints, in hexadecimal; None if none does."""
    row = database.row("SELECT value FROM meta WHERE key = ?", (SIGNING_KEY,))
    return None if row is None or not row[0] else str(row[0])


def put_signing_key(database: Database, digits: Detail) -> None:
    """Say which key signs from now on; None = none does."""
    database.change(PUT_META, (SIGNING_KEY, str(digits or "")))


def erased(database: Database) -> list[str]:
    """Return the SHA-256 of every original that was erased."""
    found = database.query("SELECT key FROM meta WHERE key >= ? AND key < ?", (ERASED, f"{ERASED}g"))
    return [str(key).removeprefix(ERASED) for (key,) in found]


def is_erased(database: Database, document: str) -> bool:
    """Say whether an original was erased."""
    return database.row("SELECT 1 FROM meta WHERE key = ?", (f"{ERASED}{document}",)) is not None


def put_erased(database: Database, document: str, because: str) -> None:
    """Say that an original was erased, and why."""
    database.change(PUT_META, (f"{ERASED}{document}", because))
