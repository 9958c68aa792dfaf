"""Two copies of one text, set side by side: the text of a document, and that of the pages it was laid out on.

The second copy has more in it (headers on each page, numbers of lists, hyphens at ends of lines), lacks some (fields
that were made anew), and has some of it in another order (notes, cells). So words are matched from what is certain to
what is likely: runs of words that each copy has once, then what lies between two matches, then runs that moved. What
is left over stays unmatched: no match is better than a wrong one.

Each step looks at each word a fixed number of times, so the time grows with the length of the texts, not its square.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tenderlight.reading.layout.copied_words import CopiedWords, are_same, letters_of

_RUNS = (8, 4, 2, 1)
"""Lengths, in words, of the runs that are looked for, the surest first."""
_MOVED_RUNS = (6, 3)
_LONGEST_END = 2
_LEAST_WEIGHT = 4
"""Characters in a row that must agree before a match is believed."""
_MOST_BETWEEN = 300
_MOST_REGROUPED = 60
"""Words of a gap that are tried as the same characters divided otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """The same words in both copies. Pages are indexes, from 0; offsets are code points, half-open.

    Folded (see `tenderlight.reading.layout.copied_words.folded`), the two parts are equal.
    """

    page: int
    start: int
    end: int
    laid_out_page: int
    laid_out_start: int
    laid_out_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """What was matched."""

    pieces: tuple[Piece, ...]
    """In the order of the document's text; they do not overlap, in either copy."""
    words: int
    """Words of the document; a Chinese character, and a punctuation mark, counts as one."""
    words_aligned: int

    @property
    def share(self) -> float:
        """Share of the document's words that were matched, 0-1; 1 if there are none."""
        return self.words_aligned / self.words if self.words else 1.0


def align(pages: Sequence[str], laid_out_pages: Sequence[str]) -> Alignment:
    """Match the words of a document with those of the pages it was laid out on.

    Args:
        pages: Text of the document, page by page (a document without fixed pages is one page).
        laid_out_pages: Text of the pages it was laid out on.
    """
    ours, theirs = CopiedWords(pages), CopiedWords(laid_out_pages)
    matcher = _Matcher(ours, theirs)
    matcher.match_in_order()
    matcher.drop_unlikely()
    matcher.match_moved()
    pieces = tuple(_joined(matcher.pieces()))
    return Alignment(pieces=pieces, words=len(ours.keys), words_aligned=matcher.count)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gap:
    """Words of both copies that lie between the same two matches. Half-open ranges of indexes."""

    first: int
    past: int
    their_first: int
    their_past: int

    @property
    def is_empty(self) -> bool:
        return self.first >= self.past or self.their_first >= self.their_past


