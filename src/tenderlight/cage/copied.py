"""A lane's process that another lane made as a copy of itself: it is no child of the parent's."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import time

from tenderlight.cage import control, trial
from tenderlight.cage.walls import Walls

KILLED = -signal.SIGKILL
HAS_HANDLES = hasattr(os, "pidfd_open")
"""Whether the system has handles of processes (Linux): one whose number is used again is not mistaken for it."""
_PAUSE_SECONDS = 0.005


class CopiedProcess:
    """Has what a lane needs of `subprocess.Popen`. Its code is known to the kernel alone.

    A lane says what ails it before it ends, so one that ended without a word is taken for killed.
    """

    def __init__(self) -> None:
        self.pid = 0
        """Zero until it has made itself known."""
        self._handle: int | None = None

    def __del__(self) -> None:
        if self._handle is not None:
            os.close(self._handle)

    def know(self, message: control.Message) -> Walls:
        """Take what it says of itself when it is ready (see `introduce`), and return its walls."""
        number, walls = message.content.split(b"\n", 1)
        self.pid = int(number)
        if message.descriptors:
            self._handle = message.descriptors[0]
        return trial.walls_from_bytes(walls)

    def poll(self) -> int | None:
        """Return a code if it has ended, else None."""
        return KILLED if self._has_ended(0.0) else None

    def wait(self, timeout: float | None = None) -> int:
        """Wait until it has ended.

        Raises:
            subprocess.TimeoutExpired: It has not within `timeout` seconds.
        """
        if not self._has_ended(timeout):
            raise subprocess.TimeoutExpired("a copied lane", timeout or 0.0)
        return KILLED

    def kill(self) -> None:
        """End it. One that is not known yet ends by itself: its other end is closed."""
        try:
            if self._handle is not None:
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
            elif self.pid:
                os.kill(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            return

    def _has_ended(self, seconds: float | None) -> bool:
        if not self.pid:
            return True
        if self._handle is None:
            return _is_gone(self.pid, seconds)
        poll = select.poll()
        poll.register(self._handle, select.POLLIN)
        return bool(poll.poll(None if seconds is None else seconds * 1000))


def introduce(connection: socket.socket, walls: Walls) -> None:
    """Say, in a fresh copy, that it is ready, which process it is, and which walls it has.

    Raises:
        OSError: The parent is gone.
    """
    content = str(os.getpid()).encode("ascii") + b"\n" + trial.walls_as_bytes(walls)
    if not HAS_HANDLES:
        control.send(connection, control.Message(kind=control.READY, content=content))
        return
    handle = os.pidfd_open(os.getpid())
    control.send(connection, control.Message(kind=control.READY, content=content, descriptors=(handle,)))
    os.close(handle)


def _is_gone(number: int, seconds: float | None) -> bool:
    """Say whether there is no such process any more; waits for that. For systems without handles of processes."""
    deadline = None if seconds is None else time.monotonic() + seconds
    while True:
        try:
            os.kill(number, 0)
        except ProcessLookupError:
            return True
        if deadline is not None and time.monotonic() >= deadline:
            return False
        time.sleep(_PAUSE_SECONDS)
