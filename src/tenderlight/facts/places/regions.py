"""Where a contract belongs, as far as the document's own words say.

In order: the buyer's name, the name of the project, the address of the buyer. A county is never put into a province
that is not printed: the same names recur all over the country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.places.countries import pieces_of
from tenderlight.facts.places.divisions import division_at, division_code, is_city, is_division, province_digits
from tenderlight.facts.places.overseas import FIRST_LEVEL, district_of_hong_kong, place_in_taiwan, region_of_taiwan
from tenderlight.facts.places.western import western_region
from tenderlight.facts.remarks import several_places
from tenderlight.facts.words.provinces import PROVINCES, SHORT_PROVINCES
from tenderlight.facts.words.vocabulary import Meaning, Section
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import RegionValue

_NAME = rf"[{HAN_CLASS}]"
_CITY = "市(?!场|政(?!府)|民(?!政|族)|辖|属)"
_DISTRICT = "(?<![社校园厂库景街片矿辖小战军灾地])区(?!域|块|间|划|级)"
_TOWN = f"(?:{_CITY}(?!(?<=城市)(?:建设|投资|更新|运营|发展|开发)))"
"""No part of what builds or runs a town (新城城市建设投资公司)."""
_PREFECTURE = "自治州|地区|盟|(?<=[族依哈])州|州(?=公安|人民|教育|财政|司法|应急|水务|交通|卫生|检察|税务|统计)"
_PLACE = re.compile(
    rf"(?:中国共产党|中共|中国|中华人民共和国)?"
    rf"(?P<admin1>{PROVINCES}|(?:{SHORT_PROVINCES})(?={_NAME}{{2,}}?(?:市|州|盟|地区|县|区|旗)))?"
    rf"(?P<city>{_NAME}{{1,6}}?(?:{_PREFECTURE}|(?<!城){_CITY}))?"
    rf"(?P<county>{_NAME}{{1,10}}?(?:自治县|自治旗|林区|特区|县(?!级)|旗|{_DISTRICT}|{_TOWN}))?"
)
_PROVINCE = re.compile(
    rf"(?:中国共产党|中共|中国|中华人民共和国)?(?P<admin1>{PROVINCES}|"
    rf"(?:{SHORT_PROVINCES})(?={_NAME}{{2,}}?(?:市|州|盟|地区|县|区|旗)))?"
)
_COUNTY = re.compile(rf"{_NAME}{{1,10}}?(?:自治县|自治旗|林区|特区|县(?!级)|旗|{_DISTRICT}|{_TOWN})")
_HEADED = re.compile(rf"\s*(?P<name>{PROVINCES})(?={_NAME}{{2,30}}\s*(?:\n|$))")
"""The first line is that of a province: 广东省政府采购合同书."""
_IN_BRACKETS = re.compile(rf"\s?[(](?P<whole>(?P<province>{PROVINCES})(?:{_NAME}{{1,10}}[市县区旗州盟])?)[)]")
_SAID = re.compile(r"中标|成功|成交|关于|采购|委托|祝贺|我[司市县区]")
_SAMPLE = 6_000
_OWN_COUNTRY = re.compile("香港|澳[门門]|[台臺][湾灣]")
"""First levels of China that have a country code of their own."""
_ADDRESSES_OF_BUYERS = frozenset({"机关地址", "招标机关地址", "采购机关地址"})
_BUYERS_ON_LINE = frozenset({"采购人信息", "采购单位信息", "采购人", "招标人", "采购单位", "招标单位"})
_PARTIES_ON_LINE = re.compile(
    r"(采购人(?:信息)?(?=\s{0,3}(?:名\s{0,4}称\s?:|:))|采购单位(?:信息)?(?=\s{0,3}(?:名\s{0,4}称\s?:|:))|招标人(?=\s?:)|招标单位(?=\s?:)|代理|供应商|"
    r"中标|成交|乙方|评审|开标|联系人)"
)
"""The party that a line names before an address: "1.采购人信息 名称：… 地址：…"."""
_TRADITIONAL_SIGNS = "標採購國臺機關貨與約統項辦處務廠業門價獲給書發車電縣總訂簽員區結實驗單開號會議檔費級際過運進達"
_TAIWAN = re.compile(
    r"民国\d|新台币|nt\$|台湾|机关名称|标案|得标|决标|押标金|限制性招标|拟洽厂商|公开取得|契约价金|"
    r"[县市]政府[^\s,。;:]{1,6}[局处]|[乡镇市]公所|"
    r"(?:^|\n)\s*(?:机关|厂商)\s*[:]|(?<!\d)1[01]\d年\d{1,2}月|契约(?:编号|书|总价|标的)|"
    rf"(?:{FIRST_LEVEL})(?:[立政警]|[^\s,。;:]{{1,4}}(?:公所|国民?[中小]))"
)
"""Words for offices, bids and years that only Taiwan uses."""
_MACAO = re.compile(
    r"澳门(?:元|币|特别行政区|治安|政府|保安|司法警察|市政|海关)|判给|司司长|招标实体|公开竞投|mop\s?\$?\d"
)
_HONG_KONG = re.compile(
    r"港币|港元|hk\$|香港|截标|承投|承办商|承判商|恕不受理|批出(?:合约|日期)|合约批[出予]|批出的?合约|"
    r"标书|招标编号|取消招标|局限性招标|邀请书面报价|屋邨"
)
_OFFICES = re.compile(
    rf"(?<!{_NAME})(?:关于|我司|热烈祝贺)?(?P<place>{_NAME}{{2,9}}?(?:自治州|{_CITY}|县(?!级)|旗|{_DISTRICT}))"
    r"(?=(?:公安|人民|第[一二三四五六]|政府|司法|应急|教育|财政|政法|交通|卫生|城市管理|综合|水务|民政|检察|中级|建设管理|机关事务|疾病|海防))"
)
"""Offices of a place, wherever the text names them."""
_BRANCH = re.compile(
    rf"(?:(?P<municipality>(?:北京|上海|天津|重庆)市)|(?P<admin1>{PROVINCES})?{_NAME}{{2,7}}?市)公安局(?P<county>{_NAME}{{2,5}}?[区县旗])(?:公安)?分局"
)
"""The branch of a city's police in a district that its name prints in full."""
_STEM_OF_BRANCH = re.compile(rf"(?<=[市州]公安局)(?P<stem>{_NAME}{{2,4}}?)(?:公安)?分局")
_NOT_NAMES = re.compile(
    r"^(?:[省市县区本全各城主新老郊城市县镇乡村片景校园厂社街辖库小战灾矿核心]+[区市县]|(?:中心|建成|规划|市中|.{0,2}[县市])?城区|"
    r".{0,2}(?:市区|县区|郊区|"
    r"片区|辖区|社区|小区|景区|校区|园区|厂区|库区|院区|病区)|[省市县区本全各]|"
    r".*(?:建设|管理|采购|招标|项目|工程|中心|交易|公共|资源|委托|经济|开发区|高新|工业|物流|园|城$|局|院))"
)


