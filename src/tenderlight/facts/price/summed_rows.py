"""The price of several winners in a list: the printed figure that the sums on their lines add up to.

Whatever the columns are called, and whether or not a currency stands there: no figure but the price of the whole is the
sum of what those who won ask on their lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tenderlight.facts.bids.money_rows import MoneyRow, cells_in, printed, printed_sum, row_of, unit_of_rows
from tenderlight.facts.lots.verdicts import LOST
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import MoneyUnit, read_unit
from tenderlight.languages.normalise import flatten
from tenderlight.model.statement import Stage
from tenderlight.model.values import AmountKind, AmountValue, SupplierValue

_LONGEST = 15_000
_FEWEST = 2
_OF_LOTS = frozenset({AmountKind.AWARD, AmountKind.CONTRACT})
_LIMITS = frozenset({Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE, Meaning.OTHER_AMOUNT, Meaning.OLD})
_LINE = re.compile(r"[^\n]+")
_HAN_TOTAL = re.compile(
    r"(?:合计|总计|共计|总[^\d\n。;:|]{0,6}[额价]|累计)[^\d\n。;]{0,30}(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?)"
    r"(?![\d,.]*%)(?:\s{0,2}(?P<unit>[万亿千]?元))?"
)
"""A Chinese word for a total, and the next figure on its line: 合计 | | | 245.05, 两包合计167.6万元."""


def summed_rows(notice: Notice, suppliers: Sequence[SupplierValue]) -> Entry | None:
    """Return the figure that the rows of those who won add up to, as an entry without a label, or None.

    Args:
        notice: An award for which no price has been found.
        suppliers: Those who won.
    """
    if notice.stage is not Stage.AWARD or sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return None
    names = {flatten(one.name) for one in suppliers}
    if len(names) < _FEWEST:
        return None
    rows: list[MoneyRow] = []
    for sheet in notice.sheets:
        for line in _LINE.finditer(sheet.flat):
            if any(name in line[0] for name in names) and not LOST.search(line[0]):
                row = row_of(notice, tuple(cells_in(sheet, line.start(), line.end())))
                rows += [row] if row is not None else []
    if not names <= {row.firm.flat for row in rows}:
        return None
    total = printed_sum(notice, rows)
    unit = unit_of_rows(rows)
    order = len(notice.entries)
    return Entry(meaning=Meaning.AWARD_AMOUNT, label="", value=total, order=order, unit=unit) if total else None


def summed_lots(notice: Notice, amounts: Sequence[AmountValue]) -> Entry | None:
    """Return the printed figure that the prices of all lots add up to, as an entry without a label, or None.

    Args:
        notice: An award or contract in which no total has been found.
        amounts: The prices found.
    """
    priced = [one for one in amounts if one.lot is not None and one.amount is not None and one.amount_kind in _OF_LOTS]
    currencies = {one.currency for one in priced}
    if len(priced) < _FEWEST or len(priced) < len(amounts) or len(currencies) != 1 or None in currencies:
        return None
    whole = sum((one.amount for one in priced if one.amount is not None), Decimal(0))
    limits = [one.value for one in notice.entries if one.meaning in _LIMITS]
    for sheet in notice.sheets:
        for piece in printed(notice, sheet, whole):
            if any(one.sheet.page is sheet.page and one.start <= piece.start < one.end for one in limits):
                continue
            unit = MoneyUnit(multiplier=1, currency=currencies.pop())
            meaning = Meaning.AWARD_AMOUNT if notice.stage is Stage.AWARD else Meaning.CONTRACT_AMOUNT
            return Entry(meaning=meaning, label="total", value=piece, order=len(notice.entries), unit=unit)
    return _said_in_chinese(notice, whole, currencies.pop()) if notice.language == "zh" else None


def _said_in_chinese(notice: Notice, whole: Decimal, currency: str | None) -> Entry | None:
    """Return the figure behind a Chinese word for a total that is the whole, in its own unit or in that of the rows."""
    meaning = Meaning.AWARD_AMOUNT if notice.stage is Stage.AWARD else Meaning.CONTRACT_AMOUNT
    rows = {one.unit.multiplier for one in notice.entries if one.unit is not None and one.row is not None}
    for sheet in notice.sheets:
        for match in _HAN_TOTAL.finditer(sheet.flat):
            own = read_unit(match["unit"]) if match["unit"] else None
            figure = Decimal(match["figure"].replace(",", ""))
            for multiplier in {own.multiplier} if own is not None else {1, *rows}:
                if figure * multiplier == whole:
                    value = Piece(sheet=sheet, start=match.start("figure"), end=match.end())
                    unit = MoneyUnit(multiplier=multiplier, currency=currency)
                    return Entry(meaning=meaning, label="total", value=value, order=len(notice.entries), unit=unit)
    return None
