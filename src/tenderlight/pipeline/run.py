"""What a run is told, and what it tells while it goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from tenderlight.archive.store_place import StorePlace
from tenderlight.cases.places import Place
from tenderlight.model.claim import Claim


@dataclass(slots=True, kw_only=True)
class Progress:
    """Counts of a run so far; read them at any time."""

    files_seen: int = 0
    """Files met in folders and archives."""
    documents_done: int = 0
    """Documents read and claimed in this run."""
    documents_waiting: int = 0
    """Known to be still to do; grows while folders are walked."""
    pages_read: int = 0
    claims_made: int = 0


def _no_claim(_claim: Claim) -> None:
    """Do nothing with a claim."""


def _no_progress(_progress: Progress) -> None:
    """Do nothing with progress."""


def _no_spending(_document: str, _cpu_seconds: float) -> None:
    """Do nothing with what was spent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """How to run the main job."""

    paths: tuple[Path, ...]
    case_folder: Place
    """The case: its folder, or the server that keeps its tables."""
    workers: int | None = None
    """Caged lanes at work side by side; None = one a core. Results do not depend on it."""
    cluster: str | None = None
    """Where the Ray cluster is that does the work: `local` starts one here for the run, else its address."""
    lay_out: bool = True
    """Lay documents without pages out on pages, where a converter is installed."""
    compare: bool = True
    """Hold the words that claims rest on against the pictures of their pages, where recognition is installed."""
    recognise_minutes: float | None = None
    """Minutes of a processor that text recognition may take for one document; documents of which it left pages are read
    again. None = in proportion to the pages, see `ReadingLimits`.
    """
    again: bool = False
    """Make claims anew from what is stored where what they depend on has changed: nothing is received, no original is
    opened; `paths` is empty then.
    """
    every_claim: bool = False
    """With `again`: also where nothing has changed."""
    store: StorePlace | None = None
    """The object store that a new case is to have; None = the case folder, or what it names."""
    is_strict: bool = False
    """Stop at the first document with a problem that costs something of it."""
    on_claim: Callable[[Claim], None] = field(default=_no_claim)
    """Called with each claim as it is made, after it is stored."""
    on_progress: Callable[[Progress], None] = field(default=_no_progress)
    """Called after each document."""
    on_spent: Callable[[str, float], None] = field(default=_no_spending)
    """Called with a document and the processor time that a piece of work on it took, in a lane or the converter."""
