"""What the files of two bids for one contract say of themselves alike: who wrote them, for which firm, when.

A form that everyone fills in hands its properties on, and so does whoever puts all bids together. So a property counts
between two bids only if the file of a third bidder says something else, and if no file but theirs has it: neither the
tender file nor one of another contract, unless it is another bid of one of the two. What stands in the text of the
tender file comes from there. A time counts only if no other bid for the contract is within an hour of it: bids that are
scanned or stamped one after the other are; and only if it is later than the tender file, for forms are older.

How often files of different contracts, and of different hands, have a property of a sort in common, seldom as it is, is
counted with it, among the files that have one of that sort at all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import combinations
from typing import NamedTuple

from tenderlight.languages.scripts import has_han
from tenderlight.linking.clauses import names_company
from tenderlight.linking.resemblance import letters_of
from tenderlight.model.metadata import PERSONAL, Property, PropertyKind
from tenderlight.reading.metadata.moments import moment_of

AUTHOR, COMPANY, CREATED, MODIFIED, DOCUMENT_ID, PROGRAM, TEMPLATE = SORTS = (
    "author",
    "company",
    "created",
    "modified",
    "document_id",
    "program",
    "template",
)
"""Sorts of properties. An author is also who saved a file last."""
WEAK = frozenset({PROGRAM, TEMPLATE})
"""What is no sign by itself: programs and templates are many people's. See `SharedProperty.is_weak` for times."""
MOST_FILES = 6
"""Files that may have a seldom property."""
_TIMES = frozenset({PropertyKind.CREATED, PropertyKind.MODIFIED})
NEAR = timedelta(hours=1)
FEWEST_ID_DIGITS, FEWEST_DIFFERENT_DIGITS = 16, 6
_SHORTEST_HAN, _SHORTEST_NAME = 2, 4
_SORT_OF = {
    **dict.fromkeys(PERSONAL, AUTHOR),
    PropertyKind.COMPANY: COMPANY,
    PropertyKind.CREATED: CREATED,
    PropertyKind.MODIFIED: MODIFIED,
    PropertyKind.DOCUMENT_ID: DOCUMENT_ID,
    PropertyKind.PRODUCER: PROGRAM,
    PropertyKind.TEMPLATE: TEMPLATE,
}
_OF_PROGRAMS = frozenset(
    letters_of(name)
    for name in (
        "Administrator", "Administrateur", "Administrador", "Администратор", "Admin", "Root", "User", "Users",
        "Usuario", "Utilisateur", "Пользователь", "Benutzer", "Owner", "Guest", "Author", "Unknown",
        "Anonymous", "Home", "Company", "Организация", "Компания", "用户", "Microsoft", "Microsoft Corporation",
        "Microsoft Office User", "Microsoft China", "Windows User", "Windows 用户", "微软用户", "微软中国",
        "微软公司", "Hewlett-Packard", "Lenovo", "ThinkPad", "Dell", "Acer", "Asus", "Huawei", "Apple",
        "MacBook", "Desktop", "WPS", "WPS Office", "Kingsoft", "python-docx", "openpyxl", "XlsxWriter",
        "Apache POI", "LibreOffice", "OpenOffice", "Aspose", "Normal.dotm", "Normal.dot", "Normal",
        "Normal_Wordconv", "番茄花园", "雨林木风", "深度技术", "深度系统", "系统之家", "电脑公司", "新云软件",
        "SkyUN.Org", "China", "Grizli777", "RePack by SPecialiST", "diakov.net",
    )
)  # fmt: skip
"""What computers and programs put in the place of a name, where a case is too small to tell by how common it is."""
_OF_TEMPLATES = frozenset({"200609160000Z", "199612170132Z", "201312232315Z", "202305121115Z"})
"""Times of the empty files that programs begin with."""


class Said(NamedTuple):
    """A property of a file, in comparable form."""

    sort: str
    same: str
    property: Property


