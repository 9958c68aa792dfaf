"""Official codes of the places that documents name: never one by chance.

The same county-level names recur all over China (朝阳区, 鼓楼区). A name is given its code where the words before it
say which one it is, or where there is only one of that name; else the possible ones are named.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from tenderlight._generated.divisions import DIVISIONS

_MOST_NAMED = 6


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


def _fits(table: _Table, code: str, admin1: str | None, rest: str) -> bool:
    """Say whether the words before a name are those of what it lies in."""
    province, prefecture = table.above(code)
    if admin1 and admin1 != province and not (len(admin1) > 1 and province.startswith(admin1)):
        return False
    return rest in {"", prefecture, province, province + prefecture}
