"""Prices and dates in Chinese sentences: "以126万元的价格中标", "合计46,500,118.66元", "合同已于2019年12月19日签订".

A sentence is taken up where the words right before and behind an amount say what it is; budgets, ceilings, deposits,
fees, bids that lost and what a sentence takes back are never the price.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.dates import find_dates
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import find_amounts

_MOST_PAGES = 5
_SAID = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE})
_LONGEST = 20_000
"""Characters of a page that are looked at: sentences that decide stand in short papers."""
_BACK, _AHEAD = 60, 30
_WON = r"(?:中标|成交|中选|得标|决标|竞得|判给|批出|批予|授予|判予|夺标|夺得|拿下|胜出|摘得|赢得)"
_TRIGGER = re.compile(
    r"中标|成交|中选|得标|决标|竞得|判给|批出|批予|授予|判予|夺标|夺得|拿下|胜出|摘得|赢得|承建|承接|承揽|合同|合约|契约|协议|订立"
)
_FILL = r"(?:人民币|港币|新台币|澳门元|约|共计?|合计|总计|为|是|达|计|[(]大写[)]|大写|[:(\s])*"
_AT = re.compile(rf"(?:以|按|凭)(?:总价|总额|报价|最低(?:报?价)?|单一报价)?{_FILL}$")
_WON_NEXT = re.compile(
    rf"\)?\s*(?:整|正|[(][^()\n]{{1,30}}[)])?的?(?:总?价格|总?报价|中标价|成交价|总价|总?金额|价款|最低报?价|低价|"
    rf"总?造价)?,?"
    rf"[^,。;\n]{{0,12}}?(?:{_WON}|承建|承接|承揽|承包|获得|取得合同|签约|确定由)"
)
_LABELLED = re.compile(
    rf"(?<!未)(?<!原){_WON}[^,。;:\d\n]{{0,6}}?(?:总?金额|总?价格?|总额|总?报价|价款|总值)(?:合计|总计|共计)?{_FILL}$"
)
_CONTRACT = re.compile(
    rf"(?<!原)(?:合同|合约|契约|协议)[^,。;:\d\n]{{0,8}}?(?:总?金额|总?价款?|总额|总值|价金)(?:合计|总计|共计)?{_FILL}$"
)
_SUM = re.compile(
    rf"(?:^|[,;:。\s)]|(?<=卖方)以|(?<=乙方)以|(?<=供方)以)(?:以上|上述|共|[\d一二三四五六七八九十两]{{1,3}}个?(?:年|月|期)(?:服务期|"
    rf"服务费?)?)?(?:总价|总值|总额|总金额|总费用|总租金|总服务费|总造价|合计|总计|共计|合共|全年|全期){_FILL}$"
)
_DEAL = re.compile(
    r"(?:由|供应商|供货商)[^,。;\n]{4,40}?(?:公司|中心|厂|店|商行|经营部)(?:供货|供应|提供|承建|承接|"
    r"实施|承办)|[向从][^,。;\n]{4,40}?(?:公司|中心|厂|店|商行|经营部)(?:采购|购买|订购|购置)|"
    r"(?:判给|批给|批予|授予)予?[^,。;\n]{2,40}?(?:公司|中心|厂|店|商行|经营部)"
)
"""A sentence of a purchase that is settled: from whom."""
_WON_PRICE = re.compile(rf"{_WON}[^,。;\d\n]{{0,6}}?(?:金额|价|报价|总额)")
_APPROVED = re.compile(
    r"(?:批准|核准|订立|签订)[^。;\n]{2,80}?(?:合同|合约|契约)[^。;\n]{0,6}(?:总?金额|总额|总价|"
    r"价款)为?[\s(]*$"
)
_NEVER = re.compile(
    r"预算|限价|控制价|估算|估计|上限|不超过|不高于|底价|保证金|押金|服务费|代理费|手续费|违约|注册资本|最低标价|"
    r"未中标|未成交|落选|落标|"
    r"原(?:中标|成交|合同)|去年|上年|上一年|往年|上期|上次|由原|税额|扣除|节省|节约"
)
_NEVER_OF_CONTRACT = re.compile(_NEVER.pattern.replace("服务费|", "(?:代理|招标|交易|平台)服务费|"))
"""In a contract the fee for the service is the price."""
_RENEWED_NEXT = re.compile(r"[”\"]?[^。;\n]{0,6}?(?:更正|变更|修改|调整|更改|改|修正)为")
_LIMIT = re.compile(
    r"(?:总额|总金额|总价|合计|总费用|采购总额|结算总?价|服务费总额)(?:均|累计|最高|合计)?(?:不超过|不得超过|不高于|"
    r"以内|上限为?)(?:人民币)?\s*$"
)
_CONTRACT_SUM = re.compile(
    rf"(?:租金|租赁费|服务费用?|运维费|维护费|开发费|费用|价款|货款|酬金|报酬)(?:总计|合计|共计|总额){_FILL}$"
)
_FEE = re.compile(rf"(?:费|费用|价款|货款|酬金|报酬|租金){_FILL}$")
_REDUCED = re.compile(rf"(?:减价?|降价?|议价)(?:[一二三\d]次)?(?:后)?(?:为|至|到)(?:底价)?{_FILL}$")
"""What the lowest bidder came down to, in Taiwan: 经优先减价为…, 再减至底价…."""
_STILL = r"(?:(?!超[过出]|高[于出]|逾|不|未|无法|改[由洽]|次低|次标|第二低|另|保留|流标|废标|拒绝)[^。;\n]){0,40}?"
"""What follows a price that is agreed: nothing that says it is too high, refused, kept open, or of the next bidder."""
_REDUCED_NEXT = re.compile(
    r"(?:整|正|[(][^()\n]{1,30}[)])?"
    rf"(?:[,。]?{_STILL}(?:(?:低于|进入|等于|平|[未不](?:超[过出]|高于|逾))底价|底价以?内))?{_STILL}"
    r"(?:(?<!不予)(?<!未)决标|得标|成交|承[揽做])"
)
_IS_CONTRACT = re.compile(r"\A(?![\s\S]*丙\s*方)[\s\S]*甲\s*方[\s\S]*乙\s*方")
"""Two parties: with a third one it is not certain who pays which sum."""
_THIRD_PARTY = re.compile(r"丙\s*方")
_LINE = re.compile(r"[^\n]+")
_TELLS = re.compile(
    rf"{_TRIGGER.pattern}|总价|总值|总额|总金额|合计|总计|共计|合共|总费用|全年|全期|费用|价款|货款|酬金|报酬|租金"
)
_OF_PURCHASE = re.compile(rf"{_TRIGGER.pattern}|供货|采购|购买|购置")
_LIMITED = re.compile(r"不超过|不得超过|不高于|以内|上限")
_PRICES = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})
_SIGNED = re.compile(r"(?:合同|合约|契约|协议)[^。;\n]{0,60}?(?:已经?|业已)?(?:于|在)$")
_SIGNS = re.compile(r"签订|签署|订立|签约|缔结")
_DAY_BEFORE = re.compile(r"[\d日月年][^。;\n]{0,24}$")
_SIGNED_NEXT = re.compile(r"(?:正式)?(?:由[^,。;\n]{0,20})?(?:签订|签署|订立|签约|缔结)")


def money_entries(sheets: Sequence[Sheet], entries: Sequence[Entry]) -> list[Entry]:
    """Return the price and the day of signature that sentences state, as entries numbered behind those given.

    Where sentences state several prices that differ, the one called a sum is meant; without such a word none is. What
    labels say, or take back, is passed over; so are sentences where prices are by lot.

    Args:
        sheets: The document's pages.
        entries: What its labels say.
    """
    labelled = [entry.value for entry in entries if entry.old or (entry.meaning in _SAID and not _may_end_early(entry))]
    stated: dict[Meaning, list[tuple[Piece, FoundAmount, bool]]] = {
        meaning: [] for meaning in (Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.CEILING)
    }
    signed: list[Piece] = []
    has_price = any(entry.meaning in _PRICES and not entry.strict and not entry.old for entry in entries)
    sellers = [entry for entry in entries if entry.meaning is Meaning.CONTRACT_SUPPLIER]
    is_contract = bool(sellers) and not any(entry.meaning is Meaning.CONTRACT_AMOUNT for entry in entries)
    for sheet in sheets[:_MOST_PAGES]:
        flat = sheet.flat[:_LONGEST]
        if not _OF_PURCHASE.search(flat):
            continue
        if has_price and not _LIMITED.search(flat):
            signed += _signed(sheet, flat)
            continue
        for meaning, amount, is_sum in _priced(sheet.page.text[:_LONGEST], flat, is_contract=is_contract):
            piece = Piece(sheet=sheet, start=amount.start, end=amount.end)
            if any(_overlap(piece, other) for other in labelled):
                continue
            stated[meaning].append((piece, amount, is_sum))
        signed += _signed(sheet, flat)
    by_lot = any(entry.lot is not None and entry.meaning in {Meaning.AWARD_AMOUNT, Meaning.LOT} for entry in entries)
    found = [
        (meaning, piece)
        for meaning, priced in stated.items()
        for piece in _settled(priced)
        if not (by_lot and meaning is Meaning.AWARD_AMOUNT)
    ]
    if is_contract and not has_price and not found:
        found += [(Meaning.CONTRACT_AMOUNT, piece) for piece in _only_fee(sheets)]
    found += [(Meaning.CONTRACT_DATE, piece) for piece in signed[:1]]
    return [
        Entry(meaning=meaning, label="", value=piece, order=len(entries) + at, strict=True)
        for at, (meaning, piece) in enumerate(found)
    ]


def _may_end_early(entry: Entry) -> bool:
    """Say whether a limit without a colon may end with its first sum: 标价高于底价(195万元),经减价为194万元."""
    return entry.strict and entry.meaning is Meaning.CEILING


def _only_fee(sheets: Sequence[Sheet]) -> Iterator[Piece]:
    """Yield what a contract says is paid for the work, where it prints no other sum of money: 测评费壹拾捌万元整."""
    amounts = [
        Piece(sheet=sheet, start=one.start, end=one.end)
        for sheet in sheets[:_MOST_PAGES]
        for one in find_amounts(sheet.page.text[:_LONGEST], decimal_mark=".")
        if not one.bare and not one.per_unit
    ]
    figures = {one.amount for piece in amounts for one in find_amounts(piece.text, decimal_mark=".")}
    for piece in amounts if len(figures) == 1 else ():
        before = piece.sheet.flat[max(0, piece.start - _BACK) : piece.start]
        if _FEE.search(before) and not _NEVER_OF_CONTRACT.search(re.split(r"[,。;\n]", before)[-1]):
            yield piece


def signed_entries(sheets: Sequence[Sheet]) -> list[Entry]:
    """Return the day on which a sentence says that the contract was signed."""
    signed = [piece for sheet in sheets[:_MOST_PAGES] for piece in _signed(sheet, sheet.flat[:_LONGEST])]
    return [Entry(meaning=Meaning.CONTRACT_DATE, label="", value=one, order=0, strict=True) for one in signed[:1]]


def _priced(text: str, flat: str, *, is_contract: bool) -> Iterator[tuple[Meaning, FoundAmount, bool]]:
    """Yield the amounts that a sentence says to be the price, each with whether it is called a sum."""
    for amount in _amounts_told(text, flat):
        before, after = flat[max(0, amount.start - _BACK) : amount.start], flat[amount.end : amount.end + _AHEAD]
        if _LIMIT.search(before):
            yield Meaning.CEILING, amount, False
            continue
        if _REDUCED.search(before) and _REDUCED_NEXT.match(flat, amount.end):
            yield Meaning.AWARD_AMOUNT, amount, True
            continue
        clause = re.split(r"[,。;\n]", before)[-1]
        if (_NEVER_OF_CONTRACT if is_contract else _NEVER).search(clause) or _RENEWED_NEXT.match(after):
            continue
        told = _told(flat, amount, before, is_contract=is_contract)
        if told is not None:
            yield told[0], amount, told[1]


def _amounts_told(text: str, flat: str) -> Iterator[FoundAmount]:
    """Yield the amounts of lines that have a word for a price, a sum or a limit."""
    for line in _LINE.finditer(flat):
        if not _TELLS.search(line[0]):
            continue
        for amount in find_amounts(text[line.start() : line.end()], decimal_mark="."):
            if not amount.bare and not amount.per_unit:
                start = line.start()
                yield replace(amount, start=start + amount.start, end=start + amount.end)


def _told(flat: str, amount: FoundAmount, before: str, *, is_contract: bool) -> tuple[Meaning, bool] | None:
    """Return what the words around an amount say it is, and whether they call it a sum; None if they do not say."""
    line = flat[flat.rfind("\n", 0, amount.start) + 1 : amount.start]
    at = _AT.search(before) and _WON_NEXT.match(flat[amount.end : amount.end + _AHEAD])
    if at or _LABELLED.search(before):
        return Meaning.AWARD_AMOUNT, False
    if _SUM.search(before) and not (_NEVER_OF_CONTRACT if is_contract else _NEVER).search(line):
        if _WON_PRICE.search(line) or _DEAL.search(line):
            return Meaning.AWARD_AMOUNT, True
        if is_contract:
            return Meaning.CONTRACT_AMOUNT, True
    if _CONTRACT_SUM.search(before) and ((is_contract and not _THIRD_PARTY.search(flat)) or _IS_CONTRACT.search(flat)):
        return Meaning.CONTRACT_AMOUNT, True
    if _CONTRACT.search(before) or _APPROVED.search(flat[max(0, amount.start - 160) : amount.start]):
        return Meaning.CONTRACT_AMOUNT, False
    return None


def _overlap(one: Piece, other: Piece) -> bool:
    return one.sheet.page.number == other.sheet.page.number and one.start < other.end and other.start < one.end


def _settled(found: Sequence[tuple[Piece, FoundAmount, bool]]) -> list[Piece]:
    sums = [one for one in found if one[2]]
    kept = sums or found
    figures = {(amount.amount, amount.currency) for _piece, amount, _is_sum in kept}
    return [piece for piece, _amount, _is_sum in kept] if len(figures) == 1 else []


def _signed(sheet: Sheet, flat: str) -> Iterator[Piece]:
    if not any(_DAY_BEFORE.search(flat[max(0, sign.start() - 25) : sign.start()]) for sign in _SIGNS.finditer(flat)):
        return
    for date in find_dates(flat):
        if _SIGNED.search(flat[max(0, date.start - 80) : date.start]) and _SIGNED_NEXT.match(flat, date.end):
            yield Piece(sheet=sheet, start=date.start, end=date.end)
