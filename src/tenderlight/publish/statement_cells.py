"""Statements of makers as rows of a table, and as lines of JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import msgspec

from tenderlight.cases import Case
from tenderlight.cases.maker_statements import MakerStatement, noted_statements, sha256_of
from tenderlight.publish.cells import Cell
from tenderlight.publish.exposure import name_of

STATEMENT_COLUMNS = {
    "maker": "Code of the maker, or its name as given.",
    "name": "What the maker is called.",
    "said_on": "Day on which it was said or published.",
    "source": "Where the file is from, as whoever added it says.",
    "words": "The words, verbatim.",
    "page_number": "Page of the file that has them, from 1.",
    "file": "Name of the file as given.",
    "sha256": "SHA-256 of the file.",
    "added": "When it was added, UTC.",
    "logged": "When the custody log says so, UTC; empty if it does not.",
    "statement_sha256": "SHA-256 in the log, of the line of the index that has all of it.",
}
"""Columns of the exported statements, in order, with their meaning; the keys of its lines of JSON too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """A statement and when the log noted it."""

    statement: MakerStatement
    logged: str | None


def statement_rows(case: Case) -> Iterator[StatementRow]:
    """Yield the statements of a case, in the order they were added.

    Raises:
        CaseDamaged, CustodyLogDamaged: If the index or the log cannot be read.
    """
    noted = noted_statements(case.folder)
    for statement in case.maker_statements:
        yield StatementRow(statement=statement, logged=noted.get(sha256_of(statement)))


def statement_cells(row: StatementRow) -> dict[str, Cell]:
    """Return a statement as a row: a value for each of `STATEMENT_COLUMNS`."""
    said = row.statement
    return {
        "maker": said.maker,
        "name": name_of(said.maker),
        "said_on": said.said_on,
        "source": said.source,
        "words": said.words,
        "page_number": said.page_number,
        "file": said.name,
        "sha256": said.sha256,
        "added": said.added,
        "logged": row.logged,
        "statement_sha256": sha256_of(said),
    }


def encode_statement_row(row: StatementRow) -> bytes:
    """Return a statement as a line of JSON, without its end."""
    return msgspec.json.encode(statement_cells(row))
