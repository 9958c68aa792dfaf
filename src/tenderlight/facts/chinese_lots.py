"""Lots of Chinese documents with the text under each: "第一包：甲公司，成交价35万元"; "合同包二 …".

What labels and tables say of a lot stays; this fills in lots of a list whose lines say it in another way. A lot has the
one company under its head that is not said to have lost, or the one whose line says that it won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from tenderlight.facts.document import Notice
from tenderlight.facts.entries import Entry
from tenderlight.facts.layout import Piece, Sheet
from tenderlight.facts.lots import OF_THE_WHOLE, as_written
from tenderlight.facts.names import FoundName, find_names
from tenderlight.facts.stages import void_lots
from tenderlight.facts.vocabulary import Meaning, mark_pattern
from tenderlight.languages.money import FoundAmount, MoneyUnit, find_amounts
from tenderlight.model.statement import Stage

_PAGES = 5
_LONGEST_PAGE = 40_000
_LONGEST_BLOCK = 600
_MOST = 300
_FEWEST = 2
_DESIGNATOR = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z](?![a-z]))"
_NOUN = r"(?:合同包|采购包|标包|分包|分标|标项|标段|包组|包件|子包|品项|项次|分项|包)"
_LOT = (
    rf"(?:第[ \t]?{_DESIGNATOR}[ \t]?(?:{_NOUN}|项|组)|{_NOUN}[ \t]?号?[ \t]?{_DESIGNATOR}(?![\d.]\d)|"
    rf"{_DESIGNATOR}[ \t]?号?{_NOUN}(?![含装括名编内]))"
)
_HEAD = re.compile(
    rf"(?:(?<=\n)|(?<=[;。:])|(?<=确定)|^|(?<=[ \t])(?={_LOT}[ \t]?:))"
    rf"[ \t]{{0,4}}(?:[(（]?\d{{1,2}}[).、][ \t]?)?(?P<lot>{_LOT})"
)
"""At the beginning of a line or clause, or with a colon behind it."""
_OVER = re.compile(
    r"\n\s{0,4}(?:[一二三四五六七八九十]{1,3}[、.]|(?:采购|招标|机关|代理|公告|公示|发布|日期|总|合计|"
    r"中标总|成交总|评审|评标|开标|谈判|"
    r"磋商|联系|地址|项目|预算|注|备注|特此)[^\n]{0,30}|\d{4}年)|"
    r"[ \t](?:采购|招标|机关|代理|公告|公示|发布|日期|评审|联系|地址|预算)[^\s:]{0,8}:"
)
"""Where the text under the last lot is at its end."""
_SIMPLIFIED = str.maketrans("號項標", "号项标")
_KIND = re.compile(rf"第|号|\s|{_DESIGNATOR}")
_COMPANY = re.compile(
    r"(?:公司|集团|厂|事务所|研究院|设计院|研究所|合作社|经营部|商行|中心|大学|学院|医院|商店|服务部|企业社|行)$"
)
_LOST = re.compile(
    r"未中标|未成交|未中选|落选|否决|无效|淘汰|不合格|第[二三四五2345]名?(?:中标|成交)?候选|"
    r"第[二三四五]名|未通过|招标代理|代理机构|采购人|招标人|"
    r"采购单位|评审专家"
)
_WON = re.compile(r"(?<![未非拟])(?:中标|成交|中选|得标|入选)(?!候选|候補|公告|公示|结果|通知|金额|价)")
_NO_PRICE = re.compile(
    r"(?:预算|限价|控制价|服务费|代理费|收费|保证金|单价|得分|评分|下浮|估价|底价|最高|标准|资金)[^,。;\n]{0,12}$"
)
_VOID = mark_pattern("void")
_YUAN = re.compile(r"\(元\)|单位:元|金额元")
_CELL = re.compile(r"\S+")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{4,12}(?:\.\d{1,2})?")
_WHO = frozenset({Meaning.SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.PARTY})
_TAKES = frozenset(
    {Meaning.SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.AWARD_AMOUNT, Meaning.STATUS, Meaning.CANCEL_REASON}
)
_PRICED = frozenset({Meaning.AWARD_AMOUNT, Meaning.PERCENT, Meaning.CONTRACT_AMOUNT})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """One lot with the text under its head."""

    lot: str
    body: Piece


def with_chinese_lots(notice: Notice) -> Notice:
    """Return a notice with what its lists of lots say where no label or table says it; only of awards."""
    if notice.language != "zh" or notice.stage is not Stage.AWARD:
        return notice
    lists = [_blocks(sheet) for sheet in notice.sheets[:_PAGES]]
    notice = _within(notice, [block for blocks in lists for block in blocks])
    named = {
        _key(one.lot)
        for one in notice.of(*_WHO)
        if one.lot is not None and (one.row is None or one.meaning is not Meaning.PARTY)
    }
    priced = {_key(one.lot) for one in notice.of(*_PRICED) if one.lot is not None}
    void = {_key(lot) for lot in void_lots(notice.entries)}
    told: list[Entry] = []
    for blocks in lists:
        for block in blocks:
            key = _key(block.lot)
            entries = list(_entries(block, is_named=key in named, is_priced=key in priced, is_void=key in void))
            told += entries
            named |= {key} if any(one.meaning is Meaning.SUPPLIER for one in entries) else set()
            priced |= {key} if any(one.meaning is Meaning.AWARD_AMOUNT for one in entries) else set()
    if not told:
        return notice
    names_winners = any(one.meaning is Meaning.SUPPLIER for one in told)
    kept = [one for one in notice.entries if not (names_winners and _is_same_without_lot(one, told))]
    entries = [*kept, *(replace(one, order=len(notice.entries) + at) for at, one in enumerate(told))]
    return replace(notice, entries=tuple(entries))


def _within(notice: Notice, blocks: Sequence[_Block]) -> Notice:
    """Give what labels say under the head of a lot that lot, where the labels were read without it."""
    if not blocks or any(one.lot is not None for one in notice.of(*_WHO, *_PRICED)):
        return notice
    changed = []
    for entry in notice.entries:
        lot = next((block.lot for block in blocks if _is_under(entry, block)), None)
        takes = entry.row is None and entry.lot is None and entry.meaning in _TAKES and entry.label
        changed.append(replace(entry, lot=lot) if takes and lot and not OF_THE_WHOLE.match(entry.label) else entry)
    return replace(notice, entries=tuple(changed))


def _is_under(entry: Entry, block: _Block) -> bool:
    body = block.body
    return entry.value.sheet.page is body.sheet.page and body.start <= entry.value.start < body.end


def _is_same_without_lot(entry: Entry, told: Sequence[Entry]) -> bool:
    """Say whether an entry is the price of one lot that was read without its lot."""
    return (
        entry.lot is None
        and entry.meaning is Meaning.AWARD_AMOUNT
        and any(
            one.meaning is Meaning.AWARD_AMOUNT
            and one.value.sheet.page is entry.value.sheet.page
            and one.value.start <= entry.value.start < one.value.end + 1
            for one in told
        )
    )


def _key(lot: str | None) -> str:
    return "".join((lot or "").lower().translate(_SIMPLIFIED).split())


def _blocks(sheet: Sheet) -> list[_Block]:
    """Return the lots of the list on a page: two or more heads of one kind, each with its text up to the next."""
    flat = sheet.flat[:_LONGEST_PAGE]
    heads = list(islice(_HEAD.finditer(flat), _MOST))
    kinds: dict[str, list[re.Match[str]]] = {}
    for match in heads:
        kinds.setdefault(_KIND.sub("", match["lot"]), []).append(match)
    listed = [same for same in kinds.values() if len({_key(match["lot"]) for match in same}) >= _FEWEST]
    if not listed:
        return []
    chosen = max(listed, key=len)
    stops = [*(match.start() for match in chosen[1:]), len(flat)]
    page = Piece(sheet=sheet, start=0, end=len(sheet.flat))
    written = as_written(page)
    blocks = []
    for match, stop in zip(chosen, stops, strict=True):
        over = _OVER.search(flat, match.end(), min(stop, match.end() + _LONGEST_BLOCK))
        end = over.start() if over else min(stop, match.end() + _LONGEST_BLOCK)
        name = " ".join(written[slice(*match.span("lot"))].split())
        blocks.append(_Block(lot=name, body=Piece(sheet=sheet, start=match.end(), end=end)))
    return blocks


def _entries(block: _Block, *, is_named: bool, is_priced: bool, is_void: bool) -> Iterator[Entry]:
    """Yield who won a lot and at what price, as far as nothing else says it."""
    winner = _winner(block.body)
    if winner is None:
        void = _VOID.search(block.body.flat.partition("\n")[0])
        if void is not None and not is_named and not is_void and not _companies(block.body.part(0, void.start())):
            value = block.body.part(*void.span())
            yield Entry(meaning=Meaning.STATUS, label="包状态", value=value, order=0, lot=block.lot)
        return
    if is_void:
        return
    line, name = winner
    if not is_named:
        yield Entry(meaning=Meaning.SUPPLIER, label="中标供应商", value=name.piece, order=0, lot=block.lot)
    amount = None if is_priced else _price(block.body, line, name)
    if amount is not None:
        piece, unit = amount
        yield Entry(meaning=Meaning.AWARD_AMOUNT, label="中标金额", value=piece, order=0, lot=block.lot, unit=unit)


def _winner(body: Piece) -> tuple[Piece, FoundName] | None:
    """Return the line and the name of who won a lot, or None if no one company is left or marked."""
    found = [(line, name) for line in _lines(body) for name in _companies(line)]
    left = [(line, name) for line, name in found if not _LOST.search(line.flat)]
    if len({name.name for _line, name in left}) == 1:
        return left[0]
    marked = [(line, name) for line, name in left if _WON.search(line.flat) and len(_companies(line)) == 1]
    return marked[0] if len({name.name for _line, name in marked}) == 1 else None


def _lines(body: Piece) -> Iterator[Piece]:
    for match in re.finditer(r"[^\n。;]+", body.flat):
        yield body.part(*match.span())


def _companies(line: Piece) -> list[FoundName]:
    """Return the companies of a line: its parts between blanks, colons and commas that are names of companies."""
    found = []
    for match in re.finditer(r"[^\s:,;、()]+(?:\([^()\s]{1,8}\)[^\s:,;、()]*)?", line.flat):
        part = line.part(*match.span())
        lead = re.match(r"(?:由|为|是|系|确定|供应商|中标人|成交人)+", part.flat)
        tail = re.search(r"(?:公司|集团|厂|所|院|部|行|社)(?=以|中标|成交|为)", part.flat)
        part = part.part(lead.end() if lead else 0, tail.end() if tail else len(part.flat))
        found += [name for name in find_names(part) if _COMPANY.search(name.piece.flat)]
    return found


def _price(body: Piece, line: Piece, name: FoundName) -> tuple[Piece, MoneyUnit | None] | None:
    """Return the one price of a lot: behind its winner on the line, else on the other lines of the lot."""
    unit = MoneyUnit(multiplier=1, currency="CNY") if _YUAN.search(body.flat) else None
    cells = [line.part(*match.span()) for match in _CELL.finditer(line.flat)]
    figures = [one for one in cells if unit and one.start >= name.piece.end and _FIGURE.fullmatch(one.flat)]
    if figures and _is_row(cells):
        return figures[0], unit
    behind = Piece(sheet=body.sheet, start=name.piece.end, end=line.end)
    rest = Piece(sheet=body.sheet, start=name.piece.end, end=body.end)
    for piece in (behind, rest):
        found = [one for one in find_amounts(piece.text, unit=unit, decimal_mark=".") if _is_price(piece, one, unit)]
        if len({one.amount for one in found}) == 1:
            return piece.part(found[0].start, found[-1].end), unit
        if found:
            return None
    return None


def _is_price(piece: Piece, amount: FoundAmount, unit: MoneyUnit | None) -> bool:
    if amount.per_unit or (amount.bare and unit is None) or amount.amount < (_LEAST if unit else 1):
        return False
    line = piece.flat[: amount.start].rpartition("\n")[2]
    return _NO_PRICE.search(line) is None and not _LOST.search(line)


def _is_row(cells: Sequence[Piece]) -> bool:
    """Say whether the words of a line are the cells of a row: three or more, and none of them a label."""
    return len(cells) > 2 and not any(":" in one.flat for one in cells)


_LEAST = 1_000
"""A figure under a head of yuan that is smaller may be points or a place."""
