"""Lines with one firm and one or several sums: bids or awards, told by what stands in their cells.

Cells are set apart by wide blanks, tabulators, strokes or semicolons. Records whose lines repeat the same words
("What …, Who …, How much …") are rows, too. Nothing is said of whether those who stand there have won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.lots.verdicts import LOST, VOID
from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import EASTERN_COMPANY, companies
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.tables.heads import read_head
from tenderlight.languages.money import MoneyUnit, find_amounts, read_number, read_unit
from tenderlight.languages.scripts import has_han

_LONGEST = 15_000
_LINE = re.compile(r"[^\n]+")
_CELL = re.compile(r"\s{2,}|\t|\s?[|│]\s?|\s?;\s?")
_RULE = re.compile(r"[\s|+=─━–—_-]+")
_RECORD = re.compile(r"\s{0,6}(?P<key>[^\W\d_][^:\n\t]{1,24}?)(?:\s*:\s*|\s{2,}|\t)(?P<value>\S[^\n]*)")
_MONEY = re.compile(r"\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?|\d+[.,]\d\d|\d{4,}")
_LONGEST_CELL = 90
_ABOVE = 3
_LEAST = 100
_SIGN = re.compile(r"[$€£₹¥₴₽₱₦]|[a-z]{1,2}\$|[a-zа-яіїє]{3,4}\.?")
_MOST_CELLS = 12
_MOST_WORDS = 6
_SUM = re.compile(r"(?:sub-?|grand |gran )?total|sum|итого|всего|разом|усього|gesamt|razem")
_FEWEST = 2
_LINES_ABOVE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyRow:
    """A line with a firm and sums."""

    cells: tuple[Piece, ...]
    firm: Piece
    prices: tuple[tuple[Piece, Decimal], ...]
    """The sums of its cells, from left to right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowList:
    """Rows, one below the other, and the cells above them."""

    head: tuple[Piece, ...]
    rows: tuple[MoneyRow, ...]
    are_records: bool = False


def printed_sum(notice: Notice, rows: Sequence[MoneyRow]) -> Piece | None:
    """Return the figure outside the rows that their sums add up to, taking the same place in each."""
    for place in (-1, -2):
        sums = [row.prices[place][1] for row in rows if len(row.prices) >= -place]
        if len(sums) < len(rows) or len(set(sums)) == 1:
            continue
        first, last = rows[0].cells[0], rows[-1].cells[-1]
        for sheet in notice.sheets:
            for piece in printed(notice, sheet, sum(sums, Decimal(0))):
                if sheet is not first.sheet or not first.start <= piece.start < last.end:
                    return piece
    return None


def printed(notice: Notice, sheet: Sheet, whole: Decimal) -> Iterator[Piece]:
    """Yield where a page prints a sum, in figures that are written as money."""
    for match in _MONEY.finditer(sheet.flat):
        if _number(notice, match[0]) == whole:
            yield _with_currency(sheet, match.start(), match.end())


def _with_currency(sheet: Sheet, start: int, end: int) -> Piece:
    """Return a figure with the currency that stands beside it."""
    before = re.search(r"(?:[$€£₹¥₴₽]|r\$|[a-z]{3}|s/\.?)\s{0,8}$", sheet.flat[max(0, start - 12) : start])
    behind = re.match(r"\s?(?:[$€£₹¥₴₽]|руб|грн|[a-z]{3})(?![a-z])", sheet.flat[end : end + 6])
    return Piece(
        sheet=sheet, start=start - len(before[0]) if before else start, end=end + (behind.end() if behind else 0)
    )


def _number(notice: Notice, written: str) -> Decimal | None:
    reads = (read_number(written, decimal_mark=mark) for mark in (notice.decimal_mark, ".", ","))
    return next((read for read in reads if read is not None), None)


def lists_of(notice: Notice, sheet: Sheet) -> Iterator[RowList]:
    """Yield the runs of lines with a firm and a sum each; what did not win, and rules, may stand between them."""
    run: list[MoneyRow] = []
    above: list[tuple[Piece, ...]] = []
    for line in _LINE.finditer(sheet.flat[:_LONGEST]):
        if _RULE.fullmatch(line[0]):
            continue
        cells = tuple(cells_in(sheet, line.start(), line.end()))
        lost = len(cells) > 1 and (VOID.search(line[0]) or LOST.search(line[0]))
        row = None if lost else row_of(notice, cells) or (_like(notice, run[-1], cells) if run else None)
        if row is not None:
            run.append(row)
        elif run and not lost:
            yield RowList(head=_head(above), rows=tuple(run))
            run, above = [], []
        if row is None and not lost:
            above = [*above[1 - _ABOVE :], cells]
    if run:
        yield RowList(head=_head(above), rows=tuple(run))


def _like(notice: Notice, above: MoneyRow, cells: tuple[Piece, ...]) -> MoneyRow | None:
    """Return a line as a row like the one above it, if a name without a legal form stands where that has its firm."""
    at = next((at for at, cell in enumerate(above.cells) if cell.start <= above.firm.start < cell.end), None)
    if at is None or len(cells) != len(above.cells):
        return None
    name = cells[at]
    words = name.text.split()
    if not 1 < len(words) <= _MOST_WORDS or not words[0][0].isupper() or not can_be_western(name.text):
        return None
    prices = tuple(price for cell in cells if cell is not name and (price := _price(notice, cell)) is not None)
    is_total = _SUM.match(cells[0].flat) or _SUM.match(name.flat)
    return (
        MoneyRow(cells=cells, firm=name, prices=prices) if len(prices) == len(above.prices) and not is_total else None
    )


