"""Faults that a cluster must bear: after each, the case is the same as after an undisturbed run, by hash.

    python -m benchmarks.scaling.cluster_faults kill|node|head|two [--count 200] [--documents 300] [--long 0]
        [--scans 0] [--pause 16] [--seed 1]

`kill` kills workers of Ray at random moments while they are at work on chunks, so many in all, over as many runs as it
takes, with a pause of at most so many seconds before each. `node` takes one of two nodes away in the middle of a run.
`head` kills every process of the head and starts it again at the same address. `two` starts a second run on the same
case. `--long` adds so many PDF files that are read in parts, `--scans` so many that are pictures, which workers draw
and recognise. Prints what was done and what differed; exit code 1 if anything did.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.scaling.documents import make_documents, make_long_documents, make_scans
from benchmarks.scaling.outcome import outcome

AT_WORK = b"ray::run_chunk"
"""What Ray calls a worker that is at work on a chunk: its other processes are not killed, for they are no workers."""
KILLS_A_RUN = 50
ENDS = (0, 3)
IN_USE = 2
Disturb = Callable[["subprocess.Popen[bytes]", Path], int]


def start(documents: Path, case: Path, *options: str) -> subprocess.Popen[bytes]:
    """Start the main job, for somebody who waits for it."""
    command = [
        sys.executable,
        "-m",
        "tenderlight",
        "find",
        str(documents),
        "--case",
        str(case),
        "--no-screen",
        *options,
    ]
    environment = os.environ | {"TENDERLIGHT_NICENESS": "0"}
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment)


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    """Wait for a run; return its exit code and its last words."""
    _, words = process.communicate()
    return process.returncode, words.decode("utf-8", "replace").strip()[-400:]


def below(process_number: int) -> Iterator[int]:
    """Yield all processes that descend from one."""
    try:
        children = Path(f"/proc/{process_number}/task/{process_number}/children").read_text("ascii").split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from below(child)


def workers_at_work(process_number: int) -> list[int]:
    """Return the workers below a process that are at work on chunks."""
    found = []
    for number in below(process_number):
        try:
            name = Path(f"/proc/{number}/cmdline").read_bytes()
        except OSError:
            continue
        if name.startswith(AT_WORK):
            found.append(number)
    return found


def killing(count: int, drawn: random.Random, *, longest_pause_seconds: float) -> Disturb:
    """Return what kills so many workers of a run at random moments, as far as it lasts; says how many it was."""

    def disturb(process: subprocess.Popen[bytes], _case: Path) -> int:
        killed = 0
        while killed < count and process.poll() is None:
            time.sleep(drawn.uniform(0.05, longest_pause_seconds))
            workers = workers_at_work(process.pid)
            if workers:
                os.kill(drawn.choice(workers), signal.SIGKILL)
                killed += 1
        return killed

    return disturb


def kill(folder: Path, arguments: argparse.Namespace) -> bool:
    """Kill workers until it is enough; return whether every case came out the same."""
    documents, expected = undisturbed(folder, arguments)
    drawn, killed, runs, differ = random.Random(arguments.seed), 0, 0, 0
    while killed < arguments.count:
        case = folder / f"case-{runs}"
        process = start(documents, case, "--cluster", "local", "--workers", "2")
        most = min(KILLS_A_RUN, arguments.count - killed)
        now = killing(most, drawn, longest_pause_seconds=arguments.pause)(process, case)
        code, words = ended(process)
        same = code in ENDS and outcome(case) == expected
        killed, runs, differ = killed + now, runs + 1, differ + (not same)
        print(
            f"run {runs}: {now} workers killed, {'the same' if same else f'DIFFERS: code {code}: {words}'}", flush=True
        )
        shutil.rmtree(case)
        if not same and code not in ENDS:
            break
    print(f"{killed} workers killed in {runs} runs over {arguments.documents} documents: {differ} differ")
    return not differ and killed >= arguments.count


def undisturbed(folder: Path, arguments: argparse.Namespace) -> tuple[Path, str]:
    """Make documents, and return them with the hash of what comes of them without a cluster."""
    documents, case = folder / "documents", folder / "undisturbed"
    make_documents(documents, arguments.documents, seed=arguments.seed)
    make_long_documents(documents, arguments.long, seed=arguments.seed)
    make_scans(documents, arguments.scans, seed=arguments.seed)
    code, words = ended(start(documents, case))
    if code not in ENDS:
        raise SystemExit(f"the undisturbed run ended with code {code}: {words}")
    return documents, outcome(case)


def two(folder: Path, arguments: argparse.Namespace) -> bool:
    """Start second runs on the case of one that goes on: each is refused, and the first ends as if alone."""
    documents, expected = undisturbed(folder, arguments)
    case, refused, tried = folder / "case", 0, 0
    first = start(documents, case, "--cluster", "local", "--workers", "2")
    while not (case / "custody.jsonl").exists():
        time.sleep(0.1)
    while first.poll() is None and tried < arguments.count:
        code, _ = ended(start(documents, case, "--cluster", "local", "--workers", "1"))
        if first.poll() is None:
            tried, refused = tried + 1, refused + (code == IN_USE)
    code, words = ended(first)
    same = code in ENDS and outcome(case) == expected
    print(f"{tried} second runs, {refused} refused; the first {'the same' if same else f'DIFFERS: {code} {words}'}")
    return same and tried == refused > 0


def main() -> int:
    """Do it; exit code 0 if everything came out the same."""
    from benchmarks.scaling.cluster_nodes import head, node

    ways = {"kill": kill, "node": node, "head": head, "two": two}
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("way", choices=ways)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--long", type=int, default=0)
    parser.add_argument("--scans", type=int, default=0)
    parser.add_argument("--pause", type=float, default=16.0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        return 0 if ways[arguments.way](Path(place), arguments) else 1


if __name__ == "__main__":
    sys.exit(main())
