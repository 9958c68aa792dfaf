"""Official codes of the places that documents name: never one by chance.

The same county-level names recur all over China (朝阳区, 鼓楼区). A name is given its code where the words before it
say which one it is, or where there is only one of that name; else the possible ones are named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from tenderlight._generated.divisions import DIVISIONS

_MOST_NAMED = 6
_SHORTEST = 3
"""Shorter names (城区, 郊区) are divisions only behind that of their prefecture."""
_KINDS = ("市", "县", "区", "旗", "州", "盟")
_ZONES = ("开发区", "园区", "管理区", "示范区", "实验区", "度假区", "合作区", "产业区", "试验区", "工业区", "保税区")
_OTHER_WORD = re.compile(r"区[域块间划级]|市(?:场|政(?!府)|民(?!政|族)|辖|属)|县级")
"""Words that begin with the last sign of a name: 长安区块链, 上海市场."""


class _Table:
    """Divisions by code and by name."""

    def __init__(self) -> None:
        rows = [line.split(" ", 1) for line in DIVISIONS.split("\n") if line]
        self.names = {row[0]: row[1] for row in rows}
        self.codes: defaultdict[str, list[str]] = defaultdict(list)
        for code, name in rows:
            self.codes[name].append(code)
        self.longest = max(map(len, self.codes))

    def above(self, code: str) -> tuple[str, str]:
        """Return the names of the province and the prefecture that a division lies in; "" for none."""
        province = self.names.get(f"{code[:2]}0000", "")
        prefecture = self.names.get(f"{code[:4]}00", "")
        return province, prefecture if code[4:] != "00" else ""


@lru_cache(maxsize=1)
def _table() -> _Table:
    return _Table()


def division_code(admin1: str | None, place: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Return the code (GB/T 2260, six digits) of the smallest division named, and which ones it may be.

    Args:
        admin1: The province, in full, if it is printed.
        place: Prefecture, county or both, as printed one after the other (济南市历下区).

    Returns:
        The code, or None; and the full names of the divisions that fit where there are several. Both are empty where
        the words name no division of the table.
    """
    table = _table()
    if not place:
        codes = table.codes.get(admin1 or "", [])
        return (codes[0], ()) if len(codes) == 1 and codes[0].endswith("0000") else (None, ())
    for length in range(min(len(place), table.longest), 1, -1):
        name, rest = place[-length:], place[:-length]
        fitting = [code for code in table.codes.get(name, ()) if _fits(table, code, admin1, rest)]
        if len(fitting) == 1:
            return fitting[0], ()
        if fitting:
            return None, tuple("".join(dict.fromkeys((*table.above(code), name))) for code in fitting[:_MOST_NAMED])
    return None, ()


def division_at(flat: str, at: int, within: str) -> tuple[str, str] | None:
    """Return the longest name of a division below a province that stands at a place in a text, and its code.

    Args:
        flat: Flat text, in simplified characters.
        at: Where the name is to begin.
        within: First digits of the codes it may have: two for a province, four for a prefecture; "" = any.

    Zones for industry or trade are no divisions of land, whatever their codes.
    """
    table = _table()
    for length in range(min(len(flat) - at, table.longest), 1, -1):
        name = flat[at : at + length]
        codes = table.codes.get(name, ()) if name.endswith(_KINDS) and not name.endswith(_ZONES) else ()
        fitting = [code for code in codes if code.startswith(within) and not code.endswith("0000")]
        if fitting and (within or length >= _SHORTEST) and not _OTHER_WORD.match(flat, at + length - 1):
            return name, fitting[0]
    return None


def is_division(name: str) -> bool:
    """Say whether a name is that of a division of land."""
    return name in _table().codes


def is_city(name: str) -> bool:
    """Say whether a name is that of a city with districts: the capital of a province, 青岛市."""
    return any(code.endswith("00") and not code.endswith("0000") for code in _table().codes.get(name, ()))


@lru_cache(maxsize=256)
def province_digits(admin1: str | None) -> str:
    """Return the two digits that the codes of a province begin with, its name in full or short; "" for none."""
    table = _table()
    if not admin1:
        return ""
    names = (name for name, codes in table.codes.items() if name.startswith(admin1) and codes[0].endswith("0000"))
    name = next(names, None)
    return table.codes[name][0][:2] if name else ""


def _fits(table: _Table, code: str, admin1: str | None, rest: str) -> bool:
    """Say whether the words before a name are those of what it lies in."""
    province, prefecture = table.above(code)
    if admin1 and admin1 != province and not (len(admin1) > 1 and province.startswith(admin1)):
        return False
    return rest in {"", prefecture, province, province + prefecture}
