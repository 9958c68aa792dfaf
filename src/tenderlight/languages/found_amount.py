"""An amount of money where it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundAmount:
    """An amount in a text; offsets are code points of that text, half-open."""

    start: int
    end: int
    amount: Decimal
    """In the base unit."""
    currency: str | None
    """ISO 4217; None = no currency is written."""
    in_words: bool = False
    """Written in capital numerals."""
    bare: bool = False
    """Neither unit nor currency is written: what the number counts must be known from elsewhere."""
    per_unit: bool = False
    """A price of one piece, month or person ("12 元/㎡")."""
