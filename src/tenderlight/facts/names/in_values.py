"""Names of organisations in a value: where each begins and ends, and what the words beside it say of its part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.grammar import can_be_chinese, led_to
from tenderlight.facts.names.groups import GROUP_ITSELF
from tenderlight.facts.names.losers import is_of_losers
from tenderlight.facts.names.military import MILITARY
from tenderlight.facts.names.persons import looks_like_person
from tenderlight.facts.names.role_brackets import members_in_bracket, parted_by_roles
from tenderlight.facts.names.western import (
    companies,
    keeps_full_stop,
)
from tenderlight.facts.names.western_values import is_western_name, western_spans
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.provinces import PROVINCES, SHORT_PROVINCES
from tenderlight.facts.words.vocabulary import mark_pattern
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import HAN_CLASS, has_han

_ENDINGS = (
    "公司|集团|总厂|厂|商店|商场|商行|经销部|经营部|门市部|工作室|事务所|合作社|信用社|供销社|出版社|报社|通讯社|"
    "旅行社|社|包工业|中心|局|院|"
    "研究所|所|处|部|厅|署|司|委|委员会|管委会|居委会|村委会|办公室|办事处|办|政府|学校|大学|学院|小学|中学|高中|初中|"
    "一中|二中|幼儿园|"
    "幼儿师范|技校|党校|警校|银行|支行|分行|协会|学会|商会|工会|联合会|总会|基金会|研究会|会|总队|支队|大队|中队|队|"
    "总站|站|馆|"
    "园区|园|海关|农场|林场|牧场|机场|场|矿|库|基地|监狱|戒毒所|看守所|分校|校区|校|团|旅|师|军区|"
    "部队|电视台|广播电台|台|"
    "指挥部|项目部|"
    "街道|镇|乡|村|社区|联合体|商贸行|服务部|工程队|施工队|超市|酒店|宾馆|饭店|餐厅|药房|门诊|卫生院|医院|药店|书店|"
    "站点|组织部|"
    "宣传部|统战部|政法委|网信办|公安|铺|堂|坊|行|店|家园|港|码头|电厂|水厂|水务段|路局|本级|机关|总部|队伍|联社|"
    "实验室|(?<!互)联网|合作联社|有限合伙|普通合伙|本级行政"
)
_SUFFIX = re.compile(rf"(?:{_ENDINGS})$")
_TRADE = re.compile(
    r"(?:建造|建筑|工程|会计|规划|监理|造价|估价|医|教|厨|咨询|营养|设计|测量|安全|消防)师$|师(?:[、,]|"
    r"$)(?<![兵第].师)(?<!\d师)"
)
"""Qualifications of people; a division of an army is an organisation (第一师)."""
_COMPANY = re.compile(r"公司|集团|事务所|研究院|设计院|合作社|经营部|商行|厂")
SELLS = re.compile(
    r"(?:公司|集团|[厂店部行队站]|事务所|[定验测估绘]所|[究计]院|研究所|合作社|中心|[大医]学|学院|医院|[企工实商]业社|包工业|工作室|联合社|株式会社|超市)(?:[(][^()]{1,12}[)])?$"
)
_LEAD = mark_pattern("lead")
_MEMBER = mark_pattern("member")
_CONSORTIUM = mark_pattern("consortium")
_BRACKETS = re.compile(r"[(\[【〔][^()\[\]【】〔〕]{0,60}[)\]】〕]")
_DROPPED_BRACKET = re.compile(
    r"盖.{0,4}章|公章|签章|签字|牵头|代表|成员|联合体|主办|协办|参与方|参加方|主体|代码|如有|以下简称|简称|甲方|乙方|采购人|"
    r"供应商|代理|中标|成交|电话|地址|^[0-9a-z]{15,18}$|"
    r"小型|微型|中型|大型|小微|民营|国有企业|统一编号|统编|"
    r"联系|经办|经理|先生|女士|老师|法人|法定|负责|信用|注册|资质|得票|下称|下同|原名|曾用|备案|"
    r"采购单位|招标人|业主|需方|供方|买方|卖方|发包|承包|委托方|受托方|^[「『“\"]|承办商|承判商|雇主|投标厂商|得标厂商|^厂商$|^机关$|立约商|"
    r"元|报价|率|\d%|\d\s?号$|[路街道]\d|折扣|得分|排名|原因|不满足|未通过|^\d+$|^[主成联印章]$|代建|不变|实施机构|项目业主|建设单位|"
    r"总承包|lead|member|^[东西南北中前后左右][区线片部路]$|^第?[一二三四五六\da-f]{1,2}(?:组|区|片|标段?|标?包|标项)$|^(?:标段|标包|分包|采购包|标项|包)第?[一二三四五六七八九十\da-f]{1,3}$|"
    r"^(?:鉴证|见证|全称|甲|乙)$|框架协议|有效期|入围|服务期|协议期|排名不分|"
    r"partner|mandataire|cotraitant|ex vat|лидер"
)
_OF_PLACE = re.compile(rf"(?:{PROVINCES}|{SHORT_PROVINCES}|台湾|中国)")
"""Where an office is, in brackets behind its name; behind the name of a company it belongs to the name."""
_SEAT = re.compile(
    rf"(?:{PROVINCES}|{SHORT_PROVINCES})[{HAN_CLASS}]{{1,20}}[市县区旗镇乡街道路号楼园]|"
    rf"[{HAN_CLASS}]{{2,8}}市[{HAN_CLASS}]{{1,9}}[县区旗镇]"
)
"""Where a company has its seat, in brackets behind its name: more than a province, which may belong to the name."""
_NAME_PREFIX = re.compile(
    r"^(?:[\s:;,、.★●*=→>/|—–-]|[(](?:单位)?(?:公章|盖章|签章|印章|章|全称|甲方|乙方|采购人|供应商|中标人|成交供应商)[)]|"
    r"(?:\d{1,2}|[一二三四五六七八九十])\s*[.、)]|[(](?:\d{1,2}|"
    r"[一二三四五六七八九十]{1,2})[)]\s*[.、]?|[①-⑳]|"
    r"[(](?:主|成|联|牵头|主办|成员|联合体)[^()]{0,5}[)]|第[一二三四五六七八九十\d]名\s*[.:、]?|"
    r"(?:联合体|投标)?(?:牵头人|牵头单位|牵头方|主办方|主体单位|协办方|成员单位|成员方|成员|联合体)(?:\d|"
    r"[一二三四])?\s*(?:名称)?\s*[::]|以(?=[^\s,、]{4,40}为(?:联合体)?(?:牵头|主办|主体))|仍?(?:为|是)\s*|"
    r"(?:名称|单位名称|供应商名称|中标人|供应商)\s*:|"
    r"(?:(?:[东南西北中]部|在地|地元|当地|本地|外地|台湾|本市|我市|我县|国内)(?:业者|企业|厂商)|"
    r"第[一二三四五六七八九十\d]名|第[一二三]?(?:中标|成交)?候选人|"
    r"(?:原|现)(?:承建|供应|建设|中标|服务|施工|维保)(?:单位|商|方|企业))(?=[^\s,。;:]{4,}(?:公司|集团|厂|院|所|中心|社|部|行))|"
    r"(?:最低(?:标价?|报价|价)|最有利标|标价最低|报价最低|最优)(?:之|的|投标|报价)*(?:厂商|供应商|承办商|者)?\s*(?=[^\s,。;:]{4,}(?:公司|集团|厂|院|所|中心|社|部|行))|"
    r"(?:中标|成交|中选|得标|入围)(?:供应商|人|单位|厂商|商|方)(?:名称)?(?:为|是)?\s*(?=[^\s,。;:]{4,}(?:公司|集团|厂|院|所|中心|社|部|行)))+"
)
_DELIMITERS = re.compile(
    r"[;,、/|&\n+]|[—–]{2}|(?<=[司院所局心厂校\u200b])(?:和|与|及|以及)|(?<=大学)(?:和|与|及|以及)|(?<=[司」”\u200b])(?:联合(?!体|会|社|投|承|中|得)|偕同|会同|携手)|(?<=[」”])[和与及]|\s{2,}|(?<=[司院所局厂校府])\s+"
)
_SET_APART = re.compile(r"[—–]{2}|\|")
"""Signs between words that are no one name."""
_OF_PROVINCE = re.compile(rf"{PROVINCES}|{SHORT_PROVINCES}")
_SURELY_WHOLE = 9
"""Characters of a name that is no rest of one broken by blanks."""
_OPENED = ' \n\t「『“"'
_MONEY_OR_DATE = re.compile(r"\s*(?:[¥£€$]|人民币|\d)")
_GOODS_BEHIND = re.compile(r"\d\s?[台套个件只部支块张把根辆架批]|\d\s?元|元/")
"""How many of a thing, or what one costs: 甲公司 车载呼吸机6台 58,000元/台."""
_NOT_A_NAME = re.compile(
    r"[。!?:;]|详见|具体|如下|本项目|自行|应当|必须|不得|@|https?|www\.|应在|经评审|将(?!乐|军)|予以|"
    r"_{2,}|\.{3,}|…|×{2,}|"
    r"\*{3,}|xx+"
)
_GROUPED = re.compile(
    r"(?:(?:(?:共同|合资)?(?:组成|组建|合组)的?|的)?(?:联合体|合营(?:企业|公司|体)|合作经营(?:体|企业)?|联营(?:体|公司)?|共同体|合组公司)|"
    r"(?:共同|联合)(?:投标|承揽))$"
)
_PART_BEHIND = re.compile(
    r"(?<=[司院所局心厂校学社部])为(?:联合体)?(?P<part>(?:牵头|主办|主体|成员|协办|参与|参加)(?:人|方|单位)?)$"
)
"""A clause that says of a name what it is in its group: 以甲公司为牵头人、乙公司为成员的联合体."""
_LEAD_BY_NAME = re.compile(
    r"(?:代表厂商|代表人|牵头(?:人|方|单位|厂商)?|主办(?:人|方|单位))\s?(?:为|是)?\s?:?\s?(?P<name>[^\s(),;、:]{4,40}(?:公司|集团|院|所))(?=[)])"
)
"""A bracket behind all members that says by name which of them leads; its colon may end the value before it."""
_UNCLOSED = re.compile(r"[(](?:共同投标|共同承揽|联合投标|联合体)?[,;、\s]*$")
"""A bracket that a label in it ends: 甲公司、乙公司（共同投標，代表廠商：…."""
_FORMER_LEADS = re.compile(r"前者(?:为|是|系)(?:联合体)?(?:牵头|主办|主体|代表)")
_JOINED_BEHIND = re.compile(
    r"[」”]?(?:(?:共同|联合)?(?:组成|组建)的?联合体|(?:共同|联合)(?:得标|中标|中选|承[揽建接做办]|投标|组成|参与投标|团队))"
)
"""Words behind several names that say that they bid together."""
_HAN_BEHIND = re.compile(
    rf"\s*(?P<name>[^{HAN_CLASS}]{{4,90}}[^{HAN_CLASS}\s])\s?(?P<bracket>[(](?P<inner>[^()]*[{HAN_CLASS}][^()]{{0,40}})[)])[\s.,;]*"
)
"""A name in Latin letters with Chinese signs in the bracket behind it: its Chinese form, a country or its part."""
_LONGEST = 80
_GROUP_IN_LOT = re.compile(
    r"(?i:(?<!\w)(?:groupement|consortium(?: of)?|joint venture(?: of| between)?|bietergemeinschaft|arge|"
    r"consorcio|cons[óo]rcio|rti|"
    r"консорциум|konsorcjum(?: firm)?))\s+(?=[A-ZÀ-Þ«][^\n]{2,90}(?:\s/\s|\s(?:and|et|und|y|e|и)\s))"
)
"""A group without a name of its own in the line of a lot; its members follow."""
_AFTER_NAMES = re.compile(
    r"\s[-–—]\s|\s(?:for|pour|por|à|at|za|за|zum)\s(?=\S{0,4}\s?\d)|:\s|,\s+(?i:montant|auftragssumme|amount|price|"
    r"prix|valor|importe|for|pour|por|zum|за|сум)|[€£$]|"
    r"\d{3}"
)
_LONGEST_FIELD = 1000
_NUMBER_OF_LINE = re.compile(r"^\s{0,8}\d{1,2}[a-z]?\.\s")
_TYPESET = re.compile(rf"(?<=[{HAN_CLASS}（）()])\s+(?=[{HAN_CLASS}（）()])")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundName:
    """The name of an organisation in a value."""

    piece: Piece
    leads: bool = False
    is_member: bool = False
    in_consortium: bool = False
    is_group: bool = False
    """The name under which several bid, beside theirs."""

    @property
    def name(self) -> str:
        """The name as printed; line breaks and blanks inside Chinese names are of the page, not of the name."""
        return clean_name(self.piece.text)


def clean_name(text: str) -> str:
    """Return a name without the blanks and line breaks that typesetting put between its Chinese characters."""
    return _TYPESET.sub("", " ".join(text.split()))


def looks_like_organisation(text: str) -> bool:
    """Say whether a text looks like the name of one or several organisations, and not like a person or a sentence."""
    return bool(_known_spans(text))


def find_names(value: Piece) -> list[FoundName]:
    """Find the organisations named in a value, in order.

    Names joined by 、 / ; & and 和 are taken apart where each part is a name of its own. Persons, phone numbers, blanks
    and sentences are none.
    """
    spans = _known_spans(value.text)
    if not spans:
        return []
    together = bool(_CONSORTIUM.search(value.flat) or _JOINED_BEHIND.match(value.sheet.flat, value.end))
    lead = _LEAD_BY_NAME.search(value.sheet.flat, value.start, value.end + _LONGEST) if together else None
    is_former = together and _FORMER_LEADS.search(value.sheet.flat, value.start, value.end + _LONGEST) is not None
    found: list[FoundName] = []
    for start, end, around in spans:
        piece = value.part(start, end + keeps_full_stop(value.sheet.page.text, value.start + end, _is_alone(value)))
        leads = (
            (is_former and not found)
            or bool(_LEAD.search(around))
            or "(主" in around
            or (lead is not None and lead["name"] == piece.flat)
        )
        found.append(
            FoundName(
                piece=piece,
                leads=leads,
                is_member=not leads and (bool(_MEMBER.search(around)) or "(成" in around),
                in_consortium=together,
                is_group=around == GROUP_ITSELF,
            )
        )
    return found


def _is_alone(value: Piece) -> bool:
    """Say whether a value stands beside a label on a line of its own, so that a full stop ends no sentence."""
    before = value.sheet.flat[value.sheet.flat.rfind("\n", 0, value.start) + 1 : value.start]
    before = _NUMBER_OF_LINE.sub("", before)
    return (":" in before and ". " not in before) or before.rstrip(" ").endswith(("\t", "|"))


def names_in_lot(entry: Entry) -> list[FoundName]:
    """Return who may have won in the text of a lot: without Chinese signs only companies with their legal form.

    None where the line names those who lost.
    """
    value = entry.value
    if is_of_losers(value):
        return []
    if has_han(value.flat):
        return [one for one in find_names(value) if SELLS.search(one.piece.flat)]
    group = _GROUP_IN_LOT.search(value.text)
    if group is not None:
        stop = _AFTER_NAMES.search(value.text, group.end())
        return find_names(value.part(group.start(), stop.start() if stop else len(value.text)))
    return [FoundName(piece=value.part(*span)) for span in companies(value.text)]


def _known_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    return _cached_spans(text) if len(text) <= _LONGEST_FIELD else ()


@lru_cache(maxsize=4096)
def _cached_spans(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return the names in a value; documents name the same parties again and again."""
    return tuple(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and surroundings (brackets and prefix) of each name."""
    flat = flatten(text)
    if len(flat) > _LONGEST_FIELD or is_blank(flat):
        return
    if not has_han(flat):
        yield from western_spans(text, flat)
        return
    behind = _HAN_BEHIND.fullmatch(flat)
    if behind is not None:
        yield from _with_chinese_form(text, flat, behind)
        return
    bracket = members_in_bracket(flat)
    if bracket is not None:
        first, members = _chinese_span(flat, 0, bracket[0]), list(_listed(flat, *bracket[1:]))
        if first and members:
            yield (*first[:2], "牵头人")
            yield from ((start, end, "成员") for start, end, _around in members)
            return
    yield from _listed(flat, 0, len(flat))


def _with_chinese_form(text: str, flat: str, match: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the name in Latin letters before a Chinese bracket; the bracket is of it where it repeats the name."""
    names = list(western_spans(text[: match.end("name")], flat[: match.end("name")]))
    if len(names) == 1 and text[names[0][1] : match.end("name")] in {"", "."}:
        is_own = _chinese_span(flat, *match.span("inner")) is not None and not _DROPPED_BRACKET.search(match["inner"])
        yield names[0][0], match.end("bracket") if is_own else names[0][1], match["bracket"] if not is_own else ""


def _listed(flat: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Yield the names of a Chinese list, or the one name that it is."""
    masked = _BRACKETS.sub(lambda match: "\u200b" * len(match[0]), flat[:last])
    stops = [at for match in _DELIMITERS.finditer(masked, first) for at in match.span()]
    stops = sorted([first, *stops, *(at for at in parted_by_roles(flat) for _twice in range(2)), last])
    pieces = [(start, end) for start, end in zip(stops[::2], stops[1::2], strict=True) if flat[start:end].strip()]
    whole = _chinese_span(flat, first, last)
    parts = [span for span in (_chinese_span(flat, start, end) for start, end in pieces) if span]
    alone = _last_word(flat, first, last) if len(parts) < 2 else None
    if alone is not None:
        yield alone
        return
    if whole and (len(parts) < 2 and not (parts and _SET_APART.search(masked, *whole[:2]))):
        yield whole
        return
    yield from parts


def _last_word(flat: str, first: int, last: int) -> tuple[int, int, str] | None:
    """Return the company that is the last of several words, with its province first: 目录一 血袋 江西某某公司."""
    at = flat.rfind(" ", first, last) + 1
    is_firm = at > first and last - at >= _SURELY_WHOLE and _OF_PROVINCE.match(flat, at) is not None
    return _chinese_span(flat, at, last) if is_firm and _COMPANY.search(flat, at, last) else None


def _chinese_span(flat: str, start: int, end: int) -> tuple[int, int, str] | None:
    """Return the one name in `flat[start:end]`, or None."""
    prefix = _NAME_PREFIX.match(flat[start:end])
    around = prefix[0] if prefix else ""
    start += prefix.end() if prefix else 0
    group = _GROUPED.search(flat, start, end)
    led = led_to(flat[start : group.start() if group else end])
    again = _NAME_PREFIX.match(flat[start + led : end]) if led else None
    start += led + (again.end() if again else 0)
    end = _cut_after_company(flat, start, end)
    while True:
        end = start + len(flat[start:end].rstrip(" \n\u200b,;、:”」』"))
        group = _GROUPED.search(flat, start, end)
        named = _BRACKETS.sub("", flat[start : group.start()]) if group is not None else ""
        if group is not None and (_SUFFIX.search(named) or _PART_BEHIND.search(named)):
            around += "联合体"
            end = group.start()
            continue
        part = _PART_BEHIND.search(flat, start, end)
        if part is not None:
            around += part["part"]
            end = part.start()
            continue
        opened = _UNCLOSED.search(flat, start, end)
        if opened is not None and opened.start() > start:
            around += opened[0]
            end = opened.start()
            continue
        last = [match for match in _BRACKETS.finditer(flat, start, end) if match.end() == end]
        if not last or last[0].start() == start:
            break
        inner = last[0][0][1:-1].strip()
        of_place = _OF_PLACE.fullmatch(inner) and not _COMPANY.search(flat, start, last[0].start())
        if not (of_place or _SEAT.fullmatch(inner) or _DROPPED_BRACKET.search(inner)):
            break
        around += last[0][0] if "公司" not in inner else ""
        end = last[0].start()
    start, end = _fuller_inside(flat, start, end)
    name = flat[start:end]
    start, name = start + len(name) - len(name.lstrip(_OPENED)), name.lstrip(_OPENED)
    return (start, end, around) if _is_chinese_name(name) else None


def _fuller_inside(flat: str, start: int, end: int) -> tuple[int, int]:
    """Return where the full name stands if a short one has it in brackets: 岭县局（贵州省岭县公安局）."""
    last = [match for match in _BRACKETS.finditer(flat, start, end) if match.end() == end and match.start() > start]
    if not last:
        return start, end
    outer, inner = flat[start : last[0].start()].strip(), last[0][0][1:-1]
    rest = iter(inner)
    is_fuller = len(inner) > len(outer) + 1 and all(character in rest for character in outer)
    return (last[0].start() + 1, last[0].end() - 1) if is_fuller and _SUFFIX.search(inner) else (start, end)


def _cut_after_company(flat: str, start: int, end: int) -> int:
    """Return where the name ends if an amount or a date follows it (甲公司 120万元)."""
    for match in re.finditer(rf"(?:{_ENDINGS})(?:\s*[(][^()]{{0,20}}[)])?", flat[start:end]):
        if _MONEY_OR_DATE.match(flat, start + match.end(), end) and len(match[0]) > 1:
            return start + match.end()
        if re.match(r"\s+", flat[start + match.end() : end]) and (len(match[0]) > 1 or match[0] in "局院所厂"):
            following = flat[start + match.end() : end].strip()
            if not _SUFFIX.search(_BRACKETS.sub("", following)) or _GOODS_BEHIND.search(following):
                return start + match.end()
    return end


def _is_chinese_name(name: str) -> bool:
    plain = "".join(_BRACKETS.sub("", name).split())
    if MILITARY.fullmatch(plain):
        return True
    if not 3 <= len(plain) <= _LONGEST or _NOT_A_NAME.search(name) or looks_like_person(name):
        return False
    if not has_han(plain):
        return any(is_western_name(name) for _ in (0,))
    return (
        bool(_SUFFIX.search(plain))
        and not _TRADE.search(plain)
        and not plain[0].isdigit()
        and not _only_suffix(plain)
        and can_be_chinese(plain)
    )


def _only_suffix(plain: str) -> bool:
    """Say whether a text is a word for a kind of organisation and no name (代理机构, 公司, 本公司, 我局)."""
    return bool(
        re.fullmatch(rf"(?:本|我|该|贵|你|各|其)?(?:{_ENDINGS}|代理机构|采购单位|单位)", plain)
        or plain.startswith(("本公司", "我公司"))
    )
