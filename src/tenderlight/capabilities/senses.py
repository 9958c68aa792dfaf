"""Which senses stand where: questions that patterns and polarity ask of a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from tenderlight.capabilities.clauses import SENTENCE_ENDS, Layout, Span, starts_item
from tenderlight.capabilities.vocabulary import Need, Scope
from tenderlight.capabilities.words import Hit

SECTION_LINES = 4
"""Lines before that still say what a line is about."""
SECTION_LENGTH = 400
TITLE_LINES = 8
"""Lines below a title that it still speaks of."""
LONGEST_TITLE = 40
_NO_TITLE = ("。", ";", ",", ".")
LONGEST_ROW = 240
"""Characters of a table row that is read as one sentence."""
SILENT = frozenset("“”‘’\"'()[]{}《》【】「」『』 ")
"""Marks that do not set words apart."""
LONGEST_SIDE = 600
"""Characters looked at on either side, however long a sentence or line may be."""


class SenseMap:
    """The hits of one text by sense, with the borders of the text."""

    def __init__(self, hits: Sequence[Hit], layout: Layout) -> None:
        self.layout = layout
        self.hits = hits
        self._by_sense: dict[str, list[int]] = {}
        for number, hit in enumerate(hits):
            for sense in hit.senses:
                self._by_sense.setdefault(sense, []).append(number)
        self._titles: dict[int, Span | None] = {}
        self._merged: dict[frozenset[str], tuple[list[int], list[Hit]]] = {}
        self._sentences: dict[Span, Span] = {}
        """Sentences around words, asked for once a pattern."""
        self._sentence_starts: dict[int, int] = {}
        self._all_starts = [hit.start for hit in hits]

    def of(self, senses: Iterable[str]) -> list[Hit]:
        """Return the hits that have one of the senses, in order."""
        return self._in_order(senses)[1]

    def within(self, senses: Iterable[str], span: Span) -> list[Hit]:
        """Return the hits with one of the senses that lie in the span, in order."""
        starts, hits = self._in_order(senses)
        low = bisect_left(starts, span[0])
        high = bisect_left(starts, span[1], low)
        return [hit for hit in hits[low:high] if hit.end <= span[1]] if low < high else []

    def between(self, span: Span) -> Sequence[Hit]:
        """Return the hits that begin in the span, whatever they mean, in order."""
        return self.hits[bisect_left(self._all_starts, span[0]) : bisect_left(self._all_starts, span[1])]

    def sentence_start(self, position: int) -> int:
        """Return where the sentence around a position begins."""
        known = self._sentence_starts.get(position)
        if known is None:
            known = self._sentence_starts[position] = self.layout.sentence(position)[0]
        return known

    def _in_order(self, senses: Iterable[str]) -> tuple[list[int], list[Hit]]:
        """Return where the hits with one of the senses begin, and the hits; gathered once for each set of senses."""
        wanted = senses if isinstance(senses, frozenset) else frozenset(senses)
        known = self._merged.get(wanted)
        if known is None:
            lists = [self._by_sense[sense] for sense in wanted if sense in self._by_sense]
            numbers = lists[0] if len(lists) == 1 else sorted({number for numbers in lists for number in numbers})
            known = [self._all_starts[number] for number in numbers], [self.hits[number] for number in numbers]
            self._merged[wanted] = known
        return known

    def meets(self, need: Need, core: Span, near: int) -> bool:
        """Say whether what is needed stands within its scope of the words at `core`."""
        if need.scope is Scope.DOCUMENT:
            return sum(len(self._by_sense.get(sense, ())) for sense in need.senses) >= need.count
        scope = self.scope(need.scope, core, near)
        found = self.within(need.senses, scope)
        if need.count > 1:  # several means several words, not one said again
            text = self.layout.text
            if len({text[hit.start : hit.end] for hit in found if not hit.weak}) < need.count:
                return False
        elif all(hit.weak for hit in found):
            return False
        return not (need.spare and self.within(need.spare, scope))

    def is_headed_by(self, need: Need, core: Span) -> bool:
        """Say whether what must stand in the line of words stands in the title over it: "Checkpoints", then items.

        A title is a short line that is no item and no sentence; what it says holds for the few lines below.
        """
        if need.scope is not Scope.LINE or need.count > 1:
            return False
        title = self._title(self.layout.line(core[0])[0])
        return title is not None and any(not hit.weak for hit in self.within(need.senses, title))

    def _title(self, start: int) -> Span | None:
        """Return the title over the line that begins at `start`, or None if there is none near."""
        if start in self._titles:
            return self._titles[start]
        text = self.layout.text
        first, found = start, None
        for _ in range(TITLE_LINES):
            before = self.layout.line_before(first)
            if before is None or start - before[0] > SECTION_LENGTH:
                break
            words = text[before[0] : before[1]].strip()
            if (
                words
                and len(words) <= LONGEST_TITLE
                and not words.endswith(_NO_TITLE)
                and not starts_item(text, before[0])
            ):
                found = before
                break
            first = before[0]
        self._titles[start] = found
        return found

    def scope(self, scope: Scope, core: Span, near: int) -> Span:
        """Return how far a scope reaches around the words at `core`."""
        layout = self.layout
        if scope is Scope.NEAR:
            first, last = self.scope(Scope.SENTENCE, core, near)
            return max(first, core[0] - near), min(last, core[1] + near)
        if scope is Scope.SECTION:
            return self._section(core)
        if scope is Scope.SENTENCE:
            known = self._sentences.get(core)
            if known is None:
                known = self._sentences[core] = self._sentence(core)
            return known
        border = {
            Scope.ITEM: layout.item,
            Scope.CLAUSE: layout.clause,
            Scope.LIST: layout.enumeration,
            Scope.LINE: layout.line,
        }[scope]
        return _cut(border(core[0])[0], border(core[1] - 1)[1], core)

    def _sentence(self, core: Span) -> Span:
        layout = self.layout
        row = layout.line(core[0])
        if row[1] - row[0] <= LONGEST_ROW and core[1] <= row[1] and len(layout.cells(row)) > 1:
            return self._within_stops(row, core)
        return _cut(layout.sentence(core[0])[0], layout.sentence(core[1] - 1)[1], core)

    def _within_stops(self, row: Span, core: Span) -> Span:
        """Cut a table row at the full stops, semicolons and ended lines around the words."""
        text = self.layout.text
        ended = self.layout.breaks_in_cells
        before, after = bisect_right(ended, core[0]), bisect_left(ended, core[1])
        low = max(row[0], ended[before - 1]) if before else row[0]
        high = min(row[1], ended[after]) if after < len(ended) else row[1]
        first, last = core
        while first > low and text[first - 1] not in SENTENCE_ENDS:
            first -= 1
        while last < high and text[last] not in SENTENCE_ENDS:
            last += 1
        return first, last

    def _section(self, core: Span) -> Span:
        first, last = self.layout.line(core[0])[0], self.layout.line(core[1] - 1)[1]
        for _ in range(SECTION_LINES):
            before = self.layout.line_before(first)
            if before is None or core[0] - before[0] > SECTION_LENGTH:
                break
            first = before[0]
        return first, last


def _cut(first: int, last: int, core: Span) -> Span:
    """Return a span around words, no longer on either side than is looked at."""
    return max(first, core[0] - LONGEST_SIDE), min(last, core[1] + LONGEST_SIDE)


def distance(text: str, first: Span, second: Span) -> float:
    """Return how far two spans are apart, in Chinese characters; four characters of other scripts count as one.

    In Chinese a comma or colon between them counts three: words of one clause are nearer than words of two.
    """
    low, high = (first, second) if first[0] <= second[0] else (second, first)
    if high[0] <= low[1]:
        return 0.0
    between = text[low[1] : min(high[0], low[1] + 1000)]
    in_han = text[low[1] - 1] > "\u2e80" or text[high[0]] > "\u2e80"
    cost = 0.0
    for character in between:
        if character in SILENT:
            continue
        if character in ",:":
            cost += 3.0 if in_han else 0.5
        else:
            cost += 1.0 if character > "\u2e80" else 0.25
    return cost
