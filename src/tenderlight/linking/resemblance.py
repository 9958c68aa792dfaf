"""Texts that resemble each other: guessed from signatures (MinHash), then every pair compared letter for letter.

Work is bounded whatever is in the texts: equal ones are one, and a text is compared with so many others at most.
Needs the extra `linking`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter
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
AT_ONCE = 100_000
"""Pairs whose signatures are held side by side together."""
TEXTS_AT_ONCE = 1_000
MIXING = 0x9E3779B97F4A7C15
"""An odd number, 2^64 over the golden ratio: it spreads code points over all bits."""
SEED = 20231107
_LETTERS = re.compile(r"[^\W_]+")


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
    candidates = sorted(_candidates([texts[number] for number in different], least - LEEWAY))
    for one, group in groupby(candidates, key=itemgetter(0)):
        ours = shingles(texts[different[one]])
        for _, other in group:
            alike = similarity(ours, shingles(texts[different[other]]))
            if alike >= least:
                pairs.append(Pair(different[one], different[other], alike))
    return sorted(pairs)


def _candidates(texts: Sequence[str], least: float) -> Iterator[tuple[int, int]]:
    """Yield pairs whose signatures are alike, as many as may be compared, and of too many the likest."""
    import numpy as np

    if len(texts) < 2:
        return
    signatures = _signatures(texts)
    marked = np.unique(np.concatenate([_in_band(signatures, band) for band in range(SLOTS // ROWS)]))
    if not len(marked):
        return
    one, other = marked // len(texts), marked % len(texts)
    agreeing = np.concatenate(
        [
            (signatures[one[at : at + AT_ONCE]] == signatures[other[at : at + AT_ONCE]]).sum(axis=1)
            for at in range(0, len(one), AT_ONCE)
        ]
    )
    order = np.argsort(-agreeing, kind="stable")[: PAIRS_OF_A_TEXT * len(texts)]
    kept = order[agreeing[order] >= least * SLOTS]
    yield from zip(one[kept].tolist(), other[kept].tolist(), strict=True)


def _signatures(texts: Sequence[str]) -> NDArray[np.uint32]:
    """Return the signature of each text, made of numbers of its stretches; none is empty."""
    import numpy as np

    try:
        from rensa import RMinHash
    except ImportError:
        raise OptionalPartMissing("Comparing all texts needs rensa.", extra="linking") from None
    made = []
    for at in range(0, len(texts), TEXTS_AT_ONCE):
        part = texts[at : at + TEXTS_AT_ONCE]
        numbers, borders = _numbered(part)
        digests = RMinHash.digest_matrix_from_flat_token_hashes(numbers, borders, SLOTS, SEED)
        made.append(np.array(digests.to_rows(), np.uint32))
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


def _in_band(signatures: NDArray[np.uint32], band: int) -> NDArray[np.int64]:
    """Return the pairs of texts whose numbers agree in one band, each as first times texts plus second."""
    import numpy as np

    count = len(signatures)
    columns = signatures[:, band * ROWS : (band + 1) * ROWS]
    order = np.lexsort(columns.T)
    ordered = columns[order]
    begins = np.flatnonzero(np.append(True, (ordered[1:] != ordered[:-1]).any(axis=1)))
    sizes = np.diff(np.append(begins, count))
    made: list[NDArray[np.int64]] = []
    place = np.arange(count)
    begin_of = np.repeat(begins, sizes)
    size_of = np.repeat(sizes, sizes)
    for back in range(1, MOST_IN_A_BUCKET):
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
