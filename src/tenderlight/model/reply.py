"""The right of reply: whom we asked, how, when, by when, and what they answered. It travels with every finding."""

from __future__ import annotations

import datetime
import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class ReplyState(StrEnum):
    """What came of a request."""

    ANSWERED = "answered"
    NONE_BY_DEADLINE = "none_by_deadline"
    """The deadline is over, and no answer came."""
    WAITING = "waiting"
    """The deadline is not over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request to a party for its reply."""

    party: str
    """Name of the party."""
    asked_of: str
    """Whom we asked: a person, an office, an address."""
    asked_how: str
    """By letter, mail, telephone …"""
    asked_at: str
    """When: a day (2026-05-01) or a time (2026-05-01T10:00+08:00)."""
    deadline: str
    """By which day an answer was asked for (2026-05-15)."""
    contract: str = ""
    """Id of the contract it was asked about; "" = everything in the case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a party answered."""

    text: str
    """In full, as it came; "" if all of it is in the attachments."""
    at: str
    """When it came: a day or a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A file beside a request or an answer, kept among the originals."""

    name: str
    """As the sender called it, without folders."""
    sha256: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A request and its answer, or that none came, as it stands in the custody log."""

    number: int
    """From 1, in the order of the log."""
    asked: Asked
    answer: Answer | None
    """None if none came."""
    attachments: tuple[Attachment, ...]
    person: str
    """Who wrote this entry."""
    at: str
    """When they wrote it, UTC."""
    amends: int | None = None
    """Number of the earlier entry that this one stands for; None = it is the first on this request."""

    def state(self, on: datetime.date) -> ReplyState:
        """Return what had come of the request on a day."""
        if self.answer is not None:
            return ReplyState.ANSWERED
        is_over = datetime.date.fromisoformat(self.asked.deadline) < on
        return ReplyState.NONE_BY_DEADLINE if is_over else ReplyState.WAITING


def party_key(name: str) -> str:
    """Return what two spellings of a party's name have in common where only width, case and spaces tell them apart."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
