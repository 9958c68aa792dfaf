"""The sums of money that a page prints, whatever they are of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.bids.money_rows import unit_above
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.price.beside_winners import has_no_unit, unit_in_brackets
from tenderlight.languages.money import MoneyUnit, find_amounts

_LONGEST_PAGE, _MOST = 20_000, 300
_SMALLEST_BARE = 500
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A sum of money where a page prints it."""

    piece: Piece
    amount: Decimal
    """In the base unit of the currency."""
    currency: str | None
    """ISO 4217; None = none is written beside it."""
    unit: MoneyUnit | None
    """What a bare number counts, as the head of its column or its label says."""
    is_bare: bool
    """Neither unit nor currency is written beside it."""
    is_each: bool
    """A price of one piece, month or person."""


def figures_of(notice: Notice, sheet: Sheet) -> list[Figure]:
    """Return the sums of money on a page, in its order; bare numbers that may be sums are among them.

    None of a page too long to be looked at.
    """
    if len(sheet.flat) > _LONGEST_PAGE:
        return []
    return list(_figures(notice, sheet))[:_MOST]


def _figures(notice: Notice, sheet: Sheet) -> Iterator[Figure]:
    for found in find_amounts(sheet.page.text, decimal_mark=notice.decimal_mark):
        if found.bare and (found.amount < _SMALLEST_BARE or found.amount in _YEARS):
            continue
        piece = Piece(sheet=sheet, start=found.start, end=found.end)
        unit = (unit_above(piece) or unit_in_brackets(piece)) if has_no_unit(piece) else None
        yield Figure(
            piece=piece,
            amount=found.amount * unit.multiplier if unit is not None and found.bare else found.amount,
            currency=found.currency or (unit.currency if unit is not None else None),
            unit=unit,
            is_bare=found.bare,
            is_each=found.per_unit,
        )
