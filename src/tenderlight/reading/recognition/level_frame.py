"""Between a page as displayed and the same page set level, as its lines run."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.box import Box

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.model.document import Cell, Line, Table, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelFrame:
    """A page that lies askew, and how it lies."""

    width: float
    """Of the page as displayed, in points."""
    height: float
    matrix: NDArray[np.float64]
    """(2, 2): turns directions on the displayed page into directions on the level one."""

    @classmethod
    def of(cls, width: float, height: float, *, degrees: float) -> LevelFrame:
        """Describe a page whose lines run down to the right by an angle (clockwise, less than 180 degrees)."""
        angle = math.radians(degrees)
        cosine, sine = math.cos(angle), math.sin(angle)
        return cls(width=width, height=height, matrix=np.array([[cosine, sine], [-sine, cosine]]))

    @property
    def _middle(self) -> NDArray[np.float64]:
        return np.array([self.width / 2, self.height / 2])

    def levelled(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return where points (..., 2) of the displayed page lie on the level one."""
        level: NDArray[np.float64] = (points - self._middle) @ self.matrix.T + self._middle
        return level

    def displayed(self, points: NDArray[np.float64]) -> NDArray[np.float64]:
        """Undo `levelled`."""
        shown: NDArray[np.float64] = (points - self._middle) @ self.matrix + self._middle
        return shown

    def displayed_box(self, box: Box) -> Box:
        """Return the upright box around a box of the level page, within the page as displayed."""
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