class _Matcher:
    """Finds for each of our words the one of theirs that it is."""

    def __init__(self, ours: CopiedWords, theirs: CopiedWords) -> None:
        self._ours = ours
        self._theirs = theirs
        numbers: dict[str, int] = {}
        self._our_keys = [numbers.setdefault(key, len(numbers)) for key in ours.keys]
        self._their_keys = [numbers.setdefault(key, len(numbers)) for key in theirs.keys]
        self._match = [-1] * len(self._our_keys)
        self._is_taken = bytearray(len(self._their_keys))
        self._regrouped: dict[int, list[Piece]] = {}
        """Pieces of words that are divided otherwise there, by our first word of them."""
        self._in_groups: dict[int, tuple[int, int]] = {}
        """For each of our words that is divided otherwise: the first of theirs in its group, and the last."""

    @property
    def count(self) -> int:
        """How many of our words have a match."""
        return sum(their >= 0 for their in self._match) + len(self._in_groups)

    def match_in_order(self) -> None:
        """Match what stands in the same order in both."""
        gaps = [_Gap(first=0, past=len(self._match), their_first=0, their_past=len(self._their_keys))]
        for length in _RUNS:
            gaps = [narrower for gap in gaps for narrower in self._narrowed(gap, length)]
        for gap in gaps:
            self._regroup(self._trimmed(gap))

    def drop_unlikely(self) -> None:
        """Take back matches of a few characters that stand alone, unless nothing else can have been meant."""
        for first, past in list(self._rows()):
            weight = sum(len(self._ours.keys[index]) for index in range(first, past))
            if weight < _LEAST_WEIGHT and not self._is_only_choice(first, past):
                for index in range(first, past):
                    self._is_taken[self._match[index]] = 0
                    self._match[index] = -1

    def match_moved(self) -> None:
        """Match what stands elsewhere there: a run that only one place of each copy has, and what goes on from it."""
        for length in _MOVED_RUNS:
            ours = _once(self._our_keys, self._free_runs(self._is_ours_free, len(self._match), length), length)
            theirs = _once(self._their_keys, self._free_runs(self._is_theirs_free, len(self._is_taken), length), length)
            for run, at in ours.items():
                there = theirs.get(run)
                weight = sum(len(self._ours.keys[index]) for index in range(at, at + length))
                if there is not None and weight >= _LEAST_WEIGHT and self._is_ours_free(at):
                    self._spread(at, there)
        for index in (*range(len(self._match)), *reversed(range(len(self._match)))):
            if self._match[index] >= 0:
                self._spread(index + 1, self._match[index] + 1)
        self._match_ends_of_cells()

    def _match_ends_of_cells(self) -> None:
        """Match a word or two inside a text whose only free place is elsewhere: the end of a cell on the next page.

        Figures alone are left out: the number of a page would do.
        """
        for length in range(1, _LONGEST_END + 1):
            theirs = _once(self._their_keys, self._free_runs(self._is_theirs_free, len(self._is_taken), length), length)
            for first in range(1, len(self._match) - length):
                past = first + length
                is_gap = all(self._is_ours_free(index) for index in range(first, past))
                if not is_gap or self._is_ours_free(first - 1) or self._is_ours_free(past):
                    continue
                there = theirs.get(tuple(self._our_keys[first:past]))
                if there is not None and any(self._ours.keys[index].isalpha() for index in range(first, past)):
                    for step in range(length):
                        self._set(first + step, there + step)

    def pieces(self) -> Iterator[Piece]:
        """Yield what was matched, in our order."""
        for index, there in enumerate(self._match):
            if there >= 0:
                yield self._piece(index, there)
            yield from self._regrouped.get(index, ())

    def _piece(self, index: int, there: int) -> Piece:
        return Piece(
            page=self._ours.pages[index],
            start=self._ours.starts[index],
            end=self._ours.ends[index],
            laid_out_page=self._theirs.pages[there],
            laid_out_start=self._theirs.starts[there],
            laid_out_end=self._theirs.ends[there],
        )

    def _set(self, index: int, there: int) -> None:
        self._match[index] = there
        self._is_taken[there] = 1

    def _narrowed(self, gap: _Gap, length: int) -> Iterator[_Gap]:
        """Match the runs that a gap has once in both copies, and yield the gaps that remain."""
        gap = self._trimmed(gap)
        if gap.is_empty:
            return
        at, there = gap.first, gap.their_first
        for our_start, their_start in self._anchors(gap, length):
            if our_start < at or their_start < there:
                continue  # the run before went on into this one
            yield from self._trimmed_if_any(at, our_start, there, their_start)
            at, there = our_start, their_start
            while self._agree(at, there, gap):
                self._set(at, there)
                at, there = at + 1, there + 1
        yield from self._trimmed_if_any(at, gap.past, there, gap.their_past)

    def _trimmed_if_any(self, first: int, past: int, their_first: int, their_past: int) -> Iterator[_Gap]:
        gap = self._trimmed(_Gap(first=first, past=past, their_first=their_first, their_past=their_past))
        if not gap.is_empty:
            yield gap

    def _agree(self, at: int, there: int, gap: _Gap) -> bool:
        return at < gap.past and there < gap.their_past and self._our_keys[at] == self._their_keys[there]

    def _trimmed(self, gap: _Gap) -> _Gap:
        """Match what goes on from the matches on both sides of a gap, and return the rest.

        The beginning and the end of a text are no matches: that both copies end with a full stop says nothing.
        """
        ours, theirs = self._our_keys, self._their_keys
        first, past, their_first, their_past = gap.first, gap.past, gap.their_first, gap.their_past
        while 0 < first < past and their_first < their_past and ours[first] == theirs[their_first]:
            self._set(first, their_first)
            first, their_first = first + 1, their_first + 1
        while first < past < len(ours) and their_first < their_past and ours[past - 1] == theirs[their_past - 1]:
            past, their_past = past - 1, their_past - 1
            self._set(past, their_past)
        return _Gap(first=first, past=past, their_first=their_first, their_past=their_past)

    def _anchors(self, gap: _Gap, length: int) -> list[tuple[int, int]]:
        """Return the runs that a gap has once in each copy, those that keep the order."""
        ours = _once(self._our_keys, range(gap.first, gap.past - length + 1), length)
        theirs = _once(self._their_keys, range(gap.their_first, gap.their_past - length + 1), length)
        return _in_order([(at, theirs[run]) for run, at in ours.items() if run in theirs])

    def _regroup(self, gap: _Gap) -> None:
        """Match a gap whose characters are the same, divided otherwise: hyphens, blanks inside words."""
        if gap.is_empty or gap.past - gap.first + gap.their_past - gap.their_first > _MOST_REGROUPED:
            return
        ours = letters_of(self._ours, range(gap.first, gap.past))
        theirs = letters_of(self._theirs, range(gap.their_first, gap.their_past))
        if not are_same(ours, theirs):
            theirs = [one for one in theirs if one[0] != "-"]
            if not are_same(ours, theirs):
                return
        made = [
            Piece(
                page=self._ours.pages[index],
                start=offset,
                end=offset + 1,
                laid_out_page=self._theirs.pages[there],
                laid_out_start=their_offset,
                laid_out_end=their_offset + 1,
            )
            for (_, index, offset), (_, there, their_offset) in zip(ours, theirs, strict=True)
        ]
        self._regrouped[gap.first] = made
        self._in_groups.update(dict.fromkeys(range(gap.first, gap.past), (gap.their_first, gap.their_past - 1)))
        for there in range(gap.their_first, gap.their_past):
            self._is_taken[there] = 1

    def _rows(self) -> Iterator[tuple[int, int]]:
        """Yield the ranges of our words whose matches follow each other without a word between, in both copies."""
        first = 0
        while first < len(self._match):
            past = first + 1
            while past < len(self._match) and self._match[past] == self._match[past - 1] + 1 > 0:
                past += 1
            if self._match[first] >= 0:
                yield first, past
            first = past

    def _is_only_choice(self, first: int, past: int) -> bool:
        """Say whether the words before and after are matched too, and between those is no other such word."""
        before = self._in_groups.get(first - 1, (-1, self._match[first - 1]))[1] if first else -1
        after = len(self._their_keys)
        if past < len(self._match):
            after = self._in_groups.get(past, (self._match[past], -1))[0]
        if (first and before < 0) or not before < self._match[first] <= self._match[past - 1] < after:
            return False
        between = self._their_keys[before + 1 : after][:_MOST_BETWEEN]
        return after - before <= _MOST_BETWEEN and between.count(self._our_keys[first]) == 1

    def _is_ours_free(self, index: int) -> bool:
        return self._match[index] < 0 and index not in self._in_groups

    def _is_theirs_free(self, there: int) -> bool:
        return not self._is_taken[there]

    @staticmethod
    def _free_runs(is_free: Callable[[int], bool], count: int, length: int) -> Iterator[int]:
        """Yield the beginnings of runs of `length` words none of which is matched."""
        free = 0
        for index in range(count):
            free = free + 1 if is_free(index) else 0
            if free >= length:
                yield index - length + 1

    def _spread(self, at: int, there: int) -> None:
        """Match a run from a place inside it, in both directions, as far as it goes."""
        first, their_first = at, there
        while self._may_match(first - 1, their_first - 1):
            first, their_first = first - 1, their_first - 1
        while self._may_match(first, their_first):
            self._set(first, their_first)
            first, their_first = first + 1, their_first + 1

    def _may_match(self, index: int, there: int) -> bool:
        return (
            0 <= index < len(self._match)
            and 0 <= there < len(self._is_taken)
            and self._is_ours_free(index)
            and self._is_theirs_free(there)
            and self._our_keys[index] == self._their_keys[there]
        )


