"""Structured files (OCDS, TED, 44-ФЗ, FPDS) against a second, plain reading of their values."""

from __future__ import annotations

from pathlib import Path

from benchmarks.facts_sets.outcomes import Count, Judged
from benchmarks.structured_sources import FOLDERS, measure

NAMES = {"buyers": "buyer", "prices": "amount"}
"""Fields of the plain reading that are called otherwise here."""


def judge_structured(data: Path) -> list[Judged]:
    """Judge each folder: every value that a plain reading finds, or that is stated, counts once."""
    judged = []
    for name in FOLDERS:
        if not (data / name).is_dir():
            continue
        tally = measure(data / name)
        if not tally.compared:
            continue
        one = Judged(f"{name}: {tally.compared} notices compared", not_right=tally.differences)
        for field, score in tally.scores.items():
            count = Count(wrong=score.wrong, missing=score.missing, right=score.right)
            one.fields[NAMES.get(field, field)] = count
        judged.append(one)
    return judged
