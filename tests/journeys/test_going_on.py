"""Runs that follow a run: nothing is read twice, and whatever stopped the first one, the case ends the same."""

from __future__ import annotations

import json
import shutil
import signal
import sqlite3
import time
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tenderlight.cases.checking import check_case
from tests.journeys.command import EXAMPLE, LONGEST_SECONDS, find, tenderlight
from tests.journeys.conftest import NO_LAYOUT, FoundCase, last_lines, once
from tests.journeys.exports import exports
from tests.journeys.pictures import drawn_notice
from tests.journeys.processes import Running

NO_COMPARING = "--no-compare"
KILLED, INTERRUPTED = signal.SIGKILL, signal.SIGINT
MOMENTS = [
    (KILLED, "seconds", 0.3),
    (KILLED, "claims", 0.0),
    (KILLED, "claims", 0.95),
    (INTERRUPTED, "seconds", 1.2),
    (INTERRUPTED, "claims", 0.0),
    (INTERRUPTED, "claims", 0.8),
]
"""By what a run is stopped, and when: after so many seconds, or once that share of its documents (and one more) has its
claims."""


@pytest.mark.parametrize(("how", "unit", "moment"), MOMENTS, ids=[f"{a.name}-{b}-{c}" for a, b, c in MOMENTS])
def test_a_run_goes_on_where_the_last_one_was_stopped(
    how: signal.Signals, unit: str, moment: float, sources: Path, undisturbed: Path, tmp_path: Path
) -> None:
    whole, folder = exports(undisturbed), tmp_path / "case"
    with Running("find", sources, "--case", folder, NO_LAYOUT, NO_COMPARING, "--workers", "2") as run:
        if unit == "seconds":
            time.sleep(moment)
        else:
            wait_for_claims(folder, 1 + int(moment * len(log(undisturbed, "claim"))))
        run.stop(how)
        code, err = run.wait()
        assert run.left_behind() == []
    if how is INTERRUPTED and unit == "claims":
        assert (code, err.strip()) == (130, "Interrupted. Run the same command again to go on.")
    else:
        assert code in (-how, 130, 0)  # before the command is up, the signal itself; at the very end, too late
    assert find(sources, "--case", folder, NO_LAYOUT).code == 0
    assert exports(folder) == whole
    assert check_case(folder) == []
    assert list((folder / "tmp").iterdir()) == []
    assert max(Counter((entry["object"], entry.get("path")) for entry in log(folder, "ingest")).values()) == 1


