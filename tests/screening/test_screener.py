"""A name, what it may mean, and how that stood on the day."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.matching import Grade, Query
from tenderlight.model.values import Identifier, PartialDate
from tenderlight.screening import Question, Screener, Screening
from tests.lists import made_lists
from tests.screening import held_lists

DAY = PartialDate(year=2022, month=5, day=1)


def ask(screener: Screener, name: str, *days: PartialDate, identifiers: tuple[Identifier, ...] = ()) -> Screening:
    return screener.ask(Question(query=Query(name=name, identifiers=identifiers), days=days or (DAY,), where="row 2"))


def test_each_hit_says_how_the_entry_stood(tmp_path: Path) -> None:
    screener = Screener(held_lists.lists(tmp_path))
    found = {day: ask(screener, "Acorn Optics", PartialDate(year=day, month=1, day=1)).hits[0] for day in (2019, 2020)}
    assert {hit.match.entity.name for hit in found.values()} == {"Acorn Optics Co., Ltd."}
    assert [hit.standing.status for hit in found.values()] == ["before listing", "listed"]
    assert found[2020].history.last_seen.held.snapshot.list_code == "us-entity-list"


def test_several_days_answer_only_alike(tmp_path: Path) -> None:
    screener = Screener(held_lists.lists(tmp_path))
    early, late = PartialDate(year=2018, month=1, day=1), PartialDate(year=2020, month=1, day=1)
    (hit,) = ask(screener, "Acorn Vision", early, late).hits
    assert hit.standing.status == "date unknown"
    assert "several days" in hit.standing.because
    (hit,) = ask(screener, "Acorn Vision", late, DAY).hits
    assert hit.standing.status == "listed"


def test_without_a_day_nothing_is_said_of_it(tmp_path: Path) -> None:
    screener = Screener(held_lists.lists(tmp_path))
    (hit,) = screener.ask(Question(query=Query(name="Acorn Vision"))).hits
    assert hit.standing.status == "date unknown"


@pytest.mark.parametrize(
    ("name", "code", "is_answered"),
    [
        ("", "screen-name-empty", False),
        ("华", "screen-name-short", False),
        ("J", "screen-name-short", False),
        ("…", "screen-name-short", False),
        ("A" * 301, "screen-name-long", False),
    ],
)
def test_names_that_cannot_be_asked_are_told(tmp_path: Path, name: str, code: str, is_answered: bool) -> None:
    answer = ask(Screener(held_lists.lists(tmp_path)), name)
    assert [each.code for each in answer.problems] == [code]
    assert answer.problems[0].pointer == "row 2"
    assert (answer.hits, answer.is_answered) == ((), is_answered)


def test_a_number_is_asked_where_the_name_is_too_short(tmp_path: Path) -> None:
    number = (Identifier(scheme="CN-USCC", number="91110000MA005UCQ5P"),)
    answer = ask(Screener(held_lists.lists(tmp_path)), "A", identifiers=number)
    assert [hit.match.grade for hit in answer.hits] == [Grade.SAME_IDENTIFIER]
    assert answer.is_answered


def test_a_day_after_the_list_is_told(tmp_path: Path) -> None:
    screener = Screener(held_lists.lists(tmp_path))
    assert ask(screener, "Acorn Vision", PartialDate(year=2026, month=7, day=9)).problems == ()
    late = ask(screener, "Acorn Vision", PartialDate(year=2026, month=8, day=1))
    assert [each.code for each in late.problems] == ["screen-day-after-list"]
    assert late.hits[0].standing.status == "listed"


def test_an_entry_that_was_removed_is_still_found(tmp_path: Path) -> None:
    later = made_lists.us_json(entities=[made_lists.entry("Somebody Else")], extracted="2027-01-01")
    screener = Screener(held_lists.lists(tmp_path, held_lists.ENTITY_LIST, later))
    hits = ask(screener, "Acorn Vision", PartialDate(year=2027, month=2, day=1)).hits
    assert [hit.standing.status for hit in hits] == ["after removal"]


def test_a_person_who_is_called_like_a_firm_is_no_firm(tmp_path: Path) -> None:
    person = made_lists.ftm(
        [
            {
                "id": "p1",
                "schema": "Person",
                "datasets": ["x"],
                "properties": {"name": ["Oliver Hazel"], "topics": ["sanction"]},
            }
        ]
    )
    screener = Screener(held_lists.lists(tmp_path, person))
    firm = screener.ask(Question(query=Query(name="Oliver Hazel", schema="Company"), days=(DAY,)))
    assert [hit.may_carry_a_claim for hit in firm.hits] in ([], [False])


def test_what_only_resembles_can_be_left_out(tmp_path: Path) -> None:
    lists = held_lists.lists(tmp_path)
    name = "Chestnut Supercomputing Center of Harbin"
    alike = ask(Screener(lists), name).hits
    assert alike
    assert all(not hit.may_carry_a_claim for hit in alike)
    assert ask(Screener(lists, resembles_from=1.01), name).hits == ()


def test_a_name_that_is_asked_twice_is_answered_at_each_day(tmp_path: Path) -> None:
    screener = Screener(held_lists.lists(tmp_path))
    days = [PartialDate(year=year) for year in (2018, 2021)]
    questions = [Question(query=Query(name="Acorn Vision"), days=(day,)) for day in days]
    assert [each.hits[0].standing.status for each in screener.ask_all(questions)] == ["before listing", "listed"]
