"""What two bids for one contract have in common and documents of different contracts hardly ever do.

Looked at are three sorts of traits of the words: clauses, odd figures, and words that are spelt wrong; and what the
files say of themselves (see `bid_properties`). A trait of the words counts between two bids if no other document has
it, neither the tender file nor one of another contract, and not most of the bids. How often documents of different
contracts share a trait of that sort, seldom as it is, is counted with it: that is its base rate, and a sort that is
shared more often than one pair in a hundred is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from tenderlight.languages.normalise import fold_text
from tenderlight.languages.scripts import has_han
from tenderlight.linking.bid_properties import Bids, PropertiesOfCase, Rate, SharedProperty
from tenderlight.linking.clauses import FEWEST_HAN, FEWEST_LETTERS, clauses_of
from tenderlight.linking.shared_clauses import Place

SPELLING, FIGURES, WORDS = "spelling", "figures", "words"
SORTS = (SPELLING, FIGURES, WORDS)
"""Sorts of traits, those first that are told first."""
MOST_DOCUMENTS = 6
"""Documents that may have a seldom trait."""
COMMON = 5
"""Documents that have a word that others are held against."""
SHORTEST_WORD, LAST_LETTERS = 6, 3
"""A word that differs in its last letters is another form, and not spelt wrong."""
FEWEST_FIGURES = 5
"""Digits of an odd figure, without zeros at its ends."""
FEWEST_PAIRS = 45
"""Pairs of documents of different contracts that can tell a base rate."""
MOST_OFTEN = 0.01
FEWEST_TRAITS, FEWEST_CLAUSES = 2, 3
"""Errors and figures that two bids share at least to be told; or words, in shortest clauses."""

_FIGURE = re.compile(
    r"(?<![0-9.,/-])(?:\d{1,3}(?:[,.'\u00a0\u202f ]\d{3})+|\d{1,12})[.,]\d{2,4}(?![0-9A-Za-z/-]|[.,]\d)"
)
_WORD = re.compile(r"(?<![^\W])[^\W\d_]{6,30}(?![^\W])")


Found = tuple[str, str]
"""What may be a trait: its sort, and it in comparable form."""


class Trait(NamedTuple):
    """A trait that two bids share, and where it stands in both."""

    sort: str
    first: Place
    second: Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What two bids for one contract share."""

    documents: tuple[str, str]
    traits: tuple[Trait, ...]
    """Of their words."""
    properties: tuple[SharedProperty, ...] = ()
    """Of their files."""
    pairs: int
    """Pairs of documents of different contracts that share a trait of the sort that is shared most often."""
    of_pairs: int

    @property
    def sorts(self) -> tuple[str, ...]:
        """The sorts of all that they share, those first that are told first."""
        words = {one.sort for one in self.traits}
        return (*(one.sort for one in self.properties), *(sort for sort in SORTS if sort in words))

    @property
    def shared(self) -> int:
        """How much they share."""
        return len(self.traits) + len(self.properties)


