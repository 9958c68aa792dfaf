"""What people wrote of a dossier's findings: reasons, replies, corrections. With redaction, without private persons.

They are recognised as on the pages of documents, and besides by the names that those pages give to persons: who is
blacked out on a page is blacked out in a reply. Whom a reply was asked of is blacked out whole, as in exports: it may
be a name without anything that shows it to be one. What was blacked out is remembered, for the record.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from tenderlight.facts.privacy.spans import Personal, PersonalSpan, find_personal, redacted
from tenderlight.model.correction import Correction
from tenderlight.model.document import Page
from tenderlight.model.publication import Publication
from tenderlight.model.reply import Reply
from tenderlight.model.review import Review
from tenderlight.publish.dossier_findings import Finding, Selection
from tenderlight.publish.personal_names import with_names

FREE_TEXTS = frozenset({"because", "answer", "asked_of", "asked_how", "attachments", "was", "now"})
"""Details of the log's entries that people wrote as they liked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blacked:
    """A text that people wrote, with what was blacked out in it."""

    of: str
    """review, reply, correct, withdraw: the act of its entry in the log."""
    number: int
    """Of the entry among those of its act."""
    field: str
    was: str
    now: str
    spans: tuple[PersonalSpan, ...]


class Words:
    """Blacks out private persons in what people wrote.

    Args:
        names: Of persons, as the pages tell them.
        redact: Whether anything is blacked out at all.
    """

    def __init__(self, names: Collection[str], *, redact: bool) -> None:
        self._names = names
        self._redact = redact
        self.blacked: list[Blacked] = []

    def tells(self, text: str) -> bool:
        """Say whether a text tells a private person that is to be blacked out."""
        return self._redact and bool(self._spans(text))

    def selection(self, selection: Selection) -> Selection:
        """Return what is published with the words of its reviews and replies as they are published."""
        if not self._redact:
            return selection
        findings = tuple(self._finding(one) for one in selection.findings)
        named = tuple(replace(one, replies=tuple(map(self._reply, one.replies))) for one in selection.named)
        return replace(selection, findings=findings, named=named)

    def correction(self, one: Correction) -> Correction:
        """Return a correction as it is published."""
        return replace(
            one,
            was=self._told("correct", one.number, "was", one.was),
            now=self._told("correct", one.number, "now", one.now),
            because=self._told("correct", one.number, "because", one.because),
        )

    def withdrawal(self, one: Publication) -> Publication:
        """Return a withdrawal as it is published."""
        return replace(one, because=self._told("withdraw", one.number, "because", one.because))

    def _finding(self, one: Finding) -> Finding:
        return replace(one, reviews=tuple(map(self._review, one.reviews)))

    def _review(self, one: Review) -> Review:
        return replace(one, because=self._told("review", one.number, "because", one.because))

    def _reply(self, one: Reply) -> Reply:
        asked = replace(
            one.asked,
            asked_of=self._told("reply", one.number, "asked_of", one.asked.asked_of, is_whole=True),
            asked_how=self._told("reply", one.number, "asked_how", one.asked.asked_how),
        )
        answer = one.answer
        if answer is not None:
            answer = replace(answer, text=self._told("reply", one.number, "answer", answer.text))
        attachments = tuple(
            replace(file, name=self._told("reply", one.number, f"attachment {place}", file.name))
            for place, file in enumerate(one.attachments, 1)
        )
        return replace(one, asked=asked, answer=answer, attachments=attachments)

    def _told(self, of: str, number: int, field: str, text: str, *, is_whole: bool = False) -> str:
        if not self._redact or not text:
            return text
        whole = PersonalSpan(page_number=1, start=0, end=len(text), kind=Personal.NAME)
        spans = (whole,) if is_whole else self._spans(text)
        if not spans:
            return text
        made = Blacked(of=of, number=number, field=field, was=text, now=redacted(text, spans), spans=spans)
        if made not in self.blacked:
            self.blacked.append(made)
        return made.now

    def _spans(self, text: str) -> tuple[PersonalSpan, ...]:
        return with_names(text, find_personal([Page(number=1, text=text)]), self._names)
