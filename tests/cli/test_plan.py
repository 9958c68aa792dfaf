"""`tenderlight plan`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.cli import plan as plan_command
from tenderlight.errors import UsageError
from tenderlight.pipeline.planning import trial
from tests.cases.party_case import make_case
from tests.cli.test_parties import run


@pytest.fixture(autouse=True)
def no_lanes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is tried here: that is tested where it is done."""
    monkeypatch.setattr(trial, "find", lambda _options: pytest.fail("a file was tried"))


def test_what_is_out_of_date_is_said_with_why(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case", version="facts/1 rules/1")
    told = run("plan", "--case", case).stdout
    assert "To read: 1 documents of the case (lines/1 → another reader)" in told
    assert "To claim: 1 documents of the case (" in told
    assert "facts/1 → facts/" in told
    assert "To take into the index: 1 pages" in told


def test_without_a_trial_and_without_a_like_nothing_is_said_of_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words", "utf-8")
    told = run("plan", tmp_path / "a.txt", "--case", tmp_path / "case", "--no-try").stdout
    assert "none was tried" in told
    assert "Pages:" not in told


def test_a_plan_as_json_has_its_figures_in_seconds_and_bytes(tmp_path: Path) -> None:
    case = make_case(tmp_path / "case")
    made = json.loads(run("plan", tmp_path / "case.txt", "--case", case, "--no-try", "--json", "--workers", "3").stdout)
    assert (made["lanes"], made["kinds"][0]["files"], made["tried"]["files"]) == (3, 1, 0)
    assert set(made["pages"]) == {"value", "low", "high"}
    assert made["free_bytes"] > 0


def test_a_plan_of_nothing_is_refused(tmp_path: Path) -> None:
    assert isinstance(run("plan", "--case", tmp_path / "none").exception, UsageError)


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0 s"), (0.2, "1 s"), (119, "119 s"), (125, "2.1 min"), (7_300, "2 h"), (200_000, "2.3 days")],
)
def test_times_are_shown_in_the_largest_unit_of_which_there_are_two(seconds: float, shown: str) -> None:
    assert plan_command._time(seconds) == shown


@pytest.mark.parametrize(
    ("size", "shown"), [(0, "0 bytes"), (1_234, "1.2 kB"), (98_765_432, "99 MB"), (1.25e9, "1.2 GB")]
)
def test_sizes_have_two_figures(size: float, shown: str) -> None:
    assert plan_command._size(size) == shown
