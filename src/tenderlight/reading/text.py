"""Reads plain text, and tables written as text (CSV, TSV)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import charset
from tenderlight.reading.blocks import shortfalls
from tenderlight.reading.flow import FlowRow, FlowWriter

_LINE_END = re.compile("\r\n|\r|\n|\f")
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_DELIMITERS = ",;\t|"
_SNIFFED_LINES = 100
_SNIFFED_CHARACTERS = 256 * 1024
_MOST_RESTARTS = 20
LONGEST_FIELD = 1024 * 1024
"""Characters of a field of several lines; a longer one comes of a quotation mark that is none."""
MOST_FIELDS = 16_384
"""Cells read of one row, as many as a spreadsheet has columns."""


class TextReader:
    """Reads plain text (Markdown too) as lines, verbatim.

    Places: "line 12". Problems: charset-uncertain, limit-characters, no-text.
    """

    name = "text"
    version = 1
    media_types = frozenset({"text/plain"})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the text, and what is to be known about it."""
        step = f"read:{self.name}/{self.version}"
        yield PageCount(count=1)
        decoded = charset.decode(original.content)
        writer = FlowWriter(limits)
        for number, line in enumerate(_lines(decoded.text), 1):
            if line.strip():
                writer.line(line, f"line {number}")
                yield from writer.pages()
            else:
                writer.blank_line()
            if writer.is_full:
                break
        yield from writer.last_pages()
        if not decoded.is_certain:
            yield problem("charset-uncertain", step=step, detail=f"Read as {decoded.charset}.")
        yield from shortfalls(writer, step)


class TableTextReader:
    """Reads tables written as text, separated by commas, semicolons, tabs or bars (RFC 4180 and its relatives).

    Places: "row 3 cell 2", rows counted as the table's records, from 1. A quotation mark that never closes is taken
    as a letter. Problems: charset-uncertain, limit-cells, limit-characters, no-text, sheets-not-laid-out.
    """

    name = "table"
    version = 4
    media_types = frozenset({"text/csv", "text/tab-separated-values"})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the table, and what is to be known about it."""
        step = f"read:{self.name}/{self.version}"
        yield PageCount(count=1)
        decoded = charset.decode(original.content)
        text, delimiter = delimiter_of(decoded.text, original.media_type)
        writer = FlowWriter(limits)
        writer.open_table()
        too_wide = 0
        for row, fields in enumerate(records(text, delimiter)):
            too_wide += len(fields) > MOST_FIELDS
            texts = [field.strip("\r\n") for field in fields[:MOST_FIELDS]]
            place = f"row {row + 1} cell "
            writer.row(FlowRow(row, texts, range(len(texts))), [place + str(cell) for cell in range(1, len(texts) + 1)])
            yield from writer.pages()
            if writer.is_full:
                break
        writer.close_table()
        yield from writer.last_pages()
        if not decoded.is_certain:
            yield problem("charset-uncertain", step=step, detail=f"Read as {decoded.charset}.")
        if too_wide:
            yield problem("limit-cells", step=step, detail=f"Rows with more than {MOST_FIELDS} cells: {too_wide}.")
        if writer.has_text:
            yield problem("sheets-not-laid-out", step=step)
        yield from shortfalls(writer, step)


def delimiter_of(text: str, media_type: str = "") -> tuple[str, str]:
    """Find what separates the fields of a table, and drop a first line that only says so ("sep=;").

    The delimiter wins with which most records have the same number of fields, more than one.
    """
    named = _SEPARATOR_LINE.match(text)
    if named:
        return text[named.end() :], named[1]
    if media_type == "text/tab-separated-values":
        return text, "\t"
    sample = "".join(text[:_SNIFFED_CHARACTERS].splitlines(keepends=True)[:_SNIFFED_LINES])
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        widths = [len(fields) for fields in records(sample, delimiter) if fields]
        usual = max(set(widths), key=widths.count, default=1)
        score = widths.count(usual) / len(widths) if usual > 1 else 0.0
        if score > best_score + 0.05:
            best, best_score = delimiter, score
    return text, best


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Split a table into records.

    A quotation mark that is never closed, or only after more than `LONGEST_FIELD`, is a letter of its line.
    """
    csv.field_size_limit(max(len(text) + 1, csv.field_size_limit()))
    lines = [line + "\n" for line in _LINE_END.split(text)]
    if lines[-1] == "\n":
        lines.pop()
    at = restarts = 0
    while at < len(lines):
        reader = csv.reader(islice(lines, at, None), delimiter=delimiter)
        read = 0
        for fields in reader:
            taken, read = (read, reader.line_num)
            is_open = read - taken > 1 and (
                (at + read == len(lines) and _ends_open(lines[at + taken :]))
                or max(map(len, fields), default=0) > LONGEST_FIELD
            )
            if is_open or (restarts >= _MOST_RESTARTS and read - taken > 1):
                read = taken
                break
            yield fields
        at += read
        if at < len(lines):
            restarts += 1
            yield lines[at].rstrip("\n").split(delimiter)
            at += 1


def _ends_open(lines: Sequence[str]) -> bool:
    """Whether the lines of one record open a quotation and never close it."""
    return sum(line.count('"') for line in lines) % 2 == 1


def _lines(text: str) -> list[str]:
    lines = _LINE_END.split(text)
    return lines[:-1] if lines and not lines[-1] else lines
