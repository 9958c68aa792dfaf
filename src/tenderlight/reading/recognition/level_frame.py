"""Between a page as displayed and the same page set upright and level, as its lines run."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.box import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.model.document import Cell, Line, Table, Word

    Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelFrame:
    """How a page lies: by how many quarters it is turned, and how far from level its lines then run.

    Three frames, all in points: the page as displayed; upright, after the quarter turns are undone; level, after the
    rest is undone too, about the middle of the upright page.
    """

    width: float
    """Of the page as displayed."""
    height: float
    turn: int = 0
    """Clockwise quarter turns of the text on the page as displayed, 0-3."""
    degrees: float = 0.0
    """How far lines of the upright page fall to the right."""

    @property
    def upright_size(self) -> tuple[float, float]:
        """Width and height of the page set upright."""
        return (self.height, self.width) if self.turn % 2 else (self.width, self.height)

    @property
    def _turning(self) -> Points:
        angle = math.radians(self.degrees)
        return np.array([[math.cos(angle), math.sin(angle)], [-math.sin(angle), math.cos(angle)]])

    def levelled(self, points: Points) -> Points:
        """Return where points (..., 2) of the upright page lie on the level one."""
        middle = np.array(self.upright_size) / 2
        level: Points = (points - middle) @ self._turning.T + middle
        return level

    def upright(self, points: Points) -> Points:
        """Return where points (..., 2) of the level page lie on the upright one."""
        middle = np.array(self.upright_size) / 2
        turned_back: Points = (points - middle) @ self._turning + middle
        return turned_back

    def displayed(self, points: Points) -> Points:
        """Return where points (..., 2) of the level page lie on the page as displayed."""
        upright = self.upright(points)
        x, y = upright[..., 0], upright[..., 1]
        sides = {
            0: (x, y),
            1: (self.width - y, x),
            2: (self.width - x, self.height - y),
            3: (y, self.height - x),
        }[self.turn]
        return np.stack(sides, axis=-1)

    def displayed_box(self, box: Box) -> Box:
        """Return the box around a box of the level page, within the page as displayed."""
        corners = [[box.left, box.top], [box.right, box.top], [box.right, box.bottom], [box.left, box.bottom]]
        points = np.clip(self.displayed(np.array(corners)), 0.0, np.array([self.width, self.height]))
        left, top = np.round(points.min(axis=0), 2).tolist()
        right, bottom = np.round(points.max(axis=0), 2).tolist()
        return Box(left=left, top=top, right=right, bottom=bottom)

    def displayed_word(self, word: Word) -> Word:
        """Return a word of the level page with its box as displayed."""
        return replace(word, box=self.displayed_box(word.box))

    def displayed_line(self, line: Line) -> Line:
        """Return a line of the level page with its box as displayed."""
        return line if line.box is None else replace(line, box=self.displayed_box(line.box))

    def displayed_table(self, table: Table) -> Table:
        """Return a table of the level page with its boxes as displayed."""
        cells = tuple(self._displayed_cell(cell) for cell in table.cells)
        return replace(table, cells=cells, box=None if table.box is None else self.displayed_box(table.box))

    def _displayed_cell(self, cell: Cell) -> Cell:
        return cell if cell.box is None else replace(cell, box=self.displayed_box(cell.box))
