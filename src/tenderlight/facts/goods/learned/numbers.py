"""What tagged words say in numbers: how many there are of one of the goods, and what one of them costs."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from tenderlight.facts.goods.learned.tagger import Tagged
from tenderlight.facts.goods.learned.tokens import Word
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.money import find_amounts
from tenderlight.languages.number_words import read_number_words
from tenderlight.languages.numerals import read_numeral

LEAST_CERTAIN_PRICE = 0.5


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


def price_of_one(words: Sequence[Word], tagged: Tagged, quantity: Decimal) -> Decimal | None:
    """Return the price of one that tagged words tell, if the model is certain of it or its product is printed.

    None where the line prints another total than the price of one so many times.
    """
    price = number_of(words, tagged)
    if price is None:
        return None
    line = _line_of(words, tagged)
    product = quantity * price
    if any(word.kind == "all" and word.amount not in {None, product} for word in line):
        return None
    is_proved = quantity > 1 and any(word.amount == product for word in line)
    return price if is_proved or tagged.certainty >= LEAST_CERTAIN_PRICE else None


def is_said_to_be_of_one(words: Sequence[Word], tagged: Tagged) -> bool:
    """Say whether words beside a price say that it is the price of one."""
    return any(word.kind == "each" for word in words[tagged.first : tagged.last])


def _line_of(words: Sequence[Word], tagged: Tagged) -> Sequence[Word]:
    """Return the words of the line on which tagged words stand."""
    first = last = tagged.first
    while first and words[first - 1].flat != "\n":
        first -= 1
    while last < len(words) and words[last].flat != "\n":
        last += 1
    return words[first:last]


def currency_of(price: Piece, amount: Decimal, decimal_mark: str | None) -> str | None:
    """Return the currency printed on the line of a price beside it."""
    flat = price.sheet.flat
    start, end = flat.rfind("\n", 0, price.start) + 1, flat.find("\n", price.end)
    line = price.sheet.page.text[start : end if end >= 0 else len(flat)]
    found = find_amounts(line, decimal_mark=decimal_mark)
    return next((one.currency for one in found if one.amount == amount and one.currency), None)
