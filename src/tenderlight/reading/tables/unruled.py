"""Tables without rules, or with rules across only: from the gaps between words to grids like those of drawn rules.

Lines that share wide gaps make a block, its lines are joined to rows, and what is no table is left alone: a false cell
is worse than a missed one. All coordinates are points in the main direction of the page's text, y downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.layout.words_on_page import PageWords, put_into_cells, turned
from tenderlight.reading.tables.even_lines import evened
from tenderlight.reading.tables.grids import Grid, overlap
from tenderlight.reading.tables.rows_in_bands import parted_bands
from tenderlight.reading.tables.unruled_blocks import Block, find_blocks
from tenderlight.reading.tables.unruled_checks import columns_of, is_table
from tenderlight.reading.tables.unruled_lines import TextLine, parted_lines
from tenderlight.reading.tables.unruled_rows import Row, rows_of_block

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Boxes = NDArray[np.float64]

_RULE_SHARE = 0.6
"""Share of a block's width that a rule across it covers, in one piece or several."""
_MARGIN = 2.0
_FRAME = 1.5
"""In heights: how far over its first line the upper rule of a table may lie."""
_SNAP = 3.0
_RUNNING_TEXT = 24
"""Characters."""


def with_tables(
    words: PageWords, ruled: Sequence[Grid], rules: Boxes, read_letters: Callable[[int, int], Boxes]
) -> tuple[PageWords, list[Grid]]:
    """Find the tables of a page that have no rules between their columns, and say of each word which cell it stands in.

    Bands of rows between the rules of others are parted (see `parted_bands`).

    Args:
        words: All words of a page, in no cell yet.
        ruled: Its ruled tables (see `find_grids`), turned into the main direction of the text.
        rules: Drawn lines and sides of filled rectangles, turned likewise.
        read_letters: Returns the displayed box of each code point between two offsets.

    Returns:
        The words (some of them cut at borders of cells), and all tables, ruled and not, from top to bottom.
    """
    # Rules across and a frame, but none between columns: what the columns are is told by the words alone.
    framed = [grid for grid in ruled if len(grid.across) == 2]
    boxes = turned(words.boxes, words.main_direction)
    grids = [parted_bands(grid, words, boxes) for grid in ruled if len(grid.across) > 2]
    placed = put_into_cells(words, grids, read_letters)
    found = find_unruled(placed, rules, grids)
    kept = [grid for grid in framed if not any(overlap(grid, other) for other in found)]
    if not found and not kept:
        return placed, grids
    grids = sorted([*grids, *found, *kept], key=lambda grid: (grid.down[0], grid.across[0]))
    return put_into_cells(words, grids, read_letters), grids


def find_unruled(words: PageWords, rules: Boxes, grids: Sequence[Grid]) -> list[Grid]:
    """Find tables that have no rules between their columns.

    Args:
        words: All words of a page; those in cells of ruled tables are passed over.
        rules: Drawn lines and sides of filled rectangles, turned into the main direction of the text.
        grids: Ruled tables of the page, turned likewise.

    Returns:
        Grids that overlap neither each other nor those given, from top to bottom.
    """
    lines, height = parted_lines(words if words.confidences is None else evened(words))
    if not lines:
        return []
    across = rules[(rules[:, 2] - rules[:, 0]) > 4 * (rules[:, 3] - rules[:, 1]) + 4] if len(rules) else rules
    found: list[Grid] = []
    for block in find_blocks(lines, across, height):
        grid = _grid_of(block, across, height)
        if grid is not None and not any(overlap(grid, other) for other in (*grids, *found)):
            found.append(grid)
    return found


def _grid_of(block: Block, across: Boxes, height: float) -> Grid | None:
    if _is_running_text(block):
        return None
    block.place_chunks(across)
    _trim(block, _rules_over(block, across, height), height)
    if len(block.lines) < 2:
        return None
    rules = _rules_over(block, across, height)
    rows = rows_of_block(block, rules, height)
    columns = columns_of(rows, block.column_count)
    if not is_table(rows, columns, rules=len(rules), height=height):
        return None
    return _grid(block, rows)


