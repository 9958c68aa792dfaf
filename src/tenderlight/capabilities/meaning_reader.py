"""What the meaning of a stretch of text speaks for, whatever its words: the second reader's other eye.

Letters know only wordings that were met in training. A sentence encoder (`languages/sentence_vectors.py`) has seen
none of them: it puts sentences that mean about the same near each other, whatever their words and their language. A
small network over its vectors is asked what letters are asked, and errs in other places; together they say how likely
a stretch buys a capability. It is trained with them (`tools/train_meaning_reader.py`, scikit-learn).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import msgspec

from tenderlight.capabilities.odds import probability_of
from tenderlight.capabilities.sense_reader import SILENT
from tenderlight.capabilities.vocabulary import READER_OF_MEANING
from tenderlight.languages.sentence_vectors import vector_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PLACES = 2
"""Decimal places of what it decides: processors that add in another order agree on so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningModel:
    """A trained network of one hidden layer."""

    made_of: str
    """SHA-256 of the passages it was trained on."""
    capabilities: tuple[str, ...]
    """What it speaks of."""
    inner: NDArray[np.float32]
    """Weights from the vector (row) to the hidden units (column)."""
    inner_biases: NDArray[np.float32]
    outer: NDArray[np.float32]
    """Weights from the hidden units (row) to the capabilities (column)."""
    outer_biases: NDArray[np.float32]
    curve: tuple[float, float, float, float]
    """What letters, senses, meaning and none of them add to the odds of a capability: one logistic curve."""

    def decisions(self, text: str) -> Mapping[str, float]:
        """Return a decision value for each capability of a folded text: the logarithm of the odds that it is bought.

        Of a text without a word there are none.
        """
        return self.decided(vector_of(text)) if text.strip() else {}

    def decided(self, vector: NDArray[np.float32]) -> Mapping[str, float]:
        """Return the same, given the vector of a text."""
        import numpy as np

        hidden = np.maximum(vector @ self.inner + self.inner_biases, 0.0)
        said = np.round((hidden @ self.outer + self.outer_biases).astype(np.float64), _PLACES)
        return dict(zip(self.capabilities, said.tolist(), strict=True))

    def likely(self, by_letters: float, by_senses: float | None, by_meaning: float) -> float:
        """Return how likely a capability is, 0-1, of which letters, senses (None = none) and meaning decide so."""
        slope, slope_of_senses, slope_of_meaning, intercept = self.curve
        of_senses = SILENT if by_senses is None else by_senses
        return probability_of(
            slope * by_letters + slope_of_senses * of_senses + slope_of_meaning * by_meaning + intercept
        )


@lru_cache(maxsize=1)
def load_meaning_model() -> MeaningModel:
    """Return the model that ships with the package; read once a process."""
    return meaning_model_from((resources.files("tenderlight._generated") / READER_OF_MEANING).read_bytes())


def meaning_model_from(content: bytes) -> MeaningModel:
    """Read a table, whose weights are to be multiplied by its `scale`.

    Raises:
        ValueError: If it is not one.
    """
    import numpy as np

    table: dict[str, Any] = msgspec.json.decode(content)

    def scaled(name: str) -> NDArray[np.float32]:
        return np.array(table[name], dtype=np.float32) * np.float32(table["scale"])

    slope, slope_of_senses, slope_of_meaning, intercept = table["curve"]
    return MeaningModel(
        made_of=table["made_of"],
        capabilities=tuple(table["capabilities"]),
        inner=scaled("inner"),
        inner_biases=scaled("inner_biases"),
        outer=scaled("outer"),
        outer_biases=scaled("outer_biases"),
        curve=(slope, slope_of_senses, slope_of_meaning, intercept),
    )
