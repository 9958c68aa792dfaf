"""The files of an index of the search: the terms, and the notes that say which readings are in them."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

FORMAT = 5
"""Raised when terms or texts are kept in another way: an index of another format is made anew."""
_SCHEMA = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE,
    sha256 TEXT,
    entries INTEGER NOT NULL
) STRICT;
CREATE TABLE learned (phrases TEXT NOT NULL) STRICT;
"""


def terms_in(folder: Path) -> Path:
    """Return the folder of the terms, made if it is not there."""
    place = folder / "terms"
    place.mkdir(exist_ok=True)
    return place


def notes_in(folder: Path) -> sqlite3.Connection:
    """Open the notes.

    Raises:
        ValueError: They are of another format.
    """
    connection = sqlite3.connect(folder / "taken.sqlite", check_same_thread=False)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found == 0:
        connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {FORMAT}; COMMIT;")
    elif found != FORMAT:
        connection.close()
        raise ValueError("an index of another format")
    return connection


def empty(folder: Path) -> None:
    """Delete terms and notes."""
    for name in ("taken.sqlite", "taken.sqlite-journal", "texts.sqlite", "texts.sqlite-journal"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "terms", ignore_errors=True)
