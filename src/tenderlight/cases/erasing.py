"""Takes an original out of a case for good: a duty of erasure is fulfilled, and the log stays whole.

The original goes, and all that was read and claimed of it. What stays is its hash and the entries of the log, the last
of which says that it was erased, by whom and why. So the proofs of everything else hold as before.
"""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from tenderlight.archive.acts import Act
from tenderlight.archive.custody import Detail, read_log
from tenderlight.archive.shelf import Shelf
from tenderlight.cases import search_index
from tenderlight.cases.database import Database
from tenderlight.cases.ledger import drop_document
from tenderlight.cases.link_keeping import drop_alike
from tenderlight.cases.marks import erased, put_erased
from tenderlight.cases.stored_readings import FOLDER as READINGS
from tenderlight.cases.stored_readings import LAYOUTS
from tenderlight.cases.words_of_people import BECAUSE_CHARACTERS, PERSON_CHARACTERS, bounded
from tenderlight.errors import UsageError

if TYPE_CHECKING:  # a journal finishes what a crash left of an erasure
    from tenderlight.cases.journal import Journal

OBJECTS = "objects"
PICTURES = "derived/pictures"
"""Pictures of pages that the desk has drawn, by the SHA-256 of the file they are of."""
HEADS = "derived/contracts.json"
"""What the desk says of contracts, kept for its next start."""


def erase(
    journal: Journal,
    document: str,
    *,
    person: str,
    because: str,
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
) -> tuple[str, ...]:
    """Erase an original, and what lies in it and nowhere else; return the SHA-256 of all that was erased.

    Args:
        journal: The writer of the case.
        document: SHA-256 of the original.
        person: Who erases.
        because: Why; it stays in the log.
        now: The clock.

    Raises:
        StorageFull: If the disk would not take it.
        UsageError: If there is no such original, if an archive that holds it is to stay, or if nobody or no reason is
            given.
    """
    database = journal.database
    person = bounded(person, PERSON_CHARACTERS, "--by: who erases")
    because = bounded(because, BECAUSE_CHARACTERS, "--because: why")
    if database.row("SELECT 1 FROM documents WHERE sha256 = ?", (document,)) is None:
        raise UsageError(f"The case has no original {document:.80}.")
    row = database.row("SELECT container FROM members WHERE document = ? AND container <> ?", (document, document))
    if row is not None:
        raise UsageError(f"The original also lies in the archive {row[0]}: erase that, and it goes with it.")
    gone = tuple(_with_members(database, document))
    at = now().astimezone(datetime.UTC).isoformat(timespec="seconds")
    with journal.change():
        database.overwrite_deleted()
        drop_alike(database, gone)
        for one in gone:
            drop_document(database, one)
            put_erased(database, one, because)
            journal.note(Act.ERASE, object=one, person=person, because=because, at=at)
    journal.commit()
    for one in gone:
        remove_files(journal.shelf, one)
    return gone


def erased_by_log(database: Database, details: dict[str, Detail], shelf: Shelf) -> None:
    """Do in the database what an entry (act `erase`) says, and finish with the files should a crash have left some."""
    document = details["object"]
    if not isinstance(document, str):
        raise TypeError("object")
    drop_alike(database, [document])
    drop_document(database, document)
    put_erased(database, document, str(details["because"]))
    remove_files(shelf, document)


def finish_erasures(database: Database, shelf: Shelf) -> None:
    """Remove what a crash left of originals that the database knows as erased."""
    for document in erased(database):
        if shelf.size(shelf.folder / OBJECTS / document[:2] / document) is not None:
            remove_files(shelf, document)


def remove_files(shelf: Shelf, document: str) -> None:
    """Remove the files of an erased original. Harmless if some are gone already."""
    folder = shelf.folder
    layouts = [
        str(entry.details["layout"])
        for entry, _ in read_log(folder)
        if entry.act == Act.EXTRACT and entry.details.get("object") == document and entry.details.get("layout")
    ]
    files = [folder / LAYOUTS / one[:2] / one for one in layouts]
    readings = folder / READINGS / document[:2]
    files += [file for file in shelf.files(readings) if file.name.startswith(f"{document}.")]
    files.append(folder / OBJECTS / document[:2] / document)  # last: as long as it is there, an erasure is unfinished
    for path in files:
        shelf.remove(path)
    for derived in derived_from(folder, [document, *layouts]):
        derived.unlink(missing_ok=True)
    shutil.rmtree(folder / search_index.FOLDER, ignore_errors=True)  # holds its pages; made anew by the next search


def derived_from(folder: Path, files: Iterable[str]) -> Iterator[Path]:
    """Yield what the desk keeps of files, named by their SHA-256: pictures of their pages, and words of contracts."""
    yield folder / HEADS
    for one in files:
        yield from (folder / PICTURES / one[:2]).glob(f"{one}-*")


def _with_members(database: Database, document: str) -> list[str]:
    """Return an original and what lies in it (or in what lies in it) and was received in no other way."""
    gone = [document]
    for container in gone:
        for (member,) in database.query("SELECT DISTINCT document FROM members WHERE container = ?", (container,)):
            others = database.query("SELECT container FROM members WHERE document = ?", (member,))
            is_elsewhere = any(one not in gone for (one,) in others)
            is_received = database.row("SELECT 1 FROM sightings WHERE document = ?", (member,)) is not None
            if not is_elsewhere and not is_received and member not in gone:
                gone.append(str(member))
    return gone
