"""Bids that stand in lines and clauses without a label: "甲公司报价38.7万元；乙公司报价40.2万元".

The price of the one who won is the price of the award only where nothing else in the document states one.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
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
_IN_TURN = (
    r"(?:(?:投标|最终|最后|响应)?报价(?:金额)?(?:分别|依次|各)(?:为|是)?|(?:分别|依次)(?:投标)?报价(?:为|是)?|"
    r"报出的?(?:价格|总价)(?:分别|依次)(?:为|是))[:\s]?"
)
"""What leads to bids in one sentence: "三家报价分别为:甲公司38.6万元,乙公司39.2万元"."""
_LISTED = re.compile(_IN_TURN)
_CLAUSE = re.compile(
    rf"[;。\n]|{_IN_TURN}|(?<=元)[,、](?:而|和|以及)?(?=[^\d,。;:、\n]{{2,36}}?(?:公司|中心|[厂店部行社所院])[^,。;\n]{{0,12}}?\d)|"
    r"(?:(?<=[商位人方家\n])(?:最终|最后|二次|首次|投标)?报价|报价如下|情况|结果|如下):|:(?=\s*\n)"
)
_COUNTED = re.compile(
    r"(?:[一二两三四五六七八九十\d]{1,2}家(?:单位|公司|供应商|投标人|企业)?|(?<=公司)(?:单位|供应商|企业))?\s?$"
)
_SENTENCE_ENDS = re.compile(r"[。;\n]")
_MOST_BEFORE, _MOST_BEHIND = 200, 200
_WHOLE_NAME = re.compile(_NAME)
_BETWEEN_NAMES = re.compile(r"(?<=[司团所院心社部行厂店)])\s?[、,和及与]\s?|,")
_BETWEEN_PRICES = re.compile(r"\s?[、,和及与]\s?")
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
    told = [sheet for sheet in sheets[:_PAGES] if _BIDS_SAID.search(sheet.flat)]
    found = [bid for sheet in told for bid in (*_in_sheet(sheet), *_in_same_order(sheet))]
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
        sentence = max(flat.rfind("。", 0, start), flat.rfind("\n", 0, start)) + 1
        is_line = is_line or _LISTED.search(flat, sentence, start) is not None
        if match is None or not (match["said"] or is_line) or len(find_names(clause.part(*match.span("name")))) != 1:
            continue
        yield BidLine(
            name=clause.part(*match.span("name")),
            amount=clause.part(amount.start, amount.end),
            unit=unit,
            won=bool(_WON.match(clause.flat[amount.end :])),
        )


def _in_same_order(sheet: Sheet) -> Iterator[BidLine]:
    """Yield the bids of sentences that name all bidders first and then their prices, one price for each name.

    "甲公司、乙公司分别报价26.8万元、27.5万元" is two bids.
    """
    flat = sheet.flat[:_LONGEST]
    for lead in _LISTED.finditer(flat):
        stop = _SENTENCE_ENDS.search(flat, lead.end(), lead.end() + _MOST_BEHIND)
        behind = flat[lead.end() : stop.start() if stop else lead.end() + _MOST_BEHIND]
        names = _names_before(sheet, lead.start())
        prices = find_amounts(behind, decimal_mark=".") if len(names) > 1 else ()
        joints = [behind[one.end : other.start] for one, other in itertools.pairwise(prices)]
        if (
            len(names) != len(prices)
            or any(one.bare or one.per_unit for one in prices)
            or not all(_BETWEEN_PRICES.fullmatch(joint) for joint in joints)
        ):
            continue
        for name, price in zip(names, prices, strict=True):
            amount = Piece(sheet=sheet, start=lead.end() + price.start, end=lead.end() + price.end)
            yield BidLine(name=name, amount=amount, unit=None, won=False)


def _names_before(sheet: Sheet, at: int) -> list[Piece]:
    """Return the names that stand side by side before a place in a sentence."""
    begins = max(0, at - _MOST_BEFORE)
    words = _SENTENCE_ENDS.split(sheet.flat[begins:at])[-1]
    first = at - len(words)
    words = words[: _COUNTED.search(words).start()]  # type: ignore[union-attr]
    stops = [(0, 0), *(found.span() for found in _BETWEEN_NAMES.finditer(words)), (len(words), len(words))]
    names: list[Piece] = []
    for (_, start), (end, _) in reversed(list(itertools.pairwise(stops))):
        if not _WHOLE_NAME.fullmatch(words[start:end]):
            break
        names.insert(0, Piece(sheet=sheet, start=first + start, end=first + end))
    return names


def _unit_above(flat: str, at: int) -> MoneyUnit | None:
    """Return the unit that a line above a list of bids names: （单位：万元）."""
    units = list(_UNIT.finditer(flat, max(0, at - 400), at))
    return read_unit(units[-1]["unit"]) if units else None
