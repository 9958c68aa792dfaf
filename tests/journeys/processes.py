"""A run of the command that is watched and stopped, and the processes it starts.

The command's own children open what is done in the cage; the lanes that do it are copies, and children of those.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.journeys.command import COMMAND, LONGEST_SECONDS, environment

PATIENCE_SECONDS = 20.0
"""How long processes may take to be gone on a busy machine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A line of the kernel's table of processes."""

    number: int
    state: str
    parent: int
    session: int


class Running:
    """A command under way, in a process group of its own. The processes it starts each have their own session.

    Use as a context manager, which leaves nothing running.
    """

    def __init__(self, *arguments: str | Path) -> None:
        self._process = subprocess.Popen(
            [*COMMAND, *arguments],
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        self._started: set[int] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.communicate()

    @property
    def number(self) -> int:
        """The number of the command's own process."""
        return self._process.pid

    def read_lines(self, count: int) -> list[bytes]:
        """Return the next lines of standard output, fewer if it ends."""
        assert self._process.stdout is not None
        lines = (self._process.stdout.readline() for _ in range(count))
        return [line for line in lines if line]

    def stop_listening(self) -> None:
        """Close the other end of standard output."""
        assert self._process.stdout is not None
        self._process.stdout.close()

    def wait_for_openers(self, count: int) -> None:
        """Wait until the command has started so many processes, or has ended."""
        while self._process.poll() is None and len(self._openers()) < count:
            time.sleep(0.01)

    def wait_for_lanes(self, count: int) -> None:
        """Wait until so many lanes were started, or the command has ended."""
        while self._process.poll() is None and len(self._lanes_now()) < count:
            time.sleep(0.01)

    def _openers(self) -> list[int]:
        return children_of({self._process.pid})

    def _lanes_now(self) -> list[int]:
        return children_of(set(self._openers()))

    def kill_lanes(self) -> int:
        """Kill what the command started and their lanes, as a machine short of memory would; return how many."""
        lanes = [*self._openers(), *self._lanes_now()]
        for lane in lanes[::-1]:
            os.kill(lane, signal.SIGKILL)
        return len(lanes)

    def pause(self) -> None:
        """Hold the command itself where it is; its lanes go on."""
        os.kill(self._process.pid, signal.SIGSTOP)

    def resume(self) -> None:
        """Let a paused command go on."""
        os.kill(self._process.pid, signal.SIGCONT)

    def stop(self, number: signal.Signals) -> None:
        """Send a signal to the command's own group, after noting what it has started by then."""
        if self._process.poll() is not None:
            return
        os.kill(self._process.pid, signal.SIGSTOP)  # so that no lane starts unseen
        while self.state() not in "TZ":
            time.sleep(0.001)
        self._started = {*self._openers(), *self._lanes_now()}
        os.killpg(self._process.pid, number)
        os.kill(self._process.pid, signal.SIGCONT)

    def state(self) -> str:
        """Return the kernel's letter for what the process does."""
        return next((one.state for one in processes() if one.number == self._process.pid), "Z")

    def wait(self) -> tuple[int, str]:
        """Wait for the end; return the exit code (minus the signal that ended it) and what it said on stderr."""
        if self._process.stdout is not None and self._process.stdout.closed:
            self._process.stdout = None
        _, err = self._process.communicate(timeout=LONGEST_SECONDS)
        return self._process.returncode, err.decode("utf-8", "backslashreplace")

    def left_behind(self) -> list[Process]:
        """Return what still runs of the lanes and the jobs in them, after some patience."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        while True:
            left = [one for one in processes() if one.session in self._started and one.state != "Z"]
            if not left or time.monotonic() > deadline:
                return left
            time.sleep(0.02)


def children_of(parents: set[int]) -> list[int]:
    """Return the processes that those of some numbers made."""
    return [one.number for one in processes() if one.parent in parents]


def processes() -> list[Process]:
    """Return all processes that the kernel shows."""
    found = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdecimal():
            continue
        try:
            line = (entry / "stat").read_text("utf-8", "replace")
        except OSError:  # it has ended meanwhile
            continue
        state, parent, _, session = line.rpartition(")")[2].split()[:4]
        found.append(Process(number=int(entry.name), state=state, parent=int(parent), session=int(session)))
    return found
