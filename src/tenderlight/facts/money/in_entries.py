"""What one entry says of money: an amount, a rate, a price of one piece, or nothing that can be told.

Never the price: taxes, parts of a price, what a price may not exceed. A number without a unit is left out unless it is
long enough to be yuan only, and then that is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.facts import remarks
from tenderlight.facts.money.bare_sums import money_of_country
from tenderlight.facts.money.beside_amounts import (
    differs,
    in_words,
    is_with_tax,
    named_in_words,
    without_tax,
    words_around,
    words_lead,
)
from tenderlight.facts.money.shared_currencies import OF_SEVERAL
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.pages.origins import dollar_of
from tenderlight.facts.words.errata import CONTRACT_CHANGED
from tenderlight.facts.words.other_sums import NO_PRICES_HAN
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import MoneyUnit, find_amounts, find_percents, read_unit
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage
from tenderlight.model.values import AmountKind, AmountValue

_PRICES = {
    Meaning.AWARD_AMOUNT: AmountKind.AWARD,
    Meaning.CONTRACT_AMOUNT: AmountKind.CONTRACT,
    Meaning.CALL_OFF_AMOUNT: AmountKind.CALL_OFF,
}
_RATE_WORDS = re.compile(
    r"下浮(?:率|比例|费率|系数)?|折扣(?:率|比例|系数)?|[监理服务中标成交投标报价]*费率|优惠(?:率|比例)|"
    r"让利(?:率|比例)|上浮率|降幅|"
    r"(?:价格|取费|调整|结算)系数|收费标准|标准收费|投标报价|报价|"
    r"discount(?: rate)?|rebate"
)
_RATE_IN_HINT = re.compile(r"^(?:下浮率|下浮比例|折扣率|折扣|优惠率|费率|让利率)(?=%|$|\s)")
_OF_ANY_BID = re.compile(r"(?:投标|最终|响应)?报价")
"""Labels of a bid that do not say what kind of rate it is."""
_OTHER_RATE = re.compile(
    r"税率|增值税|税|资金|占|比例为|付款|支付|预付|保证金|利率|违约|vat|ндс|iva|tva|贷款|自筹|国资"
)
_TOTAL_WORDS = re.compile(r"(?:总价|合计|总计|总报价|总金额|总额|共计|总|最[终后](?:投标|磋商|谈判)?报价)[^\d¥]{0,6}$")
_PART_WORDS = re.compile(r"[^\s()]{1,14}(?:费|价|部分|款|单价|金额)\s*(?:报价)?\s*[::为]?\s*$")
_PARTS_FOLLOW = re.compile(r"其中|包括|含暂列|包含")
_CHARGED = re.compile(r"\s*(?:计取|计算|收取|计费|[。.]?$)")
_LIMIT_WORDS = re.compile(r"(?:不超过|不高于|不得超过|不大于|上限|最高|限额|至多)[^\d¥,。;]{0,8}$")
_NO_UNIT_PRICE = re.compile(rf"{_LIMIT_WORDS.pattern}|(?:预估|估算|预计|暂估|约计)[^\d¥,。;]{{0,8}}$")
_LEADING_NOISE = re.compile(
    r"(?:[\s:(\[¥]|人民币|大写|小写|含税|不含税|元|万元|rmb|cny|约|为|是|报价|投标报价|中标价|成交价|中标金额|成交金额|"
    r"总价|合计|总计|总报价|共计|总金额|折合|金额|税|暂定|固定|综合|单位|年|"
    r"excl?(?:uding|\.)?\s?(?:vat|tax|gst)|ex\s(?:vat|tax|gst)|incl?(?:uding|\.)?\s?(?:vat|tax|gst)|"
    r"total|approx\.?|amount|of|suma|de|la|сумма|составляет|становить|в размере|had been|was|is|were|era|fue|"
    r"estimated at|es|é|foi|"
    r"est|s['’]élève|fixé|à|beträgt|wynosi|pari|up to|[()])*"
)
_COPULA = re.compile(
    r"\s*(?:[^\W\d_]+\s){0,2}(?:wynosi|beträgt|asciende a|is|shall be|составляет|становить|s['’]élève à|è di|é de|es "
    r"de)\s*:?\s*"
    r"(?:[(\[$€£]|[^\W\d_]{1,4}\.?\s)?\s*"
)
"""A word or two that go with a label of money, and the verb before the sum: "Wynagrodzenie ryczałtowe wynosi …"."""
_WITHOUT_TAX = re.compile(r"不含(?:增值)?税|未(?:含)?税|除税|税前|ex(?:cl\.?|cluding)? ?vat")
_WITH_TAX = re.compile(r"含(?:增值)?税|价税合计|税后|incl(?:\.|uding)? ?vat")
_LABELLED_WITHOUT_TAX = re.compile(
    r"\b(?:ht|h\.t|hors (?:taxes?|tva)|sin (?:iva|impuestos)|sem iva|senza iva|excl\w*|exkl\w*|ex vat|ohne|net|netto|"
    r"без (?:учета )?ндс|без пдв|without vat|before tax)\b"
)
_LABELLED_WITH_TAX = re.compile(
    r"\b(?:ttc|t\.t\.c|toutes taxes|con (?:iva|impuestos)|com iva|incl\w*|inkl\w*|gross|bruttó?|brutto|"
    r"с ндс|з пдв|with vat)\b"
)
"""What says so in a label alone: elsewhere these words may mean other things."""
_TIME = re.compile(
    r"(?P<time>每[年月季]度?|[一二三四五六七八九十两\d]{1,2}(?:个月|年)(?=期|合计|共计|总计|总价|服务|费用|"
    r"共))[^\d,。;]{0,10}$"
)
_A_YEAR = re.compile(r"\s*(?:/|每)\s*年(?!度)")
_LIMITS = frozenset({Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE})
_TO = re.compile(r"\s*(?:to|up to|до|bis|[-–—~])\s*")
_BETWEEN = re.compile(r"(?:between|from|entre|от|від|de|von|da|od)\s*$")
_AND = re.compile(r"\s*(?:and|y|e|et|a|à|и|та|und|do|al)\s*")
_INSTALMENT = re.compile(r"支付|给付|预付|首付|[第分][一二两三四五六\d]{1,2}[期次]|保证金|[订定]金")
"""Between two sums: the second is a part of the first that is paid at one time."""
_OWN_YUAN, _RENMINBI = {"TW": "TWD", "HK": "HKD", "MO": "MOP"}, re.compile(r"人民币|rmb|cny")
TWINS = frozenset({Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS})
_LIKELY_YUAN = 6
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")
"""A number with its thousands set apart is long enough where it is over ten thousand."""
_EACH_IN_HINT = re.compile(r"[元圆]\s*/\s*[^%\s/]")
"""A unit of one piece or time in a label: 中标价（元/年）."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What one entry says."""

    value: AmountValue
    pieces: tuple[Piece, ...]
    against: tuple[str, ...] = ()
    entry: Entry
    in_words: bool = False
    """Printed in capital numerals only."""


