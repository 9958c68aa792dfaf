"""Contracts: a list, and a page for each with its stages, its sources side by side, and where they contradict."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tenderlight.cases.heads import ContractHead
from tenderlight.linking.contradictions import Contradiction, contradictions
from tenderlight.model.claim import Claim
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import DateValue
from tenderlight.publish.against import reason_in
from tenderlight.publish.dossier_obstacles import contradiction_in
from tenderlight.publish.ordering import least_telling
from tenderlight.publish.views import FACT_ORDER
from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.lines import ClaimLine, claim_line
from tenderlight.web.note_views import NoteView, notes_on
from tenderlight.web.saying import label_of, sort_of, value_of
from tenderlight.web.showing import Shown

A_PAGE = 50
STAGE_ORDER = tuple(Stage)
SIDE_BY_SIDE = (
    StatementKind.BUYER,
    StatementKind.AGENCY,
    StatementKind.SUPPLIER,
    StatementKind.AMOUNT,
    StatementKind.DATE,
    StatementKind.PROJECT_NUMBER,
    StatementKind.REGION,
    StatementKind.END_USER,
    StatementKind.BIDDER,
)
"""Kinds that a row of the table of sources is made for."""
MOST_ROWS = 400
"""Goods and capabilities listed on a contract's page; the list of claims has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractLine:
    """A contract in the list."""

    contract: str
    href: str
    title: str
    head: ContractHead
    capabilities: tuple[tuple[str, int], ...]
    """Labels of capabilities that are bought, with claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractsPage:
    """A part of the list of contracts."""

    count: int
    contracts: tuple[ContractLine, ...]
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineStep:
    """One document in the timeline of a contract."""

    stage: str
    date: str
    sort: str
    document: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One document of a contract."""

    document: str
    path: str
    name: str
    """The last part of its path."""
    stage: str
    original_href: str
    claims_href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What one document says in one row."""

    claim: str
    href: str
    value: str
    sort: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One kind of fact, with what each document says of it, in the order of the sources."""

    kind: str
    cells: tuple[tuple[Said, ...], ...]
    differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractPage:
    """All of one contract."""

    contract: str
    title: str
    because: str
    head: ContractHead
    timeline: tuple[TimelineStep, ...]
    sources: tuple[Source, ...]
    rows: tuple[Row, ...]
    contradictions: tuple[str, ...]
    capabilities: tuple[ClaimLine, ...]
    goods: tuple[ClaimLine, ...]
    more: int
    """Claims that are not listed here."""
    claims_href: str
    queue_href: str
    notes: tuple[NoteView, ...]


def title_of(head: ContractHead) -> str:
    """Return what a contract is called."""
    return head.title or head.number or head.buyer or head.contract


async def show_contracts(asked: Asked) -> Shown:
    """Show the contracts, those with most to confirm of what is bought first."""
    heads = sorted(asked.desk.heads().values(), key=_most_telling_first)
    place, year = asked.word("place"), asked.word("year")
    heads = [
        head
        for head in heads
        if place in {"", head.country, head.province, head.place_code} and year in {"", str(head.year)}
    ]
    number = asked.number("page")
    shown = heads[(number - 1) * A_PAGE : number * A_PAGE]
    page = ContractsPage(
        count=len(heads),
        contracts=tuple(_line(asked, head) for head in shown),
        previous=asked.here(page=number - 1) if number > 1 else None,
        following=asked.here(page=number + 1) if number * A_PAGE < len(heads) else None,
    )
    return Shown(template="contracts.html", values=page)


def _line(asked: Asked, head: ContractHead) -> ContractLine:
    return ContractLine(
        contract=head.contract,
        href=asked.link(f"/contracts/{head.contract}"),
        title=title_of(head),
        head=head,
        capabilities=tuple((label_of(asked.language, code), count) for code, count in head.capabilities.items()),
    )


def _most_telling_first(head: ContractHead) -> tuple[int, int, str]:
    return -sum(head.capabilities.values()), -sum(head.mentions.values()), head.contract


