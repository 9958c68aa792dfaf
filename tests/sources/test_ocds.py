from __future__ import annotations

import gzip
import json

import pytest

from tenderlight.model.problem import Severity
from tenderlight.model.reader import ReadingLimits
from tenderlight.sources.ocds import OcdsReader
from tests.sources.notices import read, stage, suppliers

RELEASE = {
    "ocid": "ocds-1",
    "id": "r1",
    "date": "2024-01-02",
    "tag": ["award"],
    "buyer": {"name": "Town"},
    "awards": [
        {"id": "a", "status": "active", "suppliers": [{"name": "Firm"}], "value": {"amount": 5, "currency": "EUR"}}
    ],
}
SHAPES = {
    "bare release": RELEASE,
    "release package": {"publisher": {"name": "p"}, "releases": [RELEASE]},
    "list of releases": [RELEASE],
    "record": {"ocid": "ocds-1", "releases": [RELEASE]},
    "record with a compiled release": {
        "ocid": "ocds-1",
        "releases": [{"url": "https://x.invalid"}],
        "compiledRelease": RELEASE,
    },
    "record without a number of its own": {"releases": [RELEASE], "compiledRelease": RELEASE, "versionedRelease": {}},
    "record package": {"publisher": {"name": "p"}, "records": [{"ocid": "ocds-1", "compiledRelease": RELEASE}]},
    "records that are packages": {"records": [{"releases": [RELEASE], "publisher": {"name": "p"}}]},
    "list of packages": [{"releases": [RELEASE]}],
}


def content(value: object) -> bytes:
    return json.dumps(value).encode()


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_notice(shape: str) -> None:
    found = read(OcdsReader(), content(SHAPES[shape]))
    assert [record.key for record in found.records] == ["ocid:ocds-1"]
    assert suppliers(found.records[0]) == [("Firm", "sole", None)]
    assert found.codes == []
    assert found.counts == [1]


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_recognised(shape: str) -> None:
    assert OcdsReader().recognises(content(SHAPES[shape]))
    assert OcdsReader().recognises(gzip.compress(content(SHAPES[shape])))


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"[]",
        b"{}",
        b"null",
        b'{"type": "FeatureCollection"}',
        b"<xml/>",
        b"%PDF-1.7",
        b'{"releases": ["v1.0"]}',
        b'{"$schema": "x", "properties": {"ocid": {"type": "string"}, "releases": {}, "publisher": {}}}',
        b"\xff\xfe\x00",
    ],
)
def test_other_files_are_not_recognised(other: bytes) -> None:
    assert not OcdsReader().recognises(other)


def test_json_lines_and_gzip() -> None:
    lines = b"\n".join(content({**RELEASE, "ocid": f"ocds-{number}"}) for number in range(3))
    for packed in (lines, gzip.compress(lines)):
        found = read(OcdsReader(), packed)
        assert [(record.key, record.pointer) for record in found.records] == [
            ("ocid:ocds-0", "/0"),
            ("ocid:ocds-1", "/1"),
            ("ocid:ocds-2", "/2"),
        ]
        assert found.counts == [3]


def test_releases_of_one_procedure_are_notices_of_their_own() -> None:
    plan = {
        "ocid": "ocds-1",
        "id": "r0",
        "date": "2023-01-01",
        "tag": ["planning"],
        "planning": {"budget": {"id": "b"}},
    }
    found = read(OcdsReader(), content({"releases": [plan, RELEASE]}))
    assert [(record.key, stage(record)) for record in found.records] == [
        ("ocid:ocds-1", "plan"),
        ("ocid:ocds-1", "award"),
    ]


def test_the_history_of_a_record_gives_its_last_values() -> None:
    def history(*values: object) -> list[dict[str, object]]:
        return [
            {"releaseID": str(day), "releaseDate": f"2024-01-0{day}", "releaseTag": ["award"], "value": value}
            for day, value in enumerate(values, start=1)
        ]

    versioned = {
        "ocid": "ocds-1",
        "buyer": {"name": history("Town", "City")},
        "awards": [{"id": "a", "status": history("pending", "active"), "suppliers": history([{"name": "Firm"}])}],
    }
    found = read(OcdsReader(), content({"ocid": "ocds-1", "versionedRelease": versioned}))
    [record] = found.records
    [buyer] = [said for said in record.statements if said.kind == "buyer"]
    assert buyer.anchors[0].pointer == "/versionedRelease/buyer/name/1/value"
    assert suppliers(record) == [("Firm", "sole", None)]


