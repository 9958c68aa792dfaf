"""What was met while reading a document that speaks against the claims made of it.

A page may show other words than its text layer holds, a file may have had other words before, a sheet may be hidden.
None of that makes a claim false; whoever relies on it must know.
"""

from __future__ import annotations

from collections.abc import Sequence

from tenderlight.languages.odd_characters import Oddity, odd_places
from tenderlight.model.box import Box
from tenderlight.model.document import Reading
from tenderlight.model.problem import Problem
from tenderlight.model.quote import Quote

DOUBTFUL = frozenset(
    {
        "capture-digest-differs",
        "duplicate-key",
        "hidden-rows",
        "hidden-sheet",
        "hidden-text",
        "mail-versions-differ",
        "office-part-damaged",
        "office-part-twice",
        "page-fonts-unproved",
        "page-read-by-font-tables",
        "page-recognised",
        "page-text-disagrees",
        "page-text-doubtful",
        "page-text-guessed",
        "page-text-invisible",
        "pdf-revisions",
        "recognition-lines-left-out",
        "recognition-numbers-unsure",
        "recognition-seal",
        "recognition-unsure",
        "text-remapped",
        "text-replaced",
        "tracked-changes",
        "two-formats",
    }
)
"""Codes of problems that concern whether words can be trusted. Those about characters are looked for in the quotes."""
FILE_WIDE = frozenset({"page-fonts-unproved", "page-text-disagrees"})
"""Found on one page, and true of every page: a font says the same wherever it is used."""
SENTENCES = {
    Oddity.TURNED: "Marks around these words turn the direction of writing; they are shown in another order.",
    Oddity.INVISIBLE: "There are characters in or beside these words that nobody sees.",
    Oddity.LOOK_ALIKE: "In or beside these words, letters of two alphabets that look alike are mixed.",
}
_ORDINARY = {"hidden-text": ("read:html/", "read:mail/", "read:mhtml/", "read:outlook/")}
"""Web pages and mails hide menus and notes as a matter of course, and what they hide is left out."""
MOST_SENTENCES = 8


class Doubts:
    """What speaks against the words of one document, by page and place."""

    def __init__(self, reading: Reading) -> None:
        """Take the problems of a reading that concern trust."""
        self._problems = [one for one in reading.problems if is_doubt(one)]

    def about(self, quotes: Sequence[Quote]) -> tuple[str, ...]:
        """Return what speaks against a claim that rests on these quotes, one sentence each, none twice."""
        found = [_said(one, quotes) for one in self._problems if any(_concerns(one, quote) for quote in quotes)]
        found += [SENTENCES[oddity] for quote in quotes for oddity in _oddities(quote)]
        return tuple(dict.fromkeys(found))[:MOST_SENTENCES]


def is_doubt(problem: Problem) -> bool:
    """Say whether a problem concerns trust rather than something that was not read."""
    return problem.code in DOUBTFUL and not problem.step.startswith(_ORDINARY.get(problem.code, ("-",)))


def _said(problem: Problem, quotes: Sequence[Quote]) -> str:
    """Return the words of a problem, with its page if the claim rests on other pages."""
    is_elsewhere = problem.page_number is not None and all(one.page_number != problem.page_number for one in quotes)
    return f"On page {problem.page_number}: {problem.message}" if is_elsewhere else problem.message


def _concerns(problem: Problem, quote: Quote) -> bool:
    if problem.code in FILE_WIDE and problem.page_number != quote.page_number:
        return True
    if problem.page_number is not None and problem.page_number != quote.page_number:
        return False
    if problem.pointer is not None and not _is_within(quote.pointer, problem.pointer):
        return False
    return problem.box is None or not quote.boxes or any(_meet(problem.box, box) for box in quote.boxes)


def _is_within(pointer: str | None, outer: str) -> bool:
    return pointer is not None and (pointer == outer or pointer.startswith(outer.rstrip("/") + "/"))


def _meet(one: Box, other: Box) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def _oddities(quote: Quote) -> list[Oddity]:
    text = f"{quote.before}{quote.text}{quote.after}"
    return list(dict.fromkeys(place.oddity for place in odd_places(text)))
