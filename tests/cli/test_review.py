"""The command that opens the desk: what it refuses before it listens or prints a link."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cli.review import command
from tenderlight.errors import NoSuchCase, UsageError
from tests.web.made_desk import make_case


def refused(*arguments: str, match: str) -> None:
    runner = CliRunner()
    result = runner.invoke(command, arguments)
    assert isinstance(result.exception, UsageError)
    assert match in result.exception.message
    assert result.stdout == ""


def test_a_network_is_for_teams_and_for_https(tmp_path: Path) -> None:
    case, accounts = str(make_case(tmp_path / "case", contracts=1)), str(tmp_path / "accounts")
    refused(case, "--host", "0.0.0.0", match="for a team")
    refused(case, "--team", accounts, "--host", "0.0.0.0", match="in the clear")
    refused(case, "--team", accounts, match="no accounts in")
    refused(case, "--team", accounts, "--certificate", __file__, match="both")
    refused(case, "--oidc", __file__, match="for a team")
    refused(case, "--team", accounts, "--oidc", __file__, match="cannot be read")


def test_a_case_is_not_made_by_looking_at_it(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCase):
        CliRunner().invoke(command, [str(tmp_path / "none")], catch_exceptions=False)
    assert not (tmp_path / "none").exists()
