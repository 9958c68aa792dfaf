"""A case linked: notices that are one, and clauses that few buyers share. Stored pages are read, nothing is stored.

`link_claims` makes claims of it, and stores them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tenderlight.cases import Case
from tenderlight.cases.reading_texts import PageText
from tenderlight.errors import CaseDamaged
from tenderlight.languages.identify import ENOUGH, language_of
from tenderlight.linking.bid_traits import Sign
from tenderlight.linking.bids import bidder_of
from tenderlight.linking.clauses import clauses_of, has_technical_figure
from tenderlight.linking.resemblance import letters_of, resembling
from tenderlight.linking.same_facts import KINDS, Notice, SameFacts, same_by_facts
from tenderlight.linking.same_notices import LEAST_ALIKE, Facts, Likeness, counted_once, likenesses
from tenderlight.linking.shared_clauses import ClausesOfBuyers, InBoth, Place, Shared
from tenderlight.model.link import Link, SharedWords
from tenderlight.model.link_value import LinkKind
from tenderlight.model.metadata import Property
from tenderlight.model.quote import Quote
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline.link_bids import Compared, signs_between_bids
from tenderlight.pipeline.link_quotes import Shown, in_both, shown_at, shown_in_files

MOST_SHOWN = 20
"""Clauses of a link that are quoted."""
LONGEST_BEGINNING = 120
"""Characters that are quoted of a text that is the same, from its beginning."""
FEWEST_LETTERS = 200
"""Letters of a document that is compared as a whole: shorter ones are alike by chance."""
OF_PURCHASE = (StatementKind.CAPABILITY, StatementKind.COMPONENT)
"""Claims whose words say what is bought."""
PAGES_OF_LANGUAGE = 3
LONGEST_TEXT = 20_000
"""Letters of the longest; two large files are compared by their clauses alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedCase:
    """What is linked in a case."""

    links: tuple[Link, ...]
    documents: int
    """Documents with pages that were read: structured sources and pages not read are in no comparison."""
    records: int
    """Records of structured sources whose facts were compared: one for each contract and stage of an original."""
    same: tuple[SameFacts, ...]
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


class _Clauses:
    """The clauses of a case, and what says of them that they are of what is bought."""

    def __init__(self, case: Case) -> None:
        self.of_buyers = ClausesOfBuyers()
        self._quoted: dict[tuple[str, int], list[tuple[int, int]]] = {}
        for kind in OF_PURCHASE:
            for _, claim in case.links.told(kind):
                for quote in claim.quotes:
                    if quote.page_number is not None:
                        on_page = self._quoted.setdefault((quote.document, quote.page_number), [])
                        on_page.append((quote.start, quote.end))

    def says_what_is_bought(self, place: Place, words: str) -> bool:
        """Say whether a clause gives a measure of a thing, or claims of capabilities or products quote it."""
        on_page = self._quoted.get((place.document, place.page_number), ())
        return any(start < place.end and end > place.start for start, end in on_page) or has_technical_figure(words)


class _Compared(NamedTuple):
    document: str
    letters: str
    beginning: Place


def link(case: Case) -> LinkedCase:
    """Compare all documents of a case with each other; the same in every run.

    A document whose stored reading is damaged is left out: `verify` says what is wrong with it.

    Raises:
        OptionalPartMissing: If the extra `linking` is not installed.
    """
    facts, notices = _facts(case)
    clauses = _Clauses(case)
    compared: list[_Compared] = []
    bidders: dict[str, str] = {}
    names: dict[str, Place] = {}
    without_buyer = 0
    for line in sorted(case.documents(), key=lambda line: line.document):
        buyer = facts.get(line.document, Facts()).buyer
        try:
            pages = [text for text in case.load_texts(line.document) if isinstance(text, PageText) and text.text]
        except CaseDamaged:
            continue
        if not pages:
            continue
        without_buyer += buyer is None
        bidder = bidder_of(pages[0].text)
        if bidder is not None:
            bidders[line.document] = bidder.letters
            names[line.document] = Place(line.document, pages[0].page_number, bidder.start, bidder.end)
        compared.append(_take(line.document, pages, buyer, clauses))
    found = list(
        likenesses(
            resembling([one.letters for one in compared], least=LEAST_ALIKE),
            {number: facts[one.document] for number, one in enumerate(compared) if one.document in facts},
        )
    )
    shared = list(clauses.of_buyers.shared())
    alike = _alike(case, found, compared)
    places = [place for one in alike for place in one[1:]]
    places += [place for one in shared for both in one.clauses[:MOST_SHOWN] for place in (both.first, both.second)]
    shown = shown_at(case, places)
    made = Making(
        shown=shown,
        documents=len(compared),
        buyers=clauses.of_buyers.buyers,
        crowds=_crowds(found, count=len(compared)),
    )
    same = [one for of_contract in notices for one in same_by_facts(of_contract)]
    counted = _counted([one.document for one in compared], found, same, notices)
    documents = [one.document for one in compared]
    buyers = {document: said.buyer for document, said in facts.items() if said.buyer is not None}
    bids = Compared(documents=documents, bidders=bidders, buyers=buyers, notices=notices)
    signs = signs_between_bids(case, bids)
    shown |= shown_at(case, [place for one in signs for each in one.traits[:MOST_SHOWN] for place in each[1:]])
    names = {document: names[document] for one in signs if one.properties for document in one.documents}
    shown |= shown_at(case, names.values())
    links = [made.of_texts(*one) for one in alike] + [made.of_clauses(one) for one in shared]
    return LinkedCase(
        links=tuple(links),
        documents=len(compared),
        notices=counted.notices,
        records=counted.records,
        same=tuple(same),
        signs=signs,
        without_buyer=without_buyer,
        of_buyers=clauses.of_buyers.buyers,
        shown={place_of(one.quote): one for one in shown.values()},
        bidders={document: shown[place] for document, place in names.items()},
        of_files=shown_in_files(case, [each for one in signs for each in _shown_properties(one)]),
    )


