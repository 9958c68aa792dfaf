"""A case linked: notices that are one, and clauses that few buyers share. Nothing is stored.

What was found in each document by itself is kept beside it, and how alike others are: a document that comes is looked
at and compared, and of the others what is kept is counted again. `link_claims` makes claims of it, and stores them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from tenderlight.cases import Case
from tenderlight.cases.link_keeping import ALIKE, CLAIMS, SHOWN, TEXT, TRAITS
from tenderlight.cases.links import Found
from tenderlight.linking.bid_traits import Sign
from tenderlight.linking.same_facts import Notice, SameFacts, same_by_facts
from tenderlight.linking.same_notices import LEAST_ALIKE, Likeness, counted_once, likenesses
from tenderlight.linking.shared_clauses import ClausesOfBuyers, Holder, InBoth, Place, Shared
from tenderlight.model.claim import Claim
from tenderlight.model.link import Link, SharedWords
from tenderlight.model.link_value import LinkKind
from tenderlight.model.metadata import Property
from tenderlight.model.quote import Quote
from tenderlight.pipeline.link_alike import AlikeBefore, AlikeOfCase, parts_of
from tenderlight.pipeline.link_bids import Compared, SignsOfCase
from tenderlight.pipeline.link_corpus import Corpus, Lost
from tenderlight.pipeline.link_facts import ClaimedFacts, FactsOfCase
from tenderlight.pipeline.link_quotes import Shown, ShownOfCase, in_both, shown_in_files
from tenderlight.pipeline.link_version import kept_version

MOST_SHOWN = 20
"""Clauses of a link that are quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCase:
    """What is linked in a case."""

    links: tuple[Link, ...]
    documents: int
    """Documents with pages that were read: structured sources and pages not read are in no comparison."""
    records: int
    """Records of structured sources whose facts were compared: one for each contract and stage of an original."""
    same: tuple[SameFacts[Claim], ...]
    """Records, and pages or other records, that are one notice by their facts."""
    signs: tuple[Sign, ...]
    """What bids for one contract share."""
    notices: int
    """Documents and records, with those counted once that are one notice."""
    of_buyers: int
    """Buyers of which clauses were compared."""
    shown: Mapping[Place, Shown]
    """What speaks against the words that are quoted, by their place."""
    bidders: Mapping[str, Shown]
    """Who bids, in the bids whose files share something."""
    of_files: Mapping[tuple[str, str], Shown]
    """What files say of themselves, by document and pointer, as far as it is quoted."""
    without_buyer: int
    """Documents in which no buyer, or more than one, was read: their clauses are shared by nobody."""
    found: Found = field(compare=False)
    """What is to be kept of documents."""


def link(case: Case) -> LinkedCase:
    """Compare all documents of a case with each other; the same in every run, whatever is kept of earlier ones.

    A document whose stored reading is damaged is left out, unless what it says is kept and not quoted: `verify` says
    what is wrong with it.

    Raises:
        OptionalPartMissing: If the extra `linking` is not installed.
    """
    without: frozenset[str] = frozenset()
    while True:
        try:
            return _linked(case, without)
        except Lost as trouble:
            without |= {trouble.document}


