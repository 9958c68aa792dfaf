"""Stakes as a graph: who is one party among those that sources name, and which stakes hold on a day.

Parties are one by a number of one register that both have, or by the same name; not by a name that stands beside two
numbers, nor across files by a name without a legal form. Of one stake the newest statement before the day counts, of
each source; where sources differ, the lowest percent.
"""

from __future__ import annotations

import calendar
import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.matching import Grade, Matcher, Query
from tenderlight.matching.identifiers import credit_codes_in
from tenderlight.matching.parsing import parse_name
from tenderlight.model.listing import ListedEntity, ListedName
from tenderlight.model.stake import Holder
from tenderlight.model.values import Identifier, PartialDate
from tenderlight.screening.prepared import HeldStake

_SURE = frozenset({Grade.SAME_IDENTIFIER, Grade.SAME_REGISTERED_NAME, Grade.LISTED_ALIAS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Owned:
    """A stake that counts on a day."""

    owner: int
    """Number of a party."""
    owned: int
    percent: Decimal | None
    """None: no source says how much, or of what day."""
    stated: tuple[HeldStake, ...]
    """Every statement of that day, the one that counts first."""
    differs: bool = False
    """Whether sources state different percents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A party of the graph."""

    name: str
    identifiers: tuple[Identifier, ...]

    @property
    def said(self) -> str:
        """Its name, or its first number."""
        return self.name or f"{self.identifiers[0].scheme} {self.identifiers[0].number}"


class StakeGraph:
    """The parties of stakes, and the stakes between them.

    Args:
        stakes: Every stake of the snapshots used.
    """

    def __init__(self, stakes: Sequence[HeldStake]) -> None:
        numbers = _numbered(stakes)
        holders: dict[int, list[Holder]] = defaultdict(list)
        self._into: dict[int, dict[int, list[HeldStake]]] = defaultdict(lambda: defaultdict(list))
        for each, (owner, owned) in zip(stakes, numbers, strict=True):
            holders[owner].append(each.stake.owner)
            holders[owned].append(each.stake.owned)
            self._into[owned][owner].append(each)
        self.nodes = [_node(holders[number]) for number in range(len(holders))]
        self._matcher = Matcher(
            ListedEntity(
                entry=str(number),
                list_code="stakes",
                schema="LegalEntity",
                names=(ListedName(text=node.said),),
                identifiers=node.identifiers,
            )
            for number, node in enumerate(self.nodes)
        )

    def find(self, query: Query) -> list[int]:
        """Return the parties that a name or number surely means, by its strongest grade."""
        found = [each for each in self._matcher.find(query) if each.grade in _SURE]
        return [each.place for each in found if each.grade is found[0].grade]

    def owners(self, owned: int, day: datetime.date) -> list[Owned]:
        """Return the stakes in a party that hold on a day, by the number of the owner."""
        into = self._into.get(owned, {})
        return [made for owner in sorted(into) if (made := _on_day(owner, owned, into[owner], day)) is not None]


def bounds(date: PartialDate) -> tuple[datetime.date, datetime.date]:
    """Return the first and the last day that a date may be."""
    first = datetime.date(date.year, date.month or 1, date.day or 1)
    month = date.month or 12
    return first, datetime.date(date.year, month, date.day or calendar.monthrange(date.year, month)[1])


def _on_day(owner: int, owned: int, stated: list[HeldStake], day: datetime.date) -> Owned | None:
    """Return what is known of one stake on a day; None if all statements are of later days, or it has ended."""
    newest: dict[str, HeldStake] = {}
    loose: list[HeldStake] = []
    for each in sorted(stated, key=_order):
        stake = each.stake
        if stake.since is None:
            loose.append(each)
        elif bounds(stake.since)[1] <= day:
            newest[stake.list_code] = each
    current = [each for each in newest.values() if not _has_ended(each, day) and each.stake.percent != 0]
    counted = sorted(
        (each for each in current if each.stake.percent is not None),
        key=lambda each: (each.stake.percent or 0, _order(each)),
    )
    others = [each for each in current if each.stake.percent is None]
    if not current and (newest or not loose):
        return None
    percents = {each.stake.percent for each in counted}
    return Owned(
        owner=owner,
        owned=owned,
        percent=counted[0].stake.percent if counted else None,
        stated=tuple([*counted, *others] or loose),
        differs=len(percents) > 1,
    )


def _has_ended(each: HeldStake, day: datetime.date) -> bool:
    return each.stake.until is not None and bounds(each.stake.until)[0] <= day


def _order(each: HeldStake) -> tuple[datetime.date, tuple[str, str], str, str]:
    since = bounds(each.stake.since)[1] if each.stake.since is not None else datetime.date.min
    return since, each.held.order(), each.held.snapshot.sha256, each.stake.place


def _node(holders: Iterable[Holder]) -> Node:
    every = list(holders)
    names = sorted({holder.name for holder in every if holder.name}, key=lambda name: (-len(name), name))
    numbers = sorted(
        {number for holder in every for number in holder.identifiers}, key=lambda each: (each.scheme, each.number)
    )
    return Node(name=names[0] if names else "", identifiers=tuple(numbers))


def _numbered(stakes: Sequence[HeldStake]) -> list[tuple[int, int]]:
    """Return owner and owned of each stake as numbers of parties, in an order that depends on the parties alone."""
    signs = [(_signs(each.stake.owner, each), _signs(each.stake.owned, each)) for each in stakes]
    leads: dict[str, str] = {}

    def lead(sign: str) -> str:
        while leads.setdefault(sign, sign) != sign:
            sign = leads[sign]
        return sign

    of_name: dict[str, set[str]] = defaultdict(set)
    for own in (each for pair in signs for each in pair):
        numbers, name = own
        for other in numbers[1:]:
            first, second = sorted((lead(numbers[0]), lead(other)))
            leads[second] = first
        if name and numbers:
            of_name[name].add(numbers[0])

    def party(own: tuple[list[str], str]) -> str:
        numbers, name = own
        if numbers:
            return lead(numbers[0])
        known = {lead(number) for number in of_name.get(name, ())}
        return next(iter(known)) if len(known) == 1 else name

    named = [(party(owner), party(owned)) for owner, owned in signs]
    places = {sign: place for place, sign in enumerate(sorted({sign for pair in named for sign in pair}))}
    return [(places[owner], places[owned]) for owner, owned in named]


def _signs(holder: Holder, each: HeldStake) -> tuple[list[str], str]:
    """Return by what a party is known: its valid numbers, and its name; within one file where it has no legal form."""
    numbers = [f"#{scheme}:{number}" for scheme, number in sorted(credit_codes_in(holder.identifiers))]
    if not holder.name:
        return numbers or [f"?{holder.said}"], ""
    parsed = parse_name(holder.name)
    where = "" if parsed.form else f"@{each.held.snapshot.list_code}"
    return numbers, f"{parsed.spelling}{where}"
