"""Clauses as rows of numbers: those of a whole case are sorted and counted at once. Needs the extra `linking`."""

from __future__ import annotations

import functools
import hashlib
import struct
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tenderlight.languages.scripts import has_han

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DIGEST_BYTES = 16
IS_TECHNICAL, HAS_HAN, IS_SIGNED = 1, 2, 4
"""Flags of a row: its clause gives a measure of a thing; it has Chinese characters; its signature is at hand."""

_ROW = struct.Struct(f"<{DIGEST_BYTES}sIIIIB")
"""As `clause_row` reads it."""

Stretch = tuple[int, int, int]
"""Words of a document: page, start, end."""


class ClauseAt(NamedTuple):
    """A clause of a document."""

    page_number: int
    start: int
    end: int
    letters: str
    is_technical: bool


def digest_of(letters: str) -> bytes:
    """Return what is the same for equal letters, and for no others."""
    return hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).digest()


@functools.cache
def clause_row() -> np.dtype[np.void]:
    """Return the form of a row: both halves of the digest, where it stands, how many letters it has, and flags."""
    import numpy as np

    return np.dtype(
        [
            ("one", "<u8"),
            ("two", "<u8"),
            ("page_number", "<u4"),
            ("start", "<u4"),
            ("end", "<u4"),
            ("letters", "<u4"),
            ("flags", "u1"),
        ]
    )


def rows_of(clauses: Iterable[ClauseAt]) -> NDArray[np.void]:
    """Return the rows of clauses, none of which is signed."""
    import numpy as np

    packed = []
    for one in clauses:
        digest, flags = _marks(one.letters)
        flags |= IS_TECHNICAL * one.is_technical
        packed.append(_ROW.pack(digest, one.page_number, one.start, one.end, len(one.letters), flags))
    return np.frombuffer(b"".join(packed), clause_row()).copy()


@functools.lru_cache(maxsize=1024)
def _marks(letters: str) -> tuple[bytes, int]:
    return digest_of(letters), HAS_HAN * has_han(letters)


def signed_among(rows: NDArray[np.void]) -> list[int]:
    """Return which rows are signed, in order."""
    import numpy as np

    found: list[int] = np.flatnonzero(rows["flags"] & IS_SIGNED).tolist()
    return found


def numbered(rows: NDArray[np.void]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the number of each row's clause, from 0 by where it is first, and of each clause the first row."""
    import numpy as np

    if not len(rows):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    order = np.lexsort((rows["two"], rows["one"]))  # equal ones stay in their order
    ordered = rows[order]
    is_new = np.append(True, (ordered["one"][1:] != ordered["one"][:-1]) | (ordered["two"][1:] != ordered["two"][:-1]))
    firsts = order[is_new]
    by_place = np.argsort(firsts, kind="stable")
    rank = np.empty(len(firsts), np.int64)
    rank[by_place] = np.arange(len(firsts))
    numbers = np.empty(len(rows), np.int64)
    numbers[order] = rank[np.cumsum(is_new) - 1]
    return numbers, firsts[by_place]


def within(
    rows: NDArray[np.void], document_of: NDArray[np.int64], quoted: Sequence[tuple[int, Stretch]]
) -> NDArray[np.int64]:
    """Return the rows that have words in common with what is quoted.

    Args:
        rows: Those of each document in the order of its text.
        document_of: Of each row, in order.
        quoted: Numbers of documents, each with words that are quoted.
    """
    import numpy as np

    if not len(rows) or not quoted:
        return np.empty(0, np.int64)
    spans = np.array([(document, *stretch) for document, stretch in quoted], np.int64)
    page = (document_of << 32) | rows["page_number"].astype(np.int64)
    begins = np.flatnonzero(np.append(True, page[1:] != page[:-1]))
    wanted = (spans[:, 0] << 32) | spans[:, 1]
    at = np.searchsorted(page[begins], wanted)
    is_there = (at < len(begins)) & (page[begins][np.minimum(at, len(begins) - 1)] == wanted)
    spans, at = spans[is_there], at[is_there]
    of_page = np.repeat(np.arange(len(begins)), np.diff(np.append(begins, len(rows))))
    first = np.searchsorted((of_page << 32) | rows["end"].astype(np.int64), (at << 32) | spans[:, 2], side="right")
    last = np.searchsorted((of_page << 32) | rows["start"].astype(np.int64), (at << 32) | spans[:, 3], side="left")
    found = [np.arange(one, other) for one, other in zip(first.tolist(), last.tolist(), strict=True) if one < other]
    return np.unique(np.concatenate(found)) if found else np.empty(0, np.int64)
