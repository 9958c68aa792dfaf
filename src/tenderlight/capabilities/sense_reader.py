"""What the senses of a stretch of text speak for: the second reader's other eye.

Character n-grams know only wordings that were met in training. The senses that the vocabulary finds in the same lines
stand for all their words in all languages: a linear model over which senses stand there, in no order, is asked the same
questions, and errs in other places. It is trained with the second reader (`tools/train_second_reader.py`).
"""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

from tenderlight.capabilities.vocabulary import READER_OF_SENSES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseModel:
    """A trained table: what each sense speaks for."""

    made_of: str
    """SHA-256 of the passages it was trained on."""
    numbers: dict[str, int]
    """By name of the sense, its number."""
    rarities: NDArray[np.float64]
    """By number of the sense, how rare it is (inverse document frequency)."""
    weights: NDArray[np.float64]
    """What each sense (row) adds to each capability (column)."""
    capabilities: tuple[str, ...]
    """The last is `second_reader.SOME`: whichever."""
    biases: NDArray[np.float64]

    def decisions(self, senses: Collection[str]) -> dict[str, float]:
        """Return a decision value for each capability, given the senses of a stretch; of none that is known, none."""
        known = sorted(self.numbers[sense] for sense in senses if sense in self.numbers)
        if not known:
            return {}
        values = self.rarities[known]
        sums = values @ self.weights[known] / math.sqrt(float(values @ values))
        return dict(zip(self.capabilities, (sums + self.biases).tolist(), strict=True))


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
        weights=np.array([adds for _, _, adds in rows]),
        capabilities=tuple(table["capabilities"]),
        biases=np.array(table["biases"]),
    )
