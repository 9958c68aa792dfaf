"""Requests to parties for their reply, and the answers: entries of the custody log and rows; none is overwritten.

An answer that comes later, or a slip that is put right, is an entry of its own that stands for the earlier one; both
are kept. What a party sent along is kept byte for byte among the originals, and is never read as a document of the
case.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import BinaryIO

import msgspec

from tenderlight.archive.custody import LONGEST_LINE_BYTES, Act
from tenderlight.archive.originals import Originals
from tenderlight.cases.alone import alone
from tenderlight.cases.database import Database
from tenderlight.cases.journal import Journal
from tenderlight.cases.pen import Pen
from tenderlight.cases.registers import REPLIES, Details
from tenderlight.cases.words_of_people import bounded, bounded_lines
from tenderlight.errors import CaseDamaged, UsageError
from tenderlight.linking.joins import Joins
from tenderlight.model.reply import Answer, Asked, Attachment, Reply, party_key

NAME_CHARACTERS = 500
ANSWER_CHARACTERS = 500_000
ATTACHMENT_CHARACTERS = 255
MOST_ATTACHMENTS = 100
ROOM_BYTES = LONGEST_LINE_BYTES - 256 * 1024
"""Of an entry of the log, what its words may take; the rest is for the attachments."""
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

File = tuple[str, BinaryIO]
"""Name of a file, as its sender called it, and its bytes."""


class Replies(Pen):
    """The requests and answers of a case, and the pen for further ones.

    Args:
        database: Where they stand.
        journal: The writer of the case; None = it is open for reading only.
        originals: Where attachments go.
        joins: Which contracts of the case are another one.
    """

    def __init__(
        self, database: Database, journal: Journal | None, originals: Originals, joins: Callable[[], Joins]
    ) -> None:
        super().__init__(database, journal)
        self._originals = originals
        self._joins = joins

    def __iter__(self) -> Iterator[Reply]:
        """Yield every entry, those that others stand for too, the oldest first."""
        return map(_reply_of, REPLIES.rows(self._database))

    def current(self) -> tuple[Reply, ...]:
        """Return the entries that no other stands for, the oldest request first."""
        entries = list(self)
        amended = {reply.amends for reply in entries}
        return tuple(reply for reply in entries if reply.number not in amended)

    def of(self, names: Iterable[str], *, contract: str | None = None) -> tuple[Reply, ...]:
        """Return the requests to a party, the oldest first, each as it stands now.

        Args:
            names: Spellings of the party; width, case and spaces do not tell.
            contract: Only what it was asked about this contract, or about the whole case; None = all.
        """
        keys = {party_key(name) for name in names}
        into = {} if contract is None else self._joins().into
        return tuple(
            reply
            for reply in self.current()
            if party_key(reply.asked.party) in keys
            and (
                contract is None
                or not reply.asked.contract
                or into.get(reply.asked.contract, reply.asked.contract) == into.get(contract, contract)
            )
        )

    @alone
    def add(
        self,
        asked: Asked,
        *,
        person: str,
        answer: Answer | None = None,
        attachments: Sequence[File] = (),
        amends: int | None = None,
    ) -> Reply:
        """Write a request, with its answer if it came, into log and database.

        Args:
            asked: Whom we asked, how, when, by when, about what.
            person: Who writes the entry.
            answer: What they answered; None = nothing so far.
            attachments: What was sent along.
            amends: Number of an entry that this one stands for; its attachments stay with it.

        Raises:
            StorageFull: If the disk would not take it.
            ArchiveDamaged: If the archive has another content under the SHA-256 of an attachment.
            UsageError: If something is not said or is too long; if a day is none, or the deadline or the answer lies
                before the request, or the request or the answer in the future; if there is no such entry to stand for;
                if the case is open for reading only.
        """
        journal = self._writing()
        details = self._signed(REPLIES, self._checked(asked, answer), person)
        earlier = () if amends is None else self._amended(amends).attachments
        if len(earlier) + len(attachments) > MOST_ATTACHMENTS:
            raise UsageError(f"A request has at most {MOST_ATTACHMENTS} attachments.")
        files = [(_called(name), content) for name, content in attachments]
        details["amends"] = amends
        _refuse_too_long(details)
        with journal.change():
            kept = [*earlier, *(self._keep(*file) for file in files)]
            details["attachments"] = json.dumps([asdict(one) for one in kept], ensure_ascii=False)
            self._put(REPLIES, Act.REPLY, details)
        return _reply_of(details)

    @alone
    def answer(self, number: int, answer: Answer, *, person: str, attachments: Sequence[File] = ()) -> Reply:
        """Write down what a party answered to an earlier request.

        Args:
            number: Of the request.
            answer: What it answered.
            person: Who writes the entry.
            attachments: What it sent along.

        Raises:
            StorageFull, UsageError: As for `add`.
        """
        earlier = self._amended(number)
        return self.add(earlier.asked, person=person, answer=answer, attachments=attachments, amends=number)

    def _amended(self, number: int) -> Reply:
        for reply in self.current():
            if reply.number == number:
                return reply
        known = any(reply.number == number for reply in self)
        because = "another entry stands for it already" if known else "there is none"
        raise UsageError(f"Entry {number} on replies cannot be added to: {because}.")

    def _keep(self, name: str, content: BinaryIO) -> Attachment:
        kept = self._originals.keep_stream(content)
        return Attachment(name=name, sha256=kept.sha256, size_bytes=kept.size_bytes)

    def _checked(self, asked: Asked, answer: Answer | None) -> Details:
        now = self.now().astimezone(datetime.UTC)
        asked_on, deadline = _day(asked.asked_at, "when the party was asked"), _day(asked.deadline, "the deadline")
        if not _DAY.fullmatch(asked.deadline.strip()):
            raise UsageError("The deadline is a day: YYYY-MM-DD.")
        if deadline < asked_on:
            raise UsageError("The deadline lies before the request.")
        latest = now.date() + datetime.timedelta(days=1)  # somewhere it is tomorrow already
        if asked_on > latest:
            raise UsageError("The request lies in the future; write it down once it was made.")
        if answer is not None and not asked_on <= _day(answer.at, "when the answer came") <= latest:
            raise UsageError("The answer came before the request, or lies in the future.")
        contract = asked.contract.strip()
        if contract and self._database.row("SELECT 1 FROM contracts WHERE id = ?", (contract,)) is None:
            raise UsageError(f"The case has no contract {contract:.80}.")
        return {
            "party": bounded(asked.party, NAME_CHARACTERS, "--party: which party was asked"),
            "contract": contract,
            "asked_of": bounded(asked.asked_of, NAME_CHARACTERS, "--asked: whom we asked"),
            "asked_how": bounded(asked.asked_how, NAME_CHARACTERS, "--how: how we asked"),
            "asked_at": asked.asked_at.strip(),
            "deadline": asked.deadline.strip(),
            "answer": None if answer is None else bounded_lines(answer.text, ANSWER_CHARACTERS, "--answer: the answer"),
            "answered_at": None if answer is None else answer.at.strip(),
        }


def _called(untrusted_name: str) -> str:
    """Return the name of a file without folders."""
    name = untrusted_name.replace("\\", "/").rpartition("/")[2]
    return bounded(name, ATTACHMENT_CHARACTERS, "how the attachment is called")


def _refuse_too_long(details: Details) -> None:
    if len(json.dumps(details, ensure_ascii=False).encode("utf-8")) > ROOM_BYTES:
        raise UsageError("The answer is too long for an entry of the log: attach it as a file.")


def _day(text: str, what: str) -> datetime.date:
    """Return the day of a day or a time.

    Raises:
        UsageError: If it is neither.
    """
    try:
        return datetime.datetime.fromisoformat(text.strip()).date()
    except ValueError:
        raise UsageError(f"Say {what}, as YYYY-MM-DD.") from None


def attachments_of(details: Details) -> tuple[Attachment, ...]:
    """Return the attachments of a row.

    Raises:
        CaseDamaged: If the row does not say them.
    """
    try:
        return msgspec.json.decode(str(details["attachments"]), type=tuple[Attachment, ...])
    except msgspec.DecodeError as trouble:
        raise CaseDamaged(f"The attachments of reply {details['number']} cannot be read.") from trouble


def _reply_of(details: Details) -> Reply:
    text = {key: str(value) for key, value in details.items()}
    number, amends = details["number"], details["amends"]
    assert isinstance(number, int)
    assert not isinstance(amends, str)
    answered = details["answer"] is not None
    return Reply(
        number=number,
        asked=Asked(
            party=text["party"],
            asked_of=text["asked_of"],
            asked_how=text["asked_how"],
            asked_at=text["asked_at"],
            deadline=text["deadline"],
            contract=text["contract"],
        ),
        answer=Answer(text=text["answer"], at=text["answered_at"]) if answered else None,
        attachments=attachments_of(details),
        person=text["person"],
        at=text["at"],
        amends=amends,
    )
