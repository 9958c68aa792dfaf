"""How far two readings of one page say the same, in whatever order."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

_MOST_CHARACTERS = 100_000
"""Of each reading that are compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What two readings have in common, counted in pairs of neighbouring characters.

    One wrong character in twenty costs a tenth of the pairs.
    """

    of_first: float
    """Share of the first reading that is in the second, 0-1; 1 if the first is empty."""
    of_second: float
    """Share of the second reading that is in the first."""

    @property
    def share(self) -> float:
        """The smaller of the two."""
        return min(self.of_first, self.of_second)


def agreement(first: str, second: str) -> Agreement:
    """Compare two readings of a page.

    White space, width, case and the order of lines do not count: two readers seldom agree on them.
    """
    ours, theirs = _pairs(first), _pairs(second)
    common = (ours & theirs).total()
    return Agreement(of_first=_share(common, ours.total()), of_second=_share(common, theirs.total()))


def _pairs(text: str) -> Counter[str]:
    folded = "".join(unicodedata.normalize("NFKC", text[:_MOST_CHARACTERS]).casefold().split())
    return Counter(map("".join, pairwise(folded)))


def _share(common: int, total: int) -> float:
    return common / total if total else 1.0
