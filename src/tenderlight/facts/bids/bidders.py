"""Who else bid, at what price, with how many points. None of them is a supplier, none of their prices is the price.

They stand in lists of candidates, under headings over losers, in tables of all bids, one label a candidate, and in
tables with a column for each bidder. Points are kept apart from money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tenderlight.facts.bids.lines import BidLine, bid_lines
from tenderlight.facts.bids.western_bidders import find_western_bidders
from tenderlight.facts.money.in_entries import Price, measure
from tenderlight.facts.names.in_values import FoundName, find_names
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import BIDS, Meaning, Section
from tenderlight.languages.money import find_amounts
from tenderlight.languages.numerals import read_numeral
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import BidderValue, BidOutcome, ScoreValue, SupplierValue

_PRICES = (Meaning.BID_AMOUNT, Meaning.AMOUNT, Meaning.PERCENT, Meaning.AWARD_AMOUNT)
_JUDGED_PRICE = re.compile(r"评[标审]|修正|基准")
"""Prices worked out to compare bids; that of the bid itself comes first."""
_REJECTED = re.compile(r"否决|无效|资格|符合性|未通过|不合格|废标|淘汰|取消|不满足|未实质性响应")
_SCORE = re.compile(r"(?:得分|评分|总分|平均分|[术务格合价标]分|分数|得分与排名|得分及排名)(?:\d|$)?$")
_POINTS = re.compile(
    r"(?P<points>\d{1,3}(?:\.\d{1,4})?)\s*分?\s*(?:[,;(]?\s*(?:第\s*[\d一二三四五六七八九十]{1,2}\s*名?|"
    r"排名\s*\d{1,2})[)]?)?"
)
_MOST_POINTS = 300
_RANK = re.compile(r"第?\s*(?P<rank>\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:名|$|[中成推候入])")
_RANK_LABEL = re.compile(r"第(?P<rank>[一二三四五六七八九十]|\d{1,2})")
_PARTIES = frozenset({Meaning.CANDIDATE, Meaning.LOSER, Meaning.PARTY, Meaning.SUPPLIER, Meaning.NAME})
_ENDS = frozenset({Meaning.BUYER, Meaning.AGENCY, Meaning.CONTRACT_BUYER, Meaning.TITLE, Meaning.PROJECT_NUMBER})
_TELLING = frozenset({Meaning.STATUS, Meaning.LOSER, Meaning.OTHER})
_MOST_BIDDERS = 500
_STAGES_OF_BIDS = frozenset({Stage.AWARD, Stage.CANDIDATE, None})
_INLINE = re.compile(r"[,(]?\s*(?:投标)?(?:报价|金额|价格)?\s*(?:为|是|:)?\s*(?:人民币|¥)?\s*$")


@dataclass(slots=True, kw_only=True)
class _Bid:
    """One bid as far as it has been collected."""

    names: list[FoundName]
    first: Entry
    entries: list[Entry] = field(default_factory=list)


def find_bidders(notice: Notice, found: Sequence[Statement]) -> list[Statement]:
    """Return those who bid and did not win, or not yet, with their prices; then the points of all bids.

    Args:
        notice: The document.
        found: The statements made of it so far: whoever is a supplier is no loser.
    """
    if notice.language != "zh":
        return find_western_bidders(notice, found)
    suppliers = {one.value.name for one in found if isinstance(one.value, SupplierValue)}
    bidders: dict[tuple[str, str | None], Statement] = {}
    scores: list[Statement] = []
    for bid in [*_in_tables(notice), *_in_columns(notice), *_in_text(notice)][:_MOST_BIDDERS]:
        scores += _scores(notice, bid)
        known = _outcome(notice, bid)
        if known is None:
            continue
        for at, name in enumerate(bid.names):
            if name.name in suppliers or not has_han(name.name):
                continue
            outcome = _of_one(bid, name, bid.names[at + 1 :], known)
            statement = _statement(notice, bid, name, outcome, bid.names[at + 1 :])
            key = (name.name, statement.value.lot if isinstance(statement.value, BidderValue) else None)
            bidders[key] = _fuller(bidders.get(key), statement)
    for bid_line in bid_lines(notice.sheets) if notice.stage in _STAGES_OF_BIDS else ():
        line_statement = _of_line(notice, bid_line, suppliers)
        if line_statement is not None and isinstance(line_statement.value, BidderValue):
            bidders.setdefault((line_statement.value.name, None), line_statement)
    return [*bidders.values(), *dict.fromkeys(scores)]


def _of_line(notice: Notice, bid: BidLine, suppliers: set[str]) -> Statement | None:
    """Return the bid of a line without labels; None if its bidder won."""
    names = find_names(bid.name)
    if bid.won or len(names) != 1 or names[0].name in suppliers:
        return None
    entry = Entry(meaning=Meaning.BID_AMOUNT, label="报价", value=bid.amount, order=0, unit=bid.unit)
    price = measure(notice, entry)
    value = BidderValue(
        name=names[0].name,
        outcome=BidOutcome.LOST if notice.stage is Stage.AWARD and suppliers else BidOutcome.BID,
        amount=price.value.amount if price else None,
        currency=price.value.currency if price else None,
    )
    return notice.statement(StatementKind.BIDDER, value, [bid.name, bid.amount])


def _in_tables(notice: Notice) -> Iterator[_Bid]:
    """Yield the bids that stand in rows of tables."""
    rows: dict[int, list[Entry]] = {}
    for entry in notice.entries:
        if entry.row is not None and entry.column is None and not entry.old:
            rows.setdefault(entry.row, []).append(entry)
    for row in rows.values():
        party = next((one for one in row if one.meaning in _PARTIES and find_names(one.value)), None)
        if party is not None and not any(one.meaning is Meaning.TITLE for one in row):
            yield _Bid(names=find_names(party.value), first=party, entries=row)


def _in_columns(notice: Notice) -> Iterator[_Bid]:
    """Yield the bids of tables that have a column for each bidder."""
    columns: dict[tuple[int, int], list[Entry]] = {}
    for entry in notice.entries:
        if entry.column is not None and not entry.old:
            columns.setdefault(entry.column, []).append(entry)
    for column in columns.values():
        party = next((one for one in column if one.meaning in _PARTIES and find_names(one.value)), None)
        if party is not None:
            yield _Bid(names=find_names(party.value), first=party, entries=column)


def _in_text(notice: Notice) -> Iterator[_Bid]:
    """Yield the bids of running text: a name, and what stands between it and the next."""
    current: _Bid | None = None
    for entry in notice.entries:
        if entry.row is not None or entry.old or not entry.label:
            continue
        names = find_names(entry.value) if entry.meaning in _PARTIES else []
        if names or entry.meaning in _ENDS:
            if current is not None:
                yield current
            current = _Bid(names=names, first=entry, entries=[entry]) if names else None
        elif current is not None and entry.section is current.first.section:
            current.entries.append(entry)
    if current is not None:
        yield current


def _outcome(notice: Notice, bid: _Bid) -> BidOutcome | None:
    """Say what became of a bid; None if the document does not show that it is one that did not win."""
    first, section = bid.first, bid.first.section
    telling = _TELLING if first.row is not None or first.column is not None else _TELLING - {Meaning.LOSER}
    told = " ".join(one.value.flat for one in bid.entries if one.meaning in telling)
    lost = any(
        one.meaning is Meaning.STATUS and one.value.flat.strip() in {"否", "未得标", "未中标"} for one in bid.entries
    )
    if lost and first.meaning is Meaning.PARTY:
        return BidOutcome.LOST
    is_loser = first.meaning is Meaning.LOSER or section is Section.LOSERS
    if is_loser or (section in BIDS and _REJECTED.search(told)):
        return BidOutcome.REJECTED if _REJECTED.search(f"{first.label} {told}") else BidOutcome.LOST
    if first.meaning is Meaning.CANDIDATE or section is Section.CANDIDATES:
        return BidOutcome.CANDIDATE
    if notice.stage is Stage.CANDIDATE and first.meaning is Meaning.PARTY and _is_bid(bid):
        return BidOutcome.CANDIDATE if any(one.meaning is Meaning.CANDIDATE for one in bid.entries) else BidOutcome.BID
    if first.meaning is not Meaning.PARTY or not (section is Section.BIDDERS or _is_bid(bid)):
        return None
    return BidOutcome.LOST if notice.stage is Stage.AWARD else BidOutcome.BID


def _of_one(bid: _Bid, name: FoundName, others: Sequence[FoundName], known: BidOutcome) -> BidOutcome:
    """Say what became of one of several bids in a field: the reason may stand behind its name."""
    value = bid.first.value
    if known is not BidOutcome.LOST or name.piece.sheet is not value.sheet:
        return known
    reason = value.sheet.flat[name.piece.end : min(others[0].piece.start if others else value.end, name.piece.end + 40)]
    return BidOutcome.REJECTED if _REJECTED.search(reason) else known


def _is_bid(bid: _Bid) -> bool:
    """Say whether a party stands beside the price of a bid."""
    return any(one.meaning in {Meaning.BID_AMOUNT, Meaning.PERCENT} for one in bid.entries)


def _statement(
    notice: Notice, bid: _Bid, name: FoundName, outcome: BidOutcome, others: Sequence[FoundName]
) -> Statement:
    price = _inline_price(notice, bid, name, others) or (_price(notice, bid) if len(bid.names) == 1 else None)
    value = price.value if price is not None else None
    bidder = BidderValue(
        name=name.name,
        outcome=outcome,
        rank=_rank(bid) if outcome is BidOutcome.CANDIDATE else None,
        amount=value.amount if value else None,
        currency=value.currency if value else None,
        percent_kind=value.percent_kind if value else None,
        percent=value.percent if value else None,
        lot=bid.first.lot,
    )
    return notice.statement(StatementKind.BIDDER, bidder, [name.piece, *(price.pieces[:2] if price else ())])


def _price(notice: Notice, bid: _Bid) -> Price | None:
    """Return the price of a bid: that of the bid itself before those worked out to compare bids."""
    with_award = bid.first.row is not None or notice.stage is Stage.CANDIDATE
    meanings = _PRICES if with_award else _PRICES[:-1]
    priced = [one for meaning in meanings for one in bid.entries if one.meaning is meaning]
    for entry in sorted(priced, key=lambda one: _JUDGED_PRICE.search(one.label) is not None):
        price = measure(notice, entry)
        if price is not None and (price.value.amount or price.value.percent is not None):
            return price
    return None


def _inline_price(notice: Notice, bid: _Bid, name: FoundName, others: Sequence[FoundName]) -> Price | None:
    """Return the price printed right behind a name in the same value (甲公司，报价86.20万元)."""
    value = bid.first.value
    if name.piece.sheet is not value.sheet:
        return None
    end = others[0].piece.start if others else value.end
    rest = Piece(sheet=value.sheet, start=name.piece.end, end=max(end, name.piece.end))
    for amount in find_amounts(rest.text, decimal_mark="."):
        if amount.bare or amount.per_unit or not _INLINE.search(rest.flat[: amount.start]) or amount.start > 12:
            return None
        part = rest.part(amount.start, amount.end)
        return measure(notice, _as_bid(bid.first, part))
    return None


def _as_bid(entry: Entry, value: Piece) -> Entry:
    return Entry(meaning=Meaning.BID_AMOUNT, label="报价", value=value, order=entry.order, lot=entry.lot)


def _rank(bid: _Bid) -> int | None:
    """Return the place of a candidate, told by its label or by a cell."""
    label = _RANK_LABEL.search(bid.first.label)
    ranks = [one.value.flat.strip() for one in bid.entries if one.meaning is Meaning.CANDIDATE and one is not bid.first]
    cells = [match for match in map(_RANK.match, ranks) if match]
    found = label or (cells[0] if cells else None)
    if found is None:
        return None
    return int(found["rank"]) if found["rank"].isdecimal() else read_numeral(found["rank"])


def _scores(notice: Notice, bid: _Bid) -> Iterator[Statement]:
    """Yield the points given to a bid, each under the words beside them."""
    if len(bid.names) > 1 and not bid.names[0].in_consortium and bid.first.meaning is not Meaning.CANDIDATE:
        return
    for entry in bid.entries:
        if entry.meaning is not Meaning.OTHER_AMOUNT or not _SCORE.search(entry.label):
            continue
        match = _POINTS.fullmatch(entry.value.flat.strip())
        if match is None or Decimal(match["points"]) > _MOST_POINTS:
            continue
        value = ScoreValue(
            score=Decimal(match["points"]), score_kind=entry.label, party=bid.names[0].name, lot=entry.lot
        )
        yield notice.statement(StatementKind.SCORE, value, [entry.value, bid.names[0].piece])


def _fuller(one: Statement | None, other: Statement) -> Statement:
    """Return the statement of two about the same bidder that says more."""
    if one is None or not isinstance(one.value, BidderValue) or not isinstance(other.value, BidderValue):
        return other
    weights = [
        (
            value.amount is not None or value.percent is not None,
            value.rank is not None,
            value.outcome is not BidOutcome.BID,
        )
        for value in (one.value, other.value)
    ]
    return other if weights[1] > weights[0] else one
