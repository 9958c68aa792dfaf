"""Amounts and rates: the price that won or was signed; budget, ceiling and estimate, each of its own kind.

Never the price: the agency's fee, deposits, scores, taxes, registered capital, losing bids, prices of one piece. A bid
made as a rate (下浮率) is a percentage without an amount.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts import remarks
from tenderlight.facts.bids.rows import row_says_won
from tenderlight.facts.money.in_entries import TWINS, Price, measure
from tenderlight.facts.names.in_values import names_in_lot
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.price.before_tax import MOST_TAX, named_before_tax
from tenderlight.facts.price.call_offs import is_call_off
from tenderlight.facts.price.of_lots import states_price
from tenderlight.facts.price.row_totals import overlap, sums_of_rows
from tenderlight.facts.price.rows_of_lots import summed_by_lot
from tenderlight.facts.stages.void_lots import void_lots
from tenderlight.facts.words.vocabulary import Meaning, Section
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue

_LIMITS = {one: AmountKind(one.value) for one in (Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE)}
_SAME_CEILING = re.compile(
    r"(?:最高)?(?:投标)?限价(?:金额)?(?:同|等于|等同于|即为?|与)(?:本)?(?:项目|采购)?预算(?:金额|价)?(?:一致|相同|"
    r"相等)?"
)
_NAMES_CEILING = re.compile(r"最高限价|控制价|拦标价")
"""In the label of a budget: 预算金额及最高限价."""
_LOOK_BACK = 3
_WITH_PLAIN_LABELS = frozenset(
    {"es", "pt", "fr", "uk", "ru"}
)  # papers on a single source say no more than "Valor: …" of the price
_GENERAL = frozenset({Meaning.TOTAL, Meaning.AMOUNT, Meaning.BID_AMOUNT})


def find_amount_statements(notice: Notice) -> list[Statement]:
    """Return the amounts and rates, each of its kind and lot; equal ones are one statement with several anchors."""
    prices = [price for entry in notice.entries for price in _limits(notice, entry)]
    if notice.stage in SETTLED:
        printed = {price.value.amount for one in notice.of(Meaning.AWARD_AMOUNT) if (price := measure(notice, one))}
        prices += _called_off(
            notice, named_before_tax(notice, _reconciled(summed_by_lot(notice, _award_prices(notice)), printed))
        )
    elif notice.stage is Stage.SINGLE_SOURCE:
        prices += _agreed(notice)
    merged: dict[AmountValue, list[Price]] = {}
    for price in prices:
        merged.setdefault(replace(price.value, tax_included=None, period=None), []).append(price)
    statements = []
    for plain, same in merged.items():
        taxes = {price.value.tax_included for price in same} - {None}
        period = next((price.value.period for price in same if price.value.period), None)
        value = replace(plain, tax_included=taxes.pop() if len(taxes) == 1 else None, period=period)
        pieces = [piece for price in same for piece in price.pieces]
        against = [remark for price in same for remark in price.against]
        statements.append(notice.statement(StatementKind.AMOUNT, value, pieces[:6], against))
    return statements


def _agreed(notice: Notice) -> list[Price]:
    """Return the price of a purchase from a single source, if labels of an award or contract tell one alone."""
    of_whole = {Meaning.TOTAL} if notice.language in _WITH_PLAIN_LABELS else set()
    told = [one for one in notice.of(Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, *of_whole) if not one.old]
    prices = [price for entry in told if not entry.strict and (price := measure(notice, entry)) is not None]
    amounts = {price.value.amount for price in prices if price.value.lot is None}
    return prices[:1] if len(amounts) == 1 and None not in amounts else []


def _called_off(notice: Notice, prices: list[Price]) -> list[Price]:
    """Make the price that of one order, where the document says that it is one under a framework agreement."""
    if not is_call_off(notice):
        return prices
    kinds = {AmountKind.AWARD, AmountKind.CONTRACT}
    return [
        replace(price, value=replace(price.value, amount_kind=AmountKind.CALL_OFF))
        if price.value.amount_kind in kinds
        else price
        for price in prices
    ]


def _limits(notice: Notice, entry: Entry) -> Iterator[Price]:
    """Budget, ceiling and estimate, wherever they stand."""
    kind = _LIMITS.get(entry.meaning)
    if kind is None or entry.old:
        return
    read = measure(notice, entry)
    if read is not None and read.value.amount:
        yield replace(read, value=replace(read.value, amount_kind=kind))
        both = kind is AmountKind.BUDGET and _NAMES_CEILING.search(f"{entry.label} {entry.hint}") is not None
        if both:
            yield replace(read, value=replace(read.value, amount_kind=AmountKind.CEILING))
        same = _SAME_CEILING.search(entry.value.flat) if kind is AmountKind.BUDGET else None
        if same is not None:
            pieces = (entry.value.part(*same.span()), *read.pieces)
            yield replace(read, value=replace(read.value, amount_kind=AmountKind.CEILING), pieces=pieces)


def _award_prices(notice: Notice) -> list[Price]:
    """Return the prices of the award or contract, from the strongest labels there are."""
    void = void_lots(notice.entries)
    entries = [entry for entry in notice.of(*Meaning) if entry.lot is None or entry.lot not in void]
    by_piece: list[Price] = []
    told: list[Price] = []
    for candidates in _by_strength(notice, entries):
        prices = [price for entry in candidates if (price := measure(notice, entry)) is not None]
        prices = [price for price in prices if price.value.amount is None or price.value.amount > 0]
        if prices and all(price.value.amount_kind is AmountKind.UNIT_PRICE for price in prices):
            by_piece = by_piece or prices
            continue
        prices = _of_other_lots(prices, told) if told else prices
        if _contradict(prices):
            prices = _named_first(prices) or _named_first([price for price in prices if price.entry.row is None])
        told += prices
        if told and any(price.value.lot is None for price in told):
            break
    return told or by_piece


def _of_other_lots(prices: Iterable[Price], told: Iterable[Price]) -> list[Price]:
    """Return the prices of lots that a stronger label gives none: one says "contract price", the next "price"."""
    known = {price.value.lot: price.value.amount for price in told}
    total = sum((amount for amount in known.values() if amount is not None), Decimal(0))
    whole = [price for price in prices if price.value.lot is None and price.value.amount == total]
    return [*(price for price in prices if price.value.lot is not None and price.value.lot not in known), *whole]


_TAX_WORD = re.compile(
    r"\b(?:ht|ttc|impuestos|impostos|imposte|taxes|h\.t|t\.t\.c|hors taxes?|toutes taxes|neto|net|bruto|brutto|"
    r"netto|gross|vat|iva|ндс|пдв|mwst|tva|htva|tvac|hors tva|htt|hthd|lordo|ust|exkl|inkl|brut|nette?|"
    r"subtotal)\b"
)


def _named_first(prices: Sequence[Price]) -> list[Price]:
    """Return the total named first, where totals differ because one is with tax and the other without, as both say."""
    if not all(price.entry.meaning is Meaning.TOTAL and price.value.lot is None for price in prices):
        return []
    if len({price.value.amount for price in prices}) != 2 or not all(_says_tax(price) for price in prices):
        return []
    first = prices[0].value.amount
    low, high = sorted(price.value.amount or Decimal(0) for price in (prices[0], prices[-1]))
    return [price for price in prices if price.value.amount == first] if high <= low * MOST_TAX else []


def _says_tax(price: Price) -> bool:
    return bool(_TAX_WORD.search(f"{price.entry.label} {price.entry.hint}")) or price.value.tax_included is not None


def _contradict(prices: Sequence[Price]) -> bool:
    """Say whether amounts under general labels (合计, 金额, 报价) differ: none of them can be told to be the price."""
    general = [price for price in prices if price.entry.meaning in _GENERAL]
    return len({(price.value.lot, price.value.amount) for price in general}) > len({one.value.lot for one in general})


def _by_strength(notice: Notice, entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield groups of entries that may state the price, the most telling first."""
    contract = notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}
    own, other = (
        (Meaning.CONTRACT_AMOUNT, Meaning.AWARD_AMOUNT) if contract else (Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT)
    )
    inherited = list(_inherited(entries, contract=contract))
    rates = [entry for entry in entries if entry.meaning is Meaning.PERCENT]
    yield [entry for entry in entries if entry.meaning is Meaning.CALL_OFF_AMOUNT]
    sums = [entry for entry in entries if entry.meaning is Meaning.TOTAL and entry.lot is None and entry.row is None]
    owned = [entry for entry in entries if entry.meaning is own]
    sums = [one for one in sums if not any(overlap(one, other) for other in owned if other.lot is not None)]
    yield [
        *owned,
        *sums_of_rows(notice, owned, sums),
        *(sums if owned and all(entry.lot is not None and entry.row is None for entry in owned) else ()),
        *_lots_beside_total(notice, entries, own),
        *inherited,
        *(rate for rate in rates if _is_bid(rate, contract)),
    ]
    yield [entry for entry in entries if entry.meaning is other and _beside_no_other_project(notice, entry)]
    lots = [entry for entry in entries if entry.meaning is Meaning.LOT and states_price(notice, entry)]
    yield [*lots, *(sums if lots else ())]
    yield [
        entry for entry in entries if entry.meaning in {Meaning.TOTAL, Meaning.AMOUNT} and _is_settled(notice, entry)
    ]
    yield [entry for entry in entries if entry.meaning is Meaning.BID_AMOUNT and _of_winner(notice, entry)]
    yield rates
    yield [entry for entry in entries if contract and _is_of_subject(entry)]
    pieces = [entry for entry in entries if entry.meaning is Meaning.UNIT_PRICE]
    yield [entry for entry in pieces if _is_won_by_piece(entry) or (contract and _is_only_price(notice, pieces))]


