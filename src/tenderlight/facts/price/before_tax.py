"""The price without tax, where a paper names it first and the same price with tax right behind it.

"Montant hors taxe : 142 075,00 € … Montant TTC : 170 490,00 €": both are totals, and which of them a label calls the
price is chance; the one named first is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts.money.in_entries import Price, measure
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.values import AmountKind

MOST_TAX = Decimal("1.4")
"""What tax multiplies a price with, at most."""
_NEAR = 300
"""Characters between the two."""
_PRICES = (Meaning.TOTAL, Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.AMOUNT)
_KINDS = frozenset({AmountKind.AWARD, AmountKind.CONTRACT})


def named_before_tax(notice: Notice, prices: Sequence[Price]) -> list[Price]:
    """Return the prices, with that of the whole as it is named first: without tax.

    Args:
        notice: The document.
        prices: One for each lot and one for the whole.
    """
    return [_first(notice, price) if _is_whole(price) else price for price in prices]


def _is_whole(price: Price) -> bool:
    is_told = bool(price.entry.label) and price.value.lot is None and price.value.amount_kind in _KINDS
    return is_told and price.value.tax_included is True


def _first(notice: Notice, price: Price) -> Price:
    amount = price.value.amount or Decimal(0)
    for entry in notice.of(*_PRICES):
        apart = price.entry.value.start - entry.value.end
        is_near = entry.value.sheet is price.entry.value.sheet and 0 < apart < _NEAR and entry.row is None
        other = measure(notice, entry) if is_near else None
        if other is None or not other.value.amount or other.value.tax_included is not False:
            continue
        if other.value.amount < amount <= other.value.amount * MOST_TAX:
            return replace(other, value=replace(other.value, amount_kind=price.value.amount_kind))
    return price
