"""A table of names to screen, read in the cage like any document: CSV, XLSX, XLS, ODS."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tenderlight.errors import UsageError
from tenderlight.model.document import Page, Table
from tenderlight.model.problem import Problem, Severity
from tenderlight.model.values import PartialDate
from tenderlight.pipeline.one_file import read_file
from tenderlight.screening.questions import Columns, Question, columns_of, of_row


def questions_of_file(path: Path, *, column: str | None, on: PartialDate) -> Iterator[Question]:
    """Yield a question a row of every table in a file that has a column of names.

    Args:
        path: The file.
        column: Head of the column of names; None = a usual one.
        on: The day asked for, where a row has none of its own.

    Raises:
        UsageError: If the file was not read, or not wholly, or no table in it has such a column.
    """
    found = False
    for line in read_file(path):
        item = line.item
        if isinstance(item, Problem) and item.severity is not Severity.NOTE:
            raise UsageError(f"{path} was not read whole: {item.message}")
        if not isinstance(item, Page):
            continue
        for table in item.tables:
            rows = rows_of(item, table)
            columns = columns_of(rows[0] if rows else (), name=column)
            if columns is not None:
                found = True
                yield from _of_table(rows, columns, on=on, sheet=item.number)
    if not found:
        wanted = f"a column {column}" if column else "a column of names; name it with --column"
        raise UsageError(f"No table of {path} has {wanted}.")


def rows_of(page: Page, table: Table) -> list[list[str]]:
    """Return the texts of a table of a page, row by row, empty cells included."""
    rows = []
    for _, cells in groupby(table.cells, key=lambda cell: cell.row):
        texts = [""] * table.column_count
        for cell in cells:
            texts[cell.column] = page.text[cell.start : cell.end]
        rows.append(texts)
    return rows


def _of_table(rows: list[list[str]], columns: Columns, *, on: PartialDate, sheet: int) -> Iterator[Question]:
    head = rows[0]
    for number, row in enumerate(rows[1:], 2):
        if any(text.strip() for text in row):
            named = dict(zip(reversed(head), reversed(row), strict=True))
            where = f"row {number}" if sheet == 1 else f"sheet {sheet} row {number}"
            yield of_row(named, columns, on=on, where=where)