def _lots_beside_total(notice: Notice, entries: Sequence[Entry], own: Meaning) -> list[Entry]:
    """Return the lots that say their price on a line of their own, where the price of the whole stands below them."""
    whole = [entry for entry in entries if entry.meaning is own]
    if not whole or any(entry.lot is not None for entry in whole):
        return []
    lots = [entry for entry in entries if entry.meaning is Meaning.LOT]
    return lots if notice.language != "zh" else [entry for entry in lots if names_in_lot(entry)]


def _inherited(entries: Sequence[Entry], *, contract: bool) -> Iterator[Entry]:
    """Amounts beside 大写 and 小写 belong to the label before them."""
    meaning = Meaning.CONTRACT_AMOUNT if contract else Meaning.AWARD_AMOUNT
    last: int | None = None
    for at, entry in enumerate(entries):
        if entry.meaning not in TWINS or entry.row is not None:
            continue
        if last is not None and last == at - 1 and entry.before in TWINS:
            last = at
            yield entry
            continue
        before = [other.meaning for other in entries[max(0, at - _LOOK_BACK) : at]]
        owners = [found for found in before if found not in TWINS]
        owner = entry.before if entry.before not in TWINS else (owners[-1] if owners else None)
        if owner in {meaning, Meaning.TOTAL, Meaning.AMOUNT} or (contract and owner in {None, Meaning.AWARD_AMOUNT}):
            last = at
            yield entry


