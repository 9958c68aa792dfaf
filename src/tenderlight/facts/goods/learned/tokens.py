"""The lines of a page that may name goods, and the words in them: what the reader of goods looks at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.goods.like_numbers import EVIDENCE, HAN_UNIT, amount_of, numbers_in
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Sheet
from tenderlight.languages.scripts import HAN_CLASS

_WORD = re.compile(
    rf"[{HAN_CLASS}]|"
    r"\d+(?:[.,   '’](?=\d{3}(?!\d))\d{3})*(?:[.,]\d+)?|"
    rf"[^\W\d_{HAN_CLASS}]+(?:['’][^\W\d_{HAN_CLASS}]+)?|\t| {{2,}}|\S"
)
_BREAK = "\n"
_ABOVE, _BELOW = 2, 1
"""So many lines around one that may count pieces are looked at too: heads of columns, names above their numbers."""
_PIECES = re.compile(
    rf"数\s?量|台数|件数|\d[ \t]?[(]?(?!个(?:月|工作日|日历|自然|日)|平方|立方|[期米]|公里|千米|延米|m2|㎡){HAN_UNIT}|"
    r"[一两二三四五六七八九十壹贰叁肆伍][ \t]?[(]?[台套部辆架只支把艘]|[台套部件个只辆架支块张把条][ \t]+\d"
)
"""What Chinese pages have that count pieces: days, lengths, areas and issues are none."""
_LONGEST_LINE = 4_000
_MOST_WORDS = 6_000
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


def lines_of(notice: Notice, sheet: Sheet) -> list[Line]:
    """Return all lines of a page; those that may count pieces, and their neighbours, with their words."""
    lines = []
    start = 0
    for flat in sheet.flat.split("\n"):
        lines.append(Line(sheet=sheet, start=start, flat=flat))
        start += len(flat) + 1
    wanted: set[int] = set()
    for index, line in enumerate(lines):
        if len(line.flat) <= _LONGEST_LINE and EVIDENCE.search(line.flat) is not None:
            wanted.update(range(index - _ABOVE, index + _BELOW + 1))
    if notice.language == "zh" and _PIECES.search(sheet.flat) is None:
        return lines
    left = _MOST_WORDS
    for index in sorted(wanted & set(range(len(lines)))):
        line = lines[index]
        if len(line.flat) > _LONGEST_LINE:
            continue
        end = line.start + len(line.flat)
        words = (*_words(line, notice.decimal_mark), Word(start=end, end=end, text=_BREAK, flat=_BREAK))
        left -= len(words)
        if left < 0:
            break
        lines[index] = Line(sheet=sheet, start=line.start, flat=line.flat, words=words)
    return lines


def _words(line: Line, decimal_mark: str | None) -> Iterator[Word]:
    numbers = sorted(numbers_in(line.flat, 0, decimal_mark, ()), key=lambda one: one.start)
    at = 0
    for match in _WORD.finditer(line.flat):
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