def measure(notice: Notice, entry: Entry) -> Price | None:
    """Return the one amount or rate of an entry, or None if it has none or several that differ."""
    kind = _PRICES.get(
        entry.meaning, AmountKind.CONTRACT if notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE} else AmountKind.AWARD
    )
    if kind is AmountKind.CONTRACT and (notice.stage is Stage.AWARD or _is_of_award(notice)):
        kind = AmountKind.AWARD
    elif kind is AmountKind.AWARD and not entry.label and notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}:
        kind = AmountKind.CONTRACT
    text = entry.value.text
    found = find_amounts(text, unit=_unit(notice, entry), decimal_mark=notice.decimal_mark)
    if entry.meaning in _PRICES and _EACH_IN_HINT.search(entry.hint) and notice.language == "zh":
        return _unit_price(notice, replace(entry, unit=entry.unit or MoneyUnit(multiplier=1, currency="CNY")))
    pieces_each = {amount.amount for amount in found if amount.per_unit}
    by_year = entry.meaning in _LIMITS and len(found) == 1 and _A_YEAR.match(entry.value.flat, found[0].end) is not None
    found = found if by_year else tuple(amount for amount in found if not amount.per_unit)
    if (len(pieces_each) == 1 and not found and entry.meaning in _PRICES) or entry.meaning is Meaning.UNIT_PRICE:
        return _unit_price(notice, entry)
    rate = _rate(entry) if kind is AmountKind.AWARD or entry.meaning is Meaning.PERCENT else None
    if rate is not None and not [amount for amount in found if not amount.bare and entry.unit is None]:
        start, end, percent, word = rate
        value = AmountValue(amount_kind=AmountKind.PERCENT, percent_kind=word, percent=percent, lot=entry.lot)
        return Price(value=value, pieces=(entry.value.part(start, end),), entry=entry)
    if entry.meaning is Meaning.PERCENT:
        return None
    if _is_range(entry.value.flat, found):
        return None
    if notice.language != "zh":
        found = tuple(without_tax(entry.value.flat, found))
    chosen = _choose(entry, found)
    if not chosen and len(pieces_each) == 1 and entry.meaning is Meaning.BID_AMOUNT and has_han(entry.value.flat):
        return _unit_price(notice, entry)
    return _settled(notice, entry, kind, chosen) if chosen else None


