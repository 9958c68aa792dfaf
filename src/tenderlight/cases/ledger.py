"""The rows of a case, written: each function replaces whatever an earlier run said of the same thing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.archive.originals import FileStatus
from tenderlight.cases.database import PUT_META, Database, Parameters, adding, putting
from tenderlight.cases.encoding import encode_claim
from tenderlight.cases.link_keeping import CLAIMS, drop_kept
from tenderlight.cases.link_rows import drop_touching
from tenderlight.cases.standings import restand_document, worst_recognised
from tenderlight.cases.stored_readings import StoredReading
from tenderlight.cases.urgency import Surroundings, gravest_bought, urgency
from tenderlight.linking.party_decisions import Decision
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.document import PageMethod, ReadState
from tenderlight.model.problem import Problem, Severity
from tenderlight.model.values import CapabilityValue

RECEIVE, READ, CLAIM = "receive", "read", "claim"
SCREENING = "screening"
"""Begins the keys of `meta` under which the SHA-256 of records of screenings stand."""
LEDGER_PAGES = 20_000
"""Unread pages are listed one by one up to this page; a page count may lie."""

_ADD_DOCUMENT = f"{adding('documents', 'sha256 size_bytes')} ON CONFLICT DO NOTHING"
_PUT_SIGHTING = putting(
    "sightings", "path document device inode size_bytes modified_ns changed_ns", key="path, document"
)
_PUT_DECISION = putting("party_decisions", "number verdict one other person because at undoes", key="number")
_PUT_MEMBER = putting("members", "container position path document", key="container, position")
_PUT_READING = putting(
    "readings",
    "document reader reader_version media_type state page_count pages_read records walls recogniser cpu_seconds file "
    "file_sha256",
    key="document",
)

CLAIM_COLUMNS = (
    "id document position contract kind capability polarity stage rule rule_version confidence page_number start "
    "status is_waiting urgency body"
)

ClaimsOfContract = tuple[ContractKey, Sequence[Claim]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file found inside an archive, already kept as an original of its own."""

    path: str
    """Path inside the archive, as decoded."""
    document: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenClaims:
    """What was written of the claims of one document."""

    count: int
    sha256: str
    """Of the claims as stored, one a line."""


def put_document(database: Database, document: str, size_bytes: int) -> None:
    """Say that an original is in the case."""
    database.change(_ADD_DOCUMENT, (document, size_bytes))


def put_sighting(database: Database, path: str, document: str, status: FileStatus | None) -> None:
    """Say under which path an original was received, and that whatever was wrong with that path is over.

    Args:
        database: Where to.
        path: As received.
        document: Its SHA-256.
        status: By what the file is recognised as unchanged; None if it must be read again to know.
    """
    file: Parameters = (None,) * 5
    if status is not None:
        file = (status.device, status.inode, status.size_bytes, status.modified_ns, status.changed_ns)
    database.change(
        _PUT_SIGHTING,
        (path, document, *file),
    )
    database.change("DELETE FROM problems WHERE subject = ? AND step = ?", (path, RECEIVE))


def put_not_received(database: Database, path: str, problem: Problem) -> None:
    """Say why something under a path could not be received."""
    _put_problems(database, path, None, RECEIVE, [problem])


def put_screening(database: Database, record: str, sha256: str) -> None:
    """Say that the record of a screening is kept in the case, under a path from its folder."""
    database.change(PUT_META, (f"{SCREENING} {record}", sha256))


def put_decision(database: Database, made: Decision) -> None:
    """Write the row of a decision."""
    database.change(
        _PUT_DECISION,
        (made.number, made.verdict.value, made.one, made.other, made.person, made.because, made.at, made.undoes),
    )


def put_member(database: Database, container: str, position: int, path: str, document: str) -> None:
    """Say that an archive holds an original. The first one (position 0) takes out what an earlier reading found."""
    if position == 0:
        drop_members(database, container)
    database.change(
        _PUT_MEMBER,
        (container, position, path, document),
    )


def drop_members(database: Database, container: str) -> None:
    """Say that nothing was found in a document."""
    database.change("DELETE FROM members WHERE container = ?", (container,))


