"""Amounts of money as written → exact amounts in the base unit of their currency.

A percentage is never money, a bare number is money only where its unit is known from elsewhere (the head of a column,
the label beside it), and what is not written is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from tenderlight.languages.currencies import (
    APART,
    ATTACHED,
    CENTS,
    CURRENCIES,
    DECIMAL_MARKS,
    alternatives,
)
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.multipliers import MULTIPLIERS
from tenderlight.languages.normalise import flatten
from tenderlight.languages.numerals import NUMERAL_CHARACTERS, read_numeral
from tenderlight.languages.ranges import ranges
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.languages.split_amounts import joined
from tenderlight.languages.torn_numbers import mended, torn_numbers
from tenderlight.model.values import Money

_LETTERS = frozenset({"m", "k", "mm", "mn", "cr"})
_THOUSANDS = {"t": 1000}
"""TEUR: thousands of euros, in German."""
_SHORT_FOR = {"р": "RUB", "р.": "RUB"}
"""Short words for a currency that stand behind a number with marks alone: "812 700 р.", not "2022 р." (a year)."""
_LONGEST_NUMBER = 24
"""Characters of digits and marks; longer ones are no amounts."""
_BLANK = r"[ \t\n\u200b]"
_NUMBER = (
    r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)(?:\.\d+)?|\d{3}(?:,\d{2}){2,3},\d{3}(?!\d)(?:\.\d+)?|"
    r"\d{1,3}(?:[,.'\u2009 ]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
)
_LAKHS = re.compile(r"(?:\d{1,2}(?:,\d{2})+|\d{3}(?:,\d{2}){2,3}),\d{3}(?:\.\d+)?")
"""Grouped as in India: 47,36,18,250.00 is 473 618 250; above a hundred crore 112,47,60,000."""
_OF_LAKHS = frozenset({"INR", "PKR", "BDT", "NPR", "LKR"})
_PLAIN_UNITS = frozenset({"元", "圆"})
"""Of whatever currency is named before the number; of China's if none is. They stand behind a number, never before."""
_CURRENCY = rf"{alternatives(CURRENCIES)}|\$|pesos?(?![^\W\d_])"
_ATTACHED = (
    rf"(?:{'|'.join(map(re.escape, sorted(ATTACHED, key=len, reverse=True)))})"
    r"(?=\d{1,3}(?:[,. ]\d{3})+|\d{1,4}(?:[.,]\d{1,3})?\s?(?:million|billion|bn)(?![^\W\d_]))|"
    rf"(?:{'|'.join(map(re.escape, sorted(APART, key=len, reverse=True)))})(?= \d{{1,3}}(?:[, ]\d{{3}})+[.,]\d\d(?!\d))"
)
_IN_FRONT = {word: code for word, code in CURRENCIES.items() if word not in _PLAIN_UNITS}
_WORDS_IN_FRONT = {word: code for word, code in _IN_FRONT.items() if word[0].isalpha() and word[0] < "\u2e80"}
_SIGNS_IN_FRONT = {word: code for word, code in _IN_FRONT.items() if word not in _WORDS_IN_FRONT}
_BEFORE = (
    rf"(?<![a-z\u00df-\u024f\u0400-\u06ff])(?:{alternatives(_WORDS_IN_FRONT)}|{_ATTACHED})|"
    rf"{alternatives(_SIGNS_IN_FRONT)}|\$|(?<![^\W\d_])pesos?(?= \d)"
)
_SCALE = alternatives(dict(MULTIPLIERS))
_GAP = rf"{_BLANK}{{0,3}}"
_TAX = r"(?:ttc|htva|ht|hors (?:taxes?|tva)|toutes taxes comprises)(?= ?:? ?\d)"
"""Words of tax between a currency and its number: "FCFA TTC 107 325 000"."""
_ARABIC = re.compile(
    rf"(?:(?P<before>{_BEFORE}){_GAP}[:(=]?{_GAP}(?:[¥]{_GAP}|{_TAX}{_GAP}:?{_GAP})?)?(?:(?<![\d.,])|(?<=[a-z]\.)|(?<=[{HAN_CLASS})],))(?P<number>{_NUMBER})(?!\d|[.,]\d)(?:(?P<none>[.,])(?:--?|[–—])|-00(?=\s?руб))?"
    rf"(?:{_GAP}\((?!\s*(?:[万亿]?[元圆]|(?:{_CURRENCY})\s*\)))[^()\d]{{3,90}}\))?{_GAP}(?:[()]{_GAP})?(?(before)(?:-(?=mill|bill|trill|milh|thousand|crore|lakh))?)(?P<scale>(?!m\.\s?n\b)(?:{_SCALE})|[tk](?=eur(?![^\W\d_])))?\.?{_GAP}"
    rf"(?:(?:de )?pesos (?={_CURRENCY})|(?:de |d'|of )(?={_CURRENCY}))?"
    rf"(?P<after>(?:{_CURRENCY}|(?<=[ .,]\d\d\d )р\.?(?![^\W\d_])|"
    rf"(?<=,\d\d )р\.?(?![^\W\d_]))(?!(?<=[$£€₹¥₱币])\d|(?:(?<=币)|(?<=[港门]元)) ?\d{{1,3}},\d{{3}}))?\.?(?:{_GAP}\))?"
    rf"(?:{_GAP}[(]?(?P<named>新台币|台币|港币|澳门币|美元|欧元)(?!\d| ?\d{{1,3}},\d{{3}}))?"
)
_NAMED_BEFORE = re.compile(rf"(?<![^\W\d_])(?P<currency>{_CURRENCY})\s?\(\s?\Z")
_HAN_NUMERAL = rf"[{re.escape(flatten(NUMERAL_CHARACTERS))}](?:[{re.escape(flatten(NUMERAL_CHARACTERS))}]|{_BLANK})*"
_NAMED = "新台币|台币|港币|港元|澳门币|澳门元|美元|欧元|日元|英镑"
_CAPITAL = re.compile(
    rf"(?:(?P<named>{_NAMED})[\s:(]{{0,3}}(?:大写[\s:)]{{0,3}})?)?"
    rf"(?:(?P<yuan>{_HAN_NUMERAL})(?P<unit>港元|美元|欧元|日元|澳门元|[元圆])){_GAP}(?P<whole>[整正])?"
    rf"(?:{_GAP}零?{_GAP}(?P<jiao>[{re.escape(flatten(NUMERAL_CHARACTERS))}]){_GAP}角)?"
    rf"(?:{_GAP}零?{_GAP}(?P<fen>[{re.escape(flatten(NUMERAL_CHARACTERS))}]){_GAP}分)?{_GAP}[整正]?"
)
_SPREAD = re.compile(
    rf"(?:(?P<before>{_BEFORE}){_GAP})?(?<![\d.,])(?P<number>\d(?: [\d,.]){{4,30}})(?![\d.,]| ?[\d])"
    rf"(?:{_GAP}(?P<scale>万|亿)?{_GAP}(?P<after>元|圆))?"
)
"""A number whose every digit is set apart by a blank: ¥ 1 2 8 , 0 0 0."""
_REST = re.compile(r"(?P<rest>\d,\d{3}|\d{1,4}(?:\.\d{1,6})?)(?P<scale>万)?\s?[元圆]")
"""What follows the 万 or 亿 of an amount in two parts: 123万4567元, 1亿2000万元."""
_INSIDE_NUMBERS = re.compile(r"[\s']")
_MILLIONS = re.compile(r"'(?=\d{3}(?P<mark>[,.])\d{3}(?!\d))")
"""An apostrophe for the millions before other marks for the thousands, as in Mexico: 2'640,000.00."""
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_RATE = re.compile(rf"{_GAP}(?:[%‰]|个百分点)")
_BESIDE_TAX = r"(?:с|без|з|avec|hors|ht|ttc|incl|excl|net|brutto|mit|ohne|con|sin|com|sem)(?![^\W\d_])"
"""What a stroke leads to where the same price follows with tax or without: "343 400 лей / с НДС 412 080 лей"."""
_PER = re.compile(
    rf"{_GAP}(?:[/每](?!{_GAP}(?:(?:[两二三四五]|[2-5])\s?年|{_BESIDE_TAX})){_GAP}[^\W_]|/{_GAP}[㎡㎥]|per\s|لل[^\W\d_]{{3,12}}(?!\w)|لکل\s)"
)
_EACH = re.compile(r"(?:每[^\d,。;:\s]{1,4}|单价(?:为|是)?|年均|月均|人均|per (?:unit|year|month|hour|day))\s*:?\s*$")
_PERCENT = re.compile(r"(?<![\d.])(?P<number>\d+(?:[.,]\d+)?)\s{0,3}%|百分之\s*(?P<words>\d+(?:\.\d+)?)")
_NOT_MONEY_NEXT = re.compile(rf"{_GAP}[^\W_]")
_NOISE = re.compile(r"[\s()\[\]:,;。.]|人民币|大写|小写|金额|整|正|rmb|cny|¥|约|ex(?:cl\.?)? vat|含税|不含税")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyUnit:
    """What a bare number counts, as said by a label or a column's head: 万元 = 10 000 CNY."""

    multiplier: int
    currency: str | None


