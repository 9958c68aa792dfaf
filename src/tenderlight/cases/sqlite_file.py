"""The tables of a case in one file of SQLite: opened, made, migrated; troubles told in the project's own errors.

Every change is committed with ``synchronous = FULL`` in WAL mode, so that what was acknowledged survives a power cut.
Changes are grouped (see `tenderlight.cases.case`), which makes the price of FULL one sync a group; there is no second,
laxer mode.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from importlib import resources
from pathlib import Path
from types import TracebackType

from tenderlight.cases.database import CASE_FORMAT, Database, Parameters, Row, adding
from tenderlight.errors import (
    CaseDamaged,
    CaseInUse,
    CaseTooNew,
    NoSuchCase,
    StorageFull,
    TenderlightError,
    UsageError,
)

NAME = "case.sqlite"
APPLICATION_ID = 0x544C4354
"""Marks the file as the database of a Tenderlight case ("TLCT")."""
BUSY_SECONDS = 10.0
ROWS_AT_ONCE = 100
"""Rows held in memory while they are handed on."""

_STEP = re.compile(r"(?P<number>[0-9]{3})_[a-z0-9_]+\.sql")
_HEADER_BYTES = 100
_USER_VERSION_AT = 60


class SqliteDatabase(Database):
    """A connection that starts a transaction with the first change and keeps it until `commit`.

    Raises:
        CaseDamaged, StorageFull, CaseInUse, UsageError: From any method, as the trouble is.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._telling = telling(path)

    def query(self, statement: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Yield the rows that a SELECT finds. Whoever stops early may close the database before or after it."""
        with self._telling:
            cursor = self._connection.execute(statement, parameters)
        try:
            rows: list[Row] = []
            while not rows or len(rows) == ROWS_AT_ONCE:
                with self._telling:
                    rows = cursor.fetchmany(ROWS_AT_ONCE)
                if not rows:
                    return
                yield from rows
        finally:
            with suppress(sqlite3.Error):  # the database may be closed by now, and the cursor with it
                cursor.close()

    def row(self, statement: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row that a SELECT finds, or None."""
        with self._telling:
            found: Row | None = self._connection.execute(statement, parameters).fetchone()
            return found

    def change(self, statement: str, parameters: Parameters = ()) -> int:
        """Run one INSERT, UPDATE or DELETE inside the transaction; return how many rows it changed."""
        with self._telling:
            self._begin()
            return self._connection.execute(statement, parameters).rowcount

    def change_many(self, statement: str, rows: Iterable[Parameters]) -> None:
        """Run one statement for each row of parameters inside the transaction."""
        with self._telling:
            self._begin()
            self._connection.executemany(statement, rows)

    def add_many(self, table: str, columns: str, rows: Iterable[Parameters]) -> None:
        """Add rows to a table inside the transaction."""
        self.change_many(adding(table, columns), rows)

    def overwrite_deleted(self) -> None:
        """Have what is deleted from here on overwritten in the file."""
        with self._telling:
            self._connection.execute("PRAGMA secure_delete = ON")

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Make the changes of the block all or none, within the transaction."""
        with self._telling:
            self._begin()
            self._connection.execute("SAVEPOINT whole")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):  # a full disk has already rolled back everything
                self._connection.execute("ROLLBACK TO whole")
                self._connection.execute("RELEASE whole")
            raise
        with self._telling:
            self._connection.execute("RELEASE whole")

    def faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file: structure, constraints, references; [] if it is whole."""
        found = [str(row[0]) for row in self.query("PRAGMA integrity_check")]
        broken = [f"row {row[1]} of {row[0]} refers to nothing" for row in self.query("PRAGMA foreign_key_check")]
        return [fault for fault in found if fault != "ok"] + broken

    def commit(self) -> None:
        """Make the changes since the last commit durable. If that fails, none of them is."""
        if not self._connection.in_transaction:
            return
        try:
            with self._telling:
                self._connection.execute("COMMIT")
        except BaseException:
            self.roll_back()
            raise

    def roll_back(self) -> None:
        """Undo the changes since the last commit."""
        with suppress(sqlite3.Error):
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def close(self, *, fold: bool = False) -> None:
        """Close; what was not committed is undone.

        Args:
            fold: Fold the write-ahead log into the file, so that the file alone is everything and can be read from
                media that cannot be written to. Passed over while others read.
        """
        self.roll_back()
        with suppress(sqlite3.Error):
            if fold:
                self._connection.execute("PRAGMA busy_timeout = 0")
                self._connection.execute("PRAGMA journal_mode = DELETE")
        with suppress(sqlite3.Error):
            self._connection.close()

    def _begin(self) -> None:
        if not self._connection.in_transaction:
            self._connection.execute("BEGIN IMMEDIATE")


class telling:  # noqa: N801 - read as a verb: with telling(path): …
    """Tell SQLite's troubles in the project's own errors. A query is made in one: nothing is made anew for it.

    Args:
        path: The database.

    Raises:
        StorageFull: If the disk would not take it.
        CaseDamaged: If the file is no database, or not whole.
        CaseInUse: If another program holds it.
        UsageError: If the file may not be opened or written to.
    """

    __slots__ = ("_path",)

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell what was raised, if it is SQLite's."""
        if isinstance(trouble, sqlite3.Error):
            told = _told(self._path, trouble)
            if told is not None:
                raise told from trouble


def _told(path: Path, trouble: sqlite3.Error) -> TenderlightError | None:
    """Return a trouble of SQLite's in the project's own errors; None if it is none of the world's."""
    code = getattr(trouble, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code == sqlite3.SQLITE_FULL or code in _WRITE_FAILED:
        return StorageFull(f"The disk is full: {path} could not be written.", path=str(path))
    match code & 0xFF:
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_IOERR:
            return damaged(path, str(trouble))
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return CaseInUse(f"Another program holds {path}.", path=str(path.parent))
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return UsageError(f"{path} may not be opened or written to ({trouble}).")
    return None


_WRITE_FAILED = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_DIR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
        sqlite3.SQLITE_IOERR_SHMOPEN,
    }
)


