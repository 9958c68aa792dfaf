"""The price of an order that no label settles: the printed total that is the sum of its lines of goods.

"Net 26,080.00 / VAT 5,998.40 / Total 32,078.40" prints several sums. The one that quantity times price of all lines
adds up to is proved by the lines themselves, whatever it is called and whether or not a currency stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tenderlight.facts.pages.document import CONCLUDED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import MoneyUnit, find_amounts
from tenderlight.model.statement import Stage, Statement
from tenderlight.model.values import LineItemValue

_PAGES = 5
_LONGEST_PAGE = 30_000
_LIMITS = frozenset({Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE})
_TOTAL = re.compile(
    r"(?:grand |sub-?\s?|order |net )?totals?\b|\bnet\b|\bsum\b|\bamount\b|importe|subtotal|neto\b|"
    r"base imponible|\bsuma\b|"
    r"montant|\bht\b|somme|soma\b|valor|summe|gesamt|netto|totale|imponibile|razem|ogółem|"
    r"итого|всего|сумма|стоимость|разом|усього|всього|сума|вартість|合计|总计|总价|共计|总额|总金额|合同价|المجموع|الإجمالي|جمع"
)
_LINE = re.compile(r"[^\n]{3,200}")
_FEWEST_DIGITS = 3


def may_be_proved(notice: Notice) -> bool:
    """Say whether goods may prove the price: something was bought, and no limit is printed that they may add up to."""
    return notice.stage in CONCLUDED and not any(notice.of(*_LIMITS))


def proved_total(notice: Notice, items: Sequence[Statement]) -> Entry | None:
    """Return the printed total that all lines of goods add up to, as an entry without a label, or None.

    Args:
        notice: An award, contract or acceptance for which no price has been found.
        items: Its lines of goods; each must say how many and the price of one.
    """
    values = [one.value for one in items if isinstance(one.value, LineItemValue)]
    if not values or not may_be_proved(notice):
        return None
    if any(one.quantity is None or one.unit_price is None or one.lot is not None for one in values):
        return None
    whole = sum(((one.quantity or Decimal(0)) * (one.unit_price or Decimal(0)) for one in values), Decimal(0))
    currencies = {one.currency for one in values if one.currency}
    if len(currencies) > 1 or len(f"{whole:.0f}") < _FEWEST_DIGITS:
        return None
    unit = MoneyUnit(multiplier=1, currency=currencies.pop()) if currencies else None
    piece = _printed(notice, whole, unit)
    if piece is None:
        return None
    meaning = Meaning.AWARD_AMOUNT if notice.stage is Stage.AWARD else Meaning.CONTRACT_AMOUNT
    return Entry(meaning=meaning, label="", value=piece, order=len(notice.entries), unit=unit)


def _printed(notice: Notice, whole: Decimal, unit: MoneyUnit | None) -> Piece | None:
    """Return the last place of a sum on a line that a word for totals stands on, or None."""
    found: Piece | None = None
    for sheet in notice.sheets[:_PAGES]:
        for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
            total = _TOTAL.search(line[0])
            if total is None:
                continue
            text = sheet.page.text[line.start() : line.end()]
            for one in find_amounts(text, unit=unit, decimal_mark=notice.decimal_mark):
                if one.amount == whole and one.start >= total.start():
                    found = Piece(sheet=sheet, start=line.start() + one.start, end=line.start() + one.end)
    return found
