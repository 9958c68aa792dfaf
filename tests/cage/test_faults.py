"""Every fault ends as its own outcome, and the job after it is answered as if nothing had happened."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cage import Event, Lane, Limits, Outcome, OutcomeKind, Workshop
from tests.cage.escapes import ESCAPES, MORE_ESCAPES
from tests.cage.faults import FAULTS, FIRST

WORKSHOP = Workshop(opener="tests.cage.faults:open_workshop")
MEBIBYTE = 1 << 20
QUICK = Limits(wall_seconds=0.5)
PATIENT = Limits(wall_seconds=30.0)
SMALL = Limits(wall_seconds=30.0, memory_bytes=96 * MEBIBYTE)
SHORT = Limits(wall_seconds=30.0, answer_bytes=2 * MEBIBYTE, frame_bytes=MEBIBYTE, frames=10_000)
ONE_SECOND = Limits(wall_seconds=30.0, cpu_seconds=1.0)

FINISHED, FAILED, CRASHED = OutcomeKind.FINISHED, OutcomeKind.FAILED, OutcomeKind.CRASHED
TIME, MEMORY, ANSWER = OutcomeKind.TIME_LIMIT, OutcomeKind.MEMORY_LIMIT, OutcomeKind.ANSWER_LIMIT
NO_ANSWER = OutcomeKind.NO_ANSWER

EXPECTED: dict[str, tuple[Limits, OutcomeKind, str | None, str]] = {
    # fault: limits, outcome, limit named, words of the message
    "foreign call": (PATIENT, CRASHED, None, "SIGSYS"),
    "abort": (PATIENT, CRASHED, None, "SIGABRT"),
    "segv": (PATIENT, CRASHED, None, "SIGSEGV"),
    "kill itself": (PATIENT, CRASHED, None, "SIGKILL"),
    "spin without signals": (QUICK, TIME, "wall_seconds", "0.5 seconds"),
    "spin": (ONE_SECOND, TIME, "cpu_seconds", "1 seconds of processor time"),
    "sleep": (QUICK, TIME, "wall_seconds", "0.5 seconds"),
    "stop itself": (QUICK, TIME, "wall_seconds", "0.5 seconds"),
    "fill with objects": (SMALL, MEMORY, "memory_bytes", "memory"),
    "fill with mappings": (SMALL, MEMORY, "memory_bytes", "memory"),
    "fill natively": (SMALL, MEMORY, "memory_bytes", "memory"),
    "fill and abort": (SMALL, MEMORY, "memory_bytes", "memory"),
    "one huge string": (SMALL, MEMORY, "memory_bytes", "memory"),
    "recurse": (PATIENT, FAILED, None, "RecursionError"),
    "recurse natively": (PATIENT, CRASHED, None, "SIGSEGV"),
    "flood descriptors": (PATIENT, FAILED, None, "OSError: [Errno 24]"),
    "flood answer": (SHORT, ANSWER, "answer_bytes", "the answer is larger"),
    "flood small frames": (SHORT, ANSWER, "frames", "more frames"),
    "send huge frame": (SHORT, ANSWER, "frame_bytes", "one frame is larger"),
    "promise huge frame": (SHORT, ANSWER, "frame_bytes", "one frame is larger"),
    "flood output": (PATIENT, FINISHED, None, "done"),
    "half a frame": (PATIENT, NO_ANSWER, None, "code 0 in the middle of a frame"),
    "half a header": (PATIENT, NO_ANSWER, None, "code 0 in the middle of a frame"),
    "no frame at all": (PATIENT, NO_ANSWER, None, "unknown kind"),
    "two ends": (PATIENT, NO_ANSWER, None, "after the last"),
    "frame after the end": (PATIENT, NO_ANSWER, None, "after the last"),
    "long end": (PATIENT, NO_ANSWER, None, "too long"),
    "failure that is not text": (PATIENT, FAILED, None, "\ufffd"),
    "end and spin": (QUICK, TIME, "wall_seconds", "0.5 seconds"),
    "poison": (PATIENT, FINISHED, None, "done"),
    "close everything": (PATIENT, NO_ANSWER, None, "code 1 before its end mark"),
    "exit 0": (PATIENT, NO_ANSWER, None, "code 0 before its end mark"),
    "exit 1": (PATIENT, NO_ANSWER, None, "code 1 before its end mark"),
    "raise": (PATIENT, FAILED, None, "ValueError: page 3 is bent"),
    "raise exit": (PATIENT, FAILED, None, "SystemExit: 0"),
    "raise interrupt": (PATIENT, FAILED, None, "KeyboardInterrupt"),
    "raise unspeakable": (PATIENT, FAILED, None, "Unspeakable: (no message: ValueError)"),
    "raise at length": (PATIENT, FAILED, None, "ValueError: 长长长"),
    "raise half a character": (PATIENT, FAILED, None, "ValueError: ?"),
}


REFUSALS = {b"refused: 1", b"refused: 13", b"refused: can't start new thread", b"refused: -3"}
"""Not permitted, permission denied, no thread, no name found. Other errors would not be the walls' doing."""


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    path: Path = tmp_path_factory.mktemp("originals") / "notice.html"
    path.write_bytes("采购公告".encode("gb18030") * 1000)
    descriptor = os.open(path, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


@pytest.fixture(scope="module")
def lane() -> Iterator[Lane]:
    """Return a lane as pools have them: the copy of another."""
    template = Lane(WORKSHOP)
    template.wait_until_open()
    made = Lane(WORKSHOP, like=template)
    yield made
    made.close()
    template.close()


@pytest.fixture(scope="module")
def undisturbed(lane: Lane, original: int) -> list[Event]:
    return frames(do(lane, "control", original))


def do(lane: Lane, name: str, original: int, limits: Limits = PATIENT) -> list[Event]:
    return list(lane.run(name.encode(), original, limits))


def frames(events: list[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, bytes)]


def outcome(events: list[Event]) -> Outcome:
    last = events[-1]
    assert isinstance(last, Outcome)
    assert last.frames_received == len(frames(events)) == len(events) - 1
    return last


def test_every_fault_has_an_expected_outcome() -> None:
    assert set(EXPECTED) == set(FAULTS)


@pytest.mark.parametrize("name", EXPECTED)
def test_fault_ends_as_its_own_outcome_and_touches_nothing(
    name: str, lane: Lane, original: int, undisturbed: list[Event], capfd: pytest.CaptureFixture[str]
) -> None:
    limits, kind, limit, words = EXPECTED[name]
    events = do(lane, name, original, limits)
    end = outcome(events)
    assert (end.kind, end.limit) == (kind, limit), end
    assert words in end.message
    assert len(end.message) <= 4096 + 200
    assert events[0] == FIRST
    assert end.peak_memory_bytes <= limits.memory_bytes + 64 * MEBIBYTE
    assert frames(do(lane, "control", original)) == undisturbed
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", [*ESCAPES, *MORE_ESCAPES])
def test_attempt_to_get_out_is_refused_and_touches_nothing(
    name: str, lane: Lane, original: int, undisturbed: list[Event]
) -> None:
    if not lane.wait_until_open().has("seccomp"):  # type: ignore[arg-type]
        pytest.skip("no list of system calls on this machine: some attempts would harm it")
    events = do(lane, name, original)
    assert outcome(events).kind is FINISHED, events
    assert events[0] in REFUSALS, events
    assert frames(do(lane, "control", original)) == undisturbed
