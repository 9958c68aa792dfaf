"""The pages of a run that are read by text recognition: drawn a few at a time, recognised one by one, stored in order.

Drawing is work on the hostile file, and is done by the lanes that read. Recognising is work on pixels, and has lanes of
its own, which are started when the first page needs them. What is stored of a document does not depend on how many
lanes there are, or on which page is done first.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator
from types import TracebackType
from typing import Self

from tenderlight.cage import Event, Job, Lane, LanePool, LaneState, Outcome, OutcomeKind, usable_cores
from tenderlight.cases import Case
from tenderlight.cases.encoding import Undecodable
from tenderlight.model.reader import Item
from tenderlight.pipeline import recogniser_workshop
from tenderlight.pipeline.messages import PagePixels, RasterTask, read_frame, write_task
from tenderlight.pipeline.outcomes import raster_limits
from tenderlight.pipeline.reading import ReadingUnderWay
from tenderlight.pipeline.recognised_page import Call, PageUnderWay, not_recognised, settle
from tenderlight.reading.recognition import models

PAGES_A_DRAWING = 4
MOST_DOCUMENTS = 64
"""Documents read whose pages wait for recognition; while there are as many, no further document is read."""
DRAWN_A_LANE = 2
"""Drawn pages that may wait for each lane before further ones are drawn."""


class DocumentUnderWay:
    """The pages of one document that call for text recognition."""

    def __init__(self, reading: ReadingUnderWay) -> None:
        self.reading = reading
        self.document = reading.document
        self.is_drawing = False
        self._to_draw = deque(reading.pages_to_recognise)
        self._to_store = deque(reading.pages_to_recognise)
        self._done: dict[int, tuple[tuple[Item, ...], float]] = {}

    @property
    def is_done(self) -> bool:
        """Whether all pages are stored."""
        return not self._to_store

    @property
    def can_be_drawn(self) -> bool:
        """Whether pages are left to be drawn, and nobody is at it."""
        return bool(self._to_draw) and not self.is_drawing

    def next_pages(self) -> tuple[int, ...]:
        """Return the next pages to be drawn."""
        count = min(PAGES_A_DRAWING, len(self._to_draw))
        return tuple(self._to_draw.popleft() for _ in range(count))

    def draw_later(self, pages: tuple[int, ...]) -> None:
        """Put pages back: they were not drawn, through no fault of their own."""
        self._to_draw.extendleft(reversed(pages))

    def take(self, page_number: int, found: tuple[Item, ...], *, cpu_seconds: float = 0.0) -> None:
        """Take what came of a page, and store whatever is now next in order."""
        self._done[page_number] = found, cpu_seconds
        while self._to_store and self._to_store[0] in self._done:
            number = self._to_store.popleft()
            items, seconds = self._done.pop(number)
            reading = self.reading
            call = Call(page_number=number, problems=reading.calls(number), layer=reading.layer(number))
            reading.replace(number, settle(call, items), cpu_seconds=seconds)


class Drawing:
    """A few pages of a document being drawn. Use `take` for each frame, then `finish` with the outcome."""

    def __init__(self, document: DocumentUnderWay) -> None:
        self.document = document.document
        self.pages = document.next_pages()
        self.drawn: dict[int, PagePixels] = {}
        self._owner = document
        document.is_drawing = True

    def job(self, original: int, size_bytes: int) -> Job:
        """Return the work for a lane that reads."""
        task = RasterTask(media_type=self._owner.reading.head.media_type, page_numbers=self.pages)
        return Job(key=self.document, task=write_task(task), original=original, limits=raster_limits(size_bytes))

    def take(self, frame: bytes) -> None:
        """Take one page; pages that were not asked for, and whatever is none, are left out."""
        pixels = pixels_in(frame, self.pages)
        if pixels is not None:
            self.drawn.setdefault(pixels.page_number, pixels)

    def finish(self, outcome: Outcome, *, may_try_again: bool) -> list[PagePixels]:
        """Return the pages that were drawn. The first that was not costs itself only: those after it are drawn later.

        Args:
            outcome: How drawing ended.
            may_try_again: Whether no page is to blame, because the lane itself was lost.
        """
        owner = self._owner
        owner.is_drawing = False
        missing = tuple(number for number in self.pages if number not in self.drawn)
        blamed = missing if outcome.is_finished else () if may_try_again else missing[:1]
        owner.draw_later(missing[len(blamed) :])
        why = "It could not be drawn." if outcome.is_finished else f"It could not be drawn: {outcome.message}"
        for number in blamed:
            owner.take(number, (not_recognised(number, why),))
        return [self.drawn[number] for number in self.pages if number in self.drawn]


class Recognition:
    """All documents of a run whose pages wait for recognition, and the lanes that do it. Use as a context manager."""

    def __init__(self, case: Case, *, lanes: int | None) -> None:
        self.is_there = models.is_installed()
        """Whether pages can be recognised at all."""
        self.pool: LanePool | None = None
        self._case = case
        self._lanes = lanes or usable_cores()
        self._documents: deque[DocumentUnderWay] = deque()
        self._by_name: dict[str, DocumentUnderWay] = {}
        self._waiting: deque[PageUnderWay] = deque()
        self._at_work: dict[str, PageUnderWay] = {}
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
            document.reading.abandon()

    @property
    def is_full(self) -> bool:
        """Whether no further document should be read for now."""
        return len(self._documents) >= MOST_DOCUMENTS

    @property
    def count(self) -> int:
        """Documents that are not done."""
        return len(self._documents)

    def take_on(self, reading: ReadingUnderWay) -> None:
        """Take a document whose reader is done and that has `pages_to_recognise`."""
        document = DocumentUnderWay(reading)
        self._documents.append(document)
        self._by_name[document.document] = document

    def next_drawing(self) -> Drawing | None:
        """Return the next pages to be drawn, of one document after the other; None if enough are drawn."""
        if len(self._waiting) >= DRAWN_A_LANE * self._lanes:
            return None
        for document in tuple(self._documents):
            if document.can_be_drawn:
                self._documents.remove(document)
                self._documents.append(document)
                return Drawing(document)
        return None

    def end_drawing(self, drawing: Drawing, outcome: Outcome) -> None:
        """Take pages that were drawn."""
        name = f"{drawing.document}/{drawing.pages[0]}-"
        may_try_again = outcome.kind is OutcomeKind.LANE_LOST and name not in self._tried_again
        self._tried_again.add(name)
        pages = drawing.finish(outcome, may_try_again=may_try_again)
        self._waiting.extend(PageUnderWay(drawing.document, pixels) for pixels in pages)

    def start(self) -> None:
        """Hand drawn pages to free lanes; the first page starts them."""
        if self._waiting and self.pool is None:
            self.pool = LanePool(recogniser_workshop.workshop(), count=self._lanes)
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
        if event.kind is OutcomeKind.LANE_LOST and page.key not in self._tried_again:
            self._tried_again.add(page.key)
            page.try_again()
            self._waiting.appendleft(page)
            return
        page.close()
        self._by_name[page.document].take(page.page_number, page.finish(event), cpu_seconds=event.cpu_seconds)

    def done(self) -> Iterator[ReadingUnderWay]:
        """Hand out the readings whose pages are all stored, to be finished."""
        for document in [one for one in self._documents if one.is_done]:
            self._documents.remove(document)
            del self._by_name[document.document]
            yield document.reading


class PictureReader:
    """Reads pages of one open file from their pictures, one at a time, for whoever stores nothing."""

    def __init__(self, lane: Lane, original: int, *, media_type: str, size_bytes: int) -> None:
        """Start.

        Args:
            lane: The one that read the file; it draws.
            original: Descriptor of the file, for reading only.
            media_type: What the file is.
            size_bytes: Its length.
        """
        self._lane = lane
        self._original = original
        self._media_type = media_type
        self._limits = raster_limits(size_bytes)
        self._recogniser: Lane | None = None

    def read(self, page_number: int) -> tuple[Item, ...]:
        """Return what came of recognising a page, as `PageUnderWay.finish` does."""
        task = write_task(RasterTask(media_type=self._media_type, page_numbers=(page_number,)))
        drawn: list[PagePixels] = []
        why = "It could not be drawn."
        for event in self._lane.run(task, self._original, self._limits):
            if isinstance(event, Outcome):
                why = why if event.is_finished else f"It could not be drawn: {event.message}"
            elif (pixels := pixels_in(event, (page_number,))) is not None:
                drawn.append(pixels)
        return self._recognise(drawn[0]) if drawn else (not_recognised(page_number, why),)

    def close(self) -> None:
        """End the recogniser's lane, if it was started."""
        if self._recogniser is not None:
            self._recogniser.close()

    def _recognise(self, pixels: PagePixels) -> tuple[Item, ...]:
        if self._recogniser is None or self._recogniser.state is LaneState.LOST:
            self._recogniser = Lane(recogniser_workshop.workshop())
        page = PageUnderWay("", pixels)
        try:
            job = page.job()
            for event in self._recogniser.run(job.task, job.original, job.limits):
                if isinstance(event, Outcome):
                    return page.finish(event)
                page.take(event)
        finally:
            page.close()
        return (not_recognised(pixels.page_number, "It was not answered."),)


def pixels_in(frame: bytes, asked_for: Collection[int]) -> PagePixels | None:
    """Return the drawn page in a frame; None if it is none, or a page that was not asked for."""
    try:
        found = read_frame(frame)
    except Undecodable:
        return None
    return found if isinstance(found, PagePixels) and found.page_number in asked_for else None
