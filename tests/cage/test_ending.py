"""The end of a child, by the kernel's descriptor or by looking again and again."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Iterator

import pytest

from tenderlight.cage.ending import Ending, is_readable


@pytest.fixture(params=["descriptor", "steps"])
def connection(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[socket.socket]:
    """The lane's side of a connection, with and without the kernel's help."""
    if request.param == "steps":
        monkeypatch.delattr(os, "pidfd_open", raising=False)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours


def start(code: str) -> Ending:
    return Ending(os.posix_spawn(sys.executable, [sys.executable, "-S", "-c", code], {}))


def test_child_that_ends_by_itself(connection: socket.socket) -> None:
    ending = start("raise SystemExit(7)")
    while not ending.wait_for(connection, time.monotonic() + 20):
        assert not is_readable(connection)
    status, usage = ending.collect()
    assert os.waitstatus_to_exitcode(status) == 7
    assert usage.ru_maxrss > 0
    assert ending.collect() == (status, usage)
    ending.kill()  # too late, and harmless


def test_child_that_must_be_killed(connection: socket.socket) -> None:
    ending = start("import time; time.sleep(60)")
    deadline = time.monotonic() + 0.05
    while time.monotonic() < deadline:
        assert not ending.wait_for(connection, deadline)
    ending.kill()
    assert os.waitstatus_to_exitcode(ending.collect()[0]) == -9


def test_closed_connection_wakes() -> None:
    ours, theirs = socket.socketpair()
    ending = start("import time; time.sleep(60)")
    with ours:
        assert not is_readable(ours)
        theirs.close()
        assert not ending.wait_for(ours, time.monotonic() + 20)
        assert is_readable(ours)
    ending.kill()
    ending.collect()
