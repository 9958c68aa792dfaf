"""A case: one folder a person can copy.

=================  ==================================================================================================
`objects/`         originals, named by their SHA-256, written once
`custody.jsonl`    the log of what was received and what was made of it: the truth
`checkpoints/`     small texts that pin the log up to a point
`readings/`        what readers made of the originals; beside it `layouts/`, the PDF files that some were laid out as
`case.sqlite`      the rest, in tables; can be made again from the above
`index/`           for the search; can be deleted at any time, and is made again
`tmp/`, `lock`     files on their way; who is writing
=================  ==================================================================================================
"""

from __future__ import annotations

import io
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType
from typing import Self

from tenderlight.archive.custody import Act
from tenderlight.archive.originals import Originals
from tenderlight.archive.shelf import Shelf
from tenderlight.archive.store_place import StorePlace
from tenderlight.archive.store_shelf import shelf_of
from tenderlight.cases import answers, ledger
from tenderlight.cases.asked import AskedCase
from tenderlight.cases.corrections import Corrections
from tenderlight.cases.custody_desk import CustodyDesk
from tenderlight.cases.database import Database
from tenderlight.cases.deciding import Decisions
from tenderlight.cases.journal import Journal
from tenderlight.cases.ledger import ClaimsOfContract, Member
from tenderlight.cases.links import Links
from tenderlight.cases.maker_statements import MakerStatements
from tenderlight.cases.marks import is_erased
from tenderlight.cases.notes import Notes
from tenderlight.cases.opening import open_to_read, open_to_write
from tenderlight.cases.places import Place, name_of
from tenderlight.cases.publications import Publications
from tenderlight.cases.queue import Queue
from tenderlight.cases.reading_texts import PageText, texts_of
from tenderlight.cases.receipt import Receipt, known_by_status, settled
from tenderlight.cases.replies import Replies
from tenderlight.cases.reviews import Reviews
from tenderlight.cases.searching import Search
from tenderlight.cases.stored_pages import StoredPage, load_page
from tenderlight.cases.stored_readings import LAYOUTS, ReadingWriter, StoredReading, load_reading, open_reading
from tenderlight.cases.watch_desk import WatchDesk
from tenderlight.errors import UsageError
from tenderlight.model.document import Reading
from tenderlight.model.problem import Problem, problem
from tenderlight.model.record import Record


