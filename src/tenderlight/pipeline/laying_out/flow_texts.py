"""The text of a document that is to be laid out, kept while it is read."""

from __future__ import annotations

import msgspec

from tenderlight.cases.encoding import PageNote
from tenderlight.model.document import PageMethod
from tenderlight.pipeline.laying_out.converter import FILTERS
from tenderlight.pipeline.messages import FlowText

MOST_BYTES = 8 * 1024 * 1024
"""Encoded pages of one document that is laid out: a book of two million words."""


class _TextOfPage(msgspec.Struct):
    number: int
    text: str


_decoder = msgspec.json.Decoder(_TextOfPage)


class FlowTexts:
    """Keeps the pages of one document, if it is of a format that is laid out."""

    def __init__(self) -> None:
        self.are_too_long = False
        """Whether there was more than is laid out; then nothing is kept."""
        self._pages: list[bytes] = []
        self._size = 0

    def take(self, media_type: str, note: object, checked_line: bytes) -> None:
        """Take a line of the reading, already checked, and what it is."""
        if media_type not in FILTERS or not isinstance(note, PageNote) or note.method is not PageMethod.FLOW:
            return
        self._size += len(checked_line)
        self._pages.append(checked_line)
        if self._size > MOST_BYTES:
            self.are_too_long = True
            self._pages.clear()

    def texts(self) -> tuple[FlowText, ...]:
        """Return the text of each page that has any."""
        found = (_decoder.decode(line) for line in self._pages)
        return tuple(FlowText(page_number=page.number, text=page.text) for page in found if page.text.strip())
