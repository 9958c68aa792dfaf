"""What stands at a pointer of a structured original: for making quotes, and for checking them again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from tenderlight.model.reader import ReadingLimits
from tenderlight.sources.declared_files import Table, open_table
from tenderlight.sources.json_places import value_under
from tenderlight.sources.json_text import Span, open_json, values
from tenderlight.sources.xml_text import namespaces, parse_xml, text_at


def texts_of(content: bytes, limits: ReadingLimits | None = None) -> Callable[[str], str | None]:
    """Return a function from pointer to the text there, as a reader of `sources` saw it; None = nothing is there.

    JSON Pointers give strings as they are and numbers as written; in a file of many values "/n" is the n-th, from 0.
    XPaths give the text of an element, its paragraphs on lines of their own, or of an attribute. Gzip is read
    through. In a table "/n/column" is a cell of the n-th row.

    Args:
        content: The bytes of the original.
        limits: As given to the reader.
    """
    limits = limits or ReadingLimits()
    head = content[:4096].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head.startswith(b"<"):
        return _in_xml(content, limits)
    table = open_table(content)
    if table is not None:
        return lambda pointer: _in_table(table, pointer)
    return _in_json(content, limits)


def _in_xml(content: bytes, limits: ReadingLimits) -> Callable[[str], str | None]:
    root = parse_xml(content, limits)
    if isinstance(root, str):
        return lambda _pointer: None
    prefixes = namespaces(root)
    return lambda pointer: text_at(root, pointer, prefixes)


def _in_table(table: Table, pointer: str) -> str | None:
    index, _, column = pointer[1:].partition("/")
    if not (index.isascii() and index.isdigit() and int(index) < len(table.rows)):
        return None
    cell = table.rows[int(index)].at(column.replace("~1", "/").replace("~0", "~"))
    return cell.text if cell is not None else None


def _in_json(content: bytes, limits: ReadingLimits) -> Callable[[str], str | None]:
    file = open_json(content, limits)
    spans = {span.pointer: span for span in file.outline.spans}
    held: list[tuple[Span, Any]] = []

    def lookup(pointer: str) -> str | None:
        if not held or not _covers(held[0][0], pointer):
            span = next((spans[start] for start in _starts(pointer) if start in spans), None)
            if span is None:
                return None
            held[:] = [(span, value) for span, value, _ in values(file.text, [span])]
        if not held:
            return None
        span, value = held[0]
        return value_under(value, pointer[len(span.pointer) :])

    return lookup


def _starts(pointer: str) -> Iterator[str]:
    """Yield the pointers to what a pointer lies in, from the outermost to itself."""
    yield ""
    for at, character in enumerate(pointer):
        if character == "/" and at:
            yield pointer[:at]
    yield pointer


def _covers(span: Span, pointer: str) -> bool:
    return pointer == span.pointer or pointer.startswith(f"{span.pointer}/")
