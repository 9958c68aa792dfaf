"""Tenders and contracts of Prozorro."""

from __future__ import annotations

import json

from tenderlight.sources.pointers import texts_of
from tenderlight.sources.prozorro import ProzorroReader
from tests.sources.notices import amounts, buyers, days, numbers, read, stage, suppliers

READER = ProzorroReader()


def tender(**more: object) -> dict[str, object]:
    """Return a tender."""
    return {
        "id": "0" * 32,
        "tenderID": "UA-2023-05-12-001234-a",
        "status": "active.tendering",
        "procurementMethodType": "aboveThreshold",
        "title": "Камери",
        "datePublished": "2023-05-12T10:00:00+03:00",
        "value": {"amount": 1500000.0, "currency": "UAH"},
        "procuringEntity": {"name": "Управління поліції", "identifier": {"scheme": "UA-EDR", "id": "40108632"}},
        "bids": [{"value": {"amount": 1}, "tenderers": [{"name": "ТОВ Програш"}]}],
        **more,
    }


def award(status: str, name: str) -> dict[str, object]:
    """Return an award."""
    return {
        "id": name,
        "status": status,
        "date": "2023-06-10T10:00:00+03:00",
        "suppliers": [{"name": name}],
        "value": {"amount": 7.5, "currency": "UAH"},
    }


def test_the_expected_value_is_an_estimate_and_bidders_are_nobody() -> None:
    record = read(READER, json.dumps({"data": tender()}).encode()).records[0]
    assert stage(record) == "tender"
    assert buyers(record) == ["Управління поліції"]
    assert numbers(record) == ["UA-2023-05-12-001234-a"]
    assert amounts(record) == [("estimate", "1500000.0", "UAH", None)]
    assert suppliers(record) == []
    assert record.key == "ocid:ocds-be6bcu-UA-2023-05-12-001234-a"
    assert record.language == "uk"


def test_only_an_active_award_has_a_supplier() -> None:
    whole = tender(status="complete", awards=[award("unsuccessful", "Дешеві"), award("active", "Лінза")])
    record = read(READER, json.dumps([whole]).encode()).records[0]
    assert stage(record) == "award"
    assert suppliers(record) == [("Лінза", "sole", None)]
    assert ("award", "7.5", "UAH", None) in amounts(record)
    assert ("award", "2023-06-10") in days(record)


def test_a_cancelled_tender_keeps_its_expected_value_and_no_supplier() -> None:
    record = read(READER, json.dumps(tender(status="cancelled", awards=[award("active", "Лінза")])).encode()).records[0]
    assert stage(record) == "cancellation"
    assert suppliers(record) == []


def test_a_report_on_a_direct_contract_is_a_single_source() -> None:
    record = read(READER, json.dumps(tender(status="active", procurementMethodType="reporting")).encode()).records[0]
    assert stage(record) == "single_source"


def test_a_contract_of_its_own_joins_its_tender() -> None:
    contract = {
        "contractID": "UA-2023-05-12-001234-a-c1",
        "tender_id": "0" * 32,
        "status": "terminated",
        "value": {"amount": 7.5, "currency": "UAH"},
        "amountPaid": {"amount": 3, "currency": "UAH"},
        "dateSigned": "2023-06-20",
        "procuringEntity": {"name": "Управління поліції"},
        "suppliers": [{"name": "Лінза"}],
    }
    record = read(READER, json.dumps({"data": contract}).encode()).records[0]
    assert record.key == "ocid:ocds-be6bcu-UA-2023-05-12-001234-a"
    assert stage(record) == "contract"
    assert suppliers(record) == [("Лінза", "sole", None)]
    assert amounts(record) == [("contract", "7.5", "UAH", None)]
    assert buyers(record) == ["Управління поліції"]


def test_quotes_stand_at_their_pointers() -> None:
    content = json.dumps({"data": tender(status="complete", awards=[award("active", "Лінза")])}).encode()
    text_at = texts_of(content)
    for statement in read(READER, content).records[0].statements:
        for anchor in statement.anchors:
            assert (text_at(anchor.pointer or "") or "")[anchor.start : anchor.end] == anchor.text


def test_ocds_is_left_to_its_reader_and_cut_files_are_said() -> None:
    assert not READER.recognises(b'{"ocid": "ocds-be6bcu-UA-1", "tenderID": "UA-1"}')
    whole = json.dumps([tender(), tender()]).encode()
    found = read(READER, whole[:-40])
    assert len(found.records) == 1
    assert found.codes == ["json-truncated"]
