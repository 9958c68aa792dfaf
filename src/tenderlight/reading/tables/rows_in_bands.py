"""Ruled tables whose rules part bands of rows: a rule after every fifth row, or only under the head and over the total.

Each band would be one row, its cells columns of figures that belong to nobody. It is parted where its words leave no
doubt: they stand on the same levels in nearly all columns, and on each level there are figures. A row whose words only
wrap has lines without figures, and columns that end before others do; it stays what the rules say.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.tables.grids import Grid
from tenderlight.reading.tables.header_rows import is_figure

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.layout.words_on_page import PageWords

    Boxes = NDArray[np.float64]
    Numbers = NDArray[np.int64]

_FEWEST_COLUMNS, _FEWEST_OF_FIGURES = 3, 2
"""Filled columns that bear a band, and how many of them hold figures; of a band of two levels one more of each."""
_LEAST_ON_A_LEVEL, _LEAST_FILLED = 0.6, 0.8
"""Share of the filled columns that have words on each level, and of all places where such a column meets a level."""
_MOST_BESIDE = 0.3
"""Share of the filled columns that may stand beside the levels: the name of the whole band."""
_MOST_LEVELS = 200
_SAME_LEVEL = 0.35
"""In heights of a word: how far apart the middles of two words of one level may be."""
_LEAST_HEIGHT = 1.8
"""In heights of a word: a lower row holds no second level."""
_FEWEST_WORDS = 6


@dataclass(frozen=True, slots=True)
class _Band:
    """A row of the grid that holds several of the table."""

    edges: list[float]
    """Between its levels."""
    beside: frozenset[int]
    """Columns whose words stand beside the levels: their cells stay whole."""


def parted_bands(grid: Grid, words: PageWords, boxes: Boxes) -> Grid:
    """Part the rows of a ruled table that are bands of several.

    Args:
        grid: The table, turned into the main direction of the text.
        words: All words of its page.
        boxes: Theirs, turned likewise.

    Returns:
        The table with more rows, or itself.
    """
    heights = boxes[:, 3] - boxes[:, 1]
    if len(grid.across) <= _FEWEST_COLUMNS or not len(heights):
        return grid
    high = np.flatnonzero(np.diff(grid.down) >= _LEAST_HEIGHT * float(np.median(heights)))
    if not len(high):
        return grid
    cells = grid.cells_at((boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2)
    cells[words.turns != words.main_turn] = -1
    rows, columns, row_spans, column_spans = grid.places[cells].T
    is_plain = (cells >= 0) & (row_spans == 1) & (column_spans == 1)
    bands: dict[int, _Band] = {}
    for row in high.tolist():
        inside = np.flatnonzero(is_plain & (rows == row))
        band = _band(words, boxes[inside], inside, columns[inside]) if len(inside) >= _FEWEST_WORDS else None
        if band is not None:
            bands[row] = band
    return _with_rows(grid, bands) if bands else grid


def _band(words: PageWords, boxes: Boxes, indexes: Numbers, columns: Numbers) -> _Band | None:
    """Say where a row is parted, by its words and the columns they stand in; None if it is one row."""
    apart = _SAME_LEVEL * float(np.median(boxes[:, 3] - boxes[:, 1]))
    levels = _levels((boxes[:, 1] + boxes[:, 3]) / 2, apart)
    beside = _beside(levels, columns)
    if beside is None:
        return None
    kept = ~np.isin(columns, beside)
    levels, columns, boxes, indexes = levels[kept], columns[kept], boxes[kept], indexes[kept]
    levels = np.unique(levels, return_inverse=True)[1]
    count, filled = int(levels.max()) + 1, np.unique(columns).tolist()
    more = int(count == 2)
    if not 2 <= count <= _MOST_LEVELS or len(filled) < _FEWEST_COLUMNS + more or not _are_even(levels, columns):
        return None
    figures = sum(_is_of_figures(words, indexes[columns == column], levels[columns == column]) for column in filled)
    if figures < _FEWEST_OF_FIGURES + more:
        return None
    tops = [float(boxes[levels == level, 1].min()) for level in range(count)]
    bottoms = [float(boxes[levels == level, 3].max()) for level in range(count)]
    edges = [(bottoms[level] + tops[level + 1]) / 2 for level in range(count - 1)]
    return _Band(edges, frozenset(beside)) if all(one < other for one, other in pairwise(edges)) else None


def _levels(middles: NDArray[np.float64], apart: float) -> Numbers:
    """Number the levels that words stand on, from the top."""
    order = np.argsort(middles, kind="stable")
    steps = np.diff(middles[order], prepend=middles[order[0]]) > apart
    levels = np.empty(len(middles), np.int64)
    levels[order] = np.cumsum(steps)
    return levels


def _on_levels(levels: Numbers, columns: Numbers) -> tuple[Numbers, Numbers]:
    """Return the levels that each column has words on, each pair once: levels, columns."""
    width = int(columns.max()) + 1
    pairs = np.unique(levels * width + columns)
    return pairs // width, pairs % width


def _beside(levels: Numbers, columns: Numbers) -> list[int] | None:
    """Return the columns that have words on levels where few others have any: what they say is of the whole band.

    None if it is no band: there is but one level, or too many columns go their own way.
    """
    on, of = _on_levels(levels, columns)
    columns_on = np.bincount(on)
    if len(columns_on) < 2:
        return None
    is_shared = columns_on >= _LEAST_ON_A_LEVEL * columns_on.max()
    beside = np.unique(of[~is_shared[on]])
    return beside.tolist() if len(beside) <= _MOST_BESIDE * len(np.unique(of)) and is_shared.sum() > 1 else None


def _are_even(levels: Numbers, columns: Numbers) -> bool:
    """Say whether nearly every column has words on nearly every level."""
    on, of = _on_levels(levels, columns)
    filled, columns_on = len(np.unique(of)), np.bincount(on)
    is_filled = len(on) >= _LEAST_FILLED * filled * len(columns_on)
    return bool(is_filled and columns_on.min() >= _LEAST_ON_A_LEVEL * filled)


def _is_of_figures(words: PageWords, indexes: Numbers, levels: Numbers) -> bool:
    """Say whether a column has a figure, and nothing else, on each level that it is filled on."""
    texts: dict[int, list[str]] = {}
    for index, level in zip(indexes.tolist(), levels.tolist(), strict=True):
        texts.setdefault(level, []).append(words.text[int(words.starts[index]) : int(words.ends[index])])
    return len(texts) > 1 and all(is_figure(" ".join(parts)) for parts in texts.values())


def _with_rows(grid: Grid, bands: dict[int, _Band]) -> Grid:
    """Return a grid with the rows of its bands as rows of their own."""
    down: list[float] = []
    starts: list[int] = []
    for row, top in enumerate(grid.down.tolist()):
        starts.append(len(down))
        down.append(top)
        if row in bands:
            down += bands[row].edges
    places = []
    for row, column, row_span, column_span in grid.places.tolist():
        first, last = starts[row], starts[row + row_span]
        is_parted = row in bands and row_span == 1 and column not in bands[row].beside
        height = 1 if is_parted else last - first
        places += [(at, column, height, column_span) for at in range(first, last, height)]
    places.sort()
    fields = np.full((len(down) - 1, len(grid.across) - 1), -1, np.int64)
    for number, (row, column, row_span, column_span) in enumerate(places):
        fields[row : row + row_span, column : column + column_span] = number
    return Grid(across=grid.across, down=np.array(down), places=np.array(places, np.int64), fields=fields)
