"""`tenderlight lists` and `tenderlight screen`, from files to a record that comes out the same."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tenderlight.cli import tenderlight
from tenderlight.errors import NotVerified, UsageError
from tests.lists import made_lists
from tests.screening import held_lists


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "lists"
    monkeypatch.setenv("TENDERLIGHT_LISTS", str(folder))
    return folder


def run(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(tenderlight, [str(each) for each in arguments], input=given, standalone_mode=False)


def held(store: Path) -> None:
    held_lists.fill(store)


def test_lists_are_added_shown_and_compared(tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    folder.mkdir()
    entries = [made_lists.entry(f"Acorn {number}", federal_register="84 FR 1, 10/9/19") for number in range(3)]
    (folder / "a.json").write_bytes(made_lists.us_json(entities=entries))
    (folder / "b.json").write_bytes(made_lists.us_json(entities=entries[1:], extracted="2026-08-01"))
    (folder / "README.md").write_text("Lists\n")
    added = run("lists", "add", folder)
    assert added.return_value == 3
    assert "us-entity-list: 3 entries, as of 2026-07-09, from a.json" in added.stdout
    assert "README.md: list-unknown-form" in added.stderr
    shown = [json.loads(line) for line in run("lists", "--json").stdout.splitlines()]
    assert [each["snapshot"]["entities"] for each in shown] == [3, 2]
    assert "us-entity-list" in run("lists").stdout
    assert run("lists", "show").stdout == run("lists").stdout
    changed = [json.loads(line) for line in run("lists", "changes", "us-entity-list", "--json").stdout.splitlines()]
    assert [(each["change"], each["name"]) for each in changed] == [("removed", "Acorn 0")]
    assert "removed  2026-07-09 to 2026-08-01  Acorn 0" in run("lists", "changes", "us-entity-list").stdout
    assert "held already" in run("lists", "add", folder / "a.json").stdout


def test_nothing_held_is_said() -> None:
    assert "No list is held" in run("lists").stderr
    assert isinstance(run("screen", "Acorn").exception, UsageError)
    assert isinstance(run("lists", "changes", "us-sdn").exception, UsageError)
    assert isinstance(run("lists", "--json", "show").exception, UsageError)
    assert isinstance(run("lists", "--store", __file__ + "/in-a-file").exception, UsageError)


def test_a_name_is_answered_in_words(store: Path) -> None:
    held(store)
    shown = run("screen", "Acorn Vision", "Nobody Here At All", "--on", "2020-01-01")
    assert shown.return_value == 0
    assert "possible match, listed-alias: listed" in shown.stdout
    assert "announced not said; in effect from not said; printed 2019-10-09" in shown.stdout
    assert "no entry found" in shown.stdout


def test_a_record_comes_out_the_same_and_a_changed_one_is_told(store: Path, tmp_path: Path) -> None:
    held(store)
    record = tmp_path / "record.jsonl"
    run("screen", "Acorn Vision", "Ji", "--on", "2020-01-01", "-o", record)
    with_newer = held_lists.fill(store, made_lists.csl())
    assert with_newer == store
    assert run("screen", "--again", record).return_value == 0
    record.write_bytes(record.read_bytes().replace(b'"listed"', b'"before listing"'))
    failed = run("screen", "--again", record)
    assert isinstance(failed.exception, NotVerified)
    assert "line 2" in failed.exception.message


def test_lines_of_standard_input(store: Path) -> None:
    held(store)
    shown = run("screen", "-", "--json", "--on", "2020", given="Acorn Vision\n\nBirch\n")
    assert shown.return_value == 3
    head, *lines = [json.loads(line) for line in shown.stdout.splitlines()]
    assert head["record"] == "tenderlight-screening/1"
    assert [each["question"]["where"] for each in lines] == ["line 1", "line 2", "line 3"]


def test_a_table_of_names_and_a_table_out(store: Path, tmp_path: Path) -> None:
    held(store)
    names = tmp_path / "names.csv"
    names.write_text("No,Supplier,Date\n1,Acorn Vision,2018-05-05\n2,=Nobody(),\n3,,2020-01-01\n", "utf-8")
    shown = run("screen", "--names", names, "--on", "2020-01-01", "--format", "csv")
    assert shown.return_value == 3
    rows = list(csv.DictReader(io.StringIO(shown.stdout.removeprefix("\ufeff"))))
    assert [(each["name"], each["answer"], each["status"]) for each in rows] == [
        ("Acorn Vision", "possible match", "before listing"),
        ("'=Nobody()", "no entry found", ""),
        ("", "not screened", ""),
    ]
    assert rows[0]["published"] == "2019-10-09"
    assert "Acorn Vision" in rows[0]["speaks_for"] or "acorn vision" in rows[0]["speaks_for"]
    assert isinstance(run("screen", "--names", names, "--column", "Bidder").exception, UsageError)


def test_a_workbook_of_names(store: Path, tmp_path: Path) -> None:
    from xlsxwriter import Workbook

    held(store)
    with Workbook(tmp_path / "names.xlsx") as book:
        book.add_worksheet("Names").write_column(0, 0, ["Company", "Acorn Vision", "Birch"])
    shown = run("screen", "--names", tmp_path / "names.xlsx", "--json", "--on", "2020")
    lines = [json.loads(line) for line in shown.stdout.splitlines()[1:]]
    assert [(each["question"]["name"], each["question"]["where"]) for each in lines] == [
        ("Acorn Vision", "row 2"),
        ("Birch", "row 3"),
    ]


def test_the_page_prints_and_shows_no_markup_of_names(store: Path, tmp_path: Path) -> None:
    held(store)
    page = tmp_path / "page.html"
    run("screen", "Acorn Vision", "<script>alert(1)</script>", "--on", "2020-01-01", "-o", page)
    text = page.read_text("utf-8")
    assert "<script" not in text
    assert "possible match" in text
    assert "@media print" in text
    assert "84 FR 54004, 10/9/19" in text
    assert text.index("What was found") < text.index("84 FR 54004, 10/9/19") < text.index("Lists used")
    assert '<a href="#name-1">Acorn Vision</a>' in text
    assert "counter(page)" in text
    assert "http" not in text.replace("http-equiv", "")


def test_a_list_that_is_named_is_used_alone(store: Path, tmp_path: Path) -> None:
    held(store)
    (tmp_path / "mine.json").write_bytes(
        made_lists.ftm([{"id": "1", "schema": "Company", "properties": {"name": ["Larch AG"]}}])
    )
    shown = run("screen", "Larch AG", "Acorn Vision", "--list", tmp_path / "mine.json", "--json")
    lines = [json.loads(line) for line in shown.stdout.splitlines()[1:]]
    assert [[hit["list"] for hit in each["hits"]] for each in lines] == [["mine"], []]
    (tmp_path / "bad.json").write_bytes(made_lists.us_json()[:-9])
    assert isinstance(run("screen", "Larch", "--list", tmp_path / "bad.json").exception, UsageError)


@pytest.mark.parametrize(
    "arguments", [(), ("A", "--names", __file__), ("Acorn", "--on", "soon"), ("Acorn", "--only", "us-sdn")]
)
def test_calls_that_cannot_be_taken(store: Path, arguments: tuple[str, ...]) -> None:
    held(store)
    assert isinstance(run("screen", *arguments).exception, UsageError)
