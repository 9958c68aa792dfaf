"""Corrections by hand: words that a person reads otherwise than a reader or text recognition; both are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A correction of words of a page, as it stands in the custody log."""

    number: int
    """From 1, in the order of the log."""
    document: str
    """SHA-256 of the original."""
    page_number: int
    start: int
    """Where the words start in the page's text, in code points."""
    end: int
    was: str
    """The words as read; "" where words are put in."""
    now: str
    """The words as the person reads them; "" where there are none."""
    reading_sha256: str
    """Of the stored reading that was corrected."""
    person: str
    """Who corrected them."""
    because: str
    """Why, in their words; "" = not said."""
    at: str
    """When, UTC."""

    def fits(self, text: str) -> bool:
        """Say whether the page's text still has the words there that were corrected."""
        return text[self.start : self.end] == self.was


def corrected(text: str, corrections: Iterable[Correction], *, offset: int = 0) -> str:
    """Return a text with the words as people read them.

    Args:
        text: Text of a page, or words of it.
        corrections: Of the page, none overlapping another. Those that do not lie within the text, or do not fit it, are
            left out.
        offset: Where the text starts in the page's text.
    """
    for one in sorted(corrections, key=lambda each: each.start, reverse=True):
        start, end = one.start - offset, one.end - offset
        if start >= 0 and end <= len(text) and text[start:end] == one.was:
            text = text[:start] + one.now + text[end:]
    return text
