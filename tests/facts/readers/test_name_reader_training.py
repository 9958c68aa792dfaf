"""Which stretches of a labelled text teach what the make and model in a name of goods are."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

TOOLS = Path(__file__).resolve().parents[3] / "tools"


@pytest.fixture
def tool(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(TOOLS))
    return importlib.import_module("train_name_reader")


def test_training_takes_the_tightest_stretch_that_holds_name_make_and_model(tool: Any) -> None:
    row = {"id": "x", "lang": "en", "text": "radios; 20 radios Motrex HX-5 for patrols"}
    (name,) = tool.names_of(row, {"name": "radios", "brand": "Motrex", "model": "HX-5"})
    assert name.text == "radios Motrex HX-5"
    assert tool.example_of(name)[1] == ["B-name", "B-brand", "B-model", "I-model", "I-model"]


@pytest.mark.parametrize(
    "item",
    [
        {"name": "radios", "brand": "Zenko", "model": None},
        {"name": "radios", "brand": "Motrex", "model": "far away HX-6"},
    ],
)
def test_training_leaves_out_what_is_not_in_one_cell(tool: Any, item: dict[str, str]) -> None:
    row = {"id": "x", "lang": "en", "text": "radios | Zenko | 5 pcs\nradios | Motrex, " + "x " * 60 + "far away HX-6"}
    assert not list(tool.names_of(row, item))
