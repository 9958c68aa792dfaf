"""Records of a case that are not what they were."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tenderlight.lists.history import Lists
from tenderlight.lists.store import ListStore
from tenderlight.matching import Query
from tenderlight.screening import Question, Screener
from tenderlight.screening.checking import check_records
from tenderlight.screening.kept import LISTS, keep
from tests.screening import held_lists


@pytest.fixture
def case(tmp_path: Path) -> Path:
    store = ListStore(held_lists.fill(tmp_path / "store"))
    (tmp_path / "case").mkdir()
    screener = Screener(Lists(store))
    keep(tmp_path / "case", screener, screener.ask_all([Question(query=Query(name="Acorn Vision"))]), store)
    return tmp_path / "case"


def said(case: Path) -> dict[str, str]:
    record = case / "screenings" / "0001.jsonl"
    return {"screenings/0001.jsonl": hashlib.sha256(record.read_bytes()).hexdigest()}


def test_what_is_as_it_was_is_not_told(case: Path) -> None:
    assert list(check_records(case, said(case))) == []


def test_a_record_that_the_log_does_not_know(case: Path) -> None:
    (fault,) = check_records(case, {})
    assert "does not say that it was kept" in fault.message


def test_a_record_that_is_missing_or_changed(case: Path) -> None:
    before = said(case)
    record = case / "screenings" / "0001.jsonl"
    record.write_bytes(record.read_bytes().replace(b"Acorn", b"Ocorn"))
    assert "no longer matches" in next(check_records(case, before)).message
    record.unlink()
    assert "is missing" in next(check_records(case, before)).message


def test_a_list_that_a_record_names_is_missing_or_changed(case: Path) -> None:
    (content,) = [path for path in (case / LISTS / "objects").rglob("*") if path.is_file()]
    content.chmod(0o600)
    content.write_bytes(b"{}")
    assert len(list(check_records(case, said(case)))) == 1
    (case / LISTS / "snapshots.jsonl").unlink()
    assert "There is no list" in next(check_records(case, said(case))).message
