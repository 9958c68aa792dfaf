"""An inverted index over keys: which names have them, and how rare they are. Kept in two arrays, read with numpy."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOOKED_AT = 10_000
"""Postings looked at for one query, rarest keys first; a key that would go beyond is left out unless it is among …"""
_ALWAYS = 2
"""… this many rarest."""
_RAREST = 30
"""Keys looked at: the others of a long name are common, and add little."""
_CANDIDATES = 3_000
"""Names that share one of the rarest keys and are compared; of the commoner keys only the weight counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A name that shares keys with the query."""

    name: int
    score: float
    """Cosine of the keys' weights, from 0 to 1."""


class PostingsBuilder:
    """Takes names with their keys, one after the other."""

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}
        self._key = array("i")
        self._name = array("i")

    def add(self, name: int, keys: Sequence[str]) -> None:
        """Add a name under its keys."""
        known = self._keys
        self._key.extend([known.setdefault(key, len(known)) for key in keys])
        self._name.extend([name] * len(keys))

    def build(self, names: int) -> Postings:
        """Return the index over all names added; `names` is one more than the highest."""
        return Postings(self._keys, self._key, self._name, names)


class Postings:
    """The index. Deterministic: the same names in the same order give the same answers. One question at a time."""

    def __init__(self, keys: dict[str, int], key: array[int], name: array[int], names: int) -> None:
        import numpy as np

        each = np.frombuffer(key, dtype=np.int32) if key else np.empty(0, np.int32)
        counts = np.bincount(each, minlength=len(keys))
        order = np.argsort(each, kind="stable")
        self._keys = keys
        self._postings = (np.frombuffer(name, dtype=np.int32) if name else np.empty(0, np.int32))[order]
        self._starts = np.concatenate(([0], np.cumsum(counts))).tolist()
        weights = np.log((names + 1) / (counts + 0.5)) ** 2
        self._weights: list[float] = weights.tolist()
        squares = np.bincount(self._postings, weights[each[order]], minlength=names) if len(each) else np.zeros(names)
        self._squares = np.maximum(squares, 1e-9)
        self._powers: dict[float, NDArray[np.float64]] = {}
        self._place = np.zeros(names, np.int32)
        """Scratch: where a name stands among the candidates of the question at hand, from 1; 0 = nowhere."""
        self._numbers = np.arange(1, _CANDIDATES + names + 1, dtype=np.int32)
        self._unknown = float(np.log((names + 1) / 0.5) ** 2)

    def search(self, keys: Sequence[str], *, most: int, covering: float = 0.5) -> list[Found]:
        """Return the names that share most with the keys, best first.

        Args:
            keys: Keys of the query.
            most: How many to return at most.
            covering: Exponent of the length of the listed name: 0.5 is the cosine, less favours names that hold the
                whole query and more.
        """
        import numpy as np

        known, weight_of = self._keys, self._weights
        numbers = sorted([known[key] for key in keys if key in known], key=weight_of.__getitem__, reverse=True)
        if not numbers:
            return []
        looked_at = self._looked_at(numbers)
        weights = [weight_of[number] for number in looked_at]
        starts = self._starts
        lengths = [starts[number + 1] - starts[number] for number in looked_at]
        sharing = np.concatenate([self._postings[starts[number] : starts[number + 1]] for number in looked_at])
        names = sharing[: _of_rare(lengths)]
        # A name that stands here twice keeps its last place; its other places gather nothing and score 0.
        self._place[names] = self._numbers[: len(names)]
        sums = np.bincount(self._place[sharing], np.repeat(weights, lengths), minlength=len(names) + 1)[1:]
        self._place[names] = 0
        asked = sum(map(weight_of.__getitem__, numbers)) + self._unknown * 0.5 * (len(keys) - len(numbers))
        scores = sums / (self._power(covering)[names] * asked ** (1 - covering))
        best = np.argpartition(scores, len(scores) - most)[-most:] if len(scores) > most else np.arange(len(scores))
        best = best[np.lexsort((names[best], -scores[best]))]
        rows = zip(names[best].tolist(), scores[best].tolist(), strict=True)
        return [Found(name=name, score=score) for name, score in rows if score > 0]

    def _looked_at(self, numbers: list[int]) -> list[int]:
        """Return the keys that are looked at, of all known ones, the rarest first."""
        starts = self._starts
        seen = 0
        for at, number in enumerate(numbers[:_RAREST]):
            seen += starts[number + 1] - starts[number]
            if at >= _ALWAYS and seen > _LOOKED_AT:
                return numbers[:at]
        return numbers[:_RAREST]

    def _power(self, covering: float) -> NDArray[np.float64]:
        power = self._powers.get(covering)
        if power is None:
            power = self._powers[covering] = self._squares**covering
        return power


def _of_rare(lengths: list[int]) -> int:
    """Return how many postings are those of the rarest keys; at least those of the first."""
    seen = lengths[0]
    for length in lengths[1:]:
        if seen + length > _CANDIDATES:
            break
        seen += length
    return seen