def _is_of_subject(entry: Entry) -> bool:
    """Say whether an amount is that of all a contract is about (标的金额), outside the list of its goods."""
    return entry.meaning is Meaning.ITEM_TOTAL and entry.row is None and "标的" in entry.label


def _is_won_by_piece(entry: Entry) -> bool:
    """Say whether a price of one piece is what the bid was won with, not that of an item."""
    return entry.row is None and entry.section is not Section.ITEMS and entry.label.startswith(("中标", "成交"))


def _is_only_price(notice: Notice, pieces: Sequence[Entry]) -> bool:
    """Say whether the price of one piece is all that a contract prints: one, of no line of goods."""
    is_of_item = any(notice.of(Meaning.ITEM_NAME, Meaning.ITEM_MODEL, Meaning.ITEM_BRAND))
    return len(pieces) == 1 and pieces[0].row is None and not is_of_item


def _is_bid(entry: Entry, contract: bool) -> bool:
    return entry.section in {None, Section.AWARD, Section.BASICS} and not contract


def _is_settled(notice: Notice, entry: Entry) -> bool:
    """Say whether a bare "合计" or "金额" is that of the award: under its heading, by its supplier, in a contract."""
    row = {other.meaning for other in notice.row_of(entry)}
    if row & {Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE, Meaning.ITEM_MODEL, Meaning.BUDGET}:
        return entry.meaning is Meaning.TOTAL and Meaning.SUPPLIER in row and notice.stage is Stage.AWARD
    if _is_of_goods(notice, entry):
        return False
    if notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE} or notice.language != "zh":
        return True
    if entry.label.endswith(("费", "费用")):
        return False
    follows = entry.row is None and entry.before is Meaning.SUPPLIER
    return follows or entry.section is Section.AWARD or bool(row & {Meaning.SUPPLIER})


