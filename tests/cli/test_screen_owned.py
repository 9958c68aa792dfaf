"""Computed shares in `tenderlight screen`: words, record, table and page."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tenderlight.cli import tenderlight
from tests.lists import made_lists
from tests.screening.made_stakes import table


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "lists"
    monkeypatch.setenv("TENDERLIGHT_LISTS", str(folder))
    entries = [made_lists.entry("Acorn Defence Ltd", federal_register="84 FR 1, 10/9/19")]
    (tmp_path / "a.json").write_bytes(made_lists.us_json(entities=entries))
    rows = (
        "Acorn Defence Ltd,Elm Works Ltd,30,2024-01-31,filing 7",
        "Acorn Defence Ltd,Fir Ltd,50,2024-01-31,filing 8",
    )
    (tmp_path / "stakes.csv").write_bytes(table(*rows, "Fir Ltd,Elm Works Ltd,25,2025-02-01,=cmd()"))
    added = run("lists", "add", tmp_path / "a.json")
    assert "ownership-stakes: 3 entries" in run("lists", "add", tmp_path / "stakes.csv").stdout, added.stderr
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(tenderlight, [str(each) for each in arguments], standalone_mode=False)


def test_a_share_has_a_grade_of_its_own_below_being_listed() -> None:
    shown = run("screen", "Elm Works Ltd", "--on", "2025-10-01").stdout
    assert "owned by listed (computed), us-bis-50: rule in force" in shown
    assert (
        "Of Fir Ltd: Acorn Defence Ltd 50 % (filing 8, 2024-01-31; counts as Acorn Defence Ltd (us-entity-list" in shown
    )
    assert "together 55 %" in shown
    assert "possible match" not in shown
    assert "owned by listed" not in run("screen", "Elm Works Ltd", "--on", "2025-12-01").stdout
    assert "rule not known" in run("screen", "Elm Works Ltd", "--on", "2026-11-11").stdout


def test_the_record_has_every_step_and_comes_out_the_same(tmp_path: Path) -> None:
    record = tmp_path / "record.jsonl"
    run("screen", "Elm Works Ltd", "Acorn Defence Ltd", "--on", "2025-10-01", "-o", record)
    head, elm, acorn = map(json.loads, record.read_text("utf-8").splitlines())
    assert head["versions"]["ownership"] == 1
    (owned,) = elm["owned"]
    assert (owned["rule"], owned["grade"], owned["total"], owned["asks"]) == (
        "us-bis-50",
        "owned-by-listed-computed",
        "55",
        "50",
    )
    assert [step["owned"] for step in owned["steps"]] == ["Fir Ltd", "Elm Works Ltd"]
    assert all(stake["sha256"] and stake["place_in_file"] for step in owned["steps"] for stake in step["stakes"])
    assert acorn["owned"] == []
    assert run("screen", "--again", record).return_value == 0


def test_tables_and_pages_show_a_share_and_no_formula(tmp_path: Path) -> None:
    target = tmp_path / "s.csv"
    run("screen", "Elm Works Ltd", "--on", "2025-10-01", "-o", target)
    (row,) = csv.DictReader(io.StringIO(target.read_text("utf-8-sig")))
    assert (row["answer"], row["grade"], row["list"]) == (
        "owned by listed (computed)",
        "owned-by-listed-computed",
        "us-bis-50",
    )
    assert not any(cell.startswith("=") for cell in row.values())
    page = tmp_path / "s.html"
    run("screen", "Elm Works Ltd", "--on", "2025-10-01", "-o", page)
    shown = page.read_text("utf-8")
    assert "Of Fir Ltd" in shown
    assert "filing 7" in shown
    assert "<p>No entry found.</p>" not in shown
