"""Tables of goods that prove themselves: in each row one figure is the product of two others.

Columns may be set apart by tabulators, bars, semicolons, strokes, dashes or wide blanks, may have heads that no list
knows, or none. Where number times price is the sum in all rows, the three columns are known in any language. What the
others hold is told by their heads, or by their shape: an ordinal, a unit, the code of a model. A table with a column of
words that neither tells is left alone: it may be the make, and it may be anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from tenderlight.facts.goods.tables import COUNTS, CellTable, Figure, Row, figure_of, tables_of
from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.tables.columns import DESCRIPTIONS
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_PAGES = 5
_MOST_ROWS = 400
_FEWEST_PROOFS = 2
_ORDINAL = re.compile(
    r"(?:(?:item|ítem|lot[eo]?|no|nr|pos|ref|поз|позиция|лот|品项|品項|项|項|序号)\.?\s?)?[№#]?\s?\d{1,3}(?:[.-]\d{1,3}){0,2}[.)、]?"
)
_COUNTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}\.?")
_LAST_FIGURES = re.compile(r"\d+(?=\D{0,2}$)")
_NOTHING = frozenset({"", "-", "–", "—", "/", "无", "無", "n/a"})
_NAMES = frozenset({Meaning.ITEM_NAME, Meaning.NAME})
_FIGURE_HEADS = {
    Meaning.ITEM_QUANTITY: 0,
    Meaning.UNIT_PRICE: 1,
    Meaning.ITEM_TOTAL: 2,
    Meaning.TOTAL: 2,
    Meaning.AMOUNT: 2,
    Meaning.AWARD_AMOUNT: 2,
    Meaning.CONTRACT_AMOUNT: 2,
}
_PRICE, _SUMS = 1, 2
_KEPT = frozenset({Meaning.ITEM_BRAND, Meaning.ITEM_MODEL, Meaning.ITEM_UNIT, Meaning.OTHER_PARTY, Meaning.LOT})
_UNTOLD = frozenset({Meaning.OTHER, Meaning.OTHER_AMOUNT, Meaning.NO_NUMBER})
_OF_ONE = frozenset({Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE})
_SUM = re.compile(r"\s*(?:sub)?total|合\s?计|总\s?计|小\s?计|итого|всего|разом|summe|gesamt|soma")
_ROUNDED = Decimal("0.006")
"""By how much the price of one may be rounded."""
_FEWEST_LETTERS = 2
_CODE = re.compile(r"(?=[^\s]{0,24}\d)(?=[^\s]{0,24}[A-Za-zА-ЯЁІЇ])[A-Za-zА-ЯЁІЇ0-9][\w.+/-]{1,24}")
"""The code of a model, as a cell of its own."""
_MAKE = re.compile(r"[^\W\d_]{2,16}(?:[ -][^\W\d_]{2,12})?")
_ORIGIN = re.compile(r"型号|规格|品牌|国产|进口|中国|标准|定制|新|通用")
"""What columns of short words hold that are none of makes: where things come from, how they are made."""
_DESCRIBES = 24
"""Characters of a cell that says more than a name or a make."""

_TITLES = frozenset({Meaning.TITLE, Meaning.LOT_NAME})
_NAMED = _NAMES | {Meaning.TITLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Columns:
    """Which columns hold how many, the price of one, and the price of all."""

    quantity: int
    price: int | None
    total: int | None
    """None = no column has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvedRow:
    """A row of goods as entries with their meanings, and the stretch of its page that it takes."""

    sheet: Sheet
    start: int
    end: int
    entries: tuple[Entry, ...]


def proved_rows(notice: Notice) -> Sequence[ProvedRow]:
    """Return the rows of goods in tables where the figures of each row prove each other, in reading order."""
    if notice.stage in {None, Stage.CANCELLATION, Stage.CANDIDATE}:
        return []
    return _rows_of(notice.sheets[:_PAGES], tuple(dict.fromkeys((notice.decimal_mark or ".", ".", ","))))


