"""Files into the archive, in one order; what cannot be had is recorded, and stops only a strict run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.errors import StrictProblem
from tenderlight.pipeline.receiving import receive_all
from tenderlight.pipeline.run import Progress, RunOptions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "notices"
    folder.mkdir()
    (folder / "b.txt").write_text("B", "utf-8")
    (folder / "a.txt").write_text("A", "utf-8")
    (folder / "again.txt").write_text("A", "utf-8")
    (folder / "loop").symlink_to(".")
    return folder


def options(case: Case, folder: Path, *, is_strict: bool = False) -> RunOptions:
    return RunOptions(paths=(folder,), case_folder=case.folder, is_strict=is_strict)


def test_every_path_is_received_in_order(case: Case, folder: Path) -> None:
    progress = Progress()
    received = list(receive_all(case, options(case, folder), progress))
    assert [case.paths(document) for document in dict.fromkeys(received)] == [
        ["notices/a.txt", "notices/again.txt"],
        ["notices/b.txt"],
    ]
    assert received[0] == received[1]
    assert progress.files_seen == 4
    assert case.not_received() == []  # a loop of folders is no loss


def test_what_cannot_be_had_is_recorded_until_it_can(case: Case, folder: Path) -> None:
    os.mkfifo(folder / "c.txt")
    (folder / "gone.txt").symlink_to("nowhere")
    assert len(list(receive_all(case, options(case, folder), Progress()))) == 3
    assert [(path, problem.code) for path, problem in case.not_received()] == [
        ("notices/c.txt", "not-a-regular-file"),
        ("notices/gone.txt", "broken-link"),
    ]
    (folder / "c.txt").unlink()
    (folder / "c.txt").write_text("C", "utf-8")
    assert len(list(receive_all(case, options(case, folder), Progress()))) == 4
    assert [path for path, _ in case.not_received()] == ["notices/gone.txt"]


@pytest.mark.parametrize("name", ["a pipe", "a broken link"])
def test_a_strict_run_stops_there(name: str, case: Case, folder: Path) -> None:
    if name == "a pipe":
        os.mkfifo(folder / "aa.txt")
    else:
        (folder / "aa.txt").symlink_to("nowhere")
    arrivals = receive_all(case, options(case, folder, is_strict=True), Progress())
    next(arrivals)
    with pytest.raises(StrictProblem, match=r"notices/aa\.txt: (not-a-regular-file|broken-link): "):
        next(arrivals)


def test_a_case_inside_the_folder_is_passed_over(case: Case) -> None:
    (case.folder.parent / "a.txt").write_text("A", "utf-8")
    for _ in range(2):
        received = list(receive_all(case, options(case, case.folder.parent), Progress()))
        assert len(received) == 1
