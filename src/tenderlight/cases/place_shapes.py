"""Boxes, lines and cells to their shapes in JSON, and back. Lines and cells without boxes stay columns all the way."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import repeat
from operator import attrgetter
from typing import cast

from tenderlight.cases.shapes import LARGEST_COORDINATE, BoxShape, CellShape, LineShape
from tenderlight.model.box import Box
from tenderlight.model.columns import CellColumns, LineColumns
from tenderlight.model.document import Cell, Line


def lines_to_shapes(lines: Sequence[Line]) -> list[LineShape]:
    """Return the shapes of lines; those of columns are tuples, which have the same JSON and are made at once."""
    if isinstance(lines, LineColumns):
        return cast("list[LineShape]", list(zip(lines.starts, lines.ends, repeat(None), lines.places, strict=False)))
    return [LineShape(start=line.start, end=line.end, box=box_or_none(line.box), place=line.place) for line in lines]


def lines_from_shapes(shapes: Sequence[LineShape]) -> Sequence[Line]:
    """Return the lines of shapes, as columns if none has a box."""
    if any(shape.box for shape in shapes):
        return tuple(
            Line(start=line.start, end=line.end, box=box_or_none_from_shape(line.box), place=line.place)
            for line in shapes
        )
    starts, ends, places = (tuple(map(attrgetter(name), shapes)) for name in ("start", "end", "place"))
    return LineColumns(starts=starts, ends=ends, places=places)


def cells_to_shapes(cells: Sequence[Cell]) -> list[CellShape]:
    """Return the shapes of cells; those of columns are tuples, which have the same JSON and are made at once."""
    if isinstance(cells, CellColumns):
        row_spans, column_spans = cells.row_spans or repeat(1), cells.column_spans or repeat(1)
        columns = (cells.rows, cells.columns, cells.starts, cells.ends, row_spans, column_spans, repeat(None))
        return cast("list[CellShape]", list(zip(*columns, strict=False)))
    return [
        CellShape(cell.row, cell.column, cell.start, cell.end, cell.row_span, cell.column_span, box_or_none(cell.box))
        for cell in cells
    ]


def cells_from_shapes(shapes: Sequence[CellShape]) -> Sequence[Cell]:
    """Return the cells of shapes, as columns if none has a box."""
    if any(shape.box for shape in shapes):
        return tuple(
            Cell(
                row=cell.row,
                column=cell.column,
                start=cell.start,
                end=cell.end,
                row_span=cell.row_span,
                column_span=cell.column_span,
                box=box_or_none_from_shape(cell.box),
            )
            for cell in shapes
        )
    rows, columns, starts, ends, row_spans, column_spans = (
        tuple(map(attrgetter(name), shapes)) for name in ("row", "column", "start", "end", "row_span", "column_span")
    )
    return CellColumns(
        rows=rows,
        columns=columns,
        starts=starts,
        ends=ends,
        row_spans=row_spans if any(span != 1 for span in row_spans) else None,
        column_spans=column_spans if any(span != 1 for span in column_spans) else None,
    )


def points(coordinate: float) -> float:
    """Return a coordinate to two decimals; one beyond any page is moved to the border."""
    if not -LARGEST_COORDINATE < coordinate < LARGEST_COORDINATE:
        return math.copysign(LARGEST_COORDINATE, coordinate)
    return math.floor(coordinate * 100 + 0.5) / 100


def box_to_shape(box: Box) -> BoxShape:
    """Return the shape of a box."""
    return points(box.left), points(box.top), points(box.right), points(box.bottom)


def box_or_none(box: Box | None) -> BoxShape | None:
    """Return the shape of a box, if there is one."""
    return None if box is None else box_to_shape(box)


def box_from_shape(shape: BoxShape) -> Box:
    """Return the box of a shape."""
    left, top, right, bottom = shape
    return Box(left=left, top=top, right=right, bottom=bottom)


def box_or_none_from_shape(shape: BoxShape | None) -> Box | None:
    """Return the box of a shape, if there is one."""
    return None if shape is None else box_from_shape(shape)