def find_region(notice: Notice, found: Sequence[Statement]) -> list[Statement]:
    """Return the region, or nothing if the words do not say.

    Args:
        notice: The document.
        found: The statements made of it so far; the buyer's name and the currency printed are read from them.
    """
    if notice.language == "zh":
        return _chinese(notice, found)
    return western_region(notice, found)


def _chinese(notice: Notice, found: Sequence[Statement]) -> list[Statement]:
    sources = [
        *(one.stripped("|│ ") for one in pieces_of(notice, found, StatementKind.BUYER)[:1]),
        *pieces_of(notice, found, StatementKind.TITLE)[:1],
    ]
    sources += [notice.title] if sources and notice.title is not None else []
    places = [entry.value for entry in notice.of(Meaning.PLACE)]
    addresses = [entry.value for entry in notice.of(Meaning.ADDRESS) if _is_of_buyer(entry)]
    overseas = _overseas(notice, sources, addresses)
    if overseas is not None:
        return [overseas]
    behind = _behind(sources[:1])
    sources = [behind, *sources] if behind is not None and read_chinese_place(behind.flat)[1] else sources
    admin1, place, pieces = _first_told(sources, places, addresses)
    if place is None and not sources and (office := _only_office(notice)) is not None:
        province, local, length = read_chinese_place(office.flat)
        admin1 = admin1 or (_as_written(office, province) if province else None)
        place = _as_written(office, local) if local else None
        pieces.append(office.part(0, length))
    if not admin1 and (printed := behind or _province_of(notice, place)):
        admin1 = printed.text
        pieces.append(printed)
    if place is None and sources and (seat := _seat_of_branch(sources[0], addresses)) is not None:
        place = _as_written(seat, read_chinese_place(seat.flat)[1] or "")
        pieces.append(seat)
    pieces = (
        pieces
        or sources[:1]
        or (pieces_of(notice, found, StatementKind.SUPPLIER) or pieces_of(notice, found, StatementKind.AMOUNT))[:1]
        or _signs_of(notice)
    )
    if not pieces:
        return []
    country = "CN" if admin1 and not _OWN_COUNTRY.match(admin1) else notice.country
    admin1, place = (admin1, place) if country not in {"HK", "MO"} else (None, None)
    code, may_be = division_code(_flat(admin1), _flat(place)) if country == "CN" else (None, ())
    value = RegionValue(country=country, admin1=admin1, place=place, code=code)
    against = [several_places(may_be)] if may_be else []
    return [notice.statement(StatementKind.REGION, value, pieces, against)]


