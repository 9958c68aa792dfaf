"""Claims that name parties, made for tests."""

from __future__ import annotations

from itertools import count

from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import BidderValue, BidOutcome, Identifier, PartyValue, RegionValue, SupplierValue, Value

_COUNT = count()
CODES = ("91330000720082374Q", "91110000101692867W", "91310000132207927C")
"""Credit codes with right check characters."""


def code(number: str) -> Identifier:
    """Return a credit code as documents give it."""
    return Identifier(scheme="CN-USCC", number=number)


def _claim(kind: StatementKind, value: Value, contract: str, document: str = "a") -> Claim:
    name = f"{contract}-{kind.value}-{value!r}"
    quote = Quote(
        document=document * 64, path="a.html", start=0, end=1, text="x", before="", after="", pointer="/", reader="t/1"
    )
    return Claim(
        claim=f"c{next(_COUNT)}-{len(name)}",
        contract=contract,
        kind=kind,
        value=value,
        polarity=None,
        stage=None,
        rule="test",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
    )


def supplier(name: str, contract: str = "k1", *numbers: str) -> Claim:
    """Return a claim that names a supplier."""
    value = SupplierValue(name=name, identifiers=tuple(map(code, numbers)))
    return _claim(StatementKind.SUPPLIER, value, contract)


def buyer(name: str, contract: str = "k1", *numbers: str) -> Claim:
    """Return a claim that names a buyer."""
    return _claim(StatementKind.BUYER, PartyValue(name=name, identifiers=tuple(map(code, numbers))), contract)


def bidder(name: str, contract: str = "k1", *, rank: int) -> Claim:
    """Return a claim that names a bidder."""
    value = BidderValue(name=name, outcome=BidOutcome.CANDIDATE, rank=rank)
    return _claim(StatementKind.BIDDER, value, contract)


def place(name: str, contract: str) -> Claim:
    """Return a claim that says where a contract is."""
    return _claim(StatementKind.REGION, RegionValue(country="CN", place=name), contract)
