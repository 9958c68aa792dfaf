"""Pictures in the streams of Word 97 and PowerPoint 97 files, found by the records that hold them.

Format: MS-ODRAW 2.2.27 and 2.2.28, https://learn.microsoft.com/openspecs/office_file_formats/ms-odraw
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.model.reader import Item
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.office.office_pictures import MOST_PICTURES, may_carry_text

_RECORD = re.compile(rb"[\x1d\x1e\x29\x2a]\xf0", re.DOTALL)
"""JPEG, PNG, TIFF and JPEG in other colours; the two bytes stand between the instance and the length."""
_STARTS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_HEADS = (17, 33)
"""Bytes before the picture: one or two identifiers of 16, and a tag."""


def pictures_in_streams(*streams: bytes) -> list[bytes]:
    """Return the pictures in these streams, each once, at most `MOST_PICTURES`."""
    found: dict[bytes, None] = {}
    for stream in streams:
        at = 0
        while len(found) < MOST_PICTURES and (record := _RECORD.search(stream, at)):
            at = record.end()
            end = at + 4 + int.from_bytes(stream[at : at + 4], "little")
            start = next((at + 4 + head for head in _HEADS if stream.startswith(_STARTS, at + 4 + head)), None)
            if start is not None and start < end <= len(stream):
                found[stream[start:end]] = None
                at = end
    return list(found)


def handed_on(pictures: Sequence[bytes], shown: int, unpacking: Unpacking) -> Iterator[Item]:
    """Yield the pictures that may carry words as files, then how many of those shown were left in.

    Args:
        pictures: As found.
        shown: How many pictures the document shows, drawings made of lines included.
        unpacking: The budget of the document.
    """
    count = 0
    for number, content in enumerate(pictures, 1):
        if may_carry_text(content) and not unpacking.is_over:
            count += 1
            yield from unpacking.file(f"picture {number}", [content])
    if shown > count:
        yield unpacking.problem("pictures-not-read", detail=f"Pictures: {shown - count}.")
