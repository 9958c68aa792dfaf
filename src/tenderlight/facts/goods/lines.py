"""Goods in lines and clauses of Chinese documents: "金属探测门 品牌：盾安 型号DA-600 单价9,800元 数量25台".

Number, unit, make, model, price and sum are taken out, each by its own words; what is left has to be a name, and behind
it perhaps a make and a model without words of their own (云台 北望 BW-L5000). A clause in which anything else is left
over is none of goods. Each needs its number, and a price or a model.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from tenderlight._generated.makes import MAKES
from tenderlight.facts.goods.chinese_sentences import ADDED_UP, KIND, Thing, things_in
from tenderlight.facts.goods.chinese_sentences import UNIT as _UNIT
from tenderlight.facts.goods.packed_lines import stretches
from tenderlight.facts.goods.words import CAPITALS, WRITTEN_CODE
from tenderlight.facts.lots.blocks import lot_lists
from tenderlight.facts.lots.verdicts import VOID
from tenderlight.facts.names.in_values import clean_name
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet, spans_of
from tenderlight.facts.words.lot_keys import LOT
from tenderlight.languages.money import find_amounts, read_number
from tenderlight.languages.numerals import read_numeral
from tenderlight.languages.scripts import HAN_CLASS, has_han

_PAGES = 5
_LONGEST_PAGE = 30_000
_MOST = 200
_LINE = re.compile(r"[^\n。]{6,400}")
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,7}(?:\.\d{1,4})?"
_MONEY = rf"(?:¥|人民币|港币|港元|澳门元|新台币|nt\$|hk\$|mop\$?|us\$|hkd|twd|usd)?\s?(?:{_NUMBER})\s?(?:万)?元?"
_SIZE = r"\d+(?:\.\d+)?(?:[kmgtp]b?|k?va?|k?wh?|m?ah|[cm]?m|ml|l|kg|hz|mp|bit|u|cm\d|m\d|x\d+)(?![a-z\d-])"
_CODE = (
    r"(?:(?=[a-z0-9/+. -]{0,20}\d)[a-z][a-z0-9/+.-]{1,24}(?:\s(?:[a-z]\d{1,2}|pro|plus|max|mini|lite)(?![a-z0-9]))?|"
    rf"(?!{_SIZE})\d{{2,6}}-?[a-z][a-z0-9/+.-]{{0,20}})"
)
_BRAND = rf"(?:[{HAN_CLASS}]{{2,6}}|[a-z]{{2,15}})"
_EACH = re.compile(
    rf"(?:(?:中标|成交|合同|含税|投标)?单价|每(?:{_UNIT}|路))\s?(?:\([^()]{{1,6}}\))?\s{{0,4}}[:为]?\s{{0,4}}(?P<told>{_MONEY})(?:\s?/\s?(?P<per>{_UNIT}))?|"
    rf"(?P<each>(?:¥|人民币)?\s?(?:{_NUMBER})\s?万?元|¥\s?(?:{_NUMBER}))\s?(?:/|每)\s?(?P<unit>{_UNIT})|"
    rf"(?<=[{HAN_CLASS}\d)])\s?[×x*@]\s?(?P<times>(?:¥|人民币)?\s?(?:{_NUMBER})\s?元)(?!\s?[/\d])|"
    rf"@\s?(?P<at>(?:nt\$|hk\$|\$|¥)?\s?(?:{_NUMBER}))(?=\s?(?:=|元|$))"
)
_WHOLE = re.compile(
    rf"(?:成交|中标)?(?:(?:补充|追加)?(?:合同|协议)?金额|小计|合计|总价|总计|共计|合价|总额|{ADDED_UP}[计共])\s?(?:\([^()]{{1,6}}\))?\s{{0,4}}[:为]?\s{{0,4}}(?P<told>{_MONEY})"
    rf"(?!\s?{_UNIT}|[\d.])|=\s?(?P<product>{_MONEY})$"
)
_BOTH = re.compile(
    rf"(?:品牌|厂牌)\s?(?:及|和|与|/|、)?\s?(?:规格)?型号\s{{0,4}}[:为]?\s{{0,4}}(?P<brand>{_BRAND})\s?/?\s?(?P<model>{_CODE})"
)
_MODEL = re.compile(
    rf"(?:规格型号|型号规格|型号/规格|规格/型号|型号|规格)\s{{0,4}}[:为]?\s{{0,4}}(?:(?P<brand>{_BRAND})\s)?(?P<model>{_CODE})|"
    r"型号\s?:\s?(?P<figures>\d{2,8})(?![\d.a-z])"
)
_MAKE = re.compile(
    rf"(?:品牌|厂牌)\s{{0,4}}[:为]?\s{{0,4}}[\"“”]?(?P<brand>{_BRAND})[\"“”]?(?=[\s,;、()|/]|型号|$)|"
    rf"(?:(?<=[\s,;、|/])|(?<=[\"“]))(?P<named>[{HAN_CLASS}]{{2,6}}?)[\"”]?品?牌(?=[\s,;、|/]|$)"
)
_COUNT = re.compile(
    rf"(?:(?<=[\s,;、])(?:授权|许可)|(?:(?:预估|预计|采购)?(?:需求)?)?数量|{ADDED_UP}(?:共计?|计)|[×*]|"
    rf"(?<![a-z\d-])x)?\s{{0,4}}[:为]?\s{{0,4}}(?P<number>(?<![\d.,a-wyz-])(?:{_NUMBER})|"
    rf"(?<![{HAN_CLASS}])[一二三四五六七八九十两]{{1,3}}|(?<=[{HAN_CLASS}])(?<![第唯同单统每逐下上])一(?=[项批]\s?[\d¥]))"
    rf"\s?\(?(?P<unit>{_UNIT})\)?(?!/|\s/(?!\s))|(?:预估|预计)?(?:需求|"
    rf"采购)?数量\s{{0,4}}[:为]?\s{{0,4}}(?P<bare>\d{{1,6}})(?![\d.])"
)
_OTHER = re.compile(
    r"[(,、]\s?(?:预算|最高限|控制|参考|估算)[^(),、;\d]{0,6}[价额][^(),、;\d]{0,3}\d[\d,.]{0,14}\s?万?元?(?:/[^\s(),;\d]{1,2})?\)?|"
    r"[,、]\s?每[台套个只部组节机][^,;。\d]{0,4}(?:含|配|带|包括)[^;。]{2,60}$|"
    r"\((?:人民币)?大写\s?:?[^()\d]{4,40}\)|\((?:已?含|另?配|附|不含)[^()\d]{2,16}\)$|"
    r"\((?:(?:其中)?(?:每[台套个只部组节机])?(?:内置|标配|配置|搭载|包含|内含|含|配)有?(?=[^()\n]{0,60}?(?:\d\s?[块颗片张枚]|[×x*]\s?\d|\d\s?[×x*]))|"
    r"\d{1,3}\s?[×x*]\s?(?=[^\d\s]))[^()\n]{4,80}\)|"
    r"(?:每[台套个只部组节机])?(?:内置|标配|配置|搭载|内含|含|配)有?\s?\d{1,3}\s?[块颗片张枚][^,;、()]{2,30}(?:、\d{1,3}\s?[块颗片张枚][^,;、()]{2,30}){0,6}|"
    r"(?:成交|中标|供货|生产|制造)?(?:单位|供应商|厂商|厂家|制造商|产地)\s?[:为]\s?[^\s,;]{2,40}|原?产地\s[^\s,;]{2,12}|(?<=[,、;])\s?(?:实际)?(?:到货|"
    r"实到|实收|验收|清点|核对|点收)(?:数量)?\s?\d{1,6}\s?[^\s\d,;、]{1,2}|(?:质保|保修)期?[^\s,;]{1,12}"
)
_LONE_MONEY = re.compile(rf"[\s,、:]{{0,3}}(?P<money>(?:¥|人民币)?\s?(?:{_NUMBER})\s?万?元)(?![/\d])")
_LEAD = re.compile(
    r"\s{0,4}(?:(?:品项|项目|标的)\s?\(\d{1,2}\)\s{0,4}|品[项項]\s?[一二三四五六七八九十\d]{1,3}\s?[:、]?\s?|[(（]?\d{1,2}[).、)）]{1,2}\s?|"
    r"[一二三四五六七八九十]{1,3}、\s?|[a-h][.、)]\s?|[①-⑳★▲·•-]\s?)?"
    rf"(?:(?:{LOT.pattern}|第?\s?[一二三四五六七八九十\d]{{1,3}}\s?(?:项|品项|包|标段|标项))\s{{0,4}}[:、]?\s{{0,4}})?"
    r"(?:(?:标包|分包|包组|包件|标段|标项|采购包|包号|包|品目|项次|项目)\s?[a-z一二三四五六七八九十\d]{1,3}(?:\s?[包项])?\s?[:、]\s?)?"
    r"(?:[^:;,。\d]{0,24}(?:\d{1,2}[^:;,。\d]{0,12})?(?:标的|明细|清单|货物|产品|设备|商品|内容|情况|意见|物资|信息|名称)"
    r"(?:(?!品牌|厂牌|型号|规格|数量|单价)[^:;,。\d(]|\([^():\d]{1,10}\)){0,24}:\s?)?"
    r"(?:[(（]?\d{1,2}[).、)）]{1,2}\s?)?(?:(?:货物|产品|设备|标的|商品|品项)?(?:名称|品名)(?:\s?:|\s{1,8})\s{0,8})?"
    r"(?:[^;,。\d]{2,60}?(?:交付|移交|供应|供货|提供|购置|到货)(?:了|以下|下列)?:?\s?)?"
)
_COUNTER = re.compile(r"[(（][一二三四五六七八九十\d]{1,2}[)）]\s?|[①-⑳]\s?")
_WITHIN_LINE = re.compile(
    r"(?:(?:主要)?(?:中标|成交)?标的(?:名称)?|货物名称|产品名称|设备名称)(?:\s?:\s?|\s{1,4})(?=[^\s:])"
)
"""What leads to goods inside a line that says other things before."""
_VERB = re.compile(
    r"^(?:甲方(?=向|采|购)|向乙方|乙方(?=向|提|供)|向甲方|本次|本项目|其中|另|新?增加?|添置|购买|采购|购置|供应|提供|配备|和|与|及|含|包括|共)+[:]?"
)
_TAIL = re.compile(
    r"[,;]?\s?(?:均|全部|皆)?(?:含|包含|包括|提供|附)[^,;\d]{0,8}(?:质保|保修|维保|安装|调试|运输|税)[^,;\d]{0,6}$|"
    r"(?:与|和|同)(?:合同|清单|订单|发票|采购文件)[^,;\d]{0,12}(?:一致|相符|符合)|[^\s,;]{0,6}(?:安装|调试|完毕|到位|合格|验收|交付|运行|正常|培训|到货)[^;\d]{0,60}$|等$"
)
_AGREES = re.compile(r"\d\s?[^\s\d,;]{1,2}[\s,;(]{1,4}(?:与|和|同)(?:合同|清单|订单)[^,;\d]{0,12}(?:一致|相符|符合)")
"""What an acceptance says of goods behind their number."""
_CLAUSE = re.compile(r"[;。]")
_NEXT = re.compile(
    rf"[、,](?=[^、,;。]{{2,40}}?\d{{1,6}}\s?{_UNIT})(?!\s?(?:单价|数量|品牌|型号|规格|小计|合计|金额|共|总|计|成交|含|每|实|到货|验收|清点|核对|点收))"
)
_TITLE = re.compile(
    r"\s?(?:[(（](?P<bracket>[^()（）\n]{3,40})[)）]|[-—–:]{1,3}\s?(?P<plain>[^\n:;,。()]{3,40}))(?=\s?[:,;—-]|\s)"
)
"""What a lot is about, behind its head."""
_TOKEN = re.compile(r"[^\s,、;():\"“”/×*|]+")
_NAME = re.compile(
    rf"(?!.*(?:公司|供应商|方式|同意|确定|供货|组织|按照|共计|合格|付款|支付|签订|日内|应当|不得|负责|预算|限价|报价|排名|得分|"
    rf"保证金|服务费|中标|成交|合同|项目|[\d一二三五六两半]个?[天月年]))(?=.*[{HAN_CLASS}])[{HAN_CLASS}a-z\d.+-]{{2,30}}"
)
_QUALIFIED = re.compile(r"\((?P<inside>[^()\n]{2,16})\)")
"""What brackets say behind a name."""
_HOLDS = frozenset("含附带配内不")
"""What brackets begin with that say what a thing holds besides: no part of its name."""
_NETWORKS = re.compile(r"\d{0,2}[gk](?:\s?[/、]\s?\d{0,2}[gk]){0,3}|[a-z]{1,6}(?:/[a-z]{1,6}){1,3}")
"""What brackets say of networks and ways to connect: part of the name (4G/5G)."""
_HAN_MAKE_OF_CODE = re.compile(rf"[{HAN_CLASS}]{{2,4}}\s{_CODE}")
_LABEL = re.compile(r"(?:规格|型号|品牌|厂牌|数量|单位|单价|金额|名称|备注|产地)+")
_MADE_AS = re.compile(
    rf"(?:(?P<brand>[{HAN_CLASS}]{{2,6}}?)牌)?(?:(?P<model>{_CODE})型?)?(?<=[牌型a-z\d-])(?P<name>(?:(?<=型)(?:[a-z]{{2,5}}|"
    rf"\dk))?[{HAN_CLASS}][{HAN_CLASS}a-z\d]{{1,20}})"
)
"""A name behind its make and model: 瞳安牌TA-8C4型抓拍机."""
_OF_MODEL = re.compile(r"\s{0,4}(?:规格型号|型号规格|型号|规格)(?:\([^()\n]{0,20}\))?\s?:[^:\n]{0,60}$")
"""A line that says a model and nothing else: what its bracket counts are parts, and no goods."""
_MADE_INSIDE = re.compile(r"(?<=车\()[a-z]{3,15}\s[a-z]{3,15}|[a-z]{3,15}\s\d{2,4}系列(?:底盘)?")
"""A make and how it calls a thing, of a vehicle, in brackets without a code: Volkswagen Crafter."""
_SERIES = re.compile(r"[A-Z]{2,6}(?:-[A-Z\d]{1,6}){1,3}")
_EDITION = re.compile(r"[Vv]\d{1,3}(?:\.\d{1,3}){0,3}")
_CAPITALS = re.compile(CAPITALS)
"""The code of a model without a figure: BA-FBK."""
_MADE_BEHIND = re.compile(rf"(?P<brand>[{HAN_CLASS}]{{2,6}})(?P<model>{CAPITALS})")
_MAKE_FIRST = 3
_WIDE_FIGURES = re.compile("[０-９]{3}")
"""What stands behind a wide comma inside a number that is all wide."""


def goods_in_lines(notice: Notice) -> list[tuple[Thing, str | None]]:
    """Return the goods that lines and clauses state by their own words, each with its lot; rows of tables are none."""
    found: list[tuple[Thing, str | None]] = []
    if notice.stage not in SETTLED:
        return found
    in_rows: dict[int, list[int]] = {}
    for entry in notice.entries:
        if entry.row is not None:
            in_rows.setdefault(entry.value.sheet.page.number, []).append(entry.value.start)
    for sheet in notice.sheets[:_PAGES]:
        starts = sorted(in_rows.get(sheet.page.number, ()))
        spans = [list(spans_of(table)) for table in sheet.page.tables if table.cells]
        ruled = [(min(start for start, _end in each), max(end for _start, end in each)) for each in spans]
        for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
            at = bisect_left(starts, line.start())
            is_row = at < len(starts) and starts[at] < line.end()
            is_row = is_row or any(start < line.end() and line.start() < end for start, end in ruled)
            if is_row or not has_han(line[0]) or _OF_MODEL.match(line[0]):
                continue
            if not _COUNT.search(_with_commas_apart(Piece(sheet=sheet, start=line.start(), end=line.end()))):
                continue
            whole = list(_of_line(sheet, line))
            packed = list(_of_stretches(sheet, line))
            found += packed if len(packed) > len(whole) or _lots(packed) > _lots(whole) else whole
            if len(found) >= _MOST:
                return found[:_MOST]
    return found or [thing for sheet in notice.sheets[:_PAGES] for thing in _of_lots(sheet)]


def _of_lots(sheet: Sheet) -> Iterator[tuple[Thing, str | None]]:
    """Yield the goods that titles of lots count: "标项1（春秋服1200套）：…", with the price of one behind them."""
    for blocks in lot_lists(sheet, in_chinese=True):
        for block in blocks:
            title = _TITLE.match(block.body.flat)
            group = "bracket" if title and title["bracket"] else "plain"
            things = things_in(block.body.part(*title.span(group))) if title else []
            if len(things) == 1 and not VOID.search(block.body.flat):
                each = {
                    match["told"] or match["each"] or match["times"] or match["at"]
                    for match in _EACH.finditer(block.body.flat)
                }
                price = _money(each.pop()) if len(each) == 1 else None
                yield replace(things[0], unit_price=things[0].unit_price or price), block.lots[0]


def _of_line(sheet: Sheet, line: re.Match[str]) -> Iterator[tuple[Thing, str | None]]:
    """Yield the goods of a line, if each of its clauses that counts anything is one of goods."""
    lead = _LEAD.match(line[0])
    start = line.start() + (lead.end() if lead else 0)
    lot = LOT.search(lead[0]) if lead else None
    whole = _thing(Piece(sheet=sheet, start=start, end=line.end()).stripped(" \t,、;.。"))
    within = _WITHIN_LINE.search(sheet.flat, start, line.end()) if whole is None else None
    if within is not None and within.start() > start:
        whole = _thing(Piece(sheet=sheet, start=within.end(), end=line.end()).stripped(" \t,、;.。"))
    things = [whole] if whole is not None else goods_in_clauses(Piece(sheet=sheet, start=start, end=line.end()))
    if any(thing.unit_price is not None or thing.model for thing in things) or (things and _AGREES.search(line[0])):
        name = sheet.page.text[line.start() + lot.start() : line.start() + lot.end()] if lot else None
        yield from ((thing, name) for thing in things)


def _of_stretches(sheet: Sheet, line: re.Match[str]) -> Iterator[tuple[Thing, str | None]]:
    """Yield the goods of the stretches of a line that labels of other things and names of lots set apart."""
    for stretch, lot in stretches(Piece(sheet=sheet, start=line.start(), end=line.end())):
        lead = _LEAD.match(stretch.flat)
        things = goods_in_clauses(stretch.part(lead.end() if lead else 0, len(stretch.flat)))
        if any(thing.unit_price is not None or thing.model for thing in things):
            yield from ((thing, lot) for thing in things)


def _lots(found: list[tuple[Thing, str | None]]) -> int:
    return len({lot for _thing, lot in found if lot})


def goods_in_clauses(value: Piece) -> list[Thing]:
    """Return the goods of the clauses of a text; none if one that counts anything is none of goods."""
    things = []
    for clause in _clauses(value):
        if not _COUNT.search(_with_commas_apart(clause)):
            continue
        thing = _thing(clause)
        if thing is None:
            return []
        things.append(thing)
    return things


def _clauses(value: Piece) -> Iterator[Piece]:
    position = 0
    for start, end in [*(match.span() for match in _CLAUSE.finditer(value.flat)), (len(value.flat),) * 2]:
        part = value.part(position, max(position, start)).stripped(" \t,、;")
        counted = _COUNTER.match(part.flat)
        part = part.part(counted.end() if counted else 0, len(part.flat))
        position = end
        if part.end > part.start:
            yield from _counted_apart(part)


def _counted_apart(clause: Piece) -> Iterator[Piece]:
    """Take a clause apart that counts several goods: "检测仪3台、处理仪3台"."""
    if len([*_COUNT.finditer(clause.flat)]) < 2:
        yield clause
        return
    position = 0
    for start, end in [*(match.span() for match in _NEXT.finditer(clause.flat)), (len(clause.flat),) * 2]:
        if clause.flat.count("(", position, start) > clause.flat.count(")", position, start):
            continue
        if _COUNT.search(clause.flat, position, start):
            yield clause.part(position, start).stripped(" \t,、;")
            position = end


def _thing(clause: Piece) -> Thing | None:
    """Return the goods of a clause, or None if it says anything else or neither a price nor a model."""
    flat = _with_commas_apart(clause)
    taken: list[tuple[int, int]] = []
    each = _take(_EACH, flat, taken)
    whole = _take(_WHOLE, flat, taken)
    both = _take(_BOTH, flat, taken)
    model = _take(_MODEL, flat, taken) if both is None else both
    make = _take(_MAKE, flat, taken) if both is None else both
    taken += [match.span() for match in _OTHER.finditer(flat)]
    counted = _take(_COUNT, flat, taken)
    if counted is None or _take(_COUNT, flat, list(taken)) is not None:
        return None
    quantity = _count(counted["number"] or counted["bare"])
    lone = _take(_LONE_MONEY, flat, taken) if each is None and whole is None else None
    is_made = any(one is not None for one in (both, make)) or (model is not None and model["brand"] is not None)
    rest = _rest(clause, taken, counted.end(), is_made=is_made)
    if rest is None or quantity is None:
        return None
    name, bare_make, bare_model = rest
    price = _money(each["told"] or each["each"] or each["times"] or each["at"]) if each else None
    total = _money(whole["told"] or whole["product"]) if whole else _money(lone["money"]) if lone else None
    if price is None and total is not None and quantity == 1:
        price = total
    if price is not None and total is not None and price * quantity != total:
        return None
    written = clause.text
    return Thing(
        name=clean_name(name.text),
        piece=name,
        quantity=quantity,
        unit=counted["unit"] or (each["per"] or each["unit"] if each else None) or "",
        brand=_make_in(written, make or model) or bare_make,
        model=_model_in(written, model) or bare_model,
        unit_price=price,
        currency="CNY" if price is not None else None,
    )


def _make_in(written: str, make: re.Match[str] | None) -> str | None:
    """Return the make that a label names, or that stands before 牌 or a model; None if there is none."""
    if make is None:
        return None
    named = "named" in make.re.groupindex and make["named"] is not None
    return written[slice(*make.span("named" if named else "brand"))] or None


def _model_in(written: str, model: re.Match[str] | None) -> str | None:
    """Return the model that a label names, which may be figures alone; None if there is none."""
    if model is None:
        return None
    return written[slice(*model.span("model" if model["model"] is not None else "figures"))]


def _with_commas_apart(clause: Piece) -> str:
    """Return a clause with full-width commas and long dashes as 、: none stands inside a number (型号900，32台)."""
    text = clause.text
    return "".join(
        "、" if written == "—" or (written == "，" and not _WIDE_FIGURES.match(text, at + 1)) else sign
        for at, (written, sign) in enumerate(zip(text, clause.flat, strict=True))
    )


def _take(pattern: re.Pattern[str], flat: str, taken: list[tuple[int, int]]) -> re.Match[str] | None:
    """Return the first match that meets nothing taken, and take its words."""
    for match in pattern.finditer(flat):
        if match.end() > match.start() and all(match.end() <= start or end <= match.start() for start, end in taken):
            taken.append(match.span())
            return match
    return None


def _rest(
    clause: Piece, taken: list[tuple[int, int]], counted: int, *, is_made: bool
) -> tuple[Piece, str | None, str | None] | None:
    """Return the name that is left of a clause, and the make and model that stand bare behind it."""
    flat = list(_with_commas_apart(clause))
    for start, end in taken:
        flat[start:end] = " " * (end - start)
    left = "".join(flat)
    tail = _TAIL.search(left, counted)
    left = left[: tail.start()] if tail else left
    verb = _VERB.match(left.lstrip())
    skip = len(left) - len(left.lstrip()) + (verb.end() if verb else 0)
    tokens = _tokens(left, skip, is_made=is_made)
    if not 1 <= len(tokens) <= 3:
        return None
    named = _MADE_AS.fullmatch(clause.flat, *tokens[0]) if len(tokens) == 1 else None
    if named is not None:  # 瞳安牌TA-8C4型抓拍机
        brand, code = (clause.text[slice(*named.span(part))] or None for part in ("brand", "model"))
        return clause.part(*named.span("name")), brand if named["brand"] else None, code if named["model"] else None
    if len(tokens) == _MAKE_FIRST:  # 瞳安 TA-8C4 抓拍机
        first, middle, last = (clause.part(*span) for span in tokens)
        if re.fullmatch(_CODE, middle.flat) and re.fullmatch(_BRAND, first.flat) and _NAME.fullmatch(last.flat):
            return last, first.text, middle.text
    name = clause.part(*tokens[0])
    if not _NAME.fullmatch(_QUALIFIED.sub("", name.flat).strip()) or _LABEL.fullmatch(name.flat):
        return None
    others = [clause.part(*span) for span in tokens[1:]]
    if len(others) == 2 and _EDITION.fullmatch(others[1].flat) and _SERIES.fullmatch(others[0].text):
        return name, None, f"{others[0].text} {others[1].text}"
    made = _MADE_BEHIND.fullmatch(others[0].text) if len(others) == 1 else None
    if made is not None:
        return name, made["brand"], made["model"]
    model = others.pop().text if others and _is_code(others[-1]) else None
    make = others.pop().text if others and model and re.fullmatch(_BRAND, others[-1].flat) else None
    return None if others else (name, make, model)


def _is_code(word: Piece) -> bool:
    """Say whether a word is the code of a model, by its figures or its capitals; a known make is none."""
    if re.fullmatch(_CODE, word.flat) or _CAPITALS.fullmatch(word.text):
        return True
    return WRITTEN_CODE.fullmatch(word.text) is not None and word.text not in MAKES


def _tokens(left: str, skip: int, *, is_made: bool) -> list[tuple[int, int]]:
    """Return where the words of a clause stand; the first with the bracket behind it that says which kind it is."""
    tokens = [match.span() for match in _TOKEN.finditer(left, skip)]
    bracket = _QUALIFIED.match(left, tokens[0][1]) if tokens else None
    if bracket is not None and is_made and _NETWORKS.fullmatch(bracket["inside"]):
        return [(tokens[0][0], bracket.end()), *(span for span in tokens if span[0] >= bracket.end())]
    if bracket is not None and not is_made and _MADE_INSIDE.fullmatch(left, *bracket.span("inside")):
        return [(tokens[0][0], bracket.end()), *(span for span in tokens if span[0] >= bracket.end())]
    if bracket is None or any(map(str.isdigit, bracket["inside"])) or not has_han(bracket["inside"]):
        return tokens
    if not (KIND.fullmatch(bracket["inside"]) or (is_made and bracket["inside"][0] not in _HOLDS)):
        return tokens
    following = _TOKEN.match(left, bracket.end())
    is_make = following is not None and not is_made and _HAN_MAKE_OF_CODE.match(left, bracket.end()) is not None
    end = following.end() if following is not None and not is_make else bracket.end()
    return [(tokens[0][0], end), *(span for span in tokens if span[0] >= end)]


def _count(written: str) -> Decimal | None:
    if written[:1].isdigit():
        return read_number(written, decimal_mark=".")
    read = read_numeral(written)
    return Decimal(read) if read is not None else None


def _money(written: str) -> Decimal | None:
    found = find_amounts(written if "元" in written else f"{written}元", decimal_mark=".")
    return found[0].amount if len(found) == 1 else None
