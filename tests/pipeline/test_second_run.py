"""A run over what a case knows asks of each document once, and still does what is left to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.pipeline.local import Run
from tenderlight.pipeline.run import RunOptions
from tests.pipeline.in_process import InProcess


def documents_done(folder: Path, case_folder: Path) -> int:
    options = RunOptions(paths=(folder,), case_folder=case_folder, lay_out=False, compare=False)
    with InProcess() as hands, Case.open(case_folder, create=True) as case:
        run = Run(case, options, hands)
        run.go()
        return run.progress.documents_done


def test_a_second_run_asks_of_each_document_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, case_folder = tmp_path / "notices", tmp_path / "case"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"采购人：岚水县第{number}中学\n", "utf-8")
    assert documents_done(folder, case_folder) == 5
    asked: Counter[str] = Counter()
    needs_reading = Case.needs_reading

    def counted(case: Case, document: str, readers: Mapping[str, int]) -> bool:
        asked[document] += 1
        return needs_reading(case, document, readers)

    monkeypatch.setattr(Case, "needs_reading", counted)
    (folder / "new.txt").write_text("采购人：岚水县公安局\n", "utf-8")
    with Case.open(case_folder) as case:
        torn = case.known()[0]
        (reading,) = (case_folder / "readings").glob(f"*/{torn}.*")
    reading.unlink()
    assert documents_done(folder, case_folder) == 2
    assert len(asked) == 6
    assert [document for document, times in asked.items() if times > 1] == [torn]
    asked.clear()
    assert documents_done(folder, case_folder) == 0
    assert set(asked.values()) == {1}
