"""What a watch brings is linked with what the case has, as by the main job."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cases import Case
from tenderlight.cli import tenderlight
from tenderlight.model.statement import StatementKind
from tenderlight.watching import folders
from tests.linking.made_clauses import made_clause
from tests.pipeline.test_linking import BUYERS, notice


@pytest.mark.parametrize(("more", "links"), [((), 1), (("--no-link",), 0)])
def test_a_notice_that_comes_a_second_time_is_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...], links: int
) -> None:
    monkeypatch.setattr(folders, "SETTLED_SECONDS", 0.05)
    chance = random.Random(43)
    text = notice(BUYERS[0], "QC-2025-007", "486000", [made_clause(chance) for _ in range(12)])
    scans, case_folder = tmp_path / "scans", str(tmp_path / "case")
    scans.mkdir()
    (scans / "one.txt").write_text(text, "utf-8")
    (scans / "again.txt").write_text(f"转载\n{text}", "utf-8")
    time.sleep(0.1)
    run = CliRunner()
    assert run.invoke(tenderlight, ["watch", "add", str(scans), "--case", case_folder]).exit_code == 0
    ended = run.invoke(tenderlight, ["watch", "run", "--once", "--case", case_folder, "--workers", "1", *more])
    assert ended.exit_code == 0, ended.output
    with Case.open(Path(case_folder)) as case:
        found = [claim.rule for claim in case.claims(kind=StatementKind.LINK)]
    assert found == ["link.same_notice"] * links
