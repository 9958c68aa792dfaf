"""Accounts from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cli.team import command
from tenderlight.errors import UsageError
from tenderlight.web import team as team_module
from tests.web.made_desk import make_case


def test_accounts_are_made_allowed_and_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(team_module, "MEMORY_KIB", 64)
    case, accounts = str(make_case(tmp_path / "case", contracts=1)), str(tmp_path / "accounts")
    runner = CliRunner()

    def run(*arguments: str, typed: str = "") -> str:
        done = runner.invoke(command, [arguments[0], accounts, *arguments[1:]], input=typed, catch_exceptions=False)
        assert done.exit_code == 0
        return done.stdout

    run("add", "anna", "--person", "Anna R.", "--password-stdin", typed="a long enough password\n")
    run("allow", "anna", case, "reviewer")
    (told,) = [json.loads(line) for line in run("show", "--json").splitlines()]
    assert (told["name"], told["person"], list(told["roles"].values())) == ("anna", "Anna R.", ["reviewer"])
    assert "reviewer in" in run("show")
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
    run("password", "anna", "--password-stdin", typed="another long password\n")
    run("allow", "anna", case, "nothing")
    assert "nothing" in run("show")
    run("close", "anna")
    assert "closed" in run("show")
    assert run("audit") == run("audit", "--json") == ""
    with pytest.raises(UsageError, match="no terminal"):
        run("add", "bert")
