"""Prices that stand beside the winners of lots and name no lot: the row they share, or their order, ties them.

A row that names a lot and its winner has the price of the lot in its only column of sums. Outside tables the first sum
behind each winner, under a label that all of them have, is the price of its lot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.lots.prices import PRICED
from tenderlight.facts.lots.verdicts import NAMED
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.vocabulary import Meaning

_FEWEST = 2
_SUMS = frozenset({Meaning.ITEM_TOTAL, Meaning.TOTAL, Meaning.AMOUNT, Meaning.BID_AMOUNT})
_LAST_BIDS = ("最终报价", "最后报价", "最终磋商报价", "最终谈判报价", "末轮报价")


def with_tied_prices(notice: Notice) -> Notice:
    """Return a notice in which prices of lots that only place or order tells have their lot."""
    if notice.stage not in SETTLED:
        return notice
    winners = [one for one in notice.of(*NAMED) if one.lot is not None]
    priced = {key_of(one.lot) for one in notice.of(*PRICED, Meaning.PERCENT) if one.lot is not None}
    open_lots = {key_of(one.lot) for one in winners} - priced
    if len({key_of(one.lot) for one in winners}) < _FEWEST or not open_lots:
        return notice
    winners = [one for one in winners if key_of(one.lot) in open_lots]
    rows = list(_in_rows(notice, winners))
    tied = rows or list(_of_own_lot(notice, winners)) or list(_in_order(notice, winners))
    of_goods = bool(rows) and all(_of_goods(notice, one) for one in rows)
    if len({key_of(one.lot) for one in tied}) != len(tied) and not of_goods:
        return notice
    by_order = {one.order: replace(one, meaning=notice.price_meaning) for one in tied}
    return replace(notice, entries=tuple(by_order.get(one.order, one) for one in notice.entries))


def _of_goods(notice: Notice, price: Entry) -> bool:
    """Say whether a row is that of goods: a lot may have several, whose sum is proved where prices are read."""
    return any(one.meaning is Meaning.ITEM_NAME for one in notice.row_of(price))


def _in_rows(notice: Notice, winners: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the only sums in rows that name a lot and its winner, if each such row has one."""
    if any(one.row is None for one in winners):
        return
    sums = [[other for other in notice.row_of(one) if other.meaning in _SUMS] for one in winners]
    if all(len(found) == 1 for found in sums):
        for winner, found in zip(winners, sums, strict=True):
            yield replace(found[0], lot=winner.lot)


def _of_own_lot(notice: Notice, winners: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the last bids of winners that stand under their lots, if each lot has one."""
    bids = [one for one in notice.of(Meaning.BID_AMOUNT) if one.lot is not None and one.label.startswith(_LAST_BIDS)]
    found = [[bid for bid in bids if key_of(bid.lot) == key_of(winner.lot)] for winner in winners]
    if all(len(one) == 1 for one in found):
        yield from (one[0] for one in found)


def _in_order(notice: Notice, winners: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the first sum behind each winner and before the next, if all of them have the same label."""
    if any(one.row is not None for one in winners):
        return
    prices = [one for one in notice.of(*PRICED) if one.lot is None and one.row is None and one.label]
    stops = [*(one.value.start for one in winners[1:]), None]
    found: list[Entry] = []
    for winner, stop in zip(winners, stops, strict=True):
        behind = [
            one
            for one in prices
            if one.value.sheet.page is winner.value.sheet.page
            and one.value.start > winner.value.end
            and (stop is None or one.value.start < stop)
        ]
        if not behind:
            return
        found.append(replace(behind[0], lot=winner.lot))
    if len({one.label for one in found}) == 1 and len({one.order for one in found}) == len(found):
        yield from found
