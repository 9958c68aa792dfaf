"""Which notices are one by what they say: a record of a structured source, and a page or another record.

A record has no text that could be nearly another's: each source has its own form. So its facts are compared. Two
notices of one contract are one if they stand at the same stage, nothing that both say differs, and they agree in two
things besides the number or buyer that joins them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from tenderlight.linking.buyers import comparable_buyer
from tenderlight.linking.titles import comparable_title
from tenderlight.model.claim import Claim
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    DateKind,
    DateValue,
    PartyValue,
    SupplierValue,
    TextValue,
)

AGREEING = 2
"""Things besides number and buyer in which two notices of a contract are to agree."""
KINDS = (
    StatementKind.BUYER,
    StatementKind.SUPPLIER,
    StatementKind.AMOUNT,
    StatementKind.DATE,
    StatementKind.TITLE,
    StatementKind.PROJECT_NUMBER,
    StatementKind.STAGE,
)
"""Of which claims are asked for: some are not compared, and say that there is a notice."""
_AMOUNTS = frozenset(
    {AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.SUM_OF_LOTS, AmountKind.BUDGET, AmountKind.CEILING}
)
_DATES = frozenset({DateKind.AWARD, DateKind.CONTRACT, DateKind.OPENING, DateKind.DEADLINE})
"""Days of the procedure; that of publication is each site's own."""
_BUYER, _TITLE = StatementKind.BUYER.value, StatementKind.TITLE.value

_SayingT = TypeVar("_SayingT")
"""What says a fact: a claim, or its id."""


@dataclass(slots=True, kw_only=True)
class Notice(Generic[_SayingT]):
    """One notice: a document with pages, or a record of a structured source."""

    document: str
    contract: str
    """The contract it is filed under by itself."""
    stage: Stage | None
    is_record: bool
    said: dict[str, dict[str, _SayingT]] = field(default_factory=dict)
    """By what is said (supplier, award …): the values in comparable form, each with what says it."""
    titles: list[Claim] = field(default_factory=list)

    def take(self: Notice[Claim], claim: Claim) -> None:
        """Take a claim of the notice."""
        if claim.kind is StatementKind.TITLE:
            self.titles.append(claim)
        for name, value in _compared(claim):
            self.said.setdefault(name, {}).setdefault(value, claim)

    def settle(self: Notice[Claim]) -> None:
        """Compare titles without the buyer's name, once all claims are taken."""
        buyers = sorted(self.said.get(_BUYER, {}))
        for claim in self.titles:
            assert isinstance(claim.value, TextValue)
            title = comparable_title(claim.value.text, buyers)
            if title:
                self.said.setdefault(_TITLE, {}).setdefault(title, claim)
        self.titles.clear()


def _compared(claim: Claim) -> Iterator[tuple[str, str]]:
    value = claim.value
    if isinstance(value, PartyValue | SupplierValue) and (name := comparable_buyer(value.name)) is not None:
        yield claim.kind.value, name
    elif isinstance(value, AmountValue) and value.amount is not None and value.amount_kind in _AMOUNTS:
        lot = "" if value.lot is None else f" {value.lot}"
        yield f"{value.amount_kind.value}{lot}", f"{value.amount.normalize():f} {value.currency}"
    elif isinstance(value, DateValue) and value.date_kind in _DATES:
        yield f"{value.date_kind.value} day", value.date.iso()


def agreement(one: Notice[_SayingT], other: Notice[_SayingT]) -> tuple[tuple[_SayingT, _SayingT], ...]:
    """Return in what two notices of a contract agree, of each what both say; empty if they are not one notice."""
    if one.stage is None or one.stage is not other.stage:
        return ()
    agreeing = []
    for name in sorted(one.said.keys() & other.said.keys()):
        first, second = one.said[name], other.said[name]
        common = first.keys() & second.keys()
        if not common and name != _TITLE:
            return ()
        if name != _BUYER and first.keys() == second.keys():
            value = min(common)
            agreeing.append((first[value], second[value]))
    return tuple(agreeing) if len(agreeing) >= AGREEING else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SameFacts(Generic[_SayingT]):
    """Two notices that are one by their facts."""

    first: Notice[_SayingT]
    second: Notice[_SayingT]
    agreeing: tuple[tuple[_SayingT, _SayingT], ...]


def same_by_facts(notices: Sequence[Notice[_SayingT]]) -> Iterator[SameFacts[_SayingT]]:
    """Yield which notices of one contract are one: each that is, with the first that it is one with.

    Only of different originals, for one file may hold every state of a procedure; and only where one is a record.

    Args:
        notices: All of a contract, in a fixed order.
    """
    firsts: list[Notice[_SayingT]] = []
    for notice in notices:
        for first in firsts:
            if first.document == notice.document or not (first.is_record or notice.is_record):
                continue
            agreeing = agreement(first, notice)
            if agreeing:
                yield SameFacts(first=first, second=notice, agreeing=agreeing)
                break
        else:
            firsts.append(notice)
