"""Exports of a case, its claims, contracts, suggestions or its ledger of pages: JSON Lines, CSV and XLSX.

The same case gives the same bytes, on any machine, in any run.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from tenderlight.cases import PageLine
from tenderlight.cases.encoding import encode_claim
from tenderlight.linking.parties import Parties
from tenderlight.model.claim import Claim
from tenderlight.model.hit import Hit
from tenderlight.model.suggestion import Suggestion
from tenderlight.publish.cells import COLUMNS, Cell, row, safe
from tenderlight.publish.contract_cells import CONTRACT_COLUMNS, ContractRow, contract_cells, encode_contract_row
from tenderlight.publish.converted_cells import CONVERTED_COLUMNS, Conversion
from tenderlight.publish.exposure import ExposureRow
from tenderlight.publish.exposure_cells import EXPOSURE_COLUMNS, encode_exposure_row, exposure_cells
from tenderlight.publish.hit_cells import HIT_COLUMNS, encode_hit, hit_cells
from tenderlight.publish.page_cells import PAGE_COLUMNS, encode_page_line, page_row
from tenderlight.publish.party_cells import PARTY_COLUMNS, PartyRow, encode_row, party_cells
from tenderlight.publish.screening_cells import SCREENING_COLUMNS, ToldRow, encode_told_row, screening_cells
from tenderlight.publish.statement_cells import STATEMENT_COLUMNS, StatementRow, encode_statement_row, statement_cells
from tenderlight.publish.suggestion_cells import SUGGESTION_COLUMNS, encode_suggestion, suggestion_cells
from tenderlight.publish.told_replies import Replies, encode_replies, reply_words
from tenderlight.publish.writing import whole_file

SHEET_ROWS = 1_048_575
"""Rows under the header that a sheet holds; further ones go to a further sheet."""


RowT = TypeVar("RowT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Generic[RowT]):
    """Something of a case that is exported as a table of its own."""

    title: str
    columns: Mapping[str, str]
    """Names, with their meaning."""
    row: Callable[[RowT], Mapping[str, Cell]]
    line: Callable[[RowT], bytes]
    """The row as a line of JSON, without its end."""


CLAIMS: Table[Claim] = Table(title="Tenderlight claims", columns=COLUMNS, row=row, line=encode_claim)
PAGES: Table[PageLine] = Table(
    title="Tenderlight ledger of pages", columns=PAGE_COLUMNS, row=page_row, line=encode_page_line
)
EXPOSURE: Table[ExposureRow] = Table(
    title="Tenderlight exposure", columns=EXPOSURE_COLUMNS, row=exposure_cells, line=encode_exposure_row
)
CONTRACTS: Table[ContractRow] = Table(
    title="Tenderlight contracts", columns=CONTRACT_COLUMNS, row=contract_cells, line=encode_contract_row
)
SCREENINGS: Table[ToldRow] = Table(
    title="Tenderlight screening", columns=SCREENING_COLUMNS, row=screening_cells, line=encode_told_row
)
PARTIES: Table[PartyRow] = Table(title="Tenderlight parties", columns=PARTY_COLUMNS, row=party_cells, line=encode_row)
STATEMENTS: Table[StatementRow] = Table(
    title="Tenderlight statements of makers", columns=STATEMENT_COLUMNS, row=statement_cells, line=encode_statement_row
)
SUGGESTIONS: Table[Suggestion] = Table(
    title="Tenderlight suggestions", columns=SUGGESTION_COLUMNS, row=suggestion_cells, line=encode_suggestion
)
HITS: Table[Hit] = Table(title="Tenderlight search", columns=HIT_COLUMNS, row=hit_cells, line=encode_hit)


def write_json_lines(table: Table[RowT], rows: Iterable[RowT], target: Path) -> None:
    """Write one row a line; claims in the format of `tenderlight find --json`."""
    with whole_file(target) as unfinished, unfinished.open("wb") as file:
        for one in rows:
            file.write(table.line(one) + b"\n")


def write_csv(table: Table[RowT], rows: Iterable[RowT], target: Path) -> None:
    """Write UTF-8 with a byte order mark (for spreadsheet programs), every text quoted."""
    with whole_file(target) as unfinished, unfinished.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
        writer.writerow(table.columns)
        for one in rows:
            writer.writerow([_csv_cell(cell) for cell in table.row(one).values()])


def write_xlsx(table: Table[RowT], rows: Iterable[RowT], target: Path) -> None:
    """Write a workbook; texts are typed as text, numbers as numbers, nothing as a formula or a link."""
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
        book.set_properties({"title": table.title, "created": datetime.datetime(2000, 1, 1)})  # noqa: DTZ001
        bold = book.add_format({"bold": True})
        sheet, line = None, SHEET_ROWS
        for one in rows:
            if line >= SHEET_ROWS:
                sheet, line = book.add_worksheet(), 0
                sheet.write_row(0, 0, table.columns, bold)
                sheet.freeze_panes(1, 0)
            line += 1
            for column, cell in enumerate(table.row(one).values()):
                _write_cell(sheet, line, column, cell)
        if sheet is None:
            book.add_worksheet().write_row(0, 0, table.columns, bold)
    with whole_file(target) as unfinished:
        unfinished.write_bytes(memory.getvalue())


def converted(conversion: Conversion) -> Table[Claim]:
    """Return the table of claims with converted figures beside the printed ones."""
    return Table(title=CLAIMS.title, columns=CONVERTED_COLUMNS, row=conversion.cells, line=conversion.line)


def with_parties(claims: Table[Claim], parties: Parties) -> Table[Claim]:
    """Return a table of claims that says of each which party of the case it names; lines of JSON stay what they are."""
    of_claim = parties.by_claim()

    def cells(claim: Claim) -> dict[str, Cell]:
        party = of_claim.get(claim.claim)
        said = {} if party is None else {"party": party.id, "party_name": party.name}
        return {**claims.row(claim), **said}

    return replace(claims, row=cells)


def with_replies(claims: Table[Claim], replies: Replies) -> Table[Claim]:
    """Return a table of claims that tells beside each what its parties were asked and answered.

    Lines of JSON have a further key `replies` where anybody was asked in the case, and stay what they are elsewhere.
    """
    if not replies:
        return claims

    def cells(claim: Claim) -> dict[str, Cell]:
        told = replies.told(replies.of(claim))
        return {**claims.row(claim), "replies": "\n".join(map(reply_words, told)) or None}

    def line(claim: Claim) -> bytes:
        told = encode_replies(replies.told(replies.of(claim)))
        return claims.line(claim)[:-1] + b',"replies":' + told + b"}"

    return replace(claims, row=cells, line=line)


def writers(table: Table[RowT]) -> dict[str, Callable[[Iterable[RowT], Path], None]]:
    """Return the writer of each export format for a table."""
    return {
        "jsonl": partial(write_json_lines, table),
        "csv": partial(write_csv, table),
        "xlsx": partial(write_xlsx, table),
    }


WRITERS = writers(CLAIMS)
"""The writer of claims for each export format."""
PAGE_WRITERS = writers(PAGES)
"""The same for the ledger of pages."""
CONTRACT_WRITERS = writers(CONTRACTS)
"""The same for contracts."""
SCREENING_WRITERS = writers(SCREENINGS)
"""The same for screenings."""
EXPOSURE_WRITERS = writers(EXPOSURE)
"""The same for the exposure of a maker."""
PARTY_WRITERS = writers(PARTIES)
"""The same for parties."""
STATEMENT_WRITERS = writers(STATEMENTS)
"""The same for statements of makers."""
SUGGESTION_WRITERS = writers(SUGGESTIONS)
"""The same for suggestions."""
HIT_WRITERS = writers(HITS)
"""The same for hits of a search."""


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
