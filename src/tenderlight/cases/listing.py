"""Claims in lists: those that fit what is asked, a few at a time, and how many there are of each sort.

Everything is asked of the columns of `claims`, each of which has an index; the claims themselves are read only for the
lines shown.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.cases.answers import Paths, with_paths
from tenderlight.cases.database import Database
from tenderlight.cases.encoding import decode_claim, decode_edit
from tenderlight.linking.joins import Joins
from tenderlight.model.claim import Claim, ClaimStatus

FACETS = ("kind", "capability", "polarity", "stage", "status", "rule")
"""Columns by which claims are counted."""
NOT_SAID = "-"
"""Stands for a column that is empty: a stage that is not stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which claims are asked for: those that fit all that is not None."""

    kind: str | None = None
    capability: str | None = None
    polarity: str | None = None
    stage: str | None = None
    status: str | None = None
    rule: str | None = None
    document: str | None = None
    is_waiting: bool | None = None
    """Whether nobody decided yet, or people disagree."""
    contracts: tuple[str, ...] | None = None
    """Ids of contracts; those that are joined with one of them are it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimList:
    """Some claims of a list."""

    claims: tuple[Claim, ...]
    count: int
    """How many there are in all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Which part of a list is asked for, and in which order."""

    first: int = 0
    """How many to pass over."""
    most: int = 50
    by_urgency: bool = False
    """In the order of the queue; else by contract, document and place."""


def listed(database: Database, paths: Paths, joined: Joins, wanted: Wanted, part: Part) -> ClaimList:
    """Return a part of the claims that fit.

    Args:
        database: Where from.
        paths: Fills in the path of each quote.
        joined: Contracts that are another one.
        wanted: Which.
        part: Which part of them.
    """
    conditions, values = _conditions(wanted, joined)
    count = _count(database, wanted, joined)
    order = (
        "urgency DESC, id" if part.by_urgency else "contract, document, page_number NULLS FIRST, start, kind, position"
    )
    # first which claims, from an index that has all that is asked; then what they say
    index = _index(wanted, part)
    rows = database.query(
        "SELECT contract, status, edit, body FROM claims WHERE rowid IN "  # noqa: S608 - our own words
        f"(SELECT rowid FROM claims {index} WHERE {conditions} ORDER BY {order} LIMIT ? OFFSET ?) ORDER BY {order}",
        (*values, part.most, part.first),
    )
    claims = tuple(_claim(row[0], row[1], row[2], row[3], paths, joined) for row in list(rows))
    return ClaimList(claims=claims, count=count)


def _index(wanted: Wanted, part: Part) -> str:
    """Return which index to go by; of a list of all claims, the one that has its order."""
    if part.by_urgency or wanted.document is not None or wanted.contracts is not None:
        return ""
    # people decided on few of very many: those are found and put in order, and not looked for in the order of all
    is_of_few = wanted.kind is not None and wanted.is_waiting is False
    return "INDEXED BY claims_of_kind_in_queue" if is_of_few else "INDEXED BY claims_in_order"


def _count(database: Database, wanted: Wanted, joined: Joins) -> int:
    """Return how many claims fit; of all documents, from the counts."""
    is_counted = wanted.document is None and wanted.contracts is None
    conditions, values = _conditions(wanted, joined, empty="''" if is_counted else None)
    what = "coalesce(sum(claims), 0) FROM claim_counts" if is_counted else "count(*) FROM claims"
    row = database.row(f"SELECT {what} WHERE {conditions}", values)
    return 0 if row is None else int(row[0])


def place_in_queue(database: Database, joined: Joins, wanted: Wanted, claim: str) -> tuple[str | None, str | None]:
    """Return the claims before and behind a claim in the order of the queue; None where there is none."""
    row = database.row("SELECT urgency FROM claims WHERE id = ?", (claim,))
    if row is None:
        return None, None
    conditions, values = _conditions(wanted, joined)
    at = (*values, row[0], row[0], claim)
    before = database.row(
        f"SELECT id FROM claims WHERE {conditions} AND (urgency > ? OR (urgency = ? AND id < ?)) "  # noqa: S608
        "ORDER BY urgency, id DESC LIMIT 1",
        at,
    )
    behind = database.row(
        f"SELECT id FROM claims WHERE {conditions} AND (urgency < ? OR (urgency = ? AND id > ?)) "  # noqa: S608
        "ORDER BY urgency DESC, id LIMIT 1",
        at,
    )
    return (None if before is None else str(before[0])), (None if behind is None else str(behind[0]))


