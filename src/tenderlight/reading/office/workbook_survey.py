"""Looks through the XML of a workbook before it is read: how large its sheets are, what in them is hidden or empty.

The engine that reads workbooks believes sizes that a file claims and keeps every cell between the first and the last
in memory. So sizes are counted here first, on bytes that are unpacked within a budget.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tenderlight.reading.office.office_package import OfficePackage, has_document_type
from tenderlight.reading.xml_tree import attribute, count, local_name

if TYPE_CHECKING:
    from lxml import etree

MOST_CELLS = 10_000_000
"""Cells between the first and the last of a sheet, empty ones included."""

Corner = tuple[int, int]
"""Row and column of a cell, from 0."""

_ROW = re.compile(rb"<(?:\w+:)?row\b[^<>]*?\sr=\"(\d{1,7})\"")
_WIDE_REFERENCE = re.compile(rb"\sr=\"[A-Z]{3}\d")
_REFERENCE = re.compile(rb"<(?:\w+:)?c\b[^<>]*?\sr=\"([A-Z]{1,3})(\d{1,7})\"")
_HIDDEN = re.compile(rb"<(?:\w+:)?(?:row|col)\b[^<>]*\shidden=\"(?:1|true)\"")
_FROZEN = re.compile(rb"<(?:\w+:)?pane\b(?=[^<>]*\sstate=\"frozen)[^<>]*\sySplit=\"(\d{1,3})(?:\.0)?\"")
_FORMULA_ONLY = re.compile(
    rb"<(?:\w+:)?c\b(?![^<>]*\st=\"str\")[^<>]*>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula with no value beside it, or an empty one that is no empty text."""
_STRINGS_CLAIMED = re.compile(rb"\s(?:uniqueCount|count)=\"(\d{1,19})\"")
_LEAST_STRING_BYTES = 5
_LONG_REFERENCE = re.compile(rb"[\"'](?:[A-Za-z]{0,3}\d{5}|[A-Za-z]{3}\d)")
_SMALL_BYTES = 4096
_MOST_DIGITS = 7
_LONGEST_REFERENCE = 12
"""Quotation mark, letters and digits, and one sign more."""
_COLUMNS_OF_LETTERS = {1: 26, 2: 702, 3: 16_384}
_REPEATED_ROWS = "number-rows-repeated"
_REPEATED_COLUMNS = "number-columns-repeated"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetSurvey:
    """What is known of a sheet before it is read."""

    area: int = 0
    """Cells between the first and the last."""
    hidden: int = 0
    """Rows and groups of columns that are hidden."""
    formulas_without_value: int = 0
    frozen_rows: int = 0
    """Rows at the top that stay in sight; 0 = none, or the format was not looked through for them."""
    is_unreadable: bool = False
    xml: bytes = b""
    """Its part in an XLSX workbook, for `look_closer`."""
    passed_over: int = 0
    """Cells that the engine passes over; known of XLSB alone."""
    merged: tuple[tuple[Corner, Corner], ...] = ()
    """First and last cell of each merged range; of XLSB alone, where the engine does not know them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbookSurvey:
    """What is known of a workbook before it is read."""

    sheets: dict[str, SheetSurvey]
    """By name of the sheet; XLS has none."""
    is_readable: bool = True
    parts: dict[str, bytes] = field(default_factory=dict)
    """What is in parts by their names: of an XLSX workbook its sheets, of an XLSB one all that is read."""


def survey_excel(package: OfficePackage) -> WorkbookSurvey:
    """Look through an XLSX workbook. Parts that cannot be read grow `package.problems`."""
    name = package.main_part("xl/workbook.xml")
    workbook = package.tree(name)
    if workbook is None:
        return WorkbookSurvey(sheets={}, is_readable=False)
    sheets: dict[str, SheetSurvey] = {}
    parts: dict[str, bytes] = {}
    for sheet, part in _sheet_parts(package, name, workbook):
        content = package.part(part)
        if content is not None and has_document_type(content):
            package.refuse("xml-dtd", f"Part: {part}")
            content = None
        if content is None:
            sheets[sheet] = SheetSurvey(is_unreadable=True)
            continue
        sheets[sheet] = SheetSurvey(area=_area(content), xml=content)
        parts[part.lower()] = content
    return WorkbookSurvey(sheets=sheets, is_readable=_strings_are_sound(package), parts=parts)


def survey_open_document(package: OfficePackage) -> WorkbookSurvey:
    """Look through an ODS workbook. A part that cannot be read grows `package.problems`."""
    root = package.tree("content.xml")
    if root is None:
        return WorkbookSurvey(sheets={}, is_readable=False)
    sheets = {}
    for table in root.iter("{*}table"):
        rows = last_row = columns = hidden = 0
        for row in table.iter("{*}table-row"):
            rows += count(row, _REPEATED_ROWS, 1)
            width = _filled_width(row)
            if width:
                last_row, columns = rows, max(columns, width)
                hidden += attribute(row, "visibility") in {"collapse", "filter"}
        hidden += sum(attribute(column, "visibility") == "collapse" for column in table.iter("{*}table-column"))
        sheets[attribute(table, "name") or ""] = SheetSurvey(area=last_row * columns, hidden=hidden)
    return WorkbookSurvey(sheets=sheets)


def _sheet_parts(package: OfficePackage, name: str, workbook: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the name and the part of every sheet, in the order of the workbook."""
    targets = {relation.key: relation.target for relation in package.relations(name)}
    for sheet in workbook.iter("{*}sheet"):
        part = targets.get(attribute(sheet, "id") or "")
        if part:
            yield str(sheet.get("name", "")), part


