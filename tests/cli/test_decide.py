"""`tenderlight decide` and `tenderlight reply`: people act on a case from the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

from tenderlight.errors import NoSuchCase, UsageError
from tests.cases.party_case import FULL, OTHER, make_case
from tests.cli.test_parties import run
from tests.memory_disk import memory_folder

CLAIM = f"c-{FULL}"
BY = ("--by", "A. Reader")
ASK = ("--party", FULL, "--asked", "press office", "--how", "mail", "--on", "2026-05-01", "--deadline", "2026-05-15")


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        yield make_case(place / "case")


def refused(result: Result, error: type[Exception], words: str) -> bool:
    return isinstance(result.exception, error) and words in str(result.exception)


def test_claims_are_confirmed_rejected_and_taken_back(folder: Path) -> None:
    made = run("decide", folder, CLAIM, "confirm", *BY, "--because", "page 1")
    assert "confirm  by A. Reader: page 1" in made.stdout
    assert "The claim is confirmed now." in made.stdout
    assert (
        "People disagree (A. Reader: confirm, B: reject)" in run("decide", folder, CLAIM, "reject", "--by", "B").stdout
    )
    assert "1: People disagree." in run("decide", folder).stderr
    assert "The claim is confirmed now." in run("decide", folder, CLAIM, "undo", "--by", "B").stdout
    lines = [json.loads(line) for line in run("decide", folder, CLAIM, "--json").stdout.splitlines()]
    assert [(line["number"], line["verdict"], line["undoes"]) for line in lines] == [
        (1, "confirm", None),
        (2, "reject", None),
        (3, "undo", 2),
    ]
    exported = run("export", folder, "--format", "jsonl", "-o", "-").stdout.splitlines()
    assert sorted(json.loads(line)["status"] for line in exported) == ["confirmed", "unreviewed", "unreviewed"]
    assert run("verify", folder).return_value == 0


def test_a_value_is_put_right(folder: Path) -> None:
    made = run("decide", folder, CLAIM, "confirm", *BY, "--value", json.dumps({"name": OTHER}), "--json")
    assert json.loads(made.stdout)["edit"]["value"]["name"] == OTHER
    exported = [json.loads(line) for line in run("export", folder, "--format", "jsonl", "-o", "-").stdout.splitlines()]
    (claim,) = [claim for claim in exported if claim["claim"] == CLAIM]
    assert (claim["value"]["name"], claim["edit"]["value"]["name"]) == (FULL, OTHER)
    for value in ("{", "[]", '{"nome": "x"}', "null"):
        assert isinstance(run("decide", folder, CLAIM, "confirm", *BY, "--value", value).exception, UsageError)


def test_what_cannot_be_decided_is_refused(folder: Path) -> None:
    assert refused(run("decide", folder, CLAIM, "confirm"), UsageError, "--by")
    assert refused(run("decide", folder, "none", "confirm", *BY), UsageError, "no claim none")
    assert refused(run("decide", folder, CLAIM, "undo", *BY), UsageError, "no review of that claim")
    assert refused(run("decide", folder.parent / "none", CLAIM, "confirm", *BY), NoSuchCase, "no case")
    assert not (folder.parent / "none").exists()


def test_a_party_is_asked_and_answers(folder: Path) -> None:
    letter = folder.parent / "letter.txt"
    letter.write_text("Dear all", "utf-8")
    assert f"1  {FULL}: asked press office by mail" in run("reply", folder, "add", *ASK, "--attach", letter, *BY).stdout
    assert "no answer by 2026-05-15" in run("reply", folder).stdout
    answer = folder.parent / "answer.txt"
    answer.write_text("Only cameras.", "utf-8")
    run("reply", "answer", folder, "1", "--answer-file", answer, "--answered", "2026-05-09", *BY)
    shown = run("reply", "list", folder).stdout
    assert "answered on 2026-05-09: Only cameras." in shown
    assert "attached: letter.txt (8 bytes" in shown
    lines = [json.loads(line) for line in run("reply", folder, "list", "--all", "--json").stdout.splitlines()]
    assert [(line["number"], line["amends"], line["state"]) for line in lines] == [
        (1, None, "none_by_deadline"),
        (2, 1, "answered"),
    ]
    assert refused(run("reply", "answer", folder, "2", *BY), UsageError, "--answered")
    assert refused(run("reply", "add", folder, *ASK, "--answer", "x", *BY), UsageError, "go together")
    assert run("verify", folder).return_value == 0
