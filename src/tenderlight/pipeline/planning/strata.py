"""Files put with their like, and a few of each chosen to be tried."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

BITS_A_BAND = 2
"""Sizes within a factor of four are alike."""
SMALLEST_BITS = 14
"""Files under 16 KiB are alike."""
A_STRATUM = 8
"""Files of one stratum to try."""


class Stratum(NamedTuple):
    """Files that are alike: by the end of their names, and by size within a factor of four."""

    kind: str
    """End of the name in small letters, without its point; empty = none."""
    band: int

    @classmethod
    def of(cls, path: str, size_bytes: int) -> Stratum:
        """Return where a file belongs."""
        return cls(
            kind=os.path.splitext(path)[1].lower().removeprefix("."),  # noqa: PTH122 - of any text, not of a file
            band=max(0, size_bytes.bit_length() - SMALLEST_BITS + BITS_A_BAND - 1) // BITS_A_BAND,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A file that a run would receive."""

    path: Path
    shown_path: str
    size_bytes: int

    @property
    def stratum(self) -> Stratum:
        """Its like."""
        return Stratum.of(self.shown_path, self.size_bytes)


def grouped(files: Iterable[Planned]) -> dict[Stratum, list[Planned]]:
    """Return files by stratum, each by size, then path; the strata with the most bytes first."""
    found: dict[Stratum, list[Planned]] = {}
    for file in files:
        found.setdefault(file.stratum, []).append(file)
    for group in found.values():
        group.sort(key=lambda file: (file.size_bytes, file.shown_path))
    return dict(sorted(found.items(), key=lambda item: (-sum(file.size_bytes for file in item[1]), item[0])))


def chosen(
    groups: dict[Stratum, list[Planned]], *, known: dict[Stratum, int], most_files: int, most_bytes: int
) -> list[Planned]:
    """Return the files to try, in order: one of every stratum, then a second of each, as far as the limits go.

    Args:
        groups: As `grouped` returns them.
        known: Of how many files of a stratum it is known already what they came to.
        most_files: How many files at most.
        most_bytes: Of how many bytes together at most.
    """
    found: list[Planned] = []
    size = 0
    for turn in range(A_STRATUM):
        for stratum, group in groups.items():
            places = spread(len(group), A_STRATUM)
            if turn >= len(places) or turn < known.get(stratum, 0) or len(found) >= most_files:
                continue
            file = group[places[turn]]
            if size + file.size_bytes <= most_bytes:
                size += file.size_bytes
                found.append(file)
    return found


def spread(count: int, most: int) -> Sequence[int]:
    """Return places in a row of `count`, evenly spread, the middle one first; all if there are no more than `most`."""
    taken = min(count, most)
    places = [(2 * number + 1) * count // (2 * taken) for number in range(taken)]
    return sorted(places, key=lambda place: (abs(2 * place - count + 1), place))
