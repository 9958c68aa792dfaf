"""Reads saved web pages (MHTML): the page itself, and the documents saved with it."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.blocks import BlockWriter, shortfalls
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.mail.mail_headers import header_text, parameter_text
from tenderlight.reading.mail.mail_parts import MailPart, take_apart
from tenderlight.reading.mail.mail_texts import root_of
from tenderlight.reading.web.html import read_html
from tenderlight.reading.web.web_documents import is_document


class SavedPageReader:
    """Reads MHTML as one page of paragraphs and tables. Frames, documents and large pictures are read by themselves.

    Places: as in HTML. Problems: charset-uncertain, hidden-text, limit-characters, limit-expansion, limit-mail-parts,
    limit-members, limit-unpacked-bytes, mail-damaged, no-text, pictures-not-read.
    """

    name = "mhtml"
    version = 2
    media_types = frozenset({formats.SAVED_PAGE})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the page, then the documents saved with it, then what is to be known about them."""
        step = f"read:{self.name}/{self.version}"
        yield PageCount(count=1)
        saved = take_apart(original.content.lstrip(b"\r\n"), limits)
        root = _page(saved)
        text = read_html(root.content, root.charset, table_depth=limits.element_depth)
        subject = header_text(saved.header("subject"), "utf-8")[:1000]
        flow = FlowWriter(limits, title=text.title or subject or None)
        yield from BlockWriter(flow).write(text.blocks)
        yield from flow.last_pages()
        yield from text.problems(step)
        unpacking = Unpacking(len(original.content), limits, step)
        pictures = 0
        for part in saved.walk():
            if part is root or part.parts or unpacking.is_over:
                continue
            address = _address(part)
            if is_document(part.content, address, part.kind):
                yield from unpacking.file(address, [part.content])
            else:
                pictures += part.kind.startswith("image/")
        if saved.found.is_damaged:
            yield problem("mail-damaged", step=step)
        if saved.found.has_too_many:
            yield problem("limit-mail-parts", step=step)
        if pictures:
            yield problem("pictures-not-read", step=step, detail=f"Pictures: {pictures}.")
        yield from shortfalls(flow, step)


def _page(saved: MailPart) -> MailPart:
    """The page: the part that the file starts from, as deep as it lies."""
    while saved.parts:
        saved = root_of(saved)
    return saved


def _address(part: MailPart) -> str:
    located = header_text(part.header("content-location"), "utf-8")
    named = parameter_text(part.disposition_parameters, "filename", "utf-8") or parameter_text(
        part.type_parameters, "name", "utf-8"
    )
    return located or named or "part of a saved page"
