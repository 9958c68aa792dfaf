"""Words and signs of money: what multiplies, what names a currency, how a currency's amounts are written."""

from __future__ import annotations

import re
from collections.abc import Mapping

MULTIPLIERS = {
    "百亿": 10**10,
    "十亿": 10**9,
    "亿": 10**8,
    "千万": 10**7,
    "百万": 10**6,
    "十万": 10**5,
    "万": 10**4,
    "千": 10**3,
    "仟": 10**3,
    "百": 10**2,
    "佰": 10**2,
    "mil millones": 10**9,
    "millones": 10**6,
    "millón": 10**6,
    "mil": 10**3,
    "milliards": 10**9,
    "milliard": 10**9,
    "billions": 10**9,
    "billion": 10**9,
    "bn": 10**9,
    "millions": 10**6,
    "million": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "thousand": 10**3,
    "k": 10**3,
    "млрд": 10**9,
    "миллиарда": 10**9,
    "миллиардов": 10**9,
    "млн": 10**6,
    "миллиона": 10**6,
    "миллионов": 10**6,
    "тыс": 10**3,
    "тысяч": 10**3,
    "тысячи": 10**3,
}
_CODES = (
    *("USD", "EUR", "GBP", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "RON", "BGN"),
    *("COP", "MXN", "ARS", "CLP", "PEN", "BRL", "UYU", "PYG", "BOB", "RUB", "UAH", "KZT", "BYN", "TRY", "ILS"),
    *("JPY", "KRW", "HKD", "SGD", "MYR", "THB", "INR", "PKR", "IRR", "AED", "SAR", "QAR", "EGP", "NGN", "KES"),
    *("ZAR", "XOF", "XAF", "MAD"),
)
CURRENCIES = {
    "人民币": "CNY",
    "rmb": "CNY",
    "cny": "CNY",
    "¥": "CNY",
    "元": "CNY",
    "圆": "CNY",
    "人民币元": "CNY",
    "元人民币": "CNY",
    "美元": "USD",
    "欧元": "EUR",
    "英镑": "GBP",
    "日元": "JPY",
    "港元": "HKD",
    "港币": "HKD",
    "澳门元": "MOP",
    "澳门币": "MOP",
    "新台币": "TWD",
    "台币": "TWD",
    "ntd$": "TWD",
    "ntd": "TWD",
    "us$": "USD",
    "hk$": "HKD",
    "nt$": "TWD",
    "r$": "BRL",
    "s/": "PEN",
    "a$": "AUD",
    "c$": "CAD",
    "£": "GBP",
    "€": "EUR",
    "euros": "EUR",
    "euro": "EUR",
    "₽": "RUB",
    "рублей": "RUB",
    "рубля": "RUB",
    "рубль": "RUB",
    "руб": "RUB",
    "₴": "UAH",
    "гривень": "UAH",
    "грн": "UAH",
    "₸": "KZT",
    "тенге": "KZT",
    "₹": "INR",
    "pounds sterling": "GBP",
    "pounds": "GBP",
    **{code.lower(): code for code in _CODES},
}
DECIMAL_MARKS = {
    **dict.fromkeys(("CNY", "HKD", "TWD", "GBP", "JPY"), "."),
    **dict.fromkeys(("RUB", "UAH", "KZT", "COP", "CLP", "ARS", "BRL"), ","),
}
"""How amounts of a currency are written wherever it is used."""


def alternatives(words: Mapping[str, object]) -> str:
    """Return the words as one pattern, longest first; words of letters end where their letters end."""
    ordered = sorted(words, key=len, reverse=True)
    return "|".join(
        re.escape(word) + (r"(?![^\W\d_])" if word[-1].isalpha() and word[-1] < "\u2e80" else "") for word in ordered
    )