def put_reading(database: Database, stored: StoredReading, *, cpu_seconds: float | None) -> None:
    """Write what was read of a document: the reading, the ledger of its pages, its problems.

    Claims made of another reading are taken out: they must be made of this one.
    """
    document, end = stored.document, stored.end
    _drop_claims(database, document)
    drop_kept(database, document)
    database.change(
        _PUT_READING,
        (
            document,
            end.reader,
            end.reader_version,
            end.media_type,
            end.state.value,
            stored.page_count,
            sum(page.state is not ReadState.NOT_READ for page in stored.pages),
            stored.record_count,
            end.walls,
            end.recogniser,
            cpu_seconds,
            stored.file,
            stored.file_sha256,
        ),
    )
    database.change("DELETE FROM pages WHERE document = ?", (document,))
    database.add_many("pages", "document page_number state method read_by confidence reasons", _ledger(stored))
    database.change("DELETE FROM page_counts WHERE document = ?", (document,))
    database.change(
        "INSERT INTO page_counts (document, state, is_recognised, pages) "
        "SELECT document, state, CASE method WHEN 'recognised' THEN 1 ELSE 0 END, count(*) FROM pages "
        "WHERE document = ? GROUP BY 1, 2, 3",
        (document,),
    )
    _put_problems(database, document, document, READ, stored.problems)


def put_claims(
    database: Database, document: str, contracts: Iterable[ClaimsOfContract], *, version: str
) -> WrittenClaims:
    """Write the claims of a document in place of the ones it had.

    Args:
        database: Where to.
        document: Its SHA-256; it must have a reading.
        contracts: What the claims are about, and the claims; a claim made twice is written once.
        version: Versions of facts, rules and vocabulary that made them.

    Raises:
        ValueError: If a claim quotes another document, names another contract or is reviewed already.
    """
    _drop_claims(database, document)
    digest = hashlib.sha256()
    rows: dict[str, Parameters] = {}
    for key, claims in contracts:
        if claims:
            _put_contract(database, key)
        beside = gravest_bought(claims)
        for claim in claims:
            body = _body(claim, document, key)
            if claim.claim in rows:
                continue
            row = claim_row(database, claim, len(rows), body.decode("utf-8"), beside=beside)
            rows[claim.claim] = row
            digest.update(body + b"\n")
    database.add_many("claims", CLAIM_COLUMNS, rows.values())
    database.change(
        "INSERT INTO claim_runs (document, version, reading_sha256, claims) "
        "SELECT document, ?, file_sha256, ? FROM readings WHERE document = ?",
        (version, len(rows), document),
    )
    restand_document(database, document)
    return WrittenClaims(count=len(rows), sha256=digest.hexdigest())


def put_claim_problems(database: Database, document: str, problems: Sequence[Problem]) -> None:
    """Write what went wrong while claims were made of a document."""
    _put_problems(database, document, document, CLAIM, problems)


def _put_contract(database: Database, key: ContractKey) -> None:
    database.change(
        "INSERT INTO contracts (id, key, because) VALUES (?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET because = excluded.because WHERE excluded.because < contracts.because",
        (key.contract, key.key, key.because),
    )


def refuse_misfiled(claim: Claim, document: str, key: ContractKey) -> None:
    """Refuse a claim that cannot be of this document and contract, or that nobody can have reviewed yet.

    Claims come from a child that a hostile document may have taken over; it speaks of its own document only.

    Raises:
        ValueError: If the claim quotes another document, names another contract or is reviewed already.
    """
    if any(quote.document != document for quote in claim.quotes):
        raise ValueError(f"claim {claim.claim} quotes another document than {document}")
    if claim.contract != key.contract:
        raise ValueError(f"claim {claim.claim} is about another contract than {key.contract}")
    if claim.status is not ClaimStatus.UNREVIEWED:
        raise ValueError(f"claim {claim.claim} is {claim.status} before anyone saw it")
    if claim.edit is not None:
        raise ValueError(f"claim {claim.claim} is edited before anyone saw it")


def _body(claim: Claim, document: str, key: ContractKey) -> bytes:
    refuse_misfiled(claim, document, key)
    quotes = tuple(replace(quote, path="") for quote in claim.quotes)
    return encode_claim(replace(claim, quotes=quotes))


