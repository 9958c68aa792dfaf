"""Looks through the XML of a workbook before it is read: how large its sheets are, what in them is hidden or empty.

The engine that reads workbooks believes sizes that a file claims and keeps every cell between the first and the last
in memory. So sizes are counted here first, on bytes that are unpacked within a budget.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tenderlight.reading.office.office_package import OfficePackage, Relation, has_document_type
from tenderlight.reading.office.workbook_area import areas_of
from tenderlight.reading.xml_tree import attribute, count, local_name

if TYPE_CHECKING:
    from lxml import etree

Corner = tuple[int, int]
"""Row and column of a cell, from 0."""

_WORKBOOK = "xl/workbook.xml"
_HIDDEN = re.compile(
    rb"<(?:\w+:)?(?:row|col)\b[^<>]*[\s\"'](?:hidden\s*=\s*[\"'](?:1|true)|(?:ht|width)\s*=\s*[\"']0(?:\.0*)?)[\"']"
)
"""A row or a group of columns that is hidden, or has no height or width."""
_SIGNS_OF_HIDING = (b"hidden", b'ht="0', b"ht='0", b'width="0', b"width='0")
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


class SheetSurvey(NamedTuple):
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


class ListedSheet(NamedTuple):
    """A sheet as the list of sheets of an XLSX workbook has it."""

    name: str
    state: str
    """"hidden", "veryHidden", "visible", or "" for the last."""
    kind: str
    """Last word of the type of its relation, lower case: "worksheet", "chartsheet"."""
    part: str
    survey: SheetSurvey


class WorkbookSurvey(NamedTuple):
    """What is known of a workbook before it is read."""

    sheets: dict[str, SheetSurvey]
    """By name of the sheet as the engine has it. XLS has none, and of an XLSX workbook they are in `listed`."""
    is_readable: bool = True
    parts: dict[str, bytes] = {}  # noqa: RUF012 (nobody writes to it)
    """What is in parts by their names, of an XLSB workbook: all that is read."""
    listed: Sequence[ListedSheet] = ()
    """The sheets of an XLSX workbook, in its order."""
    is_1904: bool = False
    """Whether the days of an XLSX workbook are counted from 1904."""
    styles: str = ""
    strings: str = ""
    """Names of the parts of an XLSX workbook that hold styles and shared strings; "" for none."""


_NOWHERE = Relation("", "", "")
UNREADABLE = SheetSurvey(is_unreadable=True)
"""What is known of a sheet that was not looked through, or could not be."""


def survey_excel(package: OfficePackage) -> WorkbookSurvey:
    """Look through an XLSX workbook. Parts that cannot be read grow `package.problems`."""
    name = package.main_part(_WORKBOOK)
    workbook = package.part(name)
    if workbook is None:
        return WorkbookSurvey({}, is_readable=False)
    faults = len(package.problems)
    found = package.elements(workbook, name, ("sheet", "workbookPr"))
    if len(package.problems) > faults:
        return WorkbookSurvey({}, is_readable=False)
    relations = package.relations(name)
    by_key = {relation.key: relation for relation in relations}
    listed: list[ListedSheet] = []
    is_1904 = False
    for tag, attributes in found:
        if tag.endswith("workbookPr"):
            is_1904 = attributes.get("date1904") in {"1", "true"}
        elif _without_prefix(tag) == "sheet":
            kind, _, part = by_key.get(_key_of_relation(attributes), _NOWHERE)
            content = _content(package, part)
            seen = UNREADABLE if content is None else SheetSurvey(xml=content)
            listed.append(ListedSheet(attributes.get("name", ""), attributes.get("state", ""), kind, part, seen))
    areas = areas_of([sheet.survey.xml for sheet in listed])
    listed = [
        sheet._replace(survey=sheet.survey._replace(area=area)) for sheet, area in zip(listed, areas, strict=True)
    ]
    styles, strings = (_beside(package, relations, kind, name) for kind in ("styles", "sharedstrings"))
    return WorkbookSurvey({}, _strings_are_sound(package, strings), {}, listed, is_1904, styles, strings)


def _content(package: OfficePackage, part: str) -> bytes | None:
    """Return the XML of a sheet; None if it is not to be read."""
    content = package.part_as_utf8(part)
    if content is not None and has_document_type(content):
        package.refuse("xml-dtd", f"Part: {part}")
        return None
    return content


def _beside(package: OfficePackage, relations: list[Relation], kind: str, workbook: str) -> str:
    """Return the name of a part that holds something for all sheets; "" for none.

    It is the one that the workbook names or, where there is no such part, the one with the usual name.
    """
    for relation in relations:
        if relation.kind == kind and package.has(relation.target):
            return relation.target
    name = f"{workbook.rpartition('/')[0]}/{kind}.xml"
    return name if package.has(name) else ""


def survey_open_document(package: OfficePackage) -> WorkbookSurvey:
    """Look through an ODS workbook. A part that cannot be read grows `package.problems`."""
    root = package.tree("content.xml")
    if root is None:
        return WorkbookSurvey({}, is_readable=False)
    sheets: dict[str, SheetSurvey] = {}
    for table in root.iter("{*}table"):
        rows = last_row = columns = hidden = 0
        for row in table.iter("{*}table-row"):
            rows += count(row, _REPEATED_ROWS, 1)
            width = _filled_width(row)
            if width:
                last_row, columns = rows, max(columns, width)
                hidden += attribute(row, "visibility") in {"collapse", "filter"}
        hidden += sum(attribute(column, "visibility") == "collapse" for column in table.iter("{*}table-column"))
        name, area = attribute(table, "name") or "", last_row * columns
        if name not in sheets:
            sheets[name] = SheetSurvey(area=area, hidden=hidden)
        elif area > sheets[name].area:
            sheets[name] = sheets[name]._replace(area=area)  # the engine tells sheets apart by name
    return WorkbookSurvey(sheets)


def _key_of_relation(sheet: dict[str, str]) -> str:
    """Return an attribute that is called "id" in whatever namespace; "" if there is none."""
    found = sheet.get("r:id")
    if found is not None:
        return found
    return next((value for key, value in sheet.items() if _without_prefix(key) == "id"), "")


def _without_prefix(name: str) -> str:
    """A name without its prefix or namespace."""
    return name.rpartition("}")[2].rpartition(":")[2]


def look_closer(sheet: SheetSurvey) -> SheetSurvey:
    """Return what is known of a sheet with what its XML says of rows in sight, hidden rows and formulas."""
    content = sheet.xml
    if not content:
        return sheet
    frozen = _FROZEN.search(content[: 64 * 1024])
    signs = _SIGNS_OF_HIDING if b"'" in content else [sign for sign in _SIGNS_OF_HIDING if b"'" not in sign]
    has_formulas = b"<f" in content or b":f" in content
    return sheet._replace(
        frozen_rows=int(frozen[1]) if frozen else 0,
        hidden=len(_HIDDEN.findall(content)) if any(sign in content for sign in signs) else 0,
        formulas_without_value=len(_FORMULA_ONLY.findall(content)) if has_formulas else 0,
    )


def _strings_are_sound(package: OfficePackage, name: str) -> bool:
    """Whether the shared strings are no more than there can be, and free of entities."""
    if not name:
        return True
    content = package.part_as_utf8(name)
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
