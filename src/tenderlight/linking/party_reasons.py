"""Why two spellings of a case are one party: grades of the matcher, and what must stand beside the weaker ones.

======================  ==============================================================================================
same-identifier         documents give both the same valid number of one register
same-registered-name    the names are the same in all their parts
listed-alias            the sourced table of companies, or an entry of a list held against the case, gives both names
derived-form            one name follows from the other by a rule, *and* a second reason: the same place in both names,
                        one contract that names both on the same side, or the same buyer
same-name               a name that others may bear too stands in two contracts, *and* a second reason: the same buyer,
                        or, of a buyer, the same place
======================  ==============================================================================================

What only resembles, and what lacks its second reason, is no reason: it is shown to a person.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise, product

from tenderlight.linking.party_spellings import BUYING, SELLING, Spelling
from tenderlight.matching import Grade, Matcher, Query
from tenderlight.matching.identifiers import LABELS
from tenderlight.matching.parsing import HAN
from tenderlight.matching.places import same_place
from tenderlight.model.listing import ListedEntity, ListedName

SAME_NAME = "same-name"
DECIDED = "decided"
RANKS = {
    DECIDED: -1,
    Grade.SAME_IDENTIFIER.value: 0,
    Grade.SAME_REGISTERED_NAME.value: 1,
    Grade.LISTED_ALIAS.value: 2,
    Grade.DERIVED_FORM.value: 3,
    SAME_NAME: 4,
    Grade.RESEMBLES.value: 5,
}
"""Grades of a reason, the strongest first."""
RESEMBLES_FROM = 0.75
MOST_NAMES = 50_000
"""Names of a case that are compared with one another; in a larger one, only numbers and letters are."""
MOST_PAIRS = 2_500
"""Pairs that are weighed where two names stand for several parties each."""
_CANDIDATES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why two spellings are, or perhaps are, one party."""

    one: str
    """Key of a spelling."""
    other: str
    grade: str
    because: str
    second: str = ""
    """The second reason of a grade that needs one."""
    score: float = 1.0

    @property
    def rank(self) -> int:
        """0 for the strongest that a rule gives."""
        return RANKS[self.grade]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the rules find among the spellings of a case."""

    joins: tuple[Reason, ...]
    perhaps: tuple[Reason, ...]
    """What lacks a reason, with what it lacks or what speaks against it."""
    conflicts: tuple[Reason, ...]
    """Pairs with the same number that cannot be one party."""


class Reasons:
    """Looks for reasons among the spellings of a case.

    Args:
        spellings: Every spelling.
        places: The place of a contract, where its documents give just one.
        listed: Entries of lists that give a name as their own, by the name as written; entry → what it is called.
    """

    def __init__(
        self, spellings: Sequence[Spelling], places: Mapping[str, str], listed: Mapping[str, Mapping[str, str]]
    ) -> None:
        self._by_key = {spelling.key: spelling for spelling in spellings}
        self._places = places
        self._listed = listed
        self._buyers = self._buyers_of_contracts()

    def find(self) -> Found:
        """Return every reason, the same whatever the order."""
        conflicts: list[Reason] = []
        joins: list[Reason] = []
        for reason in self._by_number():
            (conflicts if self._opposed(reason) else joins).append(reason)
        joins.extend(self._by_entry())
        joins.extend(self._same_name())
        perhaps: list[Reason] = []
        for reason in self._by_name() if len(self._by_key) <= MOST_NAMES else ():
            (perhaps if reason.rank == RANKS[Grade.RESEMBLES.value] else joins).append(reason)
        kept, vague = self._unambiguous(joins)
        return Found(joins=_in_order(kept), perhaps=_in_order(vague + perhaps), conflicts=_in_order(conflicts))

    def _buyers_of_contracts(self) -> dict[str, frozenset[str]]:
        """Return who buys in each contract, by spelling; names that others may bear say nothing."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, spelling in self._by_key.items():
            if not spelling.is_doubtful:
                for contract in spelling.contracts_as(BUYING):
                    found[contract].add(key)
        return {contract: frozenset(keys) for contract, keys in found.items()}

    def _by_number(self) -> Iterator[Reason]:
        holders: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key, spelling in sorted(self._by_key.items()):
            for held in spelling.numbers:
                holders[held].append(key)
        for (scheme, number), keys in sorted(holders.items()):
            said = LABELS.get(scheme, scheme.upper())
            for one, other in pairwise(sorted(keys)):
                because = f"Documents give both the same number: {said}, {number}."
                yield Reason(one=one, other=other, grade=Grade.SAME_IDENTIFIER.value, because=because)

    def _opposed(self, reason: Reason) -> bool:
        """Say whether one contract has the two on its two sides: a number beside both is a slip of the document."""
        one, other = self._by_key[reason.one], self._by_key[reason.other]
        return bool(
            one.contracts_as(BUYING) & other.contracts_as(SELLING)
            or one.contracts_as(SELLING) & other.contracts_as(BUYING)
        )

    def _by_entry(self) -> Iterator[Reason]:
        holders: dict[str, dict[str, str]] = defaultdict(dict)
        for key, spelling in sorted(self._by_key.items()):
            if spelling.is_doubtful:
                continue
            for name in spelling.written:
                for entry, name_there in self._listed.get(name, {}).items():
                    holders[entry].setdefault(key, name_there)
        for entry, called in sorted(holders.items()):
            for one, other in pairwise(called):
                because = f"One entry of a list gives both names: {called[one]} ({entry})."
                yield Reason(one=one, other=other, grade=Grade.LISTED_ALIAS.value, because=because)

    def _same_name(self) -> Iterator[Reason]:
        groups: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key, spelling in sorted(self._by_key.items()):
            if not spelling.is_doubtful:
                continue
            for second in sorted(self._circumstances(spelling)):
                groups[spelling.parsed.spelling, second].append(key)
        for (_, second), keys in sorted(groups.items()):
            for one, other in pairwise(keys):
                because = "The same name, which others may bear too, letter for letter."
                yield Reason(one=one, other=other, grade=SAME_NAME, because=because, second=second)

    def _circumstances(self, spelling: Spelling) -> set[str]:
        """Return what, in two contracts, makes a name that others may bear the same party's."""
        sold = spelling.contracts_as(SELLING)
        found = {
            f"The buyer is the same: {self._by_key[buyer].name}."
            for contract in sold
            for buyer in self._buyers.get(contract, ())
        }
        bought = spelling.contracts_as(BUYING)
        found |= {f"The place is the same: {self._places[each]}." for each in bought if each in self._places}
        return found

    def _by_name(self) -> Iterator[Reason]:
        """Compare every name with the others by the matcher."""
        holders: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._by_key):
            holders[self._by_key[key].parsed.spelling].append(key)
        names = {folded: self._by_key[keys[0]].name for folded, keys in holders.items()}
        matcher = Matcher(
            ListedEntity(entry=folded, list_code="case", schema="LegalEntity", names=(ListedName(text=names[folded]),))
            for folded in sorted(holders)
        )
        best: dict[tuple[str, str], Reason] = {}
        for folded in sorted(holders):
            for match in matcher.find(Query(name=names[folded]), most=_CANDIDATES, least=RESEMBLES_FROM):
                first, second = sorted((folded, match.entity.entry))
                among = product(holders[first], holders[second]) if first != second else ()
                for one, other in islice(among, MOST_PAIRS):
                    made = self._weighed(one, other, match.grade, match.explanation, match.score)
                    known = best.get((one, other))
                    if known is None or _order(made) < _order(known):
                        best[one, other] = made
        yield from (best[pair] for pair in sorted(best))

    def _weighed(self, one: str, other: str, grade: Grade, because: str, score: float) -> Reason:
        """Return a match as a reason; without the second reason it needs, as what only resembles."""
        ours, theirs = self._by_key[one], self._by_key[other]
        resembles = Grade.RESEMBLES.value
        if grade is Grade.RESEMBLES:
            return Reason(one=one, other=other, grade=resembles, because=because, score=score)
        against = _bid_apart(ours, theirs)
        if against:
            return Reason(one=one, other=other, grade=resembles, because=f"{against} {because}", score=score)
        is_doubtful = ours.is_doubtful or theirs.is_doubtful
        if grade is not Grade.DERIVED_FORM and not is_doubtful:
            return Reason(one=one, other=other, grade=grade.value, because=because)
        second = self._second(ours, theirs)
        if not second:
            because = f"{because} No second reason (place, contract, buyer) stands beside it."
            return Reason(one=one, other=other, grade=resembles, because=because, score=score)
        return Reason(one=one, other=other, grade=Grade.DERIVED_FORM.value, because=because, second=second)

    def _second(self, ours: Spelling, theirs: Spelling) -> str:
        if ours.parsed.kind == HAN == theirs.parsed.kind and same_place(ours.parsed.place, theirs.parsed.place):
            return "Both names say the same place."
        for side in (BUYING, SELLING):
            if ours.contracts_as(side) & theirs.contracts_as(side):
                return "One contract names both on the same side."
        shared = sorted(self._circumstances(ours) & self._circumstances(theirs))
        return shared[0] if shared else ""

    def _unambiguous(self, joins: list[Reason]) -> tuple[list[Reason], list[Reason]]:
        """Return the reasons that hold, and those that lead one name to several parties: neither is told by them."""
        derived = [reason for reason in joins if reason.grade == Grade.DERIVED_FORM.value]
        strong = Groups(self._by_key)
        for reason in joins:
            if reason.rank < RANKS[Grade.DERIVED_FORM.value]:
                strong.join(reason.one, reason.other)
        pairs = {(strong.lead(reason.one), strong.lead(reason.other)) for reason in derived}
        leads: dict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            leads[one].add(other)
            leads[other].add(one)
        vague = {lead for lead, others in leads.items() if _are_apart(others - {lead}, pairs)}
        kept, taken = [], []
        for reason in joins:
            ends = {strong.lead(reason.one), strong.lead(reason.other)}
            if reason.grade != Grade.DERIVED_FORM.value or len(ends) == 1 or not ends & vague:
                kept.append(reason)
                continue
            because = f"It may be derived from several names of the case. {reason.because}"
            taken.append(replace(reason, grade=Grade.RESEMBLES.value, because=because, second="", score=0.9))
        return kept, taken


