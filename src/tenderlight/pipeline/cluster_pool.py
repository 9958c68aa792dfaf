"""Jobs of one workshop on a cluster: they go out in chunks, and what comes back is handed out job by job.

A chunk is about twenty small jobs, for a job by itself costs a cluster several times what it costs a lane. A large one
goes alone, so that nothing waits behind it. When a worker ends, what it had not done is put back. Jobs that were in its
chunk go alone from then on, so that it shows which one is to blame, if any. One at which two workers ended waits until
the others before it are done, and is set aside, unless workers ended at jobs that then came to a good end: where they
end for reasons of their own, two ends prove nothing, and it is tried again, once for each such end. What is stored
depends on none of that.
"""

from __future__ import annotations

import math
import os
import time
from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tenderlight.cage import Event, Job, Outcome, OutcomeKind, PieceDone, Workshop
from tenderlight.cage.outcomes import lost
from tenderlight.errors import ClusterLost
from tenderlight.pipeline.cluster_messages import (
    ABSENT,
    BEGUN,
    END,
    FRAME,
    NOT_OPENED,
    OTHER_VERSIONS,
    PIECE,
    Chunk,
    ChunkJob,
    Look,
    read_entries,
    read_not_opened,
    read_outcome,
    versions,
    write_chunk,
)
from tenderlight.pipeline.looking import LookJob

if TYPE_CHECKING:
    from tenderlight.pipeline.cluster_workforce import ClusterWorkforce

JOBS_A_CHUNK = 20
BYTES_A_CHUNK = 2 << 20
ALONE_BYTES = 1 << 20
"""A job on so large a file has a chunk of its own, and its bytes stay where they lie, if the worker sees them there."""
CHUNKS_A_PROCESSOR = 2
"""One that is done, and one that waits, so that no worker does."""
LEAST_BYTES, BYTES_A_PROCESSOR, MOST_BYTES = 256 << 20, 32 << 20, 2 << 30
"""Of what travels at the same time: so many for each processor, within bounds."""
MOST_DEATHS, MOST_MORE = 2, 4
"""Workers that may end at one job, and how many more where workers end at jobs that are not to blame."""
MOST_ABSENT = 5
"""Files not found where they lie before no more are looked for."""


def most_bytes(processors: int) -> int:
    """Return how many bytes may travel at the same time."""
    return min(MOST_BYTES, max(LEAST_BYTES, processors * BYTES_A_PROCESSOR))


@dataclass(slots=True, kw_only=True)
class _Packed:
    """A job that waits to go out, or is out."""

    job: Job
    size_bytes: int
    original: bytes | None = None
    has_begun: bool = False

    def for_worker(self) -> ChunkJob:
        """Return what a worker gets."""
        job, place = self.job, self.job.lies_at
        limits = job.limits.as_bytes()
        if self.original is not None or place is None:
            return ChunkJob(task=job.task, limits=limits, original=self.original, look=self.look)
        return ChunkJob(
            task=job.task, limits=limits, original=None, path=place.path, sha256=place.sha256, look=self.look
        )

    @property
    def look(self) -> Look | None:
        """What is done with pages that it has drawn."""
        return self.job.look if isinstance(self.job, LookJob) else None


