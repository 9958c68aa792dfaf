"""Whole numbers written in words, in the languages whose contracts write amounts so beside the digits.

"Двенадцать миллионов четыреста восемьдесят тысяч триста пятьдесят", "mil novecientos noventa y nueve millones",
"trente-six mille neuf cents". A word that is none of a number ends it; what does not add up in the usual order is none.
"""

from __future__ import annotations

import re

_UNITS: dict[str, int] = {}
_SCALES: dict[str, int] = {}
_SMALL = (
    (
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen"
    ),
    (
        "cero un dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
        "diecisiete dieciocho diecinueve veinte veintiún veintidós veintitrés veinticuatro veinticinco veintiséis "
        "veintisiete veintiocho veintinueve"
    ),
    (
        "zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis "
        "dezessete dezoito dezenove"
    ),
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize",
    (
        "ноль один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
        "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
    ),
    (
        "нуль один два три чотири п'ять шість сім вісім дев'ять десять одинадцять дванадцять тринадцять "
        "чотирнадцять п'ятнадцять шістнадцять сімнадцять вісімнадцять дев'ятнадцять"
    ),
)
_TENS = (
    "twenty thirty forty fifty sixty seventy eighty ninety",
    "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
    "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa",
    "vingt trente quarante cinquante soixante septante huitante nonante",
    "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "двадцять тридцять сорок п'ятдесят шістдесят сімдесят вісімдесят дев'яносто",
)
_HUNDREDS = (
    "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos",
    "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
    "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "сто двісті триста чотириста п'ятсот шістсот сімсот вісімсот дев'ятсот",
)
for _words in _SMALL:
    _UNITS |= {word: value for value, word in enumerate(_words.split())}
for _words in _TENS:
    _UNITS |= {word: 10 * value for value, word in enumerate(_words.split(), 2)}
for _words in _HUNDREDS:
    _UNITS |= {word: 100 * value for value, word in enumerate(_words.split(), 1)}
_UNITS |= {
    **dict.fromkeys(("una", "uno", "uma", "une", "одна", "одно", "одну"), 1),
    **dict.fromkeys(("duas", "две", "дві"), 2),
    "cien": 100,
    "cem": 100,
    "dezasseis": 16,
    "dezassete": 17,
    "dezanove": 19,
    "doscientas": 200,
    "trescientas": 300,
    "cuatrocientas": 400,
    "quinientas": 500,
    "duzentas": 200,
    "trezentas": 300,
    "octante": 80,
}
_UNITS |= {"quatorze": 14, "dieciseis": 16, "veintidos": 22, "veintitres": 23, "veintiseis": 26, "veintiuno": 21}
_UNITS |= {"veintiuna": 21}
_HUNDRED = frozenset({"hundred", "cent", "cents"})
_SCORE = frozenset({"vingt", "vingts"})
for _size, _words in (
    (10**3, "thousand mil mille тысяча тысячи тысяч тисяча тисячі тисяч"),
    (10**5, "lakh lakhs"),
    (10**6, "million millions millón millones milhão milhões миллион миллиона миллионов"),
    (10**6, "мільйон мільйона мільйони мільйонів"),
    (10**7, "crore crores"),
    (
        10**9,
        "billion milliard milliards bilhão bilhões миллиард миллиарда миллиардов мільярд мільярда мільярди мільярдів",
    ),
):
    _SCALES |= dict.fromkeys(_words.split(), _size)
_JOINING = frozenset({"and", "y", "e", "et"})
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_GAP = re.compile(r"[\s,-]+|(?<=\w)$")
_LONGEST = 400


def read_number_words(text: str) -> tuple[int, int] | None:
    """Return the number a text begins with and where its words end, or None if it begins with none.

    Args:
        text: Any text, in any case; white space before it does not count.
    """
    folded = text[:_LONGEST].casefold().replace("’", "'").replace("ʼ", "'")
    position = len(folded) - len(folded.lstrip())
    reading = _Reading()
    end = 0
    while (word := _WORD.match(folded, position)) is not None and reading.take(word[0]):
        if word[0] not in _JOINING:
            end = word.end()
        gap = _GAP.match(folded, word.end())
        position = gap.end() if gap is not None else word.end()
        if gap is None:
            break
    number = reading.number()
    return (number, end) if number is not None and end else None


class _Reading:
    """Words of one number, taken one after the other."""

    def __init__(self) -> None:
        self._total = 0
        self._group: int | None = None
        """The part below the next scale word; None = nothing yet."""
        self._last_scale: int | None = None
        self._is_broken = False

    def take(self, word: str) -> bool:
        """Take a word; return False if it is none of a number."""
        if word in _JOINING:
            return self._group is not None or self._total > 0
        if word in _HUNDRED and self._group is not None and self._group % 100 < 20 and self._group % 100:
            rest = self._group % 100
            self._group += rest * 99
            return True
        if word in _HUNDRED and self._group is None:
            self._group = 100
            return True
        if word in _SCORE and self._group is not None and self._group % 100 == 4:
            self._group += 76
            return True
        if word in _SCALES:
            return self._scale(_SCALES[word])
        value = _UNITS.get(word)
        if value is None:
            return False
        self._add(value)
        return True

    def _add(self, value: int) -> None:
        group = self._group or 0
        is_french = 10 <= value <= 19 and group % 100 in (60, 80)
        fits = group % (100 if value >= 10 else 10) == 0 if value < 100 else group == 0
        if value and not (fits or is_french):
            self._is_broken = True
        self._group = group + value

    def _scale(self, size: int) -> bool:
        group = self._group if self._group is not None else 1
        if self._last_scale is not None and size >= self._last_scale:
            # "mil novecientos noventa y nueve millones": the thousands belong to the millions
            self._total = (self._total + (self._group or 0)) * size
        else:
            self._total += group * size
        self._last_scale = size
        self._group = None
        return True

    def number(self) -> int | None:
        """Return the number, or None if the words do not make one."""
        if self._is_broken or (self._group is None and self._last_scale is None):
            return None
        return self._total + (self._group or 0)
