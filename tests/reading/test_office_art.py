"""Pictures in old Office files: each once, the larger ones handed on."""

from __future__ import annotations

import io
import struct

from PIL import Image

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.office.office_art import handed_on, pictures_in_streams
from tests.reading.made_files import codes, members


def picture(kind: str, width: int = 400, height: int = 300) -> bytes:
    held = io.BytesIO()
    Image.new("L", (width, height), 255).save(held, kind)
    return held.getvalue()


def record(content: bytes, kind: int = 0xF01E, identifiers: int = 1) -> bytes:
    held = bytes(16 * identifiers) + b"\xff" + content
    return struct.pack("<HHI", 0x6E00, kind, len(held)) + held


def test_pictures_are_found_between_other_bytes_and_each_once() -> None:
    png, jpeg = picture("PNG"), picture("JPEG")
    stream = b"rubbish\x1e\xf0" + record(png) + b"more" + record(jpeg, 0xF01D, 2) + record(png)
    assert pictures_in_streams(b"", stream, record(jpeg, 0xF01D)) == [png, jpeg]


def test_false_lengths_find_nothing() -> None:
    content = bytearray(record(picture("PNG")))
    for length in (0, 5, 0xFFFF_FFFF):
        struct.pack_into("<I", content, 4, length)
        assert pictures_in_streams(bytes(content)) == []


def test_the_larger_ones_are_handed_on_and_the_others_counted() -> None:
    large, small = picture("PNG"), picture("PNG", 20, 20)
    unpacking = Unpacking(len(large), ReadingLimits(), "read:doc/2")
    items = list(handed_on([small, large], 3, unpacking))
    assert members(items) == {"picture 2": large}
    assert codes(items) == ["pictures-not-read"]
