"""Screenings as rows of a table, one a hit, and one for a name without any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenderlight.lists.known import list_of
from tenderlight.matching import MATCHING_VERSION
from tenderlight.publish.cells import Cell
from tenderlight.screening.record import days_of, line_of
from tenderlight.screening.screener import Hit, Screening

SCREENING_COLUMNS = {
    "name": "The name as asked.",
    "where": "Where it comes from: argument, line or row; of a case, the contract.",
    "role": "Of a case: supplier, buyer, agency, bidder, brand, maker …",
    "day": "The day asked for; several where documents differ; empty where none is known.",
    "day_is": "What the day is: asked for, of the row, of the contract, of the award, of publication.",
    "answer": "possible match (a grade that may carry a claim), resembles, no entry found, or not screened.",
    "status": "before listing, listed, after removal, or date unknown.",
    "because": "Why that status is given.",
    "grade": "How name and entry belong together; never alone, see `explanation`.",
    "score": "0-1, for the order within one grade.",
    "entry_name": "The main name of the entry.",
    "compared": "The name of the entry that was compared.",
    "explanation": "Why they belong together, in words.",
    "speaks_for": "Comparisons that speak for it, with both values.",
    "speaks_against": "Comparisons that speak against it, with both values.",
    "announced": "Day on which the entry was announced.",
    "effective": "Day from which it holds.",
    "published": "Day on which the official journal printed it.",
    "removed": "Day from which it no longer holds, as the list itself says.",
    "known_listed": "A day on which it was on the list, though it may be older.",
    "list": "Code of the list.",
    "list_title": "Its title.",
    "issuer": "Who issues it.",
    "list_as_of": "Day of the snapshot; empty where the file does not say.",
    "sha256": "The snapshot.",
    "entry": "Id of the entry in its list.",
    "place_in_file": "Where it stands in the file.",
    "programmes": "Programmes of the entry.",
    "citations": "Where it was printed, as the list writes it.",
    "matching_version": "Version of the rules that compare names.",
    "problems": "What could not be answered, by code.",
}
"""Columns of screenings, in order, with their meaning."""
_SEPARATOR = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningRow:
    """One row: a name and one of its hits, or none."""

    screening: Screening
    hit: Hit | None


def screening_rows(screenings: Iterable[Screening]) -> Iterator[ScreeningRow]:
    """Yield the rows of screenings; a name without a hit has one row, too."""
    for screening in screenings:
        for hit in screening.hits or (None,):
            yield ScreeningRow(screening=screening, hit=hit)


def answer_of(row: ScreeningRow) -> str:
    """Return what a row says, in words that accuse nobody."""
    if row.hit is not None:
        return "possible match" if row.hit.may_carry_a_claim else "resembles"
    return "no entry found" if row.screening.is_answered else "not screened"


def screening_cells(row: ScreeningRow) -> dict[str, Cell]:
    """Return a row by column."""
    question = row.screening.question
    cells: dict[str, Cell] = dict.fromkeys(SCREENING_COLUMNS)
    cells |= {
        "name": question.query.name,
        "where": question.where,
        "role": question.role,
        "day": _SEPARATOR.join(day.iso() for day in question.days),
        "day_is": question.day_is,
        "answer": answer_of(row),
        "matching_version": str(MATCHING_VERSION),
        "problems": _SEPARATOR.join(each.code for each in row.screening.problems),
    }
    return cells if row.hit is None else cells | _of_hit(row.hit)


def _of_hit(hit: Hit) -> dict[str, Cell]:
    match, entity, snapshot = hit.match, hit.match.entity, hit.history.last_seen.held.snapshot
    both = {
        sign: _SEPARATOR.join(
            f"{each.name}: {each.ours} / {each.theirs}{f' ({each.note})' if each.note else ''}"
            for each in match.features
            if (each.weight < 0) == is_against and each.weight
        )
        for sign, is_against in (("speaks_for", False), ("speaks_against", True))
    }
    return {
        **both,
        **days_of(hit.history),
        "status": hit.standing.status.value,
        "because": hit.standing.because,
        "grade": match.grade.value,
        "score": f"{match.score:.2f}",
        "entry_name": entity.name,
        "compared": match.listed_name,
        "explanation": match.explanation,
        "list": entity.list_code,
        "list_title": list_of(entity.list_code).title,
        "issuer": snapshot.issuer,
        "list_as_of": snapshot.as_of.isoformat() if snapshot.as_of is not None else None,
        "sha256": snapshot.sha256,
        "entry": entity.entry,
        "place_in_file": entity.source,
        "programmes": _SEPARATOR.join(entity.programmes),
        "citations": _SEPARATOR.join(entity.citations),
    }


def encode_screening_row(row: ScreeningRow) -> bytes:
    """Return the whole screening of a row as a line of JSON, as in its record."""
    return line_of(row.screening)
