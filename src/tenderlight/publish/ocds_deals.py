"""The awards and contracts of an OCDS release: a tender is no award, and who lost or may yet win supplies nothing.

One award for each lot that has a supplier or a price; where the documents name several suppliers for one and do not say
that they act together, one for each of them, without a value: whose price it is, they do not say.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    DateKind,
    DateValue,
    LineItemValue,
    StageValue,
    SupplierRole,
    SupplierValue,
)
from tenderlight.publish.believed import Fact, Facts
from tenderlight.publish.ocds_items import items
from tenderlight.publish.ocds_parties import WINNERS, Roster, named
from tenderlight.publish.ocds_section import SEVERAL_SUPPLIERS, LeftOut, Section

SIGNED = frozenset({Stage.CONTRACT, Stage.ACCEPTANCE})
BOUGHT = SIGNED | {Stage.AWARD}
"""Stages at which something was bought."""
_MAY_TELL = BOUGHT | {Stage.CORRECTION, None}
"""Stages whose documents may name suppliers and prices, once another says that something was bought."""
_TOGETHER = frozenset({SupplierRole.LEAD, SupplierRole.MEMBER, SupplierRole.CONSORTIUM, SupplierRole.FRAMEWORK})


@dataclass(slots=True, kw_only=True)
class Deal:
    """An award, and what there is of its contract."""

    suffix: str
    """What its ids end with."""
    lot: str | None
    suppliers: list[Fact[SupplierValue]] = field(default_factory=list)
    is_one_of_several: bool = False
    is_signed: bool = False


def deals_of(facts: Facts, roster: Roster) -> list[Deal]:
    """Return the awards of a contract."""
    if not facts.stages & BOUGHT:
        return []
    winning = [
        fact
        for fact in facts.of(StatementKind.SUPPLIER, SupplierValue)
        if fact.value.role in WINNERS and fact.stage in _MAY_TELL
    ]
    by_lot: dict[str | None, list[Fact[SupplierValue]]] = {}
    for fact in winning:
        by_lot.setdefault(fact.value.lot, []).append(fact)
    prices = [fact for kind in (AmountKind.AWARD, AmountKind.CONTRACT) for fact in amounts(facts, kind)]
    for price in prices:
        if price.value.lot is not None or not by_lot:
            by_lot.setdefault(price.value.lot, [])
    is_signed = bool(facts.stages & SIGNED)
    if not by_lot and is_signed:
        by_lot[None] = []
    signed_lots = {fact.value.lot for fact in winning if fact.stage in SIGNED}
    signed_lots |= {fact.value.lot for fact in amounts(facts, AmountKind.CONTRACT)}
    if by_lot.keys() == {None} and is_signed:
        signed_lots.add(None)
    found: list[Deal] = []
    for lot, suppliers in by_lot.items():
        found += _of_lot(lot, suppliers, roster, is_signed=lot in signed_lots)
    return found


def _of_lot(
    lot: str | None, suppliers: Sequence[Fact[SupplierValue]], roster: Roster, *, is_signed: bool
) -> list[Deal]:
    suffix = "" if lot is None else f"-{lot}"
    by_party: dict[str, list[Fact[SupplierValue]]] = {}
    for fact in suppliers:
        (one,) = named([fact])
        by_party.setdefault(roster.id_of(one), []).append(fact)
    if len(by_party) <= 1 or {fact.value.role for fact in suppliers} <= _TOGETHER:
        return [Deal(suffix=suffix, lot=lot, suppliers=list(suppliers), is_signed=is_signed)]
    return [
        Deal(
            suffix=f"{suffix}-{party}",
            lot=lot,
            suppliers=of_party,
            is_one_of_several=True,
            is_signed=any(fact.stage in SIGNED for fact in of_party),
        )
        for party, of_party in by_party.items()
    ]


def amounts(facts: Facts, kind: AmountKind, lot: str | None = "*") -> list[Fact[AmountValue]]:
    """Return the amounts of a kind: of a lot, of the whole (None), or all ("*")."""
    found = [fact for fact in facts.of(StatementKind.AMOUNT, AmountValue) if fact.value.amount_kind is kind]
    if kind in {AmountKind.AWARD, AmountKind.CONTRACT}:
        found = [fact for fact in found if fact.stage in _MAY_TELL]
    return found if lot == "*" else [fact for fact in found if fact.value.lot == lot]


def dates(facts: Facts, kind: DateKind) -> list[Fact[DateValue]]:
    """Return the dates of a kind."""
    return [fact for fact in facts.of(StatementKind.DATE, DateValue) if fact.value.date_kind is kind]


def award_of(deal: Deal, facts: Facts, roster: Roster, left_out: list[LeftOut], *, is_only: bool) -> Section:
    """Return an award, its suppliers taken up among the parties."""
    ident = f"award{deal.suffix}"
    section = Section(place=f"awards/{ident}", left_out=left_out)
    section.fields["id"] = ident
    if not _is_cancelled(facts, deal.lot):
        section.fields["status"] = "active"
    if deal.suppliers:
        suppliers = named(deal.suppliers)
        for fact in suppliers:
            roster.take(fact, "supplier")
        ids = dict.fromkeys(roster.id_of(fact) for fact in suppliers)
        section.put("suppliers", [roster.reference(each) for each in ids], [fact.claim for fact in suppliers])
    _value(section, deal, amounts(facts, AmountKind.AWARD, deal.lot))
    if is_only:
        section.day("date", dates(facts, DateKind.AWARD))
    lines = _lines(facts, frozenset({Stage.AWARD}), deal.lot, is_only=is_only)
    items(section, lines, roster.shown)
    return section


def contract_of(deal: Deal, facts: Facts, roster: Roster, left_out: list[LeftOut], *, is_only: bool) -> Section:
    """Return the contract of an award."""
    ident = f"contract{deal.suffix}"
    section = Section(place=f"contracts/{ident}", left_out=left_out)
    section.fields |= {"id": ident, "awardID": f"award{deal.suffix}"}
    _value(section, deal, amounts(facts, AmountKind.CONTRACT, deal.lot))
    if is_only:
        section.day("dateSigned", dates(facts, DateKind.CONTRACT))
        period = Section(place=f"contracts/{ident}/period", left_out=left_out)
        period.day("startDate", dates(facts, DateKind.START))
        period.day("endDate", dates(facts, DateKind.END), ends=True)
        if period.fields:
            section.fields["period"] = period.made()
    items(section, _lines(facts, SIGNED, deal.lot, is_only=is_only), roster.shown)
    return section


def _value(section: Section, deal: Deal, prices: Sequence[Fact[AmountValue]]) -> None:
    if deal.is_one_of_several and prices:
        section.leave_out("value", SEVERAL_SUPPLIERS, prices)
    else:
        section.money("value", prices)


def _lines(facts: Facts, stages: frozenset[Stage], lot: str | None, *, is_only: bool) -> list[Fact[LineItemValue]]:
    lines = facts.lines(stages)
    if is_only:
        return [fact for of_lot in lines.values() for fact in of_lot]
    return [] if lot is None else lines.get(lot, [])


def _is_cancelled(facts: Facts, lot: str | None) -> bool:
    """Say whether a document says that the procedure, or the lot, ended without a purchase."""
    return any(
        fact.value.stage == Stage.CANCELLATION.value and fact.value.lot in {None, lot}
        for fact in facts.of(StatementKind.STAGE, StageValue)
    )
