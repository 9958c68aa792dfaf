"""Statements as plain values, for tables of cases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tenderlight.evaluate.notices import ExpectedItem
from tenderlight.evaluate.projection import predicted_notice
from tenderlight.facts import remarks
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Statement
from tenderlight.model.values import (
    AmountValue,
    DateValue,
    LineItemValue,
    PartyValue,
    ProjectNumberValue,
    RegionValue,
    StageValue,
    SupplierValue,
    TextValue,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A notice and what is to be read from it; what is not named here must be empty."""

    about: str
    text: str
    stage: str | None = None
    title: str | None = None
    buyer: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    """ "name, role" or "name, role, lot"."""
    amounts: tuple[str, ...] = ()
    """ "kind amount currency", "kind amount currency lot", "percent kind value"."""
    dates: tuple[str, ...] = ()
    """ "kind date"."""
    numbers: tuple[str, ...] = ()
    region: str | None = None
    """ "country", "country admin1", "country admin1 place"; "-" for none."""
    items: tuple[str, ...] = ()
    """ "name | brand | model | quantity unit | unit price"."""
    void: tuple[str, ...] = ()
    against: tuple[str, ...] = field(default=())
    """Parts of remarks that must be there."""


def read(text: str) -> tuple[Statement, ...]:
    """Read one page of text; every anchor must be verbatim."""
    statements = read_facts([Page(number=1, text=text)])
    for statement in statements:
        for anchor in statement.anchors:
            assert text[anchor.start : anchor.end] == anchor.text
    return statements


def by_rules(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Return statements without goods that the model alone took for such."""
    return tuple(one for one in statements if remarks.LEARNED not in one.against)


def goods_by_rules(text: str) -> tuple[ExpectedItem, ...]:
    """Return the goods that rules read in a text, without those that the model alone took for such."""
    return predicted_notice(by_rules(read_facts([Page(number=1, text=text)]))).items


def shown(item: ExpectedItem) -> str:
    """Return one of the goods as "name | make | model | number unit | price of one"."""
    price = f"{item.unit_price.normalize():f}" if item.unit_price is not None else ""
    number = f"{item.qty.normalize():f}" if item.qty is not None else ""
    return f"{item.name} | {item.brand or ''} | {item.model or ''} | {number} {(item.unit or '').strip('.')} | {price}"


def summarise(statements: Sequence[Statement]) -> dict[str, object]:
    """Return the statements in the form of a case."""
    values = [statement.value for statement in statements]
    stages = [value for value in values if isinstance(value, StageValue)]
    return {
        "stage": next((value.stage for value in stages if value.lot is None), None),
        "void": tuple(value.lot for value in stages if value.lot is not None),
        "title": next((value.text for value in values if isinstance(value, TextValue)), None),
        "buyer": _parties(statements, "buyer"),
        "agency": _parties(statements, "agency"),
        "suppliers": tuple(sorted(_supplier(value) for value in values if isinstance(value, SupplierValue))),
        "amounts": tuple(sorted(_amount(value) for value in values if isinstance(value, AmountValue))),
        "dates": tuple(sorted(f"{v.date_kind.value} {v.date.iso()}" for v in values if isinstance(v, DateValue))),
        "numbers": tuple(value.number for value in values if isinstance(value, ProjectNumberValue)),
        "region": next((_region(value) for value in values if isinstance(value, RegionValue)), None),
        "items": tuple(_item(value) for value in values if isinstance(value, LineItemValue)),
    }


def expected(case: Case) -> dict[str, object]:
    """Return a case in the form of a summary."""
    return {
        "stage": case.stage,
        "void": case.void,
        "title": case.title,
        "buyer": case.buyer,
        "agency": case.agency,
        "suppliers": tuple(sorted(case.suppliers)),
        "amounts": tuple(sorted(case.amounts)),
        "dates": tuple(sorted(case.dates)),
        "numbers": case.numbers,
        "region": case.region,
        "items": case.items,
    }


def assert_sold(text: str, *, suppliers: tuple[str, ...], prices: tuple[str, ...], void: tuple[str, ...]) -> None:
    """Assert that a page names these suppliers and void lots and no others, and these prices among its amounts."""
    summary = summarise(read(text))
    assert summary["suppliers"] == suppliers
    assert summary["void"] == void
    amounts = summary["amounts"]
    assert isinstance(amounts, tuple)
    assert set(prices) <= set(amounts)


def _parties(statements: Sequence[Statement], kind: str) -> tuple[str, ...]:
    return tuple(one.value.name for one in statements if one.kind == kind and isinstance(one.value, PartyValue))


def _supplier(value: SupplierValue) -> str:
    return ", ".join(part for part in (value.name, value.role.value, value.lot) if part)


def _amount(value: AmountValue) -> str:
    says = [value.percent_kind, f"{value.percent}"] if value.amount is None else [f"{value.amount:f}", value.currency]
    parts = [value.amount_kind.value, *says, value.lot]
    return " ".join(part for part in parts if part)


def _region(value: RegionValue) -> str:
    parts = (value.country, value.admin1, value.place)
    last = max(at for at, part in enumerate(parts) if part)
    return " ".join(part or "-" for part in parts[: last + 1])


def _item(value: LineItemValue) -> str:
    quantity = f"{value.quantity if value.quantity is not None else '-'}{value.unit or ''}"
    price = f"{value.unit_price:f}" if value.unit_price is not None else "-"
    return " | ".join((value.name, value.brand or "-", value.model or "-", quantity, price))
