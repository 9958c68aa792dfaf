"""The sum of all lots below a list of them, and the prices of the lots that make it together.

The last lot of a list goes on to the next heading; a total below it is read as that lot's. The figures prove whose it
is: one sum of each lot makes the whole, and where there is one way to do so, those are the prices of the lots.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.facts.lots.prices import PRICED
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.lot_keys import LOT, half_width, key_of
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_MEANINGS = PRICED | {Meaning.TOTAL, Meaning.AMOUNT}
_TOTAL = re.compile(r"总|合计|共计")
_HEAD = re.compile(rf"(?:^|(?<=\n))[^\S\n]{{0,8}}[^\w\s]{{0,2}}(?P<lot>{LOT.pattern})")
_WHOLE_LINE = re.compile(r"(?:^|(?<=\n))[^\n\d]{0,12}(?:总|合计|共计)[^\n]{0,80}")
_INSIDE = re.compile(
    r"(?<=[,;、。\s(])(?:以上|各包|两包|三包|全部)?(?:合计|总计|共计)(?:金额)?\s?[:为]?\s?(?=[^\d;。]{0,6}\d)"
)
"""What leads to a total inside the value of the last lot."""
_FEWEST = 2
_MOST = 30
_MOST_SUMS = 20_000
_LONGEST = 20_000
_TRIED = 8
"""Sums of one lot that are tried, the first of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A sum under the head of a lot."""

    lot: str
    """As printed."""
    amount: Decimal
    piece: Piece


def with_wholes(notice: Notice) -> Notice:
    """Return a Chinese notice in which a total that all lots make together belongs to none of them."""
    if notice.language != "zh" or notice.stage not in SETTLED:
        return notice
    notice = replace(notice, entries=_apart(notice.entries))
    proved = {one.order for one in notice.entries if one.lot is not None and is_sum_of_lots(one)}
    if not proved:
        return notice
    entries = tuple(replace(one, lot=None) if one.order in proved else one for one in notice.entries)
    return replace(notice, entries=entries)


def _apart(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Take the total out of the value of the last lot, where the prices of all make it: 包2 26.4万元，合计58.2万元."""
    found = list(entries)
    for at, entry in enumerate(entries):
        inside = _INSIDE.search(entry.value.flat) if entry.lot and entry.meaning in PRICED and not entry.row else None
        if inside is None:
            continue
        own = replace(entry, value=entry.value.part(0, inside.start()).stripped(" \t,;、。"))
        whole = replace(entry, value=entry.value.part(inside.end(), len(entry.value.flat)), lot=None)
        of_lots: dict[str | None, Decimal | None] = {
            one.lot: _sum_of(one) for one in entries if one.meaning is entry.meaning and one.lot
        }
        of_lots[entry.lot] = _sum_of(own)
        told = [one for one in of_lots.values() if one is not None]
        if len(told) == len(of_lots) >= _FEWEST and sum(told) == _sum_of(whole):
            found[at] = own
            found.append(replace(whole, order=len(found)))
    return tuple(found)


def _sum_of(entry: Entry) -> Decimal | None:
    told = find_amounts(entry.value.text, unit=entry.unit)
    return told[0].amount if told else None


def is_sum_of_lots(entry: Entry) -> bool:
    """Say whether an amount outside tables is called a total and is the sum of one amount of each lot above it."""
    if entry.meaning not in _MEANINGS or entry.row is not None or not _TOTAL.search(entry.label):
        return False
    told = find_amounts(entry.value.text, unit=entry.unit)
    above = _of_lots(entry.value.sheet, entry.value.start)
    return bool(told) and len(above) >= _FEWEST and bool(_ways(above, told[0].amount))


def proved_parts(sheet: Sheet) -> tuple[list[Part], Piece | None]:
    """Return the prices of the lots of a page that make a total below them, if in one way, and that total."""
    for line in _WHOLE_LINE.finditer(sheet.flat):
        above = _of_lots(sheet, line.start())
        told = find_amounts(sheet.page.text[line.start() : line.end()])
        if len(above) < _FEWEST or not told:
            continue
        ways = _ways(above, told[0].amount)
        whole = Piece(sheet=sheet, start=line.start() + told[0].start, end=line.start() + told[0].end)
        return (list(ways[0]), whole) if len(ways) == 1 else ([], None)
    return [], None


def _of_lots(sheet: Sheet, end: int) -> list[list[Part]]:
    """Return the sums that stand under the head of each lot above a place, one list for each lot."""
    start = max(0, end - _LONGEST)
    heads = list(_HEAD.finditer(sheet.flat, start, end))[:_MOST]
    found: dict[str, list[Part]] = {}
    for at, head in enumerate(heads):
        stop = heads[at + 1].start() if at + 1 < len(heads) else sheet.flat.rfind("\n", 0, end) + 1
        lot = " ".join(half_width(sheet.page.text[slice(*head.span("lot"))]).split())
        found.setdefault(key_of(lot), []).extend(_parts(sheet, lot, head.end(), stop))
    return [parts[:_TRIED] for parts in found.values() if parts]


def _parts(sheet: Sheet, lot: str, start: int, stop: int) -> Iterator[Part]:
    for one in find_amounts(sheet.page.text[start:stop]):
        if one.amount > 0:
            yield Part(
                lot=lot, amount=one.amount, piece=Piece(sheet=sheet, start=start + one.start, end=start + one.end)
            )


def _ways(lots: Sequence[Sequence[Part]], whole: Decimal) -> list[tuple[Part, ...]]:
    """Return the ways in which one sum of each lot makes the whole, two of them at most."""
    reached: dict[Decimal, list[tuple[Part, ...]]] = {Decimal(0): [()]}
    for parts in lots:
        further: dict[Decimal, list[tuple[Part, ...]]] = {}
        for so_far, ways in reached.items():
            for part in {one.amount: one for one in reversed(parts)}.values():
                if so_far + part.amount <= whole:
                    known = further.setdefault(so_far + part.amount, [])
                    known += [(*way, part) for way in ways][: _FEWEST - len(known)]
        if len(further) > _MOST_SUMS:
            return []
        reached = further
    return reached.get(whole, [])
