"""A safe way to run a function on a hostile file: one forked child per job behind walls, never used twice.

The cage knows nothing of documents. A `Workshop` names the work; a `Lane` is a process that has it loaded and forks
one child for each job; a `LanePool` keeps one lane per core busy. What a job sends comes out frame by frame, as bytes
that are to be checked like any other input, and each job ends with an `Outcome`: whatever happens to it, nothing is
raised, and no other job is touched. The design and its figures: `docs/decisions/0003-the-cage.md`.
"""

from tenderlight.cage.broken import LaneKilled, LanesLost, WorkshopNotOpened
from tenderlight.cage.interrupts import held_interrupts
from tenderlight.cage.jobs import FileByContent, Job, JobPool, PieceDone, next_events
from tenderlight.cage.lane import Event, Lane, LaneState, wait_for_any
from tenderlight.cage.limits import Limits
from tenderlight.cage.outcomes import Outcome, OutcomeKind
from tenderlight.cage.pool import LanePool, usable_cores
from tenderlight.cage.programs import WalledProgram, behind_walls, bubblewrap, open_call_filter
from tenderlight.cage.walls import ALL_WALLS, Wall, Walls, missing_walls
from tenderlight.cage.workshop import Emit, Perform, Workshop, read_whole

__all__ = [
    "ALL_WALLS",
    "Emit",
    "Event",
    "FileByContent",
    "Job",
    "JobPool",
    "Lane",
    "LaneKilled",
    "LanePool",
    "LaneState",
    "LanesLost",
    "Limits",
    "Outcome",
    "OutcomeKind",
    "Perform",
    "PieceDone",
    "Wall",
    "WalledProgram",
    "Walls",
    "Workshop",
    "WorkshopNotOpened",
    "behind_walls",
    "bubblewrap",
    "held_interrupts",
    "missing_walls",
    "next_events",
    "open_call_filter",
    "read_whole",
    "usable_cores",
    "wait_for_any",
]
