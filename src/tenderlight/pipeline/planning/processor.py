"""What a run takes of the processor beside its work on documents: so much to start, so much for each document."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

USUAL_START_SECONDS = 2.5
"""Of a run over one file of one line: lanes, rules and models are opened (AMD EPYC)."""
USUAL_DOCUMENT_SECONDS = 0.025
"""To receive and store a document, and to begin the processes that work on it: 0.024 to 0.025 over three sets."""
FEWEST_MOMENTS = 4
LEAST_SECONDS_BETWEEN_LOOKS = 0.05


class Moment(NamedTuple):
    """How far a run is."""

    documents: int
    """Done."""
    seconds: float
    """Taken by all its processes beside work on documents."""


class Watch:
    """Looks at this process and all below it while a run goes on."""

    def __init__(self) -> None:
        self.moments: list[Moment] = []
        self._before = seconds_of_all()
        self._looked = 0.0

    def look(self, documents: int, job_seconds: float) -> None:
        """Take a look.

        Args:
            documents: How many are done.
            job_seconds: Of a processor, that work on documents took so far.
        """
        is_further = not self.moments or documents > self.moments[-1].documents
        if is_further and time.monotonic() - self._looked >= LEAST_SECONDS_BETWEEN_LOOKS:
            self._looked = time.monotonic()
            self.moments.append(Moment(documents, max(0.0, seconds_of_all() - self._before - job_seconds)))


class Beside(NamedTuple):
    """What a run takes beside work on documents."""

    start_seconds: float = USUAL_START_SECONDS
    document_seconds: float = USUAL_DOCUMENT_SECONDS


def beside(moments: Sequence[Moment]) -> Beside:
    """Tell what each document takes from what all take.

    A document is taken to take the median of what it took between any two moments a fourth of them apart or less: what
    is started once, a converter or a recogniser in the midst of the run, lies between few, and counts as the start.
    """
    done = [one for one in moments if one.documents > 0]
    each = USUAL_DOCUMENT_SECONDS
    if len(done) >= FEWEST_MOMENTS:
        apart = range(1, max(1, len(done) // 4) + 1)
        pairs = (pair for steps in apart for pair in zip(done, done[steps:], strict=False))
        each = max(0.0, statistics.median((b.seconds - a.seconds) / (b.documents - a.documents) for a, b in pairs))
    if not done:
        return Beside()
    return Beside(max(0.0, done[-1].seconds - each * done[-1].documents), each)


def seconds_of_all() -> float:
    """Return the processor time of this process, of those below it, and of those that they waited for.

    Some lanes end without being waited for: they are seen only while they are there. Where the system does not list
    processes, only those waited for count.
    """
    times = os.times()
    spent = times.user + times.system + times.children_user + times.children_system
    return spent + sum(map(_seconds_of, _below(os.getpid())))


def _seconds_of(process: int) -> float:
    words = _read(f"/proc/{process}/stat").rpartition(")")[2].split()
    return sum(map(int, words[11:15])) / os.sysconf("SC_CLK_TCK")


def _below(process: int) -> Iterator[int]:
    try:
        threads = [one.name for one in Path(f"/proc/{process}/task").iterdir()]
    except OSError:
        return
    for thread in threads:
        for child in map(int, _read(f"/proc/{process}/task/{thread}/children").split()):
            yield child
            yield from _below(child)


def _read(path: str) -> str:
    try:
        return Path(path).read_text("utf-8", "replace")
    except OSError:  # the process ended meanwhile
        return ""
