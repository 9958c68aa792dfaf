"""How the end of a process and the state of its answer become one outcome."""

from __future__ import annotations

import signal

import pytest

from tenderlight.cage import Limits, OutcomeKind
from tenderlight.cage.frames import END, FAILURE, FRAME, HEADER, FrameReader
from tenderlight.cage.outcomes import Report, judge

MEBIBYTE = 1 << 20
LIMITS = Limits(cpu_seconds=5, memory_bytes=100 * MEBIBYTE, frame_bytes=100, answer_bytes=1000)
WHOLE = HEADER.pack(FRAME, 1) + b"x" + HEADER.pack(END, 0)
PART = HEADER.pack(FRAME, 5) + b"x"
FAILED = HEADER.pack(FAILURE, 12) + b"ValueError\nx"
SEGV, ABRT, KILL, XCPU, TERM = (
    int(each) for each in (signal.SIGSEGV, signal.SIGABRT, signal.SIGKILL, signal.SIGXCPU, signal.SIGTERM)
)


def ended(
    code: int | None = 0,
    *,
    by: int | None = None,
    stopped_for: str | None = None,
    cpu: float = 1.0,
    peak_mebibytes: int = 10,
) -> Report:
    """What the lane saw."""
    return Report(
        exit_code=None if by else code,
        signal=by,
        stopped_for=stopped_for,
        cpu_seconds=cpu,
        wall_seconds=2.0,
        peak_memory_bytes=peak_mebibytes * MEBIBYTE,
    )


@pytest.mark.parametrize(
    ("report", "answer", "kind", "limit"),
    [
        (ended(), WHOLE, OutcomeKind.FINISHED, None),
        (ended(), b"", OutcomeKind.NO_ANSWER, None),
        (ended(), PART, OutcomeKind.NO_ANSWER, None),
        (ended(1), WHOLE, OutcomeKind.NO_ANSWER, None),
        (ended(), WHOLE + PART, OutcomeKind.NO_ANSWER, None),
        (ended(1), FAILED, OutcomeKind.FAILED, None),
        (ended(1), HEADER.pack(FAILURE, 11) + b"MemoryError", OutcomeKind.MEMORY_LIMIT, "memory_bytes"),
        (ended(by=SEGV), WHOLE, OutcomeKind.CRASHED, None),
        (ended(by=SEGV, peak_mebibytes=49), b"", OutcomeKind.CRASHED, None),
        (ended(by=SEGV, peak_mebibytes=51), b"", OutcomeKind.MEMORY_LIMIT, "memory_bytes"),
        (ended(by=ABRT, peak_mebibytes=99), b"", OutcomeKind.MEMORY_LIMIT, "memory_bytes"),
        (ended(by=TERM, peak_mebibytes=99), b"", OutcomeKind.CRASHED, None),
        (ended(by=KILL), b"", OutcomeKind.CRASHED, None),
        (ended(by=KILL, cpu=5.9), b"", OutcomeKind.TIME_LIMIT, "cpu_seconds"),
        (ended(by=XCPU, cpu=4.99), b"", OutcomeKind.TIME_LIMIT, "cpu_seconds"),
        (ended(by=KILL, stopped_for="wall_seconds"), WHOLE, OutcomeKind.TIME_LIMIT, "wall_seconds"),
        (ended(by=KILL, stopped_for="asked"), HEADER.pack(FRAME, 101), OutcomeKind.ANSWER_LIMIT, "frame_bytes"),
        (ended(by=KILL, stopped_for="asked"), b"GET /", OutcomeKind.NO_ANSWER, None),
        (ended(by=SEGV), FAILED, OutcomeKind.CRASHED, None),
    ],
)
def test_outcome(report: Report, answer: bytes, kind: OutcomeKind, limit: str | None) -> None:
    reader = FrameReader(LIMITS)
    reader.feed(answer)
    outcome = judge(Report.from_bytes(report.as_bytes()), reader, limits=LIMITS, walls="none")
    assert (outcome.kind, outcome.limit) == (kind, limit)
    assert outcome.signal == report.signal
    assert outcome.is_finished is (kind is OutcomeKind.FINISHED)
    assert outcome.message


def test_limits_travel_unchanged() -> None:
    assert Limits.from_bytes(LIMITS.as_bytes()) == LIMITS


@pytest.mark.parametrize(
    "wrong", [{"wall_seconds": 0}, {"cpu_seconds": -1}, {"memory_bytes": 0}, {"answer_bytes": 0}, {"descriptors": 7}]
)
def test_limits_that_allow_nothing_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Limits(**wrong)
