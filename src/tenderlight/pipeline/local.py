"""The main job on this machine: one thread that receives, hands out and stores; caged lanes that read and claim.

Every document goes through the same states, each of which is stored before the next begins: received (its bytes are in
the archive and in the log), read (its pages are stored), claimed. A run that is stopped at any moment leaves documents
in one of these states, and the next run takes each on from there. Nothing is kept in memory that the case does not
hold, but the document in each lane.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from tenderlight.cage import Event, Job, LanePool, Outcome, OutcomeKind, Workshop
from tenderlight.cases import Case
from tenderlight.pipeline import steps
from tenderlight.pipeline.claiming import Claiming
from tenderlight.pipeline.reading import ReadingUnderWay
from tenderlight.pipeline.receiving import Receiver
from tenderlight.pipeline.run import Progress, RunOptions

WORKSHOP = Workshop(opener="tenderlight.pipeline.workshop:open_workshop")
LOOK_AHEAD = 4
"""Files received before they can be read, for each lane."""


def find(options: RunOptions) -> Case:
    """Run the main job, or go on with one that was stopped.

    Args:
        options: Paths, case, workers, whom to tell.

    Returns:
        The case, open for reading, with everything stored.

    Raises:
        CaseInUse: If another process writes to the case.
        CaseTooNew: If a newer Tenderlight made it.
        StorageFull: If the disk is full; what was acknowledged is kept.
        StrictProblem: If `options.is_strict` and a document had a problem.
    """
    with Case.open(options.case_folder, create=True) as case, LanePool(WORKSHOP, options.workers) as pool:
        Run(case, pool, options).go()
    return Case.open(options.case_folder)


Work = ReadingUnderWay | Claiming


class Run:
    """One run over one case."""

    def __init__(self, case: Case, pool: LanePool, options: RunOptions) -> None:
        self._case = case
        self._pool = pool
        self._options = options
        self.progress = Progress()
        self._versions = steps.versions()
        self._receiver = Receiver(case, options, self.progress)
        self._to_read: deque[str] = deque()
        self._to_claim: deque[str] = deque()
        self._at_work: dict[str, Work] = {}
        self._tried_again: set[str] = set()

    def go(self) -> None:
        """Receive, read and claim until nothing is left to do."""
        self._to_read.extend(self._case.unread(self._versions.readers))
        self._to_claim.extend(self._case.unclaimed(self._versions.claims))
        arrivals = self._receiver.receive_all()
        is_walking = True
        while is_walking or self._to_read or self._to_claim or self._pool.in_flight:
            is_walking = is_walking and self._receive_some(arrivals)
            while self._pool.free and (self._to_claim or self._to_read):
                self._start_next()
            for job, event in self._pool.turn():
                self._take(job, event)
        self._case.finish_run()

    def _receive_some(self, arrivals: Iterator[str]) -> bool:
        """Receive a few files; say whether there may be more."""
        while len(self._to_read) < LOOK_AHEAD * (self._pool.in_flight + self._pool.free):
            document = next(arrivals, None)
            if document is None:
                return False
            if self._case.needs_reading(document, self._versions.readers):
                self._to_read.append(document)
            elif self._case.needs_claims(document, self._versions.claims):
                self._to_claim.append(document)
        return True
