"""A job may die, or find the disk full, at any step: nothing acknowledged is lost, nothing is half-written.

The next run ends with the same case. The bench runs in a process of its own, on a memory disk where there is one. To
save time, a share of the steps is tried here; `python -m tests.cases.crash_bench kill FOLDER` tries every single one.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

MEMORY = Path("/dev/shm")


class Report(NamedTuple):
    tried: int
    disturbed: int
    violations: list[str]


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """An empty folder on a memory disk, where there is one."""
    if not (MEMORY.is_dir() and os.access(MEMORY, os.W_OK)):
        yield tmp_path
        return
    place = Path(tempfile.mkdtemp(prefix="tenderlight-", dir=MEMORY))
    yield place
    shutil.rmtree(place)


def bench(folder: Path, way: str, *, every: int = 1) -> Report:
    command = [sys.executable, "-m", "tests.cases.crash_bench", way, str(folder), str(every)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    return Report(**json.loads(done.stdout))


def test_a_job_may_be_killed_at_any_step(folder: Path) -> None:
    report = bench(folder, "kill", every=3)
    assert report.violations == []
    assert report.disturbed == report.tried > 35


def test_a_job_may_be_killed_from_outside(folder: Path) -> None:
    report = bench(folder, "random")
    assert report.violations == []
    assert report.disturbed >= 3


def test_the_disk_may_be_full_at_any_step(folder: Path) -> None:
    report = bench(folder, "full", every=4)
    assert report.violations == []
    assert report.disturbed > 15


def test_files_may_be_limited_in_size(folder: Path) -> None:
    report = bench(folder, "small-files")
    assert report.violations == []
    assert report.disturbed > 5


@pytest.mark.parametrize("fault", ["database-first", "named-early", "no-torn"])
def test_an_order_of_writing_broken_on_purpose_is_found(folder: Path, fault: str) -> None:
    assert bench(folder, f"kill-{fault}").violations
