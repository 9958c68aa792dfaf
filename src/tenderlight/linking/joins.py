"""Which contracts of a case are one, though each of their documents by itself could not tell.

A document is filed by what it says alone (`linking.procedures`). Only the case knows that the OCID of a release and the
number of a notice are of one contract: the release also gives that number and that buyer. Contracts are joined where

1. a document prints the identifier of a release or notice (an OCID);
2. both give the same number and name the same buyer;
3. one gives a number that nobody else is likely to use, names no buyer, and only one buyer of the case has that number;
4. no number joins them, and they name the same buyer and the same title, on dates close to each other, and nothing
   tells them apart: other numbers of one kind, or other suppliers.

Two contracts with project numbers of their own are never joined, nor two with identifiers of their own: where a chain
of joins would do so, its joins by title are dropped, and if that is not enough, all of them. The answer does not depend
on the order of the documents.
"""

from __future__ import annotations

import datetime
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from tenderlight.linking.procedures import is_everywhere, tells_among_all, tells_among_one_buyers

WINDOW_DAYS = 180
"""Between the dates of two documents that are joined by their title."""
CROWD = 50
"""Contracts of one buyer under one title: more are a habit, and none of them is joined by it."""

BY_IDENTIFIER = "A document prints the identifier under which another source publishes the contract."
BY_NUMBER_AND_BUYER = "The documents give the same number and name the same buyer."
BY_NUMBER = "The documents print the same project number; those that name a buyer name the same one."
BY_TITLE = (
    "The documents name the same buyer and the same title, and their dates lie at most "
    f"{WINDOW_DAYS} days apart; no number joins them."
)

