"""The tables of a case on a PostgreSQL server: the one module that talks to it, through psycopg (extra `postgres`).

Several processes may change one case. A transaction that changes something takes the lock of the case first (an
advisory lock, which the server frees with the transaction or the connection, whatever happens to either), so changes
are made one group after another. Statements are prepared on the server, but planned anew for the values of each
question: a plan made for any value would do without indexes.
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, TypeVar

from tenderlight.cases.database import Database, Parameters, Row
from tenderlight.cases.places import Server
from tenderlight.cases.postgresql_words import columns_of_all, kept, read_back, worded
from tenderlight.errors import (
    CaseDamaged,
    CaseInUse,
    DatabaseLost,
    OptionalPartMissing,
    StorageFull,
    TenderlightError,
    UsageError,
)

if TYPE_CHECKING:
    import psycopg.abc
    from psycopg.abc import Buffer

CONNECT_SECONDS = 10
LOCK_SECONDS = 30
"""How long others may hold the lock of a case before whoever waits is told so."""
ROWS_AT_ONCE = 500
PREPARED_AFTER = 2
"""A statement that was asked as often on a connection is not sent and taken apart again."""
_BEGIN = "BEGIN; SELECT pg_advisory_xact_lock(1414283092, hashtext(current_schema() || 'changes'))"
"""With the lock of the case, in one question."""
_TRY_LOCK = "SELECT pg_try_advisory_lock(1414283092, hashtext(current_schema() || $1))"
_NAMES = itertools.count(1)
_AskedT = TypeVar("_AskedT")
_SETTINGS = (
    f"SET lock_timeout = '{LOCK_SECONDS}s'",
    "SET jit = off",
    "SET plan_cache_mode = force_custom_plan",
    "SET client_min_messages = warning",
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
)
_FULL = ("53100", "53200", "53000")
_REFUSED = ("28", "3D", "42501", "25006", "0A")
_LOST = ("08", "57P", "58", "25P03", "57014")
_DAMAGED = ("XX",)


class PostgresqlDatabase(Database):
    """A connection that starts a transaction with the first change and keeps it until `commit`.

    A connection that broke is made again for the next question; a transaction that was open then is lost.

    Args:
        server: Where the tables are.
        is_for_changes: Whether they may be changed.

    Raises:
        DatabaseLost: From any method, if the server cannot be reached, or broke off.
    """

    def __init__(self, server: Server, *, is_for_changes: bool) -> None:
        self._server = server
        self._is_for_changes = is_for_changes
        self._telling = telling(server)
        self._is_closed = False
        self._in_transaction = False
        self._alone: list[str] = []
        self._connection = _connected(server, is_for_changes=is_for_changes)

    def query(self, statement: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Yield the rows that a SELECT finds, all of which are fetched at once."""
        yield from map(read_back, self._asked(statement, parameters).fetchall())

    def stream(self, statement: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Yield the rows that a SELECT finds, some of them in memory at a time."""
        import psycopg

        rows = self._again_if_lost(lambda: self._server_cursor(statement, parameters))
        try:
            while True:
                with self._telling:
                    found = rows.fetchmany(ROWS_AT_ONCE)
                yield from map(read_back, found)
                if len(found) < ROWS_AT_ONCE:
                    return
        finally:
            with suppress(psycopg.Error):
                rows.close()

    def row(self, statement: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row that a SELECT finds, or None."""
        found = self._asked(statement, parameters).fetchone()
        return None if found is None else read_back(found)

    def change(self, statement: str, parameters: Parameters = ()) -> int:
        """Run one INSERT, UPDATE or DELETE inside the transaction; return how many rows it changed."""
        self.begin()
        with self._telling:
            return self._connection.execute(worded(statement), kept(parameters)).rowcount

    def change_many(self, statement: str, rows: Iterable[Parameters]) -> None:
        """Run one statement for each row of parameters inside the transaction."""
        self.begin()
        with self._telling, self._connection.cursor() as cursor:
            cursor.executemany(worded(statement), map(kept, rows))

    def add_many(self, table: str, columns: str, rows: Iterable[Parameters]) -> None:
        """Add rows to a table inside the transaction, by COPY."""
        waiting = iter(rows)
        first = next(waiting, None)
        if first is None:
            return
        self.begin()
        statement = f"COPY {table} ({', '.join(columns.split())}) FROM STDIN"
        with self._telling, self._connection.cursor() as cursor, cursor.copy(statement) as copy:
            for row in itertools.chain((first,), waiting):
                copy.write_row(kept(row))

    def overwrite_deleted(self) -> None:
        """Do nothing: what a server leaves of deleted rows, in its files, log and copies, is in its owner's hands."""

    @contextmanager
    def whole(self) -> Iterator[None]:
        """Make the changes of the block all or none, within the transaction."""
        import psycopg

        self.begin()
        with self._telling:
            self._connection.execute("SAVEPOINT whole")
        try:
            yield
        except BaseException:
            with suppress(psycopg.Error):
                self._connection.execute("ROLLBACK TO SAVEPOINT whole")
                self._connection.execute("RELEASE SAVEPOINT whole")
            raise
        with self._telling:
            self._connection.execute("RELEASE SAVEPOINT whole")

    def faults(self) -> list[str]:
        """Return what is wrong with the tables: columns that are missing. The server holds the rest itself."""
        found = set(
            self.query(
                "SELECT table_name::text, column_name::text FROM information_schema.columns "
                "WHERE table_schema = current_schema()"
            )
        )
        return [f"the column {column} of {table} is missing" for table, column in sorted(columns_of_all() - found)]

    def begin(self) -> None:
        """Begin a transaction, if none is open, with the lock of the case.

        Raises:
            CaseInUse: If others held it for too long.
        """
        if self._in_transaction and not self._is_broken:
            return
        if self._in_transaction:
            raise DatabaseLost(f"The connection to {self._server} broke off.", path=str(self._server))
        self._mend()
        with self._telling:
            self._in_transaction = True
            try:
                self._connection.execute(_BEGIN, prepare=False)
            except BaseException:
                self.roll_back()
                raise

    def commit(self) -> None:
        """Make the changes since the last commit durable. If that fails, none of them is, or all (`DatabaseLost`)."""
        if not self._in_transaction:
            return
        try:
            with self._telling:
                self._refuse_undone(self._connection.execute("COMMIT").statusmessage)
        except BaseException:
            self.roll_back()
            raise
        self._in_transaction = False

    def _refuse_undone(self, ended: str | None) -> None:
        """Refuse what a server answers to COMMIT where something had failed before: it was a ROLLBACK."""
        if ended != "COMMIT":
            raise DatabaseLost(f"{self._server} took nothing of the last changes.", path=str(self._server))

    def transaction(self) -> int:
        """Return the number of the transaction that is open, or begun now; `was_made` tells later what became of it."""
        self.begin()
        with self._telling:
            found = self._connection.execute("SELECT txid_current()").fetchone()
        assert found is not None
        return int(found[0])

    def was_made(self, transaction: int) -> bool:
        """Say whether a transaction was committed, by whatever connection."""
        found = self.row("SELECT txid_status(?)", (transaction,))
        return found is not None and found[0] == "committed"

    def roll_back(self) -> None:
        """Undo the changes since the last commit."""
        import psycopg

        if self._in_transaction:
            self._in_transaction = False
            try:
                self._connection.execute("ROLLBACK")
            except psycopg.Error:
                with suppress(psycopg.Error):
                    self._connection.close()

    def close(self, *, fold: bool = False) -> None:  # noqa: ARG002 - there is no file
        """Close; what was not committed is undone."""
        self._is_closed = True
        self.roll_back()
        self._connection.close()

    def claim_alone(self, what: str) -> bool:
        """Take a lock that lasts as long as the connection; say whether nobody else has it."""
        with self._telling:
            found = self._connection.execute(_TRY_LOCK, (what,)).fetchone()
        is_ours = bool(found and found[0])
        if is_ours and what not in self._alone:
            self._alone.append(what)
        return is_ours

    def script(self, script: str) -> None:
        """Run several statements of our own, in the transaction that is open."""
        with self._telling:
            self._connection.execute(script.encode("utf-8"), prepare=False)

    @property
    def _is_broken(self) -> bool:
        return self._connection.closed or self._connection.broken

    def _asked(self, statement: str, parameters: Parameters) -> psycopg.Cursor[Row]:
        def ask() -> psycopg.Cursor[Row]:
            with self._telling:
                return self._connection.execute(worded(statement), kept(parameters))

        return self._again_if_lost(ask)

    def _server_cursor(self, statement: str, parameters: Parameters) -> psycopg.RawServerCursor[Row]:
        import psycopg

        rows = psycopg.RawServerCursor(self._connection, f"rows_{next(_NAMES)}", withhold=True)
        try:
            with self._telling:
                rows.execute(worded(statement), kept(parameters))
        except BaseException:
            with suppress(psycopg.Error):
                rows.close()
            raise
        return rows

    def _again_if_lost(self, ask: Callable[[], _AskedT]) -> _AskedT:
        """Ask; outside of a transaction, once more if the connection broke off meanwhile."""
        is_alone = not self._in_transaction
        self._mend()
        try:
            return ask()
        except DatabaseLost:
            if not is_alone or self._is_closed:
                raise
        self._mend()
        return ask()

    def _mend(self) -> None:
        """Connect anew if the connection broke, unless a transaction was lost with it."""
        if self._is_broken and not self._in_transaction and not self._is_closed:
            self._connection = _connected(self._server, is_for_changes=self._is_for_changes)
            if not all(map(self.claim_alone, self._alone)):
                raise CaseInUse(f"Another process has taken over {self._server} meanwhile.", path=str(self._server))


class telling:  # noqa: N801 - read as a verb, as that of SQLite
    """Tell a server's troubles in the project's own errors; no password is in them.

    Raises:
        CaseDamaged, CaseInUse, DatabaseLost, StorageFull, UsageError: As the trouble is.
    """

    __slots__ = ("_server",)

    def __init__(self, server: Server) -> None:
        self._server = server

    def __enter__(self) -> None:
        """Begin."""

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Tell what was raised, if it is the server's."""
        if trouble is None or isinstance(trouble, TenderlightError):
            return
        import psycopg

        if isinstance(trouble, psycopg.Error):
            told = told_of(self._server, trouble)
            if told is not None:
                raise told from trouble


def told_of(server: Server, trouble: psycopg.Error) -> TenderlightError | None:
    """Return a trouble of a server's in the project's own errors; None if it is none of the world's."""
    import psycopg

    state = trouble.sqlstate or ""
    if state in _FULL:
        return StorageFull(f"The disk of {server} is full.", path=str(server))
    if state == "55P03":
        return CaseInUse(f"Another process holds {server}.", path=str(server))
    if state.startswith(_DAMAGED):
        return CaseDamaged(f"The tables of {server} are not whole ({_line(trouble)}).", path=str(server))
    if state.startswith(_LOST):
        return DatabaseLost(f"{server} broke off ({_line(trouble)}).", path=str(server))
    if state.startswith(_REFUSED):
        return UsageError(f"{server} did not take it ({_line(trouble)}).")
    if not state and isinstance(trouble, psycopg.OperationalError | psycopg.InterfaceError):
        return DatabaseLost(f"{server} cannot be reached, or broke off ({_line(trouble)}).", path=str(server))
    return None


def _line(trouble: BaseException) -> str:
    """Return the first line of what a server or its driver says, without control characters."""
    line = next(iter(str(trouble).strip().splitlines()), "no reason given")
    return "".join(one if one.isprintable() else " " for one in line)[:300].rstrip(".")


@functools.cache
def _whole_numbers() -> type[psycopg.abc.Loader]:
    """Return what reads the sums of whole numbers, of which a server makes decimals."""
    from psycopg.adapt import Loader

    class WholeNumbers(Loader):
        """Reads a sum."""

        def load(self, data: Buffer) -> int:
            """Return it."""
            return int(bytes(data))

    return WholeNumbers


def _connected(server: Server, *, is_for_changes: bool) -> psycopg.Connection[Row]:
    try:
        import psycopg
    except ImportError as trouble:
        raise OptionalPartMissing(
            f"For {server}, the driver of PostgreSQL is needed ({trouble}).", extra="postgres"
        ) from trouble
    with telling(server):
        try:
            connection: psycopg.Connection[Any] = psycopg.connect(
                server.address,
                autocommit=True,
                prepare_threshold=PREPARED_AFTER,
                cursor_factory=psycopg.RawCursor,
                client_encoding="utf8",
                application_name="tenderlight",
                connect_timeout=CONNECT_SECONDS,
            )
        except psycopg.ProgrammingError as trouble:
            raise UsageError(f"The address {server} cannot be read by the driver of PostgreSQL.") from trouble
        connection.adapters.register_loader("numeric", _whole_numbers())
        try:
            for setting in _SETTINGS:
                connection.execute(setting)
            if not is_for_changes:
                connection.execute("SET default_transaction_read_only = on")
        except BaseException:
            connection.close()
            raise
        return connection
