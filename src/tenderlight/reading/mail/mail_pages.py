"""The pages of a mail: who wrote to whom, then the text, then other versions of it that say more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item, ReadingLimits
from tenderlight.reading import charset
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.blocks import Block, BlockWriter, shortfalls
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.mail.mail_headers import bare_charset, header_text, parameter_text
from tenderlight.reading.mail.mail_parts import MailPart, take_apart
from tenderlight.reading.mail.mail_texts import default_name, says_more, sort_parts
from tenderlight.reading.office.rtf_walk import RichText
from tenderlight.reading.web.html import read_html

_SHOWN = {
    "from": "From", "sender": "Sender", "reply-to": "Reply-To", "to": "To", "cc": "Cc", "bcc": "Bcc", "date": "Date",
    "subject": "Subject",
}  # fmt: skip
_LINE_END = re.compile("\r\n|\r|\n|\f")
_HEAD_BYTES = 64 * 1024


class Message:
    """A mail being read: ask for its pages, then for its files, then for its problems."""

    def __init__(self, mail: MailPart, limits: ReadingLimits, step: str) -> None:
        self._mail = mail
        self._limits = limits
        self._step = step
        self._sorted = sort_parts(mail)
        values = [value for part in mail.walk() for _, value in part.headers]
        declared = next((part.charset for part in self._sorted.texts if part.charset), None)
        self._codec = bare_charset(values, declared)
        self._problems: list[Problem] = []
        self._written: list[str] = []
        self._pages: list[Page] = []

    @property
    def title(self) -> str | None:
        """Its subject; None if it has none."""
        return header_text(self._mail.header("subject"), self._codec)[:1000] or None

    def pages(self, *, number: int = 1) -> list[Page]:
        """Its pages, the first of this number."""
        flow = FlowWriter(self._limits, number=number, title=self.title)
        self._write_headers(flow)
        self._write_texts(flow, self._sorted.texts)
        versions = self._versions()
        self._pages += flow.last_pages()
        if versions:
            self._problems.append(problem("mail-versions-differ", step=self._step))
            further = FlowWriter(self._limits, number=flow.next_number, title=self.title)
            self._write_texts(further, versions)
            self._pages += further.last_pages()
        self._problems += shortfalls(flow, self._step)
        return self._pages

    def files(self, unpacking: Unpacking, *, folder: str = "") -> Iterator[Item]:
        """Hand on the files attached to it, under a folder where one is given."""
        for number, part in enumerate(self._sorted.files, 1):
            name = folder + self._name(part, number)
            if unpacking.wants(name):
                yield from unpacking.file(name, [part.content])
            if unpacking.is_over:
                return

    def problems(self) -> Iterator[Problem]:
        """Say what was not read of it."""
        yield from self._problems
        found, sorted_ = self._mail.found, self._sorted
        if found.is_damaged:
            yield problem("mail-damaged", step=self._step)
        if found.has_too_many:
            detail = f"Limits: {self._limits.parts} parts, {self._limits.part_depth} within each other."
            yield problem("limit-mail-parts", step=self._step, detail=detail)
        if sorted_.elsewhere:
            yield problem("mail-part-elsewhere", step=self._step, detail=f"Parts: {sorted_.elsewhere}.")
        if sorted_.small_pictures:
            yield problem("pictures-not-read", step=self._step, detail=f"Pictures: {sorted_.small_pictures}.")

    def _write_headers(self, flow: FlowWriter) -> None:
        seen: dict[str, int] = {}
        for name, value in self._mail.headers:
            if name not in _SHOWN:
                continue
            seen[name] = seen.get(name, 0) + 1
            number = f" {seen[name]}" if seen[name] > 1 else ""
            flow.line(f"{_SHOWN[name]}: {header_text(value, self._codec)}", f"header {_SHOWN[name]}{number}")
        flow.blank_line()

    def _write_texts(self, flow: FlowWriter, texts: Sequence[MailPart]) -> None:
        writer = BlockWriter(flow)
        for number, text in enumerate(texts, 1):
            part = f"text {number} " if number > 1 else ""
            if text.kind == "text/plain":
                self._write_plain(flow, text, part)
                continue
            blocks = self._blocks(text)
            self._written.append(_text_of(blocks))
            self._pages += writer.write(blocks, part=part)

    def _blocks(self, text: MailPart) -> list[Block]:
        if text.kind == "application/rtf":
            return RichText(text.content).parts[0].blocks
        read = read_html(text.content, text.charset, table_depth=self._limits.element_depth)
        self._problems += read.problems(self._step)
        return read.blocks

    def _write_plain(self, flow: FlowWriter, text: MailPart, part: str) -> None:
        decoded = charset.decode(text.content, text.charset)
        self._written.append(decoded.text)
        if not decoded.is_certain:
            self._problems.append(problem("charset-uncertain", step=self._step, detail=f"Read as {decoded.charset}."))
        for number, line in enumerate(_LINE_END.split(decoded.text), 1):
            if line.strip():
                flow.line(line, f"{part}line {number}")
            else:
                flow.blank_line()

    def _versions(self) -> list[MailPart]:
        """Other versions of the text that say more than it does."""
        found = []
        for version in self._sorted.versions:
            if version.kind == "text/plain":
                text = charset.decode(version.content, version.charset).text
            else:
                text = _text_of(
                    read_html(version.content, version.charset, table_depth=self._limits.element_depth).blocks
                )
            if says_more(text, "".join(self._written)):
                found.append(version)
        return found

    def _name(self, part: MailPart, number: int) -> str:
        named = parameter_text(part.disposition_parameters, "filename", self._codec) or parameter_text(
            part.type_parameters, "name", self._codec
        )
        if named:
            return named
        if part.kind == "message/rfc822":
            subject = header_text(take_apart(part.content[:_HEAD_BYTES], self._limits).header("subject"), self._codec)
            if subject:
                return f"{subject[:200]}.eml"
        return default_name(part, number)


def _text_of(blocks: Sequence[Block]) -> str:
    return "\n".join(
        block if isinstance(block, str) else "\n".join(text for row in block.rows for text in row.texts)
        for block in blocks
    )