def _once(keys: Sequence[int], starts: Iterable[int], length: int) -> dict[tuple[int, ...], int]:
    """Return the runs of `length` words that begin at exactly one of `starts`, and where."""
    found: dict[tuple[int, ...], int] = {}
    for start in starts:
        run = tuple(keys[start : start + length])
        found[run] = -1 if run in found else start
    return {run: start for run, start in found.items() if start >= 0}


def _in_order(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest selection of pairs in which both numbers rise (by patience sorting)."""
    ordered = sorted(pairs)
    tops: list[int] = []
    at_top: list[int] = []
    before = [-1] * len(ordered)
    for index, (_, there) in enumerate(ordered):
        pile = bisect_left(tops, there)
        if pile == len(tops):
            tops.append(there)
            at_top.append(index)
        else:
            tops[pile], at_top[pile] = there, index
        before[index] = at_top[pile - 1] if pile else -1
    chosen = []
    index = at_top[-1] if at_top else -1
    while index >= 0:
        chosen.append(ordered[index])
        index = before[index]
    return chosen[::-1]


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join pieces that follow each other without anything between, in both copies, letter by letter."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and _goes_on(last, piece):
            last = Piece(
                page=last.page,
                start=last.start,
                end=piece.end,
                laid_out_page=last.laid_out_page,
                laid_out_start=last.laid_out_start,
                laid_out_end=piece.laid_out_end,
            )
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last


def _goes_on(last: Piece, piece: Piece) -> bool:
    is_even = (
        last.end - last.start == last.laid_out_end - last.laid_out_start
        and piece.end - piece.start == piece.laid_out_end - piece.laid_out_start
    )
    return (
        is_even
        and (last.page, last.end) == (piece.page, piece.start)
        and (last.laid_out_page, last.laid_out_end) == (piece.laid_out_page, piece.laid_out_start)
    )
