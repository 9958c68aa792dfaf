"""Registers of what people did: a table each, whose rows say word for word what the entries of the custody log say.

So a register is made again from the log, and held against it, by one piece of code, whatever it is about. Rows are
only ever added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tenderlight.archive.custody import Act, Detail, Entry
from tenderlight.cases.database import Database, Row, putting

Details = dict[str, Detail]


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """One register: its table, the acts that write it, and its columns (keys of the entries)."""

    table: str
    what: str
    """One of its rows, for people: "review"."""
    acts: tuple[Act, ...]
    texts: tuple[str, ...]
    """Columns that hold words."""
    maybe_texts: tuple[str, ...] = ()
    """Columns that hold words, or nothing."""
    maybe_numbers: tuple[str, ...] = ()
    """Columns that hold a number, or nothing."""

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns; the first is the number of the row, from 1, in the order of the log."""
        return ("number", *self.texts, *self.maybe_texts, *self.maybe_numbers)

    def details(self, entry: Entry) -> Details:
        """Return the row that an entry says.

        Raises:
            KeyError, TypeError: If it lacks something.
        """
        found: Details = {column: entry.details[column] for column in self.columns}
        for columns, kinds in (
            (("number",), (int,)),
            (self.texts, (str,)),
            (self.maybe_texts, (str, type(None))),
            (self.maybe_numbers, (int, type(None))),
        ):
            for column in columns:
                if type(found[column]) not in kinds:
                    raise TypeError(column)
        return found

    def put(self, database: Database, details: Mapping[str, Detail]) -> None:
        """Write a row."""
        statement = putting(self.table, " ".join(self.columns), key="number")
        database.change(statement, tuple(details[column] for column in self.columns))

    def rows(self, database: Database, where: str = "1 = 1", *values: str | int) -> Iterator[Details]:
        """Yield rows, the oldest first.

        Args:
            database: Where from.
            where: A condition of our own words, with a mark for each of the values.
            values: They.
        """
        sql = f"SELECT {', '.join(self.columns)} FROM {self.table} WHERE {where} ORDER BY number"  # noqa: S608 - our own
        return (self._named(row) for row in database.query(sql, values))

    def next_number(self, database: Database) -> int:
        """Return the number of the row to come."""
        row = database.row(f"SELECT max(number) FROM {self.table}")  # noqa: S608 - a name of our own
        return 1 if row is None or row[0] is None else int(row[0]) + 1

    def _named(self, row: Row) -> Details:
        return dict(zip(self.columns, row, strict=True))


REVIEWS = Register(
    table="reviews",
    what="review",
    acts=(Act.REVIEW,),
    texts=("claim", "object", "verdict", "person", "because", "at", "saw"),
    maybe_texts=("edit",),
    maybe_numbers=("seen", "undoes"),
)
REPLIES = Register(
    table="replies",
    what="request for a reply",
    acts=(Act.REPLY,),
    texts=("party", "contract", "asked_of", "asked_how", "asked_at", "deadline", "attachments", "person", "at"),
    maybe_texts=("answer", "answered_at"),
    maybe_numbers=("amends",),
)
CORRECTIONS = Register(
    table="corrections",
    what="correction",
    acts=(Act.CORRECT,),
    texts=("object", "reading_sha256", "was", "now", "person", "because", "at"),
    maybe_numbers=("page_number", "starts_at", "ends_at", "undoes"),
)
NOTES = Register(
    table="notes",
    what="note",
    acts=(Act.NOTE,),
    texts=("kind", "subject", "text", "person", "at"),
    maybe_numbers=("undoes",),
)
PUBLICATIONS = Register(
    table="publications",
    what="publication",
    acts=(Act.PUBLISH, Act.WITHDRAW),
    texts=("kind", "dossier", "sha256", "claims", "person", "because", "at"),
    maybe_numbers=("concerns",),
)
REGISTERS = (REVIEWS, REPLIES, CORRECTIONS, NOTES, PUBLICATIONS)
BY_ACT = {act.value: register for register in REGISTERS for act in register.acts}
