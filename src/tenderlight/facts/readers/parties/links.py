"""Which lots a party won, among those that a page names: told by a model from what stands between both."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.readers.around import beginnings
from tenderlight.facts.readers.model import shared_model
from tenderlight.facts.readers.parties.lot_places import LotPlace
from tenderlight.facts.readers.signs import Signs

MODEL = "party_lots.crfsuite.xz"
LINKED = "yes"
"""The tag of a place and a name that belong together; others have "no"."""
_BEGINS = " \t-•*·–—(0123456789.)|"
"""What may stand before a lot that its line begins with."""
_SENTENCE = re.compile(r"[.;。；]\s")
_FEW_WORDS, _MOST_WORDS, _PER_STEP, _ENDS = 6, 8, 4, 3
_NEAREST = 12
"""So many names and places of lots before and behind a name are looked at."""
_SEEN = 300
"""Of what stands between a name and a lot so many signs at either end are looked at."""
_MOST_BETWEEN, _MOST_LINES, _MOST_PLACES, _MOST_KEYS = 3, 5, 6, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """The line of a name: half-open offsets, and how many other names stand on it before and behind."""

    start: int
    end: int
    names: str


def linked(names: Sequence[Piece], places: Sequence[LotPlace], index: int) -> list[float]:
    """Return of each place of lots on a page how likely it tells what a party won, 0 to 1.

    Args:
        names: Names of parties on the page, in their order.
        places: Its places of lots, in their order.
        index: Which of the names is asked for.
    """
    model = shared_model(MODEL)
    name = names[index]
    first = max(0, index - _NEAREST)
    at = bisect_left(places, name.start, key=lambda place: place.piece.start)
    low = max(0, at - _NEAREST)
    near = signs_of_links(names[first : index + _NEAREST], places[low : at + _NEAREST], index - first)
    chances = [0.0] * len(places)
    for place, signs in enumerate(near, low):
        chances[place] = model.chances([signs])[0].get(LINKED, 0.0)
    return chances


def signs_of_links(names: Sequence[Piece], places: Sequence[LotPlace], index: int) -> list[Signs]:
    """Return what is seen of a name and each place of lots on its page. For the arguments see `linked`."""
    name = names[index]
    flat = name.sheet.flat
    start = flat.rfind("\n", 0, name.start) + 1
    stop = flat.find("\n", name.end)
    end = stop if stop >= 0 else len(flat)
    before = sum(start <= one.start and one.end <= name.start for one in names)
    behind = sum(name.end <= one.start and one.end <= end for one in names)
    line = _Line(start=start, end=end, names=f"{min(before, 2)}{min(behind, 2)}")
    return [list(dict.fromkeys(_signs(names, places, index, at, line))) for at in range(len(places))]


def _signs(names: Sequence[Piece], places: Sequence[LotPlace], index: int, at: int, line: _Line) -> Iterator[str]:
    name, place, flat = names[index], places[at].piece, names[index].sheet.flat
    side = ">" if place.start >= name.end else "<"
    low, high = (name.end, place.start) if side == ">" else (place.end, name.start)
    between = flat[low:high] if high - low <= 2 * _SEEN else f"{flat[low : low + _SEEN]}\n{flat[high - _SEEN : high]}"
    others = min(sum(low <= one.start and one.end <= high for one in names), _MOST_BETWEEN)
    lots = min(sum(low <= one.piece.start and one.piece.end <= high for one in places), _MOST_BETWEEN)
    counts = f"{min(others, 2)} {min(lots, 2)}"
    same = "\n" not in between
    begins = not flat[flat.rfind("\n", 0, place.start) + 1 : place.start].strip(_BEGINS)
    yield side
    yield f"{side} {others} {lots} {same}"
    yield f"{side} lines {min(between.count(chr(10)), _MOST_LINES)}"
    yield f"{side} begins {begins} {same} {counts}"
    yield f"{side} sentences {min(len(_SENTENCE.findall(between)), 2)} {counts}"
    yield f"{side} cell {places[at].is_cell} {same} {min(lots, 1)}"
    yield from _words_between(side, between)
    yield f"{side} signs {flat[place.end : place.end + 1]} {flat[max(0, place.start - 1) : place.start]}"
    yield from _among(places, name, at, side)
    yield f"{side} names {line.names} {same} {min(others, 2)}"
    has_before = any(line.start <= one.piece.start and one.piece.end <= name.start for one in places)
    has_behind = any(name.end <= one.piece.start and one.piece.end <= line.end for one in places)
    yield f"{side} line {has_before} {same}"
    yield f"{side} line behind {has_behind} {same} {min(others, 1)}"


def _words_between(side: str, between: str) -> Iterator[str]:
    words = beginnings(between)
    yield from (f"{side} first {word}" for word in words[:_ENDS])
    yield from (f"{side} last {word}" for word in words[-_ENDS:])
    if len(words) < _FEW_WORDS:
        yield f"{side} between {' '.join(words)}"
    yield f"{side} far {min(len(words) // _PER_STEP, _MOST_WORDS)}"


def _among(places: Sequence[LotPlace], name: Piece, at: int, side: str) -> Iterator[str]:
    """Yield the place of a lot among the others of the page."""
    before = [index for index, one in enumerate(places) if one.piece.end <= name.start]
    behind = [index for index, one in enumerate(places) if one.piece.start >= name.end]
    yield f"{side} nearest {at in (before[-1:] + behind[:1])}"
    keys = {key for one in places for key in one.keys}
    yield f"many {min(len(places), _MOST_PLACES)} {min(len(keys), _MOST_KEYS)}"
