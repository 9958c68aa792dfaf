"""One lane: what it opens, what it hands on, and that nothing outlives its parent."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cage import (
    Lane,
    LaneKilled,
    LaneState,
    Limits,
    Outcome,
    OutcomeKind,
    Wall,
    Workshop,
    WorkshopNotOpened,
)
from tests.cage.lane_jobs import FRAMES_BEFORE_KILL

WORKSHOP = Workshop(opener="tests.cage.lane_jobs:open_workshop", argument="hammer")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module", params=["opened", "copied"])
def lane(request: pytest.FixtureRequest) -> Iterator[Lane]:
    first = Lane(WORKSHOP)
    first.wait_until_open()
    made = Lane(WORKSHOP, like=first) if request.param == "copied" else first
    made.wait_until_open()
    yield made
    made.close()
    first.close()


def answer(lane: Lane, task: bytes, original: int | None = None, limits: Limits | None = None) -> list[bytes]:
    """The frames of a job that must finish."""
    *frames, end = lane.run(task, original, limits)
    assert isinstance(end, Outcome)
    assert end.is_finished, end
    return [frame for frame in frames if isinstance(frame, bytes)]


def test_workshop_is_opened_once_with_its_argument(lane: Lane) -> None:
    assert answer(lane, b"opened") == answer(lane, b"opened") == [b"hammer 1"]


def test_each_job_is_another_process(lane: Lane) -> None:
    first, second = answer(lane, b"process"), answer(lane, b"process")
    assert first != second
    assert str(lane.process_number).encode() not in first + second


def test_job_has_its_file_its_answer_and_no_other_descriptor(lane: Lane, tmp_path: Path) -> None:
    path = tmp_path / "original"
    path.write_bytes(b"0123456789")
    with path.open("rb") as file:
        assert answer(lane, b"descriptors", file.fileno()) == [b"[0, 1, 2, 3, 4]"]
        assert answer(lane, b"read", file.fileno()) == [b"0123456789"]
    assert answer(lane, b"descriptors") == [b"[0, 1, 2, 3]"]


def test_job_may_map_a_file_larger_than_its_memory(lane: Lane, tmp_path: Path) -> None:
    path = tmp_path / "original"
    with path.open("wb") as file:
        file.truncate(400 << 20)
    with path.open("rb") as file:
        assert answer(lane, b"map", file.fileno(), Limits(memory_bytes=96 << 20)) == [str(400 << 20).encode()]


def test_original_that_could_be_written_is_refused(lane: Lane, tmp_path: Path) -> None:
    path = tmp_path / "original"
    path.write_bytes(b"x")
    with path.open("r+b") as file, pytest.raises(ValueError, match="reading only"):
        lane.submit(b"read", file.fileno(), Limits())
    assert lane.state is LaneState.FREE


def test_secrets_of_the_parent_do_not_reach_a_job(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOKEN_OF_THE_NEWSROOM", "hunter2")
    lane = Lane(WORKSHOP)
    try:
        (environment,) = answer(lane, b"environment")
    finally:
        lane.close()
    assert b"hunter2" not in environment
    assert b"OPENBLAS_NUM_THREADS=1" in environment


def test_text_in_chinese_character_sets_converts_in_a_job(lane: Lane) -> None:
    assert answer(lane, b"convert") == ["人脸识别".encode()]


def test_random_bytes_can_be_opened_in_a_job(lane: Lane) -> None:
    if not lane.wait_until_open().has(Wall.LANDLOCK):
        pytest.skip("without Landlock no file can be opened")
    assert answer(lane, b"random") == [b"8"]


def test_callbacks_from_native_code_work_in_a_job(lane: Lane) -> None:
    assert answer(lane, b"callbacks") == [b"2000"]


def test_large_frames_and_tasks_arrive_whole(lane: Lane) -> None:
    task = b"echo" + os.urandom(3 << 20)
    assert answer(lane, task) == [task] * 3


def test_a_second_job_must_wait(lane: Lane) -> None:
    lane.submit(b"sleep", None, Limits(wall_seconds=0.05))
    with pytest.raises(RuntimeError, match="busy"):
        lane.submit(b"opened", None, Limits())
    while lane.state is LaneState.BUSY:
        lane.receive()
        time.sleep(0.005)
    assert answer(lane, b"opened") == [b"hammer 1"]


def test_frames_before_a_crash_are_kept(lane: Lane) -> None:
    *frames, end = lane.run(b"crash late")
    assert frames == FRAMES_BEFORE_KILL
    assert isinstance(end, Outcome)
    assert end.kind is OutcomeKind.CRASHED
    assert end.frames_received == len(FRAMES_BEFORE_KILL)


def test_outcome_says_what_it_cost_and_what_held(lane: Lane) -> None:
    *_, end = lane.run(b"work")
    assert isinstance(end, Outcome)
    assert 0.05 <= end.cpu_seconds <= 30
    assert end.wall_seconds >= 0.05
    assert end.peak_memory_bytes >= 40 << 20
    assert end.walls == str(lane.walls)


def test_lane_that_dies_ends_its_job_and_keeps_its_frames() -> None:
    lane = Lane(WORKSHOP)
    events = lane.run(b"announce and sleep")
    announced = next(events)
    assert isinstance(announced, bytes)
    os.kill(lane.process_number, signal.SIGKILL)
    (end,) = events
    assert isinstance(end, Outcome)
    assert (end.kind, end.frames_received) == (OutcomeKind.LANE_LOST, 1)
    assert lane.state is LaneState.LOST
    assert is_gone(int(announced))


def test_lane_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.cage.lane.GRACE_SECONDS", 0.2)
    lane = Lane(WORKSHOP)
    lane.wait_until_open()
    os.kill(lane.process_number, signal.SIGSTOP)
    lane.submit(b"opened", None, Limits(wall_seconds=0.1))
    (end,) = lane.events()
    assert isinstance(end, Outcome)
    assert (end.kind, end.message) == (OutcomeKind.LANE_LOST, "it did not answer in time")


@pytest.mark.parametrize(
    ("opener", "words"),
    [
        ("no_such_module:open_workshop", "No module named 'no_such_module'"),
        ("tests.cage.lane_jobs:no_such_opener", "no_such_opener"),
        ("tests.cage.lane_jobs:opener_that_fails", "the vocabulary is missing"),
        ("tests.cage.lane_jobs:opener_with_a_thread", "left 1 threads running"),
        ("tests.cage.lane_jobs:opener_with_shared_memory", "writable shared memory"),
        ("tests.cage.lane_jobs:opener_that_dies", "ended with code -6"),
    ],
)
def test_workshop_that_cannot_be_opened_says_why(opener: str, words: str) -> None:
    lane = Lane(Workshop(opener=opener))
    with pytest.raises(WorkshopNotOpened, match=words):
        lane.wait_until_open()
    assert lane.state is LaneState.LOST


def test_opener_must_name_a_module_and_a_callable() -> None:
    with pytest.raises(ValueError, match="module:name"):
        Workshop(opener="tests.cage.lane_jobs")


PARENT = """
import sys, threading, time
from tenderlight.cage import Job, LanePool, Limits, Workshop

