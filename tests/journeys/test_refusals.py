"""What the command refuses: the right exit code, one message with a next step, nothing touched."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cases.checking import check_case
from tests.journeys.command import EXAMPLE, Ended, find, tenderlight
from tests.journeys.conftest import NO_LAYOUT, once
from tests.journeys.exports import exports
from tests.journeys.processes import Running

USAGE, UNREAD, DAMAGED, NOT_VERIFIED = 2, 3, 5, 6
NOTICE = EXAMPLE / "documents" / "08-民族中学食堂设备-中标公告.html"

WRONG_CALLS: dict[str, tuple[tuple[str, ...], str]] = {
    "nothing at all": ((), "Usage: tenderlight"),
    "unknown command": (("fnid",), "No such command 'fnid'"),
    "find without a path": (("find",), "UsageError: Say what to read, one PATH or more"),
    "find again with a path": (("find", "file", "--again"), "or --again, without a PATH"),
    "all claims, but not again": (("find", "file", "--all"), "--all belongs to --again"),
    "find again in no case": (("find", "--again", "--case", "new"), "NoSuchCase: There is no case in new"),
    "find a path that is not there": (("find", "nowhere", "--case", "new"), "Path 'nowhere' does not exist"),
    "find an empty path": (("find", "", "--case", "new"), "Path '' does not exist"),
    "find with an unknown option": (("find", "file", "--quick"), "No such option"),
    "find with no workers": (("find", "file", "--case", "new", "--workers", "0"), "'--workers'"),
    "find into a file": (("find", "file", "--case", "file"), "'--case'"),
    "find into a folder of something else": (("find", "file", "--case", "full"), "UsageError: full is no case"),
    "read a path that is not there": (("read", "nowhere"), "File 'nowhere' does not exist"),
    "read a folder": (("read", "full"), "File 'full' is a directory"),
    "read a pipe": (("read", "pipe"), "UsageError: pipe is no file"),
    "export no case": (
        ("export", "nowhere", "--format", "csv", "-o", "new"),
        "NoSuchCase: There is no case in nowhere",
    ),
    "export without a format": (("export", "full", "-o", "new"), "Missing option '--format'"),
    "export an unknown format": (("export", "full", "--format", "doc", "-o", "new"), "'doc' is not one of"),
    "export to a folder": (("export", "full", "--format", "csv", "-o", "full"), "File 'full' is a directory"),
    "report of no case": (("report", "full"), "NoSuchCase: There is no case in full"),
    "verify no case": (("verify", "full"), "NoSuchCase: There is no case in full"),
    "evaluate nothing": (("evaluate",), "Missing argument"),
}


@pytest.fixture(scope="session")
def small_case(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Return a case of one notice; tests copy it."""

    def make(folder: Path) -> None:
        assert find(NOTICE, "--case", folder, anew=True).code == 0

    return once(tmp_path_factory, worker_id, "small", make)


@pytest.fixture
def case(small_case: Path, tmp_path: Path) -> Path:
    """Return a copy of a case of one notice, to be spoilt."""
    shutil.copytree(small_case, tmp_path / "case")
    return tmp_path / "case"


