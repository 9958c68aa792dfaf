"""Claims that name parties, made for tests."""

from __future__ import annotations

from tenderlight.model.claim import Claim
from tenderlight.model.values import BidderValue, BidOutcome, Identifier, PartyValue, RegionValue, SupplierValue
from tests.made_claims import made_claim

CODES = ("91330000720082374Q", "91110000101692867W", "91310000132207927C")
"""Credit codes with right check characters."""


def code(number: str) -> Identifier:
    """Return a credit code as documents give it."""
    return Identifier(scheme="CN-USCC", number=number)


def supplier(name: str, contract: str = "k1", *numbers: str) -> Claim:
    """Return a claim that names a supplier."""
    value = SupplierValue(name=name, identifiers=tuple(map(code, numbers)))
    return made_claim(value, contract)


def buyer(name: str, contract: str = "k1", *numbers: str) -> Claim:
    """Return a claim that names a buyer."""
    return made_claim(PartyValue(name=name, identifiers=tuple(map(code, numbers))), contract)


def bidder(name: str, contract: str = "k1", *, rank: int) -> Claim:
    """Return a claim that names a bidder."""
    value = BidderValue(name=name, outcome=BidOutcome.CANDIDATE, rank=rank)
    return made_claim(value, contract)


def place(name: str, contract: str) -> Claim:
    """Return a claim that says where a contract is."""
    return made_claim(RegionValue(country="CN", place=name), contract)
