"""The text of a document that is to be laid out, kept while it is read."""

from __future__ import annotations

import msgspec

from tenderlight.cases.encoding import PageNote
from tenderlight.model.document import PageMethod
from tenderlight.pipeline.laying_out.converter import FILTERS
from tenderlight.pipeline.messages import FlowText

MOST_CHARACTERS = 2_000_000
"""Of one document that is laid out: a book of some fifteen hundred pages, for which LibreOffice takes a minute."""


class _TextOfPage(msgspec.Struct):
    number: int
    text: str


_decoder = msgspec.json.Decoder(_TextOfPage)


class FlowTexts:
    """Keeps the pages of one document, if it is of a format that is laid out."""

    def __init__(self) -> None:
        self.are_too_long = False
        """Whether there was more than is laid out; then nothing is kept."""
        self.characters = 0
        """In all pages together."""
        self._pages: list[FlowText] = []

    def take(self, media_type: str, note: object, checked_line: bytes) -> None:
        """Take a line of the reading, already checked, and what it is."""
        if media_type not in FILTERS or not isinstance(note, PageNote) or note.method is not PageMethod.FLOW:
            return
        page = _decoder.decode(checked_line)
        self.characters += len(page.text)
        if self.characters > MOST_CHARACTERS:
            self.are_too_long = True
            self._pages.clear()
        elif page.text.strip():
            self._pages.append(FlowText(page_number=page.number, text=page.text))

    def texts(self) -> tuple[FlowText, ...]:
        """Return the text of each page that has any."""
        return tuple(self._pages)
