"""What a notice holds that nobody may report as a price or a party: fees, deposits, losers' prices, people's names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from tenderlight.evaluate.notices import ExpectedNotice, comparable_name

_NEVER_THE_PRICE = ("budget", "ceiling", "estimate", "superseded_amount")
"""Flags of a label whose number is not the price."""


class Traps(msgspec.Struct, frozen=True):
    """Numbers that are not the price, in the base unit, and names that are no party, as printed."""

    fee: tuple[Decimal, ...] = ()
    deposit: tuple[Decimal, ...] = ()
    losing_price: tuple[Decimal, ...] = ()
    superseded: tuple[Decimal, ...] = ()
    score: tuple[Decimal, ...] = ()
    other: tuple[Decimal, ...] = ()
    """Taxes, instalments, turnover asked for …"""
    losers: tuple[str, ...] = ()
    not_suppliers: tuple[str, ...] = ()
    """Makers, witnesses, the name that a correction takes back."""
    persons: tuple[str, ...] = ()


NUMBERS = ("fee", "deposit", "losing_price", "superseded", "score", "other")
NAMES = ("losers", "not_suppliers", "persons")


@dataclass(frozen=True, slots=True, kw_only=True)
class Caught:
    """A trap that was fallen into: the worst kind of wrong value."""

    case: str
    kind: str
    """Key of the trap, or of the flag whose number was given as the price."""
    value: str


def caught(case: str, traps: Traps, expected: ExpectedNotice, predicted: ExpectedNotice) -> Iterator[Caught]:
    """Yield the traps that the prediction fell into.

    A number counts where it is the price of the whole or of a lot and the label does not say so too; a name where it
    is that of a supplier, the buyer or the agency.
    """
    given = _prices(predicted) - _prices(expected)
    for kind, number in _numbers(traps, expected):
        if number in given:
            yield Caught(case=case, kind=kind, value=f"{number:f}")
    names = {comparable_name(name) for name in _parties(predicted)} - {
        comparable_name(name) for name in _parties(expected)
    }
    for kind in NAMES:
        for name in getattr(traps, kind):
            if comparable_name(name) in names:
                yield Caught(case=case, kind=kind, value=name)


def _numbers(traps: Traps, expected: ExpectedNotice) -> Iterator[tuple[str, Decimal]]:
    for kind in NUMBERS:
        for number in getattr(traps, kind):
            yield kind, number
    for flag in expected.flags:
        kind, _, number = flag.partition(":")
        if kind in _NEVER_THE_PRICE and number:
            yield kind, Decimal(number)


def _prices(notice: ExpectedNotice) -> set[Decimal]:
    numbers = {notice.amount, *(lot.amount for lot in notice.lots)}
    return {number for number in numbers if number is not None}


def _parties(notice: ExpectedNotice) -> Iterator[str]:
    yield from (name for name in (notice.buyer, notice.agency) if name)
    yield from (one.name for one in notice.suppliers)
