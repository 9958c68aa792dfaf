"""Several lanes under one parent that is a single thread: it waits on all of them and hands on what comes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from tenderlight.cage.broken import LaneKilled, LanesLost
from tenderlight.cage.jobs import Job
from tenderlight.cage.lane import Event, Lane, LaneState, is_lost, wait_for_any
from tenderlight.cage.outcomes import Outcome
from tenderlight.cage.walls import ALL_WALLS, Wall, Walls
from tenderlight.cage.workshop import Workshop

MOST_LOSSES_PER_LANE = 3
LOOK_AHEAD = 4
"""Jobs at hand for the lane that ends next."""


def usable_cores() -> int:
    """Processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class LanePool:
    """Lanes that share the work. Use it from one thread, as a context manager.

    One lane opens the workshop and does no jobs: the others are copies of it, which takes milliseconds, and share what
    it has loaded. A lane that is lost is replaced, also while it opens; its job ends as `OutcomeKind.LANE_LOST` and
    may be submitted again.
    """

    def __init__(self, workshop: Workshop, *, count: int | None = None, walls: tuple[Wall, ...] = ALL_WALLS) -> None:
        """Start opening the workshop, and one lane once it is open. Others are started when there is work for them.

        Args:
            workshop: Where the work is found.
            count: Lanes at most; None for one a core.
            walls: Walls to raise. Fewer than all is for tests that show what a wall is for.

        Raises:
            ValueError: `count` is below 1.
        """
        wanted = usable_cores() if count is None else count
        if wanted < 1:
            raise ValueError("a pool needs at least one lane")
        self._workshop = workshop
        self._walls = walls
        self._losses = 0
        self._jobs: dict[Lane, Job] = {}
        self._size = wanted
        self._wanted = 1
        self._lanes: list[Lane] = []
        self._template = Lane(workshop, walls=walls)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes that were started, those that replaced a lost one included."""
        return tuple(self._lanes)

    @property
    def template(self) -> Lane:
        """The lane that opens the workshop, and is copied."""
        return self._template

    @property
    def free(self) -> int:
        """Jobs that can be submitted now."""
        return self._size - len(self._jobs)

    @property
    def look_ahead(self) -> int:
        """Jobs that should be at hand, so that no lane waits for one."""
        return LOOK_AHEAD

    @property
    def open(self) -> int:
        """Jobs that can be submitted now without waiting for a lane to open.

        Raises:
            LanesLost: Lanes are lost one after another.
        """
        self._tend()
        return sum(lane.state is LaneState.FREE and lane not in self._jobs for lane in self._lanes)

    @property
    def in_flight(self) -> int:
        """Jobs submitted whose outcome has not been handed out."""
        return len(self._jobs)

    def widen(self, jobs: int) -> None:
        """Start lanes for so many jobs at a time, as far as there may be, as soon as the workshop is open."""
        self._wanted = max(self._wanted, min(jobs, self._size))
        self._start_lanes()

    def wait_until_open(self) -> Walls:
        """Start every lane, wait until all are open, and say what walls hold.

        Raises:
            WorkshopNotOpened: The workshop could not be opened.
        """
        self.widen(self._size)
        while len(self._lanes) < self._size or any(lane.state is LaneState.OPENING for lane in self._lanes):
            self._wait_for_opening()
        return self._lanes[0].walls

    def submit(self, job: Job) -> None:
        """Start a job in a free lane, waiting for one to open if need be.

        Raises:
            RuntimeError: No lane is free.
            ValueError: See `Lane.submit`.
            WorkshopNotOpened: The workshop could not be opened.
        """
        if not self.free:
            raise RuntimeError("no lane is free")
        self.widen(len(self._jobs) + 1)
        lane = self._open_lane()
        lane.submit(job.task, job.original, job.limits)
        self._jobs[lane] = job

    def events(self) -> Iterator[tuple[Job, Event]]:
        """Hand out frames and outcomes as they come, until no job is in flight. More may be submitted meanwhile.

        The frames of one job come in order and before its outcome.

        Raises:
            LanesLost: Lanes are lost one after another.
            WorkshopNotOpened: The workshop could not be opened.
        """
        while self._jobs:
            yield from self._turn()

    def run(self, jobs: Iterable[Job]) -> Iterator[tuple[Job, Event]]:
        """Do all `jobs`, taken from the iterable one by one as lanes become free.

        An original is needed only until the next job is taken, so a generator can open it, yield the job and close it.

        Raises:
            LanesLost: Lanes are lost one after another.
            WorkshopNotOpened: The workshop could not be opened.
        """
        waiting = iter(jobs)
        job = next(waiting, None)
        while job or self._jobs:
            while job and self.free:
                self.submit(job)
                job = next(waiting, None)
                if job:
                    self.widen(self._size)
            yield from self._turn()

    def begin(self) -> None:
        """Do nothing: each job goes to its lane at once."""

    def filenos(self) -> tuple[int, ...]:
        """Descriptors to wait on until one can be read. Ask again after each `take`."""
        return tuple(each for lane in self._watched() for each in lane.filenos())

    @property
    def deadline(self) -> float | None:
        """When to call `take` at the latest, by `time.monotonic()`; None if there is nothing to wait for."""
        return _earliest(self._watched())

    def take(self, ready: set[int]) -> Iterator[tuple[Job, Event]]:
        """Hand out what has come in the lanes whose descriptors are ready, or whose time is up.

        Raises:
            LanesLost: Lanes are lost one after another.
            WorkshopNotOpened: The workshop could not be opened.
        """
        for lane in self._watched():
            is_due = lane.deadline is not None and time.monotonic() > lane.deadline
            if not is_due and not ready.intersection(lane.filenos()):
                continue
            if lane is self._template:
                self._tend_template()
                continue
            job = self._jobs.get(lane)
            for event in self._receive(lane):
                if job is not None:
                    yield job, event

    def close(self) -> None:
        """End all lanes, and the jobs in them, and wait until they are gone."""
        self._jobs.clear()
        every = [*self._lanes, self._template]
        for lane in every:
            lane.hang_up()
        for lane in every:
            lane.close()

    def _open_lane(self) -> Lane:
        self._tend()
        while True:
            for lane in self._lanes:
                if lane.state is LaneState.FREE:
                    return lane
            self._wait_for_opening()

    def _wait_for_opening(self) -> None:
        opening = self._opening()
        descriptors = tuple(each for lane in opening for each in lane.filenos())
        wait_for_any(descriptors, _earliest(opening))
        self._tend()

    def _opening(self) -> list[Lane]:
        return [lane for lane in (*self._lanes, self._template) if lane.state is LaneState.OPENING]

    def _tend(self) -> None:
        """Notice lanes without a job that have opened, or ended behind our back."""
        self._tend_template()
        for lane in [each for each in self._lanes if each not in self._jobs]:
            self._hear(lane)
            if lane.state is LaneState.LOST:
                self._replace(lane)

    def _tend_template(self) -> None:
        self._hear(self._template)
        if self._template.state is LaneState.LOST:
            self._template.close()
            self._lose()
            self._template = Lane(self._workshop, walls=self._walls)
        self._start_lanes()

    def _start_lanes(self) -> None:
        while len(self._lanes) < self._wanted and self._template.state in {LaneState.FREE, LaneState.COPIED}:
            self._lanes.append(Lane(self._workshop, walls=self._walls, like=self._template))

    def _turn(self) -> Iterator[tuple[Job, Event]]:
        ready = wait_for_any(self.filenos(), self.deadline)
        yield from self.take(ready)

    def _watched(self) -> list[Lane]:
        """Return the lanes of which something is to come: those with a job, and those that open."""
        return [*self._jobs, *(lane for lane in self._opening() if lane not in self._jobs)]

    def _receive(self, lane: Lane) -> list[Event]:
        events = self._hear(lane)
        if events and isinstance(events[-1], Outcome):
            del self._jobs[lane]
            if not is_lost(events[-1]):
                self._losses = 0
        if lane.state is LaneState.LOST:
            self._replace(lane)
        return events

    def _hear(self, lane: Lane) -> list[Event]:
        """Take what has come; a lane that was killed while it opened is given another try, as often as any other."""
        try:
            return lane.receive()
        except LaneKilled:
            if self._losses >= self._most_losses:
                raise
            return []

    @property
    def _most_losses(self) -> int:
        return MOST_LOSSES_PER_LANE * max(1, self._wanted)

    def _replace(self, lane: Lane) -> None:
        lane.close()
        self._lanes.remove(lane)
        self._lose()
        self._tend_template()

    def _lose(self) -> None:
        """Count a lane that was lost.

        Raises:
            LanesLost: Too many, one after another.
        """
        self._losses += 1
        if self._losses > self._most_losses:
            raise LanesLost(f"{self._losses} lanes were lost with no job done in between")


def _earliest(lanes: Iterable[Lane]) -> float | None:
    return min((lane.deadline for lane in lanes if lane.deadline is not None), default=None)
