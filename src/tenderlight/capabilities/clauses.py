"""Where lines, sentences, clauses and items of enumerations begin and end.

A line break ends a line only where the text says so: typeset lines run on; a list, a heading or a table row does not.
Borders are found once a text, and only for texts that hold something to look at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import pairwise

from tenderlight.capabilities.searchtext import Break, SearchText
from tenderlight.capabilities.words import Hit
from tenderlight.languages.scripts import is_han

Span = tuple[int, int]

SENTENCE_ENDS = frozenset("。!?;")
LINE_ENDS = frozenset("。!?;:")
CLAUSE_ENDS = frozenset(",:")
ITEM_ENDS = frozenset("、,;/()[]{}<>:《》【】「」|+")
CELL_ENDS = frozenset("|│┃¦")
_CELL_END = re.compile("[|│┃¦]")
ITEM_MARKS = frozenset("★☆▲△※●○◆◇■□◎#*·•-–—➢►")
NUMERALS = "一二三四五六七八九十0123456789"
OPENING = frozenset("([{【〔《“\"'")
WRAPPED_SHARE = 0.7
"""A line at least this long, against the longest near it, may have been wrapped."""
SHORTEST_WRAPPED = 8
_LINE_BREAKS = frozenset({Break.LINE, Break.ROW, Break.PARAGRAPH})
LONGEST_ITEM = 16
LONGEST_LATIN_ITEM = 45
LONGEST_KEY = 12
"""Characters before the colon of a line that begins with a key (数量：2)."""
LONGEST_LIST = 300
LONGEST_LIST_ITEMS = 40


def starts_item(text: str, start: int) -> bool:
    """Say whether what begins at `start` looks like an item: a mark, a number, a question, an answer."""
    head = text[start : start + 6].lstrip()
    if not head:
        return False
    if head[0] in ITEM_MARKS or head[0] in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫":
        return True
    if head[0] == "第" and head[1:2] in set(NUMERALS):
        return True
    if head[0] == "(":
        inner = head[1:].split(")", 1)
        return len(inner) == 2 and 0 < len(inner[0]) <= 3
    digits = len(head) - len(head.lstrip(NUMERALS))
    if digits and head[digits : digits + 1] in {"、", ".", ")", ","}:
        return not head[digits + 1 : digits + 2].isdigit() or head.count(".") > 1
    return head[:2] in {"问:", "答:", "q:", "a:"} or head[1:2] == ")"


class Layout:
    """The borders of one text."""

    def __init__(self, search_text: SearchText, hits: Sequence[Hit]) -> None:
        self.text = search_text.text
        self._search_text = search_text
        self._clause_words = [hit.start for hit in hits if "cue_border" in hit.senses]
        breaks = search_text.breaks()
        self.cell_breaks = [place for place, kind, _ in breaks if kind is Break.CELL]
        self._empty_cells = {place: count for place, _, count in breaks if count}
        self._gaps = [place for place, kind, _ in breaks if kind is Break.GAP]
        self.paragraph_breaks = {place for place, kind, _ in breaks if kind is Break.PARAGRAPH}
        self._hits = hits
        self._hit_starts = [hit.start for hit in hits]
        kinds = {place: kind for place, kind, _ in breaks if kind in _LINE_BREAKS}
        places = list(kinds)
        in_cells = [
            (cell, places[bisect_right(places, cell[0]) : bisect_left(places, cell[1])]) for cell in search_text.cells
        ]
        ended = {place for cell, inside in in_cells for place in self._hard_breaks(kinds, inside, cell)}
        self.breaks_in_cells = sorted(ended)
        """Where a line ends inside a table cell: sentences end there, the row goes on."""
        within = {place for _, inside in in_cells for place in inside}
        between = [place for place in places if place not in within]
        self.line_breaks = self._hard_breaks(kinds, between, (0, len(self.text)))
        self._parts: dict[int, tuple[list[int], list[int]]] = {}
        self._cells: dict[Span, list[Span]] = {}

    def _hard_breaks(self, kinds: Mapping[int, Break], places: Sequence[int], within: Span) -> list[int]:
        """Return those of `places` where a line ends that the next does not continue; all stand in `within`."""
        edges = [within[0], *places, within[1]]
        lengths = [after - before for before, after in pairwise(edges)]
        hard = []
        for number, place in enumerate(places):
            before, after = (edges[number], place), (place, edges[number + 2])
            nearby = max(lengths[max(0, number - 3) : number + 5])
            if self._is_inside(place):
                continue
            runs_on = self._parts_one_phrase(before, after) or self._runs_on(before, after, nearby)
            if kinds[place] is not Break.LINE or not runs_on:
                hard.append(place)
        return hard

    def _is_inside(self, place: int) -> bool:
        """Say whether a word of the vocabulary goes on over a break."""
        number = bisect_left(self._hit_starts, place) - 1
        return number >= 0 and self._hits[number].end > place

    def _parts_one_phrase(self, before: Span, after: Span) -> bool:
        """Say whether words end and begin right at a break, and neither line is just that word, as in a list."""
        number = bisect_left(self._hit_starts, before[1])
        hits = self._hits
        if not number or number == len(hits) or hits[number].start != after[0] or hits[number - 1].end != before[1]:
            return False
        if self._starts_entry(after) or self._has_cells(before) or self._has_cells(after):
            return False
        return hits[number - 1].start != before[0] and hits[number].end != after[1]

    def _runs_on(self, before: Span, after: Span, nearby: int) -> bool:
        """Say whether a line is continued by the next."""
        text = self.text
        upper = text[before[0] : before[1]].rstrip()
        lower = text[after[0] : after[0] + 8].lstrip()
        if not upper or not lower or upper[-1] in LINE_ENDS or self._starts_entry(after):
            return False
        if self._has_cells(before) or self._has_cells(after):
            return False
        if upper[-1] in "、,(/及和与或并" or lower[0] in "、,。;)/":
            return True
        if is_han(upper[-1]) and is_han(lower[0]):
            return len(upper) >= max(SHORTEST_WRAPPED, WRAPPED_SHARE * nearby)
        if upper[-1] == ".":
            return False
        return self._is_small(after[0]) or len(upper) >= max(4 * SHORTEST_WRAPPED, WRAPPED_SHARE * nearby)

    def _starts_entry(self, line: Span) -> bool:
        """Say whether a line is an item of a list, or begins with a key and a colon (数量：2)."""
        return starts_item(self.text, line[0]) or ":" in self.text[line[0] : min(line[1], line[0] + LONGEST_KEY)]

    def _has_cells(self, span: Span) -> bool:
        line = self.text[span[0] : span[1]]
        if line.count("|") > 1 or line.count(" / ") > 1:
            return True
        number = bisect_right(self.cell_breaks, span[0])
        return number < len(self.cell_breaks) and self.cell_breaks[number] < span[1]

    def _is_small(self, place: int) -> bool:
        """Say whether a small letter stands at `place` in the text as written."""
        return self.written((place, place + 1)).islower()

    def written(self, span: Span) -> str:
        """Return the text of a span as the document has it, small and capital letters kept."""
        return self._search_text.joined[self._search_text.starts[span[0]] : self._search_text.ends[span[1] - 1]]

    def line(self, position: int) -> Span:
        """Return the paragraph, list item or table row that holds `position`."""
        number = bisect_right(self.line_breaks, position)
        start = self.line_breaks[number - 1] if number else 0
        end = self.line_breaks[number] if number < len(self.line_breaks) else len(self.text)
        return start, end

    def line_before(self, start: int) -> Span | None:
        """Return the line that ends where this one starts, or None."""
        return self.line(start - 1) if start > 0 else None

    def line_after(self, end: int) -> Span | None:
        """Return the line that starts where this one ends, or None."""
        return self.line(end) if end < len(self.text) else None

    def cells(self, line: Span) -> list[Span]:
        """Return the cells of a table row, empty ones included; a line that is none is one cell."""
        known = self._cells.get(line)
        if known is None:
            known = self._cells[line] = self._cells_of(line)
        return known

    def _cells_of(self, line: Span) -> list[Span]:
        borders = self.cell_breaks[bisect_right(self.cell_breaks, line[0]) : bisect_left(self.cell_breaks, line[1])]
        edges = {line[0], line[1], *borders}
        edges.update(found.end() for found in _CELL_END.finditer(self.text, *line))
        ordered = sorted(edges)
        cells: list[Span] = []
        for start, end in pairwise(ordered):
            cells.extend([(start, start)] * self._empty_cells.get(start, 0))
            cells.append((start, end))
        return cells

    def head_of(self, cell: Span) -> Span | None:
        """Return the head of the column that a cell stands in, on whatever page it is; None if none is known."""
        return self._search_text.head_of(cell[0]) if cell[0] < cell[1] else None

    def _borders(self, line: Span) -> tuple[list[int], list[int]]:
        """Return the places after which sentences, and clauses, of a line end."""
        known = self._parts.get(line[0])
        if known is not None:
            return known
        sentences = {line[0], line[1]}
        sentences.update(start for start, _ in self.cells(line))
        clauses: set[int] = set()
        for place in range(*line):
            character = self.text[place]
            if character in SENTENCE_ENDS or (character == "." and self._is_full_stop(place)):
                sentences.add(place + 1)
            elif character in CLAUSE_ENDS and self._is_clause_end(place):
                clauses.add(place + 1)
        gaps = self._gaps[bisect_right(self._gaps, line[0]) : bisect_left(self._gaps, line[1])]
        sentences.update(gaps)
        in_cells = self.breaks_in_cells
        sentences.update(in_cells[bisect_right(in_cells, line[0]) : bisect_left(in_cells, line[1])])
        words = self._clause_words
        clauses.update(words[bisect_left(words, line[0]) : bisect_left(words, line[1])])
        clauses |= sentences
        parts = (sorted(sentences), sorted(clauses))
        self._parts[line[0]] = parts
        return parts

    def _is_full_stop(self, place: int) -> bool:
        text = self.text
        following = text[place + 1 : place + 3]
        if following[:1] not in {"", " "}:
            return False
        before = text[max(0, place - 5) : place].rpartition(" ")[2]
        if before.isdigit() and self._numbers_the_word_before(place - len(before)):
            return len(following) < 2 or not self._is_small(place + 2)
        if len(before) < 2 or before in {"art", "no", "nos", "approx", "incl", "cf", "e.g", "i.e", "etc", "fig", "sec"}:
            return False
        return len(following) < 2 or not self._is_small(place + 2)

    def _numbers_the_word_before(self, place: int) -> bool:
        """Say whether a number closes a phrase ("Variation Order 2. Item 8 …") and opens no item (2. Cameras)."""
        before = self.text[max(0, place - 2) : place]
        return len(before) == len("r ") and before[0].isalpha() and before[1] == " "

    def _is_clause_end(self, place: int) -> bool:
        """Say whether a comma or colon ends a clause: always in Chinese; a comma in other scripts only lists."""
        if self.text[place] == ":":
            return not (self.text[place - 1 : place].isdigit() and self.text[place + 1 : place + 2].isalnum())
        return is_han(self.text[place + 1 : place + 2] or " ") or is_han(self.text[place - 1 : place] or " ")

    def sentence(self, position: int) -> Span:
        """Return the sentence (within a line and a cell) that holds `position`."""
        return _stretch(self._borders(self.line(position))[0], position)

    def clause(self, position: int) -> Span:
        """Return the clause that holds `position`."""
        return _stretch(self._borders(self.line(position))[1], position)

    def item(self, position: int) -> Span:
        """Return the item of an enumeration (or the bracket) that holds `position`, within its sentence."""
        low, high = self.sentence(position)
        low, high = max(low, position - LONGEST_LIST), min(high, position + LONGEST_LIST)
        start, end = position, position
        while start > low and self.text[start - 1] not in ITEM_ENDS:
            start -= 1
        while end < high and self.text[end] not in ITEM_ENDS:
            end += 1
        return start, end

    def enumeration(self, position: int) -> Span:
        """Return the run of short items around `position`, with the item before it and the words that lead it in."""
        low, high = self.line(position)
        low, high = max(low, position - LONGEST_LIST), min(high, position + LONGEST_LIST)
        start, end = self.item(position)
        start, end = max(start, low), min(end, high)
        for _ in range(LONGEST_LIST_ITEMS):
            following = self._short_item(end + 1, high, 1)
            if following is None or self.text[end - 1] in SENTENCE_ENDS or self.text[end] in SENTENCE_ENDS:
                break
            end = following
        for _ in range(LONGEST_LIST_ITEMS):
            preceding = self._short_item(start - 1, low, -1)
            if preceding is None:
                break
            start = preceding
        return start, end

    def _short_item(self, position: int, limit: int, step: int) -> int | None:
        """Walk over one item from `position`; return where it ends, or None if it is no short item."""
        text = self.text
        place = position
        longest = LONGEST_ITEM
        while place != limit and 0 <= (place if step > 0 else place - 1) < len(text):
            character = text[place if step > 0 else place - 1]
            if character in "。!?;" or character in CELL_ENDS:
                return None if place == position else place
            if character in ITEM_ENDS:
                return place
            if character.isascii():
                longest = LONGEST_LATIN_ITEM
            place += step
            if abs(place - position) > longest:
                return None
        return place if place != position else None


def _stretch(borders: Sequence[int], position: int) -> Span:
    number = bisect_right(borders, position)
    return borders[max(0, number - 1)], borders[min(number, len(borders) - 1)]
