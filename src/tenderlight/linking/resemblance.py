"""Texts that resemble each other: guessed from signatures (MinHash), then every pair compared letter for letter.

Work is bounded whatever is in the texts: equal ones are one, and a text is compared with so many others at most.
Needs the extra `linking`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tenderlight.errors import OptionalPartMissing
from tenderlight.languages.normalise import fold_text

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHINGLE = 5
"""Letters of a stretch; what two texts have in common is counted in them."""
SLOTS, ROWS = 128, 3
"""Numbers of a signature, and how many of them must agree, side by side, for a pair to be looked at."""
LEEWAY = 0.15
"""By how much the signatures of a pair may be less alike than the texts are to be."""
MOST_IN_A_BUCKET = 30
"""Texts of one bucket that are all paired with each other; what is more is paired with the first one only."""
PAIRS_OF_A_TEXT = 50
"""Pairs that are compared, for each text, at most."""
BITS = 16
"""Of each number of a signature: two that differ agree in them once in 65,536, and what resembles is compared."""
AT_ONCE = 100_000
"""Pairs whose signatures are held side by side together."""
TEXTS_AT_ONCE = 1_000
MIXING = 0x9E3779B97F4A7C15
"""An odd number, 2^64 over the golden ratio: it spreads code points over all bits."""
SEED = 20231107
_LETTERS = re.compile(r"[^\W_]+")


Numbers = tuple[int, int]
"""Two texts by their numbers, the smaller first."""


class Pair(NamedTuple):
    """Two texts by their numbers, the smaller first."""

    first: int
    second: int
    similarity: float


def letters_of(text: str) -> str:
    """Return letters and digits of a text: width, case and script folded."""
    return "".join(_LETTERS.findall(fold_text(text).casefold()))


def shingles(letters: str) -> frozenset[str]:
    """Return the stretches of letters; those of a shorter text are itself, of an empty one none."""
    if len(letters) <= SHINGLE:
        return frozenset({letters} if letters else ())
    return frozenset(letters[at : at + SHINGLE] for at in range(len(letters) - SHINGLE + 1))


def similarity(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how many of the stretches in either are in both (Jaccard)."""
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


