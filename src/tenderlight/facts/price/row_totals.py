"""The total below a table whose rows state one price each, without lots: the price of the whole, if they add up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tenderlight.facts.money.in_entries import measure
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry


def overlap(one: Entry, other: Entry) -> bool:
    """Say whether two entries share words: the price of a lot, read once with it and once without."""
    first, second = one.value, other.value
    return first.sheet.page is second.sheet.page and first.start < second.end and second.start < first.end


def sums_of_rows(notice: Notice, owned: Sequence[Entry], sums: Sequence[Entry]) -> list[Entry]:
    """Return the printed totals that the prices in the rows of a table without lots add up to."""
    rows = [entry for entry in owned if entry.row is not None and entry.lot is None]
    if len(rows) <= 1 or len(rows) != len(owned):
        return []
    amounts = [price.value.amount for entry in rows if (price := measure(notice, entry)) is not None]
    whole = sum((amount or Decimal(0) for amount in amounts), Decimal(0))
    return [one for one in sums if (price := measure(notice, one)) is not None and price.value.amount == whole]
