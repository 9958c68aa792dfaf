"""Looks through a binary workbook (XLSB) before it is read, as `workbook_survey` does with one that is written as XML.

Its parts are streams of records: a number, a length, and as many bytes. The records looked at here are described in
[MS-XLSB](https://learn.microsoft.com/openspecs/office_file_formats/ms-xlsb), section 2.4.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from tenderlight.reading.archives.zip_parts import stored_part, zip_of_parts
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.workbook_area import MOST_CELLS
from tenderlight.reading.office.workbook_survey import Corner, SheetSurvey, WorkbookSurvey

MOST_COPIED_BYTES = 64 * 1024 * 1024
MOST_MERGED = 100_000
"""Merged ranges of one sheet that are taken."""
WORKBOOK, RELATIONS = "xl/workbook.bin", "xl/_rels/workbook.bin.rels"
BESIDE_SHEETS = ("xl/sharedStrings.bin", "xl/styles.bin")
"""What the engine looks at beside sheets, under the very names by which it does."""

_ROW = 0
_LAST_CELL = 11
"""Records from 1 to this one are cells; `_ROW` begins a row of them."""
_PASSED_OVER = frozenset({13, 15, 16, 17, 18, 62})
"""Cells in the short form, and text with fonts of its own: the engine passes over them."""
_BLANK = frozenset({1, 12})
_COLUMNS = 60
_FROZEN = 151
_SHEET = 156
_MERGED = 176
_ROW_IS_HIDDEN = 0x10
_LARGEST_ROW = 0x100000
_NO_COLUMN = 2**32


def records(content: bytes) -> Iterator[tuple[int, memoryview]]:
    """Yield the records of a part, each with its number, up to one that is not whole."""
    view = memoryview(content)
    at, end = 0, len(content)
    while at + 1 < end:
        number = content[at]
        at += 1
        if number & 0x80:
            number = (number & 0x7F) | (content[at] & 0x7F) << 7
            at += 1
        size = 0
        for place in range(0, 28, 7):
            if at >= end:
                return
            byte = content[at]
            at += 1
            size |= (byte & 0x7F) << place
            if not byte & 0x80:
                break
        if at + size > end:
            return
        yield number, view[at : at + size]
        at += size


def survey_binary(package: OfficePackage) -> WorkbookSurvey:
    """Look through an XLSB workbook. Parts that cannot be read grow `package.problems`."""
    workbook = package.part(WORKBOOK)
    if workbook is None:
        return WorkbookSurvey({}, is_readable=False)
    targets = package.targets(WORKBOOK)
    sheets: dict[str, SheetSurvey] = {}
    parts = {WORKBOOK: workbook}
    for name, key in _sheets(workbook):
        part = targets.get(key, "")
        content = parts[part] if part in parts else package.part(part)
        if content is None or name in sheets:  # the engine tells sheets apart by name
            sheets[name] = SheetSurvey(is_unreadable=True)
            continue
        sheets[name] = survey_sheet(content)
        if sheets[name].area <= MOST_CELLS:
            parts[part] = content
    for part in (RELATIONS, *BESIDE_SHEETS):
        content = package.part(part)
        if content is not None:
            parts[part] = content
        elif part.lower() in package.names:
            return WorkbookSurvey({}, is_readable=False)
    return WorkbookSurvey(sheets, parts=parts)


def binary_copy(package: OfficePackage, parts: dict[str, bytes]) -> bytes | None:
    """Return a workbook of the parts that were looked through; None if none can be made.

    They are not packed any more, unless they are large.
    """
    is_large = sum(map(len, parts.values())) > MOST_COPIED_BYTES
    copied = []
    for name, content in parts.items():
        packed = package.packed(name) if is_large else None
        copied.append(stored_part(name, content) if packed is None else packed._replace(name=name))
    try:
        return zip_of_parts(copied)
    except ValueError:
        return None


def survey_sheet(content: bytes) -> SheetSurvey:
    """Look through the part of a sheet."""
    row = hidden = frozen = passed_over = 0
    first_row, last_row, first_column, last_column = _LARGEST_ROW, -1, _NO_COLUMN, -1
    merged: list[tuple[Corner, Corner]] = []
    for number, body in records(content):
        try:
            if number == _ROW:
                row = int.from_bytes(body[:4], "little")
                hidden += bool(body[11] & _ROW_IS_HIDDEN)
            elif number <= _LAST_CELL or number in _PASSED_OVER:
                passed_over += number in _PASSED_OVER
                if number not in _BLANK and row <= _LARGEST_ROW:
                    column = int.from_bytes(body[:4], "little")
                    first_row, last_row = min(first_row, row), max(last_row, row)
                    first_column, last_column = min(first_column, column), max(last_column, column)
            elif number == _COLUMNS:
                hidden += body[16] & 1
            elif number == _FROZEN:
                frozen = _frozen_rows(body)
            elif number == _MERGED and len(merged) < MOST_MERGED:
                top, bottom, left, right = struct.unpack_from("<4I", body)
                merged.append(((top, left), (bottom, right)))
        except (IndexError, struct.error):  # a record too short for what it is
            return SheetSurvey(is_unreadable=True)
    return SheetSurvey(
        area=(last_row - first_row + 1) * (last_column - first_column + 1) if last_row >= 0 else 0,
        hidden=hidden,
        frozen_rows=frozen,
        passed_over=passed_over,
        merged=tuple(merged),
    )


def _frozen_rows(body: memoryview) -> int:
    (rows,) = struct.unpack_from("<d", body, 8)
    is_frozen = body[28] & 3
    return int(rows) if is_frozen and 0 <= rows < 1000 else 0


def _sheets(workbook: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name of every sheet and the key of its relation, in the order of the workbook."""
    for number, body in records(workbook):
        if number == _SHEET:
            key, end = _text(body, 8)
            name, _ = _text(body, end)
            if key:
                yield name, key


def _text(body: memoryview, at: int) -> tuple[str, int]:
    """Return the text that stands at some place, and where it ends; an empty one where it is none."""
    length = int.from_bytes(body[at : at + 4], "little")
    end = at + 4 + 2 * length
    return (str(body[at + 4 : end], "utf-16-le", "replace"), end) if end <= len(body) else ("", len(body))
