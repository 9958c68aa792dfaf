"""The part of each party that a page names: told by a model from what stands around its name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.model import shared_model
from tenderlight.facts.readers.parties.links import linked
from tenderlight.facts.readers.parties.lot_places import LotPlace, lot_places
from tenderlight.facts.readers.parties.named import named_parties
from tenderlight.facts.readers.parties.signs import signs_of_names
from tenderlight.model.statement import Statement

MODEL = "party_roles.crfsuite.xz"
WON = ("winner", "lead", "member", "framework")
"""The parts of those who won."""
LEAST_WON = 0.85
"""How likely it must be that a party won where rules name no supplier."""
LEAST_LINKED = 0.5
"""How likely it must be that a winner won a lot."""
_FEWEST_LOTS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A party where a page names it, and how likely each part is."""

    piece: Piece
    chances: dict[str, float]
    """Of buyer, agency, winner, lead, member, framework, candidate, loser, bidder, subcontractor and other, 0 to 1."""
    lots: tuple[tuple[LotPlace, float], ...] = ()
    """Where a page with several lots names those that a winner may have won, and how likely each is, 0 to 1."""

    @property
    def likely(self) -> str:
        """The part that is likeliest."""
        return max(self.chances, key=self.chances.__getitem__)

    @property
    def won(self) -> float:
        """How likely it is that the party won, 0 to 1."""
        return _won(self.chances)


def parts_of_parties(notice: Notice, statements: Sequence[Statement], pages: int) -> list[Part]:
    """Return the parties that the first pages of a document name, in order, each with its part.

    Args:
        notice: The document.
        statements: What the rules state of it.
        pages: So many are looked at.
    """
    return [part for sheet in notice.sheets[:pages] for part in _on_page(notice, statements, sheet)]


def _on_page(notice: Notice, statements: Sequence[Statement], sheet: Sheet) -> Iterator[Part]:
    names = named_parties(notice, statements, sheet)
    lots = lot_places(sheet)
    if len({key for place in lots for key in place.keys}) < _FEWEST_LOTS:
        lots = []
    for index, chances in enumerate(shared_model(MODEL).chances(signs_of_names(notice, statements, names))):
        tied = zip(lots, linked(names, lots, index), strict=True) if _won(chances) >= LEAST_WON else ()
        yield Part(piece=names[index], chances=chances, lots=tuple(one for one in tied if one[1] >= LEAST_LINKED))


def _won(chances: Mapping[str, float]) -> float:
    return sum(chances.get(part, 0.0) for part in WON)
