"""Amounts and rates: the price that won or was signed; budget, ceiling and estimate, each of its own kind.

Never the price: the agency's fee, deposits, scores, taxes, registered capital, losing bids, prices of one piece. A bid
made as a rate (下浮率) is a percentage without an amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.facts import remarks
from tenderlight.facts.document import SETTLED, Notice
from tenderlight.facts.entries import Entry
from tenderlight.facts.layout import Piece
from tenderlight.facts.stages import void_lots
from tenderlight.facts.vocabulary import Meaning, Section
from tenderlight.languages.money import FoundAmount, MoneyUnit, find_amounts, find_percents, read_unit
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue

_LIMITS = {
    Meaning.BUDGET: AmountKind.BUDGET,
    Meaning.CEILING: AmountKind.CEILING,
    Meaning.ESTIMATE: AmountKind.ESTIMATE,
}
_PRICES = {Meaning.AWARD_AMOUNT: AmountKind.AWARD, Meaning.CONTRACT_AMOUNT: AmountKind.CONTRACT}
_RATE_WORDS = re.compile(
    r"下浮(?:率|比例|费率|系数)?|折扣(?:率|比例|系数)?|[监理服务中标成交投标报价]*费率|优惠(?:率|比例)|让利(?:率|比例)|上浮率|降幅|"
    r"(?:价格|取费|调整|结算)系数|收费标准|标准收费|投标报价|报价|"
    r"discount(?: rate)?|rebate"
)
_OTHER_RATE = re.compile(
    r"税率|增值税|税|资金|占|比例为|付款|支付|预付|保证金|利率|违约|vat|ндс|iva|tva|贷款|自筹|国资"
)
_TOTAL_WORDS = re.compile(r"(?:总价|合计|总计|总报价|总金额|总额|共计|总)[^\d¥]{0,6}$")
_PART_WORDS = re.compile(r"[^\s()]{1,14}(?:费|价|部分|款|单价|金额)\s*(?:报价)?\s*[::为]?\s*$")
_PARTS_FOLLOW = re.compile(r"其中|包括|含暂列|包含")
_CHARGED = re.compile(r"\s*(?:计取|计算|收取|计费|[。.]?$)")
_LIMIT_WORDS = re.compile(r"(?:不超过|不高于|不得超过|不大于|上限|最高|限额|至多)[^\d¥,。;]{0,8}$")
_LEADING_NOISE = re.compile(
    r"(?:[\s:(\[¥]|人民币|大写|小写|含税|不含税|元|万元|rmb|cny|约|为|是|报价|投标报价|中标价|成交价|中标金额|成交金额|总价|合计|总计|总报价|共计|总金额|折合|金额|税|暂定|固定|综合|单位|年|"
    r"total|approx\.?|amount|of|suma|de|la|сумма|составляет|в размере|[()])*"
)
_LIKELY_YUAN = 6
_LOOK_BACK = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Price:
    """What one entry says."""

    value: AmountValue
    pieces: tuple[Piece, ...]
    against: tuple[str, ...] = ()
    entry: Entry


def find_amount_statements(notice: Notice) -> list[Statement]:
    """Return the amounts and rates, each of its kind and lot; equal ones are one statement with several anchors."""
    prices = [price for entry in notice.entries for price in _limits(notice, entry)]
    if notice.stage in SETTLED:
        prices += _reconciled(_award_prices(notice))
    merged: dict[AmountValue, list[_Price]] = {}
    for price in prices:
        merged.setdefault(price.value, []).append(price)
    statements = []
    for value, same in merged.items():
        pieces = [piece for price in same for piece in price.pieces]
        against = [remark for price in same for remark in price.against]
        statements.append(notice.statement(StatementKind.AMOUNT, value, pieces[:6], against))
    return statements


def _limits(notice: Notice, entry: Entry) -> Iterator[_Price]:
    """Budget, ceiling and estimate, wherever they stand."""
    kind = _LIMITS.get(entry.meaning)
    if kind is None or entry.old:
        return
    read = _measure(notice, entry)
    if read is not None and read.value.amount:
        yield replace(read, value=replace(read.value, amount_kind=kind))


def _award_prices(notice: Notice) -> list[_Price]:
    """Return the prices of the award or contract, from the strongest labels there are."""
    void = void_lots(notice.entries)
    entries = [entry for entry in notice.of(*Meaning) if entry.lot is None or entry.lot not in void]
    for candidates in _by_strength(notice, entries):
        prices = [price for entry in candidates if (price := _measure(notice, entry)) is not None]
        prices = [price for price in prices if price.value.amount is None or price.value.amount > 0]
        if prices:
            return prices
    return []


def _by_strength(notice: Notice, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield groups of entries that may state the price, the most telling first."""
    contract = notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}
    own, other = (
        (Meaning.CONTRACT_AMOUNT, Meaning.AWARD_AMOUNT) if contract else (Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT)
    )
    inherited = list(_inherited(entries, contract=contract))
    rates = [entry for entry in entries if entry.meaning is Meaning.PERCENT]
    yield [
        *(entry for entry in entries if entry.meaning is own),
        *inherited,
        *(rate for rate in rates if _is_bid(rate, contract)),
    ]
    yield [entry for entry in entries if entry.meaning is other and _beside_no_other_project(notice, entry)]
    yield [entry for entry in entries if entry.meaning is Meaning.LOT]
    yield [
        entry for entry in entries if entry.meaning in {Meaning.TOTAL, Meaning.AMOUNT} and _is_settled(notice, entry)
    ]
    yield [entry for entry in entries if entry.meaning is Meaning.BID_AMOUNT and _of_winner(notice, entry)]
    yield rates


