"""Decisions of people on the parties of a case: entries of the custody log and rows; none is overwritten."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator

from tenderlight.archive.custody import Act, Detail
from tenderlight.cases.alone import alone
from tenderlight.cases.database import Database
from tenderlight.cases.journal import Journal
from tenderlight.cases.ledger import put_decision
from tenderlight.cases.words_of_people import BECAUSE_CHARACTERS, PERSON_CHARACTERS, bounded
from tenderlight.errors import UsageError
from tenderlight.linking.party_decisions import Decision, Verdict

_ALL = "SELECT number, verdict, one, other, person, because, at, undoes FROM party_decisions ORDER BY number"


class Decisions:
    """The decisions of a case, and the pen for further ones.

    Args:
        database: Where they stand.
        journal: The writer of the case; None = it is open for reading only.
    """

    def __init__(self, database: Database, journal: Journal | None) -> None:
        self._database = database
        self._journal = journal

    def __iter__(self) -> Iterator[Decision]:
        """Yield every decision, undone ones too, the oldest first."""
        for row in list(self._database.query(_ALL)):
            number, verdict, one, other, person, because, at, undoes = row
            yield Decision(
                number=number,
                verdict=Verdict(verdict),
                one=one,
                other=other,
                person=person,
                because=because,
                at=at,
                undoes=undoes,
            )

    @alone
    def add(
        self,
        verdict: Verdict,
        pair: tuple[str, str] = ("", ""),
        *,
        person: str,
        because: str,
        undoes: int | None = None,
        now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
    ) -> Decision:
        """Write a decision into log and database.

        Args:
            verdict: What is said.
            pair: Keys of two spellings; left out of an undoing.
            person: Who says it.
            because: Why.
            undoes: Of an undoing, the number of the decision that no longer counts.
            now: The clock.

        Raises:
            StorageFull: If the disk would not take it.
            UsageError: If nobody says it or no reason is given; if both names are one spelling; if there is no such
                decision to undo; if the case is open for reading only.
        """
        if self._journal is None:
            raise UsageError("The case is open for reading only.")
        number = 1 + max((each.number for each in self), default=0)
        made = Decision(
            number=number,
            verdict=verdict,
            one=pair[0],
            other=pair[1],
            person=bounded(person, PERSON_CHARACTERS, "--by: who decides"),
            because=bounded(because, BECAUSE_CHARACTERS, "--because: why"),
            at=now().astimezone(datetime.UTC).isoformat(timespec="seconds"),
            undoes=undoes,
        )
        self._refuse_empty(made)
        with self._journal.change():
            put_decision(self._database, made)
            self._journal.note(Act.DECIDE, **details_of(made))
        return made

    def _refuse_empty(self, made: Decision) -> None:
        if made.verdict is Verdict.UNDO:
            if made.undoes not in {each.number for each in self}:
                raise UsageError(f"There is no decision {made.undoes}; `tenderlight parties log CASE` shows them.")
        elif made.one == made.other:
            raise UsageError("Both are one spelling of the case; it cannot be held against itself.")


def details_of(made: Decision) -> dict[str, Detail]:
    """Return a decision as its entry of the log says it."""
    return {
        "number": made.number,
        "verdict": made.verdict.value,
        "one": made.one,
        "other": made.other,
        "person": made.person,
        "because": made.because,
        "at": made.at,
        "undoes": made.undoes,
    }
