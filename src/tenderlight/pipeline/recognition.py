"""The pages of a run that are read by text recognition: drawn a few at a time, recognised one by one, stored in order.

Drawing is work on the hostile file, and is done by the lanes that read. Recognising is work on pixels, and has lanes of
its own, which are started when the first page needs them. A cluster has both done in one job: see `looking`. What is
stored of a document does not depend on how many lanes there are, or on which page is done first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from tenderlight.cage import (
    Event,
    Job,
    JobPool,
    Outcome,
    OutcomeKind,
    PieceDone,
    WorkshopNotOpened,
)
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item
from tenderlight.pipeline import recogniser_workshop
from tenderlight.pipeline.looking import Drawing, Looking
from tenderlight.pipeline.messages import DrawnPage
from tenderlight.pipeline.pages_under_way import PAGES_A_DRAWING, PagesUnderWay, PixelsUnderWay
from tenderlight.pipeline.reading import ReadingUnderWay
from tenderlight.pipeline.recognised_page import Call, PageUnderWay, not_recognised, settle
from tenderlight.pipeline.recognition_budget import left_over
from tenderlight.pipeline.workforce import Workforce
from tenderlight.reading.recognition import models
from tenderlight.reading.recognition.page_pixels import STEP

MOST_DOCUMENTS = 64
"""Documents whose pages wait to be looked at; while there are as many, no further document is read."""
LONGEST_REASON = 200
"""Characters of why the recogniser could not be started."""
LARGE_BYTES = 4 << 20
"""Of a file, for which one more page goes with the one that is drawn and looked at in one job."""
DRAWN_A_LANE, MOST_DRAWN = 2, 64
"""Drawn pages that may wait for each lane, and for all, before further ones are drawn: each takes some 12 MB."""


class RecognisingPages(PagesUnderWay):
    """The pages of one document that call for text recognition."""

    is_recognised = True

    @property
    def pages_at_once(self) -> int:  # type: ignore[override] # of a class it is a constant
        """One by one, but for a large file: each time it is opened anew, and maybe sent."""
        return min(PAGES_A_DRAWING, 1 + self.reading.size_bytes // LARGE_BYTES)

    def __init__(self, reading: ReadingUnderWay, *, minutes: float | None = None) -> None:
        """Start.

        Args:
            reading: The reading of the document, not yet finished.
            minutes: Of a processor for all pages; None = see `RecognitionBudget`.
        """
        super().__init__(reading.document, reading.media_type, reading.pages_to_recognise, minutes=minutes)
        self.reading = reading
        self._to_store = deque(reading.pages_to_recognise)
        self._done: dict[int, tuple[tuple[Item, ...], float]] = {}

    @property
    def is_done(self) -> bool:
        """Whether all pages are stored."""
        return not self._to_store

    def drawn(self, pages: Sequence[DrawnPage]) -> list[PageUnderWay]:
        """Return the work on pages that were drawn: each by itself, for it takes seconds."""
        return [PageUnderWay(self.document, page) for page in pages]

    def lines_on(self, pages: Sequence[int]) -> None:
        """Return that the pages are read."""

    def not_drawn(self, page_number: int, why: str) -> None:
        """Take that a page could not be drawn."""
        self.take(page_number, (not_recognised(page_number, why),))

    def left_over(self, page_number: int) -> None:
        """Take that nobody looks at a page: the time is spent."""
        self.take(page_number, (left_over(page_number, self.budget),))

    def looked_at(self, page: PixelsUnderWay, outcome: Outcome) -> None:
        """Take a page that was recognised, or was not."""
        assert isinstance(page, PageUnderWay)
        self.take(page.page_number, page.finish(outcome), cpu_seconds=outcome.cpu_seconds)

    def take(self, page_number: int, found: tuple[Item, ...], *, cpu_seconds: float = 0.0) -> None:
        """Take what came of a page, and store whatever is now next in order."""
        self._done[page_number] = found, cpu_seconds
        while self._to_store and self._to_store[0] in self._done:
            self._store(self._to_store.popleft())

    def give_up(self, why: str) -> None:
        """Be done: pages that nobody recognised keep what calls for it."""
        while self._to_store:
            number = self._to_store.popleft()
            if number in self._done:
                self._store(number)
        self.reading.add(recogniser_not_opened(why))

    def abandon(self) -> None:
        """Drop what came: the document is read again."""
        self.reading.abandon()

    def _store(self, number: int) -> None:
        items, seconds = self._done.pop(number)
        reading = self.reading
        call = Call(page_number=number, problems=reading.calls(number), layer=reading.layer(number))
        reading.replace(number, settle(call, items), cpu_seconds=seconds)


def recogniser_not_opened(why: str) -> Problem:
    """Return the problem of a document whose pages nobody could recognise because the recogniser did not start."""
    return problem("recogniser-not-opened", step=STEP, detail=f"({why})")


class Recognition:
    """All documents of a run whose pages wait to be looked at, and the lanes that do it. Use as a context manager."""

    def __init__(self, workforce: Workforce) -> None:
        self.is_there = models.is_installed()
        """Whether pages can be recognised at all."""
        self.pool: JobPool | None = None
        self._workforce = workforce
        self.why_not = ""
        """Why no page can be looked at although text recognition is installed; "" = nothing is wrong."""
        self._documents: deque[PagesUnderWay] = deque()
        self._by_name: dict[str, PagesUnderWay] = {}
        self._waiting: deque[PixelsUnderWay] = deque()
        self._at_work: dict[str, PixelsUnderWay] = {}
        self.looking = 0
        """Jobs that draw and look at once."""
        self._tried_again: set[str] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        if self.pool is not None:
            self.pool.close()
        for page in (*self._waiting, *self._at_work.values()):
            page.close()
        for document in self._documents:
            document.abandon()

    @property
    def is_full(self) -> bool:
        """Whether no further document should be read for now."""
        return len(self._documents) >= MOST_DOCUMENTS

    @property
    def count(self) -> int:
        """Documents that are not done."""
        return len(self._documents)

    def take_on(self, document: PagesUnderWay) -> None:
        """Take a document whose pages are to be looked at."""
        self._documents.append(document)
        self._by_name[document.document] = document

    @property
    def _are_enough_drawn(self) -> bool:
        most = DRAWN_A_LANE * self._workforce.side_by_side
        if self._workforce.looks_where_it_draws:
            return self.looking >= most
        return len(self._waiting) >= min(most, MOST_DRAWN)

    def next_drawing(self) -> Drawing | None:
        """Return the next pages to be drawn, of one document after the other; None if enough are drawn."""
        if not self.is_there or self._are_enough_drawn:
            return None
        for document in tuple(self._documents):
            if document.can_be_drawn:
                self._documents.remove(document)
                self._documents.append(document)
                if not self._workforce.looks_where_it_draws:
                    return Drawing(document)
                self.looking += 1
                return Looking(document)
        return None

    def end_drawing(self, drawing: Drawing, outcome: Outcome) -> None:
        """Take pages that were drawn."""
        pages = drawing.finish(outcome, may_try_again=self._may_try_again(_name(drawing), outcome))
        owner = self._by_name[drawing.document]
        if self.is_there:  # or it was given up meanwhile
            self._waiting.extend(owner.drawn(pages))
            owner.spend(outcome.cpu_seconds)

    def take_look(self, looking: Looking, event: Outcome | PieceDone) -> int:
        """Take how a piece of work that draws pages and looks at them ended, or the last; return how many were read."""
        self.looking -= isinstance(event, Outcome)
        if not self.is_there:  # it was given up meanwhile, and the document may be done
            return 0
        outcome = event.outcome if isinstance(event, PieceDone) else event
        owner = self._by_name[looking.document]
        read = 0
        if looking.looks is None:
            pages = looking.finish(outcome, may_try_again=self._may_try_again(_name(looking), outcome))
            looking.look_at(pages)
        elif looking.looks:
            key = looking.looks[0].key
            may_try_again = self._may_try_again(key, outcome)
            looking.looked_at(outcome, may_try_again=may_try_again)
            read = int(owner.is_recognised and not may_try_again)
        if isinstance(event, Outcome):
            looking.end()
        owner.spend(outcome.cpu_seconds)
        return read

    def _may_try_again(self, name: str, outcome: Outcome) -> bool:
        """Say whether work that ended is to be done once more: nobody did it, or a lane was lost for the first time."""
        if outcome.kind is OutcomeKind.PUT_BACK:
            return True
        is_first = name not in self._tried_again
        self._tried_again.add(name)
        return is_first and outcome.kind is OutcomeKind.LANE_LOST

    def start(self) -> None:
        """Hand drawn pages to free lanes; the first page starts them."""
        if self._waiting and self.pool is None:
            self.pool = self._workforce.pool(recogniser_workshop.workshop())
        if self.pool is not None:
            self.pool.widen(self.pool.in_flight + len(self._waiting))
        while self._waiting and self.pool is not None and self.pool.open:
            page = self._waiting.popleft()
            self._at_work[page.key] = page
            self.pool.submit(page.job())

    def take(self, job: Job, event: Event) -> None:
        """Take what came of a page in the recogniser's cage."""
        page = self._at_work[job.key]
        if not isinstance(event, Outcome):
            page.take(event)
            return
        del self._at_work[job.key]
        if self._may_try_again(page.key, event):
            page.try_again()
            self._waiting.appendleft(page)
            return
        page.close()
        owner = self._by_name[page.document]
        owner.looked_at(page, event)
        owner.spend(event.cpu_seconds)

    def counts_as_read(self, job: Job) -> bool:
        """Say whether a page in the recogniser's cage is being read, rather than compared."""
        return self._by_name[self.document_of(job)].is_recognised

    def document_of(self, job: Job) -> str:
        """Return whose pages are in the recogniser's cage."""
        return self._at_work[job.key].document

    def give_up(self, trouble: WorkshopNotOpened) -> None:
        """Do without: the recogniser cannot be started. Every document is done as far as it came."""
        self.is_there, self.why_not = False, last_words(trouble)
        if self.pool is not None:
            self.pool.close()
            self.pool = None
        for page in (*self._waiting, *self._at_work.values()):
            page.close()
        self._waiting.clear()
        self._at_work.clear()
        for document in self._documents:
            document.give_up(self.why_not)

    def done(self) -> Iterator[PagesUnderWay]:
        """Hand out the documents whose pages were all looked at, to be finished."""
        for document in [one for one in self._documents if one.is_done and not one.is_drawing]:
            self._documents.remove(document)
            del self._by_name[document.document]
            yield document


def last_words(trouble: WorkshopNotOpened) -> str:
    """Return why the recogniser could not be started, bounded."""
    return trouble.message.strip().rpartition("\n")[2][:LONGEST_REASON]


def _name(drawing: Drawing) -> str:
    return f"{drawing.document}/{drawing.pages[0]}-"