def _inherited(entries: Sequence[Entry], *, contract: bool) -> Iterator[Entry]:
    """Amounts beside 大写 and 小写 belong to the label before them."""
    meaning = Meaning.CONTRACT_AMOUNT if contract else Meaning.AWARD_AMOUNT
    for at, entry in enumerate(entries):
        if entry.meaning not in {Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS}:
            continue
        before = [other.meaning for other in entries[max(0, at - _LOOK_BACK) : at]]
        owners = [found for found in before if found not in {Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS}]
        owner = (
            entry.before
            if entry.before not in {Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS}
            else (owners[-1] if owners else None)
        )
        if owner in {meaning, Meaning.TOTAL, Meaning.AMOUNT} or (contract and owner in {None, Meaning.AWARD_AMOUNT}):
            yield entry


def _is_bid(entry: Entry, contract: bool) -> bool:
    return entry.section in {None, Section.AWARD, Section.BASICS} and not contract


def _is_settled(notice: Notice, entry: Entry) -> bool:
    """Say whether a bare "合计" or "金额" is that of the award: under its heading, beside its supplier, in a contract."""
    row = {other.meaning for other in notice.row_of(entry)}
    if row & {Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE, Meaning.ITEM_MODEL, Meaning.BUDGET}:
        return False
    if notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE} or notice.language != "zh":
        return True
    return entry.section is Section.AWARD or bool(row & {Meaning.SUPPLIER})


def _of_winner(notice: Notice, entry: Entry) -> bool:
    """Say whether a bid price is the winner's: in the row of a supplier, and the document knows no other rows like it."""
    if entry.row is None:
        return entry.section in {None, Section.AWARD} and bool(notice.of(Meaning.SUPPLIER))
    return any(other.meaning is Meaning.SUPPLIER for other in notice.row_of(entry))


def _beside_no_other_project(notice: Notice, entry: Entry) -> bool:
    """Say whether a contract amount is not that of a reference project in a table of earlier works."""
    row = {other.meaning for other in notice.row_of(entry)}
    return entry.row is None or not row & {Meaning.TITLE, Meaning.PERSON}


def _measure(notice: Notice, entry: Entry) -> _Price | None:
    """Return the one amount or rate of an entry, or None if it has none or several that differ."""
    kind = _PRICES.get(entry.meaning, AmountKind.CONTRACT if notice.stage is Stage.CONTRACT else AmountKind.AWARD)
    if kind is AmountKind.CONTRACT and notice.stage in {Stage.AWARD, Stage.CORRECTION}:
        kind = AmountKind.AWARD
    text = entry.value.text
    found = find_amounts(text, unit=_unit(notice, entry), decimal_mark=_decimal_mark(notice.language))
    found = tuple(amount for amount in found if not amount.per_unit)
    rate = _rate(entry)
    if rate is not None and not [amount for amount in found if not amount.bare and entry.unit is None]:
        start, end, percent, word = rate
        value = AmountValue(amount_kind=AmountKind.PERCENT, percent_kind=word, percent=percent, lot=entry.lot)
        return _Price(value=value, pieces=(entry.value.part(start, end),), entry=entry)
    if entry.meaning is Meaning.PERCENT:
        return None
    chosen = _choose(entry, found)
    if not chosen:
        return None
    against: list[str] = []
    first = chosen[0]
    if first.bare:
        if notice.language != "zh" or len(str(int(first.amount))) < _LIKELY_YUAN:
            return None
        first = replace(first, currency="CNY")
        against.append(remarks.NO_UNIT)
    words = [amount for amount in chosen if amount.in_words]
    digits = [amount for amount in chosen if not amount.in_words]
    if words and digits and words[0].amount != digits[0].amount:
        first = words[0]
        against.append(remarks.conflict(digits[0].amount))
    if entry.replaces is not None:
        against.append(_replaced(notice, entry))
    value = AmountValue(amount_kind=kind, amount=first.amount, currency=first.currency, lot=entry.lot)
    pieces = tuple(entry.value.part(amount.start, amount.end) for amount in chosen)
    return _Price(value=value, pieces=pieces, against=tuple(against), entry=entry)


def _replaced(notice: Notice, entry: Entry) -> str:
    """Name the value that was taken back: as a number where it is one."""
    old = entry.replaces or ""
    amounts = find_amounts(old, unit=_unit(notice, entry), decimal_mark=_decimal_mark(notice.language))
    return remarks.replaces(f"{amounts[0].amount:f} (printed {old})" if amounts else old)


