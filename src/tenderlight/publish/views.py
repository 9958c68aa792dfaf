"""What the report's pages show, in the words of their templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from tenderlight.capabilities import CapabilityEntry
from tenderlight.languages.segments import sentence_around
from tenderlight.linking.contradictions import contradictions
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page
from tenderlight.model.layout import Layout
from tenderlight.model.quote import Quote
from tenderlight.model.statement import BUYING_POLARITIES, Polarity, Stage, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, CapabilityValue
from tenderlight.publish.cells import row
from tenderlight.publish.ordering import gravity
from tenderlight.publish.pictures import Picture, pages_with, pictures_of
from tenderlight.publish.wording import PICTURE_SAYS, counter_evidence, is_purchase, sentence, where

FindPage = Callable[[str, int], tuple[Page, Layout | None] | None]
"""Returns a page by document and number, with its layout if it has one; None if it was not read."""

STAGE_WEIGHT = {Stage.ACCEPTANCE: 0, Stage.CONTRACT: 1, Stage.AWARD: 2}
"""Facts of later stages are shown first in the overview."""
FACT_ORDER = (
    StatementKind.STAGE,
    StatementKind.TITLE,
    StatementKind.PROJECT_NUMBER,
    StatementKind.BUYER,
    StatementKind.AGENCY,
    StatementKind.SUPPLIER,
    StatementKind.AMOUNT,
    StatementKind.DATE,
    StatementKind.REGION,
    StatementKind.LINE_ITEM,
    StatementKind.COMPONENT,
    StatementKind.END_USER,
    StatementKind.BIDDER,
    StatementKind.SCORE,
    StatementKind.MARK,
    StatementKind.LINK,
)
PRICE_KINDS = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.SUM_OF_LOTS, AmountKind.CALL_OFF})


@dataclass(frozen=True, slots=True, kw_only=True)
class PolarityCount:
    """How often a contract's documents speak of a capability in one way."""

    polarity: str
    is_buying: bool
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityLine:
    """One capability of a contract in the overview."""

    label: str
    purchase: tuple[PolarityCount, ...]
    """In award, contract and acceptance documents."""
    other: tuple[PolarityCount, ...]
    """In all other documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractLine:
    """One contract in the overview."""

    href: str
    title: str
    number: str | None
    buyer: str | None
    supplier: str | None
    amount: str | None
    because: str
    capabilities: tuple[CapabilityLine, ...]
    contradictions: tuple[str, ...]
    """Where its documents differ, a sentence each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One place where a fact is printed."""

    quote: str
    """The words, where they are not the value itself; else empty."""
    stage: str | None
    where: str
    against: tuple[str, ...]
    picture: str
    """What the pictures of the pages say, in a sentence; empty where there is nothing to compare."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """One value on a contract's page, with every place that prints it. Values that contradict stand side by side."""

    kind: str
    value: str
    value_kind: str | None
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """One quote on a contract's page, in its sentence."""

    text: str
    sentence_before: str
    sentence_after: str
    where: str
    path: str
    page_number: int | None
    document: str
    start: int
    end: int
    reader: str
    pictures: tuple[Picture, ...]
    """One for each page that it stands on."""
    is_laid_out: bool
    """Whether the pictures are of pages that the original was laid out on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One capability claim on a contract's page."""

    claim: str
    label: str
    rule: str
    rule_href: str
    rule_version: int
    polarity: str
    is_buying: bool
    stage: str | None
    status: str
    sentence: str
    confidence: str
    against: tuple[str, ...]
    picture: str
    """As in `SourceView`."""
    quotes: tuple[QuoteView, ...]


@dataclass(slots=True, kw_only=True)
class ContractView:
    """All that is said of one contract."""

    contract: str
    because: str
    facts: list[Claim] = field(default_factory=list)
    capabilities: list[Claim] = field(default_factory=list)

    def add(self, claim: Claim) -> None:
        """Take in one claim."""
        (self.capabilities if claim.kind is StatementKind.CAPABILITY else self.facts).append(claim)

    def line(self, entries: dict[str, CapabilityEntry]) -> ContractLine:
        """Return the contract's line in the overview."""
        number = self._first(StatementKind.PROJECT_NUMBER)
        return ContractLine(
            href=f"contracts/{self.contract}.html",
            title=self._first(StatementKind.TITLE) or number or f"Contract {self.contract[:8]}",
            number=number,
            buyer=self._first(StatementKind.BUYER),
            supplier=self._first(StatementKind.SUPPLIER),
            amount=self._price(),
            because=self.because,
            capabilities=_capability_lines(self.capabilities, entries),
            contradictions=tuple(one.sentence for one in contradictions(self.facts)),
        )

    def fact_views(self) -> list[FactView]:
        """Return the facts in a fixed order, each distinct value once."""
        return _fact_views(claim for claim in self.facts if claim.kind is not StatementKind.LINE_ITEM)

    def item_views(self) -> list[FactView]:
        """Return the goods and services, each distinct line once."""
        return _fact_views(claim for claim in self.facts if claim.kind is StatementKind.LINE_ITEM)

    def _first(self, kind: StatementKind) -> str | None:
        claims = sorted((claim for claim in self.facts if claim.kind is kind), key=_weight)
        return None if not claims else str(row(claims[0])["value"])

    def _price(self) -> str | None:
        prices = [
            claim
            for claim in self.facts
            if isinstance(claim.value, AmountValue) and claim.value.amount_kind in PRICE_KINDS
        ]
        whole = [claim for claim in prices if isinstance(claim.value, AmountValue) and claim.value.lot is None]
        chosen = sorted(whole or prices, key=_weight)
        return None if not chosen else str(row(chosen[0])["value"])


