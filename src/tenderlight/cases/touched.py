"""Which claims a damage touches: those that no longer have everything behind them.

A damage says in its details what it is about: `document` (an original, or what was read or claimed of it), `claim`, or
`since` (entries of the log from that number on, which nothing shows to be what they were).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases.database import Database
from tenderlight.cases.opening import open_to_read
from tenderlight.cases.places import Place
from tenderlight.errors import CustodyLogDamaged, Damaged, TenderlightError

_OF_DOCUMENTS = frozenset({Act.INGEST, Act.EXTRACT, Act.CLAIM, Act.LINK})


class Touched:
    """Names the claims that damages of a case touch.

    Args:
        place: The case folder, or the server that keeps the tables.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._folder = Path()

    def by(self, troubles: Iterable[Damaged]) -> list[tuple[str, ...] | None]:
        """Return the ids of the claims that each damage touches, sorted; None if the database cannot be asked."""
        wanted = list(troubles)
        try:
            self._folder, database = open_to_read(self._place)
        except TenderlightError:
            return [None] * len(wanted)
        try:
            return [self._of(database, trouble) for trouble in wanted]
        except TenderlightError:
            return [None] * len(wanted)
        finally:
            database.close()

    def _of(self, database: Database, trouble: Damaged) -> tuple[str, ...]:
        details = trouble.details
        found: set[str] = set()
        if details.get("claim"):
            found.add(details["claim"])
        if "document" in details:
            found |= _ids(database, "SELECT id FROM claims WHERE document = ?", details["document"])
        if "since" in details:
            shown = self._shown(int(details["since"]))
            rows = database.query("SELECT id, document FROM claims")
            found |= {str(claim) for claim, document in rows if document not in shown}
            numbers = self._reviews(int(details["since"]))
            reviews = database.query("SELECT claim, number FROM reviews")
            found |= {str(claim) for claim, number in reviews if number not in numbers}
        return tuple(sorted(found))

    def _shown(self, since: int) -> set[str]:
        """Return the documents whose claims were made before an entry, with nothing said of them from it on."""
        claimed: set[str] = set()
        with suppress(CustodyLogDamaged):
            for entry, _ in read_log(self._folder):
                document = str(entry.details.get("object"))
                if entry.act == Act.CLAIM and entry.seq < since:
                    claimed.add(document)
                elif entry.act in _OF_DOCUMENTS and entry.seq >= since:
                    claimed.discard(document)
        return claimed

    def _reviews(self, since: int) -> set[int]:
        numbers: set[int] = set()
        with suppress(CustodyLogDamaged):
            for entry, _ in read_log(self._folder):
                if entry.act == Act.REVIEW and entry.seq < since:
                    numbers.add(int(str(entry.details.get("number"))))
        return numbers


def _ids(database: Database, sql: str, value: str) -> set[str]:
    return {str(claim) for (claim,) in database.query(sql, (value,))}
