"""The goals of the cage and of bad input, one row each: what is measured, what must hold, what must be found.

    python benchmarks/goals.py [--shared DIR] [--rows 1 3 4 ...]

Each row is measured in its short form, then a fault is planted (a wall taken down, a neighbour changed, an order of
writing turned round), and the same measurement must tell. A goal that cannot be missed is none.

 1  every hostile file has a named outcome, no lane is lost, neighbours are the same to the byte
 2  the manifest of the hostile set is met: all of `error` and `limited`, 97 in 100 of `reads`
 3  67 attempts to get out of the cage or more, twice each: none does
 4  26 kinds of faults or more, four times each: the document after each is read as if nothing had happened
 5  reading in the cage costs at most 10 ms of processor time a document
 6  what is read in the cage is what is read without it, to the byte
 7  no child takes more than 1 GiB + 64 MiB, or 60 s of the clock
 8  50 kills, every step towards the disk, 10 power cuts, a disk full at every step: nothing acknowledged is lost
 9  3 of 3 broken orders of writing are found
10, 11, 12 and 19 are in `custody.py`
14  at least 60 ways of writing an address lead to no service of this machine
17  at least 20 kinds of lies are told, and at most 1 in 100 honest files is told to lie

Rows 1, 2, 6, 7 and 17 read the shared folder and are left out without it; power cuts need root and loop devices. Exit
code 1 if a goal is missed, or a planted fault is not found.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from tenderlight.cage import ALL_WALLS, Lane, LanePool, Limits, Outcome, OutcomeKind, Workshop

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.goal_table.rows import Row, all_hold  # noqa: E402

FAULTY = Workshop(opener="tests.cage.faults:open_workshop")
ESCAPES_TWICE, FAULTS_FOUR_TIMES = 2, 4
LEAST_ESCAPES, LEAST_FAULTS, LEAST_FORMS = 67, 26, 60
KILLS, CUTS = 50, 10
GOAL_MILLISECONDS = 10.0
GOOD = ("reading/born", "reading/real", "reading/office", "documents")
QUICK = Limits(wall_seconds=1.0, cpu_seconds=1.0, memory_bytes=96 << 20, answer_bytes=2 << 20, frame_bytes=1 << 20)


def script(*words: object, **environment: str) -> tuple[int, str]:
    """Run a Python script or module from the root; return its exit code and what it printed."""
    command = [sys.executable, *(str(word) for word in words)]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    return done.returncode, done.stdout + done.stderr[-500:]


def lines_with(text: str, *words: str) -> str:
    """Return the lines that hold one of the words, joined."""
    return "; ".join(line.strip() for line in text.splitlines() if any(word in line for word in words))


_hostile: dict[str, tuple[int, str]] = {}


def hostile(shared: Path, *words: object) -> tuple[int, str]:
    """Run the bench of hostile files, once for each choice of words."""
    key = " ".join(map(str, words))
    if key not in _hostile:
        _hostile[key] = script("benchmarks/hostile.py", "--shared", shared, *words)
    return _hostile[key]


def of_hostile(shared: Path, wanted: tuple[str, ...], plant: str, *words: object) -> Row:
    """Return a row that the bench of hostile files measures: the checks that begin with the wanted words."""
    if not (shared / "data" / "hostile").is_dir():
        return Row(figure="left out: needs the shared folder", is_met=None, planted=plant, is_found=None)
    _, said = hostile(shared)
    checks = [
        line for line in said.splitlines() if line.startswith(("holds", "MISSED")) and any(w in line for w in wanted)
    ]
    _, broken = hostile(shared, "--plant", plant, *words)
    found = any(line.startswith("MISSED") and any(word in line for word in wanted) for line in broken.splitlines())
    figure = "; ".join(line.split(maxsplit=1)[1] for line in checks) or said[-300:]
    is_met = bool(checks) and all(line.startswith("holds") for line in checks)
    return Row(figure=figure, is_met=is_met, planted=plant, is_found=found)


def neighbours(shared: Path) -> Row:
    """Row 1."""
    wanted = ("named outcome", "no lane lost", "ordinary documents", "written elsewhere", "the case is whole")
    return of_hostile(shared, wanted, "neighbours", "--every", 40)


def expectations(shared: Path) -> Row:
    """Row 2."""
    return of_hostile(shared, ("error and limited met", "reads met"), "ends", "--every", 40)


def caps(shared: Path) -> Row:
    """Row 7."""
    return of_hostile(shared, ("largest child", "slowest child"), "memory", "--only", "own/pdf/")


def attempts(names: list[str], *, walls: bool, rounds: int) -> tuple[int, int, int]:
    """Try to get out; return how often it was tried, how often it was done, how many neighbours differ."""
    tried = out = different = 0
    lane = Lane(FAULTY, walls=ALL_WALLS if walls else ())
    try:
        undisturbed = frames(lane, "control")
        for _ in range(rounds):
            for name in names:
                said = frames(lane, name)
                tried += 1
                out += b"got out" in said
                different += frames(lane, "control") != undisturbed
    finally:
        lane.close()
    return tried, out, different


def frames(lane: Lane, name: str, limits: Limits | None = None) -> list[bytes]:
    """Do one job of the faulty workshop and return what it said."""
    events = lane.run(name.encode(), None, limits or Limits(wall_seconds=30.0))
    return [event for event in events if isinstance(event, bytes)]


def escapes(_shared: Path) -> Row:
    """Row 3."""
    from tests.cage.escapes import ESCAPES, MORE_ESCAPES

    names = [*ESCAPES, *MORE_ESCAPES]
    tried, out, different = attempts(names, walls=True, rounds=ESCAPES_TWICE)
    _, without, _ = attempts(list(ESCAPES), walls=False, rounds=1)
    return Row(
        figure=f"{len(names)} attempts, {tried} tried, {out} out, {different} neighbours different",
        is_met=len(names) >= LEAST_ESCAPES and not out and not different,
        planted=f"no walls: {without} of {len(ESCAPES)} out",
        is_found=without > 0,
    )


def faults(_shared: Path) -> Row:
    """Row 4."""
    from tests.cage.faults import FAULTS

    lane = Lane(FAULTY)
    survived = lost = different = 0
    try:
        undisturbed = frames(lane, "control")
        for name in list(FAULTS) * FAULTS_FOUR_TIMES:
            *_, end = lane.run(name.encode(), None, QUICK)
            assert isinstance(end, Outcome)
            lost += end.kind is OutcomeKind.LANE_LOST
            survived += 1
            different += frames(lane, "control") != undisturbed
    finally:
        lane.close()
    return Row(
        figure=f"{len(FAULTS)} kinds, {survived} faults, {lost} lanes lost, {different} documents after them different",
        is_met=len(FAULTS) >= LEAST_FAULTS and not lost and not different,
        planted="one process for all documents",
        is_found=is_poisoned_without_a_fork(),
    )


def is_poisoned_without_a_fork() -> bool:
    """Say whether the control job tells that a job before it, in the same process, bent what it relies on."""
    code = (
        "from tests.cage.faults import perform\nseen = []\nperform(b'control', None, seen.append)\n"
        "try:\n    perform(b'poison', None, lambda _: None)\n    perform(b'control', None, seen.append)\n"
        "except TypeError:\n    seen.append(b'broken')\nprint(len(seen) == 2 and seen[0] != seen[1])\n"
    )
    return script("-c", code)[1].strip().endswith("True")


def isolation(_shared: Path) -> Row:
    """Row 5."""
    code, said = script("benchmarks/isolation.py", "--jobs", 60)
    from benchmarks.isolation import WORKSHOP, processor_seconds

    start = processor_seconds()
    for _ in range(2):
        with LanePool(WORKSHOP, count=1) as pool:
            pool.wait_until_open()
    each = (processor_seconds() - start) / 2 * 1000
    figures = [line.split()[4] for line in said.splitlines() if line.startswith(("text", "nothing"))]
    return Row(
        figure=f"{', '.join(figures)} ms over reading here (no work, text; without and with walls)",
        is_met=code == 0,
        planted=f"a lane a document: {each:.0f} ms",
        is_found=each > GOAL_MILLISECONDS,
    )


def sameness(shared: Path) -> Row:
    """Row 6."""
    files = [path for name in GOOD for path in sorted((shared / "data" / name).rglob("*")) if path.is_file()]
    if not files:
        return Row(figure="left out: needs the shared folder", is_met=None, planted="", is_found=None)
    caged = dict(read_caged(files))
    here = dict(read_here(files))
    differ = [name for name in here if here[name] != caged.get(name)]
    short = dict(read_caged(files[:10], frames=1))
    return Row(
        figure=f"{len(here)} files, {len(differ)} read differently {differ[:3] or ''}".strip(),
        is_met=not differ,
        planted="an answer cut after its first frame",
        is_found=any(short[name] != here[name] for name in short),
    )


def read_caged(files: list[Path], *, frames: int = 100_000) -> Iterator[tuple[str, str]]:
    """Yield a digest of what each file says in the cage."""
    from benchmarks.lies import jobs
    from tenderlight.pipeline.local import WORKSHOP

    limited = (replace(job, limits=replace(job.limits, frames=frames)) for job in jobs(files))
    digests = {str(path): hashlib.sha256() for path in files}
    with LanePool(WORKSHOP) as pool:
        for job, event in pool.run(limited):
            if isinstance(event, bytes):
                digests[job.key].update(event)
    yield from ((name, digest.hexdigest()) for name, digest in digests.items())


def read_here(files: list[Path]) -> Iterator[tuple[str, str]]:
    """Yield a digest of what each file says in this process, without walls or limits."""
    from tenderlight.pipeline.messages import ReadTask, write_task
    from tenderlight.pipeline.workshop import open_workshop

    perform = open_workshop()
    for path in files:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            perform(write_task(ReadTask(untrusted_name=path.name)), file.fileno(), digest.update)
        yield str(path), digest.hexdigest()


def crashes(_shared: Path) -> Row:
    """Row 8."""
    told, holds = [], True
    for way, option in (("random", KILLS), ("kill", 1), ("full", 1)):
        with tempfile.TemporaryDirectory() as folder:
            code, said = script("-m", "tests.cases.crash_bench", way, folder, option)
        report: dict[str, Any] = json.loads(said.splitlines()[0]) if code == 0 else {"violations": [said]}
        disturbed = f"{report.get('disturbed', 0)} of {report.get('tried', 0)}"
        told.append(f"{way} {disturbed}: {len(report['violations'])} violations")
        holds &= not report["violations"]
    code, said = script("-m", "tests.cases.power_cuts", CUTS)
    told.append(said.strip().splitlines()[-1] if code == 0 else "power cuts: not possible here")
    holds &= code != 0 or ": 0 with" in said
    _, broken = script("-m", "tests.cases.power_cuts", CUTS, "--broken") if code == 0 else (1, "")
    return Row(
        figure="; ".join(told),
        is_met=holds,
        planted="nothing forced to the disk: " + (broken.strip().splitlines() or ["not possible here"])[-1],
        is_found=None if code else ": 0 with" not in broken,
    )


def broken_orders(_shared: Path) -> Row:
    """Row 9: it is made of planted faults itself; the sound order must not be found."""
    found = 0
    for fault in ("database-first", "named-early", "no-torn"):
        with tempfile.TemporaryDirectory() as folder:
            code, said = script("-m", "tests.cases.crash_bench", f"kill-{fault}", folder)
        found += code == 0 and bool(json.loads(said.splitlines()[0])["violations"])
    with tempfile.TemporaryDirectory() as folder:
        code, said = script("-m", "tests.cases.crash_bench", "kill", folder, 5)
    sound = code == 0 and not json.loads(said.splitlines()[0])["violations"]
    return Row(figure=f"{found} of 3 found", is_met=found == 3, planted="none: nothing is found", is_found=sound)


def fetches(_shared: Path) -> Row:
    """Row 14."""
    from tests.sources.listener import Listener, try_all, unguarded
    from tests.sources.ssrf_forms import HERE

    with Listener() as listener:
        tried, refused = try_all(listener)
        reached = listener.count
    with Listener() as other, unguarded():
        for form in HERE:
            other.is_refused(form)
    return Row(
        figure=f"{tried} forms, {refused} refused, {reached} connections",
        is_met=tried >= LEAST_FORMS and refused == tried and not reached,
        planted=f"no guard: {other.count} connections of {len(HERE)} forms",
        is_found=other.count > 0,
    )


def lies(shared: Path) -> Row:
    """Row 17."""
    code, said = script("benchmarks/lies.py", "--shared", shared)
    broken = script("benchmarks/lies.py", "--shared", shared, "--ordinary", 1, "--plant")[0]
    figure = lines_with(said, "kinds told", "told to lie:")
    return Row(figure=figure, is_met=code == 0, planted="readers that say nothing of it", is_found=broken != 0)


ROWS: dict[int, Callable[[Path], Row]] = {
    1: neighbours,
    2: expectations,
    3: escapes,
    4: faults,
    5: isolation,
    6: sameness,
    7: caps,
    8: crashes,
    9: broken_orders,
    14: fetches,
    17: lies,
}


def main() -> int:
    """Measure the rows and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--rows", type=int, nargs="*", choices=list(ROWS), default=list(ROWS))
    arguments = parser.parse_args()
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    return 0 if all_hold(arguments.rows, lambda number: ROWS[number](arguments.shared.resolve())) else 1


if __name__ == "__main__":
    sys.exit(main())
