"""From lists and a folder of notices to a screening in the case, and in its report."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.journeys.command import find, tenderlight
from tests.lists import made_lists
from tests.screening import held_lists

RELEASE = {
    "ocid": "ocds-test-1",
    "id": "1",
    "date": "2021-03-04T00:00:00Z",
    "tag": ["contract"],
    "initiationType": "tender",
    "buyer": {"id": "b", "name": "Wexmoor Constabulary"},
    "parties": [
        {"id": "b", "name": "Wexmoor Constabulary", "roles": ["buyer"]},
        {"id": "s", "name": "Acorn Optics Co., Ltd.", "roles": ["supplier"]},
    ],
    "tender": {
        "id": "t",
        "title": "Cameras",
        "description": "The system shall match every face seen by the street cameras with a watchlist.",
    },
    "awards": [
        {"id": "a", "date": "2019-01-01T00:00:00Z", "suppliers": [{"id": "s", "name": "Acorn Optics Co., Ltd."}]}
    ],
    "contracts": [{"id": "c", "awardID": "a", "dateSigned": "2021-03-04T00:00:00Z", "title": "Cameras"}],
}


def test_a_run_screens_its_case_and_the_report_says_what_it_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TENDERLIGHT_LISTS", str(tmp_path / "lists"))
    notices, case = tmp_path / "notices", tmp_path / "case"
    notices.mkdir()
    (notices / "release.json").write_text(json.dumps({"releases": [RELEASE]}), "utf-8")
    first = find(notices, "--case", case)
    assert "against lists" not in first.err
    assert not (case / "screenings").exists()

    held_lists.fill(tmp_path / "lists", held_lists.ENTITY_LIST)
    second = find(notices, "--case", case)
    assert "against lists: 1 with a possible match" in second.err
    head, *lines = [json.loads(line) for line in (case / "screenings" / "0001.jsonl").read_text("utf-8").splitlines()]
    assert head["lists"][0]["list"] == "us-entity-list"
    (supplier,) = [line for line in lines if line["question"]["role"] == "supplier"]
    assert (supplier["question"]["days"], supplier["question"]["day_is"]) == (["2021-03-04"], "of the contract")
    assert [(hit["status"], hit["grade"]) for hit in supplier["hits"]] == [("listed", "same-registered-name")]

    assert "against lists" not in find(notices, "--case", case).err
    assert len(list((case / "screenings").iterdir())) == 1
    again = tenderlight("screen", "--again", case / "screenings" / "0001.jsonl", "--store", case / "lists")
    assert (again.code, "came out the same" in again.err) == (0, True)

    logged = [json.loads(line) for line in (case / "custody.jsonl").read_text("utf-8").splitlines()]
    assert [entry["record"] for entry in logged if entry["act"] == "screen"] == ["screenings/0001.jsonl"]
    assert tenderlight("verify", case).code == 0

    assert tenderlight("report", case, "-o", tmp_path / "report").code == 0
    (page,) = (tmp_path / "report" / "contracts").glob("*.html")
    text = page.read_text("utf-8")
    assert "Possible match (same-registered-name) with “Acorn Optics Co., Ltd.”" in text
    assert "2019-10-09" in text
    index = (tmp_path / "report" / "index.html").read_text("utf-8")
    assert f'<a href="contracts/{page.name}#lists">possible matches on lists (1)</a>' in index

    held_lists.fill(tmp_path / "lists", made_lists.csl())
    assert "against lists" not in find(notices, "--case", case, "--no-screen").err
    assert "against lists" in find(notices, "--case", case).err
    assert len(list((case / "screenings").iterdir())) == 2


def test_a_record_that_was_changed_is_told_and_the_others_are_exported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TENDERLIGHT_LISTS", str(held_lists.fill(tmp_path / "lists")))
    notices, case = tmp_path / "notices", tmp_path / "case"
    notices.mkdir()
    (notices / "release.json").write_text(json.dumps({"releases": [RELEASE]}), "utf-8")
    assert find(notices, "--case", case, "--no-screen").code == 0
    early = tenderlight("export", case, "--table", "screenings", "--format", "csv", "-o", "-")
    assert (early.code, "not held against lists yet" in early.err) == (2, True)
    assert tenderlight("screen", "--case", case).code == 0
    record = case / "screenings" / "0001.jsonl"
    exported = tenderlight("export", case, "--table", "screenings", "--format", "jsonl", "-o", "-")
    assert exported.out == record.read_bytes()
    table = tenderlight("export", case, "--table", "screenings", "--format", "csv", "-o", "-")
    rows = list(csv.DictReader(io.StringIO(table.out.decode("utf-8-sig"))))
    assert [(row["role"], row["status"], row["issuer"]) for row in rows if row["grade"] == "same-registered-name"] == [
        ("supplier", "listed", "US Department of Commerce, Bureau of Industry and Security")
    ]
    record.chmod(0o600)
    record.write_bytes(record.read_bytes().replace(b'"listed"', b'"before listing"'))
    told = tenderlight("verify", case)
    assert (told.code, "no longer matches its SHA-256 in the log" in told.out.decode("utf-8")) == (6, True)


def test_damaged_lists_do_not_undo_a_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = held_lists.fill(tmp_path / "lists")
    monkeypatch.setenv("TENDERLIGHT_LISTS", str(store))
    notices, case = tmp_path / "notices", tmp_path / "case"
    notices.mkdir()
    (notices / "release.json").write_text(json.dumps({"releases": [RELEASE]}), "utf-8")
    for path in (store / "objects").rglob("*"):
        if path.is_file():
            path.chmod(0o600)
            path.write_bytes(b"{}")
    ended = find(notices, "--case", case)
    assert ended.code == 0
    assert "Not screened" in ended.err
