"""Notes, tags and saved searches that people put on things of a case."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What somebody put there."""

    NOTE = "note"
    TAG = "tag"
    SEARCH = "search"
    """A search to be run again: its name, a line end, and the query."""
    UNDO = "undo"
    """One of these is taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note, tag or saved search, as it stands in the custody log."""

    number: int
    """From 1, in the order of the log."""
    kind: NoteKind
    subject: str
    """What it is on: "claim:ID", "contract:ID", "document:SHA-256", "page:SHA-256:3", "party:ID", or "case"."""
    text: str
    person: str
    """Who wrote it."""
    at: str
    """When, UTC."""
    undoes: int | None = None
    """Of a taking back, the number of what is taken back."""
