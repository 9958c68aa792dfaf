"""The price of one lot of a list: the one amount behind its winner that no word calls a fee, limit or other bid."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.facts.labels.in_lines import find_labels
from tenderlight.facts.money.beside_amounts import is_with_tax
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.prose.sentences import MOST_TAX, is_other_money, with_words
from tenderlight.facts.words.vocabulary import AMOUNTS, DATES, NUMBERS, Meaning
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import MoneyUnit, find_amounts
from tenderlight.languages.scripts import has_han

PRICED = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})
_NO_PART = (
    (DATES | NUMBERS | AMOUNTS | {Meaning.OTHER_AMOUNT})
    - PRICED
    - {*(Meaning.TOTAL, Meaning.AMOUNT, Meaning.BID_AMOUNT, Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS)}
)
_NOT_PRICE_HAN = re.compile(
    r"(?:标段|包|标项|合同|全部)(?:中标|成交)?(?:总?金额|价)?(?:合计|共计|总计)[^,。;\n]{0,4}$|总(?:中标|成交|中选)(?:金额|价款?)[^,。;\n]{0,4}$|(?:每[部台套个顶件双]|预算|限价|控制价|服务费|代理费|收费|保证金|单价|得分|评分|下浮|估价|底价|最高|标准|资金)[^,。;\n]{0,12}$"
)
_MONEY_LEAD = re.compile(
    r"(?:^|[\s,;])(?:(?:pour|for|at|por|à|al?|за|на|zum|ttc|ht|by|mit|per|con|con un|com|з|с)(?!\w)|montant|сум|"
    r"цен|ціною|valor|importe|monto|preço|precio|price|value|prix|betrag|auftragswert|بمبلغ|بقیمة|بسعر|total)[^\d]{0,30}$"
)
_EACH = re.compile(
    r"(?:(?:цен|стоимост|ціна|варт)\w*\s(?:за\s)?(?:единиц|одиниц|одной|1\s|шт)\w*|за\s(?:единицу|одиницю|штуку|1\s?шт)|"
    r"unit price|price per unit|einzelpreis|stückpreis|je stück|cena jednostkowa|za sztukę|سعر الوحدة|للوحدة)"
)
"""Words for the price of one piece."""
_EACH_LEAD = re.compile(rf"{_EACH.pattern}\.?\s?[:–—-]?\s{{0,2}}$")
_TAX = re.compile(r"[含未]税|impuest|impost|\b(?:iva|vat|tax|ttc|ht|igv|mwst|tva|net|netto|ндс|пдв)\b")
_TOTAL_LEAD = re.compile(
    r"(?:总价|合计|共计|总额|总金额|(?<!\w)(?:totall?(?:ing|e)?|en total|in total|итого|всего|сумма|сума|"
    r"на сумму|на суму|"
    r"на общую сумму|загалом|разом|insgesamt|gesamt|razem|łącznie|soit))\s?(?:of|de|von|:|为|:)?\s?$"
)
"""Right before the sum of all, where sums of one stand beside it: 每套500元，总价5万元."""
_YUAN = re.compile(r"\(元\)|单位:元|金额元")
_TEN_THOUSANDS = re.compile(r"(?:价格|金额|报价|计价)单位\s?:\s?(?:人民币)?万元")
_CELL_FIGURE = re.compile(
    r"(?:[|\t;]|\s[–—-]|\s{2})\s{0,20}"
    r"(?P<figure>\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{1,2})?|\d{4,12}(?:[.,]\d{1,2})?)(?=\s{0,4}(?:[|\t;]|\s{2}|$))"
)
_NEXT_FIGURE = re.compile(r"[ \t|]{1,4}(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{4,12}\.\d\d)(?=[ \t|])")
_HEAD_OF_PRICES = re.compile(
    r"(?:[\s|]|^)(?:投标|中标|成交|中选|最终|最后)(?:[(]成交[)])?(?:报价|总?价格?|总?金额)\s?[(](?P<ten>万)?元[)](?=[^\n:]*(?:\n|$))"
)
"""The head of the column of prices in a table of blanks."""
_CELL_OF_ROW = re.compile(r"[^\s|]+")
_OTHER_MONEY_HAN = re.compile(
    r"保证金|押金|控制价|限价|预算|资本|资金|评审价|评标价|单价|服务费|代理费|估价|底价|标底|初始|首轮|首次"
)
"""What other columns of money are called."""
_ABOVE = 900
PLAIN = MoneyUnit(multiplier=1, currency=None)
_CELL = re.compile(r"\S+")
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{4,12}(?:\.\d{1,2})?")
_LEAST = 1_000
"""A figure under a head of yuan that is smaller may be points or a place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LotPrice:
    """Where the price of a lot stands, and the unit that a head above it prints."""

    piece: Piece
    unit: MoneyUnit | None = None


