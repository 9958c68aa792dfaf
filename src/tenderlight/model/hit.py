"""A hit of a search: a page, or a notice of a structured source, that holds the words looked for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One page or notice with the words on it. A hit says where words stand, and nothing of what they mean.

    Offsets are code points in the text of the page, or in the value at the pointer, half-open.
    """

    document: str
    """SHA-256 of the original."""
    path: str
    """Where it was received."""
    page_number: int | None
    """From 1; None in a source without pages."""
    pointer: str | None
    """Place of the first words in a source without pages; None on a page."""
    start: int
    """Where the first of the words begin."""
    end: int
    text: str
    """These words, verbatim: as read, or, where `read_as` is given, as corrected."""
    before: str
    """What stands before them."""
    after: str
    read_as: str | None = None
    """Where a person corrected the words that were found, how they were read; None = they stand as they were read."""
    corrected_to: str | None = None
    """Where the words were found as they were read, how a person corrected them; None = nobody did."""
    count: int
    """How many times words that were looked for stand there."""
