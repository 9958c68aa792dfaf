"""Does a text layer say what the page shows, or did its fonts hide which characters they draw?

Fonts cut down to the glyphs in use often come without a table from glyphs to characters. What the engine then returns
is glyph numbers that look like characters: a mixture of scripts nobody writes, or Chinese characters nobody uses.
Such text must not be searched, and never be quoted.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LEAST_LETTERS = 24
_MOST_UNKNOWN = 0.25
_MOST_STRAYS = 0.12
_MOST_RARE_HAN = 0.35
_LEAST_PLAUSIBLE = 8
_MOST_STRANGE = 0.1
_VOWELS = (0.2, 0.6)
"""Share of vowels among the letters of texts in European languages."""
_VOWEL_CODES = [ord(vowel) for vowel in "aeiouyAEIOUY"]
_CAPITAL_INSIDE = re.compile("(?<=[a-z])[A-Z](?=[a-z])")

_LATIN, _HAN, _GREEK, _KANA, _HANGUL, _UNKNOWN = range(1, 7)
"""Scripts by number; 0 = no letter, from 16 on one number each for the rest."""
_BLOCKS = (
    (0x0041, 0x005B, _LATIN),
    (0x0061, 0x007B, _LATIN),
    (0x00C0, 0x0250, _LATIN),
    (0x0370, 0x0400, _GREEK),
    (0x1E00, 0x2000, _LATIN),
    (0x3040, 0x3100, _KANA),
    (0x3105, 0x3130, _KANA),
    (0x3400, 0xA000, _HAN),
    (0xAC00, 0xD7A4, _HANGUL),
    (0xD800, 0xF900, _UNKNOWN),
    (0xF900, 0xFB00, _HAN),
    (0xFB00, 0xFB07, _LATIN),
    (0xFF21, 0xFF5B, _LATIN),
    (0xFF66, 0xFFA0, _KANA),
    (0xFFF0, 0x10000, _UNKNOWN),
)
# Scripts of their own in blocks of 128 code points: enough to tell Cyrillic from Arabic from Ethiopic.
_ALPHABETS = ((0x0400, 0x1E00), (0xA000, 0xAC00), (0xFB07, 0xFE00), (0xFE70, 0xFEFF))
# Scripts that take more: Cyrillic, Armenian, Hebrew, Arabic, Tibetan, Burmese, Ethiopic, Canadian, Mongolian, Yi.
_LONG_ALPHABETS = (
    (0x0400, 0x0530),
    (0x0530, 0x0590),
    (0x0590, 0x0600),
    (0x0600, 0x0780),
    (0x0F00, 0x1000),
    (0x1000, 0x10A0),
    (0x1200, 0x13A0),
    (0x1400, 0x1680),
    (0x1800, 0x18B0),
    (0xA000, 0xA4D0),
)
_NATIONAL_SETS = {"gb2312": 0xD800, "big5": 0xC940, "shift_jis": 0x9873, "euc_kr": 0xFFFF}
"""Charsets, and the code behind the last that counts as everyday."""
_FIRST_HAN, _PAST_HAN = 0x4E00, 0xA000
_COMMONEST_HAN = (
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面"
    "公同三已老从动两长标合投件应定项备设招期及保金法电单关款条其司求提买理技术规约位式计格号资供质代安书章收限签全数按交物货品等机构工程服务采购目编名称量价個國說們為這來學會對過開發當"
    "後無經頭動兩長時與業務標書應項備設購採"
)
"""The commonest characters of written Chinese and of public contracts, simplified and traditional. On 145 real pages
they are 28 in 100 or more of the Chinese characters; under a font that says wrong characters, 13 or fewer."""
_LEAST_COMMONEST = 0.18
_LEAST_HAN, _LEAST_LATIN = 60, 200
_MOST_OTHERS = 0.05
_SHORT = 24
_LEAST_SIGNS = 3


@functools.cache
def _scripts() -> NDArray[np.int16]:
    """Return the script of every code point of the basic plane, as a small number."""
    scripts = np.zeros(0x10000, np.int16)
    for first, past in _ALPHABETS:
        for block in range(first, past, 0x80):
            scripts[block : min(block + 0x80, past)] = 16 + block // 0x80
    for first, past, script in _BLOCKS:
        scripts[first:past] = script
    for first, past in _LONG_ALPHABETS:
        scripts[first:past] = 16 + first // 0x80
    scripts[0xFB50:0xFE00] = scripts[0xFE70:0xFEFF] = 16 + 0x0600 // 0x80  # Arabic shapes
    scripts[0x1100:0x1200] = _HANGUL
    return scripts


@functools.cache
def _is_common_han() -> NDArray[np.bool_]:
    """Say of each unified ideograph whether it is in the everyday part of a Chinese, Japanese or Korean standard.

    That is the first level of GB 2312, JIS X 0208 and Big5, and all of KS X 1001.
    """
    common = np.zeros(_PAST_HAN - _FIRST_HAN, np.bool_)
    every = "\n".join(map(chr, range(_FIRST_HAN, _PAST_HAN)))
    for charset, past in _NATIONAL_SETS.items():
        codes = np.array(every.encode(charset, "replace").split(b"\n"), "S2")
        common |= (codes >= b"\x81\x40") & (codes < past.to_bytes(2, "big"))
    return common


def is_garbled(text: str) -> bool:
    """Say whether a page of text is glyph numbers in disguise. Short texts are never called garbled.

    Three signs, each far outside what notices in any language show: many characters that are none (private use,
    unassigned marks), letters of many scripts strewn about, or Chinese characters of which most are in no national
    standard's everyday set.
    """
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    counts = np.bincount(_scripts()[codes], minlength=16)
    letters = int(counts[1:].sum())
    if letters < _LEAST_LETTERS:
        return False
    if counts[_UNKNOWN] > _MOST_UNKNOWN * letters:
        return True
    # Latin and Greek go with every script; Chinese with kana or Hangul; two more are a bilingual text.
    other = np.sort(np.concatenate([[counts[_HAN] + counts[_KANA] + counts[_HANGUL]], counts[_UNKNOWN + 1 :]]))
    if other[:-2].sum() > _MOST_STRAYS * letters:
        return True
    han = codes[(codes >= 0x3400) & (codes < _PAST_HAN)]
    return len(han) >= _LEAST_LETTERS and _rare_share(han) > _MOST_RARE_HAN


def is_plausible(text: str) -> bool:
    """Say whether text that the engine had to guess reads like text.

    Where a font does not say which characters it shows, the engine takes its codes for characters. That is right when
    the program that wrote the file used Unicode for codes, and wrong when it numbered glyphs. Only Latin and Chinese
    text can be told; short text and other scripts are not believed.
    """
    plain = unicodedata.normalize("NFD", text)
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    counts = np.bincount(_scripts()[codes], minlength=16)
    han = codes[(codes >= 0x3400) & (codes < _PAST_HAN)]
    latin = [letter for letter in plain if letter.isascii() and letter.isalpha()]
    letters = len(latin) + int(counts[_HAN] + counts[_KANA])
    others = int(counts[1:].sum()) - letters
    if letters < _LEAST_PLAUSIBLE or others > _MOST_STRANGE * letters:
        return False
    if len(han) and _rare_share(han) > _MOST_STRANGE:
        return False
    if len(latin) < _LEAST_PLAUSIBLE:
        return True
    vowels = sum(letter in "aeiouyAEIOUY" for letter in latin)
    capitals_inside = len(_CAPITAL_INSIDE.findall(plain))
    return _VOWELS[0] <= vowels / len(latin) <= _VOWELS[1] and capitals_inside <= _MOST_STRANGE * len(latin)


def is_doubtful(text: str) -> bool:
    """Say whether a text layer is worth comparing with what the page shows, because it does not read like text.

    A font may say for each glyph a character that people do use, and the wrong one: then no character is strange, but
    they do not come as often as in any text. Signs: Chinese without the commonest characters, Latin letters without
    the right share of vowels, and short text of several signs and no letter. A list of codes may be taken for one of
    these; the comparison then finds that it says what the page shows.
    """
    codes = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    counts = np.bincount(_scripts()[codes], minlength=16)
    letters = int(counts[1:].sum())
    if not letters:
        return _is_of_signs(text)
    han = codes[(codes >= _FIRST_HAN) & (codes < _PAST_HAN)]
    if len(han) >= _LEAST_HAN and counts[_KANA] + counts[_HANGUL] <= _MOST_OTHERS * len(han):
        return float(_is_commonest_han()[han - _FIRST_HAN].mean()) < _LEAST_COMMONEST
    latin = int(counts[_LATIN])
    if latin < _LEAST_LATIN or latin < (1 - _MOST_OTHERS) * letters:
        return False
    vowels = int(np.bincount(codes[codes < 0x80], minlength=0x80)[_VOWEL_CODES].sum())
    marked = int(((codes >= 0xC0) & (codes < 0x0250)).sum())
    return not _VOWELS[0] <= vowels / max(1, latin - marked) <= _VOWELS[1]


@functools.cache
def _is_commonest_han() -> NDArray[np.bool_]:
    common = np.zeros(_PAST_HAN - _FIRST_HAN, np.bool_)
    common[[ord(character) - _FIRST_HAN for character in _COMMONEST_HAN]] = True
    return common


def _is_of_signs(text: str) -> bool:
    """Say whether a short text has no letter, and more kinds of signs than a page number or an amount."""
    seen = "".join(text.split())
    signs = [character for character in seen if not character.isalnum()]
    return len(seen) < _SHORT and len(set(signs)) >= _LEAST_SIGNS and 2 * len(signs) >= len(seen)


def _rare_share(han: NDArray[np.uint16]) -> float:
    """Return the share of Chinese characters that are in no standard's everyday set."""
    unified = han[han >= _FIRST_HAN]
    return 1 - float(_is_common_han()[unified - _FIRST_HAN].sum()) / len(han)
