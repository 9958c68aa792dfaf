"""How far work that nobody waits for yields the processor, and that the lanes which do it are told."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tenderlight.cage import zygote
from tenderlight.cage.ending import Ending
from tenderlight.cage.yielding import NICENESS, SESSION, patience, yield_to_people
from tenderlight.errors import UsageError

ROOT = Path(__file__).resolve().parents[2]
HAS_GROUPS = Path("/proc/sys/kernel/sched_autogroup_enabled").exists() and SESSION.exists()
LANES = """
import json, os
from contextlib import closing
from pathlib import Path
from tenderlight.cage import Lane, Workshop
from tenderlight.cage.yielding import yield_to_people

yield_to_people()
workshop = Workshop(opener="tests.cage.lane_jobs:open_workshop", argument="hammer")
with closing(Lane(workshop)) as first:
    first.wait_until_open()
    with closing(Lane(workshop, like=first)) as copy:
        copy.wait_until_open()
        lanes = (first.process_number, copy.process_number)
        told = [os.getpriority(os.PRIO_PROCESS, 0), *(os.getpriority(os.PRIO_PROCESS, lane) for lane in lanes)]
        groups = [Path(f"/proc/{lane}/autogroup") for lane in lanes]
        print(json.dumps([told, [group.read_text("ascii") for group in groups if group.exists()]]))
"""


def run(code: str, said: str | None) -> str:
    """Run code in a process of its own, since nobody can take back what is given to others."""
    environment = {name: value for name, value in os.environ.items() if name != NICENESS}
    environment |= {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    environment |= {} if said is None else {NICENESS: said}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True).stdout


@pytest.mark.parametrize(("said", "before", "expected"), [(None, 0, 10), ("", 0, 10), ("4", 0, 4), ("0", 7, 7)])
def test_a_process_yields_as_far_as_is_said_and_never_less_than_it_did(
    said: str | None, before: int, expected: int
) -> None:
    here = os.getpriority(os.PRIO_PROCESS, 0)
    code = (
        "import os\nfrom tenderlight.cage.yielding import yield_to_people\n"
        f"os.nice({before})\nyield_to_people()\nprint(os.getpriority(os.PRIO_PROCESS, 0))"
    )
    assert int(run(code, said)) == max(expected, here + before)


@pytest.mark.parametrize("said", ["20", "-5", "ten", "١٠", "1.5", "0000010"])
def test_what_is_no_such_number_is_refused(said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NICENESS, said)
    with pytest.raises(UsageError, match="0 to 19"):
        yield_to_people()


@pytest.mark.parametrize(("niceness", "least", "most"), [(0, 1.0, 1.0), (-5, 1.0, 1.0), (10, 9.0, 10.0)])
def test_who_yields_has_longer_by_the_clock(
    niceness: int, least: float, most: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "getpriority", lambda *_: niceness)
    assert least <= patience() <= most


def test_lanes_yield_too_and_so_does_the_session_that_they_are() -> None:
    told, groups = json.loads(run(LANES, "11"))
    assert told == [11, 11, 11]
    if HAS_GROUPS:
        first, copy = groups
        assert first == copy
        assert first.split()[-1] == "11"


YIELDING = """
import json, os, subprocess, sys
from contextlib import closing
from tenderlight.cage import Lane, Limits, Workshop

os.nice(10)
workshop = Workshop(opener="tests.cage.lane_jobs:open_workshop", argument="hammer")
with closing(Lane(workshop)) as lane:
    lane.wait_until_open()
    outcome = list(lane.run({task!r}, limits=Limits(wall_seconds={wall}, cpu_seconds=20.0)))[-1]
    print(json.dumps([outcome.limit, outcome.wall_seconds, outcome.cpu_seconds]))
"""


def test_a_child_that_sleeps_in_a_lane_that_yields_has_no_longer_than_another() -> None:
    """Only the time that others had the processor is left out: whoever does nothing waits for nobody."""
    limit, wall, _cpu = json.loads(run(YIELDING.format(task=b"sleep", wall=0.5), None))
    assert limit == "wall_seconds"
    assert wall < 3.0, "nine times as long would be 4.7 s"


def test_the_time_that_others_had_the_processor_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that could not run is waited for, as long as a process that yields so far may take."""
    ours, theirs = socket.socketpair()
    monkeypatch.setattr(zygote, "patience", lambda: 4.0)
    with ours, theirs:
        ends = [_ended_after(ours, waited) for waited in (0.0, 0.3, 60.0)]
    assert 0.1 <= ends[0] < 0.3
    assert 0.4 <= ends[1] < 0.8
    assert 0.4 <= ends[2] < 0.8, "within four times 0.1 s"


def _ended_after(connection: socket.socket, waited: float) -> float:
    """Return after how long a child that has 0.1 s and waited that long for the processor is ended."""
    process = os.fork()
    if process == 0:
        time.sleep(30)
        os._exit(0)
    ending = Ending(process)
    ending.waited_seconds = lambda: waited  # type: ignore[method-assign]
    started = time.monotonic()
    assert zygote._watch(connection, ending, started, 0.1) == "wall_seconds"
    ending.collect()
    return time.monotonic() - started


@pytest.mark.skipif(not Path("/proc/self/schedstat").exists(), reason="the system does not tell what a process waits")
def test_waiting_for_the_processor_is_told_apart_from_sleeping() -> None:
    """Two processes that spin on one processor wait for each other; one that sleeps does not."""
    here = f"import os, time\nos.sched_setaffinity(0, {{{min(os.sched_getaffinity(0))}}})\n"
    spin = here + "end = time.monotonic() + 0.6\nwhile time.monotonic() < end: pass"
    sleep = here + "time.sleep(0.6)"
    waits = []
    for code in (spin, sleep):
        both = [subprocess.Popen([sys.executable, "-c", one]) for one in (code, spin)]
        time.sleep(0.5)
        waits.append(Ending(both[0].pid).waited_seconds())
        for process in both:
            process.wait()
    assert waits[0] > 0.05
    assert waits[1] < waits[0]
