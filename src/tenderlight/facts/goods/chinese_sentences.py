"""Goods in Chinese sentences: "信号控制机 LH-300 28套 39,500元/套；显示屏（路衡 LH-40，96块，6,400元/块）".

A stretch of text is read as a list of goods only if each of its parts is one: a name, how many, and perhaps brand,
model and price of one. What is built or rebuilt is no goods.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.facts.goods.packed_lines import lists_goods
from tenderlight.facts.goods.words import CAPITALS
from tenderlight.facts.names.in_values import clean_name
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts, read_number
from tenderlight.languages.numerals import read_numeral
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.statement import Stage

UNITS = "双式台套个部只颗辆架把张块件批项组副支顶樘箱盒瓶条根面座本卷盏艘枚份对袋桶具床幅扇款棵匹"
ADDED_UP = rf"(?:(?<![{HAN_CLASS}])|(?<=[{UNITS}合总共小]))"
"""Before 计 and 共 where they lead to a sum or number: behind a unit or a sign, not at the end of a name (流量计)."""
UNIT = rf"(?:席位|点位|平方米|平米|㎡|延米|公里|公斤|千克|片(?![式区])|节(?!点)|路(?=$|[\s,;、。)])|挂|筒|册|[{UNITS}])"
_COUNT = (
    rf"(?P<number>\d[\d,]{{0,8}}(?:\.\d{{1,2}})?|[一二三四五六七八九十两]{{1,3}})\s*[(]?"
    rf"(?P<unit>{UNIT})[)]?"
)
_COUNT_END = re.compile(
    rf"(?:(?:[×*]|(?<![a-z\d-])x)\s*|(?:数量|{ADDED_UP}(?:共计?|计))\s*[:为]?\s*|(?<=[^\d.])|^){_COUNT}$"
)
_COUNT_ONLY = re.compile(rf"(?:数量|共计?|计)?\s*[:为]?\s*{_COUNT}")
_MODEL = r"(?=[a-z0-9/+.-]*\d)(?=[a-z0-9/+.-]*[a-z])[a-z0-9][a-z0-9/+.-]{1,30}"
_MODEL_END = re.compile(rf"\s+(?:型号\s*:?\s*)?(?P<model>{_MODEL})$")
_BRAND_MODEL = re.compile(
    rf"(?:型号|规格型号)\s*:?\s*(?P<alone>{_MODEL})|(?P<bare>{_MODEL})|"
    rf"(?:品牌\s*:?\s*)?(?P<brand>[{HAN_CLASS}]{{2,8}}?)(?:牌)?\s*(?:型号\s*:?\s*)?(?P<model>{_MODEL})"
)
_EACH = re.compile(rf"单价|每[{UNITS}]|/\s*[{UNITS}]")
_SUM = re.compile(r"\s*(?:小计|合计|共计|总价|金额|计)\s*[:为]?\s*[¥\d]")
_VERB = re.compile(r"^(?:其中|另|新?增加?|添置|购买|采购|购置|供应|提供|配备|和|与|及|含|包括|拟采购)+\s*[:]?")
_BUILT = re.compile(
    r"^(?:新建|改造|建设|安装|扩容|增设|改建|扩建|升级(?!服务|模块|组件|套件|包)|维修|租赁)|点位|路段|监控点|检测点"
)
_REST = re.compile(r"\s*(?:其[余他]|等|以及|[^;。]{0,12}?(?:详见|具体见|详情见|见附件|见下表))[^;。]*$")
_DETAIL_NEXT = re.compile(r"\s*(?:单价|数量|共计?\d|品牌|型号|规格)")
"""What a colon behind the name of goods leads to."""
_VERDICT = re.compile(r"[^;。\d]{0,30}(?:一致|相符|合格|齐全|完好|验收)")
"""What is found of the goods behind their list, when they are accepted."""
_ASPECT = re.compile(r"(?:型号|规格|数量|品牌|外观|质量|性能|配置|参数)+")
"""What of the goods is found to agree, before the verdict: 型号、数量与合同一致."""
_LATIN_BRAND = re.compile(rf"(?<=[{HAN_CLASS}])\s+(?P<brand>[A-Z][A-Za-z]{{2,15}})$")
"""A brand in Latin letters between the name of a thing and its model."""
_BRACKET = re.compile(r"[(](?P<inside>[^()]*)[)]\s*$")
KIND = re.compile(
    rf"(?![含附带配]|不含|内含|内置|品牌|型号)(?:[单双三四多全半][{HAN_CLASS}]{{1,3}}|[{HAN_CLASS}]{{5,12}}|[{HAN_CLASS}]{{1,8}}[型式版款级区用层门头色类器环驱]|"
    r"\d{1,3}(?:\.\d)?(?:英?寸|米|吨|人座?|座|口))"
)
"""Which kind of thing brackets behind a name say it is: part of the name."""
_JOINT = re.compile(rf"[{UNITS}][和及与][{HAN_CLASS}a-z]{{2}}")
"""A word that joins the last of a list to the one before it, behind its unit."""
_ITEM_NUMBER = re.compile(r"[(]?\d{1,2}[).]?")
_OWN_NUMBER = re.compile(rf"(?:[(]?\d{{1,2}}[).]|[(][一二三四五六七八九十]{{1,2}}[)])[\s、]*(?=[{HAN_CLASS}A-Za-z])")
_BARE_NAME = re.compile(
    rf"(?!.*(?:公司|供应商|方式|同意|确定|供货|采购|组织|按照|共计|合格|验收|付款|支付|签订|日内|应当|"
    rf"不得|负责))[{HAN_CLASS}a-z][{HAN_CLASS}a-z\d()/.-]{{1,29}}"
)
"""A name whose number comes behind brand, model or price."""
_TELLS_WHO = re.compile(r"公司|供应商|交付|供货|同意|确定|方式")
"""Words of who delivers what: no part of the name of goods."""
_LABELLED = re.compile(
    r"(?:品牌|厂牌)\s*[:为]?\s*(?P<brand>[^\s:]{1,16})|"
    r"(?:规格型号|型号规格|型号|规格|款式)\s*[:为]?\s*(?P<model>[^\s:][^:]{0,30})"
)
_BOTH = re.compile(r"品牌(?:及|和|与|/|、)?(?:规格)?型号\s*[:为]?\s*(?P<rest>\S.*)")
_CAPITALS = re.compile(CAPITALS)
_NEEDS = frozenset({"需求", "采购数量", "采购清单", "供货内容", "采购货物"})
_ASKING = frozenset({Stage.TENDER, Stage.PLAN, Stage.SINGLE_SOURCE})
_NO_GOODS = re.compile(r"(?:项目|工程|服务|建设|改造|维保|维护|运维|租赁|升级|扩容|采购|购置|系统|平台|培训|方案)$")
"""Names of what is built or done: no goods where nothing stands beside them."""
_LONGEST_NAME = 40
_LONGEST = 600
_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One of the goods that a sentence lists."""

    name: str
    piece: Piece
    quantity: Decimal | None
    """None = named, and its number has not come yet."""
    unit: str
    brand: str | None = None
    model: str | None = None
    unit_price: Decimal | None = None
    currency: str | None = None


