"""Is it a table? What speaks for and against rows and columns found without rules.

Prose in columns, lists, letters, contents pages, labels beside values and signatures have gaps in common too. A table
must show more: figures or dates in a column, the words that heads are made of, or rules across it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.reading.layout.reading_order import columns_of_type
from tenderlight.reading.tables.header_rows import is_figure, is_head_word
from tenderlight.reading.tables.unruled_rows import Row

_MARKER = re.compile(
    r"[(（\[]?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivxlc]{1,5}|[一二三四五六七八九十]{1,3})[)）\].、．]?|[•●○■□◆◇▪–—\-*·►]"
)
_COLON_SHARE = 0.34
_LEAST_FILLED = 0.5
_LEAST_ALIGNED = 0.6
_MOST_ACROSS = 0.3
_PROSE_TYPE, _PROSE_FILL, _PROSE_LINES = 22, 0.6, 0.6
_FIGURE_SHARE, _FIGURES_OF_TWO = 0.6, 0.8
_ALIGNED_HEIGHTS = 0.35


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in one column."""

    texts: list[str]
    """Of each row in which it has text of its own."""
    lefts: list[float]
    rights: list[float]
    line_types: list[int]
    """Width of each line of text, in half-width characters."""
    tops: list[float]
    bottoms: list[float]

    @property
    def figure_share(self) -> float:
        """Share of its texts, the first left out (it may be a head), that are figures."""
        texts = self.texts[1:] or self.texts
        return sum(map(is_figure, texts)) / len(texts) if texts else 0.0

    def is_aligned(self, height: float) -> bool:
        """Say whether most of its texts begin, end, or have their middles under each other."""
        middles = [(left + right) / 2 for left, right in zip(self.lefts, self.rights, strict=True)]
        return any(_share_near(sides, _ALIGNED_HEIGHTS * height) >= 0.7 for sides in (self.lefts, self.rights, middles))

    @property
    def is_prose(self) -> bool:
        """Whether it is running text: long lines, mostly as long as the longest, close under each other."""
        covered = sum(bottom - top for top, bottom in zip(self.tops, self.bottoms, strict=True))
        if len(self.line_types) < 3 or covered < _PROSE_LINES * (max(self.bottoms) - min(self.tops)):
            return False
        widths = sorted(right - left for left, right in zip(self.lefts, self.rights, strict=True))
        usual = sorted(self.line_types)[len(self.line_types) // 2]
        return usual >= _PROSE_TYPE and widths[len(widths) // 2] >= _PROSE_FILL * widths[-1]


def columns_of(rows: Sequence[Row], column_count: int) -> list[Column]:
    """Gather what stands in each column; text over several columns is left out."""
    columns = [Column([], [], [], [], [], []) for _ in range(column_count)]
    for row in rows:
        texts: dict[int, str] = {}
        for chunk in row.chunks:
            if chunk.first == chunk.last:
                column = columns[chunk.first]
                texts[chunk.first] = f"{texts.get(chunk.first, '')} {chunk.text}".strip()
                column.lefts.append(chunk.left)
                column.rights.append(chunk.right)
                column.tops.append(chunk.top)
                column.bottoms.append(chunk.bottom)
                column.line_types.append(columns_of_type(chunk.text))
        for number, text in texts.items():
            columns[number].texts.append(text)
    return columns


def is_table(rows: Sequence[Row], columns: Sequence[Column], *, rules: int, height: float) -> bool:
    """Say whether rows and columns are a table.

    Args:
        rows: From top to bottom.
        columns: As gathered from them.
        rules: Rules across it.
        height: Usual height of a line.
    """
    count = len(columns)
    if len(rows) < (2 if rules >= 3 and count > 2 else 3) or any(not column.texts for column in columns):
        return False
    if not _is_filled(rows, count) or _has_labels(rows, columns) or _is_prose(rows, columns, rules):
        return False
    if sum(column.is_aligned(height) for column in columns) < _LEAST_ALIGNED * count:
        return False
    figures = sum(column.figure_share >= _FIGURE_SHARE for column in columns)
    words = sum(is_head_word(column.texts[0]) and not is_figure(column.texts[0]) for column in columns)
    if (len(rows) == 2 and words < 2) or _is_contents(columns, words):
        return False
    if count == 2:
        return _is_table_of_two(columns, rules=rules, words=words)
    if _is_list(columns[0]) and figures < 2 and count == 3 and rules < 3 and words < 2:
        return False
    return rules >= 2 or figures >= 2 or (figures >= 1 and (words >= 1 or count > 3)) or words >= max(2, count // 2)


def _is_filled(rows: Sequence[Row], count: int) -> bool:
    """Say whether most fields hold text, most rows several, and few texts lie across columns."""
    filled = sum(len(row.filled) for row in rows) / (len(rows) * count)
    several = sum(len(row.filled) > 1 for row in rows)
    across = sum(row.is_across for row in rows[1:])
    return filled >= _LEAST_FILLED and 2 * several >= len(rows) and across <= max(1, _MOST_ACROSS * len(rows))


def _is_prose(rows: Sequence[Row], columns: Sequence[Column], rules: int) -> bool:
    """Say whether columns are running text; rules between the rows speak for a table nevertheless."""
    prose = sum(column.is_prose for column in columns)
    if rules < 3 and (prose > 1 or (prose and len(columns) == 2)):
        return True
    return prose == len(columns) and 2 * rules < len(rows)


def _is_table_of_two(columns: Sequence[Column], *, rules: int, words: int) -> bool:
    """Two columns are mostly labels and values, a list, or contents; more is asked of them."""
    first, second = columns
    if _is_list(first):
        return False
    if rules >= 3:
        return True
    labels = sum(map(is_head_word, first.texts[1:]))
    return second.figure_share >= _FIGURES_OF_TWO and words >= 1 and len(second.texts) > 3 and labels < words


def _is_contents(columns: Sequence[Column], words: int) -> bool:
    """Say whether the last column holds numbers of pages: each as high as the one before, and no head over them."""
    if len(columns) > 3 or (len(columns) == 3 and (words > 1 or not _is_list(columns[0]))):
        return False
    texts = columns[-1].texts
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < 5]
    return len(numbers) >= len(texts) - 1 and numbers == sorted(numbers)


def _is_list(column: Column) -> bool:
    return sum(_MARKER.fullmatch(text) is not None for text in column.texts) >= 0.8 * len(column.texts)


def _has_labels(rows: Sequence[Row], columns: Sequence[Column]) -> bool:
    """Say whether labels with colons stand before their values."""
    if len(columns) > 5:
        return False
    labelled = sum(any(chunk.text.rstrip().endswith((":", "：")) for chunk in row.chunks) for row in rows)
    inside = sum(any(re.search(r"\w[:：](?!\d)", chunk.text) for chunk in row.chunks) for row in rows)
    return labelled >= _COLON_SHARE * len(rows) or inside >= 0.6 * len(rows)


def _share_near(places: Sequence[float], near: float) -> float:
    """Return the largest share of places that lie within a distance of each other."""
    ordered = sorted(places)
    best = start = 0
    for end, place in enumerate(ordered):
        while place - ordered[start] > near:
            start += 1
        best = max(best, end - start + 1)
    return best / len(ordered) if ordered else 0.0
