"""The labelled notices that ship with the project, by part and by language."""

from __future__ import annotations

from pathlib import Path

from benchmarks.facts_sets.outcomes import Count, Judged
from tenderlight.evaluate.facts import FactsScore, FieldScore, Prediction, predict, read_cases
from tenderlight.evaluate.facts import score as score_of

PARTS = ("development", "held_out")


def judge_own(folder: Path) -> dict[str, tuple[Judged, FactsScore]]:
    """Judge each part, all its files together; what is not right is told of the development part only."""
    judged = {}
    for part in PARTS:
        cases = [case for path in sorted(folder.glob(f"{part}*.jsonl")) for case in read_cases(path)]
        score = score_of(cases, [Prediction(id=case.id, predicted=predict(case.text)) for case in cases])
        one = Judged(f"Own labelled notices, {part} ({score.cases})", is_held_out=part != "development")
        one.fields = {name: count_of(field) for name, field in score.fields.items()}
        one.false_prices = [f"{trap.case} {trap.kind} {trap.value}" for trap in score.caught]
        if part == "development":
            one.not_right = [
                f"{item.case} {item.field} {'wrong' if item.is_wrong else 'missing'}: expected {item.expected!r},"
                f" found {item.predicted!r}"
                for item in score.differences
            ]
        judged[part] = one, score
    return judged


def count_of(field: FieldScore) -> Count:
    """Return the counts of a score."""
    return Count(wrong=field.wrong, missing=field.missing, right=field.right)
