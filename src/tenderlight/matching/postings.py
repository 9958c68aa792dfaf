"""An inverted index over keys: which names have them, and how rare they are. Kept in arrays, read with numpy.

Two steps find the names that share most with a query. Those that share one of its rarest keys are weighed by these keys
alone; the likeliest of them are weighed by all the keys they have.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LOOKED_AT, _LOOKED_AT_ONE_IN = 1_000, 200
"""Postings looked at for one query, rarest keys first, and never less than the rarest key has: so many, or as many as
one name in so many."""
_WEIGHED = 64
"""Names that are weighed by all their keys: the likeliest by the rarest keys."""
_BETWEEN_KEYS = "\n"
"""No key holds one: keys are made of spelled names, whose only blank is a space."""

Sections = dict[str, bytes]
"""Parts of an index as bytes, by name."""


Found = tuple[int, float]
"""A name that shares keys with the query, and the cosine of the keys' weights, from 0 to 1."""


class _Asked(NamedTuple):
    """The known keys of questions that have any: those of a question together, the rarest first."""

    places: list[int]
    """Place of each question among those that were asked."""
    counts: list[int]
    """How many known keys each question has."""
    owners: NDArray[np.intp]
    """Question of each key, by number."""
    numbers: NDArray[np.int64]
    weights: NDArray[np.float64]
    lengths: list[float]
    """What all keys of a question weigh, those that nothing is known of among them."""


class PostingsBuilder:
    """Takes names with their keys, one after the other, by rising number."""

    def __init__(self) -> None:
        self._keys: dict[str, int] = {}
        self._key = array("i")
        self._name = array("i")

    def add(self, name: int, keys: Sequence[str]) -> None:
        """Add a name under its keys, each of them once."""
        known = self._keys
        self._key.extend([known.setdefault(key, len(known)) for key in keys])
        self._name.extend([name] * len(keys))

    def build(self, names: int) -> Postings:
        """Return the index over all names added; `names` is one more than the highest."""
        import numpy as np

        each = np.frombuffer(self._key, dtype=np.int32) if self._key else np.empty(0, np.int32)
        name = np.frombuffer(self._name, dtype=np.int32) if self._name else np.empty(0, np.int32)
        return Postings(
            self._keys,
            starts=_starts(each, len(self._keys)),
            postings=name[np.argsort(each, kind="stable")],
            held=each.copy(),
            held_starts=_starts(name, names),
        )


