"""What the procedure is called, as printed."""

from __future__ import annotations

from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.in_values import clean_name
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import TITLE_WORDS, Meaning
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import TextValue

_KINDS = frozenset(word for word, _stage in TITLE_WORDS)
_SHORTEST = 4
_SHORTEST_HEADING = 10
"""A shorter heading names the kind of document only (更正公告)."""


def find_title(notice: Notice) -> list[Statement]:
    """Return the name of the project; else that of the contract or lot; else the heading of the document."""
    for meaning in (Meaning.TITLE, Meaning.CONTRACT_TITLE):
        for entry in notice.of(meaning):
            if not entry.strict and len(entry.value.text) >= _SHORTEST and not is_blank(entry.value.text):
                piece = _whole(entry)
                return [_statement(notice, piece.text, piece)]
    if notice.title is not None and len(notice.title.text) >= _SHORTEST_HEADING and not _is_kind(notice.title):
        return [_statement(notice, notice.title.text, notice.title)]
    return []


def _whole(entry: Entry) -> Piece:
    """Return the value, with the next line if a bracket opened in it is closed only there."""
    value, tail = entry.value, entry.tail
    if tail is None or tail.sheet is not value.sheet or value.flat.count("(") <= value.flat.count(")"):
        return value
    closed = tail.flat.find(")")
    return Piece(sheet=value.sheet, start=value.start, end=tail.start + closed + 1) if closed >= 0 else value


def _is_kind(heading: Piece) -> bool:
    """Say whether a heading names the kind of document only."""
    return " ".join(heading.flat.split()) in _KINDS


def _statement(notice: Notice, text: str, piece: Piece) -> Statement:
    return notice.statement(StatementKind.TITLE, TextValue(text=clean_name(text)), [piece])
