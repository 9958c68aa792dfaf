"""Tables of goods whose columns are one blank apart, in languages written with spaces.

The head says which columns there are and in which order. A row is read from its right end: figures, unit, number, make
and model are one word each (figures may have blanks inside), and what is left is the name. Where a row has a price and
a total, the two must agree with the number of pieces; that tells where one figure ends and the next begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tenderlight.facts.goods.makes import apart
from tenderlight.facts.goods.slots import Goods
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.tables.heads import is_listed, read_head
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import read_number

_PAGES = 5
_LONGEST_PAGE = 30_000
_LONGEST_HEAD = 140
_MOST_COLUMNS = 10
_MOST_WORDS = 5
_MOST_ROWS = 200
_LONGEST_NAME = 80
_NAMES = frozenset({Meaning.ITEM_NAME, Meaning.OTHER, Meaning.TITLE})
_FIGURES = frozenset({Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE, Meaning.TOTAL, Meaning.ITEM_TOTAL, Meaning.AMOUNT})
_WORDS = frozenset({Meaning.ITEM_UNIT, Meaning.ITEM_MODEL, Meaning.ITEM_BRAND})
_FIGURE = re.compile(r"(?:[^\W\d_]{0,3}[$€£₹]\s?)?\d{1,3}(?:[ .,]\d{3})*(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,3})?")
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"\S+")
_LINE = re.compile(r"[^\n]{4,300}")
_CODE = re.compile(r"(?=[^\d]{0,29}\d)(?=[^a-zа-я]{0,29}[a-zа-я])[\w./+-]{2,30}", re.IGNORECASE)
_NONE = frozenset({"-", "—", "–", "/"})
_MOST_TOKENS = 4
"""Words that one figure may be: 1 245 600,00."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """The columns of a table, from left to right."""

    meanings: tuple[Meaning, ...]
    currency: str | None = None


@dataclass(slots=True, kw_only=True)
class _Row:
    """A row as far as it has been read from its right end."""

    left: int
    """How many of its words are not yet read."""
    values: dict[Meaning, object] = field(default_factory=dict)
    is_plain: bool = True
    """The number of pieces is written without marks and blanks."""


def goods_in_rows(notice: Notice) -> list[Goods]:
    """Return the goods in the rows below heads of columns that stand one blank apart."""
    found: list[Goods] = []
    for sheet in notice.sheets[:_PAGES]:
        head: _Head | None = None
        for line in _LINE.finditer(sheet.flat[:_LONGEST_PAGE]):
            piece = Piece(sheet=sheet, start=line.start(), end=line.end())
            goods = _read(piece, head, notice.decimal_mark) if head is not None else None
            if goods is not None and len(found) < _MOST_ROWS:
                found.append(goods)
            elif goods is None:
                head = _head(line[0]) if len(line[0]) <= _LONGEST_HEAD else None
    return found


def _head(flat: str) -> _Head | None:
    """Return the columns of a line that is nothing but heads of a table of goods, or None."""
    if ":" in flat or _DIGIT.search(flat):
        return None
    words = [match.span() for match in _WORD.finditer(flat)]
    if not 4 <= len(words) <= 3 * _MOST_COLUMNS:
        return None
    meanings: list[Meaning] = []
    currency = None
    at = 0
    while at < len(words):
        for length in range(min(_MOST_WORDS, len(words) - at), 0, -1):
            written = flat[words[at][0] : words[at + length - 1][1]]
            hit = read_head(written) if is_listed(written) else None
            if hit is not None and hit.meaning is not None:
                meanings.append(hit.meaning)
                currency = currency or (hit.unit.currency if hit.unit else None)
                at += length
                break
        else:
            return None
    figures = [one for one in meanings if one in _FIGURES]
    if Meaning.ITEM_QUANTITY not in figures or len(figures) < 2 or not set(meanings) & _NAMES:
        return None
    return _Head(meanings=tuple(_one_price(meanings)), currency=currency)


def _one_price(meanings: Sequence[Meaning]) -> Iterator[Meaning]:
    """Yield the columns, the first of two totals as the price of one where no other column has it."""
    totals = [at for at, one in enumerate(meanings) if one in {Meaning.TOTAL, Meaning.AMOUNT, Meaning.ITEM_TOTAL}]
    for at, one in enumerate(meanings):
        is_each = len(totals) > 1 and at == totals[0] and Meaning.UNIT_PRICE not in meanings
        yield Meaning.UNIT_PRICE if is_each else Meaning.TOTAL if at in totals else one


def _read(line: Piece, head: _Head, decimal_mark: str | None) -> Goods | None:
    """Return the goods of a row, or None if it is none of the table."""
    words = [line.part(*match.span()) for match in _WORD.finditer(line.flat)]
    first = max((at for at, one in enumerate(head.meanings) if one in _NAMES), default=0)
    columns = head.meanings[first + 1 :]
    if not columns or any(one not in _FIGURES | _WORDS for one in columns) or len(words) <= len(columns):
        return None
    has_number = first > 0 and re.fullmatch(r"\d{1,4}[.)]?", words[0].flat) is not None
    rows = [row for row in _rows(words, columns, len(words), decimal_mark) if row.left > has_number and _agrees(row)]
    proved = [row for row in rows if _product(row) is not None]
    chosen = proved or rows
    chosen = [row for row in chosen if row.is_plain] or chosen
    if len({tuple(map(str, row.values.values())) for row in chosen}) != 1:
        return None
    return _goods(line, words[int(has_number) : chosen[0].left], chosen[0], head)


def _rows(words: Sequence[Piece], columns: Sequence[Meaning], left: int, decimal_mark: str | None) -> Iterator[_Row]:
    """Yield the ways to read the words of a row from the right, one column after the other."""
    if not columns:
        yield _Row(left=left)
        return
    meaning = columns[-1]
    for length in range(1, (_MOST_TOKENS if meaning in _FIGURES else 1) + 1):
        if left - length < len(columns):
            return
        written = " ".join(word.flat for word in words[left - length : left])
        value: object = words[left - 1].text
        if meaning in _FIGURES:
            if not _FIGURE.fullmatch(written):
                continue
            value = read_number(re.sub(r"^[^\d]+", "", written), decimal_mark=decimal_mark or ".")
            if value is None:
                continue
        for row in _rows(words, columns[:-1], left - length, decimal_mark):
            row.values[meaning] = value
            row.is_plain = row.is_plain and (meaning is not Meaning.ITEM_QUANTITY or written.isdigit())
            yield row


def _product(row: _Row) -> Decimal | None:
    quantity, price, total = (row.values.get(one) for one in (Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE, Meaning.TOTAL))
    if isinstance(quantity, Decimal) and isinstance(price, Decimal) and isinstance(total, Decimal):
        return quantity * price if quantity * price == total else None
    return None


def _agrees(row: _Row) -> bool:
    """Say whether model and unit of a row may be some, and price and total, if it has both, agree with its number."""
    unit = row.values.get(Meaning.ITEM_UNIT, "pcs")
    if isinstance(unit, str) and not any(sign.isalpha() for sign in unit):
        return False
    model = row.values.get(Meaning.ITEM_MODEL, "-")
    if isinstance(model, str) and model not in _NONE and not _CODE.fullmatch(model):
        return False
    has_both = Meaning.UNIT_PRICE in row.values and Meaning.TOTAL in row.values
    return not has_both or _product(row) is not None


def _goods(line: Piece, words: Sequence[Piece], row: _Row, head: _Head) -> Goods | None:
    name = Piece(sheet=line.sheet, start=words[0].start, end=words[-1].end).stripped(" \t.,;:-–—|")
    letters = sum(sign.isalpha() for sign in name.flat)
    quantity = row.values.get(Meaning.ITEM_QUANTITY)
    if letters < 3 or len(name.flat) > _LONGEST_NAME or not isinstance(quantity, Decimal) or quantity <= 0:
        return None
    brand, model = row.values.get(Meaning.ITEM_BRAND), row.values.get(Meaning.ITEM_MODEL)
    if model is None:
        name, brand, model = apart(name, brand if isinstance(brand, str) else None)
    price, total = row.values.get(Meaning.UNIT_PRICE), row.values.get(Meaning.TOTAL)
    unit = row.values.get(Meaning.ITEM_UNIT)
    return Goods(
        name=name,
        quantity=quantity,
        unit=unit if isinstance(unit, str) else None,
        brand=brand if isinstance(brand, str) else None,
        model=model if isinstance(model, str) and model not in _NONE else None,
        unit_price=price if isinstance(price, Decimal) else None,
        total=total if isinstance(total, Decimal) else None,
        currency=head.currency,
    )
