"""Ruled tables: from the lines drawn on a page to cells.

Rules are snapped to common positions and joined; rules that touch make up one grid; fields of the grid with no rule
between them are one merged cell; fields open to the outside are no cell. Text has no part in this: what stands in a
cell is decided by `page_layout`. All coordinates are points, y downwards; arrays have one row a box: left, top, right,
bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Boxes = NDArray[np.float64]
    Numbers = NDArray[np.int64]
    Flags = NDArray[np.bool_]

_SNAP_POINTS = 3.0
_SMALLEST_CELL_POINTS = 4.0
_MOST_RULES = 3_000
_MOST_FIELDS = 100_000
_LEAST_COVER = 0.4
"""Share of its outline that the cells of a table cover; flow charts and drawings cover less."""
_OPEN_SIDE_POINTS = 8.0
_OPEN_SIDE_SHARE = 0.6
_LEAST_HEAD_POINTS, _FEWEST_OPEN_TOPS = 6.0, 2
"""Room for the head of a group over its columns, and how many rules must begin below such heads."""
_FEWEST_STRIPES, _FEWEST_SHARED_EDGES = 2, 4
"""Shaded rows apart from each other that make a table striped, and edges of columns that each shares with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A ruled table without its text."""

    across: NDArray[np.float64]
    """Positions of the vertical edges, ascending."""
    down: NDArray[np.float64]
    """Positions of the horizontal edges, ascending."""
    places: Numbers
    """One row a cell, in reading order: row, column, row span, column span."""
    fields: Numbers
    """Which cell covers each field of the grid; -1 = none."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return float(self.across[0]), float(self.down[0]), float(self.across[-1]), float(self.down[-1])

    @property
    def cell_boxes(self) -> Boxes:
        """One row a cell."""
        row, column, rows, columns = self.places.T
        return np.stack(
            [self.across[column], self.down[row], self.across[column + columns], self.down[row + rows]], axis=1
        )

    def cells_at(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> Numbers:
        """Return for each point the cell it is in, or -1."""
        column = np.searchsorted(self.across, x, side="right") - 1
        row = np.searchsorted(self.down, y, side="right") - 1
        inside = (column >= 0) & (column < len(self.across) - 1) & (row >= 0) & (row < len(self.down) - 1)
        cells = np.full(len(x), -1, np.int64)
        cells[inside] = self.fields[row[inside], column[inside]]
        return cells


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """Rules of one direction: where they lie, and from where to where they run. Sorted by position, then start."""

    at: NDArray[np.float64]
    start: NDArray[np.float64]
    end: NDArray[np.float64]

    def some(self, chosen: Flags) -> _Rules:
        return _Rules(at=self.at[chosen], start=self.start[chosen], end=self.end[chosen])


def find_grids(rules: Boxes, surface_sides: Boxes) -> list[Grid]:
    """Find the ruled tables of a page.

    Args:
        rules: Drawn lines, thin in one direction.
        surface_sides: Sides of filled rectangles. They count only as whole grids of their own, with two rows and two
            columns at least: a shaded heading is no table. Where every second row is shaded, rows without a surface
            belong to the table as well, and two shaded ones that happen to touch are no grid of their own.

    Returns:
        Grids of two cells or more that do not overlap, from top to bottom.
    """
    grids = list(_grids_of(rules))
    surfaces = list(_grids_of(surface_sides))
    for grid in surfaces:
        is_whole = len(grid.across) > 2 and len(grid.down) > 2 and not _is_striped(grid, surfaces)
        if is_whole and not any(overlap(grid, other) for other in grids):
            grids.append(grid)
    return sorted(_without_frames(grids), key=lambda grid: (grid.down[0], grid.across[0]))


def _is_striped(grid: Grid, surfaces: Sequence[Grid]) -> bool:
    """Say whether rows apart from it are shaded in the same columns."""
    stripes = 0
    for other in surfaces:
        if other is not grid and not overlap(grid, other):
            near = np.abs(grid.across[:, None] - other.across[None, :]).min(axis=0) <= _SNAP_POINTS
            stripes += bool(near.sum() >= _FEWEST_SHARED_EDGES)
    return stripes >= _FEWEST_STRIPES


def _grids_of(rules: Boxes) -> Iterator[Grid]:
    if len(rules) < 4:
        return
    wide = (rules[:, 2] - rules[:, 0]) >= (rules[:, 3] - rules[:, 1])
    lying = _joined(rules[wide][:, [1, 3, 0, 2]])
    standing = _joined(rules[~wide][:, [0, 2, 1, 3]])
    if not len(lying.at) or not len(standing.at):
        return
    for some_lying, some_standing in _connected(lying, standing):
        grid = _grid(lying.some(some_lying), standing.some(some_standing))
        if grid is not None:
            yield grid


def _joined(lines: NDArray[np.float64]) -> _Rules:
    """Snap lines (position twice, start, end) to common positions and join what meets or overlaps."""
    if len(lines) > 20 * _MOST_RULES:
        lines = lines[np.argsort(lines[:, 2] - lines[:, 3], kind="stable")[: 20 * _MOST_RULES]]
    at, start, end = (lines[:, 0] + lines[:, 1]) / 2, lines[:, 2], lines[:, 3]
    at = _snapped(at)
    order = np.lexsort((start, at))
    at, start, end = at[order], start[order], end[order]
    if not len(at):
        return _Rules(at=at, start=start, end=end)
    # The running end within one position: positions are far apart once shifted by more than the page is wide.
    level = np.cumsum(np.diff(at, prepend=at[0]) > 0)
    shift = level * (2 * (end.max() - start.min()) + 10)
    reach = np.maximum.accumulate(end + shift)
    first = np.concatenate([[True], start[1:] + shift[1:] > reach[:-1] + _SNAP_POINTS])
    heads = np.flatnonzero(first)
    tails = np.append(heads[1:], len(at)) - 1
    joined = _Rules(at=at[heads], start=start[heads], end=(reach - shift)[tails])
    if len(heads) > _MOST_RULES:
        longest = np.argsort(joined.start - joined.end, kind="stable")[:_MOST_RULES]
        joined = joined.some(np.isin(np.arange(len(heads)), longest))
    return joined


def _snapped(positions: NDArray[np.float64]) -> NDArray[np.float64]:
    """Move positions closer together than the snap distance to their common middle."""
    if not len(positions):
        return positions
    order = np.argsort(positions, kind="stable")
    ordered = positions[order]
    group, first = np.zeros(len(ordered), np.int64), ordered[0]
    number = 0
    for index, position in enumerate(ordered.tolist()):
        if position - first > _SNAP_POINTS:
            number, first = number + 1, position
        group[index] = number
    means = np.bincount(group, ordered) / np.bincount(group)
    result = np.empty_like(positions)
    result[order] = means[group]
    return result


def _connected(lying: _Rules, standing: _Rules) -> Iterator[tuple[Flags, Flags]]:
    """Yield the sets of rules that touch each other, at least two of each direction."""
    touch = (
        (standing.at[None, :] >= lying.start[:, None] - _SNAP_POINTS)
        & (standing.at[None, :] <= lying.end[:, None] + _SNAP_POINTS)
        & (lying.at[:, None] >= standing.start[None, :] - _SNAP_POINTS)
        & (lying.at[:, None] <= standing.end[None, :] + _SNAP_POINTS)
    )
    left = touch.any(axis=1)
    while left.any():
        rows = np.zeros(len(lying.at), np.bool_)
        rows[np.argmax(left)] = True
        while True:
            columns: Flags = np.any(touch[rows], axis=0)
            more: Flags = np.any(touch[:, columns], axis=1)
            if (more == rows).all():
                break
            rows = more
        left &= ~rows
        if rows.sum() >= 2:
            yield rows, columns


def _grid(lying: _Rules, standing: _Rules) -> Grid | None:
    """Make a grid of connected rules, or None if they enclose fewer than two cells or leave most of it open."""
    standing = _with_open_sides(lying, standing)
    lying = _with_open_tops(lying, standing)
    across, down = np.unique(standing.at), np.unique(lying.at)
    rows, columns = len(down) - 1, len(across) - 1
    if rows < 1 or columns < 1 or rows * columns < 2 or rows * columns > _MOST_FIELDS:
        return None
    walls = _borders(standing, across, (down[1:] + down[:-1]) / 2).T
    floors = _borders(lying, down, (across[1:] + across[:-1]) / 2)
    regions = _regions(walls, floors)
    places = _places(regions, across, down)
    if len(places) < 2:
        return None
    fields = np.full((rows, columns), -1, np.int64)
    covered = 0.0
    for number, (row, column, row_span, column_span) in enumerate(places):
        fields[row : row + row_span, column : column + column_span] = number
        covered += (across[column + column_span] - across[column]) * (down[row + row_span] - down[row])
    if covered < _LEAST_COVER * (across[-1] - across[0]) * (down[-1] - down[0]):
        return None
    return Grid(across=across, down=down, places=np.array(places, np.int64), fields=fields)


def _with_open_sides(lying: _Rules, standing: _Rules) -> _Rules:
    """Add the left and right edge that many Chinese statements leave undrawn, where most rules end in line."""
    added = []
    for ends, edge, outwards in ((lying.start, standing.at.min(), -1.0), (lying.end, standing.at.max(), 1.0)):
        common = float(np.median(ends))
        agree = np.abs(ends - common) <= _SNAP_POINTS
        if outwards * (common - edge) > _OPEN_SIDE_POINTS and agree.sum() >= max(3, _OPEN_SIDE_SHARE * len(ends)):
            added.append((common, float(lying.at[agree].min()), float(lying.at[agree].max())))
    if not added:
        return standing
    extra = np.array(added)
    return _Rules(
        at=np.append(standing.at, extra[:, 0]),
        start=np.append(standing.start, extra[:, 1]),
        end=np.append(standing.end, extra[:, 2]),
    )


def _with_open_tops(lying: _Rules, standing: _Rules) -> _Rules:
    """Add the rules that heads of groups leave undrawn: where those between the columns of a group begin below it."""
    crosses = (lying.start[:, None] <= standing.at + _SNAP_POINTS) & (lying.end[:, None] >= standing.at - _SNAP_POINTS)
    begins = np.abs(lying.at[:, None] - standing.start) < _LEAST_HEAD_POINTS
    open_tops = np.flatnonzero(~(crosses & begins).any(axis=0))
    added = []
    for number in open_tops.tolist() if len(open_tops) >= _FEWEST_OPEN_TOPS else ():
        at, top, crossed = standing.at[number], standing.start[number], lying.at[crosses[:, number]]
        if not len(crossed) or not crossed.min() < top < crossed.max():
            continue
        above, below = crossed[crossed < top].max(), crossed[crossed > top].min()
        is_alone = not ((standing.at == at) & (standing.start < top) & (standing.end > above)).any()
        walls = standing.at[(standing.start <= above + _SNAP_POINTS) & (standing.end >= below - _SNAP_POINTS)]
        left, right = walls[walls < at], walls[walls > at]
        if is_alone and standing.end[number] >= below - _SNAP_POINTS and len(left) and len(right):
            added.append((top, left.max(), right.min()))
    if len(added) < _FEWEST_OPEN_TOPS:
        return lying
    more = np.array(added)
    lines = [(lying.at, more[:, 0]), (lying.at, more[:, 0]), (lying.start, more[:, 1]), (lying.end, more[:, 2])]
    return _joined(np.stack([np.concatenate(each) for each in lines], axis=1))


def _borders(rules: _Rules, edges: NDArray[np.float64], middles: NDArray[np.float64]) -> Flags:
    """Say for each edge whether a rule lies on it at each of the middles of the fields along it."""
    borders = np.zeros((len(edges), len(middles)), np.bool_)
    for row, start, end in zip(np.searchsorted(edges, rules.at), rules.start, rules.end, strict=True):
        borders[row] |= (middles >= start) & (middles <= end)
    return borders


def _regions(walls: Flags, floors: Flags) -> Numbers:
    """Number the sets of fields with no border between them; 0 = open to the outside.

    Args:
        walls: For each row of fields, whether each of its vertical edges (one more than fields) is drawn.
        floors: For each horizontal edge (one more than rows), whether it is drawn at each column.
    """
    rows, columns = floors.shape[0] - 1, floors.shape[1]
    # A ring of fields around the grid stands for the outside.
    numbers = np.zeros((rows + 2, columns + 2), np.int64)
    numbers[1:-1, 1:-1] = np.arange(1, rows * columns + 1).reshape(rows, columns)
    beside = np.ones((rows + 2, columns + 1), np.bool_)
    beside[1:-1] = ~walls
    below = np.ones((rows + 1, columns + 2), np.bool_)
    below[:, 1:-1] = ~floors
    while True:
        before = numbers.copy()
        lower = np.minimum(numbers[:, :-1], numbers[:, 1:])
        numbers[:, :-1] = np.where(beside, lower, numbers[:, :-1])
        numbers[:, 1:] = np.where(beside, np.minimum(lower, numbers[:, 1:]), numbers[:, 1:])
        lower = np.minimum(numbers[:-1], numbers[1:])
        numbers[:-1] = np.where(below, lower, numbers[:-1])
        numbers[1:] = np.where(below, np.minimum(lower, numbers[1:]), numbers[1:])
        if (numbers == before).all():
            return numbers[1:-1, 1:-1]


def _places(
    regions: Numbers, across: NDArray[np.float64], down: NDArray[np.float64]
) -> list[tuple[int, int, int, int]]:
    """Cut regions into cells: a region that is no rectangle (a rule is missing) becomes several."""
    left = regions.tolist()
    places = []
    for row, numbers in enumerate(left):
        for column, number in enumerate(numbers):
            if number == 0:
                continue
            width = 1
            while column + width < len(numbers) and numbers[column + width] == number:
                width += 1
            whole = [number] * width
            height = 1
            while row + height < len(left) and left[row + height][column : column + width] == whole:
                height += 1
            for below in left[row : row + height]:
                below[column : column + width] = [0] * width
            if (
                across[column + width] - across[column] >= _SMALLEST_CELL_POINTS
                and down[row + height] - down[row] >= _SMALLEST_CELL_POINTS
            ):
                places.append((row, column, height, width))
    return places


def overlap(one: Grid, other: Grid) -> bool:
    """Say whether two tables share some of the page."""
    left, top, right, bottom = one.box
    other_left, other_top, other_right, other_bottom = other.box
    return left < other_right and other_left < right and top < other_bottom and other_top < bottom


def _without_frames(grids: Sequence[Grid]) -> list[Grid]:
    """Of grids that overlap keep the one with more cells: a frame around the page is no table, its content may be."""
    kept: list[Grid] = []
    for grid in sorted(grids, key=lambda each: -len(each.places)):
        if not any(overlap(grid, other) for other in kept):
            kept.append(grid)
    return kept
