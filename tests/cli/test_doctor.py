"""`tenderlight doctor`, and events that are asked for, as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tenderlight.doctor import machine
from tenderlight.doctor.checks import Check, broken, missing, works
from tests.cli.test_parties import run as called


def run(*arguments: str | Path, code: int = 0) -> Result:
    """Run the command; it ends with that code."""
    result = called(*arguments)
    assert (result.exception, result.return_value) == (None, code)
    return result


def found(*checks: Check, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "machine_checks", lambda _folder: iter(checks))


def test_what_is_missing_costs_nothing_of_the_exit_code(monkeypatch: pytest.MonkeyPatch) -> None:
    found(works("a", "1.0"), missing("b", "none", costs="No b.", mend="install b"), monkeypatch=monkeypatch)
    told = run("doctor").stdout
    assert "works    a: 1.0" in told
    assert "Costs: No b." in told
    assert "Mend: install b" in told


def test_what_is_broken_does(monkeypatch: pytest.MonkeyPatch) -> None:
    found(broken("a", "x\x1b[31m", costs="All.", mend="Do."), monkeypatch=monkeypatch)
    line = json.loads(run("doctor", "--json", code=4).stdout)
    assert line == {"name": "a", "verdict": "broken", "found": "x\x1b[31m", "costs": "All.", "mend": "Do."}
    assert "\x1b" not in run("doctor", code=4).stdout


def test_a_case_that_is_not_there_is_broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found(monkeypatch=monkeypatch)
    assert "broken   case" in run("doctor", tmp_path / "none", code=4).stdout
    assert list(tmp_path.iterdir()) == []
