"""The names that a case gives its parties, spelling by spelling: what is certainly one name, and nothing more.

A spelling is a name once width, case and script of Chinese are folded. Mentions of one spelling are one, with two
exceptions: where documents give two valid numbers of one register beside it, each number has its own; and a name that
many may bear (a private person's, a word or two without a legal form, an office that does not say of what town) is one
within a contract only, until a further reason joins it with another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tenderlight.facts.names.persons import looks_like_person
from tenderlight.linking.buyers import comparable_buyer
from tenderlight.matching.companies import company_table
from tenderlight.matching.identifiers import comparable, credit_code
from tenderlight.matching.parsing import HAN, LONGEST, ParsedName, general_words, is_general_chinese, parse_name
from tenderlight.model.claim import Claim
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import BidderValue, Identifier, PartyValue, RegionValue, SupplierValue

PARTY_KINDS = (
    StatementKind.BUYER,
    StatementKind.AGENCY,
    StatementKind.END_USER,
    StatementKind.SUPPLIER,
    StatementKind.BIDDER,
)
"""Kinds of claims that name a party."""
BUYING = frozenset({StatementKind.BUYER, StatementKind.END_USER})
SELLING = frozenset({StatementKind.SUPPLIER, StatementKind.BIDDER})
ONE_EACH = frozenset({"uscc", "lei", "inn", "ogrn", "siren", "edrpou", "krs", "gb-coh", "tw-ubn"})
"""Registers in which a party has one number: two valid numbers are two parties."""
_SHARED = frozenset({"cnpj", "siret", "nip", "imo", "duns"})
"""Registers in which one number is one party, and a party may have several."""
_SHORT = 4
_FEW_WORDS = 3

Number = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A party as one claim names it."""

    name: str
    kind: StatementKind
    contract: str
    document: str
    claim: str
    numbers: frozenset[Number]
    """Scheme and number, in comparable form, of registers that are known; check digits are right."""
    bid: tuple[str, str] | None = None
    """Of a bidder: lot and rank as printed; bidders of one document with other bids are other parties."""


@dataclass(slots=True, kw_only=True)
class Spelling:
    """One spelling of a name, with everything that mentions it."""

    key: str
    """The folded name; with a number behind it, or a contract, where one name may be several parties'."""
    parsed: ParsedName
    is_doubtful: bool
    """Whether others may bear the name."""
    mentions: list[Mention] = field(default_factory=list)

    @property
    def name(self) -> str:
        """As written most often; of several, the first in the order of signs."""
        counts: dict[str, int] = defaultdict(int)
        for mention in self.mentions:
            counts[mention.name] += 1
        return min(counts, key=lambda name: (-counts[name], name))

    @property
    def written(self) -> tuple[str, ...]:
        """Every way in which it is written."""
        return tuple(sorted({mention.name for mention in self.mentions}))

    @property
    def numbers(self) -> frozenset[Number]:
        """Valid numbers beside it."""
        return frozenset(number for mention in self.mentions for number in mention.numbers)

    @property
    def kinds(self) -> tuple[str, ...]:
        """In what parts it is named."""
        return tuple(sorted({mention.kind.value for mention in self.mentions}))

    @property
    def contracts(self) -> tuple[str, ...]:
        """Contracts that name it."""
        return tuple(sorted({mention.contract for mention in self.mentions}))

    def contracts_as(self, kinds: frozenset[StatementKind]) -> frozenset[str]:
        """Return the contracts that name it in one of these parts."""
        return frozenset(mention.contract for mention in self.mentions if mention.kind in kinds)


def mentions_of(claims: Iterable[Claim]) -> Iterator[Mention]:
    """Yield the parties that claims name."""
    for claim in claims:
        value = claim.value
        if not isinstance(value, PartyValue | SupplierValue | BidderValue) or not value.name.strip():
            continue
        yield Mention(
            name=" ".join(value.name.split())[:LONGEST],
            kind=claim.kind,
            contract=claim.contract,
            document=claim.document,
            claim=claim.claim,
            numbers=frozenset() if isinstance(value, BidderValue) else numbers_of(value.identifiers),
            bid=(value.lot or "", str(value.rank or "")) if isinstance(value, BidderValue) else None,
        )