async def show_contract(asked: Asked) -> Shown:
    """Show one contract."""
    contract = asked.part("contract")
    head = asked.desk.head(contract)
    if head is None:
        raise Trouble(404, "error.not_found")
    claims = list(asked.desk.case.claims(contract=contract))
    facts = [claim for claim in claims if claim.kind is not StatementKind.CAPABILITY]
    documents = _in_order(claims)
    found = contradictions(facts)
    capabilities = sorted((one for one in claims if one.kind is StatementKind.CAPABILITY), key=least_telling)
    goods = [one for one in claims if one.kind in {StatementKind.LINE_ITEM, StatementKind.COMPONENT}]
    page = ContractPage(
        contract=contract,
        title=title_of(head),
        because=reason_in(asked.language, head.because),
        head=head,
        timeline=_timeline(asked, facts),
        sources=tuple(_source(asked, claim, claims) for claim in documents),
        rows=tuple(_rows(asked, facts, [claim.document for claim in documents], found)),
        contradictions=tuple(contradiction_in(asked.language, one) for one in found),
        capabilities=tuple(claim_line(asked, claim) for claim in capabilities[:MOST_ROWS]),
        goods=tuple(claim_line(asked, claim) for claim in goods[:MOST_ROWS]),
        more=max(0, len(capabilities) - MOST_ROWS) + max(0, len(goods) - MOST_ROWS),
        claims_href=asked.link("/claims", contract=contract),
        queue_href=asked.link("/queue", contract=contract),
        notes=notes_on(asked, f"contract:{contract}"),
    )
    return Shown(template="contract.html", values=page)


def _stage_of(claims: Iterable[Claim], document: str) -> str:
    """Return the stage that most claims of a document say it stands at."""
    stages = [claim.stage.value for claim in claims if claim.document == document and claim.stage is not None]
    return max(sorted(set(stages)), key=stages.count) if stages else "none"


def _in_order(claims: list[Claim]) -> list[Claim]:
    """Return a claim of each document, documents by stage and path."""
    order = {stage.value: number for number, stage in enumerate(STAGE_ORDER)}
    stages = {document: _stage_of(claims, document) for document in {claim.document for claim in claims}}
    each = {claim.document: claim for claim in claims}.values()
    return sorted(each, key=lambda one: (order.get(stages[one.document], len(order)), one.quotes[0].path))


def _source(asked: Asked, claim: Claim, claims: list[Claim]) -> Source:
    return Source(
        document=claim.document,
        path=claim.quotes[0].path,
        name=claim.quotes[0].path.rpartition("/")[2] or claim.quotes[0].path,
        stage=_stage_of(claims, claim.document),
        original_href=f"/originals/{claim.document}",
        claims_href=asked.link("/claims", contract=claim.contract, document=claim.document),
    )


def _timeline(asked: Asked, facts: Iterable[Claim]) -> tuple[TimelineStep, ...]:
    """Return the days that documents of the contract give, in order; documents without a day last, by stage."""
    steps = {
        TimelineStep(
            stage="none" if claim.stage is None else claim.stage.value,
            date=claim.value.date.iso(),
            sort=sort_of(asked.language, claim),
            document=claim.document,
            path=claim.quotes[0].path,
        )
        for claim in facts
        if isinstance(claim.value, DateValue)
    }
    return tuple(sorted(steps, key=lambda step: (step.date, step.sort, step.path)))


def _rows(asked: Asked, facts: list[Claim], documents: list[str], found: Iterable[Contradiction]) -> Iterable[Row]:
    words = {"buyer": "buyer", "supplier": "supplier", "price": "amount", "award date": "date", "contract date": "date"}
    differing = {words[name] for one in found for name in words if one.field.startswith(name)}
    for kind in sorted(SIDE_BY_SIDE, key=FACT_ORDER.index):
        of_kind = [claim for claim in facts if claim.kind is kind]
        if of_kind:
            cells = tuple(_cell(asked, [one for one in of_kind if one.document == document]) for document in documents)
            yield Row(kind=kind.value, cells=cells, differs=kind.value in differing)


def _cell(asked: Asked, claims: Iterable[Claim]) -> tuple[Said, ...]:
    said: dict[tuple[str, str], Said] = {}
    for claim in claims:
        one = Said(
            claim=claim.claim,
            href=asked.link(f"/claims/{claim.claim}"),
            value=value_of(asked.language, claim),
            sort=sort_of(asked.language, claim),
            status=claim.status.value,
        )
        said.setdefault((one.value, one.sort), one)
    return tuple(said.values())