def _linked(case: Case, without: frozenset[str]) -> LinkedCase:
    keeping = case.links.keeping(kept_version())
    corpus = Corpus(case, keeping, without)
    facts = FactsOfCase(case, keeping, corpus.every)
    notices = facts.notices(case.links.into)
    documents = [one.document for one in corpus.documents]
    of_document = [facts.of[document] for document in documents]
    alike = AlikeOfCase(corpus, AlikeBefore(keeping, corpus.documents))
    found = list(
        likenesses(
            alike.wholes(least=LEAST_ALIKE),
            {number: of.facts for number, of in enumerate(of_document) if of.facts.values},
        )
    )
    clauses = _clauses(corpus, of_document)
    shared = list(clauses.shared(alike.clauses(clauses.table)))
    likely = _alike(corpus, found)
    places = [place for one in likely for place in one[1:]]
    places += [place for one in shared for both in one.clauses[:MOST_SHOWN] for place in (both.first, both.second)]
    same = [one for of_contract in notices for one in same_by_facts(of_contract)]
    counted = _counted(documents, found, same, notices)
    bids = Compared(
        documents=corpus.documents,
        bidders={one: text.bidder.letters for one, text in zip(documents, corpus.texts, strict=True) if text.bidder},
        buyers={document: of.facts.buyer for document, of in facts.of.items() if of.facts.buyer is not None},
        notices=notices,
    )
    between_bids = SignsOfCase(case, keeping)
    signs = between_bids.found(bids)
    places += [place for one in signs for each in one.traits[:MOST_SHOWN] for place in each[1:]]
    names = _names(corpus, {document for one in signs if one.properties for document in one.documents})
    places += names.values()
    quoted = ShownOfCase(case, keeping, corpus.documents)
    shown = quoted.at(places)
    made = Making(
        shown=shown, documents=len(documents), buyers=clauses.buyers, crowds=_crowds(found, count=len(documents))
    )
    parts = (
        (TEXT, [*corpus.kept.values()]),
        (CLAIMS, facts.kept),
        (ALIKE, [*alike.kept()]),
        (SHOWN, [*quoted.kept(places)]),
        (TRAITS, [*between_bids.kept.values()]),
    )
    return LinkedCase(
        links=(*(made.of_texts(*one) for one in likely), *(made.of_clauses(one) for one in shared)),
        documents=len(documents),
        notices=counted.notices,
        records=counted.records,
        same=tuple(facts.with_claims(one) for one in same),
        signs=signs,
        without_buyer=sum(of.facts.buyer is None for of in of_document),
        of_buyers=clauses.buyers,
        shown={place_of(one.quote): one for one in shown.values()},
        bidders={document: shown[place] for document, place in names.items()},
        of_files=shown_in_files(case, [each for one in signs for each in _shown_properties(one)]),
        found=Found(version=kept_version(), parts=parts),
    )


def _clauses(corpus: Corpus, of_document: Sequence[ClaimedFacts]) -> ClausesOfBuyers:
    """Return the clauses of all documents, each signed by one of them."""
    clauses = _taken(corpus, of_document)
    if len(clauses.table.unsigned):  # who signed them is gone
        corpus.sign(parts_of(clauses.table, clauses.table.unsigned))
        clauses = _taken(corpus, of_document)
    return clauses


def _taken(corpus: Corpus, of_document: Sequence[ClaimedFacts]) -> ClausesOfBuyers:
    clauses = ClausesOfBuyers()
    for one, text, of in zip(corpus.documents, corpus.texts, of_document, strict=True):
        clauses.take(one.document, text.clauses, text.signatures, Holder(of.facts.buyer, text.language, of.quoted))
    return clauses


def place_of(quote: Quote) -> Place:
    """Return where a quote stands."""
    return Place(quote.document, quote.page_number or 0, quote.start, quote.end)


def link_of_facts(case: Case, same: SameFacts[Claim]) -> Link:
    """Return the link of two notices that are one by their facts, each with the words of one of them."""
    words = []
    for both in same.agreeing:
        first, second = (replace(one.quotes[0], path=next(iter(case.paths(one.document)), "")) for one in both)
        words.append(SharedWords(first=first, second=second, similarity=1.0, documents=2, buyers=0))
    return Link(kind=LinkKind.SAME_NOTICE, similarity=None, words=tuple(words), clauses=0, of_documents=2, of_buyers=0)


def _shown_properties(sign: Sign) -> Iterator[tuple[str, Property]]:
    for one in sign.properties:
        if one.is_shown:
            yield from zip(sign.documents, (one.first, one.second), strict=True)


def words_of_sign(linked: LinkedCase, sign: Sign) -> list[tuple[Shown, Shown]]:
    """Return the words that show what two bids share, of both.

    What a person is called is not shown: where they share nothing else, the words are the names of who bids.
    """
    first, second = sign.documents
    files, words = linked.of_files, linked.shown
    pairs = [
        (files[first, one.first.pointer], files[second, one.second.pointer]) for one in sign.properties if one.is_shown
    ]
    pairs += [(words[one.first], words[one.second]) for one in sign.traits[:MOST_SHOWN]]
    return pairs or [(linked.bidders[first], linked.bidders[second])]


