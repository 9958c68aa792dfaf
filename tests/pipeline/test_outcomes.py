"""How a caged job ended, in the words that are kept of its document."""

from __future__ import annotations

import os

import pytest

from tenderlight.cage import OutcomeKind
from tenderlight.model.document import ReadState
from tenderlight.model.problem import PROBLEMS, Problem, Severity, problem
from tenderlight.pipeline.laying_out.budget import budget
from tenderlight.pipeline.outcomes import (
    CODES,
    LONGEST_CPU_SECONDS,
    LONGEST_WALL_SECONDS,
    limits_for,
    problem_of,
    state_of,
)
from tests.pipeline.made import outcome

READ, PARTLY, NOT_READ = ReadState.READ, ReadState.PARTLY, ReadState.NOT_READ
NOTE = problem("hidden-sheet", step="read")
LOST_PART = problem("archive-cut-short", step="read")
LOST_ALL = problem("pdf-encrypted", step="read")
LOST_PAGE = problem("page-unreadable", step="read", page_number=2)

STATES: list[tuple[str, list[Problem], tuple[bool, int, int], ReadState]] = [
    # problems, (something came out, pages unread or in part, pages read whole), state
    ("all pages", [], (True, 0, 3), READ),
    ("records, no pages", [], (True, 0, 0), READ),
    ("an archive of nothing", [NOTE], (False, 0, 0), READ),
    ("a note costs nothing", [NOTE], (True, 0, 3), READ),
    ("one page of three is missing", [LOST_PAGE], (True, 1, 2), PARTLY),
    ("no page of three came out", [LOST_PAGE], (True, 3, 0), NOT_READ),
    ("every page came out in part", [], (True, 3, 0), NOT_READ),
    ("the end is cut off", [LOST_PART], (True, 0, 3), PARTLY),
    ("it crashed after some pages", [LOST_ALL], (True, 0, 3), PARTLY),
    ("it crashed before the first page", [LOST_ALL], (False, 0, 0), NOT_READ),
    ("a loss, and nothing came out", [LOST_PART], (False, 0, 0), NOT_READ),
    ("a lost page, and no page came out", [LOST_PAGE], (False, 1, 0), NOT_READ),
]


@pytest.mark.parametrize(("problems", "counts", "state"), [one[1:] for one in STATES], ids=[one[0] for one in STATES])
def test_how_much_was_read(problems: list[Problem], counts: tuple[bool, int, int], state: ReadState) -> None:
    has_content, pages_unread, pages_read = counts
    found = state_of(problems, has_content=has_content, pages_unread=pages_unread, pages_read=pages_read)
    assert found is state


def test_a_job_that_ended_well_is_no_problem() -> None:
    assert problem_of(outcome(), step="read") is None


@pytest.mark.parametrize("kind", sorted(set(OutcomeKind) - {OutcomeKind.FINISHED}))
def test_every_bad_end_is_a_registered_problem_that_costs_the_document(kind: OutcomeKind) -> None:
    found = problem_of(outcome(kind, message="ended by SIGSEGV"), step="read:pdf/1")
    assert found is not None
    assert (found.code, found.step) == (CODES[kind], "read:pdf/1")
    assert found.severity is Severity.NOT_READ
    assert PROBLEMS[found.code].message in found.message
    assert "ended by SIGSEGV" in found.message


def test_larger_files_get_more_time_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getpriority", lambda *_: 0)
    sizes = [0, 10_000, 2**20, 10 * 2**20, 2**30, 2**40]
    limits = [limits_for(size) for size in sizes]
    assert sorted(one.cpu_seconds for one in limits) == [one.cpu_seconds for one in limits]
    assert all(one.cpu_seconds < one.wall_seconds for one in limits)
    assert 10 < limits[0].cpu_seconds < limits[3].cpu_seconds < limits[-1].cpu_seconds == LONGEST_CPU_SECONDS
    assert limits[-1].wall_seconds == LONGEST_WALL_SECONDS


def test_a_run_that_yields_has_longer_to_lay_out_and_as_much_of_a_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "getpriority", lambda *_: 0)
    before, laid_out = limits_for(1000), budget(size_bytes=1000, characters=10)
    monkeypatch.setattr(os, "getpriority", lambda *_: 10)
    after, laid_out_after = limits_for(1000), budget(size_bytes=1000, characters=10)
    assert after == before, "what a child waits for the processor is left out by its lane"
    assert laid_out_after.cpu_seconds == laid_out.cpu_seconds
    assert laid_out_after.wall_seconds > 9 * laid_out.wall_seconds
