"""Which script a character belongs to, as far as reading procurement documents needs it."""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from functools import lru_cache

_HAN_RANGES = (
    (0x2E80, 0x2FD5),  # radicals
    (0x3005, 0x3007),  # 々 〆 〇
    (0x3021, 0x3029),
    (0x3400, 0x4DBF),  # extension A
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),  # compatibility ideographs
    (0x20000, 0x323AF),  # extensions B to H
)


class Script(StrEnum):
    """A writing system."""

    HAN = "han"
    KANA = "kana"
    HANGUL = "hangul"
    LATIN = "latin"
    CYRILLIC = "cyrillic"
    ARABIC = "arabic"
    OTHER = "other"


_RANGES = (
    *((first, last, Script.HAN) for first, last in _HAN_RANGES),
    (0x3041, 0x30FF, Script.KANA),
    (0x1100, 0x11FF, Script.HANGUL),
    (0xAC00, 0xD7AF, Script.HANGUL),
    (0x0041, 0x005A, Script.LATIN),
    (0x0061, 0x007A, Script.LATIN),
    (0x00C0, 0x024F, Script.LATIN),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0xFF21, 0xFF3A, Script.LATIN),
    (0xFF41, 0xFF5A, Script.LATIN),
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0600, 0x06FF, Script.ARABIC),
    (0x0750, 0x077F, Script.ARABIC),
    (0xFB50, 0xFDFF, Script.ARABIC),
    (0xFE70, 0xFEFC, Script.ARABIC),
)

HAN_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _HAN_RANGES)
"""The Han ranges, to stand inside a regular expression's brackets."""
_HAN = re.compile(f"[{HAN_CLASS}]")
_HAN_RUN = re.compile(rf"[{HAN_CLASS}]+")


@lru_cache(maxsize=16_384)
def script_of(character: str) -> Script:
    """Return the script of one character; OTHER for digits, punctuation and whatever is not listed here."""
    point = ord(character)
    for first, last, script in _RANGES:
        if first <= point <= last:
            return script
    return Script.OTHER


def is_han(character: str) -> bool:
    """Say whether the character is a Chinese character (〇 and radicals included, punctuation not)."""
    return _HAN.match(character) is not None


def has_han(text: str) -> bool:
    """Say whether the text has at least one Chinese character."""
    return not text.isascii() and _HAN.search(text) is not None


def main_script(text: str) -> Script:
    """Return the script most letters of the text are in; OTHER if it has no letters."""
    if not text.isascii() and 2 * sum(map(len, _HAN_RUN.findall(text))) > len(text):
        return Script.HAN
    counts: dict[Script, int] = {}
    for character, times in Counter(text).items():
        script = script_of(character)
        if script is not Script.OTHER:
            counts[script] = counts.get(script, 0) + times
    return max(counts, key=lambda script: counts[script]) if counts else Script.OTHER


_COMMON_CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшь")
_ALPHABETS = tuple(
    _COMMON_CYRILLIC.union(others)
    for others in (
        "ёщъыэюя",  # Russian
        "ґєіїщюя'’",  # Ukrainian
        "ёіўыэюя'’",  # Belarusian
        "щъюя",  # Bulgarian
        "ђјљњћџ",  # Serbian
        "ѓѕјљњќџ",  # Macedonian
        "ёщъыэюяәғқңөұүһі",  # Kazakh
        "ёщъыэюяңөү",  # Kyrgyz, Mongolian
        "ёщъыэюяәөүҗңһ",  # Tatar
        "ёщъыэюяғӣқӯҳҷў",  # Tajik, Uzbek
        "ёщъыэюяғҙҡңөҫүһә",  # Bashkir
    )
)
"""Letters of the languages of public procurement that are written in Cyrillic (Unicode CLDR, exemplar characters)."""


def is_of_one_alphabet(word: str) -> bool:
    """Say whether there is a language written in Cyrillic that has all the Cyrillic letters of a word."""
    letters = {letter for letter in word.lower() if script_of(letter) is Script.CYRILLIC}
    return any(letters <= alphabet for alphabet in _ALPHABETS)
