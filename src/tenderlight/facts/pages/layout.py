"""Pages → lines and tables, in the order they are read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, repeat

from tenderlight.facts.labels.colons import with_colons
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han
from tenderlight.model.columns import CellColumns
from tenderlight.model.document import Page, Table
from tenderlight.model.statement import Anchor


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sheet:
    """A page with its flat copy: every offset of `flat` is the same offset of `page.text`."""

    page: Page
    flat: str

    def anchor(self, start: int, end: int) -> Anchor:
        """Return an anchor on `page.text[start:end]`."""
        return Anchor(start=start, end=end, text=self.page.text[start:end], page_number=self.page.number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of one page: a line, a cell, a value. Half-open offsets, code points of the page's text."""

    sheet: Sheet
    start: int
    end: int

    @property
    def flat(self) -> str:
        """The text, each character folded by itself."""
        return self.sheet.flat[self.start : self.end]

    @property
    def text(self) -> str:
        """The text as written."""
        return self.sheet.page.text[self.start : self.end]

    def part(self, start: int, end: int) -> Piece:
        """Return the piece between two offsets of this one's text."""
        return Piece(sheet=self.sheet, start=self.start + start, end=self.start + end)

    def stripped(self, characters: str = " \t\n\u200b\u00ad") -> Piece:
        """Return the piece without such characters at its ends; its start stays in place if nothing is left."""
        page, start, end = self.sheet.flat, self.start, self.end
        if start == end or (page[start : start + 1] not in characters and page[end - 1 : end] not in characters):
            return self
        flat = page[start:end]
        right = len(flat.rstrip(characters))
        left = len(flat) - len(flat.lstrip(characters))
        if not left and right == len(flat):
            return self
        return self.part(min(left, right), right)

    def surrounded(self, ends: re.Pattern[str], farthest: int) -> Piece:
        """Return the piece with what stands around it, up to the nearest match of `ends` on either side.

        Args:
            ends: What ends a sentence, a line or a clause.
            farthest: So many signs on either side are looked at.
        """
        flat, low = self.sheet.flat, max(0, self.start - farthest)
        start = max((match.end() for match in ends.finditer(flat, low, self.start)), default=low)
        stop = ends.search(flat, self.end, self.end + farthest)
        end = stop.start() if stop is not None else min(len(flat), self.end + farthest)
        return Piece(sheet=self.sheet, start=start, end=end)

    def shares_line(self, other: Piece) -> bool:
        """Say whether another piece begins on the line of the same page that this one begins on."""
        first, last = sorted((self.start, other.start))
        return self.sheet.page.number == other.sheet.page.number and "\n" not in self.sheet.flat[first:last]

    def anchor(self) -> Anchor:
        """Return the anchor of this piece."""
        return self.sheet.anchor(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table as rows of cells; None where nothing begins.

    A cell merged downwards stands in each of its rows, one merged sideways in its first column only.
    """

    rows: tuple[tuple[Piece | None, ...], ...]
    continues: bool = False
    """It goes on from the table before it, on the page before."""


Block = Piece | Grid
_BREAK = re.compile("\n")
_BARS = re.compile(r"(?:(?<=\s)|^)\|(?=\s|$)|(?<=\S)\|(?=\S)|^\s{0,20}\|(?=\S)|(?<=\S)\|(?=\s{0,20}$)")
_LEADERS = re.compile(
    r"(?m)(?<=[^\W_])[ ]?\.{2,120}[ ](?=[^\s.])(?!\d{1,3}[ \t]*$)|"
    r"(?:(?<=quantity)|(?<=qty)|(?<=cantidad)|(?<=quantité)|(?<=количество))[ ]?\.{2,120}[ ](?=\d)|"
    r"(?<=\))[ ]?\.{2,120}[ ](?=[^\s.])"
)
_FEWEST_BARS = 2
_NUMBER_CELL = re.compile(r"\s{0,4}(?:\d{1,3}|№|no\.?|n[°ºo]\.?|nr\.?|#|item|序号) / ")
"""The first column of a table whose columns are set apart by strokes."""
_LONGEST_LABEL = 60
_LONGEST_COLUMN_HEAD = 30
_RULE = re.compile(r"[ |]{0,4}:?-{2,80}:?(?:[ ]?[|+][ ]?:?-{2,80}:?){1,20}[ |]{0,4}")
"""A line of strokes under the head of a table: |---|---|."""
_FRAME = re.compile(r"[\s│┃║]{0,80}[─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛][\s─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛│┃║]{2,300}")
"""A line of a frame drawn around the cells of a table."""
_NEIGHBOUR = re.compile(r"\s{0,8}[<>«»]?\s{0,2}[上下]一[篇条则]\s{0,2}:")
"""A link to another page of the portal: its title says nothing of this one."""
_INCHES = re.compile(r"[^\d\s.,][ ](?:\d{1,2}(?:[.,]\d)?|1\d\d)$")
"""How large a screen is, before the sign for inches."""
_DRAWN = "│"
_LONGEST_FIGURE = 40
_FIGURE = re.compile(r"\d")
_MOST_REPEATED, _REPEATED_A_ROW = 10_000, 8
"""How often cells merged downwards are repeated in one table, and for each of its rows besides: what columns of lots,
packages and units need. Past that they stand in their first row only.
"""
_MOST_FIELDS, _FIELDS_A_CELL = 1_000_000, 20
"""A table with more fields than the first, and so many for each cell that it has, is no table that people write."""
_WIDE = "\u3000"
_WIDE_GAP = re.compile(r"\u3000+ *|[ \u3000]{2,}")
"""Blanks that set columns apart where a page of Chinese lost its tabulators."""
_NEARLY_ALL = 4
"""Of so many column heads all but one are labels."""
_MENU = re.compile(r"首页|登录|网站地图|https?://")


def blocks(page: Page) -> Iterator[Block]:
    """Yield the lines and tables of a page in reading order. Empty lines are left out."""
    sheet = Sheet(page=page, flat=with_colons(_without_leaders(flatten(page.text))))
    position = 0
    for start, end, table in sorted(extents(page), key=lambda extent: extent[:2]):
        if start < position:
            continue
        yield from _lines(sheet, position, start)
        if _is_hollow(table):
            yield from _lines(sheet, start, end)
        else:
            yield _grid(sheet, table)
        position = end
    yield from _lines(sheet, position, len(page.text))


def _without_leaders(flat: str) -> str:
    """Return a text with a colon for dots that lead from a label to its value: "Closing date ..... 4 April 2023".

    A table of contents leads to nothing but the number of a page.
    """
    if "..." not in flat or has_han(flat):
        return flat
    return _LEADERS.sub(lambda found: ":".ljust(len(found[0])), flat)


def grids_of(sheet: Sheet, *, columns: int) -> Iterator[Grid]:
    """Yield the tables of a page that its reader found; no lines, whatever sets their words apart.

    Args:
        sheet: The page.
        columns: Tables with fewer are left out, and those without figures.
    """
    for table in sheet.page.tables:
        is_large = table.column_count >= columns and table.row_count > 1
        if is_large and not _is_hollow(table) and _has_figures(sheet, table):
            yield _grid(sheet, table)


def _has_figures(sheet: Sheet, table: Table) -> bool:
    """Say whether a row of a table may hold several figures, without making its cells."""
    cells = table.cells
    spans = (
        zip(cells.rows, cells.starts, cells.ends, strict=True)
        if isinstance(cells, CellColumns)
        else ((cell.row, cell.start, cell.end) for cell in cells)
    )
    counts: dict[int, int] = {}
    for row, start, end in spans:
        if end - start <= _LONGEST_FIGURE and _FIGURE.search(sheet.flat, start, end):
            counts[row] = counts.get(row, 0) + 1
            if counts[row] >= _FEWEST_BARS:
                return True
    return False


def lines_of(piece: Piece) -> list[Piece]:
    """Return the lines of a piece (a cell, say) that are not empty."""
    flat = piece.flat
    if "\n" not in flat and "\t" not in flat:
        stripped = piece.stripped()
        return [stripped] if stripped.end > stripped.start else []
    return [block for block in _lines(piece.sheet, piece.start, piece.end) if isinstance(block, Piece)]


def with_quote(value: Piece, end: int) -> Piece:
    """Return a value with the quotation mark behind it, up to `end`, that closes one inside it, or is of inches.

    ТОВ "Дозор"; Notebook 15".
    """
    flat = value.sheet.flat
    if flat[value.end : end][:1] != '"':
        return value
    if _INCHES.search(value.flat) and '"' not in value.flat and flat[value.start - 1 : value.start] != '"':
        return Piece(sheet=value.sheet, start=value.start, end=value.end + 1)
    is_open = value.flat.count('"') % 2 == 1 and value.flat[:1] != '"'
    return Piece(sheet=value.sheet, start=value.start, end=value.end + (is_open and flat[value.end : end][:1] == '"'))


def extents(page: Page) -> Iterator[tuple[int, int, Table]]:
    """Yield where each table of a page begins and ends, and the table; none that holds nothing."""
    for table in page.tables:
        filled = [span for span in spans_of(table) if span[1] > span[0]]
        if filled:
            yield min(start for start, _end in filled), max(end for _start, end in filled), table


def spans_of(table: Table) -> Iterable[tuple[int, int]]:
    """Return where each cell of a table begins and ends on its page; no object is made for one kept as figures."""
    return ((start, end) for _row, _column, start, end, _row_span in _cells_of(table))


def _is_hollow(table: Table) -> bool:
    """Say whether next to nothing stands in a table but what its cells are said to span: it is read as lines."""
    fields = table.row_count * table.column_count
    return fields > _MOST_FIELDS and fields > _FIELDS_A_CELL * len(table.cells)


def _grid(sheet: Sheet, table: Table) -> Grid:
    room = _MOST_REPEATED + _REPEATED_A_ROW * table.row_count
    rows: list[list[Piece | None]] = [[None] * table.column_count for _ in range(table.row_count)]
    for row, column, start, end, row_span in _cells_of(table):
        if column < table.column_count:
            piece = Piece(sheet=sheet, start=start, end=end).stripped()
            if row_span == 1 and row < table.row_count:
                rows[row][column] = piece
                continue
            past = min(row + row_span, table.row_count, row + 1 + room)
            room -= max(0, past - row - 1)
            for below in range(row, past):
                rows[below][column] = piece
    return Grid(rows=tuple(map(tuple, rows)), continues=table.continues)


def _cells_of(table: Table) -> Iterable[tuple[int, int, int, int, int]]:
    """Return row, column, start, end and rows of each cell; no object is made for one that is kept as figures."""
    cells = table.cells
    if isinstance(cells, CellColumns):
        spans = cells.row_spans if cells.row_spans is not None else repeat(1)
        return zip(cells.rows, cells.columns, cells.starts, cells.ends, spans, strict=False)
    return ((cell.row, cell.column, cell.start, cell.end, cell.row_span) for cell in cells)


def _lines(sheet: Sheet, start: int, end: int) -> Iterator[Block]:
    """Yield lines; lines with tabulators in a row are a table whose rules were lost."""
    if start >= end:
        return
    breaks = [start - 1, *(match.start() for match in _BREAK.finditer(sheet.flat, start, end)), end]
    rows: list[tuple[Piece | None, ...]] = []
    semicolons = blanks = 0
    for before, after in pairwise(breaks):
        line = Piece(sheet=sheet, start=before + 1, end=max(before + 1, after))
        if _RULE.fullmatch(line.flat) or _FRAME.fullmatch(line.flat) or _NEIGHBOUR.match(line.flat):
            continue
        semicolons = _semicolons_of(line.flat, semicolons)
        blanks = _blanks_of(line, blanks)
        stop = ";" if semicolons else _WIDE if blanks else _stop_of(line.flat)
        if stop is not None:
            rows.append(_columns(line, stop))
            continue
        if rows:
            yield Grid(rows=_even(rows))
            rows = []
        stripped = line.stripped()
        if stripped.end > stripped.start:
            yield stripped
    if rows:
        yield Grid(rows=_even(rows))


def _stop_of(flat: str) -> str | None:
    """Return the character that sets the columns of a line apart: a tabulator, or bars drawn for rules."""
    if "\t" in flat.strip():
        return "\t"
    if flat.count(" / ") > _FEWEST_BARS and _NUMBER_CELL.match(flat):
        return "/"
    if flat.count(_DRAWN) > _FEWEST_BARS:
        return _DRAWN
    bars = len(_BARS.findall(flat)) if "|" in flat else 0
    if not bars or _MENU.search(flat):
        return None
    if not has_han(flat) and any(_tells_itself(cell) for cell in flat.split("|")):
        return None
    return "|" if bars >= _FEWEST_BARS or read_label(flat.partition("|")[0].strip()) is not None else None


def _semicolons_of(flat: str, above: int) -> int:
    """Return how many semicolons set the columns of a line apart; 0 = none does.

    Args:
        flat: The line.
        above: As many did so in the line above: the head is a line whose parts are short and most of them labels.
    """
    count = flat.count(";")
    if count < _FEWEST_BARS or above:
        return above if count == above else 0
    parts = [part.strip(" .") for part in flat.split(";")]
    if any(not 0 < len(part) <= _LONGEST_COLUMN_HEAD for part in parts):
        return 0
    return count if 2 * sum(read_label(part) is not None for part in parts) >= len(parts) else 0


def _blanks_of(line: Piece, above: int) -> int:
    """Return how many wide blanks set the columns of a line of Chinese apart; 0 = none does.

    Args:
        line: The line.
        above: As many did so in the line above: nearly all parts of the head are labels.
    """
    if _WIDE not in line.text:
        return 0
    parts = _WIDE_GAP.split(line.text.strip())
    count = len(parts) - 1
    if above or count < _FEWEST_BARS:
        return above if count == above else 0
    if any(not 0 < len(part) <= _LONGEST_COLUMN_HEAD or ":" in flatten(part) for part in parts):
        return 0
    known = sum(read_label(flatten(part)) is not None for part in parts)
    return count if _NEARLY_ALL * known >= (_NEARLY_ALL - 1) * len(parts) else 0


def _tells_itself(cell: str) -> bool:
    """Say whether a part of a line between bars is a label with its value: then bars set pairs apart, not columns."""
    head, colon, value = cell.partition(":")
    return bool(colon and value.strip()) and len(head) <= _LONGEST_LABEL and read_label(head.strip()) is not None


def _columns(line: Piece, stop: str) -> tuple[Piece | None, ...]:
    flat = line.flat
    if stop == _WIDE:
        left = len(line.text) - len(line.text.lstrip())
        gaps = [match.span() for match in _WIDE_GAP.finditer(line.text, left, left + len(line.text.strip()))]
        ends = [left, *(at for gap in gaps for at in gap), len(flat)]
        return tuple(line.part(a, b).stripped() for a, b in zip(ends[::2], ends[1::2], strict=True))
    stops = [-1, *(at for at, character in enumerate(flat) if character == stop), len(flat)]
    if stop == "/":
        stops = [at for at in stops if not 0 < at < len(flat) - 1 or flat[at - 1 : at + 2] == " / "]
    cells = [line.part(before + 1, after).stripped() for before, after in pairwise(stops)]
    if stop in {"|", _DRAWN}:
        cells = cells[not cells[0].text :]
        cells = cells[:-1] if cells and not cells[-1].text else cells
    return tuple(cells)


def _even(rows: list[tuple[Piece | None, ...]]) -> tuple[tuple[Piece | None, ...], ...]:
    width = max(map(len, rows))
    return tuple(row + (None,) * (width - len(row)) for row in rows)
