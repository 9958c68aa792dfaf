"""Runs of lines that share their wide gaps: where a table without rules may stand.

A block grows up and down from the line with the most gaps. A line fits if the gaps run through it; each line that fits
narrows them, and words in the middle of a gap make two columns of it. A few lines may lie across gaps: heads over
several columns, labels of sums, names of sections.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from tenderlight.reading.tables.unruled_lines import Chunk, TextLine, has_leaders, split_chunk

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Boxes = NDArray[np.float64]

Gap = tuple[float, float]

_LEAST_GAP = 0.2
_TIGHT_GAP, _TIGHT_GAP_ALONE = 0.3, 0.4
"""In heights: words this far apart may stand in two columns if the gap between the columns runs through there."""
_FIRST_STEP = 3.0
"""In heights: the widest space between two lines of a block of which nothing is known yet."""
_LEAST_STEP, _STEP_FACTOR, _WIDEST_STEP, _RULED_STEP = 1.0, 2.2, 4.0, 5.0
_MOST_ACROSS = 2
_LONGEST_SECTION = 44
_MOST_BLOCKS = 40
MOST_COLUMNS = 64
_MOST_RULES = 100


@dataclass(slots=True)
class Block:
    """Lines that may be a table, and the gaps between its columns."""

    lines: list[TextLine]
    gaps: list[Gap]
    across: set[int] = field(default_factory=set)
    """Identities of the lines that lie across gaps."""

    @property
    def column_count(self) -> int:
        """Columns between and beside the gaps."""
        return len(self.gaps) + 1

    def place_chunks(self, rules: Boxes) -> None:
        """Say of each chunk which columns it stands over; a rule below the head of some columns says over which.

        Args:
            rules: Drawn lines across.
        """
        middles = [(low + high) / 2 for low, high in self.gaps]
        for line in self.lines:
            for chunk in line.chunks:
                chunk.first = sum(middle <= chunk.left for middle in middles)
                chunk.last = max(chunk.first, sum(middle < chunk.right for middle in middles))
        if len(rules) and self.gaps:
            for line, below in pairwise(self.lines[: _MOST_ACROSS + 2]):
                for chunk in line.chunks:
                    self._widen(chunk, rules[(rules[:, 1] >= chunk.bottom - 2) & (rules[:, 3] <= below.top + 2)])

    def _widen(self, chunk: Chunk, rules: Boxes) -> None:
        """Let a chunk stand over the columns that the rule right below it spans, if those are some, but not all."""
        edges = [self._left, *(side for gap in self.gaps for side in gap), self._right]
        centres = [(edges[at] + edges[at + 1]) / 2 for at in range(0, len(edges), 2)]
        for low, _, high, _ in rules[:_MOST_RULES].tolist():
            over = [column for column, centre in enumerate(centres) if low <= centre <= high]
            if low - 2 <= chunk.left and chunk.right <= high + 2 and 1 < len(over) < len(centres):
                chunk.first, chunk.last = over[0], over[-1]

    @property
    def _left(self) -> float:
        return min(line.chunks[0].left for line in self.lines)

    @property
    def _right(self) -> float:
        return max(line.chunks[-1].right for line in self.lines)


def find_blocks(lines: Sequence[TextLine], rules: Boxes, height: float) -> list[Block]:
    """Return blocks of lines with at least one gap in common, from top to bottom; no line is in two.

    Args:
        lines: From top to bottom.
        rules: Drawn lines across.
        height: Usual height of a line.
    """
    used = [has_leaders(line) for line in lines]
    blocks: list[Block] = []
    for seed in sorted(range(len(lines)), key=lambda at: (-len(lines[at].chunks), at)):
        if len(blocks) >= _MOST_BLOCKS or len(lines[seed].chunks) < 2:
            break
        if used[seed] or len(lines[seed].chunks) > MOST_COLUMNS:
            continue
        block, taken = _Growth(lines, seed, used, rules, height).grown()
        for at in taken:
            used[at] = True
        if len(block.lines) > 1:
            blocks.append(block)
    return sorted(blocks, key=lambda block: block.lines[0].top)


class _Growth:
    """One block while it grows."""

    def __init__(self, lines: Sequence[TextLine], seed: int, used: Sequence[bool], rules: Boxes, height: float) -> None:
        self._lines = lines
        self._seed = seed
        self._used = used
        self._rules = rules
        self._height = height
        self._gaps = _gaps_of(lines[seed].chunks)
        self._across: set[int] = set()
        self._steps: list[float] = []

    def grown(self) -> tuple[Block, list[int]]:
        below = self._grow(1)
        above = self._grow(-1)
        taken = [*reversed(above), self._seed, *below]
        block = Block(
            lines=[self._lines[at] for at in taken],
            gaps=self._gaps,
            across={id(self._lines[at]) for at in self._across & set(taken)},
        )
        return block, taken

    def _grow(self, step: int) -> list[int]:
        """Take on lines in one direction; return their numbers, nearest first."""
        taken: list[int] = []
        waiting: list[int] = []
        at, last = self._seed + step, self._seed
        while 0 <= at < len(self._lines) and not self._used[at]:
            line = self._lines[at]
            space = self._space(self._lines[last], line)
            if space > self._widest_step():
                break
            gaps = self._narrowed(line, is_staggered=space < 0)
            if gaps is not None:
                self._gaps = gaps
                if space > 0 and min(len(line.chunks), len(self._lines[last].chunks)) > 1:
                    self._steps.append(space)
                taken += [*waiting, at]
                waiting = []
            elif len(waiting) < _MOST_ACROSS and space <= self._usual_step() and self._may_lie_across(line, step):
                waiting.append(at)
                self._across.add(at)
            else:
                break
            last = at
            at += step
        return taken + [one for one in waiting if self._may_end(self._lines[one], step)]

    def _space(self, one: TextLine, other: TextLine) -> float:
        """Return the space between two lines; a rule in it says that they belong together."""
        upper, lower = (one, other) if one.top <= other.top else (other, one)
        space = lower.top - upper.bottom
        if space > self._height:
            left, right = self._lines[self._seed].chunks[0].left, self._lines[self._seed].chunks[-1].right
            rules = self._rules
            lies_between = (rules[:, 1] >= upper.bottom - 1) & (rules[:, 3] <= lower.top + 1)
            if (
                lies_between & (rules[:, 0] < right) & (rules[:, 2] > left)
            ).any() and space < _RULED_STEP * self._height:
                return self._height
        return space

    def _usual_step(self) -> float:
        """Return the widest space before a line across the gaps: it must not stand apart."""
        if len(self._steps) < 2:
            return self._widest_step()
        return 1.4 * sorted(self._steps)[len(self._steps) // 2] + 0.2 * self._height

    def _widest_step(self) -> float:
        if len(self._steps) < 2:
            return _FIRST_STEP * self._height
        usual = sorted(self._steps)[len(self._steps) // 2]
        wide = max(_LEAST_STEP * self._height, _STEP_FACTOR * usual, max(self._steps) + 0.2 * self._height)
        return min(wide, _WIDEST_STEP * self._height)

    def _narrowed(self, line: TextLine, *, is_staggered: bool) -> list[Gap] | None:
        """Return the gaps with the line's words taken out of them, or None if one of them does not run through it.

        Chunks are cut where a gap runs between two words that stand rather close, if then all gaps run through.
        """
        if len(line.chunks) > MOST_COLUMNS or len(self._gaps) >= MOST_COLUMNS:
            return None
        for chunks in (line.chunks, self._parted(line, is_staggered=is_staggered)):
            rests = [_rest(gap, chunks, _LEAST_GAP * self._height) for gap in self._gaps]
            if all(rests):
                line.chunks = chunks
                return [piece for rest in rests for piece in rest]
        return None

    def _parted(self, line: TextLine, *, is_staggered: bool) -> list[Chunk]:
        chunks = list(line.chunks)
        least = (_TIGHT_GAP_ALONE if len(chunks) == 1 else _TIGHT_GAP) * line.height
        at = 0 if len(chunks) > 1 or is_staggered else len(chunks)
        while at < len(chunks):
            cut = self._tight_place(chunks[at], least)
            if cut is not None:
                chunks[at : at + 1] = split_chunk(chunks[at], cut)
            at += 1
        return chunks

    def _tight_place(self, chunk: Chunk, least: float) -> int | None:
        for at in range(1, len(chunk.words)):
            left, right = chunk.words[at - 1][1], chunk.words[at][0]
            if right - left >= least and any(
                min(high, right) - max(low, left) >= 0.5 * least
                for low, high in self._gaps
                if chunk.left < low and chunk.right > high
            ):
                return at
        return None

    def _may_lie_across(self, line: TextLine, step: int) -> bool:
        crossed = [gap for gap in self._gaps if any(_crosses(chunk, gap) for chunk in line.chunks)]
        whole = len(crossed) == len(self._gaps)
        if len(line.chunks) == 1:
            (chunk,) = line.chunks
            begins_left = chunk.left <= self._gaps[0][0]
            if step < 0:
                is_short = len(chunk.text) <= _LONGEST_SECTION and 2 * (chunk.right - chunk.left) < self._width()
                return not whole and not begins_left and is_short
            return begins_left and len(chunk.text) <= _LONGEST_SECTION and chunk.right < self._right()
        return not whole and 2 * len(crossed) <= len(self._gaps) + 1

    def _width(self) -> float:
        return self._right() - self._lines[self._seed].chunks[0].left

    def _right(self) -> float:
        return max(self._lines[self._seed].chunks[-1].right, self._gaps[-1][1])

    def _may_end(self, line: TextLine, step: int) -> bool:
        """Say whether a line across gaps may be the first or last of the block."""
        if step < 0:
            return True
        return len(line.chunks) > 1


def _gaps_of(chunks: Sequence[Chunk]) -> list[Gap]:
    return [(left.right, right.left) for left, right in pairwise(chunks)]


def _crosses(chunk: Chunk, gap: Gap) -> bool:
    return chunk.left < (gap[0] + gap[1]) / 2 < chunk.right


def _rest(gap: Gap, chunks: Sequence[Chunk], least: float) -> list[Gap]:
    """Return what chunks leave of a gap: nothing, one piece, or two with a column between them."""
    pieces = [gap]
    for chunk in chunks:
        cut: list[Gap] = []
        for low, high in pieces:
            if chunk.right <= low or chunk.left >= high:
                cut.append((low, high))
                continue
            cut += [piece for piece in ((low, chunk.left), (chunk.right, high)) if piece[1] - piece[0] >= least]
        pieces = cut
    return pieces
