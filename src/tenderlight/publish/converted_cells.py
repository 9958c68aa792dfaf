"""Claims with a converted figure beside the one printed: rate, source and date always with it, never in its place."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

import msgspec

from tenderlight.cases.encoding import encode_claim
from tenderlight.model.claim import Claim
from tenderlight.model.values import AmountValue, BidderValue, DateKind, DateValue, LineItemValue
from tenderlight.publish.cells import COLUMNS, Cell, row
from tenderlight.publish.rates import Converted, RateTable

RATE_COLUMNS = {
    "converted_amount": "The amount in the other currency, rounded to the hundredth; empty if it was not converted.",
    "converted_currency": "ISO 4217 code of the other currency.",
    "rate": "The rate: 1 EUR = 7.4326 CNY.",
    "rate_date": "The banking day the rate is of.",
    "rate_source": "The table it is from: its name and the beginning of its SHA-256.",
    "conversion_note": "What date the rate was looked up for; or why the amount was not converted.",
}
"""Columns behind the others where `--rates` is given; in JSON Lines, a further key `converted` holds them."""

_ORDER = (DateKind.CONTRACT, DateKind.AWARD, DateKind.CORRECTION, DateKind.ACCEPTANCE, DateKind.PUBLICATION)
"""The first of these that a document gives with its day is the date to convert at."""
_encoder = msgspec.json.Encoder(decimal_format="number")


@dataclass(slots=True, kw_only=True)
class Conversion:
    """Converts the amounts of claims, each at the date that its document gives."""

    table: RateTable
    target: str
    dates: dict[tuple[str, str], dict[DateKind, set[datetime.date]]] = field(default_factory=dict)
    """By contract and document."""

    def learn(self, claims: Iterable[Claim]) -> None:
        """Take in the dates of documents."""
        for claim in claims:
            if isinstance(claim.value, DateValue) and claim.value.date.day is not None:
                day = datetime.date.fromisoformat(claim.value.date.iso())
                kinds = self.dates.setdefault((claim.contract, claim.document), {})
                kinds.setdefault(claim.value.date_kind, set()).add(day)

    def of(self, claim: Claim) -> Converted | None:
        """Return the converted figure of a claim, or why there is none; None if the claim has no amount."""
        amount, currency = _money(claim)
        if amount is None:
            return None
        kinds = self.dates.get((claim.contract, claim.document), {})
        kind = next((kind for kind in _ORDER if kind in kinds), None)
        if kind is None:
            return self._not("the document gives no date with its day")
        if len(kinds[kind]) > 1:
            return self._not(f"the document gives several dates of {kind.value}")
        (day,) = kinds[kind]
        return self.table.convert(amount, currency, day=day, of=kind.value, target=self.target)

    def cells(self, claim: Claim) -> dict[str, Cell]:
        """Return a claim as a row: a value for each of `COLUMNS` and of `RATE_COLUMNS`."""
        found = self.of(claim)
        if found is None:
            return {**row(claim), **dict.fromkeys(RATE_COLUMNS)}
        is_converted = found.amount is not None
        return {
            **row(claim),
            "converted_amount": found.amount,
            "converted_currency": found.currency if is_converted else None,
            "rate": found.rate,
            "rate_date": found.rate_date.isoformat() if found.rate_date is not None else None,
            "rate_source": self.table.source if is_converted else None,
            "conversion_note": found.note,
        }

    def line(self, claim: Claim) -> bytes:
        """Return a claim as a line of JSON with a further key `converted`: an object, or null if it has no amount."""
        cells = self.cells(claim)
        found = {name: cells[name] for name in RATE_COLUMNS} if cells["conversion_note"] is not None else None
        return encode_claim(claim)[:-1] + b',"converted":' + _encoder.encode(found) + b"}"

    def _not(self, why: str) -> Converted:
        return Converted(amount=None, currency=self.target, rate=None, rate_date=None, note=f"not converted: {why}")


CONVERTED_COLUMNS = {**COLUMNS, **RATE_COLUMNS}


def _money(claim: Claim) -> tuple[Decimal | None, str | None]:
    value = claim.value
    if isinstance(value, AmountValue | BidderValue):
        return value.amount, value.currency
    if isinstance(value, LineItemValue):
        return value.unit_price, value.currency
    return None, None
