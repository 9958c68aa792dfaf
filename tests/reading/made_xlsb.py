"""Binary workbooks (XLSB), written record by record as [MS-XLSB] has them: as small as their readers take them."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from tests.reading.made_files import OFFICE, RELATIONS, zip_of

ROW, BLANK, REAL, STRING, SHARED, RICH, BEGIN_CELLS, END_CELLS = 0, 1, 5, 6, 7, 62, 0x91, 0x92
BEGIN_SHEET, SIZE, END_SHEETS, SHEET, COLUMNS, PANE, MERGED = 0x81, 0x94, 0x90, 0x9C, 60, 151, 176
HIDDEN_ROW = 0x1000
KEEPS_NAMES = 0x9D
"""Follows the names of a workbook; readers stop there."""


def record(number: int, body: bytes = b"") -> bytes:
    """One record. Numbers from 128 on, and lengths, are written seven bits a byte."""
    head = bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80, number >> 7])
    size = len(body)
    while size >= 0x80:
        head += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + bytes([size]) + body


def wide(text: str) -> bytes:
    """A text with its length in front."""
    written = text.encode("utf-16-le")
    return struct.pack("<I", len(written) // 2) + written


def row(number: int, *cells: bytes, flags: int = 0) -> bytes:
    """A row, counted from 0, and its cells."""
    return record(ROW, struct.pack("<IIHHBI", number, 0, 300, flags, 0, 0)) + b"".join(cells)


def cell(column: int, value: str | float) -> bytes:
    """A cell with a text or a number of its own."""
    head = struct.pack("<II", column, 0)
    if isinstance(value, str):
        return record(STRING, head + wide(value))
    return record(REAL, head + struct.pack("<d", value))


def shared(column: int, index: int) -> bytes:
    """A cell with one of the texts that sheets share."""
    return record(SHARED, struct.pack("<III", column, 0, index))


def rich(column: int, text: str) -> bytes:
    """A cell with a text that has fonts of its own."""
    return record(RICH, struct.pack("<IIB", column, 0, 0) + wide(text))


def sheet(*rows: bytes, before: bytes = b"", after: bytes = b"") -> bytes:
    """The part of a sheet; what stands before its cells (panes, columns), and after them (merged ranges)."""
    start = record(BEGIN_SHEET) + record(SIZE, bytes(16)) + before + record(BEGIN_CELLS)
    return start + b"".join(rows) + record(END_CELLS) + after


def merged(first_row: int, last_row: int, first_column: int, last_column: int) -> bytes:
    """A merged range."""
    return record(MERGED, struct.pack("<4I", first_row, last_row, first_column, last_column))


def frozen(rows: int) -> bytes:
    """Rows at the top that stay in sight."""
    return record(PANE, struct.pack("<ddIIIB", 0.0, float(rows), rows, 0, 0, 1))


def hidden_columns(first: int, last: int) -> bytes:
    """Columns that are hidden."""
    return record(COLUMNS, struct.pack("<IIIIH", first, last, 0, 0, 1))


def xlsb(*sheets: bytes, names: Sequence[str] = (), states: Sequence[int] = (), strings: Sequence[str] = ()) -> bytes:
    """A workbook of sheets. `states`: 0 for one that is shown, 1 and 2 for hidden ones."""
    names = names or [f"Sheet{number}" for number in range(1, len(sheets) + 1)]
    states = states or [0] * len(sheets)
    listed = b"".join(
        record(SHEET, struct.pack("<II", state, number) + wide(f"s{number}") + wide(name))
        for number, (name, state) in enumerate(zip(names, states, strict=True), 1)
    )
    relations = "".join(
        f'<Relationship Id="s{number}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{number}.bin"/>'
        for number in range(1, len(sheets) + 1)
    )
    main = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override ContentType="{main}" PartName="/xl/workbook.bin"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" '
        'Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": listed + record(END_SHEETS) + record(KEEPS_NAMES),
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{RELATIONS}">{relations}</Relationships>',
    }
    if strings:
        items = b"".join(record(0x13, b"\0" + wide(text)) for text in strings)
        files["xl/sharedStrings.bin"] = record(0x9F, struct.pack("<II", len(strings), len(strings))) + items
    for number, part in enumerate(sheets, 1):
        files[f"xl/worksheets/sheet{number}.bin"] = part
    return zip_of(files)
