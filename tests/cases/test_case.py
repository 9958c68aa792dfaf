"""A case receives files once, and knows what is still to be read."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from tenderlight.cases import Case, ReadingEnd
from tenderlight.errors import (
    ArchiveDamaged,
)
from tenderlight.model.document import Page, ReadState
from tenderlight.model.problem import Problem, problem
from tests.cases.small_job import VERSION
from tests.cases.steps import LONG_AGO, entries, read, receive


def test_a_file_received_again_is_neither_read_nor_logged_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "公告.pdf"
    file.write_bytes(b"notice")
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10_000_000_000)  # ten seconds after the file was made
    with Case.open(tmp_path / "case", create=True) as case:
        first = case.receive_file(file, received_as="in/公告.pdf")
        assert not isinstance(first, Problem)
        assert (first.is_new, first.is_unchanged, first.size_bytes) == (True, False, 6)
    log = (tmp_path / "case" / "custody.jsonl").read_bytes()
    monkeypatch.setattr("tenderlight.archive.originals.Originals.keep_file", None)  # reading it would fail
    with Case.open(tmp_path / "case", create=True) as case:
        again = case.receive_file(file, received_as="in/公告.pdf")
        assert not isinstance(again, Problem)
        assert (again.document, again.is_new, again.is_unchanged) == (first.document, False, True)
    assert (tmp_path / "case" / "custody.jsonl").read_bytes() == log


def test_a_file_changed_just_before_it_was_received_is_read_again(tmp_path: Path, case: Case) -> None:
    """It may change once more within the same tick of the clock, and keep its size and times."""
    file = tmp_path / "x.txt"
    file.write_bytes(b"one")
    case.receive_file(file, received_as="x.txt")
    status = file.stat()
    file.write_bytes(b"two")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    received = case.receive_file(file, received_as="x.txt")
    assert not isinstance(received, Problem)
    assert received.document == hashlib.sha256(b"two").hexdigest()


def test_a_path_with_new_bytes_is_a_new_document_and_the_old_one_stays(tmp_path: Path, case: Case) -> None:
    old = receive(case, tmp_path, "x.txt", b"old")
    new = receive(case, tmp_path, "x.txt", b"new")
    assert {line.document for line in case.documents()} == {old, new}
    assert case.paths(old) == case.paths(new) == ["x.txt"]


def test_one_original_may_have_many_paths(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "b/x.txt", b"same")
    receive(case, tmp_path, "a/y.txt", b"same")
    receive(case, tmp_path, "a/y.txt", b"same")
    assert case.paths(document) == ["a/y.txt", "b/x.txt"]
    assert [line.path for line in case.documents()] == ["a/y.txt"]
    case.commit()
    assert entries(case.folder).count("ingest") == 2


def test_what_cannot_be_received_is_listed_until_it_can(tmp_path: Path, case: Case) -> None:
    found = case.receive_file(tmp_path / "gone.pdf", received_as="gone.pdf")
    assert isinstance(found, Problem)
    assert [(path, trouble.code) for path, trouble in case.not_received()] == [("gone.pdf", "no-such-file")]
    assert (case.summary().documents, case.summary().not_received, case.summary().problems) == (0, 1, {})
    receive(case, tmp_path, "gone.pdf", b"here again")
    assert case.not_received() == []


def test_a_missing_original_is_received_again(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    with Case.open(folder, create=True) as case:
        document = receive(case, tmp_path, "x.txt", b"x")
        os.utime(tmp_path / "x.txt", LONG_AGO)
    with Case.open(folder, create=True) as case:
        case.originals.path(document).unlink()
        receive(case, tmp_path, "x.txt", b"x")
        case.originals.check(document)


def test_an_original_with_other_bytes_than_its_name_says_stops_the_run(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", create=True) as case:
        document = receive(case, tmp_path, "x.txt", b"four")
    path = case.originals.path(document)
    path.chmod(0o600)
    path.write_bytes(b"more than four")
    with Case.open(tmp_path / "case", create=True) as case, pytest.raises(ArchiveDamaged):
        receive(case, tmp_path, "copy.txt", b"four")


def test_a_document_needs_reading_once_for_each_version_of_its_reader(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.txt", b"x")
    assert case.needs_reading(document, {"lines": 1})
    read(case, document, Page(number=1, text="x"))
    assert not case.needs_reading(document, {"lines": 1})
    assert case.needs_reading(document, {"lines": 2})
    assert case.unread({"lines": 2}) == [document]
    assert case.unread({"lines": 1}) == []


def test_a_document_no_reader_takes_is_looked_at_again_when_there_are_new_readers(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.bin", b"\x00")
    with case.reading_writer(document) as writer:
        writer.add(problem("unknown-format", step="read"))
        end = ReadingEnd(media_type="application/octet-stream", reader="", reader_version=4, state=ReadState.NOT_READ)
        case.record_reading(writer.finish(end))
    assert not case.needs_reading(document, {"lines": 1, "": 4})
    assert case.needs_reading(document, {"lines": 1, "": 5})
    assert not case.needs_claims(document, VERSION)
    assert next(case.documents()).reader is None


def test_a_stored_reading_comes_back_before_and_after_it_is_committed(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.txt", b"x")
    assert case.load_reading(document) is None
    assert case.open_reading(document) is None
    read(case, document, Page(number=1, text="人脸识别"))
    for _ in ("waiting", "committed"):
        reading = case.load_reading(document)
        assert reading is not None
        assert (reading.pages[0].text, reading.walls, reading.document) == ("人脸识别", "all", document)
        case.commit()
