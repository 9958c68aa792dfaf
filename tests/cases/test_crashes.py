"""A job may die, or find the disk full, at any step: nothing acknowledged is lost, nothing is half-written.

The next run ends with the same case. The bench runs in a process of its own, on a memory disk where there is one. To
save time, a share of the steps is tried here; `python -m tests.cases.crash_bench kill FOLDER` tries every single one.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest


class Report(NamedTuple):
    tried: int
    disturbed: int
    violations: list[str]


def bench(folder: Path, way: str, *, every: int = 1, of: str = "crash_bench") -> Report:
    command = [sys.executable, "-m", f"tests.cases.{of}", way, str(folder), str(every)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2_000:]
    return Report(**json.loads(done.stdout))


def test_a_job_may_be_killed_at_any_step(tmp_path: Path) -> None:
    report = bench(tmp_path, "kill", every=4)
    assert report.violations == []
    assert report.disturbed == report.tried > 25


def test_a_job_may_be_killed_from_outside(tmp_path: Path) -> None:
    report = bench(tmp_path, "random")
    assert report.violations == []
    assert report.disturbed >= 3


def test_the_disk_may_be_full_at_any_step(tmp_path: Path) -> None:
    report = bench(tmp_path, "full", every=6)
    assert report.violations == []
    assert report.disturbed > 10


def test_files_may_be_limited_in_size(tmp_path: Path) -> None:
    report = bench(tmp_path, "small-files")
    assert report.violations == []
    assert report.disturbed > 5


@pytest.mark.parametrize("fault", ["database-first", "named-early", "no-torn"])
def test_an_order_of_writing_broken_on_purpose_is_found(tmp_path: Path, fault: str) -> None:
    assert bench(tmp_path, f"kill-{fault}").violations


@pytest.mark.parametrize(("way", "every"), [("kill", 3), ("full", 5)])
def test_people_may_be_stopped_at_any_step_and_nothing_acknowledged_is_lost(
    tmp_path: Path, way: str, every: int
) -> None:
    report = bench(tmp_path, way, every=every, of="review_bench")
    assert report.violations == []
    assert report.disturbed > 5


def test_a_review_acknowledged_before_it_is_kept_is_found(tmp_path: Path) -> None:
    assert bench(tmp_path, "kill-early", of="review_bench").violations
