"""What is to be reviewed, in the order of what is least sure and would cost most; and how far people have come.

Nothing here looks at every claim: pages of the queue go on from a place in an index, and counts are read from one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from tenderlight.cases.answers import Paths, claim_of_row, contracts_joined
from tenderlight.cases.database import Database
from tenderlight.cases.standings import standing_of_claim, surroundings
from tenderlight.cases.urgency import Urgency, urgency
from tenderlight.linking.joins import Joins
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.review import Standing

MOST_AT_ONCE = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the queue: that of one claim. It stays a place when the claim has left the queue."""

    points: int
    claim: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A claim that waits for a person's look."""

    claim: Claim
    place: Place
    urgency: Urgency
    """Why it stands where it stands."""
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """Which claims of the queue are wanted: those that fit all that is not None."""

    kind: str | None = None
    capability: str | None = None
    polarity: str | None = None
    stage: str | None = None
    contract: str | None = None
    document: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far people have come."""

    by_status: Mapping[ClaimStatus, int]
    """Claims by status; every status is there."""
    disputed: int
    """Of those that are unsure, on how many people disagree."""
    by_kind: Mapping[str, Mapping[ClaimStatus, int]] = field(default_factory=dict)
    by_capability: Mapping[str, Mapping[ClaimStatus, int]] = field(default_factory=dict)

    @property
    def claims(self) -> int:
        """All claims."""
        return sum(self.by_status.values())

    @property
    def waiting(self) -> int:
        """Claims that nobody decided yet, or on which people disagree."""
        return self.by_status[ClaimStatus.UNREVIEWED] + self.disputed

    @property
    def decided(self) -> int:
        """Claims on which all who looked agree."""
        return self.claims - self.waiting


class Queue:
    """The queue of a case.

    Args:
        database: Where claims and reviews stand.
        paths: Under which paths originals were received.
        joins: Which contracts of the case are another one.
    """

    def __init__(self, database: Database, paths: Paths, joins: Callable[[], Joins]) -> None:
        self._database = database
        self._paths = paths
        self._joins = joins

    def waiting(
        self, *, after: Place | None = None, before: Place | None = None, count: int = 50, only: Only = Only()
    ) -> list[Waiting]:
        """Return claims that wait, the most urgent first.

        Args:
            after: Those that come after this place; None = from the beginning.
            before: The last that come before this place, still the most urgent of them first; not with `after`.
            count: At most as many, up to `MOST_AT_ONCE`.
            only: Which.
        """
        rows = self._rows("contract, status, edit, body, urgency", (after, before), count, only)
        found = [self._waiting(row[:4], row[4]) for row in rows]
        return found[::-1] if before is not None else found

    def beside(self, place: Place, *, only: Only = Only()) -> tuple[Place | None, Place | None]:
        """Return the places of the claims that wait right before and right behind one; None where there is none."""
        before, behind = (
            next((Place(points=points, claim=claim) for claim, points in self._rows("id, urgency", at, 1, only)), None)
            for at in ((None, place), (place, None))
        )
        return before, behind

    def _rows(
        self, columns: str, between: tuple[Place | None, Place | None], count: int, only: Only
    ) -> list[tuple[Any, ...]]:
        """Return rows of claims that wait: behind the first place, or those before the second, the nearest first."""
        after, before = between
        conditions, values = self._conditions(only)
        # of one contract or document there are few claims: the plus keeps SQLite from walking the whole queue for them
        waiting = "is_waiting = 1" if only.contract is None and only.document is None else "+is_waiting = 1"
        order = "urgency DESC, id"
        if after is not None:
            conditions += " AND urgency <= ? AND (urgency < ? OR id > ?)"
            values += [after.points, after.points, after.claim]
        elif before is not None:
            conditions += " AND urgency >= ? AND (urgency > ? OR id < ?)"
            values += [before.points, before.points, before.claim]
            order = "urgency, id DESC"
        found = self._database.query(
            f"SELECT {columns} FROM claims WHERE {waiting}{conditions} ORDER BY {order} LIMIT ?",  # noqa: S608 - our own words
            (*values, max(1, min(count, MOST_AT_ONCE))),
        )
        return list(found)

    def place(self, claim: str) -> Place | None:
        """Return where a claim stands in the queue, or would stand if it waited; None if there is no such claim."""
        row = self._database.row("SELECT urgency FROM claims WHERE id = ?", (claim,))
        return None if row is None else Place(points=row[0], claim=claim)

    def of(self, claim: str) -> Waiting | None:
        """Return a claim as it stands or would stand in the queue, and why; None if there is no such claim."""
        row = self._database.row("SELECT contract, status, edit, body, urgency FROM claims WHERE id = ?", (claim,))
        return None if row is None else self._waiting(row[:4], row[4])

    def count(self, only: Only = Only()) -> int:
        """Return how many claims wait."""
        conditions, values = self._conditions(only)
        is_of_all = only.contract is None and only.document is None
        what = "coalesce(sum(claims), 0) FROM claim_counts" if is_of_all else "count(*) FROM claims"
        row = self._database.row(
            f"SELECT {what} WHERE is_waiting = 1{conditions}",
            tuple(values),
        )
        return 0 if row is None else int(row[0])

    def progress(self) -> Progress:
        """Return how far people have come."""
        statuses = dict.fromkeys(ClaimStatus, 0)
        kinds: dict[str, dict[ClaimStatus, int]] = {}
        capabilities: dict[str, dict[ClaimStatus, int]] = {}
        disputed = 0
        for status, is_waiting, kind, capability, count in self._database.query(
            "SELECT status, is_waiting, kind, capability, sum(claims) FROM claim_counts WHERE claims > 0 "
            "GROUP BY 1, 2, 3, 4"
        ):
            known = ClaimStatus(status)
            statuses[known] += count
            disputed += count if is_waiting and known is ClaimStatus.UNSURE else 0
            _add(kinds, kind, known, count)
            if capability:
                _add(capabilities, capability, known, count)
        return Progress(
            by_status=statuses,
            disputed=disputed,
            by_kind=dict(sorted(kinds.items())),
            by_capability=dict(sorted(capabilities.items())),
        )

    def _waiting(self, row: tuple[str, str, str | None, str], points: int) -> Waiting:
        claim = claim_of_row(row, self._paths)
        standing = standing_of_claim(self._database, claim)
        into = self._joins().into.get(claim.contract, claim.contract)
        return Waiting(
            claim=replace(claim, contract=into),
            place=Place(points=points, claim=claim.claim),
            urgency=urgency(claim, surroundings(self._database, claim, standing)),
            standing=standing,
        )

    def _conditions(self, only: Only) -> tuple[str, list[str | int]]:
        """Return conditions, each behind an AND, and their values."""
        found: dict[str, str | None] = {
            "kind = ?": "capability" if only.kind is None and only.capability is not None else only.kind,
            "capability = ?": only.capability,
            "polarity = ?": only.polarity,
            "stage = ?": only.stage,
            "document = ?": only.document,
        }
        if only.contract is not None:
            same = json.dumps(contracts_joined(only.contract, self._joins()))
            found["contract IN (SELECT value FROM json_each(?))"] = same
        chosen = {condition: value for condition, value in found.items() if value is not None}
        return "".join(f" AND {condition}" for condition in chosen), list(chosen.values())


def _add(counts: dict[str, dict[ClaimStatus, int]], key: str, status: ClaimStatus, count: int) -> None:
    of_key = counts.setdefault(key, dict.fromkeys(ClaimStatus, 0))
    of_key[status] += count
