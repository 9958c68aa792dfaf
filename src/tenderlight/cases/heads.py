"""What is to be said of a contract in one line: title, buyer, suppliers, price, year, place, makers, capabilities.

Where documents differ the latest stage is shown, as in the report; all values stand on the contract's own page. What
reviewers rejected is left out, and what they put in the place of a value is shown instead of it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import msgspec

from tenderlight.cases.database import Database
from tenderlight.linking.joins import Joins
from tenderlight.model.statement import BUYING_POLARITIES, Stage
from tenderlight.model.values import AmountKind, DateKind

PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.SUM_OF_LOTS, AmountKind.CALL_OFF})
DAYS = (DateKind.CONTRACT, DateKind.AWARD, DateKind.ACCEPTANCE, DateKind.PUBLICATION, DateKind.OPENING)
"""Whose year a contract is of, the first that is known."""
LATEST = {Stage.ACCEPTANCE: 0, Stage.CONTRACT: 1, Stage.AWARD: 2}
PURCHASE = frozenset(LATEST)
_KINDS = ("title", "project_number", "buyer", "supplier", "amount", "date", "region", "component", "line_item")
_decode = msgspec.json.Decoder(float_hook=Decimal).decode
MOST_NAMES = 12
"""Suppliers or makers of a contract that are named in its line."""


@dataclass(slots=True, kw_only=True)
class ContractHead:
    """One contract in a line."""

    contract: str
    because: str = ""
    """Why its documents are one contract."""
    title: str = ""
    number: str = ""
    buyer: str = ""
    suppliers: list[str] = field(default_factory=list)
    makers: dict[str, list[str]] = field(default_factory=dict)
    """Codes of makers, each with products as printed."""
    amount: Decimal | None = None
    currency: str = ""
    year: int | None = None
    country: str = ""
    province: str = ""
    """First level below the country, as printed."""
    place_code: str = ""
    stages: list[str] = field(default_factory=list)
    capabilities: dict[str, int] = field(default_factory=dict)
    """Claims of each capability that say that it is bought, in documents of award, contract or acceptance."""
    mentions: dict[str, int] = field(default_factory=dict)
    """All claims of each capability."""
    documents: int = 0
    claims: int = 0
    waiting: int = 0
    """Claims that nobody decided yet, or on which people disagree."""
    confirmed: int = 0


def contract_heads(database: Database, joined: Joins, *, contracts: Sequence[str] = ()) -> dict[str, ContractHead]:
    """Return the contracts of a case, each in a line.

    Args:
        database: Where from.
        joined: Contracts that are another one.
        contracts: Only these; none = all.
    """
    only = None
    if contracts:
        only = json.dumps([*contracts, *(a for a, b in joined.into.items() if b in contracts)])
    heads: dict[str, ContractHead] = {}
    for row in list(database.query(_chosen(_CONTRACTS, only, column="id"), (only,))):
        raw, because = str(row[0]), str(row[1])
        into = joined.into.get(raw, raw)
        head = heads.setdefault(into, ContractHead(contract=into))
        head.because = joined.because.get(into, because if raw == into else head.because)
    for name, statement in (("counts", _COUNTS), ("stages", _STAGES), ("capabilities", _CAPABILITIES)):
        for row in list(database.query(_chosen(statement, only), (only,))):
            known = heads.get(joined.into.get(str(row[0]), str(row[0])))
            if known is not None:
                _TAKE[name](known, list(row[1:]))
    ranked: dict[str, dict[str, tuple[int, int]]] = {}
    for raw, kind, stage, value in _values(database, only):
        into = joined.into.get(raw, raw)
        if into in heads:
            _take_value(heads[into], ranked.setdefault(into, {}), kind, _rank(stage), value)
    return heads


def _values(database: Database, only: str | None) -> Iterator[tuple[str, str, str | None, Mapping[str, Any]]]:
    for raw, kind, stage, edit, value in list(database.query(_chosen(_VALUES, only), (only, json.dumps(_KINDS)))):
        edited = None if edit is None else _decode(edit).get("value")
        yield raw, kind, stage, edited or _decode(value)


def _rank(stage: str | None) -> int:
    return len(LATEST) if stage is None else LATEST.get(Stage(stage), len(LATEST))


def _take_value(
    head: ContractHead, ranked: dict[str, tuple[int, int]], kind: str, rank: int, value: Mapping[str, Any]
) -> None:
    """Take one value, if it is of a later stage than the one that is there."""
    if kind == "supplier":
        if value.get("role") != "candidate":
            _add(head.suppliers, str(value["name"]))
    elif kind in {"component", "line_item"}:
        _take_goods(head, kind, value)
    else:
        key, shown, first = _SHOWN[kind](value)
        if key and (key not in ranked or (first, rank) < ranked[key]):
            ranked[key] = first, rank
            for name, one in shown.items():
                setattr(head, name, one)


def _take_goods(head: ContractHead, kind: str, value: Mapping[str, Any]) -> None:
    maker = value.get("made_by") or value.get("maker") if kind == "component" else value.get("maker")
    if maker and len(head.makers) < MOST_NAMES:
        _add(head.makers.setdefault(str(maker), []), str(value["name"]))


def _add(names: list[str], name: str) -> None:
    if name not in names and len(names) < MOST_NAMES:
        names.append(name)


_Shown = tuple[str, dict[str, Any], int]
"""What a value fills: a name for it ("" = nothing), the fields of the line, and its place among values of that name."""


def _amount(value: Mapping[str, Any]) -> _Shown:
    is_price = value.get("amount") is not None and value.get("amount_kind") in PRICES and value.get("lot") is None
    amount = Decimal(value["amount"]) if is_price else None
    return ("amount" if is_price else ""), {"amount": amount, "currency": value.get("currency") or ""}, 0


def _date(value: Mapping[str, Any]) -> _Shown:
    kind = value.get("date_kind")
    if kind not in DAYS:
        return "", {}, 0
    return "year", {"year": int(str(value["date"])[:4])}, DAYS.index(DateKind(kind))


def _region(value: Mapping[str, Any]) -> _Shown:
    place = {"country": value.get("country"), "province": value.get("admin1"), "place_code": value.get("code")}
    return "region", {name: one or "" for name, one in place.items()}, 0


_SHOWN: dict[str, Callable[[Mapping[str, Any]], _Shown]] = {
    "title": lambda value: ("title", {"title": str(value["text"])}, 0),
    "project_number": lambda value: ("number", {"number": str(value["number"])}, 0),
    "buyer": lambda value: ("buyer", {"buyer": str(value["name"])}, 0),
    "amount": _amount,
    "date": _date,
    "region": _region,
}


def _take_counts(head: ContractHead, values: list[Any]) -> None:
    claims, waiting, confirmed, documents = values
    head.claims += claims
    head.waiting += waiting
    head.confirmed += confirmed
    head.documents += documents


def _take_stage(head: ContractHead, values: list[Any]) -> None:
    _add(head.stages, values[0])


def _take_capability(head: ContractHead, values: list[Any]) -> None:
    capability, polarity, stage, status, count = values
    head.mentions[capability] = head.mentions.get(capability, 0) + count
    if polarity in BUYING_POLARITIES and stage in PURCHASE and status != "rejected":
        head.capabilities[capability] = head.capabilities.get(capability, 0) + count


_TAKE = {"counts": _take_counts, "stages": _take_stage, "capabilities": _take_capability}
_ONE = "{column} IN (SELECT value FROM json_each(?1))"
_ALL = "CAST(?1 AS TEXT) IS NULL"
"""Conditions for {chosen} below: one or the other, for with both in one no index would help."""
_CONTRACTS = "SELECT id, because FROM contracts WHERE {chosen} ORDER BY id"
_COUNTS = (
    "SELECT contract, count(*), sum(is_waiting), count(*) FILTER (WHERE status = 'confirmed'), "
    "count(DISTINCT document) FROM claims WHERE {chosen} GROUP BY contract"
)
_STAGES = "SELECT DISTINCT contract, stage FROM claims WHERE {chosen} AND stage IS NOT NULL ORDER BY 1, 2"
_CAPABILITIES = (
    "SELECT contract, capability, polarity, stage, status, count(*) FROM claims "
    "WHERE {chosen} AND capability IS NOT NULL GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2"
)
_VALUES = (
    "SELECT contract, claims.kind, stage, edit, json_extract(body, '$.value') FROM claims "
    "WHERE {chosen} AND claims.kind IN (SELECT value FROM json_each(?2)) AND status <> 'rejected' "
    "ORDER BY contract, document, page_number NULLS FIRST, start, position"
)


def _chosen(statement: str, only: str | None, *, column: str = "contract") -> str:
    """Return a query for all contracts, or for some."""
    return statement.replace("{chosen}", _ALL if only is None else _ONE.format(column=column))
