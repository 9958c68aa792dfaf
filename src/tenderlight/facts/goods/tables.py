"""Tables as lines of cells, whatever sets the cells apart, and the figures in them.

Tabulators, bars, semicolons, strokes, dashes and wide blanks set columns apart, single blanks where words have none in
them (Chinese); a table whose cells stand one a line is taken apart by the number of its heads. Nothing is said of what
the columns hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.goods.chinese_sentences import UNITS
from tenderlight.facts.goods.words import UNIT
from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.pages.layout import Piece, Sheet, grids_of
from tenderlight.facts.tables.heads import read_head
from tenderlight.facts.words.vocabulary import ITEMS, Meaning
from tenderlight.languages.money import read_number, read_unit
from tenderlight.languages.scripts import HAN_CLASS, has_han

Row = tuple[Piece, ...]
_LONGEST_PAGE = 60_000
_LONGEST_LINE = 400
_FEWEST_CELLS = 3
_MOST_CELLS = 14
_SEPARATORS = tuple(
    (signs, re.compile(pattern))
    for signs, pattern in (
        (("\t",), r"\t"),
        (("|",), r"\s?\|\s?"),
        ((";",), r"\s?;\s?"),
        (("/",), r"\s/\s"),
        (("–", "—", "-"), r"\s[–—-]\s"),
        (("——",), r"\s?—{2}\s?"),
        (("  ", "\u2002", "\u3000"), r"[ \u2002\u3000]{2,40}"),
        ((" ",), r" "),
    )
)
"""What sets columns apart, and the signs one of which it holds; a single blank only between words that hold none."""
_LINE = re.compile(r"[^\n]+")
_FIGURES = re.compile(r"\d[^\d\n]{1,60}\d")
_RULE = re.compile(r"[\s|:=+–—-]+")
_CURRENCY = (
    r"[$€£₹¥₴₽]|r\$|us\$|hk\$|nt\$|s/\.?|rs\.?|usd|eur|gbp|cny|rmb|cad|kes|cop|mxn|inr|rub|uah|sar|zar|brl|clp|pen"
)
_MONEY_TAIL = (
    r"[a-z]{3}|[$€£₴₽₹¥]|руб\.?|грн\.?|тг\.?|₸|(?:万|百万|千)?元(?:整|/[^\W\d_])?|f\s?cfa|"
    r"\([^()\d]{1,14}\)|/-|h\.?t\.?|ttc"
)
COUNTS = re.compile(rf"{UNIT}\.?|[{UNITS}]|通道|点位")
"""Words for what is counted."""
_NUMBER = r"(?P<number>\d[\d.,'\u00a0\u2009 ]{0,20}\d|\d)"
_FIGURE = re.compile(
    rf"(?:(?:{_CURRENCY})\s?)?{_NUMBER}\s?"
    rf"(?P<tail>(?:{UNIT}\.?|[{UNITS}][{HAN_CLASS}]?|通道|点位|人次?|{_MONEY_TAIL})(?:\s?(?:{_MONEY_TAIL}))?)?"
)
_TWO_TONGUES = re.compile(rf"(?P<han>[{HAN_CLASS}]{{2,8}})\s?/?\s?(?P<latin>[a-z][^{HAN_CLASS}]{{1,30}})")
"""A head in Chinese and in English: 數量 Qty."""
_LETTERS_ONLY = re.compile(r"[^\W\d_]{1,6}")
_TEN_THOUSAND = 10_000
_LONGEST_FIGURE = 40
_LONGEST_HEAD = 20
_LINES = 400
_FEWEST_HEADS, _MOST_HEADS = 4, 10
_FIRST_HEADS = frozenset({*ITEMS, Meaning.NAME, Meaning.NO_NUMBER, Meaning.OTHER, Meaning.LOT})
"""What the first column of a table of goods may hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A cell that holds a number and nothing else but a unit or a currency."""

    amount: Decimal
    tail: str
    """What stands behind the number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellTable:
    """Rows of the same number of cells, and the head above them if there is one."""

    head: tuple[Hit | None, ...] | None
    rows: tuple[Row, ...]


def tables_of(sheet: Sheet) -> Iterator[CellTable]:
    """Yield what may be the tables of a page: of its reader, then of its lines by each sign, then one cell a line."""
    for grid in grids_of(sheet, columns=_FEWEST_CELLS + 1):
        nothing = Piece(sheet=sheet, start=0, end=0)
        yield from _of_rows([tuple(cell if cell is not None else nothing for cell in row) for row in grid.rows])
    flat = sheet.flat[:_LONGEST_PAGE]
    lines = [match.span() for match in _LINE.finditer(flat) if match.end() - match.start() <= _LONGEST_LINE]
    lines = [span for span in lines if not _RULE.fullmatch(flat, *span)]
    dense = [_FIGURES.search(flat, *span) is not None for span in lines]
    if any(dense):
        near = [at for at in range(len(lines)) if dense[at] or dense[min(at + 1, len(lines) - 1)]]
        for signs, separator in _SEPARATORS:
            held = [at for at in near if any(flat.find(sign, *lines[at]) >= 0 for sign in signs)]
            rows = {at: _cells(sheet, *lines[at], separator) for at in held}
            if any(rows.values()):
                yield from _of_rows([rows.get(at, ()) for at in range(len(lines))])
    yield from _stacked([Piece(sheet=sheet, start=start, end=end).stripped() for start, end in lines[:_LINES]])