def things_of(notice: Notice) -> Iterator[tuple[Thing, str | None]]:
    """Yield the goods that stand beside labels of needs or numbers, each with its lot."""
    for entry in (*notice.of(Meaning.OTHER), *notice.of(Meaning.ITEM_QUANTITY)):
        if entry.row is None and entry.meaning is Meaning.OTHER and entry.label in _NEEDS:
            yield from ((thing, entry.lot) for thing in things_in(entry.value))
        elif entry.row is None and notice.stage in _ASKING and entry.meaning is Meaning.ITEM_QUANTITY:
            things = things_in(entry.value)
            yield from ((thing, entry.lot) for thing in things if len(things) > 1)
        elif entry.row is None and notice.stage in _ASKING and lists_goods(entry.label):
            things = things_in(entry.value)
            if len(things) > 1 or (things and not _NO_GOODS.search(things[0].name)):
                yield from ((thing, entry.lot) for thing in things)


def things_in(value: Piece) -> list[Thing]:
    """Return the goods that a stretch of text lists; none unless all of it is such a list."""
    if len(value.flat) > _LONGEST:
        return []
    found: list[Thing] = []
    for whole in _parts(value):
        own = _OWN_NUMBER.match(whole.flat)
        part = whole.part(own.end() if own else 0, len(whole.flat))
        text = part.flat.strip()
        if (
            not text
            or _ITEM_NUMBER.fullmatch(text)
            or _REST.fullmatch(text)
            or (found and (_SUM.match(text) or _VERDICT.fullmatch(text) or _ASPECT.fullmatch(text)))
        ):
            continue
        is_open = bool(found) and found[-1].quantity is None
        details = _details(text, part, found[-1]) if is_open else None
        thing = _thing(part) if details is None and not is_open else None
        if details is None and thing is None:
            details = _details(text, part, found[-1]) if found else None
        if details is not None:
            found[-1] = details
            continue
        thing = thing or (_bare(part) if not is_open else None)
        if thing is None:
            return []
        found.append(thing)
    return found[:_MOST] if all(thing.quantity is not None for thing in found) else []