class Postings:
    """The index. Deterministic: the same names in the same order give the same answers. One caller at a time.

    Args:
        keys: The keys, numbered.
        starts: Where the names of each key begin in `postings`.
        postings: Names by key.
        held: Keys by name.
        held_starts: Where the keys of each name begin in `held`.
    """

    def __init__(
        self,
        keys: dict[str, int],
        *,
        starts: NDArray[np.int64],
        postings: NDArray[np.int32],
        held: NDArray[np.int32],
        held_starts: NDArray[np.int64],
    ) -> None:
        import numpy as np

        names = len(held_starts) - 1
        weights = np.log((names + 1) / (np.diff(starts) + 0.5)) ** 2
        self._keys = keys
        self._starts = starts
        self._weights = weights
        self._postings = postings
        self._held = held
        self._held_starts = held_starts
        self._squares = np.maximum(_sums(weights, held, held_starts), 1e-9)
        self._powers: dict[float, NDArray[np.float64]] = {}
        self.scratch = np.zeros(names, np.int32)
        """Where a name stands among the postings of the question at hand. Indexes of the same names that are asked one
        after the other may share one: the less is written to, the more of it stays in fast memory."""
        self._column = np.zeros(len(keys), np.int32)
        """Scratch: the column of each key of the questions at hand; 0 = it is none of them."""
        self._looked_at = max(_LOOKED_AT, names // _LOOKED_AT_ONE_IN)
        self._unknown = float(np.log((names + 1) / 0.5) ** 2)

    def packed(self) -> Sections:
        """Return the index as bytes, for `unpacked`."""
        return {
            "keys": _BETWEEN_KEYS.join(self._keys).encode("utf-8"),
            "starts": self._starts.tobytes(),
            "postings": self._postings.tobytes(),
            "held": self._held.tobytes(),
            "held_starts": self._held_starts.tobytes(),
        }

    @classmethod
    def unpacked(cls, sections: Mapping[str, memoryview]) -> Postings:
        """Return the index that was packed.

        Raises:
            ValueError: If the parts do not fit one another.
        """
        import numpy as np

        starts, held_starts = (np.frombuffer(sections[name], np.int64) for name in ("starts", "held_starts"))
        postings, held = (np.frombuffer(sections[name], np.int32) for name in ("postings", "held"))
        written = str(sections["keys"], "utf-8")
        keys = written.split(_BETWEEN_KEYS) if len(starts) > 1 else []
        is_whole = len(starts) == len(keys) + 1 and len(held) == len(postings)
        if not (is_whole and _fit(starts, postings, len(held_starts) - 1) and _fit(held_starts, held, len(keys))):
            raise ValueError("the parts of an index of names do not fit one another")
        numbered = dict(zip(keys, range(len(keys)), strict=True))
        return cls(numbered, starts=starts, postings=postings, held=held, held_starts=held_starts)

    def search(self, keys: Sequence[str], *, most: int, covering: float = 0.5) -> list[Found]:
        """Return the names that share most with the keys, best first: `search_all` for one question."""
        return self.search_all([keys], most=most, covering=covering)[0]

    def search_all(self, questions: Sequence[Sequence[str]], *, most: int, covering: float = 0.5) -> list[list[Found]]:
        """Return for each question the names that share most with its keys, best first.

        Args:
            questions: Keys of each query. A hundred at once cost less than a hundred one by one.
            most: How many to return at most; no more than are weighed by all their keys.
            covering: Exponent of the length of the listed name: 0.5 is the cosine, less favours names that hold the
                whole query and more.
        """
        import numpy as np

        found: list[list[Found]] = [[] for _ in questions]
        asked = self._asked(questions)
        if asked is None:
            return found
        power = self._power(covering)
        names, owners = self._likeliest(asked, power)
        scores = self._weighed(names, owners, asked) * power.take(names)
        scores *= np.array([length ** (covering - 1) for length in asked.lengths]).take(owners)
        begins = np.searchsorted(owners, np.arange(len(asked.places) + 1)).tolist()
        lowest = -scores
        for at, begin, end in zip(asked.places, begins, begins[1:], strict=False):
            theirs, own = lowest[begin:end], names[begin:end]
            if end - begin > most:
                best = scores[begin:end].argpartition(end - begin - most)[-most:]
                theirs, own = theirs.take(best), own.take(best)
            rows = sorted(zip(theirs.tolist(), own.tolist(), strict=True))
            found[at] = [(name, -score) for score, name in rows]
        return found

    def told(self, keys: Sequence[str], names: Sequence[int]) -> list[float]:
        """Return for each name what those of the keys weigh that it has and that tell more than two syllables' sound.

        That is words by their meaning (`w:`) and pairs of syllables (`y:`); 0 where it is one pair and no word.
        """
        import numpy as np

        known, weights, every = self._keys, self._weights, self._held
        numbers = np.array(names, np.intp)
        bounds = zip(
            self._held_starts.take(numbers).tolist(), self._held_starts.take(numbers + 1).tolist(), strict=True
        )
        asked = {known[key]: key[0] == "w" for key in keys if key[0] in "wy" and key in known}
        found = []
        for begin, end in bounds:
            shared = [number for number in every[begin:end].tolist() if number in asked]
            tells = len(shared) > 1 or (shared and asked[shared[0]])
            found.append(sum(weights.take(shared).tolist()) if tells else 0.0)
        return found

    def _asked(self, questions: Sequence[Sequence[str]]) -> _Asked | None:
        import numpy as np

        known = self._keys.get
        flat = array("q")
        places: list[int] = []
        counts: list[int] = []
        unknown: list[int] = []
        for at, keys in enumerate(questions):
            numbers = [number for number in map(known, keys) if number is not None]
            if numbers:
                flat.extend(numbers)
                places.append(at)
                counts.append(len(numbers))
                unknown.append(len(keys) - len(numbers))
        if not places:
            return None
        every = np.frombuffer(flat, np.int64)
        owners = np.arange(len(places)).repeat(counts)
        weights = self._weights.take(every)
        order = np.lexsort((-weights, owners))
        weights = weights.take(order)
        lengths = np.bincount(owners, weights) + self._unknown * 0.5 * np.array(unknown)
        return _Asked(places, counts, owners, every.take(order), weights, lengths.tolist())

    def _rarest(self, asked: _Asked) -> tuple[NDArray[np.intp], NDArray[np.float64], list[tuple[int, int]]]:
        """Return the names under the rarest keys, what the key of each weighs, and where each question has its own."""
        import numpy as np

        starts = self._starts.take(asked.numbers)
        counts = self._starts.take(asked.numbers + 1) - starts
        upto = counts.cumsum()
        keys = np.array(asked.counts)
        firsts = keys.cumsum() - keys
        kept = upto - (upto - counts).take(firsts).repeat(keys) <= self._looked_at
        kept[firsts] = True
        ends = np.add.reduceat(counts * kept, firsts).cumsum().tolist()
        starts, counts = starts[kept], counts[kept]
        places = (starts - (counts.cumsum() - counts)).repeat(counts)
        places += np.arange(len(places))
        names = self._postings.take(places).astype(np.intp)
        return names, asked.weights[kept].repeat(counts), list(zip([0, *ends], ends, strict=False))

    def _likeliest(self, asked: _Asked, power: NDArray[np.float64]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Return the names that share most with the rarest keys of each question, and the question's number to each."""
        import numpy as np

        sharing, weights, bounds = self._rarest(asked)
        numbers, place = np.arange(len(sharing), dtype=np.int32), self.scratch
        slots = np.empty(len(sharing), np.intp)
        for begin, end in bounds:
            # A name that stands here twice keeps its last place; its other places gather nothing.
            names = sharing[begin:end]
            place[names] = numbers[begin:end]
            slots[begin:end] = place.take(names)
        scores = np.bincount(slots, weights, len(slots)) * power.take(sharing)
        best: list[NDArray[np.intp]] = [
            begin + scores[begin:end].argpartition(end - begin - _WEIGHED)[-_WEIGHED:]
            if end - begin > _WEIGHED
            else np.arange(begin, end)
            for begin, end in bounds
        ]
        chosen = np.concatenate(best)
        owners = np.arange(len(best)).repeat([len(each) for each in best])
        told = scores.take(chosen) > 0
        return sharing.take(chosen[told]), owners[told]

    def _weighed(self, names: NDArray[np.intp], owners: NDArray[np.intp], asked: _Asked) -> NDArray[np.float64]:
        """Return what the keys weigh that each name shares with its question."""
        import numpy as np

        every = asked.numbers
        columns = np.arange(1, len(every) + 1)
        self._column[every] = columns  # a key of several questions has the last one's column in all of them
        weights = np.zeros((len(asked.places), len(every) + 1))
        weights[asked.owners, self._column.take(every)] = asked.weights
        starts = self._held_starts.take(names)
        lengths = self._held_starts.take(names + 1) - starts
        begins = lengths.cumsum() - lengths
        places = (starts - begins).repeat(lengths)
        places += np.arange(len(places))
        cells = self._column.take(self._held.take(places)) + (owners * (len(every) + 1)).repeat(lengths)
        shared: NDArray[np.float64] = np.add.reduceat(weights.ravel().take(cells), begins)
        self._column[every] = 0
        return shared

    def _power(self, covering: float) -> NDArray[np.float64]:
        """Return by what the weights that names share with a query are multiplied."""
        power = self._powers.get(covering)
        if power is None:
            power = self._powers[covering] = self._squares**-covering
        return power


def _starts(numbers: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    """Return where each number begins once they are sorted, and where the last ends."""
    import numpy as np

    counted: NDArray[np.int64] = np.cumsum(np.bincount(numbers, minlength=count), dtype=np.int64)
    return np.concatenate((np.zeros(1, np.int64), counted))


def _sums(weights: NDArray[np.float64], held: NDArray[np.int32], starts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return what the keys of each name weigh together."""
    import numpy as np

    upto = np.concatenate((np.zeros(1), np.cumsum(weights.take(held)) if len(held) else np.zeros(0)))
    sums: NDArray[np.float64] = np.diff(upto.take(starts))
    return sums


def _fit(starts: NDArray[np.int64], numbers: NDArray[np.int32], below: int) -> bool:
    """Say whether numbers are cut whole by where each group starts, and are all in reach."""
    import numpy as np

    if not len(starts) or starts[0] != 0 or starts[-1] != len(numbers) or (np.diff(starts) < 0).any():
        return False
    return not len(numbers) or (int(numbers.min()) >= 0 and int(numbers.max()) < below)
