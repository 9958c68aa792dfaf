"""The tree over the custody log (RFC 6962, section 2.1): one root that stands for every entry up to it.

Only the right edge of the tree is kept, so that appending costs a few hashes however long the log is.
"""

from __future__ import annotations

import hashlib


class MerkleTree:
    """A growing tree: `append` leaves, ask for the `root` at any time."""

    def __init__(self) -> None:
        self._size = 0
        self._edge: list[tuple[int, bytes]] = []
        """Height and hash of the full subtrees, from left (tallest) to right."""

    @property
    def size(self) -> int:
        """Number of leaves."""
        return self._size

    def append(self, leaf: bytes) -> None:
        """Add an entry (its bytes, without the line's end) at the right."""
        height, node = 0, hashlib.sha256(b"\x00" + leaf).digest()
        while self._edge and self._edge[-1][0] == height:
            node = _join(self._edge.pop()[1], node)
            height += 1
        self._edge.append((height, node))
        self._size += 1

    def root(self) -> bytes:
        """Return the root of all leaves so far; of none, the SHA-256 of nothing."""
        if not self._edge:
            return hashlib.sha256().digest()
        node = self._edge[-1][1]
        for _, left in reversed(self._edge[:-1]):
            node = _join(left, node)
        return node


def _join(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()
