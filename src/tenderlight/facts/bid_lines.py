"""Bids that stand in lines and clauses without a label: "甲公司报价38.7万元；乙公司报价40.2万元".

The price of the one who won is the price of the award only where nothing else in the document states one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tenderlight.facts.entries import Entry
from tenderlight.facts.layout import Piece, Sheet
from tenderlight.facts.names import find_names
from tenderlight.facts.vocabulary import Meaning
from tenderlight.languages.money import MoneyUnit, find_amounts, read_unit

_PAGES = 5
_LONGEST = 20_000
_MOST = 200
_NAME = (
    r"[^\s,。;:、“”\"()]{2,36}?(?:公司|集团|事务所|研究院|研究所|设计院|中心|合作社|经营部|经销部|服务部|商行|工程行|"
    r"厂|社|店|行)"
    r"(?:[(][^()]{1,12}[)])?(?:[^\s,。;:、()]{0,10}(?:公司|部|厂))?"
)
_BID = re.compile(
    r"\s*(?:(?:第?[\d一二三四五六七八九十]{1,2}(?:名|[.、)])?|[(]\d{1,2}[)]|[①-⑳]|(?:供应商|投标人|响应人|"
    r"报价人)[a-z\d一二三四五六①-⑳]?\s*:)\s*)?"
    rf"(?P<name>{_NAME})\s*(?:[(][^()]{{0,40}}[)])?\s*[,:]?\s*"
    r"(?:单价(?:为|是|:)?\s?[\d,.]{1,12}元(?:/[^\s\d]{1,2})?[\s,]{0,3})?"
    r"(?P<said>(?:最终|最后|投标|二次|首次)?(?:总?报价|投标价|响应价|总价)(?:为|是|:)?)?\s*(?:人民币|¥)?\s*$"
)
_CLAUSE = re.compile(
    r"[;。\n]|(?:(?<=[商位人方家\n])(?:最终|最后|二次|首次|投标)?报价|报价如下|情况|结果|如下):|:(?=\s*\n)"
)
_SCORED = (
    r"(?:(?:综合|最终)?(?:得分|评分)[:\s]{0,2}[\d.]{1,6}分?[\s,(]{0,3})?"
    r"(?:排名[:\s]?第?[\d一二三]{1,2}名?[)\s,(]{0,4})?"
)
_WON = re.compile(rf"[\s,(]*{_SCORED}(?:中选|中标|成交|入选|得标)(?:供应商|单位|人)?[\s)]*$")
_UNIT = re.compile(r"单位\s*[:]?\s*(?P<unit>人民币?[万亿]?元|[万亿]?元)")
_FIGURE = re.compile(r"\d|[壹贰叁肆伍陆柒捌玖]")
_WITH_UNIT = re.compile(r"[元圆¥$]|币|rmb|cny")
_COMPANY = re.compile(r"公司|集团|[所院心社部行厂店]")
_BIDS_SAID = re.compile(r"报价|投标价|竞价|询价|开标|唱标")


@dataclass(frozen=True, slots=True, kw_only=True)
class BidLine:
    """A bid: who, at what price, and whether the line says that it won."""

    name: Piece
    amount: Piece
    unit: MoneyUnit | None
    won: bool


@lru_cache(maxsize=2)
def bid_lines(sheets: tuple[Sheet, ...]) -> Sequence[BidLine]:
    """Return the bids of lines and clauses, in order; a single one is none."""
    found = [bid for sheet in sheets[:_PAGES] if _BIDS_SAID.search(sheet.flat) for bid in _in_sheet(sheet)]
    return found[:_MOST] if len(found) > 1 else []


def winning_entries(sheets: tuple[Sheet, ...], entries: Sequence[Entry]) -> list[Entry]:
    """Return winner and price as the line of one bid states them, where nothing else does; numbered on."""
    said = {entry.meaning for entry in entries if not entry.old}
    if said & {Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.LOT}:
        return []
    bids = bid_lines(sheets)
    winners = {name.name for entry in entries if entry.meaning is Meaning.SUPPLIER for name in find_names(entry.value)}
    won = [bid for bid in bids if bid.won] if not winners else [bid for bid in bids if _name(bid) in winners]
    if len(won) != 1:
        return []
    bid, first = won[0], len(entries)
    price = Entry(meaning=Meaning.AWARD_AMOUNT, label="", value=bid.amount, order=first, unit=bid.unit, strict=True)
    if winners:
        return [price]
    return [price, Entry(meaning=Meaning.SUPPLIER, label="", value=bid.name, order=first + 1)]


def _name(bid: BidLine) -> str:
    names = find_names(bid.name)
    return names[0].name if len(names) == 1 else ""


def _in_sheet(sheet: Sheet) -> Iterator[BidLine]:
    flat = sheet.flat[:_LONGEST]
    stops = [0, *(match.end() for match in _CLAUSE.finditer(flat)), len(flat)]
    for start, end in itertools.pairwise(stops):
        if not _FIGURE.search(flat, start, end) or not _COMPANY.search(flat, start, end):
            continue
        clause = Piece(sheet=sheet, start=start, end=end).stripped(" \t\n\u3000;。")
        unit = _unit_above(flat, start)
        if unit is None and not _WITH_UNIT.search(clause.flat):
            continue
        amounts = [one for one in find_amounts(clause.text, unit=unit, decimal_mark=".") if not one.per_unit]
        if not amounts or amounts[0].bare:
            continue
        amount = amounts[0]
        match = _BID.fullmatch(clause.flat[: amount.start])
        is_line = "\n" in flat[max(0, start - 1) : start + 1] or start == 0
        if match is None or not (match["said"] or is_line) or len(find_names(clause.part(*match.span("name")))) != 1:
            continue
        yield BidLine(
            name=clause.part(*match.span("name")),
            amount=clause.part(amount.start, amount.end),
            unit=unit,
            won=bool(_WON.match(clause.flat[amount.end :])),
        )


def _unit_above(flat: str, at: int) -> MoneyUnit | None:
    """Return the unit that a line above a list of bids names: （单位：万元）."""
    units = list(_UNIT.finditer(flat, max(0, at - 400), at))
    return read_unit(units[-1]["unit"]) if units else None
