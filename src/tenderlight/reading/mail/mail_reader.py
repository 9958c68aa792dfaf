"""Reads mails (EML) and mailboxes (MBOX): the text with who wrote to whom; attachments are files of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.mail.mail_pages import Message
from tenderlight.reading.mail.mail_parts import take_apart

_MESSAGE_START = re.compile(rb"(?:\A|(?<=\n))From [^\n]*\n(?=[!-9;-~]{1,200}[ \t]*:)")


class MailReader:
    """Reads a mail as one page: its From, To, Date and Subject, then its text. Attached files are read by themselves.

    Of several versions of the text the plain one is read, the HTML too if it says more. A mailbox is the files of its
    mails, unless it has only one.
    Places: "header Subject", "line 12", "paragraph 3", "table 1 row 2 cell 1".
    Problems: archive-empty, charset-uncertain, hidden-text, limit-characters, limit-expansion, limit-mail-parts,
    limit-members, limit-unpacked-bytes, mail-damaged, mail-part-elsewhere, mail-versions-differ, no-text,
    pictures-not-read, system-files-left-out.
    """

    name = "mail"
    version = 1
    media_types = frozenset({formats.MAIL, formats.MAILBOX})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the text, then the attached files, then what was not read."""
        step = f"read:{self.name}/{self.version}"
        unpacking = Unpacking(len(original.content), limits, step)
        messages = _messages(original)
        if len(messages) == 1:
            message = Message(take_apart(messages[0], limits), limits, step)
            pages = message.pages()
            yield PageCount(count=len(pages))
            yield from pages
            yield from message.files(unpacking)
            yield from message.problems()
            yield from unpacking.end(may_be_empty=True)
            return
        yield PageCount(count=len(messages))
        for number, content in enumerate(messages, 1):
            yield from unpacking.file(f"message {number}.eml", [content])
            if unpacking.is_over:
                break
        yield from unpacking.end()


def _messages(original: OpenOriginal) -> Sequence[bytes]:
    content = original.content.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if original.media_type != formats.MAILBOX:
        return [content]
    starts = list(_MESSAGE_START.finditer(content))
    if not starts:
        return [content]
    ends = [*(start.start() for start in starts[1:]), len(content)]
    return [content[start.end() : end] for start, end in zip(starts, ends, strict=True)]