def place_of(quote: Quote) -> Place:
    """Return where a quote stands."""
    return Place(quote.document, quote.page_number or 0, quote.start, quote.end)


def _facts(case: Case) -> tuple[dict[str, Facts], list[list[Notice]]]:
    """Return the facts of each document, and the notices of each contract, in order."""
    records = {line.document for line in case.documents() if line.records}
    facts: dict[str, Facts] = {}
    notices: dict[str, dict[tuple[str, str, str], Notice]] = {}
    for kind in KINDS:
        for contract, claim in case.links.told(kind):
            document, is_record = claim.document, claim.document in records
            if not is_record:
                facts.setdefault(document, Facts()).take(claim)
            key = document, claim.contract, claim.stage or ""
            notice = Notice(document=document, contract=claim.contract, stage=claim.stage, is_record=is_record)
            notices.setdefault(contract, {}).setdefault(key, notice).take(claim)
    for of_contract in notices.values():
        for notice in of_contract.values():
            notice.settle()
    return facts, [[of_contract[key] for key in sorted(of_contract)] for _, of_contract in sorted(notices.items())]


def link_of_facts(case: Case, same: SameFacts) -> Link:
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
    compared: Sequence[str], found: Iterable[Likeness], same: Iterable[SameFacts], notices: Iterable[Sequence[Notice]]
) -> _Counted:
    """Count documents with pages and records, those that are one once."""
    numbers = {document: number for number, document in enumerate(compared)}
    records = [one for of_contract in notices for one in of_contract if one.is_record]
    by_id = {id(one): len(compared) + number for number, one in enumerate(records)}

    def number_of(one: Notice) -> int | None:
        return by_id[id(one)] if one.is_record else numbers.get(one.document)

    pairs = [(one.pair.first, one.pair.second) for one in found if not one.differs]
    for one in same:
        first, second = number_of(one.first), number_of(one.second)
        if first is not None and second is not None:
            pairs.append((first, second))
    return _Counted(len(records), counted_once(len(compared) + len(records), pairs))


def _take(document: str, pages: list[PageText], buyer: str | None, clauses: _Clauses) -> _Compared:
    letters: list[str] = []
    language = language_of("".join(page.text[:ENOUGH] for page in pages[:PAGES_OF_LANGUAGE])) or ""
    for page in pages:
        letters.append(letters_of(page.text))
        for clause in clauses_of(page.text):
            place = Place(document, page.page_number, clause.start, clause.end)
            clauses.of_buyers.add(
                clause.letters,
                place,
                buyer,
                language=language,
                is_of_purchase=clauses.says_what_is_bought(place, page.text[clause.start : clause.end]),
            )
    whole = "".join(letters)
    is_compared = FEWEST_LETTERS <= len(whole) <= LONGEST_TEXT
    first = pages[0]
    start = len(first.text) - len(first.text.lstrip())
    end = min(len(first.text.rstrip()), start + LONGEST_BEGINNING)
    beginning = Place(document, first.page_number, start, max(end, start))
    return _Compared(document, whole if is_compared else "", beginning)


def _alike(case: Case, found: Iterable[Likeness], compared: list[_Compared]) -> list[tuple[Likeness, Place, Place]]:
    """Return pairs with words of both: the longest clause that both have, or else the beginnings."""
    pairs = [(one, compared[one.pair.first], compared[one.pair.second]) for one in found]
    same = in_both(case, [(first.document, second.document) for _, first, second in pairs])
    beginnings = {(first.document, second.document): (first.beginning, second.beginning) for _, first, second in pairs}
    words = beginnings | same
    return [(one, *words[first.document, second.document]) for one, first, second in pairs]


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
