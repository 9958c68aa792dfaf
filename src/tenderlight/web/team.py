"""Accounts of a team: who may come in, what they may do in which case, who is in, and every write that was tried.

One file, `team.sqlite`, in a folder of the team's own; several cases may share it, each served by a desk of its own. Of
passwords only the argon2id hash is kept, of sessions only the SHA-256 of their token.
"""

from __future__ import annotations

import datetime
import secrets
import sqlite3
import unicodedata
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from tenderlight.errors import UsageError
from tenderlight.web.identities import SCHEMA, Identities
from tenderlight.web.sessions import Role

if TYPE_CHECKING:
    from argon2 import PasswordHasher

NAME = "team.sqlite"
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 1_000
LONGEST_NAME = 100
LONGEST_TOLD = 300
"""Characters of a part of what was tried that are written down."""
LONGEST_PERSON = 200
MEMORY_KIB, TIME_COST = 19 * 1024, 2
"""Of argon2id: what OWASP asks at least; 35 ms of processor time a try where it was measured (64 MiB, t = 3: 220)."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS accounts (
    name TEXT PRIMARY KEY, person TEXT NOT NULL, password TEXT NOT NULL, made_at TEXT NOT NULL, closed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS access (
    account TEXT NOT NULL REFERENCES accounts (name), case_id TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'editor')), PRIMARY KEY (account, case_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sessions (
    key TEXT PRIMARY KEY, account TEXT NOT NULL REFERENCES accounts (name), case_id TEXT NOT NULL,
    address TEXT NOT NULL, began_at REAL NOT NULL, seen_at REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS audit (
    number INTEGER PRIMARY KEY, at TEXT NOT NULL, case_id TEXT NOT NULL, account TEXT NOT NULL, address TEXT NOT NULL,
    what TEXT NOT NULL, outcome TEXT NOT NULL
) STRICT;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody of the team."""

    name: str
    person: str
    """Name that their decisions are written under."""
    made_at: str
    closed_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What an account may do in a case."""

    account: str
    case_id: str
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """One write that was tried."""

    at: str
    case_id: str
    account: str
    """Empty = nobody known."""
    address: str
    what: str
    outcome: str
    number: int = 0
    """From 1, in the order in which they were tried; 0 = not written down yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSession:
    """A session, as it is written down. Times are seconds of the clock on the wall."""

    account: str
    case_id: str
    address: str
    began_at: float
    seen_at: float


