"""Structured files (OCDS, TED, 44-ФЗ, FPDS) against a second, plain reading of their values."""

from __future__ import annotations

from pathlib import Path

from benchmarks.facts_sets.outcomes import Count, Judged
from benchmarks.structured_sources import FOLDERS, measure

FIELDS = {" suppliers ": "suppliers", " buyers ": "buyer", " prices ": "amount"}
"""How a difference names its field."""


def judge_structured(data: Path) -> list[Judged]:
    """Judge each folder: every notice that could be read twice counts once for each field."""
    judged = []
    for name in FOLDERS:
        if not (data / name).is_dir():
            continue
        tally = measure(data / name)
        if not tally.compared:
            continue
        one = Judged(f"{name}: {tally.compared} notices compared", not_right=tally.differences)
        for sign, field in FIELDS.items():
            wrong = sum(sign in difference for difference in tally.differences)
            one.fields[field] = Count(wrong=wrong, right=tally.compared - wrong)
        judged.append(one)
    return judged
