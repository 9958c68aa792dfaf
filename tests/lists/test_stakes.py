"""Files of stakes: what each says, nothing without a source, hostile ones refused or told."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from tenderlight.lists.entries import ReadList
from tenderlight.lists.files import ListRefused
from tenderlight.lists.recognise import read_list
from tenderlight.lists.stakes import dataset_code, percent_of
from tenderlight.lists.store import ListStore
from tests.lists import made_lists

HEAD = "owner,owned,percent,date,source"
LEI = ("529900T8BM49AURSDO55", "5493001KJTIIGC8Y1R12")


def read(content: bytes | str | list[object], name: str = "my stakes.csv") -> ReadList:
    if isinstance(content, list):
        content = json.dumps(content)
    return read_list({name: content.encode() if isinstance(content, str) else content})


def codes(found: ReadList) -> list[str]:
    return [each.code for each in found.problems]


def told(found: ReadList) -> list[tuple[str, str, Decimal | None, str | None]]:
    return [
        (each.owner.said, each.owned.said, each.percent, each.since.iso() if each.since else None)
        for each in found.stakes
    ]


def test_our_own_table_says_who_holds_how_much_of_whom_by_what_source() -> None:
    rows = f'{HEAD},until,owner_id\nAcorn Ltd,Elm Ltd,"50,5 %",2024-01-31,register,2025-01-01,XI-LEI:{LEI[0]}; x\n'
    found = read(rows)
    assert told(found) == [("Acorn Ltd", "Elm Ltd", Decimal("50.5"), "2024-01-31")]
    (stake,) = found.stakes
    assert (stake.says, stake.list_code, stake.place) == ("register", "ownership-my-stakes", "row 2")
    assert stake.until is not None
    assert [(each.scheme, each.number) for each in stake.owner.identifiers] == [("XI-LEI", LEI[0])]
    assert (found.entities, found.problems) == ((), ())


@pytest.mark.parametrize(
    ("row", "code", "is_kept"),
    [
        (",Elm Ltd,50,2024,register", "ownership-incomplete", False),
        ("Acorn Ltd, ,50,2024,register", "ownership-incomplete", False),
        ("Acorn Ltd,Elm Ltd,50,2024, ", "ownership-incomplete", False),
        ("Acorn Ltd,Elm Ltd,,2024,register", "ownership-percent-missing", True),
        ("Acorn Ltd,Elm Ltd,101,2024,register", "ownership-percent-unreadable", True),
        ("Acorn Ltd,Elm Ltd,-5,2024,register", "ownership-percent-unreadable", True),
        ("Acorn Ltd,Elm Ltd,half,2024,register", "ownership-percent-unreadable", True),
        ("Acorn Ltd,Elm Ltd,50,soon,register", "ownership-undated", True),
    ],
)
def test_what_a_row_lacks_is_told_and_never_filled_in(row: str, code: str, is_kept: bool) -> None:
    found = read(f"{HEAD}\nOak Ltd,Elm Ltd,1,2024,register\n{row}\n")
    assert codes(found) == [code]
    assert len(found.stakes) == 1 + is_kept
    if "percent" in code:
        assert found.stakes[-1].percent is None


@pytest.mark.parametrize(
    "written", ["", " ", "1e1", "NaN", "Infinity", "-1", "100.01", "1.2.3", "٥٠", "5" * 1_000, "0x10", "1_0", "%", "."]
)
def test_no_other_writing_is_a_percent(written: str) -> None:
    assert percent_of(written) is None


def test_bods_of_both_forms_gives_shareholdings_only() -> None:
    interests = [
        {"type": "shareholding", "share": {"minimum": 25, "exclusiveMaximum": 50}, "startDate": "2020-05-01"},
        {"type": "votingRights", "share": {"exact": 100}},
    ]
    older = [
        {"statementID": "e1", "statementType": "entityStatement", "name": "Elm Ltd"},
        {
            "statementID": "p1",
            "statementType": "personStatement",
            "names": [{"fullName": "Jan Doe"}],
            "identifiers": [{"id": "7"}],
        },
        {
            "statementID": "o1",
            "statementType": "ownershipOrControlStatement",
            "subject": {"describedByEntityStatement": "e1"},
            "interestedParty": {"describedByPersonStatement": "p1"},
            "interests": interests,
            "statementDate": "2021-01-01",
            "publicationDetails": {"publisher": {"name": "The Register"}},
        },
    ]
    found = read(older)
    assert told(found) == [("Jan Doe", "Elm Ltd", Decimal(25), "2020-05-01")]
    (stake,) = found.stakes
    assert (stake.is_range, stake.list_code, stake.owner.identifiers) == (True, "ownership-the-register", ())
    acorn = {"name": "Acorn Ltd", "identifiers": [{"scheme": "XI-LEI", "id": LEI[0]}]}
    shares = [{"type": "shareholding", "share": {"exact": 60.5}}]
    newer: list[dict[str, object]] = [
        {"statementId": "1", "recordId": "e1", "recordType": "entity", "recordDetails": {"name": "Elm Ltd"}},
        {"statementId": "2", "recordId": "e2", "recordType": "entity", "recordDetails": acorn},
        {
            "statementId": "3",
            "recordId": "r1",
            "recordType": "relationship",
            "statementDate": "2024-03",
            "recordDetails": {"subject": "e1", "interestedParty": "e2", "interests": shares},
        },
    ]
    found = read("\n".join(map(json.dumps, newer)))
    assert told(found) == [("Acorn Ltd", "Elm Ltd", Decimal("60.5"), "2024-03")]
    newer[2]["recordStatus"] = "closed"
    with pytest.raises(ListRefused, match="list-empty"):
        read([*newer])


def test_gleif_says_who_consolidates_whom_and_no_percent() -> None:
    columns = (
        "Relationship.StartNode.NodeID,Relationship.EndNode.NodeID,Relationship.RelationshipType,"
        "Relationship.RelationshipStatus,Relationship.Period.1.startDate,Relationship.Period.1.periodType,"
        "Relationship.Quantifiers.1.QuantifierAmount"
    )
    rows = [
        f"{LEI[0]},{LEI[1]},IS_DIRECTLY_CONSOLIDATED_BY,ACTIVE,2019-01-01T00:00:00Z,RELATIONSHIP_PERIOD,100",
        f"{LEI[0]},{LEI[1]},IS_DIRECTLY_CONSOLIDATED_BY,INACTIVE,2019-01-01,RELATIONSHIP_PERIOD,",
        f"{LEI[0]},{LEI[1]},IS_FUND-MANAGED_BY,ACTIVE,2019-01-01,RELATIONSHIP_PERIOD,",
    ]
    found = read("\n".join((columns, *rows, "")))
    assert told(found) == [(f"XI-LEI {LEI[1]}", f"XI-LEI {LEI[0]}", None, "2019-01-01")]
    assert (found.stakes[0].list_code, codes(found)) == ("gleif-level-2", ["ownership-percent-missing"])


def test_followthemoney_gives_stakes_beside_entries_or_alone() -> None:
    found = read(made_lists.ftm(), "ftm.json")
    assert told(found) == [("Oak Concern JSC", "Willow Drones LLC", None, None)]
    assert len(found.entities) > 1
    alone: list[dict[str, object]] = [
        {"id": "a", "schema": "Company", "properties": {"name": ["Acorn Ltd"]}},
        {"id": "b", "schema": "Company", "properties": {"name": ["Elm Ltd"]}},
        {
            "id": "c",
            "schema": "Ownership",
            "datasets": ["gb_register"],
            "properties": {"owner": ["a"], "asset": ["b"], "percentage": ["75"], "startDate": ["2023-02-01"]},
        },
        {"id": "d", "schema": "Ownership", "properties": {"owner": ["gone"], "asset": ["b"]}},
    ]
    found = read(made_lists.ftm(alone), "graph.json")
    assert told(found) == [("Acorn Ltd", "Elm Ltd", Decimal(75), "2023-02-01")]
    assert (found.entities, found.stakes[0].list_code) == ((), "ownership-gb_register")
    assert codes(found) == ["ownership-incomplete"]


def test_a_store_keeps_stakes_as_a_list_of_their_own(tmp_path: Path) -> None:
    with ListStore(tmp_path) as store:
        added = store.add({"my.csv": f"{HEAD}\nAcorn Ltd,Elm Ltd,50,2024-01-31,register\n".encode()})
        (snapshot,) = added.snapshots
        assert (snapshot.list_code, snapshot.entities, snapshot.reader) == ("ownership-my", 1, "stakes-csv/1")
        (held,) = store.held()
        assert held.newest == "2024-01-31"
        assert len(store.entities(snapshot.sha256).stakes) == 1


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (f"{HEAD}\n", "list-empty"),
        (f"{HEAD}\nAcorn,Elm,50\n", "list-cut-short"),
        (f'{HEAD}\nAcorn,Elm,50,2024,"regis', "list-cut-short"),
        (f"{HEAD}\nAcorn,Elm,50,2024,a,b\n", "list-damaged"),
        ('[{"statementID": "1", "statementType": 7}]', "list-damaged"),
        ('[{"statementID": "1", "stat', "list-cut-short"),
        ('[{"statementID": ' + "[" * 5_000, "list-damaged"),
    ],
)
def test_a_damaged_file_is_refused_whole(content: str, code: str) -> None:
    with pytest.raises(ListRefused) as refused:
        read(content)
    assert refused.value.code in {code, "list-cut-short"}


def test_codes_begin_alike_once() -> None:
    assert dataset_code("ownership-x") == dataset_code("x") == "ownership-x"
