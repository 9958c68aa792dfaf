"""Cut-off PDF files: a new file from the objects that are still there.

A PDF is read from its end, where the table of its objects stands; half a download has none, and readers give up on all
of it. The objects before the cut are whole, though. They are found by their marks (ISO 32000-1, 7.3.10), taken out of
object streams (7.5.7), and given a new table, and a new page tree where the old one is gone.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_OBJECT = re.compile(rb"(?<![0-9])([0-9]{1,9})[\0\t\n\f\r ]+[0-9]{1,5}[\0\t\n\f\r ]+obj\b")
_STREAM = re.compile(rb"\bstream\r?\n")
_KIND = re.compile(rb"/Type[\0\t\n\f\r ]*/([A-Za-z]+)")
_REFERENCE = rb"[\0\t\n\f\r ]*([0-9]{1,9})[\0\t\n\f\r ]+[0-9]{1,5}[\0\t\n\f\r ]+R"
_PARENT = re.compile(rb"/Parent" + _REFERENCE)
_PAGES = re.compile(rb"/Pages" + _REFERENCE)
_COUNT = re.compile(rb"/Count[\0\t\n\f\r ]*([0-9]{1,9})")
_HOW_MANY = re.compile(rb"/N[\0\t\n\f\r ]+([0-9]{1,7})")
_FIRST = re.compile(rb"/First[\0\t\n\f\r ]+([0-9]{1,9})")
_MOST_OBJECTS = 1_000_000
_MOST_UNPACKED_BYTES = 256 * 1024**2


def salvage(content: bytes) -> bytes | None:
    """Build a PDF from the objects of a damaged one.

    Args:
        content: A PDF that does not open.

    Returns:
        A complete PDF, in which pages whose objects are lost are missing or empty; None if no page is left, or if the
        file is encrypted (the objects alone do not say how).
    """
    if b"/Encrypt" in content:
        return None
    objects = dict(_objects(content))
    if not objects:
        return None
    kinds = {number: _kind(body) for number, body in objects.items()}
    for number in [number for number, kind in kinds.items() if kind in (b"ObjStm", b"XRef")]:
        del objects[number], kinds[number]
    root = _whole_catalogue(objects, kinds)
    if root is None:
        root = _add_page_tree(objects, kinds)
    return None if root is None else _written(objects, root)


def _objects(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield number and body of every object in the file, later versions later; those in object streams before them."""
    marks = list(_OBJECT.finditer(content))[:_MOST_OBJECTS]
    ends = [mark.start() for mark in marks[1:]] + [len(content)] * bool(marks)
    plain: list[tuple[int, bytes]] = []
    budget = _MOST_UNPACKED_BYTES
    for mark, end in zip(marks, ends, strict=True):
        body = _body(content[mark.end() : end])
        if body is None:
            continue
        plain.append((int(mark[1]), body))
        if _kind(body) == b"ObjStm" and budget > 0:
            unpacked = _unpacked(body, budget)
            budget -= len(unpacked)
            yield from _packed_objects(body, unpacked)
    yield from plain


def _body(chunk: bytes) -> bytes | None:
    """Return an object without its end mark, its stream closed if the file ends within; None if it is cut in two."""
    end = chunk.rfind(b"endobj")
    stream = _STREAM.search(chunk)
    if end >= 0:
        return chunk[:end].strip()
    if stream is None:
        closed = chunk.strip()
        return closed if closed.endswith(b">>") and closed.count(b"<<") == closed.count(b">>") else None
    return chunk if chunk.rstrip().endswith(b"endstream") else chunk + b"\nendstream"


def _kind(body: bytes) -> bytes | None:
    """Return the /Type of an object, looking at its dictionary only."""
    stream = _STREAM.search(body)
    found = _KIND.search(body, 0, stream.start() if stream else len(body))
    return found[1] if found else None


def _unpacked(body: bytes, budget: int) -> bytes:
    """Return what an object stream holds, as far as it is there."""
    stream = _STREAM.search(body)
    if stream is None:
        return b""
    data = body[stream.end() :]
    if b"/FlateDecode" not in body[: stream.start()]:
        return data[:budget]
    try:
        return zlib.decompressobj().decompress(data, budget)
    except zlib.error:
        return b""


def _packed_objects(body: bytes, unpacked: bytes) -> Iterator[tuple[int, bytes]]:
    count, first = _HOW_MANY.search(body), _FIRST.search(body)
    if count is None or first is None:
        return
    numbers = [int(each) for each in unpacked[: int(first[1])].split() if each.isdigit()][: 2 * int(count[1])]
    starts = [int(first[1]) + offset for offset in numbers[1::2]]
    for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(unpacked)], strict=False):
        if end <= len(unpacked) and start < end:
            yield number, unpacked[start:end].strip()


def _whole_catalogue(objects: dict[int, bytes], kinds: dict[int, bytes | None]) -> int | None:
    """Return the newest catalogue whose page tree has its root."""
    for number in reversed(objects):
        if kinds[number] == b"Catalog":
            pages = _PAGES.search(objects[number])
            if pages and kinds.get(int(pages[1])) == b"Pages":
                return number
    return None


def _add_page_tree(objects: dict[int, bytes], kinds: dict[int, bytes | None]) -> int | None:
    """Add a catalogue and a page tree over pages and branches whose own parent is gone, in the order of the file."""
    orphans = []
    count = 0
    for number, body in objects.items():
        if kinds[number] not in (b"Page", b"Pages"):
            continue
        parent = _PARENT.search(body)
        if parent and kinds.get(int(parent[1])) == b"Pages":
            continue
        orphans.append(number)
        pages = _COUNT.search(body) if kinds[number] == b"Pages" else None
        count += int(pages[1]) if pages else 1
    if not orphans:
        return None
    tree = max(objects) + 1
    kids = b" ".join(b"%d 0 R" % number for number in orphans)
    objects[tree] = b"<< /Type /Pages /Count %d /Kids [ %b ] >>" % (count, kids)
    objects[tree + 1] = b"<< /Type /Catalog /Pages %d 0 R >>" % tree
    return tree + 1


def _written(objects: dict[int, bytes], root: int) -> bytes:
    """Write objects as a PDF with a table of where they are."""
    parts = [b"%PDF-1.7\n"]
    position = len(parts[0])
    places = []
    for number in sorted(objects):
        part = b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
        parts.append(part)
        places.append((number, position))
        position += len(part)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % place for place in places)
    parts.append(b"xref\n0 1\n0000000000 65535 f \n" + table)
    parts.append(b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, root, position))
    return b"".join(parts)
