"""Where the name of a buyer begins and ends among the words of its paper, in languages written with spaces.

A word shortened before a capital begins the name ("St. Brendan Parish"). The paper whose author the office is does not
("Resolution of the Board of …"), nor do the subject in quotation marks behind a full stop or the number of the
procedure behind a comma belong to it. The heading of a section is no name at all.
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.papers import PAPER_OF, PROCEDURE_BEHIND
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern, meaning_of
from tenderlight.languages.normalise import flatten

_SHORTENED_BEFORE = re.compile(r"(?<![\w.])(?:St|Ste|Mt|Ft|Dr|Sta|Sto|ST|STE|MT|FT|DR|STA|STO)\. $")
_LONGEST_SHORTENED = 6
_SUBJECT_QUOTED = re.compile(
    r"(?<=[^\W\d_])\.\s{1,3}[«“„\"](?=\s?[^\W\d_])",
)
_WORD_BEFORE = re.compile(r"[^\W\d_][^\W\d_'’-]{3,}$")
_VOWELS = "aeiouyáéíóúàèùâêîôûãõаеиоуыэюяіїєьй"
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s")
_HEADING = mark_pattern("heading_of_purchase")
_OPENING_LAST = re.compile(r"(?:[«“„]|(?<=\s)\")\s*$")
_SHORTEST = 4


def within_edges(piece: Piece) -> Piece:
    """Return a name with the shortened word that begins it, without a paper before it and what its line says behind.

    Args:
        piece: The name as it was found, outside Chinese.
    """
    for behind in (_end_before_subject(piece.text), PROCEDURE_BEHIND.search(piece.text, _SHORTEST)):
        end = behind if isinstance(behind, int) or behind is None else behind.start()
        piece = piece.part(0, end) if end is not None and end < len(piece.text) else piece
    paper = PAPER_OF.match(piece.text)
    if paper is not None and piece.text[paper.end() : paper.end() + 1].isupper():
        return piece.part(paper.end(), len(piece.text))
    before = piece.sheet.page.text[max(0, piece.start - _LONGEST_SHORTENED) : piece.start]
    shortened = _SHORTENED_BEFORE.search(before)
    if shortened is None or not piece.text[:1].isupper():
        return piece
    return Piece(sheet=piece.sheet, start=piece.start - len(shortened[0]), end=piece.end)


def is_no_name(text: str) -> bool:
    """Say whether a text is the heading of a section, or was cut behind an opening quotation mark."""
    heading = flatten(text).strip(" .:")
    number = _NUMBERED.match(heading)
    heading = heading[number.end() :] if number is not None else heading
    is_heading = meaning_of(heading) is Meaning.TITLE or _HEADING.fullmatch(heading) is not None
    return is_heading or _OPENING_LAST.search(text) is not None


def _end_before_subject(text: str) -> int | None:
    """Return where a full stop ends the name before a subject in quotation marks; None where it shortens a word."""
    for stop in _SUBJECT_QUOTED.finditer(text, _SHORTEST):
        word = _WORD_BEFORE.search(text, 0, stop.start())
        if word is not None and (word[0][0].isupper() or word[0][-1] in _VOWELS):
            return stop.start()
    return None
