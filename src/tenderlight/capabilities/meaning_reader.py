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
from typing import Any

import msgspec

from tenderlight.capabilities.network import Network, network_from, told_together
from tenderlight.capabilities.sense_reader import SILENT
from tenderlight.capabilities.vocabulary import READER_OF_MEANING
from tenderlight.languages.sentence_vectors import vector_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MeaningModel:
    """A trained network over vectors."""

    made_of: str
    """SHA-256 of the passages it was trained on."""
    capabilities: tuple[str, ...]
    """What it speaks of."""
    network: Network
    curve: tuple[float, ...]
    """What letters, senses, meaning and none of them add to the odds of a capability (`network.told_together`)."""

    def decisions(self, text: str) -> Mapping[str, float]:
        """Return a decision value for each capability of a folded text: the logarithm of the odds that it is bought.

        Of a text without a word there are none.
        """
        if not text.strip():
            return {}
        return dict(zip(self.capabilities, self.network.outputs(vector_of(text)), strict=True))

    def likely(self, by_letters: float, by_senses: float | None, by_meaning: float) -> float:
        """Return how likely a capability is, 0-1, of which letters, senses (None = none) and meaning decide so."""
        return told_together(self.curve, by_letters, SILENT if by_senses is None else by_senses, by_meaning)


@lru_cache(maxsize=1)
def load_meaning_model() -> MeaningModel:
    """Return the model that ships with the package; read once a process."""
    return meaning_model_from((resources.files("tenderlight._generated") / READER_OF_MEANING).read_bytes())


def meaning_model_from(content: bytes) -> MeaningModel:
    """Read a table.

    Raises:
        ValueError: If it is not one.
    """
    table: dict[str, Any] = msgspec.json.decode(content)
    return MeaningModel(
        made_of=table["made_of"],
        capabilities=tuple(table["capabilities"]),
        network=network_from(table),
        curve=tuple(table["curve"]),
    )
