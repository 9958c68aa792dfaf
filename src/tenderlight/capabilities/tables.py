"""Table rows: what one cell, or the head of a column, says of another cell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.cues import REFUSALS, CueHit, of_polarity
from tenderlight.capabilities.following import has_topic
from tenderlight.capabilities.none_counted import none_in_row
from tenderlight.capabilities.polarity import Judge
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.verdicts import Verdict, without_price
from tenderlight.capabilities.vocabulary import Cue
from tenderlight.capabilities.words import Hit
from tenderlight.model.statement import Polarity

LONGEST_ROW = 6000
MOST_ROWS = 60
MOST_BESIDE = 20
"""Cells on either side that are heard of one: no table that people write is wider, and a page of signs may be."""
LONGEST_COLUMN_HEAD = 24
LONGEST_END = 3
"""Characters behind a refusal that ends a cell."""
_ITEM_LABEL = re.compile(
    r"[ \t|│]{0,4}(?:items?|lots?|lines?|pos\.?|position|ref\.?|article|partida|[ií]tem|rengl[oó]n|lote|poste"
    r"|лот|позиция|поз\.) ?(?:no\.? ?|n[º°] ?|№ ?)?\d",
)
"""What begins a cell that opens an item of its own."""
NOTHING = frozenset({"无", "none", "nil", "no", "没有"})
TICKS = frozenset({"√", "✓", "✔", "是", "有", "y", "yes", "x", "●", "■"})


class Tables:
    """Reads polarity in the table rows of one text."""

    def __init__(self, senses: SenseMap, marks: Mapping[str, Polarity], letters: Mapping[str, Polarity]) -> None:
        self._senses = senses
        self._marks = marks
        self._letters = letters
        self._layout = senses.layout
        self._text = senses.layout.text
        self._rows: dict[Span, tuple[Sequence[Span], Sequence[int]]] = {}

    def verdict(self, core: Span, judge: Judge) -> Verdict | None:
        """Return what the row of the words, or the head of their column, says; None if they stand in no table."""
        line = self._layout.line(core[0])
        if line[1] - line[0] > LONGEST_ROW:
            return None
        cells = self._layout.cells(line)
        if len(cells) < 2:
            return None
        own = next(number for number, cell in enumerate(cells) if cell[0] <= core[0] < cell[1])
        heads, labels = self._row(line, cells)
        if (
            len(labels) > 1
        ):  # "Item 3 … | 6 | Item 4 … | withdrawn": a line of several items, each with cells of its own
            first = max((number for number in labels if number <= own), default=0)
            last = min((number for number in labels if number > own), default=len(cells))
            cells, heads, own = cells[first:last], heads[first:last], own - first
        first, last = max(0, own - MOST_BESIDE), own + MOST_BESIDE + 1
        cells, heads, own = cells[first:last], heads[first:last], own - first
        if own < len(heads) and self._is_void_column(heads[own]):
            return Verdict(Polarity.NEGATED, "column", heads[own], superseded=True)
        none = none_in_row(self._text, cells, own, heads)
        if none is not None and not of_polarity(judge.cue_hits(line), Polarity.OPTIONAL):
            return Verdict(Polarity.NEGATED, "row", none)
        said = self._said_by_cells(cells, own, heads, judge)
        if said is not None or own >= len(heads):
            return said
        cues = leading_cues(judge, heads[own])
        return Verdict(cues[0][1].polarity, "column", heads[own]) if cues else None

    def _row(self, line: Span, cells: Sequence[Span]) -> tuple[Sequence[Span], Sequence[int]]:
        """Return the heads of the columns of a row, and which of its cells begin an item; told once a row."""
        if line not in self._rows:
            heads = self._known_heads(cells) or self._column_heads(line, len(cells))
            labels = [number for number, cell in enumerate(cells) if _ITEM_LABEL.match(self._text, cell[0], cell[1])]
            self._rows[line] = heads, labels
        return self._rows[line]

    def _is_void_column(self, head: Span) -> bool:
        """Say whether a column holds what a correction replaces: 更正前 beside 更正后."""
        is_old = bool(self._senses.within(("amended_from",), head))
        return is_old and not self._senses.within(("amended_to", "amended_weak"), head)

    def _said_by_cells(self, cells: Sequence[Span], own: int, heads: Sequence[Span], judge: Judge) -> Verdict | None:
        for number, whole in enumerate(cells):
            cell = whole[0], min(whole[1], self._layout.sentence(whole[0])[1])  # "not offered. A plate covers the hole"
            content = self._text[cell[0] : cell[1]].strip(" \t|│")
            if number == own or not content or len(content) > LONGEST_COLUMN_HEAD:
                continue
            if content in self._marks:
                return Verdict(self._marks[content], "row", cell)
            if content in NOTHING and self._means_nothing(cells, (own, number), heads, is_bid=judge.is_bid):
                continue
            if content in self._letters or content.strip("()") in self._letters:
                letter = self._layout.written(cell).strip(" \t\n|│()")
                if letter.isupper():
                    return Verdict(self._letters[letter.lower()], "column", cell)
            said = self._said_by(cell, heads[number] if number < len(heads) else None, judge)
            if said is not None:
                return said
        return None

    def _said_by(self, cell: Span, head: Span | None, judge: Judge) -> Verdict | None:
        """Return what a short cell says of the others in its row: a tick under a head, or words of its own."""
        cell = (
            cell[0],
            min(cell[1], self._layout.sentence(cell[0])[1]),
        )  # "not offered. A plate covers the hole": the first
        content = self._text[cell[0] : cell[1]].strip(" \t|│.")
        if head is not None and content in TICKS:
            cues = leading_cues(judge, head)
            if cues:
                return Verdict(cues[0][1].polarity, "column", head)
        everything = judge.cue_hits(cell)
        cues = [pair for pair in everything if _speaks_for(pair, cell, len(content))]
        refusing = of_polarity(everything, *REFUSALS)
        is_option = (
            bool(everything) and everything[0][1].polarity is Polarity.OPTIONAL
        )  # 选配,本期不采购: one may still
        topic_ends = refusing[0][0].start if refusing else cell[0]
        if refusing and not is_option and not has_topic(self._senses, (cell[0], topic_ends)) and _ends(refusing, cell):
            cues = refusing  # 我司产品不具备: who answers stands before, and nothing behind
        return Verdict(cues[0][1].polarity, "row", cell) if cues else None

    def _means_nothing(
        self, cells: Sequence[Span], places: tuple[int, int], heads: Sequence[Span], *, is_bid: bool
    ) -> bool:
        """Say whether "none" in a cell refuses nothing: no brand, no remark, no deviation."""
        if places[1] < len(heads) and self._senses.within(("neutral_head",), heads[places[1]]):
            return True
        return self._counts_deviations(cells, places, heads, is_bid=is_bid)

    def _counts_deviations(
        self, cells: Sequence[Span], places: tuple[int, int], heads: Sequence[Span], *, is_bid: bool
    ) -> bool:
        """Say whether a cell is one for deviations, where "none" is good: by its head, or last in an answered row."""
        own, number = places
        if number < len(heads):
            return bool(self._senses.within(("deviation",), heads[number]))
        others = [cell for place, cell in enumerate(cells) if place not in {own, number}]
        answered = any(self._senses.within(("has_feature", "cue.offered", "cue.offered_cell"), cell) for cell in others)
        return is_bid and number == len(cells) - 1 and answered

    def _known_heads(self, cells: Sequence[Span]) -> list[Span]:
        """Return the heads that the table itself is known to have, over pages too; nothing if it has none.

        A cell without a head of its own gets an empty span.
        """
        heads = [self._layout.head_of(cell) for cell in cells]
        if not any(heads):
            return []
        return [(0, 0) if head is None or not self._may_be_head(head) else head for head in heads]

    def _column_heads(self, line: Span, count: int) -> list[Span]:
        """Return the first row of the table that holds `line`; nothing where rows above have fewer cells than it.

        A row may have fewer cells than its head: empty cells at its end leave no trace.
        """
        top = line
        for _ in range(MOST_ROWS):
            before = self._layout.line_before(top[0])
            if before is None or len(self._layout.cells(before)) < max(2, count):
                break
            top = before
        cells = self._layout.cells(top) if top != line else []
        return cells if all(self._may_be_head(cell) for cell in cells) else []

    def _may_be_head(self, cell: Span) -> bool:
        """Say whether a cell may head a column: it is short, and no bare number as the first row of entries has."""
        content = self._text[cell[0] : cell[1]].strip(" \t|│")
        return cell[1] - cell[0] <= LONGEST_COLUMN_HEAD and not content.isdecimal() and ":" not in content[:-1]


def _ends(cues: Sequence[CueHit], cell: Span) -> bool:
    return cell[1] - max(hit.end for hit, _ in cues) <= LONGEST_END


def _speaks_for(pair: tuple[Hit, Cue], cell: Span, length: int) -> bool:
    """Say whether a cue is most of its cell, or opens it as a lead."""
    hit, cue = pair
    return (hit.end - hit.start) * 2 >= length or (cue.leads and hit.start - cell[0] <= 2)


def leading_cues(judge: Judge, span: Span) -> list[tuple[Hit, Cue]]:
    """Return the cues of a heading that also speak of what stands below it."""
    length = span[1] - span[0]
    return [
        (hit, cue)
        for hit, cue in without_price(judge.cue_hits(span))
        if cue.leads and (not cue.whole_cell or (hit.end - hit.start) * 2 >= length)
    ]
