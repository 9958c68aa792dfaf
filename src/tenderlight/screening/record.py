"""The record of a screening: JSON lines, one for the lists and rules, one for each name. The same bytes in every run.

It names every snapshot by its SHA-256, so that it can be run again on exactly those; it holds no clock and no path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import msgspec

from tenderlight.errors import UsageError
from tenderlight.lists.history import EntryHistory
from tenderlight.lists.known import list_of
from tenderlight.lists.standing import STANDING_VERSION
from tenderlight.lists.store import Held
from tenderlight.matching import MATCHING_VERSION, Query
from tenderlight.model.values import Identifier, PartialDate
from tenderlight.screening.ownership import OWNERSHIP_VERSION, OwnedHit
from tenderlight.screening.questions import Question
from tenderlight.screening.screener import SCREENING_VERSION, Hit, Screener, Screening

FORM = "tenderlight-screening/1"
DAYS = ("announced", "effective", "published", "removed", "known_listed")
_encoder = msgspec.json.Encoder()


class _Identifier(msgspec.Struct):
    scheme: str
    number: str


class _Asked(msgspec.Struct):
    name: str
    identifiers: list[_Identifier]
    country: str | None
    place: str | None
    schema: str | None
    days: list[str]
    day_is: str
    where: str
    role: str
    claims: list[str]


class _Line(msgspec.Struct):
    question: _Asked


class _ListLine(msgspec.Struct):
    list: str
    sha256: str


class _Head(msgspec.Struct):
    record: str
    lists: list[_ListLine]
    resembles_from: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a record asks, to run it again."""

    questions: tuple[Question, ...]
    sha256s: tuple[str, ...]
    """The snapshots."""
    list_codes: tuple[str, ...]
    """The lists of them that were used."""
    resembles_from: float


def head_of(held: Iterable[Held], *, resembles_from: float) -> bytes:
    """Return the first line: the snapshots used, and the versions of all rules."""
    lists = [
        {
            "list": each.snapshot.list_code,
            "title": list_of(each.snapshot.list_code).title,
            "sha256": each.snapshot.sha256,
            "as_of": each.snapshot.as_of,
            "issuer": each.snapshot.issuer,
            "licence": each.snapshot.licence,
            "entities": each.snapshot.entities,
            "reader": each.snapshot.reader,
            "url_said": each.snapshot.url_said,
        }
        for each in sorted(held, key=lambda each: (each.snapshot.list_code, each.snapshot.sha256))
    ]
    versions = {
        "matching": MATCHING_VERSION,
        "standing": STANDING_VERSION,
        "ownership": OWNERSHIP_VERSION,
        "screening": SCREENING_VERSION,
    }
    return _encoder.encode({"record": FORM, "versions": versions, "resembles_from": resembles_from, "lists": lists})


def line_of(screening: Screening) -> bytes:
    """Return the line of one name."""
    return _encoder.encode(
        {
            "question": _question(screening.question),
            "forms": msgspec.to_builtins(screening.forms),
            "hits": [_hit(hit) for hit in screening.hits],
            "owned": [_owned(hit) for hit in screening.owned],
            "problems": [{"code": each.code, "message": each.message} for each in screening.problems],
        }
    )


def record_of(screener: Screener, screenings: Iterable[Screening]) -> Iterator[bytes]:
    """Yield the lines of a record, without their ends."""
    yield head_of(screener.held, resembles_from=screener.resembles_from)
    yield from map(line_of, screenings)


def encode_question(question: Question) -> bytes:
    """Return a question as it stands in its line."""
    return _encoder.encode(_question(question))


def _question(question: Question) -> dict[str, Any]:
    query = question.query
    return {
        "name": query.name,
        "identifiers": [{"scheme": each.scheme, "number": each.number} for each in query.identifiers],
        "country": query.country,
        "place": query.place,
        "schema": query.schema,
        "days": [day.iso() for day in question.days],
        "day_is": question.day_is,
        "where": question.where,
        "role": question.role,
        "claims": list(question.claims),
    }