def numbers_of(identifiers: Iterable[Identifier]) -> frozenset[Number]:
    """Return the comparable numbers of registers that are known; a number in a credit code's form is one only then."""
    found = set()
    for identifier in identifiers:
        number = comparable(identifier)
        if number is not None and number[0] in ONE_EACH | _SHARED:
            found.add(number)
        code = credit_code(identifier.number)
        if code is not None:
            found.add(("uscc", code))
    return frozenset(found)


def places_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Return the place of each contract, if its documents give just one."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if isinstance(claim.value, RegionValue) and claim.value.place:
            value = claim.value
            found[claim.contract].add("/".join(filter(None, (value.country, value.admin1, value.place))))
    return {contract: next(iter(places)) for contract, places in found.items() if len(places) == 1}


def spellings_of(mentions: Iterable[Mention]) -> list[Spelling]:
    """Return the spellings of a case, by key; the same whatever the order of the mentions."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[parse_name(mention.name).spelling].append(mention)
    found: dict[str, Spelling] = {}
    for spelling, group in by_name.items():
        ordered = sorted(group, key=lambda mention: (mention.contract, mention.document, mention.claim))
        parsed = parse_name(ordered[0].name)
        kinds = {mention.kind for mention in ordered}
        is_doubtful = may_be_anybodys(parsed, ordered[0].name, is_buyer=bool(kinds & BUYING))
        for key, mention in _keyed(spelling, ordered, is_doubtful=is_doubtful):
            one = found.setdefault(key, Spelling(key=key, parsed=parsed, is_doubtful=is_doubtful))
            one.mentions.append(mention)
    return [found[key] for key in sorted(found)]


def may_be_anybodys(parsed: ParsedName, name: str, *, is_buyer: bool) -> bool:
    """Say whether others may bear a name: no more than the same letters speaks for its being one party."""
    if any(one.is_certain for one in company_table().named(parsed)):
        return False
    if is_buyer and comparable_buyer(name) is None:
        return True
    if looks_like_person(name) or not parsed.words:
        return True
    if parsed.kind == HAN:
        is_bare = not parsed.form and parsed.place is None and len(parsed.rest) <= _SHORT
        return is_bare or (parsed.place is None and is_general_chinese(parsed.rest))
    general = general_words()
    if all(word in general or len(word) == 1 for word in parsed.words):
        return True
    tells = any(word in general for word in parsed.words)
    return not parsed.form and (len(parsed.rest) <= _SHORT or (len(parsed.words) <= _FEW_WORDS and not tells))


def _keyed(spelling: str, mentions: list[Mention], *, is_doubtful: bool) -> Iterator[tuple[str, Mention]]:
    """Yield each mention with the key of the spelling it belongs to."""
    numbers = {number for mention in mentions for number in mention.numbers}
    schemes = [scheme for scheme, _ in numbers if scheme in ONE_EACH]
    if not is_doubtful and len(schemes) == len(set(schemes)):
        for mention in mentions:
            yield spelling, mention
        return
    among = _connected(mentions)
    of_contract: dict[str, set[Number]] = defaultdict(set)
    for mention in mentions:
        of_contract[mention.contract].update(among[number] for number in mention.numbers)
    for mention in mentions:
        own = {among[number] for number in mention.numbers} or of_contract[mention.contract]
        if len(own) == 1:
            ((scheme, number),) = own
            yield f"{spelling} #{scheme}:{number}", mention
        else:
            yield (f"{spelling} @{mention.contract}" if is_doubtful else f"{spelling} #?"), mention


def _connected(mentions: Iterable[Mention]) -> dict[Number, Number]:
    """Return for each number the first of those that mentions give beside it."""
    leads: dict[Number, Number] = {}

    def lead(number: Number) -> Number:
        while leads.setdefault(number, number) != number:
            number = leads[number]
        return number

    for mention in mentions:
        found = sorted({lead(number) for number in mention.numbers})
        for number in found[1:]:
            leads[number] = found[0]
    return {number: lead(number) for number in leads}
