"""`tenderlight search`."""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cli.search import searchable_after
from tenderlight.errors import UsageError
from tests.cases.party_case import FULL, OTHER, make_case
from tests.cli.test_parties import run
from tests.memory_disk import memory_folder


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        yield make_case(place / "case")


def test_hits_are_shown_in_their_words(folder: Path) -> None:
    made = run("search", folder, "lenses")
    assert "a.txt p. 1" in made.stdout
    assert "Oak[Lenses]Ltd" in made.stdout
    assert "1 pages." in made.stderr
    assert "Taking in" in made.stderr
    assert "Taking in" not in run("search", folder, "lenses").stderr


def test_all_hits_are_written_as_a_table(folder: Path) -> None:
    made = run("search", folder, FULL[:2], "--format", "csv", "-o", "-")
    (row,) = csv.DictReader(io.StringIO(made.stdout.lstrip("\ufeff")))
    assert (row["path"], row["page_number"], row["text"], row["count"]) == ("a.txt", "1", FULL[:2], "2")
    (line,) = run("search", folder, OTHER, "--json").stdout.splitlines()
    assert json.loads(line)["text"] == "Oak"


def test_what_cannot_be_taken_is_refused(folder: Path) -> None:
    for query, *options in (("、",), ("a", "--format", "csv")):
        assert isinstance(run("search", folder, query, *options).exception, UsageError)


def test_a_case_is_made_searchable_after_a_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    searchable_after(folder)
    assert capsys.readouterr().err == ""
    assert "Taking in" not in run("search", folder, "lenses").stderr
    (reading,) = {path for path in (folder / "readings").rglob("*.gz") if b"Oak" in gzip.decompress(path.read_bytes())}
    reading.write_bytes(b"torn")
    shutil.rmtree(folder / "index")
    searchable_after(folder)
    assert "Not searchable: 1 pages of 1 documents" in capsys.readouterr().err
    shutil.rmtree(folder / "index")
    searchable_after(folder / "nothing")
    assert "Not made searchable: There is no case" in capsys.readouterr().err
