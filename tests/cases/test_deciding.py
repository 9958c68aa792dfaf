"""Decisions on parties: in log and database, never overwritten, there after every run."""

from __future__ import annotations

import datetime
import sqlite3
from pathlib import Path

import pytest

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.cases.checking import check_case
from tenderlight.cases.deciding import details_of
from tenderlight.cases.words_of_people import BECAUSE_CHARACTERS
from tenderlight.errors import UsageError
from tenderlight.linking.party_decisions import Decision, Verdict
from tests.cases.party_case import FULL, MOVED, OTHER, make_case

WHEN = datetime.datetime(2026, 5, 1, 12, tzinfo=datetime.UTC)


def decide(folder: Path, verdict: Verdict, *names: str, undoes: int | None = None, because: str = "seen") -> Decision:
    with Case.open(folder) as case:
        found = parties_of_case(case)
    one, other = [*(found.find(name)[0].key for name in names), "", ""][:2]
    with Case.open(folder, create=True) as case:
        return case.decisions.add(
            verdict, (one, other), person="A. Reader", because=because, undoes=undoes, now=lambda: WHEN
        )


def groups(folder: Path) -> list[set[str]]:
    with Case.open(folder) as case:
        return sorted(
            (
                {name for variant in party.variants for name in variant.written}
                for party in parties_of_case(case).parties
            ),
            key=sorted,
        )


def log_of(folder: Path) -> list[Decision]:
    with Case.open(folder) as case:
        return list(case.decisions)


def test_a_decision_is_an_entry_of_the_log_and_changes_the_parties(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    assert groups(folder) == [{OTHER}, {FULL, MOVED}]
    made = decide(folder, Verdict.DIFFERENT, FULL, MOVED)
    assert (made.number, made.at) == (1, "2026-05-01T12:00:00+00:00")
    assert groups(folder) == sorted([{OTHER}, {FULL}, {MOVED}], key=sorted)
    entries = [entry for entry, _ in read_log(folder) if entry.act == Act.DECIDE]
    assert [entry.details for entry in entries] == [details_of(made)]
    undone = decide(folder, Verdict.UNDO, undoes=1)
    assert log_of(folder) == [made, undone]
    assert groups(folder) == [{OTHER}, {FULL, MOVED}]
    assert check_case(folder) == []


def test_decisions_survive_new_claims_and_a_lost_database(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    made = [decide(folder, Verdict.SAME, FULL, OTHER), decide(folder, Verdict.UNSURE, MOVED, OTHER)]
    make_case(folder, (FULL, OTHER), version="rules/2")
    assert groups(folder) == [{FULL, OTHER}]
    with Case.open(folder) as case:
        assert [each.number for each in parties_of_case(case).waiting] == [2]
    (folder / "case.sqlite").unlink()
    make_case(folder, version="rules/3")
    assert log_of(folder) == made
    assert groups(folder) == [{FULL, OTHER}, {MOVED}]
    assert check_case(folder) == []


@pytest.mark.parametrize(
    "because", ["", "   ", "x" * (BECAUSE_CHARACTERS + 1), "half a pair \ud800"], ids=["empty", "blank", "long", "half"]
)
def test_a_decision_without_a_reason_in_words_is_none(tmp_path: Path, because: str) -> None:
    folder = make_case(tmp_path / "case")
    with pytest.raises(UsageError, match="--because"):
        decide(folder, Verdict.SAME, FULL, OTHER, because=because)
    assert log_of(folder) == []
    assert check_case(folder) == []


def test_nothing_is_decided_of_one_spelling_or_undone_that_is_not_there(tmp_path: Path) -> None:
    folder = make_case(tmp_path / "case")
    with pytest.raises(UsageError, match="one spelling"):
        decide(folder, Verdict.DIFFERENT, FULL, FULL)
    with pytest.raises(UsageError, match="no decision 7"):
        decide(folder, Verdict.UNDO, undoes=7)
    with Case.open(folder) as case, pytest.raises(UsageError, match="reading only"):
        case.decisions.add(Verdict.SAME, ("a", "b"), person="A", because="b")


@pytest.mark.parametrize(
    "change", ["UPDATE party_decisions SET verdict = 'same'", "DELETE FROM party_decisions"], ids=["changed", "gone"]
)
def test_a_decision_that_is_not_what_the_log_says_is_found(tmp_path: Path, change: str) -> None:
    folder = make_case(tmp_path / "case")
    decide(folder, Verdict.DIFFERENT, FULL, MOVED)
    with sqlite3.connect(folder / "case.sqlite") as connection:
        connection.execute(change)
    connection.close()
    (fault,) = check_case(folder)
    assert "decision 1" in str(fault)
