"""Files of flat sources: lists and lines of JSON, and tables written as text (CSV), by their declared layouts."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.sources.declared import JsonRow, Layout, Row, read_row
from tenderlight.sources.declared_layouts import LAYOUTS
from tenderlight.sources.json_places import JsonPlace, escaped
from tenderlight.sources.json_text import damage, decoded, open_json, values
from tenderlight.sources.notice import Written

STEP = "read:declared/1"
_PEEK_BYTES = 64 * 1024
_DELIMITERS = ",;\t|"
_LONGEST_FIELD = 1024 * 1024
_MOST_FIELDS = 1024
_NESTING = 3
_SAID_STRUCTURE = re.compile(r"\s*[\[{<]")


class DeclaredJsonReader:
    """Reads lists, lines and wrapped lists of flat JSON objects. Pointers are RFC 6901."""

    name = "declared"
    version = 1
    media_types = frozenset({"application/json", "application/x-ndjson"})

    def recognises(self, content: bytes) -> bool:
        """Say whether all the names of some layout stand near the start of the file."""
        return _layout_of_json(content) is not None

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield each object as a notice, and what was wrong.

        Problems: encoding-guessed, text-damaged, json-damaged, json-truncated, json-repaired, json-too-deep,
        no-record-read, record-limit, and those of a row.
        """
        layout = _layout_of_json(original.content)
        if layout is None:
            yield problem("no-record-read", step=STEP)
            return
        file = open_json(original.content, limits)
        for trouble in file.troubles:
            yield problem(trouble, step=STEP)
        yield from damage(file, step=STEP)
        rows = (
            row
            for span, value, _has_doubles in values(file.text, file.outline.spans)
            for row in _rows_under(JsonPlace(value, span.pointer), layout, _NESTING)
        )
        yield PageCount(count=max(1, len(file.outline.spans)))
        yield from _notices(layout, rows, limits)


class DeclaredTableReader:
    """Reads tables in text whose head names the columns of a layout. "/n/column" is a cell of the n-th row, from 0."""

    name = "declared_table"
    version = 1
    media_types = frozenset({"text/csv", "text/tab-separated-values"})

    def recognises(self, content: bytes) -> bool:
        """Say whether the head of the table has all the columns of some layout."""
        return open_table(content[:_PEEK_BYTES]) is not None

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield each row as a notice, and what was wrong.

        Problems: encoding-guessed, no-record-read, record-limit, and those of a row.
        """
        table = open_table(original.content)
        if table is None:
            yield problem("no-record-read", step=STEP)
            return
        if table.is_guessed:
            yield problem("encoding-guessed", step=STEP, detail=f"Read as {table.layout.encoding}.")
        yield PageCount(count=max(1, len(table.rows)))
        yield from _notices(table.layout, iter(table.rows), limits)


def _notices(layout: Layout, rows: Iterator[Row], limits: ReadingLimits) -> Iterator[Item]:
    count = 0
    for row in rows:
        for item in read_row(layout, row, step=STEP):
            count += isinstance(item, Record)
            if count > limits.records:
                yield problem("record-limit", step=STEP, pointer=row.pointer)
                return
            yield item
    if not count:
        yield problem("no-record-read", step=STEP)


def _layout_of_json(content: bytes) -> Layout | None:
    text, _ = decoded(content[:_PEEK_BYTES])
    if text.lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return None
    for layout in LAYOUTS:
        if all(re.search(rf'"{re.escape(sign)}"\s*:', text) for sign in layout.signs):
            return layout
    return None


def _rows_under(place: JsonPlace, layout: Layout, nesting: int) -> Iterator[Row]:
    if place.is_list and nesting:
        for entry in place.entries():
            yield from _rows_under(entry, layout, nesting - 1)
        return
    if not place.is_object:
        return
    for holder in layout.holders:
        if place.get(holder).is_list and nesting:
            yield from _rows_under(place.get(holder), layout, nesting - 1)
            return
    if any(place.get(sign) for sign in layout.signs):
        yield JsonRow(place)


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table."""

    pointer: str
    cells: dict[str, str]

    def at(self, path: str) -> Written | None:
        """Return the cell in a column, as it stands."""
        text = self.cells.get(path, "")
        return Written(pointer=f"{self.pointer}/{escaped(path)}", text=text) if text.strip() else None

    def rows(self, path: str) -> list[Row]:
        """Return nothing: cells hold no lists."""
        del path
        return []


@dataclass(frozen=True, slots=True)
class Table:
    """A table in text whose columns are declared."""

    layout: Layout
    rows: list[Row]
    is_guessed: bool
    """It was not in UTF-8: the layout's encoding was taken."""


def open_table(content: bytes) -> Table | None:
    """Return the table of a text with the head of some layout, or None.

    A row with more cells than the head keeps those that have a column; one with fewer lacks the rest.
    """
    head = content[:_PEEK_BYTES].decode("ascii", errors="replace").lstrip("\ufeff\ufffd")
    if _SAID_STRUCTURE.match(head):
        return None
    first_line = head.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    names = _fields(first_line, delimiter)
    layout = next((one for one in LAYOUTS if set(one.signs) <= set(names)), None)
    if layout is None:
        return None
    try:
        text, is_guessed = content.decode("utf-8-sig"), False
    except UnicodeDecodeError:
        text, is_guessed = content.decode(layout.encoding, errors="replace"), True
    return Table(layout, list(_rows(text, delimiter)), is_guessed)


def _fields(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line.rstrip("\r")], delimiter=delimiter), [])[:_MOST_FIELDS]
    except csv.Error:
        return []


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        names = next(reader, [])[:_MOST_FIELDS]
        for index, fields in enumerate(reader):
            yield TableRow(f"/{index}", dict(zip(names, fields, strict=False)))
    except csv.Error:
        return