@lru_cache(maxsize=4096)
def read_unit(text: str) -> MoneyUnit | None:
    """Return the unit a text consists of ("万元", "人民币元", "EUR", "тыс. руб."), or None if it is not exactly one."""
    flat = flatten(text).strip(" ()[]:.")
    flat = flat.removesuffix("/%").removesuffix("或%").removeprefix("单位:").strip()
    match = re.fullmatch(rf"(?P<before>{_CURRENCY})?\s*(?P<scale>{_SCALE})?\.?\s*(?P<after>{_CURRENCY})?\.?", flat)
    if match is None or not (match["before"] or match["after"]):
        return None
    currency = _currency(match["after"]) or _currency(match["before"])
    return MoneyUnit(multiplier=MULTIPLIERS.get(match["scale"] or "", 1), currency=currency)


def read_sign(text: str) -> MoneyUnit | None:
    """Return the unit that a letter or two stand for behind the word for a sum ("Contract sum (N)"), or None."""
    code = ATTACHED.get(flatten(text).strip(" ()[]:"))
    return MoneyUnit(multiplier=1, currency=code) if code is not None else None


def find_amounts(
    text: str, *, unit: MoneyUnit | None = None, decimal_mark: str | None = None
) -> tuple[FoundAmount, ...]:
    """Find the amounts of money in a text, in order; percentages are left out.

    Args:
        text: Any text, as written.
        unit: What a bare number counts. A unit written beside a number wins over it.
        decimal_mark: "." or ",": how `1.234` is to be read; None = such a number is left out.

    Returns:
        Amounts. Numbers without any unit are among them only if `unit` is given, or flagged `bare`. The ends of a range
        (12-15万元) are not among them.
    """
    flat = flatten(text)
    torn = torn_numbers(flat)
    flat = mended(flat, torn)
    found = [*_capitals(flat)]
    for amount in _arabic(flat, decimal_mark):
        if not any(amount.start < other.end and other.start < amount.end for other in found):
            found.append(_counted(amount, unit))
    spans = list(ranges(flat)) if len(found) > 0 else []
    kept = (one for one in found if not any(one.start < end and start < one.end for start, end in spans))
    return tuple(joined(flat, sorted((_whole(one, torn) for one in kept), key=lambda amount: amount.start)))


