"""Words that a person corrected, as the search holds them: behind the text as it was read, with their surroundings.

An entry of the index is the text of a page as it was read. Where people corrected words of it, passages follow: the
corrected words, each with some hundred characters on either side, so that phrases across them are found, too. Signs
that nobody looks for stand between, so that no phrase goes from one passage to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import msgspec

from tenderlight.model.correction import Correction

SURROUNDINGS = 200
"""Characters on either side of corrected words that are held with them."""
BREAK = "\nꙮꙮꙮ\n"


class Segment(msgspec.Struct, array_like=True, frozen=True):
    """A stretch of a passage, as it is held and as it was read. Offsets are code points, half-open."""

    start: int
    """In the text of the entry."""
    end: int
    read_start: int
    """In the text of the page as it was read."""
    read_end: int
    is_corrected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words that were looked for, on a page as it was read."""

    start: int
    end: int
    text: str
    """As they are held: as read, or as corrected."""
    before: str
    after: str
    read_as: str | None
    """Of words as corrected, how they were read; None = they are as read."""
    corrected_to: str | None
    """Of words as read, how a person corrected them; None = nobody did."""


def with_passages(text: str, corrections: Iterable[Correction]) -> tuple[str, list[Segment]]:
    """Return the text of a page with passages of corrected words behind it, and the segments of these.

    Args:
        text: Of the page, as it was read.
        corrections: Of the page, none overlapping another. Those of other words than it holds are left out.
    """
    held, segments = text, list[Segment]()
    for group in _near(text, corrections):
        at = max(0, group[0].start - SURROUNDINGS)
        last = min(len(text), group[-1].end + SURROUNDINGS)
        held += BREAK
        for one in group:
            segments.append(_segment(held, text[at : one.start], (at, one.start), is_corrected=False))
            held += text[at : one.start]
            segments.append(_segment(held, one.now, (one.start, one.end), is_corrected=True))
            held += one.now
            at = one.end
        segments.append(_segment(held, text[at:last], (at, last), is_corrected=False))
        held += text[at:last]
    return held, segments


def _segment(held: str, words: str, read: tuple[int, int], *, is_corrected: bool) -> Segment:
    return Segment(len(held), len(held) + len(words), *read, is_corrected)


def _near(text: str, corrections: Iterable[Correction]) -> Iterator[list[Correction]]:
    """Yield corrections in groups whose passages would meet."""
    group: list[Correction] = []
    for one in sorted((one for one in corrections if one.fits(text)), key=lambda one: one.start):
        if group and one.start - group[-1].end > 2 * SURROUNDINGS:
            yield group
            group = []
        group.append(one)
    if group:
        yield group


def found_on_page(
    held: str, segments: Sequence[Segment], places: Iterable[tuple[int, int]], around: int
) -> Iterator[Found]:
    """Yield what was looked for on a page, in the order of the page as it was read; each place of it once.

    Args:
        held: What the index holds of the page.
        segments: Of its passages.
        places: Where the words stand in what is held.
        around: Characters before and after them.
    """
    length = segments[0].start - len(BREAK) if segments else len(held)
    found = []
    for start, end in places:
        if end <= length:
            told = _corrected(held, segments, start, end)
            bounds = max(0, start - around), min(length, end + around)
            found.append(_found(held, (start, end), (start, end), bounds, corrected_to=told))
            continue
        within = [one for one in segments if one.start < end and start < one.end]
        if not any(one.is_corrected for one in within):
            continue  # it is found in the text as it was read
        first, last = within[0], within[-1]
        read_start = first.read_start if first.is_corrected else first.read_start + start - first.start
        read_end = last.read_end if last.is_corrected else last.read_start + end - last.start
        low, high = _passage(segments, first)
        bounds = max(low, start - around), min(high, end + around)
        was = held[read_start:read_end]
        found.append(_found(held, (start, end), (read_start, read_end), bounds, read_as=was))
    yield from sorted(found, key=lambda one: (one.start, one.end, one.read_as is not None))


def _found(
    held: str,
    place: tuple[int, int],
    read: tuple[int, int],
    bounds: tuple[int, int],
    *,
    read_as: str | None = None,
    corrected_to: str | None = None,
) -> Found:
    start, end = place
    return Found(
        start=read[0],
        end=read[1],
        text=held[start:end],
        before=held[bounds[0] : start],
        after=held[end : bounds[1]],
        read_as=read_as,
        corrected_to=corrected_to,
    )


def _passage(segments: Sequence[Segment], one: Segment) -> tuple[int, int]:
    """Return where the passage of a segment begins and ends."""
    first = last = segments.index(one)
    while first and segments[first - 1].end == segments[first].start:
        first -= 1
    while last + 1 < len(segments) and segments[last].end == segments[last + 1].start:
        last += 1
    return segments[first].start, segments[last].end


def _corrected(held: str, segments: Sequence[Segment], start: int, end: int) -> str | None:
    """Return words as read as they were corrected; None if nobody did."""
    changed = [one for one in segments if one.is_corrected and one.read_start < end and start < one.read_end]
    if not changed:
        return None
    told, at = "", min(start, changed[0].read_start)
    for one in changed:
        told += held[at : one.read_start] + held[one.start : one.end]
        at = one.read_end
    return told + held[at:end]
