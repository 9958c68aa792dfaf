"""Exports of a case: JSON Lines, CSV and XLSX. The same case gives the same bytes, on any machine, in any run."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterable
from decimal import Decimal
from pathlib import Path

from tenderlight.cases.encoding import encode_claim
from tenderlight.model.claim import Claim
from tenderlight.publish.cells import COLUMNS, Cell, row, safe
from tenderlight.publish.writing import whole_file

SHEET_ROWS = 1_048_575
"""Rows under the header that a sheet holds; further claims go to a further sheet."""


def write_json_lines(claims: Iterable[Claim], target: Path) -> None:
    """Write one claim a line, in the format of `tenderlight find --json`."""
    with whole_file(target) as unfinished, unfinished.open("wb") as file:
        for claim in claims:
            file.write(encode_claim(claim) + b"\n")


def write_csv(claims: Iterable[Claim], target: Path) -> None:
    """Write one claim a row, UTF-8 with a byte order mark (for spreadsheet programs), every text quoted."""
    with whole_file(target) as unfinished, unfinished.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(COLUMNS)
        for claim in claims:
            writer.writerow([_csv_cell(cell) for cell in row(claim).values()])


def write_xlsx(claims: Iterable[Claim], target: Path) -> None:
    """Write one claim a row; texts are typed as text, numbers as numbers, nothing as a formula or a link."""
    import xlsxwriter

    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "nan_inf_to_errors": False,
    }
    memory = io.BytesIO()
    with xlsxwriter.Workbook(memory, options) as book:
        # a fixed date: the same claims must give the same bytes
        book.set_properties({"title": "Tenderlight claims", "created": datetime.datetime(2000, 1, 1)})  # noqa: DTZ001
        bold = book.add_format({"bold": True})
        sheet, line = None, SHEET_ROWS
        for claim in claims:
            if line >= SHEET_ROWS:
                sheet, line = book.add_worksheet(), 0
                sheet.write_row(0, 0, COLUMNS, bold)
                sheet.freeze_panes(1, 0)
            line += 1
            for column, cell in enumerate(row(claim).values()):
                _write_cell(sheet, line, column, cell)
        if sheet is None:
            book.add_worksheet().write_row(0, 0, COLUMNS, bold)
    with whole_file(target) as unfinished:
        unfinished.write_bytes(memory.getvalue())


WRITERS: dict[str, Callable[[Iterable[Claim], Path], None]] = {
    "jsonl": write_json_lines,
    "csv": write_csv,
    "xlsx": write_xlsx,
}
"""The writer of each export format."""


def _csv_cell(cell: Cell) -> str | float | Decimal | None:
    if isinstance(cell, str):
        return safe(cell)
    return "" if cell is None else cell


def _write_cell(sheet: object, line: int, column: int, cell: Cell) -> None:
    from xlsxwriter.worksheet import Worksheet

    assert isinstance(sheet, Worksheet)
    if isinstance(cell, str):
        sheet.write_string(line, column, safe(cell)[:32_767])
    elif cell is not None:
        sheet.write_number(line, column, float(cell))