class SharedProperty(NamedTuple):
    """A property that the files of two bids have in common."""

    sort: str
    first: Property
    second: Property

    @property
    def is_weak(self) -> bool:
        """Whether it is no sign by itself: a program, a template, or a time that is the same to the minute only.

        Bids are finished in the same days, many in the same hours: two of some hundred are so in the same minute.
        """
        if self.sort in WEAK:
            return True
        if self.sort not in {CREATED, MODIFIED}:
            return False
        first, second = moment_of(self.first.value), moment_of(self.second.value)
        return first is None or second is None or first.at != second.at or not first.at.second

    @property
    def is_shown(self) -> bool:
        """Whether it may be quoted: names of persons, and what may hold one, are not."""
        return all(may_be_shown(one) for one in (self.first, self.second))


class Rate(NamedTuple):
    """How many pairs of documents of different contracts share something, and of how many."""

    pairs: int
    of_pairs: int

    @property
    def share(self) -> float:
        """Of one pair."""
        return self.pairs / self.of_pairs if self.of_pairs else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file of the case, as far as its properties are compared."""

    contract: str
    """What the case files it under; its own name if it files it under nothing."""
    hand: str
    """Whose it is: who bids, or the buyer; its own name if nobody knows."""
    said: tuple[Said, ...]


@dataclass(slots=True)
class Form:
    """What the tender file of a contract says, and when it was made: what bids have of it is no sign."""

    letters: list[str] = field(default_factory=list)
    """Of its pages."""
    made: list[datetime] = field(default_factory=list)
    """When each of its files was made or changed last."""
    later: list[Callable[[], Iterable[str]]] = field(default_factory=list)
    """What says letters of pages that are not in `letters` yet: few tender files are ever asked."""

    def take(self, properties: Iterable[Property]) -> None:
        """Take the properties of a file of it."""
        times = [moment.at for one in properties if one.kind in _TIMES and (moment := moment_of(one.value))]
        if times:
            self.made.append(max(times))

    def holds(self, said: Said) -> bool:
        """Say whether a property is in the words of the tender file, or a time before it."""
        if said.sort in {CREATED, MODIFIED}:
            return bool(self.made) and _at(said) <= min(self.made)
        if said.sort not in {AUTHOR, COMPANY}:
            return False
        while self.later:
            self.letters += self.later.pop()()
        return any(said.same in letters for letters in self.letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bids:
    """The bids for one contract, and whose each is."""

    bidders: Mapping[str, str]
    """By document."""
    form: Form = field(default_factory=Form)


@dataclass(slots=True)
class PropertiesOfCase:
    """Takes the properties of the files of a case, and says which of them bids share."""

    _files: dict[str, File] = field(default_factory=dict)
    _having: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))

    def take(self, document: str, contract: str, hand: str, properties: Iterable[Property]) -> None:
        """Take a file; each is taken once."""
        file = self._files[document] = File(contract=contract, hand=hand, said=tuple(compared(properties)))
        for one in file.said:
            self._having[one.sort, one.same].add(document)

    def rates(self) -> dict[str, Rate]:
        """Return how often files of different contracts and hands share a seldom property, by sort."""
        return {sort: Rate(self._sharing(sort), self._of_pairs(sort)) for sort in SORTS}

    def _sharing(self, sort: str) -> int:
        pairs = set()
        for (of, _), having in self._having.items():
            if of == sort and 1 < len(having) <= MOST_FILES:
                pairs |= {pair for pair in combinations(sorted(having), 2) if self._are_apart(*pair)}
        return len(pairs)

    def _are_apart(self, first: str, second: str) -> bool:
        one, other = self._files[first], self._files[second]
        return one.contract != other.contract and one.hand != other.hand

    def _of_pairs(self, sort: str) -> int:
        files = [file for file in self._files.values() if any(one.sort == sort for one in file.said)]
        contracts = _pairs_within(file.contract for file in files)
        hands = _pairs_within(file.hand for file in files)
        both = _pairs_within((file.contract, file.hand) for file in files)
        return len(files) * (len(files) - 1) // 2 - contracts - hands + both

    def shared(self, first: str, second: str, bids: Bids, sorts: Collection[str]) -> tuple[SharedProperty, ...]:
        """Return the properties that count between two bids for one contract, one of a sort, in the order of sorts.

        Args:
            first: A bid.
            second: Another one, of another bidder.
            bids: All bids for the contract.
            sorts: Those that are shared seldom enough to count.
        """
        found: dict[str, SharedProperty] = {}
        others = {(one.sort, one.same): one.property for one in reversed(self._said(second))}
        for one in self._said(first):
            other = others.get((one.sort, one.same))
            if other is not None and one.sort in sorts and self._counts(one, {first, second}, bids):
                found.setdefault(one.sort, SharedProperty(one.sort, one.property, other))
        return tuple(found[sort] for sort in SORTS if sort in found)

    def _said(self, document: str) -> tuple[Said, ...]:
        return self._files[document].said if document in self._files else ()

    def _counts(self, said: Said, pair: Collection[str], bids: Bids) -> bool:
        bidders = bids.bidders
        hands = {bidders[one] for one in pair}
        having = self._having[said.sort, said.same]
        if any(one not in bidders and self._files[one].hand not in hands for one in having):
            return False
        have = {bidders[one] for one in having if one in bidders}
        saying = {hand for bid, hand in bidders.items() if any(one.sort == said.sort for one in self._said(bid))}
        if len(have) > max(2, len(saying) // 2) or saying <= have or bids.form.holds(said):
            return False
        return said.sort not in {CREATED, MODIFIED} or not self._is_near_others(said, have, bidders)

    def _is_near_others(self, said: Said, have: Collection[str], bidders: Mapping[str, str]) -> bool:
        """Say whether a bid of somebody who does not share a time was made or changed within an hour of it."""
        at = _at(said)
        times = (
            _at(one)
            for bid, bidder in bidders.items()
            if bidder not in have
            for one in self._said(bid)
            if one.sort in {CREATED, MODIFIED}
        )
        return any(abs(at - one) <= NEAR for one in times)


def compared(properties: Iterable[Property]) -> Iterator[Said]:
    """Yield properties in a form that is the same for what is the same; those that are nobody's own are left out."""
    for one in properties:
        sort = _SORT_OF.get(one.kind)
        same = None if sort is None else comparable(one)
        if sort is not None and same is not None:
            yield Said(sort, same, one)