class Case(AskedCase):
    """A case, open for reading by anyone, or for changes by one process at a time. Use as a context manager.

    Changes are acknowledged in groups: `commit` acknowledges what there is at once.
    """

    def __init__(self, folder: Path, database: Database, shelf: Shelf, journal: Journal | None) -> None:
        super().__init__(database)
        self.folder = folder
        self.place: Place = folder  # what it is opened by; `folder` is where originals, readings and log are
        self.originals = Originals(folder, shelf)
        self.layouts = Originals(folder, shelf, name=LAYOUTS)
        self._shelf = shelf
        self._journal = journal
        self.decisions = Decisions(database, journal)
        self.reviews = Reviews(database, journal)
        self.queue = Queue(database, self._paths, self._joins)
        self.corrections = Corrections(database, journal, self.load_reading)
        self.links = Links(database, journal, self._joins)
        self.notes = Notes(database, journal)
        self.publications = Publications(database, journal)
        self.replies = Replies(database, journal, self.originals, self._joins)
        self.maker_statements = MakerStatements(folder, journal)
        self.custody = CustodyDesk(folder, journal)
        self.watch = WatchDesk(database, journal, self.originals)
        self.search = Search(folder, database, self.load_texts, self.corrections)

    @classmethod
    def open(cls, place: Place, *, create: bool = False, store: StorePlace | None = None) -> Case:
        """Open a case.

        Args:
            place: The case folder, or the server that keeps the tables.
            create: Whether to open it for changes, making it if there is none. If not, it is only read: nothing in the
                folder is changed, and it may lie on read-only media.
            store: The object store that originals and log of a new case are to lie in; None = as the folder says.

        Raises:
            NoSuchCase: If there is none, and it is only to be read.
            CaseInUse: If another process writes to it, and it is to be changed; a server's case several may change.
            CaseTooNew: If a newer version made it; nothing was touched then.
            DatabaseLost: If the server cannot be reached.
            CaseDamaged, CustodyLogDamaged: If the database or the log is not whole.
            StorageFull, StoreRefused, StoreUnavailable: If the disk or its store would not take it.
            UsageError: If the folder holds something else, may not be written to, or the case has another store.
        """
        if create:
            journal = open_to_write(place, store=store)
            case = cls(journal.folder, journal.database, journal.shelf, journal)
            journal.when_others_changed = case.forget
        else:
            folder, database = open_to_read(place)
            case = cls(folder, database, shelf_of(folder), None)
        case.place = place
        return case

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close(is_failing=kind is not None)

    def close(self) -> None:
        """Acknowledge what there is, pin the log with a checkpoint, and let the case go.

        Raises:
            StorageFull: If the disk would not take it.
        """
        self._close(is_failing=False)

    @property
    def name(self) -> str:
        """Name of the folder, or of the database."""
        return name_of(self.place)

    # Receiving -------------------------------------------------------------------------------------------------------

    def receive_file(self, file: Path, *, received_as: str) -> Receipt | Problem:
        """Archive a file under its SHA-256, with an entry in the log if it or its path is new.

        A file that the case received before under this path, and whose status (place on the disk, size, times) is the
        same since, is not read again.

        Args:
            file: Where it is.
            received_as: The path to show, valid Unicode.

        Returns:
            What it is, or why it was not received (kept, and listed by `not_received`): `erased`,
            `file-changed-while-read`, `file-not-readable`, `no-such-file`, `not-a-regular-file`.

        Raises:
            StorageFull: If the disk would not take it.
            ArchiveDamaged: If the archive has another content under that SHA-256.
        """
        known = known_by_status(self._database, self.originals, file, received_as)
        if known is not None:
            return known
        looked_ns = time.time_ns()
        kept = self.originals.keep_file(file)
        if not isinstance(kept, Problem) and is_erased(self._database, kept.sha256):
            self.originals.forget(kept.sha256)
            kept = problem("erased", step="receive")
        if isinstance(kept, Problem):
            self.record_not_received(received_as, kept)
            return kept
        journal = self._writing()
        is_new = not self._has("SELECT 1 FROM documents WHERE sha256 = ?", kept.sha256)
        with journal.change():
            if is_new or not self._has(_SIGHTING, received_as, kept.sha256):
                journal.note(Act.INGEST, object=kept.sha256, size_bytes=kept.size_bytes, path=received_as)
            ledger.put_document(self._database, kept.sha256, kept.size_bytes)
            ledger.put_sighting(self._database, received_as, kept.sha256, settled(kept.status, looked_ns))
        self._paths.forget()
        return Receipt(document=kept.sha256, size_bytes=kept.size_bytes, is_new=is_new)

    def is_unchanged(self, file: Path, *, received_as: str) -> bool:
        """Say whether `receive_file` would know a file without reading it."""
        return known_by_status(self._database, self.originals, file, received_as) is not None

    def record_not_received(self, path: str, problem: Problem) -> None:
        """Say why something under a path could not be received; over once the path is received.

        Raises:
            StorageFull: If the disk would not take it.
        """
        with self._writing().change():
            ledger.put_not_received(self._database, path, problem)

    # Reading ---------------------------------------------------------------------------------------------------------

    def needs_reading(self, document: str, readers: Mapping[str, int]) -> bool:
        """Say whether a document is not read, or by an older reader (`answers.newest_reading`), or that is gone."""
        file = answers.newest_reading(self._database, document, readers)
        return file is None or self._shelf.size(self.folder / file) is None

    def unread(self, readers: Mapping[str, int]) -> list[str]:
        """Return the documents that `needs_reading`, sorted."""
        return [document for document in self.known() if self.needs_reading(document, readers)]

    def reading_writer(self, document: str) -> ReadingWriter:
        """Return a writer for a reading of a document; hand its result to `record_reading`."""
        self._writing()
        return ReadingWriter(self._shelf, document)

    def record_reading(
        self, stored: StoredReading, *, members: Sequence[Member] = (), cpu_seconds: float | None = None
    ) -> None:
        """Record a stored reading, with the files found in an archive, in place of the document's earlier one.

        Claims made of an earlier reading are taken out: they are to be made anew.

        Args:
            stored: What `ReadingWriter.finish` returned.
            members: Files found in it, in order; each already kept by `originals`.
            cpu_seconds: What reading cost; None = not measured.

        Raises:
            StorageFull: If the disk would not take it.
        """
        journal, end = self._writing(), stored.end
        members = [member for member in members if not self._is_kept_out(member, stored.document)]
        with journal.change():
            for position, member in enumerate(members):
                journal.note(
                    Act.INGEST,
                    object=member.document,
                    size_bytes=member.size_bytes,
                    container=stored.document,
                    member=member.path,
                    position=position,
                )
                ledger.put_document(self._database, member.document, member.size_bytes)
                ledger.put_member(self._database, stored.document, position, member.path, member.document)
            if not members:
                ledger.drop_members(self._database, stored.document)
            # last, so that an end of the log torn off between these entries leaves an archive that is still to be read
            journal.note(
                Act.EXTRACT,
                object=stored.document,
                reader=f"{end.reader}/{end.reader_version}",
                state=end.state.value,
                walls=end.walls,
                recogniser=end.recogniser,
                reading=stored.file,
                reading_sha256=stored.file_sha256,
                layout=stored.layout,
                members=len(members),
            )
            ledger.put_reading(self._database, stored, cpu_seconds=cpu_seconds)
        self._paths.forget()
        self._joined = None

    def load_reading(self, document: str) -> Reading | None:
        """Return what was read of a document; None if it is not read yet.

        Raises:
            CaseDamaged: If the stored reading is missing, or not what was written.
        """
        row = self._reading_file(document)
        return None if row is None else load_reading(row[0], sha256=row[1])

    def load_texts(self, document: str) -> Iterator[PageText | Record]:
        """Yield records, then texts of pages, of what was read of a document; nothing if it is not read yet.

        Raises:
            CaseDamaged: If the stored reading is missing, or not what was written.
        """
        row = self._reading_file(document)
        return iter(()) if row is None else texts_of(row[0], sha256=row[1])

    def load_page(self, document: str, page_number: int) -> StoredPage | None:
        """Return one page (from 1) of what was read of a document; None if it is not read, or has no such page.

        Raises:
            CaseDamaged: If the stored reading is missing, or not what was written.
        """
        row = self._reading_file(document)
        return None if row is None else load_page(row[0], sha256=row[1], page_number=page_number)

    def open_reading(self, document: str) -> io.BufferedReader | None:
        """Open the file of what was read of a document (compressed lines); None if it is not read yet.

        Raises:
            CaseDamaged: If the stored reading is missing.
        """
        row = self._reading_file(document)
        return None if row is None else open_reading(row[0])

    # Claims ----------------------------------------------------------------------------------------------------------

    def needs_claims(self, document: str, *versions: str) -> bool:
        """Say whether something was read of a document that none of these versions searched for claims yet."""
        return bool(answers.unclaimed(self._database, versions, document=document))

    def unclaimed(self, *versions: str) -> list[str]:
        """Return the documents that `needs_claims`, sorted; without versions, all of which something was read."""
        return answers.unclaimed(self._database, versions)

    def record_claims(
        self, document: str, contracts: Iterable[ClaimsOfContract], *, version: str, problems: Sequence[Problem] = ()
    ) -> int:
        """Record the claims of a document in place of the ones it had, and return how many there are.

        Args:
            document: Its SHA-256; its reading is recorded.
            contracts: What claims are about, each with its claims.
            version: Versions of facts, rules and vocabulary that made them.
            problems: What went wrong while they were made.

        Raises:
            StorageFull: If the disk would not take it.
            ValueError: If a claim quotes another document, names another contract or is reviewed already; nothing was
                recorded then.
        """
        journal = self._writing()
        self._joined = None
        with journal.change():
            written = ledger.put_claims(self._database, document, contracts, version=version)
            ledger.put_claim_problems(self._database, document, problems)
            journal.note(
                Act.CLAIM, object=document, version=version, claims=written.count, claims_sha256=written.sha256
            )
        return written.count

    def knows_screening(self, record: str, sha256: str) -> bool:
        """Say whether the log says that a record of a screening, with just these bytes, is kept under that path."""
        return self._has("SELECT 1 FROM meta WHERE key = ? AND value = ?", f"{ledger.SCREENING} {record}", sha256)

    def record_screening(self, record: str, sha256: str) -> None:
        """Say in the log that a record of a screening is kept under that path of the case; once for the same bytes."""
        self._writing().note_screening(record, sha256)

    def commit(self) -> None:
        """Acknowledge every change so far: after this, it survives a power cut. Cheap if there is none.

        Raises:
            StorageFull: If the disk would not take it. Nothing since the last commit is acknowledged then.
        """
        self._writing().commit()

    def finish_run(self) -> None:
        """Commit, and pin the log with a checkpoint.

        Raises:
            StorageFull: As for `commit`.
        """
        self._writing().finish()

    def alone(self) -> AbstractContextManager[None]:
        """Let nobody else change the case in a block."""
        return self._writing().holding()

    def coordinate(self) -> None:
        """Say that this process reads documents into the case; raises `CaseInUse` if another one does."""
        self._writing().coordinate()

    @property
    def until(self) -> float | None:
        """By when changes are to be acknowledged, by the monotonic clock, since others wait; None = nobody waits."""
        return None if self._journal is None else self._journal.until

    def say_desk(self, address: str) -> None:
        """Have whoever finds the case in use told that it is on the review desk at an address."""
        self._writing().say_desk(address)

    def _close(self, *, is_failing: bool) -> None:
        self.search.close()
        if self._journal is not None:
            self._journal.close(is_failing=is_failing)
        else:
            self._database.close()

    def _is_kept_out(self, member: Member, container: str) -> bool:
        """Say whether a file of an archive was erased from the case; it is not received again then."""
        if not is_erased(self._database, member.document):
            return False
        self.originals.forget(member.document)
        path = f"{next(iter(self.paths(container)), container)}!{member.path}"
        self.record_not_received(path, problem("erased", step="receive"))
        return True

    def _writing(self) -> Journal:
        if self._journal is None:
            raise UsageError(f"The case {self.place} is open for reading only.")
        return self._journal

    def _has(self, statement: str, *values: str) -> bool:
        return self._database.row(statement, values) is not None

    def _reading_file(self, document: str) -> tuple[Path, str] | None:
        row = self._database.row("SELECT file, file_sha256 FROM readings WHERE document = ?", (document,))
        return None if row is None else (self._shelf.find(self.folder / row[0]), row[1])


_SIGHTING = "SELECT 1 FROM sightings WHERE path = ? AND document = ?"
