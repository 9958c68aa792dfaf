"""What a plain reading finds, and how what was stated is held against it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from tenderlight.model.record import Record
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    DateKind,
    DateValue,
    LineItemValue,
    PartyValue,
    ProjectNumberValue,
    StageValue,
    SupplierValue,
)

Truth = Mapping[str, set[str] | None]
"""Field → the values it has; a field that is left out, or None, was not looked for."""
PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.CALL_OFF})
AT_LEAST = frozenset({"numbers"})
"""Fields of which only some values are looked for: others that are stated are not wrong."""
FIELDS = ("stage", "buyers", "suppliers", "prices", "signed", "awarded", "published", "accepted", "numbers", "items")


@dataclass(slots=True)
class Score:
    """Values of one field over all notices looked at."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def accuracy(self) -> float:
        """Right ones among all that were stated or should have been."""
        total = self.right + self.wrong + self.missing
        return self.right / total if total else 1.0


def folded(name: object) -> str:
    """Return a name without what white space and case add."""
    return " ".join(str(name or "").split()).casefold()


def money(amount: object, currency: object) -> str | None:
    """Return an amount with its currency in one form, or None if it is no amount above nought."""
    try:
        number = Decimal(str(amount).strip())
    except InvalidOperation:
        return None
    if not number.is_finite() or number <= 0:
        return None
    return f"{number.normalize():f} {str(currency or '').strip().upper()}".strip()


def day(written: object) -> str | None:
    """Return the day that a time begins with, or None if it is a place holder or none."""
    text = str(written or "").strip()[:10]
    return text if text[:4].isdigit() and 1950 <= int(text[:4]) <= 2150 else None


def stated(record: Record) -> dict[str, set[str]]:
    """Return what a record states, in the forms of a plain reading."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    dates = {
        DateKind.CONTRACT: "signed",
        DateKind.AWARD: "awarded",
        DateKind.PUBLICATION: "published",
        DateKind.ACCEPTANCE: "accepted",
    }
    for statement in record.statements:
        value = statement.value
        if isinstance(value, StageValue) and value.lot is None:
            found["stage"].add(value.stage)
        elif isinstance(value, PartyValue) and statement.kind is StatementKind.BUYER:
            found["buyers"].add(folded(value.name))
        elif isinstance(value, SupplierValue):
            found["suppliers"].add(folded(value.name))
        elif isinstance(value, AmountValue) and value.amount_kind in PRICES:
            found["prices"].add(money(value.amount, value.currency) or "")
        elif isinstance(value, DateValue) and value.date_kind in dates:
            found[dates[value.date_kind]].add(value.date.iso())
        elif isinstance(value, ProjectNumberValue):
            found["numbers"].add(folded(value.number))
        elif isinstance(value, LineItemValue):
            found["items"].add(folded(value.name))
    return found


def hold_against(record: Record, truth: Truth, scores: dict[str, Score]) -> list[str]:
    """Count what is right, wrong and missing; return the differences in words."""
    said = stated(record)
    differences = []
    for field in FIELDS:
        wanted = truth.get(field)
        if wanted is None:
            continue
        wanted = wanted - {""}
        extra = set() if field in AT_LEAST else said[field] - wanted
        score = scores.setdefault(field, Score())
        score.right += len(said[field] & wanted)
        score.wrong += len(extra)
        score.missing += len(wanted - said[field])
        if extra or wanted - said[field]:
            differences.append(f"{field}: wrong {sorted(extra)[:4]} missing {sorted(wanted - said[field])[:4]}")
    return differences
