"""What each sum on a page is of: told by a model from what stands around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.model import shared_model
from tenderlight.facts.readers.prices.figures import Figure, figures_of
from tenderlight.facts.readers.prices.signs import signs_of_figures
from tenderlight.model.statement import Statement

MODEL = "prices.crfsuite.xz"
WHOLE, LOT, BID, UNIT, LIMIT, OTHER = "whole", "lot", "bid", "unit", "limit", "other"
"""What a sum is of: the contract, a lot or one of several winners, a bid that won nothing, one piece, a budget or
ceiling, or anything else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """A sum, and how likely it is to be of each of these."""

    figure: Figure
    chances: dict[str, float]
    """0 to 1."""

    def of(self, *kinds: str) -> float:
        """Return how likely it is to be of one of these."""
        return sum(self.chances.get(one, 0.0) for one in kinds)


def priced_figures(notice: Notice, statements: Sequence[Statement], pages: int) -> list[Priced]:
    """Return the sums on the first pages of a document, in its order, each with what it is of.

    Args:
        notice: The document.
        statements: What the rules state of it.
        pages: So many are looked at.
    """
    return [one for sheet in notice.sheets[:pages] for one in _on_page(notice, statements, figures_of(notice, sheet))]


def _on_page(notice: Notice, statements: Sequence[Statement], figures: Sequence[Figure]) -> Iterator[Priced]:
    chances = shared_model(MODEL).chances(signs_of_figures(notice, statements, figures))
    for figure, told in zip(figures, chances, strict=True):
        yield Priced(figure=figure, chances=told)
