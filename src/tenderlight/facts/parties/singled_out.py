"""Which of several Chinese firms won, where no known sentence says so: by what stands beside each of them.

Papers tick one of several firms (√, ☑), print a verdict at the end of its line (评审结论：成交), take the first one
(确定第一名为服务单位), name it by the sign it has in a list (中选单位：③), or say in other words that it came out on
top. For each firm the words between it and its neighbours are weighed; one that alone has words of winning, and none
of losing, has won.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenderlight.facts.lots.chinese_firms import companies_han
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.only_firms import is_about_one, key_of_name
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

_LONGEST = 12_000
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[。;!?]")
_TICKED = re.compile(r"[√☑☒■✓✔✅]|[(\[【]\s?[√v✓✔x]\s?[)\]】]")
_UNTICKED = re.compile(r"[□☐×✗✘○]|[(\[【]\s*[)\]】]")
_WON = re.compile(
    r"(?<![未拟不非否])(?:中标|成交|中选|胜出|获胜|当选|入选|得标|决标)(?!候选|候補|公告|公示|通知|日期|时间|金额|价|无效|资格|后|时|须|应|可能)|"
    r"脱颖而出|拔得头筹|夺标|夺魁|摘得|拿下|确定为|选定|就定|定了|定标(?!公告|结果)|最终选择|被选中|予以采纳|(?<!不)同意(?:由|与|向)|成为[^,。]{0,12}(?:供应商|服务商|中标|承建)|"
    r"签约|签订|签署|承建|承作|承揽|承办|中签"
)
_BEFORE = re.compile(
    r"(?:就定|选定|确定|定为|选择|选用|推选|敲定|锁定|花落|归|中标|成交|中选|得标|胜出)(?:了|由|给|是|为|的|者|方|单位|供应商|[:：]|\s)*[“\"]?$|"
    r"(?:与|同|向|由|跟)[“\"]?$"
)
_LOST = re.compile(
    r"未[中成入获通被能得]|落选|流标|无效|废标|淘汰|否决|备选|候补|出局|不合格|不通过|不中|不予|第[二三四五六]|排名[2-9二三四五]|"
    r"上届|上期|原(?:供应商|服务商|合同|中标)|前任|投诉|质疑|代理|监理|审计|担保|保险|银行|制造商|生产厂|名列第[二三四]|放弃|取消"
)
_FIRST = re.compile(r"第[一1]\s?(?:名|位|顺位|(?:中标|成交|中选)?候选)|排[名序][:：]?\s?(?:第?[一1])(?!\d)|^\s*1\s")
_FIRST_TAKEN = re.compile(
    r"(?:确定|选定|同意|推荐并确定|决定|授予|由|取)[^。;\n]{0,12}?(?:排[名序]第[一1]|第[一1]\s?(?:名|位|顺位|(?:中标|成交|中选)?候选(?:人|供应商|"
    r"单位)?))[^。;\n]{0,12}?"
    r"(?:为|作为|中标|成交|中选|签订|$)|第[一1](?:名|位)(?:即为|为|中标|成交|中选)"
)
_SIGN = re.compile(
    r"\s*(?:供应商|投标人|单位|厂商|公司|投标单位|报价单位|编号)?\s*(?P<sign>[①-⑩]|[a-h甲乙丙丁戊]|\d{1,2})\s*(?:号|家|单位|供应商)?\s*(?:[(].*)?"
)
_NAMED = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.STATUS})


@dataclass(slots=True, kw_only=True)
class _Seen:
    piece: Piece
    won: int = 0
    lost: int = 0
    first: int = 0


def singled_out(notice: Notice, parties: Iterable[str]) -> Piece | None:
    """Return where the one firm stands that the words beside it single out, or None.

    Args:
        notice: A Chinese award or contract in which nothing else says who won.
        parties: Names of the buyer and the agency.
    """
    if notice.language != "zh" or notice.stage not in {Stage.AWARD, Stage.CONTRACT}:
        return None
    if sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return None
    signed = _by_sign(notice)
    if signed is not None:
        return signed
    if not is_about_one(notice, labels=False):
        return None
    others = [key_of_name(name) for name in parties]
    firms: dict[str, _Seen] = {}
    for sheet in notice.sheets:
        for piece, before, behind in _met(sheet):
            key = key_of_name(piece.text)
            if piece.flat.startswith("联合"):
                return None
            if any(key in other or other in key for other in others):
                continue
            seen = firms.setdefault(key, _Seen(piece=piece))
            about = before + behind
            seen.lost += bool(_LOST.search(about) or (_UNTICKED.search(before) and not _TICKED.search(before)))
            seen.won += bool(_TICKED.search(before) or _WON.search(behind) or _BEFORE.search(before))
            seen.first += bool(_FIRST.search(before) or _FIRST.search(behind))
    won = [one for one in firms.values() if one.won and not one.lost]
    if len(won) == 1:
        return won[0].piece
    taken = any(_FIRST_TAKEN.search(sheet.flat) for sheet in notice.sheets)
    first = [one for one in firms.values() if one.first and not one.lost] if taken and not won else []
    return first[0].piece if len(first) == 1 else None


def _met(sheet: Sheet) -> Iterator[tuple[Piece, str, str]]:
    """Yield each firm with the words between it and the firms before and behind it in its sentence."""
    for line in _LINE.finditer(sheet.flat[:_LONGEST]):
        position = line.start()
        for stop in (*(one.end() for one in _STOP.finditer(sheet.flat, *line.span())), line.end()):
            sentence = Piece(sheet=sheet, start=position, end=stop)
            pieces = [one.piece for one in companies_han(sentence)]
            for at, piece in enumerate(pieces):
                left = _apart(sheet.flat, pieces[at - 1].end, piece.start) if at else position
                right = _apart(sheet.flat, piece.end, pieces[at + 1].start) if at + 1 < len(pieces) else stop
                yield piece, sheet.flat[left : piece.start], sheet.flat[piece.end : right]
            position = stop


def _apart(flat: str, start: int, end: int) -> int:
    """Return where the words about one firm end and those about the next begin: at the last comma between them."""
    comma = max(flat.rfind(sign, start, end) for sign in ",、;")
    return comma if comma >= 0 else end


def _by_sign(notice: Notice) -> Piece | None:
    """Return the firm on the line that begins with the sign by which a label names who won."""
    signs = {match["sign"] for one in notice.of(*_NAMED) if one.label and (match := _SIGN.fullmatch(one.value.flat))}
    if len(signs) != 1:
        return None
    sign = re.escape(next(iter(signs)))
    lead = re.compile(rf"\s*(?:供应商|投标人|单位|厂商|公司|投标单位|报价单位)?\s*[(（]?{sign}[)）、.:：\s号]")
    found = []
    for sheet in notice.sheets:
        for line in _LINE.finditer(sheet.flat[:_LONGEST]):
            if lead.match(line[0]):
                found += companies_han(Piece(sheet=sheet, start=line.start(), end=line.end()))
    return found[0].piece if len({one.name for one in found}) == 1 else None
