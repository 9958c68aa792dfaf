"""Clauses that different buyers use, and few: a specification that went from hand to hand.

What many unrelated buyers have is boilerplate: law, forms, templates. Nobody lists it; it is told by how many buyers of
the case have it, among those whose documents are in its language: of a law of a country that two buyers of the case are
of, both have the words. So what two buyers share is told only if some of it says what is bought; and clauses that do
not say so count beside it only where there are many buyers of the language to compare with.
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
"""Buyers of a language that can tell what is boilerplate; where there are fewer, nothing is told."""
BUYERS_EACH = 20
"""Buyers of the language to each that has a clause, for it to be rare by their number alone."""
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
    of_buyers: int
    """Buyers of the case whose documents are in its language."""
    weight: float
    """Its letters, in shortest clauses."""
    is_of_purchase: bool
    """Whether it says what is bought."""


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
    languages: set[str] = field(default_factory=set)
    is_of_purchase: bool = False


class ClausesOfBuyers:
    """Takes clauses document by document, and says which of them few buyers share."""

    def __init__(self) -> None:
        self._held: dict[str, _Held] = {}
        self._buyers: set[str] = set()
        self._of_language: dict[str, set[str]] = {}

    @property
    def buyers(self) -> int:
        """How many there are."""
        return len(self._buyers)

    def add(
        self, letters: str, place: Place, buyer: str | None, *, language: str = "", is_of_purchase: bool = False
    ) -> None:
        """Take a clause.

        Args:
            letters: Its letters.
            place: Where it stands.
            buyer: Whose it is; None = not known: it then counts as a document that has it.
            language: Of its document; empty = not known.
            is_of_purchase: Whether it says what is bought: gives a measure, or names a capability or a product.
        """
        held = self._held.setdefault(letters, _Held(letters))
        held.documents.add(place.document)
        held.languages.add(language)
        held.is_of_purchase |= is_of_purchase
        if buyer is not None:
            self._buyers.add(buyer)
            self._of_language.setdefault(language, set()).add(buyer)
            held.places.setdefault(buyer, {}).setdefault(place.document, place)

    def shared(self) -> Iterator[Shared]:
        """Yield what every two buyers share, those with most of it first; nothing if they are too few.

        Raises:
            OptionalPartMissing: If the extra `linking` is not installed.
        """
        if len(self._buyers) < FEWEST_BUYERS:
            return
        between: dict[tuple[str, str], list[_Both]] = {}
        for group in self._alike():
            buyers = sorted({buyer for held in group for buyer in held.places})
            among = min(len(self._of_language.get(one, ())) for held in group for one in held.languages)
            is_of_purchase = any(held.is_of_purchase for held in group)
            if not 2 <= len(buyers) <= _most(among, is_of_purchase=is_of_purchase):
                continue
            documents = len({document for held in group for document in held.documents})
            for pair in combinations(buyers, 2):
                one, other = (next(held for held in group if buyer in held.places) for buyer in pair)
                alike = 1.0 if one is other else similarity(shingles(one.letters), shingles(other.letters))
                if alike >= LEAST_ALIKE:
                    between.setdefault(pair, []).append(
                        _Both(one, other, alike, documents, len(buyers), among, is_of_purchase)
                    )
        found = (_best(pair, clauses) for pair, clauses in between.items())
        told = [one for one in found if one is not None and _is_enough(one.clauses)]
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
    of_buyers: int
    is_of_purchase: bool


def _most(among: int, *, is_of_purchase: bool) -> int:
    """Return how many buyers may have a clause, among so many of its language; 0 = nothing can be told."""
    if among < FEWEST_BUYERS:
        return 0
    most = max(MOST_BUYERS, math.ceil(SHARE_OF_BUYERS * among))
    return most if is_of_purchase else min(most, among // BUYERS_EACH)


def _is_enough(clauses: Sequence[InBoth]) -> bool:
    is_of_purchase = any(each.is_of_purchase for each in clauses)
    return is_of_purchase and sum(each.weight for each in clauses) >= FEWEST_CLAUSES


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
            both.of_buyers,
            len(both.first.letters) / (FEWEST_HAN if has_han(both.first.letters) else FEWEST_LETTERS),
            both.is_of_purchase,
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
