"""`tenderlight publish` and `tenderlight withdraw`, called in this process."""

from __future__ import annotations

import json
from pathlib import Path

import click
from click.testing import CliRunner, Result

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cli import tenderlight
from tenderlight.errors import CaseInUse, NoSuchCase, PublicationStopped, UsageError
from tenderlight.model.statement import Stage, StatementKind
from tests.publish.made_dossier import CONTRACT, ask_all, claim_of, confirm_all, make_case


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(
        tenderlight, [str(each) for each in arguments], standalone_mode=False, catch_exceptions=True
    )


def test_a_dossier_is_published_by_the_beginning_of_its_contract_and_withdrawn(tmp_path: Path) -> None:
    make_case(tmp_path)
    case_folder = tmp_path / "case"
    call = ("publish", case_folder, CONTRACT[:8], "--by", "R. Osei", "-o")
    refused = run(*call, tmp_path / "one")
    assert isinstance(refused.exception, PublicationStopped)
    assert not (tmp_path / "one").exists()
    with Case.open(case_folder, create=True) as case:
        confirm_all(case)
        ask_all(case)
        title = claim_of(case, StatementKind.TITLE, Stage.TENDER).claim  # it has no page, so nothing is drawn
    first = run(*call, tmp_path / "one", "--only", title)
    assert first.output.splitlines()[0] == str(tmp_path / "one" / "data" / "index.html")
    assert f"Dossier {CONTRACT[:12]}-1: 1 findings, digest " in first.stderr
    second = run(*call, tmp_path / "two", "--only", title, "--because", "A slip.", "--no-names", "--seal", "all")
    assert second.exit_code == 0, second.exception
    listed = [json.loads(line) for line in run("withdraw", case_folder, "--json").stdout.splitlines()]
    assert [(one["dossier"], one["holds"], one["person"]) for one in listed] == [
        (f"{CONTRACT[:12]}-1", False, "R. Osei"),
        (f"{CONTRACT[:12]}-2", True, "name withheld"),
    ]
    for wrong in ((f"{CONTRACT[:12]}-1", "--by", "R", "--because", "x"), (f"{CONTRACT[:12]}-2",)):
        assert isinstance(run("withdraw", case_folder, *wrong).exception, UsageError)
    done = run("withdraw", case_folder, f"{CONTRACT[:12]}-2", "--by", "R. Osei", "--because", "Wrong contract.")
    assert "withdrawn, R. Osei: Wrong contract." in done.stdout
    assert run("withdraw", case_folder).stdout.count("no longer holds") == 2
    assert check_case(case_folder) == []


def test_a_case_that_is_on_the_desk_is_published_from_there(tmp_path: Path) -> None:
    make_case(tmp_path)
    call = ("publish", tmp_path / "case", CONTRACT[:8], "--by", "R. Osei", "-o", tmp_path / "one")
    with Case.open(tmp_path / "case", create=True) as case:
        assert "Publish there" not in str(run(*call).exception)
        case.say_desk("http://127.0.0.1:8765")
        refused = run(*call)
    assert isinstance(refused.exception, CaseInUse)
    assert f"Publish there: http://127.0.0.1:8765/contracts/{CONTRACT}/publish (for editors)" in str(refused.exception)
    assert not (tmp_path / "one").exists()


def test_a_case_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    done = run("publish", tmp_path / "none", "k", "--by", "R", "-o", tmp_path / "out")
    assert isinstance(done.exception, NoSuchCase)
    assert list(tmp_path.iterdir()) == []
    assert isinstance(run("publish", tmp_path, "k").exception, click.UsageError)
