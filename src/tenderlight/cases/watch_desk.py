"""What a watch brings into a case: captures, and entries of the log that say what was seen, changed or gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.acts import Act
from tenderlight.archive.originals import Originals
from tenderlight.cases import ledger
from tenderlight.cases.database import Database
from tenderlight.cases.journal import Journal
from tenderlight.errors import UsageError
from tenderlight.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """Something at a place that is watched."""

    place: str
    """Address of the place."""
    address: str
    """Of what was seen there."""
    what: str
    """seen, changed or gone."""
    content_sha256: str | None
    """Of what is there now; None = nothing."""
    before_sha256: str | None
    """Of what was there before; None = nothing that we know of."""
    at: str
    """When it was looked at, UTC, ISO 8601."""


_RECEIVED = "SELECT document FROM sightings WHERE path = ? ORDER BY document"
_MEMBERS = "SELECT document FROM members WHERE container = ? ORDER BY position"


class WatchDesk:
    """Takes captures into a case.

    Args:
        database: Where originals are listed.
        journal: The writer of the case; None = it is open for reading only.
        originals: Where captures go.
    """

    def __init__(self, database: Database, journal: Journal | None, originals: Originals) -> None:
        self._database = database
        self._journal = journal
        self._originals = originals

    def documents_in(self, captures: Iterable[str], originals: Iterable[str]) -> list[str]:
        """Return originals and all that lies in them, each once.

        Args:
            captures: Paths under which some were received.
            originals: SHA-256 of others.
        """
        found = dict.fromkeys(originals)
        for path in captures:
            found.update(dict.fromkeys(one for (one,) in self._database.query(_RECEIVED, (path,))))
        documents = list(found)
        for container in documents:
            for (member,) in self._database.query(_MEMBERS, (container,)):
                if member not in found:
                    found[member] = None
                    documents.append(member)
        return documents

    def take_in(self, capture: Path, *, received_as: str, sightings: Sequence[Sighting]) -> Problem | bool:
        """Archive a capture, with an entry of the log for all that it shows: all of it, or nothing.

        Args:
            capture: The file.
            received_as: Its path in the case, which no other capture has.
            sightings: What it shows.

        Returns:
            Whether it is new: a capture that was taken in under that path before is not taken in again, so that a run
            that was stopped may do it all again. Or why it cannot be taken in, see `Originals.keep_file`.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If the case is open for reading only.
        """
        if self._journal is None:
            raise UsageError("The case is open for reading only.")
        if self._database.row("SELECT 1 FROM sightings WHERE path = ?", (received_as,)) is not None:
            return False
        kept = self._originals.keep_file(capture)
        if isinstance(kept, Problem):
            return kept
        with self._journal.change():
            self._journal.note(Act.INGEST, object=kept.sha256, size_bytes=kept.size_bytes, path=received_as)
            ledger.put_document(self._database, kept.sha256, kept.size_bytes)
            ledger.put_sighting(self._database, received_as, kept.sha256, None)
            for one in sightings:
                self._journal.note(
                    Act.WATCH,
                    object=kept.sha256,
                    place=one.place,
                    address=one.address,
                    what=one.what,
                    content_sha256=one.content_sha256,
                    before_sha256=one.before_sha256,
                    at=one.at,
                )
        return True
