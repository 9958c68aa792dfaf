"""The values that statements and claims carry, one type for each kind."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tenderlight.model.link_value import LinkValue


class AmountKind(StrEnum):
    """What an amount of money is. A budget is not a price; a fee, a deposit and a score are none of these."""

    AWARD = "award"
    CONTRACT = "contract"
    SUM_OF_LOTS = "sum_of_lots"
    """Not printed: the lots' amounts added up."""
    CALL_OFF = "call_off"
    PERCENT = "percent"
    """A discount or rate; there is no amount of money."""
    UNIT_PRICE = "unit_price"
    BUDGET = "budget"
    CEILING = "ceiling"
    ESTIMATE = "estimate"
    BID = "bid"
    """The price of a bid that has not (yet) won: a candidate's or a loser's."""
    SUPERSEDED = "superseded"
    """What the document itself puts another amount in the place of; it was printed, and does not hold."""


class DateKind(StrEnum):
    """What happened on a date."""

    CONTRACT = "contract"
    AWARD = "award"
    CORRECTION = "correction"
    PUBLICATION = "publication"
    ACCEPTANCE = "acceptance"
    """The goods or works were accepted."""
    OPENING = "opening"
    DEADLINE = "deadline"
    START = "start"
    END = "end"
    SUPERSEDED = "superseded"
    """A day that the document itself puts another in the place of."""


class SupplierRole(StrEnum):
    """What part a supplier has. A bidder that did not win is never a supplier."""

    SOLE = "sole"
    LEAD = "lead"
    MEMBER = "member"
    LOT_WINNER = "lot winner"
    SUBCONTRACTOR = "subcontractor"
    FRAMEWORK = "framework"
    CONSORTIUM = "consortium"
    INTENDED = "intended"
    CANDIDATE = "candidate"


class BidOutcome(StrEnum):
    """What became of a bid that did not win, or has not won yet."""

    CANDIDATE = "candidate"
    """Proposed, and nobody has won yet."""
    LOST = "lost"
    REJECTED = "rejected"
    """Set aside: invalid, late, disqualified."""
    BID = "bid"
    """Took part; the document does not say what became of the bid."""


class MarkWeight(StrEnum):
    """What a document says a mark beside a demand means."""

    MANDATORY = "mandatory"
    """A bid that does not meet the demand is thrown out."""
    IMPORTANT = "important"
    """Not meeting it costs points."""


class Naming(StrEnum):
    """As what a document names a product, the weakest first. Only the last three say that it was chosen."""

    BANNED = "banned"
    """It must not be delivered."""
    PASSING = "passing"
    """Certificates, resellers, references: nothing is said of what is bought."""
    NAMED = "named"
    """Named, and nothing says as what."""
    COMPATIBLE = "compatible"
    """What is bought must go together with it."""
    REFERENCE = "reference"
    """A brand of reference, or one of several: "or equivalent"."""
    SPECIFIED = "specified"
    """Asked for by name, without a word that allows others."""
    FLOOR = "floor"
    """What is bought must be no worse."""
    EXISTING = "existing"
    """It is there already."""
    LISTED = "listed"
    """In the configuration of a bid, an award or a contract."""
    ITEM = "item"
    """A line of an award or contract, with brand and model."""
    ACCEPTED = "accepted"
    """In a record of acceptance: it came."""

    @property
    def rank(self) -> int:
        """How much it says, 1 to 7; from 5 on, that the product was chosen."""
        return _RANKS[self]


class Grade(StrEnum):
    """Where in a procedure a product is named."""

    SPEC = "spec"
    BID = "bid"
    AWARD = "award"
    CONTRACT = "contract"
    ACCEPTANCE = "acceptance"


