"""What tagged words say in numbers: how many there are of one of the goods, and what one of them costs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.readers.model import Tagged
from tenderlight.facts.readers.words import Word
from tenderlight.languages.money import find_amounts
from tenderlight.languages.number_words import read_number_words
from tenderlight.languages.numerals import read_numeral

LEAST_CERTAIN_PRICE = 0.5
_LIMIT = re.compile(
    r"预算|限价|控制价|最高|上限|估算|budget|ceiling|estimat|maximum|máxim|presupuest|orçad|referen|plafond|prévision|"
    r"base d'asta|schätz|szacunk|нмцк|начальн|максимальн|ориентировочн|очікуван"
)
"""What stands before a price of one that was foreseen, and not paid."""
_BEFORE_PRICE, _AROUND_PRICE = 24, 30


@dataclass(frozen=True, slots=True, kw_only=True)
class LineNumbers:
    """What the numbers of one line say."""

    amounts: frozenset[Decimal]
    totals: frozenset[Decimal]
    """Those that words call a total."""


def numbers_of_lines(words: Sequence[Word]) -> list[LineNumbers]:
    """Return for each word what the numbers of its line say."""
    found: list[LineNumbers] = []
    line: list[Word] = []
    for word in words:
        line.append(word)
        if word.flat == "\n":
            found += [_of_line(line)] * len(line)
            line = []
    return found + [_of_line(line)] * len(line)


def _of_line(line: Sequence[Word]) -> LineNumbers:
    amounts = frozenset(word.amount for word in line if word.amount is not None)
    totals = frozenset(word.amount for word in line if word.amount is not None and word.kind == "all")
    return LineNumbers(amounts=amounts, totals=totals)


def number_of(words: Sequence[Word], tagged: Tagged) -> Decimal | None:
    """Return the number that tagged words tell, in figures, numerals or words; None if they tell none."""
    told = words[tagged.first : tagged.last]
    figures = [word.amount for word in told if word.amount is not None]
    if figures:
        return figures[0]
    if any(word.is_number for word in told):
        return None
    numeral = read_numeral("".join(word.flat for word in told))
    if numeral is not None:
        return Decimal(numeral)
    read = read_number_words(" ".join(word.flat for word in told))
    return Decimal(read[0]) if read is not None else None


def price_of_one(words: Sequence[Word], tagged: Tagged, quantity: Decimal, line: LineNumbers) -> Decimal | None:
    """Return the price of one that tagged words tell, if the model is certain of it or its product is printed.

    None where the line prints another total than the price of one so many times.
    """
    price = number_of(words, tagged)
    if price is None:
        return None
    product = quantity * price
    if line.totals and product not in line.totals:
        return None
    is_proved = quantity > 1 and product in line.amounts
    return price if is_proved or tagged.certainty >= LEAST_CERTAIN_PRICE else None


def is_said_to_be_of_one(words: Sequence[Word], tagged: Tagged) -> bool:
    """Say whether words beside a price say that it is the price of one."""
    return any(word.kind == "each" for word in words[tagged.first : tagged.last])


def is_limit(price: Piece) -> bool:
    """Say whether the words before a price say that it was foreseen, and not paid."""
    before = price.sheet.flat[max(0, price.start - _BEFORE_PRICE) : price.start]
    return _LIMIT.search(before.rpartition("\n")[2]) is not None


def currency_of(price: Piece, amount: Decimal, decimal_mark: str | None) -> str | None:
    """Return the currency printed beside a price, on its line."""
    flat = price.sheet.flat
    start = max(flat.rfind("\n", 0, price.start) + 1, price.start - _AROUND_PRICE)
    end = flat.find("\n", price.end, price.end + _AROUND_PRICE)
    beside = price.sheet.page.text[start : end if end >= 0 else price.end + _AROUND_PRICE]
    found = find_amounts(beside, decimal_mark=decimal_mark)
    return next((one.currency for one in found if one.amount == amount and one.currency), None)
