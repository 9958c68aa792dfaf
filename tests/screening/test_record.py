"""The record: everything that was compared, and the same bytes again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.errors import UsageError
from tenderlight.matching import MATCHING_VERSION, Query
from tenderlight.model.values import Identifier, PartialDate
from tenderlight.screening import Question, Screener
from tenderlight.screening.record import first_difference, read_record, record_of
from tests.screening import held_lists

QUESTIONS = (
    Question(
        query=Query(name="Acorn Vision"),
        days=(PartialDate(year=2020, month=1, day=2),),
        where="row 2",
        day_is="asked for",
    ),
    Question(
        query=Query(
            name="橡果光学有限公司",
            identifiers=(Identifier(scheme="CN-USCC", number="91110000MA005UCQ5P"),),
            country="CN",
            place="杭州",
            schema="Company",
        ),
        days=(PartialDate(year=2020), PartialDate(year=2021, month=2)),
        where="contract-1",
        role="supplier",
        day_is="of the award",
        claims=("c1", "c2"),
    ),
    Question(query=Query(name=""), where="row 3"),
)


def record(folder: Path) -> bytes:
    screener = Screener(held_lists.lists(folder), resembles_from=0.5)
    return b"".join(line + b"\n" for line in record_of(screener, screener.ask_all(QUESTIONS)))


def test_a_record_holds_what_was_compared_and_on_what(tmp_path: Path) -> None:
    head, first, second, third = [json.loads(line) for line in record(tmp_path).splitlines()]
    (used,) = head["lists"]
    assert used["as_of"] == "2026-07-09"
    assert "Industry and Security" in used["issuer"]
    assert head["versions"]["matching"] == MATCHING_VERSION
    assert first["forms"]["spelling"] == "acorn vision"
    (hit,) = first["hits"]
    assert hit["sha256"] == used["sha256"]
    assert (hit["status"], hit["grade"]) == ("listed", "listed-alias")
    assert hit["days"] == {
        "announced": None,
        "effective": None,
        "published": "2019-10-09",
        "removed": None,
        "known_listed": None,
    }
    assert hit["entry"]["compared"] == "Acorn Vision"
    assert hit["entry"]["citations"] == ["84 FR 54004, 10/9/19"]
    assert {"name", "ours", "theirs", "weight", "note"} == set(hit["features"][0])
    assert second["hits"][0]["grade"] == "same-identifier"
    assert [each["code"] for each in third["problems"]] == ["screen-name-empty"]


def test_a_record_asks_again_what_it_asked(tmp_path: Path) -> None:
    content = record(tmp_path)
    asked = read_record(content)
    assert asked.questions == QUESTIONS
    assert (asked.list_codes, asked.resembles_from) == (("us-entity-list",), 0.5)


def test_the_same_lists_and_names_give_the_same_bytes_in_another_place_and_order(tmp_path: Path) -> None:
    assert record(tmp_path / "one") == record(tmp_path / "two")


@pytest.mark.parametrize(
    "content", [b"", b"{}\n", b'{"record":"x","lists":[],"resembles_from":0}\n', b"name,hit\nA,1\n"]
)
def test_what_is_no_record_is_refused(content: bytes) -> None:
    with pytest.raises(UsageError):
        read_record(content)


def test_a_record_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read_record(record(tmp_path)[:-1])


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ([b"a", b"b"], [b"a", b"b"], None),
        ([b"a"], [b"b"], 1),
        ([b"a", b"b"], [b"a"], 2),
        ([b"a"], [b"a", b"b"], 2),
        ([], [], None),
    ],
)
def test_where_two_records_differ(one: list[bytes], other: list[bytes], number: int | None) -> None:
    assert first_difference(iter(one), iter(other)) == number