def _hit(hit: Hit) -> dict[str, Any]:
    match, entity = hit.match, hit.match.entity
    seen = hit.history.last_seen.held.snapshot
    return {
        "status": hit.standing.status.value,
        "because": hit.standing.because,
        "days": days_of(hit.history),
        "grade": match.grade.value,
        "may_carry_a_claim": hit.may_carry_a_claim,
        "score": round(match.score, 4),
        "explanation": match.explanation,
        "features": [
            {
                "name": each.name,
                "ours": each.ours,
                "theirs": each.theirs,
                "weight": round(each.weight, 4),
                "note": each.note,
            }
            for each in match.features
        ],
        "list": entity.list_code,
        "sha256": seen.sha256,
        "as_of": seen.as_of,
        "entry": {
            "id": entity.entry,
            "schema": entity.schema,
            "compared": match.listed_name,
            "names": [{"text": each.text, "kind": each.kind.value} for each in entity.names],
            "identifiers": [{"scheme": each.scheme, "number": each.number} for each in entity.identifiers],
            "countries": list(entity.countries),
            "addresses": list(entity.addresses),
            "programmes": list(entity.programmes),
            "citations": list(entity.citations),
            "parents": list(entity.parents),
            "place_in_file": entity.source,
        },
        "snapshots": [
            {
                "sha256": each.held.snapshot.sha256,
                "as_of": each.held.snapshot.as_of,
                "has_it": each.entity is not None,
                "can_be_compared": each.is_comparable,
            }
            for each in hit.history.sightings
        ],
    }


def _owned(hit: OwnedHit) -> dict[str, Any]:
    return {
        "rule": hit.rule.code,
        "title": hit.rule.title,
        "grade": hit.grade.value,
        "force": hit.force.value,
        "day": hit.day,
        "total": f"{hit.total:f}",
        "asks": f"{hit.rule.percent:f}",
        "explanation": hit.explanation,
        "steps": [
            {
                "owned": step.owned,
                "total": f"{step.total:f}",
                "stakes": [
                    {
                        "owner": each.owner,
                        "owner_is": each.owner_is,
                        "percent": None if each.percent is None else f"{each.percent:f}",
                        "since": each.since,
                        "says": each.says,
                        "list": each.list_code,
                        "sha256": each.sha256,
                        "place_in_file": each.place,
                    }
                    for each in step.stakes
                ],
            }
            for step in hit.steps
        ],
    }


def days_of(history: EntryHistory) -> dict[str, str | None]:
    """Return the days of an entry, apart: announced, effective, published, removed, known_listed."""
    found: dict[str, PartialDate | None] = {name: history.day(name) for name in DAYS}
    return {name: date.iso() if date is not None else None for name, date in found.items()}


def snapshots_of(content: bytes) -> tuple[str, ...]:
    """Return the SHA-256s of the snapshots that a record names.

    Raises:
        UsageError: If it is no record of a screening.
    """
    return tuple(dict.fromkeys(each.sha256 for each in _head(content).lists))


def _head(content: bytes) -> _Head:
    try:
        return msgspec.json.decode(content.partition(b"\n")[0], type=_Head)
    except msgspec.DecodeError as trouble:
        raise UsageError(f"This is no record of a screening ({trouble}).") from trouble


def read_record(content: bytes) -> Asked:
    """Return what a record asks, to run it again.

    Raises:
        UsageError: If it is no record of a screening, or not whole.
    """
    found = _head(content)
    lines = content.splitlines()[1:]
    try:
        questions = [_asked(msgspec.json.decode(line, type=_Line).question) for line in lines]
    except (msgspec.DecodeError, ValueError) as trouble:
        raise UsageError(f"This is no record of a screening ({trouble}).") from trouble
    if found.record != FORM or not content.endswith(b"\n"):
        raise UsageError(f"This is no whole record of a screening in the form {FORM}.")
    return Asked(
        questions=tuple(questions),
        sha256s=tuple(dict.fromkeys(each.sha256 for each in found.lists)),
        list_codes=tuple(dict.fromkeys(each.list for each in found.lists)),
        resembles_from=found.resembles_from,
    )


def _asked(asked: _Asked) -> Question:
    return Question(
        query=Query(
            name=asked.name,
            identifiers=tuple(Identifier(scheme=each.scheme, number=each.number) for each in asked.identifiers),
            country=asked.country,
            place=asked.place,
            schema=asked.schema,
        ),
        days=tuple(_day(day) for day in asked.days),
        day_is=asked.day_is,
        where=asked.where,
        role=asked.role,
        claims=tuple(asked.claims),
    )


def _day(written: str) -> PartialDate:
    year, *rest = (int(part) for part in written.split("-"))
    return PartialDate(year=year, month=rest[0] if rest else None, day=rest[1] if rest[1:] else None)


def first_difference(one: Iterator[bytes], other: Iterator[bytes]) -> int | None:
    """Return the number of the first line, from 1, in which two records differ; None = they are the same."""
    for number, (left, right) in enumerate(zip_longest(one, other), 1):
        if left != right:
            return number
    return None