def _are_apart(leads: set[str], pairs: set[tuple[str, str]]) -> bool:
    """Say whether a spelling is derived from two parties that are not derived from one another."""
    ordered = sorted(leads)
    return any(
        (one, other) not in pairs and (other, one) not in pairs
        for place, one in enumerate(ordered)
        for other in ordered[place + 1 :]
    )


def _bid_apart(ours: Spelling, theirs: Spelling) -> str:
    """Return what tells two spellings apart that one document names as two bidders."""
    bids = {(mention.document, mention.contract): mention.bid for mention in ours.mentions if mention.bid}
    for mention in theirs.mentions:
        bid = bids.get((mention.document, mention.contract))
        if bid is not None and mention.bid is not None and bid[0] == mention.bid[0] and bid[1] != mention.bid[1]:
            return "One document names both as bidders, each with a bid of its own."
    return ""


class Groups:
    """Keys in groups, each known by the first of its keys."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._leads = {key: key for key in keys}

    def lead(self, key: str) -> str:
        """Return the first key of its group."""
        root = key
        while self._leads[root] != root:
            root = self._leads[root]
        while self._leads[key] != root:
            self._leads[key], key = root, self._leads[key]
        return root

    def join(self, one: str, other: str) -> None:
        """Make two groups one."""
        first, second = sorted((self.lead(one), self.lead(other)))
        self._leads[second] = first

    def all(self) -> list[list[str]]:
        """Return the groups, each sorted, in the order of their first keys."""
        found: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._leads):
            found[self.lead(key)].append(key)
        return [found[lead] for lead in sorted(found)]


def _order(reason: Reason) -> tuple[int, float, str]:
    return reason.rank, -reason.score, reason.because


def _in_order(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    return tuple(sorted(reasons, key=lambda each: (each.rank, each.one, each.other, each.because)))
