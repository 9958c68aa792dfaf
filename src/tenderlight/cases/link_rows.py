"""The rows of links: claims of the kind `link`, and which documents each is between."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from tenderlight.cases.database import Database

MADE_OF = "linked"
"""Key of `meta` under which stands what links were made of, and how many notices there are."""


def made_of(database: Database, version: str) -> str:
    """Return a SHA-256 of all that links depend on: what was read and claimed of every document, and the rules."""
    digest = hashlib.sha256(version.encode())
    for row in database.query("SELECT document, version, reading_sha256 FROM claim_runs ORDER BY document"):
        digest.update("\n".join(("", *row)).encode())
    return digest.hexdigest()


def bodies(database: Database, document: str) -> list[str]:
    """Return the links that stand under a document, as stored, in order."""
    found = database.query(
        "SELECT body FROM claims WHERE document = ? AND kind = 'link' ORDER BY position", (document,)
    )
    return [str(body) for (body,) in found]


def digest_of(stored: Iterable[str]) -> str:
    """Return the SHA-256 of links as stored, one a line."""
    digest = hashlib.sha256()
    for body in stored:
        digest.update(body.encode("utf-8") + b"\n")
    return digest.hexdigest()


def drop_touching(database: Database, document: str) -> None:
    """Take out the links of all documents that are linked with one; the next linking makes them again."""
    rows = database.query("SELECT document FROM links WHERE document = ? OR other = ?", (document, document))
    touched = {str(one) for (one,) in rows}
    for one in sorted(touched):
        drop_links(database, one)
    if touched:
        database.change("DELETE FROM meta WHERE key = ?", (MADE_OF,))


def drop_links(database: Database, document: str) -> None:
    """Take out the links that stand under a document."""
    database.change("DELETE FROM claims WHERE document = ? AND kind = 'link'", (document,))
    database.change("DELETE FROM links WHERE document = ?", (document,))
