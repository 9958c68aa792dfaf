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
from tenderlight.facts.names import find_names
from tenderlight.facts.vocabulary import Meaning
from tenderlight.model.statement import Stage

_MOST_PAGES = 5
_NAME = (
    r"[^\s,。;:、“”\"]{4,40}?"
    r"(?:公司|集团|事务所|研究院|研究所|设计院|中心|大学|学院|协会|合作社|经营部|商行|厂|社)(?:[(][^()]{1,12}[)])?"
)
_OFFICE = (
    r"[^\s,。;:、“”\"《》]{3,40}?"
    r"(?:[局厅委办院部队所处府馆会站署]|中心|学校|大学|中学|小学|银行|公司|集团)"
)
_BEFORE = r"(?:[^,。;:\s]{0,4}?(?:确定|推荐|选定|评定|同意|决定|授予|宣布|公布|现由|兹定)[了由]?)?"
_WON = r"(?:中标|成交|中选|入选|得标)"
_PATTERNS: tuple[tuple[re.Pattern[str], Meaning, frozenset[Stage] | None], ...] = (
    (
        re.compile(
            rf"(?:^|(?<=[\s,。;:“”\"由])){_BEFORE}(?P<value>{_NAME})\s*(?:[(][^()]{{0,40}}[)])?"
            rf"(?:,报价[^。;\n]{{1,24}},)?\s*(?:被?确定|选定)?为\s*"
            rf"(?:本(?:次|项目|标段|包|采购项目|工程)的?)?(?:[^,。;:\s]{{0,6}}的)?{_WON}(?:人|单位|供应商|方|商)(?!候选)"
        ),
        Meaning.SUPPLIER,
        None,
    ),
    (
        re.compile(
            rf"(?:^|(?<=[\s,。;:由])){_BEFORE}(?P<value>{_NAME}(?:(?:和|与|、|及){_NAME}){{1,4}})"
            rf"(?:共同)?组成的?联合体[^,。;\n]{{0,6}}{_WON}"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(
            rf"(?:^|(?<=[\s,。;:由])){_BEFORE}(?P<value>{_NAME})\s*(?:[(][^()\n]{{0,60}}[)])?\s*"
            rf"(?:以[^,。;\n]{{2,40}})?{_WON}(?=[,。;\n]|$)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(
            rf"(?<![原未])(?:中标|成交|中选)(?:供应商|人|单位)(?:为|是)?(?P<value>{_NAME})(?=不变|保持不变|[,。;\n]|$)"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD, Stage.CORRECTION}),
    ),
    (
        re.compile(
            rf"(?:^|\n)\s*(?P<value>{_NAME})\s*(?:于[^,。\n]{{6,20}})?参加了?[我本][^。\n]{{4,160}}?(?:被?确定为|经[^,。\n]{{1,12}})?{_WON}[,。]"
        ),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(rf"(?<!获)判给\s*(?P<value>{_NAME})"),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(rf"(?:批出|批予|判给|授予)[^。\n]{{2,80}}?(?:予|给|与)\s*(?P<value>{_NAME})"),
        Meaning.SUPPLIER,
        frozenset({Stage.AWARD}),
    ),
    (
        re.compile(
            rf"(?:^|\n)\s*(?P<value>{_OFFICE})\s*(?:[(][^()]{{1,8}}[)])?\s*于[^,。\n]{{6,18}}(?:批出|批予|判给)"
        ),
        Meaning.BUYER,
        frozenset({Stage.AWARD}),
    ),
    (re.compile(rf"分包(?:给|予|至)\s*(?P<value>{_NAME})"), Meaning.SUBCONTRACTOR, None),
    (
        re.compile(
            rf"(?:向|从|与|由)\s*(?P<value>{_NAME})\s*(?:进行|直接)?(?:采购|购买|订购|谈判|协商|提供|实施|承担|承建|签订)"
        ),
        Meaning.INTENDED,
        frozenset({Stage.SINGLE_SOURCE}),
    ),
    (
        re.compile(rf"唯一(?:的)?供应商(?:为|是)\s*(?P<value>{_NAME})"),
        Meaning.INTENDED,
        frozenset({Stage.SINGLE_SOURCE}),
    ),
    (
        re.compile(
            rf"(?:^|\n)\s*(?P<value>{_OFFICE})(?:现(?:拟|就|对|将|决定)?|拟|就|计划|决定|诚)\s*"
            r"(?:以|采用|采取|对|邀请|委托|开展|采购|进行|向)"
        ),
        Meaning.BUYER,
        frozenset({Stage.SINGLE_SOURCE, Stage.TENDER, Stage.PLAN}),
    ),
    (
        re.compile(
            r"本(?:招标|采购|次招标|次采购)?项目\s*(?P<value>[^,。;:\n]{4,60}?)\s*(?:[(][^()\n]{0,20}[)])?\s*已(?:由|经)"
        ),
        Meaning.TITLE,
        frozenset({Stage.TENDER}),
    ),
)
_ADDRESSEE = re.compile(rf"(?:^|\n)[ \t]*(?P<value>{_NAME})\s*:\s*(?=\n|$)")
_LETTER_LINES = 700
_AGENT = re.compile(r"招标|代理|咨询|采购中心|交易中心|拍卖|造价|监理|项目管理")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    piece: Piece
    meaning: Meaning


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
    return [
        Entry(meaning=one.meaning, label="", value=one.piece, order=first + at)
        for at, one in enumerate(found)
        if one.meaning is Meaning.TITLE or find_names(one.piece)
    ]


def _in_sheet(sheet: Sheet, stage: Stage | None) -> Iterator[_Found]:
    for pattern, meaning, stages in _PATTERNS:
        if stages is not None and stage not in stages:
            continue
        for match in pattern.finditer(sheet.flat):
            piece = Piece(sheet=sheet, start=match.start("value"), end=match.end("value"))
            if meaning is Meaning.BUYER and _AGENT.search(piece.flat):
                continue
            yield _Found(piece=piece, meaning=meaning)


def _addressee(sheets: Sequence[Sheet]) -> Iterator[_Found]:
    """Yield the company a letter of award is addressed to: alone on its line, before a colon."""
    for sheet in sheets:
        match = _ADDRESSEE.search(sheet.flat[:_LETTER_LINES])
        if match is not None:
            yield _Found(
                piece=Piece(sheet=sheet, start=match.start("value"), end=match.end("value")), meaning=Meaning.ADDRESSEE
            )