_RANKS = {
    Naming.BANNED: 1,
    Naming.PASSING: 1,
    Naming.NAMED: 1,
    Naming.COMPATIBLE: 1,
    Naming.REFERENCE: 2,
    Naming.SPECIFIED: 3,
    Naming.FLOOR: 3,
    Naming.EXISTING: 4,
    Naming.LISTED: 5,
    Naming.ITEM: 6,
    Naming.ACCEPTED: 7,
}
CHOSEN_FROM = 5
"""Rank of a naming from which on it says that a product was chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartialDate:
    """A date that may lack its day, or month and day. Nothing is filled in.

    Raises:
        ValueError: If the date cannot exist.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day needs a month")
        datetime.date(self.year, self.month or 1, self.day or 1)

    def iso(self) -> str:
        """Return "2022-12-05", "2022-12" or "2022"."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """An amount in the base unit of its currency: multiplier words (万, million) are resolved, never rounded."""

    amount: Decimal
    currency: str
    """ISO 4217."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identifier:
    """A number under which a register knows a party."""

    scheme: str
    """org-id.guide prefix where there is one ("GB-COH", "CN-USCC"), else as the source names it."""
    number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityValue:
    """A capability of the taxonomy."""

    capability: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyValue:
    """A buyer or an agency, as printed."""

    name: str
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplierValue:
    """A supplier, as printed, with its part in the contract."""

    name: str
    role: SupplierRole = SupplierRole.SOLE
    lot: str | None = None
    identifiers: tuple[Identifier, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountValue:
    """An amount of money, or a percentage where the bid is one."""

    amount_kind: AmountKind
    amount: Decimal | None = None
    """In the base unit of the currency; None where the document gives a percentage only."""
    currency: str | None = None
    """ISO 4217; None where no currency is printed or implied by the source."""
    percent_kind: str | None = None
    """The word printed: 下浮率, 折扣率 …"""
    percent: Decimal | None = None
    lot: str | None = None
    tax_included: bool | None = None
    """None where the document does not say."""
    period: str | None = None
    """The words that say what time the amount is for: 每年, 三年 …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BidderValue:
    """Somebody who bid and did not win, or not yet, with the price of the bid. Never a supplier."""

    name: str
    outcome: BidOutcome
    rank: int | None = None
    """Place in the order of candidates, from 1."""
    amount: Decimal | None = None
    """Price of the bid, in the base unit of the currency."""
    currency: str | None = None
    percent_kind: str | None = None
    percent: Decimal | None = None
    """A bid made as a rate."""
    lot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreValue:
    """Points given to a bid. Never money."""

    score: Decimal
    score_kind: str
    """The words printed: 评审总得分, 技术得分 …"""
    party: str | None = None
    """Whose bid, as printed; None where the document does not say beside it."""
    lot: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkValue:
    """What a document says its marks (★, ▲) mean."""

    mark: str
    weight: MarkWeight


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentValue:
    """A part of what is bought, or a product that is named beside it: as printed, and what the catalogue knows of it.

    `product` and `made_by` are codes of `vocabulary/components`; None = the words name none of it for certain.
    """

    name: str
    part_of: str | None = None
    """Name of the line item it is a part of; None = it is the line item itself, or belongs to none that is known."""
    maker: str | None = None
    model: str | None = None
    quantity_per_unit: Decimal | None = None
    """How many of it are in one of what is bought."""
    units: Decimal | None = None
    """How many are bought of what it is a part of; of the line item itself where it is no part."""
    lot: str | None = None
    kind: str | None = None
    """What sort of part: camera, gpu, disk …"""
    product: str | None = None
    """Code of the product line."""
    made_by: str | None = None
    """Code of the maker."""
    company: str | None = None
    """Registered name of the legal person that is printed as maker, where one of the maker's group is."""
    naming: Naming | None = None
    """As what it is named."""
    grade: Grade | None = None
    """Where it is named: in a specification, a bid, an award, a contract, an acceptance."""
    read_as: str | None = None
    """The model as the product line spells it, where signs that look alike were read for others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateValue:
    """A date of the procedure."""

    date: PartialDate
    date_kind: DateKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectNumberValue:
    """A number of the procedure, as printed."""

    number: str
    label: str
    """The words beside it: 项目编号, 合同编号, ocid …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextValue:
    """A text as printed: a title."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionValue:
    """Where the contract belongs, as far as the text says."""

    country: str | None = None
    """ISO 3166-1 alpha-2."""
    admin1: str | None = None
    place: str | None = None
    code: str | None = None
    """Official code of the smallest division named (China: GB/T 2260, six digits); None = not known for certain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageValue:
    """The stage a document stands at (`tenderlight.model.statement.Stage`)."""

    stage: str
    lot: str | None = None
    """The lot it is the stage of: "cancellation" = the lot ended without a supplier. None = the whole document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LineItemValue:
    """A line of goods or services bought, as printed."""

    name: str
    brand: str | None = None
    model: str | None = None
    quantity: Decimal | None = None
    unit: str | None = None
    unit_price: Decimal | None = None
    total: Decimal | None = None
    currency: str | None = None
    lot: str | None = None
    maker: str | None = None
    mark: str | None = None
    """Signs printed at the line that make a demand weigh more: ★, ▲."""


Value = (
    CapabilityValue
    | PartyValue
    | SupplierValue
    | AmountValue
    | DateValue
    | ProjectNumberValue
    | TextValue
    | RegionValue
    | StageValue
    | LineItemValue
    | BidderValue
    | ScoreValue
    | MarkValue
    | ComponentValue
    | LinkValue
)
