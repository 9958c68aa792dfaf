"""Word 97 files made in memory: the least that holds text, looks of characters, paragraphs, rows and headers."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from tests.reading.made_compound import compound

TEXT_AT = 2048
HEADER_ROW = b"\x04\x34\x01"
DELETED, INSERTED, HIDDEN = b"\x00\x08\x01", b"\x01\x08\x01", b"\x3c\x08\x01"
IN_TABLE, ROW_END, INNER_CELL, INNER_ROW = b"\x16\x24\x01", b"\x17\x24\x01", b"\x4b\x24\x01", b"\x4c\x24\x01"


@dataclass(frozen=True, kw_only=True)
class Run:
    """Text of one look; `paragraph` is how the paragraphs are set that end in it."""

    text: str
    look: bytes = b""
    paragraph: bytes = b""


def depth(number: int) -> bytes:
    return IN_TABLE + b"\x49\x66" + struct.pack("<I", number)


def row_end(edges: Sequence[int] = (), merges: Sequence[int] = ()) -> bytes:
    """How the paragraph is set that ends a row: its edges in twentieths of a point, flags of its cells."""
    if not edges:
        return IN_TABLE + ROW_END
    count = len(edges) - 1
    cells = b"".join(struct.pack("<H18x", flag) for flag in (*merges, *([0] * (count - len(merges)))))
    listed = bytes([count]) + struct.pack(f"<{count + 1}h", *edges) + cells
    return IN_TABLE + ROW_END + b"\x08\xd6" + struct.pack("<H", len(listed) + 1) + listed


def doc(
    body: Sequence[Run], *, header: str = "", is_narrow: bool = False, flags: int = 0x0200, version: int = 0xC1
) -> bytes:
    """A file with a body, and a header where one is given."""
    runs = list(body)
    stories = [0] * 7
    if header:
        runs.append(Run(text=header + "\r\r"))
        stories += [0, len(header) + 1, *[len(header) + 1] * 5]
    text = "".join(run.text for run in runs)
    body_length = sum(len(run.text) for run in body)
    content = text.encode("cp1252") if is_narrow else text.encode("utf-16-le")
    width = 1 if is_narrow else 2
    pages_at = -(-(TEXT_AT + len(content)) // 512)
    place = TEXT_AT * 2 | 0x40000000 if is_narrow else TEXT_AT
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, place, 0)
    parts = {
        33: b"\x02" + struct.pack("<I", len(pieces)) + pieces,
        12: struct.pack("<III", TEXT_AT, TEXT_AT + len(content), pages_at),
        13: struct.pack("<III", TEXT_AT, TEXT_AT + len(content), pages_at + 1),
        11: struct.pack(f"<{len(stories)}I", *stories) if header else b"",
    }
    main = bytearray(TEXT_AT)
    struct.pack_into("<HH", main, 0, 0xA5EC, version)
    struct.pack_into("<H", main, 0x0A, flags)
    struct.pack_into("<3i", main, 0x4C, body_length, 0, len(text) - body_length)
    table = b""
    for number, part in parts.items():
        struct.pack_into("<II", main, 0x9A + 8 * number, len(table), len(part))
        table += part
    held = bytes(main) + content
    held = held.ljust(pages_at * 512, b"\0") + _page(runs, width, is_paragraph=False)
    return compound({"WordDocument": held + _page(runs, width, is_paragraph=True), "1Table": table})


def _page(runs: Sequence[Run], width: int, *, is_paragraph: bool) -> bytes:
    offsets = [TEXT_AT]
    for run in runs:
        offsets.append(offsets[-1] + len(run.text) * width)
    page = bytearray(512)
    page[511] = len(runs)
    struct.pack_into(f"<{len(offsets)}I", page, 0, *offsets)
    end = 510
    for number, run in enumerate(runs):
        entry = 4 * len(offsets) + (13 if is_paragraph else 1) * number
        listed = run.paragraph if is_paragraph else run.look
        if is_paragraph:
            listed = b"\0\0" + listed
            packed = b"\0" + bytes([-(-len(listed) // 2)]) + listed
        else:
            packed = bytes([len(listed)]) + listed
        end = (end - len(packed)) & ~1
        page[end : end + len(packed)] = packed
        page[entry] = end // 2
    assert end > 4 * len(offsets) + 13 * len(runs), "too many runs for one page"
    return bytes(page)
