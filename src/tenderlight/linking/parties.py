"""The parties of a case: the same firm under several spellings is one, with the reasons; nothing is one without.

Asked anew of the whole case each time, so that the answer does not depend on the order in which documents were read.
The rules are those of `party_spellings`, `party_reasons` and `party_groups`; people decide by `party_decisions`.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tenderlight.linking.party_decisions import Decision, in_force
from tenderlight.linking.party_groups import Grouped, grouped
from tenderlight.linking.party_reasons import DECIDED, Reason, Reasons
from tenderlight.linking.party_spellings import Mention, Number, Spelling, mentions_of, places_of, spellings_of
from tenderlight.model.claim import Claim

PARTIES_VERSION = 1
"""Raised whenever the same claims and decisions may give other parties."""
MOST_PERHAPS = 5
"""Others that one party is perhaps, shown to a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One spelling of a party."""

    id: str
    """Stays as long as the spelling is in the case."""
    key: str
    name: str
    """As written most often."""
    written: tuple[str, ...]
    """Every way in which it is written."""
    numbers: tuple[Number, ...]
    """Scheme and number."""
    roles: tuple[str, ...]
    contracts: tuple[str, ...]
    claims: tuple[str, ...]
    is_doubtful: bool
    """Whether others may bear the name, so that each contract has its own until a reason joins them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Perhaps:
    """Another party that a party resembles, or is told apart from: for a person."""

    party: str
    """Id of the other."""
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A party of a case."""

    id: str
    """That of its spellings which is first in the order of signs; each of the others finds it, too."""
    schema: str
    """FollowTheMoney: Company where a name has a legal form, else LegalEntity (not said which)."""
    name: str
    """The spelling that most claims use."""
    variants: tuple[Variant, ...]
    """The name first, then by the order of signs."""
    reasons: tuple[Reason, ...]
    """Why its spellings are one, the strongest first."""
    perhaps: tuple[Perhaps, ...] = ()

    @property
    def contracts(self) -> tuple[str, ...]:
        """Contracts that name it."""
        return tuple(sorted({contract for variant in self.variants for contract in variant.contracts}))

    @property
    def roles(self) -> tuple[str, ...]:
        """In what parts it is named."""
        return tuple(sorted({role for variant in self.variants for role in variant.roles}))

    @property
    def numbers(self) -> tuple[Number, ...]:
        """Valid numbers of registers beside its names."""
        return tuple(sorted({number for variant in self.variants for number in variant.numbers}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Parties:
    """Every party of a case."""

    parties: tuple[Party, ...]
    """By id."""
    passed_over: tuple[Decision, ...] = ()
    """Decisions that contradict newer ones."""
    waiting: tuple[Decision, ...] = ()
    """Decisions on names that no claim of the case bears now."""

    def find(self, said: str) -> tuple[Variant, ...]:
        """Return the spellings that somebody means by an id of a party or spelling, a key, or a name as written."""
        for party in self.parties:
            if said == party.id:
                return (party.variants[0],)
        variants = [variant for party in self.parties for variant in party.variants]
        exact = [variant for variant in variants if said in {variant.id, variant.key}]
        return tuple(exact or [variant for variant in variants if said in variant.written])

    def of(self, variant: Variant) -> Party:
        """Return the party that a spelling belongs to."""
        return next(party for party in self.parties if variant in party.variants)

    def by_claim(self) -> dict[str, Party]:
        """Return the party that each claim names."""
        return {claim: party for party in self.parties for variant in party.variants for claim in variant.claims}

    def by_contract(self) -> dict[str, list[Party]]:
        """Return the parties that each contract names."""
        found: dict[str, list[Party]] = defaultdict(list)
        for party in self.parties:
            for contract in party.contracts:
                found[contract].append(party)
        return dict(found)


def id_of(key: str) -> str:
    """Return the id of a spelling: "party-" and 64 bits of the SHA-256 of its key."""
    return f"party-{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def parties_of(
    claims: Iterable[Claim],
    decisions: Sequence[Decision] = (),
    *,
    regions: Iterable[Claim] = (),
    listed: Mapping[str, Mapping[str, str]] | None = None,
) -> Parties:
    """Return the parties of a case.

    Args:
        claims: Those that name a party (`PARTY_KINDS`); others are passed over.
        decisions: The whole log of decisions.
        regions: Claims of places.
        listed: Entries of lists that give a name as their own, by the name as written.
    """
    spellings = spellings_of(mentions_of(claims))
    found = Reasons(spellings, places_of(regions), listed or {}).find()
    counted = in_force(decisions)
    result = grouped(spellings, found.joins, counted)
    by_key = {spelling.key: spelling for spelling in spellings}
    perhaps = (*found.conflicts, *result.dropped, *found.perhaps)
    return Parties(
        parties=_parties(by_key, result, perhaps),
        passed_over=result.passed_over,
        waiting=tuple(each for each in counted if each.one not in by_key or each.other not in by_key),
    )


def _parties(by_key: Mapping[str, Spelling], result: Grouped, perhaps: Iterable[Reason]) -> tuple[Party, ...]:
    ids = {key: min(map(id_of, group)) for group in result.groups for key in group}
    reasons: dict[str, list[Reason]] = defaultdict(list)
    for reason in result.kept:
        reasons[ids[reason.one]].append(reason)
    offered: dict[str, dict[str, Reason]] = defaultdict(dict)
    for reason in perhaps:
        one, other = ids[reason.one], ids[reason.other]
        if one != other:
            offered[one].setdefault(other, reason)
            offered[other].setdefault(one, reason)
    made = (_party(ids[group[0]], [by_key[key] for key in group], reasons, offered) for group in result.groups)
    return tuple(sorted(made, key=lambda party: party.id))


def _party(
    party: str,
    group: Sequence[Spelling],
    reasons: Mapping[str, Sequence[Reason]],
    offered: Mapping[str, Mapping[str, Reason]],
) -> Party:
    variants = [_variant(spelling) for spelling in group]
    variants.sort(key=lambda variant: (-len(variant.claims), variant.is_doubtful, variant.key))
    has_form = any(spelling.parsed.form for spelling in group)
    return Party(
        id=party,
        schema="Company" if has_form else "LegalEntity",
        name=variants[0].name,
        variants=tuple(variants),
        reasons=tuple(sorted(reasons.get(party, ()), key=lambda each: (each.rank, each.one, each.other))),
        perhaps=tuple(
            Perhaps(party=other, reason=reason)
            for other, reason in sorted(offered.get(party, {}).items(), key=lambda row: (-row[1].score, row[0]))
        )[:MOST_PERHAPS],
    )


def _variant(spelling: Spelling) -> Variant:
    mentions: Sequence[Mention] = spelling.mentions
    return Variant(
        id=id_of(spelling.key),
        key=spelling.key,
        name=spelling.name,
        written=spelling.written,
        numbers=tuple(sorted(spelling.numbers)),
        roles=spelling.kinds,
        contracts=spelling.contracts,
        claims=tuple(mention.claim for mention in mentions),
        is_doubtful=spelling.is_doubtful,
    )


__all__ = ["DECIDED", "PARTIES_VERSION", "Parties", "Party", "Perhaps", "Variant", "id_of", "parties_of"]
