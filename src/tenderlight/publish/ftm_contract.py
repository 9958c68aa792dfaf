"""The entities of FollowTheMoney that one contract is: the contract, its awards, its call, its documents and claims."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tenderlight.facts.names.persons import looks_like_person
from tenderlight.linking.party_spellings import PARTY_KINDS
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.reply import party_key
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    BidderValue,
    DateKind,
    DateValue,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    SupplierRole,
    SupplierValue,
    TextValue,
)
from tenderlight.publish.believed import Fact, Facts, agreed, facts_of, most_printed, weakest
from tenderlight.publish.cells import row
from tenderlight.publish.ftm_values import put
from tenderlight.publish.ocds_deals import Deal, amounts, dates, deals_of
from tenderlight.publish.ocds_parties import Named, Roster, named
from tenderlight.publish.told_replies import Replies, reply_words

OCID = "ocid"


@dataclass(slots=True, kw_only=True)
class Contracts:
    """Makes the entities of contracts, one after the other; a document that several quote is told once."""

    roster: Roster
    parties: Collection[str]
    """Ids of the parties that are told."""
    media_types: Mapping[str, str | None]
    replies: Replies
    shown: Callable[[str], str]
    made: Callable[[str], Any]
    """Returns an empty entity of a schema."""
    _told: set[str] = field(default_factory=set)

    def entities(self, contract: str, claims: Sequence[Claim]) -> Iterator[Any]:
        """Yield the entities of one contract, those that others refer to first."""
        facts = facts_of(claims)
        yield from self._documents(claims)
        yield self._contract(contract, facts)
        call = self._call(contract, facts)
        if call is not None:
            yield call
        for deal in deals_of(facts, self.roster):
            yield from self._awards(contract, facts, deal, call)
        for claim in claims:
            if not _names_person(claim):
                yield from self._claim(contract, claim)
        yield from self._notes(contract, claims)

    def _entity(self, schema: str, ident: str) -> Any:
        entity = self.made(schema)
        entity.id = ident
        return entity

    def _documents(self, claims: Sequence[Claim]) -> Iterator[Any]:
        for document, path in sorted({(quote.document, quote.path) for claim in claims for quote in claim.quotes}):
            if document not in self._told:
                self._told.add(document)
                entity = self._entity("Document", document_id(document))
                put(entity, "fileName", self.shown(path)) or put(entity, "fileName", document)
                put(entity, "mimeType", self.media_types.get(document))
                put(entity, "notes", f"SHA-256 {document}")
                yield entity

    def _contract(self, contract: str, facts: Facts) -> Any:
        entity = self._entity("Contract", contract_id(contract))
        self._put_title(entity, contract, facts)
        for number in facts.of(StatementKind.PROJECT_NUMBER, ProjectNumberValue):
            put(entity, "noticeId" if number.value.label == OCID else "procedureNumber", number.value.number)
        put(entity, "authority", self._ids(named(facts.of(StatementKind.BUYER, PartyValue))))
        put(entity, "contractDate", _agreed_date(dates(facts, DateKind.CONTRACT)))
        _add_money(entity, amounts(facts, AmountKind.CONTRACT, None))
        countries = {fact.value.country for fact in facts.of(StatementKind.REGION, RegionValue)} - {None}
        if len(countries) == 1:
            put(entity, "country", countries.pop())
        every = [fact.claim for of_kind in facts.by_kind.values() for fact in of_kind]
        put(entity, "status", weakest(every).value)
        return entity

    def _put_title(self, entity: Any, contract: str, facts: Facts) -> None:
        """Give an entity the title that most documents print; else their number; else the id of the contract."""
        titles = most_printed(facts.of(StatementKind.TITLE, TextValue), lambda value: value.text)
        numbers = facts.of(StatementKind.PROJECT_NUMBER, ProjectNumberValue)
        printed = most_printed(numbers, lambda value: value.number)
        said = [*(self.shown(fact.value.text) for fact in titles[:1]), *(fact.value.number for fact in printed[:1])]
        for title in (*said, contract):
            if put(entity, "title", title):
                return

    def _ids(self, facts: Sequence[Fact[Named]]) -> list[str]:
        """Return the parties that facts name, those that are told."""
        found = dict.fromkeys(self.roster.id_of(fact) for fact in facts)
        return [ident for ident in found if ident in self.parties]

    def _call(self, contract: str, facts: Facts) -> Any | None:
        """Return who bid and did not win, or not yet; None if nobody did, or the documents name no buyer."""
        losers = facts.of(StatementKind.BIDDER, BidderValue)
        candidates = [
            fact
            for fact in facts.of(StatementKind.SUPPLIER, SupplierValue)
            if fact.value.role is SupplierRole.CANDIDATE
        ]
        tenderers = self._ids([*named(candidates), *(Fact(claim=one.claim, value=one.value) for one in losers)])
        buyers = self._ids(named(facts.of(StatementKind.BUYER, PartyValue)))
        if not tenderers or not buyers:
            return None
        entity = self._entity("CallForTenders", f"tl-call-{contract}")
        self._put_title(entity, contract, facts)
        put(entity, "authority", buyers)
        put(entity, "tenderers", tenderers)
        put(entity, "submissionDeadline", _agreed_date(dates(facts, DateKind.DEADLINE)))
        return entity

    def _awards(self, contract: str, facts: Facts, deal: Deal, call: Any | None) -> Iterator[Any]:
        """Yield an award for each supplier of a deal; of partners, none has the price."""
        suppliers = self._ids(named(deal.suppliers))
        for supplier in suppliers:
            entity = self._entity("ContractAward", f"tl-award-{contract}-{_short(f'{deal.lot} {supplier}')}")
            own = [fact for fact in deal.suppliers if self._ids(named([fact])) == [supplier]]
            put(entity, "contract", contract_id(contract))
            put(entity, "supplier", supplier)
            put(entity, "lotNumber", deal.lot)
            put(entity, "role", sorted({fact.value.role.value for fact in own}))
            put(entity, "status", weakest(fact.claim for fact in own).value)
            put(entity, "date", _agreed_date(dates(facts, DateKind.AWARD)) if deal.lot is None else None)
            put(entity, "callForTenders", None if call is None else call.id)
            if len(suppliers) == 1 and not deal.is_one_of_several:
                _add_money(entity, amounts(facts, AmountKind.AWARD, deal.lot))
            yield entity

    def _claim(self, contract: str, claim: Claim) -> Iterator[Any]:
        """Yield a claim as what documents its party or contract; of a rejected one, the contract alone."""
        party = self._party_of(claim)
        quote = claim.quotes[0]
        entity = self._entity("Documentation", f"tl-claim-{claim.claim}")
        put(entity, "document", document_id(quote.document))
        put(entity, "entity", contract_id(contract) if party is None else party)
        put(entity, "role", " ".join(str(part.value) for part in (claim.kind, claim.polarity) if part is not None))
        put(entity, "recordId", claim.claim)
        put(entity, "status", claim.status.value)
        put(entity, "summary", quote.text)
        put(entity, "description", [self._says(claim), *claim.against])
        yield entity
        if party is not None:
            assert isinstance(claim.value, PartyValue | SupplierValue | BidderValue)
            name = claim.value.name
            mention = self._entity("Mention", f"tl-mention-{_short(f'{quote.document} {party} {name}')}")
            if mention.id not in self._told:
                self._told.add(mention.id)
                put(mention, "document", document_id(quote.document))
                put(mention, "resolved", party)
                if put(mention, "name", self.shown(name)):
                    yield mention

    def _party_of(self, claim: Claim) -> str | None:
        if claim.kind not in PARTY_KINDS or claim.status is ClaimStatus.REJECTED:
            return None
        value = claim.value if claim.edit is None or claim.edit.value is None else claim.edit.value
        if not isinstance(value, PartyValue | SupplierValue | BidderValue):
            return None
        return next(iter(self._ids([Fact(claim=claim, value=value)])), None)

    def _says(self, claim: Claim) -> str:
        """Return what a claim says in words, and where its words stand."""
        cells = row(claim)
        place = cells["place"] if claim.quotes[0].page_number is None else f"page {claim.quotes[0].page_number}"
        edited = "" if cells["edited_value"] is None else f", corrected by people to {cells['edited_value']}"
        kind = "" if cells["value_kind"] is None else f" ({cells['value_kind']})"
        return self.shown(f"{claim.kind.value}: {cells['value']}{kind}{edited}; {place}")

    def _notes(self, contract: str, claims: Sequence[Claim]) -> Iterator[Any]:
        """Yield what the parties were asked and answered."""
        replies = self.replies.of_contract(contract)
        for reply, told in zip(replies, self.replies.told(replies), strict=True):
            asked = party_key(reply.asked.party)
            parties = [self._party_of(claim) for claim in claims if _names(claim, asked)]
            entity = self._entity("Note", f"tl-reply-{reply.number}-{contract}")
            put(entity, "entity", [contract_id(contract), *(party for party in parties if party is not None)])
            put(entity, "name", f"Right of reply: {told['party']}")
            put(entity, "description", reply_words(told))
            yield entity


def contract_id(contract: str) -> str:
    """Return the id of a contract among entities."""
    return f"tl-contract-{contract}"


def document_id(document: str) -> str:
    """Return the id of an original among entities."""
    return f"tl-document-{document}"


def _names_person(claim: Claim) -> bool:
    edited = None if claim.edit is None else claim.edit.value
    values = (claim.value, edited)
    return any(
        isinstance(value, PartyValue | SupplierValue | BidderValue) and looks_like_person(value.name)
        for value in values
    )


def _names(claim: Claim, asked: str) -> bool:
    value = claim.value
    return isinstance(value, PartyValue | SupplierValue | BidderValue) and party_key(value.name) == asked


def _agreed_date(facts: Sequence[Fact[DateValue]]) -> str | None:
    """Return the date that all agree on, as far as it is printed: a day, a month, a year."""
    chosen, _ = agreed(facts, lambda value: value.date.iso())
    return chosen[0].value.date.iso() if chosen else None


def _add_money(entity: Any, facts: Sequence[Fact[AmountValue]]) -> None:
    """Put an amount that all agree on into an entity; none without its currency, none for a period."""
    chosen, _ = agreed(facts, lambda value: (value.amount, value.currency, value.percent))
    if not chosen or any(fact.value.period for fact in chosen):
        return
    value = chosen[0].value
    if value.amount is not None and value.currency is not None:
        put(entity, "amount", f"{value.amount:f}")
        put(entity, "currency", value.currency)


def _short(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
