"""Goods that rules have found and those that the model has read, together."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.goods.agreed import with_agreed_makes
from tenderlight.facts.readers.goods.goods import goods_by_reader
from tenderlight.model.statement import Statement
from tenderlight.model.values import AmountValue, LineItemValue

Place = tuple[int, int, int]
"""Page number and half-open offsets."""
_MOST_BREAKS = 1
"""Lines between goods of one list that rules have read and others of it."""


def with_read_goods(notice: Notice, statements: Sequence[Statement], found: Sequence[Statement]) -> list[Statement]:
    """Return the goods that rules have found, with those that they have missed.

    Where rules have found any, others are added only from the same list: between two goods, or on the line before or
    behind one, of which the model has read the same number under the same words.

    Args:
        notice: The document.
        statements: What else the rules state of it.
        found: The goods that rules have found.
    """
    if not found:
        return goods_by_reader(notice, statements)
    if notice.language == "zh" and _is_whole(found, statements):
        return list(found)
    read = goods_by_reader(notice, statements)
    found = with_agreed_makes(notice, found, read) if notice.language != "zh" else found
    shared = [_place(one) for one in read if any(_is_same(one, other) for other in found)]
    missed = [
        one for one in read if not any(_overlap(_place(one), place) for other in found for place in _places(other))
    ]
    new = [one for one in missed if _is_in_list(notice, _place(one), shared) and not _is_listed(one, found)]
    return sorted([*found, *new], key=_place) if new else list(found)


def _is_whole(found: Sequence[Statement], statements: Sequence[Statement]) -> bool:
    """Say whether the prices of goods add up to the greatest sum that the document states: none is missing then."""
    items = [one.value for one in found if isinstance(one.value, LineItemValue)]
    amounts = [one.value.amount for one in statements if isinstance(one.value, AmountValue)]
    sums = [amount for amount in amounts if amount is not None]
    prices = [one.unit_price * one.quantity for one in items if one.unit_price is not None and one.quantity is not None]
    return len(prices) == len(items) and bool(sums) and sum(prices, Decimal(0)) == max(sums)


def _place(statement: Statement) -> Place:
    return _places(statement)[0]


def _places(statement: Statement) -> list[Place]:
    return [(anchor.page_number or 0, anchor.start, anchor.end) for anchor in statement.anchors]


def _overlap(one: Place, other: Place) -> bool:
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


def _is_same(one: Statement, other: Statement) -> bool:
    """Say whether two lines of goods stand on the same words and count the same number."""
    values = one.value, other.value
    return (
        isinstance(values[0], LineItemValue)
        and isinstance(values[1], LineItemValue)
        and values[0].quantity == values[1].quantity
        and any(_overlap(_place(one), place) for place in _places(other))
    )


def _is_in_list(notice: Notice, place: Place, shared: Sequence[Place]) -> bool:
    """Say whether a place lies between two of others on its page, or no farther than the next line from one."""
    beside = [one for one in shared if one[0] == place[0]]
    if any(one[1] < place[1] for one in beside) and any(one[1] > place[1] for one in beside):
        return True
    flat = next((sheet.flat for sheet in notice.sheets if sheet.page.number == place[0]), "")
    return any(
        flat.count("\n", min(one[2], place[2]), max(one[1], place[1])) <= _MOST_BREAKS for one in beside
    )  # fmt: skip


def _is_listed(one: Statement, found: Sequence[Statement]) -> bool:
    """Say whether goods are listed already, under a longer or shorter name with the same number."""
    return isinstance(one.value, LineItemValue) and any(
        isinstance(other.value, LineItemValue)
        and other.value.quantity == one.value.quantity
        and (other.value.name in one.value.name or one.value.name in other.value.name)
        for other in found
    )
