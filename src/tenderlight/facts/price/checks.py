"""What the figures of one document say against each other: flags on the price, never a repair.

A price above the budget or ceiling that the same document prints, and a price that is not the sum of a complete list of
lines, stay as printed; what does not fit is told beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts import remarks
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Stage, Statement
from tenderlight.model.values import AmountKind, AmountValue, LineItemValue

_PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT})
_OPTIONS = re.compile(r"\ball options\b|\bpotential\b")
_LIMITS = {AmountKind.BUDGET: "budget", AmountKind.CEILING: "ceiling"}
_COMPLETE = re.compile(
    r"(?:分项|投标)报价(?:一览)?表?|报价明细|报价清单|分项价格|(?:货物|设备|配置|供货|标的|采购|产品|物资)清单"
)
"""Headings over lists that hold every line; "主要标的" holds the main ones only."""
_OTHER_PARTS = re.compile(
    r"(?:安装|培训|调试|运输|集成|施工|实施|服务|辅材|维护|运维)费?用?\s*:?\s*(?:人民币|¥)?\d[\d,.]*\s*[万元]"
)
"""Parts of a price that stand in no list of goods."""
_FEWEST_LINES = 2
_TAX = re.compile(r"\b(?:tax|vat|gst|iva|igv|itbms|tva|ндс|пдв|mwst|ust|icms|podatek|ht|ttc|htva)\b")
_PAGES, _LONGEST = 5, 30_000
_LARGEST_SLIP = Decimal("0.15")
"""The share of a price by which a sum of all lines may miss it; one further off is taken for a sum of some."""


def check_figures(notice: Notice, statements: Sequence[Statement], items: Sequence[Statement]) -> list[Statement]:
    """Return the statements with what their figures say against each other.

    Args:
        notice: The document.
        statements: What it states, amounts among it.
        items: The lines of goods and services.
    """
    if notice.stage not in SETTLED:
        return list(statements)
    limits = [
        one.value for one in statements if isinstance(one.value, AmountValue) and one.value.amount_kind in _LIMITS
    ]
    total = _sum_of_lines(notice, items)
    total = None if total is not None and _is_printed_before_tax(notice, total) else total
    printed = _printed(notice) if total is not None else frozenset()
    flagged = [_flagged(one, limits, total, printed) for one in statements]
    return (
        _without_options(flagged) if any(_OPTIONS.search(one.label) for one in notice.of(Meaning.CEILING)) else flagged
    )


def _without_options(statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements without the price with all options, where a contract has none: it is the price itself."""
    values = [one.value for one in statements if isinstance(one.value, AmountValue)]
    prices = {one.amount for one in values if one.amount_kind in _PRICES | {AmountKind.CALL_OFF}}
    return [
        one
        for one in statements
        if not isinstance(one.value, AmountValue)
        or one.value.amount_kind is not AmountKind.CEILING
        or one.value.amount not in prices
    ]


def _flagged(
    statement: Statement, limits: Sequence[AmountValue], total: Decimal | None, printed: frozenset[Decimal]
) -> Statement:
    value = statement.value
    if not isinstance(value, AmountValue) or value.amount_kind not in _PRICES or value.amount is None:
        return statement
    against = list(statement.against)
    for limit in limits:
        comparable = limit.lot == value.lot and limit.currency == value.currency and limit.amount is not None
        if comparable and limit.amount is not None and value.amount > limit.amount:
            against.append(remarks.over_limit(_LIMITS[limit.amount_kind], limit.amount))
    is_sum = any(remarks.flag_of(remark) is not None for remark in against)
    is_other = total is not None and value.lot is None and value.amount != total and not is_sum
    if total is not None and is_other and _is_of_all_lines(value.amount, total, printed):
        against.append(remarks.lines_sum(total))
    return replace(statement, against=tuple(dict.fromkeys(against)))


def _is_of_all_lines(price: Decimal, total: Decimal, printed: frozenset[Decimal]) -> bool:
    """Say whether a sum that is not the price is one of all lines: a slip is small, and no printed sum makes it up."""
    return abs(price - total) <= price * _LARGEST_SLIP and price - total not in printed


def _printed(notice: Notice) -> frozenset[Decimal]:
    """Return the amounts that a document prints."""
    return frozenset(
        amount.amount
        for sheet in notice.sheets[:_PAGES]
        for amount in find_amounts(sheet.page.text[:_LONGEST], decimal_mark=notice.decimal_mark)
    )


def _sum_of_lines(notice: Notice, items: Sequence[Statement]) -> Decimal | None:
    """Return what a complete list of lines adds up to; None if the list may not be complete or lacks a figure."""
    if len(items) < _FEWEST_LINES or any(remarks.NOT_BOUGHT in one.against for one in items):
        return None
    listed = any(_COMPLETE.search(sheet.flat) for sheet in notice.sheets)
    if not listed and notice.stage not in {Stage.CONTRACT, Stage.ACCEPTANCE}:
        return None
    if any(_OTHER_PARTS.search(sheet.flat) for sheet in notice.sheets):
        return None
    totals = [_total(one.value) for one in items if isinstance(one.value, LineItemValue)]
    known = [total for total in totals if total is not None]
    return sum(known, Decimal(0)) if len(known) == len(totals) else None


def _is_printed_before_tax(notice: Notice, total: Decimal) -> bool:
    """Say whether the sum of the lines is printed itself, where tax is added below it, or what was delivered counts."""
    if notice.stage is not Stage.ACCEPTANCE and (
        notice.language == "zh" or not any(_TAX.search(sheet.flat) for sheet in notice.sheets[:_PAGES])
    ):
        return False
    return total in _printed(notice)


def _total(item: LineItemValue) -> Decimal | None:
    if item.total is not None:
        return item.total
    if item.quantity is None or item.unit_price is None:
        return None
    return item.quantity * item.unit_price
