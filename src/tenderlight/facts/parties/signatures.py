"""Offices that a Chinese document names without a label: those that sign it, its letterhead, the head of its heading.

Notices of small offices say who buys in their last lines only, above the date; those of Hong Kong and Macao in their
first. What a heading begins with is the weakest: it is asked where nothing else names a buyer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.facts.names.in_values import FoundName, find_names
from tenderlight.facts.names.military import MILITARY
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.dates import find_dates
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.statement import Stage

_CLOSING_LINES = 8
_MOST_SIGNING = 3
_BOTH = 2
"""Names that a line of signatures may hold: of who buys and of who runs the procedure."""
_LONGEST_NAME = 40
_LINES_OF_HEAD = 4
_LINE = re.compile(r"[^\n]+")
_TOKEN = re.compile(r"[^\s]+")
_SEAL = re.compile(r"\s*[(](?:盖.{0,4}章|公章|章|印)[)]\s*$")
_YEAR = re.compile(r"[\d〇○零一二三四五六七八九]{2,4}年")
AGENT = re.compile(r"招标|代理|咨询|采购中心|交易中心|拍卖|造价|项目管理|采购服务")
"""Words in the names of those who buy for others."""
_OWN_UNIT = re.compile(
    rf"(?P<office>[{HAN_CLASS}()]{{2,28}}?(?:大学|学院|医院|学校|中学|小学|血站|卫生院|[局厅署院]|集团|公司|监狱(?!管理)))"
    r"\s?(?:招标|招采|采购|采招|物资|后勤|总务|基建|国有?资|设备|资产)[^\s,。;:公]{0,12}?(?:办公室|办|中心|部|处|科|组)"
)
"""The unit that buys for its own office or company: no agency, and no buyer beside it."""
_SUBJECT = re.compile(r".{4}(?:项目|工程|采购)")
"""What a first line says before a colon that is no label."""
_FIRM = re.compile(r"(?:公司|集团|厂|店|行|社|事务所)(?:[(][^()]{1,12}[)])?$|交易|采购|招标|政务服务|评审|小组|项目部")
"""Names of those who may as well sell, or buy for others."""
_SALUTES = re.compile(r"\s*(?:谨?敬?启|谨?敬?上|印|章)\s*$")
_SPEAKS = re.compile(r"[我本](?:公司|司|集团|单位|院|校|厂)(?=[于拟现就将对\s“\"《组决委按因经研自关在、,])")
"""A paper that speaks of who signs it."""
_SUPERVISES = re.compile(r"财政[局厅]|公共资源|采购办|采购管理|管理委员会办公室|监督管理办公室")
_OF_OFFICE = (
    r"[局厅署]|公安处|监狱(?!管理)|戒毒所|看守所|检察院|法院|人民政府|(?<=[省市县区州乡镇])政府(?!采购)|管委会|委员会|政法委|大学|学院|医院(?!管理)|中学|小学|学校|支队|"
    r"大队|总队|"
    r"公所|海关|消防队"
)
_OFFICE = re.compile(rf"[{HAN_CLASS}()]{{2,30}}(?:{_OF_OFFICE})")
_ABOUT = (
    r"(?:[(\[【][^()\[\]【】]{0,10}[)\]】]\s*)?(?:关于)?(?:(?:拟)?(?:采用|以|通过)?单一来源(?:采购)?(?:方式)?(?:采购|购买)?|"
    r"公布|取消|撤销|终止|变更|更正|延期)?[“\"《【]?"
)
"""What a heading may say before it names who buys."""
_HEADING_OFFICE = re.compile(
    rf"{_ABOUT}(?P<office>[{HAN_CLASS}]{{1,14}}?(?:[省市县区州盟旗]|兵团|第[一二三四五六七八九十]{{1,3}}师)"
    rf"[{HAN_CLASS}]{{0,16}}?(?:{_OF_OFFICE})"
    rf"(?:(?<=政府)[{HAN_CLASS}]{{2,6}}?[局处署]|[{HAN_CLASS}]{{2,10}}?(?:支队|大队|总队|分局))?)(?=[^\s,。;:])"
)
_HEADING_STRONG = re.compile(
    rf"{_ABOUT}(?P<office>[{HAN_CLASS}]{{2,14}}?(?:公安局|管理局|应急局|财政局|司法局|教育局|检察院|法院|医院|人民政府|[县市]政府(?!采购)|大学|监狱(?!管理))"
    rf"(?:(?<=政府)[{HAN_CLASS}]{{2,6}}?[局处署]|[{HAN_CLASS}]{{2,10}}?(?:支队|大队|总队|分局))?)(?=[^\s,。;:院])"
)
"""The same by the word for the office alone."""
_HEADING_UNIT = re.compile(
    rf"{_ABOUT}(?P<office>{MILITARY.pattern}|[{HAN_CLASS}()]{{2,24}}?(?:有限(?:责任)?公司|集团公司|集团(?!有限|股份|控股))(?:[{HAN_CLASS}]{{2,8}}分公司)?)"
    rf"(?=\s?(?:20)?\d\d\s?年|\s|[{HAN_CLASS}“\"《]{{3,60}}(?:项目|采购|工程|设备|服务|系统)|关于)"
)
"""A unit of the armed forces or a company at the head of a heading of its own purchase."""
_ALL_OFFICE = re.compile(rf"[{HAN_CLASS}]{{2,24}}(?:中心|支队|大队|总队|分局|办公室|指挥部)")
"""A line that is nothing but the name of an office under another."""
_LETTERHEAD = re.compile(
    rf"[{HAN_CLASS}]{{2,20}}(?:[署局处司厅校院所馆会]|海关|公所|监狱(?!管理)|大学|[中小]学|[高国]中|警察厅|联网|(?<!采购)中心|(?<=[县市])政府|(?<=装)备科|法团)"
)
_SHORT_OFFICE = 3
"""An office with so few characters keeps the name of its government (澳门特别行政区海关)."""
_GOVERNMENT = re.compile(r"(?:香港|澳门)特别行政区(?:政府)?(?P<office>[^\s]*)")
_TELLING = re.compile(r"(?:公布|公告|通告|启事|宣布)$")
"""What an office does, behind its name in a letterhead."""
_DATED_AT = re.compile(r"[\d〇○零一二三四五六七八九十年月]{4,16}日[于在]")
"""The day before the office of a closing line in Macao: 二零二三年三月十七日于行政公职局."""
_SELLERS = (Meaning.SUPPLIER, Meaning.PARTY, Meaning.CANDIDATE, Meaning.LEAD, Meaning.MEMBER, Meaning.CONTRACT_SUPPLIER)
_SIGNS = frozenset(
    {Stage.AWARD, Stage.TENDER, Stage.PLAN, Stage.CANCELLATION, Stage.CORRECTION, Stage.CANDIDATE}
    | {Stage.SINGLE_SOURCE}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """An office or company that signs a document."""

    name: FoundName
    is_agent: bool
    is_unit: bool = False
    """It signs by the unit of its own that buys."""


def signatures(notice: Notice) -> list[Signature]:
    """Return who signs a document, in order: names alone on their lines above its last date, or below all text."""
    if notice.language != "zh" or notice.stage not in _SIGNS or not notice.sheets:
        return []
    sheet = notice.sheets[-1]
    lines = [Piece(sheet=sheet, start=one.start(), end=one.end()).stripped() for one in _LINE.finditer(sheet.flat)]
    lines = [line for line in lines if line.end > line.start][-_CLOSING_LINES:]
    lines[-1:] = [part for line in lines[-1:] for part in _behind_sentences(line)]
    dated = [at for at, line in enumerate(lines) if _is_date_line(line)]
    last = dated[-1] if dated else len(lines)
    signing: list[Signature] = []
    for line in reversed(lines[:last] if last == len(lines) or _ends_with_date(lines[last]) else lines[: last + 1]):
        names = list(_alone(line))
        if not names or len(signing) >= _MOST_SIGNING:
            break
        signing[:0] = map(_signature, names)
    return signing


def _signature(name: FoundName) -> Signature:
    """Return who signs: an office or company stands for the unit of it that buys."""
    if _OWN_UNIT.fullmatch(name.piece.flat) is None:
        return Signature(name=name, is_agent=bool(AGENT.search(name.piece.flat)))
    office = office_of_unit(name)
    return Signature(name=office, is_agent=False, is_unit=office is not name)


def office_of_unit(name: FoundName) -> FoundName:
    """Return the office or company that signs by its own unit that buys; the name itself where it is no such unit."""
    own = _OWN_UNIT.fullmatch(name.piece.flat)
    office = find_names(name.piece.part(*own.span("office"))) if own is not None else []
    return office[0] if len(office) == 1 else name


def _behind_sentences(line: Piece) -> list[Piece]:
    """Return the last line, and apart from it what stands behind its last sentence: "特此公告。某局 2022年7月8日"."""
    stop = line.flat.rstrip(" 。").rfind("。") + 1
    rest = line.part(stop, len(line.flat)).stripped()
    return [line.part(0, stop).stripped(), rest] if stop and _is_date_line(rest) else [line]


def signing_office(notice: Notice) -> list[FoundName]:
    """Return the one office or company that signs for itself; nobody who supervises, won or buys for others."""
    suppliers = {entry.value.flat for entry in notice.of(Meaning.SUPPLIER, Meaning.LEAD, Meaning.MEMBER)}
    signing = [
        one
        for one in signatures(notice)
        if not one.is_agent and not _SUPERVISES.search(one.name.piece.flat) and one.name.piece.flat not in suppliers
    ]
    names = [one.name for one in signing] or _signed_at(notice)
    is_own = any(one.is_unit for one in signing) or any(_SPEAKS.search(sheet.flat) for sheet in notice.sheets)
    return names if len(names) == 1 and (not _FIRM.search(names[0].piece.flat) or is_own or _is_told(names[0])) else []


def _signed_at(notice: Notice) -> list[FoundName]:
    """Return the office at which a document of Macao is signed: 二零二三年三月十七日於行政公職局."""
    sheet = notice.sheets[-1]
    for match in reversed([*_LINE.finditer(sheet.flat)][-_CLOSING_LINES:] if notice.country == "MO" else []):
        line = Piece(sheet=sheet, start=match.start(), end=match.end()).stripped()
        dated = _DATED_AT.match(line.flat)
        if dated is not None and _LETTERHEAD.fullmatch(line.flat, dated.end()):
            return find_names(line.part(dated.end(), len(line.flat)))[:1]
    return []


def _is_told(name: FoundName) -> bool:
    """Say whether the text above a signature names the same office or company."""
    flat = name.piece.sheet.flat[: name.piece.start]
    return name.piece.flat in flat


def heading_office(notice: Notice) -> list[FoundName]:
    """Return the office that the heading or the name of the project begins with."""
    if notice.language != "zh" or notice.country not in {"CN", "TW"}:
        return []
    titles = [notice.title] if notice.title is not None else []
    titles += [entry.value for entry in notice.of(Meaning.TITLE) if not entry.strict][:1]
    titles += [one.value for one in notice.of(Meaning.OTHER, Meaning.ITEM_NAME) if one.label == "采购内容"][:1]
    titles += [
        line for line in _first_lines(notice) if _SUBJECT.search(line.flat.partition(":")[0]) or ":" not in line.flat
    ]
    for title in titles:
        match = _HEADING_OFFICE.match(title.flat) or _HEADING_STRONG.match(title.flat)
        match = match or _own_heading(notice, title)
        if match is not None:
            name = find_names(title if _ALL_OFFICE.fullmatch(title.flat) else title.part(*match.span("office")))
            if len(name) == 1 and not AGENT.search(match["office"]) and not _SUPERVISES.search(match["office"]):
                return name
    return []


def _own_heading(notice: Notice, title: Piece) -> re.Match[str] | None:
    """Return who a heading begins with that is no office, unless the paper tells that it sells."""
    match = _HEADING_UNIT.match(title.flat)
    if match is None or title.flat.strip() == match["office"] or notice.stage is Stage.CONTRACT:
        return None
    sellers = notice.of(*_SELLERS)
    return match if not any(match["office"] in one.value.flat for one in sellers) else None


def letterhead(notice: Notice) -> list[FoundName]:
    """Return the office whose name stands alone among the first words of a document of Taiwan, Hong Kong or Macao."""
    if notice.country not in {"TW", "HK", "MO"} or notice.stage is Stage.CONTRACT:
        return []
    for line in _first_lines(notice):
        for token in _TOKEN.finditer(line.flat):
            if ":" in token[0]:
                return []
            government = _GOVERNMENT.match(token[0])
            start = government.start("office") if government and len(government["office"]) > _SHORT_OFFICE else 0
            telling = _TELLING.search(token[0])
            dated = _DATED_AT.match(token[0])
            start = dated.end() if dated else start
            end = token.end() - len(telling[0]) if telling else token.end()
            word = token[0][start : len(token[0]) - len(telling[0]) if telling else None]
            if _LETTERHEAD.fullmatch(word) and "公告" not in word and not word.endswith("公司"):
                piece = line.part(token.start() + start, end)
                return find_names(piece)[:1]
    return []


def _first_lines(notice: Notice) -> Iterator[Piece]:
    sheet: Sheet = notice.sheets[0]
    for count, match in enumerate(_LINE.finditer(sheet.flat)):
        if count >= _LINES_OF_HEAD:
            return
        yield Piece(sheet=sheet, start=match.start(), end=match.end()).stripped()


def _is_date_line(line: Piece) -> bool:
    """Say whether a line is a date, or ends with one behind the name of who signs."""
    dates = find_dates(line.flat)
    if not dates or ":" in line.flat:
        return False
    rest = line.flat[: dates[-1].start].strip(" ,(")
    is_signed = not rest or _OFFICE.fullmatch(rest) or (rest.endswith("公司") and len(rest) <= _LONGEST_NAME)
    return not line.flat[dates[-1].end :].strip(" 。.)") and bool(is_signed)


def _ends_with_date(line: Piece) -> bool:
    return find_dates(line.flat)[-1].start == 0


def _alone(line: Piece) -> Iterator[FoundName]:
    """Yield the names that a line consists of: one, or two set apart by blanks; a date may stand behind them."""
    dates = find_dates(line.flat)
    end = dates[-1].start if dates and not line.flat[dates[-1].end :].strip(" 。.)") else line.end - line.start
    words = line.part(0, end).stripped()
    parts = [words.part(*match.span()) for match in re.finditer(r"\S+(?: \S+)*", words.flat)]
    found: list[FoundName] = []
    if line.flat.startswith(("[", "【")):
        return
    for part in parts:
        seal = _SEAL.search(part.flat) or _SALUTES.search(part.flat)
        piece = part.part(0, seal.start()) if seal else part
        names = find_names(piece)
        if len(names) == _BOTH and (names[0].piece.start, names[1].piece.end) == (piece.start, piece.end):
            found += names
            continue
        if (
            len(names) != 1
            or _YEAR.search(part.flat)
            or names[0].piece != piece.stripped()
            or len(piece.flat) > _LONGEST_NAME
        ):
            return
        found += names
    yield from found
