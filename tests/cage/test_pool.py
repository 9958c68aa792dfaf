"""Several lanes: every job gets its outcome once, lost lanes are replaced, and nobody waits without need."""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cage import (
    Job,
    LaneKilled,
    LanePool,
    LanesLost,
    Limits,
    Outcome,
    OutcomeKind,
    Workshop,
    WorkshopNotOpened,
    next_events,
)

WORKSHOP = Workshop(opener="tests.cage.lane_jobs:open_workshop", argument="hammer")


@pytest.fixture(scope="module")
def pool() -> Iterator[LanePool]:
    with LanePool(WORKSHOP, count=2) as made:
        yield made


def answers(pool: LanePool, jobs: Iterator[Job] | list[Job]) -> dict[str, list[bytes | OutcomeKind]]:
    """What came for each job, in order."""
    seen: dict[str, list[bytes | OutcomeKind]] = {}
    for job, event in pool.run(jobs):
        seen.setdefault(job.key, []).append(event.kind if isinstance(event, Outcome) else event)
    return seen


def test_every_job_is_answered_in_order_and_apart(pool: LanePool) -> None:
    jobs = [Job(key=str(number), task=b"echo %d" % number) for number in range(40)]
    expected = {job.key: [job.task, job.task, job.task, OutcomeKind.FINISHED] for job in jobs}
    assert answers(pool, jobs) == expected
    assert (pool.free, pool.in_flight) == (2, 0)


def test_a_crash_in_one_lane_leaves_the_others(pool: LanePool) -> None:
    tasks = [b"crash late", b"opened", b"sleep", b"opened", b"opened"]
    jobs = [Job(key=f"{n}", task=task, limits=Limits(wall_seconds=0.6)) for n, task in enumerate(tasks)]
    ends = {key: events[-1] for key, events in answers(pool, jobs).items()}
    crashed, finished, late = OutcomeKind.CRASHED, OutcomeKind.FINISHED, OutcomeKind.TIME_LIMIT
    assert ends == {"0": crashed, "1": finished, "2": late, "3": finished, "4": finished}


def test_jobs_are_taken_only_as_lanes_become_free_and_files_may_be_closed_then(pool: LanePool, tmp_path: Path) -> None:
    taken = 0

    def jobs() -> Iterator[Job]:
        nonlocal taken
        for number in range(6):
            path = tmp_path / str(number)
            path.write_bytes(b"file %d" % number)
            with path.open("rb") as file:
                taken += 1
                yield Job(key=str(number), task=b"read", original=file.fileno())

    ended = 0
    for job, event in pool.run(jobs()):
        if isinstance(event, Outcome):
            ended += 1
        else:
            assert event == f"file {job.key}".encode()
        assert taken <= ended + 3  # two in the lanes, one in the hand
    assert ended == 6


def test_more_may_be_submitted_while_events_come(pool: LanePool) -> None:
    pool.submit(Job(key="0", task=b"opened"))
    ended = []
    for job, event in pool.events():
        if isinstance(event, Outcome):
            ended.append(job.key)
            if len(ended) < 5:
                pool.submit(Job(key=str(len(ended)), task=b"opened"))
    assert ended == ["0", "1", "2", "3", "4"]


def test_full_pool_takes_no_more(pool: LanePool) -> None:
    for key in "ab":
        pool.submit(Job(key=key, task=b"sleep", limits=Limits(wall_seconds=0.1)))
    assert pool.free == 0
    with pytest.raises(RuntimeError, match="no lane is free"):
        pool.submit(Job(key="c", task=b"opened"))
    ends = [event.kind for _, event in pool.events() if isinstance(event, Outcome)]
    assert ends == [OutcomeKind.TIME_LIMIT] * 2


