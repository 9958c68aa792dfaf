"""Chinese numerals, everyday and capital, as whole numbers."""

from __future__ import annotations

import re

_DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    **dict.fromkeys("〇○◯Ｏ", 0),
    **dict.fromkeys("弌壱", 1),
    **dict.fromkeys("弍弐貮貳两兩両", 2),
    **dict.fromkeys("弎参參叄", 3),
    **dict.fromkeys("陸", 6),
    **dict.fromkeys("漆", 7),
}
_UNITS = {
    **dict.fromkeys("十拾", "十"),
    **dict.fromkeys("百佰陌", "百"),
    **dict.fromkeys("千仟阡", "千"),
    **dict.fromkeys("万萬", "万"),
    **dict.fromkeys("亿億", "亿"),
}
_TENS = {"廿": "二十", "卄": "二十", "卅": "三十", "卌": "四十"}
_PLAIN = {ord(written): plain for written, plain in (*_UNITS.items(), *_TENS.items())} | {
    ord(written): "零一二三四五六七八九"[digit] for written, digit in _DIGITS.items()
}

NUMERAL_CHARACTERS = "".join((*_DIGITS, *_UNITS, *_TENS))
"""Every character a Chinese numeral may be written with, to stand inside a regular expression's brackets."""

_DIGIT = "[一二三四五六七八九]"
_SECTION = re.compile(rf"零?(?:({_DIGIT})千)?零?(?:({_DIGIT})百)?零?(?:({_DIGIT})?(十))?零?({_DIGIT})?")


def read_numeral(text: str) -> int | None:
    """Return the whole number a Chinese numeral stands for, or None if the text is not exactly one.

    Capitals (壹贰叁), their variants (弍 貮 叄 參 陸), 廿 and 卅, 〇 and ○, 萬 and 億 are read; digit by digit
    (二〇二二) as well as with units (两千零二十二). Blanks do not count. Ways of speaking that leave a unit out
    (五十万二) are not read: they can mean two numbers.
    """
    numeral = "".join(text.split()).translate(_PLAIN)
    if not numeral or set(numeral) - set("零一二三四五六七八九十百千万亿"):
        return None
    if not set(numeral) & set("十百千万亿"):
        return int("".join(str(_DIGITS[digit]) for digit in numeral))
    return _read_large(numeral, first=True)


def _read_large(numeral: str, *, first: bool) -> int | None:
    """Read a numeral with 亿 or 万 in it; `first` = nothing stands before it."""
    for unit, size in (("亿", 10**8), ("万", 10**4)):
        if unit not in numeral:
            continue
        before, _, after = numeral.rpartition(unit)
        high = _read_large(before, first=first)
        low = _read_large(after, first=False) if after else 0
        if not high or low is None or low >= size:
            return None
        return high * size + low
    return _read_section(numeral, first=first)


def _read_section(numeral: str, *, first: bool) -> int | None:
    """Read a numeral below ten thousand."""
    match = _SECTION.fullmatch(numeral)
    if match is None or numeral.endswith("零") or (first and numeral.startswith("零")):
        return None
    thousands, hundreds, tens, ten, ones = match.groups()
    if ones and not ten and numeral != ones and numeral[-2] != "零":
        return None
    if ones and numeral == ones and not first:
        return None
    value = 1000 * _DIGITS.get(thousands or "零", 0) + 100 * _DIGITS.get(hundreds or "零", 0)
    return value + 10 * (_DIGITS[tens] if tens else int(bool(ten))) + _DIGITS.get(ones or "零", 0)
