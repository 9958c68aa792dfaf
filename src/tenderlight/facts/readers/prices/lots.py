"""Which sum is the price of which lot: by the order in which a page names those who won and prints sums."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from tenderlight.model.statement import Anchor, Statement
from tenderlight.model.values import SupplierValue

Sum = tuple[Anchor, Decimal | None]
"""Where a page prints a sum, and the sum in the base unit of its currency."""
_FEWEST = 2


def tied_prices(sums: Sequence[Sum], suppliers: Sequence[Statement], *, nearest: bool = False) -> dict[str, int]:
    """Return the price of each lot that was won, as the index of a sum.

    It is the one behind each winner's name, up to the next name, or the one before each. Nothing if one of the lots is
    left without, or has two that differ, or if one place names the winner of several.

    Args:
        sums: Sums that are prices of lots.
        suppliers: Who won which lot.
        nearest: Of several behind a name the first is its price, of several before it the last.
    """
    winners = sorted(_winners(suppliers), key=lambda one: (one[0].page_number, one[0].start))
    lots = [lot for _place, lot in winners]
    places = [place for place, _lot in winners]
    if len(lots) < _FEWEST or len(set(lots)) < len(lots) or len(set(places)) < len(places):
        return {}
    for is_behind in (True, False):
        tied = [_beside(sums, places, index, is_behind=is_behind) for index in range(len(places))]
        if nearest:
            tied = [found[:1] if is_behind else found[-1:] for found in tied]
        if all(len({sums[at][1] for at in found}) == 1 for found in tied):
            return {lot: found[0] for lot, found in zip(lots, tied, strict=True)}
    return {}


def _winners(suppliers: Sequence[Statement]) -> Iterator[tuple[Anchor, str]]:
    for one in suppliers:
        if isinstance(one.value, SupplierValue) and one.value.lot is not None:
            yield one.anchors[0], one.value.lot


def _beside(sums: Sequence[Sum], places: Sequence[Anchor], index: int, *, is_behind: bool) -> list[int]:
    """Return the indexes of the sums between a name and the next one behind it, or the one before it."""
    name = places[index]
    other = places[index + 1 : index + 2] if is_behind else places[max(0, index - 1) : index]
    near = next((one for one in other if one.page_number == name.page_number), None)
    if is_behind:
        low, high = name.end, near.start if near is not None else None
    else:
        low, high = near.end if near is not None else 0, name.start
    return [
        at
        for at, (place, _amount) in enumerate(sums)
        if place.page_number == name.page_number and low <= place.start and (high is None or place.end <= high)
    ]