def contents(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file in a folder."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def assert_refused(ended: Ended, code: int, words: str) -> None:
    """Hold that a command ended with a code, one message and a next step."""
    assert (ended.code, ended.out) == (code, b"")
    lines = ended.err.splitlines()
    assert len(lines) == 2, ended.err
    assert words in lines[0]
    assert lines[1].startswith("What to do: ")


@pytest.mark.parametrize(("arguments", "words"), WRONG_CALLS.values(), ids=WRONG_CALLS)
def test_a_wrong_call_ends_with_two_and_makes_nothing(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    (tmp_path / "file").touch()
    os.mkfifo(tmp_path / "pipe")
    ended = tenderlight(*arguments, folder=tmp_path)
    assert (ended.code, ended.out) == (USAGE, b"")
    assert words in ended.err
    assert "Traceback" not in ended.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "full", "pipe"]
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["letter.txt"]


@pytest.mark.parametrize("command", [("export", "--format", "csv", "-o", "claims.csv"), ("report", "-o", "report")])
def test_a_place_that_may_not_be_written_to_is_named(command: tuple[str, ...], case: Path, tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0o500)
    *start, name = command
    ended = tenderlight(*start[:1], case, *start[1:], tmp_path / "closed" / name, as_anyone=True)
    assert_refused(ended, USAGE, "may not be written to (Permission denied).")
    assert list((tmp_path / "closed").iterdir()) == []


def test_a_case_of_a_newer_version_is_left_alone(case: Path) -> None:
    database = sqlite3.connect(case / "case.sqlite")
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = contents(case)
    for command in (
        ("find", NOTICE, "--case", case),
        ("export", case, "--format", "csv", "-o", case / "x"),
        ("report", case),
    ):
        assert_refused(tenderlight(*command), USAGE, "CaseTooNew: The case in ")
    assert contents(case) == before


@pytest.mark.parametrize("kept", [0.0, 0.1, 0.5])
def test_a_spoilt_database_is_said_to_be_spoilt_and_can_be_made_again(
    kept: float, case: Path, small_case: Path
) -> None:
    database = case / "case.sqlite"
    content = database.read_bytes()
    start = int(kept * len(content))
    database.write_bytes(content[:start] + b"\xff" * (len(content) - start))
    before = contents(case)
    ended = find(NOTICE, "--case", case)
    assert_refused(ended, DAMAGED, "CaseDamaged: ")
    assert "with case.sqlite moved away, `tenderlight find` makes it again" in ended.err
    assert {name: digest for name, digest in contents(case).items() if name in before} == before
    database.unlink()
    assert find(NOTICE, "--case", case).code == 0
    assert exports(case) == exports(small_case)
    assert check_case(case) == []


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("objects/*/*", "no longer matches its SHA-256"),
        ("readings/**/*", "no longer matches its SHA-256"),
        ("custody.jsonl", "of the log are not those of the checkpoint"),
    ],
)
def test_one_changed_bit_anywhere_is_noticed(kind: str, words: str, case: Path) -> None:
    assert tenderlight("verify", case).code == 0
    (file,) = (path for path in case.glob(kind) if path.is_file())
    file.chmod(0o600)
    content = bytearray(file.read_bytes())
    inside_a_value = content.find(b'"object":"') + 12  # elsewhere in the log it may be no JSON any more
    content[inside_a_value if kind == "custody.jsonl" else len(content) // 2] ^= 1
    file.write_bytes(content)
    assert len(check_case(case)) == 1
    ended = tenderlight("verify", case)
    assert (ended.code, words in ended.out.decode("utf-8")) == (NOT_VERIFIED, True)


def test_only_one_run_writes_to_a_case_and_anyone_may_read_it(sources: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    with Running("find", sources, "--case", case, NO_LAYOUT, "--no-compare", "--workers", "1", "--json") as run:
        assert run.read_lines(1)
        run.pause()
        ended = find(NOTICE, "--case", case)
        assert_refused(ended, USAGE, f"CaseInUse: Process {run.number} is writing to {case}.")
        assert tenderlight("export", case, "--format", "jsonl", "-o", tmp_path / "claims.jsonl").code == 0
        run.resume()
        code, err = run.wait()
        assert (code, "Traceback" in err) == (0, False)
    assert check_case(case) == []


def test_a_case_inside_the_folder_it_is_made_of_is_not_taken_in(tmp_path: Path) -> None:
    folder = tmp_path / "notices"
    folder.mkdir()
    shutil.copy(NOTICE, folder)
    for _ in range(2):
        ended = tenderlight("find", ".", "--case", "case", "--workers", "1", folder=folder)
        assert (ended.code, "1 documents: 1 read, " in ended.err) == (0, True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of half a megabyte; only the superuser can make one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "tenderlight-test", place],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"a small disk cannot be made here: {made.stderr.strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_stops_the_run_and_a_larger_one_lets_it_go_on(
    small_disk: Path, sources: Path, undisturbed: Path
) -> None:
    case = small_disk / "case"
    ended = find(sources, "--case", case, NO_LAYOUT)
    assert_refused(ended, DAMAGED, "StorageFull: The disk is full: ")
    assert "then run the same command again: it goes on where it stopped." in ended.err
    assert check_case(case) == []
    subprocess.run(["mount", "-o", "remount,size=60m", small_disk], check=True)
    assert find(sources, "--case", case, NO_LAYOUT).code == 0
    assert exports(case) == exports(undisturbed)
    assert check_case(case) == []


def test_a_run_whose_output_nobody_reads_on_ends_as_interrupted(sources: Path, tmp_path: Path) -> None:
    with Running("find", sources, "--case", tmp_path / "case", NO_LAYOUT, "--workers", "1", "--json") as run:
        assert run.read_lines(1)
        run.stop_listening()
        code, err = run.wait()
    assert (code, err) == (130, "Interrupted. Run the same command again to go on.\n")


def test_a_strict_run_stops_at_the_first_document_not_read_whole(tmp_path: Path) -> None:
    case, unknown = tmp_path / "case", tmp_path / "notice.bin"
    unknown.write_bytes(bytes(range(256)))
    ended = find(unknown, NOTICE, "--case", case, "--strict")
    assert_refused(ended, UNREAD, f"StrictProblem: {unknown.name}: unknown-format: ")
    assert "Leave out --strict" in ended.err
    ended = find(unknown, NOTICE, "--case", case)
    assert (ended.code, "2 documents: 1 read, 0 partly read, 1 not read." in ended.err) == (UNREAD, True)
    assert check_case(case) == []
