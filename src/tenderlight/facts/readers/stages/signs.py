"""What the reader of stages sees of a document: its words, those of its first lines, its labels and its last lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.signs import Signs
from tenderlight.languages.normalise import simplified, without_accents
from tenderlight.languages.scripts import HAN_CLASS

MOST_LINES = 60
"""Of a document so many lines with text are looked at, from the first."""
_LONGEST_LINE = 400
_LAST_LINES = 2
_WORD = re.compile(rf"[^\W\d_{HAN_CLASS}]+")
_HAN = re.compile(rf"[{HAN_CLASS}]+")
_LABEL = re.compile(r"\W*(?P<label>[^:|\t]{2,50}?)\s*[:|\t]")
_STEM = 7
_SHORTEST_RUN, _LONGEST_RUN, _WHOLE_RUN = 2, 4, 8
"""Chinese signs on end that are seen as one, at least and at most; and of what length words between bounds are."""
_FIRST, _SECOND = 1, 3
_STEP, _MOST_STEPS = 4, 9


def lines_of_document(sheets: Sequence[Sheet]) -> list[Piece]:
    """Return the lines with text that the reader looks at, from the first page on.

    Args:
        sheets: The document.
    """
    return list(islice(_lines(sheets), MOST_LINES))


def signs_of_document(lines: Sequence[Piece], entries: Sequence[Entry], language: str) -> Signs:
    """Return what is seen of a document.

    Args:
        lines: Its lines.
        entries: Its fields, whatever the stage.
        language: ISO 639-1.
    """
    found: dict[str, None] = {}
    last: list[str] = []
    for index, line in enumerate(lines):
        plain = _plain(line)
        words = list(_words(plain))
        found.update((f"w:{one}", None) for one in words)
        if index < _SECOND:
            place = "first" if index < _FIRST else "second"
            found.update((f"{place}:{one}", None) for one in words)
        label = _LABEL.match(plain)
        if label is not None:
            found.update((f"label:{one}", None) for one in _words(label["label"]))
        if index >= len(lines) - _LAST_LINES:
            last += words
    found.update((f"last:{one}", None) for one in last)
    found.update((f"meaning:{one}", None) for one in sorted({entry.meaning.value for entry in entries}))
    return [*found, f"lines:{min(len(lines) // _STEP, _MOST_STEPS)}", f"language:{language}"]


def signs_of_line(line: Piece) -> Signs:
    """Return what is seen of one line by itself.

    Args:
        line: A line of a document.
    """
    return [f"w:{one}" for one in dict.fromkeys(_words(_plain(line)))]


def _lines(sheets: Sequence[Sheet]) -> Iterator[Piece]:
    for sheet in sheets:
        start = 0
        for line in sheet.flat.split("\n"):
            piece = Piece(sheet=sheet, start=start, end=start + len(line)).stripped()
            start += len(line) + 1
            if piece.start < piece.end:
                yield piece


def _plain(line: Piece) -> str:
    return without_accents(simplified(line.flat[:_LONGEST_LINE]))


def _words(plain: str) -> Iterator[str]:
    """Yield words by how they begin, words on end, and Chinese signs on end, two to four at a time."""
    for run in _HAN.findall(plain):
        for length in range(_SHORTEST_RUN, _LONGEST_RUN + 1):
            yield from (run[at : at + length] for at in range(len(run) - length + 1))
        if len(run) <= _WHOLE_RUN:
            yield f"={run}"
    stems = [word[:_STEM] for word in _WORD.findall(plain)]
    yield from stems
    yield from (f"{one} {other}" for one, other in pairwise(stems))