@dataclass(slots=True)
class TraitsOfCase:
    """Takes the traits of the documents of a case, and says which bids share what.

    Args:
        bids: Documents that are bids.
        places: Where the traits of a document stand; asked of bids that share some.
    """

    bids: frozenset[str]
    places: Callable[[str], Mapping[Found, Place]]
    _documents: dict[Found, list[str]] = field(default_factory=dict)
    _contracts: dict[str, str] = field(default_factory=dict)

    def take(self, document: str, contract: str, traits: Iterable[Found]) -> None:
        """Take a document that the case files under a contract, with what may be a trait of it."""
        self._contracts[document] = contract
        for key in traits:
            having = self._documents.setdefault(key, [])
            if (not having or having[-1] != document) and len(having) <= MOST_DOCUMENTS:
                having.append(document)

    def signs(self, tenders: Iterable[Bids], properties: PropertiesOfCase | None = None) -> Iterator[Sign]:
        """Yield what bids share, contract by contract.

        Args:
            tenders: The bids for each contract.
            properties: What the files of the case say of themselves; None = it is not compared.
        """
        properties = properties or PropertiesOfCase()
        pairs, of_pairs = self._rates()
        if of_pairs < FEWEST_PAIRS:
            return
        rates = {sort: Rate(count, of_pairs) for sort, count in pairs.items()} | properties.rates()
        seldom = {sort for sort, rate in rates.items() if rate.of_pairs >= FEWEST_PAIRS and rate.share <= MOST_OFTEN}
        by_bids: dict[frozenset[str], list[tuple[str, str]]] = defaultdict(list)
        for (sort, trait), having in self._documents.items():
            if sort in seldom and len(having) > 1 and self.bids >= set(having):
                by_bids[frozenset(having)].append((sort, trait))
        for tender in tenders:
            most = max(2, len(tender.bidders) // 2)
            mine = [(held, traits) for held, traits in by_bids.items() if held <= tender.bidders.keys()]
            for first, second in combinations(sorted(tender.bidders), 2):
                if tender.bidders[first] == tender.bidders[second]:
                    continue
                shared = [
                    one for held, traits in mine if {first, second} <= held and len(held) <= most for one in traits
                ]
                said = properties.shared(first, second, tender, seldom)
                if is_enough(shared, said):
                    sorts = {sort for sort, _ in shared} | {one.sort for one in said}
                    worst = max((rates[sort] for sort in sorted(sorts)), key=lambda rate: (rate.share, -rate.of_pairs))
                    yield self._sign(first, second, shared, said, worst)

    def _sign(
        self,
        first: str,
        second: str,
        shared: Iterable[tuple[str, str]],
        properties: tuple[SharedProperty, ...],
        rate: Rate,
    ) -> Sign:
        ordered = sorted(shared, key=lambda one: (SORTS.index(one[0]), -len(one[1]), one[1]))
        places = [self.places(document) if ordered else {} for document in (first, second)]
        traits = tuple(Trait(one[0], places[0][one], places[1][one]) for one in ordered)
        return Sign(
            documents=(first, second),
            traits=traits,
            properties=properties,
            pairs=rate.pairs,
            of_pairs=rate.of_pairs,
        )

    def _rates(self) -> tuple[Mapping[str, int], int]:
        """Return how many pairs of documents of different contracts share a trait of each sort, and how many there are.

        Words that are spelt as no common word nearly is go here: they are names and terms, and no trait.
        """
        common = near_words(
            trait for (sort, trait), having in self._documents.items() if sort == SPELLING and len(having) >= COMMON
        )
        pairs: dict[str, set[tuple[str, str]]] = {sort: set() for sort in SORTS}
        dropped = []
        for (sort, trait), having in self._documents.items():
            if not 1 < len(having) <= MOST_DOCUMENTS:
                continue
            if sort == SPELLING and (len(having) >= COMMON or not is_misspelt(trait, common)):
                dropped.append((sort, trait))
                continue
            of_two = combinations(sorted(having), 2)
            pairs[sort] |= {pair for pair in of_two if self._contracts[pair[0]] != self._contracts[pair[1]]}
        for key in dropped:
            del self._documents[key]
        sizes = Counter(self._contracts.values()).values()
        count = sum(sizes)
        of_pairs = (count * (count - 1) - sum(size * (size - 1) for size in sizes)) // 2
        return {sort: len(found) for sort, found in pairs.items()}, of_pairs


def is_enough(shared: Collection[tuple[str, str]], properties: Collection[SharedProperty] = ()) -> bool:
    """Say whether traits of words, each with its sort, and properties of files are more than chance may bring.

    A property that is no sign by itself counts as one error or figure does.
    """
    if any(not one.is_weak for one in properties):
        return True
    others = sum(sort != WORDS for sort, _ in shared) + min(1, len(properties))
    weight = sum(
        len(trait) / (FEWEST_HAN if has_han(trait) else FEWEST_LETTERS) for sort, trait in shared if sort == WORDS
    )
    return others >= FEWEST_TRAITS or weight >= FEWEST_CLAUSES or (others >= 1 and weight >= 1)


def places_of(document: str, pages: Iterable[tuple[int, str]]) -> dict[Found, Place]:
    """Return what may be a trait of a document, and where it is first.

    Args:
        document: It.
        pages: Numbers and texts of its pages.
    """
    found: dict[Found, Place] = {}
    for page_number, text in pages:
        for sort, trait, start, end in traits_of(text):
            found.setdefault((sort, trait), Place(document, page_number, start, end))
    return found


def traits_of(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield sort, trait in comparable form, start and end of what may be a trait; words however they are spelt."""
    for clause in clauses_of(text):
        yield WORDS, clause.letters, clause.start, clause.end
    for found in _FIGURE.finditer(text):
        digits = "".join(sign for sign in found[0] if sign.isdecimal())
        if len(digits.strip("0")) >= FEWEST_FIGURES:
            yield FIGURES, digits, found.start(), found.end()
    for found in _WORD.finditer(text):
        if found[0].islower() and not has_han(found[0]):
            yield SPELLING, fold_text(found[0]), found.start(), found.end()


def near_words(words: Iterable[str]) -> frozenset[str]:
    """Return words, and what each is without one of its letters."""
    return frozenset(near for word in words for near in (word, *_without_one(word)))


def is_misspelt(word: str, near: Collection[str]) -> bool:
    """Say whether a word is a common one but for a letter that is missing, too many, another or in another place.

    Args:
        word: It; no common word itself.
        near: What `near_words` returned of the common words.
    """
    swapped = (f"{word[:at]}{word[at + 1]}{word[at]}{word[at + 2 :]}" for at in range(1, len(word) - 1))
    return any(one in near for one in (word, *_without_one(word), *swapped))


def _without_one(word: str) -> Iterator[str]:
    """Yield a word without one of its letters, but for the first and the last few."""
    for at in range(1, len(word) - LAST_LETTERS):
        yield word[:at] + word[at + 1 :]