def _whole(amount: FoundAmount, torn: Sequence[tuple[int, int]]) -> FoundAmount:
    """Return an amount with the place of all of its torn number."""
    for start, end in torn:
        if amount.start < end and start < amount.end:
            return replace(amount, start=min(amount.start, start), end=max(amount.end, end))
    return amount


def read_money(text: str, *, unit: MoneyUnit | None = None, decimal_mark: str | None = None) -> Money | None:
    """Return the money a text consists of, or None if it is not exactly one amount with a known currency.

    The same amount in digits and in capital numerals counts as one; "面议", "/", "详见附件" and "85%" are none.
    """
    found = find_amounts(text, unit=unit, decimal_mark=decimal_mark)
    if not found or len({(amount.amount, amount.currency) for amount in found}) != 1:
        return None
    flat = flatten(text)
    rest = "".join(
        flat[end:start]
        for end, start in zip([0, *(a.end for a in found)], [*(a.start for a in found), len(flat)], strict=True)
    )
    first = found[0]
    if first.currency is None or first.bare or first.per_unit or _NOISE.sub("", rest):
        return None
    return Money(amount=first.amount, currency=first.currency)


def find_percents(text: str) -> tuple[tuple[int, int, Decimal], ...]:
    """Find percentages in a text: start, end, value ("12.5%" → 12.5)."""
    return tuple(
        (match.start(), match.end(), Decimal((match["number"] or match["words"]).replace(",", ".")))
        for match in _PERCENT.finditer(flatten(text))
    )


