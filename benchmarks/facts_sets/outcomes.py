"""How fields came out: wrong before missing before right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tenderlight.model.statement import Statement
from tenderlight.model.values import AmountKind, AmountValue

PRICE_KINDS = frozenset(
    {AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.SUM_OF_LOTS, AmountKind.CALL_OFF, AmountKind.UNIT_PRICE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How one field of one notice came out; "" = nothing expected, or nothing found."""

    notice: str
    field: str
    expected: str
    found: str

    @property
    def kind(self) -> str:
        """Return right, wrong or missing."""
        if self.expected == self.found:
            return "right"
        return "wrong" if self.found else "missing"

    def __str__(self) -> str:
        return f"{self.notice} {self.field} {self.kind}: expected {self.expected!r}, found {self.found!r}"


@dataclass(slots=True)
class Count:
    """Counts of one field."""

    wrong: int = 0
    missing: int = 0
    right: int = 0

    def add(self, other: Count) -> None:
        """Add the counts of another set."""
        self.wrong += other.wrong
        self.missing += other.missing
        self.right += other.right

    @property
    def total(self) -> int:
        """How often the field was judged."""
        return self.wrong + self.missing + self.right

    @property
    def accuracy(self) -> float:
        """Share that is right; 1 if there is nothing to judge."""
        return self.right / self.total if self.total else 1.0


@dataclass(slots=True)
class Judged:
    """One set, judged."""

    name: str
    fields: dict[str, Count] = field(default_factory=dict)
    not_right: list[str] = field(default_factory=list)
    """A sentence for each field that is not right; wrong ones first."""
    false_prices: list[str] = field(default_factory=list)
    """Budgets, ceilings, fees and losers' prices given as the price."""
    is_held_out: bool = False
    """Only counts are told of it: who reads its cases mends the rules for them."""

    def count(self, outcomes: Iterable[Outcome]) -> None:
        """Count outcomes; where nothing was expected and nothing found, nothing is counted."""
        for one in sorted(outcomes, key=lambda one: one.kind != "wrong"):
            if not one.expected and not one.found:
                continue
            counts = self.fields.setdefault(one.field, Count())
            counts.add(Count(**{one.kind: 1}))
            if one.kind != "right":
                self.not_right.append(str(one))

    def print_table(self) -> None:
        """Print a line a field."""
        print(f"\n{self.name}\n{'field':<18}{'wrong':>7}{'missing':>9}{'right':>7}{'accuracy':>10}")
        for name, one in self.fields.items():
            if not one.total:
                continue
            print(f"{name:<18}{one.wrong:>7}{one.missing:>9}{one.right:>7}{one.accuracy:>10.3f}")
        if self.is_held_out:
            print(f"  given as the price: {len(self.false_prices)}")
        for said in () if self.is_held_out else self.false_prices:
            print(f"  given as the price: {said}")


def plain(number: Decimal) -> str:
    """Return a number without needless zeros."""
    return f"{number.normalize():f}"


def prices_of(statements: Sequence[Statement]) -> list[AmountValue]:
    """Return the amounts that are stated as the price."""
    values = [one.value for one in statements if isinstance(one.value, AmountValue)]
    return [value for value in values if value.amount_kind in PRICE_KINDS]
