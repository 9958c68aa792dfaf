"""Amounts that are given as a range (12-15万元, between £2m and £3m): neither end is the amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

WIDEST = 100
"""How many times the lower end the higher end may be, where only the higher one has a unit: in "包1-150000元" the 1
counts lots."""

_CAPITALS = "零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿"
_NUMBER = r"\d[\d,.' \u2009]{0,20}\d|\d"
_MONEY = r"[¥$£€₽₴]|rmb|usd|eur|gbp|cny|hk\$|nt\$|r\$"
_UNIT = (
    r"[千百十]?[万亿]?[元圆]|[万亿]|k\b|m\b|bn\b|million(?:en)?|millones|millions|milhões|mln|млн|млрд|тыс|"
    r"usd|eur|gbp|cny|€|£|руб|грн|тенге|pesos|euros?|reais"
)
_END = rf"(?:{_MONEY})?\s?(?:{_NUMBER}|[{_CAPITALS}]{{2,20}})\s?\.?(?:{_UNIT})?\.?"
_RANGE = re.compile(
    rf"(?<![a-z\d/.,\-包第段项号])(?:(?P<low>{_MONEY})?[ \t]?(?P<first>{_NUMBER}|[{_CAPITALS}]{{2,20}})[ \t]?\.?"
    rf"(?P<unit>{_UNIT})?\.?)"
    rf"[ \t]?(?:-{{1,2}}|[~—–～]{{1,2}}|至|到|\bto\b|\bдо\b|\bhasta\b|\baté\b|\bbis\b)[ \t]?"
    rf"(?P<high>{_MONEY})?[ \t]?(?P<second>{_NUMBER}|[{_CAPITALS}]{{2,20}})[ \t]?\.?(?P<last>{_UNIT})?"
)
_CONNECTS = re.compile(r"[-~—–～至到]|\s(?:to|до|hasta|até|bis|and|y|et|e|a|à|und)\s")
"""Without one of these there is no range."""
_BETWEEN = re.compile(
    rf"\b(?:between|entre|from|от|від|zwischen)\s{_END}[ \t]?(?:\S{{1,8}}[ \t])?(?:and|y|et|e|a|à|to|до|und)\s{_END}"
)
_CHANGED = re.compile(r"chang|amend|correct|increas|reduc|rais|revis|modif|aument|alter|измен|увелич|уменьш|змінен")
_LOOK_BACK = 60


def ranges(flat: str) -> Iterator[tuple[int, int]]:
    """Yield where ranges of money stand in a folded text: start, end. "Changed from 95,000 to 99,000" is none."""
    if not _CONNECTS.search(flat):
        return
    for match in _RANGE.finditer(flat):
        is_money = match["high"] or match["last"] or (match["low"] and match["second"])
        if is_money and _is_ascending(match) and not _is_change(flat, match.start()):
            yield match.span()
    for match in _BETWEEN.finditer(flat):
        if not _is_change(flat, match.start()):
            yield match.span()


def _is_change(flat: str, at: int) -> bool:
    return _CHANGED.search(flat, max(0, at - _LOOK_BACK), at) is not None


def _is_ascending(match: re.Match[str]) -> bool:
    """Say whether the second number can be the higher end; numbers in words, or with units of their own, may be."""
    first, second = _value(match["first"]), _value(match["second"])
    if first is None or second is None or (match["unit"] and match["unit"] != match["last"]):
        return True
    return first < second <= first * WIDEST or (bool(match["unit"]) and first < second)


def _value(written: str) -> Decimal | None:
    try:
        return Decimal(re.sub(r"[,' \u2009]", "", written))
    except InvalidOperation:
        return None
