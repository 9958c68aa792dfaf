"""The clauses of a text: sentences and points of a list that are long enough to be told from others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from tenderlight.languages.normalise import fold_text
from tenderlight.languages.scripts import has_han
from tenderlight.linking.resemblance import letters_of

FEWEST_HAN, FEWEST_LETTERS = 20, 60
"""Letters of the shortest clause, with and without Chinese characters."""
LONGEST = 1_000
"""Characters of the longest; the rest of a longer one is a clause of its own."""
MOST_OF_A_TEXT = 2_000
_SIGN = r"[★▲●■◆*•·]|[(（]?\d{1,3}[.．、)）](?!\d)|[(（]?[一二三四五六七八九十]{1,3}[、)）.]"
_CLAUSE = re.compile(rf"(?:[^。；！？;!?\t\n.]|\.(?!\s|\Z)|\n(?![ \t\r\u3000]{{0,20}}(?:\n|{_SIGN}))){{1,{LONGEST}}}+")
"""Up to a sign that ends a sentence, an empty line, or a line that begins with the sign of a point."""

_POINT = re.compile(rf"(?:\s|{_SIGN})*+")

_LONG_NUMBER = re.compile(r"\d{6}")
_NAMES_COMPANY = re.compile(
    r"公司|集团|事务所|研究院|设计院|联合体|\b(?:ltd|llc|inc|gmbh|corp|s\.?a\.?|ооо|оао|зао|пао|ао)\b", re.IGNORECASE
)

_UNIT = (
    r"(?:[munp]m|cm|dm|inch(?:es)?|[kmgt]i?b(?:it)?(?:/s|ps)?|[kmg]?hz|[kmg]?wh?|[km]?va|[km]?v|m?ah|[km]?pa|kg|db|"
    r"fps|[kmg]?bps|rpm|lux|lm|lx|px|dpi|[km]?pixels?|m[pп]x?|nits?|cd/m2|km/h|hp|cores?|threads?|channels?|bits?|"
    r"мм|см|кг|гб|тб|мб|гц|кгц|мгц|ггц|вт|квт|лк|дб|кадр\w*|пикс\w*)"
)
_CHINESE_UNIT = r"(?:万?像素|英寸|毫米|厘米|帧|路|核|线程|瓦|伏|安时|兆|赫兹|流明|勒克斯|分贝|字节|比特|通道|[米寸])"
_DIGIT = re.compile(r"\d")
_TECHNICAL = re.compile(
    rf"(?<![0-9A-Za-z.])\d[\d.,]*\s?(?:{_UNIT}(?![^\W\d_])|°|℃)|\d\s?{_CHINESE_UNIT}|"
    r"\d{3,5}\s?[x×*]\s?\d{3,5}|(?<![0-9A-Za-z])(?:i[pk]\d{2}|h\.?26[45])(?![0-9A-Za-z])",
    re.IGNORECASE,
)
"""A figure with a unit of technology; not of time, money: "within 30 days" stands in every law."""


def has_technical_figure(words: str) -> bool:
    """Say whether words give a measure of a thing: "32 GB", "不低于400万像素", "1920×1080", "IP66"."""
    return _DIGIT.search(words) is not None and _TECHNICAL.search(fold_text(words)) is not None


def names_company(words: str) -> bool:
    """Say whether words hold the legal form of a company, or call something one."""
    return _NAMES_COMPANY.search(words) is not None


class Clause(NamedTuple):
    """A clause: `text[start:end]`, and its letters."""

    start: int
    end: int
    letters: str


def clauses_of(text: str) -> Iterator[Clause]:
    """Yield the clauses of a text in order, as many as are looked at; the sign of a point is left out.

    What names a company or holds a long number says who, and not what is bought: the people and certificates that a
    bidder shows stand in all its bids. Those are left out.
    """
    count = 0
    for found in _CLAUSE.finditer(text):
        start = _POINT.match(text, found.start(), found.end()).end()  # type: ignore[union-attr] # it matches nothing too
        words = text[start : found.end()].rstrip()
        letters = letters_of(words) if len(words) >= FEWEST_HAN else ""
        if len(letters) < (FEWEST_HAN if has_han(letters) else FEWEST_LETTERS):
            continue
        if _LONG_NUMBER.search(letters) or _NAMES_COMPANY.search(words):
            continue
        yield Clause(start, start + len(words), letters)
        count += 1
        if count == MOST_OF_A_TEXT:
            return
