"""One word names a case; what is secret in it is never shown."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.archive.store_place import StorePlace, copies_folder
from tenderlight.cases import Case
from tenderlight.cases.places import ELSEWHERE, Server, kept_at, name_of, place_of, with_store
from tenderlight.cli import tenderlight
from tenderlight.errors import StoreRefused, UsageError


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


def test_the_object_store_of_a_case_in_a_database_is_asked_before_the_server_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    words = ["find", str(tmp_path), "--case", "postgresql://anna@/tenders", "--store", "s3://bucket/case"]
    ended = CliRunner().invoke(tenderlight, words)
    assert isinstance(ended.exception, StoreRefused)
    assert "no keys" in ended.exception.message


def test_where_everything_but_the_tables_is_kept() -> None:
    server, place = place_of("postgresql://h/d"), StorePlace(bucket="bucket", prefix="one")
    assert isinstance(server, Server)
    assert kept_at(server, "s3://bucket/one") == (replace(server, store=place), None)
    assert kept_at(Path("case"), "s3://bucket/one") == (Path("case"), place)
    assert kept_at(Path("case"), None) == (Path("case"), None)
    with pytest.raises(UsageError, match="a folder holds everything itself"):
        kept_at(Path("case"), "folder")
    with pytest.raises(UsageError, match="s3://bucket"):
        kept_at(server, "ftp://bucket/one")


def test_copies_of_two_stores_do_not_meet(tmp_path: Path) -> None:
    named = {"TENDERLIGHT_COPIES": str(tmp_path)}
    one, other = StorePlace(bucket="bucket", prefix="one"), StorePlace(bucket="bucket", prefix="two")
    elsewhere = {**named, "AWS_ENDPOINT_URL": "http://127.0.0.1:1"}
    found = {copies_folder(one, named), copies_folder(other, named), copies_folder(one, elsewhere)}
    assert len(found) == 3
    assert {folder.parent for folder in found} == {tmp_path}
    assert copies_folder(one, {"XDG_DATA_HOME": "/data"}).parent == Path("/data/tenderlight/copies")
