"""How long `tenderlight --help` takes, against an interpreter that imports click and nothing else.

    python benchmarks/startup.py [--repeats 15]

The two take turns, so that a busy machine slows both alike. Goal: a median under 150 ms, or under 1.6 times that of
the peer, whichever is larger. Exit code 1 if that is missed.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

GOAL_MILLISECONDS = 150.0
GOAL_RATIO = 1.6
OURS = (sys.executable, "-m", "tenderlight", "--help")
PEER = (sys.executable, "-c", "import click")


def milliseconds(command: tuple[str, ...]) -> float:
    """Run a command and return how long it took by the clock."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main() -> int:
    """Run the benchmark; exit code 0 if the goal is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=15)
    arguments = parser.parse_args()
    for command in (OURS, PEER):  # once without counting: files come into memory
        milliseconds(command)
    pairs = [(milliseconds(OURS), milliseconds(PEER)) for _ in range(arguments.repeats)]
    ours, peer = (statistics.median(times) for times in zip(*pairs, strict=True))
    goal = max(GOAL_MILLISECONDS, GOAL_RATIO * peer)
    print(f"{'':24}{'median ms':>12}{'x peer':>10}")
    print(f"{'tenderlight --help':24}{ours:12.0f}{ours / peer:10.2f}")
    print(f"{'python -c import click':24}{peer:12.0f}{1:10.2f}")
    print(f"\ngoal: at most {goal:.0f} ms: {'holds' if ours <= goal else 'MISSED'}")
    return 0 if ours <= goal else 1


if __name__ == "__main__":
    sys.exit(main())
