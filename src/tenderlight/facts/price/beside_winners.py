"""The price on the line of whoever won, where no label tells it: in a row of bids, a list of lots, a sentence.

"① | 广州荔湾湾公司 | 468000 | 91.5", "Lot 2 – Kerrow Bodies Limited, £1,090,000.00". Each winner must have one sum on
the lines that name it, and no word beside that sum may say that it is something else. Where one firm won several lots,
or a line holds two sums, none is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tenderlight.facts.lots.verdicts import LOST
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.price.only_sums import says_other
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import MoneyUnit, find_amounts, read_unit
from tenderlight.languages.normalise import flatten
from tenderlight.model.statement import Stage
from tenderlight.model.values import SupplierValue

_LONGEST = 12_000
_LONGEST_LINE = 500
_BEHIND = 160
_SMALLEST = 1_000
_QUOTED = re.compile(r"«[^»\n]{3,80}»")
_SHORTEST_NAME = 4
_MOST_PLACES = 6
_SENTENCE = re.compile(r"[。；;\n]|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-zà-ÿа-яіїєґ])")
_CELLS = re.compile(r"[\t|│｜]|\s{2,}|\u3000|[,，](?=[^\s\d])")
_WRITTEN_AS_MONEY = re.compile(r"\d[.,'\s]\d{3}(?!\d)|\.\d\d(?!\d)|\d{5,}")
_NO_MONEY = re.compile(r"\d{4}[-./年]\d|\d{7,}(?![.,])")
_LOWERED = re.compile(r"减价|比减|减至|减为|降至|降为")
"""What says that the one who won did so for less than its line says."""
_OTHER_FIRM = re.compile(r"公司|有限|集团|ооо|тов|зао|ао «|оао")
_BRACKETS = re.compile(r"\(([^()\d\n]{1,12})\)")
_COMMA = re.compile(r",\s?([^\W\d_]{2,6}\.?)\s*(?=[|│\t\n]|$|\s{2})")
"""A unit behind the head of a column: "Предложение о цене, руб."."""
_LINES_ABOVE = 12
_MARKED = re.compile(r"\W{0,4}(?P<word>[^\W\d_]{2,10})\s?[a-z\d]{1,3}\b")
_TAKEN = frozenset(
    {Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE, Meaning.LOSER, Meaning.OTHER_AMOUNT, Meaning.OLD}
)


def beside_winners(notice: Notice, suppliers: Sequence[SupplierValue]) -> list[Entry]:
    """Return the prices on the lines of those who won, one for each lot, as entries without a label; else none.

    Args:
        notice: An award for which no price has been found.
        suppliers: Those who won.
    """
    if any(_LOWERED.search(sheet.flat) for sheet in notice.sheets):
        return []
    if notice.stage is not Stage.AWARD or sum(len(sheet.flat) for sheet in notice.sheets) > _LONGEST:
        return []
    by_lot: dict[str | None, list[str]] = {}
    for one in suppliers:
        by_lot.setdefault(one.lot, []).append(_told_apart_by(flatten(one.name)))
    names = [name for group in by_lot.values() for name in group]
    if not names or len(set(names)) < len(names) or (len(by_lot) > 1 and None in by_lot):
        return []
    entries: list[Entry] = []
    for lot, group in by_lot.items():
        found = [one for name in group for one in _beside(notice, name)]
        if len({amount for _piece, amount in found}) != 1:
            return []
        piece, order = found[0][0], len(notice.entries) + len(entries)
        unit = (unit_in_brackets(piece) or _only_unit(notice)) if has_no_unit(piece) else None
        entries.append(Entry(meaning=Meaning.AWARD_AMOUNT, label="", value=piece, order=order, lot=lot, unit=unit))
    return [] if any(_has_siblings(one.value, entries) for one in entries) else entries


def _told_apart_by(name: str) -> str:
    """Return the part of a name in Russian quotation marks, which stays whatever its legal form is shortened to."""
    own = _QUOTED.search(name)
    return own[0] if own is not None else name


def has_no_unit(piece: Piece) -> bool:
    """Say whether a figure has no currency of its own."""
    return not any(sign.isalpha() or sign in "$€£¥₹₽₴" for sign in piece.flat)


def unit_in_brackets(piece: Piece) -> MoneyUnit | None:
    """Return the currency in brackets in the lines above a bare number, the nearest first: "Price (OMR)", （港幣）."""
    lines = piece.sheet.flat[: piece.start].split("\n")[-_LINES_ABOVE:]
    told = (read_unit(one) for line in reversed(lines) for one in (*_BRACKETS.findall(line), *_COMMA.findall(line)))
    return next((unit for unit in told if unit is not None), None)


def _only_unit(notice: Notice) -> MoneyUnit | None:
    """Return the currency of all sums of a paper that is written with spaces, if they have one in common."""
    if notice.language == "zh":
        return None
    told = {
        one.currency
        for sheet in notice.sheets
        for one in find_amounts(sheet.page.text, decimal_mark=notice.decimal_mark)
        if not one.bare
    }
    currency = told.pop() if len(told) == 1 else None
    return MoneyUnit(multiplier=1, currency=currency) if currency is not None else None


def _has_siblings(piece: Piece, entries: Sequence[Entry]) -> bool:
    """Say whether lines that begin as the line of a price does ("Part A", "Part B") have prices of other firms."""
    flat = piece.sheet.flat
    line = flat[flat.rfind("\n", 0, piece.start) + 1 : piece.start]
    marked = _MARKED.match(line)
    if marked is None:
        return False
    for other in re.finditer(rf"(?m)^\W{{0,4}}{re.escape(marked['word'])}\s?[a-z\d]{{1,3}}\b[^\n]*", flat):
        is_told = any(other.start() <= one.value.start < other.end() for one in entries)
        if not is_told and not LOST.search(other[0]) and any(not one.bare for one in find_amounts(other[0])):
            return True
    return False


def _beside(notice: Notice, name: str) -> Iterator[tuple[Piece, Decimal]]:
    """Yield the sums on the lines that name a winner."""
    if len(name) < _SHORTEST_NAME:
        return
    for sheet in notice.sheets:
        start = -1
        for _place in range(_MOST_PLACES):
            start = sheet.flat.find(name, start + 1)
            if start < 0:
                break
            behind = list(_behind(notice, sheet, start, start + len(name)))
            yield from behind or (_before(notice, sheet, start) if notice.language == "zh" else ())


def _behind(notice: Notice, sheet: Sheet, begins: int, start: int) -> Iterator[tuple[Piece, Decimal]]:
    """Yield the sums that stand behind a name on its line or in its sentence, up to another firm."""
    line = sheet.flat[sheet.flat.rfind("\n", 0, begins) + 1 : begins]
    stop = _SENTENCE.search(sheet.page.text, start, start + _LONGEST_LINE)
    end = min(stop.start() if stop else len(sheet.flat), start + _BEHIND)
    rest = sheet.flat[start:end]
    other = _OTHER_FIRM.search(rest)
    rest = rest[: other.start()] if other else rest
    if LOST.search(rest) or LOST.search(line):
        return
    is_row = len(_CELLS.findall(sheet.page.text[start - len(line) : start + len(rest)])) > 1
    taken = [one.value for one in notice.entries if one.meaning in _TAKEN and one.value.sheet.page is sheet.page]
    text = sheet.page.text[start : start + len(rest)]
    for amount in find_amounts(text, decimal_mark=notice.decimal_mark):
        if amount.amount < _SMALLEST or amount.per_unit or (amount.bare and not (is_row and _is_money(text, amount))):
            continue
        if has_company(text[: amount.start]) or says_other(rest[: amount.start], rest, rest[amount.end :]):
            continue
        at = start + amount.start
        if not any(value.start <= at < value.end for value in taken):
            yield Piece(sheet=sheet, start=at, end=start + amount.end), amount.amount


def _before(notice: Notice, sheet: Sheet, at: int) -> Iterator[tuple[Piece, Decimal]]:
    """Yield the sums that stand before a name in its sentence, behind any other firm: 以港幣138萬元聘用甲公司."""
    text = sheet.page.text
    stops = list(_SENTENCE.finditer(text, max(0, at - _LONGEST_LINE), at))
    begins = stops[-1].end() if stops else max(0, at - _LONGEST_LINE)
    others = list(_OTHER_FIRM.finditer(sheet.flat, begins, at))
    begins = others[-1].end() if others else begins
    rest = sheet.flat[begins:at]
    if LOST.search(rest) or has_company(text[begins:at]):
        return
    for amount in find_amounts(text[begins:at], decimal_mark=notice.decimal_mark):
        if amount.amount < _SMALLEST or amount.per_unit or amount.bare:
            continue
        if not says_other(rest[: amount.start], rest, rest[amount.end :]):
            yield Piece(sheet=sheet, start=begins + amount.start, end=begins + amount.end), amount.amount


def _is_money(text: str, amount: FoundAmount) -> bool:
    """Say whether a bare number in a row is written as money is, and not as a day or a number of a register."""
    written = text[amount.start : amount.end]
    return _WRITTEN_AS_MONEY.search(written) is not None and _NO_MONEY.search(text[amount.start :][:14]) is None
