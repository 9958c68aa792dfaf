"""Units of sums that stand in a field of their own behind them: 中标价格：1,428.60　价格单位：万元."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import AMOUNTS
from tenderlight.languages.money import MoneyUnit, read_unit

_FIGURE = re.compile(r"[\d.,\s]+")
_BEHIND = re.compile(
    r"[\s,;、|]{0,6}(?:价格|金额|报价|计价|币种|货币)?单位\s{0,2}:?\s{0,2}(?P<unit>(?:人民币)?(?:万|百万|千|亿)?元)"
)


def with_units_behind(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield entries, sums without a unit with the one that the field right behind them tells."""
    for entry in entries:
        unit = _unit_behind(entry) if entry.meaning in AMOUNTS and entry.unit is None else None
        yield replace(entry, unit=unit) if unit is not None else entry


def _unit_behind(entry: Entry) -> MoneyUnit | None:
    value = entry.value
    if not _FIGURE.fullmatch(value.flat):
        return None
    told = _BEHIND.match(value.sheet.flat, value.end)
    return read_unit(told["unit"]) if told is not None else None
