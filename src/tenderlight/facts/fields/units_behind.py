"""Units of sums that stand apart: in a field behind them (中标价格：1,428.60　价格单位：万元) or above their table.

Above a table: 中标结果如下（单位：万元）, or a line of its own (金额单位：人民币万元).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.other_sums import NO_PRICES_HAN
from tenderlight.facts.words.vocabulary import AMOUNTS
from tenderlight.languages.money import MoneyUnit, read_unit

_FIGURE = re.compile(r"[\d.,\s]+")
_BEHIND = re.compile(
    r"[\s,;、|]{0,6}(?:价格|金额|报价|计价|币种|货币)?单位\s{0,2}:?\s{0,2}(?P<unit>(?:人民币)?(?:万|百万|千|亿)?元)"
)
_ABOVE = re.compile(
    r"(?:[^\n]{0,30}(?:如下|见下表|一览表|明细表|汇总表|结果)\s{0,2}:?\s{0,2}(?=\())?[\s(|]{0,12}"
    r"(?:价格|金额|报价|计价|币种|货币)?单位\s{0,2}:\s{0,2}(?P<unit>(?:人民币)?(?:万|百万|千|亿)?元)[\s)|:,。;]{0,12}"
)
"""A line that is a unit and nothing else, or that leads to a table and ends with the unit of its sums."""
_COUNTED = re.compile(r"\s{0,4}\(?\d{1,2}[).、]")
"""The number of a heading above a table: no figure of its own."""
_FAR_TOO_MUCH = 10**10
"""A sum that no table of prices has: its figures are in yuan, whatever stands above (1,250,000 below 万元)."""
_YUAN = MoneyUnit(multiplier=1, currency="CNY")
_LINES_ABOVE = 3
"""Lines above the first row of a table: its head, and two in which the unit of its sums may stand."""


def with_units_behind(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries, sums without a unit with the one that the field right behind them or the line above tells."""
    for table in _tables(entries):
        behind = [_unit_behind(entry) if _is_open(entry) else None for entry in table]
        under = [
            _is_open(entry)
            and unit is None
            and entry.row is not None
            and _FIGURE.fullmatch(entry.value.flat) is not None
            for entry, unit in zip(table, behind, strict=True)
        ]
        first = next((entry for entry in table if entry.row is not None), None)
        above = _unit_above(first) if first is not None and any(under) else None
        if above is not None and any(
            is_under and _figure_of(entry) * above.multiplier >= _FAR_TOO_MUCH
            for entry, is_under in zip(table, under, strict=True)
        ):
            above = _YUAN
        for entry, unit, is_under in zip(table, behind, under, strict=True):
            told = above if is_under else unit
            yield replace(entry, unit=told) if told is not None else entry


def _tables(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield entries in order, those of rows that follow each other together with what stands between them."""
    table: list[Entry] = []
    last: int | None = None
    for entry in entries:
        if entry.row is not None and entry.row != last:
            if last is not None and entry.row != last + 1:
                yield table
                table = []
            last = entry.row
        table.append(entry)
    yield table


def _is_open(entry: Entry) -> bool:
    return entry.meaning in AMOUNTS and entry.unit is None


def _figure_of(entry: Entry) -> Decimal:
    """Return the figure of a cell with points for decimals; 0 where it is none."""
    figure = re.sub(r"[,\s]", "", entry.value.flat)
    return Decimal(figure) if re.fullmatch(r"\d+(?:\.\d+)?", figure) else Decimal(0)


def _unit_above(entry: Entry) -> MoneyUnit | None:
    """Return the unit told by the nearest line above the row of an entry that is of its table.

    A line that has a figure of its own, or speaks of what is no price, has its unit for itself.
    """
    flat = entry.value.sheet.flat
    end = flat.rfind("\n", 0, entry.value.start) + 1
    start = end
    for _line in range(_LINES_ABOVE):
        start = flat.rfind("\n", 0, max(start - 1, 0)) + 1
    for line in reversed(flat[start:end].split("\n")):
        told = _ABOVE.fullmatch(line)
        if told is None or NO_PRICES_HAN.search(line):
            continue
        if re.search(r"\d", _COUNTED.sub("", line, count=1)) is None:
            return read_unit(told["unit"])
    return None


def _unit_behind(entry: Entry) -> MoneyUnit | None:
    value = entry.value
    if not _FIGURE.fullmatch(value.flat):
        return None
    told = _BEHIND.match(value.sheet.flat, value.end)
    return read_unit(told["unit"]) if told is not None else None
