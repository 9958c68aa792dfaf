"""A copy says what the case says, and is left out where it would not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from tenderlight.cases import Case
from tenderlight.cases import copying as module
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying import copy_case, digest_of
from tenderlight.cli import tenderlight
from tenderlight.errors import NoSuchCase, TenderlightError, UsageError
from tenderlight.model.review import ReviewVerdict
from tests.cases.small_job import do_job, everything, make_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    do_job(tmp_path / "case", make_sources(tmp_path / "sources"))
    with Case.open(tmp_path / "case", create=True) as case:
        case.reviews.add(ReviewVerdict.CONFIRM, next(case.claims()).claim, person="A. Reader")
    return tmp_path / "case"


def test_a_copy_says_the_same_and_is_whole(folder: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke(tenderlight, ["case", "copy", str(folder), str(tmp_path / "copy")])
    assert run.exit_code == 0, run.output
    with Case.open(folder) as case:
        count, sha256 = digest_of(case)
    assert f"{count} claims" in run.output
    assert sha256 in run.output
    assert everything(tmp_path / "copy") == everything(folder)
    assert check_case(tmp_path / "copy") == []
    do_job(tmp_path / "copy", tmp_path / "sources")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["case", "copy", "sources"]


def test_nothing_is_written_over(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "there" / "letter").write_text("dear")
    with pytest.raises(UsageError, match="there already"):
        copy_case(folder, tmp_path / "there")
    with pytest.raises(NoSuchCase):
        copy_case(tmp_path / "nowhere", tmp_path / "copy")
    assert not (tmp_path / "copy").exists()


def test_a_copy_that_lacks_rows_is_said_to(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_copy_table", _some)
    with pytest.raises(TenderlightError, match="The copy says"):
        copy_case(folder, tmp_path / "copy")


_COPY_TABLE = module._copy_table


def _some(case: Case, target: object, table: str) -> int:
    return 0 if table == "problems" else _COPY_TABLE(case, target, table)  # type: ignore[arg-type]
