"""Whether two pieces stand on one line of one page."""

from __future__ import annotations

import pytest

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page

TEXT = "Lot 1 | Harrow Radio Ltd\nLot 2 | Caddy Masts Limited\n"


def piece(words: str, *, page: int = 1) -> Piece:
    start = TEXT.index(words)
    sheet = Sheet(page=Page(number=page, text=TEXT), flat=flatten(TEXT))
    return Piece(sheet=sheet, start=start, end=start + len(words))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (piece("Lot 1"), piece("Harrow Radio Ltd"), True),
        (piece("Harrow Radio Ltd"), piece("Lot 1"), True),
        (piece("Lot 1"), piece("Lot 1"), True),
        (piece("Lot 1"), piece("Lot 2"), False),
        (piece("Caddy"), piece("Harrow"), False),
        (piece("Lot 1"), piece("Harrow", page=2), False),
    ],
)
def test_a_line_is_shared_between_breaks_of_one_page(one: Piece, other: Piece, shared: bool) -> None:
    assert one.shares_line(other) is shared
