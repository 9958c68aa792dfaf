"""Rows of a table without rules: which of its lines are one row with cells of several lines.

What parts rows, in this order: a rule between them, a figure under a figure (figures do not wrap), spaces of two sizes
(inside cells and between rows), and which columns a line fills: a line that goes on with the text of a few columns
belongs to the row above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tenderlight.reading.tables.header_rows import is_figure
from tenderlight.reading.tables.unruled_blocks import Block
from tenderlight.reading.tables.unruled_lines import Chunk

_OVERLAP = 0.25
_TWO_SIZES = 0.12
"""In heights: spaces inside cells and between rows differ by this much at least."""
_MOST_MISFITS = 0.15
_FULL = 0.7
_ANCHOR = 0.5
_WIDEST_LEADING = 0.6
_LEAST_RULED = 0.6
_MOST_HEAD_BANDS = 6
_HAN = 0x2E80
"""From here on letters are Chinese, Japanese or Korean: they wrap anywhere."""


@dataclass(slots=True)
class Row:
    """Chunks at about one height, or a whole row of the table."""

    chunks: list[Chunk]
    top: float
    bottom: float

    @property
    def filled(self) -> set[int]:
        """Columns that hold text."""
        return {column for chunk in self.chunks for column in range(chunk.first, chunk.last + 1)}

    @property
    def is_across(self) -> bool:
        """Whether some of its text stands over several columns."""
        return any(chunk.last > chunk.first for chunk in self.chunks)

    def figures(self) -> set[int]:
        """Columns that hold a figure."""
        return {chunk.first for chunk in self.chunks if chunk.first == chunk.last and is_figure(chunk.text)}

    def join(self, other: Row) -> None:
        """Take on the chunks of a row."""
        self.chunks = self.chunks + other.chunks
        self.top, self.bottom = min(self.top, other.top), max(self.bottom, other.bottom)


def rows_of_block(block: Block, rules: Sequence[float], height: float) -> list[Row]:
    """Return the rows of a block whose chunks know their columns.

    Args:
        block: Lines and gaps.
        rules: Heights of the rules across the block.
        height: Usual height of a line.
    """
    bands = _bands(block)
    parted = [any(upper.bottom - 1 <= rule <= lower.top + 1 for rule in rules) for upper, lower in _pairs(bands)]
    figures = _figure_columns(bands, block.column_count)
    if len(bands) > 2 and sum(parted) >= _LEAST_RULED * (len(bands) - 1) - 1 and sum(parted) > 2:
        heads = [_heads(upper, lower) or _heads(lower, upper) for upper, lower in _pairs(bands)]
        end_of_head = _end_of_head(bands, figures)
        heads = [head or at == end_of_head for at, head in enumerate(heads)]
        alike = [_are_alike(upper, lower, figures) for upper, lower in _pairs(bands)]
        return _with_parted_head(_joined(bands, [not any(each) for each in zip(parted, heads, alike, strict=True)]))
    vetoed = [
        part or bool(upper.figures() & lower.figures() & figures) or _heads(upper, lower) or _heads(lower, upper)
        for part, (upper, lower) in zip(parted, _pairs(bands), strict=True)
    ]
    joined = _by_two_sizes(bands, vetoed, block.column_count, height)
    if joined is None:
        joined = _by_columns(bands, vetoed, block.column_count, height)
    return _with_parted_head(_joined(bands, joined))


def _pairs(rows: Sequence[Row]) -> list[tuple[Row, Row]]:
    return list(pairwise(rows))


def _heads(across: Row, band: Row) -> bool:
    """Say whether a chunk over several columns stands over (or under) chunks of a band that are in one of them each."""
    groups = [chunk for chunk in across.chunks if chunk.last > chunk.first]
    return any(sum(_is_part(other, group) for other in band.chunks) > 1 for group in groups)


def _end_of_head(bands: Sequence[Row], figures: set[int]) -> int:
    """Return the number of the head's last band: words stand right over the figures of the next; -1 = no head."""
    head: set[int] = set()
    for at, (upper, lower) in enumerate(_pairs(bands[: _MOST_HEAD_BANDS + 1])):
        if upper.figures() & figures:
            break
        head |= upper.filled
        if len(head & lower.figures() & figures) > 1:
            return at
    return -1


def _are_alike(upper: Row, lower: Row, figures: set[int]) -> bool:
    """Say whether two bands fill the same columns, with figures under figures: rows that no rule parts."""
    return upper.filled == lower.filled and len(upper.figures() & lower.figures() & figures) > 1


def _with_parted_head(rows: list[Row]) -> list[Row]:
    """Part the first row where heads of columns stand below the heads of their groups.

    A head beside them, in the middle of both rows, overlaps with both and joins them; it goes with the upper row.
    """
    first = rows[0]
    groups = [chunk for chunk in first.chunks if chunk.last > chunk.first]
    below: list[Chunk] = []
    parted: list[Chunk] = []
    for group in groups:
        under = [one for one in first.chunks if one.top >= group.bottom - 1 and _is_part(one, group)]
        if len(under) > 1:
            parted.append(group)
            below += under
    if not below:
        return rows
    cut = (max(group.bottom for group in parted) + min(one.top for one in below)) / 2
    above = [chunk for chunk in first.chunks if not any(chunk is one for one in below)]
    return [Row(above, first.top, cut), Row(below, cut, first.bottom), *rows[1:]]


def _is_part(one: Chunk, group: Chunk) -> bool:
    """Say whether a chunk stands over some of the columns of a group, and not over all."""
    return group.first <= one.first and one.last <= group.last and one.last - one.first < group.last - group.first


