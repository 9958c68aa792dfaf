"""Lines and cells of large pages, kept as columns of figures: a sheet has a hundred thousand of them.

An object a cell costs a microsecond and 150 bytes, and most are never looked at one by one. What is asked for by its
index, or in a loop, is made on the spot, equal to what a tuple of such objects would hold.
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import repeat
from typing import TypeVar, overload

from tenderlight.model.document import Cell, Line

_Item = TypeVar("_Item", Line, Cell)


class _Columns(Sequence[_Item]):
    """Equal to, and hashed as, the tuple of what it holds."""

    __slots__ = ()

    @abstractmethod
    def _made(self, chosen: slice) -> Iterator[_Item]:
        """Return what stands at the chosen places."""

    @overload
    def __getitem__(self, index: int) -> _Item: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[_Item, ...]: ...
    def __getitem__(self, index: int | slice) -> _Item | tuple[_Item, ...]:
        if isinstance(index, slice):
            return tuple(self._made(index))
        at = range(len(self))[index]
        return next(self._made(slice(at, at + 1)))

    def __iter__(self) -> Iterator[_Item]:
        return self._made(slice(None))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, tuple | _Columns) or len(self) != len(other):
            return False
        return all(mine == its for mine, its in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LineColumns(_Columns[Line]):
    """Lines of a page without fixed size. The columns are equally long."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: tuple[str | None, ...]

    def __len__(self) -> int:
        return len(self.starts)

    def _made(self, chosen: slice) -> Iterator[Line]:
        columns = zip(self.starts[chosen], self.ends[chosen], self.places[chosen], strict=True)
        return (Line(start=start, end=end, place=place) for start, end, place in columns)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class CellColumns(_Columns[Cell]):
    """Cells of a table on a page without fixed size. The columns are equally long."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    row_spans: tuple[int, ...] | None = None
    """None = each is 1."""
    column_spans: tuple[int, ...] | None = None
    """None = each is 1."""

    def __len__(self) -> int:
        return len(self.rows)

    def _made(self, chosen: slice) -> Iterator[Cell]:
        starts, ends = self.starts[chosen], self.ends[chosen]
        row_spans = repeat(1) if self.row_spans is None else self.row_spans[chosen]
        column_spans = repeat(1) if self.column_spans is None else self.column_spans[chosen]
        columns = zip(self.rows[chosen], self.columns[chosen], starts, ends, row_spans, column_spans, strict=False)
        return (
            Cell(row=row, column=column, start=start, end=end, row_span=row_span, column_span=column_span)
            for row, column, start, end, row_span, column_span in columns
        )


def index_of_line(lines: Sequence[Line], position: int) -> int:
    """Return which line begins last at or before a position of the page's text; -1 = none does."""
    if isinstance(lines, LineColumns):
        return bisect_right(lines.starts, position) - 1
    return bisect_right(lines, position, key=lambda line: line.start) - 1
