"""One word names a case; what is secret in it is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cases import Case
from tenderlight.cases.places import ELSEWHERE, Server, name_of, place_of, with_store
from tenderlight.cli import tenderlight
from tenderlight.errors import UsageError


@pytest.mark.parametrize(
    ("word", "shown", "name"),
    [
        ("postgresql://anna:se-cret@db.example:5433/tenders", "postgresql://anna@db.example:5433/tenders", "tenders"),
        ("postgres://db.example/tenders", "postgresql://db.example/tenders", "tenders"),
        ("postgresql://anna@/a%20b?host=/run/pg", "postgresql://anna@/a%20b?host=/run/pg", "a b"),
        ("postgresql://h/d?user=a&password=se-cret", "postgresql://h/d?user=a", "d"),
        ("postgresql:///?sslpassword=se-cret", "postgresql:///", "postgresql"),
    ],
)
def test_an_address_is_shown_without_its_secret(word: str, shown: str, name: str) -> None:
    place = place_of(word)
    assert isinstance(place, Server)
    assert (str(place), place.name, name_of(place)) == (shown, name, name)
    assert "se-cret" not in f"{place} {place!r}"
    assert place.address == word


def test_any_other_word_is_a_folder() -> None:
    assert place_of("my-case") == Path("my-case")
    assert name_of(Path("cases/my-case")) == "my-case"


@pytest.mark.parametrize("word", ["mysql://h/d", "postgresql://h:port/d", "s3://bucket/case", "postgresql://[h/d"])
def test_an_address_that_is_none_is_refused(word: str) -> None:
    with pytest.raises(UsageError, match="postgresql://"):
        place_of(word)


def test_a_store_is_for_a_case_in_a_database(tmp_path: Path) -> None:
    there = with_store(place_of("postgresql://h/d"), tmp_path)
    assert isinstance(there, Server)
    assert there.store == tmp_path
    assert with_store(Path("case"), None) == Path("case")
    with pytest.raises(UsageError, match="--store"):
        with_store(Path("case"), tmp_path)


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_whose_tables_a_server_keeps_is_no_case_of_its_own(tmp_path: Path, create: bool) -> None:
    (tmp_path / ELSEWHERE).write_text("postgresql://anna@h/d\n")
    with pytest.raises(UsageError, match="postgresql://anna@h/d"):
        Case.open(tmp_path, create=create)


def test_a_case_in_a_database_takes_no_object_store(tmp_path: Path) -> None:
    words = ["find", str(tmp_path), "--case", "postgresql://anna@/tenders", "--store", "s3://bucket/case"]
    ended = CliRunner().invoke(tenderlight, words)
    assert isinstance(ended.exception, UsageError)
    assert "in a database is a folder" in ended.exception.message
