"""Prices by the month or piece, and behind the term of the contract the whole: 每月85,000元,租期36个月,总金额306万元.

The word for the term ends the value of the price, and the total would be read as part of the term.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning

_PRICES = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})
_TERMS = frozenset({Meaning.OTHER_DATE, Meaning.ITEM_QUANTITY})
_TOTAL = re.compile(
    r"[,;、。(\s]\s?(?:[一二三四五六\d]{1,3}(?:个月|年))?"
    r"(?P<total>(?:合计|总计|共计|合共|总价|总额|总金额|总值|总共)[^\d,;。\n]{0,12}\d)"
)


def with_terms_between(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries of a Chinese document, prices with the total that stands behind the term on their line."""
    found = list(entries)
    for entry, behind in pairwise([*found, None]):
        if entry is not None:
            yield _with_total(entry, behind) if behind is not None else entry


def _with_total(entry: Entry, behind: Entry) -> Entry:
    value, last = entry.value, behind.value
    if (
        entry.meaning not in _PRICES
        or behind.meaning not in _TERMS
        or entry.row is not None
        or last.sheet is not value.sheet
        or "\n" in value.sheet.flat[value.start : last.start]
    ):
        return entry
    total = _TOTAL.search(last.flat)
    return entry if total is None else replace(entry, value=last.part(total.start("total"), len(last.flat)))
