"""The pen of a register: what every entry that a person makes has in common."""

from __future__ import annotations

import datetime

from tenderlight.archive.custody import Act
from tenderlight.cases.database import Database
from tenderlight.cases.journal import Journal
from tenderlight.cases.registers import Details, Register
from tenderlight.cases.words_of_people import PERSON_CHARACTERS, named
from tenderlight.errors import UsageError


def utc_now() -> datetime.datetime:
    """Return what the clock says."""
    return datetime.datetime.now(datetime.UTC)


class Pen:
    """Writes rows of a register, each with its entry of the log.

    What is written is acknowledged by `Case.commit`, or when the case is closed.

    Args:
        database: Where rows stand.
        journal: The writer of the case; None = it is open for reading only.
    """

    def __init__(self, database: Database, journal: Journal | None) -> None:
        self._database = database
        self._journal = journal
        self.now = utc_now
        """The clock."""

    def _writing(self) -> Journal:
        """Return the writer of the case.

        Raises:
            UsageError: If the case is open for reading only.
        """
        if self._journal is None:
            raise UsageError("The case is open for reading only.")
        return self._journal

    def _signed(self, register: Register, details: Details, person: str) -> Details:
        """Return a row with number, person and time.

        Raises:
            UsageError: If nobody says it.
        """
        return {
            **details,
            "number": register.next_number(self._database),
            "person": named(person, PERSON_CHARACTERS, "--by: who says it"),
            "at": self.now().astimezone(datetime.UTC).isoformat(timespec="seconds"),
        }

    def _write(self, register: Register, act: Act, details: Details) -> None:
        """Write a row and its entry of the log.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If the case is open for reading only.
        """
        with self._writing().change():
            self._put(register, act, details)

    def _put(self, register: Register, act: Act, details: Details) -> None:
        """Write a row and its entry of the log, inside `Journal.change`."""
        register.put(self._database, details)
        self._writing().note(act, **details)