@lru_cache(maxsize=2)
def _rows_of(sheets: tuple[Sheet, ...], marks: Sequence[str]) -> Sequence[ProvedRow]:
    """Several ways to a price ask for the rows of one document, one behind the other."""
    found: list[ProvedRow] = []
    for sheet in sheets:
        for table in tables_of(sheet):
            rows = _read(sheet, table, marks)
            found += [row for row in rows if not any(_meet(row, other) for other in found)]
            if len(found) >= _MOST_ROWS:
                return found[:_MOST_ROWS]
    return found


def _meet(one: ProvedRow, other: ProvedRow) -> bool:
    return one.sheet is other.sheet and one.start < other.end and other.start < one.end


def _read(sheet: Sheet, table: CellTable, marks: Sequence[str]) -> list[ProvedRow]:
    """Return the rows of a table as goods; none if nothing is proved, or a column of words is not understood."""
    for mark in marks:
        figures = [[figure_of(cell, mark) for cell in row] for row in table.rows]
        columns = _proved_columns(table.head, figures) or _headed_columns(table.head, figures)
        if columns is None:
            continue
        told = _told(table, columns)
        if told is None:
            return []
        return [
            one
            for row, read in zip(table.rows, figures, strict=True)
            if (one := _row(sheet, table, row, read, told)) is not None
        ]
    return []


def _proved_columns(head: Sequence[Hit | None] | None, rows: Sequence[Sequence[Figure | None]]) -> _Columns | None:
    """Return the columns of number, price and sum that all rows agree on, or None if there are none or several."""
    width = len(rows[0])
    filled = [at for at in range(width) if 2 * sum(row[at] is not None for row in rows) > len(rows)]
    found = [
        _Columns(quantity=quantity, price=price, total=total)
        for quantity, price, total in permutations(filled, 3)
        if _is_product(rows, quantity, price, total) and _agrees(head, (quantity, price, total))
    ]
    proved = [one for one in found if _is_told(head, rows, one)]
    proved = proved or [one for one in found if _is_shaped(rows, one)]
    return proved[0] if len({(one.quantity, one.price, one.total) for one in proved}) == 1 else None


def _headed_columns(head: Sequence[Hit | None] | None, rows: Sequence[Sequence[Figure | None]]) -> _Columns | None:
    """Return the columns of number and price by their heads, where no row has a sum to prove them by."""
    by_head: dict[int, list[int]] = {}
    for at, hit in enumerate(head or ()):
        if hit is not None and hit.meaning is not None and hit.meaning in _FIGURE_HEADS:
            by_head.setdefault(_FIGURE_HEADS[hit.meaning], []).append(at)
    if sorted(by_head) not in ([0], [0, 1]) or any(len(columns) > 1 for columns in by_head.values()):
        return None
    quantity, price = by_head[0][0], next(iter(by_head.get(1, ())), None)
    whole = all(row[quantity] is not None and (price is None or row[price] is not None) for row in rows)
    return _Columns(quantity=quantity, price=price, total=None) if whole else None


def _is_product(rows: Sequence[Sequence[Figure | None]], quantity: int, price: int, total: int) -> bool:
    """Say whether in each row with all three the third figure is the product of the others, and not for a one alone."""
    proofs = 0
    for row in rows:
        one, two, three = row[quantity], row[price], row[total]
        if one is None or two is None or three is None:
            continue
        if abs(one.amount * two.amount - three.amount) > _ROUNDED * one.amount:
            return False
        proofs += one.amount > 1 and two.amount != 1
    return proofs > 0


def _agrees(head: Sequence[Hit | None] | None, columns: Sequence[int]) -> bool:
    """Say whether the heads of three columns do not say that they are something else."""
    for place, column in enumerate(columns):
        hit = head[column] if head is not None else None
        called = _FIGURE_HEADS.get(hit.meaning, place) if hit is not None and hit.meaning is not None else place
        if called != place and not (place == _PRICE and called == _SUMS):  # "Цена, руб." and "Стоимость, руб."
            return False
        if hit is not None and hit.meaning is not None and hit.meaning not in {*_FIGURE_HEADS, *_UNTOLD}:
            return False
    return True


def _is_told(head: Sequence[Hit | None] | None, rows: Sequence[Sequence[Figure | None]], columns: _Columns) -> bool:
    """Say whether a head or the units in its cells tell which column counts the pieces."""
    pair = [at for at in (columns.quantity, columns.price) if at is not None]
    if head is not None and any(hit is not None and hit.meaning in _OF_ONE for hit in (head[at] for at in pair)):
        return True
    counted = [row[columns.quantity] for row in rows]
    return all(one is None or COUNTS.fullmatch(one.tail) for one in counted)


