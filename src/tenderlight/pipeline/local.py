"""The main job on this machine: one thread that receives, hands out and stores; caged lanes that read and claim.

Every document goes through the same states: received (its bytes are in the archive and in the log), read (what was read
is stored), claimed. A run that is stopped at any moment leaves documents in one of these states, and the next run takes
each on from there. Nothing is in memory that the case does not hold, but the document in each lane.
"""

from __future__ import annotations

import contextlib
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tenderlight.cage import (
    Event,
    FileByContent,
    Job,
    JobPool,
    Outcome,
    OutcomeKind,
    PieceDone,
    Workshop,
    WorkshopNotOpened,
    next_events,
)
from tenderlight.cases import Case
from tenderlight.cases.stored_readings import LONGER
from tenderlight.errors import StrictProblem
from tenderlight.logs import log_event
from tenderlight.model.claim import Claim
from tenderlight.model.document import NO_RECOGNISER
from tenderlight.model.problem import Problem, Severity
from tenderlight.pipeline.claiming import NOT_INSTALLED, Claiming, why_not_compared
from tenderlight.pipeline.comparing import Comparing
from tenderlight.pipeline.laying_out.desk import LayoutDesk
from tenderlight.pipeline.laying_out.under_way import LayingOut
from tenderlight.pipeline.looking import Drawing, Looking
from tenderlight.pipeline.messages import ClaimTask, write_task
from tenderlight.pipeline.outcomes import limits_for
from tenderlight.pipeline.pages_under_way import PagesUnderWay
from tenderlight.pipeline.parts import Part, PartsToRead, first_part
from tenderlight.pipeline.reading import ReadingUnderWay
from tenderlight.pipeline.receiving import receive_all
from tenderlight.pipeline.recogniser_workshop import NO_PICTURES, OPENER, PICTURES, recogniser
from tenderlight.pipeline.recognition import RecognisingPages, Recognition, recogniser_not_opened
from tenderlight.pipeline.run import Progress, RunOptions
from tenderlight.pipeline.versions import claim_version, reader_versions
from tenderlight.pipeline.workforce import LocalWorkforce, Workforce, workforce

WORKSHOP = Workshop(opener="tenderlight.pipeline.workshop:open_workshop")
LOOK_AHEAD = 4
"""Files received before anybody is there to read them."""

Work = ReadingUnderWay | Part | LayingOut | Claiming | Drawing


def find(options: RunOptions) -> Case:
    """Run the main job, or go on with one that was stopped.

    Args:
        options: Paths, case, workers, whom to tell.

    Returns:
        The case, open for reading, with everything stored.

    Raises:
        NoSuchCase: If `options.again` and there is no case.
        CaseInUse: If another process writes to the case.
        CaseTooNew: If a newer Tenderlight made it.
        StorageFull: If the disk is full; what was acknowledged is kept.
        StoreRefused, StoreUnavailable: If the store of the case is not fit, or gives no answer; as for a full disk.
        StrictProblem: If `options.is_strict` and a document had a problem.
    """
    if options.again:
        Case.open(options.case_folder).close()
    with workforce(options) as hands, Case.open(options.case_folder, create=True, store=options.store) as case:
        case.coordinate()
        Run(case, options, hands).go()
    return Case.open(options.case_folder)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ToRead:
    """A document that waits to be read."""

    document: str
    depth: int = 0
    """How many archives it lies in."""