class ClusterPool:
    """Jobs that are done in one workshop. Use it from one thread, and `close` it."""

    def __init__(self, workforce: ClusterWorkforce, workshop: Workshop) -> None:
        self.events: deque[tuple[Job, Event | PieceDone]] = deque()
        """What has come and is not yet handed out."""
        self._workforce = workforce
        self._workshop = workshop
        self._waiting: deque[_Packed] = deque()
        self._out: dict[int, dict[int, _Packed]] = {}
        """Chunks by number, jobs by index."""
        self._bytes = 0
        self._careful: set[str] = set()
        self._by_bytes: set[str] = set()
        self._deaths: Counter[str] = Counter()
        self._last_words: dict[str, str] = {}
        """Of the worker that ended last at a job."""
        self._blameless = 0
        """Workers that ended at jobs which then came to a good end."""
        self._absent = 0

    @property
    def look_ahead(self) -> int:
        """Jobs that should be at hand, so that no worker waits for one."""
        return self._workforce.side_by_side * JOBS_A_CHUNK

    @property
    def open(self) -> int:
        """Jobs that can be submitted now."""
        processors = self._workforce.side_by_side
        if self._bytes >= most_bytes(processors):
            return 0
        most = processors * JOBS_A_CHUNK * CHUNKS_A_PROCESSOR
        return max(0, most - len(self._waiting) - sum(map(len, self._out.values())))

    @property
    def in_flight(self) -> int:
        """Jobs submitted whose outcome has not been handed out."""
        ends = sum(isinstance(event, Outcome) for _, event in self.events)
        return len(self._waiting) + sum(map(len, self._out.values())) + ends

    @property
    def deadline(self) -> float | None:
        """When to call `take` at the latest, by `time.monotonic()`; None if there is nothing to wait for."""
        return time.monotonic() if self.events else self._workforce.courier.deadline

    def widen(self, jobs: int) -> None:
        """Do nothing: the cluster has the workers that it has."""

    def submit(self, job: Job) -> None:
        """Take a job, and the bytes of its file, unless they stay where they lie."""
        size = 0 if job.original is None else os.fstat(job.original).st_size
        packed = _Packed(job=job, size_bytes=size + len(job.task))
        if job.original is not None and not self._stays(job, size):
            packed.original = _all_bytes(job.original, size)
            self._bytes += size
        if job.key in self._careful and self._deaths[job.key] < MOST_DEATHS:
            self._waiting.appendleft(packed)
        else:
            self._waiting.append(packed)

    def begin(self) -> None:
        """Send out chunks: whole ones as they are, and smaller ones while a processor would have nothing to do."""
        while self._waiting and (room := self._workforce.room) > 0:
            if self._is_to_blame(self._waiting[0]):
                self._set_aside(self._waiting.popleft())
                continue
            idle = self._workforce.idle
            if not idle and len(self._waiting) < JOBS_A_CHUNK and not self._is_alone(self._waiting[0]):
                return
            share = math.ceil(len(self._waiting) / max(1, idle or room))
            self._send(self._next_chunk(min(JOBS_A_CHUNK, share)))

    def filenos(self) -> tuple[int, ...]:
        """Descriptors to wait on until one can be read. Ask again after each `take`."""
        return self._workforce.courier.filenos()

    def take(self, ready: set[int]) -> Iterator[tuple[Job, Event | PieceDone]]:  # noqa: ARG002 - what is ready is found by reading
        """Hand out what has come: the frames of a job in order, and before its outcome.

        Raises:
            ClusterLost: If the cluster has been away for too long, or its workers end one after the other.
            WorkshopNotOpened: If a worker could not open the workshop.
        """
        self._workforce.receive()
        while self.events:
            yield self.events.popleft()

    def close(self) -> None:
        """Forget all jobs; what workers are at is not waited for."""
        self._waiting.clear()
        self._out.clear()
        self.events.clear()
        self._workforce.forget(self)

    def entries(self, number: int, content: bytes) -> None:
        """Take what a worker says of a chunk."""
        jobs = self._out.get(number, {})
        for index, kind, said in read_entries(content):
            if kind == NOT_OPENED:
                raise read_not_opened(said)
            if kind == OTHER_VERSIONS:
                address = self._workforce.courier.address
                words = f"A worker has other versions: {said.decode()}. Here: {versions()}"
                raise ClusterLost(words, address=address)
            packed = jobs.get(index)
            if packed is None:
                continue
            if kind == BEGUN:
                packed.has_begun = True
            elif kind == FRAME:
                self.events.append((packed.job, said))
            elif kind == PIECE:
                self.events.append((packed.job, PieceDone(outcome=read_outcome(said))))
            elif kind == ABSENT:
                self._absent += 1
                self._by_bytes.add(_content(packed.job))
                self._end(number, index, _ended(OutcomeKind.PUT_BACK, "the worker does not see the file"))
            elif kind == END:
                self._careful.discard(packed.job.key)
                self._blameless += self._deaths.pop(packed.job.key, 0)
                self._last_words.pop(packed.job.key, None)
                self._workforce.note_progress()
                self._end(number, index, read_outcome(said))

    def done(self, number: int) -> None:
        """Take that a chunk has come to its end."""
        self.lost(number, "the worker said nothing of it", is_its_fault=False)

    def lost(self, number: int, words: str, *, is_its_fault: bool) -> None:
        """Put back what was not done of a chunk.

        Args:
            number: Of the chunk.
            words: Why it was lost.
            is_its_fault: Whether a job of it may be to blame.
        """
        for index, packed in tuple(self._out.get(number, {}).items()):
            if is_its_fault:
                is_whole = self._is_alone(packed) and packed.look is None  # what looks at several pages tells no one
                self._deaths[packed.job.key] += packed.has_begun or is_whole
                self._careful.add(packed.job.key)
                self._last_words[packed.job.key] = words
            self._end(number, index, _ended(OutcomeKind.PUT_BACK, words))
        self._out.pop(number, None)

    def lost_all(self, words: str) -> None:
        """Put back all jobs that are out."""
        for number in tuple(self._out):
            self.lost(number, words, is_its_fault=False)

    def _stays(self, job: Job, size: int) -> bool:
        is_seen = _content(job) not in self._by_bytes and self._absent < MOST_ABSENT
        return job.lies_at is not None and size > ALONE_BYTES and is_seen

    def _is_alone(self, packed: _Packed) -> bool:
        return packed.size_bytes > ALONE_BYTES or packed.look is not None or packed.job.key in self._careful

    def _is_to_blame(self, packed: _Packed) -> bool:
        """Say whether so many workers ended at a job that it is tried no more."""
        return self._deaths[packed.job.key] >= MOST_DEATHS + min(self._blameless, MOST_MORE)

    def _set_aside(self, packed: _Packed) -> None:
        self._forget(packed)
        words = f"{self._deaths[packed.job.key]} workers ended at it: {self._last_words[packed.job.key]}"
        self.events.append((packed.job, _ended(OutcomeKind.WORKER_LOST, words)))

    def _next_chunk(self, most: int) -> list[_Packed]:
        jobs = [self._waiting.popleft()]
        size = jobs[0].size_bytes
        while self._waiting and len(jobs) < most and not self._is_alone(jobs[0]):
            following = self._waiting[0]
            if self._is_alone(following) or size + following.size_bytes > BYTES_A_CHUNK:
                break
            size += following.size_bytes
            jobs.append(self._waiting.popleft())
        return jobs

    def _send(self, jobs: list[_Packed]) -> None:
        chunk = Chunk(
            workshop=self._workshop.as_bytes(),
            versions=versions(),
            is_careful=jobs[0].job.key in self._careful,
            jobs=[one.for_worker() for one in jobs],
        )
        self._out[self._workforce.send(self, write_chunk(chunk))] = dict(enumerate(jobs))

    def _end(self, number: int, index: int, outcome: Outcome) -> None:
        packed = self._out[number].pop(index)
        self._forget(packed)
        self.events.append((packed.job, outcome))

    def _forget(self, packed: _Packed) -> None:
        """Count the bytes of a job's file as no longer travelling."""
        if packed.original is not None:
            self._bytes -= len(packed.original)


def _content(job: Job) -> str:
    """Return the SHA-256 of a job's file, if it lies anywhere."""
    return "" if job.lies_at is None else job.lies_at.sha256


def _all_bytes(descriptor: int, size: int) -> bytes:
    """Return what is in an open file, and leave its position."""
    pieces, position = [], 0
    while position < size:
        piece = os.pread(descriptor, size - position, position)
        if not piece:
            raise OSError(f"only {position} of {size} bytes could be read")
        pieces.append(piece)
        position += len(piece)
    return b"".join(pieces)


def _ended(kind: OutcomeKind, words: str) -> Outcome:
    return replace(lost(words, frames_received=0, walls=""), kind=kind)
