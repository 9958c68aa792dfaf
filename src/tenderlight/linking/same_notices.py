"""Which documents are one notice, published twice: nearly the same words, and no fact that speaks against it.

A buyer's notices of one form are as alike as one notice on two sites. So the facts that were read decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tenderlight.linking.buyers import comparable_buyer
from tenderlight.linking.numbers import comparable_number
from tenderlight.linking.resemblance import Pair
from tenderlight.model.claim import Claim
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import AmountValue, PartyValue, ProjectNumberValue, StageValue, SupplierValue

LEAST_ALIKE = 0.8
"""Of the stretches of letters of two texts, those in both."""
COMPARED = (
    StatementKind.STAGE,
    StatementKind.PROJECT_NUMBER,
    StatementKind.BUYER,
    StatementKind.SUPPLIER,
    StatementKind.AMOUNT,
)
"""The facts in which two notices may differ."""


@dataclass(slots=True)
class Facts:
    """What a document says that tells one notice from another."""

    values: dict[StatementKind, set[str]] = field(default_factory=dict)

    def take(self, claim: Claim) -> None:
        """Take a claim of the document."""
        value = _comparable(claim)
        if value is not None:
            self.values.setdefault(claim.kind, set()).add(value)

    @property
    def buyer(self) -> str | None:
        """The buyer, if the document names just one."""
        buyers = self.values.get(StatementKind.BUYER, set())
        return next(iter(buyers)) if len(buyers) == 1 else None

    def differs_from(self, other: Facts) -> tuple[str, ...]:
        """Return the kinds of facts of which both have some, and not the same."""
        return tuple(
            kind.value
            for kind in COMPARED
            if kind in self.values and kind in other.values and self.values[kind] != other.values[kind]
        )


def _comparable(claim: Claim) -> str | None:
    value = claim.value
    if isinstance(value, StageValue):
        return value.stage if value.lot is None else None
    if isinstance(value, ProjectNumberValue):
        return comparable_number(value.number)
    if isinstance(value, PartyValue | SupplierValue):
        return comparable_buyer(value.name) if claim.kind in COMPARED else None
    if isinstance(value, AmountValue):
        return None if value.amount is None else f"{value.amount.normalize()} {value.currency}"
    return None


class Likeness(NamedTuple):
    """Two documents of nearly the same words, by their numbers, and the facts in which they differ."""

    pair: Pair
    differs: tuple[str, ...]


def likenesses(pairs: Iterable[Pair], facts: Mapping[int, Facts]) -> Iterator[Likeness]:
    """Yield what the facts say of pairs of documents."""
    none = Facts()
    for pair in pairs:
        yield Likeness(pair, facts.get(pair.first, none).differs_from(facts.get(pair.second, none)))


def counted_once(notices: int, same: Iterable[tuple[int, int]]) -> int:
    """Return how many notices there are, if those that are one count once.

    Args:
        notices: How many, each counted.
        same: Which of them are one, by their numbers.
    """
    leader = list(range(notices))
    for first, second in same:
        leader[_led(leader, second)] = _led(leader, first)
    return sum(number == leads for number, leads in enumerate(leader))


def _led(leader: list[int], number: int) -> int:
    while leader[number] != number:
        number = leader[number]
    return number
