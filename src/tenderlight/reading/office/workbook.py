"""Workbooks, opened with care: what their cells hold, sheet by sheet, and nothing of how it becomes a page."""

from __future__ import annotations

import datetime
import io
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tenderlight.model.problem import Problem
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.office.compound_chains import SIGNATURE, SMALLEST_SECTOR, has_endless_chain
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.workbook_area import MOST_CELLS
from tenderlight.reading.office.workbook_binary import WORKBOOK as BINARY_WORKBOOK
from tenderlight.reading.office.workbook_binary import binary_copy, survey_binary
from tenderlight.reading.office.workbook_copy import workbook_copy
from tenderlight.reading.office.workbook_notes import BesideCells, beside_cells
from tenderlight.reading.office.workbook_survey import (
    UNREADABLE,
    SheetSurvey,
    WorkbookSurvey,
    survey_excel,
    survey_open_document,
)

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_WITHOUT_CELLS = frozenset({"chartsheet", "dialogsheet"})
_VISIBLE = frozenset({"", "visible"})
_AS_SPACE = str.maketrans("\t\n\r", "   ")
"""What a parser of XML makes of a line's end in the name of a sheet; the engine leaves it."""
Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta
"""What a cell may hold; "" stands for nothing."""


class Sheet(NamedTuple):
    """A sheet as the list of sheets has it."""

    name: str
    has_cells: bool = True
    """Whether it is none of charts or dialogues alone."""
    is_visible: bool = True


class Workbook:
    """The sheets of a workbook (XLSX, XLSB, XLS or ODS) and the values of their cells.

    Of an XLSX or XLSB workbook the engine is given copies alone, of what was looked through: it has no way to a part
    that was not, whatever it makes of the names and relations in the file.

    Attributes:
        hindrance: Code of the problem for which it has no sheets to read; "" if it was opened.
        sheets: Name, kind and visibility of each sheet, in the order of the workbook.
    """

    def __init__(self, content: bytes, limits: ReadingLimits, step: str) -> None:
        self.hindrance = ""
        self.sheets: Sequence[Sheet] = ()
        self._package = OfficePackage(content, limits, step) if content.startswith(b"PK") else None
        self._is_excel = False
        self._survey = self._looked_through()
        self._content = content
        self._engine: CalamineWorkbook
        self._is_literal = False
        self._told = 0
        if self._survey.is_readable:
            self._open()
        else:
            self.hindrance = "office-without-text"

    def problems(self) -> list[Problem]:
        """Return what was met on the way to the first sheet, and damage beside the sheets of an XLSX workbook."""
        if self._package is None:
            return []
        self._told = len(self._package.problems)
        damage = self._package.damage_beside_text() if self._is_excel else []
        return [*self._package.problems, *damage]

    def later_problems(self) -> list[Problem]:
        """Return what was met since `problems` was asked for."""
        return [] if self._package is None else self._package.problems[self._told :]

    def survey(self, index: int) -> SheetSurvey:
        """Return what is known of a sheet before its cells are read."""
        if self._is_excel:
            return self._survey.listed[index].survey
        if self._package is None:
            return SheetSurvey()
        return self._survey.sheets.get(self.sheets[index].name.translate(_AS_SPACE), UNREADABLE)

    def sheet(self, index: int) -> CalamineSheet:
        """Load a sheet. Its survey must say that it is readable, and of a size that may be.

        Raises:
            ValueError: If it is damaged.
        """
        while True:
            try:
                return self._engine.get_sheet_by_index(index)
            except _refusals() as refused:
                if not self._opens_literally():
                    raise ValueError(str(refused)) from refused

    def beside_cells(self, index: int) -> BesideCells:
        """Read what stands on a sheet beside its cells; of XLSX alone. Parts that cannot be read grow `problems`."""
        if self._package is None or not self._is_excel:
            return BesideCells([], 0)
        return beside_cells(self._package, self._survey.listed[index].part)

    def _opens_literally(self) -> bool:
        """Open a copy whose sheets are as they were to the last byte, where the engine refuses another one."""
        if self._is_literal or not self._is_excel:
            return False
        self._is_literal = True
        opened = self._opened_copy()
        if isinstance(opened, str):
            return False
        self._engine = opened
        return True

    def _looked_through(self) -> WorkbookSurvey:
        package = self._package
        if package is None:
            return WorkbookSurvey({})
        if "content.xml" in package.names:
            return survey_open_document(package)
        if BINARY_WORKBOOK in package.names:
            return survey_binary(package)
        self._is_excel = True
        return survey_excel(package)

    def _open(self) -> None:
        opened = self._opened_copy()
        if isinstance(opened, str):
            self.hindrance = opened
            return
        self._engine = opened
        self.sheets = (
            [Sheet(one.name, one.kind not in _WITHOUT_CELLS, one.state in _VISIBLE) for one in self._survey.listed]
            if self._is_excel
            else _sheets_of(opened)
        )

    def _opened_copy(self) -> CalamineWorkbook | str:
        """Open what the engine is given, or return the code of the problem that hinders it."""
        package, survey = self._package, self._survey
        if package is None:
            return _opened(self._content)
        if self._is_excel:
            copy = workbook_copy(package, survey, is_literal=self._is_literal)
        elif survey.parts:
            copy = binary_copy(package, survey.parts)
        elif (cells := sum(sheet.area for sheet in survey.sheets.values())) > MOST_CELLS:
            # The engine takes all sheets of an ODS workbook when it opens one.
            package.refuse("limit-cells", f"Cells: {cells}.")
            return "office-without-text"
        else:
            copy = self._content
        return "office-without-text" if copy is None else _opened(copy)


def _sheets_of(opened: CalamineWorkbook) -> list[Sheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    return [
        Sheet(one.name, one.typ == SheetTypeEnum.WorkSheet, one.visible == SheetVisibleEnum.Visible)
        for one in opened.sheets_metadata
    ]


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
