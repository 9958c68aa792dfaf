"""Clauses that different buyers use, and few: a specification that went from hand to hand.

What many unrelated buyers have is boilerplate: law, forms, templates. Nobody lists it; it is told by how many buyers of
the case have it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from tenderlight.languages.scripts import has_han
from tenderlight.linking.clauses import FEWEST_HAN, FEWEST_LETTERS
from tenderlight.linking.resemblance import resembling, shingles, similarity

LEAST_ALIKE = 0.6
MOST_BUYERS, SHARE_OF_BUYERS = 3, 0.02
"""Buyers that may have a clause before it is boilerplate: so many, or that share of those of the case."""
FEWEST_BUYERS = 10
"""Buyers of a case that can tell what is boilerplate; in a case of fewer nothing is told."""
MOST_DOCUMENTS = 20
"""Documents of one buyer that are weighed against those of another, by clause."""
FEWEST_CLAUSES = 3
"""What two buyers share at least to be told, in the shortest clauses; a longer one counts for more."""


class Place(NamedTuple):
    """Where a clause stands."""

    document: str
    page_number: int
    start: int
    end: int


class InBoth(NamedTuple):
    """A clause of two buyers."""

    first: Place
    second: Place
    similarity: float
    documents: int
    """In how many documents it stands, or nearly."""
    buyers: int
    weight: float
    """Its letters, in shortest clauses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What two buyers share: all in one document of each, the one with most of it."""

    buyers: tuple[str, str]
    documents: tuple[str, str]
    clauses: tuple[InBoth, ...]


@dataclass(slots=True)
class _Held:
    """A clause, as far as it is known who has it."""

    letters: str
    places: dict[str, dict[str, Place]] = field(default_factory=dict)
    """Of each buyer, in which documents, and where first."""
    documents: set[str] = field(default_factory=set)


class ClausesOfBuyers:
    """Takes clauses document by document, and says which of them few buyers share."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._buyers: set[str] = set()

    @property
    def buyers(self) -> int:
        """How many there are."""
        return len(self._buyers)

    def add(self, letters: str, place: Place, buyer: str | None) -> None:
        """Take a clause; None if it is not known whose it is: it then counts as a document that has it."""
        held = self._held.setdefault(letters, _Held(letters))
        held.documents.add(place.document)
        if buyer is not None:
            self._buyers.add(buyer)
            held.places.setdefault(buyer, {}).setdefault(place.document, place)

    def shared(self) -> Iterator[Shared]:
        """Yield what every two buyers share, those with most of it first; nothing if they are too few.

        Raises:
            OptionalPartMissing: If the extra `linking` is not installed.
        """
        if len(self._buyers) < FEWEST_BUYERS:
            return
        between: dict[tuple[str, str], list[_Both]] = {}
        most = max(MOST_BUYERS, math.ceil(SHARE_OF_BUYERS * len(self._buyers)))
        for group in self._alike():
            buyers = sorted({buyer for held in group for buyer in held.places})
            if not 2 <= len(buyers) <= most:
                continue
            documents = len({document for held in group for document in held.documents})
            for pair in combinations(buyers, 2):
                one, other = (next(held for held in group if buyer in held.places) for buyer in pair)
                alike = 1.0 if one is other else similarity(shingles(one.letters), shingles(other.letters))
                if alike >= LEAST_ALIKE:
                    between.setdefault(pair, []).append(_Both(one, other, alike, documents, len(buyers)))
        found = (_best(pair, clauses) for pair, clauses in between.items())
        told = [one for one in found if one is not None and sum(each.weight for each in one.clauses) >= FEWEST_CLAUSES]
        yield from sorted(told, key=lambda one: (-len(one.clauses), one.buyers))

    def _alike(self) -> Iterator[list[_Held]]:
        """Yield the clauses that are alike, together; most are alone."""
        held = list(self._held.values())
        leader = list(range(len(held)))
        for first, second, _ in resembling([one.letters for one in held], least=LEAST_ALIKE):
            leader[_led(leader, second)] = _led(leader, first)
        groups: dict[int, list[_Held]] = {}
        for number, one in enumerate(held):
            groups.setdefault(_led(leader, number), []).append(one)
        yield from groups.values()


class _Both(NamedTuple):
    first: _Held
    second: _Held
    similarity: float
    documents: int
    buyers: int


def _led(leader: list[int], number: int) -> int:
    while leader[number] != number:
        leader[number] = leader[leader[number]]
        number = leader[number]
    return number


def _best(pair: tuple[str, str], clauses: Sequence[_Both]) -> Shared | None:
    """Return what two buyers share in the two documents that share most; None if it is all in one document."""
    one, other = pair
    counts = Counter(
        documents for both in clauses for documents in _pairs(both.first.places[one], both.second.places[other])
    )
    if not counts:
        return None
    best = min(counts, key=lambda documents: (-counts[documents], documents))
    kept = [
        InBoth(
            both.first.places[one][best[0]],
            both.second.places[other][best[1]],
            both.similarity,
            both.documents,
            both.buyers,
            len(both.first.letters) / (FEWEST_HAN if has_han(both.first.letters) else FEWEST_LETTERS),
        )
        for both in clauses
        if best[0] in both.first.places[one] and best[1] in both.second.places[other]
    ]
    return Shared(buyers=pair, documents=best, clauses=tuple(sorted(kept)))


def _pairs(one: Iterable[str], other: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a few documents of each: a buyer may have thousands."""
    others = sorted(other)[:MOST_DOCUMENTS]
    for document in sorted(one)[:MOST_DOCUMENTS]:
        yield from ((document, second) for second in others if second != document)
