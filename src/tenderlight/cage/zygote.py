"""The lane's process: loads the libraries once, raises the walls, then forks one child per job and watches it.

Started as `python -m tenderlight.cage.zygote DESCRIPTOR` by `lane.Lane`, with one end of a socket pair.
It never looks into a file or an answer: nothing hostile reaches it but through its own children's ends.
Instead of jobs it can be given copies to make of itself: lanes that have everything loaded the moment they start.
"""

from __future__ import annotations

import contextlib
import dataclasses
import gc
import os
import signal
import socket
import sys
import threading
import time
import traceback
from pathlib import Path
from types import TracebackType

from tenderlight.cage import child, control, copied, kernel, trial
from tenderlight.cage.ending import Ending, is_readable
from tenderlight.cage.limits import Limits
from tenderlight.cage.outcomes import Report
from tenderlight.cage.walls import Wall, make_ready_for_children, raise_in_lane
from tenderlight.cage.workshop import Workshop
from tenderlight.cage.yielding import patience, yield_as_a_session

LAST_WORDS = 8000
COPIES_SECONDS = 1.0
"""How long a lane that was copied waits, at its end, for the copies to end: what they used counts as used by it."""
PAUSE_SECONDS = 0.002
LEAST_WAIT_SECONDS = 0.02
"""A shorter rest of a child's time is not waited for: each look at what it waited would give it a little more."""
FIRST_TO_GO = "500"
"""Mark for the kernel's choice when the machine is out of memory: a job before the parent."""


def main() -> None:
    """Serve jobs until the parent is gone."""
    connection = socket.socket(fileno=int(sys.argv[1]))
    os.set_inheritable(connection.fileno(), False)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    yield_as_a_session()  # copies stay in it
    _report_last_words(connection)
    opening = control.receive(connection)
    if opening is None:
        return
    cell = _open(opening)
    control.send(connection, control.Message(kind=control.READY, content=trial.walls_as_bytes(cell.walls)))
    while message := control.receive(connection):
        if message.kind == control.JOB:
            _serve(connection, cell, message)
        elif message.kind == control.COPY and (started := _copy(connection, cell, message)) is not None:
            connection, cell = started
    _clear_away(until=time.monotonic() + COPIES_SECONDS)


