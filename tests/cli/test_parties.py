"""`tenderlight parties`: shown, decided, undone; exported."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tenderlight.cases import Case
from tenderlight.cases.maker_statements import MakerStatement
from tenderlight.cli import tenderlight
from tenderlight.errors import NoSuchCase, UsageError
from tenderlight.publish.party_cells import PARTY_COLUMNS
from tests.cases.party_case import FULL, MOVED, OTHER, make_case

WHO = ("--by", "A. Reader", "--because", "two towns")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_case(tmp_path / "case")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(tenderlight, [str(each) for each in arguments], standalone_mode=False)


def test_parties_are_shown_with_spellings_and_reasons(folder: Path) -> None:
    shown = run("parties", folder).stdout
    assert f"  {FULL}  (supplier; 2 contracts)" in shown or f"  {MOVED}  (supplier; 2 contracts)" in shown
    assert "  also  " in shown
    assert "  why   derived-form: It is the same place, brand and trade" in shown
    lines = [json.loads(line) for line in run("parties", "--json", folder).stdout.splitlines()]
    assert lines == [json.loads(line) for line in run("parties", "show", folder, "--json").stdout.splitlines()]
    assert {line["schema"] for line in lines} == {"Company"}
    assert sorted([line["name"], *line["alias"]] for line in lines) == [[OTHER], sorted([FULL, MOVED])]
    assert isinstance(run("parties", folder / "none").exception, NoSuchCase)


def test_people_decide_by_name_or_id(folder: Path) -> None:
    assert "different: " in run("parties", "different", folder, FULL, MOVED, *WHO).stdout
    ids = {line["name"]: line["id"] for line in map(json.loads, run("parties", folder, "--json").stdout.splitlines())}
    assert set(ids) == {FULL, MOVED, OTHER}
    made = json.loads(run("parties", "same", folder, ids[FULL], ids[OTHER], *WHO, "--json").stdout)
    assert (made["number"], made["verdict"], made["person"]) == (2, "same", "A. Reader")
    assert f"  also  {OTHER}" in run("parties", folder).stdout or f"  also  {FULL}" in run("parties", folder).stdout
    assert "undo: decision 1" in run("parties", "undo", folder, "1", *WHO).stdout
    assert len(run("parties", folder, "--json").stdout.splitlines()) == 1
    assert run("parties", "unsure", folder, FULL, OTHER, *WHO).exit_code == 0
    assert [line.split("  ")[0] for line in run("parties", "log", folder).stdout.splitlines()] == ["1", "2", "3", "4"]
    assert len(run("parties", folder, "--json").stdout.splitlines()) == 2
    assert run("verify", folder).return_value == 0


def test_a_name_that_nobody_bears_is_refused_and_nothing_is_made(folder: Path, tmp_path: Path) -> None:
    assert isinstance(run("parties", "same", folder, FULL, "Elm", *WHO).exception, UsageError)
    assert isinstance(run("parties", "undo", tmp_path / "none", "1", *WHO).exception, NoSuchCase)
    assert not (tmp_path / "none").exists()
    assert run("parties", "log", folder).stdout == ""


def test_parties_are_exported_alike_in_every_run(folder: Path, tmp_path: Path) -> None:
    for form in ("csv", "xlsx", "jsonl"):
        files = [tmp_path / f"{number}.{form}" for number in range(2)]
        for file in files:
            run("export", folder, "--table", "parties", "--format", form, "-o", file)
        assert files[0].read_bytes() == files[1].read_bytes()
    assert (tmp_path / "0.jsonl").read_text("utf-8") == run("parties", folder, "--json").stdout
    rows = list(csv.DictReader(io.StringIO((tmp_path / "0.csv").read_text("utf-8-sig"))))
    assert list(rows[0]) == list(PARTY_COLUMNS)
    assert sorted(row["written"] for row in rows) == sorted([FULL, MOVED, OTHER])
    assert len({row["party"] for row in rows}) == 2
    assert {row["grade"] for row in rows} == {"derived-form", ""}
    contracts = tmp_path / "contracts.jsonl"
    run("export", folder, "--table", "contracts", "--format", "jsonl", "-o", contracts)
    named = [json.loads(line)["parties"] for line in contracts.read_text("utf-8").splitlines()]
    assert {party for each in named for party in each} == {row["party"] for row in rows}
    redacted = run("export", folder, "--table", "parties", "--redact", "--format", "csv", "-o", tmp_path / "r.csv")
    assert isinstance(redacted.exception, UsageError)


def test_claims_are_exported_with_the_party_that_they_name(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "claims.csv"
    run("export", folder, "--format", "csv", "-o", file)
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))
    said = {row["value"]: (row["party"], row["party_name"]) for row in rows if row["kind"] == "supplier"}
    assert said[FULL] == said[MOVED] != said[OTHER]
    assert said[OTHER][1] == OTHER
    assert {row["party"] for row in rows if row["kind"] not in {"supplier", "buyer"}} <= {""}


def test_contracts_and_pages_are_redacted_where_it_is_asked(folder: Path, tmp_path: Path) -> None:
    for table in ("contracts", "pages"):
        made = run("export", folder, "--table", table, "--redact", "--format", "csv", "-o", tmp_path / f"{table}.csv")
        assert made.exit_code == 0
    refused = run("export", folder, "--table", "statements", "--redact", "--format", "csv", "-o", tmp_path / "s.csv")
    assert isinstance(refused.exception, UsageError)


def test_statements_of_makers_are_kept_shown_by_verify_and_exported(folder: Path, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("We sell through resellers.", "utf-8")
    said = MakerStatement(
        maker="hikvision",
        said_on="2021-03-01",
        source="made up",
        words="We sell",
        page_number=1,
        sha256="",
        name="",
        added="",
    )
    with Case.open(folder, create=True) as case:
        kept = case.maker_statements.add(letter, said)
    assert "statements of makers: 1" in run("verify", folder).stdout
    lines = run("export", folder, "--table", "statements", "--format", "jsonl", "-o", "-").stdout.splitlines()
    (line,) = map(json.loads, lines)
    assert (line["name"], line["sha256"], line["words"]) == ("Hikvision", kept.sha256, "We sell")
    assert line["logged"].startswith("20")
