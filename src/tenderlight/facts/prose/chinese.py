"""What running text states without labels: who wins, who is asked, who invites, who does a part of the work.

Chinese notices have sentences of few shapes for it ("确定甲公司为成交供应商"). What is found becomes entries like those
of labels, behind all others, so that a label always comes first.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from tenderlight.facts.fields.lot_names import lot_of_sentence
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.chinese_buyers import BUYER_FRAMES
from tenderlight.facts.prose.chinese_frames import FRAMES, INTENT, NAME, NAMES, OFFICE, RANKED, Frame
from tenderlight.facts.prose.chinese_reports import REPORT_FRAMES
from tenderlight.facts.words.subcontracting import is_left_in_chinese
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

_MOST_PAGES = 5
_BEFORE = (
    r"(?:[^,。;:\s]{0,4}?(?:确定|推荐|选定|评定|同意|决定|授予|宣布|公布|现由|兹定|递补)[了由]?"
    r"(?:(?:综合|得分)?排[名序]第[一二三]的?|第[一二三]名的?|候选人)?)?"
)
_WON = r"(?:中标|成交|中选|入选|得标)"
_PATTERNS: tuple[Frame, ...] = (
    (
        re.compile(
            rf"(?:^|(?<=[\s,。;:“”\"由])){_BEFORE}(?P<value>{NAMES}|{NAME})\s*(?:[(][^()]{{0,40}}[)])?"
            rf"(?:,?(?:综合|总|最终|评审)?(?:报价|得分|评分|排[名序])[^。;\n]{{1,24}},)?\s*(?:被?确定|选定)?为\s*"
            rf"(?:本(?:次|项目|标段|包|采购项目|工程)的?)?(?:[^,。;:\s]{{0,24}}的)?{_WON}(?:人|单位|供应商|方|"
            rf"商)(?!候选)"
        ),
        Meaning.SUPPLIER,
        None,
        ("中标", "成交", "中选", "入选", "得标"),
    ),
    (
        re.compile(
            rf"(?:^|(?<=[\s,。;:由])){_BEFORE}(?P<value>{NAME}(?:(?:和|与|、|及){NAME}){{1,4}})"
            rf"(?:共同)?组成的?联合体[^,。;\n]{{0,6}}{_WON}"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
        ("联合体",),
    ),
    (
        re.compile(
            rf"(?:^|(?<=[\s,。;:由])){_BEFORE}(?P<value>{NAME})\s*(?:[(][^()\n]{{0,60}}[)])?\s*"
            rf"(?:以[^,。;\n]{{2,40}})?{_WON}(?=[,。;\n]|$)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
        ("中标", "成交", "中选", "入选", "得标"),
    ),
    (
        re.compile(
            rf"(?<![原未])(?:中标|成交|中选)(?:供应商|人|单位)(?:为|是)?(?P<value>{NAME})(?=不变|保持不变|[,、。;\n]|$)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CORRECTION}),
        ("中标", "成交", "中选"),
    ),
    (
        re.compile(
            rf"(?:^|\n)\s*(?P<value>{NAME})\s*(?:于[^,。\n]{{6,20}})?参加了?[我本][^。\n]{{4,160}}?(?:被?确定为|"
            rf"经[^,。\n]{{1,12}})?{_WON}[,。]"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
        ("参加",),
    ),
    (
        re.compile(rf"(?<!获)判给予?\s*(?P<value>{NAME})"),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
        ("判给",),
    ),
    (
        re.compile(rf"(?:批出|批予|判给|授予)[^。\n]{{2,80}}?(?:予|给|与)\s*(?P<value>{NAME})"),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
        ("批出", "批予", "判给", "授予"),
    ),
    (
        re.compile(rf"(?:^|\n)\s*(?P<value>{OFFICE})\s*(?:[(][^()]{{1,8}}[)])?\s*于[^,。\n]{{6,18}}(?:批出|批予|判给)"),
        Meaning.BUYER,
        frozenset({Stage.AWARD}),
        ("批出", "批予", "判给"),
    ),
    (
        re.compile(
            rf"(?:由|交由|选定|委托){RANKED}[“\"]?(?P<value>{NAME})[”\"]?(?=(?:[^,。;\n]|(?<=\d),(?=\d)){{0,40}}?(?:{_WON}|"
            rf"承建|承担|承接|承揽|承办|承包|竞得))"
            r"(?![^,。;\n]{0,20}代理)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CORRECTION, None}),
        ("中标", "成交", "中选", "入选", "得标", "承建", "承担", "承接", "承揽", "承办", "承包", "竞得"),
    ),
    (
        re.compile(
            rf"(?:聘用|聘任|聘请|委聘|选聘|续聘|改聘)(?:了)?[“\"]?(?P<value>{NAME})[”\"]?(?=(?:作)?为|担任|承担|负责|提供)"
            r"(?![^,。;\n]{0,20}代理)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, None}),
        ("聘用", "聘任", "聘请", "委聘", "选聘", "续聘", "改聘"),
    ),
    (
        re.compile(
            rf"(?:以|按|用)[^,。;\n]{{2,30}}?(?:方式|程序)?(?:向|从|与|同|和)[“\"]?(?P<value>{NAME})[”\"]?"
            r"(?=直接|正式|共同)?(?:采购|购买|订购|签订|签约|订立|成交)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CONTRACT, None}),
        ("采购", "购买", "订购", "签订", "签约", "订立", "成交"),
    ),
    (
        re.compile(
            rf"(?:批准|核准|同意)[^。;\n]{{0,12}}?(?:与|同|和|向)[“\"]?(?P<value>{NAME})[”\"]?(?:订立|签订|"
            rf"签署|判给)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CONTRACT, None}),
        ("批准", "核准", "同意"),
    ),
    (
        re.compile(
            rf"(?:^|\n|[。;])\s*(?P<value>{OFFICE})(?:今[天日]|日前|近日|昨[天日]|现|"
            rf"于[^,。\n]{{4,12}})?(?:宣布|公布|宣告|通报|披露)"
        ),
        Meaning.BUYER,
        None,
        ("宣布", "公布", "宣告", "通报", "披露"),
    ),
    (
        re.compile(
            rf"(?:摘自|来源[:为]?|转自)\s*《?(?P<value>{OFFICE})(?=\d{{4}}年|[^,。\n]{{0,8}}(?:简报|工作|官网|"
            rf"网站))"
        ),
        Meaning.BUYER,
        None,
        ("摘自", "来源", "转自"),
    ),
    (
        re.compile(rf"(?:现将|就|将)(?P<value>{OFFICE})(?=\d{{4}}年[^。\n]{{0,20}}采购意向|[^,。\n]{{0,12}}采购意向)"),
        Meaning.BUYER,
        frozenset({Stage.PLAN}),
        ("采购意向",),
    ),
    (
        re.compile(
            rf"(?:交由|确定由|直接委托)[“\"]?(?P<value>{NAME})[”\"]?(?:负责)?(?:具体|组织)?(?:实施|供货|提供|建设|"
            rf"施工|维护|运维|服务)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, None}),
        ("交由", "确定由", "直接委托"),
    ),
    (
        re.compile(
            rf"由(?P<value>{NAME})(?:自主|独家)?(?:开发|研发|承建|建设|研制)[^。\n]{{0,80}}?(?:[向由与]其|该公司|"
            rf"该单位|该供应商)"
        ),
        Meaning.INTENDED,
        frozenset({Stage.SINGLE_SOURCE}),
        ("其", "该公司", "该单位", "该供应商"),
    ),
    (re.compile(rf"分包(?:给|予|至)\s*(?P<value>{NAME})"), Meaning.SUBCONTRACTOR, None, ("分包",)),
    (
        re.compile(
            rf"(?:向|从|与|由)\s*(?P<value>{NAME})\s*"
            rf"(?:进行|直接|定向|独家|(?:采用|以|通过)?单一来源(?:方式)?)?(?:采购|购买|订购|谈判|协商|提供|实施|承担|承建|"
            rf"签订)"
        ),
        Meaning.INTENDED,
        frozenset({Stage.SINGLE_SOURCE}),
        ("采购", "购买", "订购", "谈判", "协商", "提供", "实施", "承担", "承建", "签订"),
    ),
    (
        re.compile(rf"唯一(?:的)?供应商(?:为|是)\s*(?P<value>{NAME})"),
        Meaning.INTENDED,
        frozenset({Stage.SINGLE_SOURCE}),
        ("唯一",),
    ),
    (
        re.compile(
            rf"(?:^|\n)\s*(?P<value>{OFFICE})(?:[现兹谨](?:拟|就|对|将|决定|诚意?)?|拟|就|计划|决定|诚)\s*"
            r"(?:以|采用|采取|对|邀请?|委托|开展|采购|进行|向)"
        ),
        Meaning.BUYER,
        frozenset({Stage.SINGLE_SOURCE, Stage.TENDER, Stage.PLAN}),
        ("拟", "就", "计划", "决定", "诚", "现", "邀"),
    ),
    (
        re.compile(
            r"本(?:招标|采购|次招标|次采购)?项目\s*(?P<value>[^,。;:\n]{4,60}?)\s*(?:[(][^()\n]{0,20}[)])?\s*已(?:由|"
            r"经)"
        ),
        Meaning.TITLE,
        frozenset({Stage.TENDER}),
        ("已由", "已经"),
    ),
)
_ALL = tuple(
    (pattern, meaning, stages, words)
    for pattern, meaning, stages, words in (*_PATTERNS, *FRAMES, *REPORT_FRAMES, *BUYER_FRAMES)
)
_SENTENCES = re.compile(r"[^。\n]+(?::\n[^。\n]+)?[。\n]?")
"""Sentences, and lines; a line that ends with a colon goes on in the next."""
_ENDS = re.compile(r"公司|集团|[所院局厅委办部队处府馆会站署厂社行店室]|中心|大学|学院|学校|中学|小学")
_SHORTEST = 8
_LONGEST_SENTENCE = 1_500
_ADDRESSEE = re.compile(
    rf"(?:^|\n)[ \t]*(?:(?P<value>{NAME})\s*:\s*(?=\n|$)|"
    rf"(?:致|敬致)[ \t:]{{1,4}}(?P<named>{NAME})[ \t]*[:,]?\s*(?=\n|$))"
)
_ADDRESSED_OFFICE = re.compile(rf"(?:^|\n)[ \t]*(?P<value>{OFFICE})[ \t]*:[ \t]*(?=\n|$)")
_TO_BUYER = re.compile(r"受贵(?:[局院校厅署所处部队]|单位|公司|中心)(?:的)?委托")
"""What an agency writes to whom it buys for."""
_TO_AGENT = re.compile(
    r"[你贵](?:公司|单位|司|中心)(?:所?代理|组织|承办|受托)|请[你贵](?:公司|单位|司|中心)[^。;\n]{0,16}?(?:发布|发出|公示|公告|组织|办理)"
)
"""What is written to an agency and to nobody else."""
_LETTER_LINES = 700
_SELLERS = frozenset(
    {Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.INTENDED, Meaning.ADDRESSEE, Meaning.SUBCONTRACTOR}
)
_SETTLES = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER})
_SENTENCE = 90
"""Characters before a name in which a word of intent counts."""
_LED = re.compile(r"^.*(?:由|现将|将)(?=[^\s,。;:、]{4})")
"""Words before a name that a sentence leads to it with: A包（监控设备）由甲公司."""
_TOGETHER = re.compile(
    rf"(?:[(][^()\n]{{1,12}}[)])?(?:(?:以?及|与|和|、|偕同|会同|携手|联合){NAME}){{1,4}}"
    rf"(?:(?:共同|合资)?(?:组成|组建|合组)的?(?:联合体|合营(?:企业|公司|体)?|合作经营|联营(?:体|公司)?|共同体)|"
    rf"(?=(?:共同|联合)(?:得标|中标|中选|承[揽建接做办]|投标)))"
)
"""The other members of a group behind the first, and the word for a group."""
_LEAVES_TO = re.compile(r"[已拟]?[将把][^,。;\n]{0,40}?分包(?:给|予|至)")
"""What the winner leaves to another, behind its name."""
_OF_PRESS = re.compile(r"(?:[\[【][^\[\]【】\n]{1,12}[\]】]|[(][^()\n]{2,24}(?:电|讯|报道)[)]|[^\s,。:]{2,12}讯\s)\s?")
"""The paper or agency before the first sentence of a report."""
_OF_AGENT = re.compile(r"(?:政府)?采购(?:中心|网|办|管理|服务|云|平台|代理)|公共资源|招标(?:中心|代理)")
"""What follows an office in the name of who buys for it (江北县政府采购中心)."""
_AGENT = re.compile(r"招标|代理|咨询|采购中心|交易中心|拍卖|造价|监理|项目管理")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    piece: Piece
    meaning: Meaning
    lot: str | None = None


def prose_entries(sheets: Sequence[Sheet], stage: Stage | None, *, is_letter: bool, first: int) -> list[Entry]:
    """Return what sentences state, as entries numbered from `first`.

    Args:
        sheets: The document's pages.
        stage: Where the document stands; some sentences count at one stage only.
        is_letter: The document is a letter of award: the company it is addressed to has won.
        first: Order of the first entry returned.
    """
    found = [one for sheet in sheets[:_MOST_PAGES] for one in _in_sheet(sheet, stage)]
    if is_letter or any(_TO_AGENT.search(sheet.flat[:_LETTER_LINES]) for sheet in sheets[:1]):
        found += list(_addressee(sheets[:1], Meaning.ADDRESSEE if is_letter else Meaning.AGENCY))
    elif any(_TO_BUYER.search(sheet.flat[:_LETTER_LINES]) for sheet in sheets[:1]):
        found += [one for sheet in sheets[:1] for one in _addressed_office(sheet)]
    named = [one for one in found if one.meaning is Meaning.TITLE or find_names(one.piece)]
    return [
        Entry(meaning=one.meaning, label="", value=one.piece, order=first + at, lot=one.lot)
        for at, one in enumerate(_apart(named))
    ]


def _apart(found: Sequence[_Found]) -> list[_Found]:
    """Leave out what overlaps with an earlier find of the same kind: patterns stand in the order of what they prove."""
    kept: list[_Found] = []
    for one in found:
        of_seller = one.meaning in _SELLERS
        same = [other for other in kept if (other.meaning in _SELLERS) == of_seller]
        if not any(_overlap(one.piece, other.piece) for other in same):
            kept.append(one)
    return kept


def _overlap(one: Piece, other: Piece) -> bool:
    same_page = one.sheet.page.number == other.sheet.page.number
    return same_page and one.start < other.end and other.start < one.end


def _in_sheet(sheet: Sheet, stage: Stage | None) -> Iterator[_Found]:
    matches = _matches_of(sheet)
    for place, (_pattern, meaning, stages, _words) in enumerate(_ALL):
        if stages is not None and stage not in stages:
            continue
        for match in matches(place):
            found = _found(sheet, match, meaning, stage)
            if found is not None:
                yield found


@lru_cache(maxsize=8)
def _matches_of(sheet: Sheet) -> Callable[[int], list[re.Match[str]]]:
    """Return what finds a frame, by its place, in the sentences of a page; two passes ask for most of them."""
    windows = list(_windows(sheet.flat))
    starts = [start for start, _end in windows]

    @cache
    def holding(words: tuple[str, ...]) -> list[tuple[int, int]]:
        return _holding(sheet.flat, words, windows, starts) if windows else []

    @cache
    def matches(place: int) -> list[re.Match[str]]:
        pattern, _meaning, _stages, words = _ALL[place]
        held = windows if words is None else holding(words)
        return [match for start, end in held for match in pattern.finditer(sheet.flat, start, end)]

    return matches


def _windows(flat: str) -> Iterator[tuple[int, int]]:
    """Yield the sentences that may name a company or an office, each with the break before it."""
    for match in _SENTENCES.finditer(flat):
        start, end = match.span()
        if end - start >= _SHORTEST and _ENDS.search(flat, start, end):
            yield max(0, start - 1), min(end, start + _LONGEST_SENTENCE)


def _holding(
    flat: str, words: Sequence[str], windows: Sequence[tuple[int, int]], starts: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the windows in which one of the words stands."""
    held: set[int] = set()
    for word in words:
        place = flat.find(word)
        while place >= 0:
            at = bisect_right(starts, place) - 1
            if at >= 0 and place < windows[at][1]:
                held.add(at)
            place = flat.find(word, place + 1)
    return [windows[at] for at in sorted(held)]