def _report_last_words(connection: socket.socket) -> None:
    """Send the parent whatever exception ends this process."""

    def hook(kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        words = "".join(traceback.format_exception(kind, error, where))[-LAST_WORDS:]
        content = words.encode("utf-8", "replace")
        with contextlib.suppress(OSError):
            control.send(connection, control.Message(kind=control.BROKEN, content=content))

    sys.excepthook = hook


def _open(opening: control.Message) -> child.Cell:
    parent, wanted, workshop_bytes = opening.content.split(b"\n", 2)
    workshop = Workshop.from_bytes(workshop_bytes)
    gc.disable()  # nothing that is loaded now is ever let go: looking for what could be is a quarter of the time
    perform = workshop.open()
    _check_alone()
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(FIRST_TO_GO, "ascii")
    address_bytes = _address_bytes()
    null = os.open(os.devnull, os.O_RDWR)
    walls_wanted = tuple(Wall(name) for name in wanted.decode("ascii").split())
    gc.freeze()  # without looking: that takes a tenth of a second, and finds next to nothing
    gc.enable()
    kernel.give_back_free_memory()
    make_ready_for_children()
    walls = raise_in_lane(walls_wanted, workshop.readable_folders)
    if int(parent):  # changing namespaces resets this, so not earlier
        kernel.die_with(int(parent))
    walls = trial.try_walls(walls, walls_wanted, null=null, address_bytes=address_bytes)
    return child.Cell(perform=perform, walls=walls, null=null, lane=os.getpid(), address_bytes=address_bytes)


def _check_alone() -> None:
    """Refuse what a fork would break or share.

    Raises:
        RuntimeError: A thread besides this one, or memory that children could write for one another.
    """
    tasks = Path("/proc/self/task")
    threads = len(list(tasks.iterdir())) if tasks.exists() else threading.active_count()
    if threads != 1:
        raise RuntimeError(f"the workshop left {threads - 1} threads running: a fork would not have them")
    maps = Path("/proc/self/maps")
    mappings = maps.read_text("utf-8", "replace").splitlines() if maps.exists() else []
    shared = [line for line in mappings if line.split()[1].startswith("rw") and line.split()[1].endswith("s")]
    if shared:
        raise RuntimeError(f"the workshop keeps writable shared memory: {shared[0]}")


def _address_bytes() -> int | None:
    sizes = Path("/proc/self/statm")
    return int(sizes.read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE") if sizes.exists() else None


def _copy(
    connection: socket.socket, cell: child.Cell, message: control.Message
) -> tuple[socket.socket, child.Cell] | None:
    """Start a lane that is a copy of this process and ends with it.

    Returns:
        In the copy its own end and its own cell; None in this process, which does no jobs any more.
    """
    (theirs,) = message.descriptors
    this = os.getpid()
    _clear_away()
    if not copied.HAS_HANDLES:  # there the parent takes for running what is not cleared away, so the kernel has to
        signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    if os.fork():
        os.close(theirs)
        return None
    connection.close()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    own = socket.socket(fileno=theirs)
    kernel.die_with(this)
    _report_last_words(own)
    copied.introduce(own, cell.walls)
    return own, dataclasses.replace(cell, lane=os.getpid())


def _clear_away(*, until: float | None = None) -> None:
    """Take note of copies that have ended; with `until`, wait so long for those that have not."""
    while True:
        try:
            number, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:  # there are none
            return
        if number:
            continue
        if until is None or time.monotonic() >= until:
            return
        time.sleep(PAUSE_SECONDS)


def _serve(connection: socket.socket, cell: child.Cell, message: control.Message) -> None:
    length = int.from_bytes(message.content[:4], "big")
    limits = Limits.from_bytes(message.content[4 : 4 + length])
    answer, *originals = message.descriptors
    job = child.CellJob(
        task=message.content[4 + length :],
        limits=limits,
        answer=answer,
        original=originals[0] if originals else None,
    )
    started = time.monotonic()
    process = os.fork()
    if process == 0:
        child.run(cell, job)
    for each in message.descriptors:
        os.close(each)
    ending = Ending(process)
    stopped_for = _watch(connection, ending, started, limits.wall_seconds)
    status, usage = ending.collect()
    report = Report(
        exit_code=os.WEXITSTATUS(status) if os.WIFEXITED(status) else None,
        signal=os.WTERMSIG(status) if os.WIFSIGNALED(status) else None,
        stopped_for=stopped_for,
        cpu_seconds=usage.ru_utime + usage.ru_stime,
        wall_seconds=time.monotonic() - started,
        peak_memory_bytes=usage.ru_maxrss * (1024 if kernel.ON_LINUX else 1),
    )
    control.send(connection, control.Message(kind=control.REPORT, content=report.as_bytes()))


def _watch(connection: socket.socket, ending: Ending, started: float, wall_seconds: float) -> str | None:
    """Wait until the child has ended, by itself or by us.

    Where this process yields to others, the time in which they had the processor and the child was ready to run does
    not count, within `patience`.

    Returns:
        Why it was ended: "wall_seconds", "asked", or None if it ended by itself.
    """
    stopped_for: str | None = None
    deadline, latest = started + wall_seconds, started + wall_seconds * patience()
    while not ending.wait_for(connection, None if stopped_for else deadline):
        if is_readable(connection):
            if control.receive(connection) is None:  # the parent is gone
                ending.kill()
                os._exit(0)
            stopped_for = stopped_for or "asked"
        elif stopped_for is None and time.monotonic() >= deadline:
            deadline = min(started + wall_seconds + ending.waited_seconds(), latest)
            if time.monotonic() < deadline - LEAST_WAIT_SECONDS:
                continue
            stopped_for = "wall_seconds"
        else:
            continue
        ending.kill()
    return stopped_for


if __name__ == "__main__":
    main()
