"""One contract of a case as a release of OCDS 1.1: what its documents say, field by field, and every claim beside it.

A budget is never an award value, a tender is no award, those who lost or may yet win are tenderers and never suppliers,
a bid made as a rate has no value, a day that is not printed is not made up. What no field can hold, and why, stands in
our extension, with all claims, their quotes, and what people said of them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from tenderlight.cases.encoding import encode_claim
from tenderlight.linking.contradictions import contradictions
from tenderlight.linking.parties import Party
from tenderlight.model.claim import Claim
from tenderlight.model.reply import Reply
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    BidderValue,
    DateKind,
    LineItemValue,
    PartyValue,
    ProjectNumberValue,
    SupplierRole,
    SupplierValue,
    TextValue,
)
from tenderlight.publish.believed import Fact, Facts, facts_of
from tenderlight.publish.ocds_deals import BOUGHT, SIGNED, amounts, award_of, contract_of, dates, deals_of
from tenderlight.publish.ocds_items import items
from tenderlight.publish.ocds_parties import Named, Roster, named, take_parties
from tenderlight.publish.ocds_section import EXTENSION, LeftOut, Section
from tenderlight.publish.told_replies import ToldReply

ASKING = frozenset({Stage.TENDER, Stage.SINGLE_SOURCE, Stage.CANDIDATE})
NO_STAGE = "No document of the contract says at what stage it is; the tag is the least that OCDS has."
NOTHING_SAID = "Nothing that the documents say fills a section of OCDS; the tag is the least that OCDS has."
NOTHING_COUNTS = "People rejected every claim of the contract, or were unsure; the tag is the least that OCDS has."
SEVERAL_BUYERS = "The documents name several buyers; OCDS has room for one."
SEVERAL_OCIDS = "The documents print several OCIDs."
OCID = "ocid"
encoder = msgspec.json.Encoder(decimal_format="number")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a release takes from the case beside the claims of its contract."""

    of_claim: Mapping[str, Party]
    """The party that each claim names."""
    reasons: Mapping[str, str]
    """Why the documents of a contract are one, by contract."""
    media_types: Mapping[str, str | None]
    """By document."""
    noted: Mapping[str, str]
    """When the custody log last spoke of a document, UTC."""
    replies: Callable[[str], Sequence[Reply]]
    """The replies of a contract."""
    told: Callable[[Iterable[Reply]], list[ToldReply]]
    ocid_prefix: str
    shown: Callable[[str], str] = str
    """Returns a text as it may be shown."""


@dataclass(slots=True, kw_only=True)
class _Making:
    """A release that is being made."""

    contract: str
    claims: Sequence[Claim]
    facts: Facts
    roster: Roster
    told: Told
    left_out: list[LeftOut] = field(default_factory=list)
    release: dict[str, object] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)

    _documents: dict[frozenset[Stage], list[Claim]] = field(default_factory=dict)

    def documents_at(self, stages: frozenset[Stage]) -> list[Claim]:
        """Return a claim of each document that stands at one of these stages, by document."""
        if stages not in self._documents:
            found = {claim.document: claim for claim in self.claims if claim.stage in stages}
            self._documents[stages] = [claim for _, claim in sorted(found.items())]
        return self._documents[stages]

    def section(self, name: str) -> Section:
        """Return an empty section."""
        return Section(place=name, left_out=self.left_out)


def release_of(contract: str, claims: Sequence[Claim], told: Told) -> tuple[bytes, str]:
    """Return the release of a contract as JSON, and its date.

    Args:
        contract: Its id.
        claims: All of them, in order, as they are to be shown.
        told: What else the case says.
    """
    roster = Roster(of_claim=told.of_claim, shown=told.shown)
    making = _Making(contract=contract, claims=claims, facts=facts_of(claims), roster=roster, told=told)
    take_parties(roster, making.facts)
    ocid, replies = _ocid(making), told.replies(contract)
    _planning(making)
    _tender(making)
    _deals(making)
    if not making.tags:
        because = NOTHING_SAID if making.facts.stages else NO_STAGE if making.facts.by_kind else NOTHING_COUNTS
        making.left_out.append({"field": "tag", "because": because, "claims": []})
    date = _date(making, replies)
    content = {
        "date": date,
        "tag": making.tags or ["planning"],
        "initiationType": "tender",
        "parties": roster.made(),
        **_buyer(making),
        **making.release,
        EXTENSION: _extension(making, told.told(replies)),
    }
    version = hashlib.sha256(encoder.encode(content)).hexdigest()[:16]
    head = {"ocid": ocid, "id": f"{contract}-{version}"}
    return encoder.encode({**head, **content}), date


def _ocid(making: _Making) -> str:
    """Return the OCID that the documents print; else one of ours."""
    numbers = [fact for fact in _numbers(making) if fact.value.label == OCID]
    printed = {fact.value.number for fact in numbers}
    if len(printed) == 1:
        return printed.pop()
    if printed:
        making.section("").leave_out(OCID, SEVERAL_OCIDS, numbers)
    return f"{making.told.ocid_prefix}-{making.contract}"


def _numbers(making: _Making) -> list[Fact[ProjectNumberValue]]:
    return making.facts.of(StatementKind.PROJECT_NUMBER, ProjectNumberValue)


def _date(making: _Making, replies: Iterable[Reply]) -> str:
    """Return when the case last learnt something of the contract: a document, a review, a reply."""
    times = [making.told.noted.get(document, "") for document in {claim.document for claim in making.claims}]
    times += [reply.at for reply in replies]
    return max(times) or "1970-01-01T00:00:00Z"


