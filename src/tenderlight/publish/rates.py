"""A table of euro reference rates, as the European Central Bank publishes it: what one euro was on a day.

The file is the bank's `eurofxref-hist.csv`, or the ZIP it comes in: a column a currency, a row a banking day, "N/A"
where there is no rate. It is never fetched: whoever wants converted figures brings it.
"""

from __future__ import annotations

import bisect
import csv
import datetime
import hashlib
import io
import re
import zipfile
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation, localcontext
from pathlib import Path

from tenderlight.errors import UsageError

EURO = "EUR"
OLDEST_DAYS = 7
"""A rate older than this is none: over the longest holidays, banks are closed for five days."""
LARGEST_BYTES = 64 * 1024 * 1024
MOST_DIGITS = 20
SHOWN_DIGITS = 7
"""Of a rate between two currencies that are both not the euro."""
_CENT = Decimal("0.01")
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A figure in another currency beside the one printed; or why there is none."""

    amount: Decimal | None
    """Rounded to the hundredth; None = not converted."""
    currency: str
    rate: str | None
    """ "1 EUR = 7.4326 CNY"; None = not converted."""
    rate_date: datetime.date | None
    """The banking day the rate is of; None = not converted, or nothing to convert."""
    note: str
    """What date the rate was looked up for, or why the figure was not converted."""


@dataclass(frozen=True, slots=True)
class RateTable:
    """Rates by day. Read one with `read_rates`."""

    source: str
    """File and the beginning of its SHA-256, for those who check a figure."""
    currencies: frozenset[str]
    days: tuple[datetime.date, ...]
    """Banking days, the oldest first."""
    rates: tuple[dict[str, Decimal], ...]
    """For each day, what one euro was."""

    def convert(
        self, amount: Decimal, currency: str | None, *, day: datetime.date, of: str, target: str = EURO
    ) -> Converted:
        """Convert a figure at the rate of a day; on a day without rates, at that of the last banking day before.

        Args:
            amount: In the base unit of its currency.
            currency: ISO 4217; None = the document does not say.
            day: The day to convert at.
            of: What the day is of, for the note: "contract".
            target: ISO 4217 of the currency wanted.
        """
        known = self._known(currency, day, target)
        if isinstance(known, str):
            return Converted(amount=None, currency=target, rate=None, rate_date=None, note=known)
        index, ours, theirs = known
        with localcontext() as context:
            context.prec = 60
            converted = (amount * theirs / ours).quantize(_CENT, rounding=ROUND_HALF_EVEN)
            context.prec = SHOWN_DIGITS
            ratio = ours if target == EURO else ours / theirs
        rate_date = self.days[index]
        through = "" if EURO in {target, currency} else ", through the euro"
        note = f"at the date of {of}, {day}"
        if rate_date != day:
            note += f"; no rate that day, so that of the last banking day before, {rate_date}"
        return Converted(
            amount=converted,
            currency=target,
            rate=f"1 {target} = {ratio.normalize():f} {currency}{through}",
            rate_date=rate_date,
            note=note,
        )

    def _known(self, currency: str | None, day: datetime.date, target: str) -> tuple[int, Decimal, Decimal] | str:
        """Return the row and what one euro was in both currencies, or why there is no rate."""
        if currency is None:
            return "not converted: the document names no currency"
        if currency == target:
            return f"not converted: it is in {target}"
        for one in (currency, target):
            if one not in self.currencies:
                return f"not converted: the table has no rates for {one}"
        index = bisect.bisect_right(self.days, day) - 1
        while index >= 0 and (day - self.days[index]).days <= OLDEST_DAYS:
            row = self.rates[index]
            if currency in row and target in row:
                return index, row[currency], row[target]
            index -= 1
        pair = currency if target == EURO else f"{currency} and {target}"
        return f"not converted: the table has no rate for {pair} in the {OLDEST_DAYS} days up to {day}"


def read_rates(path: Path) -> RateTable:
    """Read a table of rates.

    Raises:
        UsageError: If it cannot be read, or is no such table.
    """
    try:
        content = path.read_bytes()
        text = _text(content)
    except (OSError, ValueError, zipfile.BadZipFile, RuntimeError) as trouble:
        raise UsageError(f"The table of rates {path.name} cannot be read: {trouble}.") from trouble
    rows = csv.reader(io.StringIO(text))
    header = [name.strip() for name in next(rows, [])]
    if not header or header[0].casefold() != "date" or not any(map(_CODE.fullmatch, header)):
        raise UsageError(f"{path.name} is no table of rates: its first line must be Date and codes of currencies.")
    by_day = {}
    for row in rows:
        day = _day(row[0]) if row else None
        if day is not None:
            by_day[day] = _rates(header, row)
    if not by_day:
        raise UsageError(f"{path.name} is no table of rates: no line begins with a date.")
    days = tuple(sorted(by_day))
    return RateTable(
        source=f"euro reference rates, {path.name}, SHA-256 {hashlib.sha256(content).hexdigest()[:16]}",
        currencies=frozenset({EURO, *filter(_CODE.fullmatch, header)}),
        days=days,
        rates=tuple(by_day[day] for day in days),
    )


def _text(content: bytes) -> str:
    if not content.startswith(b"PK"):
        return _bounded(content).decode("utf-8-sig")
    with zipfile.ZipFile(io.BytesIO(_bounded(content))) as archive:
        names = [name for name in archive.namelist() if name.casefold().endswith(".csv")]
        if len(names) != 1:
            raise ValueError("the archive must hold one CSV file")
        with archive.open(names[0]) as file:
            return _bounded(file.read(LARGEST_BYTES + 1)).decode("utf-8-sig")


def _bounded(content: bytes) -> bytes:
    if len(content) > LARGEST_BYTES:
        raise ValueError(f"it is larger than {LARGEST_BYTES} bytes")
    return content


def _day(written: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(written.strip())
    except ValueError:
        return None


def _rates(header: list[str], row: list[str]) -> dict[str, Decimal]:
    found = {EURO: Decimal(1)}
    for currency, written in zip(header[1:], row[1:], strict=False):
        rate = _rate(written.strip())
        if rate is not None and _CODE.fullmatch(currency):
            found[currency] = rate
    return found


def _rate(written: str) -> Decimal | None:
    if len(written) > MOST_DIGITS:
        return None
    try:
        rate = Decimal(written)
    except InvalidOperation:
        return None
    return rate if rate.is_finite() and rate > 0 else None