_CONTRACT_LABEL = re.compile(r"合同|协议|契約|contract|contrat|договор|контракт|договір", re.IGNORECASE)
_OTHERS_LABEL = re.compile(r"框架|计划|備案|备案|批准|framework|marco|cadre|рамочн|план", re.IGNORECASE)
"""Labels of numbers that several contracts share."""
_OCID = re.compile(r"OCDS-[A-Z0-9]{6}-\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number in comparable form, and the words beside it."""

    number: str
    label: str

    @property
    def is_of_contract(self) -> bool:
        """Whether it counts contracts rather than procedures."""
        return _CONTRACT_LABEL.search(self.label) is not None


@dataclass(slots=True, kw_only=True)
class Profile:
    """What the documents filed under one contract say that may join it with another."""

    contract: str
    key: str
    buyers: set[str] = field(default_factory=set)
    """In comparable form."""
    numbers: list[Number] = field(default_factory=list)
    """The first of each document is the one it is filed by."""
    titles: set[str] = field(default_factory=set)
    """In comparable form."""
    dates: set[datetime.date] = field(default_factory=set)
    """Publication, award, contract, correction, acceptance; with their day."""
    suppliers: set[str] = field(default_factory=set)
    filed_by: str | None = field(default=None, init=False)
    """The number it is filed by, with or without a buyer; None if it is filed by something else."""
    is_bare: bool = field(default=False, init=False)
    """Whether it is filed by a number without a buyer."""

    def __post_init__(self) -> None:
        if self.key.startswith("project:"):
            self.filed_by, _, buyer = self.key.removeprefix("project:").partition(" buyer:")
            self.is_bare = not buyer
            self.buyers |= {buyer} - {""}

    @property
    def project_key(self) -> str | None:
        """The project number and buyer it is filed by; None if it is filed by something weaker."""
        if self.filed_by is None or self.is_bare:
            return None
        labelled = [one.is_of_contract for one in self.numbers if one.number == self.filed_by]
        return None if labelled and all(labelled) else self.key

    @property
    def identifier(self) -> str | None:
        """The identifier of a structured source, if it holds beyond its file."""
        return self.key if is_everywhere(self.key) else None

    @property
    def is_record(self) -> bool:
        """Whether it is of a structured source."""
        return not self.key.startswith(("project:", "document:"))

    @property
    def rank(self) -> tuple[int, str]:
        """Which contract of several that are one gives them its id: the smallest."""
        order = (self.project_key is not None, self.identifier is not None, not self.key.startswith("document:"))
        return order.index(True) if any(order) else len(order), self.contract

    def own_numbers(self) -> set[str]:
        """Return the numbers that are its own: the one it is filed by, else its first; of a structured source, all."""
        if self.filed_by is not None:
            return {self.filed_by}
        return {one.number for one in (self.numbers if self.is_record else self.numbers[:1])}

    def all_numbers(self) -> list[Number]:
        """Return the numbers it gives, the one it is filed by among them."""
        known = {one.number for one in self.numbers}
        filed = [] if self.filed_by is None or self.filed_by in known else [Number(number=self.filed_by, label="")]
        return [*filed, *self.numbers]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joins:
    """Contracts that are another one, and why."""

    into: dict[str, str] = field(default_factory=dict)
    because: dict[str, str] = field(default_factory=dict)
    """By the contract they are joined into."""


@dataclass(frozen=True, slots=True, order=True)
class _Join:
    first: str
    second: str
    """Ids of contracts; the first sorts before the second."""
    because: str

    @classmethod
    def of(cls, one: Profile, other: Profile, because: str) -> _Join:
        first, second = sorted((one.contract, other.contract))
        return cls(first, second, because)


def is_settled(key: str, numbers: Sequence[Number]) -> bool:
    """Say whether a contract keeps its id, whatever else comes into the case."""
    return Profile(contract="", key=key, numbers=list(numbers)).project_key is not None


def join(profiles: Iterable[Profile]) -> Joins:
    """Return which contracts are one."""
    by_id = {profile.contract: profile for profile in profiles}
    known = list(by_id.values())
    edges = {*_by_identifier(known), *_by_number_and_buyer(known), *_by_number(known)}
    linked = {(edge.first, edge.second) for edge in edges}
    edges |= {edge for edge in _by_title(known) if (edge.first, edge.second) not in linked}
    into: dict[str, str] = {}
    because: dict[str, str] = {}
    for group, held_by in _groups(by_id, sorted(edges)):
        chosen = min(group, key=lambda contract: by_id[contract].rank)
        into.update({contract: chosen for contract in group if contract != chosen})
        because[chosen] = " ".join(sorted({edge.because for edge in held_by}))
    return Joins(into=into, because=because)


def _by_identifier(profiles: Iterable[Profile]) -> Iterator[_Join]:
    known = {profile.key.removeprefix("ocid:").upper(): profile for profile in profiles if profile.identifier}
    for profile in profiles:
        for one in profile.numbers:
            found = known.get(one.number) if _OCID.fullmatch(one.number) else None
            if found is not None and found is not profile:
                yield _Join.of(profile, found, BY_IDENTIFIER)


def _by_number_and_buyer(profiles: Iterable[Profile]) -> Iterator[_Join]:
    """Yield pairs where the number of one, by which it is known, is among the numbers of the other."""
    owners: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for number in sorted(profile.own_numbers()):
            if tells_among_one_buyers(number):
                owners[number].append(profile)
    for profile in profiles:
        for one in profile.all_numbers():
            if _OTHERS_LABEL.search(one.label):
                continue
            for owner in owners.get(one.number, ()):
                if owner is not profile and owner.buyers & profile.buyers:
                    yield _Join.of(profile, owner, BY_NUMBER_AND_BUYER)


def _by_number(profiles: Iterable[Profile]) -> Iterator[_Join]:
    """Yield contracts without a buyer with those of the one buyer who has their number."""
    bare = {profile.filed_by: profile for profile in profiles if profile.is_bare and profile.filed_by is not None}
    named: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for number in profile.own_numbers() & bare.keys():
            if not profile.is_bare and profile.buyers and tells_among_all(number):
                named[number].append(profile)
    for number, others in named.items():
        if all(one.buyers & other.buyers for one, other in combinations(others, 2)):
            for other in others:
                yield _Join.of(bare[number], other, BY_NUMBER)


def _by_title(profiles: Iterable[Profile]) -> Iterator[_Join]:
    shelves: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in profiles:
        for buyer in profile.buyers:
            for title in profile.titles:
                shelves[buyer, title].append(profile)
    for shelf in shelves.values():
        if not 1 < len(shelf) <= CROWD:
            continue
        pairs = [(one, other) for one, other in combinations(shelf, 2) if _are_near(one, other)]
        torn = {one.contract for pair in pairs if _differ(*pair) for one in pair}
        for one, other in pairs:
            rivals = [third for third in shelf if third is not one and third is not other]
            if _differ(one, other) or any(_is_torn(one, other, third, torn) for third in rivals):
                continue
            yield _Join.of(one, other, BY_TITLE)


def _is_torn(one: Profile, other: Profile, third: Profile, torn: set[str]) -> bool:
    """Say whether one of the two could as well be of a third contract that is not the other's."""
    if third.contract not in torn:
        return False
    is_beside_one = _are_near(one, third) and not _differ(one, third) and _differ(other, third)
    is_beside_other = _are_near(other, third) and not _differ(other, third) and _differ(one, third)
    return is_beside_one or is_beside_other


def _are_near(one: Profile, other: Profile) -> bool:
    if not one.dates or not other.dates:
        return False
    return min(abs((first - second).days) for first in one.dates for second in other.dates) <= WINDOW_DAYS


def _differ(one: Profile, other: Profile) -> bool:
    """Say whether something tells two contracts apart: numbers of one kind, identifiers, or suppliers."""
    if one.identifier and other.identifier:
        return True
    if one.suppliers and other.suppliers and not one.suppliers & other.suppliers:
        return True
    if one.is_record or other.is_record:
        return False
    return any(
        first.isdisjoint(second)
        for kind in (True, False)
        if (first := _numbers_of(one, of_contract=kind)) and (second := _numbers_of(other, of_contract=kind))
    )


def _numbers_of(profile: Profile, *, of_contract: bool) -> set[str]:
    return {number.number for number in profile.numbers if number.is_of_contract is of_contract}


def _groups(by_id: dict[str, Profile], edges: list[_Join]) -> Iterator[tuple[set[str], list[_Join]]]:
    """Yield the contracts that are one, with the joins that make them so."""
    for group in _connected(edges):
        held_by = [edge for edge in edges if edge.first in group]
        if _is_sound(by_id, group):
            yield group, held_by
            continue
        firm = [edge for edge in held_by if edge.because != BY_TITLE]
        for smaller in _connected(firm):
            if _is_sound(by_id, smaller):
                yield smaller, [edge for edge in firm if edge.first in smaller]


def _is_sound(by_id: dict[str, Profile], group: set[str]) -> bool:
    project_keys = {by_id[contract].project_key for contract in group} - {None}
    identifiers = {by_id[contract].identifier for contract in group} - {None}
    return len(project_keys) <= 1 and len(identifiers) <= 1


def _connected(edges: Iterable[_Join]) -> list[set[str]]:
    groups: dict[str, set[str]] = {}
    for edge in edges:
        one, other = groups.get(edge.first, {edge.first}), groups.get(edge.second, {edge.second})
        if one is not other:
            merged = one | other
            groups.update(dict.fromkeys(merged, merged))
    return [group for contract, group in groups.items() if contract == min(group)]
