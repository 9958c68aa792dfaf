"""What the database keeps of the custody log itself: which key signs it, and which originals were erased.

Both stand in `meta`, and are made again from the log.
"""

from __future__ import annotations

from tenderlight.archive.custody import Detail
from tenderlight.cases.database import Database

SIGNING_KEY = "signing_key"
"""Key of `meta` under which the public half of the key that signs stands, in hexadecimal; empty if none does."""


def signing_key(database: Database) -> str | None:
    """Return the public half of the key that signs checkpoints, in hexadecimal; None if none does."""
    row = database.row("SELECT value FROM meta WHERE key = ?", (SIGNING_KEY,))
    return None if row is None or not row[0] else str(row[0])


def put_signing_key(database: Database, digits: Detail) -> None:
    """Say which key signs from now on; None = none does."""
    database.change("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", (SIGNING_KEY, str(digits or "")))
