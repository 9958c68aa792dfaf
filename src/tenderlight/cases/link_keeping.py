"""What linking found in each document by itself, kept beside its claims: none of it is found again while it holds.

A row says in its digest what it was made of (the stored reading, the claims, the rules) and what it says. A row of
another digest is none: it is made anew, and so is one that is missing. Rows go with the reading or the claims that
they were made of, and with the original.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tenderlight.cases.database import Database

TEXT, CLAIMS, ALIKE, SHOWN, TRAITS = "text", "claims", "alike", "shown", "traits"
"""Clauses and signatures; facts; how alike other documents are; words that are quoted; what bids may share."""
ID_BYTES = 16
"""The beginning of the SHA-256 of a document, by which `ALIKE` names the others."""
AT_ONCE = 500


class Made(NamedTuple):
    """What is to be known of a document before anything of it is linked."""

    document: str
    reading: str
    """SHA-256 of its stored reading."""
    claims: str
    """Versions of what made its claims, and of which reading."""
    is_record: bool
    """Whether it is of a structured source."""

    def depends_on(self, part: str) -> str:
        """Return what a part of what is kept depends on."""
        return f"{self.reading} {self.claims}" if part == CLAIMS else self.reading


class Keeping:
    """The rows that are kept of documents, by the rules of a version.

    Args:
        database: Where they stand.
        version: Of the rules: rows of other ones are none.
    """

    def __init__(self, database: Database, version: str) -> None:
        self._database = database
        self._version = version

    def documents(self) -> list[Made]:
        """Return all documents that were read, in order."""
        rows = self._database.stream(
            "SELECT readings.document, file_sha256, records, version, reading_sha256 FROM readings "
            "LEFT JOIN claim_runs ON claim_runs.document = readings.document ORDER BY readings.document"
        )
        return [
            Made(document, sha256, f"{claimed or ''} {of or ''}", records > 0)
            for document, sha256, records, claimed, of in rows
        ]

    def all_of(self, part: str, documents: Sequence[Made]) -> Iterator[bytes | None]:
        """Yield what is kept of each document; None where there is nothing that holds.

        Args:
            part: What of it.
            documents: In order.
        """
        rows = self._database.stream(
            "SELECT document, digest, body FROM kept_for_links WHERE part = ? ORDER BY document", (part,)
        )
        found = next(rows, None)
        for one in documents:
            while found is not None and found[0] < one.document:
                found = next(rows, None)
            is_its = found is not None and found[0] == one.document
            yield None if found is None or not is_its else self._held(one, part, found[1], found[2])

    def some_of(self, part: str, documents: Sequence[Made]) -> dict[str, bytes]:
        """Return what is kept of some documents, of those where there is something that holds."""
        kept: dict[str, bytes] = {}
        for at in range(0, len(documents), AT_ONCE):
            some = {one.document: one for one in documents[at : at + AT_ONCE]}
            rows = self._database.query(
                "SELECT document, digest, body FROM kept_for_links WHERE part = ? "
                "AND document IN (SELECT value FROM json_each(?))",
                (part, json.dumps([*some])),
            )
            for document, digest, untrusted_body in rows:
                body = self._held(some[document], part, digest, untrusted_body)
                if body is not None:
                    kept[document] = body
        return kept

    def keep(self, part: str, bodies: Iterable[tuple[Made, bytes]]) -> None:
        """Keep what was found, in the place of what was kept; inside `Journal.change`."""
        rows = [(one.document, part, self._digest(one, part, body), body) for one, body in bodies]
        self._database.change_many(
            "DELETE FROM kept_for_links WHERE document = ? AND part = ?", [(row[0], part) for row in rows]
        )
        self._database.add_many("kept_for_links", "document part digest body", rows)

    def _held(self, one: Made, part: str, digest: str, untrusted_body: bytes) -> bytes | None:
        return untrusted_body if self._digest(one, part, untrusted_body) == digest else None

    def _digest(self, one: Made, part: str, body: bytes) -> str:
        digest = hashlib.sha256(f"{self._version}\n{part}\n{one.document}\n{one.depends_on(part)}\n".encode())
        digest.update(body)
        return digest.hexdigest()


def drop_kept(database: Database, document: str, part: str | None = None) -> None:
    """Take out what is kept of a document.

    Args:
        database: Where from.
        document: Its SHA-256.
        part: What of it; None = all.
    """
    if part is None:
        database.change("DELETE FROM kept_for_links WHERE document = ?", (document,))
    else:
        database.change("DELETE FROM kept_for_links WHERE document = ? AND part = ?", (document, part))


def drop_alike(database: Database, documents: Iterable[str]) -> None:
    """Take out how alike others are to documents that are erased; what they were compared with is compared again."""
    ids = [bytes.fromhex(document)[:ID_BYTES] for document in documents]
    rows = database.stream("SELECT document, body FROM kept_for_links WHERE part = ?", (ALIKE,))
    touched = [str(document) for document, body in rows if any(one in body for one in ids)]
    for document in touched:
        drop_kept(database, document, ALIKE)
