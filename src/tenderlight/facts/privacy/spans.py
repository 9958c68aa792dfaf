"""Stretches of pages that are about private persons, and how they are blacked out. What finds them loads when asked.

Whoever shows pages may have none to black out, and what tells a person from a firm takes half a second to load.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tenderlight.model.document import Page

BLACK = "█"


class Personal(StrEnum):
    """What kind of words about a person."""

    NAME = "name"
    PHONE = "phone"
    IDENTITY = "identity"
    MAIL = "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalSpan:
    """A stretch of a page about a private person. Half-open offsets, code points of the page's text."""

    page_number: int
    start: int
    end: int
    kind: Personal


def find_personal(pages: Sequence[Page]) -> tuple[PersonalSpan, ...]:
    """Return what the pages say about private persons, in order, without overlap (see `privacy.personal`)."""
    from tenderlight.facts.privacy import personal

    return personal.find_personal(pages)


def redacted(text: str, spans: Iterable[PersonalSpan]) -> str:
    """Return the text of a page with what the spans of that page mark blacked out; offsets stay what they are."""
    characters = list(text)
    for span in spans:
        characters[span.start : span.end] = [
            character if character.isspace() else BLACK for character in characters[span.start : span.end]
        ]
    return "".join(characters)