def _is_of_award(notice: Notice) -> bool:
    """Say whether a correction puts right an award: nothing in it is told of a contract that was signed."""
    signed = (Meaning.CONTRACT_DATE, Meaning.CONTRACT_NUMBER)
    changed = notice.title is not None and CONTRACT_CHANGED.search(notice.title.flat)
    return notice.stage is Stage.CORRECTION and not changed and not any(not one.strict for one in notice.of(*signed))


def _settled(notice: Notice, entry: Entry, kind: AmountKind, chosen: Sequence[FoundAmount]) -> Price | None:
    """Return the price that the amounts chosen are, in digits and in words, and what speaks against it."""
    against: list[str] = []
    first = chosen[0]
    if first.bare and (named := named_in_words(entry.value.flat, first.end)) is not None:
        first = replace(first, currency=named, bare=False)
    if first.bare:
        is_yuan = notice.language == "zh" and _is_yuan(entry.value.flat[first.start : first.end], first.amount)
        first = replace(first, currency="CNY" if is_yuan else money_of_country(notice, entry, first))
        if first.currency is None:
            return None
        against.append(remarks.NO_UNIT if is_yuan else remarks.NO_CURRENCY)
    words = [amount for amount in chosen if amount.in_words]
    digits = [amount for amount in chosen if not amount.in_words]
    if words and digits and words[0].amount != digits[0].amount:
        first = words[0]
        against.append(remarks.conflict(digits[0].amount))
    if notice.language != "zh":
        first = _as_in_words(entry, first, against)
    if entry.replaces is not None:
        against.append(_replaced(notice, entry))
    value = AmountValue(
        amount_kind=kind,
        amount=first.amount,
        currency=_currency(notice, first, entry.value.flat),
        lot=entry.lot,
        tax_included=_tax(entry, first),
        period=_period(entry, first),
    )
    pieces = tuple(entry.value.part(amount.start, amount.end) for amount in chosen)
    return Price(value=value, pieces=pieces, against=tuple(against), entry=entry, in_words=bool(words) and not digits)


def _is_yuan(written: str, amount: Decimal) -> bool:
    """Say whether a number without a unit can be yuan only: it is too long for ten thousands of them."""
    return amount >= 10 ** (_LIKELY_YUAN - 1) or (amount >= 10**4 and _GROUPED.fullmatch(written.strip()) is not None)


def _tax(entry: Entry, amount: FoundAmount) -> bool | None:
    """Say whether the words of the label or beside the amount say that tax is in it; None if they do not say."""
    flat = entry.value.flat
    told = is_with_tax(flat, amount)
    if told is not None:
        return told
    around = (flat[max(0, amount.start - 10) : amount.start], flat[amount.end : amount.end + 10])
    label = f"{entry.label} {entry.hint}"
    beside = " ".join((label, *around))
    is_net = _WITHOUT_TAX.search(beside) or _LABELLED_WITHOUT_TAX.search(label)
    is_gross = _WITH_TAX.search(_WITHOUT_TAX.sub("", beside)) or _LABELLED_WITH_TAX.search(label)
    return None if bool(is_net) == bool(is_gross) else bool(is_gross)


