"""How the tables of a case come to be on a server: made, migrated, opened, refused."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

from tenderlight.archive.store_place import StorePlace
from tenderlight.cases.database import CASE_FORMAT, PUT_META, Database
from tenderlight.cases.places import Server, stored_at
from tenderlight.cases.postgresql import PostgresqlDatabase
from tenderlight.cases.postgresql_words import server_schema, server_steps
from tenderlight.cases.store_copies import open_copies
from tenderlight.errors import CaseDamaged, CaseTooNew, NoSuchCase, UsageError

FORMAT, STORE = "case_format", "store"
"""Keys of `meta` under which the format stands, and where originals, readings and log are."""
_IS_CASE = "SELECT to_regclass('meta') IS NOT NULL"


def open_to_write(server: Server) -> PostgresqlDatabase:
    """Open the tables of a case for changes; make or migrate them if need be.

    Raises:
        CaseTooNew: If a newer version made them; nothing was touched then.
        UsageError: If there are other tables, or the store is not named or another one.
    """
    database = PostgresqlDatabase(server, is_for_changes=True)
    try:
        _prepare(server, database)
    except BaseException:
        database.close()
        raise
    return database


def open_empty(server: Server) -> PostgresqlDatabase:
    """Make the tables of a case that is copied into them, in a transaction that is not committed yet.

    Raises:
        UsageError: If there is a case already.
    """
    database = PostgresqlDatabase(server, is_for_changes=True)
    try:
        database.begin()
        if _format_of(server, database) is not None:
            raise_there_is_one(server)
        _make(server, database)
    except BaseException:
        database.close()
        raise
    return database


def raise_there_is_one(server: Server) -> NoReturn:
    """Refuse to make a case where there is one.

    Raises:
        UsageError: Always.
    """
    raise UsageError(f"There is a case in {server} already; name an empty database.")


def _make(server: Server, database: PostgresqlDatabase) -> None:
    if server.store is None:
        raise UsageError("Say with --store PLACE where originals, readings and log of the new case are to be.")
    database.script(server_schema())
    database.change(PUT_META, (STORE, str(server.store)))
    database.change(PUT_META, (FORMAT, str(CASE_FORMAT)))


def open_to_read(server: Server) -> tuple[Path, PostgresqlDatabase]:
    """Open the tables of a case for reading; return the folder of everything else, or of its copies, too.

    Raises:
        NoSuchCase: If there are none.
        StoreRefused, StoreUnavailable: If an object store has everything else, and would not give it.
        CaseTooNew: If a newer version made them.
        UsageError: If an older version made them: they are migrated by whoever opens them for changes.
    """
    database = PostgresqlDatabase(server, is_for_changes=False)
    try:
        return _checked(server, database), database
    except BaseException:
        database.close()
        raise


def _checked(server: Server, database: PostgresqlDatabase) -> Path:
    found = _format_of(server, database)
    if found is None:
        raise NoSuchCase(f"There is no case in {server}.", path=str(server))
    if found < CASE_FORMAT:
        raise UsageError(f"The case in {server} has format {found}; `tenderlight find` brings it to {CASE_FORMAT}.")
    store = store_in(database)
    if isinstance(store, StorePlace):
        return open_copies(store, server)
    refuse_lost(store)
    return store


def refuse_lost(folder: Path) -> None:
    """Refuse to work without what a case keeps beside its tables.

    Raises:
        UsageError: If it is not there.
    """
    if not folder.is_dir():
        raise UsageError(f"Originals, readings and log of the case are in {folder}, which is not here.")


def _format_of(server: Server, database: PostgresqlDatabase) -> int | None:
    row = database.row(_IS_CASE)
    if row is None or not row[0]:
        return None
    row = database.row("SELECT value FROM meta WHERE key = ?", (FORMAT,))
    if row is None:
        raise UsageError(f"{server} has tables of something else; name an empty database or schema.")
    if int(row[0]) > CASE_FORMAT:
        known = f"this Tenderlight knows formats up to {CASE_FORMAT}"
        raise CaseTooNew(f"The case in {server} has format {row[0]}; {known}.", path=str(server))
    return int(row[0])


def _prepare(server: Server, database: PostgresqlDatabase) -> None:
    """Make or migrate the tables, one process at a time."""
    found = _format_of(server, database)
    if found != CASE_FORMAT:
        database.begin()
        found = _format_of(server, database)  # somebody else may have been first
        if found is None:
            _make(server, database)
            found = CASE_FORMAT
        migrate(database, server_steps(found))
        database.commit()
    store = store_of(database)
    if server.store is not None and store != str(server.store):
        raise UsageError(f"Originals, readings and log of the case are in {store}, not in {server.store}.")


def migrate(database: PostgresqlDatabase, steps: Iterable[tuple[int, str]]) -> None:
    """Apply steps, in the transaction that is open."""
    for number, script in steps:
        database.script(script)
        database.change(PUT_META, (FORMAT, str(number)))


def store_in(database: Database) -> Path | StorePlace:
    """Return where originals, readings and log of a case on a server are.

    Raises:
        CaseDamaged: If its tables do not say.
    """
    said = store_of(database)
    try:
        return stored_at(said)
    except UsageError:
        raise CaseDamaged(f"The tables of the case name {said:.100} as the place of its originals.") from None


def store_of(database: Database) -> str:
    """Return where originals, readings and log of a case on a server are."""
    row = database.row("SELECT value FROM meta WHERE key = ?", (STORE,))
    if row is None:
        raise CaseDamaged("The tables of the case do not say where its originals are.")
    return str(row[0])
