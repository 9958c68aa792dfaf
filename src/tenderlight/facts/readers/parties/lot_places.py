"""Where a page names lots, and what is seen of such a place and of a party that may have won the lot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.words import Line, lines_in
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, LOT, heads_han, key_of, western_names
from tenderlight.languages.scripts import has_han

_COLUMN = re.compile(r"[|\t]| {2,}")
_HEAD = re.compile(
    r"\s*(?:(?:lots?|lotes?|lotto|los|лот(?:у|и|ы)?|partida|rengl[óo]n|[íi]tem|item|package|część|pakiet|zadanie|част\w+|позиц\w+)"
    r"(?:[\s.-]{0,2}(?:no|nr|n[°ºo]|num\w*|номер|№|#|id)\.?)?|(?:№|номер) лот\w*|no\.? de lot|n[°º] (?:de )?lote?s?|"
    r"(?:标段|标包|包|包件|分标|标项|项次|品项|品目)(?:号|编号)?)\s*"
)
_CELL = re.compile(r"\s*(?P<lot>\w[\w.-]{0,11})\s*")
_HEAD_ROWS, _MOST_HEADS = 30, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LotPlace:
    """Where a page names one lot, or several in one phrase."""

    piece: Piece
    lots: tuple[str, ...]
    """As printed."""
    is_cell: bool = False
    """A cell under a head that is a word for lots."""

    @property
    def keys(self) -> frozenset[str]:
        """The lots as they are compared."""
        return frozenset(map(key_of, self.lots))


def lot_places(sheet: Sheet) -> list[LotPlace]:
    """Return the places that name lots, in the order of the page."""
    found = [*_written(sheet), *_in_columns(sheet)]
    found.sort(key=lambda one: (one.piece.start, one.is_cell))
    kept: list[LotPlace] = []
    for one in found[:_MOST_HEADS]:
        if not kept or one.piece.start >= kept[-1].piece.end:
            kept.append(one)
    return kept


def _written(sheet: Sheet) -> Iterator[LotPlace]:
    text = sheet.page.text
    for match in HEADS_WESTERN.finditer(sheet.flat):
        names = tuple(western_names(text, match)) if "\n" not in match[0] else ()
        if names:
            yield LotPlace(piece=Piece(sheet=sheet, start=match.start(), end=match.end()), lots=names)
    if has_han(sheet.flat):
        for match in LOT.finditer(sheet.flat):
            piece = Piece(sheet=sheet, start=match.start(), end=match.end())
            yield LotPlace(piece=piece, lots=(piece.text,))
        for match in heads_han(sheet.flat):
            if match["lot"]:
                piece = Piece(sheet=sheet, start=match.start("lot"), end=match.end("lot"))
                yield LotPlace(piece=piece, lots=(piece.text,))


def _in_columns(sheet: Sheet) -> Iterator[LotPlace]:
    """Yield the cells under heads that are words for lots."""
    at: int | None = None
    left = 0
    for line in lines_in(sheet):
        cells = list(_cells(line))
        heads = [index for index, (start, end) in enumerate(cells) if _HEAD.fullmatch(line.flat, start, end)]
        if len(cells) > 1 and len(heads) == 1:
            at, left = heads[0], _HEAD_ROWS
        elif at is not None and len(cells) > max(at, 1) and left:
            left -= 1
            cell = _CELL.fullmatch(line.flat, *cells[at])
            if cell is not None:
                start, end = cell.span("lot")
                piece = Piece(sheet=sheet, start=line.start + start, end=line.start + end)
                yield LotPlace(piece=piece, lots=(piece.text,), is_cell=True)
        elif line.flat.strip():
            at = None


def _cells(line: Line) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _COLUMN.finditer(line.flat):
        if match.start() or match[0] != "|":
            yield position, match.start()
        position = match.end()
    yield position, len(line.flat)
