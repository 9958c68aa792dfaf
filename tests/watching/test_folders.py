"""A folder that is watched."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from tenderlight.reading.web.warc_records import WarcRecord, records
from tenderlight.watching import folders
from tenderlight.watching.folders import look_into
from tenderlight.watching.looks import Look, let_go, waiting_rounds
from tenderlight.watching.places import Place, State


@pytest.fixture(autouse=True)
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take files as written to their end at once."""
    monkeypatch.setattr(folders, "SETTLED_SECONDS", 0.0)


def look(state: State, folder: Path, tmp_path: Path) -> Look:
    made = Look(Place(id=1, address=str(folder), every_seconds=60.0), state, tmp_path / "arrived")
    look_into(made, leave_out=tmp_path / "case")
    made.finish()
    return made


def test_files_are_seen_changed_and_gone(tmp_path: Path) -> None:
    folder, state = tmp_path / "in", State()
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text("a")
    (folder / "deep" / "b.txt").write_text("b")
    first = look(state, folder, tmp_path)
    assert [(one.what, one.address) for one in first.events] == [("seen", "in/a.txt"), ("seen", "in/deep/b.txt")]
    assert [(first.folder / name).read_text() for name, _ in first.files] == ["a", "b"]
    assert look(state, folder, tmp_path).events == []
    os.utime(folder / "a.txt")
    assert look(state, folder, tmp_path).events == [], "touched, and the same"
    (folder / "a.txt").write_text("other")
    (folder / "deep" / "b.txt").unlink()
    second = look(state, folder, tmp_path)
    assert [(one.what, one.address) for one in second.events] == [("changed", "in/a.txt"), ("gone", "in/deep/b.txt")]
    assert second.events[0].before == first.events[0].sha256
    content = (second.folder / "capture.warc.gz").read_bytes()
    listed = [one for one in records(content, most_bytes=1 << 20, record_bytes=1 << 20) if isinstance(one, WarcRecord)]
    lines = [json.loads(line) for line in (listed[1].block or b"").splitlines()]
    assert [line["path"] for line in lines] == ["in/a.txt"]
    assert lines[0]["sha256"] == second.events[0].sha256


def test_of_what_is_taken_away_no_half_is_taken_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    made = look(State(), folder, tmp_path)
    assert [path for path, _ in waiting_rounds(tmp_path / "arrived")] == [made.folder]
    monkeypatch.setattr("shutil.rmtree", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        let_go(made.folder)
    monkeypatch.undo()
    assert (made.folder / "files" / "0").exists()
    assert list(waiting_rounds(tmp_path / "arrived")) == []
    assert not made.folder.exists()


def test_a_folder_that_is_not_there_has_lost_nothing(tmp_path: Path) -> None:
    folder, state = tmp_path / "in", State()
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    look(state, folder, tmp_path)
    folder.rename(tmp_path / "elsewhere")
    missing = look(state, folder, tmp_path)
    assert (missing.failed, missing.events) == (True, [])
    (tmp_path / "elsewhere").rename(folder)
    (folder / "broken").symlink_to("nowhere")
    (folder / "a.txt").unlink()
    assert look(state, folder, tmp_path).events == [], "part of it could not be read"


def test_a_file_that_is_still_being_written_is_left_for_the_next_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folders, "SETTLED_SECONDS", 3_600.0)
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("a")
    first = look(State(), folder, tmp_path)
    assert (first.events, first.left) == ([], 1)
    os.mkfifo(folder / "pipe")
    monkeypatch.setattr(folders, "SETTLED_SECONDS", 0.0)
    began = time.monotonic()
    second = look(State(), folder, tmp_path)
    assert [one.address for one in second.events] == ["in/a.txt"]
    assert "no ordinary file" in second.troubles[0]
    assert time.monotonic() - began < 5
