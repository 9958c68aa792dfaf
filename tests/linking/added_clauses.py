"""Clauses given one by one, as tests say them, for what takes those of a document at once."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.linking.clause_rows import IS_SIGNED, ClauseAt, rows_of
from tenderlight.linking.resemblance import Compared, signatures_of
from tenderlight.linking.shared_clauses import ClausesOfBuyers, Holder, Place, Shared


class AddedClauses:
    """Takes clauses in any order."""

    def __init__(self) -> None:
        self._added: dict[tuple[str, str | None, str], list[ClauseAt]] = {}
        self._made: tuple[ClausesOfBuyers, list[str]] | None = None

    def add(
        self, letters: str, place: Place, buyer: str | None, *, language: str = "", is_of_purchase: bool = False
    ) -> None:
        one = ClauseAt(place.page_number, place.start, place.end, letters, is_of_purchase)
        self._made = None
        self._added.setdefault((place.document, buyer, language), []).append(one)

    @property
    def buyers(self) -> int:
        return self._taken[0].buyers

    def shared(self) -> Iterator[Shared]:
        clauses, letters = self._taken
        return clauses.shared(Compared(lambda numbers: [letters[number] for number in numbers]))

    @property
    def _taken(self) -> tuple[ClausesOfBuyers, list[str]]:
        """Return the clauses, each signed where it is first, and their letters by their numbers."""
        if self._made is not None:
            return self._made
        clauses, letters = ClausesOfBuyers(), dict[str, int]()
        for (document, buyer, language), added in self._added.items():
            rows, signed = rows_of(added), []
            for at, one in enumerate(added):
                if one.letters not in letters:
                    letters[one.letters] = len(letters)
                    signed.append(at)
            rows["flags"][signed] |= IS_SIGNED
            new = [added[at].letters for at in signed]
            clauses.take(document, rows, signatures_of(new), Holder(buyer, language))
        assert not len(clauses.table.unsigned)
        self._made = clauses, [*letters]
        return self._made