def kill_lane_when_working(pool: LanePool) -> list[OutcomeKind]:
    """Kill the lane at the first frame, and return the outcomes."""
    kinds = []
    for _, event in pool.events():
        if isinstance(event, bytes):
            os.kill(pool.lanes[0].process_number, signal.SIGKILL)
        else:
            kinds.append(event.kind)
    return kinds


def test_lost_lane_is_replaced_and_its_job_can_be_tried_again() -> None:
    with LanePool(WORKSHOP, count=1) as pool:
        pool.submit(Job(key="a", task=b"announce and sleep"))
        assert kill_lane_when_working(pool) == [OutcomeKind.LANE_LOST]
        pool.wait_until_open()
        os.kill(pool.lanes[0].process_number, signal.SIGKILL)  # this one while it has nothing to do
        while not pool.lanes[0].has_ended:
            time.sleep(0.005)
        assert answers(pool, [Job(key="a", task=b"opened")]) == {"a": [b"hammer 1", OutcomeKind.FINISHED]}


def test_a_lane_killed_while_it_opens_is_replaced_and_work_goes_on() -> None:
    with LanePool(WORKSHOP, count=2) as pool:
        pool.widen(2)
        killed = pool.template.process_number
        os.kill(killed, signal.SIGKILL)
        jobs = [Job(key=str(number), task=b"opened") for number in range(4)]
        assert answers(pool, jobs) == {job.key: [b"hammer 1", OutcomeKind.FINISHED] for job in jobs}
        assert pool.template.process_number != killed


def test_a_template_killed_when_it_is_open_takes_its_lanes_along_and_work_goes_on(pool: LanePool) -> None:
    pool.wait_until_open()
    lanes = pool.lanes
    os.kill(pool.template.process_number, signal.SIGKILL)
    while not all(lane.has_ended for lane in lanes):
        time.sleep(0.005)
    jobs = [Job(key=str(number), task=b"opened") for number in range(4)]
    assert answers(pool, jobs) == {job.key: [b"hammer 1", OutcomeKind.FINISHED] for job in jobs}
    assert not set(lanes) & set(pool.lanes)


def test_many_lanes_that_die_at_once_are_no_lanes_that_keep_dying() -> None:
    with LanePool(WORKSHOP, count=5) as several:
        several.wait_until_open()
        for each in (several.template, *several.lanes):
            os.kill(each.process_number, signal.SIGKILL)
        while not all(each.has_ended for each in (several.template, *several.lanes)):
            time.sleep(0.005)
        assert answers(several, [Job(key="a", task=b"opened")])["a"][-1] is OutcomeKind.FINISHED


def test_a_job_whose_template_is_killed_is_lost_and_said_to_be(pool: LanePool) -> None:
    pool.submit(Job(key="a", task=b"announce and sleep"))
    kinds = []
    for _, event in pool.events():
        if isinstance(event, bytes):
            os.kill(pool.template.process_number, signal.SIGKILL)
        else:
            kinds.append(event.kind)
    assert kinds == [OutcomeKind.LANE_LOST]


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up as Linux shows them")
def test_the_workshop_is_opened_once_for_all_lanes(pool: LanePool) -> None:
    pool.wait_until_open()
    assert len({lane.process_number for lane in pool.lanes}) == 2
    assert {parent_of(lane.process_number) for lane in pool.lanes} == {pool.template.process_number}
    assert parent_of(pool.template.process_number) == os.getpid()


