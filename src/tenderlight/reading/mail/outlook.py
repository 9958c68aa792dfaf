"""Reads Outlook messages (MSG) as mails are read."""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.mail.mail_pages import Message
from tenderlight.reading.mail.outlook_file import OutlookFile
from tenderlight.reading.office.compound_file import CompoundFile


class OutlookReader:
    """Reads a message as `MailReader` reads a mail.

    Messages attached to it are further pages, and the path of their files starts with "message 1/".

    Problems: charset-uncertain, hidden-text, limit-characters, limit-expansion, limit-mail-parts, limit-members,
    limit-unpacked-bytes, mail-damaged, mail-versions-differ, no-text, office-damaged, pictures-not-read,
    system-files-left-out.
    """

    name = "outlook"
    version = 1
    media_types = frozenset({formats.OUTLOOK})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the texts, then the attached files, then what was not read."""
        step = f"read:{self.name}/{self.version}"
        with CompoundFile(original.content) as compound:
            if not compound.paths:
                yield problem("office-damaged", step=step)
                return
            file = OutlookFile(compound, limits)
            messages = [(folder, Message(mail, limits, step)) for folder, mail in file.messages()]
        unpacking = Unpacking(len(original.content), limits, step)
        number = 1
        counted = []
        for _, message in messages:
            counted.append(message.pages(number=number))
            number += len(counted[-1])
        yield PageCount(count=number - 1)
        for pages in counted:
            yield from pages
        for folder, message in messages:
            yield from message.files(unpacking, folder=folder)
        seen = set()
        for _, message in messages:
            for found in message.problems():
                if found not in seen:
                    seen.add(found)
                    yield found
        yield from unpacking.end(may_be_empty=True)
