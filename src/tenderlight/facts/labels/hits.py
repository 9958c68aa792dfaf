"""What is found in a line: a label, a heading or the name of a lot."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tenderlight.facts.words.vocabulary import Meaning, Section
from tenderlight.languages.money import MoneyUnit
from tenderlight.languages.scripts import has_han


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A label, a heading or the name of a lot in a line; offsets are those of the line."""

    start: int
    value_start: int
    label: str = ""
    """Folded, without numbering, brackets and blanks."""
    meaning: Meaning | None = None
    unit: MoneyUnit | None = None
    """The unit printed in the label: 中标金额（万元）."""
    lot: tuple[int, int] | None = None
    """Where the name of a lot stands in the line, if the label begins with one or is one."""
    section: Section | None = None
    strict: bool = False
    """Found without a colon: the value must prove itself."""
    hint: str = ""
    """Words in brackets inside the label."""
    old: bool = False
    """The label says that its value no longer holds (原中标金额)."""


Reader = Callable[[str], Hit | None]
"""Reads a text that may be a label as a whole."""


def may_be_value(flat: str, hits: Sequence[Hit]) -> bool:
    """Say whether what a line begins with may be a value: not the first words of a label ("Official name: …")."""
    begins = flat[: hits[0].start if hits else None].strip()
    if not hits or hits[0].strict or has_han(flat):
        return bool(begins)
    return bool(begins) and (len(begins.split()) > 1 or not begins.isalpha())


def overlapped(hits: Sequence[Hit], other: Hit) -> tuple[int, int]:
    """Return the range of the hits, in order and without overlaps, that another one overlaps."""
    first = bisect_left(hits, other.start, key=lambda hit: hit.start)
    while first and hits[first - 1].value_start > other.start:
        first -= 1
    end = first
    while end < len(hits) and hits[end].start < other.value_start:
        end += 1
    return first, end
