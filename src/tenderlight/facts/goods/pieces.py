"""What Chinese pages have that count pieces: a page or line without any names no goods that were bought by number."""

from __future__ import annotations

import re
from functools import lru_cache

from tenderlight.facts.goods.like_numbers import HAN_UNIT
from tenderlight.languages.scripts import HAN_CLASS

_HEADED = r"数\s?量(?!\s?(?:[、,及或和]\s?(?:简要|质量|规格|技术|服务)|与))|台数|件数"
PIECES = re.compile(
    rf"{_HEADED}|\d/[台套部件个只辆架支块张把条组](?![{HAN_CLASS}])|\d[ \t|]?[(]?"
    r"(?!本[项次招采投标]|项[目招采]|具[有备体]|间[、,]|处|座[^,、;。()\d]{0,3}桥|"
    r"个(?:月|工作日|日历|自然|日|标|包|分包|品目|专题|[省市县区乡镇村])|平方|立方|[期米]|公里|千米|延米|m2|㎡|包(?![装子\s、,;。)])|"
    rf"条(?:线|[公道]?路)|吨/|张[{HAN_CLASS}]{{1,2}}[,、(\t])"
    rf"{HAN_UNIT}|"
    r"[^\d\s×x*]\s?×\s?\d{1,5}(?![\d×x*.])|"
    r"[一两二三四五六七八九十壹贰叁肆伍][ \t]?[(]?(?:部(?![门分])|[台套辆架只支把艘])|"
    r"[台套部件个只辆架支块张把条][ \t]+\d"
)
"""A number of pieces, or a column of them: days, lengths, areas, issues, lots and villages are none."""


@lru_cache(maxsize=64)
def counts_pieces(flat: str) -> bool:
    """Say whether a Chinese page has what counts pieces; several readers of goods ask it of the same page."""
    return PIECES.search(flat) is not None


COLUMN = re.compile(_HEADED)
"""What may head a column of numbers, whose rows then count pieces without saying so."""
