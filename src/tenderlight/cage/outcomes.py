"""How a job ended, and how that is told from what the kernel says and what the answer holds."""

from __future__ import annotations

import dataclasses
import enum
import json
import signal
from typing import Any

from tenderlight.cage.frames import FrameReader
from tenderlight.cage.limits import Limits

CRASHES_OF_FULL_MEMORY = frozenset({signal.SIGSEGV, signal.SIGABRT, signal.SIGBUS, signal.SIGILL, signal.SIGTRAP})
"""Signals by which native code ends when it is given no more memory."""
NEAR_THE_LIMIT = 0.5
"""Share of the memory limit from which such a signal is put down to memory. A buffer that doubles
fails at half of the limit."""


ANSWERS_TOO_LARGE = {
    "frame_bytes": "one frame is larger than allowed",
    "answer_bytes": "the answer is larger than allowed",
    "frames": "the answer has more frames than allowed",
}


class OutcomeKind(enum.StrEnum):
    """The ways in which a job can end."""

    FINISHED = "finished"
    FAILED = "failed"
    CRASHED = "crashed"
    TIME_LIMIT = "time limit"
    MEMORY_LIMIT = "memory limit"
    ANSWER_LIMIT = "answer limit"
    NO_ANSWER = "exited without an answer"
    LANE_LOST = "lane lost"
    WORKER_LOST = "worker lost"
    """The machines that were to do it ended, one after the other: it is not tried again."""
    PUT_BACK = "put back"
    """It was not done, through no fault of its own: submit it again."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The end of one job.

    Frames that came before it are whole whatever the kind, but only `FINISHED` says that they are all.

    Attributes:
        kind: How it ended.
        frames_received: Whole frames handed over before.
        cpu_seconds: Processor time of the job's own process.
        wall_seconds: From its fork to its end.
        peak_memory_bytes: Largest resident size, the libraries loaded beforehand included.
        limit: Name of the limit (a field of `Limits`) that ended it, or None.
        signal: Number of the signal that ended it, or None.
        message: What happened, for a person. After `FAILED` it is untrusted text: a class name and an
            exception's message, which may repeat the file's own words.
        walls: What held around the job, for its provenance, as "namespaces+no-capabilities+landlock7+rlimits+seccomp".
    """

    kind: OutcomeKind
    frames_received: int
    cpu_seconds: float
    wall_seconds: float
    peak_memory_bytes: int
    limit: str | None
    signal: int | None
    message: str
    walls: str

    @property
    def is_finished(self) -> bool:
        """The job came to its own end and its answer is whole."""
        return self.kind is OutcomeKind.FINISHED


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the lane saw of the job's process.

    Attributes:
        exit_code: Its exit code, or None if a signal ended it.
        signal: The signal, or None.
        stopped_for: "wall_seconds" if the lane ended it for that; "asked" if the parent asked; or None.
    """

    exit_code: int | None
    signal: int | None
    stopped_for: str | None
    cpu_seconds: float
    wall_seconds: float
    peak_memory_bytes: int

    def as_bytes(self) -> bytes:
        """Write the report for the parent; `from_bytes` reads it back."""
        return json.dumps(dataclasses.asdict(self)).encode("ascii")

    @classmethod
    def from_bytes(cls, written: bytes) -> Report:
        """Read a report written by `as_bytes`."""
        fields: dict[str, Any] = json.loads(written)
        return cls(**fields)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    kind: OutcomeKind
    message: str
    limit: str | None = None


def judge(report: Report, answer: FrameReader, *, limits: Limits, walls: str) -> Outcome:
    """Say how a job ended.

    Args:
        report: What the lane saw.
        answer: The answer, read to its end.
        limits: The job's budget.
        walls: What held, as text.
    """
    verdict = (
        _over_an_answer_limit(answer)
        or _out_of_time(report, limits)
        or _ended_by_signal(report, limits)
        or _by_its_answer(report, answer)
    )
    return Outcome(
        kind=verdict.kind,
        frames_received=answer.frames_received,
        cpu_seconds=report.cpu_seconds,
        wall_seconds=report.wall_seconds,
        peak_memory_bytes=report.peak_memory_bytes,
        limit=verdict.limit,
        signal=report.signal,
        message=verdict.message,
        walls=walls,
    )


def lost(message: str, *, frames_received: int, walls: str) -> Outcome:
    """The outcome of a job whose lane was lost: nothing is known of its process."""
    return Outcome(
        kind=OutcomeKind.LANE_LOST,
        frames_received=frames_received,
        cpu_seconds=0.0,
        wall_seconds=0.0,
        peak_memory_bytes=0,
        limit=None,
        signal=None,
        message=message,
        walls=walls,
    )


def out_of_time(limits: Limits) -> str:
    """Say that a job has used up its time on a processor."""
    return f"not done within {limits.cpu_seconds:g} seconds of processor time"


def _over_an_answer_limit(answer: FrameReader) -> _Verdict | None:
    if answer.exceeded is not None:
        return _Verdict(
            kind=OutcomeKind.ANSWER_LIMIT,
            message=ANSWERS_TOO_LARGE[answer.exceeded],
            limit=answer.exceeded,
        )
    if answer.malformed is not None:
        return _Verdict(kind=OutcomeKind.NO_ANSWER, message=f"the answer is malformed: {answer.malformed}")
    return None


def _out_of_time(report: Report, limits: Limits) -> _Verdict | None:
    if report.stopped_for == "wall_seconds":
        message = f"not done within {limits.wall_seconds:g} seconds"
        return _Verdict(kind=OutcomeKind.TIME_LIMIT, message=message, limit="wall_seconds")
    killed_while_over = report.signal == signal.SIGKILL and report.cpu_seconds >= limits.cpu_seconds
    if report.signal == signal.SIGXCPU or killed_while_over:
        return _Verdict(kind=OutcomeKind.TIME_LIMIT, message=out_of_time(limits), limit="cpu_seconds")
    return None


def _ended_by_signal(report: Report, limits: Limits) -> _Verdict | None:
    if report.signal is None:
        return None
    near = report.peak_memory_bytes >= limits.memory_bytes * NEAR_THE_LIMIT
    if near and report.signal in CRASHES_OF_FULL_MEMORY:
        return _out_of_memory()
    name = _signal_name(report.signal)
    if report.signal == signal.SIGKILL:
        return _Verdict(
            kind=OutcomeKind.CRASHED,
            message=f"ended from outside by {name}, as a machine short of memory does",
        )
    return _Verdict(kind=OutcomeKind.CRASHED, message=f"ended by {name}")


def _by_its_answer(report: Report, answer: FrameReader) -> _Verdict:
    if answer.failure is not None:
        name, message = answer.failure
        if name == MemoryError.__name__:
            return _out_of_memory()
        text = f"{name}: {message}" if message else name
        return _Verdict(kind=OutcomeKind.FAILED, message=text)
    if answer.has_ended and report.exit_code == 0:
        return _Verdict(kind=OutcomeKind.FINISHED, message="done")
    where = "in the middle of a frame" if answer.has_partial_frame else "before its end mark"
    message = f"exited with code {report.exit_code} {where}"
    return _Verdict(kind=OutcomeKind.NO_ANSWER, message=message)


def _out_of_memory() -> _Verdict:
    message = "needed more memory than allowed"
    return _Verdict(kind=OutcomeKind.MEMORY_LIMIT, message=message, limit="memory_bytes")


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
