"""What the database keeps of the custody log itself: which key signs it, and which originals were erased.

Both stand in `meta`, and are made again from the log.
"""

from __future__ import annotations

from tenderlight.archive.custody import Detail
from tenderlight.cases.database import PUT_META, Database

SIGNING_KEY = "signing_key"
"""Key of `meta` under which the public half of the key that signs stands, in hexadecimal; empty if none does."""

ERASED = "erased "
"""Begins the keys of `meta` under which the reasons stand why originals were erased; their SHA-256 follows."""


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
