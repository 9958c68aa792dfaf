"""Reads Rich Text files (RTF): what word processors and mail programs of all ages exchange.

Read are the body, headers, footers, footnotes, text boxes and tracked insertions; not read are tracked deletions,
hidden text, comments and the numbers of lists.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.blocks import BlockWriter, shortfalls
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.office.office_pictures import MOST_PICTURES, may_carry_text
from tenderlight.reading.office.rtf_walk import Part, RichText

_ORDER = ("header", "", "text boxes", "footer", "footnotes")
_MOST_PARTS = 200
_NO_DIGIT = re.compile(rb"[^0-9A-Fa-f]+")


class RichTextReader:
    """Reads RTF as one page of paragraphs and tables; larger pictures are files of their own.

    Places: "paragraph 12", "table 2 row 3 cell 1", "header 1 paragraph 1".
    Problems: charset-uncertain, hidden-text, limit-characters, limit-expansion, limit-members, limit-unpacked-bytes,
    no-text, office-damaged, office-part-not-read, pictures-not-read, tracked-changes.
    """

    name = "rtf"
    version = 4
    media_types = frozenset({formats.RTF})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the page, then what is to be known about it."""
        step = f"read:{self.name}/{self.version}"
        yield PageCount(count=1)
        text = RichText(original.content)
        flow = FlowWriter(limits)
        writer = BlockWriter(flow)
        for kind in _ORDER:
            for number, part in enumerate(_filled(text.parts, kind), 1):
                yield from writer.write(part.blocks, part=f"{kind} {number} " if kind else "")
        yield from flow.last_pages()
        yield from _notes(text, step)
        yield from _pictures(text, Unpacking(len(original.content), limits, step))
        yield from shortfalls(flow, step)


def _filled(parts: list[Part], kind: str) -> list[Part]:
    found = [part for part in parts if part.kind == kind and part.blocks]
    return found if kind in {"footnotes", "text boxes"} else found[:_MOST_PARTS]


def _pictures(text: RichText, unpacking: Unpacking) -> Iterator[Item]:
    """Hand on the pictures that may carry words, and say how many were left in the file."""
    left_in = max(0, len(text.pictures) - MOST_PICTURES)
    for number, written in enumerate(text.pictures[:MOST_PICTURES], 1):
        digits = _NO_DIGIT.sub(b"", written)
        content = binascii.unhexlify(digits[: len(digits) // 2 * 2])
        if may_carry_text(content):
            yield from unpacking.file(f"picture {number}", [content])
        else:
            left_in += 1
    if left_in:
        yield unpacking.problem("pictures-not-read", detail=f"Pictures: {left_in}.")


def _notes(text: RichText, step: str) -> Iterator[Problem]:
    if text.is_damaged:
        yield problem("office-damaged", step=step, detail="It ends too early, or gives a false length.")
    if not text.is_certain:
        yield problem("charset-uncertain", step=step)
    if text.changes:
        yield problem("tracked-changes", step=step, detail=f"Changes: {text.changes}.")
    if text.hidden_characters:
        yield problem("hidden-text", step=step, detail=f"Characters left out: {text.hidden_characters}.")
    if text.embedded_documents:
        yield problem("office-part-not-read", step=step, detail=f"Parts: {text.embedded_documents}.")
