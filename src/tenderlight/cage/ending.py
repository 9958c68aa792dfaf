"""The end of a child, waited for together with the next word of the parent."""

from __future__ import annotations

import os
import resource
import select
import signal
import socket
import time
from contextlib import suppress
from pathlib import Path

NANOSECONDS = 1_000_000_000
STEP_SECONDS = 0.01
"""Between two looks at the child where the kernel has no descriptor for a process (not Linux)."""


class Ending:
    """A child of this process, from its fork until it is reaped."""

    def __init__(self, process: int) -> None:
        """Watch `process`, which nobody else may reap."""
        self._process = process
        self._collected: tuple[int, resource.struct_rusage] | None = None
        self._descriptor = os.pidfd_open(process) if hasattr(os, "pidfd_open") else None

    def wait_for(self, connection: socket.socket, deadline: float | None) -> bool:
        """Wait for the child's end, for something to read, or for the deadline, whichever comes first.

        Args:
            connection: What may have something to read.
            deadline: By `time.monotonic()`; None waits without end.

        Returns:
            Whether the child has ended.
        """
        poll = select.poll()
        poll.register(connection, select.POLLIN)
        seconds = None if deadline is None else max(0.0, deadline - time.monotonic())
        if self._descriptor is not None:
            poll.register(self._descriptor, select.POLLIN)
            ready = poll.poll(None if seconds is None else seconds * 1000 + 1)
            return any(number == self._descriptor for number, _ in ready)
        step = STEP_SECONDS if seconds is None else min(STEP_SECONDS, seconds)
        poll.poll(step * 1000)
        return self._has_ended()

    def waited_seconds(self) -> float:
        """Return how long the child was ready to run while others had the processor; 0 where the system does not say.

        Time in which it slept or stood still is none of it (Linux: `/proc/PID/schedstat`, the second number).
        """
        with suppress(OSError, ValueError, IndexError):
            return int(Path(f"/proc/{self._process}/schedstat").read_text("ascii").split()[1]) / NANOSECONDS
        return 0.0

    def kill(self) -> None:
        """End the child, whatever it does."""
        if self._collected is None:
            os.kill(self._process, signal.SIGKILL)

    def collect(self) -> tuple[int, resource.struct_rusage]:
        """Reap the child, waiting for it: its wait status and what it used."""
        if self._collected is None:
            _, status, usage = os.wait4(self._process, 0)
            self._collected = (status, usage)
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
        return self._collected

    def _has_ended(self) -> bool:
        if self._collected is None:
            process, status, usage = os.wait4(self._process, os.WNOHANG)
            if process:
                self._collected = (status, usage)
        return self._collected is not None


def is_readable(connection: socket.socket) -> bool:
    """Whether something can be read without waiting; a closed connection can."""
    poll = select.poll()
    poll.register(connection, select.POLLIN)
    return bool(poll.poll(0))
