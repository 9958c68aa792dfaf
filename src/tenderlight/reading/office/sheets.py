"""Reads workbooks: XLSX, XLSB, XLS and ODS. A sheet is a page, and its cells are one table."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.flow import FlowCell, FlowWriter
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.office_pictures import pictures_in
from tenderlight.reading.office.workbook_survey import (
    MOST_CELLS,
    SheetSurvey,
    WorkbookSurvey,
    survey_excel,
    survey_open_document,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_MOST_PLAIN_DIGITS = 30


class SheetReader:
    """Reads workbooks, one page a sheet, hidden sheets included.

    Places: "Sheet1!B7". Numbers are printed with the 15 digits that a spreadsheet keeps, without the format of the
    cell (5 % is 0.05); dates as ISO 8601. Formulas show the value stored with them.
    Problems: formula-without-value, hidden-rows, hidden-sheet, limit-cells, limit-characters, limit-expansion,
    limit-pages, no-text, office-damaged, office-encrypted, office-part-damaged, office-part-twice,
    office-without-text, pictures-not-read, sheet-without-cells, xml-dtd.
    """

    name = "sheets"
    version = 3
    media_types = frozenset({formats.XLSX, formats.XLSB, formats.XLS, formats.ODS})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the sheets in the order of the workbook, each with what is to be known about it."""
        step = f"read:{self.name}/{self.version}"
        survey, problems = _survey(original.content, limits, step)
        yield from problems
        workbook = _opened(original.content) if survey.is_readable else "office-without-text"
        if isinstance(workbook, str):
            yield problem(workbook, step=step)
        else:
            yield from _OpenWorkbook(workbook, survey, limits, step).items()
        if original.content.startswith(b"PK"):
            yield from pictures_in(OfficePackage(original.content, limits, step), step)


class _OpenWorkbook:
    """A workbook while it is read: counts pages and characters over all its sheets."""

    def __init__(self, workbook: CalamineWorkbook, survey: WorkbookSurvey, limits: ReadingLimits, step: str) -> None:
        self._workbook = workbook
        self._survey = survey
        self._limits = limits
        self._step = step
        self._number = 1
        self._has_text = False

    def items(self) -> Iterator[Item]:
        sheets = self._workbook.sheets_metadata
        yield PageCount(count=len(sheets))
        for index in range(min(len(sheets), self._limits.pages)):
            yield from self._sheet(index)
        if len(sheets) > self._limits.pages:
            yield problem("limit-pages", step=self._step, detail=f"Sheets: {len(sheets)}.")
        if not self._has_text:
            yield problem("no-text", step=self._step)

    def _sheet(self, index: int) -> Iterator[Item]:
        from python_calamine import SheetVisibleEnum

        known = self._workbook.sheets_metadata[index]
        seen = self._survey.sheets.get(known.name, SheetSurvey())
        number = self._number
        sheet = self._loaded(index, seen)
        if isinstance(sheet, Problem):
            yield Page(number=number, text="", title=known.name, method=PageMethod.NONE, state=ReadState.NOT_READ)
            self._number += 1
            yield sheet
            return
        yield from self._written(sheet, seen.frozen_rows)
        if known.visible != SheetVisibleEnum.Visible:
            yield self._problem("hidden-sheet", number, f"Sheet: {known.name}.")
        if seen.hidden:
            yield self._problem("hidden-rows", number, f"Rows or groups of columns: {seen.hidden}.")
        if seen.formulas_without_value:
            yield self._problem("formula-without-value", number, f"Formulas: {seen.formulas_without_value}.")

    def _loaded(self, index: int, seen: SheetSurvey) -> CalamineSheet | Problem:
        from python_calamine import CalamineError, SheetTypeEnum

        if self._workbook.sheets_metadata[index].typ != SheetTypeEnum.WorkSheet:
            return self._problem("sheet-without-cells", self._number)
        if seen.is_unreadable:
            return self._problem("office-damaged", self._number)
        if seen.area > MOST_CELLS:
            return self._problem("limit-cells", self._number, f"Cells: {seen.area}.")
        if self._limits.document_characters <= 0:
            return self._problem("limit-characters", self._number)
        try:
            return self._workbook.get_sheet_by_index(index)
        except (CalamineError, ValueError, OSError) as refused:
            return self._problem("office-damaged", self._number, str(refused))

    def _written(self, sheet: CalamineSheet, frozen_rows: int) -> Iterator[Item]:
        writer = FlowWriter(self._limits, number=self._number, title=sheet.name)
        rows = _SheetRows(sheet)
        writer.open_table(frozen_rows=frozen_rows)
        for cells in rows:
            writer.row(cells)
            yield from writer.pages()
            if writer.is_full:
                break
        writer.close_table()
        yield from writer.last_pages()
        if writer.is_full:
            yield self._problem("limit-characters", writer.next_number - 1)
        self._has_text |= writer.has_text
        self._number = writer.next_number
        left = self._limits.document_characters - writer.written
        self._limits = replace(self._limits, document_characters=left)

    def _problem(self, code: str, number: int, detail: str = "") -> Problem:
        return problem(code, step=self._step, page_number=number, detail=detail)