def _period(entry: Entry, amount: FoundAmount) -> str | None:
    """Return the words right before an amount that say what time it is for (每年, 三年合计)."""
    before = entry.value.flat[max(0, amount.start - 16) : amount.start]
    match = _TIME.search(before)
    if match is None and entry.meaning in _LIMITS and _A_YEAR.match(entry.value.flat, amount.end):
        return "每年"
    return match["time"] if match else None


def _as_in_words(entry: Entry, first: FoundAmount, against: list[str]) -> FoundAmount:
    """Return the amount as its words have it, where they differ from the digits, and say so."""
    words = in_words(entry.value.flat, first)
    if words is None:
        at = entry.value.start
        words = words_around(entry.value.sheet.flat, at + first.start, at + first.end)
    if words is None or not differs(words, first.amount):
        return first
    against.append(remarks.conflict(first.amount))
    return replace(first, amount=Decimal(words))


def _is_range(flat: str, found: Sequence[FoundAmount]) -> bool:
    """Say whether an entry gives two ends of a range instead of an amount (£400,000 to £450,000)."""
    if len(found) < 2 or found[0].in_words or found[1].in_words:
        return False
    between = flat[found[0].end : found[1].start]
    return bool(_TO.fullmatch(between) or (_BETWEEN.search(flat[: found[0].start]) and _AND.fullmatch(between)))


def _unit_price(notice: Notice, entry: Entry) -> Price | None:
    """Return a price by the piece, the page or the year: the only price there is."""
    found = find_amounts(entry.value.text, unit=_unit(notice, entry), decimal_mark=notice.decimal_mark)
    if has_han(entry.value.flat):
        told = [one for one in found if not _NO_UNIT_PRICE.search(entry.value.flat[: one.start])]
        found = tuple([one for one in told if one.per_unit] or told)
    if len({amount.amount for amount in found}) != 1 or found[0].bare:
        return None
    amount = found[0]
    value = AmountValue(
        amount_kind=AmountKind.UNIT_PRICE,
        amount=amount.amount,
        currency=_currency(notice, amount, entry.value.flat),
        lot=entry.lot,
    )
    return Price(value=value, pieces=(entry.value.part(amount.start, amount.end),), entry=entry)


def _currency(notice: Notice, amount: FoundAmount, written: str) -> str | None:
    """Return the currency: a plain 元 in a document of Taiwan or Hong Kong is theirs, "$" that of the country."""
    if amount.currency == "CNY" and notice.country in _OWN_YUAN and not _RENMINBI.search(written):
        return _OWN_YUAN[notice.country]
    if amount.currency is None and not amount.bare:
        return dollar_of(notice.country or ("CA" if notice.language == "fr" else None))
    unsure = notice.language == "ar" and amount.currency in {"IRR", "AED", "IQD"}
    return OF_SEVERAL.get((amount.currency or "", notice.country or ""), None if unsure else amount.currency)


def _replaced(notice: Notice, entry: Entry) -> str:
    """Name the value that was taken back: as a number where it is one."""
    old = entry.replaces or ""
    amounts = find_amounts(old, unit=_unit(notice, entry), decimal_mark=notice.decimal_mark)
    return remarks.replaces(f"{amounts[0].amount:f} (printed {old})" if amounts else old)


