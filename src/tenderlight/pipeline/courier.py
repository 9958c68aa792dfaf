"""The coordinator's end of the courier: starts it, starts another when it ended, gives up when none comes through."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from tenderlight.cage import held_interrupts
from tenderlight.errors import ClusterLost
from tenderlight.pipeline.cluster_messages import CHUNK, HEADER, READY

FIRST_SECONDS = 10.0
"""How long nobody may answer at an address at which nobody has answered yet: likely it is wrong."""
CONNECT_SECONDS = 120.0
"""How long a cluster may be away that was there: its head restarts, or a node takes over."""
START_SECONDS = 300.0
"""How much longer a process may take that is still at connecting: the machine is busy."""
PAUSE_SECONDS = 2.0
END_SECONDS = 20.0
PIECE_BYTES = 1 << 20
LONGEST_WORDS = 300


class Courier:
    """The process that speaks to the cluster. Use it from one thread, and `close` it.

    Wait on `filenos()` until `deadline`, then call `receive()`.
    """

    def __init__(self, address: str, *, count: int | None) -> None:
        """Start the process; it connects in its own time.

        Args:
            address: Of the cluster; see `RunOptions.cluster`.
            count: Processors of a cluster of our own; None = all.
        """
        self.address = address
        self.is_connected = False
        self.processors = 0
        """Of the cluster, when it was last heard of."""
        self.ended = 0
        """How often the process has ended: what it was given before is lost."""
        self._count = count
        self._pipes: tuple[int, int] | None = None
        """From the process, and to it."""
        self._process: subprocess.Popen[bytes] | None = None
        self._words: Path | None = None
        """File that the process writes its last words to; it is deleted with it."""
        self._pending = bytearray()
        self._messages: deque[tuple[bytes, int, bytes]] = deque()
        """Those that are whole, and not handed out yet."""
        self._last_words = ""
        self._give_up_at = time.monotonic() + FIRST_SECONDS
        self._try_at = 0.0
        self._start()

    @property
    def deadline(self) -> float | None:
        """When to call `receive()` at the latest, by `time.monotonic()`; None if there is nothing to wait for."""
        if self._messages:
            return time.monotonic()
        if self._pipes is None:
            return self._try_at
        return None if self.is_connected else self._give_up_at + START_SECONDS

    def filenos(self) -> tuple[int, ...]:
        """Descriptors to wait on until one can be read."""
        return () if self._pipes is None else self._pipes[:1]

    def send(self, number: int, chunk: bytes) -> None:
        """Have a chunk done; where the process is gone, `receive()` finds out."""
        if self._pipes is not None:
            with suppress(OSError):
                _write_all(self._pipes[1], HEADER.pack(CHUNK, number, len(chunk)))
                _write_all(self._pipes[1], chunk)

    def receive(self) -> Iterator[tuple[bytes, int, bytes]]:
        """Take what has come, without waiting: kind, number of the chunk, content.

        Raises:
            ClusterLost: If the cluster has been away for too long.
        """
        yield from self._whole()
        if self._pipes is None and time.monotonic() >= self._try_at:
            self._start()
        while self._pipes is not None:
            try:
                piece = os.read(self._pipes[0], PIECE_BYTES)
            except BlockingIOError:
                break
            except OSError:
                piece = b""
            if not piece:
                self._end()
                break
            self._pending += piece
            self._take_apart()
            yield from self._whole()
        patience = 0.0 if self._pipes is None else START_SECONDS
        if not self.is_connected and time.monotonic() > self._give_up_at + patience:
            words = f": {self._last_words}" if self._last_words else ""
            raise ClusterLost(f"The cluster at {self.address} cannot be reached{words}", address=self.address)

    def close(self) -> None:
        """End the process, and the cluster with it if it was started for it."""
        if self._pipes is not None:
            for pipe in self._pipes:  # it ends when it finds them closed
                os.close(pipe)
            self._pipes = None
        if self._process is not None:
            try:
                self._process.wait(END_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        if self._words is not None:
            self._words.unlink(missing_ok=True)
            self._words = None

    def _whole(self) -> Iterator[tuple[bytes, int, bytes]]:
        """Hand out messages that are whole; whoever takes one may raise, and gets the next another time."""
        while self._messages:
            yield self._messages.popleft()

    def _take_apart(self) -> None:
        position = 0
        while len(self._pending) - position >= HEADER.size:
            kind, number, length = HEADER.unpack_from(self._pending, position)
            end = position + HEADER.size + length
            if len(self._pending) < end:
                break
            content = bytes(self._pending[position + HEADER.size : end])
            position = end
            if kind == READY:
                self.is_connected, self.processors = True, number
            else:
                self._messages.append((kind, number, content))
        del self._pending[:position]

    def _start(self) -> None:
        with held_interrupts():
            (ours_in, theirs_out), (theirs_in, ours_out) = os.pipe(), os.pipe()
            os.set_blocking(ours_in, False)
            self._pipes = ours_in, ours_out
            handle, name = tempfile.mkstemp(prefix="tenderlight-courier-")
            self._words = Path(name)
            environment = os.environ | {"PYTHONPATH": os.pathsep.join(str(Path(one).absolute()) for one in sys.path)}
            arguments = [str(theirs_in), str(theirs_out), self.address, str(self._count or 0), str(os.getpid())]
            with os.fdopen(handle, "wb") as words:
                self._process = subprocess.Popen(
                    [sys.executable, "-P", "-m", "tenderlight.pipeline.cluster", *arguments],
                    pass_fds=(theirs_in, theirs_out),
                    env=environment,
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=words,
                    start_new_session=True,
                )
            os.close(theirs_in)
            os.close(theirs_out)

    def _end(self) -> None:
        """Note that the process is gone; another one is started soon."""
        assert self._process is not None
        if self.is_connected:
            self._give_up_at = time.monotonic() + CONNECT_SECONDS
        self.is_connected = False
        self.ended += 1
        self._try_at = time.monotonic() + PAUSE_SECONDS
        self._pending.clear()
        lines = self._read_words()
        self.close()
        self._last_words = lines[-1][:LONGEST_WORDS] if lines else self._last_words

    def _read_words(self) -> list[str]:
        """Return the lines that the process has written last, for people."""
        if self._words is None:
            return []
        try:
            lines = self._words.read_text("utf-8", "replace").splitlines()
        except OSError:
            return []
        return [plain for line in lines if (plain := "".join(one for one in line if one.isprintable()).strip())]


def _write_all(pipe: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(pipe, rest) :]
