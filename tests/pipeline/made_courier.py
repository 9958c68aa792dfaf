"""A cluster without Ray: chunks are done in this process, by what a worker does, in lanes of its own."""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Iterator

from tenderlight.pipeline import cluster_messages, cluster_worker
from tenderlight.pipeline.cluster_messages import (
    ABSENT,
    BEGUN,
    DONE,
    END,
    ENTRIES,
    FRAME,
    LOST,
    OTHER_VERSIONS,
    Chunk,
    PartChunk,
    read_chunk,
    write_entries,
    write_outcome,
)
from tenderlight.pipeline.cluster_worker import run_chunk
from tests.pipeline.made import outcome

Loses = Callable[[Chunk], bool]


def echo_chunk(written: bytes) -> Iterator[bytes]:
    """Do a chunk as a worker would whose workshop answers each task with the task."""
    chunk = read_chunk(written)
    assert isinstance(chunk, Chunk)
    if chunk.versions != cluster_messages.versions():
        yield write_entries([(0, OTHER_VERSIONS, cluster_messages.versions().encode())])
        return
    for index, job in enumerate(chunk.jobs):
        original = cluster_worker._original(job)
        if original is not None:
            os.close(original)
        if chunk.is_careful:
            yield write_entries([(index, BEGUN, b"")])
        if original is None and job.path:
            yield write_entries([(index, ABSENT, b"")])
        else:
            yield write_entries([(index, FRAME, job.task), (index, END, write_outcome(outcome()))])


class MadeCourier:
    """Does a chunk whenever it is asked what has come. `loses` says of which chunks the worker ends half-way."""

    processors = 16
    does: Callable[[bytes], Iterator[bytes]] = staticmethod(run_chunk)
    loses: Loses = staticmethod(lambda _chunk: False)
    loses_part: Callable[[PartChunk], bool] = staticmethod(lambda _part: False)
    ends_at: frozenset[int] = frozenset()
    """Numbers of chunks at which it ends itself, and begins anew."""

    def __init__(self, address: str, *, count: int | None) -> None:
        self.address = address
        self.is_connected = True
        self.ended = 0
        self.processors = count or self.processors
        self.chunks: list[Chunk] = []
        """All jobs that it was given."""
        self.parts: list[PartChunk] = []
        """All parts of an index that it was given."""
        self._waiting: deque[tuple[int, bytes]] = deque()
        self._told: deque[tuple[bytes, int, bytes]] = deque()

    @property
    def deadline(self) -> float | None:
        return time.monotonic() if self._waiting or self._told else None

    def filenos(self) -> tuple[int, ...]:
        return ()

    def send(self, number: int, chunk: bytes) -> None:
        given = read_chunk(chunk)
        if isinstance(given, PartChunk):
            self.parts.append(given)
        else:
            self.chunks.append(given)
        self._waiting.append((number, chunk))

    def receive(self) -> Iterator[tuple[bytes, int, bytes]]:
        if not self._told:
            self._told.extend(self._next())
        while self._told:  # whoever takes one may raise, and gets the next another time
            yield self._told.popleft()

    def _next(self) -> Iterator[tuple[bytes, int, bytes]]:
        if not self._waiting:
            return
        number, chunk = self._waiting.popleft()
        if number in self.ends_at:
            self._waiting.clear()
            self.ended += 1
            return
        entries, given = self.does(chunk), read_chunk(chunk)
        if self.loses_part(given) if isinstance(given, PartChunk) else self.loses(given):
            if isinstance(given, PartChunk) or given.is_careful:
                yield ENTRIES, number, next(entries)
            yield LOST, number, b"WorkerCrashedError: it died"
            return
        for content in entries:
            yield ENTRIES, number, content
        yield DONE, number, b""

    def close(self) -> None:
        self._waiting.clear()
