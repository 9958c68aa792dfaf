"""The table of scores names every capability whole on the narrowest terminal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.capabilities import capability_entries
from tenderlight.cli import evaluate
from tenderlight.evaluate.capabilities import CapabilityScore, Tally


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_codes_and_figures_are_whole(
    columns: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes = [*capability_entries(), "online.opinion_monitoring"]
    tally = Tally(passages=9_999, expected=1_000, found=999, buying=1_000, buying_found=1_000, seen=1_000)
    score = CapabilityScore(
        overall=tally,
        covered=tally,
        by_language={"zh-Hant": tally},
        by_capability=dict.fromkeys(codes, tally),
        by_document_kind={},
        not_covered=("bio.gait",),
        confusions={one: dict.fromkeys(evaluate.FOUND_AS, 1_234) for one in evaluate.FOUND_AS[:-1]},
    )
    monkeypatch.setenv("COLUMNS", str(columns))
    evaluate._print_capabilities(score, as_json=False)
    lines = capsys.readouterr().out.splitlines()
    for name in ("all", "capabilities with rules", "zh-Hant", *codes):
        (line,) = (line for line in lines if line.startswith(f"{name} "))
        assert line.split()[-6:] == ["9999", "0", "0", "1.000", "0.999", "999/1000"]
    for name in evaluate.FOUND_AS[:-1]:
        (line,) = (line for line in lines if line.startswith(f"{name} "))
        assert line.split()[1:] == ["1234"] * len(evaluate.FOUND_AS)
    assert max(map(len, lines)) <= 80
    assert not any("…" in line for line in lines)


@pytest.mark.parametrize(("name", "tells"), [("held_out.jsonl", False), ("other.jsonl", True)])
def test_of_a_held_out_part_only_counts_are_told(tmp_path: Path, name: str, tells: bool) -> None:
    labelled = {"id": "QX-7", "text": "Buyer: Town of Elm\nPrice: 4", "expected": {"buyer": "Somebody else"}}
    (tmp_path / name).write_text(json.dumps(labelled), "utf-8")
    outcome = CliRunner().invoke(evaluate.command, ["facts", str(tmp_path / name)])
    assert outcome.exit_code == 0
    assert ("QX-7" in outcome.output) is tells
    assert "buyer" in outcome.output