class Run:
    """One run over one case."""

    def __init__(self, case: Case, options: RunOptions, hands: Workforce | None = None) -> None:
        self.progress = Progress()
        self._hands = hands or LocalWorkforce(options.workers)
        self._look_ahead = LOOK_AHEAD
        self._case = case
        self._options = options
        self._desk = LayoutDesk(case, is_wanted=options.lay_out, on_spent=options.on_spent)
        self._readers = reader_versions() | self._desk.versions
        if options.recognise_minutes is not None:
            self._readers[LONGER] = 1
        self._claim_version = claim_version()
        self._recognition = Recognition(self._hands)
        self._compares = self._recognition.is_there and options.compare and not options.again
        compared = (PICTURES,) if self._compares else (PICTURES, NO_PICTURES)
        self._claim_versions = self._claim_version, *(f"{self._claim_version} {one}" for one in compared)
        """Claims made by one of these are not made anew."""
        self._to_read: deque[_ToRead] = deque()
        self._to_claim: deque[str] = deque()
        self._taken: set[str] = set()
        self._parts = PartsToRead()
        self._at_work: dict[str, Work] = {}
        self._depths: dict[str, int] = {}
        self._tried_again: set[str] = set()
        self._may_join: dict[str, Counter[str]] = {}
        """Documents that others may be joined with, and how many claims were told of which contract."""

    def go(self) -> None:
        """Receive, read and claim until nothing is left to do."""
        arrivals = self._begin_again() if self._options.again else self._begin()
        log_event("run.begin", case=self._case.name)
        with contextlib.ExitStack() as stack:
            stack.enter_context(self._recognition)
            stack.callback(self._desk.close)
            pool: JobPool | None = None
            while self._fill_up(arrivals) or self._at_work or self._recognition.count or self._desk.is_busy:
                if pool is None:  # a run with nothing new starts no lane
                    pool = stack.enter_context(contextlib.closing(self._hands.pool(WORKSHOP)))
                self._look_ahead = pool.look_ahead
                self._start(pool)
                try:
                    self._wait(pool)
                except WorkshopNotOpened as trouble:
                    if trouble.details.get("opener") != OPENER:
                        raise
                    self._recognition.give_up(trouble)
                for looked_at in self._recognition.done():
                    self._finish_pages(looked_at)
                for reading in self._desk.turn():
                    self._finish_reading(reading)
                if self._case.until is not None and time.monotonic() >= self._case.until:
                    self._case.commit()
        self._case.finish_run()
        log_event("run.end", documents=self.progress.documents_done, pages=self.progress.pages_read)
        self._tell_joined()

    def _begin(self) -> Iterator[str]:
        """Take on what an earlier run left undone; return what is received beside it."""
        for document in self._case.unread(self._readers):
            self._take_on(document, depth=self._case.depth(document))
        for document in self._case.unclaimed(*self._claim_versions):
            self._take_on(document)
        self._taken.update(self._case.known())  # of all others it is settled that there is nothing to do
        return receive_all(self._case, self._options, self.progress)

    def _begin_again(self) -> Iterator[str]:
        """Take on the claims of stored readings, also of those that a newer reader would make anew."""
        done = () if self._options.every_claim else self._claim_versions
        self._to_claim.extend(self._case.unclaimed(*done))
        self._taken.update(self._to_claim)
        self._tell()
        return iter(())

    def _wait(self, pool: JobPool) -> None:
        """Wait until something comes of the work at hand, and take it."""
        self._recognition.start()
        pools = [one for one in (pool, self._recognition.pool) if one is not None]
        deadlines = [each for each in (self._desk.deadline, self._case.until) if each is not None]
        until = min(deadlines, default=None)
        for source, job, event in next_events(pools, others=self._desk.filenos(), until=until):
            if source is pool:
                self._take(job, event)
                continue
            assert not isinstance(event, PieceDone)
            if isinstance(event, Outcome):
                self._options.on_spent(self._recognition.document_of(job), event.cpu_seconds)
            if isinstance(event, Outcome) and self._recognition.counts_as_read(job):
                self.progress.pages_read += 1  # a long scan shows that it goes on
                self._tell()
            self._recognition.take(job, event)

    def _finish_pages(self, document: PagesUnderWay) -> None:
        if isinstance(document, RecognisingPages):
            is_done = self._recognition.is_there or document.reading.pages_recognised
            self._finish_reading(document.reading, recogniser=recogniser() if is_done else NO_RECOGNISER)
        elif isinstance(document, Comparing):
            self._finish_claiming(document.claiming)

    def _fill_up(self, arrivals: Iterator[str]) -> bool:
        """Receive files until enough are waiting; say whether any work is."""
        while len(self._to_read) + len(self._to_claim) < self._look_ahead and not self._recognition.is_full:
            document = next(arrivals, None)
            if document is None:
                break
            self._take_on(document)
        return bool(self._to_read or self._to_claim or self._desk.to_align or self._parts)

    def _take_on(self, document: str, *, depth: int = 0) -> None:
        """Put a document in line, if there is something to do and nobody is at it."""
        if document in self._taken:
            return
        self._taken.add(document)
        if self._case.needs_reading(document, self._readers):
            self._to_read.append(_ToRead(document=document, depth=depth))
        elif self._case.needs_claims(document, *self._claim_versions):
            self._to_claim.append(document)
        self._tell()

    def _start(self, pool: JobPool) -> None:
        """Give the open lanes work: what ends documents comes before what begins others."""
        waiting = len(self._to_claim) + len(self._desk.to_align) + len(self._parts) + len(self._to_read)
        pool.widen(pool.in_flight + waiting)
        while pool.open:
            if self._to_claim:
                self._start_claiming(pool, self._to_claim.popleft())
            elif self._desk.to_align:
                self._start_aligning(pool, self._desk.to_align.popleft())
            elif (drawing := self._recognition.next_drawing()) is not None:
                self._start_drawing(pool, drawing)
            elif (part := self._parts.next()) is not None:
                self._start_part(pool, part)
            elif self._to_read and not self._recognition.is_full and not self._desk.is_full:
                self._start_reading(pool, self._to_read.popleft())
            else:
                return

    def _start_reading(self, pool: JobPool, waiting: _ToRead) -> None:
        document = waiting.document
        self._depths[document] = waiting.depth
        size = self._submit(pool, document, first_part(self._name(document)), key=document)
        self._at_work[document] = ReadingUnderWay(
            self._case, document, depth=waiting.depth, size_bytes=size, parts=self._parts
        )

    def _start_part(self, pool: JobPool, part: Part) -> None:
        self._submit(pool, part.document, part.task(self._name(part.document)), key=part.key)
        self._at_work[part.key] = part

    def _submit(self, pool: JobPool, document: str, task: bytes, *, key: str) -> int:
        """Have something done with an original; return its size in bytes."""
        with self._case.originals.open(document) as original:
            size = original.seek(0, 2)
            limits, place = limits_for(size), self._place(document)
            pool.submit(Job(key=key, task=task, original=original.fileno(), limits=limits, lies_at=place))
        return size

    def _name(self, document: str) -> str:
        return next(iter(self._case.paths(document)), "")

    def _place(self, document: str) -> FileByContent:
        return FileByContent(path=str(self._case.originals.path(document).absolute()), sha256=document)

    def _start_drawing(self, pool: JobPool, drawing: Drawing) -> None:
        self._at_work[drawing.key] = drawing
        with self._case.originals.open(drawing.document) as original:
            size = original.seek(0, 2)
            pool.submit(drawing.job(original.fileno(), size, lies_at=self._place(drawing.document)))

    def _start_aligning(self, pool: JobPool, work: LayingOut) -> None:
        self._at_work[work.document] = work
        with self._case.layouts.open(work.pdf) as pdf:
            pool.submit(work.job(pdf.fileno()))

    def _start_claiming(self, pool: JobPool, document: str) -> None:
        reading = self._case.open_reading(document)
        assert reading is not None
        self._at_work[document] = Claiming(self._case, document, version=self._claim_version)
        with reading:
            size = reading.seek(0, 2)
            pool.submit(
                Job(key=document, task=write_task(ClaimTask()), original=reading.fileno(), limits=limits_for(size))
            )

    def _take(self, job: Job, event: Event | PieceDone) -> None:
        work = self._at_work[job.key]
        if isinstance(event, bytes):
            work.take(event)
            return
        outcome = event.outcome if isinstance(event, PieceDone) else event
        self._options.on_spent(work.document, outcome.cpu_seconds)
        if isinstance(work, Looking):
            self._take_look(work, event)
            return
        assert isinstance(event, Outcome)
        del self._at_work[job.key]
        if isinstance(work, Drawing):
            self._recognition.end_drawing(work, event)
        elif event.kind is OutcomeKind.PUT_BACK:
            self._try_again(work)
        elif event.kind is OutcomeKind.LANE_LOST and job.key not in self._tried_again:
            self._tried_again.add(job.key)
            self._try_again(work)
        elif isinstance(work, ReadingUnderWay | Part):
            for reading, outcome in self._parts.end(work, event):
                self._end_reading(reading, outcome)
        elif isinstance(work, LayingOut):
            work.end(event)
            self._finish_reading(work.reading)
        else:
            self._end_claiming(work, event)

    def _take_look(self, work: Looking, event: Outcome | PieceDone) -> None:
        if isinstance(event, Outcome):
            del self._at_work[work.key]
        self.progress.pages_read += self._recognition.take_look(work, event)
        self._tell()

    def _try_again(self, work: ReadingUnderWay | Part | LayingOut | Claiming) -> None:
        """Start over: a lane was lost, which is seldom the document's fault, or nobody did the work."""
        if isinstance(work, Part):
            self._parts.again(work)
        elif isinstance(work, ReadingUnderWay):
            work.abandon()
            self._to_read.append(_ToRead(document=work.document, depth=self._depths.pop(work.document)))
        elif isinstance(work, LayingOut):
            work.start_over()
            self._desk.to_align.append(work)
        else:
            self._to_claim.append(work.document)

    def _end_reading(self, work: ReadingUnderWay, outcome: Outcome) -> None:
        work.end(outcome)
        if self._recognition.is_there and work.pages_to_recognise:
            self._recognition.take_on(RecognisingPages(work, minutes=self._options.recognise_minutes))
        elif self._recognition.why_not and work.pages_to_recognise:
            work.add(recogniser_not_opened(self._recognition.why_not))
            self._finish_reading(work)
        elif not self._desk.takes(work, is_whole=outcome.is_finished):
            self._finish_reading(work)

    def _finish_reading(self, work: ReadingUnderWay, *, recogniser: str = NO_RECOGNISER) -> None:
        stored = work.finish(recogniser=recogniser)
        depth = self._depths.pop(work.document)
        self.progress.pages_read += len(stored.pages) - work.pages_recognised  # those were counted one by one
        log_event(
            "document.read",
            document=work.document,
            reader=f"{stored.end.reader}/{stored.end.reader_version}",
            state=stored.end.state.value,
            pages=stored.page_count,
            problems=" ".join(sorted({one.code for one in stored.problems})),
        )
        self._be_strict(work.document, stored.problems)
        for member in work.members:
            self._take_on(member.document, depth=depth + 1)
        if self._case.needs_claims(work.document, *self._claim_versions):
            self._to_claim.append(work.document)
        else:
            self._done()

    def _end_claiming(self, work: Claiming, outcome: Outcome) -> None:
        work.end(outcome)
        if work.to_compare and self._compares and self._recognition.is_there:
            self._recognition.take_on(Comparing(work))
            return
        if work.to_compare:
            work.nobody_compares(why_not_compared(self._options) or self._recognition.why_not or NOT_INSTALLED)
        self._finish_claiming(work)

    def _finish_claiming(self, work: Claiming) -> None:
        claims = work.finish()
        self.progress.claims_made += len(claims)
        log_event("document.claimed", document=work.document, claims=len(claims))
        if work.may_be_joined:
            self._may_join[work.document] = Counter(claim.contract for claim in claims)
        self._tell_claims(work.document, claims)
        self._done()

    def _tell_joined(self) -> None:
        """Tell the claims again of documents that turned out to be about a contract that others are about, too."""
        for document, told in sorted(self._may_join.items()):
            claims = list(self._case.claims(document=document))
            if told != Counter(claim.contract for claim in claims):
                self._tell_claims(document, claims)

    def _tell_claims(self, document: str, claims: Iterable[Claim]) -> None:
        path = next(iter(self._case.paths(document)), "")
        for claim in claims:
            self._options.on_claim(replace(claim, quotes=tuple(replace(quote, path=path) for quote in claim.quotes)))

    def _be_strict(self, document: str, problems: tuple[Problem, ...]) -> None:
        costly = [one for one in problems if one.severity is not Severity.NOTE]
        if self._options.is_strict and costly:
            path = next(iter(self._case.paths(document)), document)
            raise StrictProblem(f"{path}: {costly[0].code}: {costly[0].message}")

    def _done(self) -> None:
        self.progress.documents_done += 1
        self._tell()

    def _tell(self) -> None:
        self.progress.documents_waiting = len(self._to_read) + len(self._to_claim) + len(self._at_work)
        self.progress.documents_waiting += self._recognition.count + self._desk.count - self._parts.surplus
        self.progress.documents_waiting -= self._recognition.looking
        self._options.on_progress(self.progress)