class Compared:
    """How alike texts are, letter for letter, by their numbers.

    Args:
        texts: Letters of the texts of some numbers, in that order.
    """

    def __init__(self, texts: Callable[[Sequence[int]], Sequence[str]]) -> None:
        self._texts = texts

    def known(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return how alike pairs are, as far as that is known; what is not is no number."""
        import numpy as np

        return np.full(np.broadcast(one, other).shape, np.nan)

    def of(self, pairs: Sequence[Numbers]) -> list[float]:
        """Return how alike pairs are; those of one first text may best stand side by side."""
        numbers = sorted({number for pair in pairs for number in pair})
        place = {number: at for at, number in enumerate(numbers)}
        texts = self._texts(numbers)
        found, last, ours = [], -1, frozenset[str]()
        for one, other in pairs:
            if one != last:
                last, ours = one, shingles(texts[place[one]])
            found.append(similarity(ours, shingles(texts[place[other]])))
        return found


def resembling(texts: Sequence[str], *, least: float) -> list[Pair]:
    """Return the pairs of texts that are alike, in order; of equal texts only those with the first of them.

    Args:
        texts: Their letters; an empty one is like no other.
        least: How alike they are to be, 0-1.

    Raises:
        OptionalPartMissing: If the extra `linking` is not installed.
    """
    firsts: dict[str, int] = {}
    pairs: list[Pair] = []
    for number, text in enumerate(texts):
        if text and firsts.setdefault(text, number) != number:
            pairs.append(Pair(firsts[text], number, 1.0))
    different = list(firsts.values())
    if len(different) < 2:
        return sorted(pairs)
    compared = Compared(lambda numbers: [texts[different[number]] for number in numbers])
    signatures = signatures_of([texts[number] for number in different])
    alike = alike_by_signature(signatures, compared, least=least)
    pairs += [Pair(different[one], different[other], share) for one, other, share in alike]
    return sorted(pairs)


def alike_by_signature(signatures: NDArray[np.uint16], compared: Compared, *, least: float) -> list[Pair]:
    """Return the pairs of different texts that are alike, in order.

    Args:
        signatures: Of each text, by its number.
        compared: How alike they are indeed.
        least: How alike they are to be, 0-1.
    """
    one, other = likely_pairs(signatures, least=least)
    pairs = sorted(zip(one.tolist(), other.tolist(), strict=True))
    return [Pair(*pair, share) for pair, share in zip(pairs, compared.of(pairs), strict=True) if share >= least]


def groups_alike(signatures: NDArray[np.uint16], compared: Compared, *, least: float) -> NDArray[np.int64]:
    """Return of each of different texts the first one that it is alike with, or alike with one that is, and so on.

    A pair that is together by others is not compared.

    Args:
        signatures: Of each text, by its number.
        compared: How alike they are indeed.
        least: How alike they are to be, 0-1.
    """
    import numpy as np

    one, other = likely_pairs(signatures, least=least)
    known = compared.known(one, other)
    group = np.arange(len(signatures))
    _together(group, one[known >= least], other[known >= least])
    one, other = one[np.isnan(known)], other[np.isnan(known)]
    while len(one):
        first, second = group[one], group[other]
        is_apart = first != second
        one, other, first, second = one[is_apart], other[is_apart], first[is_apart], second[is_apart]
        looked_at = _forest(first.tolist(), second.tolist())
        pairs = sorted((int(one[at]), int(other[at])) for at in looked_at)
        alike = [pair for pair, share in zip(pairs, compared.of(pairs), strict=True) if share >= least]
        _together(group, *np.array(alike, np.int64).reshape(-1, 2).T)
        one, other = np.delete(one, looked_at), np.delete(other, looked_at)
    return group


def _together(group: NDArray[np.int64], one: NDArray[np.int64], other: NDArray[np.int64]) -> None:
    """Put what pairs join under the smallest number of all that are joined."""
    import numpy as np

    while True:
        first, second = group[one], group[other]
        is_apart = first != second
        if not is_apart.any():
            return
        first, second = first[is_apart], second[is_apart]
        np.minimum.at(group, np.maximum(first, second), np.minimum(first, second))
        while (group[group] != group).any():
            group[:] = group[group]


def _forest(first: Sequence[int], second: Sequence[int]) -> list[int]:
    """Return places of pairs that would join all that they could, none of them together already by those before it."""
    leader: dict[int, int] = {}
    found = []
    for at, (one, other) in enumerate(zip(first, second, strict=True)):
        ours, theirs = _led(leader, one), _led(leader, other)
        if ours != theirs:
            leader[theirs] = ours
            found.append(at)
    return found


def _led(leader: dict[int, int], number: int) -> int:
    while number in leader:
        above = leader[number]
        if above in leader:
            leader[number] = leader[above]
        number = above
    return number


def likely_pairs(signatures: NDArray[np.uint16], *, least: float) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the pairs whose signatures are alike, as many as may be compared, the likest first: firsts and seconds.

    Args:
        signatures: Of each text, by its number.
        least: How alike the texts are to be, 0-1.
    """
    import numpy as np

    none = np.empty(0, np.int64)
    if len(signatures) < 2:
        return none, none
    marked = np.unique(np.concatenate([_in_band(signatures, band) for band in range(SLOTS // ROWS)]))
    if not len(marked):
        return none, none
    one, other = marked // len(signatures), marked % len(signatures)
    agreeing = np.concatenate(
        [
            (signatures[one[at : at + AT_ONCE]] == signatures[other[at : at + AT_ONCE]]).sum(axis=1)
            for at in range(0, len(one), AT_ONCE)
        ]
    )
    order = np.argsort(-agreeing, kind="stable")[: PAIRS_OF_A_TEXT * len(signatures)]
    kept = order[agreeing[order] >= (least - LEEWAY) * SLOTS]
    return one[kept], other[kept]


def signatures_of(texts: Sequence[str]) -> NDArray[np.uint16]:
    """Return the signature of each text, made of numbers of its stretches; none is empty.

    Raises:
        OptionalPartMissing: If the extra `linking` is not installed.
    """
    try:
        import numpy as np
        from rensa import RMinHash
    except ImportError:
        raise OptionalPartMissing("Comparing all texts needs rensa.", extra="linking") from None
    made = [np.empty((0, SLOTS), np.uint16)]
    for at in range(0, len(texts), TEXTS_AT_ONCE):
        part = texts[at : at + TEXTS_AT_ONCE]
        numbers, borders = _numbered(part)
        digests = RMinHash.digest_matrix_from_flat_token_hashes(numbers, borders, SLOTS, SEED)
        made.append(np.array(digests.to_rows(), np.uint32).astype(np.uint16))
    return np.concatenate(made)


def _numbered(texts: Sequence[str]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Return a number for each stretch of texts, one behind the other, and where each text begins, and the end.

    Two stretches may have one number: what resembles is compared letter for letter.
    """
    import numpy as np

    padded = [text.ljust(SHINGLE, "\0") for text in texts]
    points = np.frombuffer("".join(padded).encode("utf-32-le", "surrogatepass"), np.dtype("<u4")).astype(np.uint64)
    last = len(points) - SHINGLE + 1
    mixed = np.zeros(last, np.uint64)
    for at in range(SHINGLE):
        mixed = (mixed ^ points[at : at + last]) * np.uint64(MIXING)
        mixed ^= mixed >> np.uint64(29)
    lengths = np.array([len(text) for text in padded], np.int64)
    ends = np.cumsum(lengths)
    is_within = np.ones(len(points), np.bool_)  # what begins in one text and ends in the next is no stretch
    for back in range(1, SHINGLE):
        is_within[ends - back] = False
    borders = np.concatenate([np.zeros(1, np.int64), np.cumsum(lengths - SHINGLE + 1)])
    return mixed[is_within[:last]], borders


def _in_band(signatures: NDArray[np.uint16], band: int) -> NDArray[np.int64]:
    """Return the pairs of texts whose numbers agree in one band, each as first times texts plus second.

    Of a bucket with too many texts, the first is paired with each other one.
    """
    import numpy as np

    count = len(signatures)
    key = np.zeros(count, np.uint64)
    for column in range(band * ROWS, (band + 1) * ROWS):
        key = (key << np.uint64(BITS)) | signatures[:, column]
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    begins = np.flatnonzero(np.append(True, ordered[1:] != ordered[:-1]))
    sizes = np.diff(np.append(begins, count))
    shared = np.flatnonzero(sizes > 1)
    if not len(shared):
        return np.empty(0, np.int64)
    begins, sizes = begins[shared], sizes[shared]
    begin_of, size_of = np.repeat(begins, sizes), np.repeat(sizes, sizes)
    place = np.arange(len(size_of)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + begin_of
    made: list[NDArray[np.int64]] = []
    for back in range(1, min(MOST_IN_A_BUCKET, int(sizes.max()))):
        has = (place - begin_of >= back) & (size_of <= MOST_IN_A_BUCKET)
        if not has.any():
            break
        made.append(_marked(order[place[has] - back], order[place[has]], count))
    crowded = (size_of > MOST_IN_A_BUCKET) & (place > begin_of)
    made.append(_marked(order[begin_of[crowded]], order[place[crowded]], count))
    return np.concatenate(made)


def _marked(one: NDArray[np.intp], other: NDArray[np.intp], count: int) -> NDArray[np.int64]:
    import numpy as np

    marked: NDArray[np.int64] = np.minimum(one, other).astype(np.int64) * count + np.maximum(one, other)
    return marked
