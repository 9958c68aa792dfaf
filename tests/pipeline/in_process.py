"""Jobs done in this very process, one by one, without a cage: what the other ways of doing them are compared with."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from types import TracebackType
from typing import Self

from tenderlight.cage import Event, Job, JobPool, Outcome, OutcomeKind, Perform, Workshop


class InProcess:
    """A workforce of one."""

    side_by_side = 1
    looks_where_it_draws = False

    def __init__(self, *, walls: str = "") -> None:
        """Start.

        Args:
            walls: What to say that held around the work: nothing does, but a reading tells it, and is compared.
        """
        self._walls = walls
        self._performs: dict[Workshop, Perform] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._performs.clear()

    def pool(self, workshop: Workshop) -> JobPool:
        """Return a pool whose jobs are done as they are submitted."""
        if workshop not in self._performs:
            self._performs[workshop] = workshop.open()
        return OneByOne(self._performs[workshop], self._walls)


class OneByOne:
    """A pool that does each job as it is submitted."""

    look_ahead = 4

    def __init__(self, perform: Perform, walls: str) -> None:
        self._perform = perform
        self._walls = walls
        self._events: deque[tuple[Job, Event]] = deque()

    @property
    def open(self) -> int:
        return int(not self._events)

    @property
    def in_flight(self) -> int:
        return int(bool(self._events))

    @property
    def deadline(self) -> float | None:
        return time.monotonic() if self._events else None

    def widen(self, jobs: int) -> None:
        """Do nothing."""

    def begin(self) -> None:
        """Do nothing."""

    def filenos(self) -> tuple[int, ...]:
        return ()

    def submit(self, job: Job) -> None:
        start = time.process_time()
        kind, words = OutcomeKind.FINISHED, "done"
        try:
            self._perform(job.task, job.original, lambda frame: self._events.append((job, frame)))
        except Exception as trouble:  # noqa: BLE001 - as the cage does
            kind, words = OutcomeKind.FAILED, f"{type(trouble).__name__}: {trouble}"
        outcome = Outcome(
            kind=kind,
            frames_received=len(self._events),
            cpu_seconds=time.process_time() - start,
            wall_seconds=0.0,
            peak_memory_bytes=0,
            limit=None,
            signal=None,
            message=words,
            walls=self._walls,
        )
        self._events.append((job, outcome))

    def take(self, ready: set[int]) -> Iterator[tuple[Job, Event]]:  # noqa: ARG002
        while self._events:
            yield self._events.popleft()

    def close(self) -> None:
        self._events.clear()
