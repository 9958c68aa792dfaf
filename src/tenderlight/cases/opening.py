"""How a case is opened, whatever keeps its tables."""

from __future__ import annotations

from pathlib import Path

from tenderlight.archive.store_place import StorePlace
from tenderlight.cases import sqlite_file
from tenderlight.cases.database import Database
from tenderlight.cases.journal import Journal
from tenderlight.cases.places import Place, Server, refuse_elsewhere
from tenderlight.errors import NoSuchCase

# The driver of a server takes a tenth of a second to import: only where a case is on one.


def open_to_write(place: Place, *, store: StorePlace | None = None) -> Journal:
    """Open a case for changes; make it, if there is none. See `Case.open`."""
    if isinstance(place, Server):
        from tenderlight.cases.shared_journal import SharedJournal

        return SharedJournal(place)
    return Journal(place, store=store)


def open_to_read(place: Place) -> tuple[Path, Database]:
    """Open a case for reading: the folder of originals, readings and log, and the tables. See `Case.open`."""
    if isinstance(place, Server):
        from tenderlight.cases import postgresql_case

        return postgresql_case.open_to_read(place)
    refuse_elsewhere(place)
    return place, sqlite_file.open_to_read(place)


def folder_of(place: Place) -> Path:
    """Return the folder of originals, readings and log of a case.

    Raises:
        DatabaseLost, NoSuchCase, UsageError: If a server keeps the tables, and they cannot be asked.
    """
    if isinstance(place, Server):
        folder, database = open_to_read(place)
        database.close()
        return folder
    refuse_elsewhere(place)
    return place


def is_there(place: Place) -> bool:
    """Say whether there is a case.

    Raises:
        DatabaseLost, UsageError: If a server cannot be asked.
    """
    try:
        refuse_missing(place)
        if isinstance(place, Server):
            open_to_read(place)[1].close()
    except NoSuchCase:
        return False
    return True


def refuse_missing(place: Place) -> None:
    """Refuse a place where there is no case, without opening it.

    Raises:
        NoSuchCase: If there is none.
    """
    if not isinstance(place, Server) and not (place / sqlite_file.NAME).is_file():
        refuse_elsewhere(place)
        raise NoSuchCase(f"There is no case in {place}.", path=str(place))
