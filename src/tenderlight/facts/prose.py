"""What running text states without labels: who wins, who is asked, who invites, who does a part of the work.

Chinese notices have sentences of few shapes for it ("确定甲公司为成交供应商"). What is found becomes entries like those
of labels, behind all others, so that a label always comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenderlight.facts.entries import Entry
from tenderlight.facts.layout import Piece, Sheet
from tenderlight.facts.lots import lot_of_sentence
from tenderlight.facts.names import find_names
from tenderlight.facts.prose_frames import FRAMES, INTENT, NAME, OFFICE, Frame
from tenderlight.facts.vocabulary import Meaning
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
            rf"(?:^|(?<=[\s,。;:“”\"由])){_BEFORE}(?P<value>{NAME})\s*(?:[(][^()]{{0,40}}[)])?"
            rf"(?:,报价[^。;\n]{{1,24}},)?\s*(?:被?确定|选定)?为\s*"
            rf"(?:本(?:次|项目|标段|包|采购项目|工程)的?)?(?:[^,。;:\s]{{0,6}}的)?{_WON}(?:人|单位|供应商|方|"
            rf"商)(?!候选)"
        ),
        Meaning.SUPPLIER,
        None,
    ),
    (
        re.compile(
            rf"(?:^|(?<=[\s,。;:由])){_BEFORE}(?P<value>{NAME}(?:(?:和|与|、|及){NAME}){{1,4}})"
            rf"(?:共同)?组成的?联合体[^,。;\n]{{0,6}}{_WON}"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(
            rf"(?:^|(?<=[\s,。;:由])){_BEFORE}(?P<value>{NAME})\s*(?:[(][^()\n]{{0,60}}[)])?\s*"
            rf"(?:以[^,。;\n]{{2,40}})?{_WON}(?=[,。;\n]|$)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(
            rf"(?<![原未])(?:中标|成交|中选)(?:供应商|人|单位)(?:为|是)?(?P<value>{NAME})(?=不变|保持不变|[,。;\n]|$)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CORRECTION}),
    ),
    (
        re.compile(
            rf"(?:^|\n)\s*(?P<value>{NAME})\s*(?:于[^,。\n]{{6,20}})?参加了?[我本][^。\n]{{4,160}}?(?:被?确定为|"
            rf"经[^,。\n]{{1,12}})?{_WON}[,。]"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(rf"(?<!获)判给\s*(?P<value>{NAME})"),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(rf"(?:批出|批予|判给|授予)[^。\n]{{2,80}}?(?:予|给|与)\s*(?P<value>{NAME})"),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(rf"(?:^|\n)\s*(?P<value>{OFFICE})\s*(?:[(][^()]{{1,8}}[)])?\s*于[^,。\n]{{6,18}}(?:批出|批予|判给)"),
        Meaning.BUYER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(
            rf"(?:由|交由|选定|委托)[“\"]?(?P<value>{NAME})[”\"]?(?=(?:[^,。;\n]|(?<=\d),(?=\d)){{0,40}}?(?:{_WON}|"
            rf"承建|承担|承接|承揽|承办|承包|竞得))"
            r"(?![^,。;\n]{0,20}代理)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CORRECTION, None}),
    ),
    (
        re.compile(
            rf"(?:以|按|用)[^,。;\n]{{2,30}}?(?:方式|程序)?(?:向|从|与|同|和)[“\"]?(?P<value>{NAME})[”\"]?"
            r"(?=直接|正式|共同)?(?:采购|购买|订购|签订|签约|订立|成交)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CONTRACT, None}),
    ),
    (
        re.compile(
            rf"(?:批准|核准|同意)[^。;\n]{{0,12}}?(?:与|同|和|向)[“\"]?(?P<value>{NAME})[”\"]?(?:订立|签订|"
            rf"签署|判给)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CONTRACT, None}),
    ),
    (
        re.compile(
            rf"(?:^|\n|[。;])\s*(?P<value>{OFFICE})(?:今[天日]|日前|近日|昨[天日]|现|"
            rf"于[^,。\n]{{4,12}})?(?:宣布|公布|宣告|通报|披露)"
        ),
        Meaning.BUYER,
        None,
    ),
    (
        re.compile(
            rf"(?:摘自|来源[:为]?|转自)\s*《?(?P<value>{OFFICE})(?=\d{{4}}年|[^,。\n]{{0,8}}(?:简报|工作|官网|"
            rf"网站))"
        ),
        Meaning.BUYER,
        None,
    ),
    (
        re.compile(rf"(?:现将|就|将)(?P<value>{OFFICE})(?=\d{{4}}年[^。\n]{{0,20}}采购意向|[^,。\n]{{0,12}}采购意向)"),
        Meaning.BUYER,
        frozenset({Stage.PLAN}),
    ),
    (
        re.compile(
            rf"(?:交由|确定由|直接委托)[“\"]?(?P<value>{NAME})[”\"]?(?:负责)?(?:具体|组织)?(?:实施|供货|提供|建设|"
            rf"施工|维护|运维|服务)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, None}),
    ),
    (
        re.compile(
            rf"由(?P<value>{NAME})(?:自主|独家)?(?:开发|研发|承建|建设|研制)[^。\n]{{0,80}}?(?:[向由与]其|该公司|"
            rf"该单位|该供应商)"
        ),
        Meaning.INTENDED,
        frozenset({Stage.SINGLE_SOURCE}),
    ),
    (re.compile(rf"分包(?:给|予|至)\s*(?P<value>{NAME})"), Meaning.SUBCONTRACTOR, None),
    (
        re.compile(
            rf"(?:向|从|与|由)\s*(?P<value>{NAME})\s*(?:进行|直接)?(?:采购|购买|订购|谈判|协商|提供|实施|承担|承建|"
            rf"签订)"
        ),
        Meaning.INTENDED,
        frozenset({Stage.SINGLE_SOURCE}),
    ),
    (
        re.compile(rf"唯一(?:的)?供应商(?:为|是)\s*(?P<value>{NAME})"),
        Meaning.INTENDED,
        frozenset({Stage.SINGLE_SOURCE}),
    ),
    (
        re.compile(
            rf"(?:^|\n)\s*(?P<value>{OFFICE})(?:现(?:拟|就|对|将|决定)?|拟|就|计划|决定|诚)\s*"
            r"(?:以|采用|采取|对|邀请|委托|开展|采购|进行|向)"
        ),
        Meaning.BUYER,
        frozenset({Stage.SINGLE_SOURCE, Stage.TENDER, Stage.PLAN}),
    ),
    (
        re.compile(
            r"本(?:招标|采购|次招标|次采购)?项目\s*(?P<value>[^,。;:\n]{4,60}?)\s*(?:[(][^()\n]{0,20}[)])?\s*已(?:由|"
            r"经)"
        ),
        Meaning.TITLE,
        frozenset({Stage.TENDER}),
    ),
)
_ADDRESSEE = re.compile(rf"(?:^|\n)[ \t]*(?P<value>{NAME})\s*:\s*(?=\n|$)")
_LETTER_LINES = 700
_SETTLES = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER})
_SENTENCE = 90
"""Characters before a name in which a word of intent counts."""
_LED = re.compile(r"^.*(?:由|现将|将)(?=[^\s,。;:、]{4})")
"""Words before a name that a sentence leads to it with: A包（监控设备）由甲公司."""
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
    if is_letter:
        found += list(_addressee(sheets[:1]))
    named = [one for one in found if one.meaning is Meaning.TITLE or find_names(one.piece)]
    return [
        Entry(meaning=one.meaning, label="", value=one.piece, order=first + at, lot=one.lot)
        for at, one in enumerate(_longest(named))
    ]


def _longest(found: Sequence[_Found]) -> list[_Found]:
    """Leave out what is a part of a longer find, and what has been found before."""
    kept: list[_Found] = []
    for at, one in enumerate(found):
        within = [other for other in found if other is not one and _holds(other.piece, one.piece)]
        longer = any(other.piece.end - other.piece.start > one.piece.end - one.piece.start for other in within)
        if not longer and not any(_holds(other.piece, one.piece) for other in found[:at]):
            kept.append(one)
    return kept


def _holds(outer: Piece, inner: Piece) -> bool:
    same_page = outer.sheet.page.number == inner.sheet.page.number
    return same_page and outer.start <= inner.start and inner.end <= outer.end


def _in_sheet(sheet: Sheet, stage: Stage | None) -> Iterator[_Found]:
    for pattern, meaning, stages in (*_PATTERNS, *FRAMES):
        if stages is not None and stage not in stages:
            continue
        for match in pattern.finditer(sheet.flat):
            piece = Piece(sheet=sheet, start=match.start("value"), end=match.end("value"))
            if meaning is Meaning.BUYER and (_AGENT.search(piece.flat) or _OF_AGENT.match(sheet.flat, piece.end)):
                continue
            led = _LED.match(piece.flat) if meaning is Meaning.SUPPLIER else None
            if led is not None and find_names(piece.part(led.end(), len(piece.flat))):
                piece = piece.part(led.end(), len(piece.flat))
            told = meaning
            if stage is None and meaning in _SETTLES and INTENT.search(sheet.flat[: piece.start][-_SENTENCE:]):
                if meaning is not Meaning.SUPPLIER:
                    continue
                told = Meaning.INTENDED
            yield _Found(piece=piece, meaning=told, lot=lot_of_sentence(sheet, match.start("value"), piece.start))


def _addressee(sheets: Sequence[Sheet]) -> Iterator[_Found]:
    """Yield the company a letter of award is addressed to: alone on its line, before a colon."""
    for sheet in sheets:
        match = _ADDRESSEE.search(sheet.flat[:_LETTER_LINES])
        if match is not None:
            yield _Found(
                piece=Piece(sheet=sheet, start=match.start("value"), end=match.end("value")), meaning=Meaning.ADDRESSEE
            )
