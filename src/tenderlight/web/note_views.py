"""Notes, tags and corrections as pages show them."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.correction import Correction
from tenderlight.web.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note or a tag."""

    number: int
    kind: str
    text: str
    person: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionView:
    """Words that somebody reads otherwise."""

    number: int
    was: str
    now: str
    person: str
    because: str
    at: str


def notes_on(asked: Asked, subject: str) -> tuple[NoteView, ...]:
    """Return the notes and tags on something, the oldest first."""
    return tuple(
        NoteView(number=one.number, kind=one.kind.value, text=one.text, person=one.person, at=one.at)
        for one in asked.desk.case.notes.of(subject)
    )


def corrections_on(asked: Asked, document: str, page_number: int) -> tuple[CorrectionView, ...]:
    """Return what people corrected of a page."""
    return tuple(map(correction_view, asked.desk.case.corrections.of(document, page_number)))


def correction_view(one: Correction) -> CorrectionView:
    """Return a correction as pages show it."""
    return CorrectionView(
        number=one.number, was=one.was, now=one.now, person=one.person, because=one.because, at=one.at
    )