@lru_cache(maxsize=4096)
def read_number(written: str, *, decimal_mark: str | None = None) -> Decimal | None:
    """Return the number written in digits, or None if it can be read in two ways or is none.

    `1.234.567,89`, `1,234,567.89`, `1 234 567,89` and `1234.5` have one reading; `1.234` has two unless `decimal_mark`
    says which. `1.234.56` has none, nor has `1.234,567` where `decimal_mark` is a point.
    """
    flat = flatten(written)
    compact = _INSIDE_NUMBERS.sub("", _MILLIONS.sub(r"\g<mark>", flat) if "'" in flat else flat)
    if not _DIGITS.fullmatch(compact) or len(compact) > _LONGEST_NUMBER:
        return None
    marks = [mark for mark in compact if mark in ".,"]
    if not marks:
        return Decimal(compact)
    if len(set(marks)) == 2 or marks.count(marks[0]) > 1:
        return _grouped(compact, marks, decimal_mark)
    whole, fraction = compact.split(marks[0])
    blank_groups = bool(re.search(r"\d[\s']\d", written.strip()))
    if len(fraction) == 3 and len(whole) <= 3 and whole != "0" and not blank_groups:
        if decimal_mark is None:
            return None
        return Decimal(f"{whole}.{fraction}") if marks[0] == decimal_mark else Decimal(whole + fraction)
    if len(fraction) > 2 and decimal_mark is not None and marks[0] != decimal_mark:
        return None
    return Decimal(f"{whole}.{fraction}")


def _grouped(compact: str, marks: list[str], decimal_mark: str | None) -> Decimal | None:
    """Read a number with thousands separators: all marks but a different last one separate groups of three."""
    thousands = marks[0]
    whole, fraction = compact, ""
    if marks[-1] != thousands:
        whole, _, fraction = compact.rpartition(marks[-1])
    if len(fraction) == 3 and decimal_mark not in {None, marks[-1]}:
        return None
    first, *groups = whole.split(thousands)
    if not 1 <= len(first) <= 3 or any(len(group) != 3 or not group.isdecimal() for group in groups):
        return None
    return Decimal(f"{first}{''.join(groups)}.{fraction or 0}") if fraction else Decimal(first + "".join(groups))


