"""What whoever publishes a dossier asks for."""

from __future__ import annotations

from dataclasses import dataclass

EVERY = "all"
"""Said in place of a document: every original is sealed."""
WITHHELD = "name withheld"
"""Stands in the log for who published, where names are left out; a note in the log, which is not shown, says who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What whoever publishes asked for."""

    person: str
    """Who publishes."""
    because: str = ""
    only: tuple[str, ...] = ()
    """Ids of the findings to publish; empty = all that are confirmed."""
    seal: tuple[str, ...] = ()
    """Originals to be left out: a SHA-256 or its beginning, a path, or `EVERY`."""
    redact: bool = False
    """Whether private persons are blacked out. Every original is sealed then."""
    attach: tuple[str, ...] = ()
    """What came with replies and is published as it came: a SHA-256 or its beginning, a name, or `EVERY`; what is not
    named is sealed."""
    lists: bool = False
    """Whether it is told what lists say to those who are named."""
    has_names: bool = True
    """Whether those who confirmed are named."""