class Team:
    """The accounts of a team. Use from one thread, as a context manager.

    Args:
        folder: Where `team.sqlite` is, or is to be.

    Raises:
        UsageError: If it may not be opened.
    """

    def __init__(self, folder: Path) -> None:
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = folder / NAME
            path.touch(mode=0o600)
            self._connection = _connected(path)
            self._connection.executescript(_SCHEMA + SCHEMA)
            self._pen = _connected(path, is_of_one_thread=False)
        except (OSError, sqlite3.Error) as trouble:
            raise UsageError(f"The accounts in {folder} may not be opened: {trouble}.") from trouble
        self._noted: list[Audited] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._pen.close()
        self._connection.close()

    # Accounts --------------------------------------------------------------------------------------------------------

    def add(self, name: str, password: str | None, *, person: str = "") -> Account:
        """Make an account.

        Args:
            name: To come in with: letters, digits, dots and hyphens.
            password: At least `SHORTEST_PASSWORD` characters; None = one that nobody knows, for who has an issuer.
            person: Name that decisions are written under; empty = `name`.

        Raises:
            UsageError: If the name is none or taken, decisions are written under that person's already, or the password
                is too short.
        """
        name = unicodedata.normalize("NFC", name)
        if not 0 < len(name) <= LONGEST_NAME or not all(sign.isalnum() or sign in ".-_@" for sign in name):
            raise UsageError("The name of an account has letters, digits, and . - _ @.")
        hashed = self._hashed(secrets.token_urlsafe(32) if password is None else password)
        shown = " ".join(person.split())[:LONGEST_PERSON] or name
        if any(one.name == name for one in self.accounts()):
            raise UsageError(f"There is an account {name} already.")
        if self.has_person(shown):
            raise UsageError(f"Decisions of another account are written as {shown}: two reviewers must be told apart.")
        self._change(
            "INSERT INTO accounts (name, person, password, made_at) VALUES (?, ?, ?, ?)",
            (name, shown, hashed, utc_now()),
        )
        return self.account(name)

    def has_person(self, person: str) -> bool:
        """Say whether decisions of some account, open or closed, are written under a name, or one that reads alike."""
        return _as_read(person) in {_as_read(one.person) for one in self.accounts()}

    def account(self, name: str) -> Account:
        """Return an account.

        Raises:
            UsageError: If there is none.
        """
        rows = self._rows("SELECT name, person, made_at, closed_at FROM accounts WHERE name = ?", (name,))
        if not rows:
            raise UsageError(f"There is no account {name[:80]}.")
        return _account(*rows[0])

    def accounts(self) -> Iterator[Account]:
        """Yield all accounts, by name."""
        for row in self._rows("SELECT name, person, made_at, closed_at FROM accounts ORDER BY name"):
            yield _account(*row)

    def change_password(self, name: str, password: str) -> None:
        """Give an account another password, and end its sessions.

        Raises:
            UsageError: If there is no such account, or the password is too short.
        """
        self.account(name)
        self._change("UPDATE accounts SET password = ? WHERE name = ?", (self._hashed(password), name))
        self.end_all(name)

    def close_account(self, name: str) -> None:
        """Let an account in no more, and end its sessions; what it did stays.

        Raises:
            UsageError: If there is no such account.
        """
        self.account(name)
        self._change("UPDATE accounts SET closed_at = ? WHERE name = ?", (utc_now(), name))
        self.end_all(name)

    def reopen_account(self, name: str) -> None:
        """Let a closed account in again, to do what it may.

        Raises:
            UsageError: If there is no such account.
        """
        self.account(name)
        self._change("UPDATE accounts SET closed_at = NULL WHERE name = ?", (name,))

    def grant(self, name: str, case_id: str, role: Role | None) -> None:
        """Say what an account may do in a case; None = nothing, and its sessions there end.

        Raises:
            UsageError: If there is no such account.
        """
        self.account(name)
        self._change("DELETE FROM access WHERE account = ? AND case_id = ?", (name, case_id))
        if role is None:
            self._change("DELETE FROM sessions WHERE account = ? AND case_id = ?", (name, case_id))
        else:
            self._change("INSERT INTO access (account, case_id, role) VALUES (?, ?, ?)", (name, case_id, role.value))

    def access(self) -> Iterator[Access]:
        """Yield who may do what where."""
        for account, case_id, role in self._rows("SELECT account, case_id, role FROM access ORDER BY 1, 2"):
            yield Access(account=account, case_id=case_id, role=Role(role))

    def role(self, name: str, case_id: str) -> Role | None:
        """Return what an account may do in a case; None = nothing."""
        rows = self._rows(
            "SELECT role FROM access JOIN accounts ON name = account "
            "WHERE account = ? AND case_id = ? AND closed_at IS NULL",
            (name, case_id),
        )
        return Role(rows[0][0]) if rows else None

    def hash_of(self, name: str) -> str:
        """Return the hash of an account's password; of an unknown or closed one, that of a password nobody knows."""
        rows = self._rows("SELECT password FROM accounts WHERE name = ? AND closed_at IS NULL", (name,))
        return str(rows[0][0]) if rows else self._nobodys

    def fits(self, hashed: str, password: str) -> bool:
        """Say whether a password has a hash. Takes a tenth of a second, whatever the answer; safe in any thread."""
        from argon2.exceptions import VerificationError

        try:
            self._hasher.verify(hashed, _typed(password)[:LONGEST_PASSWORD])
        except VerificationError:
            return False
        return hashed != self._nobodys

    @cached_property
    def identities(self) -> Identities:
        """Whom issuers call by which name."""
        return Identities(self._connection)

    # Sessions --------------------------------------------------------------------------------------------------------

    def begin(self, key: str, name: str, case_id: str, *, address: str, now: float) -> None:
        """Write a session down."""
        self._change(
            "INSERT INTO sessions (key, account, case_id, address, began_at, seen_at) VALUES (?, ?, ?, ?, ?, ?)",
            (key, name, case_id, address, now, now),
        )

    def session(self, key: str, case_id: str) -> tuple[str, float, float] | None:
        """Return account, beginning and last sight of a session."""
        rows = self._rows(
            "SELECT account, began_at, seen_at FROM sessions WHERE key = ? AND case_id = ?", (key, case_id)
        )
        return rows[0] if rows else None

    def sessions(self, name: str, case_id: str) -> list[tuple[str, str, float, float]]:
        """Return key, address, beginning and last sight of an account's sessions in a case."""
        return self._rows(
            "SELECT key, address, began_at, seen_at FROM sessions WHERE account = ? AND case_id = ? ORDER BY began_at",
            (name, case_id),
        )

    def all_sessions(self) -> Iterator[KeptSession]:
        """Yield the sessions of all accounts, those among them that are over and were not seen since."""
        statement = "SELECT account, case_id, address, began_at, seen_at FROM sessions ORDER BY account, began_at"
        for account, case_id, address, began_at, seen_at in self._rows(statement):
            yield KeptSession(account=account, case_id=case_id, address=address, began_at=began_at, seen_at=seen_at)

    def saw(self, key: str, now: float) -> None:
        """Say that a session is still in use."""
        self._change("UPDATE sessions SET seen_at = ? WHERE key = ?", (now, key))

    def end(self, key: str) -> None:
        """End a session."""
        self._change("DELETE FROM sessions WHERE key = ?", (key,))

    def forget_older(self, began_at: float) -> None:
        """Forget sessions that began before a moment."""
        self._change("DELETE FROM sessions WHERE began_at < ?", (began_at,))

    def end_all(self, name: str) -> None:
        """End all sessions of an account."""
        self._change("DELETE FROM sessions WHERE account = ?", (name,))

    # Audit -----------------------------------------------------------------------------------------------------------

    def note(self, tried: Audited) -> None:
        """Take in a write that was tried, to be written down by `write_notes`."""
        self._noted.append(
            replace(
                tried,
                account=one_line(tried.account),
                address=one_line(tried.address),
                what=one_line(tried.what),
                outcome=one_line(tried.outcome),
            )
        )

    def write_notes(self) -> None:
        """Write down the writes that were taken in, and force them to the disk; from any thread, one at a time."""
        noted, self._noted = self._noted, []
        rows = [(one.at, one.case_id, one.account, one.address, one.what, one.outcome) for one in noted]
        try:
            self._pen.execute("BEGIN IMMEDIATE")
            self._pen.executemany(
                "INSERT INTO audit (at, case_id, account, address, what, outcome) VALUES (?, ?, ?, ?, ?, ?)", rows
            )
            self._pen.execute("COMMIT")
        except sqlite3.Error:
            if self._pen.in_transaction:
                self._pen.execute("ROLLBACK")
            self._noted = [*noted, *self._noted]  # to be tried again with the next one
            raise

    def audit(self) -> Iterator[Audited]:
        """Yield every write that was tried, the oldest first."""
        statement = "SELECT number, at, case_id, account, address, what, outcome FROM audit ORDER BY number"
        for number, at, case_id, account, address, what, outcome in self._rows(statement):
            yield Audited(
                number=number, at=at, case_id=case_id, account=account, address=address, what=what, outcome=outcome
            )

    @cached_property
    def _hasher(self) -> PasswordHasher:
        from argon2 import PasswordHasher

        return PasswordHasher(time_cost=TIME_COST, memory_cost=MEMORY_KIB, parallelism=1)

    @cached_property
    def _nobodys(self) -> str:
        return self._hasher.hash(secrets.token_urlsafe(32))

    def _hashed(self, password: str) -> str:
        password = _typed(password)
        if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
            raise UsageError(f"A password has at least {SHORTEST_PASSWORD} characters.")
        return self._hasher.hash(password)

    def _rows(self, statement: str, values: tuple[str, ...] = ()) -> list[tuple[Any, ...]]:
        with closing(self._connection.execute(statement, values)) as cursor:
            return cursor.fetchall()

    def _change(self, statement: str, values: tuple[str | float | None, ...]) -> None:
        self._connection.execute(statement, values).close()


def one_line(untrusted_text: str) -> str:
    """Return a text as one line of a record: signs that nobody sees are blanks, and it has an end."""
    return "".join(sign if sign.isprintable() else " " for sign in untrusted_text[:LONGEST_TOLD])


def utc_now() -> str:
    """Return what the clock says, to the second."""
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")


def _as_read(person: str) -> str:
    return unicodedata.normalize("NFKC", person).casefold()


def _typed(password: str) -> str:
    """Return a password in the form that a page sends it in, whatever keyboard or file it came from."""
    return unicodedata.normalize("NFC", password).strip()


def _account(name: str, person: str, made_at: str, closed_at: str | None) -> Account:
    return Account(name=name, person=person, made_at=made_at, closed_at=closed_at)


def _connected(path: Path, *, is_of_one_thread: bool = True) -> sqlite3.Connection:
    made = sqlite3.connect(path, isolation_level=None, timeout=10, check_same_thread=is_of_one_thread)
    made.execute("PRAGMA journal_mode = WAL")
    made.execute("PRAGMA synchronous = FULL")
    made.execute("PRAGMA foreign_keys = ON")
    return made
