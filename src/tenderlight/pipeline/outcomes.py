"""From how a caged job ended to what is said of its document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tenderlight.cage import Limits, Outcome, OutcomeKind
from tenderlight.model.document import ReadState
from tenderlight.model.problem import Problem, Severity, problem
from tenderlight.pipeline.messages import FRAME_BYTES_LIMIT, RASTER_FRAME_BYTES

CODES: dict[OutcomeKind, str] = {
    OutcomeKind.FAILED: "reader-failed",
    OutcomeKind.CRASHED: "crashed",
    OutcomeKind.NO_ANSWER: "crashed",
    OutcomeKind.TIME_LIMIT: "time-limit",
    OutcomeKind.MEMORY_LIMIT: "memory-limit",
    OutcomeKind.ANSWER_LIMIT: "answer-limit",
    OutcomeKind.LANE_LOST: "crashed",
    OutcomeKind.WORKER_LOST: "worker-lost",
    OutcomeKind.PUT_BACK: "worker-lost",
}
"""The problem that each bad end becomes."""

DRAW_LIMITS = Limits(wall_seconds=120.0, cpu_seconds=60.0, frame_bytes=FRAME_BYTES_LIMIT)
"""What drawing the pictures of one original may use."""

RECOGNISE_LIMITS = Limits(
    wall_seconds=600.0,
    cpu_seconds=180.0,
    memory_bytes=3 * 2**30,
    frame_bytes=FRAME_BYTES_LIMIT,
    answer_bytes=2 * FRAME_BYTES_LIMIT,
    frames=100,
)
"""What recognising one page may use: a dense page of 12 megapixels takes some ten seconds and 900 MiB."""

LONGEST_WALL_SECONDS = 900.0
LONGEST_CPU_SECONDS = 300.0
START_WALL_SECONDS = 60.0
START_CPU_SECONDS = 30.0
SECONDS_A_MEBIBYTE = 20.0


def limits_for(size_bytes: int) -> Limits:
    """Return the budget for reading (or claiming from) a file of that size: more bytes may take longer, within bounds.

    The clock on the wall runs on while the machine is busy with others, so it has more to spend than the processor's.
    """
    more = SECONDS_A_MEBIBYTE * size_bytes / 2**20
    return Limits(
        wall_seconds=min(LONGEST_WALL_SECONDS, START_WALL_SECONDS + 2 * more),
        cpu_seconds=min(LONGEST_CPU_SECONDS, START_CPU_SECONDS + more),
        frame_bytes=FRAME_BYTES_LIMIT,
    )


def raster_limits(size_bytes: int) -> Limits:
    """Return the budget for drawing a few pages of a file of that size as raw pixels."""
    return replace(limits_for(size_bytes), frame_bytes=RASTER_FRAME_BYTES, frames=100)


def problem_of(outcome: Outcome, *, step: str) -> Problem | None:
    """Return the problem a job's end is, or None if it ended well. The outcome's words are bounded, never trusted."""
    if outcome.is_finished:
        return None
    return problem(CODES[outcome.kind], step=step, detail=f"({outcome.message})")


def state_of(problems: Iterable[Problem], *, has_content: bool, pages_unread: int, pages_read: int) -> ReadState:
    """Return how much of a document was read.

    Args:
        problems: All that went wrong with it.
        has_content: Whether anything came out: text, records, files of an archive.
        pages_unread: Pages that came out unread or partly read.
        pages_read: Pages of which something was read.
    """
    worst = {one.severity for one in problems if one.page_number is None}
    if not has_content:
        return ReadState.NOT_READ if worst & {Severity.NOT_READ, Severity.PARTLY} or pages_unread else ReadState.READ
    if pages_unread and not pages_read:
        return ReadState.NOT_READ
    is_whole = not worst & {Severity.NOT_READ, Severity.PARTLY} and not pages_unread
    return ReadState.READ if is_whole else ReadState.PARTLY
