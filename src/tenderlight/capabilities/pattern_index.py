"""Which patterns a text can meet at all, by the senses it has: most are ruled out before any place is looked at.

A set of senses is a number with a bit for each, so that one `&` asks whether a need has any of its senses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import itemgetter, or_
from typing import TypeVar

from tenderlight.capabilities.vocabulary import Capability, Form, Need, Pattern

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Row:
    capability: Capability
    pattern: Pattern
    core: tuple[int, ...]
    """For each need of the core, the bits of its senses."""
    context: tuple[int, ...]
    alone: int
    """The bits of all needs that name a single sense: without one of them the pattern is ruled out at once."""


class PatternIndex:
    """The patterns of a vocabulary, by the senses they need."""

    def __init__(self, capabilities: Sequence[Capability], *, alike: PatternIndex | None = None) -> None:
        """Put the patterns in order.

        Args:
            capabilities: Whose patterns.
            alike: An index whose senses have the same bits as here; None = none is.
        """
        self.numbering: dict[str, int] = {} if alike is None else alike.numbering
        """By name of a sense, its bit."""
        self._known: dict[frozenset[str], int] = {}
        rows = [self._row(capability, pattern) for capability in capabilities for pattern in capability.patterns]
        self._rows = _grouped((row.core, (number, row)) for number, row in enumerate(rows))
        self._cores = _grouped((core, core) for core in {row.core for row in rows})

    def bits(self, senses: frozenset[str]) -> int:
        """Return the bits of the senses that any pattern needs."""
        known = self._known.get(senses)
        if known is None:
            known = 0
            for sense in senses:
                known |= self.numbering.get(sense, 0)
            self._known[senses] = known
        return known

    def is_any_met(self, present: int) -> bool:
        """Say whether the core of some pattern has a word for each of its needs, given the bits of all words."""
        for narrowest, cores in self._cores:
            if narrowest & present and any(all(need & present for need in core) for core in cores):
                return True
        return False

    def is_any_possible(self, present: int) -> bool:
        """Say the same of core and context of a pattern; a form that any sense meets is met everywhere: not asked."""
        return any(
            row.pattern.form is not Form.SOME and row.alone & present == row.alone and _are_met(row, present)
            for narrowest, rows in self._rows
            if narrowest & present
            for _, row in rows
        )

    def possible(self, words: Iterable[frozenset[str]]) -> list[tuple[Capability, Pattern]]:
        """Return the patterns whose core and context have a word for each need, given the senses of all words."""
        present = 0
        for senses in words:
            present |= self.bits(senses)
        met = [
            numbered
            for narrowest, rows in self._rows
            if narrowest & present
            for numbered in rows
            if numbered[1].alone & present == numbered[1].alone and _are_met(numbered[1], present)
        ]
        met.sort(key=itemgetter(0))
        return [(row.capability, row.pattern) for _, row in met]

    def _row(self, capability: Capability, pattern: Pattern) -> _Row:
        core, context = self._masks(pattern.core), self._masks(pattern.context)
        alone = reduce(or_, (mask for mask in (*core, *context) if mask.bit_count() == 1), 0)
        return _Row(capability, pattern, core, context, alone)

    def _masks(self, needs: Sequence[Need]) -> tuple[int, ...]:
        masks = []
        for need in needs:
            mask = 0
            for sense in need.senses:
                mask |= self.numbering.setdefault(sense, 1 << len(self.numbering))
            masks.append(mask)
        return tuple(masks)


def _grouped(rows: Iterable[tuple[Sequence[int], T]]) -> list[tuple[int, list[T]]]:
    """Group by the need of the core that fewest senses meet: without one of them the whole group is ruled out."""
    groups: dict[int, list[T]] = {}
    for core, row in rows:
        groups.setdefault(min(core, key=int.bit_count), []).append(row)
    return list(groups.items())


def _are_met(row: _Row, present: int) -> bool:
    for need in row.core:
        if not need & present:
            return False
    return all(need & present for need in row.context)


def exclusions_of(capabilities: Iterable[Capability]) -> dict[str, frozenset[str]]:
    """Return, by code, the senses that only ever exclude a capability: no pattern of any asks for them."""
    capabilities = tuple(capabilities)
    patterns = [pattern for capability in capabilities for pattern in capability.patterns]
    asked = {sense for one in patterns for need in (*one.core, *one.context) for sense in need.senses}
    return {
        capability.code: frozenset(
            sense for one in capability.patterns for need in one.without for sense in need.senses if sense not in asked
        )
        for capability in capabilities
    }
