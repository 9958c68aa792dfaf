"""Places in Chinese company names: divisions of China, with or without the word for their kind.

深圳市 and 深圳 are one place, and so are 广东省深圳市 and 深圳市; 和田市 and 和田县 are two, and 和田 alone is
the prefecture.
"""

from __future__ import annotations

import re
from functools import lru_cache

import msgspec

from tenderlight._generated.divisions import DIVISIONS

_KINDS = re.compile(
    r"(?:特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|(?:[\u4e00-\u9fff]{1,3}族)+自治[州县旗]|自治[州县旗]|省|市|地区|盟|县|区|旗)$"
)
_SHORT_NAMES = {"150000": "内蒙古", "540000": "西藏", "650000": "新疆", "450000": "广西", "640000": "宁夏"}
_AUTONOMOUS = re.compile(
    r"(?:哈萨克|蒙古|柯尔克孜|朝鲜|土家|苗|彝|藏|羌|傣|景颇|白|哈尼|壮|布依|侗|回|傈僳|黎|瑶|满|土|撒拉|保安|东乡|裕固|塔吉克|锡伯|达斡尔|鄂温克|鄂伦春|仡佬|畲|各|拉祜|佤|布朗|独龙|怒|普米|纳西|水|仫佬|毛南)+族?$"
)
_OTHER_PLACES = {"中国": "CN", "香港": "HK", "澳门": "MO", "台湾": "TW", "香港特别行政区": "HK", "澳门特别行政区": "MO"}
_MOST_LEVELS = 3


class Place(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A place as named at the beginning of a name or in brackets."""

    written: str
    codes: frozenset[str]
    """GB/T 2260 codes it may be; CN, HK, MO, TW for those above."""


def _short(code: str, name: str) -> str:
    """Return a name without the word for its kind and without the peoples of autonomous divisions."""
    if code in _SHORT_NAMES:
        return _SHORT_NAMES[code]
    short = _KINDS.sub("", name)
    if "自治" in name:
        short = _AUTONOMOUS.sub("", short) or short
    return short if len(short) > 1 else name


@lru_cache(maxsize=1)
def _by_name() -> tuple[dict[str, frozenset[str]], int]:
    """Return the codes of each name, and the length of the longest name.

    A short name stands for the highest divisions that bear it.
    """
    full: dict[str, set[str]] = {}
    short: dict[str, set[str]] = {}
    for line in DIVISIONS.split("\n"):
        if line:
            code, name = line.split(" ", 1)
            full.setdefault(name, set()).add(code)
            short.setdefault(_short(code, name), set()).add(code)
    names = {name: frozenset(codes) for name, codes in full.items()}
    for name, codes in short.items():
        if name not in names:
            level = min(map(_level, codes))
            names[name] = frozenset(code for code in codes if _level(code) == level)
    names |= {name: frozenset({code}) for name, code in _OTHER_PLACES.items()}
    return names, max(map(len, names))


def _level(code: str) -> int:
    return 0 if code.endswith("0000") else 1 if code.endswith("00") else 2


def place_named(text: str) -> Place | None:
    """Return the place that a text is the name of, wholly; None if it is no place."""
    place, rest = place_at_start(text)
    return place if place and not rest else None


@lru_cache(maxsize=8192)
def _one_place(text: str) -> tuple[str, frozenset[str]] | None:
    names, longest = _by_name()
    for length in range(min(longest, len(text)), 1, -1):
        codes = names.get(text[:length])
        if codes:
            return text[:length], codes
    return None


def place_at_start(name: str) -> tuple[Place | None, str]:
    """Return the place a name begins with (province, prefecture, county one after the other), and what follows it."""
    rest, written, codes = name, "", frozenset[str]()
    for _ in range(_MOST_LEVELS):
        found = _one_place(rest[:12])
        if found is None:
            break
        within = found[1] if not codes else _within(found[1], codes)
        if not within:
            break
        written += found[0]
        rest, codes = rest[len(found[0]) :], within
    return (Place(written=written, codes=codes), rest) if codes else (None, name)


def _within(codes: frozenset[str], above: frozenset[str]) -> frozenset[str]:
    """Return those of the codes that lie in one of the divisions above."""
    starts = tuple(one.rstrip("0") if len(one) == 6 else one for one in above)
    starts = tuple(one if len(one) % 2 == 0 else f"{one}0" for one in starts)
    return frozenset(code for code in codes if code.startswith(starts) and code not in above)


def same_place(one: Place | None, other: Place | None) -> bool | None:
    """Say whether two places are one: True, False, or None where a name has none.

    A place inside another is not the same place. None, too, where a name may mean several places (长安区) and the other
    is written otherwise.
    """
    if one is None or other is None:
        return None
    if one.written == other.written:
        return True
    if not one.codes & other.codes:
        return False
    return True if len(one.codes) == len(other.codes) == 1 else None
