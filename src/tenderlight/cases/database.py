"""The tables of a case, whatever keeps them: one file of SQLite (`sqlite_file`), or a server (`postgresql`).

Statements are written once, in SQL that both know, with a mark (``?``, or ``?1`` where a value is used twice) for each
value. What the two say differently is said in SQLite's words and put into the other's in one place,
`tenderlight.cases.postgresql_words`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from typing import Any

CASE_FORMAT = 8
Parameters = tuple[str | int | float | bytes | None, ...]
Row = tuple[Any, ...]
"""A row as it stands in a table whose columns hold what the schema says."""


class Database(ABC):
    """Tables that start a transaction with the first change and keep it until `commit`.

    Raises:
        CaseDamaged, StorageFull, CaseInUse, UsageError: From any method, as the trouble is.
    """

    @abstractmethod
    def query(self, statement: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Yield the rows that a SELECT finds. Whoever stops early may close the database before or after it."""

    def stream(self, statement: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Yield the rows that a SELECT finds, where they may be more than memory has room for."""
        return self.query(statement, parameters)

    @abstractmethod
    def row(self, statement: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row that a SELECT finds, or None."""

    @abstractmethod
    def change(self, statement: str, parameters: Parameters = ()) -> int:
        """Run one INSERT, UPDATE or DELETE inside the transaction; return how many rows it changed."""

    @abstractmethod
    def change_many(self, statement: str, rows: Iterable[Parameters]) -> None:
        """Run one statement for each row of parameters inside the transaction."""

    @abstractmethod
    def add_many(self, table: str, columns: str, rows: Iterable[Parameters]) -> None:
        """Add rows to a table inside the transaction.

        Args:
            table: Its name.
            columns: Names of the columns that the rows have, with spaces between.
            rows: None of them is there yet.
        """

    @abstractmethod
    def overwrite_deleted(self) -> None:
        """Have what is deleted from here on overwritten, as far as that is in the hands of this side."""

    @abstractmethod
    def whole(self) -> AbstractContextManager[None]:
        """Make the changes of the block all or none, within the transaction."""

    @abstractmethod
    def faults(self) -> list[str]:
        """Return what is wrong with the tables themselves: structure, constraints, references; [] if they are whole."""

    @abstractmethod
    def commit(self) -> None:
        """Make the changes since the last commit durable. If that fails, none of them is."""

    @abstractmethod
    def roll_back(self) -> None:
        """Undo the changes since the last commit."""

    @abstractmethod
    def close(self, *, fold: bool = False) -> None:
        """Close; what was not committed is undone.

        Args:
            fold: Leave one plain file, where the tables are a file.
        """


def adding(table: str, columns: str) -> str:
    """Return the statement that adds a row; `columns` are names with spaces between."""
    names = columns.split()
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"  # noqa: S608 - our own


def putting(table: str, columns: str, *, key: str) -> str:
    """Return the statement that adds a row, or puts it in the place of the one with the same key.

    Args:
        table: Its name.
        columns: Names of all columns of the table, with spaces between.
        key: Names of the columns that no two rows have alike, with commas between.
    """
    others = [name for name in columns.split() if name not in key.split(", ")]
    placed = ", ".join(f"{name} = excluded.{name}" for name in others)
    return f"{adding(table, columns)} ON CONFLICT ({key}) DO UPDATE SET {placed}"


PUT_META = putting("meta", "key value", key="key")