def _is_shaped(rows: Sequence[Sequence[Figure | None]], columns: _Columns) -> bool:
    """Say whether small whole numbers stand before prices, and those before sums, in two rows at least."""
    if columns.price is None or columns.total is None or not columns.quantity < columns.price < columns.total:
        return False
    proofs = 0
    for row in rows:
        one, two = row[columns.quantity], row[columns.price]
        if one is None or two is None:
            continue
        if one.amount != int(one.amount) or one.amount >= two.amount:
            return False
        proofs += one.amount > 1
    return proofs >= _FEWEST_PROOFS


def _told(table: CellTable, columns: _Columns) -> dict[int, Meaning] | None:
    """Return what each column holds; None if there is none of names, or one of words that nothing tells."""
    told = {columns.quantity: Meaning.ITEM_QUANTITY}
    told |= {columns.price: Meaning.UNIT_PRICE} if columns.price is not None else {}
    told |= {columns.total: Meaning.ITEM_TOTAL} if columns.total is not None else {}
    last = max(told)
    words: list[int] = []
    for at in range(len(table.rows[0])):
        if at in told:
            continue
        cells = [row[at].flat.strip() for row in table.rows]
        meaning = _of_head(table.head[at] if table.head is not None else None)
        if meaning not in _KEPT or _are_ordinals(cells):
            meaning = _shape(cells) or meaning
        if meaning is None and any(_names_company(row[at]) for row in table.rows):
            meaning = Meaning.PARTY
        if (meaning is None or meaning in _TITLES or meaning is Meaning.OTHER) and at < last:
            words.append(at)
        elif meaning is not None:
            told.setdefault(at, meaning)
    if Meaning.ITEM_NAME not in told.values() and words:
        told[words.pop(0)] = Meaning.ITEM_NAME
    words = [at for at in words if not _is_kept_apart(table, at, told)]
    words = [at for at in words if not _is_make(table, at, told)]
    kept = [meaning for meaning in told.values() if meaning in _KEPT]
    return told if Meaning.ITEM_NAME in told.values() and not words and len(kept) == len(set(kept)) else None


def _is_kept_apart(table: CellTable, at: int, told: dict[int, Meaning]) -> bool:
    """Say whether a column of words that no head tells is understood by what it holds; codes and makes are taken up.

    Codes are models, a word with a code behind it is a make with its model, and what is longer than names describes.
    """
    hit = table.head[at] if table.head is not None else None
    cells = [cell for row in table.rows if (cell := row[at].text.strip()) not in _NOTHING]
    if hit is not None and hit.meaning is Meaning.OTHER:
        return True
    if cells and Meaning.ITEM_MODEL not in told.values() and all(_CODE.fullmatch(cell) for cell in cells):
        told[at] = Meaning.ITEM_MODEL
        return True
    if table.head is None:
        return False
    return bool(cells) and 2 * sum(len(cell) >= _DESCRIBES for cell in cells) > len(cells)


def _is_make(table: CellTable, at: int, told: dict[int, Meaning]) -> bool:
    """Say whether a column of words that no head tells stands right before the codes of models; it is taken up."""
    hit = table.head[at] if table.head is not None else None
    cells = [row[at].text.strip() for row in table.rows]
    if hit is not None or told.get(at + 1) is not Meaning.ITEM_MODEL or Meaning.ITEM_BRAND in told.values():
        return False
    if not all(cell in _NOTHING or (_MAKE.fullmatch(cell) and not _ORIGIN.match(cell)) for cell in cells):
        return False
    if any(row[at + 1].start - row[at].end == 1 for row in table.rows):  # one blank: rows may have other columns
        return False
    told[at] = Meaning.ITEM_BRAND
    return True


def _of_head(hit: Hit | None) -> Meaning | None:
    if hit is None or hit.meaning is None:
        return None
    if hit.meaning in _NAMES or hit.label in DESCRIPTIONS:
        return Meaning.ITEM_NAME
    return hit.meaning


