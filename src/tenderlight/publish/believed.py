"""Which values of a contract may stand in a field that holds one value: agreed by all that say it, else none.

What a person rejected, or was unsure of, fills no field; what people confirmed outweighs what nobody looked at; and
where those that are left differ, the field stays empty and it is said why. A wrong value is worse than an empty one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import LineItemValue, PartialDate, Value

ValueT = TypeVar("ValueT")
ValueT_co = TypeVar("ValueT_co", covariant=True)
DIFFER = "The documents differ."
NO_DAY = "The documents do not give the day."
_FILLING = frozenset({ClaimStatus.CONFIRMED, ClaimStatus.UNREVIEWED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[ValueT_co]):
    """What a claim says, as people corrected it."""

    claim: Claim
    value: ValueT_co

    @property
    def stage(self) -> Stage | None:
        """The stage of the document."""
        return self.claim.stage


@dataclass(slots=True, kw_only=True)
class Facts:
    """What may fill the fields of one contract, by kind."""

    by_kind: dict[StatementKind, list[Fact[Value]]] = field(default_factory=dict)
    _typed: dict[StatementKind, list[Any]] = field(default_factory=dict)
    _lines: dict[frozenset[Stage], dict[str | None, list[Fact[LineItemValue]]]] = field(default_factory=dict)

    def of(self, kind: StatementKind, made: type[ValueT]) -> list[Fact[ValueT]]:
        """Return the facts of a kind, whose values are of the one type that the kind has."""
        if kind not in self._typed:
            self._typed[kind] = [fact for fact in self.by_kind.get(kind, ()) if isinstance(fact.value, made)]
        return self._typed[kind]

    def lines(self, stages: frozenset[Stage]) -> dict[str | None, list[Fact[LineItemValue]]]:
        """Return the lines of goods of documents at these stages, by lot."""
        if stages not in self._lines:
            by_lot: dict[str | None, list[Fact[LineItemValue]]] = {}
            for fact in self.of(StatementKind.LINE_ITEM, LineItemValue):
                if fact.stage in stages:
                    by_lot.setdefault(fact.value.lot, []).append(fact)
            self._lines[stages] = by_lot
        return self._lines[stages]

    @property
    def stages(self) -> frozenset[Stage]:
        """The stages that the documents state of the whole, or stand at."""
        return frozenset(fact.stage for facts in self.by_kind.values() for fact in facts if fact.stage is not None)


def facts_of(claims: Iterable[Claim]) -> Facts:
    """Return what may fill fields: neither rejected nor unsure, each with the value that people put there."""
    found = Facts()
    for claim in claims:
        if claim.status in _FILLING:
            edited = None if claim.edit is None else claim.edit.value
            fact = Fact(claim=claim, value=claim.value if edited is None else edited)
            found.by_kind.setdefault(claim.kind, []).append(fact)
    return found


def outweighing(facts: Sequence[Fact[ValueT]]) -> list[Fact[ValueT]]:
    """Return the confirmed ones; all, if nobody confirmed any."""
    confirmed = [fact for fact in facts if fact.claim.status is ClaimStatus.CONFIRMED]
    return confirmed or list(facts)


def agreed(facts: Sequence[Fact[ValueT]], key: Callable[[ValueT], Hashable]) -> tuple[list[Fact[ValueT]], str | None]:
    """Return the facts that all say one thing, or none of them and why."""
    weighed = outweighing(facts)
    if len({key(fact.value) for fact in weighed}) > 1:
        return [], DIFFER
    return weighed, None


def most_printed(facts: Sequence[Fact[ValueT]], key: Callable[[ValueT], Hashable]) -> list[Fact[ValueT]]:
    """Return the facts of the value that most documents print; none where two are printed equally often."""
    weighed = outweighing(facts)
    counts = Counter(said for said, _ in {(key(fact.value), fact.claim.document) for fact in weighed})
    ranked = counts.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] == ranked[1][1]):
        return []
    return [fact for fact in weighed if key(fact.value) == ranked[0][0]]


def agreed_day(facts: Sequence[Fact[PartialDate]]) -> tuple[list[Fact[PartialDate]], str | None]:
    """Return the facts that give one day, or none and why; a month that the day lies in does not differ from it."""
    weighed = outweighing(facts)
    whole = [fact for fact in weighed if fact.value.day is not None]
    if weighed and not whole:
        return [], NO_DAY
    days = {fact.value.iso() for fact in whole}
    if len(days) > 1 or any(not day.startswith(fact.value.iso()) for day in days for fact in weighed):
        return [], DIFFER
    return whole, None


def weakest(claims: Iterable[Claim]) -> ClaimStatus:
    """Return "confirmed" if people confirmed every one of them, else "unreviewed"; of none, that nobody did."""
    statuses = {claim.status for claim in claims}
    is_confirmed = statuses == {ClaimStatus.CONFIRMED}
    return ClaimStatus.CONFIRMED if is_confirmed else ClaimStatus.UNREVIEWED
