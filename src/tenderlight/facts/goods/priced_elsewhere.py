"""Prices of one that stand apart from the goods, where arithmetic proves whose they are.

A row "1 | Malabar Ltd | 18,880 | 47,20,000" below "250 scanners", or "cameras €519 each; docks €680 each" in a later
article: a printed number times the quantity is a printed price of the award, or both stand on the line of the goods or
of who won; or the prices of one of all goods, in their order, make up the price of the award.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations

from tenderlight.facts.goods.proved_prices import is_unpriced
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.money import read_number
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.statement import Anchor, Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, LineItemValue

_NUMBER = re.compile(
    rf"(?<![.,/-])(?<![^\W{HAN_CLASS}])"
    r"(?:\d{1,3}(?:[ \u00a0\u202f'’]\d{3}(?!\d))+(?:[.,]\d{1,4})?|\d[\d.,]{0,18}\d|\d)(?!\d)"
)
_SAID_EACH = re.compile(r"\s?(?:[^\W\d_]{1,5}\.?\s?)?(?:each|apiece|c/u|cada|pièce|/|per |por |je |za |за )")
_AT = re.compile(
    rf"(?:每[{HAN_CLASS}]?|单价[{HAN_CLASS}]{{0,4}}:?|@|(?<!\w)(?:at|de|por|по|à|je|a|za))\s?(?:[^\W\d_]{{0,4}}\.?[$€£₴₽₹₱¥]?)\s?$"
)
_PENALTY = re.compile(
    r"(?:违约|滞纳|罚|penalt|damages|fine of|multa|penalidad|penalit|sanci[oó]n|штраф|пен[яію]|неусто|vertragsstrafe|"
    r"kary? umown)[^.;。\n]*$"
)
_A_DAY = re.compile(
    r"\s?(?:小时|hours?|horas|heures|час)|\s?[^\W\d_]{0,5}\.?\s?(?:/|每|per|a|por|par|pro|за|в)\s?(?:天|日|day|d[ií]a|jour|tag|день|сутки|добу)"
)
_CLAUSE = 60
_PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.CALL_OFF})
_LONGEST, _MOST_NUMBERS, _MOST_EACH = 20_000, 400, 12
_LEAST_EACH, _LEAST_ALL = Decimal(2), Decimal(50)
_MOST_GOODS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """A number of a page."""

    piece: Piece
    value: Decimal


def with_prices_elsewhere(notice: Notice, stated: Sequence[Statement], found: list[Statement]) -> list[Statement]:
    """Return lines of goods with the price of one that arithmetic proves to be theirs.

    Args:
        notice: The document.
        stated: What is stated of it; its prices and suppliers among them.
        found: The lines of goods.
    """
    if notice.stage not in SETTLED or not any(map(is_unpriced, found)):
        return found
    printed, wholes = list(_numbers(notice)), dict(_prices(stated))
    winners = [one.anchors[0] for one in stated if one.kind is StatementKind.SUPPLIER]
    priced = [_by_product(one, winners, printed, wholes) if is_unpriced(one) else one for one in found]
    return _by_sum(priced, printed, wholes)


def _prices(stated: Sequence[Statement]) -> Iterator[tuple[Decimal, str | None]]:
    for one in stated:
        if isinstance(one.value, AmountValue) and one.value.amount_kind in _PRICES and one.value.amount is not None:
            yield one.value.amount, one.value.currency


def _numbers(notice: Notice) -> Iterator[_Printed]:
    for sheet in notice.sheets:
        if len(sheet.flat) > _LONGEST:
            continue
        for count, match in enumerate(_NUMBER.finditer(sheet.flat)):
            value = read_number(match[0].rstrip(".,"), decimal_mark=notice.decimal_mark)
            if (
                value is not None
                and count < _MOST_NUMBERS
                and not _is_of_penalty(sheet.flat, match.start(), match.end())
            ):
                yield _Printed(piece=Piece(sheet=sheet, start=match.start(), end=match.end()), value=value)


def _is_of_penalty(flat: str, start: int, end: int) -> bool:
    """Say whether a number stands in a clause on penalties, or is one a day or of hours."""
    return _PENALTY.search(flat[max(0, start - _CLAUSE) : start]) is not None or _A_DAY.match(flat, end) is not None


def _by_product(
    statement: Statement, winners: Sequence[Anchor], printed: Sequence[_Printed], wholes: Mapping[Decimal, str | None]
) -> Statement:
    """Return goods with the one number that, times their quantity, is a price or stands on a line with what it makes.

    The line is that of the goods or of one of the winners.
    """
    value = statement.value
    if not isinstance(value, LineItemValue) or value.quantity is None:
        return statement
    likely = [one for one in printed if one.value >= _LEAST_EACH and one.value * value.quantity >= _LEAST_ALL]
    sums = set(wholes) if value.total is None else {value.total}
    each = [one for one in likely if one.value * value.quantity in sums]
    if value.total is None:
        places = (statement.anchors[-1], *(winners if not each else ()))
        lines = [_line_of(place, printed) for place in places]
        each += [one for line in lines for one in line if one in likely and _is_in(line, one.value * value.quantity)]
    return _with_price(statement, each[0], wholes) if len({one.value for one in each}) == 1 else statement


def _is_in(line: Sequence[_Printed], amount: Decimal) -> bool:
    return any(one.value == amount for one in line)


def _line_of(place: Anchor, printed: Sequence[_Printed]) -> list[_Printed]:
    """Return the numbers behind something on its line."""
    behind = [
        one for one in printed if one.piece.sheet.page.number == place.page_number and one.piece.start >= place.start
    ]
    return [one for one in behind if "\n" not in one.piece.sheet.flat[place.start : one.piece.start]]


def _by_sum(
    found: list[Statement], printed: Sequence[_Printed], wholes: Mapping[Decimal, str | None]
) -> list[Statement]:
    """Return lines of goods with prices of one that make up the price of the award, each in the order of the goods."""
    quantities = [one.value.quantity for one in found if isinstance(one.value, LineItemValue) and is_unpriced(one)]
    if not 1 < len(quantities) == len(found) <= _MOST_GOODS or not wholes:
        return found
    each = [one for one in printed if one.value >= _LEAST_EACH and _is_said_to_be_each(one)][:_MOST_EACH]
    made = {
        tuple(one.value for one in chosen): chosen
        for chosen in combinations(each, len(found))
        if sum(one.value * (quantity or 0) for one, quantity in zip(chosen, quantities, strict=True)) in wholes
    }
    if len(made) != 1:
        return found
    (chosen,) = made.values()
    return [_with_price(one, price, wholes) for one, price in zip(found, chosen, strict=True)]


def _is_said_to_be_each(one: _Printed) -> bool:
    flat, start, end = one.piece.sheet.flat, one.piece.start, one.piece.end
    return _SAID_EACH.match(flat, end) is not None or _AT.search(flat[max(0, start - 12) : start]) is not None


def _with_price(statement: Statement, price: _Printed, wholes: Mapping[Decimal, str | None]) -> Statement:
    value = statement.value
    if not isinstance(value, LineItemValue) or value.quantity is None:
        return statement
    total = price.value * value.quantity
    currency = value.currency or wholes.get(total) or next(iter(wholes.values()), None)
    priced = replace(value, unit_price=price.value, total=total, currency=currency)
    return replace(statement, value=priced, anchors=(*statement.anchors, price.piece.anchor()))
