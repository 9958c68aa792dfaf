"""Statements of one document → the shape of a labelled notice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TypeVar

import msgspec

from tenderlight.evaluate.notices import (
    ExpectedComponent,
    ExpectedItem,
    ExpectedLot,
    ExpectedNotice,
    ExpectedPercent,
    ExpectedRegion,
    ExpectedSupplier,
)
from tenderlight.facts.remarks import flag_of
from tenderlight.model.statement import Stage, Statement
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    ComponentValue,
    DateKind,
    DateValue,
    LineItemValue,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    StageValue,
    SupplierValue,
)

ValueType = TypeVar("ValueType")
_PRICE_KINDS = (
    AmountKind.CALL_OFF,
    AmountKind.CONTRACT,
    AmountKind.AWARD,
    AmountKind.SUM_OF_LOTS,
    AmountKind.UNIT_PRICE,
)
_FLAG_KINDS = {AmountKind.BUDGET: "budget", AmountKind.CEILING: "ceiling", AmountKind.ESTIMATE: "estimate"}
_DATE_KINDS = (DateKind.CONTRACT, DateKind.AWARD, DateKind.CORRECTION, DateKind.ACCEPTANCE, DateKind.PUBLICATION)
_WITHOUT_PRICE = frozenset(
    one.value for one in (Stage.PLAN, Stage.TENDER, Stage.SINGLE_SOURCE, Stage.CORRECTION, Stage.CANDIDATE)
)
"""Stages whose notices print a budget where others print a price."""


def predicted_notice(statements: Sequence[Statement]) -> ExpectedNotice:
    """Return the notice that the statements of one document amount to."""
    stages = _values(statements, StageValue)
    stage = next((one.stage for one in stages if one.lot is None), None)
    parties = {
        kind: next(
            (one.value.name for one in statements if one.kind == kind and isinstance(one.value, PartyValue)), None
        )
        for kind in ("buyer", "agency")
    }
    amount, currency, amount_kind, percent, added_up = _price(statements, stage)
    date = _date(statements)
    numbers = _values(statements, ProjectNumberValue)
    regions = _values(statements, RegionValue)
    flags = {flag for one in statements for remark in one.against if (flag := flag_of(remark))}
    flags |= {
        f"{_FLAG_KINDS[one.amount_kind]}:{_plain(one.amount)}"
        for one in _values(statements, AmountValue)
        if one.amount_kind in _FLAG_KINDS and one.amount is not None
    }
    if added_up:
        flags.add("total_not_printed")
    return ExpectedNotice(
        stage=stage,
        buyer=parties["buyer"],
        agency=parties["agency"],
        suppliers=tuple(
            ExpectedSupplier(name=one.name, role=one.role.value, lot=one.lot or msgspec.UNSET)
            for one in _values(statements, SupplierValue)
        ),
        amount=amount,
        currency=currency,
        amount_kind=amount_kind,
        percent=percent,
        date=date.date.iso() if date else None,
        date_kind=date.date_kind.value if date else None,
        project_number=numbers[0].number if numbers else None,
        region=_region(regions[0]) if regions else None,
        lots=tuple(_lots(statements)),
        items=tuple(map(_item, _values(statements, LineItemValue))),
        components=tuple(map(_component, _values(statements, ComponentValue))),
        flags=tuple(sorted(flags)),
    )


def _values(statements: Iterable[Statement], kind: type[ValueType]) -> list[ValueType]:
    return [one.value for one in statements if isinstance(one.value, kind)]


def _price(
    statements: Sequence[Statement], stage: str | None
) -> tuple[Decimal | None, str | None, str | None, ExpectedPercent | None, bool]:
    """Return amount, currency, kind, percentage, and whether the amount was added up from the lots."""
    values = _values(statements, AmountValue)
    percents = [one for one in values if one.amount_kind is AmountKind.PERCENT and one.percent is not None]
    percent = None
    if percents and percents[0].percent is not None and len({one.percent for one in percents}) == 1:
        percent = ExpectedPercent(kind=percents[0].percent_kind or "", value=percents[0].percent)
    for kind in _PRICE_KINDS:
        prices = [one for one in values if one.amount_kind is kind and one.amount is not None]
        if not prices:
            continue
        whole = [one for one in prices if one.lot is None]
        if len(whole) == 1 or (whole and len({one.amount for one in whole}) == 1):
            return whole[0].amount, whole[0].currency, kind.value, percent, False
        if whole:
            return None, None, None, percent, False
        if len(prices) == 1:
            return prices[0].amount, prices[0].currency, kind.value, percent, False
        if len({one.currency for one in prices}) == 1:
            total = sum((one.amount for one in prices if one.amount is not None), Decimal(0))
            return total, prices[0].currency, AmountKind.SUM_OF_LOTS.value, percent, True
    if percents:
        return None, None, AmountKind.PERCENT.value, percent, False
    budgeted = stage in _WITHOUT_PRICE and any(one.amount_kind is AmountKind.BUDGET for one in values)
    return None, None, AmountKind.BUDGET.value if budgeted else None, None, False


def _date(statements: Sequence[Statement]) -> DateValue | None:
    dates = _values(statements, DateValue)
    return next((one for kind in _DATE_KINDS for one in dates if one.date_kind is kind), None)


def _region(region: RegionValue) -> ExpectedRegion:
    return ExpectedRegion(country=region.country, admin1=region.admin1, place=region.place)


def _lots(statements: Sequence[Statement]) -> Iterable[ExpectedLot]:
    suppliers: dict[str, str] = {}
    for supplier in _values(statements, SupplierValue):
        if supplier.lot is not None:
            suppliers.setdefault(supplier.lot, supplier.name)
    amounts: dict[str, Decimal | None] = {}
    for amount in _values(statements, AmountValue):
        if amount.lot is not None and amount.amount_kind in _PRICE_KINDS:
            amounts.setdefault(amount.lot, amount.amount)
    void = dict.fromkeys(one.lot for one in _values(statements, StageValue) if one.lot is not None)
    for lot in dict.fromkeys((*suppliers, *amounts, *void)):
        status = "void" if lot in void else "awarded"
        yield ExpectedLot(lot=lot, supplier=suppliers.get(lot), amount=amounts.get(lot), status=status)


def _item(item: LineItemValue) -> ExpectedItem:
    return ExpectedItem(
        name=item.name,
        brand=item.brand,
        model=item.model,
        qty=item.quantity,
        unit=item.unit,
        unit_price=item.unit_price,
        lot=item.lot or msgspec.UNSET,
    )


def _component(part: ComponentValue) -> ExpectedComponent:
    return ExpectedComponent(maker=part.maker, model=part.model, qty_per_unit=part.quantity_per_unit, units=part.units)


def _plain(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