def price_of(notice: Notice, clauses: Sequence[Piece], names: Piece) -> LotPrice | None:
    """Return the one price of a lot, or None if there is none, or more than one that no word tells apart.

    Args:
        notice: The document.
        clauses: What is said of the winner.
        names: The winner.
    """
    whole = Piece(sheet=names.sheet, start=clauses[0].start, end=clauses[-1].end) if clauses else names
    unit = MoneyUnit(multiplier=1, currency="CNY") if _YUAN.search(whole.flat) else None
    unit = MoneyUnit(multiplier=10_000, currency="CNY") if _TEN_THOUSANDS.search(whole.flat) else unit
    line = next((clause for clause in clauses if clause.start <= names.start < clause.end), names)
    cell = _cell(line, names) if unit else None
    if cell is not None:
        return LotPrice(piece=cell, unit=unit)
    behind = Piece(sheet=names.sheet, start=names.end, end=max(line.end, names.end))
    headed = _under_head(behind) if unit is None else None
    if headed is not None:
        return headed
    if behind.flat.startswith(",") and has_han(line.flat):  # a comma before figures would be one of theirs
        behind = behind.part(1, len(behind.flat))
    rest = [clause for clause in clauses if clause.start >= line.end]
    before = [clause for clause in clauses if clause.end <= line.start] if not has_han(whole.flat) else []
    own = [clause for clause in before if names.flat in clause.flat]
    for pieces in ([behind], rest, own, [*before, Piece(sheet=names.sheet, start=line.start, end=names.start)]):
        found = [(piece, one) for piece in pieces for one in _prices(notice, piece, unit)]
        if found:
            return _one(found, unit)
    figures = [*_CELL_FIGURE.finditer(behind.flat)]
    if len(figures) == 1:  # the only cell of figures behind the name
        return LotPrice(piece=behind.part(*figures[0].span("figure")), unit=PLAIN)
    return None


def _under_head(behind: Piece) -> LotPrice | None:
    """Return the bare figure behind a name in a row that stands under a head of prices with their unit: 投标报价（元）.

    It is the cell in the same place of its row. Where row and head do not have as many cells, it is the figure right
    behind the name, if neither of them speaks of other money (保证金, 最高限价, 注册资本).
    """
    flat = behind.sheet.flat
    heads = list(_HEAD_OF_PRICES.finditer(flat, max(0, behind.start - _ABOVE), behind.start))
    figure = _NEXT_FIGURE.match(behind.flat)
    if not heads or figure is None:
        return None
    unit = MoneyUnit(multiplier=10_000 if heads[-1]["ten"] else 1, currency="CNY")
    head, row = (_cells_of_line(behind, at) for at in (heads[-1].end() - 1, behind.start))
    if len(head) == len(row):
        at = next(at for at, cell in enumerate(head) if cell.end >= heads[-1].end())
        price = row[at] if row[at].start >= behind.start and _FIGURE.fullmatch(row[at].flat) else None
        return LotPrice(piece=price, unit=unit) if price is not None else None
    next_cell = [cell for cell in row if cell.start >= behind.start + figure.end()][:1]
    if any(_OTHER_MONEY_HAN.search(cell.flat) for cell in (*head, *next_cell)):
        return None
    return LotPrice(piece=behind.part(*figure.span("figure")), unit=unit)


def _cells_of_line(piece: Piece, at: int) -> list[Piece]:
    """Return the cells, set apart by blanks or strokes, of the line at a place in a page."""
    flat = piece.sheet.flat
    start, stop = flat.rfind("\n", 0, at) + 1, flat.find("\n", at)
    line = Piece(sheet=piece.sheet, start=start, end=stop if stop >= 0 else len(flat))
    return [line.part(*match.span()) for match in _CELL_OF_ROW.finditer(line.flat)]


