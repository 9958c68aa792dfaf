from pathlib import Path

from tenderlight.evaluate.components import Case, ExpectedPart, evaluate_components, predicted
from tenderlight.model.values import Naming
from tests.house.tree import ROOT

SET = ROOT / "evaluation" / "components" / "development.jsonl"


def test_nobody_is_named_who_is_not_and_nothing_is_overstated() -> None:
    score = evaluate_components(SET)
    assert (score.overall.wrong, score.overall.overstated) == (0, 0), score.differences
    assert score.overall.found >= 0.9 * score.overall.expected
    assert score.overall.naming_right >= 0.9 * score.overall.found
    assert sum(tally.lines for tally in score.by_language.values()) == score.overall.lines


def test_each_kind_of_mistake_is_counted(tmp_path: Path) -> None:
    hikvision = '"text": "海康威视摄像机", "stage": "contract"'
    nvidia = '"text": "8块NVIDIA T4", "stage": "contract"'
    lines = [
        f'{{"id": "1", {hikvision}, "expected": []}}',
        f'{{"id": "2", {hikvision}, "expected": [{{"maker": "hikvision", "naming": "reference"}}]}}',
        '{"id": "3", "text": "空", "expected": [{"maker": "dahua", "naming": "listed"}]}',
        f'{{"id": "4", {nvidia}, "expected": [{{"maker": "nvidia", "naming": "listed", "count": 9}}]}}',
    ]
    made = tmp_path / "lines.jsonl"
    made.write_text("\n".join(lines), "utf-8")
    tally = evaluate_components(tmp_path, tmp_path / "found.jsonl").overall
    assert (tally.wrong, tally.overstated, tally.found, tally.expected) == (1, 1, 2, 3)
    assert (tally.counts, tally.counts_right) == (1, 0)
    assert (tmp_path / "found.jsonl").read_text("utf-8").count("\n") == 4


def test_what_is_found_is_told_in_the_words_of_the_labels() -> None:
    case = Case(id="1", text="NVIDIA T4 or equivalent", expected=())
    assert predicted(case) == (ExpectedPart(maker="nvidia", naming=Naming.REFERENCE, product="nvidia-tesla-t4"),)
