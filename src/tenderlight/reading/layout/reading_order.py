"""Reading order of what stands on a page: rows from top to bottom, and columns of prose one after the other.

Two pieces at the same height are one row, unless they belong to two columns of running text. Columns are believed only
where both sides look like prose, and where the file itself draws one side after the other or the prose is beyond doubt:
a label and its value at the same height must stay together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LEAST_ROWS = 4
_LEAST_OVERLAP = 0.5
_NARROWEST_GUTTER, _WIDEST_GUTTER = 0.5, 5.0
"""In heights of a line; a value may stand further from its label."""
_ALTERNATION = 0.3
_DEEPEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Something to be put in order: a run of words of one line, or a table. Coordinates in reading direction."""

    number: int
    left: float
    top: float
    right: float
    bottom: float
    emitted: int
    """Place in the order of the file."""
    line: int
    """The engine's line it comes from; -1 = none."""
    columns_of_type: int = 0
    """Half-width columns its text takes: Chinese characters count two."""
    is_one_letter: bool = False
    is_table: bool = False

    @property
    def middle(self) -> float:
        """Height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top


def rows_in_order(pieces: Sequence[Piece], depth: int = 0) -> list[list[Piece]]:
    """Put pieces in reading order, as rows; a table is a row of its own."""
    gutter = _gutter(pieces) if depth < _DEEPEST else None
    if gutter is None:
        return rows_of(pieces)
    ordered: list[list[Piece]] = []
    headings = _lines_across(pieces, gutter)
    across = [piece for piece in pieces if piece.left < gutter < piece.right or piece.line in headings]
    sides = [piece for piece in pieces if not (piece.left < gutter < piece.right or piece.line in headings)]
    for row in rows_of(across):
        top = min(piece.middle for piece in row)
        above = [piece for piece in sides if piece.middle < top]
        sides = [piece for piece in sides if piece.middle >= top]
        ordered += _side_by_side(above, gutter, depth)
        ordered.append(row)
    return ordered + _side_by_side(sides, gutter, depth)


def _lines_across(pieces: Sequence[Piece], gutter: float) -> frozenset[int]:
    """Return the engine's lines that stand on both sides of the gutter, if they are few: page headings and feet."""
    left = {piece.line for piece in pieces if piece.right <= gutter}
    right = {piece.line for piece in pieces if piece.left >= gutter}
    both = (left & right) - {-1}
    return frozenset(both) if len(both) <= _ALTERNATION * min(len(left), len(right)) else frozenset()


def _side_by_side(pieces: Sequence[Piece], gutter: float, depth: int) -> list[list[Piece]]:
    left = [piece for piece in pieces if piece.right <= gutter]
    right = [piece for piece in pieces if piece.right > gutter]
    return rows_in_order(left, depth + 1) + rows_in_order(right, depth + 1)


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Group pieces into rows by height, top to bottom, left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (each.middle, each.left)):
        if rows and _same_row(rows[-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=lambda each: (each.left, each.emitted))
    return rows


def _same_row(row: Sequence[Piece], piece: Piece) -> bool:
    first = row[0]
    if piece.is_table or first.is_table:
        return False
    if any(piece.line == other.line for other in row):
        return True
    height = min(piece.height, first.height)
    return abs(piece.middle - first.middle) <= 0.4 * height


def _gutter(pieces: Sequence[Piece]) -> float | None:
    """Return where the page parts into columns of prose, or None."""
    if len(pieces) < 2 * _LEAST_ROWS:
        return None
    ends = sorted(piece.right for piece in pieces)
    starts = sorted(piece.left for piece in pieces)
    best: tuple[float, float] | None = None
    ended = 0
    for begun, start in enumerate(starts):
        # Between the last piece that ends before `start` and `start` itself lies a candidate.
        while ended < len(ends) and ends[ended] <= start:
            ended += 1
        across = begun - ended
        right = len(pieces) - begun
        score = min(ended, right) - across
        if ended and min(ended, right) >= _LEAST_ROWS and (best is None or score > best[0]):
            best = (score, (ends[ended - 1] + start) / 2)
    if best is None:
        return None
    return best[1] if _are_columns(pieces, best[1]) else None


def _are_columns(pieces: Sequence[Piece], gutter: float) -> bool:
    left = [piece for piece in pieces if piece.right <= gutter and not piece.is_table]
    right = [piece for piece in pieces if piece.left >= gutter and not piece.is_table]
    if min(len(left), len(right)) < _LEAST_ROWS:
        return False
    top = max(min(piece.top for piece in side) for side in (left, right))
    bottom = min(max(piece.bottom for piece in side) for side in (left, right))
    shorter = min(max(p.bottom for p in side) - min(p.top for p in side) for side in (left, right))
    gap = min(piece.left for piece in right) - max(piece.right for piece in left)
    height = _median([piece.height for piece in (*left, *right)])
    if bottom - top < _LEAST_OVERLAP * shorter or not _NARROWEST_GUTTER * height <= gap <= _WIDEST_GUTTER * height:
        return False
    if _alternation(left, right) <= _ALTERNATION:
        return all(_is_prose(side, fill=0.5, columns_of_type=20) for side in (left, right))
    return all(_is_prose(side, fill=0.75, columns_of_type=24) for side in (left, right))


def _alternation(left: Sequence[Piece], right: Sequence[Piece]) -> float:
    """Return how often the file goes from one side to the other, from 0 (once) to 1 (with every piece)."""
    order = sorted([(piece.emitted, 0) for piece in left] + [(piece.emitted, 1) for piece in right])
    changes = sum(one[1] != other[1] for one, other in pairwise(order))
    return changes / (2 * min(len(left), len(right)))


def _is_prose(side: Sequence[Piece], *, fill: float, columns_of_type: int) -> bool:
    """Say whether lines are mostly as long as the longest, and long enough to be running text."""
    widths = sorted(piece.right - piece.left for piece in side)
    return (
        _median(widths) >= fill * widths[len(widths) * 9 // 10]
        and _median([piece.columns_of_type for piece in side]) >= columns_of_type
    )


def _median(values: Sequence[float]) -> float:
    return sorted(values)[len(values) // 2]


def columns_of_type(text: str) -> int:
    """Return about the width of a text in half-width columns: Chinese characters take three bytes and two columns."""
    return len(text) if text.isascii() else (len(text) + len(text.encode())) // 2
