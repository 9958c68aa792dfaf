"""Checks that a case is what it was: originals, log and database, each by itself and against the others.

What must hold, whatever happened to the machine:

- no original has other content than its name says;
- the log can be read from its first entry, without gaps, and fits every checkpoint;
- the database is whole, and never ahead of the log;
- whatever the database says was received or read is in the log, and its bytes are there;
- every decision on its parties, and every review, correction, reply, note and publication, is in the log, word for
  word, and claims stand as their reviews say;
- no original is there that the log says was erased, and every time stamp of an authority holds;
- every statement of a maker is in the log with the hash of all it says, and its file is what it was;
- the links of every document are those that the log says were made;
- every record of a screening is in the log, is what it was, and the lists it names lie beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from tenderlight.archive.checking import check_log
from tenderlight.archive.checkpoints import FOLDER as CHECKPOINTS
from tenderlight.archive.custody import NAME as LOG_NAME
from tenderlight.archive.custody import Act, Detail, Entry, read_log
from tenderlight.archive.keeping import check_store
from tenderlight.archive.originals import Originals
from tenderlight.archive.shelf import Shelf
from tenderlight.archive.store_shelf import shelf_of
from tenderlight.archive.timestamps import check_stamps
from tenderlight.cases.database import Database
from tenderlight.cases.deciding import Decisions, details_of
from tenderlight.cases.encoding import decode_claim
from tenderlight.cases.link_rows import bodies, digest_of
from tenderlight.cases.maker_statements import check_noted, check_statements
from tenderlight.cases.opening import folder_of, open_to_read
from tenderlight.cases.places import Place
from tenderlight.cases.registers import BY_ACT, REGISTERS, REPLIES
from tenderlight.cases.replies import attachments_of
from tenderlight.cases.sqlite_file import NAME, damaged
from tenderlight.cases.standings import standing_of_claim, stands
from tenderlight.cases.stored_readings import LAYOUTS
from tenderlight.errors import ArchiveDamaged, CaseDamaged, CustodyLogDamaged, Damaged, NoSuchCase
from tenderlight.screening.checking import check_records


def check_case(place: Place) -> list[Damaged]:
    """Return everything in a case that is not what it was; [] if all holds.

    Every original and every stored reading is hashed again. Nothing in the folder is changed.

    Raises:
        NoSuchCase: If there is none.
        CaseTooNew: If a newer version made it.
    """
    folder = folder_of(place)
    if not (folder / LOG_NAME).is_file() and not (folder / NAME).is_file():
        raise NoSuchCase(f"There is no case in {place}.", path=str(place))
    found: list[Damaged] = []
    shelf = shelf_of(folder, is_listed=True)
    originals = Originals(folder, shelf)
    found.extend(_check_originals(originals))
    found.extend(_check_originals(Originals(folder, shelf, name=LAYOUTS)))
    lost_statements = list(check_statements(folder))
    found.extend(lost_statements)
    in_store = list(check_store(shelf))
    found.extend(in_store)
    if any(isinstance(trouble, CustodyLogDamaged) for trouble in in_store):
        return found
    try:
        log = check_log(folder)
        with_log = _Said.by_log(folder)
    except CustodyLogDamaged as trouble:
        return [*found, trouble]
    found.extend(check_stamps(folder / CHECKPOINTS, log.stamps))
    if not lost_statements:
        found.extend(check_noted(folder, with_log.statements))
    try:
        _, database = open_to_read(place)
    except NoSuchCase:
        return [*found, damaged(folder / NAME, "it is missing")]
    except CaseDamaged as trouble:
        return [*found, trouble]
    try:
        found.extend(damaged(folder / NAME, fault) for fault in database.faults())
        found.extend(_check_database(shelf, database, originals, with_log))
        found.extend(check_records(folder, with_log.screenings))
    except CaseDamaged as trouble:
        found.append(trouble)
    finally:
        database.close()
    return found


class _Said:
    """What the log says there is."""

    def __init__(self) -> None:
        self.entries = 0
        self.documents: set[str] = set()
        self.erased: set[str] = set()
        self.readings: set[tuple[str, str]] = set()
        self.claims: set[tuple[str, str]] = set()
        self.links: set[tuple[str, str]] = set()
        self.layouts: dict[tuple[str, str], str] = {}
        self.screenings: dict[str, str] = {}
        self.decisions: dict[int, Mapping[str, Detail]] = {}
        self.statements: dict[str, str] = {}
        self.registered: dict[str, dict[int, Mapping[str, Detail]]] = {register.table: {} for register in REGISTERS}

    @classmethod
    def by_log(cls, folder: Path) -> _Said:
        said = cls()
        for entry, _ in read_log(folder):
            try:
                said.take(entry)
            except (KeyError, TypeError, ValueError) as trouble:
                raise CustodyLogDamaged(
                    f"Entry {entry.seq} of the log says {entry.act} and lacks {trouble}.", path=str(folder / LOG_NAME)
                ) from trouble
        return said

    def take(self, entry: Entry) -> None:
        """Take in one entry.

        Raises:
            KeyError, TypeError, ValueError: If it lacks what its act needs.
        """
        self.entries += 1
        details = {key: str(value) for key, value in entry.details.items()}
        if entry.act == Act.INGEST:
            self.documents.add(details["object"])
        elif entry.act == Act.ERASE:
            self.erased.add(details["object"])
        elif entry.act == Act.EXTRACT:
            self.readings.add((details["object"], details["reading_sha256"]))
            if entry.details.get("layout") is not None:
                self.layouts[details["object"], details["reading_sha256"]] = details["layout"]
        elif entry.act in (Act.CLAIM, Act.LINK):
            made = self.claims if entry.act == Act.CLAIM else self.links
            made.add((details["object"], details[f"{entry.act}s_sha256"]))
        elif entry.act == Act.SCREEN:
            self.screenings[details["record"]] = details["record_sha256"]
        elif entry.act == Act.STATE:
            self.statements[details["statement_sha256"]] = entry.time
        elif entry.act == Act.DECIDE:
            self.decisions[int(details["number"])] = entry.details
        elif entry.act in BY_ACT:
            register = BY_ACT[entry.act]
            self.registered[register.table][int(details["number"])] = register.details(entry)


def _check_originals(originals: Originals) -> Iterator[Damaged]:
    for sha256 in originals.all():
        try:
            originals.check(sha256)
        except ArchiveDamaged as trouble:
            yield ArchiveDamaged(trouble.message, **{**trouble.details, "document": sha256})
        except ValueError:
            yield ArchiveDamaged(f"A file in the archive has no hash for a name: {sha256}.", path=sha256)


def _check_database(shelf: Shelf, database: Database, originals: Originals, said: _Said) -> Iterator[Damaged]:
    path = shelf.folder / NAME
    row = database.row("SELECT value FROM meta WHERE key = 'log_entries'")
    if row is not None and int(row[0]) > said.entries:
        yield damaged(path, f"it knows {row[0]} entries of the log, which has {said.entries}")
    for (document,) in database.query("SELECT sha256 FROM documents ORDER BY sha256"):
        if document not in said.documents:
            yield damaged(path, f"the log does not say that {document} was received", document=document)
        if not originals.has(document):
            path_of_it = str(originals.path(document))
            yield ArchiveDamaged(f"The original {document} is missing.", path=path_of_it, document=document)
    yield from _check_erased(originals, said)
    yield from _check_readings(shelf, database, said)
    yield from _check_decisions(path, database, said)
    yield from _check_registers(path, database, said)
    yield from _check_standings(path, database)
    yield from _check_attachments(database, originals)
    for (document,) in list(database.query("SELECT document FROM claim_runs ORDER BY document")):
        if (document, _claims_digest(database, document)) not in said.claims:
            message = f"the claims of {document} are not those the log says were made"
            yield damaged(path, message, document=document)
    yield from _check_links(path, database, said)


def _check_links(path: Path, database: Database, said: _Said) -> Iterator[Damaged]:
    by_claims = set(database.query("SELECT document, id FROM claims WHERE kind = 'link'"))
    by_links = set(database.query("SELECT document, claim FROM links"))
    apart = {document for document, _ in by_claims ^ by_links}
    for document in sorted({document for document, _ in by_claims | by_links}):
        if document in apart or (document, digest_of(bodies(database, document))) not in said.links:
            message = f"the links of {document} are not those the log says were made"
            yield damaged(path, message, document=document)


def _check_erased(originals: Originals, said: _Said) -> Iterator[Damaged]:
    for document in sorted(said.erased):
        if originals.has(document):
            path = str(originals.path(document))
            yield ArchiveDamaged(f"The original {document} was erased, and is there.", path=path)


def _check_readings(shelf: Shelf, database: Database, said: _Said) -> Iterator[Damaged]:
    folder = shelf.folder
    path = folder / NAME
    layouts = Originals(folder, shelf, name=LAYOUTS)
    for document, file, sha256 in database.query("SELECT document, file, file_sha256 FROM readings ORDER BY document"):
        if (document, sha256) not in said.readings:
            yield damaged(path, f"the log does not say that {document} was read as {file}", document=document)
        layout = said.layouts.get((document, sha256))
        if layout is not None and not layouts.has(layout):
            lost = f"The laid-out pages {layouts.path(layout)} are missing."
            yield CaseDamaged(lost, path=str(folder), document=document)
        yield from _check_reading(shelf, folder / file, sha256, document=document)


def _check_decisions(path: Path, database: Database, said: _Said) -> Iterator[Damaged]:
    made = {decision.number: details_of(decision) for decision in Decisions(database, None)}
    for number in sorted(made.keys() | said.decisions.keys()):
        if made.get(number) != said.decisions.get(number):
            yield damaged(path, f"decision {number} on parties is not what the log says it was")


def _check_registers(path: Path, database: Database, said: _Said) -> Iterator[Damaged]:
    for register in REGISTERS:
        by_log = said.registered[register.table]
        kept = {details["number"]: details for details in register.rows(database)}
        for number in sorted({int(number or 0) for number in kept} | by_log.keys()):
            if kept.get(number) != by_log.get(number):
                claim = str((by_log.get(number) or kept.get(number) or {}).get("claim", ""))
                yield damaged(path, f"{register.what} {number} is not what the log says it was", claim=claim)


def _check_standings(path: Path, database: Database) -> Iterator[Damaged]:
    rows = database.query(
        "SELECT status, is_waiting, edit, body FROM claims WHERE status <> 'unreviewed' OR is_waiting = 0 OR "
        "edit IS NOT NULL OR id IN (SELECT claim FROM reviews) ORDER BY id"
    )
    for status, is_waiting, edit, body in rows:
        claim = decode_claim(body.encode("utf-8"))
        if stands(claim, standing_of_claim(database, claim)) != (status, is_waiting, edit):
            yield damaged(
                path, f"claim {claim.claim} stands as {status}, which its reviews do not say", claim=claim.claim
            )


def _check_attachments(database: Database, originals: Originals) -> Iterator[Damaged]:
    for details in REPLIES.rows(database):
        for one in attachments_of(details):
            if not originals.has(one.sha256):
                path = str(originals.path(one.sha256))
                yield ArchiveDamaged(f"The attachment {one.name} of reply {details['number']} is missing.", path=path)


def _check_reading(shelf: Shelf, path: Path, sha256: str, *, document: str) -> Iterator[Damaged]:
    try:
        found = shelf.digest(path)
    except FileNotFoundError:
        yield CaseDamaged(f"The stored reading {path} is missing.", path=str(path), document=document)
        return
    if found != sha256:
        message = f"The stored reading {path} no longer matches its SHA-256."
        yield CaseDamaged(message, path=str(path), document=document)


def _claims_digest(database: Database, document: str) -> str:
    digest = hashlib.sha256()
    sql = "SELECT body FROM claims WHERE document = ? AND kind <> 'link' ORDER BY position"
    for (body,) in database.query(sql, (document,)):
        digest.update(body.encode("utf-8") + b"\n")
    return digest.hexdigest()
