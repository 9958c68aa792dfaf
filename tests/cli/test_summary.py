"""The end of a run: figures, what was not read and what to do about it, and no word that a terminal obeys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cli.summary import print_summary
from tenderlight.model.problem import PROBLEMS, problem
from tests.memory_disk import memory_folder


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as folder, Case.open(folder / "my case", create=True) as case:
        case.record_not_received("a\x1b[31m.txt", problem("file-not-readable", step="archive", detail="(Denied)"))
        case.record_not_received("[bold]b.txt", problem("broken-link", step="sources"))
        case.commit()
        yield folder / "my case"


def test_what_could_not_be_received_is_listed_with_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Case.open(folder) as case:
        is_whole = print_summary(case, with_claims=True)
    out, err = capsys.readouterr()
    assert not is_whole
    assert out == "No document that was read speaks of a capability in the vocabulary.\n"
    lines = err.splitlines()
    assert lines[0] == "0 documents: 0 read, 0 partly read, 0 not read. 0 contracts, 0 claims."
    assert lines[1] == "  2 files could not be received:"
    unreadable, broken = PROBLEMS["file-not-readable"], PROBLEMS["broken-link"]
    assert lines[2] == f"    [bold]b.txt: broken-link: {broken.message} What to do: {broken.next_step}"
    assert lines[3] == (
        f"    a\\x1b[31m.txt: file-not-readable: {unreadable.message} (Denied) What to do: {unreadable.next_step}"
    )
    assert lines[4] == f"Next: tenderlight report '{folder}'"


def test_a_case_of_nothing_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    with memory_folder() as folder:
        Case.open(folder / "case", create=True).close()
        with Case.open(folder / "case") as case:
            assert print_summary(case, with_claims=False)
    assert capsys.readouterr().out == ""
