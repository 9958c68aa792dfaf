"""Whether a column called "price" holds the price of one or of all: the price of the whole tells.

A list whose rows have one sum each and a number of pieces does not say what the sums are of. Where the sums together
are a price that the document states, they are of all pieces; where number times sum is, they are of one. Where both
hold, or neither, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue

_PRICES = (Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.TOTAL, Meaning.AMOUNT, Meaning.BID_AMOUNT)
_MOST_ENTRIES = 12
_LEAST_BARE = 100
"""A number without a currency counts for a sum from here on."""
_PAGES, _LONGEST_PAGE = 5, 20_000


def with_prices(notice: Notice, statements: list[Statement]) -> list[Statement]:
    """Return lines of goods with the price of one, where the price of the whole tells what their sums are of."""
    values = [one.value for one in statements if isinstance(one.value, LineItemValue)]
    open_sums = [
        (value.quantity, value.total)
        for value in values
        if value.quantity and value.total is not None and value.unit_price is None
    ]
    if not open_sums or len(open_sums) != len(statements):
        return statements
    stated = set(_stated(notice, {total for _quantity, total in open_sums} if len(open_sums) > 1 else set()))
    of_all = sum((total for _quantity, total in open_sums), Decimal(0)) in stated
    of_one = sum((quantity * total for quantity, total in open_sums), Decimal(0)) in stated
    if of_all == of_one:
        return statements
    return [
        replace(one, value=_priced(one.value, of_one=of_one)) if isinstance(one.value, LineItemValue) else one
        for one in statements
    ]


def with_only_price(notice: Notice, statements: list[Statement]) -> list[Statement]:
    """Return the only thing listed with the price of one, where the text has one sum that so many times is another."""
    value = statements[0].value if len(statements) == 1 else None
    if not isinstance(value, LineItemValue) or value.unit_price is not None or value.total is not None:
        return statements
    count = value.quantity
    if count is None or count <= 1 or count != int(count):
        return statements
    sums = {
        amount.amount
        for sheet in notice.sheets[:_PAGES]
        for amount in find_amounts(sheet.page.text[:_LONGEST_PAGE], decimal_mark=notice.decimal_mark)
        if not amount.in_words and (not amount.bare or amount.amount >= _LEAST_BARE)
    }
    each = [one for one in sums if one > 1 and one * count in sums]
    if len(each) != 1:
        return statements
    return [replace(statements[0], value=replace(value, unit_price=each[0], total=each[0] * count))]


def _stated(notice: Notice, of_rows: set[Decimal]) -> Iterator[Decimal]:
    """Yield the prices that the document states, but those of the rows themselves."""
    for meaning in _PRICES:
        for entry in notice.of(meaning)[:_MOST_ENTRIES]:
            for amount in find_amounts(entry.value.text, unit=entry.unit, decimal_mark=notice.decimal_mark):
                if amount.amount not in of_rows:
                    yield amount.amount


def _priced(value: LineItemValue, *, of_one: bool) -> LineItemValue:
    if value.total is None or not value.quantity:
        return value
    if of_one:
        return replace(value, unit_price=value.total, total=value.quantity * value.total)
    each = value.total / value.quantity
    return replace(value, unit_price=each) if each * value.quantity == value.total and _is_whole(each) else value


def _is_whole(each: Decimal) -> bool:
    """Say whether a quotient is an amount of money: two decimals at most."""
    return each == each.quantize(Decimal("0.01"))