def _is_of_goods(notice: Notice, entry: Entry) -> bool:
    """Say whether a bare sum closes a line of goods: their number or the price of one stands before it on its line."""
    if entry.row is not None:
        return False
    flat, page = entry.value.sheet.flat, entry.value.sheet.page
    begins = flat.rfind("\n", 0, entry.value.start) + 1
    return any(
        one.row is None and one.value.sheet.page is page and begins <= one.value.start < entry.value.start
        for one in notice.of(Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE)
    )


def _of_winner(notice: Notice, entry: Entry) -> bool:
    """Say whether a bid price is the winner's: it stands in the row of a supplier, or in no row at all."""
    if entry.row is None:
        return (
            entry.section in {None, Section.AWARD}
            and bool(notice.of(Meaning.SUPPLIER, Meaning.LEAD))
            and not _of_loser(notice, entry)
        )
    return row_says_won(notice, entry) or any(other.meaning is Meaning.SUPPLIER for other in notice.row_of(entry))


def _of_loser(notice: Notice, entry: Entry) -> bool:
    """Say whether the party named last before a price, outside tables, is one that did not win."""
    sides = [notice.last_above(entry, meaning) for meaning in (Meaning.LOSER, Meaning.SUPPLIER)]
    lost, won = (side.order if side is not None else -1 for side in sides)
    return lost > won


def _beside_no_other_project(notice: Notice, entry: Entry) -> bool:
    """Say whether a contract amount is not that of a reference project in a table of earlier works."""
    row = {other.meaning for other in notice.row_of(entry)}
    of_lot = {Meaning.LOT, Meaning.SUPPLIER} <= row
    return entry.row is None or of_lot or not row & {Meaning.TITLE, Meaning.PERSON}


def _reconciled(prices: Sequence[Price], printed: Container[Decimal | None]) -> list[Price]:
    """Keep one price for each lot, and one for the whole; say what else is printed."""
    kept: dict[tuple[str | None, bool], list[Price]] = {}
    for price in prices:
        kept.setdefault((price.value.lot, price.value.amount_kind is AmountKind.PERCENT), []).append(price)
    result: list[Price] = []
    for priced in kept.values():
        whole = [price for price in priced if price.value.amount_kind is not AmountKind.UNIT_PRICE]
        same = whole or priced
        result.extend(_one_price(same))
    return _with_sum(result, printed)


