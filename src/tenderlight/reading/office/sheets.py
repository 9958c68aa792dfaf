"""Reads workbooks: XLSX, XLSB, XLS and ODS. A sheet is a page, and its cells are one table."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.flow import FlowRow, FlowWriter
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.office_pictures import pictures_in
from tenderlight.reading.office.workbook import Value, Workbook, rows_of
from tenderlight.reading.office.workbook_area import MOST_CELLS, column_letters
from tenderlight.reading.office.workbook_survey import SheetSurvey, look_closer

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_MOST_PLAIN_DIGITS = 30


class SheetReader:
    """Reads workbooks, one page a sheet, hidden sheets included.

    Places: "Sheet1!B7", and of XLSX "Sheet1!B7 text box" and "Sheet1!B7 note", which come behind the cells. Numbers are
    printed with the 15 digits that a spreadsheet keeps, without the format of the cell (5 % is 0.05); dates as ISO
    8601. Formulas show the value stored with them.
    Problems: cells-not-read, formula-without-value, hidden-rows, hidden-sheet, limit-cells, limit-characters,
    limit-expansion, limit-pages, no-text, office-damaged, office-encrypted, office-part-damaged, office-part-not-read,
    office-part-twice, office-without-text, pictures-not-read, sheet-without-cells, sheets-not-laid-out, xml-dtd.
    """

    name = "sheets"
    version = 10
    media_types = frozenset({formats.XLSX, formats.XLSB, formats.XLS, formats.ODS})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the sheets in the order of the workbook, each with what is to be known about it."""
        step = f"read:{self.name}/{self.version}"
        workbook = Workbook(original.content, limits, step)
        yield from workbook.problems()
        if workbook.hindrance:
            yield problem(workbook.hindrance, step=step)
        else:
            yield from _Pages(workbook, limits, step).items()
            yield from workbook.later_problems()
        if original.content.startswith(b"PK"):
            yield from pictures_in(OfficePackage(original.content, limits, step), step)


class _Pages:
    """The pages of a workbook while it is read: counts pages and characters over all its sheets."""

    def __init__(self, workbook: Workbook, limits: ReadingLimits, step: str) -> None:
        self._workbook = workbook
        self._limits = limits
        self._step = step
        self._number = 1
        self._has_text = False

    def items(self) -> Iterator[Item]:
        sheets = self._workbook.sheets
        yield PageCount(count=len(sheets))
        for index in range(min(len(sheets), self._limits.pages)):
            yield from self._sheet(index)
        if len(sheets) > self._limits.pages:
            yield problem("limit-pages", step=self._step, detail=f"Sheets: {len(sheets)}.")
        yield problem("sheets-not-laid-out" if self._has_text else "no-text", step=self._step)

    def _sheet(self, index: int) -> Iterator[Item]:
        known = self._workbook.sheets[index]
        number = self._number
        sheet = self._loaded(index)
        if isinstance(sheet, Problem):
            yield Page(number=number, text="", title=known.name, method=PageMethod.NONE, state=ReadState.NOT_READ)
            self._number += 1
            yield sheet
            return
        seen = look_closer(self._workbook.survey(index))
        beside = self._workbook.beside_cells(index)
        yield from self._written(sheet, known.name, seen, beside.texts)
        if not known.is_visible:
            yield self._problem("hidden-sheet", number, f"Sheet: {known.name}.")
        if seen.hidden:
            yield self._problem("hidden-rows", number, f"Rows or groups of columns: {seen.hidden}.")
        if seen.formulas_without_value:
            yield self._problem("formula-without-value", number, f"Formulas: {seen.formulas_without_value}.")
        if beside.left_out:
            yield self._problem("office-part-not-read", number, f"Charts: {beside.left_out}.")
        if seen.passed_over:
            yield self._problem("cells-not-read", number, f"Cells: {seen.passed_over}.")

    def _loaded(self, index: int) -> CalamineSheet | Problem:
        seen = self._workbook.survey(index)
        if not self._workbook.sheets[index].has_cells:
            return self._problem("sheet-without-cells", self._number)
        if seen.is_unreadable:
            return self._problem("office-damaged", self._number)
        if seen.area > MOST_CELLS:
            return self._problem("limit-cells", self._number, f"Cells: {seen.area}.")
        if self._limits.document_characters <= 0:
            return self._problem("limit-characters", self._number)
        try:
            return self._workbook.sheet(index)
        except ValueError as refused:
            return self._problem("office-damaged", self._number, str(refused))

    def _written(
        self, sheet: CalamineSheet, title: str, seen: SheetSurvey, beside: Sequence[tuple[str, str]]
    ) -> Iterator[Item]:
        writer = FlowWriter(self._limits, number=self._number, title=title)
        _, first_column = sheet.start or (0, 0)
        names = [f"{title}!{column_letters(first_column + at)}" for at in range(sheet.width)]
        merged = sheet.merged_cell_ranges or seen.merged
        spans = {first: (last[0] - first[0] + 1, last[1] - first[1] + 1) for first, last in merged}
        writer.open_table(frozen_rows=seen.frozen_rows)
        for number, values in rows_of(sheet):
            row = _row(number, values, first_column, spans)
            place = str(number + 1)
            writer.row(row, [name + place for name in names[: len(row.texts)]])
            yield from writer.pages()
            if writer.is_full:
                break
        writer.close_table()
        for text, place in beside:
            writer.line(shown(text), f"{title}!{place}")
            yield from writer.pages()
        yield from writer.last_pages()
        if writer.is_full:
            yield self._problem("limit-characters", writer.next_number - 1)
        self._has_text |= writer.has_text
        self._number = writer.next_number
        left = self._limits.document_characters - writer.written
        self._limits = replace(self._limits, document_characters=left)

    def _problem(self, code: str, number: int, detail: str = "") -> Problem:
        return problem(code, step=self._step, page_number=number, detail=detail)


def _row(
    number: int, values: Sequence[Value], first_column: int, merged: Mapping[tuple[int, int], tuple[int, int]]
) -> FlowRow:
    """Return a row without the empty cells at its end."""
    texts = [
        value if type(value) is str else _number(value) if type(value) is float else shown(value) for value in values
    ]
    if "\n" in (written := "".join(texts)) or "\r" in written:
        texts = list(map(shown, texts))
    while texts and not texts[-1].strip():
        texts.pop()
    columns = range(first_column, first_column + len(texts))
    spans = [merged.get((number, column), (1, 1)) for column in columns] if merged else None
    return FlowRow(number, texts, columns, spans)


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
