"""From the example case to the exposure of a maker, and its page in the report."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.journeys.command import tenderlight
from tests.journeys.conftest import FoundCase

MAKER = "曜核"
"""Made up, as everything in the example case."""


@pytest.fixture
def lines(example_case: FoundCase) -> list[dict[str, object]]:
    ended = tenderlight("exposure", example_case.folder, MAKER, "--json")
    assert ended.code == 0
    return [json.loads(line) for line in ended.lines]


def test_the_part_of_the_example_is_told_with_its_figures(lines: list[dict[str, object]]) -> None:
    head, *places = lines
    assert (head["name"], head["is_in_catalogue"], head["contracts"]) == (MAKER, False, 1)
    told = {(one["stage"], one["naming"], one["model"], one["quantity"], one["part_of"]) for one in places}
    assert ("contract", "listed", "YH-T40", 48, "人脸识别服务器") in told
    for one in places:
        assert one["suppliers"] == ["南屿云岫信息技术有限公司"]
        assert one["does_not_prove"]
        assert one["claim"]["quotes"][0]["text"].startswith(MAKER)  # type: ignore[index]


def test_words_and_rows_say_the_same(example_case: FoundCase, lines: list[dict[str, object]]) -> None:
    words = tenderlight("exposure", example_case.folder, MAKER)
    assert "8 in each × 6 × 人脸识别服务器 = 48" in words.out.decode("utf-8")
    assert "does not say that its maker sold it" in words.err
    rows = tenderlight("exposure", example_case.folder, MAKER, "--csv")
    assert len(list(csv.DictReader(io.StringIO(rows.out.decode("utf-8-sig"))))) == len(lines) - 1


def test_a_maker_that_nobody_names_has_no_place(example_case: FoundCase) -> None:
    ended = tenderlight("exposure", example_case.folder, "Hikvision")
    assert ended.lines == ["Hikvision: named 0 times in 0 contracts."]


def test_a_statement_needs_its_words_in_the_file(example_case: FoundCase, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("We sell through resellers.", "utf-8")
    said = ("--statement", letter, "--said-on", "2021-03-01", "--from", "made up for this test")
    wrong = tenderlight("exposure", example_case.folder, MAKER, *said, "--words", "We sell to nobody.")
    assert wrong.code == 2
    assert not (example_case.folder / "exposure").exists()
