"""Workbooks, opened with care: what their cells hold, sheet by sheet, and nothing of how it becomes a page."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from tenderlight.model.problem import Problem
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.office.compound_chains import SIGNATURE, SMALLEST_SECTOR, has_endless_chain
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.workbook_binary import WORKBOOK as BINARY_WORKBOOK
from tenderlight.reading.office.workbook_binary import binary_copy, survey_binary
from tenderlight.reading.office.workbook_copy import workbook_copy
from tenderlight.reading.office.workbook_survey import (
    SheetSurvey,
    WorkbookSurvey,
    survey_excel,
    survey_open_document,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook, SheetMetadata

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
"""What a cell may hold; "" stands for nothing."""


class Workbook:
    """The sheets of a workbook (XLSX, XLSB, XLS or ODS) and the values of their cells.

    Attributes:
        hindrance: Code of the problem for which it has no sheets to read; "" if it was opened.
        sheets: Name, kind and visibility of each sheet, in the order of the workbook.
    """

    def __init__(self, content: bytes, limits: ReadingLimits, step: str) -> None:
        self.hindrance = ""
        self.sheets: Sequence[SheetMetadata] = ()
        self._package = OfficePackage(content, limits, step) if content.startswith(b"PK") else None
        self._is_excel = False
        self._survey = self._looked_through()
        self._content = content
        self._engine: CalamineWorkbook
        self._is_copy = False
        if self._survey.is_readable:
            self._open()
        else:
            self.hindrance = "office-without-text"

    def problems(self) -> list[Problem]:
        """Return what was met on the way to the first sheet, and damage beside the sheets of an XLSX workbook."""
        if self._package is None:
            return []
        damage = self._package.damage_beside_text() if self._is_excel else []
        return [*self._package.problems, *damage]

    def survey(self, index: int) -> SheetSurvey:
        """Return what is known of a sheet before its cells are read."""
        return self._survey.sheets.get(self.sheets[index].name, SheetSurvey())

    def sheet(self, index: int) -> CalamineSheet:
        """Load a sheet. Its survey must say that it is readable, and of a size that may be.

        Raises:
            ValueError: If it is damaged.
        """
        while True:
            try:
                return self._engine.get_sheet_by_index(index)
            except _refusals() as refused:
                if not (self._is_copy and self._open_original()):
                    raise ValueError(str(refused)) from refused

    def _looked_through(self) -> WorkbookSurvey:
        package = self._package
        if package is None:
            return WorkbookSurvey(sheets={})
        if "content.xml" in package.names:
            return survey_open_document(package)
        if BINARY_WORKBOOK in package.names:
            return survey_binary(package)
        self._is_excel = True
        return survey_excel(package)

    def _open(self) -> None:
        copy = self._copy()
        opened = "" if copy is None else _opened(copy)
        if isinstance(opened, str):
            self._open_original()
        else:
            self._engine, self._is_copy = opened, True
            self.sheets = opened.sheets_metadata

    def _copy(self) -> bytes | None:
        """Return what the engine is given in place of the file; None if that is the file itself."""
        package, parts = self._package, self._survey.parts
        if package is None or not parts:
            return None
        return workbook_copy(package, parts) if self._is_excel else binary_copy(parts)

    def _open_original(self) -> bool:
        """Give the engine the file as it came, where it refuses the copy; return whether it takes it."""
        opened = _opened(self._content)
        self._is_copy = False
        if isinstance(opened, str):
            self.hindrance = opened
            return False
        self._engine = opened
        self.sheets = opened.sheets_metadata
        return True


def _opened(content: bytes) -> CalamineWorkbook | str:
    """Open a workbook, or return the code of the problem that hinders it."""
    from python_calamine import CalamineWorkbook, PasswordError

    if content.startswith(SIGNATURE):
        content += bytes(-len(content) % SMALLEST_SECTOR)  # one that breaks off in its last sector may be whole enough
    if has_endless_chain(content):
        return "office-without-text"
    try:
        return CalamineWorkbook.from_filelike(io.BytesIO(content))
    except PasswordError:
        return "office-encrypted"
    except _refusals():
        return "office-without-text"


def _refusals() -> tuple[type[BaseException], ...]:
    """Return what the engine raises over a damaged file.

    Where it finds itself wrong it panics, with what is no `Exception` and is not there before the first time. So this
    is to be called where it is caught: what an `except` catches is looked up once something was raised.
    """
    from python_calamine import CalamineError

    panics = (kind for kind in BaseException.__subclasses__() if kind.__name__ == "PanicException")
    return (CalamineError, OSError, ValueError, *panics)


def rows_of(sheet: CalamineSheet) -> Iterator[tuple[int, list[Value]]]:
    """Return the rows of a sheet from the first that holds anything, each with its number from 0.

    A row's values begin in the sheet's first column that holds anything (`sheet.start`).
    """
    first, _ = sheet.start or (0, 0)
    return islice(enumerate(sheet.iter_rows()), first, None)