def _capitals(flat: str) -> Iterator[FoundAmount]:
    for match in _CAPITAL.finditer(flat):
        yuan = read_numeral(match["yuan"])
        parts = [read_numeral(match[name]) if match[name] else 0 for name in ("jiao", "fen")]
        if yuan is None or None in parts or any((part or 0) > 9 for part in parts):
            continue
        cents = Decimal((parts[0] or 0) * 10 + (parts[1] or 0)) / 100
        amount = Decimal(yuan) + cents if cents else Decimal(yuan)
        end = match.start() + len(match[0].rstrip())
        if _PER.match(flat, end):
            continue
        currency = _currency(match["named"]) or _currency(match["unit"])
        yield FoundAmount(start=match.start(), end=end, amount=amount, currency=currency, in_words=True)


def _arabic(flat: str, decimal_mark: str | None) -> Iterator[FoundAmount]:
    joined_until = 0
    for spread in _SPREAD.finditer(flat):
        value = read_number(spread["number"].replace(" ", ""), decimal_mark=".")
        joined_until = max(joined_until, spread.end("number"))
        if value is not None and (spread["before"] or spread["after"]):
            yield FoundAmount(
                start=spread.start(),
                end=spread.end(),
                amount=_tidy(value * MULTIPLIERS.get(spread["scale"] or "", 1)),
                currency=_currency(spread["before"]) or _currency(spread["after"]),
            )
    for match in _ARABIC.finditer(flat):
        before, scale, after = match["before"], _scale(match), match["after"]
        number_end = match.end("number")
        if match.start("number") < joined_until or _RATE.match(flat, number_end) or _is_cents(flat, match):
            continue
        joined = _in_two_parts(flat, match)
        if joined is not None:
            joined_until = joined.end
            yield joined
            continue
        currency = _written_currency(match, scale)
        mark = _mark_of_no_cents(match) or DECIMAL_MARKS.get(currency or "") or decimal_mark
        value = _in_lakhs(match["number"], currency) or read_number(match["number"], decimal_mark=mark)
        if value is None:
            continue
        written = before or after
        if scale and not written and (scale in {"m", "k", "cr", "t", "mil"} or scale in "百千佰仟"):
            continue
        bare = not written and not scale
        if bare and _counts_something(flat, match.start("number"), number_end):
            continue
        end = number_end if bare else _end(flat, match, with_scale=scale is not None)
        cents = CENTS.match(flat, end) if after and not scale and value == int(value) else None
        end = cents.end() if cents else end
        yield FoundAmount(
            start=match.start(),
            end=end,
            amount=_tidy(value * _times(scale) + (Decimal(cents["cents"]) / 100 if cents else 0)),
            currency=currency,
            bare=bare,
            per_unit=_is_per_unit(flat, match.start(), end),
        )


def _times(scale: str | None) -> int:
    return _THOUSANDS.get(scale or "") or MULTIPLIERS.get(scale or "", 1)


def _mark_of_no_cents(match: re.Match[str]) -> str | None:
    """Return the decimal mark that "no cents" is written with ("1.200,-"); one that also sets off thousands is none."""
    mark = match["none"]
    return mark if mark and match["number"][-4:-3] != mark else None


def _is_cents(flat: str, match: re.Match[str]) -> bool:
    """Say whether a number is the hundred of cents written as a fraction: "PESOS 00/100 M.N."."""
    at = match.start("number")
    return match["number"] == "100" and flat[at - 1 : at] == "/" and flat[max(0, at - 3) : at - 1].isdecimal()


def _in_lakhs(number: str, currency: str | None) -> Decimal | None:
    """Return a number grouped as in India, if the money is of a country that groups so, or of none that is written."""
    if currency not in _OF_LAKHS | {None} or _LAKHS.fullmatch(number) is None:
        return None
    return Decimal(number.replace(",", ""))