def _found(sheet: Sheet, match: re.Match[str], meaning: Meaning, stage: Stage | None) -> _Found | None:
    piece = Piece(sheet=sheet, start=match.start("value"), end=match.end("value"))
    if meaning is Meaning.BUYER and (
        piece.flat.startswith(("向", "从")) or _AGENT.search(piece.flat) or _OF_AGENT.match(sheet.flat, piece.end)
    ):
        return None
    if meaning is Meaning.SUBCONTRACTOR and not is_left_in_chinese(sheet.flat, piece.start, piece.end):
        return None
    press = _OF_PRESS.match(piece.flat) if meaning is Meaning.BUYER else None
    piece = piece.part(press.end(), len(piece.flat)) if press is not None else piece
    leaves = _LEAVES_TO.search(piece.flat) if meaning in _SETTLES else None
    piece = piece.part(0, leaves.start()) if leaves is not None else piece
    together = _TOGETHER.match(sheet.flat, piece.end) if meaning in _SELLERS else None
    if together is not None:
        piece = Piece(sheet=sheet, start=piece.start, end=together.end())
    led = _LED.match(piece.flat) if meaning is Meaning.SUPPLIER else None
    if led is not None and find_names(piece.part(led.end(), len(piece.flat))):
        piece = piece.part(led.end(), len(piece.flat))
    told = meaning
    if stage is None and meaning in _SETTLES and INTENT.search(sheet.flat[: piece.start][-_SENTENCE:]):
        if meaning is not Meaning.SUPPLIER:
            return None
        told = Meaning.INTENDED
    return _Found(piece=piece, meaning=told, lot=lot_of_sentence(sheet, match.start("value"), piece.start))


def _addressee(sheets: Sequence[Sheet], meaning: Meaning) -> Iterator[_Found]:
    """Yield the company a letter is addressed to, alone on its line: who has won, or the agency that is to act."""
    for sheet in sheets:
        match = _ADDRESSEE.search(sheet.flat[:_LETTER_LINES])
        if match is not None and (meaning is not Meaning.AGENCY or _AGENT.search(match[0])):
            start, end = match.span("value" if match["value"] is not None else "named")
            yield _Found(piece=Piece(sheet=sheet, start=start, end=end), meaning=meaning)


def _addressed_office(sheet: Sheet) -> Iterator[_Found]:
    """Yield the office that an agency writes to: it buys."""
    match = _ADDRESSED_OFFICE.search(sheet.flat[:_LETTER_LINES])
    if match is not None and not _AGENT.search(match["value"]):
        yield _Found(
            piece=Piece(sheet=sheet, start=match.start("value"), end=match.end("value")), meaning=Meaning.BUYER
        )