class _SheetRows:
    """The rows of a sheet that hold anything, as cells with places and spans."""

    def __init__(self, sheet: CalamineSheet) -> None:
        self._sheet = sheet
        self._first_row, first_column = sheet.start or (0, 0)
        self._first_column = first_column
        self._names = [f"{sheet.name}!{column_letters(first_column + at)}" for at in range(sheet.width)]
        self._spans = {
            first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in sheet.merged_cell_ranges or ()
        }

    def __iter__(self) -> Iterator[list[FlowCell]]:
        for row, values in enumerate(self._sheet.iter_rows()):
            if row >= self._first_row:
                cells = self._cells(row, values)
                if cells:
                    yield cells

    def _cells(self, row: int, values: Sequence[Value]) -> list[FlowCell]:
        texts = [shown(value) for value in values]
        while texts and not texts[-1].strip():
            texts.pop()
        number = str(row + 1)
        places = enumerate(zip(texts, self._names, strict=False), self._first_column)
        if not self._spans:
            return [FlowCell(row, column, text, name + number) for column, (text, name) in places]
        return [
            FlowCell(row, column, text, name + number, *self._spans.get((row, column), (1, 1)))
            for column, (text, name) in places
        ]


def column_letters(index: int) -> str:
    """The letters of a spreadsheet's column, counted from 0: A, B, ... Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def shown(value: Value) -> str:
    """A cell's value as text: 5 (not 5.0), 0.3 (not 0.30000000000000004), 2024-05-01, 12:30:00, TRUE."""
    if isinstance(value, str):
        if "\r" in value:
            value = value.replace("\r\n", "\n").replace("\r", "\n")
        return value.strip("\n")
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, datetime.timedelta):
        return _duration(value)
    if isinstance(value, datetime.datetime):
        is_day = value.time() == datetime.time()
        return value.date().isoformat() if is_day else value.isoformat(sep=" ", timespec="seconds")
    return value.isoformat()


def _number(value: float) -> str:
    written = f"{value:.15g}"
    if "e" not in written:
        return written
    plain = f"{Decimal(written):f}"
    return plain if len(plain) <= _MOST_PLAIN_DIGITS else written


def _duration(value: datetime.timedelta) -> str:
    seconds = round(value.total_seconds())
    sign = "-" if seconds < 0 else ""
    minutes, seconds = divmod(abs(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours:02d}:{minutes:02d}:{seconds:02d}"


def _survey(content: bytes, limits: ReadingLimits, step: str) -> tuple[WorkbookSurvey, list[Problem]]:
    if not content.startswith(b"PK"):
        return WorkbookSurvey(sheets={}), []
    package = OfficePackage(content, limits, step)
    if "content.xml" in package.names:
        return survey_open_document(package), package.problems
    if "xl/workbook.bin" in package.names:
        return WorkbookSurvey(sheets={}), package.problems
    surveyed = survey_excel(package)
    return surveyed, [*package.problems, *package.damage_beside_text()]


def _opened(content: bytes) -> CalamineWorkbook | str:
    """Open a workbook, or return the code of the problem that hinders it."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        return "office-encrypted"
    except (CalamineError, OSError, ValueError):
        return "office-without-text"