def _buyer(making: _Making) -> dict[str, object]:
    buyers = making.facts.of(StatementKind.BUYER, PartyValue)
    ids = dict.fromkeys(making.roster.id_of(fact) for fact in named(buyers))
    if len(ids) > 1:
        making.left_out.append(
            {"field": "buyer", "because": SEVERAL_BUYERS, "claims": [fact.claim.claim for fact in buyers]}
        )
    return {"buyer": making.roster.reference(*ids)} if len(ids) == 1 else {}


def _planning(making: _Making) -> None:
    budgets = amounts(making.facts, AmountKind.BUDGET, None)
    if Stage.PLAN not in making.facts.stages and not budgets:
        return
    budget = making.section("planning/budget")
    budget.money("amount", budgets)
    planning = making.section("planning")
    if budget.fields:
        planning.fields["budget"] = budget.made()
    _documents(making, planning, frozenset({Stage.PLAN}))
    making.release["planning"] = planning.made()
    making.tags.append("planning")


def _tender(making: _Making) -> None:
    facts, roster = making.facts, making.roster
    is_over = Stage.CANCELLATION in facts.stages and not facts.stages & BOUGHT
    losers = facts.of(StatementKind.BIDDER, BidderValue)
    estimates = amounts(facts, AmountKind.ESTIMATE, None)
    is_asked = facts.stages & ASKING or (Stage.CORRECTION in facts.stages and not facts.stages & BOUGHT)
    if not (is_asked or is_over or losers or estimates):
        return
    tender = making.section("tender")
    tender.fields["id"] = making.contract
    _name(making, tender)
    if is_over:
        tender.fields["status"] = "cancelled"
    if Stage.SINGLE_SOURCE in facts.stages:
        tender.fields["procurementMethod"] = "direct"
    agencies = named(facts.of(StatementKind.AGENCY, PartyValue))
    ids = dict.fromkeys(map(roster.id_of, agencies))
    if len(ids) == 1:
        tender.put("procuringEntity", roster.reference(*ids), [fact.claim for fact in agencies])
    tender.money("value", estimates)
    period = making.section("tender/tenderPeriod")
    period.day("endDate", dates(facts, DateKind.DEADLINE), ends=True)
    if period.fields:
        tender.fields["tenderPeriod"] = period.made()
    candidates = [
        fact for fact in facts.of(StatementKind.SUPPLIER, SupplierValue) if fact.value.role is SupplierRole.CANDIDATE
    ]
    bidding: list[Fact[Named]] = [*named(candidates), *losers]
    if bidding:
        tenderers = dict.fromkeys(roster.id_of(fact) for fact in bidding)
        tender.put("tenderers", [roster.reference(each) for each in tenderers], [fact.claim for fact in bidding])
    lines = facts.of(StatementKind.LINE_ITEM, LineItemValue)
    items(tender, [fact for fact in lines if fact.stage in ASKING], roster.shown)
    _documents(making, tender, ASKING | {Stage.CORRECTION, Stage.CANCELLATION})
    making.release["tender"] = tender.made()
    making.tags.append("tenderCancellation" if is_over else "tender")


def _name(making: _Making, section: Section) -> None:
    """Give a section the title and the number that most documents print."""
    titles = making.facts.of(StatementKind.TITLE, TextValue)
    section.text("title", [Fact(claim=fact.claim, value=making.told.shown(fact.value.text)) for fact in titles])
    numbers = [fact for fact in _numbers(making) if fact.value.label != OCID and not _is_contracts(fact.value.label)]
    section.text("id", [Fact(claim=fact.claim, value=fact.value.number) for fact in numbers])


def _is_contracts(label: str) -> bool:
    """Say whether a number is that of the contract, by the words beside it."""
    return "合同" in label or "contract" in label.casefold()


def _deals(making: _Making) -> None:
    facts, roster, told = making.facts, making.roster, deals_of(making.facts, making.roster)
    if not told:
        return
    awards = [award_of(deal, facts, roster, making.left_out, is_only=len(told) == 1) for deal in told]
    for award in awards:
        _documents(making, award, frozenset({Stage.AWARD}))
    making.release["awards"] = [award.made() for award in awards]
    making.tags.append("award")
    signed = [deal for deal in told if deal.is_signed]
    contracts = [contract_of(deal, facts, roster, making.left_out, is_only=len(told) == 1) for deal in signed]
    for contract in contracts:
        _documents(making, contract, SIGNED)
    if contracts:
        making.release["contracts"] = [contract.made() for contract in contracts]
        making.tags.append("contract")


def _documents(making: _Making, section: Section, stages: frozenset[Stage]) -> None:
    """List in a section the originals that stand at one of these stages."""
    found = making.documents_at(stages)
    if found:
        section.fields["documents"] = [_document(making, claim) for claim in found]


def _document(making: _Making, claim: Claim) -> dict[str, object]:
    made: dict[str, object] = {"id": claim.document, "title": making.told.shown(claim.quotes[0].path)}
    media_type = making.told.media_types.get(claim.document)
    return made if media_type is None else {**made, "format": media_type}


def _extension(making: _Making, replies: list[ToldReply]) -> dict[str, object]:
    quoted = {claim.document: claim for claim in making.claims}
    return {
        "contract": making.contract,
        "because": making.told.shown(making.told.reasons.get(making.contract, "")),
        "documents": [_document(making, claim) for _, claim in sorted(quoted.items())],
        "claims": [msgspec.Raw(encode_claim(claim)) for claim in making.claims],
        "replies": replies,
        "contradictions": [one.sentence for one in contradictions(making.claims)],
        "leftOut": making.left_out,
    }
