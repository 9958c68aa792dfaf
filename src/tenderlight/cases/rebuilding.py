"""Brings the database up to the custody log: after a crash between the two, or from nothing.

The log and the originals are the truth. What the log says was received is received; what it says was read is taken from
the stored reading, if that is still there and unchanged. Everything else (claims, readings that are gone) is simply
made again by the next run.
"""

from __future__ import annotations

from collections.abc import Iterable

from tenderlight.archive.custody import Act, Detail, Entry
from tenderlight.archive.shelf import Shelf
from tenderlight.cases import ledger
from tenderlight.cases.database import Database
from tenderlight.cases.encoding import note_of
from tenderlight.cases.erasing import erased_by_log
from tenderlight.cases.marks import put_signing_key
from tenderlight.cases.registers import BY_ACT, REVIEWS
from tenderlight.cases.standings import restand
from tenderlight.cases.stored_readings import ReadingEnd, StoredReading, load_reading
from tenderlight.errors import CaseDamaged, CustodyLogDamaged
from tenderlight.linking.party_decisions import Decision, Verdict


def catch_up(database: Database, entries: Iterable[Entry], shelf: Shelf) -> None:
    """Write what the entries of the log say happened.

    Args:
        database: Where to; it is as it was before the first of `entries`.
        entries: Entries the database does not know yet, in order.
        shelf: What the case keeps.

    Raises:
        CustodyLogDamaged: If an entry lacks what its act needs.
    """
    for entry in entries:
        try:
            if entry.act == Act.INGEST:
                _ingested(database, entry)
            elif entry.act == Act.EXTRACT:
                _extracted(database, entry, shelf)
            elif entry.act == Act.SCREEN:
                ledger.put_screening(database, _text(entry, "record"), _text(entry, "record_sha256"))
            elif entry.act == Act.DECIDE:
                ledger.put_decision(database, decision_of(entry))
            elif entry.act in BY_ACT:
                _registered(database, entry)
            elif entry.act == Act.ERASE:
                erased_by_log(database, dict(entry.details), shelf)
            elif entry.act == Act.KEY:
                put_signing_key(database, entry.details["key"])
        except (KeyError, TypeError, ValueError) as trouble:
            raise CustodyLogDamaged(
                f"Entry {entry.seq} of the log says {entry.act} and lacks {trouble}.",
                path=str(shelf.folder / "custody.jsonl"),
            ) from trouble


def _ingested(database: Database, entry: Entry) -> None:
    document = _text(entry, "object")
    ledger.put_document(database, document, _number(entry, "size_bytes"))
    if "container" in entry.details:
        container, position = _text(entry, "container"), _number(entry, "position")
        ledger.put_member(database, container, position, _text(entry, "member"), document)
    else:
        ledger.put_sighting(database, _text(entry, "path"), document, None)


def _extracted(database: Database, entry: Entry, shelf: Shelf) -> None:
    file, sha256 = _text(entry, "reading"), _text(entry, "reading_sha256")
    try:
        reading = load_reading(shelf.find(shelf.folder / file), sha256=sha256)
    except CaseDamaged:
        return  # it will be read again
    members = _number(entry, "members")
    if not members:
        ledger.drop_members(database, reading.document)
    stored = StoredReading(
        document=reading.document,
        end=ReadingEnd(
            media_type=reading.media_type,
            reader=reading.reader,
            reader_version=reading.reader_version,
            state=reading.state,
            walls=reading.walls,
            recogniser=reading.recogniser,
        ),
        page_count=reading.page_count,
        pages=tuple(map(note_of, reading.pages)),
        record_count=len(reading.records),
        member_count=members,
        problems=reading.problems,
        file=file,
        file_sha256=sha256,
    )
    ledger.put_reading(database, stored, cpu_seconds=None)


def _registered(database: Database, entry: Entry) -> None:
    register = BY_ACT[entry.act]
    details = register.details(entry)
    register.put(database, details)
    if register is REVIEWS:
        restand(database, [_text(entry, "claim")])


def decision_of(entry: Entry) -> Decision:
    """Return the decision that an entry of the log says was made.

    Raises:
        KeyError, TypeError, ValueError: If it lacks something.
    """
    return Decision(
        number=_number(entry, "number"),
        verdict=Verdict(_text(entry, "verdict")),
        one=_text(entry, "one"),
        other=_text(entry, "other"),
        person=_text(entry, "person"),
        because=_text(entry, "because"),
        at=_text(entry, "at"),
        undoes=None if entry.details["undoes"] is None else _number(entry, "undoes"),
    )


def _text(entry: Entry, key: str) -> str:
    value: Detail = entry.details[key]
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def _number(entry: Entry, key: str) -> int:
    value: Detail = entry.details[key]
    if not isinstance(value, int):
        raise TypeError(key)
    return value
