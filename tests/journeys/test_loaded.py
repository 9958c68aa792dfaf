"""Forked commands, as most of the journeys are, end and say what those do that an interpreter is started for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.journeys.command import EXAMPLE, tenderlight
from tests.journeys.forked import read_to_the_ends

NOTICE = EXAMPLE / "documents" / "08-民族中学食堂设备-中标公告.html"


@pytest.mark.parametrize(
    "arguments",
    [(), ("--version",), ("fnid",), ("find", "--again", "--case", "new"), ("read", "notice.html", "--json")],
    ids=" ".join,
)
def test_a_forked_command_ends_and_says_what_a_started_one_does(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "notice.html").write_bytes(NOTICE.read_bytes())
    forked = tenderlight(*arguments, folder=tmp_path)
    assert forked == tenderlight(*arguments, folder=tmp_path, anew=True)
    assert [path.name for path in tmp_path.iterdir()] == ["notice.html"]


def test_a_forked_command_has_the_variables_of_its_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "command.begin" not in tenderlight("find").err
    monkeypatch.setenv("TENDERLIGHT_LOG", "text")
    assert "command.begin" in tenderlight("find").err
    monkeypatch.delenv("TENDERLIGHT_LOG")
    assert "command.begin" not in tenderlight("find").err


def test_what_a_command_says_is_not_waited_for_without_end() -> None:
    reading, writing = os.pipe()
    os.write(writing, b"begun")
    with pytest.raises(TimeoutError, match="did not end"):
        read_to_the_ends((reading,), 0.01)
    os.close(writing)
    assert read_to_the_ends((reading,), 1.0) == [b""]  # what was read before is not read again
    os.close(reading)
