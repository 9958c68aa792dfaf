"""What the senses of a stretch of text speak for: the second reader's other eye.

Character n-grams know only wordings that were met in training. The senses that the vocabulary finds in the same lines
stand for all their words in all languages. A small network over which senses stand there, in no order, is asked the
same questions, and errs in other places: faces, a list and an alarm together say what none of them says alone. It is
trained with the second reader (`tools/train_second_reader.py`).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

from tenderlight.capabilities.network import Network, network_from, told_together
from tenderlight.capabilities.vocabulary import READER_OF_SENSES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SILENT = -12.0
"""What is taken for a decision about a stretch in which no sense stands."""
MOST_KEPT = 5_000
"""Decisions kept; so many take some 15 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseModel:
    """A trained network over senses."""

    made_of: str
    """SHA-256 of the passages it was trained on."""
    numbers: dict[str, int]
    """By name of the sense, its number."""
    rarities: NDArray[np.float64]
    """By number of the sense, how rare it is (inverse document frequency)."""
    network: Network
    capabilities: tuple[str, ...]
    """The last is `second_reader.SOME`: whichever."""
    known: dict[frozenset[str], frozenset[int]] = field(default_factory=dict, compare=False, repr=False)
    """The numbers of the senses that words had."""
    asked: dict[tuple[int, ...], Mapping[str, float]] = field(default_factory=dict, compare=False, repr=False)
    """What was decided last, by the numbers of the senses."""
    curve: tuple[float, ...]
    """What letters, senses and neither add to the odds of a capability (`network.told_together`)."""

    def likely(self, by_letters: float, by_senses: float | None) -> float:
        """Return how likely a capability is, 0-1, of which letters and senses (None = none stands there) decide so."""
        return told_together(self.curve, by_letters, SILENT if by_senses is None else by_senses)

    def decisions(self, words: Iterable[frozenset[str]]) -> Mapping[str, float]:
        """Return a decision value for each capability, given the senses of each word of a stretch.

        It is the logarithm of the odds that the capability is bought there. Where no sense is known there are none.
        Rows of a table ask about the same senses again and again: what was decided last is kept.
        """
        every: set[int] = set()
        for senses in words:
            if senses not in self.known:
                _make_room(self.known)
                self.known[senses] = frozenset(self.numbers[one] for one in senses if one in self.numbers)
            every |= self.known[senses]
        if not every:
            return {}
        numbers = tuple(sorted(every))
        if numbers not in self.asked:
            _make_room(self.asked)
            self.asked[numbers] = self._decide(list(numbers))
        return self.asked[numbers]

    def _decide(self, known: list[int]) -> Mapping[str, float]:
        values = self.rarities[known]
        decided = self.network.outputs(values / math.sqrt(float(values @ values)), known)
        return dict(zip(self.capabilities, decided, strict=True))


def _make_room(kept: dict[Any, Any]) -> None:
    if len(kept) >= MOST_KEPT:
        kept.clear()


@lru_cache(maxsize=1)
def load_sense_model() -> SenseModel:
    """Return the model that ships with the package; read once a process."""
    return sense_model_from((resources.files("tenderlight._generated") / READER_OF_SENSES).read_bytes())


def sense_model_from(content: bytes) -> SenseModel:
    """Read a table.

    Raises:
        ValueError: If it is not one.
    """
    import numpy as np

    table: dict[str, Any] = msgspec.json.decode(content)
    rows = table["senses"]
    return SenseModel(
        made_of=table["made_of"],
        numbers={name: number for number, (name, _, _) in enumerate(rows)},
        rarities=np.array([rarity for _, rarity, _ in rows]),
        network=network_from({**table, "inner": [adds for _, _, adds in rows]}),
        capabilities=tuple(table["capabilities"]),
        curve=tuple(table["curve"]),
    )
