"""How alike texts of a case are, kept: what was compared once is not compared again while both are the same."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tenderlight.cases.link_keeping import ALIKE, ID_BYTES, Keeping, Made
from tenderlight.linking.resemblance import SLOTS, Compared, Numbers, Pair, alike_by_signature
from tenderlight.linking.shared_clauses import ClauseTable
from tenderlight.pipeline.link_corpus import Corpus

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

WHOLE = 2**32 - 1
"""Stands for the text as a whole among the clauses of a document."""

Part = tuple[int, int]
"""A text: the number of its document, and of the clause, or `WHOLE`."""


@functools.cache
def _entry() -> np.dtype[np.void]:
    """Return the form of an entry: which text of the document, the other document and its reading, its text, share."""
    import numpy as np

    return np.dtype(
        [("own", "<u4"), ("one", ">u8"), ("two", ">u8"), ("reading", ">u8"), ("other", "<u4"), ("share", "<f8")]
    )


class _Known(NamedTuple):
    """What is kept: for each pair of texts how alike they are."""

    own: NDArray[np.int64]
    own_text: NDArray[np.int64]
    other: NDArray[np.int64]
    other_text: NDArray[np.int64]
    share: NDArray[np.float64]


class AlikeBefore:
    """What is kept of a case, of how alike its texts are.

    Args:
        keeping: What is kept.
        documents: Those that are compared, in order.
    """

    def __init__(self, keeping: Keeping, documents: Sequence[Made]) -> None:
        import numpy as np

        self._documents = documents
        self._ids = np.frombuffer(
            b"".join(_id(one) for one in documents), np.dtype([("one", ">u8"), ("two", ">u8"), ("reading", ">u8")])
        )
        bodies = [_whole_entries(body) for body in keeping.all_of(ALIKE, documents)]
        entries = np.frombuffer(b"".join(bodies), _entry())
        own = np.repeat(np.arange(len(documents)), [len(body) // _entry().itemsize for body in bodies])
        at = np.searchsorted(self._ids["one"].astype(np.uint64), entries["one"].astype(np.uint64))
        is_there = at < len(documents)
        at[~is_there] = 0
        for name in ("one", "two", "reading"):
            is_there &= self._ids[name][at] == entries[name] if len(documents) else False
        self._known = _Known(
            own[is_there],
            entries["own"][is_there].astype(np.int64),
            at[is_there],
            entries["other"][is_there].astype(np.int64),
            entries["share"][is_there].astype(np.float64),
        )

    def among(
        self, number_of: Callable[[NDArray[np.int64], NDArray[np.int64]], NDArray[np.int64]]
    ) -> Iterator[NDArray[np.int64] | NDArray[np.float64]]:
        """Yield numbers of first texts, numbers of second texts, and how alike they are, as far as they have numbers.

        Args:
            number_of: Numbers of texts, by their documents and texts there; less than 0 = it has none.
        """
        known = self._known
        one, other = number_of(known.own, known.own_text), number_of(known.other, known.other_text)
        is_there = (one >= 0) & (other >= 0)
        yield from (one[is_there], other[is_there], known.share[is_there])

    def bodies(self, new: Sequence[tuple[Part, Part, float]], fresh: Collection[str]) -> Iterator[tuple[Made, bytes]]:
        """Yield what is to be kept of documents, together with what was.

        Args:
            new: Pairs that were compared now.
            fresh: Documents of which nothing was kept: they take what was compared with them.
        """
        import numpy as np

        added: dict[int, list[tuple[int, bytes, int, float]]] = {}
        for one, other, share in new:
            ours, theirs = (one, other) if self._documents[one[0]].document in fresh else (other, one)
            added.setdefault(ours[0], []).append((ours[1], _id(self._documents[theirs[0]]), theirs[1], share))
        known = self._known
        order = np.argsort(known.own, kind="stable")
        for number, entries in sorted(added.items()):
            begin, end = np.searchsorted(known.own[order], [number, number + 1])
            before = [
                (
                    int(known.own_text[at]),
                    _id(self._documents[int(known.other[at])]),
                    int(known.other_text[at]),
                    float(known.share[at]),
                )
                for at in order[begin:end].tolist()
            ]
            rows = np.zeros(len(before) + len(entries), _entry())
            for place, (own, other_id, other_text, share) in enumerate(before + entries):
                numbers = (int.from_bytes(other_id[at : at + 8], "big") for at in (0, 8, 16))
                rows[place] = (own, *numbers, other_text, share)
            yield self._documents[number], rows.tobytes()


class Remembered(Compared):
    """How alike texts are, by what is kept or else letter for letter.

    Args:
        texts: Letters of texts by their numbers.
        before: Numbers of first texts, of second ones, and how alike they are.
        count: How many texts there are.
    """

    def __init__(
        self,
        texts: Callable[[Sequence[int]], Sequence[str]],
        before: Iterator[NDArray[np.int64] | NDArray[np.float64]],
        count: int,
    ) -> None:
        import numpy as np

        super().__init__(texts)
        one, other, share = before
        self._count = count
        self._keys, firsts = np.unique(np.minimum(one, other) * count + np.maximum(one, other), return_index=True)
        self._shares = share[firsts]
        self.new: dict[Numbers, float] = {}
        """Pairs that were compared now."""

    def known(self, one: NDArray[np.int64], other: NDArray[np.int64]) -> NDArray[np.float64]:
        """Return how alike pairs are, as far as that is known; what is not is no number."""
        import numpy as np

        keys = one * self._count + other
        place = np.searchsorted(self._keys, keys)
        is_known = np.append(self._keys, -1)[place] == keys
        return np.where(is_known, np.append(self._shares, np.nan)[place], np.nan)

    def of(self, pairs: Sequence[Numbers]) -> list[float]:
        """Return how alike pairs are."""
        import numpy as np

        if not pairs:
            return []
        one, other = np.array(pairs, np.int64).T
        known = dict(zip(pairs, self.known(one, other).tolist(), strict=True)) | self.new
        missing = [pair for pair in pairs if math.isnan(known[pair])]
        self.new |= dict(zip(missing, super().of(missing), strict=True))
        known |= self.new
        return [known[pair] for pair in pairs]


class AlikeOfCase:
    """How alike the texts of a corpus are.

    Args:
        corpus: The texts.
        before: How alike they are as far as that is kept.
    """

    def __init__(self, corpus: Corpus, before: AlikeBefore) -> None:
        self._corpus = corpus
        self._before = before
        self._compared: list[tuple[Remembered, Callable[[NDArray[np.int64]], list[Part]]]] = []

    def wholes(self, *, least: float) -> list[Pair]:
        """Return the pairs of documents of nearly the same words, in order; of equal ones those with the first.

        Args:
            least: How alike they are to be, 0-1.

        Raises:
            Lost: If a stored reading cannot be read any more.
        """
        import numpy as np

        corpus, firsts = self._corpus, dict[bytes, int]()
        for number, text in enumerate(corpus.texts):
            if text.whole:
                firsts.setdefault(text.whole, number)
        if len(firsts) < 2 and len(corpus.texts) < 2:
            return []
        place = {whole: at for at, whole in enumerate(firsts)}
        different = np.array([*firsts.values()], np.int64)
        number_of = np.array([place.get(text.whole, -1) for text in corpus.texts], np.int64)
        before = self._before.among(lambda documents, texts: np.where(texts == WHOLE, number_of[documents], -1))
        compared = Remembered(lambda numbers: corpus.whole(different[list(numbers)].tolist()), before, len(different))
        self._compared.append((compared, lambda numbers: [(number, WHOLE) for number in different[numbers].tolist()]))
        signatures = np.concatenate(
            [np.empty((0, SLOTS), np.uint16), *(corpus.texts[at].signature for at in different)]
        )
        alike = alike_by_signature(signatures, compared, least=least)
        pairs = [Pair(int(different[one]), int(different[other]), share) for one, other, share in alike]
        pairs += [
            Pair(firsts[text.whole], number, 1.0)
            for number, text in enumerate(corpus.texts)
            if text.whole and firsts[text.whole] != number
        ]
        return sorted(pairs)

    def clauses(self, table: ClauseTable) -> Compared:
        """Return how alike the clauses of a table are, all texts of the corpus in it."""
        import numpy as np

        sizes = np.diff(np.append(table.starts, len(table.rows)))

        def number_of(documents: NDArray[np.int64], texts: NDArray[np.int64]) -> NDArray[np.int64]:
            row = np.where(texts < sizes[documents], table.starts[documents] + texts, len(table.rows))
            return np.append(table.numbers, -1)[row]

        def letters(numbers: Sequence[int]) -> list[str]:
            return self._corpus.clauses(parts_of(table, np.array(numbers, np.int64)))

        compared = Remembered(letters, self._before.among(number_of), len(table.firsts))
        self._compared.append((compared, lambda numbers: parts_of(table, numbers)))
        return compared

    def kept(self) -> Iterator[tuple[Made, bytes]]:
        """Yield what is to be kept of documents."""
        import numpy as np

        new: list[tuple[Part, Part, float]] = []
        for compared, parts in self._compared:
            pairs = np.array([*compared.new], np.int64).reshape(-1, 2)
            new += zip(parts(pairs[:, 0]), parts(pairs[:, 1]), compared.new.values(), strict=True)
        return self._before.bodies(new, self._corpus.kept.keys())


def parts_of(table: ClauseTable, numbers: NDArray[np.int64]) -> list[Part]:
    """Return where the clauses of some numbers are first."""
    rows = table.firsts[numbers]
    documents = table.document_of[rows]
    return list(zip(documents.tolist(), (rows - table.starts[documents]).tolist(), strict=True))


def _id(one: Made) -> bytes:
    """Return by what a document and its reading are known in an entry."""
    return bytes.fromhex(one.document)[:ID_BYTES] + bytes.fromhex(one.reading)[:8]


def _whole_entries(body: bytes | None) -> bytes:
    return body if body is not None and len(body) % _entry().itemsize == 0 else b""
