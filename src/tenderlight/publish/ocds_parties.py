"""The parties of an OCDS release: whom its claims name, each once, with its roles, spellings and numbers.

Who is the same as whom is what linking says and nothing else: a name is never a key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from tenderlight.languages.scripts import main_script
from tenderlight.linking.parties import Party
from tenderlight.model.claim import Claim
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import BidderValue, Identifier, PartyValue, SupplierRole, SupplierValue
from tenderlight.publish.believed import Fact, Facts, weakest
from tenderlight.publish.ocds_section import EXTENSION

Named = PartyValue | SupplierValue | BidderValue
WINNERS = frozenset(
    {
        SupplierRole.SOLE,
        SupplierRole.LEAD,
        SupplierRole.MEMBER,
        SupplierRole.LOT_WINNER,
        SupplierRole.FRAMEWORK,
        SupplierRole.CONSORTIUM,
    }
)
"""Parts in which a supplier supplies."""
_OTHER_ROLES = {
    SupplierRole.CANDIDATE: "tenderer",
    SupplierRole.INTENDED: "intendedSupplier",
    SupplierRole.SUBCONTRACTOR: "subcontractor",
}
"""The role in OCDS of those who are named among suppliers and are none (yet)."""


@dataclass(slots=True, kw_only=True)
class _Entry:
    id: str
    name: str
    written: dict[str, None] = field(default_factory=dict)
    """Spellings of this contract."""
    identifiers: dict[Identifier, None] = field(default_factory=dict)
    roles: dict[str, list[Claim]] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Roster:
    """The parties of one release."""

    of_claim: Mapping[str, Party]
    """The party that each claim of the case names."""
    shown: Callable[[str], str]
    """Returns a name as it may be shown."""
    _entries: dict[str, _Entry] = field(default_factory=dict)

    def id_of(self, fact: Fact[Named]) -> str:
        """Return the id of the party that a claim names.

        A name that a person put in the place of the printed one was never compared with others: it is a party of its
        own.
        """
        party = self.of_claim.get(fact.claim.claim)
        is_edited = fact.value != fact.claim.value
        return f"claim-{fact.claim.claim}" if party is None or is_edited else party.id

    def take(self, fact: Fact[Named], role: str) -> None:
        """Take a party up, in a role."""
        found = self.id_of(fact)
        party = self.of_claim.get(fact.claim.claim)
        if found not in self._entries:
            is_known = party is not None and party.id == found
            self._entries[found] = _Entry(id=found, name=party.name if is_known and party else fact.value.name)
        entry = self._entries[found]
        entry.written[fact.value.name] = None
        if not isinstance(fact.value, BidderValue):
            entry.identifiers.update(dict.fromkeys(fact.value.identifiers))
        entry.roles.setdefault(role, []).append(fact.claim)

    def reference(self, found: str) -> dict[str, object]:
        """Return how a section refers to a party."""
        return {"id": found, "name": self.shown(self._entries[found].name)}

    def made(self) -> list[dict[str, object]]:
        """Return the parties, in the order in which claims name them."""
        return [self._made(entry) for entry in self._entries.values()]

    def _made(self, entry: _Entry) -> dict[str, object]:
        numbers = [{"scheme": each.scheme, "id": each.number} for each in entry.identifiers]
        made: dict[str, object] = {"id": entry.id, "name": self.shown(entry.name), "roles": list(entry.roles)}
        if numbers:
            made["identifier"] = numbers[0]
        if numbers[1:]:
            made["additionalIdentifiers"] = numbers[1:]
        claims = {role: [claim.claim for claim in said] for role, said in entry.roles.items()}
        made[EXTENSION] = {
            "status": weakest(claim for said in entry.roles.values() for claim in said).value,
            "claims": claims,
            "names": [{"name": self.shown(name), "script": main_script(name).value} for name in entry.written],
        }
        return made


def take_parties(roster: Roster, facts: Facts) -> None:
    """Take up every party that the claims of a contract name, in its roles."""
    for kind, role in (
        (StatementKind.BUYER, "buyer"),
        (StatementKind.AGENCY, "procuringEntity"),
        (StatementKind.END_USER, "endUser"),
    ):
        for fact in facts.of(kind, PartyValue):
            roster.take(_named(fact), role)
    for supplier in facts.of(StatementKind.SUPPLIER, SupplierValue):
        if supplier.value.role not in WINNERS:
            roster.take(_named(supplier), _OTHER_ROLES[supplier.value.role])
    for bidder in facts.of(StatementKind.BIDDER, BidderValue):
        roster.take(_named(bidder), "tenderer")


def named(facts: Iterable[Fact[PartyValue]] | Iterable[Fact[SupplierValue]]) -> list[Fact[Named]]:
    """Return facts as facts of parties."""
    return [_named(fact) for fact in facts]


def _named(fact: Fact[PartyValue] | Fact[SupplierValue] | Fact[BidderValue]) -> Fact[Named]:
    return Fact(claim=fact.claim, value=fact.value)
