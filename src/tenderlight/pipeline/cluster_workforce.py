"""A cluster as a workforce: chunks of work go out, and what comes back is given to those whose they are."""

from __future__ import annotations

import re
import time
from types import TracebackType
from typing import Protocol, Self

from tenderlight.cage import Workshop
from tenderlight.errors import ClusterLost, OptionalPartMissing, UsageError
from tenderlight.pipeline import cluster
from tenderlight.pipeline.cluster_messages import DONE, ENTRIES, LOST
from tenderlight.pipeline.cluster_pool import CHUNKS_A_PROCESSOR, ClusterPool
from tenderlight.pipeline.courier import Courier

MOST_LOSSES_A_PROCESSOR, MOST_LOSSES = 5, 20
LOSING_SECONDS = 600.0
"""Chunks that may be lost in a row with no job done in between, for so long: a worker that starts has done none yet."""


class Taker(Protocol):
    """Whose chunks a cluster does."""

    def entries(self, number: int, content: bytes, /) -> None:
        """Take what a worker says of a chunk."""

    def done(self, number: int, /) -> None:
        """Take that a chunk has come to its end."""

    def lost(self, number: int, words: str, /, *, is_its_fault: bool) -> None:
        """Take that a worker ended at a chunk, why, and whether what is in it may be to blame."""

    def lost_all(self, words: str, /) -> None:
        """Take that nothing more comes of any chunk."""


class ClusterWorkforce:
    """The processors of a cluster. Use as a context manager."""

    looks_where_it_draws = True

    def __init__(self, address: str, *, count: int | None = None) -> None:
        """Start nothing yet.

        Args:
            address: `local`, `auto`, or HOST:PORT of the head.
            count: Chunks done at the same time at most; None = one a processor.

        Raises:
            OptionalPartMissing: If Ray is not installed.
            UsageError: If the address is one that Ray takes by another way.
        """
        if not cluster.is_installed():
            raise OptionalPartMissing("Ray, which clusters need, is not installed.", extra="cluster")
        if address not in cluster.OWN_WAYS and re.fullmatch(r"[^/@]+:[0-9]{1,5}", address) is None:
            raise UsageError("Give the address as HOST:PORT, `auto` or `local`, and run this on a node of the cluster.")
        self._losses = 0
        self._done_at = time.monotonic()
        self._address = address
        self._count = count
        self._courier: Courier | None = None
        self._ended = 0
        self._number = 0
        self._chunks: dict[int, Taker] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self._courier is not None:
            self._courier.close()

    @property
    def courier(self) -> Courier:
        """What speaks to the cluster; started when it is first asked for."""
        if self._courier is None:
            self._courier = Courier(self._address, count=self._count)
        return self._courier

    @property
    def side_by_side(self) -> int:
        """Processors of the cluster, as far as they are to be used; before it is known, those asked for."""
        known = self._courier.processors if self._courier is not None else 0
        return max(1, min(known or self._count or 2, self._count or known or 2))

    @property
    def room(self) -> int:
        """Chunks that can be sent now."""
        if not self.courier.is_connected:
            return 0
        return self.side_by_side * CHUNKS_A_PROCESSOR - len(self._chunks)

    @property
    def idle(self) -> int:
        """Processors that have nothing to do."""
        return max(0, self.side_by_side - len(self._chunks))

    def pool(self, workshop: Workshop) -> ClusterPool:
        """Return a pool whose jobs are done in a workshop."""
        return ClusterPool(self, workshop)

    def send(self, taker: Taker, chunk: bytes) -> int:
        """Have a chunk done; return its number."""
        self._number += 1
        self._chunks[self._number] = taker
        self.courier.send(self._number, chunk)
        return self._number

    def receive(self) -> None:
        """Take what has come, and give it to the pools.

        Raises:
            ClusterLost: If the cluster has been away for too long, or its workers end one after the other.
            WorkshopNotOpened: If a worker could not open a workshop.
        """
        for kind, number, content in self.courier.receive():
            pool = self._chunks.get(number)
            if pool is None:
                continue
            if kind == ENTRIES:
                pool.entries(number, content)
                continue
            del self._chunks[number]
            if kind == DONE:
                pool.done(number)
            elif kind == LOST:
                self._count_loss(content)
                pool.lost(number, content.decode("utf-8", "replace"), is_its_fault=True)
        if self.courier.ended != self._ended:
            self._ended = self.courier.ended
            pools = set(self._chunks.values())
            self._chunks.clear()
            for pool in pools:
                pool.lost_all("the cluster could not be reached")

    def forget(self, taker: Taker) -> None:
        """Take no more of chunks."""
        self._chunks = {number: one for number, one in self._chunks.items() if one is not taker}

    def note_progress(self) -> None:
        """Take that a job was done: workers do not all end."""
        self._losses, self._done_at = 0, time.monotonic()

    def _count_loss(self, words: bytes) -> None:
        self._losses += 1
        is_long = time.monotonic() - self._done_at >= LOSING_SECONDS
        if is_long and self._losses > MOST_LOSSES + MOST_LOSSES_A_PROCESSOR * self.side_by_side:
            said = words.decode("utf-8", "replace")
            raise ClusterLost(
                f"{self._losses} workers ended with no job done in between: {said}", address=self._address
            )
