"""What a document states, before it becomes a claim: kind, value, and where it stands.

Facts, capabilities and structured sources all speak in statements; `evidence` turns them into claims with quotes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tenderlight.model.link_value import LinkValue
from tenderlight.model.values import (
    AmountValue,
    BidderValue,
    CapabilityValue,
    ComponentValue,
    DateValue,
    LineItemValue,
    MarkValue,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    ScoreValue,
    StageValue,
    SupplierValue,
    TextValue,
    Value,
)


class StatementKind(StrEnum):
    """What a statement (and the claim made of it) is about."""

    CAPABILITY = "capability"
    BUYER = "buyer"
    AGENCY = "agency"
    SUPPLIER = "supplier"
    AMOUNT = "amount"
    DATE = "date"
    PROJECT_NUMBER = "project_number"
    REGION = "region"
    STAGE = "stage"
    TITLE = "title"
    LINE_ITEM = "line_item"
    END_USER = "end_user"
    BIDDER = "bidder"
    SCORE = "score"
    MARK = "mark"
    COMPONENT = "component"
    LINK = "link"
    """Between two documents. A case makes it, of all its documents; no document states it."""


VALUE_TYPES: dict[StatementKind, type[Value]] = {
    StatementKind.CAPABILITY: CapabilityValue,
    StatementKind.BUYER: PartyValue,
    StatementKind.AGENCY: PartyValue,
    StatementKind.SUPPLIER: SupplierValue,
    StatementKind.AMOUNT: AmountValue,
    StatementKind.DATE: DateValue,
    StatementKind.PROJECT_NUMBER: ProjectNumberValue,
    StatementKind.REGION: RegionValue,
    StatementKind.STAGE: StageValue,
    StatementKind.TITLE: TextValue,
    StatementKind.LINE_ITEM: LineItemValue,
    StatementKind.END_USER: PartyValue,
    StatementKind.BIDDER: BidderValue,
    StatementKind.SCORE: ScoreValue,
    StatementKind.MARK: MarkValue,
    StatementKind.COMPONENT: ComponentValue,
    StatementKind.LINK: LinkValue,
}
"""The type of a statement's value, by kind."""


class Polarity(StrEnum):
    """What the words say about a capability. Only the first four can count towards a purchase."""

    REQUIRED = "required"
    OFFERED = "offered"
    STANDARD = "standard"
    OPTIONAL = "optional"
    FORBIDDEN = "forbidden"
    NEGATED = "negated"
    DISCUSSED = "discussed"


BUYING_POLARITIES = frozenset({Polarity.REQUIRED, Polarity.OFFERED, Polarity.STANDARD, Polarity.OPTIONAL})


class Stage(StrEnum):
    """Where in a procedure a document stands. A tender is not an award; candidates are not winners."""

    PLAN = "plan"
    TENDER = "tender"
    SINGLE_SOURCE = "single_source"
    CANDIDATE = "candidate"
    AWARD = "award"
    CONTRACT = "contract"
    ACCEPTANCE = "acceptance"
    CORRECTION = "correction"
    CANCELLATION = "cancellation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where words stand: on a page, or at a pointer of a structured source.

    `text` is verbatim: `page.text[start:end]`, or the same slice of the value at `pointer`.

    Raises:
        ValueError: If it names neither a page nor a pointer, or the offsets do not fit the text.
    """

    start: int
    end: int
    text: str
    page_number: int | None = None
    pointer: str | None = None

    def __post_init__(self) -> None:
        if self.page_number is None and self.pointer is None:
            raise ValueError("an anchor needs a page or a pointer")
        if self.start < 0 or self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"offsets {self.start}-{self.end} do not fit the text {self.text[:40]!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something one document says about one contract.

    Raises:
        ValueError: If it has no anchor, or the value's type does not fit the kind.
    """

    kind: StatementKind
    value: Value
    anchors: tuple[Anchor, ...]
    rule: str
    """Code of the rule that made it: "eth.face_ethnicity", "facts.supplier", "ocds.award_value"."""
    rule_version: int
    stage: Stage | None = None
    polarity: Polarity | None = None
    """Only capabilities have one."""
    confidence: float | None = None
    """0-1; None = does not apply."""
    against: tuple[str, ...] = ()
    """What speaks against it, one plain sentence each."""

    def __post_init__(self) -> None:
        if not self.anchors:
            raise ValueError(f"a statement without an anchor: {self.kind} {self.value}")
        if type(self.value) is not VALUE_TYPES[self.kind]:
            raise ValueError(f"a {self.kind} cannot have the value {self.value}")
