"""One lane, seen from the parent: a process that does one job at a time, each in a fresh caged child."""

from __future__ import annotations

import enum
import fcntl
import os
import select
import signal
import socket
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Iterator
from pathlib import Path

from tenderlight.cage import control, outcomes, trial
from tenderlight.cage.broken import LaneKilled, WorkshopNotOpened
from tenderlight.cage.copied import CopiedProcess
from tenderlight.cage.frames import FrameReader
from tenderlight.cage.interrupts import held_interrupts
from tenderlight.cage.limits import Limits
from tenderlight.cage.outcomes import Outcome, OutcomeKind
from tenderlight.cage.walls import ALL_WALLS, Wall, Walls
from tenderlight.cage.workshop import Workshop
from tenderlight.cage.yielding import patience

Event = bytes | Outcome
"""A frame of the answer, or the end of the job."""

OPENING_SECONDS = 300.0
"""Longest time to open a workshop: imports on a busy machine."""
GRACE_SECONDS = 20.0
"""How long after a job's own deadline its lane is given up."""
SEND_SECONDS = 20.0
END_SECONDS = 2.0
CHUNK_BYTES = 1 << 20
PIPE_BYTES = 1 << 20
LONGEST_TASK_BYTES = 64 << 20

ONE_THREAD = dict.fromkeys(
    (
        "OPENBLAS_NUM_THREADS",
        "OMP_NUM_THREADS",
        "MKL_NUM_THREADS",
        "NUMEXPR_NUM_THREADS",
        "VECLIB_MAXIMUM_THREADS",
        "RAYON_NUM_THREADS",
    ),
    "1",
)
"""Libraries that start threads when loaded read these first; a lane must have one thread to fork."""
PASSED_ON = ("LANG", "LANGUAGE", "TZ", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PYTHONHASHSEED")


class LaneState(enum.Enum):
    """What a lane is doing."""

    OPENING = "opening"
    FREE = "free"
    BUSY = "busy"
    COPIED = "copied"
    """Does no jobs: other lanes are made as copies of it."""
    LOST = "lost"


class _Running:
    """The job in a lane."""

    def __init__(self, answer: int, limits: Limits) -> None:
        self.answer: int | None = answer
        self.limits = limits
        self.reader = FrameReader(limits)
        self.deadline = time.monotonic() + limits.wall_seconds * patience() + GRACE_SECONDS
        self.was_stopped = False

    def read(self, *, to_the_end: bool) -> list[bytes]:
        """Frames that have come, without waiting; `to_the_end` when nobody writes any more.

        More than the pipe holds is not read in one go: somebody might be writing all the same.
        """
        frames: list[bytes] = []
        bytes_read = 0
        while self.answer is not None and bytes_read <= PIPE_BYTES:
            try:
                chunk = os.read(self.answer, CHUNK_BYTES)
            except BlockingIOError:
                break
            if not chunk:
                self.close()
                break
            bytes_read += len(chunk)
            frames += self.reader.feed(chunk)
            if self.reader.is_broken:
                self.close()
            if not to_the_end:
                break
        return frames

    def close(self) -> None:
        """Read no more."""
        if self.answer is not None:
            os.close(self.answer)
            self.answer = None


class Lane:
    """A process that opened a workshop and does its jobs one at a time.

    Use it from one thread. Select on `filenos()` and call `receive()`, or let `run()` do both. Started from the
    main thread, the lane is killed with this process by the kernel; from another thread, it ends when it finds
    its socket closed.
    """

    def __init__(self, workshop: Workshop, *, walls: tuple[Wall, ...] = ALL_WALLS, like: Lane | None = None) -> None:
        """Start the process; it opens the workshop in its own time.

        Args:
            workshop: Where the work is found.
            walls: Walls to raise. Fewer than all is for tests that show what a wall is for.
            like: A lane of the same workshop and walls, open and without a job, to be copied: nothing is loaded again,
                and what is loaded is in memory once. It does no jobs from then on, and the copies end with it.

        Raises:
            RuntimeError: The lane to be copied is not free.
        """
        if like is not None:
            like.give_up_jobs()
        self.state = LaneState.OPENING
        self.walls = Walls()
        self._running: _Running | None = None
        self._opener = workshop.opener
        self._last_words = ""
        self._deadline = time.monotonic() + OPENING_SECONDS * patience()
        self._process: subprocess.Popen[bytes] | CopiedProcess
        with held_interrupts():
            self._connection, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
            with theirs:
                self._process = like.copy(theirs.fileno()) if like else _spawn(theirs.fileno())
            weakref.finalize(self, _end, self._connection, self._process)
        self._connection.settimeout(SEND_SECONDS)
        if like is None:
            self._ask_to_open(workshop, walls)

    def _ask_to_open(self, workshop: Workshop, walls: tuple[Wall, ...]) -> None:
        parent = os.getpid() if threading.current_thread() is threading.main_thread() else 0
        wanted = " ".join(walls)
        content = b"\n".join([str(parent).encode(), wanted.encode("ascii"), workshop.as_bytes()])
        self._send(control.Message(kind=control.OPEN, content=content))

    def give_up_jobs(self) -> None:
        """Have this lane make copies of itself from now on, and do nothing else.

        Raises:
            RuntimeError: It is not free.
        """
        if self.state not in {LaneState.FREE, LaneState.COPIED}:
            raise RuntimeError(f"the lane is {self.state.value}")
        self.state = LaneState.COPIED

    def copy(self, theirs: int) -> CopiedProcess:
        """Have a copy of the lane's process made that serves `theirs`, one end of a socket pair."""
        self._send(control.Message(kind=control.COPY, content=b"", descriptors=(theirs,)))
        return CopiedProcess()

    @property
    def process_number(self) -> int:
        """Number of the lane's process."""
        return self._process.pid

    @property
    def has_ended(self) -> bool:
        """Whether the lane's process is gone."""
        return self._process.poll() is not None

    @property
    def deadline(self) -> float | None:
        """When to call `receive()` at the latest, by `time.monotonic()`; None if there is nothing to wait for."""
        if self.state is LaneState.OPENING:
            return self._deadline
        return self._running.deadline if self._running else None

    def filenos(self) -> tuple[int, ...]:
        """Descriptors to wait on until one can be read. Ask again after each `receive()`."""
        if self.state is LaneState.LOST:
            return ()
        answer = self._running.answer if self._running else None
        return (self._connection.fileno(),) if answer is None else (self._connection.fileno(), answer)

    def wait_until_open(self) -> Walls:
        """Wait until the workshop is open, and say what walls hold.

        Raises:
            WorkshopNotOpened: It could not be opened.
        """
        while self.state is LaneState.OPENING:
            wait_for_any(self.filenos(), self.deadline)
            self.receive()
        return self.walls

    def submit(self, task: bytes, original: int | None, limits: Limits) -> None:
        """Start a job. The lane must be free.

        Args:
            task: Passed to the work as it is; it stays in the lane's memory, so no secrets.
            original: Descriptor of the file, opened for reading only, or None. It may be closed after this
                call. Its position is shared with the job.
            limits: The job's budget.

        Raises:
            RuntimeError: The lane is not free.
            ValueError: `original` could be written through, or the task is over 64 MiB.
        """
        if self.state is not LaneState.FREE:
            raise RuntimeError(f"the lane is {self.state.value}")
        if original is not None and fcntl.fcntl(original, fcntl.F_GETFL) & os.O_ACCMODE != os.O_RDONLY:
            raise ValueError("the original must be opened for reading only")
        if len(task) > LONGEST_TASK_BYTES:
            raise ValueError("a task must not be longer than 64 MiB: pass the file as the original")
        reading, writing = os.pipe()
        os.set_blocking(reading, False)
        _enlarge(reading)
        self._running = _Running(reading, limits)
        self.state = LaneState.BUSY
        budget = limits.as_bytes()
        descriptors = (writing,) if original is None else (writing, original)
        content = len(budget).to_bytes(4, "big") + budget + task
        self._send(control.Message(kind=control.JOB, content=content, descriptors=descriptors))
        os.close(writing)

    def receive(self) -> list[Event]:
        """Take what has come, without waiting: frames in order, and the outcome last when the job has ended.

        Raises:
            LaneKilled: The system ended the process while the workshop opened.
            WorkshopNotOpened: The workshop could not be opened.
        """
        events: list[Event] = []
        if self._running:
            events += self._running.read(to_the_end=False)
            self._stop_if_broken(self._running)
        while self.state is not LaneState.LOST and wait_for_any((self._connection.fileno(),), 0.0):
            events += self._take_message()
        if self.deadline is not None and time.monotonic() > self.deadline:
            self._last_words = self._last_words or "it did not answer in time"
            events += self._lose()
        return events

    def run(self, task: bytes, original: int | None = None, limits: Limits | None = None) -> Iterator[Event]:
        """Do one job and wait for it: frames as they come, the outcome last.

        Raises:
            WorkshopNotOpened: The workshop could not be opened.
            RuntimeError: The lane is not free.
        """
        self.wait_until_open()
        self.submit(task, original, limits or Limits())
        yield from self.events()

    def events(self) -> Iterator[Event]:
        """Hand out what comes of the job that was submitted, waiting for it: frames, the outcome last."""
        while self._running:
            wait_for_any(self.filenos(), self.deadline)
            yield from self.receive()

    def hang_up(self) -> None:
        """Tell the lane to end, and a job in it with it; do not wait."""
        if self._running:
            self._running.close()
            self._running = None
        self.state = LaneState.LOST
        self._connection.close()

    def close(self) -> None:
        """End the lane and wait until it is gone."""
        self.hang_up()
        _end(self._connection, self._process)

    def _send(self, message: control.Message) -> None:
        """Send; where that fails the process is ended, and `receive()` finds it gone."""
        try:
            control.send(self._connection, message)
        except OSError:
            self._process.kill()

    def _stop_if_broken(self, running: _Running) -> None:
        if running.reader.is_broken and not running.was_stopped:
            running.was_stopped = True
            self._send(control.Message(kind=control.STOP, content=b""))

    def _take_message(self) -> list[Event]:
        try:
            message = control.receive(self._connection)
        except TimeoutError:
            message = None
        if message is None:
            return self._lose()
        if message.kind == control.READY:
            process = self._process
            self.walls = (
                process.know(message) if isinstance(process, CopiedProcess) else trial.walls_from_bytes(message.content)
            )
            self.state = LaneState.FREE
        elif message.kind == control.BROKEN:
            self._last_words = message.content.decode("utf-8", "replace")
        elif message.kind == control.REPORT and self._running:
            return self._finish(self._running, outcomes.Report.from_bytes(message.content))
        return []

    def _finish(self, running: _Running, report: outcomes.Report) -> list[Event]:
        events: list[Event] = [*running.read(to_the_end=True)]
        running.close()
        self._running = None
        self.state = LaneState.FREE
        return [*events, outcomes.judge(report, running.reader, limits=running.limits, walls=str(self.walls))]

    def _lose(self) -> list[Event]:
        was_opening, running = self.state is LaneState.OPENING, self._running
        self._process.kill()
        code = self._process.wait()
        frames = running.read(to_the_end=True) if running else []
        self.hang_up()
        words = self._last_words or f"the lane's process ended with code {code}"
        if was_opening:
            was_killed = code == -signal.SIGKILL and not self._last_words
            raise (LaneKilled if was_killed else WorkshopNotOpened)(words, opener=self._opener)
        if running is None:
            return []
        end = outcomes.lost(words, frames_received=running.reader.frames_received, walls=str(self.walls))
        return [*frames, end]


def wait_for_any(descriptors: tuple[int, ...], deadline: float | None) -> set[int]:
    """Wait until one of `descriptors` can be read or has ended.

    Args:
        descriptors: What to wait on.
        deadline: By `time.monotonic()`; None waits without end, and anything past does not wait.

    Returns:
        Those that can be read.
    """
    poll = select.poll()
    for each in descriptors:
        poll.register(each, select.POLLIN)
    milliseconds = None if deadline is None else max(0.0, deadline - time.monotonic()) * 1000
    return {descriptor for descriptor, _ in poll.poll(milliseconds)}


def is_lost(event: Event) -> bool:
    """Whether `event` says that the lane is gone."""
    return isinstance(event, Outcome) and event.kind is OutcomeKind.LANE_LOST


def _end(connection: socket.socket, process: subprocess.Popen[bytes] | CopiedProcess) -> None:
    """End a lane's process and wait until it is gone; also of a lane that an interrupt left in nobody's hands."""
    connection.close()
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _enlarge(pipe: int) -> None:
    """Let a job run ahead of a parent that is busy; where the system will not, it is only slower."""
    try:
        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
    except (AttributeError, OSError):
        return


def _spawn(descriptor: int) -> subprocess.Popen[bytes]:
    """Start a fresh interpreter that shares nothing with this one but where modules are found.

    Its environment holds no secret of ours: a job could read it out of its own memory.
    """
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("LC_")}
    environment["PYTHONPATH"] = os.pathsep.join(str(Path(entry).absolute()) for entry in sys.path)
    environment |= ONE_THREAD
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tenderlight.cage.zygote", str(descriptor)],
        pass_fds=(descriptor,),
        env=environment,
        cwd="/",
        stdin=nowhere,
        stdout=nowhere,
        stderr=nowhere,
        start_new_session=True,
    )
