"""What the log and the originals say can be made again."""

from __future__ import annotations

from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tests.cases.small_job import READERS, VERSION, do_job, everything, make_sources


def test_the_database_is_made_again_from_the_log(tmp_path: Path) -> None:
    sources = make_sources(tmp_path / "sources")
    do_job(tmp_path / "case", sources)
    said = everything(tmp_path / "case")
    (tmp_path / "case" / "case.sqlite").unlink()
    with Case.open(tmp_path / "case", create=True) as case:
        assert case.unread(READERS) == []  # nothing is read again
        assert len(case.unclaimed(VERSION)) == 7
    do_job(tmp_path / "case", sources)
    assert everything(tmp_path / "case") == said
    assert check_case(tmp_path / "case") == []


def test_a_lost_or_changed_stored_reading_is_read_again(tmp_path: Path) -> None:
    sources = make_sources(tmp_path / "sources")
    do_job(tmp_path / "case", sources)
    said = everything(tmp_path / "case")
    readings = sorted((tmp_path / "case" / "readings").rglob("*.gz"))
    readings[0].unlink()
    assert len(check_case(tmp_path / "case")) == 1
    do_job(tmp_path / "case", sources)
    assert check_case(tmp_path / "case") == []
    readings[1].chmod(0o600)
    readings[1].write_bytes(b"x")
    (tmp_path / "case" / "case.sqlite").unlink()
    do_job(tmp_path / "case", sources)
    assert everything(tmp_path / "case") == said
