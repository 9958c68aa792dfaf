"""The cells of one entry of a list of goods: what signs set apart, without the signs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.pages.layout import Piece

HARD = re.compile(r"[\t\n|│;▪]|\s[/–—•·](?=\s)|\s?(?:…{1,}|\.{3,}|—{2,}|-{3,})\s?|(?<=[^\s—])—(?=[^\s—])|\s-\s| {2,}")
"""Signs that set cells apart, whatever the cells hold."""
_SOFT = re.compile(r",(?=\s)|、|(?<=[^\d\s]),|,(?=[^\d\s])|\s=\s?|=(?=[\d$€£¥])")
"""Signs that may set cells apart or stand inside a name."""
_JOINT_END = re.compile(r"\s(?:and|y|e|et|и|та|und|of|de|at|por|for|à|a|por|по|за|en|con)$")
EDGES = " \t\n,;:.|/–—=-、│·×"
_BRACKET = re.compile(r"[(](?P<inside>[^()]{2,40})[)]?")
_HALF = re.compile(r"[()]")
_CODED = re.compile(r"(?=\S*\d)(?=\S*[a-zа-я])\S{3,}")


def cells_of(piece: Piece, work: str, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[Piece, bool]]:
    """Yield the runs of words outside `taken`, each with whether a sign that always sets apart stands before it."""
    position, is_hard = 0, True
    for start, end in [*sorted(taken), (len(work), len(work))]:
        if start > position:
            for cell, hard in _split(work, position, start):
                part = _trimmed(piece.part(*cell))
                joint = _JOINT_END.search(part.flat)
                part = part.part(0, joint.start()) if joint else part
                if part.end > part.start:
                    yield part, hard or is_hard
                is_hard = False
        position = max(position, end)
        is_hard = True


def _trimmed(part: Piece) -> Piece:
    """Return a part without signs at its ends, and without brackets whose other half stands elsewhere."""
    while True:
        part = part.stripped(EDGES)
        flat = part.flat
        opened = flat.count("(") - flat.count(")")
        if flat.startswith(")") or (flat.startswith("(") and (opened > 0 or flat.endswith(")"))):
            part = part.part(1, len(flat))
        elif flat.endswith("(") or (flat.endswith(")") and opened < 0):
            part = part.part(0, len(flat) - 1)
        elif opened > 0:
            part = part.part(0, flat.rindex("("))
        else:
            return part


def _split(work: str, start: int, end: int) -> Iterator[tuple[tuple[int, int], bool]]:
    """Yield the cells of a stretch, each with whether the sign before it always sets apart."""
    stops = [(one.start(), one.end(), True) for one in HARD.finditer(work, start, end)]
    stops += [(one.start(), one.end(), False) for one in _SOFT.finditer(work, start, end)]
    stops += [(one.start(), one.end(), False) for one in _brackets(work, start, end)]
    cut, hard = start, True
    for begins, ends, is_hard in [*sorted(stops), (end, end, True)]:
        if begins >= cut:
            yield (cut, begins), hard
            cut, hard = ends, is_hard


def _brackets(work: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield brackets that hold makes and models; others belong to the words before them."""
    for match in _BRACKET.finditer(work, start, end):
        if _CODED.search(match["inside"]):
            yield from _HALF.finditer(work, match.start(), match.end())