def claim_row(database: Database, claim: Claim, position: int, body: str, *, beside: str | None = None) -> Parameters:
    """Return the row of a claim that nobody reviewed, under the document of its first quote, for `CLAIM_COLUMNS`.

    Args:
        database: Knows how well its pages were read.
        claim: It.
        position: Its place in the document.
        body: As stored.
        beside: Gravity of the gravest capability that the document says is bought; None = none.
    """
    first = claim.quotes[0]
    around = Surroundings(beside=beside, recognised=worst_recognised(database, claim))
    return (
        claim.claim,
        first.document,
        position,
        claim.contract,
        claim.kind.value,
        claim.value.capability if isinstance(claim.value, CapabilityValue) else None,
        claim.polarity.value if claim.polarity else None,
        claim.stage.value if claim.stage else None,
        claim.rule,
        claim.rule_version,
        claim.confidence,
        first.page_number,
        first.start,
        ClaimStatus.UNREVIEWED.value,
        1,
        urgency(claim, around).points,
        body,
    )


def drop_document(database: Database, document: str) -> None:
    """Take out an original, and everything that was read or claimed of it; what people said of that stays."""
    database.overwrite_deleted()
    _drop_claims(database, document)
    for table in ("readings", "pages", "page_counts", "problems", "sightings", "members"):
        database.change(f"DELETE FROM {table} WHERE document = ?", (document,))  # noqa: S608 - names of our own
    drop_members(database, document)
    drop_kept(database, document)
    database.change("DELETE FROM documents WHERE sha256 = ?", (document,))


def _drop_claims(database: Database, document: str) -> None:
    drop_touching(database, document)
    drop_kept(database, document, CLAIMS)
    had = list(database.query("SELECT DISTINCT contract FROM claims WHERE document = ?", (document,)))
    database.change("DELETE FROM claims WHERE document = ?", (document,))
    database.change("DELETE FROM claim_runs WHERE document = ?", (document,))
    database.change("DELETE FROM problems WHERE subject = ? AND step = ?", (document, CLAIM))
    database.change_many(
        "DELETE FROM contracts WHERE id = ? AND NOT EXISTS (SELECT 1 FROM claims WHERE contract = contracts.id)", had
    )


def _put_problems(
    database: Database, subject: str, document: str | None, step: str, problems: Sequence[Problem]
) -> None:
    database.change("DELETE FROM problems WHERE subject = ? AND step = ?", (subject, step))
    database.add_many(
        "problems",
        "subject step position document code severity message page_number pointer met_by",
        (
            (
                subject,
                step,
                position,
                document,
                problem.code,
                problem.severity.value,
                problem.message,
                problem.page_number,
                problem.pointer,
                problem.step,
            )
            for position, problem in enumerate(problems)
        ),
    )


def _ledger(stored: StoredReading) -> Iterator[Parameters]:
    """Yield a row for each page: those that were read, and those the original says it has besides."""
    reasons = _Reasons(stored.problems)
    reader = f"{stored.end.reader}/{stored.end.reader_version}" if stored.end.reader else None
    seen = set()
    for page in stored.pages:
        seen.add(page.number)
        read_by = stored.end.recogniser if page.method is PageMethod.RECOGNISED else reader
        why = reasons.of(page.number, page.state)
        yield stored.document, page.number, page.state.value, page.method.value, read_by, page.confidence, why
    if stored.record_count or (stored.member_count and not stored.pages) or stored.page_count is None:
        return  # what is counted there is not pages
    for number in range(1, min(stored.page_count, LEDGER_PAGES) + 1):
        if number not in seen:
            why = reasons.of(number, ReadState.NOT_READ)
            yield stored.document, number, ReadState.NOT_READ.value, PageMethod.NONE.value, reader, None, why


class _Reasons:
    """Codes that say why pages are as they are."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self._by_page: dict[int | None, list[str]] = {}
        for problem in sorted(problems, key=lambda one: one.severity is Severity.NOTE):
            if problem.page_number is not None or problem.severity is not Severity.NOTE:
                self._by_page.setdefault(problem.page_number, []).append(problem.code)

    def of(self, page_number: int, state: ReadState) -> str | None:
        """Return the codes of a page, those that cost something first; if it has none and is not read, the file's."""
        codes = self._by_page.get(page_number)
        if codes is None and state is not ReadState.READ:
            codes = self._by_page.get(None)
        return " ".join(dict.fromkeys(codes)) if codes else None