def serve():
    with LanePool(Workshop(opener="tests.cage.lane_jobs:open_workshop"), count=2) as pool:
        for key in "ab":
            pool.submit(Job(key=key, task=b"announce and spin", limits=Limits(wall_seconds=60, cpu_seconds=60)))
        for job, event in pool.events():
            print(event.decode(), flush=True)

if sys.argv[1] == "main":
    serve()
else:
    threading.Thread(target=serve, daemon=True).start()
    time.sleep(60)
"""


@pytest.mark.parametrize(
    ("thread", "how"), [("main", signal.SIGKILL), ("other", signal.SIGKILL), ("main", signal.SIGINT)]
)
def test_nothing_outlives_the_parent(thread: str, how: signal.Signals) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT, thread],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with parent:
        assert parent.stdout is not None
        jobs = [int(parent.stdout.readline()) for _ in range(2)]
        lanes = [parent_of(job) for job in jobs]
        assert len({*jobs, *lanes, parent.pid}) == 5
        parent.send_signal(how)
        parent.wait(20)
    assert all(is_gone(process) for process in (*jobs, *lanes))


def status_of(process: int) -> tuple[str, int] | None:
    """State letter and parent of `process`, or None if there is none."""
    status = Path(f"/proc/{process}/stat")
    if Path("/proc/self/stat").exists():
        try:
            words = status.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            return None
    else:
        command = ["ps", "-o", "stat=,ppid=", "-p", str(process)]
        words = subprocess.run(command, capture_output=True, text=True, check=False).stdout.split()
    return (words[0][0], int(words[1])) if words else None


def parent_of(process: int) -> int:
    """The process that made `process`."""
    status = status_of(process)
    assert status is not None
    return status[1]


def is_gone(process: int, *, within_seconds: float = 10.0) -> bool:
    """Whether `process` has ended, waiting a while for it. One that nobody has reaped yet counts as ended."""
    deadline = time.monotonic() + within_seconds
    while time.monotonic() < deadline:
        status = status_of(process)
        if status is None or status[0] in "ZX":
            return True
        time.sleep(0.02)
    return False


def test_a_lane_that_nobody_holds_any_more_ends_its_process() -> None:
    lane = Lane(WORKSHOP)
    lane.wait_until_open()
    process = lane.process_number
    del lane
    gc.collect()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_copy_has_the_walls_of_its_template_and_ends_with_it() -> None:
    template = Lane(WORKSHOP)
    walls = template.wait_until_open()
    copies = [Lane(WORKSHOP, like=template) for _ in range(2)]
    assert [copy.wait_until_open() for copy in copies] == [walls] * 2
    assert answer(copies[1], b"opened") == [b"hammer 1"]
    copies[0].close()
    assert copies[0].has_ended
    assert answer(copies[1], b"opened") == [b"hammer 1"]
    template.close()
    if sys.platform == "linux":
        assert is_gone(copies[1].process_number)


def test_a_lane_that_is_copied_does_no_jobs_and_one_with_a_job_is_not_copied() -> None:
    template = Lane(WORKSHOP)
    with pytest.raises(RuntimeError, match="the lane is opening"):
        Lane(WORKSHOP, like=template)
    template.wait_until_open()
    copy = Lane(WORKSHOP, like=template)
    with pytest.raises(RuntimeError, match="the lane is copied"):
        template.submit(b"opened", None, Limits())
    copy.wait_until_open()
    copy.submit(b"sleep", None, Limits(wall_seconds=5))
    with pytest.raises(RuntimeError, match="the lane is busy"):
        Lane(WORKSHOP, like=copy)
    copy.close()
    template.close()


def test_a_copy_of_a_lane_that_is_gone_is_lost() -> None:
    template = Lane(WORKSHOP)
    template.wait_until_open()
    os.kill(template.process_number, signal.SIGKILL)
    while not template.has_ended:
        time.sleep(0.005)
    copy = Lane(WORKSHOP, like=template)
    with pytest.raises(LaneKilled, match="ended with code -9"):
        copy.wait_until_open()
    assert copy.state is LaneState.LOST
    copy.close()
    template.close()
