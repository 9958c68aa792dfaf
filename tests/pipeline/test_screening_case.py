"""A case that is screened again after something came to it: only what has changed is asked."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.lists.store import ListStore
from tenderlight.pipeline.screening_case import ScreenedCase, screen_case
from tenderlight.screening import Question, Screener, Screening
from tests.cases.party_case import FULL, MOVED, OTHER, make_case
from tests.lists import made_lists

LISTED = made_lists.us_json(entities=[made_lists.entry(OTHER), made_lists.entry(FULL)])


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were looked up in lists, in order."""
    names: list[str] = []
    ask_all = Screener.ask_all

    def noted(self: Screener, questions: Iterable[Question]) -> Iterator[Screening]:
        every = list(questions)
        names.extend(question.query.name for question in every)
        return ask_all(self, every)

    monkeypatch.setattr(Screener, "ask_all", noted)
    return names


def screened(case: Path, lists: Path) -> ScreenedCase:
    with Case.open(case) as opened:
        found = screen_case(opened, store=ListStore(lists))
    assert found is not None
    return found


def fill(folder: Path, *contents: bytes) -> Path:
    with ListStore(folder) as store:
        for content in contents:
            assert store.add({"list": content}).snapshots
    return folder


def test_a_new_name_is_looked_up_alone_and_the_record_is_that_of_a_whole_screening(
    tmp_path: Path, asked: list[str]
) -> None:
    case, lists = make_case(tmp_path / "case", (FULL, OTHER)), fill(tmp_path / "lists", LISTED)
    first = screened(case, lists)
    assert (first.names, first.asked, first.possible_matches) == (2, 2, 2)
    make_case(case, (OTHER, MOVED, FULL), version="rules/2")
    asked.clear()
    second = screened(case, lists)
    assert asked == [MOVED]
    assert (second.names, second.asked, second.is_new) == (3, 1, True)
    whole = tmp_path / "whole"
    shutil.copytree(case, whole, ignore=shutil.ignore_patterns("screenings"))
    assert screened(whole, lists).record.read_bytes() == second.record.read_bytes()


def test_names_that_went_away_cost_nothing(tmp_path: Path, asked: list[str]) -> None:
    case, lists = make_case(tmp_path / "case"), fill(tmp_path / "lists", LISTED)
    screened(case, lists)
    make_case(case, (OTHER,), version="rules/2")
    asked.clear()
    found = screened(case, lists)
    assert (asked, found.names, found.asked, found.is_new) == ([], 1, 0, True)


def test_another_list_has_every_name_looked_up(tmp_path: Path, asked: list[str]) -> None:
    case, lists = make_case(tmp_path / "case", (FULL, OTHER)), fill(tmp_path / "lists", LISTED)
    screened(case, lists)
    fill(lists, made_lists.csl())
    asked.clear()
    assert screened(case, lists).asked == 2
    assert sorted(asked) == sorted([FULL, OTHER])


def test_a_record_that_is_not_the_logs_is_not_believed(tmp_path: Path, asked: list[str]) -> None:
    case, lists = make_case(tmp_path / "case", (FULL, OTHER)), fill(tmp_path / "lists", LISTED)
    record = screened(case, lists).record
    record.chmod(0o600)
    record.write_bytes(record.read_bytes().replace(b'"may_carry_a_claim":true', b'"may_carry_a_claim":false'))
    make_case(case, (FULL, OTHER, MOVED), version="rules/2")
    asked.clear()
    found = screened(case, lists)
    assert len(asked) == 3
    lines = found.record.read_bytes().splitlines()[1:]
    assert [any(hit["may_carry_a_claim"] for hit in json.loads(line)["hits"]) for line in lines].count(True) >= 2