def _one_price(prices: Sequence[Price]) -> Iterable[Price]:
    if any(price.in_words for price in prices):
        prices = [replace(one, against=tuple(r for r in one.against if r != remarks.NO_UNIT)) for one in prices]
    distinct = {(price.value.amount, price.value.currency, price.value.percent) for price in prices}
    if len(distinct) == 1:
        return prices
    rows = {price.entry.row for price in prices}
    if None not in rows and len(rows) == len(prices):
        return prices
    first = max(
        prices,
        key=lambda price: (price.entry.label.startswith(("总", "total ")), not price.entry.strict, -price.entry.order),
    )
    running = [price for price in prices if price.entry.row is None]
    if any(price.in_words for price in running) and any(price.entry.meaning in TWINS for price in running):
        return _words_win(running)
    whole = _sum_of_others(prices)
    if whole is not None:
        return [whole]
    twin = _with_and_without_tax(prices)
    if twin:
        return twin
    in_sentences = all(_is_in_sentence(price) for price in prices)
    if in_sentences and not first.entry.label.startswith(("总", "total ")):
        return []
    same = [price for price in prices if _figure(price) == _figure(first)]
    others = {_printed(price) for price in prices if _figure(price) != _figure(first)}
    return [replace(same[0], against=(*same[0].against, *map(remarks.also_prints, sorted(others)))), *same[1:]]


def _with_and_without_tax(prices: Sequence[Price]) -> list[Price]:
    """Return the price named first, where a label names it twice, with tax and without, and says which is which."""
    amounts = sorted({price.value.amount for price in prices if price.value.amount is not None})
    if len(amounts) != 2 or len({price.entry.label for price in prices}) != 1 or not all(map(_says_tax, prices)):
        return []
    first = min(prices, key=lambda price: price.entry.order)
    return [first] if amounts[1] <= amounts[0] * MOST_TAX else []


def _is_in_sentence(price: Price) -> bool:
    """Say whether an amount stands in a sentence, with no label of its own: of several none is the price."""
    return (price.entry.strict or not price.entry.label) and price.value.percent is None


def _sum_of_others(prices: Sequence[Price]) -> Price | None:
    """Return the price that stands in no row and is the sum of those in the rows of a table, or None."""
    rows = [price.value.amount for price in prices if price.entry.row is not None and price.value.amount is not None]
    total = sum(rows, Decimal(0))
    whole = [price for price in prices if price.entry.row is None and price.value.amount == total]
    return whole[0] if len(rows) > 1 and whole else None


def _figure(price: Price) -> tuple[object, ...]:
    value = price.value
    return value.amount_kind, value.amount, value.currency, value.percent, value.lot


def _words_win(prices: Sequence[Price]) -> Iterable[Price]:
    """Where digits and capital numerals differ, the capitals hold, and the difference is told."""
    words = next(price for price in prices if price.in_words)
    others = [price for price in prices if price.value.amount != words.value.amount and price.value.amount is not None]
    against = [remarks.conflict(price.value.amount) for price in others[:1] if price.value.amount is not None]
    same = [price for price in prices if price.value.amount == words.value.amount and price is not words]
    pieces = (*words.pieces, *(piece for price in others[:1] for piece in price.pieces))
    return [replace(words, pieces=pieces, against=(*words.against, *against)), *same]


def _printed(price: Price) -> str:
    return " ".join(price.pieces[0].text.split())


def _with_sum(prices: list[Price], printed: Container[Decimal | None]) -> list[Price]:
    """Compare a printed total with the sum of the lots, unless another printed price makes up for what it lacks."""
    lots = {
        price.value.lot: price.value.amount
        for price in prices
        if price.value.lot is not None and price.value.amount_kind is not AmountKind.PERCENT
    }
    total = sum((amount for amount in lots.values() if amount is not None), Decimal(0))
    if len(lots) < 2 or None in lots.values():
        return prices
    return [
        replace(price, against=(*price.against, remarks.lots_sum(total)))
        if price.value.lot is None
        and price.value.amount not in {None, total}
        and (price.value.amount or total) - total not in printed
        else price
        for price in prices
    ]