def look_closer(sheet: SheetSurvey) -> SheetSurvey:
    """Return what is known of a sheet with what its XML says of rows in sight, hidden rows and formulas."""
    content = sheet.xml
    if not content:
        return sheet
    frozen = _FROZEN.search(content[: 64 * 1024])
    has_formulas = b"<f" in content or b":f" in content
    return replace(
        sheet,
        frozen_rows=int(frozen[1]) if frozen else 0,
        hidden=len(_HIDDEN.findall(content)) if b"hidden=" in content else 0,
        formulas_without_value=len(_FORMULA_ONLY.findall(content)) if has_formulas else 0,
    )


def _area(content: bytes) -> int:
    """Count the cells between the first and the last, or more, if that is still no more than `MOST_CELLS`."""
    most = _most_area(content)
    if most <= MOST_CELLS:
        return most
    last_row = max((int(found) for found in _ROW.findall(content)), default=0)
    area = last_row * (16_384 if _WIDE_REFERENCE.search(content) else 702)
    return area if area <= MOST_CELLS else _exact_area(content)


def _most_area(content: bytes) -> int:
    """Return a number of cells that a sheet cannot exceed, told by how long the numbers and letters of references are.

    A reference stands behind a quotation mark; what else looks like one makes the number larger.
    """
    import numpy as np

    if len(content) < _SMALL_BYTES and not _LONG_REFERENCE.search(content):
        return 9_999 * _COLUMNS_OF_LETTERS[2]
    signs = np.frombuffer(content + b" " * _LONGEST_REFERENCE, np.uint8)
    size = len(content)
    is_digit = (signs - ord("0")) < 10
    is_letter = ((signs | 0x20) - ord("a")) < 26
    behind = [((signs == ord('"')) | (signs == ord("'")))[:size]]
    for letters in (1, 2, 3):
        behind.append(behind[-1] & is_letter[letters : size + letters])
    widest = next((letters for letters in (3, 2) if (behind[letters] & is_digit[letters + 1 :][:size]).any()), 1)
    digits = 1
    begins = is_digit
    while digits <= _MOST_DIGITS and any(
        (found & begins[letters + 1 :][:size]).any() for letters, found in enumerate(behind)
    ):
        begins = begins & np.append(is_digit[digits:], begins[:digits] & False)
        digits += 1
    rows: int = 10 ** (digits - 1) - 1
    return rows * _COLUMNS_OF_LETTERS[widest]


def _exact_area(content: bytes) -> int:
    columns = {}
    first_row, last_row = 1_048_577, 0
    for found in _REFERENCE.finditer(content):
        columns[found[1]] = True
        row = int(found[2])
        first_row, last_row = min(first_row, row), max(last_row, row)
    if not columns:
        return 0
    numbers = [_column_number(letters) for letters in columns]
    return (last_row - first_row + 1) * (max(numbers) - min(numbers) + 1)


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _strings_are_sound(package: OfficePackage) -> bool:
    """Whether the shared strings are no more than there can be, and free of entities."""
    name = next((name for name in package.names if name.endswith("/sharedstrings.xml")), None)
    if name is None:
        return True
    content = package.part(name)
    if content is None:
        return False
    claimed = max((int(found) for found in _STRINGS_CLAIMED.findall(content[:1000])), default=0)
    if has_document_type(content):
        package.refuse("xml-dtd", f"Part: {name}")
        return False
    if claimed > 1000 + len(content) // _LEAST_STRING_BYTES:
        package.refuse("office-damaged", f"{name} claims {claimed} strings")
        return False
    return True


def _filled_width(row: etree._Element) -> int:
    """Columns up to the last cell that holds anything."""
    width = filled = 0
    for cell in row:
        if local_name(cell) in {"table-cell", "covered-table-cell"}:
            width += count(cell, _REPEATED_COLUMNS, 1)
            if len(cell):
                filled = width
    return filled
