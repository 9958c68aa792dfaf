"""The words of a line, and what the numbers among them are: what learned readers look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.goods.like_numbers import amount_of, numbers_in
from tenderlight.facts.pages.layout import Sheet
from tenderlight.languages.scripts import HAN_CLASS

WORD = re.compile(
    rf"[{HAN_CLASS}]|"
    r"\d+(?:[.,   '’](?=\d{3}(?!\d))\d{3})*(?:[.,]\d+)?|"
    rf"[^\W\d_{HAN_CLASS}]+(?:['’][^\W\d_{HAN_CLASS}]+)?|\t| {{2,}}|\S"
)
BREAK = "\n"
"""The text of the word that ends a line."""
_REACH = 3
"""So many numbers behind another may be multiplied with it."""
_LEAST_PRODUCT = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word, a number, a sign or a wide gap of a page: offsets as in the page."""

    start: int
    end: int
    text: str
    """As written."""
    flat: str
    kind: str = ""
    """What the neighbours of a number say it is: count, each, all, money, bare or first; "" = nothing, or no number."""
    amount: Decimal | None = None
    """Of a number."""

    @property
    def is_number(self) -> bool:
        """Say whether it is written in figures."""
        return self.text[0].isdecimal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line with its words and a break behind them; lines that are left out have none."""

    sheet: Sheet
    start: int
    flat: str
    words: tuple[Word, ...] = ()


def lines_in(sheet: Sheet) -> list[Line]:
    """Return all lines of a page, without their words."""
    lines = []
    start = 0
    for flat in sheet.flat.split("\n"):
        lines.append(Line(sheet=sheet, start=start, flat=flat))
        start += len(flat) + 1
    return lines


def words_of(line: Line, decimal_mark: str | None) -> Iterator[Word]:
    """Yield the words of a line in their order, and its break.

    Args:
        line: A line of a page.
        decimal_mark: Of the document: "." or ",", or None = not known.
    """
    yield from _words(line, decimal_mark)
    end = line.start + len(line.flat)
    yield Word(start=end, end=end, text=BREAK, flat=BREAK)


def _words(line: Line, decimal_mark: str | None) -> Iterator[Word]:
    numbers = sorted(numbers_in(line.flat, 0, decimal_mark, ()), key=lambda one: one.start)
    at = 0
    for match in WORD.finditer(line.flat):
        start, end = match.span()
        while at < len(numbers) and numbers[at].end <= start:
            at += 1
        number = numbers[at] if at < len(numbers) and numbers[at].start < end else None
        amount = None
        if match[0][0].isdecimal():
            amount = number.amount if number is not None else amount_of(match[0], decimal_mark)
        yield Word(
            start=line.start + start,
            end=line.start + end,
            text=line.sheet.page.text[line.start + start : line.start + end],
            flat=match[0],
            kind=number.kind if number is not None else "",
            amount=amount,
        )


def products(words: Sequence[Word]) -> dict[int, str]:
    """Return which numbers are two factors and their product: index of a word → less, more or product."""
    found: dict[int, str] = {}
    numbers = [(index, word.amount) for index, word in enumerate(words) if word.amount is not None and word.amount > 1]
    for at, (first, one) in enumerate(numbers):
        for second, other in numbers[at + 1 : at + 1 + _REACH]:
            product = one * other
            if product < _LEAST_PRODUCT:
                continue
            near = numbers[max(0, at - _REACH + 1) : at + 2 * _REACH]
            for third, whole in near:
                if whole == product and third not in {first, second}:
                    less, more = (first, second) if one <= other else (second, first)
                    found.update({less: "less", more: "more", third: "product"})
    return found