def _choose(entry: Entry, found: Sequence[FoundAmount]) -> list[FoundAmount]:
    """Return the amount an entry is about, in digits and in words; nothing if it cannot be told from others."""
    flat = entry.value.flat
    parts_from = match.start() if (match := _PARTS_FOLLOW.search(flat)) else len(flat)
    usable = [amount for amount in found if not amount.bare] or list(found)
    is_limit = entry.meaning in {Meaning.CEILING, Meaning.BUDGET}
    usable = [
        one for one in usable if one.start < parts_from and (is_limit or not _LIMIT_WORDS.search(flat[: one.start]))
    ]
    if not usable:
        return []
    totals = [amount for amount in usable if _TOTAL_WORDS.search(flat[: amount.start])]
    several = len({amount.amount for amount in usable}) > 1
    if totals and several:
        usable = [amount for amount in usable if amount.start >= totals[-1].start]
    elif not _leads_to(entry, flat[: usable[0].start], several=several):
        return []
    first = usable[0]
    same = [amount for amount in usable if amount.amount == first.amount]
    twin = [
        amount
        for amount in usable[1:2]
        if amount.in_words != first.in_words and not _INSTALMENT.search(flat[first.end : amount.start])
    ]
    others = [amount for amount in usable[1:] if amount not in same and amount not in twin]
    apart = (entry.strict or is_limit) and re.match(r"\s*[,。;]", flat[first.end :]) is not None
    parts = () if apart else others
    if any(_PART_WORDS.search(flat[first.end : one.start]) and not _in_brackets(flat, one.start) for one in parts):
        return []
    return [*same, *(amount for amount in twin if amount not in same)]


def _leads_to(entry: Entry, before: str, *, several: bool) -> bool:
    """Say whether the words between a label and a number let the number be the label's."""
    if _LEADING_NOISE.fullmatch(before) or words_lead(before) or _COPULA.fullmatch(before):
        return True
    if entry.strict:
        return False
    label = _PART_WORDS.search(before)
    if label is None:
        return entry.meaning is Meaning.LOT or not several
    if not several and _RATE_WORDS.search(before) and find_percents(before):
        return True
    return label[0].strip(" :为").endswith(entry.label)


def _in_brackets(flat: str, at: int) -> bool:
    return flat.count("(", 0, at) > flat.count(")", 0, at)


def _rate(entry: Entry) -> tuple[int, int, Decimal, str] | None:
    """Return start, end, value and kind of the rate an entry states, or None."""
    flat = entry.value.flat
    in_label, in_hint = _RATE_WORDS.search(entry.label), _RATE_IN_HINT.search(entry.hint)
    in_label = in_hint if in_hint and (in_label is None or _OF_ANY_BID.fullmatch(in_label[0])) else in_label
    if entry.strict and not in_label and not has_han(flat):  # "technical quality 60%, price 40%" are weights
        return None
    rates = []
    for start, end, percent in (found := find_percents(entry.value.text)):
        before = flat[:start]
        words = list(_RATE_WORDS.finditer(before))
        if _OTHER_RATE.search(before[-12:]) and not words:
            continue
        if words or in_label or _LEADING_NOISE.fullmatch(before) or (len(found) == 1 and _CHARGED.match(flat, end)):
            word = words[-1][0] if words else (in_label[0] if in_label else entry.label)
            word = f"{word}率" if word in {"下浮", "折扣", "优惠", "让利", "上浮"} else word
            rates.append((start, end, percent, word))
    if rates:
        return rates[0] if len({percent for _start, _end, percent, _word in rates}) == 1 else None
    bare = re.match(r"\d+(?:\.\d+)?\s*$", flat)
    if "%" in entry.hint and bare and Decimal(bare[0]) <= 100:
        return 0, bare.end(), Decimal(bare[0]), in_label[0] if in_label else entry.label
    return None


def _unit(notice: Notice, entry: Entry) -> MoneyUnit | None:
    """Return the unit of a bare number: of its label, of its row's unit column, of the line over its table."""
    if entry.unit is not None:
        return entry.unit
    for other in notice.row_of(entry):
        if other.meaning is Meaning.ITEM_UNIT and (unit := read_unit(other.value.text)):
            return unit
    if notice.language != "zh":
        named = {unit for other in notice.of(Meaning.CURRENCY) if (unit := read_unit(other.value.text))}
        if len(named) == 1:
            return named.pop()
    if entry.row is None:
        return None
    above = notice.last_above(entry, Meaning.ITEM_UNIT)
    if above is None or NO_PRICES_HAN.search(_before_on_line(above.value)):
        return None
    return read_unit(above.value.text)


def _before_on_line(value: Piece) -> str:
    """Return what stands on the line of a value before it: at most 80 characters."""
    return value.sheet.flat[max(0, value.start - 80) : value.start].rpartition("\n")[2]
