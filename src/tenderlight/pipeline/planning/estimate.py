"""From a few files to all of their like, with bounds: each stratum is counted up by itself.

Files that were tried count as what they are. Each other one is predicted by the mean of its stratum, s²/n unsure as
the mean of n files and s² as a file among them (the usual interval of prediction, Student's where n is small). A
stratum of which one file is known says nothing of how its files differ: they are taken to differ as much as it weighs.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tenderlight.pipeline.planning.strata import Stratum

WIDTH = 1.96
"""Standard deviations to either side, where many files are known."""
_FREEDOM = (1, 2, 3, 4, 5, 6, 8, 10, 15, 30, 100)
_STUDENT = (4.3, 4.3, 3.18, 2.78, 2.57, 2.45, 2.31, 2.23, 2.13, 2.04, 1.98)
"""The same for so many degrees of freedom, at 95 of 100. Of two files that happen to be alike 12.7 deviations would say
nothing: they count as three."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A number that is not known yet."""

    value: float
    low: float
    high: float

    def times(self, factor: float) -> Estimate:
        """Return it in another unit."""
        return Estimate(value=self.value * factor, low=self.low * factor, high=self.high * factor)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What one file came to."""

    size_bytes: int
    pages: float
    records: float
    recognised: float
    seconds: float
    """Of a processor, for all work on it in lanes."""
    documents: float = 1.0
    """It and the files in it."""
    is_planned: bool = False
    """Whether it is one of the files that are planned for, not one of their like that the case holds."""


def counted_up(
    counts: Mapping[Stratum, tuple[int, int]], tried: Mapping[Stratum, Sequence[Tried]], figure: str
) -> Estimate:
    """Return what all files come to.

    Args:
        counts: Of each stratum, how many files and how many bytes there are.
        tried: Of each stratum, what files came to. A stratum of which no file is known is counted up by its bytes from
            the nearest band of the same kind; from all files where there is none (notices: none then).
        figure: Which: a field of `Tried`.
    """
    total = variance = surely = 0.0
    for stratum, (files, size) in counts.items():
        known = tried.get(stratum, ())
        if not known:
            guessed = _by_bytes(stratum, size, tried, figure)
            total, variance = total + guessed, variance + guessed**2
            continue
        figures = [float(getattr(one, figure)) for one in known]
        mean = sum(figures) / len(figures)
        spread = sum((one - mean) ** 2 for one in figures) / (len(figures) - 1) if len(figures) > 1 else mean**2
        planned = [float(getattr(one, figure)) for one in known if one.is_planned]
        others = files - len(planned)
        surely += sum(planned)
        total += sum(planned) + others * mean
        variance += (others * spread + others**2 * spread / len(figures)) * _widened(len(figures))
    around = WIDTH * math.sqrt(variance)
    return Estimate(value=total, low=max(surely, total - around), high=total + around)


def _widened(known: int) -> float:
    """Return by how much a variance is to be taken larger because so few files tell of it: Student's distribution."""
    freedom = known - 1
    if freedom < 1:
        return 1.0
    at = bisect.bisect_right(_FREEDOM, freedom) - 1
    return (_STUDENT[at] / WIDTH) ** 2


def _by_bytes(stratum: Stratum, size_bytes: int, tried: Mapping[Stratum, Sequence[Tried]], figure: str) -> float:
    alike = sorted(
        (abs(other.band - stratum.band), other) for other in tried if other.kind == stratum.kind and tried[other]
    )
    if not alike and figure == "records":
        return 0.0
    used = tried[alike[0][1]] if alike else [one for each in tried.values() for one in each]
    known_bytes = sum(one.size_bytes for one in used)
    return size_bytes * sum(float(getattr(one, figure)) for one in used) / known_bytes if known_bytes else 0.0