def _names_company(cell: Piece) -> bool:
    return looks_like_organisation(cell.text) if has_han(cell.flat) else has_company(cell.text)


def _are_ordinals(cells: Sequence[str]) -> bool:
    """Say whether cells count the rows: 1, 2 and 3, or 1.1 and 1.2."""
    last = [_LAST_FIGURES.search(cell) for cell in cells if _ORDINAL.fullmatch(cell)]
    numbers = [int(match[0]) for match in last if match is not None]
    is_dotted = all("." in cell.strip(".") for cell in cells)
    return len(numbers) == len(cells) and (is_dotted or numbers == list(range(numbers[0], numbers[0] + len(numbers))))


def _shape(cells: Sequence[str]) -> Meaning | None:
    """Return what cells hold by their shape alone: nothing or ordinals, units, or codes of models."""
    filled = [cell for cell in cells if cell not in _NOTHING]
    if all(_ORDINAL.fullmatch(cell) for cell in filled):
        return Meaning.NO_NUMBER
    if all(COUNTS.fullmatch(cell) for cell in filled):
        return Meaning.ITEM_UNIT
    return None


def _row(
    sheet: Sheet, table: CellTable, row: Row, figures: Sequence[Figure | None], told: dict[int, Meaning]
) -> ProvedRow | None:
    """Return a row as entries, or None if one of its figures is missing or its name can be none."""
    needed = [figures[at] for at, meaning in told.items() if meaning in _FIGURE_HEADS]
    name = next(row[at] for at, meaning in told.items() if meaning is Meaning.ITEM_NAME)
    if any(one is None for one in needed) or sum(sign.isalpha() for sign in name.flat) < _FEWEST_LETTERS:
        return None
    if _SUM.match(name.flat) or has_company(name.text):
        return None
    entries: list[Entry] = []
    for at, meaning in told.items():
        hit = table.head[at] if table.head is not None else None
        if meaning in _FIGURE_HEADS or meaning in _KEPT or meaning is Meaning.ITEM_NAME:
            entries.append(_entry(row[at], meaning, hit, len(entries)))
    cells = [cell for cell in row if cell.end > cell.start]
    start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
    return ProvedRow(sheet=sheet, start=start, end=end, entries=tuple(one for one in entries if one.value.flat.strip()))


def _entry(value: Piece, meaning: Meaning, hit: Hit | None, order: int) -> Entry:
    return Entry(
        meaning=meaning,
        label=hit.label if hit is not None else meaning.value,
        value=value,
        order=order,
        unit=hit.unit if hit is not None else None,
        row=-1,
        hint=hit.hint if hit is not None else "",
    )


def with_proved(notice: Notice, groups: Iterable[list[Entry]]) -> Iterator[list[Entry]]:
    """Yield the entries of each line of goods: those given, completed or joined by rows that prove themselves.

    A group that has a number and a price keeps what its labels say.
    """
    rows = proved_rows(notice)
    used: set[int] = set()
    for group in groups:
        at = next((at for at, row in enumerate(rows) if _covers(row, group[0])), None)
        if at is None:
            yield group
            continue
        meanings = {entry.meaning for entry in group}
        is_named = any(entry.meaning in _NAMED or entry.label in DESCRIPTIONS for entry in group)
        is_whole = is_named and meanings >= _OF_ONE and not any(_is_ordinal_model(entry) for entry in group)
        if at not in used:
            yield group if is_whole else _joined(rows[at], group)
        used.add(at)
    yield from (list(row.entries) for at, row in enumerate(rows) if at not in used)


def _covers(row: ProvedRow, entry: Entry) -> bool:
    same_page = entry.value.sheet.page.number == row.sheet.page.number
    return same_page and row.start <= entry.value.start < row.end


def _is_ordinal_model(entry: Entry) -> bool:
    return entry.meaning is Meaning.ITEM_MODEL and _COUNTED.fullmatch(entry.value.flat.strip()) is not None


def _joined(row: ProvedRow, group: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a row, and what labels say of it besides."""
    told = {entry.meaning for entry in row.entries}
    lot = next((entry.lot for entry in group if entry.lot is not None), None)
    others = [entry for entry in group if entry.meaning not in told and not _is_ordinal_model(entry)]
    return [*(replace(entry, lot=lot) for entry in row.entries), *others]