def wait_for_claims(case: Path, count: int) -> None:
    """Wait until the log tells that so many documents have their claims."""
    deadline = time.monotonic() + LONGEST_SECONDS
    written = case / "custody.jsonl"
    while not written.exists() or written.read_bytes().count(b'"act":"claim"') < count:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_lanes_that_are_killed_cost_nothing(sources: Path, undisturbed: Path, tmp_path: Path) -> None:
    whole, folder = exports(undisturbed), tmp_path / "case"
    with Running("find", sources, "--case", folder, NO_LAYOUT, NO_COMPARING, "--workers", "2", "--json") as run:
        run.read_lines(1 + whole["jsonl"].count(b"\n") // 3)
        assert run.kill_lanes() >= 2  # one that opened, and its lane; there may be the converter's besides
        code, err = run.wait()
    assert (code, "Traceback" in err) == (0, False)
    assert exports(folder) == whole
    assert check_case(folder) == []


def test_the_number_of_workers_changes_nothing(sources: Path, undisturbed: Path, tmp_path: Path) -> None:
    assert (
        tenderlight("find", sources, "--case", tmp_path / "case", NO_LAYOUT, NO_COMPARING, "--workers", "2").code == 0
    )
    assert exports(tmp_path / "case") == exports(undisturbed)


def test_a_second_run_reads_nothing_and_a_new_file_is_read_alone(sources: Path, tmp_path: Path) -> None:
    folder, case = tmp_path / sources.name, tmp_path / "case"
    shutil.copytree(sources, folder)
    late = next(folder.glob("08*"))
    late.rename(tmp_path / late.name)
    assert find(folder, "--case", case, NO_LAYOUT).code == 0
    first = log(case)
    second = find(folder, "--case", case, NO_LAYOUT, "--json")
    assert (second.code, second.lines) == (0, [])
    assert log(case) == first
    (tmp_path / late.name).rename(late)
    third = find(folder, "--case", case, NO_LAYOUT, "--json")
    assert third.code == 0
    acts = Counter(entry["act"] for entry in log(case)[len(first) :])
    assert acts == {"ingest": 1, "extract": 1, "claim": 1}
    assert {quote["path"] for line in third.lines for quote in json.loads(line)["quotes"]} == {
        f"{sources.name}/{late.name}"
    }


def test_claims_are_made_again_without_any_original(sources: Path, undisturbed: Path, tmp_path: Path) -> None:
    case, away = tmp_path / "case", tmp_path / "away"
    shutil.copytree(undisturbed, case)
    before = log(case)
    (case / "objects").rename(away)
    nothing = find("--again", "--case", case, "--json")
    assert (nothing.code, nothing.out, log(case)) == (0, b"", before)
    again = find("--again", "--all", "--case", case, "--json")
    assert (again.code, len(last_lines(again.out))) == (0, exports(undisturbed)["jsonl"].count(b"\n"))
    acts = Counter(entry["act"] for entry in log(case)[len(before) :])
    assert acts == {"claim": Counter(entry["act"] for entry in before)["claim"]}
    away.rename(case / "objects")
    assert find(sources, "--case", case, NO_LAYOUT).code == 0  # what pictures say of the claims made again
    assert exports(case) == exports(undisturbed)
    assert check_case(case) == []


def test_claims_are_made_again_only_where_what_they_depend_on_has_changed(undisturbed: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    shutil.copytree(undisturbed, case)
    with closing(sqlite3.connect(case / "case.sqlite")) as database, database:
        (older,) = database.execute("SELECT document FROM claim_runs WHERE claims > 0 ORDER BY document").fetchone()
        database.execute("UPDATE claim_runs SET version = 'older rules' WHERE document = ?", (older,))
    before = log(case)
    assert find("--again", "--case", case).code == 0
    assert [(entry["act"], entry["object"]) for entry in log(case)[len(before) :]] == [("claim", older)]
    assert exports(case) == exports(undisturbed)


def test_the_example_case_is_not_read_again(example_case: FoundCase, tmp_path: Path) -> None:
    case = tmp_path / "case"
    shutil.copytree(example_case.folder, case)
    ended = find(EXAMPLE / "documents", "--case", case, "--json")
    assert (ended.code, ended.out) == (3, b"")
    assert log(case) == log(example_case.folder)


@pytest.fixture(scope="session")
def scans(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    return once(tmp_path_factory, worker_id, "scans", draw_scan)


@pytest.fixture(scope="session")
def undisturbed_scans(scans: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return the case of the scans, found in one go by one lane of each kind."""

    def make(folder: Path) -> None:
        assert find(scans, "--case", folder, "--workers", "1").code == 0

    return once(tmp_path_factory, worker_id, "undisturbed-scans", make)


def draw_scan(folder: Path) -> None:
    """Write a notice of two pages as pictures."""
    folder.mkdir()
    pages = [drawn_notice(number) for number in range(1, 3)]
    pages[0].save(folder / "notice.pdf", save_all=True, append_images=pages[1:], resolution=120)


@pytest.mark.parametrize(("how", "is_open"), [(KILLED, False), (INTERRUPTED, True)])
def test_a_run_stopped_during_recognition_ends_the_same(
    how: signal.Signals, is_open: bool, scans: Path, undisturbed_scans: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "case"
    with Running("find", scans, "--case", folder, "--workers", "2") as run:
        if is_open:
            run.wait_for_lanes(2)  # the second is one of recognition
        else:
            run.wait_for_openers(2)
        time.sleep(0.5)
        run.stop(how)
        run.wait()
        assert run.left_behind() == []
    assert find(scans, "--case", folder).code == 0
    assert exports(folder) == exports(undisturbed_scans)
    assert stored(folder) == stored(undisturbed_scans)
    assert check_case(folder) == []


def stored(case: Path) -> list[str]:
    """Return the names of the stored readings, each made of the bytes in it."""
    return sorted(path.name for path in (case / "readings").rglob("*.gz"))


def log(case: Path, act: str | None = None) -> list[dict[str, Any]]:
    """Return the entries of the custody log, or those of one act."""
    entries = [json.loads(line) for line in (case / "custody.jsonl").read_bytes().splitlines()]
    return [entry for entry in entries if act in (None, entry["act"])]
