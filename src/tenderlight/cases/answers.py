"""What a case says when asked: never in the order of a run, always in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tenderlight.cases.database import Database, Row
from tenderlight.cases.encoding import decode_claim, decode_edit
from tenderlight.cases.ledger import RECEIVE
from tenderlight.cases.page_ledger import PageCounts, page_counts
from tenderlight.cases.stored_readings import CONVERTER, CYRILLIC, LONGER, RECOGNISER, version_of
from tenderlight.linking.joins import Joins
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.document import ReadState
from tenderlight.model.problem import Problem, Severity
from tenderlight.model.statement import Polarity

MEMBER_SIGN = "!"
"""Stands between the path of an archive and the path inside it."""
PATHS_LISTED = 1_000
NOT_LAID_OUT = "layout-not-made"
SCRIPT_UNKNOWN = "recognition-script-unknown"
LEFT_OVER = "limit-recognition"
DEEPEST = 12
"""Archives in archives that are followed for a path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLine:
    """A document of the case, and how far it is read."""

    document: str
    path: str
    """The first of its paths, in the order of the alphabet."""
    size_bytes: int
    media_type: str | None
    """None if it is not read yet."""
    state: ReadState | None
    """None if it is not read yet."""
    reader: str | None
    """Name and version: "pdf/1"; None if no reader took it, or it is not read yet."""
    page_count: int | None
    """Pages (sheets, records, files) it says it has; None = unknown."""
    pages_read: int
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The case in figures."""

    documents: int
    read: int
    partly: int
    not_read: int
    waiting: int
    """Received, and not yet looked at by a reader."""
    not_received: int
    """Files whose bytes could not be had."""
    contracts: int
    claims: int
    capabilities: Mapping[str, Mapping[str, int]]
    """Claims by capability, then by polarity; both in a fixed order."""
    problems: Mapping[str, int]
    """Documents by code of problem, the most frequent first."""
    walls: Mapping[str, int]
    """Documents by the walls of the cage that held while they were read."""
    pages: PageCounts
    """Pages of the documents that were looked at."""


def summary(database: Database, joined: Joins) -> Summary:
    """Count what is in the case."""
    states: dict[str | None, int] = dict(
        database.query("SELECT state, count(*) FROM documents LEFT JOIN readings ON document = sha256 GROUP BY state")
    )
    capabilities: dict[str, dict[str, int]] = {}
    for polarity in Polarity:
        for capability, count in database.query(
            "SELECT capability, sum(claims) FROM claim_counts WHERE capability <> '' AND polarity = ? AND claims > 0 "
            "GROUP BY capability",
            (polarity.value,),
        ):
            capabilities.setdefault(capability, {})[polarity.value] = count
    return Summary(
        documents=sum(states.values()),
        read=states.get(ReadState.READ.value, 0),
        partly=states.get(ReadState.PARTLY.value, 0),
        not_read=states.get(ReadState.NOT_READ.value, 0),
        waiting=states.get(None, 0),
        not_received=_count(database, "SELECT count(*) FROM problems WHERE document IS NULL"),
        contracts=_count(database, "SELECT count(*) FROM contracts") - len(joined.into),
        claims=_count(database, "SELECT coalesce(sum(claims), 0) FROM claim_counts"),
        capabilities=dict(sorted(capabilities.items())),
        problems=dict(
            database.query(
                "SELECT code, count(DISTINCT document) FROM problems WHERE document IS NOT NULL "
                "GROUP BY code ORDER BY count(DISTINCT document) DESC, code"
            )
        ),
        walls=dict(database.query("SELECT walls, count(*) FROM readings GROUP BY walls ORDER BY walls")),
        pages=page_counts(database),
    )


class Paths:
    """Under which paths documents were received; an archive's files have the archive's path, "!", and their own.

    An archive may hold itself, or be held by a hundred others; so ways are followed only so far, and never in a circle.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._first: dict[str, str] = {}

    def forget(self) -> None:
        """Ask anew: there may be more paths now."""
        self._first.clear()

    def first(self, document: str) -> str:
        """Return the first path of a document in the order of the alphabet; "" if it has none.

        For a file in archives: the first of the first paths of the archives, with its own path in them.
        """
        path, _ = self._first_outside(document, ())
        return path or ""

    def all(self, document: str) -> list[str]:
        """Return the paths of a document, sorted; at most `PATHS_LISTED`."""
        return sorted(set(islice(self._all(document, ()), PATHS_LISTED)))

    def depth(self, document: str) -> int:
        """Return how many archives a document lies in, by its shallowest path; 0 if it was received by itself."""
        row = self._database.row(
            "WITH RECURSIVE around (document, depth) AS (SELECT sha256, 0 FROM documents WHERE sha256 = ? UNION "
            "SELECT container, depth + 1 FROM around JOIN members ON members.document = around.document "
            "WHERE depth < ?) "
            "SELECT min(depth) FROM around JOIN sightings ON sightings.document = around.document",
            (document, DEEPEST),
        )
        return 0 if row is None or row[0] is None else int(row[0])

    def _first_outside(self, document: str, inside: tuple[str, ...]) -> tuple[str | None, bool]:
        """Return the first path, and whether no way was left out to avoid a circle."""
        known = self._first.get(document)
        if known is not None:
            return known, True
        found = self._sightings(document)
        is_whole = True
        for container, path in self._containers(document):
            if container in inside or container == document or len(inside) >= DEEPEST:
                is_whole = False
                continue
            outer, is_outer_whole = self._first_outside(container, (*inside, document))
            is_whole &= is_outer_whole
            if outer is not None:
                found.append(f"{outer}{MEMBER_SIGN}{path}")
        first = min(found, default=None)
        if first is not None and (is_whole or not inside):
            self._first[document] = first
        return first, is_whole

    def _all(self, document: str, inside: tuple[str, ...]) -> Iterator[str]:
        yield from self._sightings(document)
        for container, path in self._containers(document):
            if container not in inside and container != document and len(inside) < DEEPEST:
                for outer in self._all(container, (*inside, document)):
                    yield f"{outer}{MEMBER_SIGN}{path}"

    def _sightings(self, document: str) -> list[str]:
        rows = self._database.query("SELECT path FROM sightings WHERE document = ? ORDER BY path", (document,))
        return [path for (path,) in rows]

    def _containers(self, document: str) -> list[Row]:
        return list(
            self._database.query(
                "SELECT DISTINCT container, path FROM members WHERE document = ? ORDER BY path, container", (document,)
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which claims are asked for: those that fit all that is not None."""

    claim: str | None = None
    kind: str | None = None
    document: str | None = None
    contract: str | None = None
    """Contracts that are joined with it are it."""


def claims(database: Database, paths: Paths, joined: Joins, chosen: Chosen = Chosen()) -> Iterator[Claim]:
    """Yield claims by contract, then by document, then as they stand in it, with the status that reviewers gave them.

    Args:
        database: Where from.
        paths: Fills in the path of each quote.
        joined: Contracts that are another one.
        chosen: Which.
    """
    conditions, values = _conditions(chosen, joined)
    ordered = _ORDERED_JOINED if joined.into else _ORDERED
    is_of_few = not (chosen.claim is None and chosen.document is None and chosen.contract is None)
    ask = database.query if is_of_few else database.stream
    rows = ask(ordered.format(conditions=conditions), (json.dumps(joined.into), *values))
    for row in rows:
        yield claim_of_row(row, paths)


def claim_of_row(row: Row, paths: Paths) -> Claim:
    """Return the claim of a row: contract, status, edit, body."""
    contract, status, edit, body = row
    claim = with_paths(decode_claim(body.encode("utf-8")), paths)
    if (claim.contract, claim.status.value, edit) == (contract, status, None):
        return claim
    edited = None if edit is None else decode_edit(edit)
    return replace(claim, contract=contract, status=ClaimStatus(status), edit=edited)


def contracts_joined(contract: str, joined: Joins) -> list[str]:
    """Return the ids under which claims of a contract stand: its own, and those of what is joined with it."""
    same = [other for other, into in joined.into.items() if into == contract]
    return same if contract in joined.into else [*same, contract]


def _conditions(chosen: Chosen, joined: Joins) -> tuple[str, list[str]]:
    """Return the conditions of a query, from its second mark on, and their values."""
    found = {"claims.id = ?": chosen.claim, "claims.kind = ?": chosen.kind, "document = ?": chosen.document}
    if chosen.contract is not None:
        same = json.dumps(contracts_joined(chosen.contract, joined))
        found["contract IN (SELECT value FROM json_each(?))"] = same
    conditions = [condition for condition, value in found.items() if value is not None]
    return " AND ".join(["CAST(?1 AS TEXT) IS NOT NULL", *conditions]), [
        value for value in found.values() if value is not None
    ]


_ORDERED = """
SELECT contract, status, edit, body FROM claims WHERE {conditions}
ORDER BY contract, document, page_number NULLS FIRST, start, kind, position
"""
_ORDERED_JOINED = """
SELECT coalesce(joins.value, contract), status, edit, body FROM claims
LEFT JOIN json_each(?1) AS joins ON joins.key = contract WHERE {conditions}
ORDER BY 1, document, page_number NULLS FIRST, start, claims.kind, position
"""


def with_paths(claim: Claim, paths: Paths) -> Claim:
    """Return a claim whose quotes say under which path their original was received."""
    return replace(claim, quotes=tuple(replace(quote, path=paths.first(quote.document)) for quote in claim.quotes))


def documents(database: Database, paths: Paths) -> Iterator[DocumentLine]:
    """Yield all documents, by path."""
    names = ((paths.first(document), document) for (document,) in list(database.query("SELECT sha256 FROM documents")))
    for path, document in sorted(names):
        row = database.row(_DOCUMENT, (document,))
        if row is not None:
            yield _document_line(row, path)


def document_line(database: Database, paths: Paths, document: str) -> DocumentLine | None:
    """Return one document; None if the case has none such."""
    row = database.row(_DOCUMENT, (document,))
    return None if row is None else _document_line(row, paths.first(document))


_DOCUMENT = """
SELECT sha256, size_bytes, media_type, state, reader, reader_version, page_count, pages_read, records
FROM documents LEFT JOIN readings ON document = sha256 WHERE sha256 = ?
"""


def newest_reading(database: Database, document: str, readers: Mapping[str, int]) -> str | None:
    """Return the file of the reading of a document; None if there is none, or an older reader or recogniser made it.

    Args:
        database: Where from.
        document: Its SHA-256.
        readers: Version of each reader by name; under "", the version of "no reader takes this format"; under
            `RECOGNISER`, that of text recognition where there is any. Without it, nothing recognised is read again.
            With `CONVERTER`, what was not laid out for want of one is read again; with `CYRILLIC`, what was recognised
            without that engine and has letters that were not known; with `LONGER`, what recognition left for want of
            time.
    """
    row = database.row("SELECT reader, reader_version, recogniser, file FROM readings WHERE document = ?", (document,))
    if row is None:
        return None
    reader, version, recogniser, file = row
    newest = readers.get(RECOGNISER)
    is_older = bool(recogniser) and newest is not None and newest != version_of(recogniser)
    is_older = is_older or (CONVERTER in readers and _had(database, document, NOT_LAID_OUT))
    is_older = is_older or (LONGER in readers and _had(database, document, LEFT_OVER))
    is_older = is_older or (
        CYRILLIC in readers and CYRILLIC not in recogniser and _had(database, document, SCRIPT_UNKNOWN)
    )
    return None if is_older or readers.get(reader) != version else str(file)


def unclaimed(database: Database, versions: Sequence[str], *, document: str | None = None) -> list[str]:
    """Return the documents of which something was read that none of these versions searched for claims yet, sorted.

    Args:
        database: Where from.
        versions: Versions of facts, rules, vocabulary and, where they were asked, of pictures.
        document: The only one to look at; None = all.
    """
    if document is None:
        return [sha256 for (sha256,) in database.query(_UNCLAIMED, (json.dumps(versions),))]
    return [sha256 for (sha256,) in database.query(_UNCLAIMED_ONE, (json.dumps(versions), document))]


_UNCLAIMED = """
SELECT readings.document FROM readings LEFT JOIN claim_runs ON claim_runs.document = readings.document
WHERE (pages_read > 0 OR records > 0) AND (
    version IS NULL OR reading_sha256 <> file_sha256 OR version NOT IN (SELECT value FROM json_each(?1))
) ORDER BY 1
"""
_UNCLAIMED_ONE = _UNCLAIMED.replace("WHERE", "WHERE readings.document = ?2 AND")
"""Asked once for each document of a run: it must find it by its key, and look at no other."""


def _had(database: Database, document: str, code: str) -> bool:
    """Say whether a document was read with a problem that may be over now."""
    return database.row("SELECT 1 FROM problems WHERE subject = ? AND code = ?", (document, code)) is not None


def problems_of(database: Database, document: str) -> list[Problem]:
    """Return what went wrong with a document, in the order it was met."""
    rows = database.query(
        "SELECT code, met_by, message, severity, page_number, pointer FROM problems WHERE document = ? "
        "ORDER BY step DESC, position",  # read before claim
        (document,),
    )
    return [_problem(row) for row in rows]


def not_received(database: Database) -> list[tuple[str, Problem]]:
    """Return the paths whose files could not be received, and why, by path."""
    rows = database.query(
        "SELECT subject, code, met_by, message, severity, page_number, pointer FROM problems "
        "WHERE document IS NULL AND step = ? ORDER BY subject, position",
        (RECEIVE,),
    )
    return [(row[0], _problem(row[1:])) for row in rows]


def contract_reasons(database: Database, joined: Joins) -> dict[str, str]:
    """Return, for each contract, why its documents are one contract."""
    rows: dict[str, str] = dict(database.query("SELECT id, because FROM contracts ORDER BY id"))
    return {
        contract: joined.because.get(contract, because)
        for contract, because in rows.items()
        if contract not in joined.into
    }


def contracts_of_documents(database: Database, joined: Joins) -> dict[str, tuple[str, ...]]:
    """Return the contracts that each document makes claims about."""
    found: dict[str, set[str]] = {}
    for document, contract in database.query("SELECT DISTINCT document, contract FROM claims ORDER BY document"):
        found.setdefault(document, set()).add(joined.into.get(str(contract), str(contract)))
    return {document: tuple(sorted(contracts)) for document, contracts in found.items()}


def _document_line(row: Row, path: str) -> DocumentLine:
    document, size_bytes, media_type, state, reader, reader_version, page_count, pages_read, records = row
    return DocumentLine(
        document=document,
        path=path,
        size_bytes=size_bytes,
        media_type=media_type,
        state=None if state is None else ReadState(state),
        reader=f"{reader}/{reader_version}" if reader else None,
        page_count=page_count,
        pages_read=pages_read or 0,
        records=records or 0,
    )


def _problem(row: Row) -> Problem:
    code, met_by, message, severity, page_number, pointer = row
    return Problem(
        code=code,
        step=met_by,
        message=message,
        severity=Severity(severity),
        page_number=page_number,
        pointer=pointer,
    )


def _count(database: Database, statement: str) -> int:
    row = database.row(statement)
    return 0 if row is None else int(row[0])
