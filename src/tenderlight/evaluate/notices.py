"""The shape of a labelled notice: what a careful reader writes down, and what the rules' statements are turned into."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import msgspec

from tenderlight.languages.normalise import fold_text

_LOT_NOUNS = re.compile(
    r"合同包|采购包|标包|分包|标项|标段|包组|包号|包|第|lotto|lotti|lote|lot|лот(?:у|а|ом|е)?|"
    r"(?:los|część|zadanie|pakiet)(?:-?nr\.?)?(?=\d)|(?:المجموعة|البند|الحصة|القسم)(?:رقم)?(?=\d)|№|n[°º]|#"
)


_MESSRS = re.compile(r"\A\s*(?:m/s|messrs)(?:\.\s*|\s+)(?=[^\W\d_])", re.IGNORECASE)
"""A form of address before the name of a firm: whether it is part of the name is not judged."""


class ExpectedSupplier(msgspec.Struct, frozen=True):
    """A supplier."""

    name: str
    role: str = "sole"
    lot: str | msgspec.UnsetType | None = msgspec.UNSET


class ExpectedPercent(msgspec.Struct, frozen=True):
    """A bid made as a rate."""

    kind: str
    value: Decimal


class ExpectedRegion(msgspec.Struct, frozen=True):
    """Where the contract belongs."""

    country: str | msgspec.UnsetType | None = msgspec.UNSET
    admin1: str | msgspec.UnsetType | None = msgspec.UNSET
    place: str | msgspec.UnsetType | None = msgspec.UNSET


class ExpectedLot(msgspec.Struct, frozen=True):
    """A lot and how it ended."""

    lot: str
    supplier: str | None = None
    amount: Decimal | None = None
    status: str = "awarded"


class ExpectedItem(msgspec.Struct, frozen=True):
    """A line of goods or services."""

    name: str
    brand: str | None = None
    model: str | None = None
    qty: Decimal | None = None
    unit: str | None = None
    unit_price: Decimal | None = None
    lot: str | msgspec.UnsetType | None = msgspec.UNSET


class ExpectedComponent(msgspec.Struct, frozen=True):
    """A part of what is bought."""

    maker: str | None = None
    model: str | None = None
    qty_per_unit: Decimal | None = None
    units: Decimal | None = None


class ExpectedNotice(msgspec.Struct, frozen=True):
    """One notice."""

    stage: str | None = None
    buyer: str | None = None
    agency: str | None = None
    suppliers: tuple[ExpectedSupplier, ...] = ()
    amount: Decimal | None = None
    currency: str | None = None
    amount_kind: str | None = None
    percent: ExpectedPercent | None = None
    date: str | None = None
    date_kind: str | None = None
    project_number: str | None = None
    region: ExpectedRegion | None = None
    lots: tuple[ExpectedLot, ...] = ()
    items: tuple[ExpectedItem, ...] = ()
    components: tuple[ExpectedComponent, ...] = ()
    flags: tuple[str, ...] = ()


def field_values(notice: ExpectedNotice, label: ExpectedNotice | None = None) -> dict[str, Counter[str]]:
    """Return the values of each field in comparable form: folded, amounts without needless zeros.

    Fields with one value have none or one; lists have one for each entry.

    Args:
        notice: The label, or what was read.
        label: The label, where `notice` is what was read: parts of the region that it leaves unset are left out.
    """
    percent = notice.percent
    return {
        "stage": _one(notice.stage),
        "buyer": _one(comparable_name(notice.buyer)),
        "agency": _one(comparable_name(notice.agency)),
        "suppliers": Counter(
            " | ".join((comparable_firm(one.name), one.role, comparable_lot(one.lot))) for one in notice.suppliers
        ),
        "amount": _one(f"{_number(notice.amount)} {notice.currency}" if notice.amount is not None else None),
        "amount_kind": _one(notice.amount_kind),
        "percent": _one(f"{fold_text(percent.kind)} {_number(percent.value)}" if percent else None),
        "date": _one(notice.date),
        "date_kind": _one(notice.date_kind),
        "project_number": _one(comparable_name(notice.project_number)),
        "region": _region(notice.region, (label or notice).region),
        "lots": Counter(
            " | ".join((comparable_lot(lot.lot), comparable_firm(lot.supplier), _number(lot.amount), lot.status))
            for lot in notice.lots
        ),
        "items": Counter(map(_item, notice.items)),
        "components": Counter(map(_component, notice.components)),
        "flags": Counter(notice.flags),
    }


def comparable_name(name: str | None) -> str:
    """Return a name or number folded and without blanks."""
    return "".join(fold_text(name or "").split())


def comparable_firm(name: str | None) -> str:
    """Return the name of a supplier folded, without blanks and without a form of address before it."""
    return comparable_name(_MESSRS.sub("", name or ""))


def comparable_lot(lot: str | msgspec.UnsetType | None) -> str:
    """Return what tells a lot from the others: 包1 and 1 are the same lot."""
    folded = comparable_name(lot if isinstance(lot, str) else None)
    return _LOT_NOUNS.sub("", folded) or folded


def _one(value: str | None) -> Counter[str]:
    return Counter([value] if value else [])


def _number(value: Decimal | None) -> str:
    return f"{value.normalize():f}" if value is not None else ""


def _region(region: ExpectedRegion | None, label: ExpectedRegion | None) -> Counter[str]:
    """Country, province and place count each by itself; what the label leaves unset is not judged."""
    values: Counter[str] = Counter()
    for name in ("country", "admin1", "place"):
        is_judged = label is None or getattr(label, name) is not msgspec.UNSET
        value = getattr(region, name, None)
        if is_judged and isinstance(value, str):
            values[f"{name}: {value}"] += 1
    return values


def _item(item: ExpectedItem) -> str:
    written = (item.name, item.brand, item.model, (item.unit or "").rstrip("."))
    numbers = (item.qty, item.unit_price)
    return " | ".join((*map(comparable_name, written), *map(_number, numbers)))


def _component(part: ExpectedComponent) -> str:
    numbers = (part.qty_per_unit, part.units)
    return " | ".join((*map(comparable_name, (part.maker, part.model)), *map(_number, numbers)))
