"""Bad input of screenings: told, answered as far as it goes, and nothing dropped silently."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tenderlight.cli import tenderlight
from tests.lists import made_lists
from tests.screening import held_lists

MANY = 10_000


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TENDERLIGHT_LISTS", str(tmp_path / "lists"))
    return tmp_path / "lists"


def run(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(tenderlight, [str(each) for each in arguments], input=given, standalone_mode=False)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()[1:]]


def grades(line: dict[str, Any]) -> list[str]:
    return [hit["grade"] for hit in line["hits"]]


def test_a_damaged_file_is_refused_whole_and_the_old_list_answers(store: Path, tmp_path: Path) -> None:
    held_lists.fill(store)
    before = run("screen", "Acorn Vision", "--on", "2020-01-01", "--json").stdout
    newer = made_lists.us_json(entities=[made_lists.entry("Larch Ltd.")], extracted="2026-08-01")
    for number, damaged in enumerate(
        (newer[:-9], newer[: len(newer) // 2], newer.replace(b'"count": 1', b'"count": 7'))
    ):
        file = tmp_path / f"newer-{number}.json"
        file.write_bytes(damaged)
        added = run("lists", "add", file)
        assert added.return_value == 3
        assert "list-" in added.stderr
    assert run("screen", "Acorn Vision", "--on", "2020-01-01", "--json").stdout == before


def test_an_entry_without_dates_is_found_and_its_day_is_unknown(store: Path) -> None:
    held_lists.fill(store, made_lists.ftm([{"id": "1", "schema": "Company", "properties": {"name": ["Larch AG"]}}]))
    (line,) = lines(run("screen", "Larch AG", "--on", "2020-01-01", "--json"))
    assert grades(line) == ["same-registered-name"]
    (hit,) = line["hits"]
    assert hit["status"] == "date unknown"
    assert set(hit["days"].values()) == {None}


def test_an_entry_that_stands_twice_is_answered_twice(store: Path) -> None:
    twice = [made_lists.entry("Larch Ltd.", federal_register="84 FR 1, 10/9/19")] * 2
    held_lists.fill(store, made_lists.us_json(entities=twice))
    (line,) = lines(run("screen", "Larch Ltd.", "--on", "2020-01-01", "--json"))
    assert grades(line) == ["same-registered-name"] * 2


def test_a_person_named_like_a_firm_is_only_a_resemblance(store: Path) -> None:
    people: list[dict[str, object]] = [{"id": "1", "schema": "Person", "properties": {"name": ["Larch Birch"]}}]
    held_lists.fill(store, made_lists.ftm(people))
    (line,) = lines(run("screen", "Larch Birch Ltd.", "--on", "2020-01-01", "--json"))
    assert set(grades(line)) <= {"resembles"}


def test_ten_thousand_names_come_out_in_order_with_the_odd_ones_told(store: Path) -> None:
    held_lists.fill(store)
    names = [f"Firm {number} Ltd." for number in range(MANY)]
    odd = {7: "", 11: "X", 13: "木", 17: "=cmd()", 19: "N" * 301, 23: "Acorn Vision", MANY - 1: "Acorn Vision"}
    for number, name in odd.items():
        names[number] = name
    given = "".join(f"{name}\n" for name in names)
    result = run("screen", "-", "--on", "2020-01-01", "--format", "csv", given=given)
    assert result.return_value == 3
    by_place: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(io.StringIO(result.stdout.removeprefix("\ufeff"))):
        by_place.setdefault(row["where"], row)
    assert list(by_place) == [f"line {number}" for number in range(1, MANY + 1)]
    answers = {number: by_place[f"line {number + 1}"] for number in odd}
    assert {number: row["problems"] for number, row in answers.items() if row["problems"]} == {
        7: "screen-name-empty",
        11: "screen-name-short",
        13: "screen-name-short",
        19: "screen-name-long",
    }
    assert answers[17]["name"] == "'=cmd()"
    assert [answers[number]["answer"] for number in (7, 11, 19, 23, MANY - 1)] == [
        "not screened",
        "not screened",
        "not screened",
        "possible match",
        "possible match",
    ]
