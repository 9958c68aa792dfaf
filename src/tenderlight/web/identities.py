"""Which account somebody comes in to whom an issuer names.

An account is tied to a subject of an issuer: a name that the issuer never gives to anybody else. It may be tied to an
address of mail first; who comes with it, verified by the issuer, is tied by their subject from then on, and the address
ties nobody any more: a later owner of the same address is not the same person.
"""

from __future__ import annotations

import datetime
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from tenderlight.errors import UsageError
from tenderlight.web.id_tokens import LONGEST_SUBJECT, Identity

SUBJECT, EMAIL = "subject", "email"
SCHEMA = """
CREATE TABLE IF NOT EXISTS identities (
    issuer TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('subject', 'email')), value TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES accounts (name), tied_at TEXT NOT NULL, PRIMARY KEY (issuer, kind, value)
) STRICT, WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """An account, and what an issuer calls the person it is of."""

    account: str
    issuer: str
    kind: str
    """`subject` or `email`."""
    value: str
    tied_at: str


class Identities:
    """The ties of a team's accounts.

    Args:
        connection: To the file of accounts.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def tie(self, account: str, issuer: str, *, kind: str, value: str) -> None:
        """Tie an account, which must be there.

        Raises:
            UsageError: If the value is none, or tied already.
        """
        value = value.lower() if kind == EMAIL else value
        if not 0 < len(value) <= LONGEST_SUBJECT or not value.isprintable() or value != value.strip():
            raise UsageError(f"This is no {kind}.")
        if kind == EMAIL and (not value.isascii() or not all(value.rpartition("@"))):
            raise UsageError("This is no address of mail.")
        try:
            self._connection.execute(
                "INSERT INTO identities VALUES (?, ?, ?, ?, ?)", (issuer, kind, value, account, _now())
            )
        except sqlite3.IntegrityError:
            (tied,) = [one.account for one in self.all() if (one.issuer, one.kind, one.value) == (issuer, kind, value)]
            raise UsageError(f"This {kind} is tied to {tied} already.") from None

    def untie(self, account: str) -> int:
        """Take all ties of an account away; return how many there were."""
        return self._connection.execute("DELETE FROM identities WHERE account = ?", (account,)).rowcount

    def all(self) -> Iterator[Tie]:
        """Yield all ties, by account."""
        with closing(
            self._connection.execute("SELECT account, issuer, kind, value, tied_at FROM identities ORDER BY 1, 2, 3, 4")
        ) as rows:
            for account, issuer, kind, value, tied_at in rows.fetchall():
                yield Tie(account=account, issuer=issuer, kind=kind, value=value, tied_at=tied_at)

    def account_of(self, identity: Identity) -> str | None:
        """Return the account of somebody whom an issuer names; None if none is tied to them.

        Whoever was known by their address of mail is known by their subject from now on.
        """
        tied = self._tied(identity.issuer, SUBJECT, identity.subject)
        if tied is not None or not identity.email:
            return tied
        tied = self._tied(identity.issuer, EMAIL, identity.email)
        if tied is not None:
            self._connection.execute(
                "UPDATE identities SET kind = ?, value = ?, tied_at = ? WHERE issuer = ? AND kind = ? AND value = ?",
                (SUBJECT, identity.subject, _now(), identity.issuer, EMAIL, identity.email),
            )
        return tied

    def _tied(self, issuer: str, kind: str, value: str) -> str | None:
        statement = "SELECT account FROM identities WHERE issuer = ? AND kind = ? AND value = ?"
        with closing(self._connection.execute(statement, (issuer, kind, value))) as rows:
            row = rows.fetchone()
        return None if row is None else str(row[0])


def name_for(identity: Identity) -> str:
    """Return the name of an account that is made for somebody: nobody can choose one that another has."""
    both = f"{identity.issuer}\n{identity.subject}".encode()
    return f"id-{hashlib.sha256(both).hexdigest()[:16]}"


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