def _bare(part: Piece) -> Thing | None:
    """Return the goods that a part only names; their number has to come behind it."""
    verb = _VERB.match(part.flat)
    part = part.part(verb.end() if verb else 0, len(part.flat)).stripped()
    bracket = _BRACKET.search(part.flat)
    name = part.part(0, bracket.start()).stripped() if bracket else part
    model = _MODEL_END.search(name.flat)
    words = name.part(0, model.start()).stripped() if model else name
    if not _BARE_NAME.fullmatch(words.flat) or _BUILT.search(words.flat):
        return None
    thing = Thing(
        name=clean_name(words.text),
        piece=words,
        quantity=None,
        unit="",
        model=name.text[slice(*model.span("model"))] if model else None,
    )
    for detail in _split(bracket["inside"]) if bracket else ():
        at = part.flat.find(detail, bracket.start()) if bracket else 0
        thing = _details(detail, part.part(at, at + len(detail)), thing) or thing
    return thing


def _parts(value: Piece) -> Iterator[Piece]:
    """Take a list apart at commas, strokes and semicolons outside brackets; a comma inside a number is none."""
    depth, start = 0, 0
    flat = value.flat
    for at, sign in enumerate(flat):
        depth += (sign == "(") - (sign == ")")
        inside_number = sign == "," and flat[at - 1 : at].isdigit() and flat[at + 1 : at + 4].isdigit()
        apart = (
            sign in ";、,。\n"
            or (sign in "和及与" and _JOINT.match(flat, at - 1))
            or (sign == ":" and _DETAIL_NEXT.match(flat, at + 1))
        )
        if depth <= 0 and apart and not inside_number:
            yield value.part(start, at).stripped()
            start = at + 1
    yield value.part(start, len(flat)).stripped()


def _thing(part: Piece) -> Thing | None:
    """Return the goods of one part: a name with its number, or with a bracket that holds the number."""
    verb = _VERB.match(part.flat)
    part = part.part(verb.end() if verb else 0, len(part.flat.removesuffix("等"))).stripped()
    words, price = _without_price(part)
    bracket = _BRACKET.search(words.flat)
    outside = words.part(0, bracket.start() if bracket else len(words.flat)).stripped()
    counted = _COUNT_END.search(outside.flat)
    thing: Thing | None = None
    if counted is not None:
        named = outside.part(0, counted.start()).stripped(" ×*\n")
        within = _BRACKET.search(named.flat) if bracket is None else None
        within = None if within is not None and KIND.fullmatch(within["inside"]) else within
        bracket = bracket or within
        thing = _named(named.part(0, within.start()).stripped() if within else named, counted)
    elif bracket is not None:
        inner = next((one for one in map(_COUNT_ONLY.fullmatch, _split(bracket["inside"])) if one), None)
        thing = _named(outside, inner) if inner else None
    if thing is None:
        return None
    if bracket is not None:
        for detail in _split(bracket["inside"]):
            at = words.flat.find(detail, bracket.start())
            thing = _details(detail, words.part(at, at + len(detail)), thing) or thing
    return replace(thing, unit_price=price[0], currency=price[1]) if price else thing