def _head(above: Sequence[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    """Return the last line above a run that has several cells."""
    return next((cells for cells in reversed(above) if len(cells) > 1), ())


def cells_in(sheet: Sheet, start: int, end: int) -> Iterator[Piece]:
    """Yield the cells of a line that hold anything."""
    position = start
    text = sheet.page.text
    begins = start + len(text[start:end]) - len(text[start:end].lstrip())
    for left, right in [*(one.span() for one in _CELL.finditer(text, begins, end)), (end, end)]:
        cell = Piece(sheet=sheet, start=max(position, begins), end=left).stripped()
        position = right
        if cell.end > cell.start:
            yield cell


def row_of(notice: Notice, cells: Sequence[Piece]) -> MoneyRow | None:
    """Return a line as a row if one of its cells is a firm and another a sum."""
    if not 1 < len(cells) <= _MOST_CELLS:
        return None
    firms = [firm for cell in cells if (firm := _firm(cell)) is not None]
    prices = tuple(price for cell in cells if (price := _price(notice, cell)) is not None)
    return MoneyRow(cells=tuple(cells), firm=firms[0], prices=prices) if len(firms) == 1 and prices else None


def _firm(cell: Piece) -> Piece | None:
    """Return the firm that a cell is, a number before it aside, or None."""
    if len(cell.text) > _LONGEST_CELL or has_han(cell.flat):
        return None
    eastern = EASTERN_COMPANY.search(cell.text)
    span = eastern.span() if eastern else next(iter(companies(cell.text)), None)
    if span is None or len(cell.text) - (span[1] - span[0]) > 8 or not can_be_western(cell.text):
        return None
    names = find_names(cell.part(*span))
    return names[0].piece if len(names) == 1 else None


def _price(notice: Notice, cell: Piece) -> tuple[Piece, Decimal] | None:
    """Return the sum that a cell is, or None."""
    bracket = cell.flat.find(" (")
    cell = cell.part(0, bracket) if bracket > 0 else cell
    found = _MONEY.search(cell.flat)
    if found is None or len(cell.flat) - len(found[0]) > 8 or len(_MONEY.findall(cell.flat)) > 1:
        return None
    amount = _number(notice, found[0])
    if amount is None or amount < _LEAST:
        return None
    money = [one for one in find_amounts(cell.text, decimal_mark=notice.decimal_mark) if not one.bare]
    piece = cell.part(money[0].start, money[0].end) if len(money) == 1 else cell.part(*found.span())
    return piece, amount


def records_of(notice: Notice, sheet: Sheet) -> Iterator[RowList]:
    """Yield the records of a page as rows: blocks of lines that begin with the same words, in the same order."""
    blocks: list[tuple[tuple[Piece, ...], tuple[Piece, ...]]] = []
    keys: list[Piece] = []
    values: list[Piece] = []
    for line in (*_LINE.finditer(sheet.flat[:_LONGEST]), None):
        match = _RECORD.fullmatch(line[0]) if line is not None else None
        key = match["key"].strip() if match is not None else None
        if key is None or any(one.flat == key for one in keys):
            if len(keys) > _FEWEST:
                blocks.append((tuple(keys), tuple(values)))
            keys, values = [], []
        if line is not None and match is not None:
            start, end = match.span("key")
            keys.append(Piece(sheet=sheet, start=line.start() + start, end=line.start() + end).stripped())
            start, end = match.span("value")
            values.append(Piece(sheet=sheet, start=line.start() + start, end=line.start() + end).stripped())
    same: dict[str, list[tuple[tuple[Piece, ...], tuple[Piece, ...]]]] = {}
    for block in blocks:
        same.setdefault(" ".join(key.flat for key in block[0]), []).append(block)
    for group in same.values():
        rows = [row for _keys, cells in group if (row := row_of(notice, cells)) is not None]
        if len(rows) >= _FEWEST:
            yield RowList(head=group[0][0], rows=tuple(rows), are_records=True)


def unit_of(found: RowList) -> MoneyUnit | None:
    """Return the currency that the head over the last sums, or the first of them, prints."""
    heads = [hit.unit for cell in found.head if (hit := read_head(cell.flat)) is not None and hit.unit is not None]
    return heads[-1] if heads else unit_of_rows(found.rows)


def unit_of_rows(rows: Sequence[MoneyRow]) -> MoneyUnit | None:
    """Return the currency that the sums of the first row print."""
    signs = [sign[0] for row in rows[:1] for one, _amount in row.prices for sign in _SIGN.finditer(one.flat)]
    return next((unit for unit in map(read_unit, signs) if unit is not None), None)


def unit_above(price: Piece) -> MoneyUnit | None:
    """Return the currency that the head of a list prints above a bare figure; None if the figure has its own."""
    if any(sign.isalpha() or sign in "$€£¥₹₽₴元" for sign in price.flat):
        return None
    for line in reversed(price.sheet.flat[: price.start].split("\n")[-_LINES_ABOVE:-1]):
        if not any(map(str.isdigit, line)):
            found = [unit for sign in _SIGN.finditer(line) if (unit := read_unit(sign[0])) is not None]
            if found:
                return found[-1]
    return None
