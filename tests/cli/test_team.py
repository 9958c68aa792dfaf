"""Accounts from the command line."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cli.team import command
from tenderlight.errors import UsageError
from tenderlight.web import team as team_module
from tenderlight.web.team import Team
from tests.web.made_desk import make_case

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the accounts in a folder; return what it printed."""
    monkeypatch.setattr(team_module, "MEMORY_KIB", 64)

    def invoked(*arguments: str, typed: str = "") -> str:
        words = [arguments[0], str(tmp_path / "accounts"), *arguments[1:]]
        done = CliRunner().invoke(command, words, input=typed, catch_exceptions=False)
        assert done.exit_code == 0
        return done.stdout

    return invoked


def test_accounts_are_made_allowed_and_closed(run: Run, tmp_path: Path) -> None:
    case = str(make_case(tmp_path / "case", contracts=1))
    run("add", "anna", "--person", "Anna R.", "--password-stdin", typed="a long enough password\n")
    run("allow", "anna", case, "reviewer")
    (told,) = [json.loads(line) for line in run("show", "--json").splitlines()]
    assert (told["name"], told["person"], list(told["roles"].values())) == ("anna", "Anna R.", ["reviewer"])
    assert "reviewer in" in run("show")
    run("password", "anna", "--password-stdin", typed="another long password\n")
    run("allow", "anna", case, "nothing")
    assert "nothing" in run("show")
    run("close", "anna")
    assert "closed" in run("show")
    told = [json.loads(line) for line in run("audit", "--json").splitlines()]
    assert [one["what"] for one in told][:3] == ["team add anna", "team allow anna reviewer", "team password anna"]
    assert {one["outcome"] for one in told} == {"done"}
    assert all(one["address"].startswith("command line of ") for one in told)
    assert "password" not in run("audit").replace("team password anna", "")
    run("reopen", "anna")
    assert "closed" not in run("show")
    with pytest.raises(UsageError, match="no terminal"):
        run("add", "bert")


def test_accounts_are_tied(run: Run) -> None:
    run("add", "anna", "--no-password")
    issuer = ("--issuer", "https://id.example.org")
    run("add", "bert", "--no-password")
    run("tie", "anna", *issuer, "--email", "Anna@example.org")
    run("tie", "bert", *issuer, "--subject", "248289761001")
    tied = [json.loads(line)["tied"] for line in run("show", "--json").splitlines()]
    assert tied == [
        [{"issuer": "https://id.example.org", "email": "anna@example.org"}],
        [{"issuer": "https://id.example.org", "subject": "248289761001"}],
    ]
    assert "subject 248289761001" in run("show")
    for wrong in (
        ("anna", *issuer, "--subject", "248289761001"),
        ("anna", *issuer, "--email", "no mail"),
        ("anna", *issuer),
        ("anna", *issuer, "--email", "a@example.org", "--subject", "1"),
        ("anna", "--issuer", "http://id.example.org", "--subject", "1"),
        ("nobody", *issuer, "--subject", "1"),
    ):
        with pytest.raises(UsageError):
            run("tie", *wrong)
    run("untie", "bert")
    assert "subject" not in run("show")
    told = [json.loads(line) for line in run("audit", "--json").splitlines()]
    assert {one["outcome"] for one in told if one["what"].startswith("team tie")} == {"done", "UsageError"}


def test_who_is_in_is_shown_and_sent_out(run: Run, tmp_path: Path) -> None:
    run("add", "anna", "--no-password")
    with Team(tmp_path / "accounts") as team:
        team.begin("k", "anna", "c", address="192.0.2.1", now=time.time())
        team.begin("l", "anna", "c", address="192.0.2.2", now=time.time() - 5_000)
    (session,) = [json.loads(line) for line in run("sessions", "--json").splitlines()]
    assert (session["account"], session["address"]) == ("anna", "192.0.2.1")
    assert "192.0.2.1" in run("sessions")
    run("end", "anna")
    assert run("sessions") == ""


def test_a_folder_of_accounts_is_not_made_by_looking_at_it(tmp_path: Path) -> None:
    folder = tmp_path / "mistyped"
    for arguments in (["show"], ["audit"], ["sessions"], ["close", "anna"], ["password", "anna", "--password-stdin"]):
        with pytest.raises(UsageError, match="no accounts in"):
            CliRunner().invoke(
                command, [arguments[0], str(folder), *arguments[1:]], input="a long password\n", catch_exceptions=False
            )
    assert not folder.exists()
