"""What stands beside an amount in languages written with spaces: the same in words, and tax.

Words and digits are compared, never mended: where they differ the words hold, as in Chinese contracts, and the digits
are told beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from tenderlight.languages.currencies import CURRENCIES
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.number_words import read_number_words

_OPENS = re.compile(
    r"(?:/[-=])?\s*(?:[^\W\d_]{1,14}\.?\s*){0,3}[(]\s*(?:[^\W\d_]{2,6}\s+(?:dollars|euros|shillings|rupees)\s+)?"
)
_CURRENCY_FIRST = re.compile(
    r"(?:[^\W\d_]+\s+){0,2}?(?:dollars?|euros?|pounds?|shillings?|rupees?|reais|pesos|soles)\s+"
)
_COUNTED = re.compile(
    r"[\s,-]*(?:de\s+|d['’]\s?)?(?:\([^()]{0,20}\)\s*)?(?:only|рубл|руб\b|грив|грн|тенге|евро|доллар|reais|real\b|"
    r"pesos?\b|euros?\b|dollars?\b|"
    r"pounds?\b|soles\b|d[oó]lares\b|bolivianos\b|guaran|quetzal|lempira|colones|c[oó]rdobas|francs?\b|shillings?\b|"
    r"rupees?\b|"
    r"naira|zł|złot|\d\d\s*/\s*100|con \d\d|y \d\d|m/cte|[)]|us\b|united states)"
)
_IN_BRACKETS = re.compile(r"\s{0,3}\((?P<words>[^()\d]{8,200})\)")
_OPENED = re.compile(r"\(\s*(?:[^\W\d_]{1,4}\.?\s?)?[$€£₱₦]?\s*$")
_WORDS_BEFORE = 200
_FEWEST_IN_WORDS = 100
_CENTS_IN_WORDS = 30
"""Characters that may follow the money of a sum in words: "and 00/100 only"."""
_LEAD = re.compile(r"(?:[\s:(«\"-]|la suma de|o valor de|la somme de|the sum of|суму?|total|valor|de|es|é|is|est)*")
_TAX_BEFORE = re.compile(
    r"(?:\btva|\bvat|\biva|ндс|пдв|\bmwst|\bust|(?<!hors )\btax|\bgst|\bigv|\bitbis|\bvat\)?)[^.;]{0,24}$"
)
_NET = re.compile(
    r"\s*(?:m\.\s?n\.\s?)?[.,(-]?\s*(?:ht\b|hors tax|hors tva|"
    r"h\.?t\.?v\.?a|excl|ex\.? vat|exclusive of|without vat|net of|"
    r"\(?без (?:учета )?(?:ндс|пдв)|"
    r"ohne (?:mwst|ust|umsatz)|netto|zzgl|sem iva|sin iva|s/iva|más i\.?v\.?a|\+ ?iva|mais iva|oltre (?:l['’])?iva|"
    r"iva esclusa|(?:iva|igv|itbis|impuestos?) (?:no inclu|exclu[ií]d)|sin impuestos|acrescid[oa] d[eo] iva|al netto|"
    r"bez vat|plus vat)"
)
_GROSS = re.compile(
    r"\s*(?:m\.\s?n\.\s?)?[.,(-]?\s*(?:ttc\b|tvac\b|toutes taxes|"
    r"incl|including|inclusive of|\(?(?:в том числе|включая|с учетом|у тому числі|"
    r"з) (?:ндс|пдв)|"
    r"tva comprise|tva incluse|t\.v\.a\. comprise|inkl|brutto|com iva|con iva|iva incl|i\.?v\.?a\.? incl|"
    r"impuestos incl|com impostos|z vat|iva (?:compresa|inclusa)|c/iva|"
    r"incluid[oa]s? (?:el )?(?:iva|igv|itbis|impuestos)|con impuestos|"
    r"igv incl)"
)

_NET_TAX_GROSS = 3


def in_words(flat: str, amount: FoundAmount) -> int | None:
    """Return the whole number written in words beside an amount in digits, or None if there is none.

    The words stand in brackets behind the digits, or before the brackets that hold the digits.
    """
    opens = _OPENS.match(flat, amount.end) or re.compile(r"\s*\(\s*").match(flat, amount.end)
    inside = flat.find("(", amount.start, amount.end)
    starts = [opens.end()] if opens else []
    if inside >= 0:
        starts.append(inside + 1)
    for start in starts:
        named = _CURRENCY_FIRST.match(flat, start)
        for at in (start, *([named.end()] if named else [])):
            read = _counted(flat, at)
            if read is not None:
                return read
    lead = _LEAD.match(flat)
    return _counted(flat, lead.end() if lead else 0) if amount.start > 0 else None


def words_around(flat: str, start: int, end: int) -> int | None:
    """Return the whole number in words before the bracket in which an amount stands, or in one behind it, or None.

    Args:
        flat: A flat page.
        start: Where the amount begins.
        end: Where it ends.
    """
    before = _words_before(flat, start)
    bracket = _IN_BRACKETS.match(flat, end) if before is None else None
    return before if bracket is None else _counted(flat, bracket.start("words"))


def _words_before(flat: str, at: int) -> int | None:
    before = flat[max(0, at - _WORDS_BEFORE) : at].rpartition("\n")[2]
    opened = _OPENED.search(before)
    if opened is None:
        return None
    clause = before[: opened.start()]
    for word in re.finditer(r"[^\W\d_]+", clause):
        read = read_number_words(clause[word.start() :])
        if read is None or read[0] < _FEWEST_IN_WORDS:
            continue
        rest = clause[word.start() + read[1] :]
        counted = _COUNTED.match(rest)
        return read[0] if counted and len(rest) - counted.end() <= _CENTS_IN_WORDS and "," not in rest else None
    return None


def _counted(flat: str, at: int) -> int | None:
    read = read_number_words(flat[at:])
    if read is None:
        return None
    number, end = read
    return number if _COUNTED.match(flat, at + end) and number >= 100 else None


def words_lead(before: str) -> bool:
    """Say whether what stands before an amount is nothing but the same amount in words."""
    lead = _LEAD.match(before)
    start = lead.end() if lead else 0
    read = read_number_words(before[start:])
    return read is not None and "." not in before[start + read[1] :] and len(before) - start - read[1] <= 60


def without_tax(flat: str, found: Sequence[FoundAmount]) -> list[FoundAmount]:
    """Leave out amounts that are the tax on another, and those that give the first again with or without its tax."""
    if is_split_by_tax([amount.amount for amount in found]):
        return [found[0]]
    kept = [amount for amount in found if not _TAX_BEFORE.search(flat[: amount.start])]
    if len(kept) > 1 and is_with_tax(flat, kept[0]) is not None:
        return kept[:1]
    return kept or list(found)


def is_split_by_tax(amounts: Sequence[Decimal]) -> bool:
    """Say whether three amounts are a sum without its tax, the tax and the sum with it: "netto …, VAT …, brutto …"."""
    if len(amounts) != _NET_TAX_GROSS or amounts[0] == min(amounts):
        return False
    low, middle, high = sorted(amounts)
    return low + middle == high and low * 2 < middle


def is_with_tax(flat: str, amount: FoundAmount) -> bool | None:
    """Say whether the words behind an amount say that tax is in it (True) or not (False); None = they do not say."""
    if _NET.match(flat, amount.end):
        return False
    return True if _GROSS.match(flat, amount.end) else None


def named_in_words(flat: str, at: int) -> str | None:
    """Return the currency named behind a number, in the brackets that hold the number in words: "54,80 (… reais)"."""
    opened = _IN_BRACKETS.match(flat, at)
    words = opened["words"] if opened else ""
    if read_number_words(words) is None:
        return None
    named = {CURRENCIES[word] for word in re.findall(r"[^\W\d_]{4,}", words) if word in CURRENCIES}
    return named.pop() if len(named) == 1 else None


def differs(words: int, amount: Decimal) -> bool:
    """Say whether the words are another number than the digits; cents are seldom written in words."""
    return words != int(amount)
