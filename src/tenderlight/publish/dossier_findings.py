"""Which findings of a contract a dossier would hold, whom they name, and what stands in the way of publishing them.

Only what a person confirmed is a finding. It leaves the machine only together with what speaks against it: counter-
evidence that the confirmation answers, values of other documents that contradict it, and the reply of everyone named.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from tenderlight.cases import Case
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.components.catalogue import catalogue
from tenderlight.errors import PublicationStopped, UsageError
from tenderlight.linking.contradictions import Contradiction, compared, contradictions
from tenderlight.linking.parties import Party
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.reply import Reply, ReplyState
from tenderlight.model.review import Review, ReviewVerdict
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import BidderValue, ComponentValue, LineItemValue, PartyValue, ScoreValue, SupplierValue
from tenderlight.publish.dossier_obstacles import Obstacle, told
from tenderlight.publish.dossier_sentences import value_of
from tenderlight.publish.redaction import redacted_text

SHORTEST_NAME = 4
"""Characters of a name that is looked for in quotes; shorter ones stand in other words too often."""
NOBODY = frozenset(
    {
        "定制",
        "定做",
        "非标",
        "非标定制",
        "国产",
        "国内优质",
        "优质",
        "自制",
        "自研",
        "通用",
        "不限",
        "无",
        "/",
        "-",
        "—",
    }
    | {"custom", "custom-made", "bespoke", "generic", "any", "none", "n/a", "various"}
)
"""What tables print under "brand" or "maker" where there is none: nobody who could be asked for a reply."""
_KIND_ORDER = {kind: place for place, kind in enumerate(StatementKind)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A confirmed claim, with who confirmed it and whom it names."""

    claim: Claim
    reviews: tuple[Review, ...]
    """The confirmations that count, the oldest first."""
    parties: tuple[str, ...]
    """Whom it names, each under the name that its reply is asked by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Somebody whom findings name."""

    name: str
    written: tuple[str, ...]
    """Every spelling in the case, the name first."""
    replies: tuple[Reply, ...]
    """Requests for a reply, as they stand now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is to be published of a contract."""

    contract: str
    because: str
    """Why its documents are one contract."""
    findings: tuple[Finding, ...]
    named: tuple[Named, ...]
    contradictions: tuple[Contradiction, ...]
    """Among the findings."""
    counts: Mapping[str, int]
    """Claims of the contract by status; "made" is all of them."""
    documents: tuple[str, ...]
    """SHA-256 of every document that makes claims about the contract."""


@dataclass(slots=True, kw_only=True)
class _Chosen:
    claims: list[Claim]
    confirmed: list[Claim] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)


def contract_named(case: Case, named: str) -> str:
    """Return the id of the contract that somebody names: its id or the beginning of one, or a number of the procedure.

    Raises:
        UsageError: If there is none, or several.
    """
    known = list(case.contract_reasons())
    found = {contract for contract in known if len(named) >= SHORTEST_NAME and contract.startswith(named)}
    if not found:
        numbers = case.claims(kind=StatementKind.PROJECT_NUMBER.value)
        found = {claim.contract for claim in numbers if getattr(claim.value, "number", None) == named}
    if len(found) != 1:
        many = "no contract" if not found else f"{len(found)} contracts"
        raise UsageError(
            f"The case has {many} “{named:.80}”; `tenderlight export CASE --table contracts` lists contracts."
        )
    return found.pop()


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """What would be published of a contract, and what stands in the way."""

    selection: Selection
    obstacles: tuple[Obstacle, ...]


def consider(case: Case, contract: str, *, only: Sequence[str] = (), today: datetime.date) -> Considered:
    """Return what would be published of a contract, and what is missing.

    Args:
        case: The case.
        contract: Id of the contract.
        only: Ids of the findings to publish; empty = all that are confirmed.
        today: The day of publication.

    Raises:
        UsageError: If one of `only` is not a claim of the contract.
    """
    chosen = _Chosen(claims=list(case.claims(contract=contract)))
    _choose(case, chosen, only)
    findings, named = _with_parties(case, chosen, contract)
    for finding in findings:
        chosen.obstacles += _unanswered(finding)
    chosen.obstacles += _hidden_contradictions(chosen)
    for one in named:
        chosen.obstacles += _missing_reply(one, today)
    if not findings and not chosen.obstacles:
        chosen.obstacles.append(Obstacle(key="nothing"))
    counts = {status.value: sum(claim.status is status for claim in chosen.claims) for status in ClaimStatus}
    selection = Selection(
        contract=contract,
        because=case.contract_reasons().get(contract, ""),
        findings=tuple(findings),
        named=tuple(named),
        contradictions=contradictions([_as_confirmed(finding.claim) for finding in findings]),
        counts={"made": len(chosen.claims), **counts},
        documents=tuple(sorted({claim.document for claim in chosen.claims})),
    )
    return Considered(selection=selection, obstacles=tuple(dict.fromkeys(chosen.obstacles)))


def select(case: Case, contract: str, *, only: Sequence[str] = (), today: datetime.date) -> Selection:
    """Return what is to be published of a contract; see `consider`.

    Raises:
        PublicationStopped: If a confirmation, counter-evidence or a reply is missing; the message says which.
        UsageError: If one of `only` is not a claim of the contract.
    """
    considered = consider(case, contract, only=only, today=today)
    if considered.obstacles:
        raise PublicationStopped(told(considered.obstacles), zh=told(considered.obstacles, "zh"))
    return considered.selection