def claim_view(claim: Claim, entries: dict[str, CapabilityEntry], find_page: FindPage) -> ClaimView:
    """Return a capability claim as its page shows it."""
    code = capability_of(claim)
    entry = entries.get(code)
    return ClaimView(
        claim=claim.claim,
        label=entry.label if entry else code,
        rule=claim.rule,
        rule_href=f"../rules/{code}.html",
        rule_version=claim.rule_version,
        polarity="" if claim.polarity is None else claim.polarity.value,
        is_buying=claim.polarity in BUYING_POLARITIES,
        stage=None if claim.stage is None else claim.stage.value,
        status=claim.status.value,
        sentence=sentence(claim),
        confidence="does not apply" if claim.confidence is None else f"{claim.confidence:.2f}",
        against=tuple(counter_evidence(claim)),
        picture=PICTURE_SAYS[claim.picture],
        quotes=tuple(_quote_view(quote, find_page) for quote in claim.quotes),
    )


def capability_of(claim: Claim) -> str:
    """Return the code of the capability a claim is about."""
    assert isinstance(claim.value, CapabilityValue)
    return claim.value.capability


def _quote_view(quote: Quote, find_page: FindPage) -> QuoteView:
    found = None if quote.page_number is None else find_page(quote.document, quote.page_number)
    before, after = quote.before, quote.after
    pictures: tuple[Picture, ...] = ()
    if found is not None:
        page, layout = found
        first, last = sentence_around(page.text, quote.start, quote.end)
        before, after = page.text[first : quote.start], page.text[quote.end : last]
        pictures = pictures_of(quote, page, layout)
    return QuoteView(
        text=quote.text,
        sentence_before=before,
        sentence_after=after,
        where=where(quote.path, quote.page_number, quote.pointer),
        path=quote.path,
        page_number=quote.page_number,
        document=quote.document,
        start=quote.start,
        end=quote.end,
        reader=quote.reader,
        pictures=pictures,
        is_laid_out=quote.layout is not None,
    )


def _fact_views(facts: Iterable[Claim]) -> list[FactView]:
    order = {kind: index for index, kind in enumerate(FACT_ORDER)}
    sources: dict[tuple[int, str, str, str | None], list[SourceView]] = {}
    for claim in sorted(facts, key=lambda claim: (order.get(claim.kind, len(order)), _weight(claim))):
        cells = row(claim)
        kind = None if cells["value_kind"] is None else str(cells["value_kind"]).replace("_", " ")
        key = (order.get(claim.kind, len(order)), claim.kind.value.replace("_", " "), str(cells["value"]), kind)
        sources.setdefault(key, []).append(_source_view(claim, str(cells["value"])))
    return [
        FactView(kind=name, value=value, value_kind=value_kind, sources=tuple(places))
        for (_, name, value, value_kind), places in sources.items()
    ]


def _source_view(claim: Claim, value: str) -> SourceView:
    quote = claim.quotes[0]
    quoted = claim.quotes[:2] if claim.kind is StatementKind.LINK else claim.quotes[:1]  # words of both documents
    return SourceView(
        quote="" if quote.text == value else " | ".join(dict.fromkeys(one.text for one in quoted)),
        stage=None if claim.stage is None else claim.stage.value,
        where="; ".join(where(one.path, one.page_number, one.pointer) for one in quoted),
        against=claim.against,
        picture=PICTURE_SAYS[claim.picture],
    )


def _weight(claim: Claim) -> tuple[int, str]:
    weight = len(STAGE_WEIGHT) if claim.stage is None else STAGE_WEIGHT.get(claim.stage, len(STAGE_WEIGHT))
    return weight, claim.quotes[0].path


def _capability_lines(claims: Sequence[Claim], entries: dict[str, CapabilityEntry]) -> tuple[CapabilityLine, ...]:
    lines = [
        CapabilityLine(
            label=entries[code].label if code in entries else code,
            purchase=_polarity_counts(one for one in claims if capability_of(one) == code and is_purchase(one)),
            other=_polarity_counts(one for one in claims if capability_of(one) == code and not is_purchase(one)),
        )
        for code in sorted({capability_of(claim) for claim in claims}, key=lambda code: (gravity(code), code))
    ]
    return tuple(sorted(lines, key=lambda line: not any(one.is_buying for one in line.purchase)))


def _polarity_counts(claims: Iterable[Claim]) -> tuple[PolarityCount, ...]:
    counts = Counter(claim.polarity for claim in claims if claim.polarity is not None)
    return tuple(
        PolarityCount(polarity=polarity.value, is_buying=polarity in BUYING_POLARITIES, count=counts[polarity])
        for polarity in Polarity
        if counts[polarity]
    )


def pages_wanted(claims: Iterable[Claim]) -> dict[str, set[int]]:
    """Return the pages on which the quotes of `claims` have boxes, by the SHA-256 of the file that is drawn."""
    wanted: dict[str, set[int]] = {}
    for claim in claims:
        for quote in claim.quotes:
            for drawn in pages_with(quote):
                wanted.setdefault(drawn.source, set()).add(drawn.number)
    return wanted
