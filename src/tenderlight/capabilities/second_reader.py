"""A second reader: says how likely a stretch of text buys a capability. It never claims.

It is a linear model over the character n-grams of short stretches of folded text, trained
(`tools/train_second_reader.py`, scikit-learn) on the development part of the labelled passages and shipped as a table;
beside it, senses are asked (`sense_reader.py`). It proposes what the grammar of senses may have missed
(`proposals.py`). And it is asked about what the grammar found (`opinions.py`): what it doubts counts for less, or is
not claimed, and what a weaker form of a rule found is claimed only where it, too, is sure.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING, Any

import msgspec

from tenderlight.capabilities.vocabulary import READER_OF_PURCHASES, SECOND_READER
from tenderlight.languages.automaton import Automaton, build_automaton

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LONGEST_GRAM = 4
SOME = "some"
"""What the model of purchases calls a capability, whichever it is."""
LEAST_KNOWN = 0.05
"""Share of a text's n-grams that must be of the table, lest an unknown script be taken for innocent words: there it is
none, in a language that was learned from few passages a seventh (one text in a hundred has less than this)."""
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A trained table: what each n-gram speaks for."""

    name: str
    """"second-reader/" and the first digits of the SHA-256 of the passages it was trained on."""
    grams: Automaton
    """Finds the n-grams of the table."""
    rarities: NDArray[np.float64]
    """By number of the n-gram, how rare it is (inverse document frequency)."""
    weights: NDArray[np.float64]
    """What each n-gram (row) adds to each capability (column)."""
    capabilities: tuple[str, ...]
    biases: NDArray[np.float64]

    def decisions(self, text: str) -> tuple[dict[str, float], float]:
        """Return a decision value for each capability, and the share of the text's n-grams that are known.

        Nothing is decided of a text without a known n-gram.
        """
        import numpy as np

        flat = _flat(text)
        found = [number for _, _, number in self.grams.find(flat)]
        if not found:
            return {}, 0.0
        numbers, counts = np.unique(np.array(found, dtype=np.int64), return_counts=True)
        values = (1.0 + np.log(counts)) * self.rarities[numbers]
        sums = np.einsum("n,nc->c", values, self.weights[numbers])
        decided = sums / math.sqrt(float(np.square(values).sum())) + self.biases
        every = sum(max(0, len(flat) - length) for length in range(LONGEST_GRAM))
        return dict(zip(self.capabilities, decided.tolist(), strict=True)), len(found) / every


def grams(text: str) -> Counter[str]:
    """Return the n-grams of a folded text, one to four characters long, with their counts; a row of blanks is one."""
    flat = _flat(text)
    counted = Counter(flat)
    for length in range(2, LONGEST_GRAM + 1):
        counted.update([flat[at : at + length] for at in range(len(flat) - length + 1)])
    return counted


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Return the model that ships with the package; read once a process."""
    return model_from((resources.files("tenderlight._generated") / SECOND_READER).read_bytes())


@lru_cache(maxsize=1)
def load_model_of_purchases() -> Model:
    """Return the model that tells purchases of any capability (`SOME`) from all else; read once a process."""
    return model_from((resources.files("tenderlight._generated") / READER_OF_PURCHASES).read_bytes())


def model_from(content: bytes) -> Model:
    """Read a table.

    Raises:
        ValueError: If it is not one.
    """
    import numpy as np

    table: dict[str, Any] = msgspec.json.decode(content)
    rows = table["weights"]
    weights = np.zeros((len(rows), len(table["capabilities"])))
    adds = np.fromiter(chain.from_iterable(adds for _, _, adds in rows), dtype=np.float64)
    counts = np.fromiter((len(adds) // 2 for _, _, adds in rows), dtype=np.int64, count=len(rows))
    weights[np.repeat(np.arange(len(rows)), counts), adds[::2].astype(np.int64)] = adds[1::2]
    return Model(
        name=f"second-reader/{table['made_of'][:12]}",
        grams=build_automaton([gram for gram, _, _ in rows]),
        rarities=np.array([rarity for _, rarity, _ in rows]),
        weights=weights,
        capabilities=tuple(table["capabilities"]),
        biases=np.array(table["biases"]),
    )