def link_of_sign(linked: LinkedCase, sign: Sign) -> Link:
    """Return the link of two bids for one contract."""
    words = tuple(
        SharedWords(first=first.quote, second=second.quote, similarity=1.0, documents=2, buyers=0)
        for first, second in words_of_sign(linked, sign)
    )
    return Link(
        kind=LinkKind.SHARED_TRAITS,
        similarity=None,
        words=words,
        clauses=0,
        traits=sign.sorts,
        pairs=sign.pairs,
        of_pairs=sign.of_pairs,
        of_documents=linked.documents,
        of_buyers=linked.of_buyers,
    )


class _Counted(NamedTuple):
    records: int
    notices: int


def _counted(
    compared: Sequence[str],
    found: Iterable[Likeness],
    same: Iterable[SameFacts[str]],
    notices: Iterable[Sequence[Notice[str]]],
) -> _Counted:
    """Count documents with pages and records, those that are one once."""
    numbers = {document: number for number, document in enumerate(compared)}
    records = [one for of_contract in notices for one in of_contract if one.is_record]
    by_id = {id(one): len(compared) + number for number, one in enumerate(records)}

    def number_of(one: Notice[str]) -> int | None:
        return by_id[id(one)] if one.is_record else numbers.get(one.document)

    pairs = [(one.pair.first, one.pair.second) for one in found if not one.differs]
    for one in same:
        first, second = number_of(one.first), number_of(one.second)
        if first is not None and second is not None:
            pairs.append((first, second))
    return _Counted(len(records), counted_once(len(compared) + len(records), pairs))


def _alike(corpus: Corpus, found: Iterable[Likeness]) -> list[tuple[Likeness, Place, Place]]:
    """Return pairs with words of both: the longest clause that both have, or else the beginnings."""
    pairs = [(one, (one.pair.first, one.pair.second)) for one in found]
    same = in_both(corpus, [numbers for _, numbers in pairs])
    return [(one, *(same.get(numbers) or map(corpus.beginning, numbers))) for one, numbers in pairs]


def _names(corpus: Corpus, wanted: set[str]) -> dict[str, Place]:
    """Return where who bids stands, of bids."""
    names = {}
    for one, text in zip(corpus.documents, corpus.texts, strict=True):
        if one.document in wanted and text.bidder is not None:
            names[one.document] = Place(one.document, text.page_number, text.bidder.start, text.bidder.end)
    return names


def _crowds(found: Iterable[Likeness], *, count: int) -> list[int]:
    around: list[set[int]] = [{number} for number in range(count)]
    for one in found:
        around[one.pair.first].add(one.pair.second)
        around[one.pair.second].add(one.pair.first)
    return [len(each) for each in around]


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """Makes links of what was found."""

    shown: Mapping[Place, Shown]
    documents: int
    buyers: int
    crowds: Sequence[int]
    """Of each document, by its number, how many there are of nearly its words, itself among them."""

    def of_texts(self, found: Likeness, first: Place, second: Place) -> Link:
        """Return the link of two documents of nearly the same words."""
        alike = round(found.pair.similarity, 4)
        words = SharedWords(
            first=self.shown[first].quote,
            second=self.shown[second].quote,
            similarity=alike,
            documents=max(self.crowds[found.pair.first], self.crowds[found.pair.second]),
            buyers=0,
        )
        return Link(
            kind=LinkKind.SIMILAR_TEXT if found.differs else LinkKind.SAME_NOTICE,
            similarity=alike,
            words=(words,),
            clauses=0,
            differs=found.differs,
            of_documents=self.documents,
            of_buyers=self.buyers,
        )

    def of_clauses(self, found: Shared) -> Link:
        """Return the link of two buyers' documents."""
        return Link(
            kind=LinkKind.SHARED_CLAUSES,
            similarity=None,
            words=tuple(self._words(both) for both in found.clauses[:MOST_SHOWN]),
            clauses=len(found.clauses),
            buyers=found.buyers,
            of_documents=self.documents,
            of_buyers=self.buyers,
        )

    def _words(self, both: InBoth) -> SharedWords:
        return SharedWords(
            first=self.shown[both.first].quote,
            second=self.shown[both.second].quote,
            similarity=round(both.similarity, 4),
            documents=both.documents,
            buyers=both.buyers,
            of_buyers=both.of_buyers,
        )
