"""What the reader of parties sees of a name: what stands around it, the name itself, its place among the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.readers.around import beginnings, signs_among, signs_around, surroundings, with_others
from tenderlight.facts.readers.signs import Signs
from tenderlight.model.statement import Statement

_OWN = 6


def signs_of_names(notice: Notice, statements: Sequence[Statement], names: Sequence[Piece]) -> list[Signs]:
    """Return what is seen of each name.

    Args:
        notice: The document.
        statements: What the rules state of it.
        names: Names on one of its pages, in their order; none overlaps another.
    """
    if not names:
        return []
    page = surroundings(notice, statements, names)
    own = [
        list(dict.fromkeys((*signs_around(page, index), *_own(name), *signs_among(page, index))))
        for index, name in enumerate(names)
    ]
    return with_others(page, own)


def _own(name: Piece) -> Iterator[str]:
    """Yield what is seen of the name itself."""
    yield f"company {has_company(name.text)}"
    yield f"organisation {looks_like_organisation(name.text)}"
    words = beginnings(name.flat)
    yield from (f"own {word}" for word in words[:_OWN])
    yield f"own first {words[0] if words else ''}"
    yield f"own last {words[-1] if words else ''}"
