"""Rows of bidders of which some say that they won, in languages written with spaces, whatever their columns are called.

Lists saved as text set their cells apart by blanks, tabs, strokes or semicolons. Where a row names one firm and another
of its cells says no more than that it won ("AWARDED", "ADJUDICADO"), the firm has won; the rows beside it must name
firms, too, and one of them must not say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.bids.rows import YES, asks_who_won
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import EASTERN_COMPANY, companies
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.tables.verdict_cells import is_won

_LONGEST = 20_000
_FEWEST = 2
_LINE = re.compile(r"[^\n]{6,400}")
_CELL = re.compile(r"\s{2,}|\t|\s?\|\s?|;\s?")
_NUMBER = re.compile(r"\s?\([A-Z][A-Za-z.]{1,6}:?\s?[\dA-Z./ -]{4,24}\)")
"""The number of a firm in a register, in brackets behind its name."""
_WON = re.compile(
    r"[\s\d.:*+✓√()-]*(?:is\s)?(?:awarded|award(?:ee)?|recommended for award|winner|winning(?: bid(?:der)?)?|"
    r"successful|selected|accepted|"
    r"adjudicad[oa]s?|adjudicatari[oa]|ganadora?|gan[oó]|seleccionad[oa]|attributaire|retenue?|adjudicataire|"
    r"titulaire|vencedora?|"
    r"adjudicatári[oa]|homologad[oa]|победитель|победила?|переможець|zuschlag|beauftragt|aggiudicatari[oa]|"
    r"wybran[ay]|zwycięzca)"
    r"[\s\d.:*+✓√()-]*"
)


def flagged_rows(notice: Notice) -> list[Piece]:
    """Return the firms whose rows say that they won, each once; none without a row that does not."""
    if notice.language == "zh" or notice.stage not in SETTLED:
        return []
    for sheet in notice.sheets:
        rows = list(_rows(sheet))
        won = [piece for piece, is_won in rows if is_won]
        if len(rows) >= _FEWEST and won and len(won) < len(rows):
            return list({piece.flat: piece for piece in reversed(won)}.values())[::-1]
    return []


def _rows(sheet: Sheet) -> Iterator[tuple[Piece, bool]]:
    """Yield the firm of each row that names one, and whether the row says that it won."""
    asked, width = -1, 0
    for line in _LINE.finditer(sheet.page.text[:_LONGEST]):
        cells = list(_cells(sheet, line.start(), line.end()))
        named = [piece for cell in cells if (piece := _firm(cell)) is not None]
        if len(cells) > 1 and len(named) == 1:
            says_yes = 0 <= asked < len(cells) == width and cells[asked].flat.strip(". ") in YES
            yield named[0], says_yes or any(_WON.fullmatch(cell.flat) or is_won(cell.flat) for cell in cells)
        elif len(cells) > 1:
            asking = [at for at, cell in enumerate(cells) if asks_who_won(cell.flat)]
            asked, width = (asking[0] if len(asking) == 1 else -1), len(cells)


def _cells(sheet: Sheet, start: int, end: int) -> Iterator[Piece]:
    position = start
    for left, right in [*(one.span() for one in _CELL.finditer(sheet.page.text, start, end)), (end, end)]:
        cell = Piece(sheet=sheet, start=position, end=left).stripped()
        position = right
        if cell.end > cell.start:
            yield cell


def _firm(cell: Piece) -> Piece | None:
    """Return the firm that a cell is, a number before it aside, or None."""
    eastern = EASTERN_COMPANY.search(cell.text)
    span = eastern.span() if eastern else next(iter(companies(cell.text)), None)
    if span is None or len(_NUMBER.sub("", cell.text)) - (span[1] - span[0]) > 8:
        return None
    names = find_names(cell.part(*span))
    return names[0].piece if len(names) == 1 else None