def _one(found: Sequence[tuple[Piece, FoundAmount]], unit: MoneyUnit | None) -> LotPrice | None:
    """Return the one amount, or of two the first, where that is the same with its tax said or without."""
    piece, first = found[0]
    distinct = sorted({one.amount for _piece, one in found})
    says_tax = is_with_tax(piece.flat, first) is not None or any(_TAX.search(other.flat) for other, _one in found)
    led = [(of, one) for of, one in found if _TOTAL_LEAD.search(of.flat[: one.start])]
    if len(distinct) > 1 and not says_tax and len({one.amount for _piece, one in led}) == 1:
        (piece, first), distinct = led[0], [led[0][1].amount]
    if len(distinct) > 2 or (len(distinct) == 2 and not (says_tax and distinct[1] <= distinct[0] * MOST_TAX)):
        return None
    if has_han(piece.flat) and (piece, first) not in led:
        last = [one for other, one in found if other is piece][-1]
        return LotPrice(piece=piece.part(first.start, last.end), unit=unit)
    start, end = with_words(piece.flat, first)
    return LotPrice(piece=piece.part(start, min(end, len(piece.flat))), unit=unit)


def prices_in_turn(notice: Notice, clauses: Sequence[Piece], after: int) -> tuple[LotPrice, ...]:
    """Return the prices that one clause counts up behind a place in its page."""
    for clause in clauses:
        piece = Piece(sheet=clause.sheet, start=max(clause.start, after), end=clause.end)
        found = list(_prices(notice, piece, None))
        if found:
            return tuple(LotPrice(piece=piece.part(one.start, one.end)) for one in found)
    return ()


def _prices(notice: Notice, piece: Piece, unit: MoneyUnit | None) -> list[FoundAmount]:
    return [
        one
        for one in find_amounts(piece.text, unit=unit, decimal_mark=notice.decimal_mark)
        if _is_price(piece, one, unit)
    ]


def _is_price(piece: Piece, amount: FoundAmount, unit: MoneyUnit | None) -> bool:
    if amount.per_unit or (amount.bare and unit is None) or amount.amount < (_LEAST if unit else 1):
        return False
    flat = piece.sheet.flat
    line_start = max(flat.rfind("\n", 0, piece.start + amount.start) + 1, piece.start - _BEFORE)
    before = flat[line_start : piece.start + amount.start]
    if _EACH.search(before) and _TOTAL_LEAD.search(before):
        return True
    if (
        _EACH_LEAD.search(before)
        or _NOT_PRICE_HAN.search(before)
        or is_other_money(before, piece.sheet.page.text[line_start:][: len(before)])
    ):
        return False
    stop = flat.find("\n", piece.start + amount.end)
    hits = find_labels(flat[line_start : stop if stop >= 0 else None])
    led = [hit for hit in hits if hit.value_start <= len(before) and not (hit.strict and hit.meaning in DATES)]
    begins = piece.start - line_start
    if begins > 0 and not amount.bare:  # behind the winner: a number before its name leads to no sum behind it
        led = [hit for hit in led if hit.start >= begins or hit.meaning not in NUMBERS]
    return not led or led[-1].meaning not in _NO_PART


_BEFORE = 200
"""Characters before a stretch of a line in which a label or word may say what its amounts are."""


def up_to_money(value: Piece) -> Piece:
    """Return a value up to the clause in which a price follows."""
    found = [one for one in find_amounts(value.text, decimal_mark=",") if not one.bare]
    if not found or found[0].start == 0:
        return value
    lead = _MONEY_LEAD.search(value.flat[: found[0].start])
    return value.part(0, lead.start() if lead else found[0].start).stripped(" \t.,;:–—-(")


def _cell(line: Piece, names: Piece) -> Piece | None:
    """Return the first figure behind the name in a row: a line of three words or more, none of them a label."""
    cells = [line.part(*match.span()) for match in _CELL.finditer(line.flat)]
    if len(cells) <= 2 or any(":" in one.flat for one in cells):
        return None
    return next((one for one in cells if one.start >= names.end and _FIGURE.fullmatch(one.flat)), None)
