"""Tagged words → goods: which make, model, number, unit and price belong to which name.

Papers print what belongs to a thing behind its name, before it, or on its line on either side, each kind alike
throughout a list. So every kind is dealt out in the way that leaves the fewest names without and the fewest words over.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tenderlight.facts.readers.model import Tagged
from tenderlight.facts.readers.words import Word

_STOPS = frozenset(",;、。")
_MADE = frozenset({"brand", "model"})
NAME, OTHERS = "name", ("brand", "model", "qty", "unit", "price")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """One of the goods: its name and the tagged words that belong to it, by what they say."""

    name: Tagged
    parts: Mapping[str, Tagged]


def groups_of(words: Sequence[Word], tagged: Sequence[Tagged]) -> list[Group]:
    """Return the goods that tagged words name, in their order."""
    names = [one for one in tagged if one.part == NAME]
    if not names:
        return []
    line_of = _lines(words)
    stops = [index for index, word in enumerate(words) if word.flat in _STOPS]
    dealt = {part: _dealt([one for one in tagged if one.part == part], names, line_of) for part in OTHERS}
    dealt = {
        part: {index: one for index, one in of.items() if not _is_cut_off(one, names[index], stops)}
        for part, of in dealt.items()
    }
    groups = [
        Group(name=name, parts={part: of[index] for part, of in dealt.items() if index in of})
        for index, name in enumerate(names)
    ]
    counts = [one.first for one in tagged if one.part == "qty"]
    return [_without_far_unit(_without_unit_of_another(one, counts), line_of) for one in groups]


def _without_unit_of_another(group: Group, counts: Sequence[int]) -> Group:
    """Return goods without a unit behind another number than their own: "80 coats and 60 pairs of"."""
    unit, own = group.parts.get("unit"), group.parts.get("qty")
    if unit is None or own is None or not any(own.last <= at < unit.first for at in counts):
        return group
    return Group(name=group.name, parts={part: one for part, one in group.parts.items() if part != "unit"})


def _without_far_unit(group: Group, line_of: Sequence[int]) -> Group:
    """Return goods without a unit that is on the line of neither their name nor their number."""
    unit = group.parts.get("unit")
    beside = {line_of[one.first] for one in (group.name, group.parts.get("qty")) if one is not None}
    if unit is None or line_of[unit.first] in beside:
        return group
    return Group(name=group.name, parts={part: one for part, one in group.parts.items() if part != "unit"})


def _is_cut_off(part: Tagged, name: Tagged, stops: Sequence[int]) -> bool:
    """Say whether a comma or stop stands between a name and what is printed before it: that belongs to another."""
    at = bisect_left(stops, part.last)
    return part.last <= name.first and at < len(stops) and stops[at] < name.first


def _lines(words: Sequence[Word]) -> list[int]:
    """Return the line of each word, numbered."""
    lines, number = [], 0
    for word in words:
        lines.append(number)
        number += word.flat == "\n"
    return lines


def _dealt(parts: Sequence[Tagged], names: Sequence[Tagged], line_of: Sequence[int]) -> dict[int, Tagged]:
    """Return which of the parts of one kind belongs to which name, by the index of the name."""
    behind, before = _behind(parts, names), _before(parts, names)
    found = max(behind, before, key=lambda one: (len(one), -_makes_above(one, names, line_of), -_distance(one, names)))
    alone = dict(_alone_on_lines(parts, names, line_of))
    return {index: part for index, part in found.items() if part not in alone} | {
        index: part for part, index in alone.items()
    }


def _makes_above(dealt: Mapping[int, Tagged], names: Sequence[Tagged], line_of: Sequence[int]) -> int:
    """Return how many makes and models stand on a line above their names, where they may be of goods named there."""
    return sum(part.part in _MADE and line_of[part.first] < line_of[names[at].first] for at, part in dealt.items())


def _alone_on_lines(
    parts: Sequence[Tagged], names: Sequence[Tagged], line_of: Sequence[int]
) -> Iterator[tuple[Tagged, int]]:
    """Yield each part that is the only one of its kind on a line with one name, and the index of that name."""
    names_of, parts_of = defaultdict[int, list[int]](list), defaultdict[int, list[Tagged]](list)
    for index, name in enumerate(names):
        names_of[line_of[name.first]].append(index)
    for part in parts:
        parts_of[line_of[part.first]].append(part)
    for line, indexes in names_of.items():
        if len(indexes) == 1 and len(parts_of[line]) == 1:
            yield parts_of[line][0], indexes[0]


def _behind(parts: Sequence[Tagged], names: Sequence[Tagged]) -> dict[int, Tagged]:
    """Return the first part behind each name and before the next."""
    ends = [name.last for name in names]
    found: dict[int, Tagged] = {}
    for part in parts:
        index = bisect_right(ends, part.first) - 1
        if index >= 0:
            found.setdefault(index, part)
    return found


def _before(parts: Sequence[Tagged], names: Sequence[Tagged]) -> dict[int, Tagged]:
    """Return the last part before each name and behind the one before it."""
    starts = [name.first for name in names]
    found: dict[int, Tagged] = {}
    for part in reversed(parts):
        index = bisect_left(starts, part.last)
        if index < len(names):
            found.setdefault(index, part)
    return found


def _distance(dealt: Mapping[int, Tagged], names: Sequence[Tagged]) -> int:
    """Return how far parts stand from their names, in words, all together."""
    return sum(max(part.first - names[at].last, names[at].first - part.last) for at, part in dealt.items())