def _is_running_text(block: Block) -> bool:
    """Say whether most pieces of a block are long: columns of prose, told before any work is done on them."""
    lengths = sorted(len(chunk.text) for line in block.lines for chunk in line.chunks)
    return lengths[len(lengths) // 2] >= _RUNNING_TEXT


def _rules_over(block: Block, across: Boxes, height: float) -> list[float]:
    """Return the heights at which rules cover most of the width of a block, near it or in it."""
    if not len(across):
        return []
    left = min(line.chunks[0].left for line in block.lines)
    right = max(line.chunks[-1].right for line in block.lines)
    top, bottom = block.lines[0].top - _FRAME * height, block.lines[-1].bottom + _FRAME * height
    middle = (across[:, 1] + across[:, 3]) / 2
    inside = across[(middle >= top) & (middle <= bottom) & (across[:, 0] < right) & (across[:, 2] > left)]
    order = np.argsort((inside[:, 1] + inside[:, 3]) / 2, kind="stable")
    places: list[float] = []
    group: list[tuple[float, float, float]] = []
    for x0, y0, x1, y1 in inside[order].tolist():
        at = (y0 + y1) / 2
        if group and at - group[0][0] > _SNAP:
            places += _whole(group, left, right)
            group = []
        group.append((at, max(x0, left), min(x1, right)))
    return places + (_whole(group, left, right) if group else [])


def _whole(pieces: Sequence[tuple[float, float, float]], left: float, right: float) -> list[float]:
    """Return the height of pieces of rule at one height if together they cover enough of the width."""
    covered, reach = 0.0, left
    for _, start, end in sorted(pieces, key=lambda piece: piece[1]):
        covered += max(0.0, end - max(start, reach))
        reach = max(reach, end)
    return [pieces[0][0]] if covered >= _RULE_SHARE * (right - left) else []


def _trim(block: Block, rules: Sequence[float], height: float) -> None:
    """Take off lines that only stand near a table: a heading above it, a note below it."""
    if len(rules) >= 3:
        while len(block.lines) > 2 and _is_beyond(block.lines[0], block.lines[1], rules[0]):
            del block.lines[0]
        while len(block.lines) > 2 and _is_beyond(block.lines[-1], block.lines[-2], rules[-1]):
            del block.lines[-1]
    while len(block.lines) > 2 and _is_loose(block, block.lines[0], block.lines[1], height, is_first=True):
        del block.lines[0]
    while len(block.lines) > 2 and _is_loose(block, block.lines[-1], block.lines[-2], height, is_first=False):
        del block.lines[-1]


def _is_beyond(line: TextLine, neighbour: TextLine, rule: float) -> bool:
    """Say whether a line of one piece stands on the other side of the outermost rule."""
    upper, lower = (line, neighbour) if line.top < neighbour.top else (neighbour, line)
    return len(line.chunks) == 1 and upper.bottom - 1 <= rule <= lower.top + 1


def _is_loose(block: Block, line: TextLine, neighbour: TextLine, height: float, *, is_first: bool) -> bool:
    if len(line.chunks) > 1:
        return False
    (chunk,) = line.chunks
    space = neighbour.top - line.bottom if is_first else line.top - neighbour.bottom
    if is_first:
        return chunk.first == 0 or (chunk.last == chunk.first and space > 0.5 * height)
    if space < 0:
        return False
    columns = {column for other in neighbour.chunks for column in range(other.first, other.last + 1)}
    return space > 0.5 * height or id(line) in block.across or not {chunk.first, chunk.last} <= columns


def _grid(block: Block, rows: Sequence[Row]) -> Grid:
    left = min(chunk.left for row in rows for chunk in row.chunks) - _MARGIN
    right = max(chunk.right for row in rows for chunk in row.chunks) + _MARGIN
    across = [left, *((low + high) / 2 for low, high in block.gaps), right]
    down = [rows[0].top - _MARGIN]
    down += [(upper.bottom + lower.top) / 2 for upper, lower in pairwise(rows)]
    down.append(rows[-1].bottom + _MARGIN)
    places = _places(rows, block.column_count)
    fields = np.full((len(rows), block.column_count), -1, np.int64)
    for number, (row, column, row_span, column_span) in enumerate(places):
        fields[row : row + row_span, column : column + column_span] = number
    return Grid(
        across=np.array(across, np.float64),
        down=np.array(down, np.float64),
        places=np.array(places, np.int64),
        fields=fields,
    )


def _places(rows: Sequence[Row], column_count: int) -> list[tuple[int, int, int, int]]:
    """Return the cells; text over several columns, and heads beside a head of two rows, take more than one field."""
    places = {(row, column): (1, 1) for row in range(len(rows)) for column in range(column_count)}
    for number, row in enumerate(rows):
        taken: set[int] = set()
        for chunk in sorted(row.chunks, key=lambda one: one.first - one.last):
            columns = set(range(chunk.first, chunk.last + 1))
            if len(columns) > 1 and not columns & taken:
                for column in columns - {chunk.first}:
                    del places[number, column]
                places[number, chunk.first] = (1, len(columns))
            taken |= columns
    if len(rows) > 2 and rows[0].is_across and len(rows[1].filled) > 1:
        for column in range(column_count):
            single = places.get((0, column)) == places.get((1, column)) == (1, 1)
            if single and not {column} <= rows[0].filled & rows[1].filled:
                places[0, column] = (2, 1)
                del places[1, column]
    return [(row, column, *places[row, column]) for row, column in sorted(places)]