def test_the_same_notice_twice_is_read_once() -> None:
    found = read(OcdsReader(), content([RELEASE, {**RELEASE, "id": "r2"}, {**RELEASE, "buyer": {"name": "City"}}]))
    assert [record.pointer for record in found.records] == ["/0", "/2"]
    assert [(problem.code, problem.pointer) for problem in found.problems] == [("duplicate-record", "/1")]


def test_links_and_strangers_are_said_with_their_place() -> None:
    records = [{"ocid": "ocds-1", "releases": [{"url": "https://x.invalid"}, {}, RELEASE]}, 7, {"colour": "red"}]
    found = read(OcdsReader(), content({"records": records}))
    assert len(found.records) == 1
    assert [(problem.code, problem.pointer) for problem in found.problems] == [
        ("record-linked", "/records/0/releases/0"),
        ("record-unrecognised", "/records/0/releases/1"),
        ("record-unrecognised", "/records/1"),
        ("record-unrecognised", "/records/2"),
    ]


def test_a_package_cut_off_keeps_the_notices_before() -> None:
    whole = content({"releases": [RELEASE, {**RELEASE, "ocid": "ocds-2"}, {**RELEASE, "ocid": "ocds-3"}]})
    found = read(OcdsReader(), whole[:-150])
    assert [record.key for record in found.records] == ["ocid:ocds-1", "ocid:ocds-2"]
    assert found.codes == ["json-truncated"]


def test_a_notice_cut_off_is_not_half_read() -> None:
    found = read(OcdsReader(), content(RELEASE)[:-40])
    assert found.records == []
    assert [(problem.code, problem.severity) for problem in found.problems] == [
        ("json-truncated", Severity.PARTLY),
        ("no-record-read", Severity.NOT_READ),
    ]


def test_nesting_without_end_is_a_problem() -> None:
    found = read(OcdsReader(), b'{"ocid": "a", "tender": ' + b'{"x": ' * 50_000)
    assert found.codes == ["json-too-deep", "no-record-read"]


def test_an_empty_package_is_read_and_holds_nothing() -> None:
    found = read(OcdsReader(), content({"publisher": {"name": "p"}, "releases": []}))
    assert [(problem.code, problem.severity) for problem in found.problems] == [("no-record-read", Severity.NOTE)]


def test_doubled_names_with_other_values_are_said() -> None:
    text = '{"ocid": "ocds-1", "awards": [{"id": "a", "value": {"amount": 1, "amount": 2, "currency": "EUR"}}]}'
    found = read(OcdsReader(), text.encode())
    assert [(p.code, p.pointer) for p in found.problems if p.code == "duplicate-key"] == [
        ("duplicate-key", "/awards/0/value/amount")
    ]


def test_the_limit_of_notices_holds() -> None:
    many = content([{**RELEASE, "ocid": f"ocds-{number}"} for number in range(10)])
    found = read(OcdsReader(), many, ReadingLimits(records=4))
    assert (len(found.records), found.codes, found.counts) == (4, ["record-limit"], [4])


def test_a_notice_without_a_number_has_its_place_as_key() -> None:
    found = read(OcdsReader(), content([{"tender": {"title": "x"}}, {"id": "r7", "tender": {"title": "y"}}]))
    assert [record.key for record in found.records] == ["release:/0", "release:r7"]
    assert found.codes == ["record-without-id", "record-without-id"]


@pytest.mark.parametrize("value", [None, 1, "x", [], {}, [[]], [None], {"name": {"deep": []}}, True])
@pytest.mark.parametrize(
    "name", ["tag", "buyer", "parties", "tender", "awards", "contracts", "planning", "language", "date", "id"]
)
def test_values_of_a_wrong_type_are_survived(name: str, value: object) -> None:
    found = read(OcdsReader(), content({**RELEASE, name: value}))
    assert len(found.records) == 1
