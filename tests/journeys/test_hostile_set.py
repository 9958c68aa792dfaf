"""A share of the hostile set through the whole job: what `benchmarks/hostile.py` measures over all of it.

Each goal is shown to be one that can be missed: a fault is planted, and must be told.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.shared_data import SHARED, shared_file

ROOT = Path(__file__).resolve().parents[2]
SHARE = ("--every", "60")
"""One file in so many."""
FEW = ("--only", "own/archive")


def measure(*words: str) -> tuple[int, str]:
    """Run the bench over some of the set; return its exit code and what it printed."""
    shared_file("data/hostile/manifest.tsv")
    command = [sys.executable, "benchmarks/hostile.py", "--shared", str(SHARED), *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_every_file_ends_as_it_must_and_hurts_nobody() -> None:
    code, said = measure(*SHARE, "--list")
    missed = [line for line in said.splitlines() if line.startswith("MISSED") and "reads met" not in line]
    assert missed == [], said  # a share of `reads` is too small to be counted in hundredths
    assert code == 0 or "reads met" in said


def test_planted_faults_are_told() -> None:
    code, said = measure(*FEW, "--plant", "neighbours", "outside", "ends")
    assert code == 1
    told = [line for line in said.splitlines() if line.startswith("MISSED")]
    wanted = ["named outcome", "error and limited met", "ordinary documents", "nothing written elsewhere"]
    assert [word for word, line in zip(wanted, told, strict=True) if word not in line] == [], said
