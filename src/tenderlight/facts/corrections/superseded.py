"""What a document takes back: the old value stays beside the new one, as a claim of its own with its own quote.

A correction replaces a value and does not delete it. Old amounts and days get the kind `superseded`, so that nobody
takes them for a price or a day that holds; an old supplier is quoted by the claim of the one that takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.facts import remarks
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import AMOUNTS, DATES
from tenderlight.languages.dates import find_dates
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, DateKind, DateValue

_LONGEST = 400
"""Characters of an old value in which its figure or day is looked for."""


def place_replaced(notice: Notice, entry: Entry) -> Piece | None:
    """Return where the value stands that an entry replaces; None if it replaces none, or its place cannot be told."""
    old = entry.replaces
    if not old:
        return None
    for other in notice.entries:
        if other.old and other.meaning is entry.meaning and other.value.text.strip() == old.strip():
            return other.value
    text, start = entry.value.sheet.page.text, entry.value.start
    before, behind = text.rfind(old, 0, start), text.find(old, entry.value.end)
    found = before if before >= 0 else behind
    return Piece(sheet=entry.value.sheet, start=found, end=found + len(old)) if found >= 0 else None


def find_superseded(notice: Notice) -> list[Statement]:
    """Return the amounts and days that the document puts others in the place of, each with its own words."""
    found: dict[object, Statement] = {}
    for entry in notice.entries:
        piece = place_replaced(notice, entry) if not entry.old else None
        if piece is None or piece.end - piece.start > _LONGEST:
            continue
        said = " ".join(entry.value.text.split())[:_LONGEST]
        for statement in (*_amount(notice, entry, piece, said), *_day(notice, entry, piece, said)):
            found.setdefault(statement.value, statement)
    return list(found.values())


def _amount(notice: Notice, entry: Entry, piece: Piece, said: str) -> Iterator[Statement]:
    if entry.meaning not in AMOUNTS:
        return
    amounts = find_amounts(piece.text, unit=entry.unit, decimal_mark=notice.decimal_mark)
    if len({one.amount for one in amounts}) != 1 or (amounts[0].bare and entry.unit is None):
        return
    currency = amounts[0].currency or next(
        (one.currency for one in find_amounts(entry.value.text, unit=entry.unit)), None
    )
    currency = "TWD" if notice.country == "TW" and currency == "CNY" else currency
    value = AmountValue(amount_kind=AmountKind.SUPERSEDED, amount=amounts[0].amount, currency=currency, lot=entry.lot)
    anchor = piece.part(amounts[0].start, amounts[0].end)
    yield notice.statement(StatementKind.AMOUNT, value, [anchor], [remarks.replaced_by(said)])


def _day(notice: Notice, entry: Entry, piece: Piece, said: str) -> Iterator[Statement]:
    if entry.meaning not in DATES:
        return
    days = find_dates(piece.text, day_first=notice.day_first, republic=notice.country == "TW")
    if len(days) == 1:
        value = DateValue(date=days[0].date, date_kind=DateKind.SUPERSEDED)
        anchor = piece.part(days[0].start, days[0].end)
        yield notice.statement(StatementKind.DATE, value, [anchor], [remarks.replaced_by(said)])
