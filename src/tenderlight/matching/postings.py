"""An inverted index over keys: which names have them, and how rare they are. Kept in two arrays, read with numpy."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

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
_BETWEEN_KEYS = "\n"
"""No key holds one: keys are made of spelled names, whose only blank is a space."""

Sections = dict[str, bytes]
"""Parts of an index as bytes, by name."""


class Found(NamedTuple):
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
        import numpy as np

        each = np.frombuffer(self._key, dtype=np.int32) if self._key else np.empty(0, np.int32)
        name = np.frombuffer(self._name, dtype=np.int32) if self._name else np.empty(0, np.int32)
        starts = np.concatenate(([0], np.cumsum(np.bincount(each, minlength=len(self._keys)), dtype=np.int64)))
        order = np.argsort(each, kind="stable")
        postings = name[order]
        weights = _weights(starts, names)
        squares = np.bincount(postings, weights[each[order]], minlength=names) if len(each) else np.zeros(names)
        return Postings(self._keys, starts, postings, np.maximum(squares, 1e-9))


class Postings:
    """The index. Deterministic: the same names in the same order give the same answers. One question at a time."""

    def __init__(
        self,
        keys: dict[str, int],
        starts: NDArray[np.int64],
        postings: NDArray[np.int32],
        squares: NDArray[np.float64],
    ) -> None:
        import numpy as np

        names = len(squares)
        self._keys = keys
        self._starts: list[int] = starts.tolist()
        self._postings = postings
        self._squares = squares
        self._weights: list[float] = _weights(starts, names).tolist()
        self._powers: dict[float, NDArray[np.float64]] = {}
        self._place = np.zeros(names, np.intp)
        """Scratch: where a name stands among the candidates of the question at hand, from 1; 0 = nowhere."""
        self._numbers = np.arange(1, min(len(postings), _CANDIDATES + names) + 1, dtype=np.intp)
        self._unknown = float(np.log((names + 1) / 0.5) ** 2)

    def packed(self) -> Sections:
        """Return the index as bytes, for `unpacked`."""
        import numpy as np

        return {
            "keys": _BETWEEN_KEYS.join(self._keys).encode("utf-8"),
            "starts": np.array(self._starts, np.int64).tobytes(),
            "postings": self._postings.tobytes(),
            "squares": self._squares.tobytes(),
        }

    @classmethod
    def unpacked(cls, sections: Mapping[str, memoryview]) -> Postings:
        """Return the index that was packed.

        Raises:
            ValueError: If the parts do not fit one another.
        """
        import numpy as np

        starts = np.frombuffer(sections["starts"], np.int64)
        postings = np.frombuffer(sections["postings"], np.int32)
        squares = np.frombuffer(sections["squares"], np.float64)
        written = str(sections["keys"], "utf-8")
        keys = written.split(_BETWEEN_KEYS) if len(starts) > 1 else []
        is_whole = len(starts) == len(keys) + 1 and starts[0] == 0 and starts[-1] == len(postings)
        in_reach = not len(postings) or (postings.min() >= 0 and postings.max() < len(squares))
        if not is_whole or not in_reach or (np.diff(starts) < 0).any():
            raise ValueError("the parts of an index of names do not fit one another")
        return cls(dict(zip(keys, range(len(keys)), strict=True)), starts, postings, squares)

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
        numbers = [known[key] for key in keys if key in known]
        if not numbers:
            return []
        numbers.sort(key=weight_of.__getitem__, reverse=True)
        asked = sum([weight_of[number] for number in numbers]) + self._unknown * 0.5 * (len(keys) - len(numbers))
        looked_at, lengths = self._looked_at(numbers)
        postings, starts = self._postings, self._starts
        sharing = np.concatenate([postings[starts[number] : starts[number + 1]] for number in looked_at], dtype=np.intp)
        few = _of_rare(lengths)
        names = sharing[:few]
        # A name that stands here twice keeps its last place; its other places gather nothing and score 0.
        place = self._place
        place[names] = self._numbers[:few]
        weights = np.array([weight_of[number] for number in looked_at]).repeat(lengths)
        shared = np.bincount(place.take(sharing), weights, few + 1)[1:]
        place[names] = 0
        scores = shared * self._power(covering).take(names)
        best = scores.argpartition(few - most)[few - most :] if few > most else np.arange(few)
        rows = sorted(zip((-scores[best]).tolist(), names[best].tolist(), strict=True))
        length = asked ** (covering - 1)
        return [Found(name, -score * length) for score, name in rows if score < 0]

    def _looked_at(self, numbers: list[int]) -> tuple[list[int], list[int]]:
        """Return the keys that are looked at, of all known ones, the rarest first; and how many names each has."""
        starts = self._starts
        seen = 0
        lengths: list[int] = []
        for number in numbers[:_RAREST]:
            length = starts[number + 1] - starts[number]
            seen += length
            if seen > _LOOKED_AT and len(lengths) >= _ALWAYS:
                break
            lengths.append(length)
        return numbers[: len(lengths)], lengths

    def _power(self, covering: float) -> NDArray[np.float64]:
        """Return by what the weights that names share with a query are multiplied."""
        power = self._powers.get(covering)
        if power is None:
            power = self._powers[covering] = self._squares**-covering
        return power


def _weights(starts: NDArray[np.int64], names: int) -> NDArray[np.float64]:
    """Return what each key weighs: the rarer, the more."""
    import numpy as np

    weights: NDArray[np.float64] = np.log((names + 1) / (np.diff(starts) + 0.5)) ** 2
    return weights


def _of_rare(lengths: list[int]) -> int:
    """Return how many postings are those of the rarest keys; at least those of the first."""
    seen = lengths[0]
    for length in lengths[1:]:
        if seen + length > _CANDIDATES:
            break
        seen += length
    return seen