def without_persons(selection: Selection) -> Selection:
    """Return a selection whose contradictions name files without the private persons that their names tell."""
    told = (
        replace(one, said=tuple(replace(said, path=redacted_text(said.path)) for said in one.said))
        for one in selection.contradictions
    )
    return replace(selection, contradictions=tuple(told))


def _choose(case: Case, chosen: _Chosen, only: Sequence[str]) -> None:
    by_id = {claim.claim: claim for claim in chosen.claims}
    unknown = [one for one in only if one not in by_id]
    if unknown:
        raise UsageError(f"The contract has no claim {unknown[0]:.80}.")
    for claim in chosen.claims:
        if only and claim.claim not in only:
            continue
        if claim.status is ClaimStatus.CONFIRMED:
            chosen.confirmed.append(claim)
        elif only:
            chosen.obstacles.append(Obstacle(key=f"not_confirmed_{claim.status.value}", claim=claim.claim))
        elif any(one.verdict is ReviewVerdict.CONFIRM for one in case.reviews.standing(claim.claim).outdated):
            chosen.obstacles.append(Obstacle(key="changed", claim=claim.claim))


def _with_parties(case: Case, chosen: _Chosen, contract: str) -> tuple[list[Finding], list[Named]]:
    parties = parties_of_case(case)
    by_claim = parties.by_claim()
    of_contract = parties.by_contract().get(contract, [])
    named: dict[str, tuple[str, ...]] = {}
    findings = []
    for claim in sorted(chosen.confirmed, key=_place):
        found = _spellings(claim, by_claim.get(claim.claim), of_contract)
        named.update(found)
        findings.append(
            Finding(
                claim=claim,
                reviews=case.reviews.standing(claim.claim).counting,
                parties=tuple(found),
            )
        )
    return findings, [
        Named(name=name, written=written, replies=case.replies.of(written, contract=contract))
        for name, written in sorted(named.items())
    ]


def _place(claim: Claim) -> tuple[int, str, str, int, int, str]:
    first = claim.quotes[0]
    return _KIND_ORDER[claim.kind], first.path, first.document, first.page_number or 0, first.start, claim.claim


def _spellings(claim: Claim, party: Party | None, of_contract: Iterable[Party]) -> dict[str, tuple[str, ...]]:
    """Return whom a finding names, with all their spellings: by its value, and by the words it quotes."""
    found: dict[str, tuple[str, ...]] = {}
    if party is not None:
        found[party.name] = _written(party)
    for name in names_in(claim):
        known = next((each for each in of_contract if name in _written(each)), None)
        found[known.name if known else name] = _written(known) if known else (name,)
    quoted = "\n".join(quote.text for quote in claim.quotes)
    for other in of_contract:
        if any(len(name) >= SHORTEST_NAME and name in quoted for name in _written(other)):
            found[other.name] = _written(other)
    return found


def _written(party: Party) -> tuple[str, ...]:
    return tuple(dict.fromkeys([party.name, *(name for variant in party.variants for name in variant.written)]))


def names_in(claim: Claim) -> list[str]:
    """Return the names that a value holds: of parties, and of makers of goods."""
    value = value_of(claim)
    match value:
        case PartyValue() | SupplierValue() | BidderValue():
            return [value.name]
        case ScoreValue():
            return [value.party] if value.party else []
        case LineItemValue():
            return [name for name in (value.maker or value.brand,) if name and name.strip().casefold() not in NOBODY]
        case ComponentValue():
            return [name for name in (value.company or _maker(value.made_by) or value.maker,) if name]
    return []


def _maker(code: str | None) -> str | None:
    maker = None if code is None else catalogue().makers.get(code)
    return None if maker is None else maker.name


def _unanswered(finding: Finding) -> list[Obstacle]:
    """Return what speaks against a finding, where its confirmations do not say why it was confirmed all the same."""
    if not finding.claim.against or any(review.because for review in finding.reviews):
        return []
    claim = finding.claim
    return [Obstacle(key="unanswered", claim=claim.claim, values=(("against", claim.against[0]),))]


def _hidden_contradictions(chosen: _Chosen) -> list[Obstacle]:
    """Return the values of other documents that contradict a finding and that the dossier would not show."""
    confirmed = map(_as_confirmed, chosen.confirmed)
    shown = {(name, claim.quotes[0].path, words) for claim in confirmed for name, _, words in compared(claim)}
    fields = {name for name, _, _ in shown}
    held = [_as_confirmed(claim) for claim in chosen.claims if claim.status is not ClaimStatus.REJECTED]
    saying = {(name, claim.quotes[0].path, words): claim.claim for claim in held for name, _, words in compared(claim)}
    return [
        Obstacle(
            key="contradiction",
            claim=saying.get((one.field, said.path, said.value), ""),
            values=(("field", one.field), ("value", said.value[:80]), ("path", said.path)),
        )
        for one in contradictions(held)
        if one.field in fields
        for said in one.said
        if (one.field, said.path, said.value) not in shown
    ]


def _as_confirmed(claim: Claim) -> Claim:
    """Return a claim with the value that those who confirmed it read."""
    return replace(claim, value=value_of(claim))


def _missing_reply(named: Named, today: datetime.date) -> list[Obstacle]:
    if not named.replies:
        return [Obstacle(key="not_asked", party=named.name)]
    if any(reply.state(today) is not ReplyState.WAITING for reply in named.replies):
        return []
    last = max(reply.asked.deadline for reply in named.replies)
    return [Obstacle(key="waiting", party=named.name, values=(("deadline", last),))]
