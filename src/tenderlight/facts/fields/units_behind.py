"""Units of sums that stand apart: in a field behind them (中标价格：1,428.60　价格单位：万元) or above their table.

Above a table: 中标结果如下（单位：万元）, or a line of its own (金额单位：人民币万元).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import AMOUNTS
from tenderlight.languages.money import MoneyUnit, read_unit

_FIGURE = re.compile(r"[\d.,\s]+")
_BEHIND = re.compile(
    r"[\s,;、|]{0,6}(?:价格|金额|报价|计价|币种|货币)?单位\s{0,2}:?\s{0,2}(?P<unit>(?:人民币)?(?:万|百万|千|亿)?元)"
)


_ABOVE = re.compile(
    r"(?:价格|金额|报价|计价|币种|货币)?单位\s{0,2}:\s{0,2}(?P<unit>(?:人民币)?(?:万|百万|千|亿)?元)(?=[\s)|,。;]|$)"
)
_LINES_ABOVE = 3
"""Lines above the first row of a table: its head, and two in which the unit of its sums may stand."""


def with_units_behind(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield entries, sums without a unit with the one that the field right behind them or the line above tells."""
    above: MoneyUnit | None = None
    last: int | None = None
    for entry in entries:
        if entry.row is not None and entry.row != last:
            goes_on = last is not None and entry.row == last + 1
            above = above if goes_on else _unit_above(entry)
            last = entry.row
        is_open = entry.meaning in AMOUNTS and entry.unit is None
        unit = _unit_behind(entry) if is_open else None
        if is_open and unit is None and entry.row is not None and _FIGURE.fullmatch(entry.value.flat):
            unit = above
        yield replace(entry, unit=unit) if unit is not None else entry


def _unit_above(entry: Entry) -> MoneyUnit | None:
    """Return the unit told in one of the lines above the row of an entry."""
    flat = entry.value.sheet.flat
    end = flat.rfind("\n", 0, entry.value.start) + 1
    start = end
    for _line in range(_LINES_ABOVE):
        start = flat.rfind("\n", 0, max(start - 1, 0)) + 1
    told = list(_ABOVE.finditer(flat, start, end))
    return read_unit(told[-1]["unit"]) if told else None


def _unit_behind(entry: Entry) -> MoneyUnit | None:
    value = entry.value
    if not _FIGURE.fullmatch(value.flat):
        return None
    told = _BEHIND.match(value.sheet.flat, value.end)
    return read_unit(told["unit"]) if told is not None else None
