"""What is said for programs that watch over the program."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

from tenderlight.logs import LONGEST, log_event, write_events


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    yield io.StringIO()
    write_events("off")


def test_an_event_is_a_line_of_json(stream: io.StringIO) -> None:
    write_events("json", stream)
    log_event(
        "document.read", document="ab", pages=3, problems="", level="no", long="x" * 2_000, odd="a\n\u2028\x1b[0m"
    )
    (line,) = stream.getvalue().splitlines()
    said = json.loads(line)
    assert list(said)[:4] == ["time", "level", "event", "process"]
    assert (said["event"], said["pages"], said["level"]) == ("document.read", 3, "info")
    assert len(said["long"]) == LONGEST
    assert said["odd"] == "a\n\u2028\x1b[0m"
    assert line.isascii()


def test_an_event_is_a_line_for_people(stream: io.StringIO) -> None:
    write_events("text", stream)
    log_event("watch.looked", place=1, host="a b", odd="x\ny\x1b", empty="")
    (line,) = stream.getvalue().splitlines()
    assert line.partition(" ")[2] == r"watch.looked place=1 host='a b' odd='x\ny\x1b' empty=''"


def test_nothing_is_said_unless_it_is_asked_for(stream: io.StringIO, caplog: pytest.LogCaptureFixture) -> None:
    write_events("json", stream)
    write_events("off", stream)
    log_event("document.read", document="ab")
    assert stream.getvalue() == ""
    with caplog.at_level(logging.INFO, logger="tenderlight"):
        log_event("document.read", document="ab")
    assert [record.getMessage() for record in caplog.records] == ["document.read"], "a program around it hears it"
