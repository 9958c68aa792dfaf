"""Places of Taiwan and Hong Kong in the names of offices and in addresses.

Counties and cities of Taiwan are its first level; what lies in them is named right behind them. Its invented or
misspelt counties are places without a first level, as any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.scripts import HAN_CLASS

_CITIES = "台北市|新北市|桃园市|台中市|台南市|高雄市|基隆市|新竹市|嘉义市"
_COUNTIES = (
    "新竹县|苗栗县|彰化县|南投县|云林县|嘉义县|屏东县|宜兰县|花莲县|台东县|澎湖县|金门县|连江县|"
    "台北县|桃园县|台中县|台南县|高雄县"
)
"""Those of today and, behind them, those that became cities in 2010 and 2014."""
FIRST_LEVEL = f"{_CITIES}|{_COUNTIES}"
"""Alternatives of a pattern, in simplified characters."""
_PART = rf"(?![^乡镇市区]*[府局处院校厂所立会馆署部社政业划])(?!各|全)[{HAN_CLASS}]"
_TAIWAN = re.compile(
    rf"(?:\(?\d{{3,6}}\)?\s?)?(?:台湾省|台湾|福建省(?=金门|连江))?(?:"
    rf"(?P<city>{_CITIES})(?P<district>{_PART}{{1,3}}?区(?!域|块|间|划|级|[乡镇]|区(?!公所)))?|"
    rf"(?P<county>{_COUNTIES})(?P<town>{_PART}{{1,3}}?(?:[乡镇](?![乡镇市区土])|市(?![乡镇市场集民区售容郊政立])))?)"
)
_SMALL = frozenset({"东区", "西区", "南区", "北区", "中区"})
_WITH_SMALL = frozenset({"台中市", "台南市", "新竹市", "嘉义市"})
"""Cities that have districts called after a point of the compass alone."""
_NO_TOWNS = re.compile(r"城乡|.?[夜超都城]市|家乡|故乡|村镇|乡镇|[特市郊山地港]区|.{1,2}[校院]区|.{2}园区")
_DISTRICT_OF_HONG_KONG = re.compile(
    r"(?:香港)?(?P<place>(?:中西|湾仔|东|南|油尖旺|深水埗|九龙城|黄大仙|观塘|葵青|荃湾|屯门|元朗|北|大埔|沙田|西贡|离岛)区)"
    r"(?!域|块|间|划|级|议会秘书处联)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """County or city, and the town or district in it, as printed; None = not printed."""

    admin1: Piece
    place: Piece | None
    whole: Piece
    """The words from the first to the last of them."""


def place_in_taiwan(piece: Piece) -> Located | None:
    """Return county or city, and the town or district in it, that a name or an address begins with; None = none."""
    match = _TAIWAN.match(piece.flat)
    if match is None:
        return None
    level = "city" if match["city"] else "county"
    part = "district" if match["city"] else "town"
    name = match[part]
    if name and (_NO_TOWNS.fullmatch(name) or (name in _SMALL and match["city"] not in _WITH_SMALL)):
        name = None
    place = piece.part(*match.span(part)) if name else None
    end = match.end(part) if name else match.end(level)
    return Located(admin1=piece.part(*match.span(level)), place=place, whole=piece.part(match.start(level), end))


def region_of_taiwan(names: Sequence[Piece], addresses: Sequence[Piece]) -> Located | None:
    """Return the first county named and the first place in it that a name or an address of the buyer gives.

    Args:
        names: The buyer, then what is bought.
        addresses: Where the buyer is.
    """
    found = [one for one in map(place_in_taiwan, (*names, *addresses)) if one is not None]
    if not found:
        return None
    first = found[0]
    same = (one for one in found if one.place is not None and one.admin1.flat == first.admin1.flat)
    inside = next(same, first)
    return Located(admin1=first.admin1, place=inside.place, whole=inside.whole)


def district_of_hong_kong(piece: Piece) -> Piece | None:
    """Return the district that a name or an address begins with, or None."""
    match = _DISTRICT_OF_HONG_KONG.match(piece.flat)
    return piece.part(*match.span("place")) if match is not None else None