def test_what_lanes_use_counts_as_used_by_who_holds_them() -> None:
    """Benchmarks add up what processes used that have ended."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with LanePool(WORKSHOP, count=2) as pool:
        answers(pool, [Job(key=str(number), task=b"work") for number in range(6)])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime >= 6 * 0.06


def parent_of(number: int) -> int:
    return int(Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[1])


def test_a_lane_killed_while_another_works_is_replaced() -> None:
    with LanePool(WORKSHOP, count=1) as busy, LanePool(WORKSHOP, count=1) as other:
        killed = other.template.process_number
        os.kill(killed, signal.SIGKILL)
        busy.submit(Job(key="slow", task=b"sleep", limits=Limits(wall_seconds=60)))
        while not other.open:
            assert list(next_events([busy, other])) == []
        assert other.template.process_number != killed


def test_lanes_killed_again_and_again_while_they_open_are_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.cage.pool.MOST_LOSSES_PER_LANE", 2)
    tried: set[int] = set()
    with LanePool(WORKSHOP, count=1) as pool, pytest.raises(LaneKilled, match="ended with code -9"):
        kill_lanes_while_they_open(pool, tried)
    assert len(tried) == 3


def kill_lanes_while_they_open(pool: LanePool, killed: set[int]) -> None:
    while not pool.open:
        killed.add(pool.template.process_number)
        os.kill(pool.template.process_number, signal.SIGKILL)


def test_lanes_that_keep_dying_end_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.cage.pool.MOST_LOSSES_PER_LANE", 1)
    with LanePool(WORKSHOP, count=1) as pool:
        pool.submit(Job(key="a", task=b"announce and sleep"))
        assert kill_lane_when_working(pool) == [OutcomeKind.LANE_LOST]
        pool.submit(Job(key="a", task=b"announce and sleep"))
        with pytest.raises(LanesLost, match="2 lanes"):
            kill_lane_when_working(pool)


def test_workshop_that_cannot_be_opened_stops_the_pool() -> None:
    with (
        LanePool(Workshop(opener="tests.cage.lane_jobs:opener_that_fails"), count=2) as pool,
        pytest.raises(WorkshopNotOpened, match="the vocabulary is missing"),
    ):
        answers(pool, [Job(key="a", task=b"opened")])


def test_closing_ends_jobs_at_once() -> None:
    with LanePool(WORKSHOP, count=2) as pool:
        pool.wait_until_open()
        pool.submit(Job(key="a", task=b"announce and spin"))
        lanes = pool.lanes
    assert [lane.has_ended for lane in lanes] == [True, True]


def test_pool_needs_a_lane() -> None:
    with pytest.raises(ValueError, match="at least one"):
        LanePool(WORKSHOP, count=0)


def test_pools_are_waited_for_together_and_none_holds_up_the_other(pool: LanePool) -> None:
    slow, quick = Job(key="slow", task=b"sleep", limits=Limits(wall_seconds=1.5)), Job(key="quick", task=b"opened")
    ends: list[tuple[bool, str, OutcomeKind]] = []
    with LanePool(WORKSHOP, count=1) as other:
        pool.submit(slow)
        while not other.open:  # opening is waited for as well, and is no event
            assert list(next_events([pool, other])) == []
        other.submit(quick)
        while pool.in_flight or other.in_flight:
            for source, job, event in next_events([pool, other]):
                if isinstance(event, Outcome):
                    ends.append((source is pool, job.key, event.kind))
    assert ends == [(False, "quick", OutcomeKind.FINISHED), (True, "slow", OutcomeKind.TIME_LIMIT)]


def test_a_lane_is_open_once_its_workshop_is() -> None:
    with LanePool(WORKSHOP, count=1) as other:
        assert (other.free, other.open) == (1, 0)
        other.wait_until_open()
        assert other.open == 1
        other.submit(Job(key="0", task=b"opened"))
        assert (other.free, other.open) == (0, 0)


def test_a_workshop_that_cannot_be_opened_is_said_while_waiting_for_several(pool: LanePool) -> None:
    with LanePool(Workshop(opener="tests.cage.lane_jobs:no_such_opener"), count=1) as other:
        pool.submit(Job(key="0", task=b"sleep", limits=Limits(wall_seconds=5)))
        with pytest.raises(WorkshopNotOpened, match="no_such_opener"):
            wait_for_two(pool, other)
    pool.close()


def wait_for_two(one: LanePool, other: LanePool) -> None:
    while one.in_flight or other.in_flight:
        list(next_events([one, other]))
