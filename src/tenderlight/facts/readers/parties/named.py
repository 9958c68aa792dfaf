"""The parties that a page names, whatever their part: found by a model that tags the words of names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.model import Tagged, shared_model
from tenderlight.facts.readers.signs import Signs, signs_of
from tenderlight.facts.readers.words import Line, Word, lines_in, words_of
from tenderlight.model.statement import Statement

MODEL = "party_names.crfsuite.xz"
_LONGEST_PAGE, _LONGEST_LINE, _MOST_WORDS = 20_000, 4_000, 4_000
_EDGES = " \t,;:、，。；：·•-–—|"
_PAIRS = {"(": ")", "[": "]", "（": "）", "【": "】", "«": "»", "„": '“”"', "“": "”", "”": "”", "‘": "’", '"': '"'}
_CLOSING = frozenset(")]）】»”’")
_LETTER = re.compile(r"[^\W\d_]")
_SHORTEST = 2
_THIS_IS = re.compile(r"c['’]est\s|ce sont\s")
"""Words that point to a name, and are none of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedParty:
    """A party where a page names it."""

    piece: Piece
    certainty: float
    """Of the word of the name that is least certain, 0 to 1."""


def named_parties(notice: Notice, statements: Sequence[Statement], sheet: Sheet) -> list[NamedParty]:
    """Return the parties that a page names, in its order; none on a page too long to be looked at.

    Args:
        notice: The document.
        statements: What the rules state of it.
        sheet: One of its pages.
    """
    words, signs = seen_words(notice, statements, sheet)
    told = ((_named(sheet, words, one), one.certainty) for one in shared_model(MODEL).tag(signs))
    return [NamedParty(piece=piece, certainty=certainty) for piece, certainty in told if piece is not None]


def seen_words(notice: Notice, statements: Sequence[Statement], sheet: Sheet) -> tuple[list[Word], list[Signs]]:
    """Return the words of a page, and what is seen of each; none of a page too long to be looked at."""
    if len(sheet.flat) > _LONGEST_PAGE:
        return [], []
    lines = [
        Line(sheet=sheet, start=line.start, flat=line.flat, words=tuple(words_of(line, notice.decimal_mark)))
        for line in lines_in(sheet)
        if len(line.flat) <= _LONGEST_LINE
    ]
    if sum(len(line.words) for line in lines) > _MOST_WORDS:
        return [], []
    return signs_of(notice, statements, sheet, lines)


def _named(sheet: Sheet, words: Sequence[Word], tagged: Tagged) -> Piece | None:
    piece = Piece(sheet=sheet, start=words[tagged.first].start, end=words[tagged.last - 1].end)
    piece = _whole(piece.stripped(_EDGES))
    pointed = _THIS_IS.match(piece.flat)
    piece = piece if pointed is None else Piece(sheet=sheet, start=piece.start + pointed.end(), end=piece.end)
    if piece.end - piece.start < _SHORTEST or _LETTER.search(piece.flat) is None:
        return None
    return piece


def _whole(piece: Piece) -> Piece:
    """Return a name with the sign that closes what it opens, without one that opens or closes nothing in it."""
    opened: list[str] = []
    for sign in piece.text:
        if opened and sign in _PAIRS[opened[-1]]:
            opened.pop()
        elif sign in _PAIRS:
            opened.append(sign)
    text, start, end = piece.sheet.page.text, piece.start, piece.end
    if opened and text[end - 1] == opened[-1]:
        return Piece(sheet=piece.sheet, start=start, end=end - 1).stripped(_EDGES)
    if opened and text[end : end + 1] and text[end] in _PAIRS[opened[-1]]:
        return Piece(sheet=piece.sheet, start=start, end=end + 1)
    if opened and text[start] == opened[-1]:
        return Piece(sheet=piece.sheet, start=start + 1, end=end).stripped(_EDGES)
    closing = text[end - 1 : end]
    if not opened and closing in _CLOSING and not any(closing in _PAIRS.get(sign, "") for sign in piece.text[:-1]):
        return Piece(sheet=piece.sheet, start=start, end=end - 1).stripped(_EDGES)
    return piece
