"""The part of each party that a page names: told by a model from what stands around its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
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
_MAY_HAVE_WON = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A party where a page names it, and how likely each part is."""

    piece: Piece
    likely: str
    """buyer, agency, winner, lead, member, framework, candidate, loser, bidder, subcontractor or other."""
    won: float
    """How likely it is that the party won, 0 to 1."""
    chances: dict[str, float]
    """Of each part, 0 to 1."""
    lots: tuple[tuple[LotPlace, float], ...] = ()
    """Where the page names the lots that a winner may have won, and how likely each is, 0 to 1."""
    has_lots: bool = False
    """The page names several lots."""


def parts_of_parties(notice: Notice, statements: Sequence[Statement], pages: int) -> list[Part]:
    """Return the parties that the first pages of a document name, in order, each with its part.

    Args:
        notice: The document.
        statements: What the rules state of it.
        pages: So many are looked at.
    """
    found: list[Part] = []
    model = shared_model(MODEL)
    for sheet in notice.sheets[:pages]:
        names = [one.piece for one in named_parties(notice, statements, sheet)]
        chances = model.chances(signs_of_names(notice, statements, names))
        lots = lot_places(sheet)
        has_lots = len({key for place in lots for key in place.keys}) > 1
        for index, of_parts in enumerate(chances):
            won = sum(of_parts.get(part, 0.0) for part in WON)
            part = Part(piece=names[index], likely=max(of_parts, key=of_parts.__getitem__), won=won, chances=of_parts)
            if won >= _MAY_HAVE_WON:
                tied = zip(lots, linked(names, lots, index), strict=True)
                part = replace(part, lots=tuple(one for one in tied if one[1] >= LEAST_LINKED), has_lots=has_lots)
            found.append(part)
    return found
