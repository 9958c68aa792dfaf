"""A case is a folder that one process changes, and that survives what may happen to it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tenderlight.archive.checking import check_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.errors import (
    CaseInUse,
    CustodyLogDamaged,
    NoSuchCase,
    StorageFull,
    UsageError,
)
from tests.cases.small_job import do_job, everything, make_sources
from tests.cases.steps import entries, receive


def test_a_second_run_changes_nothing_but_what_is_new(tmp_path: Path) -> None:
    sources = make_sources(tmp_path / "sources")
    do_job(tmp_path / "case", sources)
    said = everything(tmp_path / "case")
    log = (tmp_path / "case" / "custody.jsonl").read_bytes()
    do_job(tmp_path / "case", sources)
    assert (tmp_path / "case" / "custody.jsonl").read_bytes() == log
    assert everything(tmp_path / "case") == said
    (sources / "new.txt").write_text("新公告\n", "utf-8")
    do_job(tmp_path / "case", sources)
    assert entries(tmp_path / "case")[-3:] == ["ingest", "extract", "claim"]
    assert check_case(tmp_path / "case") == []
    assert check_log(tmp_path / "case").checkpoints == 2


def test_a_case_can_be_copied_and_moved(tmp_path: Path) -> None:
    sources = make_sources(tmp_path / "sources")
    do_job(tmp_path / "case", sources)
    said = everything(tmp_path / "case")
    shutil.copytree(tmp_path / "case", tmp_path / "elsewhere" / "a copy")
    shutil.rmtree(tmp_path / "case")
    assert everything(tmp_path / "elsewhere" / "a copy") == said
    do_job(tmp_path / "elsewhere" / "a copy", sources)
    assert everything(tmp_path / "elsewhere" / "a copy") == said


def test_reading_a_case_changes_nothing_in_its_folder(tmp_path: Path) -> None:
    do_job(tmp_path / "case", make_sources(tmp_path / "sources"))

    def look() -> list[tuple[str, int]]:
        return sorted((str(path), path.stat().st_mtime_ns) for path in (tmp_path / "case").rglob("*"))

    before = look()
    assert everything(tmp_path / "case")
    assert check_case(tmp_path / "case") == []
    assert look() == before


def test_one_process_writes_and_others_read(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    with Case.open(folder, create=True) as case:
        document = receive(case, tmp_path, "x.txt", b"x")
        with Case.open(folder) as reader:
            assert list(reader.documents()) == []  # not yet acknowledged
            case.commit()
            assert [line.document for line in reader.documents()] == [document]
        with pytest.raises(CaseInUse, match=f"Process {os.getpid()} is writing to"):
            Case.open(folder, create=True)
        case.say_desk("http://127.0.0.1:8765")
        with pytest.raises(CaseInUse, match=r"it is the review desk at http://127\.0\.0\.1:8765"):
            Case.open(folder, create=True)
        (folder / "lock").write_bytes(b'{"process": 1, "machine": "x\\u001b[2J", "desk": ""}')
        with pytest.raises(CaseInUse, match="Another process is writing to"):
            Case.open(folder, create=True)
        receive(case, tmp_path, "y.txt", b"y")
    assert (folder / "lock").read_bytes() == b""
    with Case.open(folder, create=True) as case:
        assert case.summary().documents == 2


@pytest.mark.parametrize("lost", ["case.sqlite-shm", "nothing"])
def test_a_case_whose_run_was_stopped_can_be_read(tmp_path: Path, lost: str) -> None:
    """A power cut leaves changes beside the database, and not the index that says where; a kill leaves both."""
    with Case.open(tmp_path / "case", create=True) as case:
        document = receive(case, tmp_path, "x.txt", b"x")
        case.commit()
        left = shutil.copytree(tmp_path / "case", tmp_path / "left")
    assert (left / "case.sqlite-wal").stat().st_size
    (left / lost).unlink(missing_ok=True)
    assert check_case(left) == []
    with Case.open(left) as case:
        assert [line.document for line in case.documents()] == [document]


@pytest.mark.parametrize("name", ["lock", "tmp", "case.sqlite-journal", "custody.jsonl"])
def test_a_case_whose_making_was_stopped_is_made(tmp_path: Path, name: str) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / name).touch()
    if name == "tmp":
        (tmp_path / "case" / name).unlink()
        (tmp_path / "case" / name).mkdir()
    with Case.open(tmp_path / "case", create=True) as case:
        receive(case, tmp_path, "x.txt", b"x")
    assert check_case(tmp_path / "case") == []


def test_a_case_open_for_reading_takes_no_changes(tmp_path: Path) -> None:
    do_job(tmp_path / "case", make_sources(tmp_path / "sources"))
    with Case.open(tmp_path / "case") as case:
        with pytest.raises(UsageError):
            receive(case, tmp_path, "x.txt", b"x")
        with pytest.raises(UsageError):
            case.commit()


def test_there_is_no_case_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCase) as raised:
        Case.open(tmp_path / "nowhere")
    assert f"--case {tmp_path / 'nowhere'}" in raised.value.what_to_do()


def test_a_case_is_not_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to my lawyer.odt").write_bytes(b"x")
    with pytest.raises(UsageError, match="to my lawyer"):
        Case.open(tmp_path / "letters", create=True)
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["to my lawyer.odt"]
    with pytest.raises(UsageError, match="is a file"):
        Case.open(tmp_path / "letters" / "to my lawyer.odt" / "case", create=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".DS_Store").write_bytes(b"x")
    Case.open(tmp_path / "empty", create=True).close()


def test_a_log_and_a_database_of_different_cases_are_not_mixed(tmp_path: Path) -> None:
    for name in ("one", "other"):
        Case.open(tmp_path / name, create=True).close()
    shutil.copy(tmp_path / "other" / "custody.jsonl", tmp_path / "one" / "custody.jsonl")
    shutil.rmtree(tmp_path / "one" / "checkpoints")
    with pytest.raises(Exception, match="belongs to another case") as raised:
        Case.open(tmp_path / "one", create=True)
    assert type(raised.value).__name__ == "CaseDamaged"


def test_a_case_without_its_log_is_damaged(tmp_path: Path) -> None:
    do_job(tmp_path / "case", make_sources(tmp_path / "sources"))
    (tmp_path / "case" / "custody.jsonl").unlink()
    with pytest.raises(CustodyLogDamaged):
        Case.open(tmp_path / "case", create=True)
    assert check_case(tmp_path / "case")


def test_after_a_full_disk_the_journal_takes_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "case"

    def fill() -> None:
        raise StorageFull("The disk is full.", path=str(folder))

    def work() -> None:
        with Case.open(folder, create=True) as case:
            receive(case, tmp_path, "x.txt", b"x")
            case.commit()
            receive(case, tmp_path, "y.txt", b"y")
            monkeypatch.setattr(case._shelf, "sync", fill)
            with pytest.raises(StorageFull):
                case.commit()
            receive(case, tmp_path, "z.txt", b"z")

    with pytest.raises(StorageFull):
        work()
    assert check_case(folder) == []
    with Case.open(folder) as case:
        assert [line.path for line in case.documents()] == ["x.txt"]


def test_an_interrupt_keeps_what_was_whole(tmp_path: Path) -> None:
    def work() -> None:
        with Case.open(tmp_path / "case", create=True) as case:
            receive(case, tmp_path, "x.txt", b"x")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    with Case.open(tmp_path / "case") as case:
        assert case.summary().waiting == 1
    assert check_log(tmp_path / "case").pinned_entries == 2