def _bands(block: Block) -> list[Row]:
    """Join lines that overlap in height: a cell of one line beside the middle of a cell of two."""
    bands: list[Row] = []
    for line in block.lines:
        row = Row(list(line.chunks), line.top, line.bottom)
        if bands and bands[-1].bottom - row.top > _OVERLAP * min(row.bottom - row.top, line.height):
            bands[-1].join(row)
        else:
            bands.append(row)
    return bands


def _figure_columns(bands: Sequence[Row], column_count: int) -> set[int]:
    texts: list[list[bool]] = [[] for _ in range(column_count)]
    for band in bands:
        for chunk in band.chunks:
            if chunk.first == chunk.last:
                texts[chunk.first].append(is_figure(chunk.text))
    return {column for column, known in enumerate(texts) if known and 2 * sum(known) >= len(known)}


def _by_two_sizes(bands: Sequence[Row], vetoed: Sequence[bool], column_count: int, height: float) -> list[bool] | None:
    """Join bands over the smaller of two sizes of space, or return None if there are no two sizes."""
    spaces = [lower.top - upper.bottom for upper, lower in _pairs(bands)]
    ordered = sorted(spaces)
    if len(ordered) < 3:
        return None
    jump, at = max((ordered[at + 1] - ordered[at], at) for at in range(len(ordered) - 1))
    if jump < _TWO_SIZES * height or ordered[at] > _WIDEST_LEADING * height:
        return None
    border = (ordered[at] + ordered[at + 1]) / 2
    joined = [space < border for space in spaces]
    misfits = 0
    for is_joined, veto, (upper, lower) in zip(joined, vetoed, _pairs(bands), strict=True):
        both_full = min(len(upper.filled), len(lower.filled)) >= _FULL * column_count
        misfits += is_joined and (veto or both_full)
    if misfits > _MOST_MISFITS * sum(joined):
        return None
    return [is_joined and not veto for is_joined, veto in zip(joined, vetoed, strict=True)]


def _by_columns(bands: Sequence[Row], vetoed: Sequence[bool], column_count: int, height: float) -> list[bool]:
    """Join bands that only go on with some columns of a row: the one above, or, where cells are centred, below.

    A text wraps where the next word does not fit; where it would fit, the text above has ended.
    """
    anchors = [len(band.filled) >= max(2, _ANCHOR * column_count) for band in bands]
    ends = {column: max(rights) for column, rights in _rights(bands).items()}
    room = [_room(upper, lower, ends, height) for upper, lower in _pairs(bands)]
    runs = _runs(anchors)
    torn = [any(room[at] > 0 for at in range(first, last)) for first, last in runs]
    centred = 2 * sum(torn) >= len(runs) and any(torn) and _may_be_centred(runs, torn, anchors[-1])
    joined = [False] * (len(bands) - 1)
    for (first, last), is_torn in zip(runs, torn, strict=True):
        is_closed = last + 1 < len(bands)
        cut = last
        if centred and is_closed:
            cut = max(range(first, last), key=lambda at: room[at]) if is_torn else first + (last - first + 1) // 2
        for at in range(first, last + is_closed):
            if at < cut:
                joined[at] = not vetoed[at] and _goes_on(bands[first], bands[at + 1], bands[at], height)
            elif at > cut or cut < last:
                joined[at] = at != cut and not vetoed[at]
    return joined


def _may_be_centred(runs: Sequence[tuple[int, int]], torn: Sequence[bool], ends_with_row: bool) -> bool:
    """Say whether texts may begin above their rows: then they end below them too, or all end with their rows."""
    heads = {first for first, _ in runs}
    return ends_with_row or all(last + 1 in heads for (_, last), is_torn in zip(runs, torn, strict=True) if is_torn)


def _runs(anchors: Sequence[bool]) -> list[tuple[int, int]]:
    """Return each band that is a row of its own, as a number, with the last band after it that is none."""
    runs = []
    first = 0
    while first < len(anchors):
        last = first
        while last + 1 < len(anchors) and not anchors[last + 1]:
            last += 1
        if last > first:
            runs.append((first, last))
        first = last + 1
    return runs


def _rights(bands: Sequence[Row]) -> dict[int, list[float]]:
    rights: dict[int, list[float]] = {}
    for band in bands:
        for chunk in band.chunks:
            if chunk.first == chunk.last:
                rights.setdefault(chunk.first, []).append(chunk.right)
    return rights


def _room(upper: Row, lower: Row, ends: dict[int, float], height: float) -> float:
    """Return by how much the first word of the lower band would have fitted behind the upper one; negative = not."""
    above = {chunk.last: chunk for chunk in upper.chunks}
    most = -height
    for chunk in lower.chunks:
        over = above.get(chunk.first)
        if over is not None and chunk.first == chunk.last:
            left, right, word = chunk.words[0]
            width = right - left if ord(word[0]) < _HAN else (right - left) / len(word)
            most = max(most, ends[chunk.first] - over.right - width - 0.25 * height)
    return most


def _goes_on(row: Row, band: Row, before: Row, height: float) -> bool:
    if band.top - before.bottom > _WIDEST_LEADING * height or band.is_across:
        return False
    if not band.filled <= row.filled or band.figures() - {chunk.first for chunk in row.chunks}:
        return False
    return 0 not in band.filled or not is_figure(next(chunk.text for chunk in band.chunks if chunk.first == 0))


def _joined(bands: Sequence[Row], joined: Sequence[bool]) -> list[Row]:
    rows: list[Row] = []
    for at, band in enumerate(bands):
        if at and joined[at - 1]:
            rows[-1].join(band)
        else:
            rows.append(Row(list(band.chunks), band.top, band.bottom))
    return rows
