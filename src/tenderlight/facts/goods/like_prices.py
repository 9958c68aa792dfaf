"""Which number of an entry counts the pieces, which is the price of one, and which of all: by words or arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations

from tenderlight.facts.goods.like_entries import Entry
from tenderlight.facts.goods.like_numbers import Number

_ROUNDED = Decimal("0.006")
"""By how much the price of one may be rounded."""
_LARGEST = 1_000_000
_MOST = 6
_PAIR = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """An entry whose numbers have been told apart."""

    entry: Entry
    quantity: Decimal
    unit: str | None
    each: Decimal | None = None
    total: Decimal | None = None
    open: Decimal | None = None
    """The one sum that is either of one or of all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbers:
    """The numbers of an entry by what their neighbours say."""

    each: Decimal | None
    whole: Decimal | None
    others: tuple[Number, ...]
    first: Number | None


def priced(entry: Entry) -> Priced | None:
    """Return an entry with its numbers told apart; None if they cannot be, or if it counts nothing."""
    counts = [one for one in entry.numbers if one.kind == "count"]
    counts = [one for one in counts if one.is_told] or counts if len(counts) > 1 else counts
    each = {one.amount for one in entry.numbers if one.kind == "each"}
    whole = {one.amount for one in entry.numbers if one.kind == "all"}
    if len(each) > 1 and len(counts) == len(whole) == 1:  # the price foreseen stands beside the price paid
        each = {one for one in each if is_product(counts[0].amount, one, next(iter(whole)))}
    if len(counts) > 1 or len(each) > 1 or len(whole) > 1:
        return None
    numbers = _Numbers(
        each=next(iter(each), None),
        whole=next(iter(whole), None),
        others=tuple(one for one in entry.numbers if one.kind in {"money", "bare"}),
        first=next((one for one in entry.numbers if one.kind == "first"), None),
    )
    unit = entry.unit or next((one.unit for one in (*counts, *entry.numbers) if one.unit), None)
    if not counts and numbers.first is not None and not numbers.others and _is_count(numbers.first):
        counts = [numbers.first]
    if not counts:
        return _by_product(entry, numbers, unit) or _by_kind(entry, numbers, unit)
    return _counted(entry, counts[0].amount, unit, numbers) if 0 < counts[0].amount <= _LARGEST else None


def _is_count(number: Number) -> bool:
    exponent = number.amount.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= 0 and 0 < number.amount <= _LARGEST


def is_product(count: Decimal, price: Decimal, total: Decimal) -> bool:
    """Say whether a sum is that of so many pieces at a price, but for the rounding of the price."""
    return total > 0 and abs(count * price - total) <= _ROUNDED * count


def _counted(entry: Entry, count: Decimal, unit: str | None, numbers: _Numbers) -> Priced | None:
    """Return an entry whose number of pieces is known."""
    each, whole = numbers.each, numbers.whole
    amounts = [one.amount for one in numbers.others if one.kind == "money" or one.amount != count]
    if each is None and whole is None and len(amounts) >= _PAIR:
        pairs = {pair for pair in permutations(amounts, _PAIR) if is_product(count, *pair)}
        if len(pairs) == 1:
            each, whole = pairs.pop()
        else:
            amounts = [one.amount for one in numbers.others if one.kind == "money"]
    elif each is not None and whole is None:
        whole = next((one for one in amounts if is_product(count, each, one)), None)
    elif whole is not None and each is None:
        each = next((one for one in amounts if is_product(count, one, whole)), whole if count == 1 else None)
    if each is not None:
        agrees = whole is None or is_product(count, each, whole)
        return Priced(entry=entry, quantity=count, unit=unit, each=each, total=whole) if agrees else None
    if whole is not None:
        return Priced(entry=entry, quantity=count, unit=unit, open=whole) if not amounts else None
    if len(amounts) > 1 or (not amounts and not entry.is_listed and entry.model is None):
        return None
    return Priced(entry=entry, quantity=count, unit=unit, open=next(iter(amounts), None))


def _by_product(entry: Entry, numbers: _Numbers, unit: str | None) -> Priced | None:
    """Return the only way in which three numbers of an entry are how many, the price of one and of all."""
    bare = [one for one in (numbers.first, *numbers.others) if one is not None][:_MOST]
    prices = [(one.amount, one.kind) for one in bare if one.kind != "first"]
    prices += [(numbers.each, "each")] if numbers.each is not None else []
    prices += [(numbers.whole, "all")] if numbers.whole is not None else []
    found = {
        (count.amount, each, whole)
        for count in bare
        for (each, kind), (whole, of) in permutations(prices, _PAIR)
        if count.kind in {"bare", "first"} and kind != "all" and of != "each" and _is_count(count)
        if not (each == count.amount and sum(one == each for one, _kind in prices) == 1 and count.kind == "bare")
        if is_product(count.amount, each, whole) and (each != 1 or count.amount == 1)
    }
    ways = sorted(found)
    if len(ways) == _PAIR and ways[0][2] == ways[1][2]:
        ways = [_which_counts(bare, ways)]
    if len(ways) != 1:
        return None
    count_of, each_of, whole_of = ways[0]
    return Priced(entry=entry, quantity=count_of, unit=unit, each=each_of, total=whole_of)


def _which_counts(
    bare: Sequence[Number], ways: Sequence[tuple[Decimal, Decimal, Decimal]]
) -> tuple[Decimal, Decimal, Decimal]:
    """Return of two ways the one whose price has the sign of money; else the one that counts what stands first."""
    factors = [one for one in bare if one.amount in ways[0][:_PAIR]]
    paid = next((one.amount for one in factors if one.kind == "money"), None)
    return next(way for way in ways if (way[1] == paid if paid is not None else way[0] == factors[0].amount))


def _by_kind(entry: Entry, numbers: _Numbers, unit: str | None) -> Priced | None:
    """Return an entry with a bare number, which counts, and one sum behind it."""
    bare = [one for one in numbers.others if one.kind == "bare" and _is_count(one)]
    if numbers.each is not None and len(bare) == 1:
        return Priced(entry=entry, quantity=bare[0].amount, unit=unit, each=numbers.each)
    if numbers.each is None and numbers.whole is None and len(numbers.others) == _PAIR and numbers.others[0] in bare:
        count, other = bare[0].amount, numbers.others[1].amount
        return Priced(entry=entry, quantity=count, unit=unit, open=other) if other != count else None
    return None
