"""What the procedure is called, as printed."""

from __future__ import annotations

from tenderlight.facts.document import Notice
from tenderlight.facts.layout import Piece
from tenderlight.facts.names import is_blank
from tenderlight.facts.vocabulary import TITLE_WORDS, Meaning
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import TextValue

_SHORTEST = 4
_SHORTEST_HEADING = 10
"""A shorter heading names the kind of document only (更正公告)."""


def find_title(notice: Notice) -> list[Statement]:
    """Return the name of the project; else that of the contract or lot; else the heading of the document."""
    for meaning in (Meaning.TITLE, Meaning.CONTRACT_TITLE):
        for entry in notice.of(meaning):
            if not entry.strict and len(entry.value.text) >= _SHORTEST and not is_blank(entry.value.text):
                return [_statement(notice, entry.value.text, entry.value)]
    if notice.title is not None and len(notice.title.text) >= _SHORTEST_HEADING and not _is_kind(notice.title):
        return [_statement(notice, notice.title.text, notice.title)]
    return []


def _is_kind(heading: Piece) -> bool:
    """Say whether a heading names the kind of document only."""
    return " ".join(heading.flat.split()) in {word for word, _stage in TITLE_WORDS}


def _statement(notice: Notice, text: str, piece: Piece) -> Statement:
    return notice.statement(StatementKind.TITLE, TextValue(text=" ".join(text.split())), [piece])
