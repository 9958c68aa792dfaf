"""Damaged and partial files: nothing is taken, and the reason is told."""

from __future__ import annotations

import json
import random
from contextlib import suppress

import pytest

from tenderlight.lists import files
from tenderlight.lists.files import ListRefused
from tenderlight.lists.recognise import read_list
from tests.lists import made_lists

CONTENTS = {
    "csl.csv": made_lists.csl(),
    "csl.json": made_lists.csl_json(),
    "us.json": made_lists.us_json(),
    "ftm.json": made_lists.ftm(),
    "simple.csv": made_lists.simple(),
    "sdn.xml": made_lists.sdn_xml(),
    "un.xml": made_lists.un_xml(),
    "eu.csv": made_lists.eu_csv(),
    "dpl.txt": made_lists.denied(),
    "uflpa.html": made_lists.uflpa_page(),
    "csl.csv.gz": made_lists.packed(made_lists.csl()),
}


def refusal(content: bytes, name: str = "list") -> str:
    with pytest.raises(ListRefused) as refused:
        read_list({name: content})
    return refused.value.code


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_a_file_cut_in_its_last_entry_is_refused(name: str) -> None:
    content = CONTENTS[name].rstrip()
    # inside the last entry: ten bytes into its last line, or before its end
    cut = max(content.rfind(b"\n") + 10, len(content) // 2) if name.endswith((".csv", ".txt")) else len(content) - 15
    assert refusal(content[:cut], name) in {"list-cut-short", "list-damaged"}


def test_a_list_that_says_how_many_it_has_is_counted() -> None:
    assert refusal(made_lists.us_json(count=2)) == "list-cut-short"
    assert refusal(made_lists.sdn_xml(count=3)) == "list-cut-short"
    results = json.loads(made_lists.csl_json())
    results["total"] = 3
    assert refusal(json.dumps(results).encode()) == "list-cut-short"


@pytest.mark.parametrize("name", sorted(CONTENTS))
def test_any_damage_ends_in_a_reading_or_a_refusal(name: str) -> None:
    chance = random.Random(name)
    for _ in range(60):
        content = bytearray(CONTENTS[name])
        for _ in range(chance.randint(1, 6)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        with suppress(ListRefused):
            assert read_list({name: bytes(content)}).entities


def test_parts_of_two_days_are_refused() -> None:
    parts = made_lists.sdn_csv()
    parts["alt.csv"] += b'99,14,"aka","SOMEBODY ELSE",-0- \n'
    with pytest.raises(ListRefused, match="list-damaged"):
        read_list(parts)


def test_a_delta_is_no_list() -> None:
    line = {"op": "ADD", "entity": made_lists.FTM[0]}
    assert refusal(json.dumps(line).encode()) == "list-is-a-change"


def test_an_archive_of_documents_is_no_list() -> None:
    lines: list[dict[str, object]] = [
        {"id": "1", "schema": "Email", "properties": {}},
        {"id": "2", "schema": "Person", "properties": {"name": ["J"]}},
    ]
    assert refusal(made_lists.ftm(lines)) == "list-unknown-form"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "list-unknown-form"),
        (b"name,price\nAcorn,3\n", "list-unknown-form"),
        (b"# Read me\n", "list-unknown-form"),
        (b"<svg/>", "list-unknown-form"),
        (b"%PDF-1.7", "list-unknown-form"),
        (b'{"a": 1}', "list-unknown-form"),
        (made_lists.us_json(entities=[]), "list-empty"),
        (made_lists.csl([]), "list-empty"),
        (b"\x1f\x8b\x08\x00" + b"\xff" * 40, "list-damaged"),
        (made_lists.sdn_xml().replace(b"<sdnList", b"<!DOCTYPE sdnList [<!ENTITY a 'b'>]><sdnList"), "list-damaged"),
        (made_lists.un_xml(end="<A>" * 100 + "</A>" * 100 + "</CONSOLIDATED_LIST>"), "list-damaged"),
        (made_lists.csl() + b'"a","b"\n' + made_lists.csl(), "list-damaged"),
    ],
)
def test_what_is_no_list_is_told(content: bytes, code: str) -> None:
    assert refusal(content) == code


def test_a_file_that_grows_beyond_measure_is_refused() -> None:
    assert refusal(made_lists.packed(b" " * 5_000_000)) == "list-too-large"


def test_a_file_larger_than_any_list_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MOST_BYTES", 100)
    assert refusal(made_lists.csl()) == "list-too-large"