def _choose(entry: Entry, found: Sequence[FoundAmount]) -> list[FoundAmount]:
    """Return the amount an entry is about, in digits and in words; nothing if it cannot be told from others."""
    flat = entry.value.flat
    parts_from = match.start() if (match := _PARTS_FOLLOW.search(flat)) else len(flat)
    usable = [amount for amount in found if not amount.bare] or list(found)
    usable = [one for one in usable if one.start < parts_from and not _LIMIT_WORDS.search(flat[: one.start])]
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
    twin = [amount for amount in usable[1:2] if amount.in_words != first.in_words]
    others = [amount for amount in usable[1:] if amount not in same and amount not in twin]
    if any(_PART_WORDS.search(flat[first.end : one.start]) and not _in_brackets(flat, one.start) for one in others):
        return []
    return [*same, *(amount for amount in twin if amount not in same)]


def _leads_to(entry: Entry, before: str, *, several: bool) -> bool:
    """Say whether the words between a label and a number let the number be the label's."""
    if _LEADING_NOISE.fullmatch(before):
        return True
    if entry.strict:
        return False
    label = _PART_WORDS.search(before)
    if label is None:
        return entry.meaning is Meaning.LOT or not several
    return label[0].strip(" :为").endswith(entry.label)


def _in_brackets(flat: str, at: int) -> bool:
    return flat.count("(", 0, at) > flat.count(")", 0, at)


def _rate(entry: Entry) -> tuple[int, int, Decimal, str] | None:
    """Return start, end, value and kind of the rate an entry states, or None."""
    flat = entry.value.flat
    in_label = _RATE_WORDS.search(entry.label)
    rates = []
    for start, end, percent in find_percents(entry.value.text):
        before = flat[:start]
        words = list(_RATE_WORDS.finditer(before))
        if _OTHER_RATE.search(before[-12:]) and not words:
            continue
        if words or in_label or _LEADING_NOISE.fullmatch(before) or _CHARGED.match(flat, end):
            word = words[-1][0] if words else (in_label[0] if in_label else entry.label)
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
    if entry.row is None:
        return None
    above = [
        read_unit(other.value.text)
        for other in notice.entries
        if other.meaning is Meaning.ITEM_UNIT and other.row is None and other.order < entry.order
    ]
    return above[-1] if above else None


def _decimal_mark(language: str) -> str:
    return "." if language in {"zh", "en"} else ","


def _reconciled(prices: Sequence[_Price]) -> list[_Price]:
    """Keep one price for each lot, and one for the whole; say what else is printed."""
    kept: dict[str | None, list[_Price]] = {}
    for price in prices:
        kept.setdefault(price.value.lot, []).append(price)
    result: list[_Price] = []
    for same in kept.values():
        result.extend(_one_price(same))
    return _with_sum(result)


def _one_price(prices: Sequence[_Price]) -> Iterable[_Price]:
    distinct = {(price.value.amount, price.value.currency, price.value.percent) for price in prices}
    if len(distinct) == 1:
        return prices
    rows = {price.entry.row for price in prices}
    if None not in rows and len(rows) == len(prices):
        return prices
    first = max(
        prices, key=lambda price: (price.entry.label.startswith("总"), not price.entry.strict, -price.entry.order)
    )
    twin = [price for price in prices if price.entry.meaning in {Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS}]
    if twin and any(price.entry.meaning is Meaning.AMOUNT_WORDS for price in prices):
        return _words_win(prices)
    same = [price for price in prices if price.value == first.value]
    others = {_printed(price) for price in prices if price.value != first.value}
    return [replace(same[0], against=(*same[0].against, *map(remarks.also_prints, sorted(others)))), *same[1:]]


def _words_win(prices: Sequence[_Price]) -> Iterable[_Price]:
    """Where digits and capital numerals differ, the capitals hold, and the difference is told."""
    words = next(price for price in prices if price.entry.meaning is Meaning.AMOUNT_WORDS)
    others = [price for price in prices if price.value.amount != words.value.amount and price.value.amount is not None]
    against = [remarks.conflict(price.value.amount) for price in others[:1] if price.value.amount is not None]
    same = [price for price in prices if price.value.amount == words.value.amount and price is not words]
    pieces = (*words.pieces, *(piece for price in others[:1] for piece in price.pieces))
    return [replace(words, pieces=pieces, against=(*words.against, *against)), *same]


def _printed(price: _Price) -> str:
    return " ".join(price.pieces[0].text.split())


def _with_sum(prices: list[_Price]) -> list[_Price]:
    """Compare a printed total with the sum of the lots."""
    lots = {price.value.lot: price.value.amount for price in prices if price.value.lot is not None}
    amounts = [amount for amount in lots.values() if amount is not None]
    if len(lots) < 2 or len(amounts) != len(lots):
        return prices
    total = sum(amounts, Decimal(0))
    return [
        replace(price, against=(*price.against, remarks.lots_sum(total)))
        if price.value.lot is None and price.value.amount not in {None, total}
        else price
        for price in prices
    ]
