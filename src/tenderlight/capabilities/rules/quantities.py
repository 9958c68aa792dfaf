"""Large numbers beside face libraries: 50 万, 2,000,000, 3 million.

`face.population_db` asks for a library of hundreds of thousands of faces or more; a door terminal stores a few
thousand. The vocabulary has the words that are large by themselves (百万, million); this adds the numbers that must
be read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.capabilities.matching import FOUND
from tenderlight.capabilities.words import Hit

LARGE = 200_000
"""Faces from which a library is one of a population: "hundreds of thousands"."""
SENSE = FOUND
NAMES = frozenset({"face_library", "face_library_vague", "face", "capacity", "population"})
"""Senses beside which a number is read."""
SIZED = frozenset({"face_library", "capacity"})
"""Senses that ask for a size: only beside them is a number that fills a table cell one. Elsewhere it is a price."""
REACH = 40
"""Characters around a library's name in which a number is looked for."""
METRES_REACH = 8
"""Characters before a number in which Chinese words say that "m" is metres."""
_OTHER_UNIT = re.compile(
    r"[ \t]?(?:像素|万像素|px|pixels?|dpi|元|圆|円|日元|美元|港元|澳元|台币|新台币|欧元|卢布|人民币|rmb|cny|usd|eur|gbp"
    r"|㎡|m2|平方|平米|公里|千米|米|kw|w(?![a-z])|mah|hz|rpm|lm|lux|小时|分钟|秒|段|路|部|台|套|册|卷|hours?|次|ms|字|吨|升|kg|dollars?|euros?|pounds?"
    r"|руб|pesos?|dinars?"
    r"|(?:ریال|درهم|دینار|جنیه|تومان|لیرة|دولار|دلار|یورو|متر|کیلومتر|بکسل|پیکسل|ساعة|ساعت|دقیقة|دقیقه|لتر|لیتر)\b)"
)
_MONEY_SIGN = re.compile(r"(?:[¥￥$€£₽]|rmb|cny|usd|eur|gbp|hk\$|人民币)[ \t]?$")
_CENTS = re.compile(r"[0-9,]+[.][0-9]{2}(?![0-9])")
CELL_BORDERS = frozenset({"", "\t", "\n", "|"})
_MULTIPLIERS = {"万": 10_000, "w": 10_000, "k": 1_000, "thousand": 1_000, "m": 1_000_000, "тыс": 1_000, "mil": 1_000}
_DIGITS = "一二三四五六七八九"
_HAN_NUMBERS = {"十": 10, "百": 100, "千": 1_000}


def large_numbers(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the hits, with one more for each large number near the name of a library."""
    added: dict[tuple[int, int], Hit] = {}
    done = 0
    for hit in hits:
        if hit.senses.isdisjoint(NAMES):
            continue
        start = max(done, hit.start - REACH)
        done = min(len(text), hit.end + REACH)
        for first, last, number in _numbers(text, start, done):
            if number < LARGE or _counts_something_else(text, first, last):
                continue
            if hit.senses & SIZED or not _is_alone(text, first, last):
                added[first, last] = Hit(first, last, frozenset({SENSE}), False)
    if not added:
        return list(hits)
    return sorted([*hits, *added.values()], key=lambda hit: (hit.start, hit.end))


def _counts_something_else(text: str, first: int, last: int) -> bool:
    """Say whether a number is money, pixels, a length, a time: 200万像素, 235000元, $3,912,400."""
    return bool(_OTHER_UNIT.match(text, last)) or bool(_MONEY_SIGN.search(text, max(0, first - 4), first))


def _is_alone(text: str, first: int, last: int) -> bool:
    """Say whether a number fills a table cell by itself, or is written as a price (398,000.00)."""
    if _CENTS.fullmatch(text[first:last]) or _CENTS.match("0" + text[last : last + 4]):
        return True
    return text[max(0, first - 1) : first] in CELL_BORDERS and text[last : last + 1] in CELL_BORDERS


def _numbers(text: str, start: int, end: int) -> list[tuple[int, int, float]]:
    """Return (start, end, value) of the numbers in `text[start:end]`."""
    found = []
    place = start
    while place < end:
        if not (text[place].isdecimal() or text[place] in _DIGITS or text[place] in _HAN_NUMBERS):
            place += 1
            continue
        if place and (text[place - 1].isalnum() and text[place - 1] < "\u2e80"):
            place += 1
            continue
        last, value = _number(text, place, min(end + 12, len(text)))
        found.append((place, last, value))
        place = max(last, place + 1)
    return found


def _number(text: str, start: int, limit: int) -> tuple[int, float]:
    """Read the number that begins at `start`: digits with separators, or Chinese, and the multiplier behind it."""
    place = start
    if text[start].isdecimal():
        while place < limit and (text[place].isdecimal() or _separates(text, place, limit)):
            place += 1
        digits = text[start:place].replace(",", "").replace(" ", "")
        value = _as_number(digits)
    else:
        value = 0.0
        digit = 0.0
        while place < limit and (text[place] in _DIGITS or text[place] in _HAN_NUMBERS):
            if text[place] in _DIGITS:
                digit = _DIGITS.index(text[place]) + 1.0
            else:
                value += max(digit, 1.0) * _HAN_NUMBERS[text[place]]
                digit = 0.0
            place += 1
        value += digit
    behind = place + 1 if text[place : place + 1] == " " else place
    for word, factor in _MULTIPLIERS.items():
        if text.startswith(word, behind) and not (
            word.isascii()
            and text[behind + len(word) : behind + len(word) + 1].isalpha()
            and text[behind + len(word)] < "\u2e80"
        ):
            return behind + len(word), value * (1 if word == "m" and _are_metres(text, start) else factor)
    return place, value


def _are_metres(text: str, start: int) -> bool:
    """Say whether the "m" behind a number is metres: Chinese text writes no millions so (识别距离0.3-1.5m)."""
    return any(character >= "\u2e80" for character in text[max(0, start - METRES_REACH) : start])


def _separates(text: str, place: int, limit: int) -> bool:
    """Say whether a comma, blank or point stands between groups of a number."""
    if text[place] not in ",. " or place + 1 >= limit or not text[place + 1].isdecimal():
        return False
    return text[place] == "." or (text[place + 1 : place + 4].isdecimal() and len(text[place + 1 : place + 4]) == 3)


def _as_number(digits: str) -> float:
    if digits.count(".") > 1:
        return float(digits.replace(".", ""))
    return float(digits)
