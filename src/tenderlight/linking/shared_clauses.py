"""Clauses that different buyers use, and few: a specification that went from hand to hand.

What many unrelated buyers have is boilerplate: law, forms, templates. Nobody lists it; it is told by how many buyers of
the case have it, among those whose documents are in its language: of a law of a country that two buyers of the case are
of, both have the words. So what two buyers share is told only if some of it says what is bought; and clauses that do
not say so count beside it only where there are many buyers of the language to compare with.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from tenderlight.linking.clause_rows import (
    HAS_HAN,
    IS_SIGNED,
    IS_TECHNICAL,
    Stretch,
    clause_row,
    numbered,
    within,
)
from tenderlight.linking.clauses import FEWEST_HAN, FEWEST_LETTERS
from tenderlight.linking.resemblance import SLOTS, Compared, groups_alike

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

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


class Holder(NamedTuple):
    """Whose clauses are, and what is known of them."""

    buyer: str | None
    """None = not known: they then count as a document that has them."""
    language: str = ""
    """Of the document; empty = not known."""
    quoted: Sequence[Stretch] = ()
    """Words that say what is bought: claims of capabilities or products quote them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseTable:
    """The clauses of all documents."""

    rows: NDArray[np.void]
    document_of: NDArray[np.int64]
    """Of each row: the number of its document, as they were taken."""
    starts: NDArray[np.int64]
    """Of each document: the number of its first row."""
    numbers: NDArray[np.int64]
    """Of each row: the number of its clause, equal ones have one."""
    firsts: NDArray[np.int64]
    """Of each clause: its first row."""
    signatures: NDArray[np.uint16]
    """Of each clause."""
    unsigned: NDArray[np.int64]
    """Clauses of which no signature is at hand."""


@dataclass(slots=True)
class _Held:
    """A clause, and who has it."""

    number: int
    weight: float
    """Its letters, in shortest clauses."""
    places: dict[str, dict[str, Place]] = field(default_factory=dict)
    """Of each buyer, in which documents, and where first."""


