"""The process of one job: a fork of the lane that does the work behind the walls, answers, and ends."""

from __future__ import annotations

import dataclasses
import errno
import fcntl
import os
from typing import NoReturn

from tenderlight.cage import frames, kernel, landlock
from tenderlight.cage.limits import Limits
from tenderlight.cage.walls import Wall, Walls, raise_in_child
from tenderlight.cage.workshop import Perform

ANSWER, ORIGINAL = 3, 4
"""Descriptors of a job; 0, 1 and 2 lead nowhere, and there are no others."""
FIRST_SPARE = 10


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What a lane has ready for every job.

    Attributes:
        perform: The work.
        walls: What holds.
        null: Descriptor of the null device, opened before the walls went up.
        lane: Process number of the lane.
        address_bytes: Address space of the lane, or None if not known.
    """

    perform: Perform
    walls: Walls
    null: int
    lane: int
    address_bytes: int | None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class CellJob:
    """One job as it reaches the child.

    Attributes:
        task: The parent's words.
        limits: The budget.
        answer: Descriptor to write the answer to.
        original: Descriptor of the file, or None.
    """

    task: bytes
    limits: Limits
    answer: int
    original: int | None


def run(cell: Cell, job: CellJob) -> NoReturn:
    """Do one job and end this process. Call it in a fresh fork; it does not come back.

    This is the one place of the cage where every exception is caught: it becomes the last frame.
    """
    status = 1
    has_answer = False
    try:
        kernel.die_with(cell.lane)
        original = arrange_descriptors(null=cell.null, answer=job.answer, original=job.original)
        has_answer = True
        leave_the_lane(cell.walls)
        raise_in_child(cell.walls, job.limits, address_bytes=cell.address_bytes, original=original)
        cell.perform(job.task, original, _emit)
        frames.send_frame(ANSWER, b"", frames.END)
        status = 0
    except BaseException as error:  # noqa: BLE001
        if has_answer and _is_out_of_memory(error):
            os.write(ANSWER, frames.OUT_OF_MEMORY)
        elif has_answer:
            frames.send_frame(ANSWER, _failure(error), frames.FAILURE)
    finally:
        os._exit(status)


def arrange_descriptors(*, null: int, answer: int, original: int | None) -> int | None:
    """Leave this process the answer, the original and three ways to nowhere; close all else.

    Returns:
        The original's new number, or None if there is none.
    """
    high_null = fcntl.fcntl(null, fcntl.F_DUPFD, FIRST_SPARE)
    high_answer = fcntl.fcntl(answer, fcntl.F_DUPFD, FIRST_SPARE)
    high_original = None if original is None else fcntl.fcntl(original, fcntl.F_DUPFD, FIRST_SPARE)
    for number in range(3):
        os.dup2(high_null, number)
    os.dup2(high_answer, ANSWER)
    beyond = min(max(os.sysconf("SC_OPEN_MAX"), 1 << 8), 1 << 20)
    if high_original is None:
        os.closerange(ORIGINAL, beyond)
        return None
    os.dup2(high_original, ORIGINAL)
    os.closerange(ORIGINAL + 1, beyond)
    return ORIGINAL


def leave_the_lane(walls: Walls) -> None:
    """Shut this process off from the lane and from its siblings: no tracing, no signals.

    The list of system calls does it where there is one; a Landlock domain of its own does it elsewhere (0.4 ms).

    Raises:
        OSError: The kernel refused.
    """
    if not kernel.ON_LINUX or not walls.held:
        return
    kernel.set_process_option(kernel.PR_SET_DUMPABLE, 0)
    if walls.has(Wall.LANDLOCK) and not walls.has(Wall.SECCOMP) and landlock.version() >= 6:
        landlock.enforce(landlock.prepare_scope())


def _emit(frame: bytes) -> None:
    frames.send_frame(ANSWER, frame)


def _is_out_of_memory(error: BaseException) -> bool:
    return isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM)


def _failure(error: BaseException) -> bytes:
    """Class name, a line break, the message; bounded."""
    try:
        message = str(error)
    except BaseException as second:  # noqa: BLE001
        message = f"(no message: {type(second).__name__})"
    text = f"{type(error).__name__}\n{message[: frames.FAILURE_BYTES]}"
    return text.encode("utf-8", "replace")[: frames.FAILURE_BYTES]