def damaged(path: Path, reason: str, **about: str) -> CaseDamaged:
    """Return the error for a database that is not whole; `about` says what it touches (see `cases.touched`)."""
    return CaseDamaged(
        f"The database {path} is not whole ({reason}). The custody log and the originals beside it are the truth of "
        f"the case: with {path.name} moved away, `tenderlight find` makes it again from them.",
        path=str(path),
        **about,
    )


def open_to_write(folder: Path) -> tuple[Database, bool]:
    """Open the database of a case for changes; make or migrate it if need be. Only under the writer's lock.

    What is opened may be used by several threads, one after another: waiting for the disk need not hold up the rest.

    Returns:
        The database, and whether it was made just now.

    Raises:
        CaseTooNew: If a newer version made it; nothing was touched then.
        CaseDamaged: If it is no database, or not whole.
    """
    path = folder / NAME
    refuse_newer(path)
    connection = _connect(f"{path.absolute().as_uri()}?mode=rwc", path, is_of_one_thread=False)
    try:
        with telling(path):
            _look_at_each_table(connection)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            is_new = _prepare(path, connection)
    except BaseException:
        connection.close()
        raise
    return SqliteDatabase(path, connection), is_new


def open_to_read(folder: Path) -> Database:
    """Open the database of a case for reading, on media that cannot be written to as well.

    Raises:
        NoSuchCase: If there is none.
        CaseTooNew: If a newer version made it; nothing was touched then.
        CaseDamaged: If it is no database, or not whole.
        UsageError: If its last run was stopped in the middle, and the media cannot be written to.
    """
    path = folder / NAME
    if not path.is_file():
        raise NoSuchCase(f"There is no case in {folder}.", path=str(folder))
    refuse_newer(path)
    uri = path.absolute().as_uri()
    try:
        return _open_checked(f"{uri}?mode=ro", path)
    except UsageError:
        pass
    # The last run was stopped in the middle: what it left has to be put in order first, and that is a change.
    try:
        return _open_checked(f"{uri}?mode=rw", path)
    except UsageError as trouble:
        raise UsageError(
            f"The last run on {folder} was stopped in the middle, so its database needs a place it can write to: copy "
            "the folder to a disk of your own, and open the copy."
        ) from trouble


