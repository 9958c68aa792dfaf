"""Links in what leaves the machine: the report, tables, a dossier that anyone can check."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.publish.cells import row
from tenderlight.publish.dossier import publish
from tenderlight.publish.dossier_wishes import Wishes
from tenderlight.publish.exporting import Wish, export
from tenderlight.publish.report import write_report
from tenderlight.publish.verifying import verify_dossier
from tests.pipeline.linked_twice import make_linked_twice
from tests.pipeline.test_linking import BUYERS
from tests.publish.made_dossier import NOW, ask_all, confirm_all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_linked_twice(tmp_path)
    return tmp_path


def test_a_report_counts_notices_once_and_shows_both_places(folder: Path) -> None:
    with Case.open(folder / "case") as case:
        (link,) = case.claims(kind="link")
        first = write_report(case, folder / "report").read_text("utf-8")
        page = (folder / "report" / "contracts" / f"{link.contract}.html").read_text("utf-8")
    assert "Documents compared with each other: 2; notices: 1; copies of those: 1." in first
    assert "same notice" in page
    assert "0.txt, page 1; 1.txt, page 1" in page or "1.txt, page 1; 0.txt, page 1" in page


def test_a_link_is_a_row_and_a_line_of_the_exports(folder: Path) -> None:
    with Case.open(folder / "case") as case:
        (link,) = case.claims(kind="link")
        export(case, Wish(form="csv"), folder / "claims.csv")
        export(case, Wish(form="jsonl"), folder / "claims.jsonl")
    with (folder / "claims.csv").open(encoding="utf-8-sig") as table:
        rows = [one for one in csv.DictReader(table) if one["kind"] == "link"]
    assert [(one["value"], one["value_kind"], one["more_quotes"]) for one in rows] == [
        (row(link)["value"], "same_notice", "1")
    ]
    lines = [json.loads(line) for line in (folder / "claims.jsonl").read_text("utf-8").splitlines()]
    (line,) = [one for one in lines if one["kind"] == "link"]
    assert line["value"]["link"] == "same_notice"
    assert {quote["path"] for quote in line["quotes"]} == {"0.txt", "1.txt"}


@pytest.mark.parametrize("redact", [False, True])
def test_a_confirmed_link_is_in_a_dossier_that_holds(folder: Path, *, redact: bool) -> None:
    with Case.open(folder / "case", create=True) as case:
        confirm_all(case)
        ask_all(case, BUYERS[0])
        case.commit()
        (link,) = case.claims(kind="link")
        made = publish(case, link.contract, folder / "dossiers", Wishes(person="R. Osei", redact=redact), now=NOW)
    check = verify_dossier(made.folder)
    assert check.faults == ()
    claims = json.loads((made.folder / "data" / "claims.json").read_text("utf-8"))
    assert link.claim in json.dumps(claims)
    told = (made.folder / "data" / "en" / "index.html").read_text("utf-8")
    assert "have something in common" in told
    assert "never why" in told
