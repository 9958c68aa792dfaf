"""Commands that a process which has everything loaded forks, seen from the tests (see `loaded`)."""

from __future__ import annotations

import contextlib
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tenderlight.cage import Workshop
from tests.journeys import loaded
from tests.opened_once import open_lane

CAN_FORK = sys.platform == "linux"
"""Elsewhere sockets keep no bounds of messages, or a fork is not safe."""
CHUNK_BYTES = 1 << 16


class LoadedCommand:
    """The process that forks commands, one after the other."""

    def __init__(self, root: Path, variables: Mapping[str, str]) -> None:
        """Start it, from the folder that holds the tests."""
        self._channel, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-W", "error", "-m", loaded.__name__, str(theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                cwd=root,
                env=dict(variables),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                start_new_session=True,
            )

    def run(
        self,
        arguments: Sequence[str],
        *,
        folder: Path,
        variables: Mapping[str, str],
        workshops: Sequence[Workshop],
        seconds: float,
    ) -> tuple[int, bytes, bytes]:
        """Run a command to its end.

        Args:
            arguments: As typed.
            folder: Where it stands.
            variables: All its variables.
            workshops: What it has opened in the cage, if it opens anything.
            seconds: How long it may take.

        Returns:
            Its code (minus the signal that ended it), and what it wrote to standard output and to standard error.

        Raises:
            TimeoutError: It takes longer.
        """
        lanes = {one.opener: lane for one in workshops if (lane := open_lane(one)) is not None}
        for lane in lanes.values():
            lane.give_up_jobs()
        request = {"arguments": arguments, "folder": str(folder), "variables": variables, "lanes": list(lanes)}
        (out, to_out), (err, to_err) = os.pipe(), os.pipe()
        with contextlib.ExitStack() as stack:
            stack.callback(os.close, out)
            stack.callback(os.close, err)
            connections = [lane.filenos()[0] for lane in lanes.values()]
            socket.send_fds(self._channel, [json.dumps(request).encode("ascii")], [to_out, to_err, *connections])
            os.close(to_out)
            os.close(to_err)
            number = int(self._channel.recv(CHUNK_BYTES))
            try:
                said = read_to_the_ends((out, err), seconds)
            except BaseException:
                os.kill(number, signal.SIGKILL)
                raise
            finally:
                code = int(self._channel.recv(CHUNK_BYTES))
        return code, said[0], said[1]

    def close(self) -> None:
        """End the process."""
        self._channel.close()
        self._process.wait()


def read_to_the_ends(pipes: tuple[int, ...], seconds: float) -> list[bytes]:
    """Read several pipes until nobody writes to any.

    Raises:
        TimeoutError: Somebody still may when the seconds are over.
    """
    deadline = time.monotonic() + seconds
    said = {pipe: bytearray() for pipe in pipes}
    still_open = set(pipes)
    while still_open:
        ready, _, _ = select.select(list(still_open), [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise TimeoutError(f"the command did not end within {seconds} seconds")
        for pipe in ready:
            chunk = os.read(pipe, CHUNK_BYTES)
            said[pipe] += chunk
            if not chunk:
                still_open.discard(pipe)
    return [bytes(each) for each in said.values()]
