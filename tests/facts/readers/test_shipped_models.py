"""The models that ship were trained on the labelled texts that ship, and are what training wrote."""

from __future__ import annotations

import hashlib
import json
from importlib import resources
from pathlib import Path

import pytest

EVALUATION = Path(__file__).resolve().parents[3] / "evaluation"


@pytest.mark.parametrize(
    ("reader", "texts"),
    [
        ("goods_reader", ["goods/*"]),
        ("name_reader", ["goods/*"]),
        ("party_reader", ["parties/*"]),
        ("price_reader", ["parties/*"]),
        ("stage_reader", ["parties/*", "stages/*", "passages/development*"]),
    ],
)
def test_models_were_trained_on_the_texts_that_ship(reader: str, texts: list[str]) -> None:
    generated = resources.files("tenderlight._generated")
    made = json.loads((generated / f"{reader}.json").read_text("utf-8"))
    sets = [path for one in ("notices/development*", *texts) for path in sorted(EVALUATION.glob(f"{one}.jsonl"))]
    assert made["made_of"] == hashlib.sha256(b"".join(path.read_bytes() for path in sets)).hexdigest()
    assert made["sha256"] == {
        name: hashlib.sha256((generated / name).read_bytes()).hexdigest() for name in made["sha256"]
    }