def facets(
    database: Database, joined: Joins, wanted: Wanted, names: Sequence[str] = FACETS
) -> dict[str, dict[str, int]]:
    """Return how many of the claims that fit there are by each facet named, the most first."""
    if wanted.document is None and wanted.contracts is None:
        conditions, values = _conditions(wanted, joined, empty="''")
        of_all: dict[str, dict[str, int]] = {name: {} for name in names}
        for name, called, count in database.query(_facets_counted(names, conditions), values * len(names)):
            of_all[name][called] = count
        return of_all
    counts: dict[str, dict[str, int]] = {facet: {} for facet in FACETS}
    for *found, count in database.query(*_sorts(wanted, joined)):
        for facet, name in zip(FACETS, found, strict=True):
            of_facet, called = counts[facet], str(name) or NOT_SAID
            of_facet[called] = of_facet.get(called, 0) + count
    return {facet: dict(sorted(counts[facet].items(), key=lambda named: (-named[1], named[0]))) for facet in names}


def _facets_counted(names: Sequence[str], conditions: str) -> str:
    """Return one query for all facets, with the values of the conditions for each: to ask a server is dear."""
    of_each = " UNION ALL ".join(_FACET.format(name=name, conditions=conditions) for name in names)
    return f"{of_each} ORDER BY 3 DESC, 2"


_FACET = """
SELECT '{name}', CASE {name} WHEN '' THEN '-' ELSE {name} END, sum(claims) FROM claim_counts
WHERE claims > 0 AND {conditions} GROUP BY {name}
"""


def _sorts(wanted: Wanted, joined: Joins) -> tuple[str, tuple[str | int, ...]]:
    """Return a query for how many of the claims of some documents or contracts that fit there are of each sort."""
    columns = ", ".join(FACETS)
    conditions, values = _conditions(wanted, joined)
    named = ", ".join(f"coalesce({facet}, '')" for facet in FACETS)
    return f"SELECT {named}, count(*) FROM claims WHERE {conditions} GROUP BY {columns}", values  # noqa: S608


def on_page(database: Database, paths: Paths, joined: Joins, document: str, page_number: int) -> Iterator[Claim]:
    """Yield the claims whose first quote stands on a page, in the order of its text."""
    rows = database.query(
        "SELECT contract, status, edit, body FROM claims WHERE document = ? AND page_number = ? "
        "ORDER BY start, position",
        (document, page_number),
    )
    for contract, status, edit, body in list(rows):
        yield _claim(contract, status, edit, body, paths, joined)


def _claim(contract: str, status: str, edit: str | None, body: str, paths: Paths, joined: Joins) -> Claim:
    claim = with_paths(decode_claim(body.encode("utf-8")), paths)
    return replace(
        claim,
        contract=joined.into.get(contract, contract),
        status=ClaimStatus(status),
        edit=None if edit is None else decode_edit(edit),
    )


def _conditions(wanted: Wanted, joined: Joins, *, empty: str | None = None) -> tuple[str, tuple[str | int, ...]]:
    """Return the conditions of a query, with a mark for each value, and the values; `empty` stands for NULL."""
    conditions, values = ["1 = 1"], list[str | int]()
    for column in (*FACETS, "document"):
        value = getattr(wanted, column)
        if value == NOT_SAID:
            conditions.append(f"{column} IS NULL" if empty is None else f"{column} = {empty}")
        elif value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    if wanted.is_waiting is not None:
        conditions.append("is_waiting = ?")
        values.append(int(wanted.is_waiting))
    if wanted.contracts is not None:
        into = set(wanted.contracts)
        same = [contract for contract, other in joined.into.items() if other in into]
        conditions.append("contract IN (SELECT value FROM json_each(?))")
        values.append(json.dumps([*wanted.contracts, *same]))
    return " AND ".join(conditions), tuple(values)
