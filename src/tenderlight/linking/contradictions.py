"""Where the documents of one contract say different things: the values stay side by side, and nobody chooses.

Compared are the buyer, the suppliers, the price and the days of award and contract. Two documents contradict each other
in one of these if none of the values of one is among those of the other. Fuller and shorter names of one party, a date
without its day, and a price with tax beside one without are no contradictions. Where one of the documents is a
correction, its value holds; the other stays beside it and is said to be corrected.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from tenderlight.linking.buyers import comparable_buyer
from tenderlight.model.claim import Claim
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, DateKind, DateValue, PartyValue, SupplierValue

_PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.SUM_OF_LOTS})
_DATES = frozenset({DateKind.AWARD, DateKind.CONTRACT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One value, and where it is said."""

    value: str
    """As people read it."""
    path: str
    """Of the document, as received."""
    is_correction: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """One field in which documents of a contract differ."""

    field: str
    """buyer, supplier, price, award date, contract date; with the lot, if it is of one."""
    said: tuple[Said, ...]
    """Every value of every document, by path."""

    @property
    def is_corrected(self) -> bool:
        """Whether one of the documents is a correction: it holds."""
        return any(one.is_correction for one in self.said)

    @property
    def sentence(self) -> str:
        """The values with their documents, in a line."""
        values: dict[str, list[str]] = {}
        for one in self.said:
            values.setdefault(one.value, []).append(f"{one.path} (correction)" if one.is_correction else one.path)
        sides = "; ".join(f"{value}: {', '.join(dict.fromkeys(paths))}" for value, paths in values.items())
        return f"{self.field}{', corrected' if self.is_corrected else ''}: {sides}"


@dataclass(slots=True)
class _Document:
    """What one document says in one field."""

    said: list[Said] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    """The values in comparable form."""
    tax: set[bool] = field(default_factory=set)


def contradictions(claims: Iterable[Claim]) -> tuple[Contradiction, ...]:
    """Return the fields in which the documents of one contract contradict each other.

    Args:
        claims: Of one contract, of all its documents.
    """
    fields: dict[str, dict[str, _Document]] = defaultdict(lambda: defaultdict(_Document))
    for claim in claims:
        for name, key, words in compared(claim):
            document = fields[name][claim.document]
            document.keys.add(key)
            document.said.append(
                Said(value=words, path=claim.quotes[0].path, is_correction=claim.stage is Stage.CORRECTION)
            )
            if isinstance(claim.value, AmountValue) and claim.value.tax_included is not None:
                document.tax.add(claim.value.tax_included)
    return tuple(_found(fields))


def _found(fields: Mapping[str, Mapping[str, _Document]]) -> Iterator[Contradiction]:
    for name, documents in sorted(fields.items()):
        if any(_differ(one, other) for one, other in combinations(documents.values(), 2)):
            said = {(one.path, one.value): one for document in documents.values() for one in document.said}
            yield Contradiction(field=name, said=tuple(one for _, one in sorted(said.items())))


def _differ(one: _Document, other: _Document) -> bool:
    if one.tax and other.tax and one.tax.isdisjoint(other.tax):
        return False
    return not any(_agree(first, second) for first in one.keys for second in other.keys)


def _agree(one: str, other: str) -> bool:
    return one in other or other in one


def compared(claim: Claim) -> Iterator[tuple[str, str, str]]:
    """Yield the field that a claim is compared in, if any, its value in comparable form, and its value in words."""
    value = claim.value
    if claim.kind is StatementKind.BUYER and isinstance(value, PartyValue):
        yield from _party("buyer", value.name)
    elif isinstance(value, SupplierValue):
        yield from _party(_of_lot("supplier", value.lot), value.name)
    elif isinstance(value, AmountValue) and value.amount_kind in _PRICES and value.amount is not None:
        words = f"{_figure(value.amount)} {value.currency or ''}".strip()
        yield _of_lot("price", value.lot), f"={words}=", words
    elif isinstance(value, DateValue) and value.date_kind in _DATES:
        yield f"{value.date_kind.value} date", value.date.iso(), value.date.iso()


def _party(name: str, printed: str) -> Iterator[tuple[str, str, str]]:
    key = comparable_buyer(printed)
    if key is not None:
        yield name, key, printed


def _of_lot(name: str, lot: str | None) -> str:
    return name if lot is None else f"{name} of lot {lot}"


def _figure(amount: Decimal) -> str:
    whole = amount.to_integral_value()
    return f"{whole:,f}" if amount == whole else f"{amount.normalize():,f}"
