"""Lots that the rows of a Chinese table of results count: "序号 | 标项名称 | 中标金额 | 供应商名称".

The number beside the name of a lot is that of the lot where each name has one number and each number one name; the
rows of goods that repeat the name belong to it. A name that begins with what the lot is called says so itself (1 |
标项一：门禁 is 标项一).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.lot_keys import LOT
from tenderlight.facts.words.vocabulary import Meaning

_TELLS_RESULT = frozenset({Meaning.AWARD_AMOUNT, Meaning.SUPPLIER, Meaning.PARTY, Meaning.CANCEL_REASON})
_COUNTS = frozenset({"序号", "编号", "标项序号"})
_FEWEST = 2


def with_numbered_lots(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with the numbers of lots that a table of results counts; as they are where it counts none."""
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.row is not None:
            rows.setdefault(entry.row, []).append(entry)
    numbers: dict[str, str] = {}
    for row in rows.values():
        number, name = _counted(row)
        if number is None or name is None or not _TELLS_RESULT & {one.meaning for one in row}:
            continue
        if numbers.setdefault(name, number) != number:
            return list(entries)
    if len(numbers) < _FEWEST or len(set(numbers.values())) != len(numbers):
        return list(entries)
    lots = {at: numbers.get(_counted(row)[1] or "") for at, row in rows.items()}
    return [
        replace(one, lot=lots[one.row]) if one.row is not None and _is_of(one, lots[one.row]) else one
        for one in entries
    ]


def _is_of(entry: Entry, lot: str | None) -> bool:
    """Say whether a row counted so belongs to a lot: unless it is under another, or its own name of a lot says so."""
    return lot is not None and (entry.lot is None or LOT.match(lot) is not None)


def _counted(row: Sequence[Entry]) -> tuple[str | None, str | None]:
    """Return the number of a row and the name of its lot."""
    number = next((one.value.flat.strip() for one in row if one.label in _COUNTS), "")
    named = next((one.value.stripped() for one in row if one.meaning is Meaning.LOT_NAME), None)
    called = LOT.match(named.flat) if named is not None else None
    if named is not None and called is not None and not named.flat[called.end() : called.end() + 1].isalnum():
        lot = named.part(0, called.end())
        return lot.text, lot.flat
    return number if number.isdigit() else None, named.flat if named is not None and named.flat else None
