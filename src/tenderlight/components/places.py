"""Where on a page a name stands: its cell, what stands above the column, its row, its clause, what is bought there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tenderlight.components.words import clause_around
from tenderlight.model.document import Page
from tenderlight.model.statement import Anchor, Statement, StatementKind
from tenderlight.model.values import LineItemValue

_BRANDS = re.compile(
    r"品牌|厂家|厂商|制造商|生产商|生产企业|商标|\bbrand|\bmake\b|manufacturer|\bmarca|fabricante|\bmarque|fabricant|"
    r"\bмарка|производител|торгов|виробник|hersteller"
)
_BRAND_LABEL = re.compile(
    r"(?:品牌|厂家|厂商|制造商|生产商|brand|make|manufacturer|marca|fabricante|marque|fabricant|марка|производитель|виробник)"
    r"[^\n:,。;]{0,12}:\s{0,3}(?P<value>[^\n\t。;]{1,60})"
)
_LONGEST_HEAD = 60
_LONGEST_SPAN = 100
_MOST_REACHED = 100_000
"""Rows that cells reach down into on one page, all together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlace:
    """A cell of a table: `text[start:end]` of its page."""

    start: int
    end: int
    table: int
    row: int
    column: int
    row_span: int = 1
    """Rows that it reaches over, as far as is looked at."""
    head: str
    """What stands above its column, in small letters."""


class Places:
    """The cells, rows, clauses and line items of one page.

    Args:
        flat: Text of the page in small letters, offset for offset.
        page: The page; None = a text of a structured source.
        items: Line items stated on it.
        heads: What stood above the columns of the last table of the page before.
    """

    def __init__(
        self, flat: str, page: Page | None, items: Sequence[Statement], heads: Mapping[int, str] | None = None
    ) -> None:
        self.flat = flat
        self.text = page.text if page is not None else flat
        self.items = items
        self.last_heads: dict[int, str] = dict(heads or {})
        listed = [*self._of(page), *self._of_lines(page)] if page is not None else []
        self.cells: list[CellPlace] = sorted(listed, key=lambda cell: cell.start)
        self._starts = [cell.start for cell in self.cells]
        self.rows: dict[tuple[int, int], list[CellPlace]] = {}
        self.table_starts: dict[int, int] = {}
        room = _MOST_REACHED
        for cell in self.cells:
            span = min(cell.row_span, max(1, room))
            room -= span - 1
            for row in range(cell.row, cell.row + span):
                self.rows.setdefault((cell.table, row), []).append(cell)
            self.table_starts.setdefault(cell.table, cell.start)

    def cell_at(self, place: int) -> CellPlace | None:
        """Return the cell that holds an offset, or None."""
        at = bisect_right(self._starts, place) - 1
        return self.cells[at] if at >= 0 and place < self.cells[at].end else None

    def row_of(self, cell: CellPlace) -> list[CellPlace]:
        """Return the cells of the same row, in order, those that reach down into it among them."""
        return self.rows[cell.table, cell.row]

    def clause(self, start: int, end: int) -> tuple[int, int, str]:
        """Return the clause of `flat[start:end]`, within its cell, and what stands above the column."""
        first, last = clause_around(self.flat, start, end)
        cell = self.cell_at(start)
        if cell is None:
            return first, last, ""
        return max(first, cell.start), min(last, max(cell.end, end)), cell.head

    def brand_zones(self) -> Iterator[tuple[int, int]]:
        """Yield the stretches where brands and makers stand: cells under such a head, values behind such a label."""
        for cell in self.cells:
            if _BRANDS.search(cell.head):
                yield cell.start, cell.end
        for match in _BRAND_LABEL.finditer(self.flat):
            yield match.span("value")
        for item in self.items:
            value = item.value
            if isinstance(value, LineItemValue):
                yield from (
                    (anchor.start, anchor.end)
                    for anchor in item.anchors
                    if anchor.text.strip() in {value.brand, value.maker}
                )

    def item_at(self, start: int, end: int) -> Statement | None:
        """Return the line item in whose words, row or line a stretch stands, or None."""
        cell = self.cell_at(start)
        for item in self.items:
            for anchor in item.anchors:
                if anchor.start < end and start < anchor.end:
                    return item
                if self._is_beside(anchor, cell, start, end):
                    return item
        return None

    def _is_beside(self, anchor: Anchor, cell: CellPlace | None, start: int, end: int) -> bool:
        other = self.cell_at(anchor.start)
        if cell is None or other is None:
            first, last = sorted(((anchor.start, anchor.end), (start, end)))
            return cell is other is None and "\n" not in self.flat[first[1] : last[0]] and last[0] - first[1] < 600
        return (cell.table, cell.row) == (other.table, other.row)

    def _of(self, page: Page) -> Iterator[CellPlace]:
        for number, table in enumerate(page.tables):
            heads = dict(self.last_heads) if table.continues and not number else {}
            rows = 0 if heads and not table.header_rows else max(1, table.header_rows)
            for cell in table.cells:
                if cell.row < rows and cell.end - cell.start <= _LONGEST_HEAD:
                    for column in range(cell.column, cell.column + min(cell.column_span, 40)):
                        heads[column] = f"{heads.get(column, '')} {self.flat[cell.start : cell.end]}".strip()
            self.last_heads = heads
            for cell in table.cells:
                if cell.row >= rows and cell.end > cell.start:
                    yield CellPlace(
                        start=cell.start,
                        end=cell.end,
                        table=number,
                        row=cell.row,
                        column=cell.column,
                        row_span=min(cell.row_span, _LONGEST_SPAN),
                        head=heads.get(cell.column, ""),
                    )

    def _of_lines(self, page: Page) -> Iterator[CellPlace]:
        """Yield the cells of lines with tabulators, tables whose rules were lost; the first line is the head."""
        held = sorted((cell.start, cell.end) for table in page.tables for cell in table.cells)
        spans = [(min(starts), max(ends)) for starts, ends in [tuple(zip(*held, strict=True))]] if held else []
        table, row, before = len(page.tables) - 1, 0, -2
        heads: dict[int, str] = {}
        for number, match in enumerate(_LINE.finditer(self.flat)):
            is_table = "\t" in match[0].strip() and not any(a <= match.start() < b for a, b in spans)
            if not is_table:
                continue
            if before != number - 1:
                table, row, heads = table + 1, 0, {}
            before = number
            for column, (start, end) in enumerate(_tabbed(match)):
                if row == 0 and end - start <= _LONGEST_HEAD:
                    heads[column] = self.flat[start:end].strip()
                if end > start:
                    head = heads.get(column, "") if row else ""
                    yield CellPlace(start=start, end=end, table=table, row=row, column=column, head=head)
            row += 1


_LINE = re.compile(r"[^\n]+")


def _tabbed(line: re.Match[str]) -> list[tuple[int, int]]:
    """Return the stretches between the tabulators of a line."""
    stops = [at for at, sign in enumerate(line[0]) if sign == "\t"]
    edges = zip([-1, *stops], [*stops, len(line[0])], strict=True)
    return [(line.start() + first + 1, line.start() + last) for first, last in edges]


def items_by_page(facts: Sequence[Statement]) -> dict[int | None, list[Statement]]:
    """Return the line items of a document by the page that they stand on first."""
    found: dict[int | None, list[Statement]] = {}
    for fact in facts:
        if fact.kind is StatementKind.LINE_ITEM:
            found.setdefault(fact.anchors[0].page_number, []).append(fact)
    return found