def _first_told(
    sources: Sequence[Piece], places: Sequence[Piece], addresses: Sequence[Piece]
) -> tuple[str | None, str | None, list[Piece]]:
    """Return province and place that names, places and addresses tell first, and the words that do so."""
    admin1 = place = None
    pieces: list[Piece] = []
    for piece in (*sources, *places, *addresses):
        province, local, length = read_chinese_place(piece.flat)
        if place is not None and (not local.endswith(place) if local else piece not in places):
            continue
        if admin1 is not None and piece in addresses:
            continue
        if (province and not admin1) or (local and not place):
            admin1 = admin1 or (_as_written(piece, province) if province else None)
            place = place or (_as_written(piece, local) if local else None)
            pieces.append(piece.part(0, length))
        if admin1 and place:
            break
    return admin1, place, pieces


def _overseas(notice: Notice, names: Sequence[Piece], addresses: Sequence[Piece]) -> Statement | None:
    """Return the region of a document of Taiwan or Hong Kong whose buyer says which one by a name of theirs."""
    if notice.country == "HK":
        districts = map(district_of_hong_kong, (*names[:1], *addresses))
        place = next((one for one in districts if one is not None), None)
        value = RegionValue(country="HK", place=place.text) if place is not None else None
        return notice.statement(StatementKind.REGION, value, [place]) if value and place else None
    if notice.country != "TW":
        return None
    office = _only_office(notice) if not names else None
    names = [office] if office is not None else names
    own = read_chinese_place(names[0].flat)[1] if names else None
    if own is not None and own.endswith(("市", "县")) and place_in_taiwan(names[0]) is None:
        return None
    found = region_of_taiwan(names, addresses)
    if found is None:
        return None
    value = RegionValue(country="TW", admin1=found.admin1.text, place=found.place.text if found.place else None)
    return notice.statement(StatementKind.REGION, value, [found.whole])


def _is_of_buyer(entry: Entry) -> bool:
    """Say whether an address is that of the buyer, by the heading above, its own label or the party before it."""
    if entry.section is Section.BUYER or entry.label in _ADDRESSES_OF_BUYERS:
        return True
    flat = entry.value.sheet.flat
    before = flat[flat.rfind("\n", 0, entry.value.start) + 1 : entry.value.start]
    parties = _PARTIES_ON_LINE.findall(before)
    return bool(parties) and parties[-1] in _BUYERS_ON_LINE


def _only_office(notice: Notice) -> Piece | None:
    """Return the place in the names of offices, where a document has offices of one place alone."""
    found: dict[str, Piece] = {}
    for sheet in notice.sheets[:2]:
        for match in _OFFICES.finditer(sheet.flat[:_SAMPLE]):
            local = read_chinese_place(match["place"])[1]
            if local is not None and not _SAID.search(local):
                found.setdefault(local, Piece(sheet=sheet, start=match.start("place"), end=match.end("place")))
    return next(iter(found.values())) if len(found) == 1 else None


def _behind(names: Sequence[Piece]) -> Piece | None:
    """Return the province, and its city or county, in brackets behind the buyer's name: 海榆县公安局（海南省）."""
    for name in names:
        match = _IN_BRACKETS.match(name.sheet.flat, name.end)
        if match is not None:
            return Piece(sheet=name.sheet, start=match.start("whole"), end=match.end("whole"))
    return None


