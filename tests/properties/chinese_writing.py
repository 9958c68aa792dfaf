"""Numbers and amounts as a careful Chinese clerk writes them: the other way round, to read them back."""

from __future__ import annotations

from decimal import Decimal

CAPITALS = "零壹贰叁肆伍陆柒捌玖"
EVERYDAY = "〇一二三四五六七八九"
_CAPITAL_UNITS = ("", "拾", "佰", "仟")
_EVERYDAY_UNITS = ("", "十", "百", "千")


def write_number(number: int, *, capital: bool = True) -> str:
    """Write a whole number below 10^12 with its units, and 零 for each gap."""
    if number == 0:
        return "零"
    digits = CAPITALS if capital else EVERYDAY.replace("〇", "零")
    units = _CAPITAL_UNITS if capital else _EVERYDAY_UNITS
    sections = []
    while number:
        number, section = divmod(number, 10_000)
        sections.append(section)
    written = ""
    gap = False
    for place in range(len(sections) - 1, -1, -1):
        section = sections[place]
        if section == 0:
            gap = gap or bool(written)
            continue
        if written and (gap or section < 1000):
            written += "零"
        gap = False
        written += _write_section(section, digits, units) + ("", "万", "亿")[place]
    return written


def _write_section(section: int, digits: str, units: tuple[str, ...]) -> str:
    written = ""
    gap = False
    for place in range(3, -1, -1):
        digit = section // 10**place % 10
        if digit == 0:
            gap = gap or bool(written)
            continue
        written += ("零" if gap else "") + digits[digit] + units[place]
        gap = False
    return written


def write_amount(amount: Decimal) -> str:
    """Write an amount of yuan in capital numerals, to the cent."""
    cents = int(amount * 100)
    yuan, rest = divmod(cents, 100)
    written = f"{write_number(yuan)}元"
    if not rest:
        return f"{written}整"
    jiao, fen = divmod(rest, 10)
    written += f"{CAPITALS[jiao]}角" if jiao else "零"
    return written + (f"{CAPITALS[fen]}分" if fen else "整")