def _open_checked(uri: str, path: Path) -> Database:
    connection = _connect(uri, path)
    try:
        _check_is_case(path, connection)
        if _number(connection, "user_version") < CASE_FORMAT:
            connection = _newest_in_memory(path, connection)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return SqliteDatabase(path, connection)


def _newest_in_memory(path: Path, older: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy in memory, taken to the newest format: a case that is only read is not changed."""
    newest = sqlite3.connect(":memory:", isolation_level=None)
    with telling(path):
        older.backup(newest)
        older.close()
        migrate(newest, migration_steps())
    return newest


def refuse_newer(path: Path) -> None:
    """Look at the file's header, without opening the database.

    Raises:
        CaseTooNew: If a newer version made it.
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError:
        return
    if len(header) == _HEADER_BYTES and header.startswith(b"SQLite format 3\0"):
        _refuse_newer(path, int.from_bytes(header[_USER_VERSION_AT : _USER_VERSION_AT + 4], "big"))


def migrate(connection: sqlite3.Connection, steps: Iterable[tuple[int, str]]) -> None:
    """Apply the steps that a database lacks, each in one transaction.

    Args:
        connection: The database, of any older format.
        steps: Number of the format that a step leads to, and its SQL; in order.
    """
    for number, script in steps:
        if _number(connection, "user_version") < number:
            connection.executescript(f"BEGIN IMMEDIATE; {script}\nPRAGMA user_version = {number}; COMMIT;")


def migration_steps() -> list[tuple[int, str]]:
    """Return the steps that ship with this version, in order."""
    folder = resources.files("tenderlight.cases") / "migrations"
    found = [(_STEP.fullmatch(file.name), file) for file in folder.iterdir()]
    return sorted((int(name["number"]), file.read_text("utf-8")) for name, file in found if name)


def schema() -> str:
    """Return the SQL that makes an empty database of the newest format."""
    return (resources.files("tenderlight.cases") / "schema.sql").read_text("utf-8")


def columns_of(table: str) -> str:
    """Return the names of the columns of a table of the newest format, with spaces between."""
    with closing(sqlite3.connect(":memory:")) as empty:
        empty.executescript(schema())
        return " ".join(str(row[1]) for row in empty.execute(f"PRAGMA table_info({table})"))


def _connect(uri: str, path: Path, *, is_of_one_thread: bool = True) -> sqlite3.Connection:
    with telling(path):
        connection = sqlite3.connect(
            uri, uri=True, isolation_level=None, timeout=BUSY_SECONDS, check_same_thread=is_of_one_thread
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        return connection


def _look_at_each_table(connection: sqlite3.Connection) -> None:
    """Read the beginning of every table, so that most damage is met before the file is touched."""
    for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall():
        quoted = name.replace('"', '""')
        connection.execute(f'SELECT 1 FROM "{quoted}" LIMIT 1').fetchone()  # noqa: S608 - names of the schema, quoted


def _prepare(path: Path, connection: sqlite3.Connection) -> bool:
    if _number(connection, "user_version") == 0 and _is_empty(connection):
        connection.executescript(
            f"BEGIN IMMEDIATE; {schema()}\nPRAGMA application_id = {APPLICATION_ID}; "
            f"PRAGMA user_version = {CASE_FORMAT}; COMMIT;"
        )
        return True
    _check_is_case(path, connection)
    migrate(connection, migration_steps())
    return False


def _check_is_case(path: Path, connection: sqlite3.Connection) -> None:
    with telling(path):
        if _number(connection, "application_id") != APPLICATION_ID:
            raise damaged(path, "it is not the database of a case")
        _refuse_newer(path, _number(connection, "user_version"))


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is None


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
    return int(number)


def _refuse_newer(path: Path, found: int) -> None:
    if found > CASE_FORMAT:
        raise CaseTooNew(
            f"The case in {path.parent} has format {found}; this Tenderlight knows formats up to {CASE_FORMAT}.",
            path=str(path.parent),
        )
