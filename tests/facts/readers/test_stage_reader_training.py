"""What the reader of stages learns from: which labelled texts are of a stage, and of which."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from tenderlight.facts.readers.stages.told import NONE

TOOLS = Path(__file__).resolve().parents[3] / "tools"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("train_stage_reader")


WINNER, LOSER = {"role": "winner"}, {"role": "loser"}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"stage": "award"}, "award"),
        ({"stage": None}, NONE),
        ({"expected": {"stage": "plan"}}, "plan"),
        ({"expected": {"stage": "plan"}, "not_judged": ["stage"]}, None),
        ({"expected": {}}, None),
        ({"parties": [WINNER], "doc_kind": "award_notice"}, "award"),
        ({"parties": [LOSER], "doc_kind": "award_notice"}, None),
        ({"parties": [LOSER], "doc_kind": "opening_record"}, "candidate"),
        ({"parties": [WINNER], "doc_kind": "letter"}, None),
        ({"parties": [], "doc_kind": None}, None),
        ({"expected": [], "doc_kind": "audit_report"}, NONE),
        ({"expected": [], "doc_kind": "tender_spec"}, None),
    ],
    ids=[
        "paper",
        "paper of none",
        "notice",
        "notice left open",
        "notice without",
        "award",
        "award to nobody",
        "opening",
        "letter",
        "no kind",
        "passage of an audit",
        "passage of a tender",
    ],
)
def test_stage_of_a_labelled_text(row: dict[str, Any], expected: str | None, tool: Any) -> None:
    assert tool.stage_of(row) == expected
