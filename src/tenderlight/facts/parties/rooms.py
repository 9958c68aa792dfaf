"""Rooms and sections of offices that buy: dropped behind the office they name, kept where they are all that is told.

In Taiwan, Hong Kong and Macao 某大學總務處 and 某署採購科 buy for the university and the department that they name
first. A label may also name a section alone (香港入境科技統籌組): no form of a name proves it, only the label does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.scripts import HAN_CLASS

_ROOM = re.compile(
    rf"(?P<office>[{HAN_CLASS}()]{{2,30}}?(?:大学|学院|医院|[中小]学|[高国]中|[署局所院]|监狱(?!管理)|联网|总队|公司))"
    r"\s?(?:[-–—]{1,2}\s?)?(?:(?:总务|行政)处(?=.))?(?:(?:总务|事务|庶务|采购|保管|采购及(?:物料|合约)管理|后勤)[处科组室课股部]|"
    r"(?:秘书|资讯|会计|主计|行政|财务|人事|政风|研发)[室科组股课])"
)
"""An office and the room of its own that buys for it: 某大學總務處, 某署採購科."""
_SECTION = re.compile(rf"(?![本我贵该各])[{HAN_CLASS}]{{3,28}}(?:科|组|室|总区|机构)(?<!小组)(?<!专家组)(?<!评委组)")
_GENERIC = re.compile(
    r"(?:采购|总务|事务|庶务|后勤|物资|设备|行政|财务|资讯|秘书|技术|装备|支援|保管|发包|营缮|供应|及|与|和|管理|中心|处)*[科组室]"
)
"""A section that every office has: it says nothing of whose it is."""


def office_of_room(name: Piece) -> Piece | None:
    """Return the office that a name begins with, where a room of its own is named behind it; else None."""
    room = _ROOM.fullmatch(name.flat)
    return name.part(*room.span("office")) if room is not None else None


def labelled_rooms(entries: Iterable[Entry]) -> Iterator[Piece]:
    """Yield the offices or sections that labels of the buyer name, though no form of their names shows that they are.

    Args:
        entries: What stands beside labels of the buyer in a paper of Taiwan, Hong Kong or Macao.
    """
    for entry in entries:
        value = entry.value.stripped()
        if entry.strict or not entry.label:
            continue
        office = office_of_room(value)
        if office is not None:
            yield office
        elif _SECTION.fullmatch(value.flat) and not _GENERIC.fullmatch(value.flat):
            yield value
