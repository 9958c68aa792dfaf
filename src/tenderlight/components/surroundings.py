"""Where the name of a maker is part of something else: of a firm's name, of a street, of an address on the web."""

from __future__ import annotations

import re

from tenderlight.languages.scripts import HAN_CLASS

_REACH = 40
_FIRM_ENDS = (
    "股份有限公司|有限责任公司|有限公司|分公司|子公司|公司|集团|研究院|研究所|事务所|合作社|经营部|商行|厂|学校|中学|小学|"
    "大学|学院|医院|幼儿园|酒店|宾馆|银行|律师|派出所|村委会|居委会"
)
_OF_A_FIRM = re.compile(rf"[{HAN_CLASS}()·a-z0-9-]{{0,18}}?(?:{_FIRM_ENDS})")
_NO_NAME = re.compile(r"[由的为与和及或给向对在等将被用供从]|摄像机|服务器|录像机|硬盘|显卡|\d{3}")
_PLACE_ENDS = (
    r"(?:街道|街|路(?!由|侧)|大道|(?<![通频])道|巷|弄|村|镇|乡|县|社区|小区|花园|新村|家园|大厦|大楼|广场|公寓|苑|城|"
    r"(?<!网)桥|(?<![作基网电])站|名城)"
)
_OF_A_PLACE = re.compile(rf"[{HAN_CLASS}]{{0,3}}?{_PLACE_ENDS}")
_OF_A_BUILDING = re.compile(r"路(?!由|侧)|街|大道|大厦|大楼|园区|总部|体验馆|展厅|产业园")
LONG_NAME = 4
"""Chinese characters from which on a name is no word of everyday, and few places are called so."""
_GOES_ON = re.compile(r"(?:大讲堂|杯|级城市|鸟)")
_WESTERN_FORM = (
    r"(?:co\.?,?\s?ltd|ltd|limited|inc|incorporated|corp|corporation|llc|l\.l\.c|gmbh|ag|ab|s\.a\.?|sa|sas|srl|s\.r\.l|"
    r"plc|b\.?v|pty|pvt|oy|spa|s\.p\.a|kft|sp\.\s?z\s?o|ооо|зао|ао|тов)"
)
_WESTERN_FIRM = re.compile(rf"[»\"”]?(?:[ ,]{{1,2}}[\w&.'()-]{{1,20}}){{0,4}}?[ ,]{{1,2}}{_WESTERN_FORM}(?![a-zа-я])")
_FORM_FIRST = re.compile(
    r"(?:ооо|зао|оао|пао|ао|тоо|ип|тов|пп|общество с ограниченной ответственностью)[\s]{0,2}[«\"“„]?[\w\s-]{0,30}$"
)
_ON_THE_WEB = re.compile(r"[@./][\w-]{0,20}$|[\w-]{1,20}@[\w.-]{0,20}$|www\.[\w.-]{0,20}$")
_DOMAIN = re.compile(r"[\w-]{0,20}\.(?:com|cn|net|org|ru|de|fr|io|ir|ua|kz|uz)\b|@[\w-]{1,20}\.")


def is_of_a_firm(flat: str, start: int, end: int) -> bool:
    """Say whether `flat[start:end]` is part of the name of a firm or institution, by what follows or stands before."""
    after = flat[end : end + _REACH]
    match = _OF_A_FIRM.match(after)
    if match is not None and not _NO_NAME.search(match[0]):
        return True
    if _WESTERN_FIRM.match(after):
        return True
    before = flat[max(0, start - _REACH) : start]
    return _FORM_FIRST.search(before) is not None


def is_of_a_place(flat: str, start: int, end: int) -> bool:
    """Say whether `flat[start:end]` begins the name of a street, quarter or building."""
    if flat[end - 1 : end] < "\u2e80":
        return False
    pattern = _OF_A_BUILDING if end - start >= LONG_NAME else _OF_A_PLACE
    return pattern.match(flat[end : end + 10]) is not None


def reads_on(flat: str, start: int, end: int) -> bool:
    """Say whether a name is part of an address on the web, or of another word."""
    before = flat[max(0, start - 24) : start]
    is_linked = before.endswith(("@", ".")) or (before.endswith("/") and "//" in before)
    if is_linked and _ON_THE_WEB.search(before):
        return True
    return _DOMAIN.match(flat[end : end + 24]) is not None or _GOES_ON.match(flat[end : end + 4]) is not None