def _stacked(lines: Sequence[Piece]) -> Iterator[CellTable]:
    """Yield tables whose cells stand one a line: heads without figures, then as many cells a row."""
    at = 0
    while at < len(lines):
        heads = _stack_of_heads(lines, at)
        for width in range(len(heads), _FEWEST_HEADS - 1, -1):
            cells = lines[at + width : at + width + width * _LINES]
            rows = [tuple(cells[start : start + width]) for start in range(0, len(cells) - width + 1, width)]
            rows = rows[: next((at for at, row in enumerate(rows) if not _has_figures(row)), len(rows))]
            if rows:
                yield CellTable(head=tuple(heads[:width]), rows=tuple(rows))
        at += max(1, len(heads))


def _stack_of_heads(lines: Sequence[Piece], at: int) -> list[Hit | None]:
    """Return what lines are as heads of columns, up to the first with a figure; [] if they are none."""
    heads: list[Hit | None] = []
    first = _head_of(lines[at].flat) if lines[at].end - lines[at].start <= _LONGEST_HEAD else None
    if first is None or first.meaning not in _FIRST_HEADS:
        return []
    for line in lines[at : at + _MOST_HEADS]:
        if len(line.flat) > _LONGEST_HEAD or any(sign.isdigit() or sign in ":。;" for sign in line.flat):
            break
        heads.append(_head_of(line.flat))
    kinds = {hit.meaning for hit in heads if hit is not None and hit.meaning is not None}
    is_head = len(kinds & {*ITEMS, Meaning.NAME}) >= _FEWEST_CELLS
    return heads if is_head else []


def _has_figures(row: Row) -> bool:
    return sum(figure_of(cell, ".") is not None or figure_of(cell, ",") is not None for cell in row) > 1


def _cells(sheet: Sheet, begins: int, ends: int, separator: re.Pattern[str]) -> Row:
    """Return the cells of a line, or none if they are too few or too many for a table of goods."""
    line = sheet.flat[begins:ends].strip()
    begins = sheet.flat.index(line, begins) if line else begins
    stops = [match.span() for match in separator.finditer(line)]
    if not _FEWEST_CELLS - 1 <= len(stops) <= _MOST_CELLS or (separator is _SEPARATORS[-1][1] and not has_han(line)):
        return ()
    cells = []
    position = 0
    for start, end in [*stops, (len(line), len(line))]:
        cells.append(Piece(sheet=sheet, start=begins + position, end=begins + start).stripped())
        position = end
    cells = cells[cells[0].start == cells[0].end :]
    cells = cells[:-1] if cells and cells[-1].start == cells[-1].end else cells
    return tuple(cells) if _FEWEST_CELLS <= len(cells) <= _MOST_CELLS else ()


def _of_rows(rows: Sequence[Row]) -> Iterator[CellTable]:
    """Yield the runs of rows with the same number of cells, at least two of them figures."""
    run: list[Row] = []
    head: Row | None = None
    known: dict[int, tuple[Hit | None, ...]] = {}
    for row in [*rows, ()]:
        has_figures = bool(row) and _has_figures(row)
        if run and (len(row) != len(run[0]) or not has_figures):
            width = len(run[0])
            found = _head(head, width)
            known |= {width: found} if found is not None else {}
            yield CellTable(head=known.get(width), rows=tuple(run))
            run, head = [], None
        if has_figures:
            run.append(row)
        else:
            head = row or None


def _head(row: Row | None, width: int) -> tuple[Hit | None, ...] | None:
    if row is None or len(row) != width:
        return None
    hits = tuple(_head_of(" ".join(cell.flat.split())) for cell in row)
    return hits if sum(hit is not None for hit in hits) > 1 else None


def _head_of(flat: str) -> Hit | None:
    if not has_han(flat):
        return read_head(flat)
    hit = read_label(flat)
    two = _TWO_TONGUES.fullmatch(flat) if hit is None or hit.meaning is None else None
    return (read_head(two["latin"]) or read_label(two["han"])) if two is not None else hit


def figure_of(cell: Piece, mark: str) -> Figure | None:
    """Return the number of a cell that holds nothing else but a unit or a currency, or None."""
    match = _FIGURE.fullmatch(cell.flat) if 0 < cell.end - cell.start <= _LONGEST_FIGURE else None
    if match is None:
        return None
    tail = (match["tail"] or "").strip()
    if _LETTERS_ONLY.fullmatch(tail) and not COUNTS.fullmatch(tail) and read_unit(tail) is None:
        return None
    amount = read_number(match["number"], decimal_mark=mark)
    return Figure(amount=amount * _TEN_THOUSAND if tail.startswith("万") else amount, tail=tail) if amount else None
