"""A command, watched: time, processor time and memory of all its processes, also of those that it did not start itself.

Processor time is that of the processes waited for, as the system counts it, or what was seen of those that are at work
below, where that is more: daemons are not waited for.
"""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

LOOK_SECONDS = 0.1
TICKS = os.sysconf("SC_CLK_TCK")
ENDS = (0, 3)
"""Exit codes of a run that came to its end: everything read; something not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one run took."""

    seconds: float
    cpu_seconds: float
    """Of all processes."""
    parent_cpu_seconds: float
    parent_megabytes: float
    """The most at any moment."""
    tree_megabytes: float
    """Of all processes, what they share counted once."""


class Watch(threading.Thread):
    """Looks at a process and all below it until it is told to stop."""

    def __init__(self, process_number: int) -> None:
        super().__init__(daemon=True)
        self.cpu_seconds = self.parent_cpu_seconds = 0.0
        self.parent_megabytes = self.tree_megabytes = 0.0
        self._process_number = process_number
        self._is_over = threading.Event()

    def run(self) -> None:
        """Keep the highest of what is seen: processor time only grows, until all is taken down."""
        while not self._is_over.wait(LOOK_SECONDS):
            numbers = list(_tree(self._process_number))
            used = [_processor_seconds(number) for number in numbers]
            self.cpu_seconds = max(self.cpu_seconds, sum(own + waited for own, waited in used))
            self.parent_cpu_seconds = max(self.parent_cpu_seconds, used[0][0])
            self.parent_megabytes = max(self.parent_megabytes, _kilobytes(numbers[0], "status", "VmHWM:") / 1024)
            tree = sum(_kilobytes(number, "smaps_rollup", "Pss:") for number in numbers)
            self.tree_megabytes = max(self.tree_megabytes, tree / 1024)

    def stop(self) -> None:
        """Look no more."""
        self._is_over.set()
        self.join()


def watched(
    command: Sequence[str], environment: Mapping[str, str] | None = None, *, output: IO[bytes] | None = None
) -> Cost:
    """Run a command and measure it.

    Args:
        command: What to run.
        environment: Its environment; None = this one.
        output: Where what it prints goes; None = nowhere.

    Raises:
        RuntimeError: If it did not come to its end.
    """
    before, start = os.times(), time.perf_counter()
    with subprocess.Popen(
        command, stdout=output or subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    ) as process:
        watch = Watch(process.pid)
        watch.start()
        _, words = process.communicate()
        seconds, after = time.perf_counter() - start, os.times()
        watch.stop()
    if process.returncode not in ENDS:
        raise RuntimeError(words.decode("utf-8", "replace"))
    waited_for = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(
        seconds=seconds,
        cpu_seconds=max(waited_for, watch.cpu_seconds),
        parent_cpu_seconds=watch.parent_cpu_seconds,
        parent_megabytes=watch.parent_megabytes,
        tree_megabytes=watch.tree_megabytes,
    )


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:  # the process ended meanwhile
        return ""


def _processor_seconds(number: int) -> tuple[float, float]:
    """Return what a process took itself, and what those took that it waited for."""
    words = _read(f"/proc/{number}/stat").rpartition(")")[2].split()
    if not words:
        return 0.0, 0.0
    return (int(words[11]) + int(words[12])) / TICKS, (int(words[13]) + int(words[14])) / TICKS


def _kilobytes(number: int, file: str, name: str) -> int:
    lines = _read(f"/proc/{number}/{file}").splitlines()
    return next((int(line.split()[1]) for line in lines if line.startswith(name)), 0)


def _tree(number: int) -> Iterator[int]:
    yield number
    for thread in _threads(number):
        for child in _read(f"/proc/{number}/task/{thread}/children").split():
            yield from _tree(int(child))


def _threads(number: int) -> list[str]:
    try:
        return [one.name for one in Path(f"/proc/{number}/task").iterdir()]
    except OSError:
        return []
