"""Sums in languages written with spaces beside which no currency is printed: "Montant HT : 127 400,00".

Registers of one country leave the currency out. Where a label asks for the sum and nothing in the paper is in other
money, it is in that of the country.
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import find_amounts

_MONEY = {
    **dict.fromkeys(("AT", "BE", "DE", "ES", "FI", "FR", "GR", "IE", "IT", "LU", "PT"), "EUR"),
    **dict.fromkeys(("EC", "SV"), "USD"),
    "BR": "BRL",
}
_FIGURE = re.compile(r"\d{1,3}(?:(?:[.,]\d{3})+|(?:\s\d{3})+)(?:[.,]\d{1,4})?|\d{3,9}[.,]\d{2}")
_BEHIND = re.compile(r"\s{0,3}(?:[.;]\s*)?(?:$|\n|\s{2,}|\([^\d()]{2,80}\)|ht\b|ttc\b|hors)")
_CENTS = re.compile(r"[.,]\d{2}$")
_TAX = re.compile(
    r"\b(?:ht|ttc|hors (?:taxes?|tva)|h\.t|t\.t\.c|i\.?v\.?a|mwst|ust|netto|brutto|vat|impuestos|impostos)\b"
)
"""A bare number with points may be a day or the number of a paper: only cents, or tax beside it, show a sum."""
_BESIDE = 40
_SAMPLE = 8_000


def money_of_country(notice: Notice, entry: Entry, amount: FoundAmount) -> str | None:
    """Return the currency (ISO 4217) of a sum without one, behind a label of its own, or None if it cannot be told."""
    own = _MONEY.get(notice.country or "")
    flat = entry.value.flat
    if own is None or not entry.label or entry.strict or entry.row is not None or flat[: amount.start].strip():
        return None
    behind = flat[amount.end : amount.end + _BESIDE].partition("\n")[0]
    if not _FIGURE.fullmatch(flat[amount.start : amount.end].strip()) or not _BEHIND.match(flat, amount.end):
        return None
    if not _CENTS.search(flat[: amount.end].rstrip()) and not (_TAX.search(entry.label) or _TAX.search(behind)):
        return None
    others = (one.currency for sheet in notice.sheets[:2] for one in find_amounts(sheet.page.text[:_SAMPLE]))
    return own if all(one in {None, own} for one in others) else None
