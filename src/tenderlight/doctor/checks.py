"""What a check says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a check ended."""

    WORKS = "works"
    MISSING = "missing"
    """A part that can be done without is not there."""
    BROKEN = "broken"
    """Something that is needed does not work, or something that is there is not as it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at."""

    name: str
    """A short name that stays the same: "python", "extra ocr"."""
    verdict: Verdict
    found: str
    """What was found."""
    costs: str = ""
    """What cannot be done as it is; empty if it works."""
    mend: str = ""
    """How to mend it; empty if it works."""


def works(name: str, found: str) -> Check:
    """Say that something works."""
    return Check(name=name, verdict=Verdict.WORKS, found=found)


def missing(name: str, found: str, *, costs: str, mend: str) -> Check:
    """Say that a part that can be done without is not there."""
    return Check(name=name, verdict=Verdict.MISSING, found=found, costs=costs, mend=mend)


def broken(name: str, found: str, *, costs: str, mend: str) -> Check:
    """Say that something does not work."""
    return Check(name=name, verdict=Verdict.BROKEN, found=found, costs=costs, mend=mend)
