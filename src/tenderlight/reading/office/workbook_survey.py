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
from tenderlight.reading.office.workbook_area import areas_of
from tenderlight.reading.xml_tree import attribute, count, local_name

if TYPE_CHECKING:
    from lxml import etree

Corner = tuple[int, int]
"""Row and column of a cell, from 0."""

_HIDDEN = re.compile(rb"<(?:\w+:)?(?:row|col)\b[^<>]*\shidden=\"(?:1|true)\"")
_FROZEN = re.compile(rb"<(?:\w+:)?pane\b(?=[^<>]*\sstate=\"frozen)[^<>]*\sySplit=\"(\d{1,3})(?:\.0)?\"")
_FORMULA_ONLY = re.compile(
    rb"<(?:\w+:)?c\b(?![^<>]*\st=\"str\")[^<>]*>\s*<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula with no value beside it, or an empty one that is no empty text."""
_STRINGS_CLAIMED = re.compile(rb"\s(?:uniqueCount|count)=\"(\d{1,19})\"")
_LEAST_STRING_BYTES = 5
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
    workbook = package.part(name)
    if workbook is None:
        return WorkbookSurvey(sheets={}, is_readable=False)
    faults = len(package.problems)
    listed = package.attributes(workbook, name, ending="sheet")
    if len(package.problems) > faults:
        return WorkbookSurvey(sheets={}, is_readable=False)
    sheets: dict[str, SheetSurvey] = {}
    parts: dict[str, bytes] = {}
    found: list[tuple[str, bytes]] = []
    for sheet, part in _sheet_parts(package, name, listed):
        content = package.part(part)
        if content is not None and has_document_type(content):
            package.refuse("xml-dtd", f"Part: {part}")
            content = None
        if content is None:
            sheets[sheet] = SheetSurvey(is_unreadable=True)
            continue
        found.append((sheet, content))
        parts[part.lower()] = content
    for (sheet, content), area in zip(found, areas_of([content for _, content in found]), strict=True):
        if sheet not in sheets:
            sheets[sheet] = SheetSurvey(area=area, xml=content)
        elif area > sheets[sheet].area:
            sheets[sheet] = replace(sheets[sheet], area=area)  # the engine tells sheets apart by name
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


def _sheet_parts(package: OfficePackage, name: str, listed: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the name and the part of every sheet, in the order of the workbook."""
    targets = package.targets(name)
    for sheet in listed:
        part = targets.get(_key_of_relation(sheet))
        if part:
            yield sheet.get("name", ""), part


def _key_of_relation(sheet: dict[str, str]) -> str:
    """Return an attribute that is called "id" in whatever namespace; "" if there is none."""
    found = sheet.get("r:id")
    if found is not None:
        return found
    return next((value for key, value in sheet.items() if re.split("[:}]", key)[-1] == "id"), "")


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
