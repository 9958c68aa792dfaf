"""Lots whose goods have a row each: the price of such a lot is the sum of its rows, if the printed total proves it.

"Lot | Goods | Number | Price of one | Sum | Winner", and below the table what all of it costs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts.money.in_entries import Price
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.vocabulary import Meaning

_GOODS = frozenset({Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE, Meaning.ITEM_MODEL})


def summed_by_lot(notice: Notice, prices: Sequence[Price]) -> list[Price]:
    """Return prices with one for each lot whose goods have rows of their own: their sum, or none without proof.

    Args:
        notice: The document.
        prices: Of the award or contract, those of rows and those of the whole.
    """
    rows = [one for one in prices if _is_of_goods(notice, one)]
    counts = Counter(key_of(one.value.lot or "") for one in rows)
    if not any(count > 1 for count in counts.values()):
        return list(prices)
    rest = [one for one in prices if one not in rows]
    total = sum((one.value.amount or Decimal(0) for one in rows), Decimal(0))
    if not any(one.value.lot is None and one.value.amount == total for one in rest):
        return rest
    summed = []
    for key in counts:
        own = [one for one in rows if key_of(one.value.lot or "") == key]
        amount = sum((one.value.amount or Decimal(0) for one in own), Decimal(0))
        pieces = tuple(piece for one in own for piece in one.pieces)
        summed.append(replace(own[0], value=replace(own[0].value, amount=amount), pieces=pieces))
    return [*rest, *summed]


def _is_of_goods(notice: Notice, price: Price) -> bool:
    """Say whether a price of a lot stands in a row that tells how many of a thing, or what one of it costs."""
    if price.entry.row is None or price.value.lot is None or price.value.amount is None:
        return False
    meanings = {one.meaning for one in notice.row_of(price.entry)}
    return bool(meanings & _GOODS) and Meaning.ITEM_NAME in meanings
