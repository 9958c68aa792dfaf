"""Before listing, listed, after removal, or not known: on each side of every day that a list gives."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tenderlight.lists.history import Change, Lists
from tenderlight.lists.standing import Standing, standing
from tenderlight.lists.store import ListStore
from tenderlight.model.values import PartialDate
from tests.lists import made_lists


def on(day: str) -> PartialDate:
    parts = [int(part) for part in day.split("-")]
    return PartialDate(year=parts[0], month=parts[1] if parts[1:] else None, day=parts[2] if parts[2:] else None)


def on_iso(date: PartialDate | None) -> str:
    return date.iso() if date is not None else ""


def held(folder: Path, *contents: bytes, as_of: str | None = None) -> Lists:
    with ListStore(folder) as store:
        for content in contents:
            day = datetime.date.fromisoformat(as_of) if as_of else None
            assert store.add({"list": content}, as_of=day).snapshots
    return Lists(ListStore(folder))


def asked(lists: Lists, day: str, name: str = "Acorn") -> Standing:
    (history,) = [each for each in lists if each.newest.name == name]
    return standing(history, on(day))


def snapshot(as_of: str, *entries: dict[str, object], list_id: str = "bis-entity-list") -> bytes:
    rest = made_lists.entry("Somebody Else", federal_register="80 FR 1, 1/5/15")
    return made_lists.us_json(list_id, [*entries, rest], extracted=as_of)


PRINTED = made_lists.entry("Acorn", federal_register="84 FR 22963, 5/21/19. 85 FR 1, 8/20/20")
IN_EFFECT = made_lists.entry("Acorn", effective_date="2019-05-16", federal_register="84 FR 22963, 5/21/19")


@pytest.mark.parametrize(
    ("entry", "day", "status"),
    [
        (IN_EFFECT, "2019-05-15", "before listing"),
        (IN_EFFECT, "2019-05-16", "listed"),
        (IN_EFFECT, "2019-05-20", "listed"),
        (IN_EFFECT, "2026-07-09", "listed"),
        (IN_EFFECT, "2019", "date unknown"),
        (IN_EFFECT, "2019-05", "date unknown"),
        (IN_EFFECT, "2018", "before listing"),
        (IN_EFFECT, "2020-03", "listed"),
        (PRINTED, "2019-04-01", "before listing"),
        (PRINTED, "2019-05-18", "date unknown"),
        (PRINTED, "2019-05-21", "listed"),
        (made_lists.entry("Acorn"), "2019-05-21", "date unknown"),
        (made_lists.entry("Acorn", effective_date="2019"), "2019-06-01", "date unknown"),
        (made_lists.entry("Acorn", effective_date="2019"), "2020-01-01", "listed"),
    ],
)
def test_by_the_dates_of_the_entry(tmp_path: Path, entry: dict[str, object], day: str, status: str) -> None:
    found = asked(held(tmp_path, snapshot("2026-07-09", entry)), day)
    assert found.status == status
    assert found.because


def test_an_undated_entry_is_listed_on_the_days_of_its_snapshots(tmp_path: Path) -> None:
    bare = made_lists.entry("Acorn")
    lists = held(tmp_path, snapshot("2024-01-01", bare), snapshot("2026-01-01", bare))
    days = ("2023-12-31", "2024-01-01", "2025-01-01", "2026-01-01", "2026-02-01")
    assert [asked(lists, day).status for day in days] == ["date unknown", "listed", "listed", "listed", "listed"]
    assert [asked(lists, day).is_after_list for day in days[-2:]] == [False, True]


def test_an_entry_that_stands_there_before_it_takes_effect_is_not_listed_for_sure(tmp_path: Path) -> None:
    later = made_lists.entry("Acorn", effective_date="2021-08-02", notes="Listing Date (CMIC): 03 Jun 2021")
    lists = held(tmp_path, *(snapshot(day, later, list_id="ofac-nscmic") for day in ("2021-07-01", "2021-09-01")))
    days = ("2021-06-15", "2021-07-15", "2021-08-02", "2021-08-20")
    assert [asked(lists, day).status for day in days] == ["before listing", "date unknown", "listed", "listed"]


def test_a_day_of_a_list_issued_whole_does_not_clear_anybody(tmp_path: Path) -> None:
    entry = made_lists.entry("Acorn", effective_date="2026-06-10")
    lists = held(tmp_path, snapshot("2026-07-09", entry, list_id="dow-1260h"))
    assert [asked(lists, day).status for day in ("2024-01-01", "2026-06-10", "2026-06-20")] == [
        "date unknown",
        "listed",
        "listed",
    ]


def test_who_is_missing_from_a_newer_snapshot_was_removed_in_between(tmp_path: Path) -> None:
    lists = held(tmp_path, snapshot("2024-01-01", PRINTED), snapshot("2025-01-01"))
    days = ("2019-01-01", "2020-01-01", "2024-01-01", "2024-06-01", "2025-01-01", "2026-01-01")
    assert [asked(lists, day).status for day in days] == [
        "before listing",
        "listed",
        "listed",
        "date unknown",
        "after removal",
        "after removal",
    ]
    events = [(each.change, each.name) for each in lists.events("us-entity-list")]
    assert events == [(Change.REMOVED, "Acorn")]


def test_who_is_not_yet_in_an_older_snapshot_was_listed_in_between(tmp_path: Path) -> None:
    lists = held(tmp_path, snapshot("2024-01-01"), snapshot("2025-01-01", made_lists.entry("Acorn")))
    assert [asked(lists, day).status for day in ("2023-01-01", "2024-01-01", "2024-06-01", "2025-01-01")] == [
        "date unknown",
        "before listing",
        "date unknown",
        "listed",
    ]
    assert [each.change for each in lists.events("us-entity-list")] == [Change.LISTED]


def test_listed_again_after_a_removal(tmp_path: Path) -> None:
    again = made_lists.entry("Acorn", effective_date="2025-06-01")
    first = made_lists.entry("Acorn", effective_date="2019-06-01")
    lists = held(tmp_path, snapshot("2020-01-01", first), snapshot("2022-01-01"), snapshot("2026-01-01", again))
    days = ("2020-01-01", "2021-01-01", "2022-01-01", "2024-01-01", "2025-07-01")
    assert [asked(lists, day).status for day in days] == [
        "listed",
        "date unknown",
        "after removal",
        "after removal",
        "listed",
    ]


def test_what_changed_is_named(tmp_path: Path) -> None:
    other = made_lists.entry("Acorn", federal_register=PRINTED["federal_register"], address="2 New Road")
    lists = held(tmp_path, snapshot("2024-01-01", PRINTED), snapshot("2025-01-01", other))
    (event,) = lists.events("us-entity-list")
    assert (event.change, event.fields) == (Change.CHANGED, ("addresses",))


def test_missing_from_a_list_of_another_form_is_no_removal_and_no_listing(tmp_path: Path) -> None:
    lists = held(tmp_path, made_lists.csl(), made_lists.us_json(entities=[made_lists.entry("Somebody Else")]))
    name = "Acorn Optics Co., Ltd."
    assert asked(lists, "2020-01-01", name).status == "listed"
    assert asked(lists, "2026-01-01", name).status == "date unknown"
    assert list(lists.events("us-entity-list")) == []


def test_the_same_entry_in_two_forms_has_one_history(tmp_path: Path) -> None:
    lists = held(tmp_path, made_lists.csl(), made_lists.us_json())
    (history,) = [each for each in lists if each.newest.name == "Acorn Optics Co., Ltd."]
    assert [seen.entity is not None for seen in history.sightings] == [True, True]


def test_a_name_without_a_number_is_the_entry_that_has_one(tmp_path: Path) -> None:
    birch = made_lists.entry("Birch Engine Corporation", effective_date="2021-08-02")
    lists = held(tmp_path, made_lists.csl(), made_lists.us_json("ofac-nscmic", [birch]))
    (history,) = [each for each in lists if each.list_code == "us-ns-cmic"]
    assert [seen.entity is not None for seen in history.sightings] == [True, True]
    assert [on_iso(history.day(name)) for name in ("announced", "effective")] == [
        "2021-06-03",
        "2021-08-02",
    ]


def test_an_end_that_the_list_states(tmp_path: Path) -> None:
    lists = held(tmp_path, made_lists.denied())
    days = ("2017-10-15", "2017-10-16", "2020-10-12", "2020-10-13", "2020-10-14")
    assert [asked(lists, day, "JAN DOE").status for day in days] == [
        "before listing",
        "listed",
        "listed",
        "date unknown",
        "after removal",
    ]


def test_no_day_no_answer(tmp_path: Path) -> None:
    lists = held(tmp_path, snapshot("2026-07-09", IN_EFFECT))
    (history,) = [each for each in lists if each.newest.name == "Acorn"]
    assert standing(history, None).status == "date unknown"
