"""Prices of one that arithmetic proves on the line of the goods, behind whom they were bought from and for how much.

"Лот 1: планшети — 45 шт. Переможець …, 341 550,00 грн (7 590,00 грн/шт)"; "хлеб, 4 100 буханок. … 198 850,00 руб.
(48,50 за буханку)": the price of one times the number is another sum of the line.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.goods.words import UNIT
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.money import find_amounts, read_number
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue

_LONGEST = 500
_IN_BRACKETS = re.compile(
    r"\(\s?(?:[^\W\d_]{1,12}[.:]?\s?){0,3}[$€£₴₽₹₱]?\s?(?P<number>\d[\d .,'’]{0,16}\d|\d)\s?(?:[^\W\d_]{1,5}\.?|"
    r"[$€£₴₽₹₱])?\s?"
    r"(?:/|за|per|each|ea(?!\w)|c/u|cada|por|par|l['’]|la|pièce|je|pro|apiece|unit|ht|ttc|a\b|od|za)[^()\n]{0,24}\)"
)
"""A sum in brackets that is said to be of one."""
_PER_UNIT = re.compile(
    r"(?<![\d.,\w-])(?P<number>\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d{1,4})?|\d+(?:[.,]\d{1,4})?)\s?"
    r"(?:[$€£₴₽₹₱]|[^\W\d_]{1,5}\.?)?\s?(?:h\.?t\.?\s|ttc\s)?(?:/\s?|per |por |par |pro |je |за )"
    rf"(?!u(?:nit|nid|nité|d|ds)?(?!\w)|unit|unid|ea|c/u|licen|лиц|ліц|ед|од)(?P<unit>{UNIT}|литр|літр|тонну|t|"
    rf"kg|буханку|month)(?!\w)"
)
"""A sum and the unit that it is said to be of, if that is a kind of its own: not "per unit"."""


def with_proved_prices(notice: Notice, found: list[Statement]) -> list[Statement]:
    """Return lines of goods with the price of one that stands in brackets behind the price of all on their line."""
    if notice.stage not in SETTLED or notice.language == "zh" or not any(map(is_unpriced, found)):
        return found
    return [_priced(notice, one, found) if is_unpriced(one) else one for one in found]


def with_units_of_prices(notice: Notice, found: list[Statement]) -> list[Statement]:
    """Return lines of goods with the unit that their own price is said to be of: "830,00 EUR per piece", "€/ud"."""
    if notice.language == "zh" or not any(map(_is_without_unit, found)):
        return found
    return [_with_unit(notice, one, found) if _is_without_unit(one) else one for one in found]


def _is_without_unit(statement: Statement) -> bool:
    value = statement.value
    return isinstance(value, LineItemValue) and value.unit is None and value.unit_price is not None


def _with_unit(notice: Notice, statement: Statement, found: Sequence[Statement]) -> Statement:
    value, rest = statement.value, _rest_of_line(notice, statement, found)
    if rest is None or not isinstance(value, LineItemValue):
        return statement
    for match in _PER_UNIT.finditer(rest.flat):
        if read_number(match["number"], decimal_mark=notice.decimal_mark) == value.unit_price:
            return replace(statement, value=replace(value, unit=rest.text[slice(*match.span("unit"))]))
    return statement


def _rest_of_line(notice: Notice, statement: Statement, found: Sequence[Statement]) -> Piece | None:
    """Return what stands behind the name of goods up to the end of the line or the next goods."""
    anchor = statement.anchors[-1]
    sheet = next((one for one in notice.sheets if one.page.number == anchor.page_number), None)
    if sheet is None:
        return None
    far = anchor.end + _LONGEST
    limit = min((one.anchors[0].start for one in found if one.anchors[0].start > anchor.end), default=far)
    line = sheet.flat.find("\n", anchor.end, far)
    return Piece(sheet=sheet, start=anchor.end, end=min(limit, line if line >= 0 else far, len(sheet.flat)))


def is_unpriced(statement: Statement) -> bool:
    """Say whether goods are counted, more than one, and have no price."""
    value = statement.value
    if not isinstance(value, LineItemValue) or value.unit_price is not None:
        return False
    return value.quantity is not None and value.quantity > 1


def _priced(notice: Notice, statement: Statement, found: Sequence[Statement]) -> Statement:
    value, rest = statement.value, _rest_of_line(notice, statement, found)
    if rest is None or "(" not in rest.flat or not isinstance(value, LineItemValue) or value.quantity is None:
        return statement
    brackets = list(_IN_BRACKETS.finditer(rest.flat))
    if not brackets:
        return statement
    amounts = [one for one in find_amounts(rest.text, decimal_mark=notice.decimal_mark) if not one.in_words]
    sums = {one.amount: one.currency for one in amounts}
    told = {read_number(one["number"], decimal_mark=notice.decimal_mark) for one in brackets}
    each = [one for one in told if one and one * value.quantity in sums]
    if len(each) != 1:
        return statement
    whole = each[0] * value.quantity
    priced = replace(value, unit_price=each[0], total=whole, currency=value.currency or sums[whole])
    return replace(statement, value=priced)
