"""What people decided of two names of a case: same, different, unsure. The log only grows.

A decision is undone by a further one. The newest decision of a pair counts, and what contradicts a newer one is passed
over and shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What somebody says of two names."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    """Looked at, and not told: no rule joins them until somebody does."""
    UNDO = "undo"
    """An earlier decision no longer counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One line of the log."""

    number: int
    """From 1, in the order of the log."""
    verdict: Verdict
    one: str
    """Key of a spelling; "" of an undoing."""
    other: str
    person: str
    """Who says so, as they call themselves."""
    because: str
    at: str
    """When, UTC, ISO 8601."""
    undoes: int | None = None
    """Number of the decision that no longer counts."""

    @property
    def pair(self) -> tuple[str, str]:
        """The two keys, in order."""
        return min(self.one, self.other), max(self.one, self.other)


def in_force(decisions: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that count, the newest first: not undone, and the last of their pair."""
    ordered = sorted(decisions, key=lambda each: -each.number)
    undone: set[int] = set()
    for each in ordered:
        if each.verdict is Verdict.UNDO and each.undoes is not None and each.number not in undone:
            undone.add(each.undoes)
    found: dict[tuple[str, str], Decision] = {}
    for each in ordered:
        if each.verdict is not Verdict.UNDO and each.number not in undone:
            found.setdefault(each.pair, each)
    return list(found.values())
