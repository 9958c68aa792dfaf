"""Amounts told in two numbers: "5 млн 640 тыс. рублей", "1 crore 20 lakh rupees", "2 millones 300 mil pesos"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tenderlight.languages.currencies import alternatives
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.multipliers import MULTIPLIERS

_SCALES = {word: size for word, size in MULTIPLIERS.items() if not "\u4e00" <= word[0] <= "\u9fff"}
_MILLION = 10**6
_NEAR = 12
_ENDS = re.compile(rf"(?<![\d.,])\d{{1,3}}\s?(?P<scale>{alternatives(_SCALES)})\.?\Z")
_HOLDS = re.compile(rf"\d\s?(?P<scale>{alternatives(_SCALES)})(?![^\W\d_])")
_JOINT = re.compile(r"\s{1,3}(?:(?:and|y|e|et|und|и|та|і)\s{1,2})?")
_THOUSANDS = re.compile(r"(?<![\d.,])(?P<number>\d{1,3})\smil\s(?:e\s)?\Z")
"""What stands before the millions of "2 mil 300 millones": thousands of them."""
_REST = re.compile(rf"{_JOINT.pattern}(?P<number>\d{{1,3}})\smil(?![^\W\d_])")


def joined(flat: str, found: Iterable[FoundAmount]) -> Iterator[FoundAmount]:
    """Yield amounts of a text in order, those of them as one that are told in two numbers."""
    last: FoundAmount | None = None
    for one in (_with_thousands_before(flat, amount) for amount in found):
        total = None if last is None else _added(flat, last, one)
        if last is not None and total is None:
            yield _with_rest(flat, last, one.start)
        last = total or one
    if last is not None:
        yield _with_rest(flat, last, len(flat))


def _with_thousands_before(flat: str, amount: FoundAmount) -> FoundAmount:
    """Return an amount with the thousands of its millions: "2 mil 300 millones" are 2,300 of them."""
    size = _HOLDS.search(flat, amount.start, amount.end)
    if amount.bare or amount.in_words or size is None or _SCALES[size["scale"]] != _MILLION:
        return amount
    before = _THOUSANDS.search(flat, max(0, amount.start - _NEAR), amount.start)
    if before is None:
        return amount
    thousands = int(before["number"]) * 1_000 * _MILLION
    return replace(amount, start=before.start(), amount=amount.amount + thousands)


def _with_rest(flat: str, amount: FoundAmount, limit: int) -> FoundAmount:
    """Return an amount with the thousands behind it that no word for money follows: "R$ 9 milhões e 250 mil"."""
    if amount.bare or amount.in_words or _ENDS.search(flat[amount.start : amount.end]) is None:
        return amount
    rest = _REST.match(flat, amount.end, limit)
    if rest is None:
        return amount
    return replace(amount, end=rest.end(), amount=amount.amount + int(rest["number"]) * 1_000)


def _added(flat: str, first: FoundAmount, second: FoundAmount) -> FoundAmount | None:
    """Return two amounts as one if the second goes on with the first ("5 млн 640 тыс. рублей"); None if it does not."""
    size = _ENDS.search(flat[first.start : first.end])
    if size is None or any((first.bare, second.bare, first.in_words, second.in_words)):
        return None
    currency = second.currency or first.currency
    if first.currency not in {None, currency}:
        return None
    if (
        first.start <= second.start < first.end
    ):  # the thousands of the second, read as an amount: "R$ 2 mil e 300 milhões"
        return replace(second, start=first.start, currency=currency)
    smaller = _HOLDS.search(flat, second.start, second.end)
    first_size = _SCALES[size["scale"]]
    second_size = _SCALES[smaller["scale"]] if smaller is not None else 1
    is_next = _JOINT.fullmatch(flat, first.end, second.start) is not None
    if not is_next or not 0 < second.amount < first_size or second_size >= first_size:
        return None
    return replace(second, start=first.start, amount=first.amount + second.amount, currency=currency)
