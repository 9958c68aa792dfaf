"""Goods that a Chinese document only counts: "采购内容：声纹终端 12套"; "项次1 搜索雷达2套 得标厂商：…".

This is the last way to Chinese goods: it is taken where no table, label or sentence with a price or model tells any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tenderlight.facts.goods.chinese_sentences import UNITS, Thing, things_in
from tenderlight.facts.goods.led_lists import MOST_BEFORE, OLD, PLACE
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.scripts import HAN_CLASS, has_han
from tenderlight.model.statement import Stage

_PAGES, _LONGEST_PAGE = 3, 12_000
_MOST = 60
_FEWEST_ROWS = 2
_NONE = frozenset({None, Stage.CANCELLATION, Stage.CANDIDATE})
_ROW = re.compile(
    rf"(?m)^[ \t]{{0,6}}(?:(?:项次|项目|品项|标的|第)\s?[一二三四五六七八九十\d]{{1,2}}项?\s?[、.:)]?[ ]{{1,4}}|"
    rf"\d{{1,2}}[.、)][ ]?)"
    rf"(?P<goods>[^\n:;,。\d][^\n:;,。¥$]{{1,50}}?\d{{1,6}}\s?[{UNITS}])(?=[ ]*$|[ ,;。](?P<rest>[^\n]{{0,120}}))"
)
"""A numbered line that begins with goods and how many."""
_BEHIND = re.compile(r"(?:得标|决标|中标|成交|预算|无法|未|流标|废标|供应商|厂商|承办|估算|底价|合约|价格|交货)")
"""What a line of goods goes on to say: who won them, or for how much."""
_LABEL = re.compile(
    r"(?m)^[ \t]{0,6}(?:[一二三四五六七八九十\d]{1,2}[、.)][ ]?|[(][一二三四五六七八九十\d]{1,2}[)][ ]?)?"
    r"(?:拟?(?:采购|招标|供货|购置|采购项目)的?(?:货物|设备|服务|标的)?(?:或服务)?的?(?:内容|需求|标的|说明|概况|范围|数量|清单|明细)"
    r"(?:概况|概要|及数量|说明)?|采购需求概况|数量(?:[ ](?:quantity|qty))?|采购事项|标的)[ ]?:[ ]{0,4}"
)
"""What is bought or how many, at the beginning of a line."""
_ADDED = re.compile(r"(?:新增|增加|增购|添购|添置|加装|购置|增配|加购)(?:了|以下)?(?=[^\d。;:\n]{2,40}\d)")
_WORKS = re.compile(r"(?:站|点|室|馆|楼|厅|段|所|亭|岗|工程|培训|方案|项目)$")
"""Names of places and works, which are no goods wherever they stand."""
_ASKING = frozenset({Stage.TENDER, Stage.PLAN})
_LOT_LINE = re.compile(
    r"(?m)^[ \t]{0,6}(?:第?[一二三四五六七八九十\d]{1,2}(?:分包|标段|标项|包|标)|"
    r"(?:采购包|合同包|分包|标段|标项|包组|包别|包)[ ]?[一二三四五六七八九十\da-z]{1,2})[ ]?:[ ]?"
    r"(?P<goods>[^\n:]{2,200}\d[^\n:]{1,60})$"
)
"""A line of an invitation that lists what a lot holds."""
_LOT_PAIRS = re.compile(
    r"标项名称[ ]?:[ ]?(?P<name>[^\n:;,。]{2,30}?)[ ]{1,4}"
    r"数量[ ]?:[ ]?(?P<number>\d{1,5})(?=[ ]{1,4}(?:预算|最高|简要|单位|备注))"
)
"""The name of a lot and how many of it there are, in the forms of invitations."""
_LISTED = re.compile(r"[^;。\n]{2,300}")
_APART = re.compile(
    rf"(?P<name>[{HAN_CLASS}a-z]{{3,24}})[,、]\s?(?P<count>\d{{1,6}}\s?(?:[{UNITS}路户席]|用户|点位|通道))"
    r"(?=[ ]*(?:$|[;。\n]))"
)
"""A name and behind a comma how many: 路数授权，200路."""


def counted_things(notice: Notice) -> list[tuple[Thing, str | None]]:
    """Return the goods of the first way that finds any: numbered lines, labels of what is bought, what is added."""
    if notice.stage in _NONE:
        return []
    ways = (_rows, _labelled, _added) if notice.stage not in _ASKING else (_rows, _labelled, _added, _of_lots)
    for way in ways:
        things = [thing for sheet in notice.sheets[:_PAGES] for thing in way(sheet)]
        if things and not _is_batch(things):
            return [(thing, None) for thing in things[:_MOST]]
    return []


def _of_lots(sheet: Sheet) -> Iterator[Thing]:
    """Yield the goods of an invitation that stand behind the names of lots, one a line: 包别1：甲1套、乙4台."""
    flat = sheet.flat[:_LONGEST_PAGE]
    for line in _LOT_LINE.finditer(flat):
        things = things_in(Piece(sheet=sheet, start=line.start("goods"), end=line.end()).stripped(" ,、;"))
        if things and not any(PLACE.search(one.name) for one in things):
            yield from things
    for line in _LOT_PAIRS.finditer(flat):
        name = Piece(sheet=sheet, start=line.start("name"), end=line.end("name"))
        if not PLACE.search(name.flat) and int(line["number"]) > 1:
            yield Thing(name=name.text, piece=name, quantity=Decimal(line["number"]), unit="")


def _is_batch(things: list[Thing]) -> bool:
    """Say whether all that is counted is "a batch" (安全设备一批), which tells neither things nor a number."""
    return len(things) == 1 and things[0].unit == "批" and things[0].quantity == 1


def _rows(sheet: Sheet) -> list[Thing]:
    """Return the goods of numbered lines, two at least, each of which counts one thing and says who won it at most."""
    found: list[Thing] = []
    for row in _ROW.finditer(sheet.flat[:_LONGEST_PAGE]):
        if row["rest"] and not _BEHIND.match(row["rest"].lstrip()):
            continue
        things = things_in(Piece(sheet=sheet, start=row.start("goods"), end=row.end("goods")))
        if len(things) == 1 and not _WORKS.search(things[0].name):
            found += things
    return found if len(found) >= _FEWEST_ROWS else []


def _labelled(sheet: Sheet) -> Iterator[Thing]:
    """Yield the goods that stand right behind a label of what is bought, up to the first clause that is none."""
    for label in _LABEL.finditer(sheet.flat[:_LONGEST_PAGE]):
        end = sheet.flat.find("\n", label.end())
        value = Piece(sheet=sheet, start=label.end(), end=end if end >= 0 else len(sheet.flat))
        apart = _APART.match(value.flat)
        if apart is not None and has_han(apart["name"]):
            yield from _of_two(value, apart)
            return
        things = _clauses(value)
        if things:
            yield from things
            return


def _of_two(value: Piece, apart: re.Match[str]) -> Iterator[Thing]:
    """Yield the thing whose name and number a comma sets apart."""
    name = value.part(*apart.span("name"))
    counted = value.text[slice(*apart.span("count"))]
    number = re.match(r"\d+", counted)
    if number is not None and not PLACE.search(name.flat):
        yield Thing(name=name.text, piece=name, quantity=Decimal(number[0]), unit=counted[number.end() :].strip())


def _clauses(value: Piece) -> list[Thing]:
    """Return the goods of the first clauses; services and systems count beside other goods alone."""
    found: list[Thing] = []
    for clause in _LISTED.finditer(value.flat):
        things = things_in(value.part(*clause.span()).stripped(" ,、"))
        if not things or any(_WORKS.search(one.name) for one in things):
            break
        found += things
    return found if any(not PLACE.search(one.name) for one in found) else []


def _added(sheet: Sheet) -> Iterator[Thing]:
    """Yield the goods that a sentence adds: 新增声纹识别模块1套."""
    for verb in _ADDED.finditer(sheet.flat[:_LONGEST_PAGE]):
        if OLD.search(sheet.flat, max(0, verb.start() - MOST_BEFORE), verb.start()):
            continue
        clause = _LISTED.match(sheet.flat, verb.end())
        piece = Piece(sheet=sheet, start=verb.end(), end=clause.end()) if clause is not None else None
        things = things_in(piece.stripped(" ,、")) if piece is not None else []
        if things and not any(PLACE.search(one.name) for one in things):
            yield from things
            return
