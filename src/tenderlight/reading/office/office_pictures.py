"""Pictures inside Office files: those large enough to carry text are handed on as files of their own."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, MemberPart
from tenderlight.reading.archives.unpacking import PART_BYTES
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.pictures import DAMAGE, FORMATS, opened, size_of

LEAST_WIDTH, LEAST_HEIGHT = 200, 80
"""Pixels; smaller pictures are bullets, logos and lines."""
MOST_PICTURES = 1_000
_FOLDERS = ("word/media/", "xl/media/", "ppt/media/", "pictures/")


def pictures_in(package: OfficePackage, step: str) -> Iterator[Item]:
    """Yield the larger pictures of an Office file as files, then how many were left in it.

    Left in are pictures under 200 by 80 pixels, drawings made of lines (EMF, WMF, SVG), and what cannot be opened.

    Args:
        package: The file; what is unpacked draws on its budget. Problems that it had before are left to the caller.
        step: Step and version, for problems.
    """
    names = [name for name in package.names if name.startswith(_FOLDERS) and not name.endswith("/")]
    left_in = max(0, len(names) - MOST_PICTURES)
    known_problems = len(package.problems)
    for name in names[:MOST_PICTURES]:
        content = package.part(name) or b""
        if not may_carry_text(content):
            left_in += 1
            continue
        for start in range(0, len(content), PART_BYTES):
            part = content[start : start + PART_BYTES]
            yield MemberPart(untrusted_path=name, content=part, is_last=start + PART_BYTES >= len(content))
    yield from package.problems[known_problems:]
    if left_in:
        yield problem("pictures-not-read", step=step, detail=f"Pictures: {left_in}.")


def may_carry_text(content: bytes) -> bool:
    """Whether bytes are a picture that can be opened, and is large enough for words."""
    kind = media_type(content)
    if kind not in FORMATS:
        return False
    try:
        with opened(content, kind) as picture:
            size = size_of(picture)
    except DAMAGE:
        return False
    return size.width >= LEAST_WIDTH and size.height >= LEAST_HEIGHT
