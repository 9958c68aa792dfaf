"""What is drawn on a PDF page, in the order of drawing: texts, paths, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.reading.pdf.pdfium import OBJECT_FORM, OBJECT_IMAGE, OBJECT_PATH, OBJECT_SHADING, OBJECT_TEXT, function

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    """Three rows of x, y: across, up, origin."""

_MOST_OBJECTS = 200_000
_DEEPEST_FORM = 6


@dataclass(slots=True)
class PageObjects:
    """pdfium objects of one kind, forms opened up. One entry an object in every list."""

    handles: list[int] = field(default_factory=list)
    matrices: list[Matrix | None] = field(default_factory=list)
    """Of the form an object stands in; None = it stands on the page itself."""
    orders: list[int] = field(default_factory=list)
    """Place in the order of drawing, through all kinds."""

    def stored_bounds(self) -> NDArray[np.float32]:
        """Return one row an object: left, bottom, right, top in stored points; zeros where it has none."""
        count = len(self.handles)
        sides = np.zeros((count, 4), np.float32)
        first = sides.ctypes.data
        places = [range(first + 4 * side, first + 4 * side + 16 * count, 16) for side in range(4)]
        for _ in map(function("FPDFPageObj_GetBounds"), self.handles, *places):
            pass
        for row, matrix in enumerate(self.matrices):
            if matrix is not None:
                left, bottom, right, top = sides[row].tolist()
                corners = moved(np.array([[left, bottom], [left, top], [right, bottom], [right, top]]), matrix)
                sides[row] = [*corners.min(axis=0), *corners.max(axis=0)]
        return sides

    def fill_colours(self) -> NDArray[np.int64]:
        """Return one row an object: red, green, blue, opacity from 0 to 255; opaque black if it has no plain colour."""
        count = len(self.handles)
        colours = np.zeros((count, 4), np.uint32)
        first = colours.ctypes.data
        places = [range(first + 4 * part, first + 4 * part + 16 * count, 16) for part in range(4)]
        known = np.fromiter(map(function("FPDFPageObj_GetFillColor"), self.handles, *places), np.int64, count) != 0
        colours[~known] = (0, 0, 0, 255)
        return colours.astype(np.int64)

    def some(self, numbers: Sequence[int]) -> PageObjects:
        """Return the objects at these places."""
        return PageObjects(
            handles=[self.handles[number] for number in numbers],
            matrices=[self.matrices[number] for number in numbers],
            orders=[self.orders[number] for number in numbers],
        )

    def __len__(self) -> int:
        return len(self.handles)


@dataclass(slots=True)
class DrawnPage:
    """All that is drawn on a page."""

    texts: PageObjects = field(default_factory=PageObjects)
    paths: PageObjects = field(default_factory=PageObjects)
    images: PageObjects = field(default_factory=PageObjects)
    shadings: PageObjects = field(default_factory=PageObjects)
    count: int = 0
    """Objects looked at; the rest of a page with very many is left out."""


def read_objects(page: int) -> DrawnPage:
    """Read what is drawn on an open pdfium page."""
    drawn = DrawnPage()
    count = min(function("FPDFPage_CountObjects")(page), _MOST_OBJECTS)
    _sort_objects(list(map(function("FPDFPage_GetObject"), repeat(page, count), range(count))), None, 0, drawn)
    return drawn


def _sort_objects(handles: Sequence[int], matrix: Matrix | None, depth: int, drawn: DrawnPage) -> None:
    """Put objects where they belong, going into forms."""
    lists = {
        OBJECT_TEXT: drawn.texts,
        OBJECT_PATH: drawn.paths,
        OBJECT_IMAGE: drawn.images,
        OBJECT_SHADING: drawn.shadings,
    }
    for handle, kind in zip(handles, map(function("FPDFPageObj_GetType"), handles), strict=True):
        drawn.count += 1
        if kind == OBJECT_FORM:
            if depth < _DEEPEST_FORM and drawn.count < _MOST_OBJECTS:
                inside = min(function("FPDFFormObj_CountObjects")(handle), _MOST_OBJECTS - drawn.count)
                inner = map(function("FPDFFormObj_GetObject"), repeat(handle, max(0, inside)), range(max(0, inside)))
                _sort_objects([each for each in inner if each], joined(matrix_of(handle), matrix), depth + 1, drawn)
        elif (objects := lists.get(kind)) is not None:
            objects.handles.append(handle)
            objects.matrices.append(matrix)
            objects.orders.append(drawn.count)


def matrix_of(handle: int) -> Matrix:
    """Return an object's own matrix."""
    numbers = np.array([1, 0, 0, 1, 0, 0], np.float32)
    function("FPDFPageObj_GetMatrix")(handle, numbers.ctypes.data)
    return numbers.astype(np.float64).reshape(3, 2)


def joined(inner: Matrix, outer: Matrix | None) -> Matrix:
    """Return the matrix that does first the inner, then the outer."""
    if outer is None:
        return inner
    result: Matrix = inner @ outer[:2]
    result[2] += outer[2]
    return result


def moved(points: NDArray[np.float64], matrix: Matrix) -> NDArray[np.float64]:
    """Return points (one row each) moved by a matrix."""
    result: NDArray[np.float64] = points @ matrix[:2] + matrix[2]
    return result
