"""Work on files, and what it can be handed to: lanes of this machine, or anything else that gives the same answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Protocol

from tenderlight.cage.lane import Event, wait_for_any
from tenderlight.cage.limits import Limits
from tenderlight.cage.outcomes import Outcome


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class FileByContent:
    """A file that another machine may see under the same path, and what must be in it."""

    path: str
    sha256: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """Work on one file.

    Attributes:
        key: The caller's own name for it; the cage does not look at it.
        task: Passed to the work as it is. No secrets: it stays in the lane's memory.
        original: Descriptor of the file, opened for reading only, or None. Needed until the job is submitted.
        limits: Its budget.
        lies_at: Where the file lies, or None if it lies nowhere: for a pool that cannot pass descriptors.
    """

    key: str
    task: bytes
    original: int | None = None
    limits: Limits = dataclasses.field(default_factory=Limits)
    lies_at: FileByContent | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class PieceDone:
    """The end of one of several pieces of work that are one job: what comes after it is of the next."""

    outcome: Outcome


class JobPool(Protocol):
    """Does jobs side by side. Use it from one thread, and `close` it.

    Wait on `filenos()` until `deadline`, then call `take`: `next_events` does it for several pools at once.
    """

    @property
    def look_ahead(self) -> int:
        """Jobs that should be at hand, so that nobody waits for one."""

    @property
    def open(self) -> int:
        """Jobs that can be submitted now without waiting.

        Raises:
            LanesLost: Lanes are lost one after another.
        """

    @property
    def in_flight(self) -> int:
        """Jobs submitted whose outcome has not been handed out."""

    @property
    def deadline(self) -> float | None:
        """When to call `take` at the latest, by `time.monotonic()`; None if there is nothing to wait for."""

    def widen(self, jobs: int) -> None:
        """Make ready for so many jobs at a time, as far as there may be."""

    def submit(self, job: Job) -> None:
        """Start a job. Its original is no longer needed after that."""

    def begin(self) -> None:
        """Hand on what was submitted and is held back to go together with more: there is no more for now."""

    def filenos(self) -> tuple[int, ...]:
        """Descriptors to wait on until one can be read. Ask again after each `take`."""

    def take(self, ready: set[int]) -> Iterator[tuple[Job, Event | PieceDone]]:
        """Hand out what has come: the frames of a job in order, and before its outcome."""

    def close(self) -> None:
        """End all jobs, and whatever does them."""


def next_events(
    pools: Sequence[JobPool], *, others: tuple[int, ...] = (), until: float | None = None
) -> Iterator[tuple[JobPool, Job, Event | PieceDone]]:
    """Wait once for all of several pools, and hand out what has come in any of them.

    So none waits for another. Nothing may have come when it returns: a lane that opened is no event.

    Args:
        pools: At least one has a job in flight, or there are `others`.
        others: Descriptors of something else that is waited for; it is for the caller to look.
        until: When to stop waiting for those, by `time.monotonic()`.

    Raises:
        LanesLost: Lanes are lost one after another.
        WorkshopNotOpened: A workshop could not be opened.
    """
    for pool in pools:
        pool.begin()
    deadlines = [each for each in (until, *(pool.deadline for pool in pools)) if each is not None]
    descriptors = tuple(each for pool in pools for each in pool.filenos())
    ready = wait_for_any((*descriptors, *others), min(deadlines, default=None))
    for pool in pools:
        for job, event in pool.take(ready):
            yield pool, job, event
