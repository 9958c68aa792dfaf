"""Screenings as rows of a table, one a hit, and one for a name without any."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from tenderlight.publish.cells import Cell
from tenderlight.screening.ownership import OwnedGrade, OwnedHit
from tenderlight.screening.screener import Hit, Screening
from tenderlight.screening.told import ToldHit, ToldList, ToldOwned, ToldScreening, read_told

SCREENING_COLUMNS = {
    "name": "The name as asked.",
    "where": "Where it comes from: argument, line or row; of a case, the contract.",
    "role": "Of a case: supplier, buyer, agency, bidder, brand, maker …",
    "day": "The day asked for; several where documents differ; empty where none is known.",
    "day_is": "What the day is: asked for, of the row, of the contract, of the award, of publication.",
    "answer": "possible match (a grade that may carry a claim), resembles, owned by listed (computed), part owned by "
    "listed, no entry found, or not screened.",
    "status": "before listing, listed, after removal, or date unknown; of a computed share, whether its rule held.",
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
    """One row of a page: a name and one of its hits, or none."""

    screening: Screening
    hit: Hit | None
    owned: OwnedHit | None = None
    """A computed share, in a row of its own behind the hits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldRow:
    """One row of a table, as a record tells it: a name and one of its hits, or none."""

    screening: ToldScreening
    hit: ToldHit | None
    source: ToldList | None
    """The list of the hit."""
    matching_version: int
    owned: ToldOwned | None = None


def screening_rows(screenings: Iterable[Screening]) -> Iterator[ScreeningRow]:
    """Yield the rows of screenings; a name without a hit has one row, too."""
    for screening in screenings:
        for hit in screening.hits or (() if screening.owned else (None,)):
            yield ScreeningRow(screening=screening, hit=hit)
        for owned in screening.owned:
            yield ScreeningRow(screening=screening, hit=None, owned=owned)


def told_rows(record: Iterable[bytes]) -> Iterator[ToldRow]:
    """Yield the rows of a record, line by line as `record_of` gives it.

    Raises:
        UsageError: If it is no record of a screening.
    """
    head, screenings = read_told(record)
    sources = {(each.list, each.sha256): each for each in head.lists}
    version = head.versions["matching"]
    for screening in screenings:
        for hit in screening.hits or (() if screening.owned else (None,)):
            source = sources.get((hit.list, hit.sha256)) if hit is not None else None
            yield ToldRow(screening=screening, hit=hit, source=source, matching_version=version)
        for owned in screening.owned:
            yield ToldRow(screening=screening, hit=None, source=None, matching_version=version, owned=owned)


def answer_of(row: ScreeningRow | ToldRow) -> str:
    """Return what a row says, in words that accuse nobody."""
    if row.owned is not None:
        is_reached = row.owned.grade == OwnedGrade.COMPUTED
        return "owned by listed (computed)" if is_reached else "part owned by listed"
    if row.hit is not None:
        return "possible match" if row.hit.may_carry_a_claim else "resembles"
    return "no entry found" if row.screening.is_answered else "not screened"


def screening_cells(row: ToldRow) -> dict[str, Cell]:
    """Return a row by column."""
    question = row.screening.question
    cells: dict[str, Cell] = dict.fromkeys(SCREENING_COLUMNS)
    cells |= {
        "name": question.name,
        "where": question.where,
        "role": question.role,
        "day": _SEPARATOR.join(question.days),
        "day_is": question.day_is,
        "answer": answer_of(row),
        "matching_version": str(row.matching_version),
        "problems": _SEPARATOR.join(each.code for each in row.screening.problems),
    }
    if row.owned is not None:
        return cells | _of_owned(row.owned)
    return cells if row.hit is None else cells | _of_hit(row.hit, row.source)


def _of_owned(owned: ToldOwned) -> dict[str, Cell]:
    last = owned.steps[-1]
    return {
        "status": f"rule {owned.force}",
        "because": f"{owned.title}: {owned.total} % of {owned.asks} %",
        "grade": owned.grade,
        "entry_name": _SEPARATOR.join(each.owner for each in last.stakes),
        "compared": last.owned,
        "explanation": owned.explanation,
        "list": owned.rule,
        "list_title": owned.title,
        "place_in_file": _SEPARATOR.join(f"{each.list} {each.place_in_file}" for each in last.stakes),
    }


def _of_hit(hit: ToldHit, source: ToldList | None) -> dict[str, Cell]:
    both = {
        sign: _SEPARATOR.join(
            f"{each.name}: {each.ours} / {each.theirs}{f' ({each.note})' if each.note else ''}"
            for each in hit.features
            if (each.weight < 0) == is_against and each.weight
        )
        for sign, is_against in (("speaks_for", False), ("speaks_against", True))
    }
    return {
        **both,
        **hit.days,
        "status": hit.status,
        "because": hit.because,
        "grade": hit.grade,
        "score": f"{hit.score:.2f}",
        "entry_name": hit.entry_name,
        "compared": hit.entry.compared,
        "explanation": hit.explanation,
        "list": hit.list,
        "list_title": source.title if source is not None else None,
        "issuer": source.issuer if source is not None else None,
        "list_as_of": hit.as_of,
        "sha256": hit.sha256,
        "entry": hit.entry.id,
        "place_in_file": hit.entry.place_in_file,
        "programmes": _SEPARATOR.join(hit.entry.programmes),
        "citations": _SEPARATOR.join(hit.entry.citations),
    }


def encode_told_row(row: ToldRow) -> bytes:
    """Return the whole screening of a row as a line of JSON."""
    return msgspec.json.encode(row.screening)
