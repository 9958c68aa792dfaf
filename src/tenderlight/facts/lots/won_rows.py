"""The row that says that its bidder won, in a small table under the head of one lot, in languages written with spaces.

"Lot 1 – generators", "Bidder | Price | Status", "A Ventures | 18,900,000 | Awarded", "B Ltd | 19,450,000 | Not lowest".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tenderlight.facts.lots.firm_parts import is_firm
from tenderlight.facts.lots.listed_bids import ListedBid
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.tables.heads import read_head
from tenderlight.facts.tables.verdict_cells import is_won

_LINE = re.compile(r"[^\n]+")
_CELLS = re.compile(r"\s*\|\s*|\t+| {3,}")
_LONGEST = 2_000
_FEWEST_CELLS, _FEWEST_ROWS = 3, 2


def won_row(body: Piece) -> ListedBid | None:
    """Return the one bid of a table whose row says that it won, and no other row does; else None."""
    rows = list(_rows(body)) if body.end - body.start <= _LONGEST else []
    won = [row for row in rows if any(is_won(cell.flat) for cell in row[1:])]
    if len(rows) < _FEWEST_ROWS or len(won) != 1:
        return None
    row = won[0]
    name = next((cell for cell in row if has_company(cell.text) or is_firm(cell, sure=True)), None)
    if name is None or is_won(name.flat):
        return None
    return ListedBid(name=name, part=Piece(sheet=body.sheet, start=name.start, end=row[-1].end), sign=None)


def _rows(body: Piece) -> Iterator[Sequence[Piece]]:
    """Yield the cells of each row that has a figure: the row of heads has none."""
    for match in _LINE.finditer(body.flat):
        line = body.part(*match.span()).stripped(" |\t")
        cuts = [(0, 0), *(one.span() for one in _CELLS.finditer(line.flat)), (len(line.flat),) * 2]
        cells = [line.part(end, start) for (_start, end), (start, _end) in pairwise(cuts)]
        if len(cells) >= _FEWEST_CELLS and any(map(str.isdigit, line.flat)) and read_head(cells[0].flat) is None:
            yield cells
