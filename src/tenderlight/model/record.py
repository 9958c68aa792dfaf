"""Notices of structured sources (OCDS, TED XML), in the words of this project."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.statement import Statement

VOID_LOT = "lot without a winner"
"""Heading of texts about a lot that ended without a winner: what they ask for was not bought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A text of a structured source: what stands at a pointer, verbatim."""

    pointer: str
    """JSON Pointer (RFC 6901) or XPath."""
    text: str
    heading: str = ""
    """What kind of text it is: "title", "description", "item", `VOID_LOT`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One notice: what it states, and the free texts that are still to be searched for capabilities."""

    key: str
    """Identity within its source, with scheme: "ocid:ocds-213czf-1", "ted:2023/S 001-000001"."""
    pointer: str
    """Where the notice stands in the file."""
    statements: tuple[Statement, ...]
    fields: tuple[Field, ...] = ()
    language: str | None = None
    """ISO 639-1 as declared; None = not said."""
