"""A folder of bad files: each has a code and a next step, all that can be had is kept, and the rest goes on."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.model.problem import PROBLEMS
from tests.journeys.bad_files import NOT_READ, NOT_RECEIVED, READ, growing, make_bad_files
from tests.journeys.command import EXAMPLE, find
from tests.journeys.conftest import once
from tests.shared_data import shared_file

TENDER = EXAMPLE / "documents" / "03-政府采购合同.pdf"


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a folder with bad files in `bad`, the case made of them in `case`, and what was said in `said`."""

    def make(place: Path) -> None:
        place.mkdir()
        make_bad_files(place / "bad", TENDER)
        with growing(place / "bad" / "growing.txt"):
            ended = find(place / "bad", "--case", place / "case", as_anyone=True)
        (place / "said").write_text(ended.err, "utf-8")
        (place / "code").write_text(str(ended.code), "utf-8")

    return once(tmp_path_factory, worker_id, "bad-input", make)


def test_bad_files_end_with_three_and_a_summary(place: Path) -> None:
    assert (place / "code").read_text("utf-8") == "3"
    said = (place / "said").read_text("utf-8")
    assert "Traceback" not in said
    kept = len(READ) + len(NOT_READ)
    partly = sum(state == "partly" for state, _ in NOT_READ.values())
    assert f"{kept} documents: " in said
    assert f" {partly} partly read, {len(NOT_READ) - partly} not read." in said
    for _, code in NOT_READ.values():
        assert f"  {code}: 1\n" in said
    assert f"  {len(NOT_RECEIVED)} files could not be received:\n" in said
    for name, code in NOT_RECEIVED.items():
        assert f"    bad/{name}: {code}: {PROBLEMS[code].message}" in said


@pytest.mark.parametrize(("name", "code"), NOT_RECEIVED.items(), ids=NOT_RECEIVED)
def test_a_file_that_cannot_be_had_is_listed_with_its_reason(name: str, code: str, place: Path) -> None:
    with Case.open(place / "case") as case:
        assert {path: problem.code for path, problem in case.not_received()}[f"bad/{name}"] == code


@pytest.mark.parametrize(("name", "expected"), NOT_READ.items(), ids=NOT_READ)
def test_a_file_that_cannot_be_read_is_kept_with_its_reason(name: str, expected: tuple[str, str], place: Path) -> None:
    with Case.open(place / "case") as case:
        line = next(one for one in case.documents() if one.path == f"bad/{name}")
        problems = {problem.code for problem in case.problems_of(line.document)}
    assert line.state is not None
    assert (line.state.value, expected[1] in problems) == (expected[0], True), problems


@pytest.mark.parametrize(("name", "reader"), READ.items(), ids=READ)
def test_a_file_is_read_for_what_it_is(name: str, reader: str, place: Path) -> None:
    with Case.open(place / "case") as case:
        line = next(one for one in case.documents() if f"bad/{name}" in case.paths(one.document))
    assert (str(line.state), str(line.reader).split("/")[0]) == ("read", reader)


def test_every_file_that_could_be_had_is_in_the_archive(place: Path) -> None:
    with Case.open(place / "case") as case:
        kept = set(case.originals.all())
    for entry in os.scandir(place / "bad"):
        is_file = stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
        if is_file and entry.name not in NOT_RECEIVED:
            with Path(entry.path).open("rb") as file:
                assert hashlib.file_digest(file, "sha256").hexdigest() in kept, entry.name
    assert len(kept) == len(READ) + len(NOT_READ)


def test_the_case_of_bad_files_is_whole_and_leaves_nothing_half_written(place: Path) -> None:
    assert check_case(place / "case") == []
    assert list((place / "case" / "tmp").iterdir()) == []


def test_what_is_mended_is_taken_in_by_the_next_run(place: Path, tmp_path: Path) -> None:
    folder, case = tmp_path / "folder", tmp_path / "case"
    folder.mkdir()
    (folder / "locked.txt").write_text("采购公告\n", "utf-8")
    (folder / "locked.txt").chmod(0)
    assert find(folder, "--case", case, as_anyone=True).code == 3
    (folder / "locked.txt").chmod(0o600)
    ended = find(folder, "--case", case, as_anyone=True)
    assert (ended.code, "1 documents: 1 read, 0 partly read, 0 not read." in ended.err) == (0, True)
    assert "could not be received" not in ended.err


BOMBS = {
    "bomb.xz": "limit-expansion",
    "deep-nest.zip": "limit-depth",
    "flat-zip-in-zip.zip": "limit-expansion",
    "overlap.zip": "limit-expansion",
    "tree-of-zips.zip": "limit-expansion",
}


def test_bombs_take_little_room_and_hurt_nobody(tmp_path: Path) -> None:
    bombs, case = [shared_file(f"data/hostile/own/archive/{name}") for name in BOMBS], tmp_path / "case"
    assert find(*bombs, TENDER, "--case", case).code == 3
    with Case.open(case) as opened:
        assert {line.path: line.state for line in opened.documents()}[TENDER.name] == "read"
        found = {name: codes_under(opened, name) for name in BOMBS}
    assert {name: code in found[name] for name, code in BOMBS.items()} == dict.fromkeys(BOMBS, True), found
    assert sum(file.stat().st_size for file in case.rglob("*") if file.is_file()) < 600 * 1024**2
    assert check_case(case) == []


def codes_under(case: Case, name: str) -> set[str]:
    """Return the problems of a file and of all that it holds."""
    documents = [one.document for one in case.documents()]
    below = [one for one in documents if any(path.split("!")[0] == name for path in case.paths(one))]
    return {problem.code for document in below for problem in case.problems_of(document)}