def _split(inside: str) -> list[str]:
    return [one.strip() for one in re.split(r"[;、，]|(?<!\d),|,(?!\d{3})", inside) if one.strip()]


def _named(words: Piece, counted: re.Match[str]) -> Thing | None:
    model = _MODEL_END.search(words.flat)
    name = words.part(0, model.start() if model else len(words.flat)).stripped()
    quantity = _number(counted["number"])
    if quantity is None or not 2 <= len(name.flat) <= _LONGEST_NAME or _BUILT.search(name.flat):
        return None
    if _TELLS_WHO.search(name.flat):
        return None
    if not re.search(rf"[{HAN_CLASS}]{{2}}", name.flat) or re.search(r"[:。¥]|\d元|\d$", name.flat):
        return None
    latin = _LATIN_BRAND.search(name.text)
    brand = latin["brand"] if latin else None
    name = name.part(0, latin.start()) if latin else name
    return Thing(
        name=clean_name(name.text),
        piece=name,
        brand=brand,
        quantity=quantity,
        unit=counted["unit"],
        model=words.text[slice(*model.span("model"))] if model else None,
    )


def _number(written: str) -> Decimal | None:
    number = read_number(written, decimal_mark=".") if written[0].isdigit() else read_numeral(written)
    return None if number is None else Decimal(number)


def _without_price(part: Piece) -> tuple[Piece, tuple[Decimal, str | None] | None]:
    """Return a part without the price of one that it ends with, and that price."""
    if "元" not in part.flat and "¥" not in part.flat:
        return part, None
    amounts = [one for one in find_amounts(part.text, decimal_mark=".") if not one.bare and not one.in_words]
    if len(amounts) != 1:
        return part, None
    amount = amounts[0]
    before, after = part.flat[: amount.start], part.flat[amount.end :]
    each = re.search(rf"(?:含税)?(?:单价|每[{UNITS}])\s*[:为]?\s*$", before)
    if not (each or re.match(rf"\s*/\s*[{UNITS}]", after)) or re.search(rf"[^\s/{UNITS}]", after):
        return part, None
    return part.part(0, each.start() if each else amount.start).stripped(), (amount.amount, amount.currency)


def _details(detail: str, piece: Piece, thing: Thing) -> Thing | None:
    """Return a thing with what a detail says of it: its number, brand, model or price; None if it says none of them."""
    counted = _COUNT_ONLY.fullmatch(detail)
    if counted is not None:
        quantity = _number(counted["number"])
        return replace(thing, quantity=quantity, unit=counted["unit"]) if thing.quantity is None else thing
    amounts = [one for one in find_amounts(piece.text, decimal_mark=".") if not one.bare]
    if len(amounts) == 1:
        one_of_one = thing.quantity == 1 and not _SUM.match(detail)
        if _EACH.search(detail) or one_of_one:
            return replace(thing, unit_price=amounts[0].amount, currency=amounts[0].currency)
        return None
    both = _BOTH.fullmatch(detail)
    if both is not None:
        at = piece.flat.index(both["rest"])
        rest = piece.part(at, at + len(both["rest"]))
        return _details(rest.flat, rest, thing) or replace(thing, model=rest.text)
    labelled = _LABELLED.fullmatch(detail)
    if labelled is not None:
        kind = "brand" if labelled["brand"] else "model"
        told = piece.text[: len(detail)][slice(*labelled.span(kind))].strip()
        return replace(thing, brand=told) if kind == "brand" else replace(thing, model=told)
    match = _BRAND_MODEL.fullmatch(detail)
    if match is None and _CAPITALS.fullmatch(piece.text.strip()):
        return replace(thing, model=piece.text.strip())
    if match is None:
        return None
    model = next((name for name in ("model", "alone", "bare") if match[name]), "model")
    text = piece.text[: len(detail)]
    brand = text[slice(*match.span("brand"))] if match["brand"] else thing.brand
    return replace(thing, brand=brand, model=text[slice(*match.span(model))])
