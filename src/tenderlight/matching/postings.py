"""An inverted index over keys: which names have them, and how rare they are. Kept in two arrays, read with numpy."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOOKED_AT = 8_000
"""Postings looked at for one query, rarest keys first; a key that would go beyond is left out unless it is among …"""
_ALWAYS = 2
"""… this many rarest."""
_RAREST = 30
"""Keys looked at: the others of a long name are common, and add little."""
_CANDIDATES = 2_000
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
    """The index. Deterministic: the same names in the same order give the same answers."""

    def __init__(self, keys: dict[str, int], key: array[int], name: array[int], names: int) -> None:
        import numpy as np

        self._keys = keys
        self._names = names
        each = np.frombuffer(key, dtype=np.int32) if key else np.empty(0, np.int32)
        order = np.argsort(each, kind="stable")
        self._postings = (np.frombuffer(name, dtype=np.int32) if name else np.empty(0, np.int32))[order]
        counts = np.bincount(each, minlength=len(keys))
        self._starts = np.concatenate(([0], np.cumsum(counts))).tolist()
        weights = np.log((names + 1) / (counts + 0.5)) ** 2
        self._weights: list[float] = weights.tolist()
        squares = np.bincount(self._postings, weights[each[order]], minlength=names) if len(each) else np.zeros(names)
        self._lengths: NDArray[np.float32] = np.sqrt(np.maximum(squares, 1e-9)).astype(np.float32)
        self._place = np.full(names, -1, np.int32)
        """Scratch: where a name stands among the candidates of the query at hand; -1 = nowhere."""
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

        rows = sorted((self._weights[key], key) for key in map(self._keys.get, keys) if key is not None)
        if not rows:
            return []
        asked = sum(weight for weight, _ in rows) + self._unknown * 0.5 * (len(keys) - len(rows))
        parts: list[NDArray[np.int32]] = []
        weights: list[float] = []
        lengths: list[int] = []
        looked_at = 0
        for weight, key in rows[: -_RAREST - 1 : -1]:
            start, end = self._starts[key], self._starts[key + 1]
            if len(parts) >= _ALWAYS and looked_at + end - start > _LOOKED_AT:
                break
            looked_at += end - start
            parts.append(self._postings[start:end])
            weights.append(weight)
            lengths.append(end - start)
        sharing = np.concatenate(parts)
        names = self._each_once(sharing[: _of_rare(lengths)])
        self._place[names] = np.arange(len(names), dtype=np.int32)
        places = self._place[sharing]
        among = places >= 0
        sums = np.bincount(places[among], np.repeat(weights, lengths)[among], minlength=len(names))
        self._place[names] = -1
        scores = sums / (self._lengths[names] ** (2 * covering) * asked ** (1 - covering))
        best = np.argpartition(scores, len(scores) - most)[-most:] if len(scores) > most else np.arange(len(scores))
        best = best[np.lexsort((names[best], -scores[best]))]
        return [Found(name=int(names[one]), score=float(scores[one])) for one in best]

    def _each_once(self, names: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the names without repetition: of each, the last place where it stands writes its mark."""
        import numpy as np

        places = np.arange(len(names), dtype=np.int32)
        self._place[names] = places
        once: NDArray[np.int32] = names[self._place[names] == places]
        self._place[names] = -1
        return once


def _of_rare(lengths: list[int]) -> int:
    """Return how many postings are those of the rarest keys; at least those of the first."""
    seen = lengths[0]
    for length in lengths[1:]:
        if seen + length > _CANDIDATES:
            break
        seen += length
    return seen
