"""Proofs over the custody log (RFC 6962, section 2.1): that an entry is in it, and that a log only grew.

Whoever has a checkpoint, one entry and some 17 hashes can tell that the entry stands at its place among 100,000, and
sees nothing of the others. Hashes are raw bytes of 32; an entry is its line without the line's end.

Source: https://www.rfc-editor.org/rfc/rfc6962#section-2.1; checks as in RFC 9162, sections 2.1.3.2 and 2.1.4.2.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

_LEAF, _NODE = b"\x00", b"\x01"


def leaf_hash(entry: bytes) -> bytes:
    """Return the hash of an entry, as it goes into the tree."""
    return hashlib.sha256(_LEAF + entry).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """Return the hash of two neighbouring parts of the tree."""
    return hashlib.sha256(_NODE + left + right).digest()


class ProofTree:
    """All hashes of a log, two of them an entry, to make proofs from. 100,000 entries take 12 MB.

    Args:
        entries: The lines of the log from its first, without line's ends.
    """

    def __init__(self, entries: Iterable[bytes]) -> None:
        self._levels = [[leaf_hash(entry) for entry in entries]]
        while len(below := self._levels[-1]) > 1:
            self._levels.append([node_hash(*below[at : at + 2]) for at in range(0, len(below) - 1, 2)])

    @property
    def size(self) -> int:
        """Number of entries."""
        return len(self._levels[0])

    def root(self, size: int | None = None) -> bytes:
        """Return the root over the first `size` entries (None = all).

        Raises:
            ValueError: If there are not so many.
        """
        end = self._end(size)
        return self._hash(0, end) if end else hashlib.sha256().digest()

    def inclusion(self, seq: int, size: int | None = None) -> tuple[bytes, ...]:
        """Return the hashes that lead from entry `seq` to the root over the first `size` entries, lowest first.

        Raises:
            ValueError: If there is no such entry among them.
        """
        start, end = 0, self._end(size)
        if not 0 <= seq < end:
            raise ValueError(f"no entry {seq} among {end}")
        path: list[bytes] = []
        while end - start > 1:
            middle = start + _split(end - start)
            if seq < middle:
                path.append(self._hash(middle, end))
                end = middle
            else:
                path.append(self._hash(start, middle))
                start = middle
        return tuple(reversed(path))

    def consistency(self, earlier: int, size: int | None = None) -> tuple[bytes, ...]:
        """Return the hashes that show that the first `size` entries begin with the first `earlier` of them.

        Raises:
            ValueError: If `earlier` is not from 1 to `size`.
        """
        start, end, is_known = 0, self._end(size), True
        if not 0 < earlier <= end:
            raise ValueError(f"no {earlier} entries among {end}")
        path: list[bytes] = []
        while earlier < end:
            middle = start + _split(end - start)
            if earlier <= middle:
                path.append(self._hash(middle, end))
                end = middle
            else:
                path.append(self._hash(start, middle))
                start, is_known = middle, False
        if not is_known:
            path.append(self._hash(start, end))
        return tuple(reversed(path))

    def _end(self, size: int | None) -> int:
        end = self.size if size is None else size
        if not 0 <= end <= self.size:
            raise ValueError(f"no {end} entries among {self.size}")
        return end

    def _hash(self, start: int, end: int) -> bytes:
        """Return the hash of a part; `start` is a multiple of the smallest power of two that is no less than it."""
        length = end - start
        if length & (length - 1) == 0:
            height = length.bit_length() - 1
            return self._levels[height][start >> height]
        middle = start + _split(length)
        return node_hash(self._hash(start, middle), self._hash(middle, end))


def root_of_inclusion(leaf: bytes, seq: int, size: int, proof: Sequence[bytes]) -> bytes | None:
    """Return the root that a proof of inclusion leads to; None if it is not of the length it must have.

    Args:
        leaf: `leaf_hash` of the entry.
        seq: Number of the entry.
        size: Number of entries under the root.
        proof: What `ProofTree.inclusion` returned.
    """
    if not 0 <= seq < size:
        return None
    node, at, last = leaf, seq, size - 1
    for beside in proof:
        if last == 0:
            return None
        if at & 1 or at == last:
            node = node_hash(beside, node)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            node = node_hash(node, beside)
        at, last = at >> 1, last >> 1
    return node if last == 0 else None


def is_consistent(earlier: int, earlier_root: bytes, size: int, root: bytes, proof: Sequence[bytes]) -> bool:
    """Say whether a proof shows that a log of `size` entries begins with an earlier one of `earlier` entries.

    Args:
        earlier: Number of entries then, at least 1.
        earlier_root: The root over those.
        size: Number of entries now.
        root: The root over all.
        proof: What `ProofTree.consistency` returned.
    """
    if not 0 < earlier <= size or (earlier == size) != (not proof):
        return False
    if earlier == size:
        return earlier_root == root
    path = [earlier_root, *proof] if earlier & (earlier - 1) == 0 else list(proof)
    at, last = earlier - 1, size - 1
    while at & 1:
        at, last = at >> 1, last >> 1
    old = new = path[0]
    for beside in path[1:]:
        if last == 0:
            return False
        if at & 1 or at == last:
            old, new = node_hash(beside, old), node_hash(beside, new)
            while not at & 1 and at:
                at, last = at >> 1, last >> 1
        else:
            new = node_hash(new, beside)
        at, last = at >> 1, last >> 1
    return last == 0 and (old, new) == (earlier_root, root)


def _split(length: int) -> int:
    """Return the largest power of two below a length of at least 2."""
    return 1 << (length - 1).bit_length() - 1
