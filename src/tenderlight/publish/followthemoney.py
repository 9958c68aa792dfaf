"""A case as entities of FollowTheMoney, one a line of JSON. Needs the extra `ftm`.

A contract is a `Contract`, what it bought from whom a `ContractAward`; who bid in vain stands in a `CallForTenders`.
Parties are `Company`, `PublicBody` or `LegalEntity`, never a person: a claim that names what looks like one is left
out. Each claim is a `Documentation` of its document with the quote, and each name in a document a `Mention`. Who is the
same as whom is what linking says: a name is never a key.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from tenderlight.cases import Case
from tenderlight.errors import OptionalPartMissing
from tenderlight.facts.names.persons import looks_like_person
from tenderlight.languages.scripts import main_script
from tenderlight.linking.party_spellings import PARTY_KINDS
from tenderlight.matching.identifiers import comparable
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import BidderValue, PartyValue, SupplierValue
from tenderlight.publish.believed import Fact, facts_of
from tenderlight.publish.ftm_contract import Contracts
from tenderlight.publish.ftm_values import put
from tenderlight.publish.ocds_parties import Named, Roster
from tenderlight.publish.redaction import redacted_text
from tenderlight.publish.told_replies import Replies
from tenderlight.publish.writing import whole_file

_NUMBERS = {
    "uscc": "uscCode",
    "lei": "leiCode",
    "inn": "innCode",
    "ogrn": "ogrnCode",
    "duns": "dunsCode",
}
"""The property of a register's number; any other register's is a registration number."""
_BUYING = frozenset({StatementKind.BUYER, StatementKind.END_USER})


@dataclass(slots=True, kw_only=True)
class _Party:
    """What the claims that are exported say of one party."""

    has_form: bool
    names: dict[str, None] = field(default_factory=dict)
    numbers: dict[tuple[str, str], None] = field(default_factory=dict)
    buys: bool = False


def _model() -> Any:
    """Return the model of FollowTheMoney.

    Raises:
        OptionalPartMissing: If it is not installed.
    """
    try:
        from followthemoney import model
    except ImportError:
        raise OptionalPartMissing("Entities of FollowTheMoney need followthemoney.", extra="ftm") from None
    return model


def write_entities(case: Case, claims: Callable[[], Iterable[Claim]], replies: Replies, target: Path) -> None:
    """Write the entities of a case: its parties, then contract by contract.

    Args:
        case: The case.
        claims: Returns its claims by contract, those that are to be told; asked twice.
        replies: Its replies.
        target: The file.

    Raises:
        OptionalPartMissing: If followthemoney is not installed.
        StorageFull: If the disk would not take it.
    """
    model = _model()
    shown = redacted_text if replies.is_redacted else str
    roster = Roster(of_claim=replies.parties.by_claim(), shown=shown)
    known = {
        party: _line(entity)
        for party, said in _parties(claims(), roster).items()
        if (entity := _party_entity(model, party, said, shown)).get("name")
    }
    media_types = {line.document: line.media_type for line in case.documents()}
    contracts = Contracts(
        roster=roster,
        parties=known.keys(),
        media_types=media_types,
        replies=replies,
        shown=shown,
        made=model.make_entity,
    )
    with whole_file(target) as unfinished, unfinished.open("wb") as file:
        file.writelines(known.values())
        for contract, group in groupby(claims(), key=lambda claim: claim.contract):
            for entity in contracts.entities(contract, list(group)):
                file.write(_line(entity))


def _line(entity: Any) -> bytes:
    told = entity.to_dict()
    properties = {name: sorted(values) for name, values in sorted(told["properties"].items())}
    line = {"id": told["id"], "schema": told["schema"], "properties": properties}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode("utf-8") + b"\n"


def _parties(claims: Iterable[Claim], roster: Roster) -> dict[str, _Party]:
    """Return the parties that claims name which nobody rejected, by id, in the order of ids; no private persons."""
    found: dict[str, _Party] = {}
    for fact in _naming(claims):
        name = fact.value.name
        if looks_like_person(name):
            continue
        ident = roster.id_of(fact)
        party = roster.of_claim.get(fact.claim.claim)
        said = found.setdefault(
            ident, _Party(has_form=party is not None and party.id == ident and party.schema == "Company")
        )
        said.names[name] = None
        said.buys |= fact.claim.kind in _BUYING
        if not isinstance(fact.value, BidderValue):
            numbers = map(comparable, fact.value.identifiers)
            said.numbers.update(dict.fromkeys(number for number in numbers if number is not None))
    return dict(sorted(found.items()))


def _naming(claims: Iterable[Claim]) -> Iterator[Fact[Named]]:
    for claim in claims:
        if claim.kind in PARTY_KINDS and claim.status is not ClaimStatus.REJECTED:
            for facts in facts_of([_as_unreviewed(claim)]).by_kind.values():
                for fact in facts:
                    assert isinstance(fact.value, PartyValue | SupplierValue | BidderValue)
                    yield Fact(claim=claim, value=fact.value)


def _as_unreviewed(claim: Claim) -> Claim:
    """Return a claim that counts: of one that people are unsure of, the party is told, its status beside it."""
    return replace(claim, status=ClaimStatus.UNREVIEWED) if claim.status is ClaimStatus.UNSURE else claim


def _party_entity(model: Any, ident: str, said: _Party, shown: Callable[[str], str]) -> Any:
    schema = "Company" if said.has_form else "PublicBody" if said.buys else "LegalEntity"
    entity = model.make_entity(schema)
    entity.id = ident
    scripts: Mapping[str, str] = {}
    for name in said.names:
        script = main_script(name).value
        is_first = script not in scripts
        scripts = {**scripts, script: name}
        put(entity, "name" if is_first else "alias", shown(name))
    for scheme, number in said.numbers:
        put(entity, _NUMBERS.get(scheme, "registrationNumber"), number)
    return entity
