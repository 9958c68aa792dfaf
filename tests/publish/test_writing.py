"""Files of a report or an export: the old one or the new one, never a half."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.errors import StorageFull, UsageError
from tenderlight.publish.writing import whole_file


def test_a_file_takes_the_place_of_the_old_one_and_of_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "new" / "claims.csv"
    for content in ("old", "new"):
        with whole_file(target) as unfinished:
            assert unfinished.parent == target.parent
            unfinished.write_text(content, "utf-8")
        assert [path.name for path in target.parent.iterdir()] == ["claims.csv"]
    assert target.read_text("utf-8") == "new"


@pytest.mark.parametrize("trouble", [ValueError("broken"), KeyboardInterrupt()], ids=repr)
def test_what_was_not_finished_leaves_the_old_one(trouble: BaseException, tmp_path: Path) -> None:
    target = tmp_path / "claims.csv"
    target.write_text("old", "utf-8")
    with pytest.raises(type(trouble)):
        break_off(target, trouble)
    assert [path.name for path in tmp_path.iterdir()] == ["claims.csv"]
    assert target.read_text("utf-8") == "old"


def break_off(target: Path, trouble: BaseException) -> None:
    with whole_file(target) as unfinished:
        unfinished.write_text("half", "utf-8")
        raise trouble


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no /dev/full")
    target = tmp_path / "claims.csv"
    with pytest.raises(StorageFull, match=r"claims\.csv could not be written"), whole_file(target):
        full.write_text("more than nothing", "utf-8")


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="is a file, not a folder"), whole_file(tmp_path / "file" / "claims.csv"):
        pass


@pytest.mark.parametrize("name", ["a" * 300, "folder"])
def test_a_name_that_cannot_be_written_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="could not be written"), whole_file(tmp_path / name) as unfinished:
        unfinished.write_text("new", "utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
