"""The part of each party that a page names: told by a model from what stands around its name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.winners import bare
from tenderlight.facts.readers.model import shared_model
from tenderlight.facts.readers.parties.links import linked
from tenderlight.facts.readers.parties.lot_places import LotPlace, lot_places
from tenderlight.facts.readers.parties.lot_series import series_of_marks
from tenderlight.facts.readers.parties.named import named_parties
from tenderlight.facts.readers.parties.signs import signs_of_names
from tenderlight.facts.words.vocabulary import mark_pattern
from tenderlight.model.statement import Statement

MODEL = "party_roles.crfsuite.xz"
WON = ("winner", "lead", "member", "framework")
"""The parts of those who won."""
LEAST_WON = 0.85
"""How likely it must be that a party won where rules name no supplier."""
LEAST_LINKED = 0.5
"""How likely it must be that a winner won a lot."""
_FEWEST_LOTS, _LONGEST_LOT = 2, 300
_VOID = mark_pattern("void")


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A party where a page names it, and how likely each part is."""

    piece: Piece
    chances: dict[str, float]
    """Of buyer, agency, winner, lead, member, framework, candidate, loser, bidder, subcontractor and other, 0 to 1."""
    lots: tuple[tuple[LotPlace, float], ...] = ()
    """Where a page with several lots names those that a winner may have won, and how likely each is, 0 to 1."""
    certainty: float = 0.0
    """How certain it is that the name begins and ends here, 0 to 1."""

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
    named = named_parties(notice, statements, sheet)
    names = [one.piece for one in named]
    told = shared_model(MODEL).chances(signs_of_names(notice, statements, names))
    won = [index for index, chances in enumerate(told) if _won(chances) >= LEAST_WON]
    lots = lot_places(sheet)
    if len(_keys(lots)) >= _FEWEST_LOTS:
        tied = {index: _tied(names, lots, index) for index in won}
    else:
        tied = _by_series(names, sheet, won)
    for index, chances in enumerate(told):
        own = tied.get(index, ())
        yield Part(piece=names[index], chances=chances, lots=own, certainty=named[index].certainty)


def _tied(names: Sequence[Piece], lots: Sequence[LotPlace], index: int) -> tuple[tuple[LotPlace, float], ...]:
    found = zip(lots, linked(names, lots, index), strict=True)
    likely = tuple(one for one in found if one[1] >= LEAST_LINKED)
    beside = [place for place, _chance in likely if not _stands_between(names, place.piece, names[index])]
    return tuple(one for one in likely if not beside or one[0] in beside or one[0].is_cell)


def _stands_between(names: Sequence[Piece], place: Piece, name: Piece) -> bool:
    """Say whether another party stands on a line between that of a lot and that of a party below: it won that lot."""
    lines = place.sheet.flat.count("\n", place.end, name.start) if place.end < name.start else 0
    return lines > 1 and any(place.end <= one.start and one.end < name.start for one in names)


def _by_series(
    names: Sequence[Piece], sheet: Sheet, won: Sequence[int]
) -> dict[int, tuple[tuple[LotPlace, float], ...]]:
    """Return by who won the marks of the one series of a page in which every winner has a mark, none twice."""
    if len({bare(names[index].text) for index in won}) < _FEWEST_LOTS:
        return {}
    for series in series_of_marks(sheet):
        tied = {index: _tied(names, series, index) for index in won}
        if any(_is_idle(series, at, tied.values()) for at in range(len(series))):
            continue
        keys = [key for index in won for key in _keys([place for place, _chance in tied[index]])]
        if all(tied.values()) and len(keys) == len(set(keys)) >= _FEWEST_LOTS:
            return tied
    return {}


def _is_idle(series: Sequence[LotPlace], at: int, tied: Iterable[tuple[tuple[LotPlace, float], ...]]) -> bool:
    """Say whether nobody won a mark and no word behind it says that the lot came to nothing: so it is none of a lot."""
    mark = series[at].piece
    if any(place.keys & series[at].keys for places in tied for place, _chance in places):
        return False
    flat = mark.sheet.flat
    ends = series[at + 1].piece.start if at + 1 < len(series) else min(len(flat), mark.end + _LONGEST_LOT)
    return _VOID.search(flat, mark.end, ends) is None


def _keys(places: Sequence[LotPlace]) -> set[str]:
    return {key for place in places for key in place.keys}


def _won(chances: Mapping[str, float]) -> float:
    return sum(chances.get(part, 0.0) for part in WON)