class ClausesOfBuyers:
    """Takes the clauses of documents, and says which of them few buyers share."""

    def __init__(self) -> None:
        self._documents: list[_Taken] = []

    def take(self, document: str, clauses: NDArray[np.void], signatures: NDArray[np.uint16], of: Holder) -> None:
        """Take the clauses of a document, each document once.

        Args:
            document: It.
            clauses: Their rows, see `clause_rows`.
            signatures: Of those of them that are signed.
            of: Whose they are, and what is quoted of them.
        """
        self._documents.append(_Taken(document, clauses, signatures, of))

    @property
    def buyers(self) -> int:
        """How many there are."""
        return len({one.of.buyer for one in self._documents if one.of.buyer is not None and len(one.clauses)})

    @functools.cached_property
    def table(self) -> ClauseTable:
        """All clauses, in the order of documents; once it is asked for, no document is taken any more."""
        import numpy as np

        taken = self._documents
        rows = np.concatenate([np.empty(0, clause_row()), *(one.clauses for one in taken)])
        sizes = np.array([len(one.clauses) for one in taken], np.int64)
        numbers, firsts = numbered(rows)
        signed = np.flatnonzero(rows["flags"] & IS_SIGNED)[::-1]
        signatures = np.concatenate([np.empty((0, SLOTS), np.uint16), *(one.signatures for one in taken)])[::-1]
        of_number = np.full(len(firsts), -1, np.int64)
        of_number[numbers[signed]] = np.arange(len(signed))  # of several the first one's, which is written last
        return ClauseTable(
            rows=rows,
            document_of=np.repeat(np.arange(len(taken)), sizes),
            starts=np.cumsum(sizes) - sizes,
            numbers=numbers,
            firsts=firsts,
            signatures=signatures[of_number],
            unsigned=np.flatnonzero(of_number < 0),
        )

    def shared(self, compared: Compared) -> Iterator[Shared]:
        """Yield what every two buyers share, those with most of it first; nothing if they are too few.

        Args:
            compared: How alike the clauses of the table are.
        """
        if self.buyers < FEWEST_BUYERS:
            return
        found = []
        for pair, clauses in self._between(compared).items():
            best = _best(pair, clauses)
            if best is not None and _is_enough(best.clauses):
                found.append(best)
        yield from sorted(found, key=lambda one: (-len(one.clauses), one.buyers))

    def _between(self, compared: Compared) -> dict[tuple[str, str], list[_Both]]:
        """Return the clauses, or clauses that are alike, that each two buyers have and few others."""
        table = self.table
        groups = groups_alike(table.signatures, compared, least=LEAST_ALIKE)[table.numbers]
        counted = self._counted(groups)
        held = self._held(groups, set(counted))
        wanted: list[tuple[tuple[str, str], _Held, _Held, _Group]] = []
        for group, of_group in counted.items():
            for pair in combinations(sorted({buyer for one in held[group] for buyer in one.places}), 2):
                first, second = (next(one for one in held[group] if buyer in one.places) for buyer in pair)
                wanted.append((pair, first, second, of_group))
        apart = sorted({(min(a.number, b.number), max(a.number, b.number)) for _, a, b, _ in wanted if a is not b})
        shares = dict(zip(apart, compared.of(apart), strict=True))
        between: dict[tuple[str, str], list[_Both]] = {}
        for pair, first, second, of_group in wanted:
            numbers = min(first.number, second.number), max(first.number, second.number)
            alike = 1.0 if first is second else shares[numbers]
            if alike >= LEAST_ALIKE:
                between.setdefault(pair, []).append(_Both(first, second, alike, of_group))
        return between

    def _counted(self, groups: NDArray[np.int64]) -> dict[int, _Group]:
        """Return the groups that more than one buyer has, and no more than may have it, in order.

        Args:
            groups: Of each row.
        """
        import numpy as np

        table, taken = self.table, self._documents
        if not len(groups):
            return {}
        names = {name: at for at, name in enumerate(dict.fromkeys(one.of.buyer for one in taken if one.of.buyer))}
        of_language: dict[str, set[str]] = {}
        for one in taken:
            if one.of.buyer is not None and len(one.clauses):
                of_language.setdefault(one.of.language, set()).add(one.of.buyer)
        buyer = np.array([names.get(one.of.buyer or "", -1) for one in taken], np.int64)[table.document_of]
        among_of = np.array([len(of_language.get(one.of.language, ())) for one in taken], np.int64)[table.document_of]
        count = int(groups.max()) + 1
        among = np.full(count, np.iinfo(np.int64).max)
        np.minimum.at(among, groups, among_of)
        is_of_purchase = np.zeros(count, np.bool_)
        is_of_purchase[groups[(table.rows["flags"] & IS_TECHNICAL) > 0]] = True
        quoted = [(at, stretch) for at, one in enumerate(taken) for stretch in one.of.quoted]
        is_of_purchase[groups[within(table.rows, table.document_of, quoted)]] = True
        has = buyer >= 0
        buyers = np.bincount(np.unique(groups[has] * len(names) + buyer[has]) // max(1, len(names)), minlength=count)
        documents = np.bincount(np.unique(groups * len(taken) + table.document_of) // len(taken), minlength=count)
        few = np.maximum(MOST_BUYERS, np.ceil(SHARE_OF_BUYERS * among)).astype(np.int64)
        most = np.where(is_of_purchase, few, np.minimum(few, among // BUYERS_EACH))
        chosen = np.flatnonzero((buyers >= 2) & (buyers <= most) & (among >= FEWEST_BUYERS))
        return {
            group: _Group(int(documents[group]), int(buyers[group]), int(among[group]), bool(is_of_purchase[group]))
            for group in chosen.tolist()
        }

    def _held(self, groups: NDArray[np.int64], wanted: set[int]) -> dict[int, list[_Held]]:
        """Return the clauses of groups, each in order."""
        import numpy as np

        table, found = self.table, dict[int, dict[int, _Held]]()
        within_wanted = np.flatnonzero(np.isin(groups, sorted(wanted)))
        keys = table.numbers[within_wanted] * len(self._documents) + table.document_of[within_wanted]
        for at in np.sort(within_wanted[np.unique(keys, return_index=True)[1]]).tolist():  # once of each document
            _, _, page_number, start, end, letters, flags = table.rows[at].item()
            number, taken = int(table.numbers[at]), self._documents[int(table.document_of[at])]
            weight = letters / (FEWEST_HAN if flags & HAS_HAN else FEWEST_LETTERS)
            held = found.setdefault(int(groups[at]), {}).setdefault(number, _Held(number, weight))
            if taken.of.buyer is not None:
                place = Place(taken.document, page_number, start, end)
                held.places.setdefault(taken.of.buyer, {}).setdefault(taken.document, place)
        return {group: [held[number] for number in sorted(held)] for group, held in found.items()}


class _Taken(NamedTuple):
    document: str
    clauses: NDArray[np.void]
    signatures: NDArray[np.uint16]
    of: Holder


class _Group(NamedTuple):
    """What is counted of clauses that are alike."""

    documents: int
    buyers: int
    of_buyers: int
    is_of_purchase: bool


class _Both(NamedTuple):
    first: _Held
    second: _Held
    similarity: float
    group: _Group


def _is_enough(clauses: Sequence[InBoth]) -> bool:
    is_of_purchase = any(each.is_of_purchase for each in clauses)
    return is_of_purchase and sum(each.weight for each in clauses) >= FEWEST_CLAUSES


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
            both.group.documents,
            both.group.buyers,
            both.group.of_buyers,
            both.first.weight,
            both.group.is_of_purchase,
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