def _in_two_parts(flat: str, match: re.Match[str]) -> FoundAmount | None:
    """Return the amount that goes on behind its 万 or 亿 (123万4567元), or None."""
    size = {"万": 10**4, "亿": 10**8}.get(match["scale"] or "")
    rest = _REST.match(flat, match.end("scale")) if size and not match["after"] else None
    high = read_number(match["number"], decimal_mark=".") if rest else None
    if size is None or rest is None or high is None or "." in match["number"] or (rest["scale"] and size == 10**4):
        return None
    low = Decimal(rest["rest"].replace(",", "")) * (10**4 if rest["scale"] else 1)
    return FoundAmount(
        start=match.start(),
        end=rest.end(),
        amount=_tidy(high * size + low),
        currency=_currency(match["before"]) or "CNY",
        per_unit=_is_per_unit(flat, match.start(), rest.end()),
    )


def _written_currency(match: re.Match[str], scale: str | None) -> str | None:
    """Return the currency printed at a number; a plain 元 takes that of the words before it (新台币 … 元)."""
    before, after = _currency(match["before"]), _currency(match["after"])
    if match["before"] in ATTACHED and (named := _NAMED_BEFORE.search(match.string, 0, match.start())) is not None:
        before = _currency(named["currency"])  # "… Kina (K4,150,000)"
    if match["before"] and match["after"] in {*_PLAIN_UNITS, "all"}:  # "$38,750 all in"
        after = None
    han_scale = scale is not None and scale[-1] in "百佰千仟万亿"
    return _currency(match["named"]) or after or before or ("CNY" if han_scale else None)


def _is_per_unit(flat: str, start: int, end: int) -> bool:
    """Say whether the words around an amount make it the price of one piece, month or person."""
    return _PER.match(flat, end) is not None or _EACH.search(flat, max(0, start - 12), start) is not None


def _scale(match: re.Match[str]) -> str | None:
    """Return the multiplier word; a letter counts only right behind the number (£2.5m, not "2.500 M/CTE")."""
    scale = match["scale"]
    if scale in _LETTERS and (
        match.start("scale") - match.end("number") > 1 or match.string.startswith("/", match.end("scale"))
    ):
        return None
    return None if scale is None else str(scale)


def _end(flat: str, match: re.Match[str], *, with_scale: bool) -> int:
    """Return where the amount ends: with its unit and the bracket around it, without blanks and full stops after it."""
    names = ("number", "after", "named", "scale") if with_scale else ("number", "after", "named")
    end = max(match.end(name) for name in names)
    opened = flat.count("(", match.end("number"), end)
    closing = re.compile(rf"{_GAP}\)").match(flat, end)
    return closing.end() if opened and closing else end


def _counts_something(flat: str, start: int, end: int) -> bool:
    """Say whether a bare number belongs to a word or a unit of measure beside it (3 台, DN300, 2022-12)."""
    before = flat[start - 1 : start]
    after = flat[end : end + 1]
    if (before and (before.isalnum() or before in "-/.,")) or (after and (after.isalnum() or after in "-/:°")):
        return True
    return (
        _NOT_MONEY_NEXT.match(flat, end) is not None
        and "\n" not in flat[end : end + 2]
        and "\t" not in flat[end : end + 2]
    )


def _counted(amount: FoundAmount, unit: MoneyUnit | None) -> FoundAmount:
    """Apply the unit known from elsewhere to a bare number, and its currency to an amount without one."""
    if unit is None:
        return amount
    if amount.bare:
        return replace(amount, amount=_tidy(amount.amount * unit.multiplier), currency=unit.currency, bare=False)
    return replace(amount, currency=amount.currency or unit.currency)


def _tidy(amount: Decimal) -> Decimal:
    """Drop zeros behind the decimal point: 846000.0000 is 846000."""
    return amount.quantize(Decimal(1)) if amount == amount.to_integral_value() else amount.normalize()


def _currency(word: str | None) -> str | None:
    return (CURRENCIES.get(word) or ATTACHED.get(word) or _SHORT_FOR.get(word)) if word else None