def comparable(one: Property) -> str | None:
    """Return the value of a property for comparing; None if it is not compared, or anybody's."""
    if one.kind in _TIMES:
        moment = moment_of(one.value)
        return None if moment is None or f"{moment.at:%Y%m%d%H%MZ}" in _OF_TEMPLATES else moment.minute
    letters = letters_of(one.value)
    if one.kind is PropertyKind.DOCUMENT_ID:
        is_id = len(letters) >= FEWEST_ID_DIGITS and len(set(letters)) >= FEWEST_DIFFERENT_DIGITS
        return letters if is_id else None
    if one.kind is PropertyKind.PRODUCER:
        return letters if any(sign.isdigit() for sign in letters) else None
    shortest = _SHORTEST_HAN if has_han(letters) else _SHORTEST_NAME
    return None if len(letters) < shortest or letters in _OF_PROGRAMS or letters.isdigit() else letters


def may_be_shown(one: Property) -> bool:
    """Say whether a property may be quoted: times, identifiers, programs, and companies that are called one."""
    if one.kind is PropertyKind.COMPANY:
        return names_company(one.value)
    return one.kind not in PERSONAL and one.kind is not PropertyKind.TEMPLATE


def are_same(first: Sequence[Property], second: Sequence[Property], pair: tuple[str, str]) -> bool:
    """Say whether two files, at the pointers of a pair, say the same."""
    said = [
        {comparable(one) for one in properties if one.pointer == pointer} - {None}
        for properties, pointer in zip((first, second), pair, strict=True)
    ]
    return bool(said[0] & said[1])


def _at(said: Said) -> datetime:
    moment = moment_of(said.property.value)
    assert moment is not None
    return moment.at


def _pairs_within(names: Iterable[object]) -> int:
    return sum(size * (size - 1) // 2 for size in Counter(names).values())
