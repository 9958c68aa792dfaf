"""The example of every rule page: true hits are found, every exclusion is not, and nothing else is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.capabilities import capability_entries, find_in_text
from tenderlight.evaluate.capabilities import share_words

PAGES = Path(__file__).resolve().parents[2] / "docs" / "capabilities"
CODES = sorted(capability_entries())


def example(code: str) -> list[tuple[str, str]]:
    """Return the lines of a rule's example: kind of document, text."""
    lines = (PAGES / code / "example.txt").read_text("utf-8").splitlines()
    return [(kind, text) for kind, _, text in (line.partition("\t") for line in lines)]


def expected(code: str) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = json.loads((PAGES / code / "expected.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("code", CODES)
def test_the_example_is_found_as_expected_and_nothing_else(code: str) -> None:
    for number, (kind, text) in enumerate(example(code), start=1):
        wanted = {item["capability"]: item for item in expected(code)["expected"] if int(item["line"]) == number}
        found = {statement.rule: statement for statement in find_in_text(text, doc_kind=kind)}
        assert set(found) == set(wanted), (text, found)
        for rule, item in wanted.items():
            assert found[rule].polarity == item["polarity"], text
            assert share_words(item["quote"], found[rule].anchors[0].text), text


@pytest.mark.parametrize("code", CODES)
def test_every_exclusion_has_a_line_that_shows_it(code: str) -> None:
    shown = expected(code)["exclusions"]
    assert {item["not_when"] for item in shown} == set(capability_entries()[code].not_when)
    positive = {int(item["line"]) for item in expected(code)["expected"]}
    assert len(positive) + len({int(item["line"]) for item in shown} - positive) == len(example(code))


@pytest.mark.parametrize("code", CODES)
def test_the_page_says_what_the_vocabulary_says(code: str) -> None:
    page = (PAGES / code / "index.md").read_text("utf-8")
    entry = capability_entries()[code]
    assert entry.definition in page
    assert entry.why_it_matters in page
    assert all(f"- {line}\n" in page for line in (*entry.not_when, *entry.sources))
