"""Work that is left to a subcontractor, in Chinese: 分包 before a firm is no lot.

"分包：防雷部分分包给甲公司", "（分包：乙公司承担安装）". The same word names a lot where a number stands
behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tenderlight.facts.lots.chinese_firms import companies_han
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning

_LABELS = frozenset({"分包", "是否分包", "分包情况"})
_GIVES = re.compile(
    r"(?:公司|中心|院|厂|廠|行|部|所|社)[^,;。\n]{0,4}(?:承担|承擔|负责|負責|实施|實施|完成)|分包给|分包給|分包金额"
)


def with_parted_work(entries: Iterable[Entry]) -> list[Entry]:
    """Return entries in which 分包 before a firm names a subcontractor or nothing, and lends its lot to nobody."""
    entries = list(entries)
    parted = [one for one in entries if _is_parted(one)]
    lots = {one.lot for one in parted if one.lot is not None}
    return [_told(replace(one, lot=None) if one.lot in lots else one, parted) for one in entries] if parted else entries


def _is_parted(entry: Entry) -> bool:
    if entry.meaning is not Meaning.LOT or entry.label not in _LABELS or entry.row is not None:
        return False
    return _GIVES.search(entry.value.flat) is not None and bool(companies_han(entry.value))


def _told(entry: Entry, parted: list[Entry]) -> Entry:
    if not any(entry.value == one.value and entry.label == one.label for one in parted):
        return entry
    firms = companies_han(entry.value)
    if len(firms) == 1 and firms[0].piece.start == entry.value.start and "分包" not in firms[0].piece.flat:
        return replace(entry, meaning=Meaning.SUBCONTRACTOR, value=firms[0].piece)
    return replace(entry, meaning=Meaning.OTHER)
