"""Sums on the line of one lot that are taken for the price of all, where a word for a total leads to a larger one.

"SRL «Mobila» – лот 1, парты, 138 000 лей", and at the foot "ИТОГО 343 400 лей".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.price.said_totals import said_total
from tenderlight.facts.words.lot_keys import LOT_WESTERN
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Statement
from tenderlight.model.values import AmountKind, AmountValue

_PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT})


def without_sums_of_lots(notice: Notice, told: Sequence[Statement]) -> list[Statement]:
    """Return the amounts without a price of the whole that stands behind the name of a lot, where a total is larger.

    Args:
        notice: The document.
        told: Its amounts.
    """
    if notice.language == "zh":
        return list(told)
    of_lots = [one for one in told if _is_behind_lot(notice, one)]
    total = said_total(notice) if of_lots else None
    found = find_amounts(total.value.text, unit=total.unit, decimal_mark=notice.decimal_mark) if total else ()
    if len(found) != 1:
        return list(told)
    return [one for one in told if one not in of_lots or _amount(one) >= found[0].amount]


def _is_behind_lot(notice: Notice, statement: Statement) -> bool:
    """Say whether a price of no lot stands on a line behind the name of one."""
    value = statement.value
    if not isinstance(value, AmountValue) or value.lot is not None or value.amount_kind not in _PRICES:
        return False
    anchor = statement.anchors[0]
    sheet = next((one for one in notice.sheets if one.page.number == anchor.page_number), None)
    if sheet is None or value.amount is None:
        return False
    line = sheet.flat[sheet.flat.rfind("\n", 0, anchor.start) + 1 : anchor.start]
    return LOT_WESTERN.search(line) is not None


def _amount(statement: Statement) -> Decimal:
    value = statement.value
    return value.amount if isinstance(value, AmountValue) and value.amount is not None else Decimal(0)