def _seat_of_branch(office: Piece, addresses: Sequence[Piece]) -> Piece | None:
    """Return the address of a city's branch office that lies in the district whose name the office has.

    北京市公安局云阙分局, 北京市云阙区府前西街9号.
    """
    branch = _STEM_OF_BRANCH.search(office.flat)
    stem = branch["stem"] if branch is not None else ""
    for address in addresses if stem else ():
        local = read_chinese_place(address.flat)[1] or ""
        if any(local.endswith(stem + kind) for kind in ("区", "县", "旗", "新区")):
            return address
    return None


def _province_of(notice: Notice, place: str | None) -> Piece | None:
    """Return the province printed right before the buyer's place somewhere, or first in the heading."""
    for sheet in notice.sheets[:2]:
        before = re.search(rf"(?P<name>{PROVINCES}){re.escape(flatten(place))}", sheet.flat) if place else None
        first = before or _HEADED.match(sheet.flat)
        if first is not None:
            return Piece(sheet=sheet, start=first.start("name"), end=first.end("name"))
    return None


def read_chinese_place(flat: str) -> tuple[str | None, str | None, int]:
    """Return province, city or county, and how long the words are that a name or an address begins with.

    Only what is printed with its kind (省, 市, 县, 区 …) counts. 开发区, 校区, 园区 and the like are no such places.
    """
    known = _known_place(flat)
    if known is not None:
        return known
    branch = _BRANCH.match(flat)
    if branch is not None and not _NOT_NAMES.search(branch["county"]):
        return branch["admin1"] or branch["municipality"], branch["county"], branch.end("county")
    match = _PLACE.match(flat)
    if match is None or not match[0]:
        return None, None, 0
    admin1, city, county = match["admin1"], match["city"], match["county"]
    if county and not city and not is_division(county) and (short := _short_city(county)):
        county = county[short:]
        return admin1, county, match.end("county")
    if city and _NOT_NAMES.search(city):
        city, county = None, None
    if county and _NOT_NAMES.search(county):
        county = None
    place = "".join(part for part in (city, county) if part) or None
    end = max(
        (match.end(name) for name, part in (("admin1", admin1), ("city", city), ("county", county)) if part), default=0
    )
    return admin1, place, end


def _short_city(county: str) -> int:
    """Return how many letters of a district are the name of its city, printed without 市: 青岛胶湾区."""
    known = (at for at in (3, 2) if len(county) > at + 1 and county[at] != "市" and is_city(f"{county[:at]}市"))
    return next(known, 0)


def _known_place(flat: str) -> tuple[str | None, str | None, int] | None:
    """Read a place by the table of divisions; None where the words behind the province are in no such table."""
    province = _PROVINCE.match(flat)
    admin1 = province["admin1"] if province else None
    at = province.end() if province else 0
    digits = province_digits(admin1)
    first = division_at(flat, at, digits) if digits or not admin1 else None
    if first is None:
        return None
    end = at + len(first[0])
    if first[1].endswith("00"):
        second = division_at(flat, end, first[1][:4])
        county = None if second else _COUNTY.match(flat, end)
        if second is not None:
            end += len(second[0])
        elif county is not None and not _NOT_NAMES.search(county[0]):
            end = county.end()
    return admin1, flat[at:end], end


def _as_written(piece: Piece, words: str) -> str:
    at = piece.flat.find(words)
    return piece.text[at : at + len(words)] if at >= 0 else words


def _flat(words: str | None) -> str | None:
    return flatten(words) if words is not None else None


def chinese_country(sheets: Sequence[Sheet]) -> str:
    """Return CN, TW, HK or MO for a Chinese document, by its writing and its words for years and money."""
    return next((country for country, _sign in _signs(sheets)), "CN")


def _signs_of(notice: Notice) -> list[Piece]:
    """Return the words that say that a document is one of Taiwan, Hong Kong or Macao; none of the mainland."""
    return [sign for country, sign in _signs(notice.sheets) if country == notice.country][:1]


def _signs(sheets: Sequence[Sheet]) -> Iterator[tuple[str, Piece]]:
    for sheet in sheets[:3]:
        if not any(character in sheet.page.text for character in _TRADITIONAL_SIGNS):
            continue
        for country, pattern in (("MO", _MACAO), ("TW", _TAIWAN), ("HK", _HONG_KONG)):
            sign = pattern.search(sheet.flat)
            if sign is not None:
                yield country, Piece(sheet=sheet, start=sign.start(), end=sign.end()).stripped()
